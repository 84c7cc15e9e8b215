"""When a chat is told nothing unasked: quiet days, and a pause until a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.digests.schedule import Occasion, instant, next_occasion, occasions
from bot.store.models import Chat, Schedule


@dataclass(frozen=True, slots=True)
class Rest:
    """The days, local to the schedule or the chat, on which nothing is sent.

    An occasion on such a day is none: its news is in the next.
    """

    paused_until: date | None = None
    """The first day that is not paused."""
    weekdays: int = 0
    """Bit 0 is Monday."""
    dates: frozenset[date] = frozenset()

    @classmethod
    def of(cls, chat: Chat) -> Rest:
        """As the chat has chosen."""
        return cls(chat.paused_until, chat.quiet_weekdays, read_dates(chat.quiet_dates))

    def covers(self, day: date) -> bool:
        """Whether nothing is sent on a day."""
        paused = self.paused_until is not None and day < self.paused_until
        return paused or bool(self.weekdays >> day.weekday() & 1) or day in self.dates

    def ends(self, zone: ZoneInfo, now: datetime) -> datetime:
        """The first moment from ``now`` on, in a zone, at which something may be sent.

        Where no day of the next four hundred is free, the last of these.
        """
        day = now.astimezone(zone).date()
        if not self.covers(day):
            return now
        for _ in range(400):
            day += timedelta(days=1)
            if not self.covers(day):
                break
        return max(instant(day, time(0), zone), now)


def read_dates(written: Iterable[str]) -> frozenset[date]:
    """Days as they are kept; what cannot be read is left out."""
    days = set()
    for each in written:
        try:
            days.add(date.fromisoformat(each))
        except (TypeError, ValueError):
            continue
    return frozenset(days)


def upcoming(schedule: Schedule, rest: Rest, after: datetime) -> tuple[Occasion, bool]:
    """The next occasion of a schedule outside the days of rest.

    Returns:
        The occasion, and whether it will be kept: where all its days for more than a year are
        days of rest, the next of them is returned, which the ticker will pass over.
    """
    zone = ZoneInfo(schedule.zone)
    for occasion in occasions(schedule.local_time, schedule.weekdays, zone, after):
        if not rest.covers(occasion.local_date):
            return occasion, True
    return next_occasion(schedule.local_time, schedule.weekdays, zone, after), False
