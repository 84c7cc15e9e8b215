"""The digests of a chat as a list with buttons: times, days, zone, when empty, end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, get_day_names

from bot.conversation.commands import in_reader_words
from bot.conversation.turn import Turn
from bot.digests import BadZone, Rest, Subscription, find_zone, subscribing
from bot.digests.schedule import EVERY_DAY, WORKDAYS
from bot.render.chat_actions import (
    ChangeSchedule,
    Pause,
    SetZone,
    ShowFollowing,
    ShowSchedules,
    Subscribe,
    SubscribeWeekly,
    Unsubscribe,
)
from bot.render.messages import Button, Message
from bot.render.packing import UnknownAction
from bot.render.telegram import packed
from bot.store.deliveries import WEEKLY
from bot.store.models import Chat
from bot.texts import N_, Translator
from bot.texts.dates import LOCALES

HAVE = N_("*Your digests*")
HAVE_NONE = N_("You have no digests.")
ONE = N_("{when}; next: {next}")
ONE_RESTING = N_("{when}; all its days are quiet days of yours")
HOW = N_(
    "Choose below, or send the time after the command, with days and a time zone if you like: "
    "`/{command} 07:00`, `/{command} weekdays 18:30`, `/{command} weekly mon 08:00`, "
    "`/{command} 07:00 Europe/Paris`"
)
PAUSED = N_("*Paused*: nothing is sent before {day}.")
MORE = N_("Rest: `/{pause} 7d` sends nothing for a week; `/{quiet} sat,sun` on these days.")
CHOOSE_TIME = N_("At what time? Now: {when}")
CHOOSE_ZONE = N_("In which time zone? Now: {zone}. Any other: `/{command} 07:00 Asia/Tokyo`")
ZONE_SET = N_("Times without a zone are read in {zone} from now on.")
GONE = N_("There is no such digest any more.")
TOO_MANY = N_("A chat may have {n} digests; end one first.")

_EVERY_DAY = N_("{time} every day ({zone})")
_ON_DAYS = N_("{time} on {days} ({zone})")
_WEEKLY = N_("The week in review, {days} {time} ({zone})")
_ALWAYS = N_("{when}, also with nothing new")
_DAY: Final = {"vi": "EEEE, d/M/y", "en": "EEEE, d MMMM y"}
_NEXT: Final = {"vi": "EEEE, d/M/y, HH:mm", "en": "EEEE, d MMMM y, HH:mm"}

TIMES: Final = ("0600", "0700", "0800", "0900", "1200", "1700", "1830", "2000")
"""Times offered by buttons."""
FIRST_TIMES: Final = ("0700", "1200", "1830")
ZONES: Final = (
    "Asia/Ho_Chi_Minh", "Asia/Tokyo", "Asia/Singapore", "Australia/Sydney", "Europe/Moscow",
    "Europe/Paris", "Europe/London", "America/New_York",
)  # fmt: skip
"""Zones offered by buttons."""


def in_words(day: date) -> Callable[[Translator], str]:
    """A day in words."""
    return lambda _: format_date(day, _DAY[_.language], locale=LOCALES[_.language])


def day_names(mask: int, _: Translator) -> str:
    """Weekdays in words, the first one first; three or more in a row as a span."""
    names = get_day_names("abbreviated", locale=LOCALES[_.language])
    days = [day for day in range(7) if mask >> day & 1]
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    said = []
    for run in runs:
        if len(run) > 2:
            said.append(f"{names[run[0]]}–{names[run[-1]]}")
        else:
            said += [names[day] for day in run]
    return ", ".join(said)


def weekday_rows(
    _: Translator, make: Callable[[int, str], Button]
) -> tuple[tuple[Button, ...], ...]:
    """A button for each weekday, named in the reader's language or both."""
    named = [get_day_names("abbreviated", locale=LOCALES[each.language]) for each in _.each]
    made = [make(day, " · ".join(names[day] for names in named)) for day in range(7)]
    wide = 4 if len(named) == 1 else 3
    return tuple(tuple(made[n : n + wide]) for n in range(0, 7, wide))


