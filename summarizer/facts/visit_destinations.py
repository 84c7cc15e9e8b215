"""Where visits go: countries, the capitals that stand for them, a few international bodies; and
where visitors come from, as nobody visits his own country.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from summarizer.facts.cast import Cast, Person
from summarizer.facts.lexicon import Lexicon, Phrases, lexicon, table_of, words_of_part
from summarizer.facts.own_side import HOME
from summarizer.facts.partners import leaders
from summarizer.facts.syllables import is_syllable
from summarizer.facts.tokens import Line, tokenize
from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Destination:
    """A place as the text has it, up to token ``end`` (exclusive); ``key`` is its country or body
    in both languages.
    """

    name: str
    key: str
    end: int


@cache
def _bodies_and_capitals() -> Phrases:
    table = table_of("visits.toml")
    return Phrases(
        (name, key)
        for part in ("bodies", "capitals")
        for key, names in table[part].items()
        for name in names
    )


def destination_at(line: Line, position: int, known: Lexicon) -> Destination | None:
    """The country, capital or body that begins at a token, if the name ends where it does there:
    not "Việt Nam Airlines", "Vietnamese soldiers".
    """
    tokens = line.tokens
    if position >= len(tokens) or not tokens[position].cap:
        return None
    place = known.places.match(tokens, position)
    own = _bodies_and_capitals().match(tokens, position)
    if own and (place is None or own[0] >= place[0]):
        end, key = own
    elif place and place[1] == "country":
        end = place[0]
        key = known.countries[fold(line.cut(position, end))]
    else:
        return None
    name = line.cut(position, end)
    if name.lower() in words_of_part("visits.toml", "en", "adjectives"):
        return None
    if end < len(tokens) and tokens[end].cap:
        return None
    return Destination(name, key, end)


def destination_key(name: str) -> str:
    """The country or body that a destination is in, the same in both languages."""
    own = _bodies_and_capitals().match(tokens := tokenize(name), 0)
    if own and own[0] == len(tokens):
        return own[1]
    return lexicon("vi").countries.get(fold(name), fold(name))


def country_of(person: Person, cast: Cast, known: Lexicon) -> str:
    """The country that somebody stands for, ``""`` if that is not known."""
    for role in person.roles:
        if country := country_in(role, known):
            return country
    led = leaders(cast)
    parts = [fold(part) for part in person.name.split()]
    for part in parts:
        if part in led:
            return known.countries.get(led[part], led[part])
    surname = person.name.split()[0].lower()
    vietnamese = (
        len(parts) > 1
        and (surname in known.surnames or parts[0] in known.surnames_plain)
        and all(is_syllable(part) for part in parts)
    )
    return HOME if vietnamese else ""


def country_in(role: str, known: Lexicon) -> str:
    """The country that a role names: "Thủ tướng Nhật Bản"."""
    tokens = tokenize(role)
    for position, token in enumerate(tokens):
        place = known.places.match(tokens, position) if token.cap else None
        if place and place[1] == "country":
            words = role[token.start : tokens[place[0] - 1].end]
            return known.countries.get(fold(words), "")
    return ""
