"""Digests on demand and by subscription."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, get_day_names

from bot import digests
from bot.conversation import words as read
from bot.conversation.commands import in_reader_words
from bot.conversation.turn import Turn
from bot.digests import BadTime, BadZone, Subscription, Wish
from bot.digests.schedule import EVERY_DAY
from bot.render.actions import Subscribe, UnknownAction, Unsubscribe, unpack
from bot.render.messages import Button, Message
from bot.store import deliveries, library, schedules, told
from bot.store.models import Delivery
from bot.texts import N_, Translator

SUBSCRIBED = N_("Done. You get a digest at {when}.\nThe next one comes on {next}.")
CHANGED = N_("You have a digest at this time already; it now comes at {when}. Next: {next}.")
HAVE = N_("*Your digests*")
HAVE_NONE = N_("You have no digests.")
ONE = N_("{when}; next: {next}")
HOW = N_(
    "Send the time after the command, with days and a time zone if you like: "
    "`/{command} 07:00`, `/{command} weekdays 18:30`, `/{command} 07:00 Europe/Paris`"
)
BAD_TIME = N_("I cannot read a time of day in “{text}”. Write it like 07:00 or 18:30.")
BAD_ZONE = N_("I know no time zone “{text}”. Write it like Asia/Ho_Chi_Minh or Europe/Paris.")
NEAR_ZONES = N_("I know no time zone “{text}”. Did you mean one of these: {near}?")
ENDED = N_("Done: this chat gets no digests any more.")
ENDED_ONE = N_("Done: the digest at {time} has ended.")
NONE_AT = N_("There is no digest at {time}.")
NOT_THERE = N_("There is no such digest any more.")
_EVERY_DAY = N_("{time} every day ({zone})")
_ON_DAYS = N_("{time} on {days} ({zone})")
_LOCALES: Final = {"vi": "vi", "en": "en_GB"}
_NEXT: Final = {"vi": "EEEE, d/M/y, HH:mm", "en": "EEEE, d MMMM y, HH:mm"}
RECENT: Final = timedelta(days=3)
"""How far back a digest on demand looks in a chat that never had a scheduled one."""


def when(subscription: Subscription) -> Callable[[Translator], str]:
    """The times of a subscription in words."""

    def said(_: Translator) -> str:
        values = {"time": f"{subscription.local_time:%H:%M}", "zone": subscription.zone.key}
        if subscription.weekdays == EVERY_DAY:
            return _(_EVERY_DAY, **values)
        names = get_day_names("abbreviated", locale=_LOCALES[_.language])
        days = [names[day] for day in range(7) if subscription.weekdays >> day & 1]
        return _(_ON_DAYS, days=", ".join(days), **values)

    return said


def next_run(subscription: Subscription) -> Callable[[Translator], str]:
    """When a subscription runs next, in its own zone, in words."""
    return lambda _: format_datetime(
        subscription.next_run, _NEXT[_.language], locale=_LOCALES[_.language]
    )


async def digest(turn: Turn, _words: str, language: str = "") -> None:
    """/digest: what is new since the last scheduled digest; does not move its mark."""
    services = turn.services
    async with services.db.read() as session:
        rows = await schedules.of_chat(session, turn.chat.id)
        floor = min((row.mark for row in rows), default=0)
        since = await told.mark(session, turn.chat.id, floor)
        until = await library.last_sequence(session)
        if not since:
            since = await told.first_mark(session, services.clock() - RECENT)
    await turn.show(await services.briefings.digest(since, until), language)


async def subscribe(turn: Turn, words: str) -> None:
    """/subscribe HH:MM [days] [zone]."""
    asked = read.query(words)
    if not asked:
        await _list(turn)
        return
    zone = ZoneInfo(turn.chat.zone)
    try:
        wish = digests.parse_wish(asked, zone)
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
    wish = Wish(time(int(at[:2]), int(at[2:])), weekdays, ZoneInfo(turn.chat.zone))
    await _subscribe(turn, wish)


async def unsubscribe(turn: Turn, words: str) -> None:
    """/unsubscribe [HH:MM]: all digests of the chat, or those of a time."""
    services, asked, at = turn.services, read.query(words), None
    if asked:
        try:
            at = digests.parse_wish(asked, ZoneInfo(turn.chat.zone)).local_time
        except BadTime:
            await turn.say(BAD_TIME, text=asked)
            return
        except BadZone as error:
            await turn.say(BAD_ZONE, text=error.text)
            return
    ended = await digests.unsubscribe(services.db, turn.chat.id, at)
    if at is not None:
        await turn.say(ENDED_ONE if ended else NONE_AT, time=f"{at:%H:%M}")
    else:
        await turn.say(ENDED if ended else HAVE_NONE)


async def unsubscribe_one(turn: Turn, schedule: int) -> None:
    """End a subscription by its button; 0 ends all."""
    there = await digests.subscriptions(turn.services.db, turn.chat.id)
    ended = await digests.unsubscribe(turn.services.db, turn.chat.id, schedule_id=schedule or None)
    if not ended:
        await turn.say(NOT_THERE if schedule else HAVE_NONE)
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
    return "" if messages else NOT_THERE


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
    services = turn.services
    made = await digests.subscribe(services.db, turn.chat.id, wish, services.clock())
    text = SUBSCRIBED if made.new else CHANGED
    rows = ((_end_button(turn, made),),)
    await turn.say(text, when=when(made), next=next_run(made), rows=rows)


async def _list(turn: Turn) -> None:
    """What the chat has, and how to ask for more."""
    there = await digests.subscriptions(turn.services.db, turn.chat.id)
    parts = [turn.words(HAVE) if there else turn.words(HAVE_NONE)]
    parts += [turn.words(ONE, when=when(each), next=next_run(each)) for each in there]
    parts.append(turn.words(HOW, command=in_reader_words("subscribe")))
    rows: list[tuple[Button, ...]] = [(_end_button(turn, each),) for each in there]
    if not there:
        times = ("0700", "1200", "1830")
        rows.append(tuple(Button(f"{at[:2]}:{at[2:]}", Subscribe(at)) for at in times))
    await turn.send([Message("\n\n".join(parts), tuple(rows))])


def _end_button(turn: Turn, subscription: Subscription) -> Button:
    label = turn._(N_("End {time}"), time=f"{subscription.local_time:%H:%M}")
    return Button(label, Unsubscribe(subscription.id))
