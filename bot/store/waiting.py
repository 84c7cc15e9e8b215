"""Claimed digests of many chats at once: what is known of their chats, and what they will tell.

At seven o'clock thousands of chats want the same digest. What a single one asks the database for
in a dozen questions is asked here for all of them in as many, and written in three statements.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.deliveries import (
    ALERT,
    CLAIMED,
    DIGEST,
    EMPTY,
    FAILED,
    OFFERED,
    PENDING,
    SENDING,
    SENT,
    TOLD,
    UNCERTAIN,
    NewItem,
    NewPart,
)
from bot.store.models import Article, Chat, Delivery, DeliveryItem, DeliveryPart, Follow, Schedule

_DELIVERY: Table = Delivery.__table__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claimed digest, with what its chat and schedule say about it."""

    id: int
    chat_id: int
    due_at: datetime
    late: bool
    language: str
    zone: str
    floor: int | None
    when_empty: str | None


@dataclass(frozen=True, slots=True)
class Past:
    """What the chats were told: marks, things with their versions, articles that failed.

    Chats are left out of a mapping where there is nothing. ``known`` had a digest before.
    """

    marks: Mapping[int, int]
    known: frozenset[int]
    things: Mapping[int, Mapping[tuple[str, int], str]]
    failed: Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Filled:
    """What a digest will tell, and up to where in the library."""

    delivery: int
    chat_id: int
    since: int
    until: int
    parts: Sequence[NewPart]
    items: Sequence[NewItem]


_CHATS = Delivery.chat_id.in_(bindparam("b_chats", expanding=True))
_ITEMS = (
    select(Delivery.chat_id)
    .join(DeliveryItem, Delivery.id == DeliveryItem.delivery_id)
    .where(
        _CHATS,
        Delivery.kind.in_((DIGEST, ALERT)),
        Delivery.created_at >= bindparam("b_since"),
    )
)
_FAILED = _ITEMS.add_columns(DeliveryItem.thing_id).where(
    # Not the bare column: SQLite would look through all that ever failed, not what the chats had.
    Delivery.state.concat("") == FAILED,
    DeliveryItem.thing == "article",
)
_TOLD_THINGS = (
    _ITEMS.add_columns(DeliveryItem.thing, DeliveryItem.thing_id, DeliveryItem.version)
    .where(
        Delivery.state.in_((*TOLD, SENDING)),
        or_(
            DeliveryItem.thing != "article",
            DeliveryItem.thing_id.in_(
                select(Article.id).where(Article.sequence > bindparam("b_lowest"))
            ),
            DeliveryItem.thing_id.in_(bindparam("b_failed", expanding=True)),
            Delivery.chat_id.in_(bindparam("b_new", expanding=True)),
        ),
    )
    .order_by(Delivery.id)
)
_KNOWN = (
    select(Delivery.chat_id)
    .where(
        _CHATS,
        Delivery.kind == DIGEST,
        Delivery.state.in_((SENT, UNCERTAIN, OFFERED, SENDING)),
    )
    .distinct()
)
_MARKS = (
    select(Delivery.chat_id, func.max(Delivery.sequence_to))
    .where(_CHATS, Delivery.kind == DIGEST, Delivery.state.in_((*TOLD, SENDING)))
    .group_by(Delivery.chat_id)
)
_WAITING = (
    select(
        Delivery.id,
        Delivery.chat_id,
        Delivery.due_at,
        Delivery.late,
        Chat.language,
        Chat.zone,
        Schedule.mark,
        Schedule.when_empty,
    )
    .join(Chat, Chat.id == Delivery.chat_id)
    .join(Schedule, Schedule.id == Delivery.schedule_id, isouter=True)
    .where(
        Delivery.id.in_(bindparam("b_ids", expanding=True)),
        Delivery.state == CLAIMED,
        Delivery.kind == DIGEST,
        ~select(Follow.id).where(Follow.chat_id == Delivery.chat_id).exists(),
    )
    .order_by(Delivery.id)
)


async def waiting(session: AsyncSession, ids: Collection[int]) -> list[Waiting]:
    """Of these deliveries the claimed digests of chats that follow nothing, one for each chat."""
    rows = await session.execute(_WAITING, {"b_ids": list(ids)})
    first: dict[int, Waiting] = {}
    for row in rows:
        first.setdefault(row.chat_id, Waiting(*row))
    return list(first.values())


