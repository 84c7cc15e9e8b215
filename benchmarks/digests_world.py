"""A world for digests: chats in the zones of the world, news, and a Telegram with its troubles.

Everything but the network and the news is the real thing: database, outbox, ticker, sender,
limits. Time is virtual (see :mod:`benchmarks.digests_time`). What the server took is written to a
file before it answers, so that it is known also when the process is killed in between.
"""

from __future__ import annotations

import asyncio
import contextlib
import mmap
import os
import random
import struct
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar
from zoneinfo import ZoneInfo

import httpx
from sqlalchemy import Connection, func, insert, select
from telegram.error import Forbidden, RetryAfter, TimedOut

from benchmarks.digests_time import VirtualLoop
from bot.briefings.cards import Bilingual, DigestCard, DigestItem, SourceRef
from bot.digests.limits import Limits, Rates
from bot.digests.schedule import instant, next_occasion
from bot.digests.ticker import INTERVAL, Ticker, make_ticker
from bot.settings import Settings
from bot.store import deliveries
from bot.store.database import Database
from bot.store.models import Article, Chat, Delivery, DeliveryPart, Schedule

T = TypeVar("T")

BOT = "telegram:42"
START = datetime(2026, 3, 1, tzinfo=UTC)
"""The clocks of Europe and America change within the month that follows."""
LOST_SECONDS = 20.0
"""How long an answer that is lost is waited for."""
ZONES = {
    "Asia/Ho_Chi_Minh": 45, "America/Los_Angeles": 8, "America/New_York": 7, "Europe/Paris": 6,
    "Australia/Sydney": 5, "Europe/London": 4, "Asia/Tokyo": 4, "Europe/Berlin": 4,
    "Asia/Seoul": 3, "Asia/Singapore": 3, "Asia/Shanghai": 3, "Europe/Moscow": 2,
    "Asia/Bangkok": 2, "Asia/Kolkata": 1, "Asia/Kathmandu": 1, "America/Sao_Paulo": 1,
    "Australia/Lord_Howe": 1,
}  # fmt: skip
"""Zones by the share of chats (in per cent) that live there."""
TIMES = {"07:00": 50, "06:30": 15, "08:00": 10, "18:30": 10, "12:00": 8, "21:00": 5, "02:30": 2}
WEEKDAYS = {0b1111111: 70, 0b0011111: 25, 0b0010101: 5}
PUBLISHED_EVERY = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the world is, and how much goes wrong in it (shares from 0 to 1)."""

    chats: int
    days: float
    seed: int = 1
    blocked: float = 0.05
    refused: float = 0.01
    lost: float = 0.005
    groups: float = 0.05
    lifted: bool = False
    """Whether the limits are lifted and the server answers at once."""
    at_once: bool = False
    """Whether every chat wants its digest at the same moment."""

    @property
    def end(self) -> datetime:
        """When no more occasions are due; what is on its way is still finished."""
        return START + timedelta(days=self.days)


class Record:
    """What the server took, and how late it is in the world; both outlive the process."""

    def __init__(self, folder: Path) -> None:
        self._log = os.open(folder / "accepted.log", os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        path = folder / "clock"
        if not path.exists():
            path.write_bytes(bytes(8))
        with path.open("r+b") as file:
            self._clock = mmap.mmap(file.fileno(), 8)

    @property
    def seconds(self) -> float:
        """Seconds since the start of the world."""
        return struct.unpack("<d", self._clock[:])[0]

    @seconds.setter
    def seconds(self, value: float) -> None:
        self._clock[:] = struct.pack("<d", value)

    def write(self, kind: str, at: float, chat: int, number: float) -> None:
        """A line: what happened (``+`` accepted, ``429``), when, in which chat, and with what."""
        os.write(self._log, f"{kind} {at:.3f} {chat} {number}\n".encode())

    def close(self) -> None:
        os.close(self._log)
        self._clock.close()


def lines(folder: Path) -> list[tuple[str, float, int, float]]:
    """The lines of a record."""
    with (folder / "accepted.log").open() as file:
        rows = (line.split() for line in file)
        return [(kind, float(at), int(chat), float(number)) for kind, at, chat, number in rows]


def hash_of(text: str) -> int:
    """What a text is known by in a record."""
    return zlib.crc32(text.encode())


class Telegram:
    """A bot whose messages meet what the plan has in store for them."""

    def __init__(self, plan: Plan, record: Record, loop: VirtualLoop) -> None:
        self._plan, self._record, self._loop = plan, record, loop
        self._draw = random.Random(f"{plan.seed} {record.seconds}")
        self._number = 0
        self.sent = 0

    async def send_message(self, chat: int, text: str, **_: object) -> SimpleNamespace:
        plan, draw = self._plan, self._draw
        if not plan.lifted:
            await asyncio.sleep(draw.uniform(0.04, 0.3))
        if is_blocked(plan, chat):
            raise Forbidden("Forbidden: bot was blocked by the user")
        if draw.random() < plan.refused:
            pause = draw.randint(1, 30)
            self._record.write("429", self._loop.time(), chat, pause)
            raise RetryAfter(timedelta(seconds=pause))
        self._record.seconds = self._loop.time()
        self._record.write("+", self._loop.time(), chat, hash_of(text))
        self.sent += 1
        if draw.random() < plan.lost:
            await asyncio.sleep(LOST_SECONDS)
            error = TimedOut()
            error.__cause__ = httpx.ReadTimeout("no answer")
            raise error
        self._number += 1
        return SimpleNamespace(message_id=self._number)


def is_blocked(plan: Plan, chat: int) -> bool:
    """Whether the reader of a chat blocked the bot before its first digest."""
    return random.Random(f"{plan.seed} blocked {chat}").random() < plan.blocked


class News:
    """Briefings of the articles between two marks, by number only."""

    def __init__(self) -> None:
        self._cards: dict[tuple[int, int, bool], DigestCard] = {}

    async def digest(
        self, since: int, until: int, *, late: bool = False, **_: object
    ) -> DigestCard:
        key = (since, until, late)
        if key not in self._cards:
            if len(self._cards) > 1000:
                self._cards.clear()
            items = tuple(
                DigestItem(SourceRef(n, Bilingual(f"Tin số {n}", f"News {n}"), "Báo Thử"), None)
                for n in range(max(since, until - 7) + 1, until + 1)
            )
            self._cards[key] = DigestCard(
                (), items, (), (), since, until, on_demand=False, late=late
            )
        return self._cards[key]


class CountingDatabase(Database):
    """A database that knows how many sessions are open: then time stands still."""

    sessions = 0

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator:
        self.sessions += 1
        try:
            async with super().read() as session:
                yield session
        finally:
            self.sessions -= 1

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator:
        self.sessions += 1
        try:
            async with super().write() as session:
                yield session
        finally:
            self.sessions -= 1

    async def transact(self, work: Callable[[Connection], T]) -> T:
        self.sessions += 1
        try:
            return await super().transact(work)
        finally:
            self.sessions -= 1


class World:
    """One process of the bot in the world, from where the record says that it is."""

    def __init__(
        self, plan: Plan, folder: Path, loop: VirtualLoop, url: str = "", holder: str = "one"
    ) -> None:
        self.plan, self.loop, self.folder = plan, loop, folder
        self.record = Record(folder)
        self.db = CountingDatabase(url or f"sqlite:///{folder / 'world.sqlite3'}")
        loop.busy = lambda: self.db.sessions > 0
        loop.seconds = self.record.seconds
        self.telegram = Telegram(plan, self.record, loop)
        self.limits = Limits(None if plan.lifted else Rates())
        self.ticker: Ticker = make_ticker(
            self.db,
            News(),  # type: ignore[arg-type]
            self.telegram,  # type: ignore[arg-type]
            BOT,
            Settings(_env_file=None, data_dir=folder, catch_up_hours=12, language="en"),
            loop.now,
            limits=self.limits,
            holder=f"{holder} {os.getpid()} {self.record.seconds}",
        )

    async def run(self) -> None:
        """Live until nothing is due any more before the end and all is finished."""
        await self.db.open()
        try:
            await self.ticker.recover(lambda holder: holder.startswith("one "))
            await self._publish()
            await self.ticker.tick()  # as ``run`` does at its start
            while (pause := await self._next()) is not None:
                await self._sleep(pause)
                await self._publish()
                await self.ticker.tick()
                self.record.seconds = self.loop.time()
            await self.ticker.stop()
        finally:
            await self.db.close()
            self.record.close()

    async def _sleep(self, seconds: float) -> None:
        """Sleep to the next tick at which something is due: those before would do nothing."""
        ticks = max(1, -(-int(seconds * 1000) // int(INTERVAL * 1000)))
        await asyncio.sleep(ticks * INTERVAL)
        self.record.seconds = self.loop.time()

    async def _next(self) -> float | None:
        """Seconds until something is due; ``None`` once the world has ended."""
        now = self.loop.now()
        async with self.db.read() as session:
            due = await session.scalar(
                select(func.min(Schedule.next_due_at))
                .join(Chat, Chat.id == Schedule.chat_id)
                .where(Chat.active.is_(True), Schedule.active.is_(True))
            )
            rows = await session.execute(
                select(Delivery.not_before, Delivery.held_until).where(
                    Delivery.state.in_(deliveries.UNFINISHED)
                )
            )
            moments = [max(filter(None, row), default=now) for row in rows]
        if due is not None and due <= self.plan.end:
            moments.append(due)
        if not moments:
            return None
        return max(0.0, (min(moments) - now).total_seconds())

    async def _publish(self) -> None:
        """Let the articles in that were written until now."""
        wanted = int((self.loop.now() - START) / PUBLISHED_EVERY) + 2
        async with self.db.read() as session:
            there = await session.scalar(select(func.max(Article.sequence))) or 0
        if there < wanted:
            async with self.db.write() as session:
                session.add_all(article(n, self.loop.now()) for n in range(there + 1, wanted + 1))


def article(number: int, now: datetime) -> Article:
    """A piece of news."""
    return Article(
        sequence=number, fingerprint=str(number), body_fingerprint=str(number), signature=b"",
        language="vi", title=f"Tin {number}", body="Tin.", origin="world", added_at=now, raw={},
        facts={}, pipeline_version="1", engine_version="1", glossary_version="1",
    )  # fmt: skip


async def settle(plan: Plan, db: Database) -> None:
    """Put the chats and their schedules into an empty database."""
    draw = random.Random(plan.seed)
    chats, schedules = [], []
    for number in range(1, plan.chats + 1):
        zone = pick(draw, ZONES)
        at = "00:00" if plan.at_once else pick(draw, TIMES)
        days = 0b1111111 if plan.at_once else pick(draw, WEEKDAYS)
        zone = "Etc/UTC" if plan.at_once else zone
        wall = time.fromisoformat(at)
        key = -number if draw.random() < plan.groups else number
        language = draw.choice(["vi", "en", "both"])
        chats.append(
            {"id": number, "bot": BOT, "chat_key": key, "language": language, "zone": zone,
             "allowed": True, "active": True, "quiet_weekdays": 0, "quiet_dates": [],
             "alerts_a_day": 5, "created_at": START}
        )  # fmt: skip
        due = next_occasion(wall, days, ZoneInfo(zone), START - timedelta(seconds=1)).at
        schedules.append(
            {"chat_id": number, "kind": "digest", "local_time": wall, "weekdays": days,
             "zone": zone, "when_empty": "news", "revision": 1, "active": True,
             "next_due_at": due, "mark": 0}
        )  # fmt: skip
    async with db.write() as session:
        for begin in range(0, len(chats), 5000):
            await session.execute(insert(Chat), chats[begin : begin + 5000])
            await session.execute(insert(Schedule), schedules[begin : begin + 5000])


def pick(draw: random.Random, shares: dict) -> str | int:
    return draw.choices(list(shares), list(shares.values()))[0]


@dataclass(slots=True)
class Verdict:
    """What a check found: counts, and what is wrong (a line each)."""

    occasions: int
    states: Counter[str]
    parts: Counter[str]
    accepted: int
    latest: float
    """Seconds that the latest message came after the limits would have let it, all told."""
    wrong: list[str]


def expected(schedule: Schedule, plan: Plan) -> Iterable[datetime]:
    """The instants at which a schedule is due in the world, counted day by day."""
    zone = ZoneInfo(schedule.zone)
    day = START.astimezone(zone).date() - timedelta(days=1)
    while (due := instant(day, schedule.local_time, zone)) <= plan.end:
        if due >= START and schedule.weekdays >> day.weekday() & 1:
            yield due
        day += timedelta(days=1)


async def check(plan: Plan, folder: Path, db: Database) -> Verdict:
    """Compare what the server took with what the database says, and with the policy."""
    wrong: list[str] = []
    taken: dict[tuple[int, float], list[float]] = {}
    pauses: dict[int, list[tuple[float, float]]] = {}
    for kind, at, chat, number in lines(folder):
        if kind == "+":
            taken.setdefault((chat, number), []).append(at)
        else:
            pauses.setdefault(chat, []).append((at, number))
    wrong += [f"accepted twice: {key}" for key, times in taken.items() if len(times) > 1]
    async with db.read() as session:
        rows = (
            await session.execute(
                select(Delivery.id, Delivery.schedule_id, Delivery.due_at, Delivery.state,
                       Chat.chat_key)
                .join(Chat, Chat.id == Delivery.chat_id)
            )
        ).all()  # fmt: skip
        parts = (
            await session.execute(
                select(DeliveryPart.delivery_id, DeliveryPart.state, DeliveryPart.text)
            )
        ).all()
        schedules = (await session.scalars(select(Schedule))).all()
    heads = {row.id: row for row in rows}
    final = {"sent", "empty", "failed", "uncertain", "missed"}
    wrong += [f"not final: {row}" for row in rows if row.state not in final]
    due: dict[int, set[datetime]] = {}
    for row in rows:
        due.setdefault(row.schedule_id, set()).add(row.due_at)
    chats = {row.schedule_id: row.chat_key for row in rows}
    for schedule in schedules:
        wanted = set(expected(schedule, plan))
        found = due.get(schedule.id, set())
        if is_blocked(plan, chats.get(schedule.id, 0)):
            # Silent from the first message that was refused on.
            wanted = {each for each in wanted if found and each <= max(found)}
        if found != wanted:
            wrong.append(f"schedule {schedule.id}: {len(found ^ wanted)} occasions off")
    wrong += [f"{len(rows) - len({(r.schedule_id, r.due_at) for r in rows})} occasions twice"] * (
        len(rows) != len({(row.schedule_id, row.due_at) for row in rows})
    )
    known = {(heads[delivery].chat_key, float(hash_of(text))) for delivery, _, text in parts}
    wrong += [f"accepted, and in no part: {key}" for key in taken if key not in known]
    sent: list[tuple[float, float, int]] = []
    for delivery, state, text in parts:
        head = heads[delivery]
        times = taken.get((head.chat_key, float(hash_of(text))), [])
        if state not in ("sent", "failed", "uncertain"):
            wrong.append(f"part of {delivery}: {state}")
        if (state == "sent" and len(times) != 1) or (state == "failed" and times):
            wrong.append(f"part of {delivery} is {state}, accepted {len(times)} times")
        if times:
            sent.append(((head.due_at - START).total_seconds(), times[0], head.chat_key))
    return Verdict(
        occasions=len(rows),
        states=Counter(row.state for row in rows),
        parts=Counter(state for _, state, _ in parts),
        accepted=sum(map(len, taken.values())),
        latest=0.0 if plan.lifted else _latest(sent, pauses),
        wrong=wrong,
    )


def _latest(
    sent: list[tuple[float, float, int]], pauses: dict[int, list[tuple[float, float]]]
) -> float:
    """How much later than the limits' arithmetic allows the latest message came.

    The arithmetic: one after another in the order in which they are due, at the token's rate; one
    tick until it is noticed that something is due; for each 429 its pause and another tick; for
    each answer, the time it takes.
    """
    rate = Rates().token.per_second
    free = 0.0
    worst = 0.0
    for due, at, chat in sorted(sent):
        free = max(free, due) + 1 / rate
        own = pauses.get(chat, [])
        first = bisect_left(own, (due, 0.0))
        paused = sum(pause + INTERVAL for when, pause in own[first:] if when <= at)
        worst = max(worst, at - free - paused - INTERVAL)
    return worst
