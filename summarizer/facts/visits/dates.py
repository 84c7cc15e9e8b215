"""When a visit takes place, from the sentence that tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.events.dates import (
    evidence,
    is_long_gone,
    tells_what_was,
    with_year,
    year_behind,
)
from summarizer.facts.visits.mentions import VisitMention
from summarizer.facts.words.lexicon import words_of_part
from summarizer.facts.words.tokens import Line, tokenize
from summarizer.text.dates import UNKNOWN_DATE, Basis, DateMention, PartialDate, year_ahead

_BEHIND = 60
"""Characters after a visit within which a day is its own."""
_RANGE_BEHIND = 160
_OWNED = 3
"""Tokens from a visit to whose it is."""
_OPENING = 30
_MADE = frozenset({"đã", "vừa", "từng", "visited", "paid", "made", "arrived", "wrapped"})
_AND = re.compile(r"\b(?:và|and)\b", re.IGNORECASE)
_OPENS_CLAUSE = re.compile(
    r"[,;]\s*(?:(?:vào|sáng|trưa|chiều|tối|ngày|on|the morning of|the afternoon of)\s*)*$",
    re.IGNORECASE,
)
"""Before a day that a clause begins with: "Theo lời mời của …, ngày 22/5, Thủ tướng A …"."""


def days_of(
    mention: VisitMention,
    line: Line,
    days: Sequence[DateMention],
    until: int,
    language: str,
) -> tuple[PartialDate, PartialDate]:
    """The first and last day of a visit as far as its sentence tells, without years that are not
    stated; ``until`` is the character at which another visit begins.
    """
    start = line.tokens[mention.start].start
    end = line.tokens[mention.end - 1].end
    near = mention.end <= mention.visitor.start <= mention.end + _OWNED
    visitor = line.tokens[mention.visitor.start].start
    # "chuyến thăm Lào tháng 8-2017 của Thủ tướng A"
    near = near and not any(end <= day.start < visitor for day in days)
    if near and "," not in line.lows[mention.end : mention.visitor.start]:
        # "chuyến thăm Lào của Thủ tướng A từ ngày …"
        end = min(until, line.tokens[mention.visitor.end - 1].end)
    told = _behind(mention, line, days, end, until, language) or _before(
        mention, line, days, start, language
    )
    if told is None:
        return UNKNOWN_DATE, UNKNOWN_DATE
    first, last = told
    if len(mention.destinations) > 1:
        return _month_of(first, last), UNKNOWN_DATE
    return first, last


def _behind(
    mention: VisitMention,
    line: Line,
    days: Sequence[DateMention],
    end: int,
    until: int,
    language: str,
) -> tuple[PartialDate, PartialDate] | None:
    """The first date after a visit, if it is the visit's: a range may stand further off."""
    day = next((day for day in days if end <= day.start < until), None)
    if day is None:
        return None
    between = line.text[end : day.start]
    if day.until:
        # "Sau chuyến thăm Lào, ông dự hội nghị … từ ngày …"
        apart = _is_apart(between) if mention.during else ";" in between
        return None if apart or len(between) > _RANGE_BEHIND else (day.date, day.until)
    if _is_apart(between) or len(between) > _BEHIND:
        return None
    return (UNKNOWN_DATE, day.date) if _is_end(line, day, language) else (day.date, UNKNOWN_DATE)


def _before(
    mention: VisitMention,
    line: Line,
    days: Sequence[DateMention],
    start: int,
    language: str,
) -> tuple[PartialDate, PartialDate] | None:
    """The date that opens the sentence of a visit, or on which the visitor sets out."""
    for day in days:
        if day.until and day.start < min(_OPENING, start):
            return day.date, day.until
    if mention.during:
        return None
    visitor = line.tokens[mention.visitor.start].start
    for day in days:
        opening = (
            day.end <= visitor <= start
            and (day.start < _OPENING or _OPENS_CLAUSE.search(line.text[: day.start]))
            and not line.text[day.end : visitor].strip(" ,)(")
        )
        beside = (
            visitor < day.start < start
            and mention.setting_out
            and day.date.month is not None
            # "đến dự hội nghị ngày 22/5 và thăm Lào"
            and not _AND.search(line.text[day.end : start])
        )
        told_today = day.date.basis is Basis.PUBLICATION and not mention.setting_out
        if not (opening or beside) or (mention.planned and told_today):
            continue
        if _is_end(line, day, language):
            return UNKNOWN_DATE, day.date
        return day.date, UNKNOWN_DATE
    return None


def _is_end(line: Line, day: DateMention, language: str) -> bool:
    """Whether a visit lasts until a day: "kéo dài đến ngày 8/6"."""
    ends = words_of_part("visits.toml", language, "until")
    last = [token.low for token in tokenize(line.text[: day.start])][-2:]
    return day.date.day is not None and bool(last) and (last[-1] in ends or " ".join(last) in ends)


def _is_apart(between: str) -> bool:
    """Whether another clause begins before the day."""
    return any(mark in between for mark in (";", ":", ", ", "“", '"'))


def _month_of(first: PartialDate, last: PartialDate) -> PartialDate:
    """What is known of each part of a journey: the month in which it lies."""
    if first.month is None or (last.known and last.month != first.month):
        return replace(first, month=None, day=None) if first.year else UNKNOWN_DATE
    return replace(first, day=None)


def is_past(
    mention: VisitMention, line: Line, days: Sequence[DateMention], first: PartialDate
) -> bool:
    """Whether a sentence tells of a visit as of one that was made: "đã thăm", "Sáng 4/1, …"."""
    begin = mention.visitor.end if mention.visitor.end <= mention.start else mention.start - 3
    made = set(line.lows[max(0, begin) : mention.start + 1])
    return bool(made & _MADE) or tells_what_was(line, days, first)


def with_years(
    first: PartialDate,
    last: PartialDate,
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
    *,
    planned: bool,
    past: bool = False,
) -> tuple[PartialDate, PartialDate]:
    """The days with their years, inferred as those of conferences are: of what is ``past`` the last
    ones before the article.
    """

    def complete(date: PartialDate) -> PartialDate:
        if date.year is not None or date.month is None:
            return date
        found = with_year(date, evidence(date, lines, dates), published)
        if planned and is_long_gone(found, published):
            return year_ahead(date, published)
        return year_behind(found, published) if past and not planned else found

    if first.year is None and last.year is not None and first.month is not None:
        over = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
        first = replace(first, year=last.year - over, basis=Basis.INFERRED)
    return complete(first), complete(last)