async def marks(session: AsyncSession, chats: Collection[int]) -> dict[int, int]:
    """The library sequence up to which the digests of each chat have told."""
    rows = await session.execute(_MARKS, {"b_chats": list(chats)})
    return {row[0]: row[1] for row in rows}


async def past(
    session: AsyncSession,
    floors: Mapping[int, int],
    since: datetime,
    returned: datetime,
) -> Past:
    """What the chats were told since then; what is on its way counts as told.

    Of the articles that a chat was told only those are read which may come again: those that
    entered after the lowest mark, and those that failed somewhere since ``returned``. A chat
    without a digest before may be told older ones, too: of it all are read.

    Args:
        session: a session.
        floors: the chats, each with the mark below which its schedule tells nothing.
        since: how far back to look for what was told.
        returned: how far back to look for what failed.
    """
    chats = {"b_chats": list(floors)}
    known = frozenset(await session.scalars(_KNOWN, chats))
    tops = await marks(session, floors)
    failed: dict[int, set[int]] = {}
    for chat, number in await session.execute(_FAILED, chats | {"b_since": returned}):
        failed.setdefault(chat, set()).add(number)
    lowest = min((max(tops.get(chat, 0), floor) for chat, floor in floors.items()), default=0)
    rows = await session.execute(
        _TOLD_THINGS,
        chats
        | {
            "b_since": since,
            "b_lowest": lowest,
            "b_failed": sorted(set().union(*failed.values())),
            "b_new": [chat for chat in floors if chat not in known],
        },
    )
    things: dict[int, dict[tuple[str, int], str]] = {}
    for chat, thing, number, version in rows:
        things.setdefault(chat, {})[thing, number] = version
    return Past(
        tops,
        known,
        things,
        {chat: frozenset(numbers) for chat, numbers in failed.items()},
    )


async def write(session: AsyncSession, digests: Sequence[Filled], now: datetime) -> set[int]:
    """Write down what is about to be sent.

    Returns:
        The deliveries that were written; the others are no longer claimed, or their chats were
        told something meanwhile.
    """
    numbers = [each.delivery for each in digests]
    claimed = set(
        await session.scalars(
            select(Delivery.id)
            .where(Delivery.id.in_(numbers), Delivery.state == CLAIMED)
            .with_for_update()
        )
    )
    told = await marks(session, [each.chat_id for each in digests])
    good = [
        each
        for each in digests
        if each.delivery in claimed and told.get(each.chat_id, 0) <= each.since
    ]
    parts = [
        {
            "delivery_id": each.delivery,
            "number": number,
            "text": part.text,
            "buttons": part.buttons,
            "state": PENDING,
            "attempts": 0,
        }
        for each in good
        for number, part in enumerate(each.parts, start=1)
    ]
    items = [
        {
            "delivery_id": each.delivery,
            "thing": item.thing,
            "thing_id": item.id,
            "version": item.version,
            "reason": item.reason,
        }
        for each in good
        for item in {(item.thing, item.id): item for item in each.items}.values()
    ]
    connection = await session.connection()
    if parts:
        await connection.execute(insert(DeliveryPart.__table__), parts)  # type: ignore[arg-type]
    if items:
        await connection.execute(insert(DeliveryItem.__table__), items)  # type: ignore[arg-type]
    await _move_on(connection, good, now)
    return {each.delivery for each in good}


async def _move_on(connection: Any, digests: Sequence[Filled], now: datetime) -> None:
    statement = update(_DELIVERY).where(_DELIVERY.c.id == bindparam("b_delivery"))
    full = [each for each in digests if each.parts]
    empty = [each for each in digests if not each.parts]
    for kind, values in (
        (full, {"state": SENDING}),
        (empty, {"state": EMPTY, "finished_at": now, "holder": None, "held_until": None}),
    ):
        if kind:
            await connection.execute(
                statement.values(sequence_to=bindparam("b_until"), **values),
                [{"b_delivery": each.delivery, "b_until": each.until} for each in kind],
            )
