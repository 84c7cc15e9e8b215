"""When a digest is due: wall-clock time and weekdays in an IANA zone, across clock changes.

A wall-clock time that a clock change leaves out runs at the first time that exists after it; one
that a clock change repeats runs once, at its first passing. Days are counted by the local date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = 0b1111111
WORKDAYS = 0b0011111
WEEKEND = 0b1100000


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time at which a schedule runs: the local date it belongs to and the instant (UTC)."""

    local_date: date
    at: datetime


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of wall-clock time ``at`` on ``day`` in ``zone``.

    In a gap this is the end of the gap; of a repeated time it is the first passing.
    """
    wall = datetime.combine(day, at)
    early = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    late = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if late.astimezone(zone).replace(tzinfo=None) == wall:
        return late
    # The wall time does not exist: fold=0 reads it with the offset before the change (an instant
    # after it), fold=1 with the offset after the change (an instant before it). The change itself
    # lies between the two; find the first second with the new offset.
    before, after = early, late
    new_offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle <= before:
            break
        if middle.astimezone(zone).utcoffset() == new_offset:
            after = middle
        else:
            before = middle
    return after


def occasions(
    at: time, weekdays: int, zone: ZoneInfo, after: datetime, *, days: int = 400
) -> Iterator[Occasion]:
    """The occasions strictly after the instant ``after``, in order, for up to ``days`` days.

    Args:
        at: wall-clock time, to the minute.
        weekdays: bit mask, bit 0 is Monday; must not be empty.
        zone: the zone the clock hangs in.
        after: aware instant.
        days: how many local days to look at; zones never skip more than one.
    """
    if not weekdays & EVERY_DAY:
        raise ValueError("a schedule needs at least one weekday")
    # Two days back: an occasion of a skipped day may fall on the next one.
    first = after.astimezone(zone).date() - timedelta(days=2)
    for offset in range(days + 2):
        day = first + timedelta(days=offset)
        if not weekdays >> day.weekday() & 1:
            continue
        due = instant(day, at, zone)
        if due > after:
            yield Occasion(day, due)


def next_occasion(at: time, weekdays: int, zone: ZoneInfo, after: datetime) -> Occasion:
    """The first occasion strictly after ``after``."""
    return next(occasions(at, weekdays, zone, after))
