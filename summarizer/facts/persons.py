"""Who appears in an article: names brought together, offices and pronouns resolved.

A person is known by the fullest form of the name. Shorter forms (the last syllables of a
Vietnamese name, the family name of a foreign one) join it where only one person fits. Offices and
pronouns are resolved in :mod:`references`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.facts.bare_names import Evidence, Sighting
from summarizer.facts.cast import FEMALE, MALE, Cast, Person, subject_position
from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.model import Place
from summarizer.facts.names import name_key
from summarizer.facts.references import Resolver
from summarizer.facts.sightings import find_sightings
from summarizer.facts.syllables import is_syllable
from summarizer.facts.tokens import Line
from summarizer.facts.utterances import is_noun
from summarizer.text.folding import fold

MAX_APPOSITION = 25
"""Words of an explanation between a name and its verb."""


def cast_of(lines: Sequence[tuple[Place, Line]], lexicon: Lexicon) -> Cast:
    """Read all lines (body first, then title, captions, teasers) and bring the names together."""
    sightings = [find_sightings(line, lexicon) for _, line in lines]
    families, bearers = _families(sightings), _bearers(sightings)
    for (_, line), found in zip(lines, sightings, strict=True):
        found.extend(_family_names(line, found, families, lexicon))
        _name_titled(line, found, bearers, lexicon)
        found.sort(key=lambda sighting: sighting.start)
    people, named = _gather(lines, sightings, lexicon)
    cast = Cast(people, [[] for _ in lines])
    resolver = Resolver(lines, sightings, named, people, lexicon)
    cast.actors = resolver.resolve()
    return cast


def _families(sightings: Sequence[Sequence[Sighting]]) -> frozenset[str]:
    """The first and last syllables of the foreign names of an article."""
    return frozenset(
        word
        for found in sightings
        for sighting in found
        if len(words := sighting.name.split()) > 1
        for word in (words[0], words[-1])
        if is_syllable(word) and not all(is_syllable(w) and "-" not in w for w in words)
    )


def _bearers(sightings: Sequence[Sequence[Sighting]]) -> frozenset[str]:
    """The first and last syllables of the full Vietnamese and Chinese names of an article."""
    return frozenset(
        word
        for found in sightings
        for sighting in found
        if len(words := sighting.name.split()) > 2 and all(is_syllable(word) for word in words)
        for word in (words[0], words[-1])
    )


def _family_names(
    line: Line, here: Sequence[Sighting], families: frozenset[str], lexicon: Lexicon
) -> list[Sighting]:
    """Bare family names that speak: "Song cho hay" where the article has a Song Il-hyok."""
    if not families:
        return []
    taken = {p for sighting in here for p in range(sighting.start, sighting.end)}
    return [
        Sighting(p, p + 1, token.text, Evidence.WEAK, p, p + 1)
        for p, token in enumerate(line.tokens)
        if token.text in families
        and p not in taken
        and subject_position(line, p)
        and speaks_next(line, p + 1, lexicon)
    ]


def _name_titled(
    line: Line, here: list[Sighting], bearers: frozenset[str], lexicon: Lexicon
) -> None:
    """Read one syllable after a title as a name if the article has the full one: "Phu nhân Bành",
    "tỷ phú Quách".
    """
    if not bearers:
        return
    tokens = line.tokens
    for at, token in enumerate(tokens):
        if token.text not in bearers or (at + 1 < len(tokens) and tokens[at + 1].cap):
            continue
        start = next(
            (
                at - length
                for length in (4, 3, 2, 1)
                if at >= length
                and (title := lexicon.titles.match(tokens, at - length))
                and title[0] == at
                and title[1] != "honorific"
            ),
            None,
        )
        if start is None:
            continue
        over = [s for s in here if s.start <= at < s.end or start <= s.start < at]
        if any(sighting.name or sighting.end > at + 1 for sighting in over):
            # "Thứ trưởng Quốc phòng Nga" is nobody called Quốc
            continue
        here[:] = [sighting for sighting in here if sighting not in over]
        role = line.cut(start, at)
        here.append(Sighting(start, at + 1, token.text, Evidence.TITLE, at, at + 1, role))


def _gather(
    lines: Sequence[tuple[Place, Line]],
    sightings: Sequence[Sequence[Sighting]],
    lexicon: Lexicon,
) -> tuple[list[Person], dict[tuple[int, int], int]]:
    """The people, and for (line, sighting) who it is."""
    all_named = [
        (number, place, order, sighting)
        for order, (found, (place, _)) in enumerate(zip(sightings, lines, strict=True))
        for number, sighting in enumerate(found)
        if sighting.name
    ]
    full = _full_names(all_named, lines, lexicon)
    people: list[Person] = []
    index: dict[str, int] = {}
    for key in sorted(full, key=lambda key: (-len(key.split()), key)):
        target = _longer_form(key, index)
        if target is None:
            people.append(Person(full[key]))
            target = len(people) - 1
        index[key] = target
    named: dict[tuple[int, int], int] = {}
    for number, place, order, sighting in all_named:
        who = index.get(name_key(sighting.name))
        if who is None:
            who = _short_form(sighting, people, named, order, lexicon)
        if who is None:
            if sighting.evidence in {Evidence.WEAK, Evidence.BARE}:
                continue
            people.append(Person(sighting.name))
            who = index[name_key(sighting.name)] = len(people) - 1
        named[order, number] = who
        person = people[who]
        person.mentions.append((place, order))
        person.aliases[sighting.name] += 1
        if sighting.role:
            person.roles[sighting.role] += 1
        if sighting.honorific:
            person.honorifics[sighting.honorific] += 1
        person.strong = person.strong or sighting.evidence in {Evidence.TITLE, Evidence.HONORIFIC}
    return people, named


def _full_names(
    named: Iterable[tuple[int, Place, int, Sighting]],
    lines: Sequence[tuple[Place, Line]],
    lexicon: Lexicon,
) -> dict[str, str]:
    """Folded full name → its commonest spelling, for names with evidence enough."""
    spellings: dict[str, Counter[str]] = {}
    strong: set[str] = set()
    for _, _, order, sighting in named:
        if len(sighting.name.split()) < 2:
            continue
        key = name_key(sighting.name)
        spellings.setdefault(key, Counter())[sighting.name] += 1
        if sighting.evidence is Evidence.WEAK:
            line = lines[order][1]
            if (
                speaks_next(line, sighting.end, lexicon)
                or _speaks_after_apposition(line, sighting, lexicon)
                or _lives(line, sighting)
                or _is_told_of(line, sighting, lexicon)
            ):
                strong.add(key)
        else:
            strong.add(key)
    return {
        key: max(counts, key=lambda name: (counts[name], name))
        for key, counts in spellings.items()
        if key in strong
    }


def speaks_next(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech follows within two words."""
    return any(
        lexicon.speech.match(line.tokens, position + skip) is not None
        and all(token.word for token in line.tokens[position : position + skip])
        for skip in (0, 1)
    )


