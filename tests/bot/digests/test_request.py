import contextlib
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.request import (
    FARTHEST,
    BadDay,
    BadTime,
    BadZone,
    find_zone,
    parse_day,
    parse_weekdays,
    parse_wish,
)
from bot.digests.schedule import EVERY_DAY, WEEKEND, WORKDAYS

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("text", "at", "days", "zone"),
    [
        ("07:00", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("7h30", time(7, 30), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("7h", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("7:15 pm", time(19, 15), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("12am", time(0), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("07:00 Asia/Ho_Chi_Minh", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("07:00 europe/paris", time(7), EVERY_DAY, "Europe/Paris"),
        ("07:00 New York", time(7), EVERY_DAY, "America/New_York"),
        ("weekdays 18:30", time(18, 30), WORKDAYS, "Asia/Ho_Chi_Minh"),
        ("18:30 cuoituan Tokyo", time(18, 30), WEEKEND, "Asia/Tokyo"),
        ("mon,thu 7:00", time(7), 0b0001001, "Asia/Ho_Chi_Minh"),
        ("t2-t6 6:45", time(6, 45), WORKDAYS, "Asia/Ho_Chi_Minh"),
        ("sat-mon 6:45", time(6, 45), 0b1100001, "Asia/Ho_Chi_Minh"),
        ("6:45 Hà Nội", time(6, 45), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("6:45 UTC+7", time(6, 45), EVERY_DAY, "Etc/GMT-7"),
        ("6:45 UTC", time(6, 45), EVERY_DAY, "Etc/UTC"),
    ],
)
def test_reads(text, at, days, zone):
    wish = parse_wish(text, HANOI)
    assert (wish.local_time, wish.weekdays, wish.zone.key) == (at, days, zone)


@pytest.mark.parametrize("text", ["", "soon", "25:00", "7:60", "7", "13pm", "07:00:00:00", "-1:00"])
def test_refuses_times(text):
    with pytest.raises(BadTime):
        parse_wish(text, HANOI)


def test_refuses_zones_and_names_near_ones():
    with pytest.raises(BadZone) as caught:
        parse_wish("07:00 Europ/Pariss", HANOI)
    assert "Europe/Paris" in caught.value.near
    with pytest.raises(BadZone) as caught:
        find_zone("UTC+99")
    assert caught.value.near == ()


@given(st.text(max_size=60))
def test_any_text_is_a_wish_or_a_named_error(text):
    try:
        wish = parse_wish(text, HANOI)
    except (BadTime, BadZone):
        return
    assert 0 < wish.weekdays <= EVERY_DAY


@pytest.mark.parametrize(
    ("text", "kind", "days", "empty"),
    [
        ("weekly 08:00", "weekly", 1, ""),
        ("weekly fri 17:00", "weekly", 1 << 4, ""),
        ("hàng tuần cn 9:00", "weekly", 1 << 6, ""),
        ("weekly mon-fri 17:00", "weekly", 1, ""),
        ("always 07:00", "digest", EVERY_DAY, "always"),
        ("07:00 luôn luôn t2", "digest", 1, "always"),
        ("07:00 if news", "digest", EVERY_DAY, "news"),
        ("hằng ngày 07:00", "digest", EVERY_DAY, ""),
        ("ngày thường 07:00", "digest", WORKDAYS, ""),
        ("every day 07:00", "digest", EVERY_DAY, ""),
    ],
)
def test_kinds_and_when_empty(text, kind, days, empty):
    wish = parse_wish(text, HANOI)
    assert (wish.kind, wish.weekdays, wish.when_empty) == (kind, days, empty)
    assert wish.zone == HANOI


TODAY = date(2028, 2, 28)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1d", date(2028, 2, 29)),
        ("2 ngày", date(2028, 3, 1)),
        ("1 week", date(2028, 3, 6)),
        ("3 tuần", date(2028, 3, 20)),
        ("2028-03-05", date(2028, 3, 5)),
        ("5/3", date(2028, 3, 5)),
        ("5.3.2028", date(2028, 3, 5)),
        ("28/2", date(2029, 2, 28)),
        ("366d", date(2029, 2, 28)),
    ],
)
def test_days_to_come(text, day):
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "0d", "-3d", "367d", "29/2/2029", "2028-02-28", "2028-02-30", "30/2", "2030-01-01", "x",
     "999d", "1/1/1", "²d", "12"],
)  # fmt: skip
def test_days_that_are_none(text):
    with pytest.raises(BadDay):
        parse_day(text, TODAY)


@given(st.text(max_size=30), st.dates(date(1, 1, 2), date(9998, 1, 1)))
def test_any_day_is_read_or_refused(text, today):
    with contextlib.suppress(BadDay):
        assert today < parse_day(text, today) <= today + FARTHEST


@pytest.mark.parametrize(
    ("text", "mask"),
    [("sat,sun", WEEKEND), ("t7 cn", WEEKEND), ("cuối tuần", WEEKEND), ("mon-tue", 3), ("x", None),
     ("", None), ("mon x", None)],
)  # fmt: skip
def test_weekdays_alone(text, mask):
    assert parse_weekdays(text) == mask
