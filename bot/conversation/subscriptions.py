"""Digests on demand and by subscription."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversation import scheduling, scopes
from bot.conversation import words as read
from bot.conversation.scheduling import end_button, next_run, when
from bot.conversation.turn import Turn
from bot.digests import (
    BadTime,
    BadZone,
    SeveralTimes,
    TooMany,
    Wish,
    means_weekly,
    parse_wish,
    subscribing,
)
from bot.digests.reading import reader_of
from bot.render.actions import ShowDigest, unpack
from bot.render.chat_actions import ShowSchedules
from bot.render.messages import Button, Message
from bot.render.packing import UnknownAction
from bot.store import deliveries, library, schedules, told
from bot.store.deliveries import WEEKLY
from bot.store.models import Delivery
from bot.texts import N_
from summarizer.text.folding import fold

SUBSCRIBED = N_("Done. You get a digest at {when}.\nThe next one comes on {next}.")
SUBSCRIBED_WEEKLY = N_("Done: {when}.\nThe next one comes on {next}.")
CHANGED_WEEKLY = N_("Changed: {when}.\nThe next one comes on {next}.")
CHANGED = N_("You have a digest at this time already; it now comes at {when}. Next: {next}.")
BAD_TIME = N_("I cannot read a time of day in “{text}”. Write it like 07:00 or 18:30.")
SEVERAL_TIMES = N_("One time per message, please: send the command once for each time.")
BAD_ZONE = N_(
    "“{text}” is neither days nor a time zone that I know. Write days like weekdays or mon,thu, "
    "a zone like Asia/Ho_Chi_Minh or Europe/Paris."
)
NEAR_ZONES = N_("I know no time zone “{text}”. Did you mean one of these: {near}?")
ENDED = N_("Done: this chat gets no digests any more.")
ENDED_ONE = N_("Done: the digest at {time} has ended.")
NONE_AT = N_("There is no digest at {time}.")
NO_REVIEW = N_("You do not get the week in review.")
_ALL: Final = ("all", "tat ca", "het")
RECENT: Final = timedelta(days=3)
"""How far back a digest on demand looks in a chat that never had a scheduled one."""


async def digest(turn: Turn, words: str, language: str = "") -> None:
    """/digest: what is new since the last scheduled digest; with a time or a theme after it, what
    /summary tells of these.

    It does not move the mark of those, but is one that the reader has had: what is asked for "since
    my last digest" begins after it.
    """
    if await scopes.answered(turn, words, language):
        return
    services = turn.services
    async with services.db.read() as session:
        rows = await schedules.of_chat(session, turn.chat.id)
        floor = min((row.mark for row in rows), default=0)
        since = await told.mark(session, turn.chat.id, floor)
        until = await library.last_sequence(session)
        now = services.clock()
        if not since:
            since = await told.first_mark(session, now - RECENT)
        reader = (await reader_of(session, turn.chat.id, now)).untold()
    short = (language or turn.language) == "both"
    card = await services.briefings.digest(since, until, reader=reader, short=short)
    await turn.show(card, language)
    async with turn.write() as session:
        await told.note_asked(session, turn.chat.id, until)


async def subscribe(turn: Turn, words: str) -> None:
    """/subscribe HH:MM [days] [zone] [weekly] [always]; alone, the list with its buttons."""
    asked = read.query(words)
    if not asked:
        await scheduling.show(turn)
        return
    zone = ZoneInfo(turn.chat.zone)
    try:
        wish = parse_wish(asked, zone)
    except SeveralTimes:
        await turn.say(SEVERAL_TIMES)
        return
    except BadTime as error:
        await turn.say(BAD_TIME, text=error.text)
        return
    except BadZone as error:
        if error.near:
            await turn.say(NEAR_ZONES, text=error.text, near=", ".join(error.near))
        else:
            await turn.say(BAD_ZONE, text=error.text)
        return
    await _subscribe(turn, wish)


async def subscribe_at(turn: Turn, at: str, weekdays: int) -> None:
    """Subscribe by a button: ``HHMM`` in the chat's zone."""
    await _subscribe(turn, Wish(scheduling.read_clock(at), weekdays, ZoneInfo(turn.chat.zone)))


