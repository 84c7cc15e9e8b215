"""Schedules in all zones, against a second implementation that knows nothing of gaps and folds.

The second implementation walks the instants of UTC minute by minute, looks what the clock on the
wall shows at each, and writes down for every minute of the local calendar the first instant at
which the clock had reached it. That is the rule in words: a time runs when the clock first shows
it or, where it never does, the next one that it shows; what it shows twice runs once.

Zones whose clocks change at the same instant in the same way, with no other change near, are walked
once; what the schedules do is compared for each of them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.digests.schedule import EVERY_DAY, instant, next_occasion, occasions

FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
AROUND = 2 * DAY
EVERY = 60
"""Minutes between the times of day that are compared, beside those at the change itself."""


def changes(zone: ZoneInfo) -> tuple[tuple[datetime, int, int], ...]:
    """The instants at which a zone's offset changes, with the minutes before and after.

    Found by looking at every day, and halving the days on which the offset is another in the end.
    """
    found = []
    day, before = FIRST, FIRST.astimezone(zone).utcoffset()
    while day < LAST:
        following = day + DAY
        after = following.astimezone(zone).utcoffset()
        if after != before:
            low, high = day, following
            while high - low > MINUTE:
                middle = low + (high - low) // 2
                if middle.astimezone(zone).utcoffset() == before:
                    low = middle
                else:
                    high = middle
            moment = high.replace(second=0, microsecond=0)
            found.append((moment, before // MINUTE, after // MINUTE))
            before = after
        day = following
    return tuple(found)


def alike() -> dict[tuple, list[ZoneInfo]]:
    """All zones, by how they behave."""
    groups = defaultdict(list)
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        groups[(FIRST.astimezone(zone).utcoffset(), changes(zone))].append(zone)
    return groups


def walk(zone: ZoneInfo, start: datetime, end: datetime) -> dict[int, int]:
    """For every minute of the wall clock that is reached between two instants, when it first is.

    Minutes of the wall clock and of UTC are both counted from 1970.
    """
    minute = int(start.timestamp()) // 60
    last = int(end.timestamp()) // 60
    reached = _wall(zone, minute)
    first: dict[int, int] = {}
    while minute < last:
        minute += 1
        shown = _wall(zone, minute)
        while reached < shown:
            reached += 1
            first[reached] = minute
    return first


def _wall(zone: ZoneInfo, minute: int) -> int:
    shown = datetime.fromtimestamp(minute * 60, zone)
    return (shown.toordinal() - EPOCH.toordinal()) * 1440 + shown.hour * 60 + shown.minute


def compared(first: dict[int, int], near: int) -> list[int]:
    """Minutes of the wall clock to compare: all through the days, and those at the change."""
    minutes = sorted(first)
    edges = [m for m in range(near - 121, near + 122) if m % 20 == near % 20 or abs(m - near) < 2]
    return [m for m in {*minutes[::EVERY], *edges} if m in first]


@pytest.fixture(scope="module")
def zones():
    return alike()


def test_every_zone_is_there(zones):
    assert sum(map(len, zones.values())) == len(available_timezones()) > 400
    assert sum(bool(moments) for _, moments in zones) > 30, "kinds of clock changes"


@pytest.fixture(scope="module")
def walks(zones):
    """Each kind of change, walked, with the zones that make it."""
    kinds = defaultdict(list)
    for (_, moments), members in zones.items():
        for moment, before, after in moments:
            near = tuple(m for m in moments if abs(m[0] - moment) <= AROUND)
            kinds[moment, before, after, near] += members
    return [
        (moment, before, after, members, walk(members[0], moment - AROUND, moment + AROUND))
        for (moment, before, after, _), members in kinds.items()
    ]


def test_two_days_around_every_change_of_every_zone(walks):
    wrong = []
    count = 0
    for moment, before, after, members, first in walks:
        edge = int(moment.timestamp()) // 60 + before
        for minute in {*compared(first, edge), *compared(first, edge + after - before)}:
            wall = EPOCH + minute * MINUTE
            day, at, due = wall.date(), wall.time(), first[minute] * 60
            for zone in members:
                count += 1
                if instant(day, at, zone).timestamp() != due:
                    wrong.append((zone.key, wall, due))
    assert not wrong, wrong[:10]
    assert count > 500_000


def test_runs_around_every_change(walks):
    """What a schedule does day after day: each local day once, none left out, none twice."""
    for moment, before, _after, members, first in walks:
        local = EPOCH + (int(moment.timestamp()) // 60 + before) * MINUTE
        for at in (local.time(), (local + 30 * MINUTE).time(), time(0, 0), time(23, 59)):
            days = [local.date() + n * DAY for n in (-1, 0, 1)]
            walls = {day: (datetime.combine(day, at) - EPOCH) // MINUTE for day in days}
            wanted = [(day, first[wall] * 60.0) for day, wall in walls.items() if wall in first]
            assert len(wanted) > 1, "the last may lie beyond what was walked"
            start = datetime.fromtimestamp(wanted[0][1] - 60, UTC)
            found = occasions(at, EVERY_DAY, members[-1], start, days=6)
            runs = [(o.local_date, o.at.timestamp()) for o in found][: len(wanted)]
            assert runs == wanted, (members[-1].key, at)


def test_sampled_days_of_all_zones(zones):
    chance = random.Random(20260101)  # the same days each time
    for members in zones.values():
        for zone in members:
            day = date(2020, 1, 1) + chance.randrange(16 * 365) * DAY
            at = time(chance.randrange(24), chance.randrange(60))
            wall = (datetime.combine(day, at) - EPOCH) // MINUTE
            # From before the clock can have shown it: no zone is 15 hours off.
            start = datetime.fromtimestamp((wall - 15 * 60) * 60, UTC)
            minute = int(start.timestamp()) // 60
            while _wall(zone, minute) < wall:
                minute += max(1, (wall - _wall(zone, minute)) // 2 - 180)
            assert instant(day, at, zone).timestamp() == minute * 60, (zone.key, day, at)
            asked = instant(day, at, zone) - MINUTE
            due = next_occasion(at, 1 << day.weekday(), zone, asked)
            assert (due.local_date, due.at.timestamp()) == (day, minute * 60)
