"""Occasions on which a chat is told something, each claimed once.

A claim is the insertion of the occasion's delivery under a unique key, so that of several
processes exactly one has it, on every database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.deliveries import CLAIMED, MISSED, WEEKLY
from bot.store.models import Delivery, Schedule

_DELIVERY: Table = Delivery.__table__  # type: ignore[assignment]
_OURS = (_DELIVERY.c.id, _DELIVERY.c.state)
_CLAIM_ON_POSTGRESQL = insert_postgresql(_DELIVERY).on_conflict_do_nothing().returning(*_OURS)
_CLAIM_ON_SQLITE = insert_sqlite(_DELIVERY).on_conflict_do_nothing().returning(*_OURS)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion of one of the kinds; ``key`` tells it from the others of its kind and chat."""

    chat_id: int
    kind: str
    key: str
    local_date: date
    due_at: datetime
    schedule_id: int | None = None
    thread: int | None = None
    late: bool = False


def of_schedule(schedule: Schedule, day: date, due_at: datetime, *, late: bool = False) -> Occasion:
    """The occasion of a schedule on a local date: of a weekly one, that of its week.

    A schedule that was changed has another revision: it runs again on the day of the change.
    """
    if schedule.kind == WEEKLY:
        year, week, _ = day.isocalendar()
        key = f"{schedule.id}:{year}-W{week:02}"
    else:
        key = f"{schedule.id}:{schedule.revision}:{day.isoformat()}"
    return Occasion(
        schedule.chat_id, schedule.kind, key, day, due_at, schedule.id, schedule.thread, late
    )


@dataclass(frozen=True, slots=True)
class Claimed:
    """The delivery of an occasion that is ours."""

    id: int
    state: str


async def claim(
    session: AsyncSession, occasion: Occasion, now: datetime, state: str = CLAIMED
) -> Claimed | None:
    """Claim an occasion, or ``None`` if somebody has it already."""
    claimed = await claim_all(session, [(occasion, state)], now)
    return claimed[0] if claimed else None


async def claim_all(
    session: AsyncSession, wanted: Sequence[tuple[Occasion, str]], now: datetime
) -> list[Claimed]:
    """Claim occasions, each with the state that its delivery begins with.

    Returns:
        The deliveries that are ours, in no order; somebody has the others already.
    """
    if not wanted:
        return []
    postgresql = session.get_bind().dialect.name == "postgresql"
    connection = await session.connection()
    rows = await connection.execute(
        _CLAIM_ON_POSTGRESQL if postgresql else _CLAIM_ON_SQLITE,
        [
            {
                "chat_id": occasion.chat_id,
                "schedule_id": occasion.schedule_id,
                "kind": occasion.kind,
                "key": occasion.key,
                "thread": occasion.thread,
                "local_date": occasion.local_date,
                "due_at": occasion.due_at,
                "late": occasion.late,
                "state": state,
                "sequence_to": 0,
                "created_at": now,
                "finished_at": now if state == MISSED else None,
            }
            for occasion, state in wanted
        ],
    )
    return [Claimed(*row) for row in rows]
