"""What a chat has been told: up to where in the library, and which things in which version."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import library
from bot.store.deliveries import DIGEST, TOLD
from bot.store.models import Article, Delivery


async def mark(session: AsyncSession, chat_id: int, floor: int = 0) -> int:
    """The library sequence up to which the chat's scheduled digests have told."""
    query = select(func.max(Delivery.sequence_to)).where(
        Delivery.chat_id == chat_id, Delivery.kind == DIGEST, Delivery.state.in_(TOLD)
    )
    return max(await session.scalar(query) or 0, floor)


async def first_mark(session: AsyncSession, since: datetime) -> int:
    """The sequence before the first article that entered after ``since``."""
    first = await session.scalar(
        select(func.min(Article.sequence)).where(Article.added_at >= since)
    )
    return first - 1 if first is not None else await library.last_sequence(session)


async def has_news(session: AsyncSession, since: int, until: int) -> bool:
    """Whether articles that are news (no backfill, no starters) entered between two marks."""
    query = (
        select(Article.id)
        .where(
            Article.sequence > since,
            Article.sequence <= until,
            Article.backfill.is_(False),
            Article.starter.is_(False),
        )
        .limit(1)
    )
    return await session.scalar(query) is not None
