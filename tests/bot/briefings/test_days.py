"""Dates that are asked for, and what takes place then."""

from datetime import date

import pytest

from bot.briefings import Briefings, rows
from bot.briefings.cards import Choice, ConferenceCard
from bot.briefings.days import asked_day, falls_in, takes_place
from bot.render import text
from bot.store.database import Database
from bot.store.models import Article, Conference
from summarizer.text.dates import PartialDate


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("13/1", "--01-13"), ("13-1", "--01-13"), ("ngày 13/1", "--01-13"), ("ngay 13/1", "--01-13"),
        ("1/2026", "2026-01"), ("tháng 1/2026", "2026-01"), ("thang 1 nam 2026", "2026-01"),
        ("13-1-2026", "2026-01-13"), ("2026-01-13", "2026-01-13"), ("January 2026", "2026-01"),
        ("on 13 January", "--01-13"), ("năm 2026", "2026"), ("2026", "2026"),
    ],
)  # fmt: skip
def test_days_that_are_asked_for(query, day):
    assert str(asked_day(query)) == day


@pytest.mark.parametrize(
    "query",
    ["", "Hội nghị 13/1", "13", "40/40", "APEC 2026", "13/1 hay 14/1", "early 2021", "Late 2021",
     "since 2021", "đầu năm 2021"],
)  # fmt: skip
def test_what_is_no_day(query):
    assert asked_day(query) is None


@pytest.mark.parametrize(
    ("starts", "ends", "asked", "there"),
    [
        ("2026-01-13", None, "2026-01-13", True),
        ("2026-01-13", None, "2026-01", True),
        ("2026-01-13", None, "--01-13", True),
        ("2026-01-13", None, "2025", False),
        ("2026-01-13", "2026-01-15", "--01-14", True),
        ("2026-01-13", "2026-01-15", "2025-01-14", False),
        ("2026-01-30", "2026-02-02", "2026-02", True),
        ("--01-13", None, "--01-13", True),
        ("--01-13", None, "2026-01-13", False),
        ("2026-01", None, "--01-13", False),
        ("", None, "2026", False),
    ],
)
def test_what_takes_place(starts, ends, asked, there):
    assert takes_place(starts, ends, PartialDate.parse(asked)) is there


@pytest.mark.parametrize(
    ("starts", "ends", "there"),
    [
        ("2026-01-01", None, True),
        ("2026-04-30", None, True),
        ("2026-05-01", None, False),
        ("2025-12-30", "2026-01-02", True),
        ("2026-04", None, True),
        ("2025-12", "2026-01", False),
        ("2026", None, False),
        ("--01-13", None, False),
        ("", None, False),
    ],
)
def test_what_is_held_in_a_period(starts, ends, there):
    assert falls_in(starts, ends, date(2026, 1, 1), date(2026, 4, 30)) is there


@pytest.mark.parametrize("starts", ["2026-02-30", "2026-02-31", "2026-13-01", "2026-00", "0000"])
@pytest.mark.parametrize("ends", [None, "2026-02-30", "2026-04-31", "2026-99-99"])
def test_a_day_that_no_calendar_has_breaks_nothing(starts, ends):
    falls_in(starts, ends, date(2026, 1, 1), date(2026, 4, 30))
    falls_in("2026-01-13", ends, date(2026, 1, 1), date(2026, 4, 30), date(2026, 4, 30))
    takes_place(starts, ends, PartialDate.parse("2026-02"))


def test_of_a_day_that_no_calendar_has_the_month_counts():
    assert str(rows.date("2026-02-30")) == "2026-02"
    assert str(rows.date("--02-29")) == "--02-29"
    assert str(rows.date("--02-30")) == "--02"
    assert str(rows.date("2026-13-40")) == "2026"
    assert not rows.date("--13").known
    assert falls_in("2026-02-30", None, date(2026, 2, 1), date(2026, 2, 28))
    assert not falls_in("2026-02-30", None, date(2026, 2, 1), date(2026, 2, 20))


