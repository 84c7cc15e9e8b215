"""Who appears in an article: names brought together, offices and pronouns resolved.

A person is known by the fullest form of the name. Shorter forms (the last syllables of a
Vietnamese name, the family name of a foreign one) join it where only one person fits. Offices and
pronouns are resolved in :mod:`references`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.facts.model import Place
from summarizer.facts.persons.bare_names import Evidence, Sighting
from summarizer.facts.persons.cast import Cast, Person, subject_position
from summarizer.facts.persons.couples import gender_told
from summarizer.facts.persons.names import closed_up, name_key
from summarizer.facts.persons.references import Resolver
from summarizer.facts.persons.role_changes import note_roles, settle_roles
from summarizer.facts.persons.short_names import clashes, longer_form, short_form
from summarizer.facts.persons.sightings import find_sightings
from summarizer.facts.persons.spellings import Form, homes_of, marked_key
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import is_noun

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
    for person in people:
        person.name = closed_up(person.name)
        closed = Counter[str]()
        for alias, times in person.aliases.items():
            closed[closed_up(alias)] += times
        person.aliases = closed
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
    full, homes = _full_names(all_named, lines, lexicon)
    people: list[Person] = []
    index: dict[str, int] = {}
    for key in sorted(full, key=lambda key: (-len(key.split()), key)):
        target = longer_form(key, index)
        if target is None:
            people.append(Person(full[key]))
            target = len(people) - 1
        index[key] = target
    left: dict[int, set[str]] = {}
    named: dict[tuple[int, int], int] = {}
    for _, _, order, sighting in all_named:
        # before short names are read: they fit whom their form of address fits
        key = marked_key(sighting.name)
        if (known := index.get(homes.get(key, key))) is not None:
            _note_gender(people[known], lines[order][1], sighting, lexicon)
    for number, place, order, sighting in all_named:
        key = marked_key(sighting.name)
        key = homes.get(key, key)
        who = index.get(key)
        if who is None or clashes(sighting, people[who]):
            # "Ông X" beside a wife who goes by the same name
            other = short_form(sighting, people, named, order, lexicon)
            who = who if other is None else other
        if who is None:
            if sighting.evidence in {Evidence.WEAK, Evidence.BARE}:
                continue
            people.append(Person(sighting.name))
            who = index[key] = len(people) - 1
            _note_gender(people[who], lines[order][1], sighting, lexicon)
        named[order, number] = who
        person = people[who]
        person.mentions.append((place, order))
        person.aliases[sighting.name] += 1
        note_roles(person, sighting)
        if sighting.given and sighting.role != sighting.given:
            left.setdefault(who, set()).add(sighting.role)
        if sighting.honorific:
            person.honorifics[sighting.honorific] += 1
        person.strong = person.strong or sighting.evidence in {Evidence.TITLE, Evidence.HONORIFIC}
    for who, person in enumerate(people):
        settle_roles(person, left.get(who, set()), lexicon.language)
    return people, named


def _note_gender(person: Person, line: Line, sighting: Sighting, lexicon: Lexicon) -> None:
    if gender := gender_told(line, sighting, lexicon):
        person.genders[gender] += 1


def _full_names(
    named: Iterable[tuple[int, Place, int, Sighting]],
    lines: Sequence[tuple[Place, Line]],
    lexicon: Lexicon,
) -> tuple[dict[str, str], dict[str, str]]:
    """Full name → its commonest spelling, for names with evidence enough; form → full name."""
    forms: dict[str, dict[str, Form]] = {}
    strong: set[str] = set()
    for _, _, order, sighting in named:
        if len(sighting.name.split()) < 2:
            continue
        key = marked_key(sighting.name)
        same = forms.setdefault(name_key(sighting.name), {})
        same.setdefault(key, Form()).add(sighting.name, sighting.role)
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
    full: dict[str, str] = {}
    homes: dict[str, str] = {}
    for same in forms.values():
        found = homes_of(same, lexicon.language)
        homes |= found
        for home in set(found.values()):
            if any(key in strong for key, of in found.items() if of == home):
                full[home] = same[home].commonest
    return full, homes


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
    if lexicon.language != "en" and all(is_syllable(word) for word in sighting.name.split()):
        return False
    for position in range(end + 2, min(len(tokens), end + MAX_APPOSITION)):
        speech = lexicon.speech.match(tokens, position)
        if speech and speech[1] in {"say", "ask"}:
            return not is_noun(line, position, speech[0])
    return False