async def subscribe_weekly(turn: Turn) -> None:
    """Subscribe to the review of the week by a button: Mondays at eight."""
    zone = ZoneInfo(turn.chat.zone)
    await _subscribe(turn, Wish(scheduling.read_clock("0800"), 1, zone, WEEKLY))


async def unsubscribe(turn: Turn, words: str) -> None:
    """/unsubscribe [HH:MM]: all digests of the chat, those of a time, or the weekly review."""
    asked, at = read.query(words), None
    if means_weekly(asked):
        async with turn.services.db.read() as session:
            there = await subscribing.of_chat(session, turn.chat.id, turn.services.clock())
        review = next((each.id for each in there if each.kind == WEEKLY), 0)
        if review:
            await unsubscribe_one(turn, review)
        else:
            await turn.say(NO_REVIEW)
        return
    if asked and fold(asked) not in _ALL:
        try:
            at = parse_wish(asked, ZoneInfo(turn.chat.zone)).local_time
        except BadTime:
            await turn.say(BAD_TIME, text=asked)
            return
        except BadZone as error:
            await turn.say(BAD_ZONE, text=error.text)
            return
    async with turn.write() as session:
        ended = await subscribing.unsubscribe(session, turn.chat.id, at)
    if at is not None:
        await turn.say(ENDED_ONE if ended else NONE_AT, time=f"{at:%H:%M}")
    else:
        await turn.say(ENDED if ended else scheduling.HAVE_NONE)


async def unsubscribe_one(turn: Turn, schedule: int) -> None:
    """End a subscription by its button; 0 ends all."""
    async with turn.write() as session:
        there = await subscribing.of_chat(session, turn.chat.id, turn.services.clock())
        ended = await subscribing.unsubscribe(session, turn.chat.id, schedule_id=schedule or None)
    if not ended:
        await turn.say(scheduling.GONE if schedule else scheduling.HAVE_NONE)
    elif schedule:
        [one] = [each for each in there if each.id == schedule]
        await turn.say(ENDED_ONE, time=f"{one.local_time:%H:%M}")
    else:
        await turn.say(ENDED)


async def show_delivery(turn: Turn, number: int) -> str:
    """Send the parts of a delivery again, as the reader asks; a notice if there is no such."""
    messages: list[Message] = []
    async with turn.services.db.read() as session:
        there = await session.get(Delivery, number)
        if there is not None and there.chat_id == turn.chat.id:
            delivery = await deliveries.load(session, number)
            messages = [_message(part.text, part.buttons) for part in delivery.parts]
    await turn.send(messages)
    return "" if messages else scheduling.GONE


def _message(text: str, buttons: list[list[list[str]]]) -> Message:
    """A part of a delivery as a message; buttons of an older version are left out."""
    rows = []
    for row in buttons:
        kept = []
        for label, data in row:
            with contextlib.suppress(UnknownAction):
                kept.append(Button(label, unpack(data)))
        if kept:
            rows.append(tuple(kept))
    return Message(text, tuple(rows))


async def _subscribe(turn: Turn, wish: Wish) -> None:
    now = turn.services.clock()
    try:
        async with turn.write() as session:
            made = await subscribing.subscribe(session, turn.chat.id, wish, now, turn.place.thread)
    except TooMany:
        await turn.say(scheduling.TOO_MANY, n=subscribing.MOST)
        return
    if made.kind == WEEKLY:
        text = SUBSCRIBED_WEEKLY if made.new else CHANGED_WEEKLY
    else:
        text = SUBSCRIBED if made.new else CHANGED
    rows = (
        (end_button(turn, made), Button(turn._(N_("Change")), ShowSchedules(made.id))),
        (Button(turn._(N_("What is new")), ShowDigest()),),
    )
    await turn.say(text, when=when(made), next=next_run(made), rows=rows)
