"""``run`` with a token, on another Bot API server: access by code, one poller per token, a stop."""

import asyncio
import contextlib
import re
import signal
import threading

import pytest

from bot.localchat import LocalApi

TOKEN = "123456:AAE-a-token-made-up-for-this-test-0"


class Process:
    """A ``run`` whose output is read as it comes."""

    def __init__(self, process):
        self.process, self.out, self.err = process, [], []
        for stream, kept in ((process.stdout, self.out), (process.stderr, self.err)):
            threading.Thread(target=self.read, args=(stream, kept), daemon=True).start()

    @staticmethod
    def read(stream, kept):
        for line in stream:
            kept.append(line)

    async def line(self, pattern, seconds=60):
        async with asyncio.timeout(seconds):
            while True:
                if match := re.search(pattern, "".join(self.out)):
                    return match
                assert self.process.poll() is None, "".join(self.err)
                await asyncio.sleep(0.05)

    async def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return await asyncio.to_thread(self.process.wait, 40)


@contextlib.asynccontextmanager
async def telegram(command, **settings):
    """A Bot API server and a ``run`` that polls it."""
    async with LocalApi(token=TOKEN) as api:
        run = Process(
            command.start("run", telegram_token=TOKEN, telegram_api_url=api.url, **settings)
        )
        try:
            yield api, run
        finally:
            if run.process.poll() is None:
                run.process.kill()
            await asyncio.to_thread(run.process.wait)
            run.process.stdout.close()
            run.process.stderr.close()


async def said(api, chat, count, seconds=30):
    """The texts that a chat got, once there are ``count``."""

    def enough(answers):
        texts = [answer.text for answer in answers if answer.chat == chat and answer.text]
        return texts if len(texts) >= count else None

    return await api.wait_for(enough, seconds)


async def test_a_stranger_is_kept_out_until_he_sends_the_code(command):
    async with telegram(command) as (api, run):
        code = (await run.line(r"One-time code for the first chat: (\S+)"))[1]
        friend, stranger = api.open_chat("friend"), api.open_chat("stranger")
        await api.post("stranger", "/conferences", language="en")
        [refused] = await said(api, stranger, 1)
        assert "private" in refused
        assert "National" not in refused
        await api.post("stranger", "wrong-code-1", language="en")
        await said(api, stranger, 2)
        await api.post("friend", code, language="en")
        assert "let in" in (await said(api, friend, 1))[0]
        await api.post("friend", "/conferences", language="en")
        assert "National Foreign Affairs Conference" in (await said(api, friend, 2))[1]
        await api.post("stranger", code, language="en")
        assert "let in" not in (await said(api, stranger, 3))[2], "a code works once"
        assert await run.stop() == 0
        out = "".join(run.out + run.err)
        assert TOKEN not in out
        assert "Traceback" not in out


async def test_operators_need_no_code_and_a_fast_one_is_slowed_down(command):
    number = 777
    async with telegram(command, operators=number, rate_limit=3) as (api, run):
        await run.line("The bot is ready")
        for _ in range(6):
            await api.post(number, "/help", language="en")
        texts = await said(api, number, 4)
        await asyncio.sleep(0.5)
        texts = await said(api, number, 4)
        assert sum("/conferences" in text for text in texts) == 3
        assert sum("One moment" in text for text in texts) == 1
        assert await run.stop(signal.SIGINT) == 0


async def test_one_poller_per_token(command, tmp_path):
    async with telegram(command, access="open") as (api, run):
        await run.line("The bot is ready")
        second, beside = await asyncio.gather(
            asyncio.to_thread(
                command, "run", telegram_token=TOKEN, telegram_api_url=api.url, access="open"
            ),
            asyncio.to_thread(command, "ask", "/latest"),
        )
        assert second.returncode == 1
        assert "another process" in second.stderr
        assert TOKEN not in second.stderr
        assert beside.returncode == 0
        await api.post("reader", "/latest", language="en")
        assert await said(api, api.open_chat("reader"), 1)


async def test_a_refused_token_is_said(command):
    async with LocalApi(token=TOKEN) as api:
        done = await asyncio.to_thread(
            command, "run", telegram_token="1:wrong", telegram_api_url=api.url
        )
    assert done.returncode == 1
    assert "BRIEFING_TELEGRAM_TOKEN" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "1:wrong" not in done.stderr


async def test_what_was_asked_while_the_bot_was_away_is_answered_once(command):
    async with LocalApi(token=TOKEN) as api:
        reader = api.open_chat("reader")
        await api.post("reader", "/conferences", language="en")
        given = api.inbox.updates[0]
        settings = {"telegram_token": TOKEN, "telegram_api_url": api.url, "access": "open"}
        for _ in range(2):
            run = Process(command.start("run", **settings))
            try:
                await said(api, reader, 1, 60)
                await run.line("The bot is ready")
                await asyncio.sleep(1.5)
                assert "National Foreign Affairs Conference" in (await said(api, reader, 1))[0]
                assert len(await said(api, reader, 1)) == 1
            finally:
                run.process.kill()
                await asyncio.to_thread(run.process.wait)
                run.process.stdout.close()
                run.process.stderr.close()
            # As if the acknowledgement had been lost: the same update comes once more.
            api.inbox.updates.appendleft(given)


@pytest.mark.parametrize("kind", ["drop", "too_many", "fail"])
async def test_trouble_on_the_way_does_not_end_the_bot(command, kind):
    async with telegram(command, access="open") as (api, run):
        await run.line("The bot is ready")
        getattr(api.faults, kind)("sendMessage")
        api.faults.fail("getUpdates", code=502, description="Bad Gateway")
        await api.post("reader", "/help", language="en")
        await asyncio.sleep(2)
        await api.post("reader", "/conferences", language="en")
        texts = await api.wait_for(
            lambda answers: [a.text for a in answers if "National Foreign" in a.text], 40
        )
        assert len(texts) == 1
        assert await run.stop() == 0
