"""The local server under the very library that the bot uses, unmodified."""

import asyncio
from contextlib import asynccontextmanager
from itertools import pairwise

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultArticle
from telegram import InputTextMessageContent as Content
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.ext import (
    Application,
    BaseUpdateProcessor,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.localchat import LocalApi, LocalChatError


class Telling(BaseUpdateProcessor):
    """Tells the local server when an update is finished."""

    def __init__(self, api):
        super().__init__(8)
        self.api = api

    async def do_process_update(self, update, coroutine):
        try:
            await coroutine
        finally:
            self.api.done(update.update_id)

    async def initialize(self):
        pass

    async def shutdown(self):
        pass


def request():
    return HTTPXRequest(httpx_kwargs={"trust_env": False})


@asynccontextmanager
async def talking(*handlers, path=None):
    """A running Application on a local server."""
    async with LocalApi(path) as api:
        application = (
            Application.builder()
            .token(api.token)
            .base_url(f"{api.url}/bot")
            .base_file_url(f"{api.url}/file/bot")
            .request(request())
            .get_updates_request(request())
            .concurrent_updates(Telling(api))
            .build()
        )
        application.add_handlers(list(handlers))
        async with application:
            await application.start()
            await application.updater.start_polling(poll_interval=0, timeout=1)
            yield api, application.bot
            await application.updater.stop()
            await application.stop()


async def test_a_command_is_answered():
    async def hello(update, context):
        assert context.args == ["Bùi", "Thanh", "Sơn"]
        await update.message.reply_html("Xin chào <b>𝒜nh</b> &amp; <i>chị</i>")

    async with talking(CommandHandler("speaker", hello)) as (api, _):
        [answer] = await api.answers(await api.post("me", "/speaker Bùi Thanh Sơn"), 10)
    assert answer.kind == "message"
    assert answer.text == "Xin chào 𝒜nh & chị"
    assert [(e["type"], e["offset"], e["length"]) for e in answer.entities] == [
        ("bold", 9, 4),
        ("italic", 16, 3),
    ]


async def test_a_button_edits_its_message():
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("English", callback_data="l:en")]])

    async def start(update, _):
        await update.message.reply_text("Tiếng Việt", reply_markup=buttons)

    async def pressed(update, _):
        await update.callback_query.answer("done")
        await update.callback_query.edit_message_text(f"pressed {update.callback_query.data}")

    async with talking(CommandHandler("start", start), CallbackQueryHandler(pressed)) as (api, _):
        [answer] = await api.answers(await api.post("me", "/start"), 10)
        data = answer.button("english")
        notice, edit = await api.answers(await api.press("me", answer.message_id, data), 10)
    assert (notice.kind, notice.text) == ("notice", "done")
    assert (edit.kind, edit.text, edit.buttons) == ("edit", "pressed l:en", ())
    assert edit.message_id == answer.message_id


async def test_an_edit_within_one_update_shows_its_end_and_a_deletion_nothing():
    async def work(update, _):
        waiting = await update.message.reply_text("one moment")
        await update.message.reply_text("beside")
        gone = await update.message.reply_text("gone")
        await waiting.edit_text("ready")
        await gone.delete()

    async with talking(MessageHandler(filters.TEXT, work)) as (api, _):
        answers = await api.answers(await api.post("me", "text"), 10)
    assert [(a.kind, a.text) for a in answers] == [("message", "ready"), ("message", "beside")]


async def test_files_go_both_ways():
    content = "Hội nghị\n".encode() * 5000

    async def take(update, _):
        file = await update.message.document.get_file()
        data = bytes(await file.download_as_bytearray())
        assert update.message.caption == "đọc giúp"
        await update.message.reply_document(data[::-1], filename="kết quả.txt", caption="xong")

    async with talking(MessageHandler(filters.Document.ALL, take)) as (api, _):
        update = await api.send_file(
            "me", "tin.txt", content, caption="đọc giúp", media_type="text/plain"
        )
        [answer] = await api.answers(update, 10)
        assert (answer.kind, answer.text, answer.document) == ("document", "xong", "kết quả.txt")
        [stored] = [f for f in api.files if f.name == "kết quả.txt"]
        assert stored.content == content[::-1]


async def test_inline_queries():
    async def inline(update, _):
        result = InlineQueryResultArticle("1", "Bùi Minh", Content("<b>x</b>", parse_mode="HTML"))
        await update.inline_query.answer([result])

    async with talking(InlineQueryHandler(inline)) as (api, _):
        [answer] = await api.answers(await api.ask_inline("me", "bui"), 10)
    assert answer.text == "Bùi Minh\nx"
    assert answer.entities[0]["offset"] == 9


