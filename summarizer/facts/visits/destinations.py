"""Where visits go: countries, told by themselves or by one of their towns, and a few international
bodies; and where visitors come from, as nobody visits his own country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.facts.events.partners import leaders
from summarizer.facts.persons.cast import Cast, Person
from summarizer.facts.persons.own_side import HOME
from summarizer.facts.words.lexicon import (
    Lexicon,
    Phrases,
    lexicon,
    rows_of,
    table_of,
    words_of_part,
)
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line, Token, tokenize
from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Destination:
    """A country or body up to token ``end`` (exclusive), as the text has it; of a town its country.
    ``key`` is the country or body in both languages. ``town`` is one that is no capital: only who
    is known to be a stranger there visits its country.
    """

    name: str
    key: str
    end: int
    town: bool = False


@cache
def _listed(*parts: str) -> Phrases:
    table = table_of("visits.toml")
    return Phrases(
        (name, key) for part in parts for key, names in table[part].items() for name in names
    )


@cache
def _countries() -> dict[str, str]:
    """Folded common name of a country → that name in Vietnamese."""
    return {fold(of): of for _, of, kind in rows_of("places_more.tsv") if kind == "country"}


def destination_at(line: Line, position: int, known: Lexicon) -> Destination | None:
    """The country, town or body that begins at a token, if the name ends where it does there: not
    "Việt Nam Airlines", "Vietnamese soldiers".
    """
    tokens = line.tokens
    if position >= len(tokens) or not tokens[position].cap:
        return None
    place = known.places.match(tokens, position)
    listed = _longest(tokens, position, at_least=place[0] if place else 0)
    if listed:
        part, end, key = listed
        name = (
            line.cut(position, end) if part == "bodies" else destination_name(key, known.language)
        )
    elif place and place[1] == "country":
        part, end = "countries", place[0]
        name = line.cut(position, end)
        key = known.countries[fold(name)]
        if name.lower() in words_of_part("visits.toml", "en", "adjectives"):
            return None
    else:
        return None
    if end < len(tokens) and tokens[end].cap:
        return None
    return Destination(name, key, end, town=part == "towns")


def _longest(
    tokens: Sequence[Token], position: int, *, at_least: int
) -> tuple[str, int, str] | None:
    """The longest body or town that begins at a token: its list, its end, its key."""
    found = None
    for part in ("bodies", "capitals", "towns"):
        hit = _listed(part).match(tokens, position)
        if hit and hit[0] >= at_least:
            found, at_least = (part, *hit), hit[0] + 1
    return found


def countries_named(line: Line, known: Lexicon) -> frozenset[str]:
    """The countries and bodies of which a line has the name, or that of a town in them."""
    found = set()
    for position, token in enumerate(line.tokens):
        if not token.cap:
            continue
        if listed := _longest(line.tokens, position, at_least=0):
            found.add(listed[2])
        place = known.places.match(line.tokens, position)
        if place and place[1] == "country":
            found.add(known.countries[fold(line.cut(position, place[0]))])
    return frozenset(found)


def destination_named(name: str) -> str | None:
    """The key of the country or body that a name, or that of a town in it, means; ``None`` for any
    other name.
    """
    key = destination_key(name)
    known = _countries().keys() | table_of("visits.toml")["bodies"].keys()
    return key if key in known else None


def country_named(name: str) -> str | None:
    """The key of the country that a name means, not by one of its towns; else ``None``."""
    plain = fold(name)
    key = _english().get(plain) or lexicon("vi").countries.get(plain, plain)
    return key if key in _countries() else None


def countries_of(place: str) -> frozenset[str]:
    """The keys of the countries of which a place has the name, or that of a town in them: "Trung
    tâm Hội nghị Quốc gia, Hà Nội". Here, unlike where visits go to, seats of international bodies
    lie in their countries; a town within another name ("Nhà Hòa Bình") is none.
    """
    parts = [_KIND_OF_PLACE.sub("", part) for part in _PARTS_OF_PLACE.split(place)]
    keys = {_seats().get(fold(part)) or destination_key(part) for part in parts if part}
    return frozenset(keys & _countries().keys())


@cache
def _seats() -> dict[str, str]:
    """Folded name of a seat of international bodies → the key of its country."""
    table = table_of("visits.toml")["seats"]
    return {fold(name): key for key, names in table.items() for name in names}


_PARTS_OF_PLACE = re.compile(r"\s*[,;()]\s*|\s[-–]\s|\s(?:ở|tại|thuộc|in|at|of)\s", re.IGNORECASE)
_KIND_OF_PLACE = re.compile(
    r"^(?:the\s+)?(?:thành phố|tp\.?|thủ đô|tỉnh|nước|city|province|capital)\s+(?:of\s+)?"
    r"|\s+(?:city|province)$",
    re.IGNORECASE,
)


def destination_name(key: str, language: str) -> str:
    """What a language calls the country or body of a key."""
    table = table_of("visits.toml")
    vietnamese = table["bodies"].get(key, [_countries().get(key, key)])[0]
    return str(table["english"].get(key, vietnamese) if language == "en" else vietnamese)


def destination_key(name: str) -> str:
    """The country or body that a destination is in, the same in both languages."""
    own = _listed("bodies", "capitals", "towns").match(tokens := tokenize(name), 0)
    if own and own[0] == len(tokens):
        return own[1]
    plain = fold(name)
    return _english().get(plain) or lexicon("vi").countries.get(plain, plain)


@cache
def _english() -> dict[str, str]:
    """Folded English name → key, of those that English calls otherwise."""
    return {fold(name): key for key, name in table_of("visits.toml")["english"].items()}


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
