"""People whom a few words name, and countries in whose service somebody is."""

import pytest

from bot.briefings.cards import Bilingual, Choice, Hit, SpeakerCard
from bot.conversation.people import only_of
from tests.bot.conversation.conftest import BINH


def choice(*names, exact=True):
    hits = tuple(Hit("speaker", n, Bilingual(name, None)) for n, name in enumerate(names, 1))
    return Choice("speaker", "x", hits, exact=exact)


@pytest.mark.parametrize(
    ("text", "card", "only"),
    [
        ("Nga", choice("Trần Văn Bình"), True),
        ("Trung Quốc", SpeakerCard(BINH, (), (), (), (), (), (), ()), True),
        ("the US", choice("Trần Văn Bình"), True),
        ("nước Nga", choice("Trần Văn Bình"), True),
        ("Nga", choice("Trần Văn Bình", "Nga"), False),
        ("Nga", choice("Trần Văn Bình", exact=False), False),
        ("Ngoại trưởng Nga", choice("Trần Văn Bình"), False),
        ("Bình", choice("Trần Văn Bình"), False),
        ("", choice("Trần Văn Bình"), False),
        ("Nga", None, False),
    ],
)
def test_a_country_is_nobody_who_has_an_office_there(text, card, only):
    assert only_of(text, card) is only


async def test_a_form_of_address_may_stand_before_a_name(talk, world):
    world.found["speaker", "ông Bình"] = world.found["speaker", "tran van binh"]
    world.found["conference", "ông Bình"] = world.found["conference", "trial"]
    [sent] = await talk("ông Bình", lang="en")
    assert sent.text.startswith("<b>Tran Van Binh")
