"""Schedules, and what was delivered on which occasion.

The policy is *at most once per part, and never silently lost*. An occasion is claimed by inserting
its delivery under a unique key; its parts go pending → sending → sent | failed | uncertain, and
each step is committed before the next is begun. A part found in ``sending`` by a new process may
have arrived: it becomes uncertain and is never sent again by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.store import library
from bot.store.models import Article, Chat, Delivery, DeliveryItem, DeliveryPart, Schedule

DIGEST = "digest"
# States of a delivery.
CLAIMED, SENDING, SENT, EMPTY = "claimed", "sending", "sent", "empty"
FAILED, UNCERTAIN, OFFERED, MISSED = "failed", "uncertain", "offered", "missed"
PENDING = "pending"
UNFINISHED = (CLAIMED, SENDING)
TOLD = (SENT, UNCERTAIN, OFFERED, EMPTY)
"""States after which what a delivery held counts as told; a failed one's items return."""


@dataclass(frozen=True, slots=True)
class NewPart:
    """A message to be sent: its text as rendered, and its rows of buttons as plain data."""

    text: str
    buttons: list[list[list[str]]]


# --- schedules -----------------------------------------------------------------------------


async def schedules(session: AsyncSession, chat_id: int) -> list[Schedule]:
    """The active schedules of a chat, by time of day."""
    query = (
        select(Schedule)
        .where(Schedule.chat_id == chat_id, Schedule.active.is_(True))
        .order_by(Schedule.local_time, Schedule.id)
    )
    return list(await session.scalars(query))


async def subscribe(
    session: AsyncSession,
    chat_id: int,
    *,
    local_time: time,
    weekdays: int,
    zone: str,
    next_due_at: datetime,
    mark: int,
) -> tuple[Schedule, bool]:
    """Add a schedule; one for the same time and zone is changed instead.

    Returns:
        The schedule, and whether it is new.
    """
    for schedule in await schedules(session, chat_id):
        if schedule.local_time == local_time and schedule.zone == zone:
            if schedule.weekdays != weekdays:
                schedule.weekdays = weekdays
                schedule.revision += 1
                schedule.next_due_at = next_due_at
            return schedule, False
    schedule = Schedule(
        chat_id=chat_id,
        local_time=local_time,
        weekdays=weekdays,
        zone=zone,
        next_due_at=next_due_at,
        mark=mark,
    )
    session.add(schedule)
    await session.flush()
    return schedule, True


async def unsubscribe(
    session: AsyncSession,
    chat_id: int,
    local_time: time | None = None,
    schedule_id: int | None = None,
) -> int:
    """End all schedules of a chat, or those of one time of day, or one; returns how many."""
    ended = 0
    for schedule in await schedules(session, chat_id):
        right_time = local_time is None or schedule.local_time == local_time
        if right_time and schedule_id in (None, schedule.id):
            schedule.active = False
            ended += 1
    return ended


async def due_schedules(
    session: AsyncSession, bot: str, now: datetime, limit: int = 100
) -> list[Schedule]:
    """Active schedules of this bot's active chats that are due, the longest due first."""
    query = (
        select(Schedule)
        .join(Schedule.chat)
        .options(selectinload(Schedule.chat))
        .where(
            Schedule.active.is_(True),
            Schedule.next_due_at <= now,
            Chat.bot == bot,
            Chat.active.is_(True),
        )
        .order_by(Schedule.next_due_at, Schedule.id)
        .limit(limit)
    )
    return list(await session.scalars(query))


# --- deliveries ----------------------------------------------------------------------------


def occasion_key(schedule: Schedule, day: date) -> str:
    """The key of a schedule's occasion on a local date."""
    return f"{schedule.id}:{schedule.revision}:{day.isoformat()}"


async def claim(
    session: AsyncSession,
    schedule: Schedule,
    day: date,
    due_at: datetime,
    now: datetime,
    state: str = CLAIMED,
) -> Delivery | None:
    """Claim an occasion, or ``None`` if somebody has it already."""
    delivery = Delivery(
        chat_id=schedule.chat_id,
        schedule_id=schedule.id,
        kind=DIGEST,
        key=occasion_key(schedule, day),
        local_date=day,
        due_at=due_at,
        state=state,
        created_at=now,
        finished_at=now if state == MISSED else None,
    )
    try:
        async with session.begin_nested():
            session.add(delivery)
    except IntegrityError:
        return None
    return delivery


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


async def prepare(
    session: AsyncSession,
    delivery_id: int,
    parts: Sequence[NewPart],
    items: Iterable[tuple[str, int]],
    sequence_to: int,
    now: datetime,
) -> Delivery:
    """Write down what is about to be sent; without parts the delivery is done, and empty."""
    delivery = await session.get_one(Delivery, delivery_id, options=[selectinload(Delivery.parts)])
    delivery.sequence_to = sequence_to
    for number, part in enumerate(parts, start=1):
        delivery.parts.append(
            DeliveryPart(number=number, text=part.text, buttons=part.buttons, state=PENDING)
        )
    for thing, thing_id in dict.fromkeys(items):
        session.add(DeliveryItem(delivery_id=delivery_id, thing=thing, thing_id=thing_id))
    delivery.state = SENDING if parts else EMPTY
    if not parts:
        delivery.finished_at = now
    return delivery


