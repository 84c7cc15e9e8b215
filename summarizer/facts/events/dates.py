"""When an event takes place, and in which year if the text does not say it with the day.

A year is inferred only from what cannot mean another one: another mention of the same event; the
year that ends its name ("Hội nghị đối ngoại 2021"); the years a review looks back at and ahead to;
a date of the same month with its year; a period the text reports on ("6 tháng đầu năm 2021"). Years
of laws and treaties, of the past and of goals ("đến năm 2030") tell nothing, nor does the day on
which a series was founded: "Hội nghị ra đời ngày 14/12/2005" in an article of 2022.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.facts.events.context import Event
from summarizer.facts.events.mention import own_year
from summarizer.facts.events.wordings import wording_of
from summarizer.facts.words.tokens import Line
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

_AHEAD = re.compile(
    r"\b(?:sẽ|sắp|dự kiến|dự định|chuẩn bị|will|to be held|scheduled|due|expected|set to|upcoming"
    r"|plans? to)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:đã|vừa|từng)\s+(?:được\s+|chính thức\s+|vừa\s+)*"
    r"(?:diễn ra|tổ chức|khai mạc|bế mạc|kết thúc|nhóm họp|họp|thành công|thông qua)\b"
    r"|\b(?:took place|(?:was|were|been) held|concluded|wrapped up|opened|convened|kicked off)\b",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(
    r"\b(?:sáng|trưa|chiều|tối|đêm)(?:\s+ngày)?\s*$|\b(?:morning|afternoon|evening)(?:\s+of)?\s*$",
    re.IGNORECASE,
)
"""Before a day on which something happened: nobody announces the hours of a day far ahead."""
_BESIDE = 10
"""Days between two that are told in one breath."""
_ONCE = re.compile(r"\b(?:từng|lần gần nhất|lần trước|previously|once|last met)\b")
"""What tells of another time: its year is not that of what the article reports."""
_JUST = 14
"""Days within which what was planned may have gone by when its article appeared."""


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
    the last one is nearer. A day that went by in the two weeks before may be told before it came, a
    whole month may not; and the day in "đã diễn ra ngày 10/11" has passed, whatever is planned.
    """
    own = sorted({year for m in event.mentions if (year := own_year(m.name)) is not None})
    reviewed = [
        PartialDate(year, basis=Basis.STATED)
        for year in sorted({y for m in event.mentions for y in _reviewed(m.name)})
    ]
    told = _stated_before_named(event, own, published)
    if not told:
        if len(own) == 1:
            return PartialDate(own[0], basis=Basis.STATED), UNKNOWN_DATE
        return UNKNOWN_DATE, UNKNOWN_DATE
    number, start, end = max(
        told, key=lambda e: (e[1].day is not None, e[1].year is not None, -e[0])
    )
    years = {date.year for _, date, _ in told if date.year is not None} or set(own)
    passed = _has_passed(lines[number], dates[number], start)
    over = passed or event.over
    hours = tells_what_was(lines[number], dates[number], start)
    planned = planned and not passed

    def complete(date: PartialDate, *, ahead: bool) -> PartialDate:
        if date.year is not None or date.month is None:
            return date
        if len(years) == 1:
            return PartialDate(min(years), date.month, date.day, Basis.INFERRED)
        found = with_year(date, reviewed, published)
        if found.year is None and reported:
            found = with_year(date, evidence(date, lines, dates), published)
        if ahead and is_long_gone(found, published):
            return year_ahead(date, published)
        if planned or event.put_off or not (over or hours):
            return found
        return year_behind(found, published, just=0 if over else _JUST)

    last = complete(end, ahead=planned)
    first = complete(start, ahead=False)
    # what has begun and goes on is not that of the year ahead: "từ ngày 10/2 đến 20/3" in March
    begun = last.year is not None and last.is_after(published) and not first.is_after(last)
    going_on = begun and first.year == last.year and (last.last_day() - first.last_day()).days < 92
    if planned and not going_on:
        first = complete(start, ahead=True)
    return first, last if end.known else UNKNOWN_DATE


