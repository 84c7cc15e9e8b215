"""When a visit takes place, from the sentence that tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.event_dates import evidence, is_long_gone, with_year
from summarizer.facts.lexicon import words_of_part
from summarizer.facts.tokens import Line, tokenize
from summarizer.facts.visit_mentions import VisitMention
from summarizer.text.dates import UNKNOWN_DATE, Basis, DateMention, PartialDate, year_ahead

_BEHIND = 60
"""Characters after a visit within which a day is its own."""
_RANGE_BEHIND = 160
_OWNED = 3
"""Tokens from a visit to whose it is."""
_OPENING = 30


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
    if mention.end <= mention.visitor.start <= mention.end + _OWNED:
        # "chuyến thăm Lào của Thủ tướng A từ ngày …"
        end = min(until, line.tokens[mention.visitor.end - 1].end)
    told = _range(mention, line, days, start, end, until) or _single(
        mention, line, days, start, end, until, language
    )
    if told is None:
        return UNKNOWN_DATE, UNKNOWN_DATE
    first, last = told
    if len(mention.destinations) > 1:
        return _month_of(first, last), UNKNOWN_DATE
    return first, last


def _range(
    mention: VisitMention,
    line: Line,
    days: Sequence[DateMention],
    start: int,
    end: int,
    until: int,
) -> tuple[PartialDate, PartialDate] | None:
    for day in days:
        behind = end <= day.start < min(end + _RANGE_BEHIND, until)
        between = line.text[end : day.start]
        # "Sau chuyến thăm Lào, ông dự hội nghị … từ ngày …"
        apart = _is_apart(between) if mention.during else ";" in between
        if day.until and behind and not apart:
            return day.date, day.until
    for day in days:
        if day.until and day.start < min(_OPENING, start):
            return day.date, day.until
    return None


def _single(
    mention: VisitMention,
    line: Line,
    days: Sequence[DateMention],
    start: int,
    end: int,
    until: int,
    language: str,
) -> tuple[PartialDate, PartialDate] | None:
    ends = words_of_part("visits.toml", language, "until")
    for day in days:
        between = line.text[end : day.start]
        if end <= day.start < min(end + _BEHIND, until) and not _is_apart(between):
            last = [token.low for token in tokenize(line.text[: day.start])][-2:]
            if day.date.day is not None and (last[-1] in ends or " ".join(last) in ends):
                return UNKNOWN_DATE, day.date
            return day.date, UNKNOWN_DATE
    if mention.during:
        return None
    visitor = line.tokens[mention.visitor.start].start
    for day in days:
        opening = day.end <= visitor <= start and not line.text[day.end : visitor].strip(" ,)(")
        beside = visitor < day.start < start and mention.setting_out
        if (opening and day.start < _OPENING) or beside:
            if mention.planned and day.date.basis is Basis.PUBLICATION and not mention.setting_out:
                continue
            return day.date, UNKNOWN_DATE
    return None


def _is_apart(between: str) -> bool:
    """Whether another clause begins before the day."""
    return any(mark in between for mark in (";", ":", ", ", "“", '"'))


def _month_of(first: PartialDate, last: PartialDate) -> PartialDate:
    """What is known of each part of a journey: the month in which it lies."""
    if first.month is None or (last.known and last.month != first.month):
        return replace(first, month=None, day=None) if first.year else UNKNOWN_DATE
    return replace(first, day=None)


def with_years(
    first: PartialDate,
    last: PartialDate,
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
    *,
    planned: bool,
) -> tuple[PartialDate, PartialDate]:
    """The days with their years, inferred as those of conferences are."""

    def complete(date: PartialDate) -> PartialDate:
        if date.year is not None or date.month is None:
            return date
        found = with_year(date, evidence(date, lines, dates), published)
        if planned and is_long_gone(found, published):
            return year_ahead(date, published)
        return found

    if first.year is None and last.year is not None and first.month is not None:
        over = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
        first = replace(first, year=last.year - over, basis=Basis.INFERRED)
    return complete(first), complete(last)
