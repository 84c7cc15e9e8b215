import asyncio
import html
import io
import os

from rich.console import Console

from bot.localchat import LocalApi
from bot.localchat.display import plain
from bot.localchat.records import Answer
from bot.localchat.terminal import talk


class Bot:
    """Answers updates straight through the methods, without HTTP."""

    def __init__(self, api, answer):
        self.api, self.answer = api, answer
        self.task = asyncio.create_task(self.work())

    async def work(self):
        offset = 0
        while True:
            for update in await self.api._poll(offset, 100, 1):
                offset = update["update_id"] + 1
                await self.answer(update)
                self.api.done(update["update_id"])

    async def call(self, name, **given):
        from bot.localchat.parameters import Parameters

        return await self.api.methods.find(name)(Parameters(given, {}))


def typed(*lines):
    waiting = list(lines)

    async def read_line(_):
        await asyncio.sleep(0)
        return waiting.pop(0) if waiting else None

    return read_line


async def talk_with(answer, *lines, color=False):
    output = io.StringIO()
    console = Console(file=output, width=200, force_terminal=color)
    async with LocalApi() as api:
        bot = Bot(api, None)

        async def respond(update):
            await answer(bot, update)

        bot.answer = respond
        await talk(api, console=console, read_line=typed(*lines))
        bot.task.cancel()
    return output.getvalue()


async def echo(bot, update):
    if query := update.get("callback_query"):
        await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="ok")
        await bot.call(
            "editMessageText",
            chat_id=query["message"]["chat"]["id"],
            message_id=query["message"]["message_id"],
            text=f"pressed {query['data']}",
        )
        return
    message = update["message"]
    if document := message.get("document"):
        text = f"file {document['file_name']} {document['file_size']}"
    else:
        text = f"<b>{html.escape(message['text'])}</b> [x]"
    await bot.call(
        "sendMessage",
        chat_id=message["chat"]["id"],
        text=text,
        parse_mode="HTML",
        reply_markup={
            "inline_keyboard": [
                [
                    {"text": "Tiếng Việt", "callback_data": "vi"},
                    {"text": "A", "url": "https://x.vn"},
                ],
                [{"text": "English", "callback_data": "en"}],
            ]
        },
    )


async def test_answers_buttons_and_numbers():
    shown = await talk_with(echo, "xin chào", "3", "9", "", "/quit", "never")
    assert "xin chào [x]" in shown
    assert "[1] Tiếng Việt   [2] A <https://x.vn>\n[3] English" in shown
    assert "» ok" in shown
    assert "pressed en" in shown
    assert "9 [x]" in shown, "a number that is no button is a message"
    assert "never" not in shown


async def test_styling_only_on_a_terminal():
    assert "\x1b[1mhello" in await talk_with(echo, "hello", color=True)
    assert "\x1b" not in await talk_with(echo, "hello")


async def test_files_and_what_is_none(tmp_path):
    path = tmp_path / "tin mới.txt"
    path.write_text("Hội nghị", "utf-8")
    shown = await talk_with(echo, f"/file {path}", f"/file {tmp_path / 'none'}")
    assert f"file tin mới.txt {len(path.read_bytes())}" in shown
    assert "No such file" in shown


async def test_what_is_no_file_that_can_be_read_is_said(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    shown = await talk_with(
        echo, "/file", f"/file {tmp_path}", f"/file {tmp_path / 'pipe'}", "/file ~no-such-user/x",
        "/file a\x00b", "still here",
    )  # fmt: skip
    assert "/file PATH sends a file" in shown
    assert "is a folder" in shown
    assert "pipe: is not a regular file" in shown
    assert "~no-such-user" in shown
    assert "still here [x]" in shown


async def test_odd_input_does_not_end_the_talk():
    shown = await talk_with(echo, "a\ud83d\x07b", "[bold]x", "/conference", "<b>")
    assert "a\ufffd b [x]" in shown
    assert "[bold]x [x]" in shown
    assert "/conference [x]" in shown
    assert "<b> [x]" in shown


async def test_silence_is_said():
    async def nothing(bot, update):
        pass

    assert "(no answer)" in await talk_with(nothing, "x")


async def test_what_comes_unasked_is_printed():
    output = io.StringIO()
    async with LocalApi() as api:
        bot = Bot(api, None)

        async def read_line(_):
            await bot.call("sendMessage", chat_id=api.open_chat("terminal"), text="digest")
            await bot.call("sendMessage", chat_id=api.open_chat("other"), text="for another")
            return None  # noqa: RET501 - the end of input

        await talk(api, console=Console(file=output), read_line=read_line)
        bot.task.cancel()
    assert "digest" in output.getvalue()
    assert "To the chat other:\nfor another" in output.getvalue()


def test_plain_text_keeps_the_addresses_of_links():
    link = {"type": "text_link", "offset": 2, "length": 2, "url": "https://x.vn"}
    answer = Answer("document", 1, 1, "a bc", (link,), (), "tin.txt")
    assert plain(answer) == "📄 tin.txt\na bc <https://x.vn>"
