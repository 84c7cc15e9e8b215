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

from bot.store.models import Chat, Delivery, DeliveryItem, DeliveryPart, Follow, Schedule

# Kinds of occasions.
DIGEST, WEEKLY, ALERT = "digest", "weekly", "alert"
# States of a delivery.
CLAIMED, SENDING, SENT, EMPTY = "claimed", "sending", "sent", "empty"
FAILED, UNCERTAIN, OFFERED, MISSED = "failed", "uncertain", "offered", "missed"
PENDING = "pending"
RESENT = "resent"
"""State of a doubtful delivery that an operator had sent again, and kind of the one that was."""
UNFINISHED = (CLAIMED, SENDING)
TOLD = (SENT, UNCERTAIN, OFFERED, RESENT, EMPTY)
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


async def give_up(session: AsyncSession, delivery_id: int, now: datetime) -> str:
    """End a delivery that cannot be made; returns its final state.

    Open parts fail, doubtful ones stay so; one that was made out to be on its way is doubtful.
    """
    delivery = await load(session, delivery_id)
    if delivery.state not in UNFINISHED:
        return delivery.state
    for part in delivery.parts:
        if part.state == PENDING:
            part.state = FAILED
        elif part.state == SENDING:
            part.state = UNCERTAIN
    doubtful_parts = any(part.state == UNCERTAIN for part in delivery.parts)
    delivery.state = UNCERTAIN if doubtful_parts else FAILED
    delivery.finished_at = now
    delivery.holder = delivery.held_until = delivery.not_before = None
    return delivery.state


async def load(session: AsyncSession, delivery_id: int) -> Delivery:
    """A delivery with its parts and chat."""
    return await session.get_one(
        Delivery,
        delivery_id,
        options=[selectinload(Delivery.parts), selectinload(Delivery.chat)],
        populate_existing=True,
    )


# --- chats that cannot be reached any more -------------------------------------------------


async def pause_chat(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """The reader blocked the bot: nothing more is sent until the chat speaks again."""
    await session.execute(
        update(Chat)
        .where(Chat.id == chat_id, Chat.active.is_(True))
        .values(active=False, blocked_at=now)
    )


async def returned(session: AsyncSession, chat_id: int) -> None:
    """Note that the reader was told of the pause after his return."""
    await session.execute(update(Chat).where(Chat.id == chat_id).values(blocked_at=None))


async def migrate_chat(session: AsyncSession, chat_id: int, new_key: int) -> None:
    """A group became a supergroup: its chat goes on under the new number.

    If the new number has a chat of its own already, what is scheduled, followed and not yet
    delivered moves there.
    """
    chat = await session.get_one(Chat, chat_id)
    other = await session.scalar(select(Chat).where(Chat.bot == chat.bot, Chat.chat_key == new_key))
    if other is None:
        chat.chat_key = new_key
        return
    if other.id == chat_id:
        return
    await session.execute(
        update(Schedule).where(Schedule.chat_id == chat_id).values(chat_id=other.id)
    )
    await session.execute(
        update(Delivery)
        .where(Delivery.chat_id == chat_id, Delivery.state.in_(UNFINISHED))
        .values(chat_id=other.id)
    )
    there = {
        (row.thing, row.thing_id, row.text)
        for row in await session.scalars(select(Follow).where(Follow.chat_id == other.id))
    }
    for row in await session.scalars(select(Follow).where(Follow.chat_id == chat_id)):
        if (row.thing, row.thing_id, row.text) not in there:
            row.chat_id = other.id
    chat.active = False


# --- doubtful deliveries -------------------------------------------------------------------


async def doubtful(session: AsyncSession, chat_id: int) -> list[Delivery]:
    """Deliveries that may not have reached the chat and that it has not been told of."""
    query = (
        select(Delivery)
        .where(Delivery.chat_id == chat_id, Delivery.state == UNCERTAIN)
        .order_by(Delivery.due_at, Delivery.id)
    )
    return list(await session.scalars(query))


async def offer(session: AsyncSession, ids: Sequence[int]) -> None:
    """Note that the reader was told of doubtful deliveries."""
    await session.execute(
        update(Delivery)
        .where(Delivery.id.in_(ids), Delivery.state == UNCERTAIN)
        .values(state=OFFERED)
    )


async def resend(session: AsyncSession, delivery_id: int, now: datetime) -> Delivery:
    """The operator has the doubtful parts of a delivery sent once more, as a delivery of its own.

    Raises:
        LookupError: if there is no such delivery, or nothing of it is in doubt.
    """
    old = await session.get(
        Delivery, delivery_id, options=[selectinload(Delivery.parts)], with_for_update=True
    )
    if old is None:
        raise LookupError(f"there is no delivery {delivery_id}")
    parts = [part for part in old.parts if part.state == UNCERTAIN]
    if old.state not in (UNCERTAIN, OFFERED) or not parts:
        raise LookupError(f"delivery {delivery_id} is not in doubt: it is {old.state}")
    new = Delivery(
        chat_id=old.chat_id,
        schedule_id=old.schedule_id,
        kind=RESENT,
        key=str(old.id),
        thread=old.thread,
        local_date=old.local_date,
        due_at=old.due_at,
        late=True,
        state=SENDING,
        sequence_to=old.sequence_to,
        created_at=now,
        parts=[
            DeliveryPart(number=number, text=part.text, buttons=part.buttons, state=PENDING)
            for number, part in enumerate(parts, start=1)
        ],
    )
    session.add(new)
    old.state = RESENT
    await session.flush()
    return new


@dataclass(frozen=True, slots=True)
class Doubt:
    """A delivery in doubt, for the operator. ``chat_key`` is the transport's number."""

    id: int
    bot: str
    chat_key: int
    kind: str
    due_at: datetime
    state: str


async def in_doubt(session: AsyncSession) -> list[Doubt]:
    """Every delivery that may not have arrived and was not sent again, the oldest first."""
    rows = await session.execute(
        select(Delivery.id, Chat.bot, Chat.chat_key, Delivery.kind, Delivery.due_at, Delivery.state)
        .join(Chat, Chat.id == Delivery.chat_id)
        .where(Delivery.state.in_((UNCERTAIN, OFFERED)))
        .order_by(Delivery.due_at, Delivery.id)
    )
    return [Doubt(*row) for row in rows]


async def counts(session: AsyncSession) -> dict[str, int]:
    """How many deliveries are in each state, for the operator."""
    rows = await session.execute(select(Delivery.state, func.count()).group_by(Delivery.state))
    return {row[0]: row[1] for row in rows}
