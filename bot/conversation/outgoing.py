"""Sending and editing messages, with what Telegram may say against it.

An answer is sent again only where it provably did not arrive: the markup was refused, the topic
is gone, or Telegram asked to wait. How fast they leave, and how long a pause of Telegram's is
waited for, is the business of :mod:`bot.digests.pacing`, through which every request goes.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram import Message as Sent
from telegram.constants import ParseMode
from telegram.error import BadRequest, RetryAfter

from bot.digests.attempts import is_no_topic
from bot.digests.pacing import LONGEST, seconds_of
from bot.render.messages import Message

log = logging.getLogger(__name__)

TRIES = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: chat, thread of a forum, message it answers (in groups)."""

    chat: int
    thread: int | None = None
    reply_to: int | None = None


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The buttons of a message."""
    if not message.rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(each.label, callback_data=each.action.pack()) for each in row]
            for row in message.rows
        ]
    )


async def send(bot: Bot, place: Place, message: Message) -> Sent:
    """Send a message; as plain text if its markup is refused.

    Raises:
        TelegramError: if it did not arrive, or may not have.
    """
    text = message.html
    mode: ParseMode | None = ParseMode.HTML
    thread, reply = place.thread, place.reply_to
    arguments: dict[str, Any]
    for attempt in range(1, TRIES + 1):
        arguments = {"parse_mode": mode} if mode else {}
        if thread is not None:
            arguments["message_thread_id"] = thread
        if reply is not None:
            arguments["reply_parameters"] = ReplyParameters(reply, allow_sending_without_reply=True)
        try:
            return await bot.send_message(
                place.chat, text, reply_markup=keyboard(message), **arguments
            )
        except BadRequest as error:
            if mode and _is_markup(error):
                log.warning("markup refused, sending plain text: %s", error)
                text, mode = message.plain, None
            elif thread is not None and is_no_topic(error):
                thread = None
            else:
                raise
        except RetryAfter as error:
            _go_on(error, attempt)
    raise RuntimeError("unreachable: the last try returns or raises")


async def edit(bot: Bot, chat: int, message_id: int, message: Message) -> None:
    """Put ``message`` in the place of one that was sent.

    Raises:
        BadRequest: if that message cannot be edited (any more).
    """
    text = message.html
    mode: ParseMode | None = ParseMode.HTML
    for attempt in range(1, TRIES + 1):
        arguments: dict[str, Any] = {"parse_mode": mode} if mode else {}
        try:
            await bot.edit_message_text(
                text, chat, message_id, reply_markup=keyboard(message), **arguments
            )
        except BadRequest as error:
            if "not modified" in str(error).lower():
                return
            if not mode or not _is_markup(error):
                raise
            log.warning("markup refused, editing to plain text: %s", error)
            text, mode = message.plain, None
        except RetryAfter as error:
            _go_on(error, attempt)
        else:
            return


def _is_markup(error: BadRequest) -> bool:
    return "parse" in str(error).lower()


def _go_on(error: RetryAfter, attempt: int) -> None:
    """The next try waits until the pause is over; one that lasts too long is an error."""
    if attempt == TRIES or seconds_of(error) > LONGEST:
        raise error
