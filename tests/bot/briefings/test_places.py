"""Conferences by the place where they are held."""

import pytest

from bot.briefings import Briefings
from bot.briefings.places import asked_place
from bot.render import telegram
from bot.render.actions import ListConferences, unpack
from bot.store.database import Database
from bot.store.models import Conference


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


async def test_a_place_without_conferences_is_named(briefings: Briefings):
    card = await briefings.conferences_in("<Atlantis>")
    [en], [vi] = telegram.render(card, "en"), telegram.render(card, "vi")
    assert "I know no conference held in “&lt;Atlantis&gt;”." in en.html
    assert "Tôi không biết hội nghị nào tổ chức tại “&lt;Atlantis&gt;”." in vi.html
    turned = [unpack(button.action.pack()) for row in en.rows for button in row]
    assert {each.place for each in turned if isinstance(each, ListConferences)} == {"<atlantis>"}
