"""Summaries of a theme and of a period, by command, in plain words and by button.

It is Monday, 6 May 2024, ten in the morning in Hanoi.
"""

from datetime import date, timedelta

import pytest

from bot.render.actions import SummarizeScope
from bot.store import chats, deliveries
from bot.store.models import Delivery

WEEK = "20240430-20240506"


def asked(world):
    return [each for each in world.asked if each[0] in ("theme", "period")]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("/summary theme economic diplomacy", ("theme", "economic", 1)),
        ("/tomtat chủ đề ngoại giao kinh tế", ("theme", "economic", 1)),
        ("/tomtat chu de kinh te", ("theme", "economic", 1)),
        ("/summary economic diplomacy", ("theme", "economic", 1)),
        ("/summary today", ("period", "20240506-20240506")),
        ("/tomtat hôm nay", ("period", "20240506-20240506")),
        ("/summary en last week", ("period", "20240429-20240505")),
        ("/tomtat từ 3/5", ("period", "20240503-20240506")),
        ("/summary 3–5/5/2024", ("period", "20240503-20240505")),
        ("/summary 2024", ("period", "20240101-20241231")),
        ("What happened this week?", ("period", "20240506-20240506")),
        ("tuần này có gì mới?", ("period", "20240506-20240506")),
        ("tóm tắt chủ đề ngoại giao kinh tế", ("theme", "economic", 1)),
    ],
)
async def test_what_is_asked_for(talk, world, text, question):
    sent = await talk(text)
    [first] = asked(world)
    assert first[: len(question)] == question
    assert len(sent) == 1


@pytest.mark.parametrize(
    "text",
    ["/summary 1", "/summary article 12", "/summary conference 6/5", "/summary next week",
     "/conference 6/5", "what about economic diplomacy"],
)  # fmt: skip
async def test_what_asks_for_neither(talk, world, text):
    await talk(text)
    assert not asked(world)


async def test_the_zone_is_that_of_the_chat(talk, db, clock, world):
    await talk("/latest")
    async with db.write() as session:
        (await chats.find(session, "telegram:77", 5)).zone = "Pacific/Auckland"
    clock.forward(hours=12)  # the sixth in Hanoi, the seventh in Auckland
    await talk("/summary today")
    assert ("period", "20240507-20240507", "Pacific/Auckland", 1) in world.asked


async def test_the_card_has_pages_and_languages(talk, world):
    [sent] = await talk("/summary theme economic diplomacy", lang="en")
    assert "conomics" in sent.text
    assert "[1]" in sent.text
    assert sent.buttons["▶"] == SummarizeScope("theme", "economic", 2, "en").pack()
    assert "t:" in "".join(sent.buttons.values())


async def test_a_button_turns_the_page_of_its_card(talk, world):
    turn = SummarizeScope("period", WEEK, 2, "vi").pack()
    edited, _ = await talk.press(turn, buttons=[turn])
    assert edited.method == "editMessageText"
    assert ("period", WEEK, "Asia/Ho_Chi_Minh", 2) in world.asked
    sent, _ = await talk.press(SummarizeScope("theme", "economic").pack())
    assert sent.method == "sendMessage"


@pytest.mark.parametrize(
    "data", ["y:theme:cheese", "y:period:yesterday", "y:period:20240231-20240301", "y:planet:x",
             "y:period:00010101-00010102", "y:theme"]
)  # fmt: skip
async def test_a_button_for_no_scope_is_told(talk, world, data):
    [sent] = await talk.press(data, lang="en")
    assert "older version" in sent.text


async def test_a_theme_that_is_none_names_those_there_are(talk, world):
    [sent] = await talk("/summary theme cheese", lang="en")
    assert "no theme “cheese”" in sent.text
    assert "economic diplomacy, research and forecasting, other matters" in sent.text
    assert list(sent.buttons) == ["Economic diplomacy", "Research and forecasting"]
    [sent] = await talk("/summary theme")
    assert "Which theme?" in sent.text
    [sent] = await talk("/tomtat các chủ đề", lang="vi", chat=6)
    assert "ngoại giao kinh tế" in sent.text


async def test_a_theme_without_articles_names_others(talk, world):
    [sent] = await talk("/summary theme citizen protection", lang="en")
    assert "nothing on the theme “citizen protection”" in sent.text
    assert "economic diplomacy" in sent.text


async def test_an_empty_library_has_no_themes(talk, world):
    world.news = False
    [sent] = await talk("/summary theme research", lang="en")
    assert "no article yet" in sent.text


async def test_an_empty_period_says_which_article_is_the_newest(talk, world):
    world.newest = date(2024, 3, 1)
    [sent] = await talk("/summary today", lang="en")
    assert "no articles from this time (span). The newest is of 1 Mar 2024" in sent.text
    week = SummarizeScope("period", "20240224-20240301").pack()
    assert next(iter(sent.buttons.values())) == week


async def test_since_the_last_digest_without_one_is_a_week(talk, world):
    note, sent = await talk("/summary since my last digest", lang="en")
    assert "no digest yet" in note.text
    assert asked(world) == [("period", WEEK, "Asia/Ho_Chi_Minh", 1)]
    assert "[1]" in sent.text


@pytest.mark.parametrize("text", ["/summary since my last digest", "/tomtat từ bản tin trước"])
async def test_since_the_last_digest_is_what_came_in_after_it(talk, db, clock, world, text):
    await talk("/latest", lang="en")
    async with db.write() as session:
        chat = await chats.find(session, "telegram:77", 5)
        for mark, state in ((41, deliveries.SENT), (57, deliveries.FAILED)):
            session.add(
                Delivery(
                    chat_id=chat.id,
                    kind=deliveries.DIGEST,
                    key=f"k{mark}",
                    local_date=date(2024, 5, 5),
                    due_at=clock() - timedelta(hours=9),
                    created_at=clock(),
                    state=state,
                    sequence_to=mark,
                )
            )
    await talk(text)
    assert asked(world) == [("period", "s41", "Asia/Ho_Chi_Minh", 1)]
    world.news = False
    [sent] = await talk(text)
    assert "Nothing has come in" in sent.text
