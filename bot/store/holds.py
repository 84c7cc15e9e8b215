"""Who sends a delivery now, and how far it got.

Several processes may look for work in one database. A process *takes* unfinished deliveries by
writing its name and a time into them; until then nobody else takes them. Before a part leaves, it
is checked in the same transaction that the delivery is still ours, and the hold is prolonged. A
part found in ``sending`` when a delivery is taken may have arrived: it becomes ``uncertain``.

On SQLite a write transaction is alone, on PostgreSQL rows are locked and those that another
process has locked are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, case, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.deliveries import CLAIMED, FAILED, PENDING, SENDING, SENT, UNCERTAIN, UNFINISHED
from bot.store.models import Chat, Delivery, DeliveryPart, Schedule

ENDED = "the process that sent it ended before its answer came"
BLOCKED = "the bot is blocked"

_PART: Table = DeliveryPart.__table__  # type: ignore[assignment]
_DELIVERY: Table = Delivery.__table__  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A message that has not left yet."""

    id: int
    text: str
    buttons: list[list[list[str]]]
    attempts: int


@dataclass(frozen=True, slots=True)
class Held:
    """A delivery as its sender needs it: the parts that are still to be sent, in order.

    ``chat_id`` is our row's id, ``chat_key`` the transport's number.
    """

    id: int
    chat_id: int
    chat_key: int
    active: bool
    thread: int | None
    schedule_id: int | None
    state: str
    held_until: datetime | None
    parts: tuple[HeldPart, ...] = ()


@dataclass(frozen=True, slots=True)
class PartEnd:
    """What became of a part that was tried."""

    part: int
    state: str
    message_id: int | None = None
    error: str | None = None


_OPEN = (
    select(_DELIVERY.c.id)
    .join(Chat, Chat.id == _DELIVERY.c.chat_id)
    .where(
        _DELIVERY.c.state == bindparam("b_state"),
        Chat.bot == bindparam("b_bot"),
        or_(_DELIVERY.c.held_until.is_(None), _DELIVERY.c.held_until <= bindparam("b_now")),
        or_(_DELIVERY.c.not_before.is_(None), _DELIVERY.c.not_before <= bindparam("b_now")),
        _DELIVERY.c.id.not_in(bindparam("b_busy", expanding=True)),
    )
    .order_by(_DELIVERY.c.id)
    .limit(bindparam("b_limit"))
    .with_for_update(of=_DELIVERY, skip_locked=True)
)
_TAKE = (
    update(_DELIVERY)
    .where(_DELIVERY.c.id.in_(bindparam("b_ids", expanding=True)))
    .values(holder=bindparam("b_holder"), held_until=bindparam("b_until"), not_before=None)
)
# What was on its way when its sender ended may have arrived.
_DOUBT = (
    update(_PART)
    .where(_PART.c.delivery_id.in_(bindparam("b_ids", expanding=True)), _PART.c.state == SENDING)
    .values(state=UNCERTAIN, error=ENDED)
)
_HEADS = (
    select(
        _DELIVERY.c.id,
        _DELIVERY.c.chat_id,
        Chat.chat_key,
        Chat.active,
        _DELIVERY.c.thread,
        _DELIVERY.c.schedule_id,
        _DELIVERY.c.state,
        _DELIVERY.c.held_until,
    )
    .join(Chat, Chat.id == _DELIVERY.c.chat_id)
    .where(_DELIVERY.c.id.in_(bindparam("b_ids", expanding=True)))
)
_PARTS = (
    select(_PART.c.delivery_id, _PART.c.id, _PART.c.text, _PART.c.buttons, _PART.c.attempts)
    .where(_PART.c.delivery_id.in_(bindparam("b_ids", expanding=True)), _PART.c.state == PENDING)
    .order_by(_PART.c.delivery_id, _PART.c.number)
)


async def take(
    session: AsyncSession,
    bot: str,
    holder: str,
    now: datetime,
    until: datetime,
    limit: int,
    busy: Collection[int] = (),
) -> list[int]:
    """Take up to ``limit`` unfinished deliveries of a bot; returns their ids.

    Those begun come first, then the oldest. ``busy`` are ids that this process is working on.
    """
    taken: list[int] = []
    for state in (SENDING, CLAIMED):
        if len(taken) == limit:
            break
        rows = await session.scalars(
            _OPEN,
            {
                "b_state": state,
                "b_bot": bot,
                "b_now": now,
                "b_busy": list(busy),
                "b_limit": limit - len(taken),
            },
        )
        taken += rows
    if taken:
        connection = await session.connection()
        await connection.execute(_TAKE, {"b_ids": taken, "b_holder": holder, "b_until": until})
        await connection.execute(_DOUBT, {"b_ids": taken})
    return taken


async def load(session: AsyncSession, ids: Sequence[int]) -> list[Held]:
    """Deliveries with the parts that are still to be sent, in the order of ``ids``."""
    connection = await session.connection()
    rows = await connection.execute(_HEADS, {"b_ids": list(ids)})
    heads = {row.id: Held(*row) for row in rows}
    open_: dict[int, list[HeldPart]] = {}
    for delivery, *part in await connection.execute(_PARTS, {"b_ids": list(ids)}):
        open_.setdefault(delivery, []).append(HeldPart(*part))
    return [replace(heads[id_], parts=tuple(open_.get(id_, ()))) for id_ in ids if id_ in heads]


