"""``run`` and ``ask``."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.cli.ending import run_in_order
from bot.cli.failures import Status
from bot.cli.streams import closing, json_line, write_lines
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.localchat import Answer


def run(settings: Settings) -> Status:
    """Serve until stopped."""
    from bot.app import run as serve

    asyncio.run(serve(settings))
    return Status.DONE


def ask(settings: Settings, messages: Sequence[str], chat: str, *, as_json: bool) -> Status:
    """Send messages in order and write the answers as they come."""
    run_in_order(_ask(settings, messages, chat, as_json=as_json))
    return Status.DONE


async def _ask(settings: Settings, messages: Sequence[str], chat: str, *, as_json: bool) -> None:
    from bot.app import ask_each

    async with closing(ask_each(settings, messages, chat)) as each:
        waiting = iter(messages)
        async for answers in each:
            message = next(waiting)
            if as_json:
                values = [answer_values(answer) for answer in answers]
                write_lines([json_line({"message": message, "answers": values})])
            else:
                _print(message, answers, headed=len(messages) > 1)


def answer_values(answer: Answer) -> dict[str, Any]:
    """An answer for programs: Bot API names, entity offsets in UTF-16 units."""
    values: dict[str, Any] = {
        "kind": answer.kind,
        "text": answer.text,
        "entities": list(answer.entities),
        "buttons": [list(row) for row in answer.buttons],
    }
    if answer.document is not None:
        values["document"] = answer.document
    return values


def _print(message: str, answers: Sequence[Answer], *, headed: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    from bot.localchat.display import numbered, plain, styled

    console = Console(soft_wrap=True, highlight=False)
    if headed:
        console.print(Text(f"> {message}", "dim"))
        console.print()
    for answer in answers:
        console.print(styled(answer) if console.is_terminal else Text(plain(answer)))
        for line in numbered(answer):
            console.print(Text(line, "green"))
        console.print()
    sys.stdout.flush()
