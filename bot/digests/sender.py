"""Sends the parts of deliveries, one state at a time.

Before a part leaves, ``sending`` is committed; after Telegram's answer, its end. Only what
provably did not arrive is tried again: no connection was made, or Telegram answered 429. A lost
answer or a server error leaves the part uncertain. No transaction is open while the network is
waited for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final

from telegram.ext import ExtBot

from bot.digests.attempts import InDoubt, Moved, NeverLeft, Refused, Sent, attempt
from bot.digests.journal import Journal
from bot.digests.limits import Limits, Stalled
from bot.store import deliveries, holds
from bot.store.database import Database
from bot.store.deliveries import FAILED, PENDING
from bot.store.holds import BLOCKED, Held, HeldPart, PartEnd

ATTEMPTS: Final = 30
"""How often a part is tried while it provably does not arrive: some hours."""
SHORT: Final = 5.0
"""Seconds a delivery waits in its place; for longer it is put off, and others have the place."""
LONGEST_PAUSE: Final = 900.0
"""Seconds between two tries at most, where Telegram does not ask for more."""
MOVES: Final = 3
"""How often in one delivery a group may move to another number."""


class Sender:
    """Sends deliveries of one bot that its process holds."""

    def __init__(
        self,
        db: Database,
        bot: ExtBot[Any],
        limits: Limits,
        journal: Journal,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._db, self._bot, self._limits, self._journal = db, bot, limits, journal
        self._clock, self._sleep = clock, sleep
        self.stopping = False
        """Set to have nothing more begun; what is in the air is finished."""

    async def send(self, held: Held) -> str | None:
        """Send the open parts of a delivery in order.

        Returns:
            Its final state, or ``None`` where the rest is put off or another process has it.
        """
        chat = held.chat_key
        blocked = not held.active
        ends: list[PartEnd] = []
        for part in held.parts:
            if ends:  # the end of one part is written before the next leaves
                await self._journal.end(ends.pop())
            if blocked:
                ends.append(PartEnd(part.id, FAILED, error=BLOCKED))
                continue
            done = await self._send_part(held, part, chat)
            if done is None:
                return None
            end, chat, blocked = done
            ends.append(end)
        return await self._journal.finish(held.id, *ends)

    async def _send_part(
        self, held: Held, part: HeldPart, chat: int
    ) -> tuple[PartEnd, int, bool] | None:
        """Try a part until its end is known.

        Returns:
            Its end, the chat's number from now on, and whether the bot is blocked there; ``None``
            where the delivery is put off.
        """
        moves = 0
        for tried in range(part.attempts, part.attempts + ATTEMPTS):
            if not await self._may_leave(held, chat):
                return None
            if not await self._journal.begin(held, part.id):
                return None
            result = await attempt(
                self._bot, chat, held.thread, part.text, part.buttons, self._limits.wait
            )
            match result:
                case Sent(message_id, topic_gone, state):
                    self._limits.accepted()
                    if topic_gone:
                        await self._forget_topic(held)
                    return PartEnd(part.id, state, message_id), chat, False
                case Refused(error, blocked, state):
                    if blocked:
                        await self._pause_chat(held)
                    return PartEnd(part.id, state, error=error), chat, blocked
                case InDoubt(error, state):
                    return PartEnd(part.id, state, error=error), chat, False
                case Moved(to) if moves < MOVES:
                    moves += 1
                    chat = to
                    await self._follow(held, to)
                    await self._journal.end(PartEnd(part.id, PENDING, error=f"moved to {to}"))
                case Moved():
                    error = "the chat moved again and again"
                    return PartEnd(part.id, FAILED, error=error), chat, False
                case NeverLeft(error, pause):
                    if pause is not None:
                        self._limits.refused(chat, pause)
                    if tried + 1 >= ATTEMPTS:
                        return PartEnd(part.id, FAILED, error=error), chat, False
                    again = PartEnd(part.id, PENDING, error=error)
                    seconds = min(2.0**tried, LONGEST_PAUSE) if pause is None else pause
                    if seconds > SHORT or self.stopping:
                        await self._put_off(held, seconds, again)
                        return None
                    await self._journal.end(again)
                    if pause is None:  # else the limits hold it back
                        await self._sleep(seconds)
        return PartEnd(part.id, FAILED, error="tried too often"), chat, False

    async def _may_leave(self, held: Held, chat: int) -> bool:
        """Wait for a place; false where the delivery is put off, or the bot stops."""
        if not self.stopping:
            try:
                await self._limits.wait(chat, longest=SHORT)
            except Stalled as error:
                await self._put_off(held, error.seconds)
                return False
        if self.stopping:
            await self._journal.put_off(held.id, None)
        return not self.stopping

    async def _put_off(self, held: Held, seconds: float, *ends: PartEnd) -> None:
        until = self._clock() + timedelta(seconds=seconds)
        await self._journal.put_off(held.id, until, *ends)

    async def _pause_chat(self, held: Held) -> None:
        async with self._db.write() as session:
            await deliveries.pause_chat(session, held.chat_id, self._clock())

    async def _follow(self, held: Held, number: int) -> None:
        async with self._db.write() as session:
            await deliveries.migrate_chat(session, held.chat_id, number)

    async def _forget_topic(self, held: Held) -> None:
        async with self._db.write() as session:
            await holds.forget_thread(session, held.id, held.schedule_id)
