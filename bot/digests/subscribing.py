"""What a reader may do with the digests of a chat: ask for them, move them, rest, end them.

All work inside the caller's write transaction. A change of time, days or zone raises a schedule's
revision, which is part of its occasions' key: moved later on a day, it runs again on that day, and
tells only what has come in since. Moved to a time that has passed on a day on which it has not run
yet, it runs at once: no day's digest is lost by moving it.

A chat has one review of the week, and one a week: moved or begun anew after it ran, it runs again
in the next week.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.digests.request import Wish
from bot.digests.rest import Rest, read_dates, upcoming
from bot.digests.schedule import EVERY_DAY, next_occasion
from bot.store import follows, schedules, told
from bot.store.deliveries import WEEKLY
from bot.store.models import Chat, Schedule

FIRST_DIGEST = timedelta(days=3)
"""How far back the first digest of a new schedule looks."""
MOST = 20
"""Schedules that one chat may have."""


class TooMany(Exception):
    """The chat has as many schedules as it may have."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A schedule as a reader is told of it; ``next_run`` stands in the schedule's own zone.

    ``next_run`` is ``None`` where all its days are days of rest.
    """

    id: int
    kind: str
    local_time: time
    weekdays: int
    zone: ZoneInfo
    always: bool
    next_run: datetime | None
    new: bool = False


def _subscription(
    schedule: Schedule, rest: Rest, now: datetime, *, new: bool = False
) -> Subscription:
    zone = ZoneInfo(schedule.zone)
    if schedule.next_due_at <= now:  # about to run
        at, kept = schedule.next_due_at, True
    else:
        occasion, kept = upcoming(schedule, rest, now)
        at = occasion.at
    return Subscription(
        schedule.id,
        schedule.kind,
        schedule.local_time,
        schedule.weekdays,
        zone,
        schedule.when_empty == "always",
        at.astimezone(zone) if kept else None,
        new,
    )


async def of_chat(session: AsyncSession, chat_id: int, now: datetime) -> list[Subscription]:
    """The schedules of a chat (``chat_id`` is our row's id), by time of day."""
    rest = Rest.of(await session.get_one(Chat, chat_id))
    return [
        _subscription(row, await _rest_for(session, row, rest), now)
        for row in await schedules.of_chat(session, chat_id)
    ]


async def subscribe(
    session: AsyncSession, chat_id: int, wish: Wish, now: datetime, thread: int | None = None
) -> Subscription:
    """Add a schedule to a chat, or change that of the same kind, time and zone.

    A review of the week changes the one that the chat has. It comes in the forum topic in which it
    was last asked for.

    Raises:
        TooMany: if the chat has :data:`MOST` of them.
    """
    rest = Rest.of(await session.get_one(Chat, chat_id))
    there = await schedules.of_chat(session, chat_id)
    review = await schedules.review(session, chat_id) if wish.kind == WEEKLY else None
    if review is not None and (review.active or len(there) < MOST):
        return await _take_up(session, review, rest, wish, now, thread)
    for row in there:
        same = (row.kind, row.local_time, row.zone) == (wish.kind, wish.local_time, wish.zone.key)
        if same:
            _apply(row, rest, now, weekdays=wish.weekdays)
            row.when_empty = wish.when_empty or row.when_empty
            row.thread = thread
            return _subscription(row, rest, now)
    if len(there) >= MOST:
        raise TooMany
    row = Schedule(
        chat_id=chat_id,
        kind=wish.kind,
        local_time=wish.local_time,
        weekdays=wish.weekdays,
        zone=wish.zone.key,
        when_empty=wish.when_empty or "news",
        thread=thread,
        next_due_at=next_occasion(wish.local_time, wish.weekdays, wish.zone, now).at,
        mark=await told.first_mark(session, now - FIRST_DIGEST),
    )
    row.next_due_at = upcoming(row, rest, now)[0].at
    session.add(row)
    await session.flush()
    return _subscription(row, rest, now, new=True)


async def _take_up(
    session: AsyncSession,
    row: Schedule,
    rest: Rest,
    wish: Wish,
    now: datetime,
    thread: int | None,
) -> Subscription:
    """Change the review of a chat, or begin it anew: its weeks that were told are told."""
    new = not row.active
    rest = await _rest_for(session, row, rest)
    if new:
        row.active, row.when_empty = True, "news"
        row.local_time, row.weekdays, row.zone = wish.local_time, wish.weekdays, wish.zone.key
        row.revision += 1
        row.next_due_at = upcoming(row, rest, now)[0].at
    else:
        _apply(
            row, rest, now,
            local_time=wish.local_time, weekdays=wish.weekdays, zone=wish.zone,
        )  # fmt: skip
    row.when_empty, row.thread = wish.when_empty or row.when_empty, thread
    return _subscription(row, rest, now, new=new)


async def _rest_for(session: AsyncSession, row: Schedule, rest: Rest) -> Rest:
    """The rest of a chat as a schedule keeps it: after its review, the remainder of that week."""
    if row.kind != WEEKLY:
        return rest
    last = await schedules.last_day(session, row.id)
    if last is None:
        return rest
    monday = last + timedelta(days=7 - last.weekday())
    return replace(rest, paused_until=max(monday, rest.paused_until or monday))


async def change(
    session: AsyncSession,
    chat_id: int,
    schedule_id: int,
    now: datetime,
    *,
    local_time: time | None = None,
    weekdays: int | None = None,
    zone: ZoneInfo | None = None,
    always: bool | None = None,
) -> Subscription | None:
    """Change one schedule of a chat; ``None`` if it has no such."""
    row = await session.get(Schedule, schedule_id)
    if row is None or row.chat_id != chat_id or not row.active:
        return None
    rest = await _rest_for(session, row, Rest.of(await session.get_one(Chat, chat_id)))
    if always is not None:
        row.when_empty = "always" if always else "news"
    _apply(row, rest, now, local_time=local_time, weekdays=weekdays, zone=zone)
    return _subscription(row, rest, now)


def _apply(
    row: Schedule,
    rest: Rest,
    now: datetime,
    *,
    local_time: time | None = None,
    weekdays: int | None = None,
    zone: ZoneInfo | None = None,
) -> None:
    """Move a schedule; see the head of this module for what becomes of the day's digest."""
    before = (row.local_time, row.weekdays, row.zone)
    old_day = row.next_due_at.astimezone(ZoneInfo(row.zone)).date()
    today = now.astimezone(ZoneInfo(row.zone)).date()
    waiting = row.next_due_at <= now  # due, and not claimed yet
    to_come = old_day == today
    row.local_time = local_time or row.local_time
    row.weekdays = weekdays if weekdays is not None else row.weekdays
    row.zone = zone.key if zone is not None else row.zone
    if (row.local_time, row.weekdays, row.zone) == before:
        return
    row.revision += 1
    following, _ = upcoming(row, rest, now)
    today = now.astimezone(ZoneInfo(row.zone)).date()
    wanted_today = bool(row.weekdays >> today.weekday() & 1) and not rest.covers(today)
    moved = (row.local_time, row.zone) != (before[0], before[2])
    lost = (waiting or (to_come and moved)) and wanted_today and following.local_date > today
    row.next_due_at = min(row.next_due_at, now) if lost else following.at


async def unsubscribe(
    session: AsyncSession,
    chat_id: int,
    local_time: time | None = None,
    schedule_id: int | None = None,
) -> int:
    """End all schedules of a chat, or those of one time of day, or one; returns how many."""
    return await schedules.unsubscribe(session, chat_id, local_time, schedule_id)


# --- rest ----------------------------------------------------------------------------------


async def pause(session: AsyncSession, chat_id: int, until: date | None, now: datetime) -> None:
    """Send nothing unasked before a local date; ``None`` ends the pause."""
    chat = await session.get_one(Chat, chat_id)
    chat.paused_until = until
    await _refresh(session, chat, now)


async def set_quiet(
    session: AsyncSession, chat_id: int, weekdays: int, dates: Iterable[date], now: datetime
) -> None:
    """Set the quiet days of a chat; days that are past are forgotten.

    Raises:
        ValueError: if every weekday were quiet.
    """
    if weekdays & EVERY_DAY == EVERY_DAY:
        raise ValueError("every weekday would be quiet")
    chat = await session.get_one(Chat, chat_id)
    today = now.astimezone(ZoneInfo(chat.zone)).date()
    chat.quiet_weekdays = weekdays & EVERY_DAY
    chat.quiet_dates = [day.isoformat() for day in sorted(set(dates)) if day >= today]
    await _refresh(session, chat, now)


async def rest_of(session: AsyncSession, chat_id: int) -> Rest:
    """The days on which a chat is told nothing unasked."""
    chat = await session.get_one(Chat, chat_id)
    return Rest(chat.paused_until, chat.quiet_weekdays, read_dates(chat.quiet_dates))


async def _refresh(session: AsyncSession, chat: Chat, now: datetime) -> None:
    """Set anew when each schedule runs next; what is due and not claimed yet is left to be."""
    rest = Rest.of(chat)
    for row in await schedules.of_chat(session, chat.id):
        if row.next_due_at > now:
            own = await _rest_for(session, row, rest)
            row.next_due_at = upcoming(row, own, now)[0].at
    for follow in await follows.of_chat(session, chat.id):
        follow.not_before = None  # the ticker looks again whether today is a day of rest