async def test_chats_keep_apart_and_what_comes_unasked_is_heard():
    async def echo(update, _):
        await asyncio.sleep(0.05 if update.message.text == "slow" else 0)
        await update.message.reply_text(f"{update.message.text} {update.effective_user.first_name}")

    heard = []
    async with talking(MessageHandler(filters.TEXT, echo)) as (api, bot):
        api.listeners.append(heard.append)
        slow, quick = await api.post("Lan", "slow"), await api.post("Minh", "quick")
        assert [a.text for a in await api.answers(quick, 10)] == ["quick Minh"]
        assert [a.text for a in await api.answers(slow, 10)] == ["slow Lan"]
        await bot.send_message(api.open_chat("Lan"), "digest")
    assert [a.text for a in heard] == ["digest"]


async def test_replies_forwards_and_edits_arrive_whole():
    seen = []

    async def take(update, _):
        seen.append(update)
        await update.effective_message.reply_text("ok", do_quote=True)

    async with talking(MessageHandler(filters.ALL, take)) as (api, _):
        [first] = await api.answers(await api.post("me", "one", language="vi"), 10)
        await api.answers(await api.post("me", "two", reply_to=first.message_id), 10)
        await api.answers(await api.post("me", "three", forwarded_from="Báo"), 10)
        await api.answers(await api.edit("me", seen[0].message.message_id, "ONE"), 10)
    assert seen[0].effective_user.language_code == "vi"
    assert seen[1].message.reply_to_message.text == "ok"
    assert seen[2].message.forward_origin.sender_user_name == "Báo"
    assert seen[3].edited_message.text == "ONE"


@pytest.fixture
async def bot():
    async with talking() as (api, bot):
        api.open_chat("me")
        bot._unfreeze()
        bot.me_chat, bot.api = api.open_chat("me"), api
        yield bot


async def refusal(call, kind=BadRequest):
    with pytest.raises(kind) as caught:
        await call
    return caught.value.message


async def test_refusals_have_telegrams_words(bot):
    me = bot.me_chat
    html = "HTML"
    for text, said in {
        "<b>x": "Can't parse entities: can't find end tag corresponding to start tag \"b\"",
        "é<x>": 'Can\'t parse entities: unsupported start tag "x" at byte offset 2',
        "<b>x</i>": "Can't parse entities: unmatched end tag at byte offset 4, "
        'expected "</b>", found "</i>"',
        "x</b>": "Can't parse entities: unexpected end tag at byte offset 1",
        "a < b": 'Can\'t parse entities: unsupported start tag "" at byte offset 2',
    }.items():
        assert (await refusal(bot.send_message(me, text, html))).casefold() == said.casefold()
    assert await refusal(bot.send_message(me, " \n ")) == "Message text is empty"
    assert await refusal(bot.send_message(me, "𝒜" * 2049)) == "Message is too long"
    assert (await bot.send_message(me, "𝒜" * 2048)).text == "𝒜" * 2048
    assert await refusal(bot.send_message(1, "x")) == "Chat not found"
    assert await refusal(bot.send_message("@nobody", "x")) == "Chat not found"

    def keyboard(data):
        return InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data=data)]])

    too_long = keyboard("ơ" * 33)
    assert await refusal(bot.send_message(me, "x", reply_markup=too_long)) == "Button_data_invalid"
    sent = await bot.send_message(me, "x", reply_markup=keyboard("ơ" * 32))
    same = bot.edit_message_text("x", me, sent.message_id, reply_markup=keyboard("ơ" * 32))
    assert (await refusal(same)).startswith("Message is not modified")
    assert (await bot.edit_message_text("x", me, sent.message_id)).reply_markup is None
    assert await refusal(bot.edit_message_text("y", me, 7)) == "Message to edit not found"
    assert (await refusal(bot.answer_callback_query("no"))).startswith("Query is too old")
    assert await refusal(bot.get_file("no")) == "Invalid file_id"
    assert "webhook" in await refusal(bot.set_webhook("https://example.org"))


async def test_faults_are_met_as_ordered(bot):
    me, faults = bot.me_chat, bot.api.faults
    faults.too_many("sendMessage", retry_after=3)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(me, "x")
    assert caught.value.retry_after in (3, __import__("datetime").timedelta(seconds=3))
    block = faults.block(me)
    assert "blocked" in await refusal(bot.send_message(me, "x"), Forbidden)
    faults.remove(block)
    faults.fail("sendMessage")
    await refusal(bot.send_message(me, "x"), NetworkError)
    before = len(bot.api.accepted)
    faults.cut("sendMessage")
    await refusal(bot.send_message(me, "cut"), NetworkError)
    assert len(bot.api.accepted) == before
    faults.drop("sendMessage")
    await refusal(bot.send_message(me, "dropped"), NetworkError)
    assert bot.api.accepted[-1].text == "dropped"
    faults.delay("sendMessage", 0.05)
    assert (await bot.send_message(me, "late")).text == "late"


