"""From due schedules to deliveries written down, ready to be sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from bot.briefings import Briefings
from bot.briefings.cards import DigestCard
from bot.digests.schedule import Occasion, next_occasion, occasions
from bot.render import telegram as render
from bot.render.messages import Message
from bot.store import deliveries, library, schedules, told
from bot.store.database import Database
from bot.store.deliveries import NewItem, NewPart
from bot.store.models import Schedule
from bot.store.occasions import claim, of_schedule

LATE = timedelta(minutes=10)
"""After this a digest says that it is late."""
MISSED_ROWS = 31
"""How many missed occasions of one schedule are written down after a long stop."""


def stored(message: Message) -> NewPart:
    """A rendered message as it is kept until it is sent."""
    rows = [[[button.label, button.action.pack()] for button in row] for row in message.rows]
    return NewPart(message.html, rows)


def items_of(card: DigestCard) -> list[NewItem]:
    """The things a digest tells of."""
    things = [("article", item.source.number) for item in card.items]
    things += [("article", ref.number) for item in card.items for ref in item.also_in]
    things += [("conference", conference.id) for conference in card.conferences]
    things += [("task", task.number) for task in card.tasks]
    return [NewItem(*thing) for thing in things]


class Outbox:
    """Claims occasions and fills deliveries, for one bot."""

    def __init__(
        self,
        db: Database,
        briefings: Briefings,
        bot: str,
        *,
        catch_up: timedelta,
        clock: Callable[[], datetime],
        default_language: str,
    ) -> None:
        self._db, self._briefings, self._bot = db, briefings, bot
        self._catch_up, self._clock = catch_up, clock
        self._default_language = default_language

    async def claim_due(self) -> list[int]:
        """Claim the occasions that are due; returns the ids of deliveries to fill and send.

        Of several occasions missed while the bot was down only the newest is sent, late, if it is
        not older than the catch-up time; the others are written down as missed and what they
        would have told is in the next digest.
        """
        now = self._clock()
        claimed: list[int] = []
        async with self._db.write() as session:
            for schedule in await schedules.due(session, self._bot, now):
                *missed, last = self._passed(schedule, now)
                if now - last.at > self._catch_up:
                    missed.append(last)
                    newest = None
                else:
                    newest = last
                for occasion in missed[-MISSED_ROWS:]:
                    missing = of_schedule(schedule, occasion.local_date, occasion.at)
                    await claim(session, missing, now, state=deliveries.MISSED)
                if newest is not None:
                    late = now - newest.at > LATE
                    found = of_schedule(schedule, newest.local_date, newest.at, late=late)
                    delivery = await claim(session, found, now)
                    if delivery is not None:
                        claimed.append(delivery.id)
                schedule.next_due_at = next_occasion(
                    schedule.local_time, schedule.weekdays, ZoneInfo(schedule.zone), now
                ).at
        return claimed

    def _passed(self, schedule: Schedule, now: datetime) -> list[Occasion]:
        """The occasions from the one that was due up to now; at least one."""
        days = (now - schedule.next_due_at).days + 3
        start = schedule.next_due_at - timedelta(seconds=1)
        passed = list(
            takewhile(
                lambda occasion: occasion.at <= now,
                occasions(
                    schedule.local_time,
                    schedule.weekdays,
                    ZoneInfo(schedule.zone),
                    start,
                    days=days,
                ),
            )
        )
        if passed:
            return passed
        # The zone's rules changed since the row was written: keep what the row says.
        day = schedule.next_due_at.astimezone(ZoneInfo(schedule.zone)).date()
        return [Occasion(day, schedule.next_due_at)]

    async def fill(self, delivery_id: int) -> None:
        """Build the digest of a claimed delivery and write its parts down."""
        async with self._db.read() as session:
            delivery = await deliveries.load(session, delivery_id)
            if delivery.state != deliveries.CLAIMED:
                return
            chat = delivery.chat
            floor = 0
            if delivery.schedule_id is not None:
                schedule = await session.get(Schedule, delivery.schedule_id)
                floor = schedule.mark if schedule else 0
            since = await told.mark(session, chat.id, floor)
            until = await library.last_sequence(session)
            news = await told.has_news(session, since, until)
            late = delivery.late
            language = chat.language or self._default_language
        card = await self._briefings.digest(since, until, on_demand=False, late=late)
        messages = [] if card.empty or not news else render.render(card, language)
        async with self._db.write() as session:
            await deliveries.prepare(
                session,
                delivery_id,
                [stored(message) for message in messages],
                items_of(card) if messages else [],
                until,
                self._clock(),
            )
