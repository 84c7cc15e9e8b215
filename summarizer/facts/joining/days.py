"""The days of an event as several articles have them.

An event begins on the first day that is reported of it and ends on the last. What only expects it
gives way to what reports it: planned for 5/11 and held on 10/11, it began on 10/11.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.facts.model import Conference, Status
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate

LONGEST = 10
"""Days from the first to the last on which one edition is reported to be held."""
FORESEEN = 18
"""Months within which what is expected takes place, or is expected again."""
ANY_DAY = (0, 0, 0)

Day = tuple[int, int, int]
"""Year, month and day, 0 for what is not known."""


def date_order(date: PartialDate) -> Day:
    """By which dates are in order, what is not known last."""
    return (date.year or 9999, date.month or 99, date.day or 99)


def merged(first: PartialDate, second: PartialDate) -> PartialDate:
    """One date with all the parts that either knows; the first has the word on the rest."""
    if not second.known:
        return first
    if not first.known:
        return second
    year = first.year if first.year is not None else second.year
    month, day = first.month, first.day
    if month is None:
        month, day = second.month, second.day
    elif day is None and second.month == month:
        day = second.day
    if (year, month, day) == (first.year, first.month, first.day):
        if (year, month, day) == (second.year, second.month, second.day) and (
            second.basis is Basis.STATED
        ):
            return second
        return first
    if (year, month, day) == (second.year, second.month, second.day):
        return second
    return PartialDate(year, month, day, Basis.OTHER_ARTICLE)


def completed(own: PartialDate, whole: PartialDate) -> PartialDate:
    """An article's own date with what only other articles know."""
    if not whole.known or (own.year, own.month, own.day) == (whole.year, whole.month, whole.day):
        return own
    if not own.known or own.agrees_with(whole):
        both = merged(own, whole)
        if (both.year, both.month, both.day) == (own.year, own.month, own.day):
            return own
        return replace(both, basis=Basis.OTHER_ARTICLE)
    return own


def earlier(first: PartialDate, second: PartialDate) -> PartialDate:
    """The first of two full days: an event begins on the first day that is reported of it."""
    if None in (first.year, first.day, second.year, second.day):
        return first
    return min(first, second, key=date_order)


def within(date: PartialDate, first: PartialDate, last: PartialDate) -> bool:
    """Whether a day lies between two, whose year may be unknown."""
    if None not in (date.year, first.year) and date.year != first.year:
        return False
    day = (date.month or 0, date.day or 0)
    return (first.month or 0, first.day or 0) <= day <= (last.month or 0, last.day or 0)


def is_before(day: PartialDate, starts: PartialDate) -> bool:
    """Whether a full date lies before another."""
    return _is_full(day) and _is_full(starts) and date_order(day) < date_order(starts)


def begun(starts: PartialDate, own: Iterable[tuple[Conference, PartialDate]]) -> PartialDate:
    """When an event began: ``starts``, the first of the days in ``own``, unless it was only
    expected then and reports that state another day contradict that.

    A range that was planned is not contradicted by a report of one of its days.
    """
    sightings = [(conference, day) for conference, day in own if _is_full(day)]
    held = [
        day
        for conference, day in sightings
        if conference.status is Status.HELD and conference.starts.known
    ]
    if not held or not _is_full(starts):
        return starts
    for conference, day in sightings:
        if date_order(day) != date_order(starts):
            continue
        last = conference.ends
        if conference.status is Status.HELD or any(
            date_order(day) == date_order(its) or (last.known and within(its, day, last))
            for its in held
        ):
            return starts
    return min(held, key=date_order)


def ended(starts: PartialDate, conferences: Sequence[Conference]) -> PartialDate:
    """The last day of an event that begins on ``starts``: the latest that reports have, or else
    what expects it; one that lies before it is none.
    """
    for status in (Status.HELD, Status.PLANNED):
        last = [
            _in_year_of(its.ends, its.starts if its.starts.year is not None else starts)
            for its in conferences
            if its.status is status and its.ends.known
        ]
        last = [day for day in last if not is_before(day, starts)]
        if last:
            return max(last, key=lambda day: (day.day is not None, date_order(day), day.basis))
    return UNKNOWN_DATE


def _in_year_of(ends: PartialDate, starts: PartialDate) -> PartialDate:
    if ends.year is not None or ends.month is None or starts.year is None:
        return ends
    # "từ ngày 30/12 đến 2/1" ends a year later
    over = starts.month is not None and (ends.month, ends.day or 31) < (
        starts.month,
        starts.day or 1,
    )
    return replace(ends, year=starts.year + over, basis=Basis.OTHER_ARTICLE)


def is_over(starts: PartialDate, ends: PartialDate, day: Day) -> bool:
    """Whether all of an event lies before a day, as far as both are known.

    One that begins on a known day, and ends nobody says when, may go on for :data:`LONGEST` days.
    """
    last = ends if ends.year is not None else starts
    if not day[0] or last.year is None:
        return False
    if last is starts and _is_full(starts) and day[1] and day[2]:
        over = starts.last_day().toordinal() + LONGEST
        return PartialDate(*day).last_day().toordinal() > over
    known = [part for part in (last.year, last.month, last.day) if part]
    return tuple(known) < day[: len(known)]


def is_too_far(starts: PartialDate, expected: Iterable[Day], day: Day) -> bool:
    """Whether what is expected on ``day`` is none that begins on ``starts``, or is expected on the
    other days ``expected``: more than :data:`FORESEEN` months lie between.
    """
    if not day[0]:
        return False
    if starts.year is not None:
        return _months((starts.year, starts.month or 1, 0), (day[0], day[1] or 12, 0)) > FORESEEN
    return any(
        abs(_months((its[0], its[1] or 1, 0), (day[0], day[1] or 1, 0))) > FORESEEN
        for its in expected
        if its[0]
    )


def are_near(first: PartialDate, second: PartialDate) -> bool:
    """Whether two full days may be days of one edition."""
    if None in (first.year, first.day, second.year, second.day):
        return False
    return abs(first.last_day() - second.last_day()) <= dt.timedelta(LONGEST)


def _months(later: Day, day: Day) -> int:
    return (later[0] - day[0]) * 12 + later[1] - day[1]


def _is_full(date: PartialDate) -> bool:
    return None not in (date.year, date.month, date.day)
