"""Dates that are asked for, and what takes place then."""

import pytest

from bot.briefings import Briefings
from bot.briefings.cards import Choice, ConferenceCard
from bot.briefings.days import asked_day, takes_place
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
    "query", ["", "Hội nghị 13/1", "13", "40/40", "APEC 2026", "13/1 hay 14/1"]
)
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


async def test_a_conference_by_its_day(briefings: Briefings):
    for asked in ("3/3", "4/3/2031", "tháng 3/2031"):
        card = await briefings.find_conference(asked)
        assert isinstance(card, ConferenceCard)
        assert card.conference.id == 1
    assert not isinstance(await briefings.find_conference("7/7"), ConferenceCard)
    several = await briefings.find_conference("2031")
    assert isinstance(several, Choice)
    assert [hit.id for hit in several.hits] == [1, 2]
