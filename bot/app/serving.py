"""Running an application: its start, its polling, its end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.app.building import UPDATES, App, set_menus
from bot.app.stopping import Stop

log = logging.getLogger(__name__)

STOP_SECONDS = 20.0
"""How long answers in the making may take when the bot is stopped."""
LONGEST_PAUSE = 60.0
CONFLICTS = 5
"""Conflicts in a row after which another program is taken to poll with the same token for good
(one or two happen when a bot was killed and started again)."""


class AppError(Exception):
    """The bot cannot start or go on; the text says why and what to do."""


@contextlib.asynccontextmanager
async def serving(application: App, language: str, stop: Stop) -> AsyncIterator[None]:
    """Start the application and poll; at the end answer what was begun, and close.

    Where ``stop`` is set while the start still waits for a connection, the start is broken off.
    It is set with an error when another program polls with the same token.

    Raises:
        AppError: if the token is refused.
    """
    try:
        await stop.or_done(_start(application, language, stop))
        yield
    finally:
        await _stop(application)
        with contextlib.suppress(RuntimeError):  # it still runs: an answer took too long
            await application.shutdown()
        await application.bot.shutdown()  # also where the start failed after its first request


async def _start(application: App, language: str, stop: Stop) -> None:
    await _initialize(application)
    with contextlib.suppress(TelegramError):
        await set_menus(application, language)
    await application.start()
    assert application.updater is not None
    await application.updater.start_polling(
        allowed_updates=UPDATES,
        bootstrap_retries=-1,
        error_callback=_on_polling_error(application, stop.fail),
    )


async def _initialize(application: App) -> None:
    pause = 1.0
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            # The library's own text would show the token.
            raise AppError("the Bot API refuses the token: check BRIEFING_TELEGRAM_TOKEN") from None
        except NetworkError as error:
            log.warning("no connection to the Bot API, trying again in %g s: %s", pause, error)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        except TelegramError as error:
            raise AppError(
                f"the Bot API answers: {error} (check BRIEFING_TELEGRAM_API_URL and the token)"
            ) from None
        else:
            return


def _on_polling_error(
    application: App, failed: Callable[[Exception], object]
) -> Callable[[TelegramError], None]:
    conflicts = 0
    last = 0.0

    def callback(error: TelegramError) -> None:
        nonlocal conflicts, last
        now = asyncio.get_running_loop().time()
        if isinstance(error, Conflict):
            conflicts = conflicts + 1 if now - last < LONGEST_PAUSE else 1
            last = now
            if conflicts >= CONFLICTS:
                failed(
                    AppError(
                        "another program polls with the same token: stop it, or make a token of "
                        "its own for this bot"
                    )
                )
        application.create_task(application.process_error(update=None, error=error))

    return callback


async def _stop(application: App) -> None:
    """Take nothing more in, finish the answers that were begun, within a time."""
    try:
        async with asyncio.timeout(STOP_SECONDS):
            assert application.updater is not None
            if application.updater.running:
                await application.updater.stop()
            if application.running:
                await application.stop()
    except TimeoutError:
        log.warning("answers were still in the making after %g s", STOP_SECONDS)
