"""What asks for the conferences that are on or over, and what does not."""

import pytest

from bot.conversation.stage_words import Stage, asked_stage


@pytest.mark.parametrize(
    "text",
    [
        "ongoing conferences",
        "Which conferences are going on now?",
        "hội nghị đang diễn ra",
        "Có hội nghị nào đang diễn ra không?",
        "cac hoi nghi dang dien ra",
        "conferences at the moment",
        "show me the current conferences and visits",
    ],
)
def test_those_that_are_on(text):
    assert asked_stage(text) is Stage.NOW


@pytest.mark.parametrize(
    "text",
    [
        "past conferences",
        "Past conferences and visits",
        "các hội nghị đã diễn ra",
        "các hội nghị, chuyến thăm vừa qua",
        "previous meetings",
        "hội nghị nào đã kết thúc?",
        "conferences so far",
    ],
)
def test_those_that_are_over(text):
    assert asked_stage(text) is Stage.PAST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "conferences",
        "upcoming conferences",
        "past",
        "past ongoing conferences",
        "Hội nghị đã diễn ra thành công tốt đẹp",
        "the conference is over budget",
        "hội nghị vừa qua đã thông qua nghị quyết",
        "past conferences " * 30,
    ],
)
def test_anything_else(text):
    assert asked_stage(text) is None
