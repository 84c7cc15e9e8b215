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
    SeveralTimes,
    find_zone,
    parse_day,
    parse_days,
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
        ("6:45 UTC +7", time(6, 45), EVERY_DAY, "Etc/GMT-7"),
        ("7h tối", time(19), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("7 giờ sáng", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("6 giờ 30 chiều", time(18, 30), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("8 giờ rưỡi tối", time(20, 30), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("12h trưa", time(12), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("1h trưa", time(13), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("12h đêm", time(0), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("18h30 chiều", time(18, 30), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("mỗi sáng 7h", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("mọi ngày lúc 7h", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("every day at 7 in the evening", time(19), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("7 p.m.", time(19), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("thứ hai 18:30", time(18, 30), 1, "Asia/Ho_Chi_Minh"),
        ("Thứ Bảy 8h", time(8), 1 << 5, "Asia/Ho_Chi_Minh"),
        ("thứ 7 8h", time(8), 1 << 5, "Asia/Ho_Chi_Minh"),
        ("thu 7pm", time(19), 1 << 3, "Asia/Ho_Chi_Minh"),
        ("thu 7 pm", time(19), 1 << 3, "Asia/Ho_Chi_Minh"),
        ("thu 7:00", time(7), 1 << 3, "Asia/Ho_Chi_Minh"),
        ("chủ nhật 9:00", time(9), 1 << 6, "Asia/Ho_Chi_Minh"),
        ("9:00 thứ 2, 4, 6", time(9), 0b0010101, "Asia/Ho_Chi_Minh"),
        ("thứ hai đến thứ sáu 7:00", time(7), WORKDAYS, "Asia/Ho_Chi_Minh"),
        ("thứ 2 - thứ 6 7:00", time(7), WORKDAYS, "Asia/Ho_Chi_Minh"),
        ("7:00 t2–t6", time(7), WORKDAYS, "Asia/Ho_Chi_Minh"),
        ("ngày làm việc 7:00 Paris", time(7), WORKDAYS, "Europe/Paris"),
        ("mon, wed and fri 7:00", time(7), 0b0010101, "Asia/Ho_Chi_Minh"),
        ("mondays at 7:00 in London", time(7), 1, "Europe/London"),
        ("monday to friday 7:00", time(7), WORKDAYS, "Asia/Ho_Chi_Minh"),
        ("7:00 America/Port-au-Prince", time(7), EVERY_DAY, "America/Port-au-Prince"),
        ("từ thứ hai đến thứ sáu lúc 7h30 sáng", time(7, 30), WORKDAYS, "Asia/Ho_Chi_Minh"),
        ("19g30 giờ Hà Nội", time(19, 30), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("tối thứ bảy 8h", time(20), 1 << 5, "Asia/Ho_Chi_Minh"),
        ("07:00 07:00", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("\u200f07：00", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
        ("0:00 London time", time(0), EVERY_DAY, "Europe/London"),
        ("7h Hà Nội", time(7), EVERY_DAY, "Asia/Ho_Chi_Minh"),
    ],
)
def test_reads(text, at, days, zone):
    wish = parse_wish(text, HANOI)
    assert (wish.local_time, wish.weekdays, wish.zone.key) == (at, days, zone)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "25:00", "7:60", "7", "13pm", "24:00", "thứ 7", ",", "07:00:00:00", "-1:00"],
)
def test_refuses_times(text):
    with pytest.raises(BadTime):
        parse_wish(text, HANOI)


@pytest.mark.parametrize("text", ["07:00 và 18:30", "7h,19h", "7h sáng 7h tối"])
def test_several_times_are_told_from_one(text):
    with pytest.raises(SeveralTimes):
        parse_wish(text, HANOI)


def test_refuses_zones_and_names_near_ones():
    with pytest.raises(BadZone) as caught:
        parse_wish("07:00 Europ/Pariss", HANOI)
    assert "Europe/Paris" in caught.value.near
    for text in ("Nowhere/Land", "buổi", "hai"):  # no name is better than one that is far off
        with pytest.raises(BadZone) as caught:
            find_zone(text)
        assert caught.value.near == ()
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
        ("mai", date(2028, 2, 29)),
        ("tomorrow", date(2028, 2, 29)),
        ("thứ hai", date(2028, 3, 6)),  # today is a Monday
        ("đến thứ tư", date(2028, 3, 1)),
        ("until friday", date(2028, 3, 3)),
        ("đến ngày 5/3", date(2028, 3, 5)),
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
     ("thứ bảy, chủ nhật", WEEKEND), ("thứ bảy và chủ nhật", WEEKEND), ("mọi ngày", EVERY_DAY),
     ("saturdays and sundays", WEEKEND), ("thứ 7 cn", WEEKEND),
     ("", None), ("mon x", None)],
)  # fmt: skip
def test_weekdays_alone(text, mask):
    assert parse_weekdays(text) == mask


@pytest.mark.parametrize(
    ("text", "mask", "days"),
    [
        ("thứ bảy, chủ nhật", WEEKEND, set()),
        ("1/5 30/4", 0, {date(2028, 5, 1), date(2028, 4, 30)}),
        ("cn, 5/3 và 2028-03-06", 1 << 6, {date(2028, 3, 5), date(2028, 3, 6)}),
        ("mai", 0, {date(2028, 2, 29)}),
    ],
)
def test_weekdays_and_days_together(text, mask, days):
    assert parse_days(text, TODAY) == (mask, days)


@pytest.mark.parametrize("text", ["", "x", "sat 99/99", "5/3 x", "và"])
def test_days_that_cannot_be_read_are_refused(text):
    with pytest.raises(BadDay):
        parse_days(text, TODAY)
