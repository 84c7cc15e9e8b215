"""Alerts: news of what a chat follows, at once, a few a day.

Each follow has a mark up to where the library has been looked through for it. What is above the
day's cap or falls on a day of rest is not lost: where the chat has a digest, the next one tells it
(what is followed comes first there); where it has none, the mark stays and the alert comes on the
next free day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import Briefings
from bot.briefings.news import News
from bot.briefings.placing import Reason, changes, version
from bot.briefings.ranking import rank
from bot.briefings.reader import Reader
from bot.digests.reading import reader_of
from bot.digests.rest import Rest
from bot.digests.schedule import instant
from bot.store import follows, library, schedules, told
from bot.store.database import Database
from bot.store.deliveries import ALERT, DIGEST
from bot.store.models import Chat, Follow
from bot.store.occasions import Occasion, claim


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to alert a chat of: an article (the first of its story), or a conference."""

    thing: str
    id: int
    version: str = ""

    @property
    def key(self) -> str:
        """The occasion's key: the thing and its version."""
        return f"{self.thing}:{self.id}:{self.version}"


def read_key(key: str) -> Alert:
    """The alert that a key was made of.

    Raises:
        ValueError: if it is no such key.
    """
    thing, number, version_ = key.split(":", 2)
    return Alert(thing, int(number), version_)


def due_alerts(news: News, reader: Reader, today: date) -> list[Alert]:
    """What of the news a reader is to be alerted of, the weightiest first.

    Conferences that changed come before what is only reported on.
    """
    found = []
    for id_, ref in news.conferences.items():
        then = reader.conference(id_)
        if id_ in reader.conferences and then is not None and changes(then, version(ref)):
            found.append(Alert("conference", id_, version(ref)))
    for story in rank(news, reader, today):
        if not any(why is Reason.FOLLOWED for why, _ in story.reasons):
            continue
        known = story.first.story and reader.was_told("story", story.first.story)
        if known or any(reader.was_told("article", piece.id) for piece in story.pieces):
            continue
        if all(piece.starter for piece in story.pieces):
            continue
        found.append(Alert("article", story.first.id))
    return found


class Watch:
    """Looks through what is new for those who follow something of it, for one bot."""

    def __init__(
        self, db: Database, briefings: Briefings, bot: str, clock: Callable[[], datetime]
    ) -> None:
        self._db, self._briefings, self._bot, self._clock = db, briefings, bot, clock

    async def claim_due(self) -> list[int]:
        """Claim the alerts that are due; returns the ids of their deliveries."""
        now = self._clock()
        async with self._db.read() as session:
            until = await library.last_sequence(session)
            waiting = bool(await follows.due(session, self._bot, until, now, limit=1, lock=False))
        claimed: list[int] = []
        while waiting and not claimed:
            async with self._db.write() as session:
                rows = await follows.due(session, self._bot, until, now)
                for _, own in groupby(rows, key=lambda follow: follow.chat_id):
                    claimed += await self._of_chat(session, list(own), until, now)
                waiting = bool(rows)  # each batch moves its marks, or puts itself off
        return claimed

    async def _of_chat(
        self, session: AsyncSession, own: Sequence[Follow], until: int, now: datetime
    ) -> list[int]:
        chat = own[0].chat
        zone = ZoneInfo(chat.zone)
        day = now.astimezone(zone).date()
        has_digest = any(s.kind == DIGEST for s in await schedules.of_chat(session, chat.id))
        rest = Rest.of(chat)
        if rest.covers(day):
            _put_off(own, until, None if has_digest else rest.ends(zone, now))
            return []
        room = chat.alerts_a_day - await told.alerts_on(session, chat.id, day)
        reader = await reader_of(session, chat.id, now, only=own)
        news = await self._briefings.news(
            min(follow.mark for follow in own), until, texts=bool(reader.keywords)
        )
        alerts = due_alerts(news, reader, day)
        claimed = await self._claim(session, chat, own, alerts[: max(0, room)], day, now)
        if len(alerts) > max(0, room) and not has_digest:
            _put_off(own, until, instant(day + timedelta(days=1), time(0), zone))
        else:
            _put_off(own, until, None)
        return claimed

    async def _claim(
        self,
        session: AsyncSession,
        chat: Chat,
        own: Sequence[Follow],
        alerts: Iterable[Alert],
        day: date,
        now: datetime,
    ) -> list[int]:
        claimed = []
        for alert in alerts:
            occasion = Occasion(chat.id, ALERT, alert.key, day, now, thread=own[0].thread)
            delivery = await claim(session, occasion, now)
            if delivery is not None:
                claimed.append(delivery.id)
        return claimed


def _put_off(own: Iterable[Follow], until: int, moment: datetime | None) -> None:
    """Look again from ``moment`` on at the same news; without one, only at what comes after."""
    for follow in own:
        follow.not_before = moment
        if moment is None:
            follow.mark = until
