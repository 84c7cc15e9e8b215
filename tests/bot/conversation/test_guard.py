"""Who is let in, who is told what, and how fast a chat may be."""

import asyncio

import pytest
from sqlalchemy import func, select

from bot.conversation import guard
from bot.store import chats
from bot.store.models import Chat, SeenUpdate


async def count(db, model):
    async with db.read() as session:
        return await session.scalar(select(func.count()).select_from(model))


async def code_of(talk):
    async with talk.services.db.write() as session:
        return await chats.issue_code(session, talk.services.clock())


@pytest.mark.parametrize(
    ("given", "chat", "let_in"),
    [
        ({"access": "code"}, 5, False),
        ({"access": "open"}, 5, True),
        ({"access": "code", "operators": "5"}, 5, True),
        ({"access": "code", "operators": "6"}, 5, False),
        ({"access": "code", "allowed_chats": "4,5"}, 5, True),
        ({"access": "code", "bot": "local"}, 5, True),
    ],
)
async def test_who_is_let_in(open_talk, given, chat, let_in):
    talk = await open_talk(**given)
    [sent] = await talk("/conferences", chat=chat, lang="en")
    assert ("private" in sent.text) is not let_in
    assert bool(talk.services.briefings.asked) is let_in


async def test_an_operator_is_served_in_any_group(open_talk):
    talk = await open_talk(access="code", operators="9")
    assert "private" not in (await talk("/help", chat=-50, user=9, kind="group", lang="en"))[0].text
    assert "private" in (await talk("/help", chat=-50, user=8, kind="group", lang="en"))[0].text


async def test_a_chat_outside_is_answered_a_few_times_an_hour_and_changes_nothing(open_talk, db):
    talk = await open_talk(access="code")
    answers = [await talk("/subscribe 07:00", lang="vi") for _ in range(6)]
    assert [len(each) for each in answers] == [1, 1, 1, 0, 0, 0]
    talk.services.clock.forward(hours=1)
    assert len(await talk("hello")) == 1
    assert await count(db, Chat) == await count(db, SeenUpdate) == 0
    assert not talk.services.briefings.asked


async def test_nothing_of_any_kind_gets_in_from_outside(open_talk, db):
    talk = await open_talk(access="code")
    message = talk.message("/help", lang="en")
    channel = {"message_id": 1, "date": 0, "chat": {"id": -100, "type": "channel"}, "text": "/help"}
    user = message["from"]
    kinds = [
        {"edited_message": message | {"edit_date": 1}},
        {"channel_post": channel},
        {"edited_channel_post": channel},
        {"inline_query": {"id": "1", "from": user, "query": "x", "offset": ""}},
        {"callback_query": {"id": "1", "from": user, "chat_instance": "1", "data": "h"}},
        {
            "poll_answer": {
                "poll_id": "1",
                "user": user,
                "option_ids": [],
                "option_persistent_ids": [],
            }
        },
    ]
    for kind in kinds:
        assert await talk.feed(kind) == [], kind
    assert await talk.press("g:en") == []
    assert await count(db, Chat) == 0


async def test_a_code_lets_a_chat_in(open_talk, db):
    talk = await open_talk(access="code")
    code = await code_of(talk)
    [asked] = await talk("hello", lang="en")
    assert "code" in asked.text
    [wrong] = await talk("ABCD-2345", lang="en")
    assert "wrong" in wrong.text
    [right] = await talk(code.lower(), lang="en")
    assert "Welcome" in right.text
    assert (await talk("/conferences", lang="en"))[0].text.startswith("<b>Conferences")
    # Used once, it opens no other chat; and the chat stays let in.
    assert "wrong" in (await talk(code, chat=6, lang="en"))[0].text
    again = await open_talk(access="code")
    assert "private" not in (await again("/help", lang="en"))[0].text


async def test_a_group_gets_in_by_start_with_the_code(open_talk):
    talk = await open_talk(access="code")
    code = await code_of(talk)
    [right] = await talk(f"/start {code}", chat=-50, user=8, kind="group", lang="en")
    assert "Welcome" in right.text
    assert await talk("/help", chat=-50, user=7, kind="group")


