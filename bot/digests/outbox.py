"""From due schedules to deliveries written down, ready to be sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import Briefings
from bot.briefings.cards import DigestCard, Edition
from bot.briefings.placing import Placed, weight
from bot.briefings.reader import NOBODY, Reader
from bot.digests.alerts import Watch, read_key
from bot.digests.reading import reader_of
from bot.digests.rest import Rest, upcoming
from bot.digests.schedule import Occasion, occasions
from bot.render import telegram as render
from bot.render.messages import Message
from bot.store import deliveries, library, schedules, told
from bot.store.database import Database
from bot.store.deliveries import NewItem, NewPart
from bot.store.models import Article, Delivery, Schedule
from bot.store.occasions import Occasion as Wanted
from bot.store.occasions import claim_all, of_schedule

LATE = timedelta(minutes=10)
"""After this a digest says that it is late."""
MISSED_ROWS = 31
"""How many missed occasions of one schedule are written down after a long stop."""
FIRST_DAYS = timedelta(days=3)
"""A first digest has the best of so many days, also of what was loaded in bulk."""
ATTEMPTS = 3
"""How often a digest is made anew because the chat was told something meanwhile."""
RENDERED = 64
"""How many rendered cards are kept."""
ALWAYS = "always"
"""``when_empty`` of a schedule whose chat wants to be told also that nothing is new."""


def stored(message: Message) -> NewPart:
    """A rendered message as it is kept until it is sent."""
    rows = [[[button.label, button.action.pack()] for button in row] for row in message.rows]
    return NewPart(message.html, rows)


def items_of(card: DigestCard) -> list[NewItem]:
    """The things a digest tells, each with the version that was told and why it stands there."""
    placed = {(each.thing, each.id): each for each in card.placed}
    things = [("article", item.source.number) for item in card.items]
    things += [("article", ref.number) for item in card.items for ref in item.also_in]
    things += [("conference", conference.id) for conference in card.conferences]
    things += [("task", task.number) for task in card.tasks]
    items = []
    for thing, id_ in dict.fromkeys([*things, *placed]):
        known = placed.get((thing, id_), Placed(thing, id_))
        items.append(NewItem(thing, id_, known.version, _written(known)))
    return items


def _written(placed: Placed) -> str:
    reasons = " + ".join(f"{why.value} {n}" for why, n in placed.reasons)
    changes = ", ".join(change.value for change in placed.changes)
    new = f"new: {changes}; " if changes else ""
    return f"{new}{reasons} = {weight(placed.reasons)}" if reasons else new


@dataclass(frozen=True, slots=True)
class Order:
    """A digest that is to be made: from where to where in the library, for whom, how."""

    since: int
    until: int
    edition: Edition
    reader: Reader
    news: bool
    """Whether anything entered that is news."""
    language: str = ""
    late: bool = False
    always: bool = False
    """Whether it is sent also with nothing new in it."""


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
        self._rendered: dict[tuple[int, str], tuple[DigestCard, list[Message]]] = {}
        self._watch = Watch(db, briefings, bot, clock)

    # --- claiming --------------------------------------------------------------------------

    async def claim_due(self) -> list[int]:
        """Claim the occasions that are due; returns the ids of deliveries to fill and send.

        Of several occasions missed while the bot was down only the newest is sent, late, if it is
        not older than the catch-up time; the others are written down as missed and what they
        would have told is in the next digest. What falls on a day of rest is no occasion.
        """
        now = self._clock()
        claimed: list[int] = []
        looked = True
        while looked and not claimed:
            async with self._db.write() as session:
                due = await schedules.due(session, self._bot, now)
                wanted = [each for schedule in due for each in self._wanted(schedule, now)]
                rows = await claim_all(session, wanted, now)
                claimed = [row.id for row in rows if row.state == deliveries.CLAIMED]
                looked = bool(due)
        return claimed + await self._watch.claim_due()

    def _wanted(self, schedule: Schedule, now: datetime) -> list[tuple[Wanted, str]]:
        """What of a schedule has passed, with its first state; sets when it runs next."""
        rest = Rest.of(schedule.chat)
        passed = [o for o in self._passed(schedule, now) if not rest.covers(o.local_date)]
        schedule.next_due_at = upcoming(schedule, rest, now)[0].at
        in_time = passed[-1:] if passed and now - passed[-1].at <= self._catch_up else []
        missed = passed[: len(passed) - len(in_time)][-MISSED_ROWS:]
        return [
            (of_schedule(schedule, each.local_date, each.at), deliveries.MISSED) for each in missed
        ] + [
            (
                of_schedule(schedule, each.local_date, each.at, late=now - each.at > LATE),
                deliveries.CLAIMED,
            )
            for each in in_time
        ]

    def _passed(self, schedule: Schedule, now: datetime) -> list[Occasion]:
        """The occasions from the one that was due up to now; at least one."""
        zone = ZoneInfo(schedule.zone)
        days = (now - schedule.next_due_at).days + 3
        start = schedule.next_due_at - timedelta(seconds=1)
        found = occasions(schedule.local_time, schedule.weekdays, zone, start, days=days)
        passed = list(takewhile(lambda occasion: occasion.at <= now, found))
        if passed:
            return passed
        # The zone's rules changed since the row was written: keep what the row says.
        return [Occasion(schedule.next_due_at.astimezone(zone).date(), schedule.next_due_at)]

    # --- filling ---------------------------------------------------------------------------

    async def fill(self, delivery_id: int) -> None:
        """Build what a claimed delivery tells and write its parts down.

        Where the chat was told something else meanwhile (two schedules at the same minute, two
        processes), it is built anew, so that nothing is told twice.
        """
        for attempt in range(ATTEMPTS):
            async with self._db.read() as session:
                delivery = await deliveries.load(session, delivery_id)
                if delivery.state != deliveries.CLAIMED:
                    return
                order = await self.order(session, delivery)
            parts, items = self._written_down(await self._make(order, delivery), order)
            async with self._db.write() as session:
                there = await deliveries.load(session, delivery_id)
                if there.state != deliveries.CLAIMED:
                    return
                mark = await told.mark(session, delivery.chat_id, order.since)
                if (
                    mark != order.since
                    and delivery.kind == deliveries.DIGEST
                    and (attempt < ATTEMPTS - 1)
                ):
                    continue
                await deliveries.prepare(
                    session,
                    delivery_id,
                    parts,
                    items,
                    order.until if delivery.kind == deliveries.DIGEST else 0,
                    self._clock(),
                )
                return

    async def compose(self, order: Order) -> tuple[list[NewPart], list[NewItem]]:
        """The parts of a digest or a review, and what they tell; nothing where nothing is to be
        told. Equal orders have equal parts.
        """
        return self._written_down(await self._digest(order), order)

    def _written_down(self, card: DigestCard, order: Order) -> tuple[list[NewPart], list[NewItem]]:
        messages = self._messages(card, order)
        return [stored(message) for message in messages], items_of(card) if messages else []

    async def order(self, session: AsyncSession, delivery: Delivery) -> Order:
        """What a delivery is to tell, from the rows of its chat."""
        chat, now = delivery.chat, delivery.due_at
        language = chat.language or self._default_language
        until = await library.last_sequence(session)
        schedule = (
            await session.get(Schedule, delivery.schedule_id) if delivery.schedule_id else None
        )
        always = schedule is not None and schedule.when_empty == ALWAYS
        reader = await reader_of(session, chat.id, now, again=True)
        if delivery.kind == deliveries.WEEKLY:
            start = await told.review_since(session, chat.id, now)
            since = await told.first_mark(session, start)
            plain = reader.untold()
            news = await told.has_news(session, since, until)
            return Order(since, until, Edition.WEEKLY, plain, news, language, delivery.late, always)
        if delivery.kind == deliveries.ALERT:
            return await _alert_order(session, delivery, reader, language)
        floor = schedule.mark if schedule else 0
        since = await told.mark(session, chat.id, floor)
        first = not await told.had_digest(session, chat.id)
        reader = (
            await with_first_days(session, reader, now, ZoneInfo(chat.zone)) if first else reader
        )
        news = await told.has_news(session, since, until) or bool(reader.again)
        return Order(since, until, Edition.DIGEST, reader, news, language, delivery.late, always)

    async def first_order(
        self, session: AsyncSession, since: int, now: datetime, zone: ZoneInfo
    ) -> Order:
        """What the first digest of a chat without rows would tell."""
        until = await library.last_sequence(session)
        reader = await with_first_days(session, NOBODY, now, zone)
        news = await told.has_news(session, since, until) or bool(reader.again)
        return Order(since, until, Edition.DIGEST, reader, news, self._default_language)

    async def _make(self, order: Order, delivery: Delivery) -> DigestCard:
        if order.edition is Edition.ALERT and read_key(delivery.key).thing == "conference":
            return await self._briefings.changed(read_key(delivery.key).id, order.reader)
        return await self._digest(order)

    async def _digest(self, order: Order) -> DigestCard:
        return await self._briefings.digest(
            order.since,
            order.until,
            on_demand=False,
            late=order.late,
            reader=order.reader,
            edition=order.edition,
            short=order.language == "both",
        )

    def _messages(self, card: DigestCard, order: Order) -> list[Message]:
        if (card.empty or not order.news) and not order.always:
            return []
        # Readers of the same hour are often told the same card: it is rendered once.
        key = (id(card), order.language)
        if (there := self._rendered.get(key)) is not None and there[0] is card:
            return there[1]
        messages = render.render(card, order.language)
        while len(self._rendered) >= RENDERED:
            self._rendered.pop(next(iter(self._rendered)))
        self._rendered[key] = (card, messages)
        return messages


async def with_first_days(
    session: AsyncSession, reader: Reader, now: datetime, zone: ZoneInfo
) -> Reader:
    """A first digest has the best of the last days, also what was loaded in bulk."""
    today = now.astimezone(zone).date()
    recent = await told.dated_between(session, today - FIRST_DAYS, today)
    return reader.with_again(recent)


async def _alert_order(
    session: AsyncSession, delivery: Delivery, reader: Reader, language: str
) -> Order:
    """An alert of an article has nothing else in it."""
    alert = read_key(delivery.key)
    if alert.thing == "conference":
        return Order(0, 0, Edition.ALERT, reader, news=True, language=language)
    there = await session.get(Article, alert.id)
    if there is None or there.hidden or reader.was_told("article", alert.id):
        return Order(0, 0, Edition.ALERT, reader, news=False, language=language)
    single = reader.untold([alert.id])
    return Order(0, 0, Edition.ALERT, single, news=True, language=language)
