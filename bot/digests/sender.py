"""Sends the parts of deliveries, one state at a time.

Before a part leaves, ``sending`` is committed; after Telegram's answer, ``sent``. Only what
provably did not arrive is tried again: no connection was made, or Telegram answered 429. A lost
answer or a server error leaves the part uncertain. No transaction is open while the network is
waited for.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
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

from bot.digests.limits import Limits
from bot.render.messages import Message
from bot.store import deliveries
from bot.store.database import Database
from bot.store.models import DeliveryPart

log = logging.getLogger(__name__)

ATTEMPTS = 5
"""How often a part is tried while it provably did not arrive."""
LONGEST_PAUSE = 300.0
"""Seconds; a 429 that asks for more leaves the part for a later tick."""


class Again(Exception):
    """The part did not arrive and may be sent again after ``pause`` seconds."""

    def __init__(self, reason: str, pause: float) -> None:
        super().__init__(reason)
        self.pause = pause


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try at sending ended."""

    state: str
    message_id: int | None = None
    error: str | None = None
    blocked: bool = False
    moved_to: int | None = None


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


class Sender:
    """Sends deliveries of one bot."""

    def __init__(
        self,
        db: Database,
        bot: Bot,
        limits: Limits,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._db, self._bot, self._limits = db, bot, limits
        self._clock, self._sleep = clock, sleep
        self._not_before: dict[int, datetime] = {}

    async def send(self, delivery_id: int) -> str | None:
        """Send the open parts of a delivery in order.

        Returns:
            The final state, or ``None`` when a limit of Telegram's puts the rest off.
        """
        async with self._db.read() as session:
            delivery = await deliveries.load(session, delivery_id)
            chat_id, chat_key = delivery.chat_id, delivery.chat.chat_key
            active = delivery.chat.active
            parts = [part for part in delivery.parts if part.state == deliveries.PENDING]
            lost = [part.id for part in delivery.parts if part.state == deliveries.SENDING]
        for part_id in lost:  # an earlier try ended before its end could be written down
            await self._settle(part_id, Outcome(deliveries.UNCERTAIN, error="its end is not known"))
        if self._not_before.get(chat_id, self._clock()) > self._clock():
            return None
        for part in parts:
            if not active:
                await self._settle(part.id, Outcome(deliveries.FAILED, error="the bot is blocked"))
                continue
            outcome = await self._send_part(part, chat_id, chat_key)
            if outcome is None:
                return None
            await self._settle(part.id, outcome)
            if outcome.moved_to is not None:
                chat_key = outcome.moved_to
            if outcome.blocked:
                active = False
                async with self._db.write() as session:
                    await deliveries.deactivate_chat(session, chat_id)
        async with self._db.write() as session:
            return await deliveries.finish(session, delivery_id, self._clock())

    async def _settle(self, part_id: int, outcome: Outcome) -> None:
        async with self._db.write() as session:
            await deliveries.set_part(
                session,
                part_id,
                outcome.state,
                message_id=outcome.message_id,
                error=outcome.error,
            )

    async def _send_part(self, part: DeliveryPart, chat_id: int, chat_key: int) -> Outcome | None:
        """Try a part until its end is known; ``None`` puts it off to a later tick."""
        moved_to: int | None = None
        for attempt in range(1, ATTEMPTS + 1):
            await self._limits.wait(chat_key)
            async with self._db.write() as session:
                await deliveries.set_part(session, part.id, deliveries.SENDING)
            try:
                outcome = await self._attempt(part, chat_key)
            except ChatMigrated as error:
                moved_to = chat_key = error.new_chat_id
                async with self._db.write() as session:
                    await deliveries.migrate_chat(session, chat_id, chat_key)
                continue
            except Again as again:
                async with self._db.write() as session:
                    await deliveries.set_part(
                        session, part.id, deliveries.PENDING, error=str(again)
                    )
                if again.pause > LONGEST_PAUSE:
                    self._not_before[chat_id] = self._clock() + timedelta(seconds=again.pause)
                    return None
                if attempt == ATTEMPTS:
                    return Outcome(deliveries.FAILED, error=str(again))
                await self._sleep(again.pause or 2.0 ** (attempt - 1))
                continue
            if moved_to is not None:
                return Outcome(outcome.state, outcome.message_id, outcome.error, moved_to=moved_to)
            return outcome
        return Outcome(deliveries.FAILED, error="the chat moved again and again")

    async def _attempt(self, part: DeliveryPart, chat_key: int) -> Outcome:
        try:
            try:
                message = await self._bot.send_message(
                    chat_key,
                    part.text,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard(part.buttons),
                    disable_notification=False,
                )
            except BadRequest as error:
                # A refused message did not arrive: the same as plain text is safe.
                if "parse" not in str(error).lower():
                    raise
                log.warning("markup of part %s refused: %s", part.id, error)
                message = await self._bot.send_message(
                    chat_key, Message(part.text).plain, reply_markup=keyboard(part.buttons)
                )
        except RetryAfter as error:
            pause = error.retry_after
            seconds = pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
            raise Again("too many messages (429)", seconds) from None
        except ChatMigrated:
            raise
        except Forbidden as error:
            return Outcome(deliveries.FAILED, error=str(error), blocked=True)
        except (BadRequest, InvalidToken) as error:
            return Outcome(deliveries.FAILED, error=str(error))
        except NetworkError as error:
            if never_left(error):
                raise Again(f"no connection: {error}", 0.0) from None
            return Outcome(deliveries.UNCERTAIN, error=f"the answer was lost: {error}")
        except TelegramError as error:
            return Outcome(deliveries.FAILED, error=str(error))
        except Exception as error:  # whatever it was, the message may have left
            log.exception("part %s", part.id)
            return Outcome(deliveries.UNCERTAIN, error=repr(error))
        return Outcome(deliveries.SENT, message_id=message.message_id)
