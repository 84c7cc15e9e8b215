"""``digest preview``: what a chat's digest tells, and why each thing stands where it stands."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.text import Text

from bot.cli.failures import Failure, Status
from bot.settings import Settings

Say = Callable[..., None]

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.store.models import Chat, Delivery, Schedule


def preview(settings: Settings, chat: str, language: str | None, at: str = "") -> Status:
    """Print the digest that would go out at a time, or went out: nothing is sent, nothing moved.

    Args:
        settings: the settings.
        chat: its number, or the name of a local chat.
        language: ``vi``, ``en`` or ``both``; the chat's own where it is not given.
        at: a local time, ``2026-12-01T07:00`` or ``07:00``; now where it is empty.

    Raises:
        Failure: if ``chat`` is a number that the library does not know.
        ValueError: if ``at`` is no time; see :func:`is_moment`.
        DatabaseError: if the database cannot be used.
    """
    asyncio.run(_preview(settings, chat, language, at))
    return Status.DONE


def is_moment(text: str) -> bool:
    """Whether :func:`read_moment` can read a text."""
    try:
        read_moment(text, datetime.now(UTC), ZoneInfo("UTC"))
    except ValueError:
        return False
    return True


def read_moment(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """A local moment: a date with a time, or a time of day (the next such).

    Raises:
        ValueError: if it is none.
    """
    if not text:
        return now
    local = now.astimezone(zone)
    if "-" in text:
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    found = datetime.combine(local.date(), time.fromisoformat(text), zone)
    return found if found >= local else found + timedelta(days=1)


async def _preview(settings: Settings, name: str, language: str | None, at: str) -> None:
    from bot.briefings import Briefings
    from bot.digests.outbox import Outbox
    from bot.render.sheets import View
    from bot.render.text import render
    from bot.store import library, schedules, told
    from bot.store.database import Database

    console = Console(soft_wrap=True, highlight=False)
    now = datetime.now(UTC)

    def say(line: str, style: str = "dim") -> None:
        console.print(Text(line, style))

    db = Database(settings.url)
    await db.open()
    try:
        briefings = Briefings(db, lambda: now.astimezone(settings.tz).date())
        async with db.read() as session:
            chat = await _find(session, name, now, settings)
            rows = await schedules.of_chat(session, chat.id) if chat.id else []
            moment = read_moment(at, now, ZoneInfo(rows[0].zone if rows else chat.zone))
            if moment < now - timedelta(minutes=1):
                await _show_sent(session, chat, moment, say)
                return
            outbox = Outbox(
                db, briefings, chat.bot, catch_up=timedelta(), clock=lambda: moment,
                default_language=settings.language,
            )  # fmt: skip
            delivery = _would_be(chat, rows, moment)
            _describe(name, chat, rows, moment, say)
            if chat.id:
                order = await outbox.order(session, delivery)
            else:
                since = await told.first_mark(session, moment - timedelta(days=3))
                order = await outbox.first_order(session, since, moment, ZoneInfo(chat.zone))
            until = await library.last_sequence(session)
        card = await briefings.digest(
            order.since, until, on_demand=False, reader=order.reader, edition=order.edition,
            short=_spoken(language, order.language) == "both", explain=True,
        )  # fmt: skip
    finally:
        await db.close()
    say(f"From article sequence {order.since + 1} to {until}, without backfill and starters.\n")
    if (card.empty or not order.news) and not order.always:
        say("Nothing new: nothing would be sent.", "")
        if card.left_out:
            say(render(replace(card, items=(), conferences=()), _spoken(language, order.language),
                       View.PREVIEW), "")  # fmt: skip
        return
    say(render(card, _spoken(language, order.language), View.PREVIEW), "")


def _spoken(asked: str | None, own: str) -> str:
    return asked or own


async def _find(session: AsyncSession, name: str, now: datetime, settings: Settings) -> Chat:
    """The chat of a name or number; for a local name that is not there yet, a chat as it begins."""
    from sqlalchemy import select

    from bot.localchat.ledger import chat_number
    from bot.store.models import Chat

    given = name.removeprefix("-").isdecimal()
    key = int(name) if given else chat_number(name)
    chat = await session.scalar(select(Chat).where(Chat.chat_key == key))
    if chat is None and given:
        raise Failure("no such chat has written to the bot", subject=f"--chat {name}")
    return chat or Chat(
        bot="local", chat_key=key, language="", zone=settings.zone, created_at=now,
        quiet_weekdays=0, quiet_dates=[],
    )  # fmt: skip


def _would_be(chat: Chat, rows: list[Schedule], moment: datetime) -> Delivery:
    """The delivery that would be claimed at a moment: of the schedule that comes next to it."""
    from bot.digests.schedule import instant
    from bot.store.deliveries import CLAIMED, DIGEST
    from bot.store.models import Delivery

    def distance(row: Schedule) -> float:
        zone = ZoneInfo(row.zone)
        due = instant(moment.astimezone(zone).date(), row.local_time, zone)
        return abs((due - moment).total_seconds())

    nearest = min(rows, key=distance, default=None)
    day: date = moment.astimezone(ZoneInfo(nearest.zone if nearest else chat.zone)).date()
    return Delivery(
        chat_id=chat.id, chat=chat, schedule_id=nearest.id if nearest else None,
        kind=nearest.kind if nearest else DIGEST, key="preview", local_date=day, due_at=moment,
        state=CLAIMED, late=False, created_at=moment,
    )  # fmt: skip


def _describe(name: str, chat: Chat, rows: list[Schedule], moment: datetime, say: Say) -> None:
    from bot.digests.rest import Rest, upcoming

    rest = Rest.of(chat)
    for row in rows:
        zone = ZoneInfo(row.zone)
        due, kept = upcoming(row, rest, moment - timedelta(seconds=1))
        when = f"{due.at.astimezone(zone):%Y-%m-%d %H:%M %Z} ({row.zone})"
        empty = ", also with nothing new" if row.when_empty == "always" else ""
        say(f"Next {row.kind} of {name}: {when if kept else 'never, all are quiet days'}{empty}")
    if not rows:
        why = "has no schedule" if chat.id else "has not written to the bot yet"
        say(f"{name} {why}; this is what a first digest would tell.")
    day = moment.astimezone(ZoneInfo(rows[0].zone if rows else chat.zone)).date()
    if rest.covers(day):
        say(f"{day} is a paused or quiet day: nothing would be sent on it.", "yellow")


async def _show_sent(session: AsyncSession, chat: Chat, moment: datetime, say: Say) -> None:
    """What was sent at a time that is past, with the reasons that were written down."""
    from sqlalchemy import select
    from sqlalchemy.orm import selectinload

    from bot.render.messages import Message
    from bot.store.models import Delivery, DeliveryItem

    query = (
        select(Delivery)
        .where(Delivery.chat_id == chat.id, Delivery.due_at <= moment + timedelta(minutes=1))
        .order_by(Delivery.due_at.desc())
        .options(selectinload(Delivery.parts))
        .limit(1)
    )
    delivery = await session.scalar(query) if chat.id else None
    if delivery is None:
        say("Nothing was due by then.", "")
        return
    late = ", late" if delivery.late else ""
    say(f"The {delivery.kind} due {delivery.due_at:%Y-%m-%d %H:%M} UTC: {delivery.state}{late}\n")
    for part in delivery.parts:
        say(Message(part.text).plain + "\n", "")
    items = await session.scalars(
        select(DeliveryItem)
        .where(DeliveryItem.delivery_id == delivery.id)
        .order_by(DeliveryItem.id)
    )
    for item in items:
        say(f"{item.thing} {item.thing_id}: {item.reason or 'no reason was kept'}")
