"""The lease on polling: one process per token.

The holder renews it all the time. Another process may take it only after it has run out, or where
the process that held it is provably dead: on this very machine, in this process namespace.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.store import chats
from bot.store.database import Database, DatabaseError

log = logging.getLogger(__name__)

LENGTH = timedelta(seconds=45)
RENEWED_EVERY = 10.0
"""Seconds."""


class LeaseTaken(Exception):
    """Another process has the lease, until then."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"another process polls for this bot (its lease runs until {until:%X %Z})")
        self.until = until


class Lease:
    """The lease of one bot, held by this process."""

    def __init__(self, db: Database, bot: str, clock: Callable[[], datetime]) -> None:
        self._db, self._clock = db, clock
        self._name = f"poll:{bot}"
        self.holder = process_name()

    async def take(self) -> None:
        """Take or renew it.

        Raises:
            LeaseTaken: if another process has it.
        """
        async with self._db.write() as session:
            until = await chats.acquire(session, self._name, self.holder, self._clock(), LENGTH)
            if until is None:
                return
            other = await chats.holder_of(session, self._name)
            if other is not None and other != self.holder and is_dead(other):
                await chats.release(session, self._name, other)
                until = await chats.acquire(session, self._name, self.holder, self._clock(), LENGTH)
        if until is not None:
            raise LeaseTaken(until)

    @contextlib.asynccontextmanager
    async def held(self, lost: Callable[[Exception], object]) -> AsyncIterator[None]:
        """Hold it for a while; ``lost`` is called if another process got it meanwhile.

        Raises:
            LeaseTaken: if another process has it already.
        """
        await self.take()
        task = asyncio.create_task(self._renew(lost), name="lease")
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            with contextlib.suppress(DatabaseError):
                async with self._db.write() as session:
                    await chats.release(session, self._name, self.holder)

    async def _renew(self, lost: Callable[[Exception], object]) -> None:
        while True:
            await asyncio.sleep(RENEWED_EVERY)
            try:
                await self.take()
            except LeaseTaken as error:
                lost(error)
                return
            except Exception as error:  # noqa: BLE001 - whatever it is, the lease lasts a while
                log.warning("the lease could not be renewed, trying again: %s", error)


def process_name() -> str:
    """A name for this process that no other one ever has, and that tells whether it still runs."""
    return f"{_machine()}/{os.getpid()}/{secrets.token_hex(4)}"


def _machine() -> str:
    """What tells this machine, boot and process namespace from all others; empty if unknown."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        namespace = os.readlink("/proc/self/ns/pid")  # noqa: PTH115 - it is no path
    except OSError:
        return ""
    return f"{socket.gethostname()}:{boot}:{namespace}".replace("/", "")


def is_dead(holder: str) -> bool:
    """Whether the process of this name ran here and runs no more."""
    machine, _, rest = holder.partition("/")
    if not machine or machine != _machine():
        return False
    try:
        pid = int(rest.partition("/")[0])
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except (ValueError, OSError):
        return False
    # A number given to us anew: whoever had it before is dead. Two leases of one process differ
    # in the last part, and are both alive.
    return False
