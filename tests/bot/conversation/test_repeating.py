"""The last answer again in another language."""

import pytest

from bot.briefings.cards import TermCard
from bot.conversation.recall import MESSAGES, PARTS, Recall, Shown
from translations.engine import Direction

GROUP = {"chat": -7, "user": 8, "kind": "supergroup", "lang": "en"}


def own(number, chat=-7, kind="supergroup"):
    """A message of the bot's that is replied to."""
    return {"message_id": number, "date": 0, "chat": {"id": chat, "type": kind}, "text": "x",
            "from": {"id": 77, "is_bot": True, "first_name": "B"}}  # fmt: skip


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
    thread = {**GROUP, "is_topic_message": True}
    await talk("/summary 1", **thread, message_thread_id=1)
    asked = {"text": "in Vietnamese", **thread, "reply_to_message": own(talk.telegram.number)}
    assert "cannot give that" in (await talk(**asked, message_thread_id=2))[0].text
    assert "Ông Bình" in (await talk(**asked, message_thread_id=1))[0].text
    mention = {"entities": [{"type": "mention", "offset": 0, "length": 18}]}
    named = {"text": "@briefing_test_bot in Vietnamese", **thread, **mention}
    assert "no answer" in (await talk(**named, message_thread_id=2))[0].text
    opened = own(1) | {"text": None, "forum_topic_created": {"name": "x", "icon_color": 0}}
    asked = {**named, "reply_to_message": opened}  # as every message of a topic replies
    assert "Ông Bình" in (await talk(**asked, message_thread_id=1))[0].text


async def test_a_reply_means_the_answer_that_it_replies_to(talk, world):
    await talk("/summary 1", **GROUP)
    summary = talk.telegram.number
    await talk("/task 7", **GROUP)
    task = talk.telegram.number
    for asked in ("in Vietnamese", "bản tiếng Việt", "vi", "tiếng Việt đi"):
        [sent] = await talk(asked, **GROUP, reply_to_message=own(summary))
        assert "Ông Bình nói." in sent.text
        [sent] = await talk(asked, **GROUP, reply_to_message=own(task))
        assert "Cần thử kỹ hơn." in sent.text
    [again] = await talk("English version", **GROUP, reply_to_message=own(talk.telegram.number))
    assert "Testing must be more thorough." in again.text


async def test_of_an_answer_that_is_not_kept_none_is_given_instead(talk, world):
    await talk("/summary 1", **GROUP)
    summary = talk.telegram.number
    for _ in range(MESSAGES):
        await talk("/task 7", **GROUP)
    for message in (summary, summary - 1000):
        for asked, said in (("in Vietnamese", "cannot give that"), ("vn", "cannot give that")):
            [sent] = await talk(asked, **GROUP, reply_to_message=own(message))
            assert said in sent.text
            assert "/language vi" in sent.text
    await talk("/help", **GROUP)  # a message of the bot's that is no answer to be given again
    [sent] = await talk("in Vietnamese", **GROUP, reply_to_message=own(talk.telegram.number))
    assert "cannot give that" in sent.text


async def test_what_a_button_put_in_the_place_of_an_answer_is_meant_then(talk, world):
    await talk("/summary 1", lang="en")
    buttons = ["m:article:1:vi"]
    await talk.press("o:task:7", lang="en", buttons=buttons)  # comes as a message of its own
    await talk.press("l:speakers", lang="en", buttons=buttons)  # in the place of message 900
    [sent] = await talk("in Vietnamese", lang="en", reply_to_message=own(900, 5, "private"))
    assert "Trần Văn Bình" in sent.text
    await talk.press("p", lang="en")  # now it has no card any more
    [sent] = await talk("in Vietnamese", lang="en", reply_to_message=own(900, 5, "private"))
    assert "cannot give that" in sent.text


async def test_a_remark_leaves_the_last_answer_the_last(talk, world):
    await talk("/summary 1", lang="en")
    for remark in ("Thank you!", "cảm ơn bạn nhé"):
        await talk(remark, lang="en")
    [sent] = await talk("in Vietnamese", lang="en", reply_to_message=own(1, 5, "private"))
    assert "cannot give that" in sent.text
    assert "Ông Bình" in (await talk("in Vietnamese", lang="en"))[0].text


@pytest.mark.parametrize(
    "asked",
    ["English version", "bản tiếng Anh", "tiếng Anh", "the same in English", "Same but in English",
     "dịch sang tiếng Anh đi", "cho tôi xin bản tiếng Anh với", "Can I have that in English, please?",
     "Could you send me the English version?", "có bản tiếng Anh không?", "còn tiếng Anh thì sao"],
)  # fmt: skip
async def test_the_many_ways_to_ask_for_it(talk, world, asked):
    await talk("/summary 1", lang="vi")
    world.asked.clear()
    [sent] = await talk(asked, lang="vi")
    assert "Mr Binh spoke." in sent.text
    assert not world.asked
    assert not talk.services.worker.texts


async def test_somebodys_text_is_translated_however_it_is_asked(talk, world):
    await talk("/summary 1", lang="en")
    theirs = own(1, 5, "private") | {"text": "Hội nghị khai mạc hôm nay. Ông Bình nói."}
    theirs["from"] = {"id": 9, "is_bot": False, "first_name": "A"}
    for asked in ("English", "en", "English version please", "dịch sang tiếng Anh đi", "song ngữ"):
        sent = await talk(asked, lang="en", reply_to_message=theirs)
        assert "[en] Ông Bình nói." in sent[0].text


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


def test_of_the_messages_of_a_chat_the_last_are_kept():
    recall, card = Recall(), TermCard("x", ())
    for number in range(1, MESSAGES + 2):
        recall.keep(5, (Shown(card, number, messages=(number,)),))
    assert recall.at(5, 1) == ()
    assert recall.at(5, 2)[0].view == 2
    assert recall.at(6, 2) == ()
    recall.keep(5, (Shown(card, "anew", messages=(2, 100)),))
    assert [recall.at(5, number)[0].view for number in (2, 100)] == ["anew", "anew"]
    assert recall.at(5, 3) == ()
    recall.forget(5, 2)
    recall.forget(6, 2)
    assert recall.at(5, 2) == ()
    recall.keep(5, ())
    assert recall.at(5, 100)[0].view == "anew"  # though it is not the last answer any more
