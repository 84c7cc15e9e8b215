"""When an event takes place, and in which year if the text does not say it with the day.

A year is inferred only from what cannot mean another one: another mention of the same event; the
year that ends its name ("Hội nghị đối ngoại 2021"); the years a review looks back at and ahead to;
a date of the same month with its year; a period the text reports on ("6 tháng đầu năm 2021"). Years
of laws and treaties, of the past and of goals ("đến năm 2030") tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from summarizer.facts.event_context import Event
from summarizer.facts.event_mention import own_year
from summarizer.facts.tokens import Line
from summarizer.facts.wordings import wording_of
from summarizer.text.dates import (
    UNKNOWN_DATE,
    Basis,
    DateMention,
    PartialDate,
    complete_year,
    year_ahead,
)

_REVIEW = re.compile(
    r"tổng kết|sơ kết|(?:nhiệm vụ|công tác|kế hoạch)[^,;]* năm|review", re.IGNORECASE
)
_LAW = re.compile(
    r"(?:luật|nghị quyết|công ước|hiệp định|nghị định|law)[^,;]* (?:19|20)\d\d", re.IGNORECASE
)
_PERIOD = re.compile(
    r"(?:tháng đầu|tháng cuối|nửa đầu|nửa cuối|từ đầu|còn lại của|quý [IV1-4]+|bước sang"
    r"|first half of|second half of|months of)\s+(?:năm\s+)?$",
    re.IGNORECASE,
)


def dates_of(
    event: Event,
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
    *,
    reported: bool,
    planned: bool = False,
) -> tuple[PartialDate, PartialDate]:
    """The first and last day of an event, as far as the article tells.

    What is ``planned`` lies ahead: in March "sẽ diễn ra ngày 10/11" is the November to come, though
    the last one is nearer. A day that has just gone by may be told before it came.
    """
    own = sorted({year for m in event.mentions if (year := own_year(m.name)) is not None})
    reviewed = [
        PartialDate(year, basis=Basis.STATED)
        for year in sorted({y for m in event.mentions for y in _reviewed(m.name)})
    ]
    told = _stated_before_named(event, own)
    if not told:
        if len(own) == 1:
            return PartialDate(own[0], basis=Basis.STATED), UNKNOWN_DATE
        return UNKNOWN_DATE, UNKNOWN_DATE
    _, start, end = max(told, key=lambda e: (e[1].day is not None, e[1].year is not None, -e[0]))
    years = {date.year for _, date, _ in told if date.year is not None} or set(own)

    def complete(date: PartialDate) -> PartialDate:
        if date.year is not None or date.month is None:
            return date
        if len(years) == 1:
            return PartialDate(min(years), date.month, date.day, Basis.INFERRED)
        found = with_year(date, reviewed, published)
        if found.year is None and reported:
            found = with_year(date, evidence(date, lines, dates), published)
        if planned and published.is_after(found) and not _has_just_gone(found, published):
            return year_ahead(date, published)
        return found

    return complete(start), complete(end) if end.known else UNKNOWN_DATE


def _stated_before_named(
    event: Event, own: Sequence[int]
) -> list[tuple[int, PartialDate, PartialDate]]:
    """The dates of an event less those that only follow from "hôm nay", where one is stated or its
    name has another year.
    """
    stated = [told for told in event.dates if told[1].basis is not Basis.PUBLICATION]
    if any(date.month is not None for _, date, _ in stated):
        return stated
    return [told for told in event.dates if not own or told[1].year in {None, *own}]


def _has_just_gone(date: PartialDate, published: PartialDate) -> bool:
    """Whether a month is that of the publication, or the one before it."""
    if None in (date.year, date.month, published.year, published.month):
        return False
    months = [(its.year or 0) * 12 + (its.month or 0) for its in (date, published)]
    return months[1] - months[0] <= 1


def _reviewed(name: str) -> frozenset[int]:
    if not _REVIEW.search(name) or _LAW.search(name):
        return frozenset()
    return wording_of(name).years


def with_year(
    date: PartialDate, others: Iterable[PartialDate], published: PartialDate
) -> PartialDate:
    """The date with its year, if the publication date or the other dates settle it."""
    return complete_year(date, others, published=published)


def evidence(
    date: PartialDate, lines: Sequence[Line], dates: Sequence[Sequence[DateMention]]
) -> list[PartialDate]:
    """The dates of an article from which the year of ``date`` may be inferred."""
    found = []
    for line, group in zip(lines, dates, strict=False):
        for mention in group:
            other = mention.date
            if other.year is None:
                continue
            before = line.text[max(0, mention.start - 30) : mention.start]
            opening = before + mention.text[: mention.text.find(str(other.year))]
            same_day = other.month == date.month and other.day in {None, date.day}
            if same_day or (other.month is None and _PERIOD.search(opening)):
                found.append(other)
    return found
