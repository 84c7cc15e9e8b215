"""Conferences that a few words name, and those whose names only have them."""

import pytest

from bot.briefings.cards import Bilingual, Choice, ConferenceCard, Hit
from bot.conversation.meetings import only_has
from tests.bot.conversation.conftest import HALL, SAID, SOURCE

FORUM = Bilingual("Diễn đàn Kinh tế sông lớn", "Great River Economy Forum")


def choice(**columns):
    return Choice("conference", "x", (Hit("conference", 8, FORUM),), **columns)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("kinh tế", True),
        ("economy", True),
        ("Kinh tế sông lớn", False),
        ("Great River Economy", False),
        ("diễn đàn", False),
        ("forum", False),
        ("hop bao", True),
        ("GREF", False),
        ("kinh tế 2026", False),
        ("", False),
        ("!!!", False),
    ],
)
def test_a_small_part_of_a_name_is_no_name(text, only):
    assert only_has(text, choice()) is only


def test_of_what_is_not_found_nothing_is_said():
    assert not only_has("kinh tế", None)
    assert not only_has("kinh tế", choice(exact=False))
    assert not only_has("kinh tế", choice(latest=True))


async def test_the_articles_come_before_the_meetings_that_have_a_word(talk, world):
    name = Bilingual("Diễn đàn Bad News của sông lớn", None)
    world.found["conference", "bad news"] = Choice("conference", "x", (Hit("conference", 8, name),))
    other = Choice("conference", "x", (Hit("conference", 9, FORUM),))
    world.found["conference", "big news"] = other  # spelt like it only
    assert len(await talk("big news", lang="en", chat=4)) == 1
    articles, also = await talk("bad news", lang="en", chat=5)
    assert "Trial news" in articles.text
    assert "also conferences whose names have “bad news”" in also.text
    assert list(also.buttons.values()) == ["o:conference:8"]
    world.found["conference", "economy"] = choice()  # of which there is no article
    [sent] = await talk("economy", lang="en", chat=6)
    assert "Which one is meant?" in sent.text
    world.found["conference", "trial news"] = ConferenceCard(
        HALL, (), None, None, (SAID,), (), (), (), (SOURCE,)
    )
    assert len(await talk("trial news", lang="en", chat=7)) == 1