async def test_a_day_that_no_calendar_has_is_asked_for(database: Database):
    async with database.write() as session:
        (await session.get_one(Conference, 2)).starts_on = "2031-02-30"
        (await session.get_one(Article, 4)).sort_date = "2031-09-31"
    briefings = Briefings(database, lambda: date(2031, 3, 20))
    card = await briefings.find_conference("tháng 2/2031")
    assert isinstance(card, ConferenceCard)
    assert card.conference.id == 2
    card = await briefings.find_conference("from 1/2/2031 to 28/2/2031")
    assert isinstance(card, ConferenceCard)
    assert str(await briefings.newest_day()) == "2031-09"
    assert (await briefings.upcoming()).total == 0


async def test_what_is_planned_for_the_days_to_come_is_of_this_week(database: Database):
    async with database.write() as session:
        (await session.get_one(Conference, 2)).starts_on = "2031-03-23"
    briefings = Briefings(database, lambda: date(2031, 3, 20))  # a Thursday
    for asked in ("this week", "tuần này"):
        card = await briefings.find_conference(asked)
        assert isinstance(card, ConferenceCard), asked
        assert card.conference.id == 2
    briefings = Briefings(database, lambda: date(2031, 3, 13))
    for asked in ("next week", "tuần tới"):
        card = await briefings.find_conference(asked)
        assert isinstance(card, ConferenceCard), asked
    assert await briefings.find_conference("this week") is None


async def test_next_month_is_a_time_though_a_name_has_it(database: Database):
    async with database.write() as session:
        other = await session.get_one(Conference, 1)
        other.aliases, other.starts_on, other.ends_on = ["hội nghị tháng tới"], "2031-05-04", ""
        (await session.get_one(Conference, 2)).starts_on = "2031-03-23"
    briefings = Briefings(database, lambda: date(2031, 2, 20))
    card = await briefings.find_conference("tháng tới")
    assert isinstance(card, ConferenceCard)
    assert card.conference.id == 2


@pytest.mark.parametrize("asked", ["march", "in march", "March 2031", "T3/2031"])
async def test_months_in_small_letters(database: Database, asked):
    async with database.write() as session:
        other = await session.get_one(Conference, 1)
        other.starts_on, other.ends_on = "2031-05-04", ""
        (await session.get_one(Conference, 2)).starts_on = "2031-03-23"
    card = await Briefings(database, lambda: date(2031, 3, 20)).find_conference(asked)
    assert isinstance(card, ConferenceCard)
    assert card.conference.id == 2


async def test_conferences_of_a_part_of_a_year(briefings: Briefings):
    for asked in ("early 2031", "đầu năm 2031", "quý 1/2031", "this quarter", "quý này"):
        card = await briefings.find_conference(asked)
        assert isinstance(card, ConferenceCard), asked
        assert card.conference.id == 1
    several = await briefings.find_conference("from March to May 2031")
    assert isinstance(several, Choice)
    assert several.exact
    assert several.time is not None
    assert several.time.in_("en") == "1 March – 31 May 2031"
    assert "ngày 1 tháng 3 – ngày 31 tháng 5 năm 2031" in text.render(several, "vi")
    assert await briefings.find_conference("late 2031") is None


async def test_a_conference_by_its_day(briefings: Briefings):
    for asked in ("3/3", "4/3/2031", "tháng 3/2031"):
        card = await briefings.find_conference(asked)
        assert isinstance(card, ConferenceCard)
        assert card.conference.id == 1
    assert not isinstance(await briefings.find_conference("7/7"), ConferenceCard)
    several = await briefings.find_conference("2031")
    assert isinstance(several, Choice)
    assert [hit.id for hit in several.hits] == [1, 2]


def test_what_goes_on_beyond_today_falls_in_a_time_that_ends_today():
    may = date(2026, 5, 1)
    today = date(2026, 5, 20)
    assert falls_in("2026-05", None, may, today, today)
    assert not falls_in("2026-05", None, may, today)
    assert not falls_in("2026-04", None, may, today, today)
    assert falls_in("2026", None, date(2026, 1, 1), today, today)
