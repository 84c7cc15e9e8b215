"""The last answer again in another language."""

import pytest

from bot.conversation.recall import PARTS, Recall, Said
from translations.engine import Direction


@pytest.mark.parametrize(
    "asked", ["in Vietnamese please", "bằng tiếng Việt nhé", "and in Vietnamese?", "tiếng việt"]
)
async def test_a_card_again_in_another_language(talk, world, asked):
    await talk("/summary 1", lang="en")
    [sent] = await talk(asked, lang="en")
    assert "Ông Bình nói." in sent.text
    assert "Mr Binh" not in sent.text
    [later] = await talk("/summary 1", lang="en")  # the language of the chat stays
    assert "Mr Binh spoke." in later.text


async def test_again_and_again(talk, world):
    await talk("/summary 1", lang="vi")
    for asked, said in (("in English", "Mr Binh spoke."), ("bằng tiếng Việt", "Ông Bình nói.")):
        assert said in (await talk(asked, lang="vi"))[0].text
    [both] = await talk("in both languages", lang="vi")
    assert "Mr Binh spoke." in both.text
    assert "Ông Bình nói." in both.text


async def test_several_messages_of_an_answer_and_their_notes(talk, world):
    await talk("/latest quantum dots", lang="en")
    note, card = await talk("bằng tiếng Việt", lang="en")
    assert "Tôi không dùng đến “quantum dots”" in note.text
    assert "/tim" in note.text
    assert "Tin thử" in card.text


async def test_the_summary_of_a_text_is_translated_then(talk):
    talk.services.worker.directions.add(Direction.EN_VI)
    await talk("The conference opened today. Mr Binh spoke. All delegates went home.", lang="en")
    assert not talk.services.worker.translated
    [sent] = await talk("in Vietnamese please", lang="en")
    assert "[vi] Mr Binh spoke." in sent.text


async def test_where_there_is_nothing_to_give_again(talk, world):
    [sent] = await talk("in Vietnamese please", lang="en")
    assert "no answer here to give again" in sent.text
    assert "/language vi" in sent.text
    await talk("tiếng Anh", chat=6)
    assert ("search", "tiếng Anh", 1) in world.asked
    await talk("/summary 1", lang="en", chat=7)
    await talk("/help", lang="en", chat=7)  # is not kept, and the summary not the last any more
    [sent] = await talk("in Vietnamese", lang="en", chat=7)
    assert "no answer here" in sent.text


async def test_chats_and_threads_have_their_own(talk, world):
    await talk("/summary 1", lang="en", chat=5)
    assert "no answer" in (await talk("in Vietnamese", lang="en", chat=6))[0].text
    assert "Ông Bình" in (await talk("in Vietnamese", lang="en", chat=5))[0].text
    thread = {"chat": -7, "user": 8, "kind": "supergroup", "is_topic_message": True, "lang": "en"}
    await talk("/summary 1", **thread, message_thread_id=1)
    own = {"message_id": 1, "date": 0, "chat": {"id": -7, "type": "supergroup"}, "text": "x",
           "from": {"id": 77, "is_bot": True, "first_name": "B"}}  # fmt: skip
    asked = {"text": "in Vietnamese", **thread, "reply_to_message": own}
    assert "no answer" in (await talk(**asked, message_thread_id=2))[0].text
    assert "Ông Bình" in (await talk(**asked, message_thread_id=1))[0].text


async def test_a_text_that_names_a_language_is_no_such_request(talk, world):
    await talk("/summary 1", lang="en")
    world.asked.clear()
    await talk("Vietnamese in English literature", lang="en")
    assert ("search", "Vietnamese in English literature", 1) in world.asked


def test_only_so_much_is_kept():
    recall = Recall(kept=2)
    for chat in (1, 2, 1, 3):
        recall.keep(chat, tuple(Said(str(n)) for n in range(PARTS + 2)))
    assert recall.last(2) == ()
    assert [part.text for part in recall.last(1)] == ["2", "3", "4", "5"]
    recall.keep(1, ())
    assert recall.last(1) == ()