async def test_guessing_codes_is_limited(open_talk):
    talk = await open_talk(access="code")
    code = await code_of(talk)
    for _ in range(chats.TRIES):
        assert "wrong" in (await talk("ABCD-2345", lang="en"))[0].text
    assert "Too many" in (await talk(code, lang="en"))[0].text
    talk.services.clock.forward(minutes=61)
    assert "Welcome" in (await talk(code, lang="en"))[0].text


async def test_a_redelivered_code_is_not_a_second_try(open_talk):
    talk = await open_talk(access="code")
    await code_of(talk)
    message = {"message": talk.message("ABCD-2345", lang="en")}
    assert len(await talk.feed(message, number=70)) == 1
    assert await talk.feed(message, number=70) == []


async def test_where_chats_are_named_no_code_is_asked_for(open_talk):
    talk = await open_talk(access="code", operators="1")
    code = await code_of(talk)
    [sent] = await talk(code, chat=55, lang="en")
    assert "55" in sent.text
    assert "one-time code" not in sent.text


async def test_a_chat_that_is_too_fast_is_told_once_a_minute(open_talk):
    talk = await open_talk(rate_limit=3)
    for _ in range(3):
        assert (await talk("/conferences", lang="en"))[0].text.startswith("<b>Conf")
    [slow] = await talk("/conferences", lang="en")
    assert "too fast" in slow.text
    assert "60 seconds" in slow.text
    assert await talk("/conferences") == []
    # Others are not concerned, a button is answered at once, and after a minute all is well.
    assert await talk("/conferences", chat=6)
    [answer] = await talk.press("l:conferences")
    assert answer.method == "answerCallbackQuery"
    assert "fast" in answer.text or "nhanh" in answer.text
    talk.services.clock.forward(seconds=61)
    assert (await talk("/conferences", lang="en"))[0].text.startswith("<b>Conf")


async def test_the_local_chat_has_no_limit(open_talk):
    talk = await open_talk(bot="local", rate_limit=1)
    for _ in range(4):
        assert len(await talk("/conferences")) == 1


async def test_a_redelivered_update_is_answered_once(talk, db):
    message = {"message": talk.message("/conferences")}
    assert len(await talk.feed(message, number=500)) == 1
    assert await talk.feed(message, number=500) == []
    assert await count(db, SeenUpdate) == 1


async def test_an_update_is_done_again_if_the_bot_died_before_it_answered(talk, db):
    async def die(page=1):
        raise asyncio.CancelledError

    message = {"message": talk.message("/conferences")}
    working, talk.services.briefings.conferences = talk.services.briefings.conferences, die
    with pytest.raises(asyncio.CancelledError):
        await talk.feed(message, number=501)
    assert await count(db, SeenUpdate) == 0
    talk.services.briefings.conferences = working
    assert len(await talk.feed(message, number=501)) == 1
    assert await talk.feed(message, number=501) == []


@pytest.mark.parametrize(
    ("code", "kept"), [("vi", "vi"), ("en-GB", "en"), ("fr", "both"), (None, "both")]
)
async def test_the_first_language_of_a_chat(open_talk, db, code, kept):
    talk = await open_talk(language="both")
    await talk("/conferences", lang=code)
    async with db.read() as session:
        assert await session.scalar(select(Chat.language)) == kept
    await talk("/language en")
    await talk("/conferences", lang=code)
    async with db.read() as session:
        assert await session.scalar(select(Chat.language)) == "en"


BOT_USER = {"id": 77, "is_bot": True, "first_name": "Briefing"}
GROUP = {"chat": -7, "user": 8, "kind": "supergroup", "lang": "en"}


