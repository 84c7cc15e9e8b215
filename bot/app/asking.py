"""``ask``: messages from one chat, answered by the whole bot in this process."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, Sequence

from rich.console import Console

from bot import logs
from bot.app.building import build
from bot.app.serving import AppError, serving
from bot.app.stopping import Stop
from bot.app.workshop import fill_library, ledger_path, workshop
from bot.localchat import Answer, LocalApi
from bot.settings import Settings


async def ask(
    settings: Settings,
    messages: Sequence[str],
    chat: str = "ask",
    console: Console | None = None,
) -> list[Answer]:
    """Send messages, in order, from one chat of the local bot; returns all answers in order.

    ``console`` is where the progress of a first start is shown (standard error by default).

    Raises:
        DatabaseError: if the database cannot be used.
        AppError, LocalChatError: if there was no answer.
    """
    answers: list[Answer] = []
    async with contextlib.aclosing(ask_each(settings, messages, chat, console)) as each:
        async for given in each:
            answers += given
    return answers


async def ask_each(
    settings: Settings,
    messages: Sequence[str],
    chat: str = "ask",
    console: Console | None = None,
) -> AsyncGenerator[list[Answer], None]:
    """As :func:`ask`; yields the answers to each message as soon as they are there.

    A message that could not be answered does not keep the others from theirs; it is told at the
    end.
    """
    failed: set[int] = set()
    logs.set_up(settings)
    async with workshop(settings) as services:
        await fill_library(services, console or Console(stderr=True))
        async with LocalApi(ledger_path(services)) as api:
            application = build(
                services, api.token, api.url, on_done=api.done, on_failure=failed.add
            )
            stop = Stop()
            async with serving(application, settings.language, stop):
                for message in messages:
                    update = await api.post(chat, message)
                    yield await api.answers(update)
                    stop.raise_failure()
    if failed:
        raise AppError(f"{len(failed)} of {len(messages)} messages could not be answered")