def when(subscription: Subscription) -> Callable[[Translator], str]:
    """The times of a subscription in words."""

    def said(_: Translator) -> str:
        values = {"time": f"{subscription.local_time:%H:%M}", "zone": subscription.zone.key}
        days = day_names(subscription.weekdays, _)
        if subscription.kind == WEEKLY:
            text = _(_WEEKLY, days=days, **values)
        elif subscription.weekdays == EVERY_DAY:
            text = _(_EVERY_DAY, **values)
        else:
            text = _(_ON_DAYS, days=days, **values)
        return _(_ALWAYS, when=text) if subscription.always else text

    return said


def next_run(subscription: Subscription) -> Callable[[Translator], str]:
    """When a subscription runs next, in its own zone, in words."""

    def said(_: Translator) -> str:
        if subscription.next_run is None:
            return "–"
        return format_datetime(subscription.next_run, _NEXT[_.language], locale=LOCALES[_.language])

    return said


def clock(at: str) -> str:
    """``HHMM`` as a clock shows it."""
    return f"{at[:2]}:{at[2:]}"


def read_clock(at: str) -> time:
    """``HHMM`` as a time.

    Raises:
        UnknownAction: if it is none.
    """
    try:
        return time(int(at[:2]), int(at[2:]))
    except ValueError:
        raise UnknownAction(f"not a time: {at!r}") from None


async def show(turn: Turn, schedule: int = 0) -> str:
    """The digests of the chat with their buttons, or one with those to change it."""
    services = turn.services
    async with services.db.read() as session:
        there = await subscribing.of_chat(session, turn.chat.id, services.clock())
        rest = await subscribing.rest_of(session, turn.chat.id)
    if schedule:
        one = next((each for each in there if each.id == schedule), None)
        if one is None:
            return GONE
        await turn.send([_detail(turn, one)])
    else:
        await turn.send(_list(turn, there, rest))
    return ""


def _list(turn: Turn, there: list[Subscription], rest: Rest) -> list[Message]:
    _ = turn._
    parts = [turn.words(HAVE) if there else turn.words(HAVE_NONE)]
    for each in there:
        text = ONE if each.next_run else ONE_RESTING
        parts.append(turn.words(text, when=when(each), next=next_run(each)))
    today = turn.services.clock().astimezone(ZoneInfo(turn.chat.zone)).date()
    paused = rest.paused_until is not None and rest.paused_until > today
    if rest.paused_until is not None and paused:
        parts.append(turn.words(PAUSED, day=in_words(rest.paused_until)))
    parts.append(turn.words(HOW, command=in_reader_words("subscribe")))
    if there:
        pause, quiet = in_reader_words("pause"), in_reader_words("quiet")
        parts.append(turn.words(MORE, pause=pause, quiet=quiet))
    rows: list[tuple[Button, ...]] = [
        (Button(f"⚙ {_label(turn, each)}", ShowSchedules(each.id)), end_button(turn, each))
        for each in there
    ]
    if not there:
        rows.append(tuple(Button(clock(at), Subscribe(at)) for at in FIRST_TIMES))
        workdays = [
            Button(_(N_("Mon–Fri {time}"), time=clock(at)), Subscribe(at, WORKDAYS))
            for at in ("0700", "1830")
        ]
        rows += [tuple(workdays)] if len(_.each) == 1 else [(each,) for each in workdays]
    if not any(each.kind == WEEKLY for each in there):
        rows.append((Button(_(N_("The week in review")), SubscribeWeekly()),))
    if paused:
        rows.append((Button(_(N_("End the pause")), Pause(0)),))
    rows.append(
        (
            Button(f"🌐 {turn.chat.zone}", SetZone()),
            Button(_(N_("What I follow")), ShowFollowing()),
        )
    )
    return packed(parts, tuple(rows))


def _label(turn: Turn, one: Subscription) -> str:
    at = f"{one.local_time:%H:%M}"
    if one.weekdays == EVERY_DAY:
        return at
    days = dict.fromkeys(day_names(one.weekdays, each) for each in turn._.each)
    return f"{at} {' · '.join(days)}"


