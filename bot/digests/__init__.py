"""Scheduled digests: when they are due, what is written down, how it is sent.

``schedule`` computes times, ``request`` reads what a reader asks for, ``outbox`` claims occasions
and fills them, ``sender`` sends, ``ticker`` drives both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from telegram import Bot

from bot.briefings import Briefings
from bot.digests.limits import Limits
from bot.digests.outbox import Outbox
from bot.digests.request import BadTime, BadZone, Wish, find_zone, parse_wish
from bot.digests.schedule import next_occasion
from bot.digests.sender import Sender
from bot.digests.ticker import INTERVAL, Ticker
from bot.settings import Settings
from bot.store import schedules, told
from bot.store.database import Database
from bot.store.models import Schedule

__all__ = [
    "INTERVAL",
    "BadTime",
    "BadZone",
    "Subscription",
    "Ticker",
    "Wish",
    "find_zone",
    "make_ticker",
    "parse_wish",
    "subscribe",
    "subscriptions",
    "unsubscribe",
]

FIRST_DIGEST = timedelta(days=3)
"""How far back the first digest of a new schedule looks."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A schedule as a reader is told of it; ``next_run`` stands in the schedule's own zone."""

    id: int
    local_time: time
    weekdays: int
    zone: ZoneInfo
    next_run: datetime
    new: bool = False


def _subscription(schedule: Schedule, *, new: bool = False) -> Subscription:
    zone = ZoneInfo(schedule.zone)
    next_run = schedule.next_due_at.astimezone(zone)
    return Subscription(schedule.id, schedule.local_time, schedule.weekdays, zone, next_run, new)


async def subscribe(db: Database, chat_id: int, wish: Wish, now: datetime) -> Subscription:
    """Add a schedule to a chat (``chat_id`` is our row's id), or change that of the same time."""
    due = next_occasion(wish.local_time, wish.weekdays, wish.zone, now)
    async with db.write() as session:
        schedule, new = await schedules.subscribe(
            session,
            chat_id,
            local_time=wish.local_time,
            weekdays=wish.weekdays,
            zone=wish.zone.key,
            next_due_at=due.at,
            mark=await told.first_mark(session, now - FIRST_DIGEST),
        )
        return _subscription(schedule, new=new)


async def subscriptions(db: Database, chat_id: int) -> list[Subscription]:
    """The schedules of a chat."""
    async with db.read() as session:
        return [_subscription(row) for row in await schedules.of_chat(session, chat_id)]


async def unsubscribe(
    db: Database, chat_id: int, local_time: time | None = None, schedule_id: int | None = None
) -> int:
    """End all schedules of a chat, or those of one time of day, or one; returns how many."""
    async with db.write() as session:
        return await schedules.unsubscribe(session, chat_id, local_time, schedule_id)


def make_ticker(
    db: Database,
    briefings: Briefings,
    bot: Bot,
    identity: str,
    settings: Settings,
    clock: Callable[[], datetime],
) -> Ticker:
    """Put the ticker of one bot together; ``identity`` is the ``bot`` column of its chats."""
    outbox = Outbox(
        db,
        briefings,
        identity,
        catch_up=timedelta(hours=settings.catch_up_hours),
        clock=clock,
        default_language=settings.language,
    )
    return Ticker(db, outbox, Sender(db, bot, Limits(), clock), identity)
