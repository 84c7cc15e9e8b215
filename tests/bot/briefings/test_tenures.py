"""The offices of a speaker over time, as articles of different days give and date them."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from bot.briefings import Briefings
from bot.render import text
from bot.store.database import Database
from bot.store.models import ArticleSpeaker, Role
from summarizer.text.dates import PartialDate
from tests.bot.briefings.conftest import MINISTER, OPENING, REPORT, TODAY


def office(title: str, since: str = "", until: str = "", *, former: bool = False) -> dict[str, Any]:
    def plain(day: str) -> dict[str, Any]:
        date = PartialDate.parse(day)
        return {"year": date.year, "month": date.month, "day": date.day, "basis": "stated"}

    return {"title": title, "since": plain(since), "until": plain(until), "former": former}


async def shown(database: Database, told: dict[int, list[dict[str, Any]]]) -> list[tuple[str, ...]]:
    """The roles on the minister's card if articles tell these offices."""
    async with database.write() as session:
        for row in await session.scalars(
            select(ArticleSpeaker).where(ArticleSpeaker.speaker_id == MINISTER)
        ):
            row.sighting = {**row.sighting, "roles": told.get(row.article_id, [])}
            row.renderings = {"Đại sứ": ["Ambassador", False, "glossary", []]}
    card = await Briefings(database, lambda: TODAY).speaker(MINISTER)
    assert card is not None
    return [
        (role.title.vi or "", str(role.first), str(role.last), str(role.since), str(role.until))
        for role in card.roles
    ]


ATTESTED = [
    ("Bộ trưởng Bộ Thí dụ", "2031-03-03", "2031-03-04", "", ""),
    ("Thứ trưởng Bộ Thí dụ", "2029", "2030-06", "", ""),
]


async def test_what_articles_attest_and_nothing_told(database: Database):
    assert await shown(database, {}) == ATTESTED


async def test_a_day_that_an_article_tells_stands_with_its_office(database: Database):
    told = {OPENING: [office("Bộ trưởng Bộ Thí dụ", "2030-10-08")]}
    [minister, deputy] = await shown(database, told)
    assert minister == ("Bộ trưởng Bộ Thí dụ", "2031-03-03", "2031-03-04", "2030-10-08", "")
    assert deputy == ATTESTED[1]


async def test_the_newer_article_is_believed_first(database: Database):
    told = {
        OPENING: [office("Bộ trưởng Bộ Thí dụ", "2030-10-08")],
        REPORT: [office("Bộ trưởng Bộ Thí dụ", "2030-10")],
    }
    assert (await shown(database, told))[0][3] == "2030-10-08"


async def test_an_office_that_is_over_comes_after_the_present_ones(database: Database):
    told = {REPORT: [office("nguyên Đại sứ", "2033", "2035", former=True)]}
    lines = await shown(database, told)
    assert lines[0] == ATTESTED[0]
    assert ("nguyên Đại sứ", "", "", "2033", "2035") in lines[1:]


async def test_a_present_and_a_past_office_are_two_lines(database: Database):
    told = {REPORT: [office("nguyên Bộ trưởng Bộ Thí dụ", "2020", "2022", former=True)]}
    lines = await shown(database, told)
    assert lines[0] == ATTESTED[0]
    assert ("nguyên Bộ trưởng Bộ Thí dụ", "", "", "2020", "2022") in lines


async def test_sightings_of_before_have_no_offices(database: Database):
    async with database.write() as session:
        for row in await session.scalars(select(ArticleSpeaker)):
            row.sighting = {"role": "Bộ trưởng"}
    card = await Briefings(database, lambda: TODAY).speaker(MINISTER)
    assert card is not None
    assert len(card.roles) == len(ATTESTED)


async def test_how_it_is_shown(database: Database):
    told = {
        OPENING: [
            office("Bộ trưởng Bộ Thí dụ", "2030-10-08"),
            office("nguyên Đại sứ", "2016", "2021", former=True),
        ]
    }
    await shown(database, told)
    card = await Briefings(database, lambda: TODAY).speaker(MINISTER)
    assert card is not None
    vietnamese, english = text.render(card, "vi"), text.render(card, "en")
    assert "Bộ trưởng Bộ Thí dụ (từ 8/10/2030; theo các bài 3/3/2031 – 4/3/2031)" in vietnamese
    assert "Nguyên Đại sứ (năm 2016 – năm 2021)" in vietnamese
    assert "(since 8 Oct 2030; in articles of 3 Mar 2031 – 4 Mar 2031)" in english
    assert "(2016 – 2021)" in english


@pytest.mark.parametrize(
    ("title", "first", "last", "lines"),
    [
        # a bare office is the one that is told more fully, and lends it its days
        ("Bộ trưởng", "2031-05-01", "2031-05-02",
         [("Bộ trưởng Bộ Thí dụ", "2031-03-03", "2031-05-02"), ("Thứ trưởng Bộ Thí dụ", "2029", "2030-06")]),
        ("Bộ trưởng", "--05-01", "--05-02",
         [("Bộ trưởng Bộ Thí dụ", "2031-03-03", "2031-03-04"), ("Thứ trưởng Bộ Thí dụ", "2029", "2030-06")]),
        # another office, and one that is over, are their own
        ("Đại sứ", "2025", "2025",
         [("Bộ trưởng Bộ Thí dụ", "2031-03-03", "2031-03-04"), ("Thứ trưởng Bộ Thí dụ", "2029", "2030-06"), ("Đại sứ", "2025", "2025")]),
        ("nguyên Bộ trưởng", "2031-05-01", "2031-05-02",
         [("nguyên Bộ trưởng", "2031-05-01", "2031-05-02"), ("Bộ trưởng Bộ Thí dụ", "2031-03-03", "2031-03-04"), ("Thứ trưởng Bộ Thí dụ", "2029", "2030-06")]),
    ],
)  # fmt: skip
async def test_nearly_the_same_office_is_told_once(database: Database, title, first, last, lines):
    async with database.write() as session:
        session.add(Role(speaker_id=MINISTER, title_vi=title, first_seen=first, last_seen=last))
    assert [line[:3] for line in await shown(database, {})] == lines
