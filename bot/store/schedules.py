"""Schedules: when a chat wants its digests."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager

from bot.store.deliveries import WEEKLY
from bot.store.models import Chat, Delivery, Schedule

AT_ONCE: Final = 100
"""Due schedules that are claimed in one transaction."""


async def of_chat(session: AsyncSession, chat_id: int) -> list[Schedule]:
    """The active schedules of a chat, by time of day."""
    query = (
        select(Schedule)
        .where(Schedule.chat_id == chat_id, Schedule.active.is_(True))
        .order_by(Schedule.local_time, Schedule.id)
    )
    return list(await session.scalars(query))


async def review(session: AsyncSession, chat_id: int) -> Schedule | None:
    """The review of the week of a chat: the one that is active, else the one that was last."""
    query = (
        select(Schedule)
        .where(Schedule.chat_id == chat_id, Schedule.kind == WEEKLY)
        .order_by(Schedule.active.desc(), Schedule.id.desc())
        .limit(1)
    )
    return await session.scalar(query)


async def last_day(session: AsyncSession, schedule_id: int) -> date | None:
    """The last local date of the occasions that a schedule had."""
    return await session.scalar(
        select(func.max(Delivery.local_date)).where(Delivery.schedule_id == schedule_id)
    )


async def unsubscribe(
    session: AsyncSession,
    chat_id: int,
    local_time: time | None = None,
    schedule_id: int | None = None,
) -> int:
    """End all schedules of a chat, or those of one time of day, or one; returns how many."""
    ended = 0
    for schedule in await of_chat(session, chat_id):
        right_time = local_time is None or schedule.local_time == local_time
        if right_time and schedule_id in (None, schedule.id):
            schedule.active = False
            ended += 1
    return ended


async def due(
    session: AsyncSession, bot: str, now: datetime, limit: int = AT_ONCE
) -> list[Schedule]:
    """Active schedules of this bot's active chats that are due, the longest due first.

    They stay locked until the transaction ends; those that another process has are passed over.
    """
    query = (
        select(Schedule)
        .join(Schedule.chat)
        .options(contains_eager(Schedule.chat))
        .where(
            Schedule.active.is_(True),
            Schedule.next_due_at <= now,
            Chat.bot == bot,
            Chat.active.is_(True),
        )
        .order_by(Schedule.next_due_at, Schedule.id)
        .limit(limit)
        .with_for_update(of=Schedule, skip_locked=True)
    )
    return list(await session.scalars(query))
