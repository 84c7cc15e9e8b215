"""Schedules against a second implementation that only walks the clock minute by minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.schedule import EVERY_DAY, WORKDAYS, instant, next_occasion, occasions

ZONES = [
    "Asia/Ho_Chi_Minh", "UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe",
    "America/Nuuk", "Africa/Cairo", "Asia/Beirut", "Pacific/Chatham", "America/Santiago",
    "Africa/Casablanca", "Asia/Tehran", "Europe/Dublin", "America/Havana",
]  # fmt: skip


def walked(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first minute whose wall clock has reached ``at`` on ``day``."""
    wall = datetime.combine(day, at)
    moment = datetime.combine(day, time(0), UTC) - timedelta(hours=16)
    # Clocks move by at most a few hours: leap to shortly before, then walk.
    moment = max(moment, (wall - timedelta(hours=15)).replace(tzinfo=UTC))
    while True:
        local = moment.astimezone(zone).replace(tzinfo=None)
        if local >= wall:
            return moment
        moment += timedelta(minutes=1)


def transitions(zone: ZoneInfo, year: int) -> list[date]:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    noon = [datetime.combine(d, time(12), zone).utcoffset() for d in days]
    return [b for a, b, x, y in zip(days, days[1:], noon, noon[1:], strict=False) if x != y]


@pytest.mark.parametrize("name", ZONES)
def test_around_every_transition(name):
    zone = ZoneInfo(name)
    for year in (2021, 2026):
        for change in transitions(zone, year):
            for day in (change - timedelta(days=1), change, change + timedelta(days=1)):
                for at in (time(0, 0), time(0, 30), time(2, 30), time(23, 45)):
                    assert instant(day, at, zone) == walked(day, at, zone), (name, day, at)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_sampled_days(name, day, at):
    zone = ZoneInfo(name)
    assert instant(day, at, zone) == walked(day, at, zone)


def test_left_out_time_runs_at_the_next_that_exists():
    paris = ZoneInfo("Europe/Paris")
    due = instant(date(2026, 3, 29), time(2, 30), paris)
    assert due.astimezone(paris).replace(tzinfo=None) == datetime(2026, 3, 29, 3, 0)


def test_repeated_time_runs_once():
    zone = ZoneInfo("Europe/Paris")
    start = datetime(2026, 10, 24, 12, tzinfo=UTC)
    found = list(occasions(time(2, 30), EVERY_DAY, zone, start, days=4))[:3]
    assert [o.local_date.day for o in found] == [25, 26, 27]
    assert found[0].at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_weekdays_skip_the_weekend():
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    friday_evening = datetime(2026, 11, 20, 19, tzinfo=zone)
    due = next_occasion(time(18, 30), WORKDAYS, zone, friday_evening)
    assert due.local_date == date(2026, 11, 23)


def test_strictly_after():
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    at = datetime(2026, 11, 20, 7, 0, tzinfo=zone)
    assert next_occasion(time(7), EVERY_DAY, zone, at).local_date == date(2026, 11, 21)


def test_no_weekday_is_refused():
    with pytest.raises(ValueError, match="weekday"):
        next_occasion(time(7), 0, ZoneInfo("UTC"), datetime.now(UTC))
