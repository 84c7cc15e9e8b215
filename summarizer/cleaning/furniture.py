"""Page furniture: lines that belong to the page and not to the article.

Known lines stand in ``furniture.toml`` (folded); some kinds are known by their shape: slugs,
addresses, share bars, paths of sections, and stamps of date and time, which tell when the page was
published. Only whole lines count: a sentence that has "Đọc thêm" in it is a sentence.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summarizer.text.dates import PartialDate, Precision, find_dates
from summarizer.text.folding import fold

_LONGEST = 200
"""No line longer than this many characters is furniture."""

_EDGES = " :.-–—|»>›…•·*#!?()[]\"'"
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}(?:\.\w{3,4})?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\w./-]+\.(?:html?|jpe?g|png|aspx|php)")
_PATH = re.compile(r"[^>»›/|]{2,40}(?:\s?[>»›|]\s?[^>»›|]{2,60}){1,5}")
_HASHTAGS = re.compile(r"(?:#\S+\s*)+")
_CLOCK = re.compile(
    r"\b\d{1,2}\s?[:hg]\s?\d{2}(?:\s?[:p]\s?\d{2})?(?:\s?(?:am|pm|sa|ch))?\b", re.IGNORECASE
)
_STAMP_WORDS = frozenset(
    [
        "thu",
        "hai",
        "ba",
        "tu",
        "nam",
        "sau",
        "bay",
        "chu",
        "nhat",
        "ngay",
        "luc",
        "cap",
        "dang",
        "tai",
        "xuat",
        "ban",
        "cong",
        "bo",
        "gmt",
        "utc",
        "gio",
        "phut",
        "am",
        "pm",
        "sa",
        "ch",
        "sang",
        "chieu",
        "toi",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "published",
        "updated",
        "posted",
        "on",
        "at",
        "date",
        "last",
        "update",
        "ict",
    ]
)


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    lines: frozenset[str]
    related: frozenset[str]
    foot: frozenset[str]
    captions: frozenset[str]
    bar: frozenset[str]
    bar_small: frozenset[str]
    sections: frozenset[str]
    credits: frozenset[str]
    prefixes: tuple[str, ...]


@cache
def _gazetteer() -> _Gazetteer:
    table = tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8"))
    sets = {name: frozenset(entries) for name, entries in table.items() if name != "prefixes"}
    return _Gazetteer(**sets, prefixes=tuple(table["prefixes"]))


def _key(line: str) -> str:
    return fold(line).strip(_EDGES)


def is_furniture(line: str) -> bool:
    """Whether the whole line belongs to the page: known lines and shapes; no teaser headings."""
    if len(line) > _LONGEST:
        return False
    key = _key(line)
    gazetteer = _gazetteer()
    if not key or fold(line).startswith(gazetteer.prefixes):
        return True
    if line[-1] in ".!?…":
        return False
    if key in gazetteer.lines or key in gazetteer.foot:
        return True
    if _SLUG.fullmatch(line) or _ADDRESS.fullmatch(line) or _HASHTAGS.fullmatch(line):
        return True
    tokens = key.split()
    if any(token in gazetteer.bar for token in tokens) and all(
        token in gazetteer.bar or token in gazetteer.bar_small or token.isdigit()
        for token in tokens
    ):
        return True
    if _PATH.fullmatch(line):
        parts = [part.strip() for part in re.split("[>»›|]", key)]
        return parts[0] == "trang chu" or all(part in gazetteer.sections for part in parts[:-1])
    return False


def is_section(line: str) -> bool:
    """Whether the line is the name of a section of a paper ("Thời sự", "Thế giới")."""
    return len(line) < 60 and _key(line) in _gazetteer().sections


def is_related_heading(line: str) -> bool:
    """Whether the line is a heading above teasers of other articles ("Tin liên quan")."""
    return len(line) < 60 and _key(line) in _gazetteer().related


def is_foot(line: str) -> bool:
    """Whether nothing but the page's foot follows, if the line stands near its end."""
    if len(line) > _LONGEST:
        return False
    return _key(line) in _gazetteer().foot or fold(line).startswith(_gazetteer().prefixes)


def is_caption_marker(line: str) -> bool:
    """Whether the line announces that the next one is a caption ("Chú thích ảnh")."""
    return len(line) < 40 and _key(line) in _gazetteer().captions


def is_anonymous_credit(text: str) -> bool:
    """Whether the text can stand after "Ảnh:" though it is no name ("internet", "NVCC")."""
    return len(text) < 60 and _key(text) in _gazetteer().credits


def read_stamp(line: str) -> PartialDate | None:
    """The day of publication, where a line is nothing but a stamp of date and time.

    "Thứ Ba, 14/12/2021 | 19:05 (GMT+7)", "Cập nhật lúc 19h05, ngày 14-12-2021". A stamp must have
    day, month and year.
    """
    if len(line) > 90 or not any(letter.isdigit() for letter in line):
        return None
    for language in ("vi", "en"):
        mentions = find_dates(line, language)
        stamps = [mention for mention in mentions if mention.date.precision is Precision.DAY]
        if stamps:
            break
    if not stamps or stamps[0].until is not None:
        return None
    rest = line
    for mention in reversed(mentions):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    rest = fold(_CLOCK.sub(" ", rest))
    words = re.findall(r"[a-z]+", rest)
    return stamps[0].date if all(word in _STAMP_WORDS for word in words) else None