async def set_part(
    session: AsyncSession,
    part_id: int,
    state: str,
    *,
    message_id: int | None = None,
    error: str | None = None,
) -> None:
    """Move a part to a state; ``sending`` counts an attempt."""
    values: dict[str, object] = {"state": state, "error": error}
    if message_id is not None:
        values["message_id"] = message_id
    if state == SENDING:
        values["attempts"] = DeliveryPart.attempts + 1
    await session.execute(update(DeliveryPart).where(DeliveryPart.id == part_id).values(**values))


async def finish(session: AsyncSession, delivery_id: int, now: datetime) -> str | None:
    """Settle a delivery by its parts; returns its final state, ``None`` while parts are open."""
    delivery = await session.get_one(
        Delivery,
        delivery_id,
        options=[selectinload(Delivery.parts)],
        populate_existing=True,
    )
    if delivery.state == EMPTY:
        return EMPTY
    states = {part.state for part in delivery.parts}
    if states & {PENDING, SENDING}:
        return None
    if UNCERTAIN in states:
        delivery.state = UNCERTAIN
    elif FAILED in states:
        delivery.state = FAILED
    else:
        delivery.state = SENT
    delivery.finished_at = now
    return delivery.state


async def recover(session: AsyncSession, bot: str) -> list[int]:
    """After a start: parts that a dead process was sending become uncertain.

    Returns:
        The ids of the unfinished deliveries of this bot, for the sender to go on with.
    """
    query = (
        select(Delivery)
        .join(Delivery.chat)
        .where(Delivery.state.in_(UNFINISHED), Chat.bot == bot)
        .options(selectinload(Delivery.parts))
        .order_by(Delivery.id)
    )
    deliveries = list(await session.scalars(query))
    for delivery in deliveries:
        for part in delivery.parts:
            if part.state == SENDING:
                part.state, part.error = UNCERTAIN, "the sending process ended"
    return [delivery.id for delivery in deliveries]


async def give_up(session: AsyncSession, delivery_id: int) -> None:
    """Fail a delivery that cannot be made; open parts fail with it, doubtful ones stay so."""
    delivery = await load(session, delivery_id)
    for part in delivery.parts:
        if part.state == PENDING:
            part.state = FAILED
        elif part.state == SENDING:
            part.state = UNCERTAIN
    doubtful_parts = any(part.state == UNCERTAIN for part in delivery.parts)
    delivery.state = UNCERTAIN if doubtful_parts else FAILED


async def load(session: AsyncSession, delivery_id: int) -> Delivery:
    """A delivery with its parts and chat."""
    return await session.get_one(
        Delivery,
        delivery_id,
        options=[selectinload(Delivery.parts), selectinload(Delivery.chat)],
        populate_existing=True,
    )


async def deactivate_chat(session: AsyncSession, chat_id: int) -> None:
    """The reader blocked the bot: nothing more is sent until the chat speaks again."""
    await session.execute(update(Chat).where(Chat.id == chat_id).values(active=False))


async def migrate_chat(session: AsyncSession, chat_id: int, new_key: int) -> None:
    """A group became a supergroup: its chat goes on under the new number.

    If the new number has a chat of its own already, the schedules move there.
    """
    chat = await session.get_one(Chat, chat_id)
    other = await session.scalar(select(Chat).where(Chat.bot == chat.bot, Chat.chat_key == new_key))
    if other is None:
        chat.chat_key = new_key
        return
    await session.execute(
        update(Schedule).where(Schedule.chat_id == chat_id).values(chat_id=other.id)
    )
    chat.active = False


# --- doubtful deliveries -------------------------------------------------------------------


async def doubtful(session: AsyncSession, chat_id: int) -> list[Delivery]:
    """Deliveries that may not have reached the chat and that it has not been told of."""
    query = (
        select(Delivery)
        .where(Delivery.chat_id == chat_id, Delivery.state == UNCERTAIN)
        .order_by(Delivery.due_at)
    )
    return list(await session.scalars(query))


async def offer(session: AsyncSession, deliveries: Sequence[Delivery]) -> None:
    """Note that the reader was told of doubtful deliveries."""
    ids = [delivery.id for delivery in deliveries]
    await session.execute(update(Delivery).where(Delivery.id.in_(ids)).values(state=OFFERED))


async def counts(session: AsyncSession) -> dict[str, int]:
    """How many deliveries are in each state, for the operator."""
    rows = await session.execute(select(Delivery.state, func.count()).group_by(Delivery.state))
    return dict(rows.tuples().all())
