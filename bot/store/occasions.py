"""Occasions on which a chat is told something, each claimed once.

A claim is the insertion of the occasion's delivery under a unique key, so that of several
processes exactly one has it, on every database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.deliveries import CLAIMED, MISSED, WEEKLY
from bot.store.models import Delivery, Schedule

_DELIVERY: Table = Delivery.__table__  # type: ignore[assignment]


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


async def claim(
    session: AsyncSession, occasion: Occasion, now: datetime, state: str = CLAIMED
) -> Claimed | None:
    """Claim an occasion, or ``None`` if somebody has it already."""
    postgresql = session.get_bind().dialect.name == "postgresql"
    insert = (insert_postgresql if postgresql else insert_sqlite)(_DELIVERY)
    connection = await session.connection()
    id_ = await connection.scalar(
        insert.on_conflict_do_nothing().returning(_DELIVERY.c.id),
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
        },
    )
    return None if id_ is None else Claimed(id_)
