"""Conferences by what they are about and of which kind."""

from datetime import date

import pytest

from bot.briefings import Briefings
from bot.briefings.matters import Matter, asked_matter, asked_matter_and_time
from bot.briefings.periods import Period
from bot.render import telegram, text
from bot.render.actions import ListConferences, unpack
from bot.store.database import Database
from bot.store.models import Conference

TODAY = date(2031, 3, 20)
MAY = Period(date(2021, 5, 1), date(2021, 5, 31))


@pytest.mark.parametrize(
    ("asked", "matter"),
    [
        ("on climate", Matter("climate")),
        ("about the ocean economy?", Matter("the ocean economy")),
        ("về khí hậu", Matter("khí hậu")),
        ("ve khi hau", Matter("khi hau")),
        ("liên quan đến ASEAN", Matter("ASEAN")),
        ("international", Matter(international=True)),
        ("quốc tế nào ở Hà Nội", Matter("", "Hà Nội", True)),
        ("international on trade in Hanoi", Matter("trade", "Hanoi", True)),
        ("held in Hanoi on trade", Matter("trade", "Hanoi")),
        ("tại Paris về khí hậu", Matter("khí hậu", "Paris")),
        ("về hợp tác tài chính", Matter("hợp tác tài chính")),
        ("về tại Hà Nội", Matter("tại Hà Nội")),
        ("in Hanoi", None),
        ("Hanoi", None),
        ("về biển Đông khai mạc tại Đà Nẵng", None),
        ("on climate opens in Hanoi", None),
        ("on climate held in Hanoi", Matter("climate", "Hanoi")),
        ("on", None),
        ("on !!!", None),
        ("vẽ tranh", None),
        ("vé máy bay", None),
        ("về khí hậu đã khai mạc", None),
        ("on climate was opened", None),
        ("", None),
        ("on " + "x" * 500, None),
        ("on " + "word " * 20, None),
    ],
)
def test_a_matter_is_asked_for(asked, matter):
    assert asked_matter(asked) == matter


@pytest.mark.parametrize(
    ("asked", "words", "matter", "time"),
    [
        ("on climate in May 2021", "on climate", Matter("climate"), MAY),
        ("tháng 5/2021 về khí hậu", "về khí hậu", Matter("khí hậu"), MAY),
        ("về thương mại", "về thương mại", Matter("thương mại"), None),
        ("về sông lần thứ 6", "về sông lần thứ 6", Matter("sông lần thứ 6"), None),
        ("on the river next month", "on the river", Matter("the river"),
         Period(date(2031, 4, 1), date(2031, 4, 30))),
        ("nào về sông", "về sông", Matter("sông"), None),
        ("held on the river", "on the river", Matter("the river"), None),
        ("on 12 March", "on 12 March", None, None),
        ("in May 2021", "in May 2021", None, None),
    ],
)  # fmt: skip
def test_a_matter_and_a_time(asked, words, matter, time):
    assert asked_matter_and_time(asked, TODAY) == (words, matter, time)


@pytest.fixture
async def named(database: Database) -> Briefings:
    """A library whose two conferences have names of their own."""
    async with database.write() as session:
        first = await session.get_one(Conference, 1)
        first.name_vi, first.name_en = "Hội thảo quốc tế về Biển Đông", None
        first.place_vi, first.starts_on, first.ends_on = "Hà Nội", "2021-05-30", ""
        second = await session.get_one(Conference, 2)
        second.name_vi, second.name_en = None, "Summit on River Trade"
        second.place_vi, second.place_en = "Paris", "Paris"
    return Briefings(database, lambda: TODAY)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("on the East Sea", [1]),
        ("về biển Đông", [1]),
        ("ve bien dong", [1]),
        ("international", [1]),
        ("quốc tế tại Hà Nội", [1]),
        ("international in Paris", []),
        ("on river trade", [2]),
        ("on trade in Paris", [2]),
        ("on trade in Hanoi", []),
        ("on the moon", []),
        ("về <b>", []),
    ],
)
async def test_conferences_of_a_matter(named: Briefings, asked, found):
    card = await named.conferences_in(asked)
    assert [each.id for each in (*card.items, *card.referred)] == found
    assert card.matter
    for language in ("vi", "en", "both"):
        [shown] = telegram.render(card, language)
        turned = [unpack(button.action.pack()) for row in shown.rows for button in row]
        again = [each.place for each in turned if isinstance(each, ListConferences)]
        for words in again:  # as a button has it
            assert (await named.conferences_in(words)).items == card.items


async def test_what_there_is_not_is_said(named: Briefings):
    nothing = await named.conferences_in("on the <moon>")
    assert "I know no conference “on the <moon>”." in text.render(nothing, "en")
    assert "Tôi không biết hội nghị nào “on the <moon>”." in text.render(nothing, "vi")
    assert "&lt;moon&gt;" in telegram.render(nothing, "en")[0].html
    then = await named.conferences_in("on the East Sea", 1, Period(TODAY, TODAY))
    assert (then.total, then.elsewhere) == (0, 1)
    assert "at this time (20 March 2031)" in text.render(then, "en")
