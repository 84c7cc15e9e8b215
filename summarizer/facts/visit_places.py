"""Where visits go to and where visitors come from: countries in both languages under one key.

The key of a country is its name in the gazetteer of places, folded: "Hoa Kỳ", "Mỹ" and "the United
States" are ``hoa ky``. A capital stands for its country, other towns, regions and organisations for
themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from summarizer.facts.lexicon import Phrases, phrases_in, rows_of, table_of, words_of
from summarizer.facts.tokens import Token, tokenize
from summarizer.text.folding import fold

FILE = "visits.toml"
HOME = fold("Việt Nam")
_OF_NAMES = frozenset({"anh", "ý", "áo", "bỉ", "nga", "séc", "lào", "đức", "pháp", "mỹ", "thái"})
"""Countries of one syllable that begin other names: "Mỹ Đình", "Anh Sơn"."""
_TITLES = frozenset({"thủ", "tổng", "chủ", "bộ", "phó", "ngoại", "đại", "ông", "bà"})
_ENGLISH_NAMES = frozenset({"anh", "lao", "y", "ao", "bi", "sec", "phap", "duc", "my", "nhat"})
_NOT_ENGLISH = frozenset({"áo", "ý", "anh", "bỉ", "nga", "đức", "pháp", "mỹ", "séc", "thái"})


class Reach(StrEnum):
    """What sort of place a visit goes to."""

    COUNTRY = "country"
    CAPITAL = "capital"
    TOWN = "town"
    REGION = "region"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Destination:
    """A place as the text has it; ``key`` is the same under all its names in both languages."""

    text: str
    key: str
    reach: Reach


def pairs_of(table: str, key: str) -> Iterator[tuple[str, str]]:
    """The pairs of a list of visits.toml that is written ``phrase = meaning``; a phrase without a
    meaning means itself.
    """
    for row in phrases_in(table_of(FILE)[table][key]):
        phrase, _, meaning = row.partition(" = ")
        yield phrase.strip(), meaning.strip() or phrase.strip()


@cache
def _known() -> tuple[Phrases, dict[str, tuple[str, Reach]]]:
    """All names of places, and for each name in small letters its key and sort."""
    found: dict[str, tuple[str, Reach]] = {}

    def add(names: Iterable[tuple[str, str]], reach: Reach) -> None:
        for name, of in names:
            form = " ".join(token.low for token in tokenize(name))
            found.setdefault(form, (fold(of), reach))

    rows = [row for row in rows_of("places_more.tsv") if len(row) == 3]
    add(pairs_of("places", "countries"), Reach.COUNTRY)
    add(((name, of) for name, of, kind in rows if kind == "country"), Reach.COUNTRY)
    add(pairs_of("places", "capitals"), Reach.CAPITAL)
    add(pairs_of("places", "organisations"), Reach.ORGANISATION)
    add(((name, of) for name, of, kind in rows if kind == "town"), Reach.TOWN)
    add(((name, of) for name, of, kind in rows if kind == "region"), Reach.REGION)
    return Phrases((name, name) for name in found), found


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(name.lower() for name in phrases_in(table_of(FILE)["places"]["adjectives"]))


def destination_at(
    tokens: Sequence[Token], start: int, text: str, language: str
) -> tuple[Destination, int] | None:
    """The place that is named from ``start`` on, and where its name ends."""
    if start >= len(tokens) or not tokens[start].cap:
        return None
    phrases, known = _known()
    hit = phrases.match(tokens, start)
    if hit is None:
        return None
    end, name = hit
    following = tokens[end] if end < len(tokens) else None
    if language == "en":
        if name in _adjectives() or name in _NOT_ENGLISH:
            return None
        if following and following.low in {"'s", "’s"}:
            return None
    elif (
        name in _OF_NAMES and following is not None and following.cap
        and following.low not in _TITLES and following.start == tokens[end - 1].end + 1
    ):  # fmt: skip
        return None
    key, reach = known[name]
    return Destination(text[tokens[start].start : tokens[end - 1].end], key, reach), end


@lru_cache(maxsize=4096)
def country_in(role: str) -> str:
    """The key of the first country that an office names, ``""`` if none: "Japanese Prime Minister",
    "Tổng thống Mỹ".
    """
    phrases, known = _known()
    tokens = tokenize(role)
    position = 0
    while position < len(tokens):
        hit = phrases.match(tokens, position) if tokens[position].cap else None
        if hit is None:
            position += 1
            continue
        key, reach = known[hit[1]]
        if reach is Reach.COUNTRY:
            return key
        position = hit[0]
    return ""


@cache
def leaders() -> dict[str, str]:
    """Part of the name of a well-known statesman, folded → the key of his country."""
    found = {}
    for state, parts in table_of("names.toml")["leaders"].items():
        key = country_in(state)
        found.update({fold(part): key for part in phrases_in(parts)})
    return found


def is_home(destination: Destination) -> bool:
    """Whether a place is a town or province of Vietnam."""
    return destination.reach is Reach.TOWN and destination.key in _home_towns()


@cache
def _home_towns() -> frozenset[str]:
    names = [row[0] for row in rows_of("places_more.tsv") if row[-1] == "town"]
    # the gazetteer has the towns of Vietnam first, those of China after them
    home = names[: names.index("Bắc Kinh")]
    return frozenset(map(fold, [*home, "Da Nang", "Hai Phong", "Can Tho", "Hue"])) - {
        fold(name) for name in words_of(FILE, "seas")
    }