async def test_commands_are_kept(bot):
    await bot.set_my_commands([("hoinghi", "Các hội nghị")], language_code="vi")
    assert [c.command for c in await bot.get_my_commands(language_code="vi")] == ["hoinghi"]
    assert await bot.get_my_commands() == ()
    assert await refusal(bot.set_my_commands([("Hội", "x")])) == "Bot_command_invalid"


async def test_tokens_hosts_and_unknown_methods():
    async with LocalApi() as api, httpx.AsyncClient(trust_env=False) as client:
        get = client.get
        assert (await get(f"{api.url}/bot{api.token}/getMe")).json()["result"]["is_bot"]
        wrong = await get(f"{api.url}/bot1:wrong/getMe")
        assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
        unknown = await get(f"{api.url}/bot{api.token}/sendDice")
        assert (unknown.status_code, unknown.json()["error_code"]) == (404, 404)
        assert (await get(f"{api.url}/elsewhere")).status_code == 404
        foreign = await get(f"{api.url}/bot{api.token}/getMe", headers={"Host": "evil.example"})
        assert foreign.status_code == 403
        file = await get(f"{api.url}/file/bot{api.token}/documents/../../etc/passwd")
        assert file.status_code == 404
        sent = await client.post(
            f"{api.url}/bot{api.token}/sendMessage",
            json={"chat_id": api.open_chat("me"), "text": "x"},
        )
        assert sent.json()["result"]["text"] == "x"
        for body in ({"content": b"[1]"}, {"content": b"{"}):
            answer = await client.post(
                f"{api.url}/bot{api.token}/sendMessage",
                headers={"Content-Type": "application/json"},
                **body,
            )
            assert answer.status_code == 400


async def test_a_wrong_token_is_told_to_the_library():
    async with LocalApi() as api:
        bot = Bot("1:wrong", base_url=f"{api.url}/bot", request=request())
        with pytest.raises(InvalidToken):
            await bot.initialize()
        await bot.shutdown()


async def test_a_second_poll_ends_the_first():
    async with talking() as (api, bot):
        await asyncio.sleep(0.05)
        older = asyncio.create_task(bot.get_updates(timeout=5))
        await asyncio.sleep(0.05)
        assert await bot.get_updates(timeout=0) == ()
        with pytest.raises(Conflict):
            await older
        assert api.url


async def test_polling_acknowledges_by_offset():
    async with LocalApi() as api, httpx.AsyncClient(trust_env=False) as client:

        async def poll(**query):
            answer = await client.get(f"{api.url}/bot{api.token}/getUpdates", params=query)
            return [update["update_id"] for update in answer.json()["result"]]

        ids = [await api.post("me", str(n)) for n in range(4)]
        assert await poll() == ids
        assert await poll(limit=2) == ids[:2]
        assert await poll(offset=ids[2]) == ids[2:]
        assert await poll() == ids[2:]
        assert await poll(offset=-1) == ids[3:]
        assert await poll(offset=ids[3] + 1) == []


async def test_ids_rise_over_restarts_and_between_processes(tmp_path):
    path = tmp_path / "data" / "localchat.sqlite3"
    seen = []
    for _ in range(3):
        async with LocalApi(path) as api, LocalApi(path) as beside:
            seen += [await api.post("me", "x"), await api.post("me", "y")]
            seen.append(await beside.post("me", "z"))
    assert len(set(seen)) == len(seen)
    rounds = [seen[i : i + 3] for i in range(0, 9, 3)]
    assert all(max(a) < min(b) for a, b in pairwise(rounds))
    async with LocalApi(path) as api, LocalApi(path) as beside:
        assert api.ledger.name(api.open_chat("me")) == "me"
        assert beside.ledger.name(api.open_chat("new")) == "new"


async def test_a_broken_ledger_is_done_without(tmp_path):
    path = tmp_path / "localchat.sqlite3"
    path.write_bytes(b"no database" * 100)
    async with LocalApi(path) as api:
        first, second = await api.post("me", "x"), await api.post("me", "y")
    assert second > first
    assert path.read_bytes() == b"no database" * 100


async def test_a_taken_port_is_said_plainly():
    async with LocalApi() as api:
        port = int(api.url.rsplit(":", 1)[1])
        with pytest.raises(LocalChatError, match="BRIEFING_LOCAL_PORT"):
            await LocalApi(port=port).start()


async def test_waiting_has_an_end():
    async with LocalApi() as api:
        update = await api.post("me", "x")
        with pytest.raises(LocalChatError, match="not finished"):
            await api.answers(update, 0.01)
        with pytest.raises(LocalChatError, match="nothing fitting"):
            await api.wait_for(lambda sent: sent, 0.01)
        with pytest.raises(LocalChatError, match="no message 5"):
            await api.post("me", "x", reply_to=5)
