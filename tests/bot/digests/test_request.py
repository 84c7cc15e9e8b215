from datetime import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.request import BadTime, BadZone, find_zone, parse_wish
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