def _detail(turn: Turn, one: Subscription) -> Message:
    _ = turn._
    text = turn.words(ONE if one.next_run else ONE_RESTING, when=when(one), next=next_run(one))
    rows: list[tuple[Button, ...]] = [
        (
            Button(_(N_("Change the time")), ChangeSchedule(one.id, "times")),
            Button(_(N_("Time zone")), ChangeSchedule(one.id, "zone")),
        )
    ]
    if one.kind == WEEKLY:
        rows += weekday_rows(
            _, lambda day, name: Button(name, ChangeSchedule(one.id, "days", str(1 << day)))
        )
    else:
        rows.append(
            (
                Button(_(N_("Every day")), ChangeSchedule(one.id, "days", str(EVERY_DAY))),
                Button(_(N_("Mon–Fri")), ChangeSchedule(one.id, "days", str(WORKDAYS))),
            )
        )
    if one.always:
        empty = Button(_(N_("Only with news")), ChangeSchedule(one.id, "empty", "news"))
    else:
        empty = Button(_(N_("Also with nothing new")), ChangeSchedule(one.id, "empty", "always"))
    rows.append((empty,))
    rows.append((end_button(turn, one), Button("◀", ShowSchedules())))
    return Message(text, tuple(rows))


def end_button(turn: Turn, subscription: Subscription) -> Button:
    """The button that ends a digest."""
    label = turn._(N_("End {time}"), time=f"{subscription.local_time:%H:%M}")
    return Button(label, Unsubscribe(subscription.id))


async def change(turn: Turn, schedule: int, what: str, value: str) -> str:
    """Change one digest by its buttons; returns a notice (a msgid) if it is gone."""
    if what in ("times", "zone") and not value:
        return await _offer(turn, schedule, what)
    now = turn.services.clock()
    given: dict[str, object] = {}
    match what:
        case "time":
            given["local_time"] = read_clock(value)
        case "days":
            given["weekdays"] = _mask(value)
        case "empty":
            given["always"] = value == "always"
        case "zone":
            given["zone"] = _zone(value)
        case _other:
            raise UnknownAction(f"cannot change {what!r} to {value!r}")
    async with turn.write() as session:
        changed = await subscribing.change(session, turn.chat.id, schedule, now, **given)  # type: ignore[arg-type]
    if changed is None:
        return GONE
    await turn.send([_detail(turn, changed)])
    return ""


async def _offer(turn: Turn, schedule: int, what: str) -> str:
    """The times or zones to choose from."""
    services = turn.services
    async with services.db.read() as session:
        there = await subscribing.of_chat(session, turn.chat.id, services.clock())
    one = next((each for each in there if each.id == schedule), None)
    if one is None:
        return GONE
    if what == "times":
        text = turn.words(CHOOSE_TIME, when=when(one))
        made = [Button(clock(at), ChangeSchedule(one.id, "time", at)) for at in TIMES]
        rows = [tuple(made[:4]), tuple(made[4:])]
    else:
        command = in_reader_words("subscribe")
        text = turn.words(CHOOSE_ZONE, zone=one.zone.key, command=command)
        rows = _zone_rows(lambda zone: Button(_city(zone), ChangeSchedule(one.id, "zone", zone)))
    rows.append((Button("◀", ShowSchedules(one.id)),))
    await turn.send([Message(text, tuple(rows))])
    return ""


def _zone_rows(make: Callable[[str], Button]) -> list[tuple[Button, ...]]:
    made = [make(zone) for zone in ZONES]
    return [tuple(made[n : n + 2]) for n in range(0, len(made), 2)]


def _city(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _zone(value: str) -> ZoneInfo:
    try:
        return find_zone(value)
    except BadZone:
        raise UnknownAction(f"no such zone: {value!r}") from None


def _mask(value: str) -> int:
    mask = int(value) if value.isascii() and value.isdigit() else 0
    if not 0 < mask <= EVERY_DAY:
        raise UnknownAction(f"no such weekdays: {value!r}")
    return mask


async def set_zone(turn: Turn, zone: str) -> None:
    """Set the zone in which the chat's times are read, or show some to choose from."""
    if not zone:
        text = turn.words(CHOOSE_ZONE, zone=turn.chat.zone, command=in_reader_words("subscribe"))
        rows = _zone_rows(lambda each: Button(_city(each), SetZone(each)))
        rows.append((Button("◀", ShowSchedules()),))
        await turn.send([Message(text, tuple(rows))])
        return
    chosen = _zone(zone)
    async with turn.write() as session:
        (await session.get_one(Chat, turn.chat.id)).zone = chosen.key
    await turn.say(ZONE_SET, zone=chosen.key, rows=((Button("◀", ShowSchedules()),),))
