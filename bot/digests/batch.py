"""Digests of many chats made together: equal ones are composed once.

Two chats get the same digest where they were told up to the same place, follow nothing, were told
the same things and read the same language. What is left out here (alerts, reviews, chats that
follow something, a second digest of a chat at the same minute) is made one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings.cards import Edition
from bot.briefings.reader import Reader
from bot.digests.outbox import ALWAYS, Order, Outbox, with_first_days
from bot.digests.reading import RETURNED_FOR, TOLD_FOR
from bot.store import library, told, waiting
from bot.store.database import Database
from bot.store.deliveries import NewItem, NewPart
from bot.store.waiting import Filled, Past, Waiting

Composed = tuple[list[NewPart], list[NewItem]]


class Batch:
    """Makes the digests of many chats together, for one bot."""

    def __init__(
        self, db: Database, outbox: Outbox, default_language: str, clock: Callable[[], datetime]
    ) -> None:
        self._db, self._outbox, self._clock = db, outbox, clock
        self._default_language = default_language

    async def fill(self, ids: Sequence[int]) -> set[int]:
        """Make and write down what can be made together; returns the deliveries that were."""
        async with self._db.read() as session:
            claimed = await waiting.waiting(session, ids)
            orders = await self._orders(session, claimed)
        composed: dict[Any, Composed] = {}
        digests = []
        for each, order in zip(claimed, orders, strict=True):
            key = _key(order)
            if key not in composed:
                composed[key] = await self._outbox.compose(order)
            parts, items = composed[key]
            digests.append(Filled(each.id, each.chat_id, order.since, order.until, parts, items))
        if not digests:
            return set()
        async with self._db.write() as session:
            return await waiting.write(session, digests, self._clock())

    async def _orders(self, session: AsyncSession, claimed: Sequence[Waiting]) -> list[Order]:
        """What each is to tell: as :meth:`Outbox.order` has it for one."""
        if not claimed:
            return []
        first = min(each.due_at for each in claimed)
        floors = {each.chat_id: each.floor or 0 for each in claimed}
        past = await waiting.past(session, floors, first - TOLD_FOR, first - RETURNED_FOR)
        until = await library.last_sequence(session)
        news: dict[int, bool] = {}
        first_days: dict[date, frozenset[int]] = {}
        orders = []
        for each in claimed:
            mark = max(past.marks.get(each.chat_id, 0), each.floor or 0)
            if mark not in news:
                news[mark] = await told.has_news(session, mark, until)
            reader = _reader(past, each.chat_id)
            if each.chat_id not in past.known:
                day = each.due_at.astimezone(ZoneInfo(each.zone)).date()
                if day not in first_days:
                    whole = await with_first_days(
                        session, Reader(), each.due_at, ZoneInfo(each.zone)
                    )
                    first_days[day] = whole.again
                reader = reader.with_again(first_days[day])
            orders.append(
                Order(
                    mark,
                    until,
                    Edition.DIGEST,
                    reader,
                    news[mark] or bool(reader.again),
                    each.language or self._default_language,
                    each.late,
                    each.when_empty == ALWAYS,
                )
            )
        return orders


def _reader(past: Past, chat: int) -> Reader:
    failed = past.failed.get(chat, frozenset())
    return Reader(told=past.things.get(chat, {})).with_again(frozenset(failed))


def _key(order: Order) -> tuple[Any, ...]:
    """What makes two digests equal."""
    return (
        order.since,
        order.until,
        order.language,
        order.late,
        order.always,
        order.news,
        frozenset(order.reader.told.items()),
        order.reader.again,
    )