_OURS = (
    select(_DELIVERY.c.id)
    .where(_DELIVERY.c.id == _PART.c.delivery_id, _DELIVERY.c.holder == bindparam("b_holder"))
    .exists()
)
_BEGIN = (
    update(_PART)
    .where(_PART.c.id.in_(bindparam("b_parts", expanding=True)), _OURS)
    .values(state=SENDING, attempts=_PART.c.attempts + 1, error=None)
    .returning(_PART.c.id)
)
_PROLONG = (
    update(_DELIVERY)
    .where(
        _DELIVERY.c.id.in_(bindparam("b_ids", expanding=True)),
        _DELIVERY.c.holder == bindparam("b_holder"),
    )
    .values(held_until=bindparam("b_until"))
)


def begin(connection: Connection, holder: str, parts: Collection[int]) -> set[int]:
    """Parts are about to leave; returns those whose deliveries are still ours."""
    rows = connection.execute(_BEGIN, {"b_parts": list(parts), "b_holder": holder})
    return set(rows.scalars())


def prolong(connection: Connection, holder: str, ids: Collection[int], until: datetime) -> None:
    """Hold deliveries that are ours until a later time."""
    connection.execute(_PROLONG, {"b_ids": list(ids), "b_holder": holder, "b_until": until})


_END = (
    update(_PART)
    .where(_PART.c.id == bindparam("b_part"))
    .values(state=bindparam("b_to"), message_id=bindparam("b_number"), error=bindparam("b_why"))
)
# Many rows are written by one call: a list with IN could not be.
_ARRIVED = _END.where(or_(_PART.c.state == SENDING, _PART.c.state == UNCERTAIN))
# A part of a blocked chat fails without having been begun.
_ENDED = _END.where(or_(_PART.c.state == SENDING, _PART.c.state == PENDING))


def end(connection: Connection, ends: Iterable[PartEnd]) -> None:
    """Write down what became of parts.

    That a part arrived is true also where another process had to take it for doubtful meanwhile;
    anything else is written only by the one who was sending it.
    """
    arrived: list[dict[str, Any]] = []
    other: list[dict[str, Any]] = []
    for each in ends:
        row = {
            "b_part": each.part,
            "b_to": each.state,
            "b_number": each.message_id,
            "b_why": each.error,
        }
        (arrived if each.state == SENT else other).append(row)
    if arrived:
        connection.execute(_ARRIVED, arrived)
    if other:
        connection.execute(_ENDED, other)


def _has(*states: str) -> ColumnElement[bool]:
    parts = select(_PART.c.id).where(_PART.c.delivery_id == _DELIVERY.c.id)
    # Not the bare column: SQLite would look through all parts of that state, not of the delivery.
    return (parts.where(_PART.c.state.concat("").in_(states)) if states else parts).exists()


_FINISH = (
    update(_DELIVERY)
    .where(
        _DELIVERY.c.id.in_(bindparam("b_ids", expanding=True)),
        # A late answer clears up what another process had to write down as doubtful.
        or_(
            _DELIVERY.c.state == UNCERTAIN,
            and_(_DELIVERY.c.state.in_(UNFINISHED), _DELIVERY.c.holder == bindparam("b_holder")),
        ),
        ~_has(PENDING, SENDING),
    )
    .values(
        state=case((_has(UNCERTAIN), UNCERTAIN), (or_(_has(FAILED), ~_has()), FAILED), else_=SENT),
        finished_at=bindparam("b_now"),
        holder=None,
        held_until=None,
        not_before=None,
    )
    .returning(_DELIVERY.c.id, _DELIVERY.c.state)
)


def finish(
    connection: Connection, holder: str, ids: Collection[int], now: datetime
) -> dict[int, str]:
    """Settle deliveries by their parts, and let them go; returns the final states.

    Left alone are those with open parts, and those that another process works on.
    """
    rows = connection.execute(_FINISH, {"b_ids": list(ids), "b_holder": holder, "b_now": now})
    return {row.id: row.state for row in rows}


_PUT_OFF = (
    update(_DELIVERY)
    .where(_DELIVERY.c.id == bindparam("b_delivery"), _DELIVERY.c.holder == bindparam("b_holder"))
    .values(holder=None, held_until=None, not_before=bindparam("b_until"))
)


def put_off(connection: Connection, holder: str, until: Mapping[int, datetime | None]) -> None:
    """Let deliveries go, to be taken again by whoever is first, and not before a time."""
    connection.execute(
        _PUT_OFF,
        [
            {"b_delivery": id_, "b_holder": holder, "b_until": moment}
            for id_, moment in until.items()
        ],
    )


async def free(session: AsyncSession, bot: str, gone: Callable[[str], bool]) -> int:
    """Take the holds away from processes that are known to be gone; returns how many processes."""
    holders = await session.scalars(
        select(Delivery.holder)
        .join(Chat, Chat.id == Delivery.chat_id)
        .where(Delivery.state.in_(UNFINISHED), Delivery.holder.is_not(None), Chat.bot == bot)
        .distinct()
    )
    dead = [holder for holder in holders if holder is not None and gone(holder)]
    if dead:
        await session.execute(
            update(_DELIVERY)
            .where(_DELIVERY.c.holder.in_(dead), _DELIVERY.c.state.in_(UNFINISHED))
            .values(holder=None, held_until=None)
        )
    return len(dead)


async def forget_thread(session: AsyncSession, delivery: int, schedule: int | None) -> None:
    """A forum topic is there no more: what went to it goes to the chat."""
    await session.execute(update(_DELIVERY).where(_DELIVERY.c.id == delivery).values(thread=None))
    if schedule is not None:
        await session.execute(update(Schedule).where(Schedule.id == schedule).values(thread=None))
