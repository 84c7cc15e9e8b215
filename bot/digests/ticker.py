"""The ticker: sweeps due schedules and sends what is open, again and again.

Schedules are rows; the ticker keeps nothing of its own, so that a stop at any moment loses nothing
that the next start does not find in the database.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from typing import Any

from bot.digests.outbox import Outbox
from bot.digests.sender import Sender
from bot.store import deliveries
from bot.store.database import Database

log = logging.getLogger(__name__)

INTERVAL = 15.0
"""Seconds between two sweeps."""
TRIES = 5
"""How many sweeps may fail on one delivery before it is given up as failed."""


class Ticker:
    """Claims, fills and sends the deliveries of one bot. One sweep runs at a time."""

    def __init__(self, db: Database, outbox: Outbox, sender: Sender, bot: str) -> None:
        self._db, self._outbox, self._sender, self._bot = db, outbox, sender, bot
        self._open: list[int] = []
        self._failures: Counter[int] = Counter()
        self._lock = asyncio.Lock()
        self._stopping = False

    async def recover(self) -> None:
        """Once after a start: take up the deliveries that the last process left open."""
        async with self._db.write() as session:
            self._open = await deliveries.recover(session, self._bot)

    async def tick(self, _context: Any = None) -> None:
        """One sweep. A failing delivery never stops the others; it is tried at the next sweep."""
        if self._stopping or self._lock.locked():
            return
        async with self._lock:
            try:
                while claimed := await self._outbox.claim_due():
                    self._open += claimed
            except Exception:
                log.exception("claiming due digests failed; trying again at the next sweep")
            todo, self._open = self._open, []
            for number, delivery_id in enumerate(todo):
                if self._stopping:
                    self._open += todo[number:]
                    return
                try:
                    await self._outbox.fill(delivery_id)
                    if await self._sender.send(delivery_id) is None:
                        self._open.append(delivery_id)
                except Exception:
                    log.exception("delivery %s failed", delivery_id)
                    await self._put_off(delivery_id)

    async def _put_off(self, delivery_id: int) -> None:
        """Try a delivery again at the next sweep, or give it up: its items return in the next."""
        self._failures[delivery_id] += 1
        if self._failures[delivery_id] < TRIES:
            self._open.append(delivery_id)
            return
        try:
            async with self._db.write() as session:
                await deliveries.give_up(session, delivery_id)
            del self._failures[delivery_id]
        except Exception:
            log.exception("delivery %s cannot be given up now", delivery_id)
            self._open.append(delivery_id)

    async def stop(self) -> None:
        """Claim nothing more, and wait for the message that is in the air."""
        self._stopping = True
        async with self._lock:
            pass
