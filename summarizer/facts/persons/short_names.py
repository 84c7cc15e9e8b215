"""Whom a shorter form of a name means: "ông Lộc", "ông Trump", "George Bush"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.facts.persons.bare_names import Sighting
from summarizer.facts.persons.cast import FEMALE, MALE, Person
from summarizer.facts.persons.names import name_key
from summarizer.facts.persons.spellings import agree, is_bare, is_foreign, marked_key
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.syllables import is_syllable
from summarizer.text.folding import fold


def longer_form(key: str, index: Mapping[str, int]) -> int | None:
    """The person whose longer name this name is a part of, if there is exactly one.

    Both are marked keys (:func:`~summarizer.facts.persons.spellings.marked_key`).
    """
    found = set()
    for other, who in index.items():
        longer = other.split()
        foreign = not all(is_syllable(word) for word in longer)
        words = (name_key(key) if foreign else key).split()
        if len(longer) <= len(words):
            continue
        bare = is_bare(key) or is_bare(other)
        suffix = agree(longer[-len(words) :], words, bare=bare)
        ends = foreign and _leaves_out(words, longer)
        prefix = foreign and longer[: len(words)] == words
        if suffix or ends or prefix:
            found.add(who)
    return found.pop() if len(found) == 1 else None


def _leaves_out(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether a name is a longer one without some of its middle: "George Bush" of "George W.
    Bush". Two who have initials have the same ones: "George W. Bush" is no "George H. W. Bush".
    """
    if words[0] != longer[0] or words[-1] != longer[-1]:
        return False
    ours, theirs = (
        {word for word in name[1:-1] if len(word.rstrip(".")) == 1} for name in (words, longer)
    )
    if ours and theirs and ours != theirs:
        return False
    rest = iter(longer[1:-1])
    return all(word in rest for word in words[1:-1])


def short_form(
    sighting: Sighting,
    people: Sequence[Person],
    named: Mapping[tuple[int, int], int],
    order: int,
    lexicon: Lexicon,
) -> int | None:
    """The person a short name ("ông Lộc", "ông Trump", "bà Kim Ngân") means.

    Marks tell them apart: "ông Tú" is no Lê Văn Tư. A form without marks means whose name it fits,
    if the names that it fits do not differ in marks.
    """
    key = marked_key(sighting.name)
    opening = name_key(sighting.name).split()[0]
    candidates: list[tuple[int, bool, int]] = []
    for who, person in enumerate(people):
        if opening not in name_key(person.name).split():
            continue
        whole = marked_key(person.name)
        full = whole.split()
        words = (name_key(sighting.name) if is_foreign(person.name) else key).split()
        if len(full) <= len(words):
            continue
        bare = is_bare(key) or is_bare(whole)
        native = all(is_syllable(word) for word in person.name.split())
        sino = person.name.split()[0].lower() in lexicon.sino_surnames
        first = agree(full[: len(words)], words, bare=bare)
        last = agree(full[-len(words) :], words, bare=bare)
        same = words in (full[: len(words)], full[-len(words) :])
        if last:
            rank = 2
        elif first and (not native or sino) and len(words) == 1:
            rank = 2 if sino and len(full) <= 3 else 1
        elif len(words) == 1 and (
            (first and _holds(sighting, person)) or (not native and words[0] in full)
        ):
            rank = 1
        else:
            continue
        if clashes(sighting, person):
            continue
        candidates.append((rank, same, who))
    if not candidates:
        return None
    best = max(rank for rank, _, _ in candidates)
    fitting = [(same, who) for rank, same, who in candidates if rank == best]
    # a form with no marks in a text that has them is somebody of that very name, if anybody
    choice = [who for same, who in fitting if same] or [who for _, who in fitting]
    holders = [who for who in choice if _holds(sighting, people[who])]
    if len(choice) == 1 or len(holders) == 1:
        return (holders or choice)[0]
    if is_bare(key) and not any(same for same, _ in fitting):
        size = len(key.split())
        ends = {tuple(marked_key(people[who].name).split()[-size:]) for who in choice}
        if len(ends) > 1:
            return None
    recent = [who for (line, _), who in sorted(named.items()) if who in choice and line <= order]
    return recent[-1] if recent else None


def _holds(sighting: Sighting, person: Person) -> bool:
    """Whether a short name comes with an office that the person has: "Đại sứ Hùng", Hùng Ba."""
    office = fold(sighting.role)
    return bool(office) and any(fold(role).startswith(office) for role in person.roles)


def clashes(sighting: Sighting, person: Person) -> bool:
    """Whether the form of address contradicts what is known of the person."""
    gender = person.gender
    return bool(
        (sighting.honorific in MALE and gender == "f")
        or (sighting.honorific in FEMALE and gender == "m")
    )
