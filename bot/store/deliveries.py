"""What is delivered on an occasion, and what became of it.

The policy is *at most once per part, and never silently lost*. An occasion is claimed by inserting
its delivery under a unique key; its parts go pending → sending → sent | failed | uncertain, and
each step is committed before the next is begun. A part found in ``sending`` by a new process may
have arrived: it becomes uncertain and is never sent again by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.store.models import Chat, Delivery, DeliveryItem, DeliveryPart, Schedule

# Kinds of occasions.
DIGEST, WEEKLY, ALERT = "digest", "weekly", "alert"
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


@dataclass(frozen=True, slots=True)
class NewItem:
    """A thing that a delivery tells, in which version, and why it stands where it stands."""

    thing: str
    id: int
    version: str = ""
    reason: str = ""


async def prepare(
    session: AsyncSession,
    delivery_id: int,
    parts: Sequence[NewPart],
    items: Iterable[NewItem],
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
    for item in {(item.thing, item.id): item for item in items}.values():
        session.add(
            DeliveryItem(
                delivery_id=delivery_id,
                thing=item.thing,
                thing_id=item.id,
                version=item.version,
                reason=item.reason,
            )
        )
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