def _has_passed(line: Line, dates: Sequence[DateMention], date: PartialDate) -> bool:
    """Whether the clause of a date tells what has been: its verb is the last one before the date,
    or the first one after it.
    """
    at = next((its.start for its in dates if its.date == date), len(line.text))
    verbs = sorted(
        (match.start(), sort is _BEHIND)
        for sort in (_AHEAD, _BEHIND)
        for match in sort.finditer(line.text)
    )
    before = [behind for start, behind in verbs if start < at]
    after = [behind for start, behind in verbs if start >= at]
    return before[-1] if before else bool(after) and after[0]


def tells_what_was(line: Line, dates: Sequence[DateMention], date: PartialDate) -> bool:
    """Whether a sentence has the hours of a day, and no word of what is to come: "Sáng 4/1, …"."""
    at = next((its.start for its in dates if date in (its.date, its.until)), None)
    if at is None or _AHEAD.search(line.text):
        return False
    first = line.text[at:].split(maxsplit=1)[:1]
    opening = line.text[:at] + (first[0] if first and first[0].isalpha() else "")
    return _PART_OF_DAY.search(opening) is not None


def year_behind(date: PartialDate, published: PartialDate, *, just: int = _JUST) -> PartialDate:
    """A day of the past whose year was taken for the one to come, in its own; one that lies no more
    than ``just`` days ahead as it is, as it may be announced.
    """
    if date.year is None or date.basis is not Basis.INFERRED or not date.is_after(published):
        return date
    if just and published.month is not None:
        appeared = replace(published, day=published.day or 1)
        if (date.last_day() - appeared.last_day()).days <= just:
            return date
    return replace(date, year=date.year - 1)


def _stated_before_named(
    event: Event, own: Sequence[int], published: PartialDate
) -> list[tuple[int, PartialDate, PartialDate]]:
    """The dates of an event less those that only follow from "hôm nay", where one is stated or its
    name has another year; and less that of another edition, or of the founding of the series, which
    a sentence tells that does not name the event.
    """
    named = {mention.line for mention in event.mentions}
    every = [
        told
        for told in event.dates
        if told[0] in named
        or told[1].basis is not Basis.STATED
        or None in (told[1].year, published.year)
        or told[1].year in own
        or abs((told[1].year or 0) - (published.year or 0)) <= 1
    ]
    stated = [told for told in every if told[1].basis is not Basis.PUBLICATION]
    if any(date.month is not None for _, date, _ in stated):
        return stated
    return [told for told in every if not own or told[1].year in {None, *own}]


def is_long_gone(date: PartialDate, published: PartialDate) -> bool:
    """Whether a month, or a day more than two weeks before the publication, had passed by then."""
    if not published.is_after(date):
        return False
    if None in (date.year, date.day, published.year, published.month):
        return True
    appeared = replace(published, day=published.day or 1)
    return (appeared.last_day() - date.last_day()).days > _JUST


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
            if other.year is None or _ONCE.search(line.text[: mention.start].lower()):
                continue
            before = line.text[max(0, mention.start - 30) : mention.start]
            opening = before + mention.text[: mention.text.find(str(other.year))]
            same_day = other.month == date.month and other.day in {None, date.day}
            beside = _is_day_beside(other, date) and any(
                date in (its.date, its.until) for its in group
            )
            if same_day or beside or (other.month is None and _PERIOD.search(opening)):
                found.append(other)
    return found


def _is_day_beside(one: PartialDate, other: PartialDate) -> bool:
    """Whether two days lie within a few days of each other, the year left aside: one sentence
    tells of them with the year of the first ("Ngày 14/11/2021 … từ ngày 15 đến 17/11").
    """
    if None in (one.year, one.day, other.month, other.day):
        return False
    nearest = complete_year(replace(other, year=None), [], published=one)
    return nearest.known and abs((nearest.last_day() - one.last_day()).days) <= _BESIDE
