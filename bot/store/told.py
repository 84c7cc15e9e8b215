"""What a chat has been told: up to where in the library, and which things in which version."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import library
from bot.store.deliveries import (
    ALERT,
    CLAIMED,
    DIGEST,
    FAILED,
    MISSED,
    OFFERED,
    SENDING,
    SENT,
    TOLD,
    UNCERTAIN,
    WEEKLY,
)
from bot.store.models import Article, Chat, Delivery, DeliveryItem

WEEK = timedelta(days=7)
REVIEWS = 3
"""Reviews that are looked back at; a review tells of one week more at most."""


async def mark(session: AsyncSession, chat_id: int, floor: int = 0) -> int:
    """The library sequence up to which the chat's scheduled digests have told.

    One that is on its way counts; if it fails, its articles return (:func:`failed_articles`).
    """
    query = select(func.max(Delivery.sequence_to)).where(
        Delivery.chat_id == chat_id,
        Delivery.kind == DIGEST,
        Delivery.state.in_((*TOLD, SENDING)),
    )
    return max(await session.scalar(query) or 0, floor)


async def last_digest(session: AsyncSession, chat_id: int) -> int:
    """The library sequence up to which the chat's last digest told, be it one that came by itself
    or one that was asked for; 0 where it never had any.
    """
    came = await mark(session, chat_id) if await had_digest(session, chat_id) else 0
    asked = await session.scalar(select(Chat.read_to).where(Chat.id == chat_id))
    return max(came, asked or 0)


async def note_asked(session: AsyncSession, chat_id: int, until: int) -> None:
    """Note that a digest which the chat asked for has told up to ``until``.

    What comes by itself does not know of it: it tells the same again.
    """
    await session.execute(
        update(Chat).where(Chat.id == chat_id, Chat.read_to < until).values(read_to=until)
    )


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


async def things(
    session: AsyncSession, chat_id: int, since: datetime
) -> dict[tuple[str, int], str]:
    """What digests and alerts have told the chat since then: each thing with its last version.

    What is on its way counts as told; what failed does not.
    """
    rows = await session.execute(
        select(DeliveryItem.thing, DeliveryItem.thing_id, DeliveryItem.version)
        .join(Delivery, Delivery.id == DeliveryItem.delivery_id)
        .where(
            Delivery.chat_id == chat_id,
            Delivery.kind.in_((DIGEST, ALERT)),
            Delivery.state.in_((*TOLD, SENDING)),
            Delivery.created_at >= since,
        )
        .order_by(Delivery.id)
    )
    return {(thing, id_): version for thing, id_, version in rows}


async def failed_articles(session: AsyncSession, chat_id: int, since: datetime) -> frozenset[int]:
    """The articles of digests and alerts that failed since then."""
    rows = await session.scalars(
        select(DeliveryItem.thing_id)
        .join(Delivery, Delivery.id == DeliveryItem.delivery_id)
        .where(
            Delivery.chat_id == chat_id,
            Delivery.kind.in_((DIGEST, ALERT)),
            Delivery.state == FAILED,
            Delivery.created_at >= since,
            DeliveryItem.thing == "article",
        )
    )
    return frozenset(rows)


async def had_digest(session: AsyncSession, chat_id: int) -> bool:
    """Whether the chat was ever told something by a digest."""
    query = (
        select(Delivery.id)
        .where(
            Delivery.chat_id == chat_id,
            Delivery.kind == DIGEST,
            Delivery.state.in_((SENT, UNCERTAIN, OFFERED, SENDING)),
        )
        .limit(1)
    )
    return await session.scalar(query) is not None


async def dated_between(
    session: AsyncSession, first: date, last: date, most: int = 100
) -> frozenset[int]:
    """The articles on the days from ``first`` to ``last``, bulk-loaded ones too, newest first."""
    rows = await session.scalars(
        select(Article.id)
        .where(
            Article.sort_date >= first.isoformat(),
            Article.sort_date <= last.isoformat(),
            Article.hidden.is_(False),
            Article.starter.is_(False),
        )
        .order_by(Article.sort_date.desc(), Article.sequence.desc())
        .limit(most)
    )
    return frozenset(rows)


async def alerts_on(session: AsyncSession, chat_id: int, day: date) -> int:
    """How many alerts the chat has had on a local day."""
    query = select(func.count(Delivery.id)).where(
        Delivery.chat_id == chat_id, Delivery.kind == ALERT, Delivery.local_date == day
    )
    return await session.scalar(query) or 0


async def review_since(session: AsyncSession, chat_id: int, now: datetime) -> datetime:
    """From when on a review of the week tells: a week ago, or earlier where that leaves a gap.

    Reviews before it that were not told, one after the other, add their weeks; and the review
    that was told last may lie more than a week back, where the schedule was moved since.
    """
    rows = await session.execute(
        select(Delivery.state, Delivery.due_at)
        .where(
            Delivery.chat_id == chat_id,
            Delivery.kind == WEEKLY,
            Delivery.state.not_in((CLAIMED, SENDING)),
            Delivery.due_at < now,
        )
        .order_by(Delivery.due_at.desc())
        .limit(REVIEWS)
    )
    lost, last = 0, None
    for state, due_at in rows:
        if state not in (MISSED, FAILED):
            last = due_at
            break
        lost += 1
    since = now - (1 + lost) * WEEK
    if last is not None and last > since - WEEK:
        return min(last, since)
    return since
