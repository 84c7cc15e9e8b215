"""The whole application over real HTTP, on the starter articles."""

import asyncio
import io
import os
import signal
from dataclasses import replace

import pytest
from rich.console import Console

from bot.app import AppError, ask, running, serving
from bot.app.asking import ask_each
from bot.app.building import build
from bot.app.stopping import Stop
from bot.app.workshop import workshop
from bot.localchat import LocalApi
from bot.settings import Settings
from bot.store import chats
from bot.store.database import Database

TOKEN = "4242:sentinel-token-for-the-tests-of-run"


@pytest.fixture
def starters(monkeypatch):
    """Two starter articles are enough here."""
    from bot.pipeline import starters

    few = starters.starter_articles()[:2]
    monkeypatch.setattr(starters, "starter_articles", lambda: few)


class Running:
    """``run`` in the background."""

    def __init__(self, settings):
        self.output = io.StringIO()
        self.task = asyncio.create_task(running.run(settings, Console(file=self.output, width=200)))

    async def until(self, text, seconds=60):
        async with asyncio.timeout(seconds):
            while text not in self.output.getvalue():
                if self.task.done():
                    self.task.result()
                await asyncio.sleep(0.05)
        return self.output.getvalue()

    async def stop(self):
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(self.task, 30)


async def refused(settings):
    """A second ``run`` is told that there is one; in a thread of its own, as signals are one's."""
    with pytest.raises(AppError, match="another process polls"):
        await asyncio.to_thread(asyncio.run, running.run(settings, Console(file=io.StringIO())))


async def test_messages_are_answered_in_order_and_the_chat_is_kept(settings, starters):
    answers = await ask(settings, ["/language en", "/conferences", "/article 1"], "lan")
    assert "English" in answers[0].text
    assert "Conferences" in answers[1].text
    assert "[1]" in answers[2].text
    # The starters are there already, the chat has its language; another chat has its own.
    [again] = await ask(settings, ["/language"], "lan")
    assert again.text.startswith("In which language")
    given = [each async for each in ask_each(settings, ["/tasks", "/nothing"], "minh")]
    assert [bool(each) for each in given] == [True, True]


async def test_a_message_that_cannot_be_answered_is_told_at_the_end(
    settings, starters, monkeypatch
):
    from bot.briefings import Briefings

    async def broken(*_, **__):
        raise LookupError("a fault of ours")

    monkeypatch.setattr(Briefings, "speakers", broken)
    given = []

    async def listen():
        async for each in ask_each(settings, ["/help", "/speakers", "/language"], "lan"):
            given.append(each)  # noqa: PERF401 - what came before the error is to be kept

    with pytest.raises(AppError, match="1 of 3 messages could not be answered"):
        await listen()
    assert [bool(each) for each in given] == [True, True, True]


async def test_several_may_ask_while_the_local_chat_runs(settings, starters):
    run = Running(settings)
    await run.until("ready")
    both = await asyncio.gather(
        ask(settings, ["/speakers"], "one"), ask(settings, ["/latest"], "two")
    )
    assert all(answers for answers in both)
    await refused(settings)
    await run.stop()


async def test_telegram_is_polled_with_a_code_and_a_lease(tmp_path, starters):
    async with LocalApi(token=TOKEN) as api:
        given = {
            "data_dir": tmp_path, "language": "en", "translator": "none",
            "telegram_token": TOKEN, "telegram_api_url": f"{api.url}/",
        }  # fmt: skip
        settings = Settings(_env_file=None, **given)
        run = Running(settings)
        printed = await run.until("ready")
        assert TOKEN not in printed
        [code] = [word for word in printed.split() if chats.looks_like_code(word)]

        async def said(text, count, chat=9):
            await api.post(chat, text, language="en")
            sent = await api.wait_for(
                lambda all_: [a for a in all_ if a.chat == chat][count - 1 :], 30
            )
            return sent[0].text

        assert "one-time code" in await said("hello", 1)
        assert "Welcome" in await said(code, 2)
        assert "Conferences" in await said("/conferences", 3)
        menus = {parameters for name, parameters in api.calls if name == "setMyCommands"}
        assert menus
        await refused(settings)
        await run.stop()
        db = Database(settings.url)
        await db.open()
        async with db.read() as session:
            assert await chats.holder_of(session, "poll:telegram:4242") is None
        await db.close()


async def test_a_refused_token_is_told_without_showing_it(tmp_path, starters):
    async with LocalApi(token=TOKEN) as api:
        wrong = TOKEN.replace("run", "nothing")
        settings = Settings(
            _env_file=None, data_dir=tmp_path, telegram_token=wrong, translator="none",
            telegram_api_url=api.url, access="open",
        )  # fmt: skip
        with pytest.raises(AppError, match="BRIEFING_TELEGRAM_TOKEN") as caught:
            await running.run(settings, Console(file=io.StringIO()))
        assert wrong not in str(caught.value)
        assert caught.value.__suppress_context__


async def test_a_bot_api_that_is_away_is_waited_for_and_the_wait_can_be_broken_off(
    tmp_path, starters, caplog
):
    settings = Settings(
        _env_file=None, data_dir=tmp_path, telegram_token=TOKEN, translator="none", access="open",
        telegram_api_url="http://127.0.0.1:9", language="en",
    )  # fmt: skip
    run = Running(settings)
    async with asyncio.timeout(60):
        while "no connection" not in caplog.text:  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.05)
    await run.stop()
    assert TOKEN not in caplog.text


async def test_five_conflicts_in_a_row_end_it():
    failures = []

    class Application:
        def create_task(self, work):
            work.close()

        async def process_error(self, update, error): ...

    from telegram.error import Conflict

    callback = serving._on_polling_error(Application(), failures.append)
    for _ in range(serving.CONFLICTS):
        assert not failures
        callback(Conflict("terminated by other getUpdates request"))
    assert "same token" in str(failures[0])


async def test_an_answer_that_never_ends_does_not_hold_up_the_stop(settings, monkeypatch):
    monkeypatch.setattr(serving, "STOP_SECONDS", 0.3)
    begun = asyncio.Event()

    class Stuck:
        async def conferences(self):
            begun.set()
            await asyncio.Event().wait()

    async with workshop(settings) as services, LocalApi() as api:
        stuck = replace(services, briefings=Stuck())
        application = build(stuck, api.token, api.url, on_done=api.done)
        async with asyncio.timeout(20):
            async with serving.serving(application, "en", Stop()):
                await api.post("lan", "/conferences")
                await begun.wait()
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()