async def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(talk):
    assert len(await talk("/conferences", **GROUP)) == 1
    assert len(await talk("/conferences@briefing_test_bot", **GROUP)) == 1
    assert await talk("/conferences@another_bot", **GROUP) == []
    assert await talk("/weather", **GROUP) == []
    assert len(await talk("/weather@briefing_test_bot", **GROUP)) == 1
    assert await talk("Nice weather today, is it not?", **GROUP) == []
    own = {"message_id": 1, "date": 0, "chat": {"id": -7, "type": "supergroup"}, "text": "x",
           "from": {"id": 77, "is_bot": True, "first_name": "B"}}  # fmt: skip
    assert await talk("trial news", **GROUP, reply_to_message=own)
    text = "@briefing_test_bot trial news"
    mention = [{"type": "mention", "offset": 0, "length": 18}]
    assert await talk(text, **GROUP, entities=mention)
    assert ("search", "trial news", 1) in talk.services.briefings.asked


async def test_a_command_for_another_bot_is_left_to_it(talk):
    assert await talk("/conferences@another_bot") == []
    assert await talk("/weather@another_bot") == []


async def test_an_answer_stays_in_its_thread_and_replies_in_groups(talk):
    [sent] = await talk("/conferences", **GROUP, message_thread_id=33, is_topic_message=True)
    assert sent.given["message_thread_id"] == 33
    assert sent.given["reply_parameters"]["message_id"] == talk.update_number - 1
    [private] = await talk("/conferences")
    assert "reply_parameters" not in private.given
    assert "message_thread_id" not in private.given


async def test_a_thread_that_is_gone_falls_back_to_the_chat(talk, telegram):
    telegram.script("sendMessage", (400, "Bad Request: message thread not found", {}))
    first, second = await talk("/conferences", **GROUP, message_thread_id=33, is_topic_message=True)
    assert "message_thread_id" in first.given
    assert "message_thread_id" not in second.given


def member(status):
    user = {"id": 77, "is_bot": True, "first_name": "B"}
    return {"user": user, "status": status, "until_date": 0}


async def test_a_chat_that_blocks_the_bot_is_noted_and_welcome_again(talk, db):
    await talk("/conferences")
    change = {
        "chat": {"id": 5, "type": "private"}, "date": 0,
        "from": {"id": 5, "is_bot": False, "first_name": "Lan"},
        "old_chat_member": {"user": member("member")["user"], "status": "member"},
        "new_chat_member": member("kicked"),
    }  # fmt: skip
    assert await talk.feed({"my_chat_member": change}) == []
    async with db.read() as session:
        assert await session.scalar(select(Chat.active)) is False
    await talk("/conferences")
    async with db.read() as session:
        assert await session.scalar(select(Chat.active)) is True


async def test_a_group_that_moves_keeps_its_row(talk, db):
    await talk("/language both", **GROUP)
    moved = talk.message(**GROUP) | {"migrate_to_chat_id": -100_7}
    assert await talk.feed({"message": moved}) == []
    async with db.read() as session:
        assert (await session.execute(select(Chat.chat_key, Chat.language))).all() == [
            (-100_7, "both")
        ]


def test_the_guard_stands_before_everything(talk):
    groups = list(talk.application.handlers)
    assert groups == sorted(groups)
    [first] = talk.application.handlers[groups[0]]
    assert first.callback.func is guard.guard


async def test_pictures_in_a_group_are_meant_for_the_bot_only_where_it_is_named(talk):
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    assert await talk("", **GROUP, photo=photo) == []
    assert await talk("", **GROUP, photo=photo, caption="Trial news of the day.") == []
    mention = [{"type": "mention", "offset": 0, "length": 18}]
    assert await talk(
        "", **GROUP, photo=photo, caption="@BRIEFING_TEST_BOT trial news", caption_entities=mention
    )
    assert ("search", "trial news", 1) in talk.services.briefings.asked
    named = [{"type": "text_mention", "offset": 0, "length": 3, "user": BOT_USER}]
    assert await talk("Bot, the trial news please.", **GROUP, entities=named)


async def test_a_member_of_a_forum_may_be_a_channel(talk):
    """Anonymous administrators write as their group: there is no person behind."""
    message = talk.message("/conferences", **GROUP)
    message["sender_chat"] = message["chat"]
    assert len(await talk.feed({"message": message})) == 1
