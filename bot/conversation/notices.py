"""What a reader is told at his next contact: digests that may not have arrived, a pause that ended.

A notice is noted as told only once it was sent, so that one that is lost comes again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.render import telegram as render
from bot.render.chat_actions import ShowDelivery
from bot.render.messages import Button, Message
from bot.store import deliveries
from bot.store.database import Database
from bot.store.models import Chat, Schedule
from bot.texts import N_, Translator, translator
from bot.texts.dates import LOCALES

DOUBTFUL = N_("Your digest of {when} may not have reached you.")
SHOW = N_("Show {when}")
PAUSED = N_(
    "I could not write to this chat since {when}, so nothing was sent. From now on your digests "
    "come again; the next one has what you missed."
)
AT_ONCE: Final = 10
"""Doubtful digests that one notice tells of; the others are told with the next answer."""
_TIME: Final = {"vi": "{time} ngày {day}", "en": "{time} on {day}"}
_DAY: Final = {"vi": "d/M", "en": "d MMMM"}


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A delivery in doubt: when it was due, by the clock that its reader knows it by."""

    id: int
    due: datetime


@dataclass(frozen=True, slots=True)
class Untold:
    """What a chat has still to be told. ``now`` stands in the chat's zone."""

    chat_id: int
    now: datetime
    doubtful: tuple[Doubtful, ...] = ()
    blocked_at: datetime | None = None


async def untold(session: AsyncSession, chat: Chat, now: datetime) -> Untold | None:
    """What a chat has still to be told, or ``None``."""
    rows = await deliveries.doubtful(session, chat.id)
    if not rows and chat.blocked_at is None:
        return None
    own = ZoneInfo(chat.zone)
    zones: dict[int | None, ZoneInfo] = {}
    numbers = {row.schedule_id for row in rows if row.schedule_id is not None}
    for id_, zone in await session.execute(
        select(Schedule.id, Schedule.zone).where(Schedule.id.in_(numbers))
    ):
        zones[id_] = ZoneInfo(zone)
    return Untold(
        chat.id,
        now.astimezone(own),
        tuple(
            Doubtful(row.id, row.due_at.astimezone(zones.get(row.schedule_id, own)))
            for row in rows[:AT_ONCE]
        ),
        chat.blocked_at.astimezone(own) if chat.blocked_at else None,
    )


def notice(what: Untold, language: str) -> list[Message]:
    """The notice in the reader's language, or both; a button for each digest that is in doubt."""
    messages = []
    if what.blocked_at is not None:
        when = _when(what.blocked_at, what.now)
        messages.append(Message(_words(PAUSED, language, when)))
    if what.doubtful:
        lines = [_words(DOUBTFUL, language, _when(each.due, what.now)) for each in what.doubtful]
        rows = tuple(_row(each, what.now, language) for each in what.doubtful)
        messages.append(Message("\n\n".join(lines), rows))
    return messages


async def note_told(db: Database, what: Untold) -> None:
    """Note that a notice was sent."""
    async with db.write() as session:
        if what.doubtful:
            await deliveries.offer(session, [each.id for each in what.doubtful])
        if what.blocked_at is not None:
            await deliveries.returned(session, what.chat_id)


def _row(each: Doubtful, now: datetime, language: str) -> tuple[Button, ...]:
    _ = translator(language).each[0]
    return (Button(_(SHOW, when=_when(each.due, now)(_)), ShowDelivery(each.id)),)


def _when(instant: datetime, now: datetime) -> Callable[[Translator], str]:
    """A moment by its wall clock; with the day, unless that is today."""

    def said(_: Translator) -> str:
        time = f"{instant:%H:%M}"
        if instant.date() == now.astimezone(instant.tzinfo).date():
            return time
        language = _.language
        day = format_date(instant.date(), _DAY[language], locale=LOCALES[language])
        return _TIME[language].format(time=time, day=day)

    return said


def _words(text: str, language: str, when: Callable[[Translator], str]) -> str:
    said = [
        render.notice(text, each.language, when=when(each)).html
        for each in translator(language).each
    ]
    return "\n".join(dict.fromkeys(said))
