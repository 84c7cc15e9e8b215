"""``run``: the bot on Telegram, or in the local chat where there is no token."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from collections.abc import AsyncIterator, Callable

from rich.console import Console

from bot import digests, logs
from bot.app.building import App, build
from bot.app.lease import Lease, LeaseTaken, is_dead, process_name
from bot.app.serving import AppError, serving
from bot.app.stopping import Stop
from bot.app.workshop import fill_library, ledger_path, workshop
from bot.conversation import LOCAL, Services
from bot.conversation.guard import wants_code
from bot.localchat import LocalApi
from bot.localchat.terminal import talk
from bot.settings import Settings
from bot.store import chats

log = logging.getLogger(__name__)

PURGED_EVERY = 3600.0
"""Seconds between two times at which old updates are forgotten."""
READY = "The bot is ready."


async def run(settings: Settings, console: Console | None = None) -> None:
    """Serve until stopped (SIGINT, SIGTERM, or the end of the prompt).

    Raises:
        DatabaseError: if the database cannot be used.
        AppError: if the token is refused, or another process polls with it.
        LocalChatError: if the port of the local chat is taken.
    """
    console = console or Console()
    logs.set_up(settings)
    stop = Stop()
    with stop.on_signals():
        if settings.telegram_token is None:
            serve = _serve_locally
            bot = LOCAL
        else:
            serve = _serve_telegram
            bot = identity(settings.telegram_token.get_secret_value())
        async with workshop(settings, bot) as services:
            try:
                async with Lease(services.db, bot, services.clock).held(stop.fail):
                    await stop.or_done(fill_library(services, console))
                    if not stop.wanted:
                        await serve(services, console, stop)
            except LeaseTaken as error:
                raise AppError(
                    f"{error}. Stop it first; if it was killed, wait until then."
                ) from None
    try:
        stop.raise_failure()
    except LeaseTaken as error:
        raise AppError(f"{error}. This process has stopped polling.") from None


def identity(token: str) -> str:
    """The bot identity of a Telegram token: the bot's number, which is no secret."""
    return f"telegram:{token.partition(':')[0]}"


async def _serve_telegram(services: Services, console: Console, stop: Stop) -> None:
    settings = services.settings
    assert settings.telegram_token is not None
    application = build(
        services, settings.telegram_token.get_secret_value(), settings.telegram_api_url
    )
    if wants_code(services):
        async with services.db.write() as session:
            code = await chats.issue_code(session, services.clock())
        console.print(
            f"One-time code for the first chat: {code}\nSend it to the bot on Telegram. "
            "(BRIEFING_OPERATORS, BRIEFING_ALLOWED_CHATS or BRIEFING_ACCESS=open do without.)",
            highlight=False,
            soft_wrap=True,
        )
    async with serving(application, settings.language, stop):
        if not stop.wanted:
            async with _chores(services, application):
                name = application.bot.username
                console.print(f"{READY} It is @{name} on Telegram.", highlight=False)
                await stop.wait()


async def _serve_locally(services: Services, console: Console, stop: Stop) -> None:
    settings = services.settings
    api = LocalApi(ledger_path(services), port=settings.local_port)
    async with api:
        application = build(services, api.token, api.url, on_done=api.done)
        async with (
            serving(application, settings.language, stop),
            _chores(services, application),
        ):
            console.print(f"{READY} Local chat on {api.url}", highlight=False)
            if sys.stdin is not None and sys.stdin.isatty():
                await stop.or_done(talk(api, console=console))
                stop.set()
            await stop.wait()


@contextlib.asynccontextmanager
async def _chores(services: Services, application: App) -> AsyncIterator[None]:
    """Digests and tidying, at intervals, as long as the bot serves."""
    ticker = digests.make_ticker(
        services.db,
        services.briefings,
        application.bot,
        services.bot,
        services.settings,
        services.clock,
        limits=services.pace,
        holder=process_name(),
    )
    await ticker.recover(is_dead)
    tasks = [
        asyncio.create_task(_every(digests.INTERVAL, ticker.tick), name="digests"),
        asyncio.create_task(_every(PURGED_EVERY, lambda: _purge(services)), name="purge"),
    ]
    try:
        yield
    finally:
        await ticker.stop()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _every(seconds: float, work: Callable[[], object]) -> None:
    while True:
        try:
            await work()  # type: ignore[misc]
        except Exception:
            log.exception("a chore failed; it is tried again")
        await asyncio.sleep(seconds)


async def _purge(services: Services) -> None:
    async with services.db.write() as session:
        await chats.purge_seen(session, services.clock())
