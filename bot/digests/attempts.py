"""One try at sending a message, and what Telegram's answer says about whether it arrived.

Three ends are certain: it arrived; it was refused; it never left. Every other one (a connection
that broke off, an answer that did not come, an error of the server) leaves it in doubt.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.digests.pacing import PAID, seconds_of
from bot.render.messages import Message
from bot.store.deliveries import FAILED, SENT, UNCERTAIN

log = logging.getLogger(__name__)

_NO_TOPIC: Final = ("thread not found", "topic_closed", "topic_deleted")


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; ``topic_gone`` says that it had to go to the chat instead of its topic."""

    message_id: int
    topic_gone: bool = False
    state: str = SENT


@dataclass(frozen=True, slots=True)
class Refused:
    """It did not arrive and never will."""

    error: str
    blocked: bool = False
    state: str = FAILED


@dataclass(frozen=True, slots=True)
class InDoubt:
    """It may have arrived."""

    error: str
    state: str = UNCERTAIN


@dataclass(frozen=True, slots=True)
class NeverLeft:
    """It did not arrive and may be sent again; ``pause`` is what Telegram asked for, in seconds."""

    error: str
    pause: float | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """It did not arrive: the group goes on under another number."""

    to: int


Result = Sent | Refused | InDoubt | NeverLeft | Moved


def never_left(error: NetworkError) -> bool:
    """Whether the request provably did not reach the server: no connection was made."""
    cause = error.__cause__
    return isinstance(cause, (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout))


def keyboard(rows: list[list[list[str]]]) -> InlineKeyboardMarkup | None:
    """The keyboard of stored rows of ``[label, data]`` pairs."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )


async def attempt(
    bot: ExtBot[Any],
    chat: int,
    thread: int | None,
    text: str,
    buttons: list[list[list[str]]],
    wait: Callable[[int], Awaitable[None]],
) -> Result:
    """Send a message (HTML) once. The caller has waited for its place already.

    Refused markup is sent as plain text, and what was meant for a topic that is gone goes to the
    chat: a refused message did not arrive, so that this is safe. ``wait`` is called before.
    """
    try:
        return await _attempt(bot, chat, thread, text, buttons, wait)
    except RetryAfter as error:
        return NeverLeft("too many messages (429)", seconds_of(error))
    except ChatMigrated as error:
        return Moved(error.new_chat_id)
    except Forbidden as error:
        return Refused(str(error), blocked=True)
    except (BadRequest, InvalidToken) as error:
        return Refused(str(error), blocked="chat not found" in str(error).lower())
    except NetworkError as error:
        if never_left(error):
            return NeverLeft(f"no connection: {error}")
        return InDoubt(f"the answer was lost: {error}")
    except TelegramError as error:
        return Refused(str(error))
    except Exception as error:  # whatever it was, the message may have left
        log.exception("a message of a digest")
        return InDoubt(repr(error))


async def _attempt(
    bot: ExtBot[Any],
    chat: int,
    thread: int | None,
    text: str,
    buttons: list[list[list[str]]],
    wait: Callable[[int], Awaitable[None]],
) -> Sent:
    options: dict[str, Any] = {"parse_mode": ParseMode.HTML}
    if thread is not None:
        options["message_thread_id"] = thread
    while True:
        try:
            message = await bot.send_message(
                chat, text, reply_markup=keyboard(buttons), rate_limit_args=PAID, **options
            )
        except BadRequest as error:
            if "parse_mode" in options and "parse" in str(error).lower():
                log.warning("markup of a digest refused, sending plain text: %s", error)
                text = Message(text).plain
                del options["parse_mode"]
            elif "message_thread_id" in options and is_no_topic(error):
                del options["message_thread_id"]
            else:
                raise
        else:
            gone = thread is not None and "message_thread_id" not in options
            return Sent(message.message_id, topic_gone=gone)
        await wait(chat)


def is_no_topic(error: BadRequest) -> bool:
    """Whether the topic of a forum is gone or closed."""
    text = str(error).lower()
    return any(words in text for words in _NO_TOPIC)
