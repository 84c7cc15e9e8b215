"""Conferences by the place where they are held."""

from datetime import date

import pytest

from bot.briefings import Briefings
from bot.briefings.periods import Period
from bot.briefings.places import asked_place, asked_place_and_time
from bot.render import telegram
from bot.render.actions import ListConferences, ListConferencesThen, unpack
from bot.store.database import Database
from bot.store.models import Conference

MAY = Period(date(2021, 5, 1), date(2021, 5, 31))


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("in Hanoi", "Hanoi"),
        ("ở Hà Nội?", "Hà Nội"),
        ("o ha noi", "ha noi"),
        ("were held in France", "France"),
        ("diễn ra tại Pháp", "Pháp"),
        ("", ""),
        ("in", ""),
        ("Hanoi", ""),
        ("in 2025", ""),
        ("in Hanoi was opened", ""),
        ("tại Paris về khí hậu", ""),
        ("in " + "x" * 500, ""),
        ("in " + "town " * 500, ""),
    ],
)
def test_a_place_is_asked_for(asked, place):
    assert asked_place(asked) == place


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("France", [1]), ("Pháp", [1]), ("phap", [1]), ("Hanoi", [2]), ("ha noi", [2]),
        ("thành phố Hà Nội", [2]), ("Atlantis", []), ("<b>Hanoi</b> %", []),
    ],
)  # fmt: skip
async def test_places_in_either_language(database: Database, place, found):
    async with database.write() as session:
        (await session.get_one(Conference, 1)).place_vi = "Pháp"
        (await session.get_one(Conference, 2)).place_en = "Hanoi"
    card = await Briefings(database).conferences_in(place)
    assert [each.id for each in (*card.items, *card.referred)] == found
    assert card.total == len(found)


@pytest.mark.parametrize(
    ("asked", "place", "time"),
    [
        ("in Hanoi", "Hanoi", None),
        ("in Hanoi in May 2021", "Hanoi", MAY),
        ("tại Pháp tháng 5/2021", "Pháp", MAY),
        ("in May 2021 in Hanoi", "Hanoi", MAY),
        ("tháng 5/2021 tại Pháp", "Pháp", MAY),
        ("in May 2021", "", None),
        ("took place in March 2018", "", None),
        ("Hanoi in May 2021", "", None),
        ("in Hanoi about trade in May 2021", "", None),
        ("", "", None),
        ("in " + "town " * 500, "", None),
    ],
)
def test_a_place_and_a_time_are_asked_for(asked, place, time):
    assert asked_place_and_time(asked, date(2026, 1, 20)) == (place, time)


@pytest.mark.parametrize(
    ("place", "country", "found"),
    [
        ("Hà Nội", "Vietnam", True),
        ("Trung tâm Hội nghị Quốc gia, Hà Nội", "Việt Nam", True),
        ("thành phố Đà Nẵng", "viet nam", True),
        ("Paris (Pháp)", "France", True),
        ("Tokyo", "Japan", True),
        ("Nhà Hòa Bình", "Việt Nam", False),
        ("Tokyo", "Osaka", False),
        ("Geneva", "France", False),
        ("Geneva", "Switzerland", True),
        ("thành phố New York", "Mỹ", True),
    ],
)
async def test_a_country_has_its_towns(database: Database, place, country, found):
    async with database.write() as session:
        (await session.get_one(Conference, 1)).place_vi = place
        (await session.get_one(Conference, 2)).place_vi = None
    assert (await Briefings(database).conferences_in(country)).total == found


async def test_a_place_within_a_time(database: Database):
    async with database.write() as session:
        first = await session.get_one(Conference, 1)
        first.place_vi, first.starts_on, first.ends_on = "Hà Nội", "2021-05-30", "2021-06-02"
        second = await session.get_one(Conference, 2)
        second.place_vi, second.starts_on, second.ends_on = "Hà Nội", "2021-04", ""
    briefings = Briefings(database)
    card = await briefings.conferences_in("Hanoi", 1, MAY)
    assert [each.id for each in (*card.items, *card.referred)] == [1]
    [en], [vi] = telegram.render(card, "en"), telegram.render(card, "vi")
    assert "Hanoi · May 2021" in en.html
    assert "Hanoi · tháng 5 năm 2021" in vi.html
    turned = [unpack(button.action.pack()) for row in en.rows for button in row]
    then = {each.period for each in turned if isinstance(each, ListConferencesThen)}
    assert then == {MAY.pack()}
    nothing = await briefings.conferences_in("Paris", 1, MAY)
    [en] = telegram.render(nothing, "en")
    assert "I know no conference held in “Paris” at this time (May 2021)." in en.html
    # Nothing is offered that is not there.
    assert ListConferences.of("Paris", 1, "en") not in [b.action for row in en.rows for b in row]
    other = await briefings.conferences_in("Hanoi", 1, Period(date(2019, 1, 1), date(2019, 12, 31)))
    [en] = telegram.render(other, "en")
    assert ListConferences.of("Hanoi", 1, "en") in [b.action for row in en.rows for b in row]


async def test_a_place_without_conferences_is_named(briefings: Briefings):
    card = await briefings.conferences_in("<Atlantis>")
    [en], [vi] = telegram.render(card, "en"), telegram.render(card, "vi")
    assert "I know no conference held in “&lt;Atlantis&gt;”." in en.html
    assert "Tôi không biết hội nghị nào tổ chức tại “&lt;Atlantis&gt;”." in vi.html
    turned = [unpack(button.action.pack()) for row in en.rows for button in row]
    assert {each.place for each in turned if isinstance(each, ListConferences)} == {"<atlantis>"}
