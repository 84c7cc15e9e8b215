"""Periods that readers ask for, in both languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefings.dated import title
from bot.briefings.periods import BEGINNING, Period, asked_period, since_digest

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
        ("from 30/12/2024 to 3/1", "2024-12-30", "2025-01-03"),
        ("tháng 5 đến tháng 7/2025", "2025-05-01", "2025-07-31"),
        ("from May to July 2025", "2025-05-01", "2025-07-31"),
    ],
)
def test_periods_that_are_asked_for(text, first, last):
    period = asked_period(text, TODAY)
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert Period.unpack(period.pack()) == period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("early 2021", "2021-01-01", "2021-04-30"),
        ("đầu năm 2021", "2021-01-01", "2021-04-30"),
        ("the beginning of 2021", "2021-01-01", "2021-04-30"),
        ("mid-2021", "2021-05-01", "2021-08-31"),
        ("giữa năm 2021", "2021-05-01", "2021-08-31"),
        ("late 2021", "2021-09-01", "2021-12-31"),
        ("vào cuối năm 2021", "2021-09-01", "2021-12-31"),
        ("end of 2021", "2021-09-01", "2021-12-31"),
        ("late last year", "2025-09-01", "2025-12-31"),
        ("cuối năm ngoái", "2025-09-01", "2025-12-31"),
        ("cuối năm", "2025-09-01", "2025-12-31"),
        ("đầu năm nay", "2026-01-01", "2026-01-20"),
        ("hồi đầu năm", "2026-01-01", "2026-01-20"),
        ("late 2026", "2026-09-01", "2026-12-31"),
        ("early January 2024", "2024-01-01", "2024-01-10"),
        ("mid-February 2024", "2024-02-11", "2024-02-20"),
        ("cuối tháng 2/2024", "2024-02-21", "2024-02-29"),
        ("cuối tháng trước", "2025-12-21", "2025-12-31"),
        ("đầu tháng", "2026-01-01", "2026-01-10"),
        ("late May", "2025-05-21", "2025-05-31"),
        ("first half of 2021", "2021-01-01", "2021-06-30"),
        ("nửa cuối năm 2021", "2021-07-01", "2021-12-31"),
        ("nửa đầu tháng 3/2024", "2024-03-01", "2024-03-15"),
        ("6 tháng đầu năm 2021", "2021-01-01", "2021-06-30"),
        ("sáu tháng đầu năm 2021", "2021-01-01", "2021-06-30"),
        ("the first nine months of 2021", "2021-01-01", "2021-09-30"),
        ("2 tháng cuối năm 2021", "2021-11-01", "2021-12-31"),
        ("quý I/2021", "2021-01-01", "2021-03-31"),
        ("Q4 2021", "2021-10-01", "2021-12-31"),
        ("the third quarter of 2021", "2021-07-01", "2021-09-30"),
        ("9 tháng 2021", "2021-01-01", "2021-09-30"),
        ("6 tháng/2021", "2021-01-01", "2021-06-30"),
        ("9T/2021", "2021-01-01", "2021-09-30"),
        ("9 tháng của năm 2021", "2021-01-01", "2021-09-30"),
        ("nine months of 2021", "2021-01-01", "2021-09-30"),
        ("9 tháng 5 năm 2021", "2021-05-09", "2021-05-09"),
        ("9 tháng đầu năm 2021", "2021-01-01", "2021-09-30"),
        ("9 tháng đầu năm ngoái", "2025-01-01", "2025-09-30"),
        ("the first nine months", "2026-01-01", "2026-01-20"),
        ("the last three months", "2025-10-23", "2026-01-20"),
        ("ba ngày qua", "2026-01-18", "2026-01-20"),
        ("2 năm qua", "2024-01-22", "2026-01-20"),
        ("quý 4", "2025-10-01", "2025-12-31"),
        ("quý IV", "2025-10-01", "2025-12-31"),
        ("quý tư", "2025-10-01", "2025-12-31"),
        ("Q4", "2025-10-01", "2025-12-31"),
        ("Q1", "2026-01-01", "2026-01-20"),
        ("the fourth quarter", "2025-10-01", "2025-12-31"),
        ("quý 2-2025", "2025-04-01", "2025-06-30"),
        ("this quarter", "2026-01-01", "2026-01-20"),
        ("quý này", "2026-01-01", "2026-01-20"),
        ("last quarter", "2025-10-01", "2025-12-31"),
        ("quý trước", "2025-10-01", "2025-12-31"),
        ("quý vừa qua", "2025-10-01", "2025-12-31"),
        ("tháng rồi", "2025-12-01", "2025-12-31"),
        ("since Q4", "2025-10-01", "2026-01-20"),
        ("Q1-Q3 2021", "2021-01-01", "2021-09-30"),
        ("từ quý 2 đến quý 4 năm 2021", "2021-04-01", "2021-12-31"),
        ("since early 2021", "2021-01-01", "2026-01-20"),
        ("từ đầu năm đến nay", "2026-01-01", "2026-01-20"),
        ("from early 2021 to mid-2022", "2021-01-01", "2022-08-31"),
        ("từ giữa năm 2021 đến đầu năm 2022", "2021-05-01", "2022-04-30"),
        ("early 2021 to 2022", "2021-01-01", "2022-12-31"),
        ("after 2021", "2022-01-01", "2026-01-20"),
        ("sau tháng 6/2025", "2025-07-01", "2026-01-20"),
    ],
)
def test_parts_of_a_year_or_month(text, first, last):
    period = asked_period(text, TODAY)
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert Period.unpack(period.pack()) == period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # the year before the part
        ("2020-Q2", "2020-04-01", "2020-06-30"),
        ("2020 Q2", "2020-04-01", "2020-06-30"),
        ("2020Q2", "2020-04-01", "2020-06-30"),
        ("năm 2020 - quý 2", "2020-04-01", "2020-06-30"),
        ("năm 2020, quý II", "2020-04-01", "2020-06-30"),
        ("in 2020, the second quarter", "2020-04-01", "2020-06-30"),
        ("2021-H1", "2021-01-01", "2021-06-30"),
        ("năm 2021, 6 tháng đầu năm", "2021-01-01", "2021-06-30"),
        ("since 2020-Q2", "2020-04-01", "2026-01-20"),
        ("từ năm 2020 - quý 2", "2020-04-01", "2026-01-20"),
        ("2020-Q2 to 2020-Q3", "2020-04-01", "2020-09-30"),
        ("2021 - cuối năm", "2021-01-01", "2021-12-31"),
        # from one quarter to another, as of the first one alone
        ("Q1-Q2", "2026-01-01", "2026-01-20"),
        ("từ quý 1 đến quý 2", "2026-01-01", "2026-01-20"),
        ("Q3-Q4", "2025-07-01", "2025-12-31"),
        ("Q4-Q1", "2025-10-01", "2026-01-20"),
        ("Q3-Q4 2026", "2026-07-01", "2026-12-31"),
        ("Q4 - Q1 2021", "2020-10-01", "2021-03-31"),
        ("Q2 2021 - Q3", "2021-04-01", "2021-09-30"),
        ("từ đầu năm đến tháng 3/2025", "2025-01-01", "2025-03-31"),
        # so long ago
        ("two years ago", "2024-01-01", "2024-12-31"),
        ("hai năm trước", "2024-01-01", "2024-12-31"),
        ("cách đây 2 năm", "2024-01-01", "2024-12-31"),
        ("a year ago", "2025-01-01", "2025-12-31"),
        ("3 months ago", "2025-10-01", "2025-10-31"),
        ("ba tháng trước", "2025-10-01", "2025-10-31"),
        ("2 weeks ago", "2026-01-05", "2026-01-11"),
        ("một tuần trước", "2026-01-12", "2026-01-18"),
        ("3 ngày trước", "2026-01-17", "2026-01-17"),
        ("since two years ago", "2024-01-01", "2026-01-20"),
        ("the past two years", "2024-01-22", "2026-01-20"),
        ("hai năm qua", "2024-01-22", "2026-01-20"),
        # a month or day of a year that is named from today
        ("tháng 12 năm ngoái", "2025-12-01", "2025-12-31"),
        ("December last year", "2025-12-01", "2025-12-31"),
        ("December of last year", "2025-12-01", "2025-12-31"),
        ("tháng 5 năm nay", "2026-05-01", "2026-05-31"),
        ("15/1 năm ngoái", "2025-01-15", "2025-01-15"),
        ("early May last year", "2025-05-01", "2025-05-10"),
        ("tháng 5 đến tháng 7 năm ngoái", "2025-05-01", "2025-07-31"),
        ("T9/2021", "2021-09-01", "2021-09-30"),
        ("T9 năm 2021", "2021-09-01", "2021-09-30"),
        ("T12 năm ngoái", "2025-12-01", "2025-12-31"),
        ("T5-T9/2021", "2021-05-01", "2021-09-30"),
        # the whole of it
        ("cả năm 2021", "2021-01-01", "2021-12-31"),
        ("trong suốt năm 2021", "2021-01-01", "2021-12-31"),
        ("all of 2021", "2021-01-01", "2021-12-31"),
        ("the whole of 2021", "2021-01-01", "2021-12-31"),
        ("the whole year 2021", "2021-01-01", "2021-12-31"),
        ("cả năm ngoái", "2025-01-01", "2025-12-31"),
        ("cả năm", "2026-01-01", "2026-01-20"),
        ("the whole week", "2026-01-19", "2026-01-20"),
        # parts of a quarter, and halves
        ("từ đầu quý", "2026-01-01", "2026-01-20"),
        ("since the beginning of the quarter", "2026-01-01", "2026-01-20"),
        ("từ đầu quý đến nay", "2026-01-01", "2026-01-20"),
        ("từ đầu quý 4", "2025-10-01", "2026-01-20"),
        ("early Q2 2021", "2021-04-01", "2021-04-30"),
        ("giữa quý II/2021", "2021-05-01", "2021-05-31"),
        ("late last quarter", "2025-12-01", "2025-12-31"),
        ("từ đầu tuần", "2026-01-19", "2026-01-20"),
        ("since the beginning of the week", "2026-01-19", "2026-01-20"),
        ("H1", "2026-01-01", "2026-01-20"),
        ("H2", "2025-07-01", "2025-12-31"),
        ("the first half", "2026-01-01", "2026-01-20"),
        ("H1 2021", "2021-01-01", "2021-06-30"),
        ("1H2021", "2021-01-01", "2021-06-30"),
        ("3Q 2021", "2021-07-01", "2021-09-30"),
        ("H1-H2 2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_other_ways_to_say_a_time(text, first, last):
    period = asked_period(text, TODAY)
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert Period.unpack(period.pack()) == period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Q1-Q2", "2026-01-01", "2026-06-30"),
        ("Q3-Q4", "2026-07-01", "2026-08-20"),
        ("H1", "2026-01-01", "2026-06-30"),
        ("từ đầu quý", "2026-07-01", "2026-08-20"),
        ("before Q3", "1900-01-01", "2026-06-30"),
        ("trước quý 3", "1900-01-01", "2026-06-30"),
        ("before January", "1900-01-01", "2026-12-31"),
        ("until May", "1900-01-01", "2026-05-31"),
    ],
)
def test_the_same_in_august(text, first, last):
    period = asked_period(text, date(2026, 8, 20))
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("this week", "2026-01-19", "2026-01-25"),
        ("tuần này", "2026-01-19", "2026-01-25"),
        ("Q1", "2026-01-01", "2026-03-31"),
        ("Q1-Q2", "2026-01-01", "2026-06-30"),
        ("đầu năm nay", "2026-01-01", "2026-04-30"),
        ("earlier this year", "2026-01-01", "2026-01-20"),
        ("last week", "2026-01-12", "2026-01-18"),
        ("since Monday", "2026-01-19", "2026-01-20"),
        ("next week", "2026-01-26", "2026-02-01"),
        ("tuần tới", "2026-01-26", "2026-02-01"),
        ("tháng sau", "2026-02-01", "2026-02-28"),
        ("next quarter", "2026-04-01", "2026-06-30"),
        ("ngày mai", "2026-01-21", "2026-01-21"),
    ],
)
def test_with_the_days_to_come(text, first, last):
    period = asked_period(text, TODAY, whole=True)
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("before Q3", "2026-06-30"),
        ("trước quý 3", "2026-06-30"),
        ("before the third quarter", "2026-06-30"),
        ("before H2", "2026-06-30"),
        ("until Q3", "2026-09-30"),
        ("đến quý 3", "2026-09-30"),
        ("đến cuối năm", "2026-12-31"),
        ("trước giữa năm", "2026-04-30"),
        ("before Q3 2021", "2021-06-30"),
        ("before 2020-Q2", "2020-03-31"),
        ("before May", "2026-04-30"),
        ("trước 25/1", "2026-01-24"),
        ("until 31 December", "2025-12-31"),
        ("before two years ago", "2023-12-31"),
        ("until 2021", "2021-12-31"),
        ("đến năm 2021", "2021-12-31"),
        ("cho đến hết năm 2021", "2021-12-31"),
        ("up to 2021", "2021-12-31"),
        ("until 15/1/2022", "2022-01-15"),
        ("đến ngày 15/1/2022", "2022-01-15"),
        ("until early 2021", "2021-04-30"),
        ("đến cuối năm 2021", "2021-12-31"),
        ("until the first half of 2021", "2021-06-30"),
        ("before 2021", "2020-12-31"),
        ("trước năm 2021", "2020-12-31"),
        ("before May 2021", "2021-04-30"),
        ("trước giữa năm 2021", "2021-04-30"),
        ("until yesterday", "2026-01-19"),
        ("đến nay", "2026-01-20"),
    ],
)
def test_what_has_no_beginning(text, last):
    period = asked_period(text, TODAY)
    assert period == Period(BEGINNING, date.fromisoformat(last))
    assert Period.unpack(period.pack()) == period


ENDS = {
    "before the end of the year": "2026-12-31", "trước cuối năm": "2026-12-31",
    "until the end of the year": "2026-12-31", "truoc cuoi nam nay": "2026-12-31",
    "by year-end": "2026-12-31", "by the year’s end": "2026-12-31", "by end-2026": "2026-12-31",
    "before the year is over": "2026-12-31", "trước khi hết năm": "2026-12-31",
    "đến hết năm": "2026-12-31", "hết năm nay": "2026-12-31",
    "before the end of Q4": "2026-12-31", "trước cuối quý IV/2026": "2026-12-31",
    "before the end of 2021": "2021-12-31", "trước cuối tháng 5/2027": "2027-05-31",
    "before the end of next year": "2027-12-31", "by the end of last year": "2025-12-31",
    "until the end of the first half of 2027": "2027-06-30",
}  # fmt: skip
"""Ends that are the same on every day of 2026."""


@pytest.mark.parametrize("today", [date(2026, 1, 1), TODAY, date(2026, 8, 31), date(2026, 12, 31)])
@pytest.mark.parametrize("whole", [False, True])
def test_the_end_of_a_time_as_a_bound_is_its_last_day(today, whole):
    for text, last in ENDS.items():
        period = asked_period(text, today, whole=whole)
        assert period == Period(BEGINNING, date.fromisoformat(last)), text


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("before the end of the month", "2026-01-31"),
        ("trước cuối tháng", "2026-01-31"),
        ("until the end of this quarter", "2026-03-31"),
        ("trước cuối quý", "2026-03-31"),
        ("before the end of the week", "2026-01-25"),
        ("trước cuối tuần sau", "2026-02-01"),
        ("before the end of June", "2026-06-30"),
        ("đến hết tháng 3", "2026-03-31"),
    ],
)
def test_the_end_of_a_time_that_is_named_from_today(text, last):
    assert asked_period(text, TODAY) == Period(BEGINNING, date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("from now until the end of the year", "2026-12-31"),
        ("từ nay đến cuối năm", "2026-12-31"),
        ("tu nay den het nam", "2026-12-31"),
        ("between now and the end of next month", "2026-02-28"),
        ("from today to 31/12", "2026-12-31"),
        ("từ hôm nay đến 30/6/2027", "2027-06-30"),
    ],
)
def test_what_begins_today(text, last):
    for whole in (False, True):
        assert asked_period(text, TODAY, whole=whole) == Period(TODAY, date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("until 2021", "đến ngày 31 tháng 12 năm 2021", "until 31 December 2021"),
        ("early 2021", "ngày 1 tháng 1 – ngày 30 tháng 4 năm 2021", "1 January – 30 April 2021"),
        ("cuối tháng 5/2021", "ngày 21–31 tháng 5 năm 2021", "21–31 May 2021"),
        ("Q1 2021", "ngày 1 tháng 1 – ngày 31 tháng 3 năm 2021", "1 January – 31 March 2021"),
        ("9T 2021", "ngày 1 tháng 1 – ngày 30 tháng 9 năm 2021", "1 January – 30 September 2021"),
        ("quý 4", "ngày 1 tháng 10 – ngày 31 tháng 12 năm 2025", "1 October – 31 December 2025"),
    ],
)
def test_the_title_has_the_days_that_are_meant(text, vi, en):
    name = title(asked_period(text, TODAY))
    assert (name.vi, name.en) == (vi, en)


@pytest.mark.parametrize(
    "text",
    ["early", "đầu", "early this week", "cuối tuần", "đầu tư 2021", "early-mid 2021", "q5 2021",
     "late mid-2021", "13 tháng đầu năm 2021", "0 tháng đầu năm 2021", "quý I/1/2021", "early 40/40",
     "until", "until until 2021", "before 1/1/1900", "after 2031", "by 15/1 to 20/1", "tới 15/1",
     "13 tháng 2021", "9 tháng năm 2021", "next quarter", "quý 5", "quý",
     "quarter of 2021", "T9", "T13/2021", "5H 2021", "2020-Q5", "early half", "start of 15/1/2022", "first half of January 2022 in Hue", "end of story",
     "before the end", "before the end of story", "by month", "trước cuối nhiệm kỳ", "from now on",
     "từ nay đến 1/1/2020", "before the end of 2199 BC", "until the end of time"],
)  # fmt: skip
def test_what_is_no_part_and_no_bound(text):
    assert asked_period(text, TODAY) is None


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
