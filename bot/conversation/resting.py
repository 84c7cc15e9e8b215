"""/pause, /resume and /quiet: when a chat is told nothing unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversation import words as read
from bot.conversation.commands import in_reader_words
from bot.conversation.scheduling import day_names, in_words, weekday_rows
from bot.conversation.turn import Turn
from bot.digests import BadDay, Rest, parse_day, parse_days, subscribing
from bot.digests.schedule import EVERY_DAY
from bot.render.chat_actions import Pause, SetQuiet
from bot.render.messages import Button, Message
from bot.texts import N_
from summarizer.text.folding import fold

PAUSED = N_(
    "Done: no digests and no alerts before {day}. The next digest has what is new until then."
)
PAUSE_WANTED = N_("Until when? `/{command} 7d`, `/{command} 2 weeks`, `/{command} 2026-12-01`")
BAD_DAY = N_("“{text}” is no day of the coming year. Write it like 7d, 1/12 or 2026-12-01.")
RESUMED = N_("Done: digests and alerts come again.")
NOT_PAUSED = N_("There was no pause.")
QUIET_DAYS = N_("*Quiet days*: no digests and no alerts on them; the next digest has what is new.")
QUIET_WEEKDAYS = N_("Every {days}")
QUIET_DATE = N_("On {day}")
QUIET_NONE = N_("You have none.")
QUIET_HOW = N_("`/{command} sat,sun`, `/{command} 2026-12-25`, `/{command} off`")
QUIET_ALL = N_("Every day would be quiet. `/{pause}` or `/{unsubscribe}` does that.")
BAD_QUIET = N_("I cannot read days in “{text}”. Write them like sat,sun or 2026-12-25.")
PAUSES: Final = (1, 3, 7, 14)
"""Days of pause offered by buttons."""
MOST_DATES = 60
_OFF: Final = ("off", "none", "tat", "khong", "bo")


def today(turn: Turn) -> date:
    """The chat's local date."""
    return turn.services.clock().astimezone(ZoneInfo(turn.chat.zone)).date()


async def pause(turn: Turn, words: str) -> None:
    """/pause UNTIL: nothing is sent unasked before a day."""
    asked = read.query(words)
    if not asked:
        plural = turn._.plural
        made = [Button(plural("{n} day", "{n} days", n), Pause(n)) for n in PAUSES]
        end = Button(turn._(N_("End the pause")), Pause(0))
        await turn.say(
            PAUSE_WANTED,
            command=in_reader_words("pause"),
            rows=(tuple(made[:2]), tuple(made[2:]), (end,)),
        )
        return
    if fold(asked) in _OFF:
        await resume(turn, "")
        return
    try:
        day = parse_day(asked, today(turn))
    except BadDay:
        await turn.say(BAD_DAY, text=asked)
        return
    await _pause(turn, day)


async def pause_days(turn: Turn, days: int) -> None:
    """Pause for some days by a button; 0 ends a pause."""
    if not days:
        await resume(turn, "")
        return
    await _pause(turn, today(turn) + timedelta(days=min(days, 366)))


async def _pause(turn: Turn, day: date) -> None:
    async with turn.write() as session:
        await subscribing.pause(session, turn.chat.id, day, turn.services.clock())
    rows = ((Button(turn._(N_("End the pause")), Pause(0)),),)
    await turn.say(PAUSED, day=in_words(day), rows=rows)


async def resume(turn: Turn, _words: str) -> None:
    """/resume: end a pause."""
    async with turn.write() as session:
        rest = await subscribing.rest_of(session, turn.chat.id)
        paused = rest.paused_until is not None and rest.paused_until > today(turn)
        await subscribing.pause(session, turn.chat.id, None, turn.services.clock())
    await turn.say(RESUMED if paused else NOT_PAUSED)


async def quiet(turn: Turn, words: str) -> None:
    """/quiet DAYS: weekdays or dates on which nothing is sent unasked."""
    asked = read.query(words)
    if not asked:
        async with turn.services.db.read() as session:
            rest = await subscribing.rest_of(session, turn.chat.id)
        await _show(turn, rest)
        return
    if fold(asked) in _OFF:
        await _set(turn, lambda _rest: (0, frozenset()))
        return
    try:
        mask, days = parse_days(asked, today(turn))
    except BadDay:
        await turn.say(BAD_QUIET, text=asked)
        return
    await _set(turn, lambda rest: (rest.weekdays | mask, rest.dates | days))


async def toggle(turn: Turn, weekday: int) -> None:
    """Turn a weekday quiet or not, by its button."""
    await _set(turn, lambda rest: (rest.weekdays ^ (1 << weekday), rest.dates))


async def _set(turn: Turn, choose: Callable[[Rest], tuple[int, frozenset[date]]]) -> None:
    async with turn.write() as session:
        weekdays, dates = choose(await subscribing.rest_of(session, turn.chat.id))
        possible = weekdays & EVERY_DAY != EVERY_DAY
        if possible:
            dates = frozenset(sorted(dates)[-MOST_DATES:])
            await subscribing.set_quiet(
                session, turn.chat.id, weekdays, dates, turn.services.clock()
            )
        rest = await subscribing.rest_of(session, turn.chat.id)
    if possible:
        await _show(turn, rest)
    else:
        await turn.say(
            QUIET_ALL, pause=in_reader_words("pause"), unsubscribe=in_reader_words("unsubscribe")
        )


async def _show(turn: Turn, rest: Rest) -> None:
    parts = [turn.words(QUIET_DAYS)]
    between = "\n" if len(turn._.each) == 1 else "\n\n"
    if rest.weekdays:
        parts.append(turn.words(QUIET_WEEKDAYS, days=lambda _: day_names(rest.weekdays, _)))
    parts += [turn.words(QUIET_DATE, day=in_words(day)) for day in sorted(rest.dates)]
    if len(parts) == 1:
        parts.append(turn.words(QUIET_NONE))
    parts.append(turn.words(QUIET_HOW, command=in_reader_words("quiet")))
    rows = weekday_rows(
        turn._,
        lambda day, name: Button(("🔕 " if rest.weekdays >> day & 1 else "") + name, SetQuiet(day)),
    )
    await turn.send([Message(between.join(parts), rows)])
