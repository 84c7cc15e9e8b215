"""Who published a text: datelines before it, credits after it, by-lines of its authors.

Names stand in ``agencies.toml``. A dateline is "(VOV5) -", "TTXVN -", "Hà Nội (TTXVN 14/12) -",
"HANOI, Dec. 14 (Xinhua) --" at the beginning of a paragraph; in brackets before a dash a name need
not be known. "HANOI -" names no source and is taken off all the same. A credit is a line of
nothing but names of agencies, after "Theo" or an author's name or by itself. A by-line is a line
of nothing but names of people.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summarizer.text.dates import UNKNOWN_DATE, PartialDate, find_dates
from summarizer.text.folding import CAPITAL, fold

_DASH = r"\s?(?:[-–—]{1,2}|:)\s?"
_WHEN = (
    r"(?P<when>(?:ngày\s)?\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{4})?"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)"
)
_BRACKETED = re.compile(
    rf"\(\s?(?P<name>[^()]{{2,40}}?)(?:[\s,]+{_WHEN})?\s?\)(?P<dash>{_DASH}|\s)"
)
_PLACED = re.compile(
    rf"(?P<place>{CAPITAL}[^()\d:.!?]{{1,30}}?)(?:,?\s{_WHEN})?\s?"
    rf"\(\s?(?P<name>[^()]{{2,30}}?)(?:[\s,]+{_WHEN.replace('when', 'then')})?\s?\){_DASH}"
)
_PLAIN = re.compile(
    rf"(?P<name>[^\s(][^():;,!?–—]{{1,28}}?)\s?[-–—]{{1,2}}\s(?={CAPITAL}|[\"“'‘\d])"
)
_CITY = re.compile(
    rf"(?P<place>{CAPITAL}{{2,}}\.?(?:\s{CAPITAL}{{2,}}){{0,3}})(?:,\s{_WHEN})?"
    rf"\s?[-–—]{{1,2}}\s(?={CAPITAL}|[\"“'‘\d])"
)
_CODE = re.compile(rf"{CAPITAL}[^\W_]*(?:[ .+&-][^\W_]+){{0,3}}")
_SPLIT = re.compile(r"\s?[/,;]\s?|\s&\s|\s[-–]\s|\s(?:và|and)\s")
_CREDIT_LEAD = re.compile(
    r"\(?\s?(?:theo|nguồn|source|via|according to|from|by)\s?:?\s", re.IGNORECASE
)
_NAME = re.compile(rf"{CAPITAL}[^\W\d_]*\.?(?:[\s.]\s?{CAPITAL}[^\W\d_]*\.?){{1,4}}")
_INITIALS = re.compile(rf"{CAPITAL}\s?\.\s?{CAPITAL}\.?")
_AFTER_NAME = re.compile(r"\s?\((?P<note>[^()]{1,60})\)\s?\.?$")
_NOTE = re.compile(
    r"(?:theo|từ|video|ảnh|clip|nguồn|đồ họa|đồ hoạ)\b.*|tổng hợp|t\s?/\s?h|lược dịch|dịch|ghi"
    r"|biên dịch",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:tin, bài|bài và ảnh|tin và ảnh|bài, ảnh|tin, ảnh|ảnh, bài|bài|tin|thực hiện|nhóm pv"
    r"|nhóm phóng viên|pv|p\.v|phóng viên|tác giả|biên tập|by|reporter|written by)"
    r"\s?:?\s?(?P<who>.{0,80})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline taken off a paragraph: who and when, if it says so, and what stands after it."""

    source: str | None
    date: PartialDate
    rest: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A line after a text: the agency it credits, if any; without one it is a mere by-line."""

    source: str | None


@cache
def _agencies() -> dict[str, str]:
    table = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text("utf-8"))
    del table["cities"]
    return {key: name for group in table.values() for key, name in group.items()}


@cache
def _common() -> frozenset[str]:
    table = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text("utf-8"))
    return frozenset(table["common"])


@cache
def _cities() -> frozenset[str]:
    table = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text("utf-8"))
    return frozenset(table["cities"]["names"])


def agency(name: str, *, alone: bool = False) -> str | None:
    """The display name of a known agency or paper, ``None`` if ``name`` is not one as a whole.

    ``alone`` says that nothing beside the name shows it to be one; then names that are common
    words, too, do not count.
    """
    if len(name) >= 60:
        return None
    key = fold(name).strip(" .():")
    return None if alone and key in _common() else _agencies().get(key)


def split_dateline(paragraph: str) -> Dateline | None:
    """Take the dateline off a paragraph, or ``None`` if it has none."""
    head = paragraph[:120]
    if match := _BRACKETED.match(head):
        name = match["name"]
        known = agency(name)
        coded = match["dash"].strip() and _CODE.fullmatch(name) and len(name) <= 25
        if known or coded:
            return Dateline(known or name, _when(match["when"]), paragraph[match.end() :])
    if match := _PLACED.match(head):
        known = agency(match["name"])
        if known:
            when = _when(match["when"] or match["then"])
            return Dateline(known, when, paragraph[match.end() :])
    if (match := _PLAIN.match(head)) and (known := agency(match["name"], alone=True)):
        return Dateline(known, UNKNOWN_DATE, paragraph[match.end() :])
    if (match := _CITY.match(head)) and (match["when"] or fold(match["place"]) in _cities()):
        return Dateline(None, _when(match["when"]), paragraph[match.end() :])
    return None


def _when(text: str | None) -> PartialDate:
    if not text:
        return UNKNOWN_DATE
    for phrase, language in ((text, "en"), (f"ngày {text}", "vi")):
        for mention in find_dates(phrase, language):
            return mention.date
    return UNKNOWN_DATE


def read_credit(line: str) -> Credit | None:
    """Read a line that stands after a text as a credit or by-line; ``None`` if it is neither.

    "TTXVN/Báo Tin tức", "Theo TTXVN", "Nguyễn Thị A (Theo AFP)", "Lâm B/VOV", "Bài, ảnh: Trần C",
    "Trần C - Lê D". A name that nobody knows counts as a by-line only by its shape, so ask this
    of lines at the end (or under the headline) only.
    """
    if len(line) > 120 or line.endswith((":", ";", "?", "!")):
        return None
    line = line.strip(" ./-–—*")
    lead = _CREDIT_LEAD.match(line)
    bare = line[lead.end() :].strip(" )") if lead else line
    parts = [part for part in _SPLIT.split(bare) if part]
    named = [agency(part, alone=len(parts) == 1 and not lead) for part in parts]
    if parts and all(named):
        return Credit("/".join(dict.fromkeys(name for name in named if name)))
    if lead:
        return None
    if note := _AFTER_NAME.search(line):
        if _NOTE.fullmatch(note["note"].strip()):
            inner = read_credit(note["note"].strip())
            rest = read_credit(line[: note.start()])
            if rest is not None:
                return Credit(rest.source or (inner.source if inner else None))
        return None
    if label := _LABELLED.fullmatch(line):
        return Credit(None) if _is_people(label["who"]) or not label["who"] else None
    people = [part for part, name in zip(parts, named, strict=True) if not name]
    if people and all(_is_people(part) for part in people) and len(line.split()) <= 12:
        return Credit("/".join(name for name in named if name) or None)
    return None


def _is_people(text: str) -> bool:
    names = [part for part in _SPLIT.split(text.strip()) if part]
    return bool(names) and all(_NAME.fullmatch(name) or _INITIALS.fullmatch(name) for name in names)
