"""What happens to parts, written down in groups.

Each step of a part is committed before the next is begun. Steps of several deliveries that come
while a transaction is being written share the next one, so that many chats cost few commits. What
is about to leave waits for its commit, which is made at once; what has ended is in no such hurry
and is written with the next that leaves, or a twentieth of a second later.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection

from bot.store import holds
from bot.store.database import Database, DatabaseError
from bot.store.holds import Held, PartEnd

log = logging.getLogger(__name__)

HOLD: Final = timedelta(seconds=150)
"""How long a delivery is ours when it is taken, and when that is prolonged."""
IN_THE_AIR: Final = timedelta(seconds=100)
"""What must be left of it when a part leaves: longer than any request may take."""
LINGER: Final = 0.05
"""Seconds for which an end waits to be written together with a beginning."""
COMPANY: Final = 16
"""So many ends do not wait for more."""
TRIES: Final = 4
"""How often a step is written where the database is busy; a second more of waiting each time."""


ENDS: Final = ("end", "finish")
"""Kinds of steps for which nobody waits to send something."""


@dataclass(slots=True)
class _Step:
    """A change, and the one who waits for it."""

    kind: str
    values: Any
    done: asyncio.Future[Any] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


class Journal:
    """Writes the steps of the deliveries that one process (``holder``) sends."""

    def __init__(
        self,
        db: Database,
        holder: str,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.holder = holder
        self._db, self._clock, self._sleep = db, clock, sleep
        self._steps: list[_Step] = []
        self._until: dict[int, datetime] = {}
        self._writing: asyncio.Task[None] | None = None
        self._urgent = asyncio.Event()

    async def begin(self, held: Held, part: int) -> bool:
        """A part is about to leave; false where the delivery is not ours any more."""
        now = self._clock()
        until = self._until.get(held.id, held.held_until)
        if until is None or until < now + IN_THE_AIR:
            self._until[held.id] = now + HOLD
            self._add("prolong", held.id)
        return bool(await self._note("begin", part))

    async def end(self, end: PartEnd) -> None:
        """What became of a part."""
        await self._note("end", end)

    async def finish(self, delivery: int, *ends: PartEnd) -> str | None:
        """The last of a delivery; returns its final state, ``None`` where it is not ours."""
        steps = [*(self._add("end", end) for end in ends), self._add("finish", delivery)]
        self._until.pop(delivery, None)
        *_, state = await asyncio.gather(*(step.done for step in steps))
        return state if isinstance(state, str) else None

    async def put_off(self, delivery: int, until: datetime | None, *ends: PartEnd) -> None:
        """Let a delivery go until a time."""
        steps = [self._add("end", end) for end in ends]
        steps.append(self._add("put off", (delivery, until)))
        self._until.pop(delivery, None)
        await asyncio.gather(*(step.done for step in steps))

    async def _note(self, kind: str, values: Any) -> Any:
        return await self._add(kind, values).done

    def _add(self, kind: str, values: Any) -> _Step:
        step = _Step(kind, values)
        self._steps.append(step)
        if kind not in ENDS or len(self._steps) >= COMPANY:
            self._urgent.set()
        if self._writing is None:
            self._writing = asyncio.create_task(self._write(), name="journal")
        return step

    async def _write(self) -> None:
        try:
            while self._steps:
                await self._linger()
                steps, self._steps = self._steps, []
                await self._write_down(steps)
        finally:
            self._writing = None

    async def _linger(self) -> None:
        """Wait for something that is about to leave, but not for long."""
        timer = asyncio.get_running_loop().call_later(LINGER, self._urgent.set)
        try:
            await self._urgent.wait()
        finally:
            timer.cancel()
            self._urgent.clear()

    async def _write_down(self, steps: list[_Step]) -> None:
        for attempt in range(1, TRIES + 1):
            try:
                results = await self._db.transact(partial(self._apply, steps))
            except DatabaseError as error:
                if attempt < TRIES:
                    log.warning("a step of a delivery cannot be written yet: %s", error)
                    await self._sleep(attempt)
                    continue
                _fail(steps, error)
            except Exception as error:  # noqa: BLE001 - they are raised where the step is waited for
                if len(steps) > 1:  # one of them must not spoil the others
                    for step in steps:
                        await self._write_down([step])
                else:
                    _fail(steps, error)
            else:
                for step, result in zip(steps, results, strict=True):
                    if not step.done.done():
                        step.done.set_result(result)
            return

    def _apply(self, steps: list[_Step], connection: Connection) -> list[Any]:
        """All steps in one transaction; what ended is written before what is settled by it."""
        now = self._clock()
        kinds: dict[str, list[Any]] = {}
        for step in steps:
            kinds.setdefault(step.kind, []).append(step.values)
        if "end" in kinds:
            holds.end(connection, kinds["end"])
        begun: set[int] = set()
        if "begin" in kinds:
            begun = holds.begin(connection, self.holder, kinds["begin"])
        if "prolong" in kinds:
            holds.prolong(connection, self.holder, kinds["prolong"], now + HOLD)
        final: dict[int, str] = {}
        if "finish" in kinds:
            final = holds.finish(connection, self.holder, kinds["finish"], now)
        if "put off" in kinds:
            holds.put_off(connection, self.holder, dict(kinds["put off"]))
        results: list[Any] = []
        for step in steps:
            if step.kind == "begin":
                results.append(step.values in begun)
            else:
                results.append(final.get(step.values) if step.kind == "finish" else None)
        return results


def _fail(steps: list[_Step], error: Exception) -> None:
    for step in steps:
        if not step.done.done():
            step.done.set_exception(error)
