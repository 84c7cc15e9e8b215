"""Conferences and speakers by their number, also where they were joined into another since."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.interfaces import ORMOption

from bot.store.models import Conference, Moved, Speaker

T = TypeVar("T", Conference, Speaker)

_STEPS = 8
"""Moves that are followed at most."""


async def find(session: AsyncSession, table: type[T], id_: int, *options: ORMOption) -> T | None:
    """The row, that into which it was joined, or ``None``."""
    for _ in range(_STEPS):
        row = await session.get(table, id_, options=options)
        if row is not None:
            return row
        moved = await session.scalar(
            select(Moved.new_id).where(Moved.thing == table.__tablename__, Moved.old_id == id_)
        )
        if moved is None:
            return None
        id_ = moved
    return None
