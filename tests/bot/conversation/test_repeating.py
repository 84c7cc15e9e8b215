"""The last answer again in another language."""

import pytest

from bot.briefings.cards import TermCard
from bot.conversation.recall import PARTS, Recall, Shown
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


async def test_of_several_messages_the_cards(talk, world):
    await talk("/latest quantum dots", lang="en")  # a note says that the words are of no use
    [card] = await talk("bằng tiếng Việt", lang="en")
    assert "Tin thử" in card.text


async def test_a_translation_has_its_language(talk):
    await talk("/translate en Ông Bình nói.", lang="en")
    [sent] = await talk("in Vietnamese please", lang="en")
    assert "no answer here" in sent.text


async def test_what_a_message_answers_is_meant(talk, world):
    await talk("/summary 1", lang="en")
    theirs = {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"},
              "text": "Hội nghị khai mạc hôm nay. Ông Bình nói.",
              "from": {"id": 9, "is_bot": False, "first_name": "A"}}  # fmt: skip
    sent = await talk("translate this into English", lang="en", reply_to_message=theirs)
    assert "[en] Ông Bình nói." in sent[0].text


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
    recall, card = Recall(kept=2), TermCard("x", ())
    for chat in (1, 2, 1, 3):
        recall.keep(chat, tuple(Shown(card, n) for n in range(PARTS + 2)))
    assert recall.last(2) == ()
    assert [shown.view for shown in recall.last(1)] == [2, 3, 4, 5]
    recall.keep(1, ())
    assert recall.last(1) == ()
