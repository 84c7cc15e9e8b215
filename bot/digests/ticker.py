"""The ticker: sweeps due schedules and sends what is open, again and again.

What is due and how far it got stands in the database. The ticker takes deliveries from there, some
at a time, and keeps only those: a stop at any moment loses nothing that the next start, or another
process, does not find.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from telegram.ext import ExtBot

from bot.briefings import Briefings
from bot.digests.batch import Batch
from bot.digests.journal import HOLD, Journal
from bot.digests.limits import Limits
from bot.digests.outbox import Outbox
from bot.digests.sender import Sender
from bot.settings import Settings
from bot.store import deliveries, holds, schedules
from bot.store.database import Database
from bot.store.holds import Held

log = logging.getLogger(__name__)

INTERVAL: Final = 15.0
"""Seconds between two sweeps."""
AT_ONCE: Final = 32
"""Chats that are sent to at the same time: so many may be slow before the others notice."""
TAKEN: Final = 128
"""Deliveries taken at a time."""
CLAIMED_EVERY: Final = timedelta(seconds=3)
"""How often due schedules are looked for while there is something to send; oftener where more
were due than were claimed at once, and the line is short."""
TRIES: Final = 5
"""How often a delivery may fail to be made or written down before it is given up."""
PUT_OFF: Final = timedelta(seconds=30)
"""After how long a delivery that failed so is tried again."""


class Ticker:
    """Claims, fills and sends the deliveries of one bot. One sweep runs at a time."""

    def __init__(
        self,
        db: Database,
        outbox: Outbox,
        sender: Sender,
        journal: Journal,
        bot: str,
        clock: Callable[[], datetime],
        *,
        batch: Batch,
        at_once: int = AT_ONCE,
    ) -> None:
        self._db, self._outbox, self._sender, self._journal = db, outbox, sender, journal
        self._bot, self._clock, self._at_once = bot, clock, at_once
        self._batch = batch
        self._waiting: list[Held] = []
        self._running: dict[asyncio.Task[None], Held] = {}
        self._failures: Counter[int] = Counter()
        self._claim_again: datetime | None = None
        self._behind = False
        self._lock = asyncio.Lock()
        self._stopping = False

    async def recover(self, gone: Callable[[str], bool]) -> None:
        """Once after a start: free what processes held that are known to be gone.

        What another process held runs out by itself.
        """
        async with self._db.write() as session:
            await holds.free(session, self._bot, gone)

    async def tick(self, _context: Any = None) -> None:
        """One sweep: everything that is due and may be sent now.

        A failing delivery never stops the others; it is tried again later.
        """
        if self._stopping or self._lock.locked():
            return
        async with self._lock:
            self._claim_again = None
            try:
                await self._sweep()
            finally:
                await self._let_go()

    async def stop(self) -> None:
        """Begin nothing more, wait for what is in the air, and let go of the rest."""
        self._stopping = self._sender.stopping = True
        async with self._lock:
            pass

    async def _sweep(self) -> None:
        more = True
        while not self._stopping:
            looked, claimed = await self._claim()
            more = more or looked  # what was put off may be due by now
            if more and len(self._waiting) < self._at_once:
                fresh = await self._take()
                more = bool(fresh)
                self._waiting += await self._fill(fresh)
            self._start()
            if self._running:
                await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
            elif not self._waiting and not more and not claimed:
                return

    async def _let_go(self) -> None:
        """Finish what is in the air; what was not begun is anybody's."""
        while self._running:
            await asyncio.wait(self._running)
        waiting, self._waiting = self._waiting, []
        await self._leave([held.id for held in waiting])

    async def _leave(self, ids: list[int]) -> None:
        try:
            await asyncio.gather(*(self._journal.put_off(id_, None) for id_ in ids))
        except Exception:
            log.exception("deliveries could not be let go; their holds run out by themselves")

    async def _claim(self) -> tuple[bool, bool]:
        """Claim occasions, some at a time; whether it was time to look, and there were any."""
        now = self._clock()
        idle = not self._running and not self._waiting
        short = self._behind and len(self._waiting) < self._at_once
        if not (idle or short) and self._claim_again is not None and now < self._claim_again:
            return False, False
        try:
            claimed = await self._outbox.claim_due()
        except Exception:
            log.exception("claiming due digests failed; trying again")
            claimed = []
        self._claim_again = now + CLAIMED_EVERY
        self._behind = len(claimed) >= schedules.AT_ONCE
        return True, bool(claimed)

    async def _take(self) -> list[int]:
        busy = [held.id for held in (*self._waiting, *self._running.values())]
        now = self._clock()
        try:
            async with self._db.write() as session:
                return await holds.take(
                    session, self._bot, self._journal.holder, now, now + HOLD, TAKEN, busy
                )
        except Exception:
            log.exception("taking deliveries failed; trying again at the next sweep")
            return []

    async def _fill(self, ids: list[int]) -> list[Held]:
        """Have the digests of claimed deliveries made; returns those that are to be sent."""
        if not ids:
            return []
        together: set[int] = set()
        try:
            together = await self._batch.fill(ids)
        except Exception:
            log.exception("digests cannot be made together; trying them one by one")
        for place, id_ in enumerate(ids):
            if id_ in together:
                continue
            if self._stopping:
                left = [each for each in ids[place:] if each not in together]
                await self._leave(left)
                ids = [each for each in ids if each not in left]
                break
            try:
                await self._outbox.fill(id_)
            except Exception:
                log.exception("delivery %s cannot be made now", id_)
                await self._failed(id_)
        try:
            async with self._db.read() as session:
                loaded = await holds.load(session, ids)
        except Exception:
            log.exception("deliveries cannot be read; their holds run out by themselves")
            return []
        return [held for held in loaded if held.state == deliveries.SENDING]

    def _start(self) -> None:
        """Begin with as many as there are places for, one at a time for each chat."""
        busy = {held.chat_id for held in self._running.values()}
        rest: list[Held] = []
        for held in self._waiting:
            if len(self._running) < self._at_once and held.chat_id not in busy:
                busy.add(held.chat_id)
                task = asyncio.create_task(self._send(held), name=f"delivery {held.id}")
                self._running[task] = held
                task.add_done_callback(self._running.pop)
            else:
                rest.append(held)
        self._waiting = rest

    async def _send(self, held: Held) -> None:
        try:
            await self._sender.send(held)
        except Exception:
            log.exception("delivery %s failed", held.id)
            await self._failed(held.id)
        else:
            self._failures.pop(held.id, None)

    async def _failed(self, id_: int) -> None:
        """Try a delivery again later, or give it up: its items return in the next."""
        self._failures[id_] += 1
        now = self._clock()
        try:
            if self._failures[id_] < TRIES:
                await self._journal.put_off(id_, now + PUT_OFF * self._failures[id_])
                return
            async with self._db.write() as session:
                await deliveries.give_up(session, id_, now)
            del self._failures[id_]
        except Exception:
            log.exception("delivery %s cannot be put off; its hold runs out by itself", id_)


def make_ticker(
    db: Database,
    briefings: Briefings,
    bot: ExtBot[Any],
    identity: str,
    settings: Settings,
    clock: Callable[[], datetime],
    *,
    limits: Limits,
    holder: str,
) -> Ticker:
    """Put the ticker of one bot together.

    Args:
        db: where schedules and deliveries stand.
        briefings: what digests are made from.
        bot: what they are sent with; its requests go through :class:`bot.digests.pacing.Pacing`.
        identity: the ``bot`` column of its chats.
        settings: of the application.
        clock: the present instant, UTC.
        limits: of the token, shared with all that is sent with it.
        holder: a name for this process that no other process ever has.
    """
    outbox = Outbox(
        db,
        briefings,
        identity,
        catch_up=timedelta(hours=settings.catch_up_hours),
        clock=clock,
        default_language=settings.language,
    )
    journal = Journal(db, holder, clock)
    sender = Sender(db, bot, limits, journal, clock)
    batch = Batch(db, outbox, settings.language, clock)
    return Ticker(db, outbox, sender, journal, identity, clock, batch=batch)
