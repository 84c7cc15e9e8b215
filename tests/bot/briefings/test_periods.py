"""Periods that readers ask for, in both languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefings.periods import Period, asked_period, since_digest

TODAY = date(2026, 1, 20)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2026-01-20", "2026-01-20"),
        ("hôm nay", "2026-01-20", "2026-01-20"),
        ("hom qua?", "2026-01-19", "2026-01-19"),
        ("this week", "2026-01-19", "2026-01-20"),
        ("Tuần này", "2026-01-19", "2026-01-20"),
        ("last week", "2026-01-12", "2026-01-18"),
        ("tuần trước", "2026-01-12", "2026-01-18"),
        ("tuần qua", "2026-01-14", "2026-01-20"),
        ("the last 3 days", "2026-01-18", "2026-01-20"),
        ("3 ngày qua", "2026-01-18", "2026-01-20"),
        ("2 tuần gần đây", "2026-01-07", "2026-01-20"),
        ("this month", "2026-01-01", "2026-01-20"),
        ("tháng trước", "2025-12-01", "2025-12-31"),
        ("năm ngoái", "2025-01-01", "2025-12-31"),
        ("15/1", "2026-01-15", "2026-01-15"),
        ("25/1", "2025-01-25", "2025-01-25"),
        ("29/2", "2024-02-29", "2024-02-29"),
        ("2026-01-13", "2026-01-13", "2026-01-13"),
        ("13-1-2026", "2026-01-13", "2026-01-13"),
        ("January 2026", "2026-01-01", "2026-01-31"),
        ("tháng 12", "2025-12-01", "2025-12-31"),
        ("thứ hai", "2026-01-19", "2026-01-19"),
        ("since Tuesday", "2026-01-20", "2026-01-20"),
        ("since 15/1", "2026-01-15", "2026-01-20"),
        ("since 2021", "2021-01-01", "2026-01-20"),
        ("từ năm 2021", "2021-01-01", "2026-01-20"),
        ("from 2021 to 2023", "2021-01-01", "2023-12-31"),
        ("từ ngày 15/1/2026", "2026-01-15", "2026-01-20"),
        ("từ 15/1 đến nay", "2026-01-15", "2026-01-20"),
        ("from last week to now", "2026-01-12", "2026-01-20"),
        ("13–15/1/2026", "2026-01-13", "2026-01-15"),
        ("13-15/1/2026", "2026-01-13", "2026-01-15"),
        ("13/1-15/1", "2026-01-13", "2026-01-15"),
        ("từ 13 đến 15/1", "2026-01-13", "2026-01-15"),
        ("from 13 to 15 January 2026", "2026-01-13", "2026-01-15"),
        ("between 13 and 15 January", "2026-01-13", "2026-01-15"),
        ("10-12 May", "2025-05-10", "2025-05-12"),
        ("30/12 - 3/1", "2025-12-30", "2026-01-03"),
        ("from 30 December to 3 January 2026", "2025-12-30", "2026-01-03"),
        ("tháng 5 đến tháng 7/2025", "2025-05-01", "2025-07-31"),
        ("from May to July 2025", "2025-05-01", "2025-07-31"),
    ],
)
def test_periods_that_are_asked_for(text, first, last):
    period = asked_period(text, TODAY)
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert Period.unpack(period.pack()) == period


@pytest.mark.parametrize(
    "text",
    ["", "?", "12", "31/2/2026", "40/40", "15/1/2026-13/1/2026", "since 1/12/2099", "APEC 2026",
     "economic diplomacy", "tuần lễ cấp cao", "Hội nghị 13/1", "next week", "0 days",
     "1/1/0001", "today " * 30],
)  # fmt: skip
def test_what_is_no_period(text):
    assert asked_period(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    ["since my last digest", "since the last digest", "Từ bản tin trước", "kể từ bản tin gần nhất",
     "tu ban tin truoc cua toi"],
)  # fmt: skip
def test_since_the_last_digest(text):
    assert since_digest(text)
    assert asked_period(text, TODAY) is None


@pytest.mark.parametrize("text", ["digest", "bản tin", "my last digest was good", "từ bản tin"])
def test_what_does_not_ask_since_the_last_digest(text):
    assert not since_digest(text)


def test_a_mark_is_packed():
    assert Period.unpack(Period.after(12).pack()) == Period.after(12)


@pytest.mark.parametrize(
    "text", ["", "s", "20260115", "20260231-20260301", "20260116-20260115", "00010101-00010101",
             "20260101-99991231"]
)  # fmt: skip
def test_what_is_no_packed_period(text):
    with pytest.raises(ValueError, match=r"period|day|month|Invalid"):
        Period.unpack(text)


days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(days, st.integers(0, 400), days)
@settings(max_examples=50, deadline=None)
def test_two_written_days_are_the_period_between_them(first, length, today):
    last = first + timedelta(days=length)
    for text in (f"{first} to {last}", f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"):
        assert asked_period(text, today) == Period(first, last)


@given(st.text(max_size=90), days)
@settings(max_examples=50, deadline=None)
def test_any_text_is_read_or_is_none(text, today):
    period = asked_period(text, today)
    assert period is None or period.first <= period.last