def _is_told_of(line: Line, sighting: Sighting, lexicon: Lexicon) -> bool:
    """Whether an English verb of speech stands right before, after a quotation: "…," said X Y."""
    start = sighting.start
    if lexicon.language != "en" or start < 2 or sighting.name_end - sighting.name_start < 2:
        return False
    speech = lexicon.speech.match(line.tokens, start - 1)
    return bool(speech and speech[0] == start and not line.tokens[start - 2].word)


def _lives(line: Line, sighting: Sighting) -> bool:
    """Whether something happens that happens to people only: "X Y bị bắt", "X Y qua đời"."""
    if not subject_position(line, sighting.start):
        return False
    words = words_of("names.toml", "human_verbs")
    return any(
        " ".join(token.low for token in line.tokens[at : at + length]) in words
        for at in range(sighting.end, sighting.end + 2)
        for length in (2, 3)
    )


def _speaks_after_apposition(line: Line, sighting: Sighting, lexicon: Lexicon) -> bool:
    """Whether a foreign name opens its clause, is explained between commas, and then speaks."""
    tokens, end = line.tokens, sighting.end
    if end >= len(tokens) or tokens[end].text != "," or not subject_position(line, sighting.start):
        return False
    if all(is_syllable(word) for word in sighting.name.split()):
        return False
    for position in range(end + 2, min(len(tokens), end + MAX_APPOSITION)):
        speech = lexicon.speech.match(tokens, position)
        if speech and speech[1] in {"say", "ask"}:
            return not is_noun(line, position, speech[0])
    return False


def _longer_form(key: str, index: dict[str, int]) -> int | None:
    """The person whose longer name this name is a part of, if there is exactly one."""
    words = key.split()
    found = set()
    for other, who in index.items():
        longer = other.split()
        if len(longer) <= len(words):
            continue
        foreign = not all(is_syllable(word) for word in longer)
        suffix = longer[-len(words) :] == words
        ends = foreign and longer[0] == words[0] and longer[-1] == words[-1]
        prefix = foreign and longer[: len(words)] == words
        if suffix or ends or prefix:
            found.add(who)
    return found.pop() if len(found) == 1 else None


def _short_form(
    sighting: Sighting,
    people: Sequence[Person],
    named: dict[tuple[int, int], int],
    order: int,
    lexicon: Lexicon,
) -> int | None:
    """The person a short name ("ông Lộc", "ông Trump", "bà Kim Ngân") means."""
    words = name_key(sighting.name).split()
    candidates = []
    for who, person in enumerate(people):
        full = name_key(person.name).split()
        if len(full) <= len(words):
            continue
        native = all(is_syllable(word) for word in person.name.split())
        sino = person.name.split()[0].lower() in lexicon.sino_surnames
        if full[-len(words) :] == words:
            rank = 2
        elif full[: len(words)] == words and (not native or sino) and len(words) == 1:
            rank = 2 if sino and len(full) <= 3 else 1
        elif len(words) == 1 and (
            (full[0] == words[0] and _holds(sighting, person)) or (not native and words[0] in full)
        ):
            rank = 1
        else:
            continue
        if _clashes(sighting, person):
            continue
        candidates.append((rank, who))
    if not candidates:
        return None
    best = max(rank for rank, _ in candidates)
    choice = [who for rank, who in candidates if rank == best]
    if len(choice) == 1:
        return choice[0]
    recent = [who for (line, _), who in sorted(named.items()) if who in choice and line <= order]
    return recent[-1] if recent else None


def _holds(sighting: Sighting, person: Person) -> bool:
    """Whether a short name comes with an office that the person has: "Đại sứ Hùng", Hùng Ba."""
    office = fold(sighting.role)
    return bool(office) and any(fold(role).startswith(office) for role in person.roles)


def _clashes(sighting: Sighting, person: Person) -> bool:
    """Whether the form of address contradicts what is known of the person."""
    gender = person.gender
    return bool(
        (sighting.honorific in MALE and gender == "f")
        or (sighting.honorific in FEMALE and gender == "m")
    )
