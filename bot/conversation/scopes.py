"""Summaries of a theme, of a period, and of a theme within a period; and what is said where there
is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.briefings.cards import SummaryCard
from bot.briefings.dated import title
from bot.briefings.periods import Period
from bot.conversation import scope_words
from bot.conversation import words as read
from bot.conversation.commands import in_reader_words
from bot.conversation.scope_words import Scope
from bot.conversation.turn import Turn
from bot.render.actions import OpenList, SummarizeScope
from bot.render.messages import Button
from bot.render.packing import UnknownAction
from bot.render.voice import capital
from bot.store import told
from bot.texts import N_, Translator
from bot.texts.dates import Detail, date_text
from bot.texts.names import THEMES
from summarizer.facts.model import Theme
from summarizer.text.dates import PartialDate, Precision

WHICH_THEME = N_("Which theme? These have something: {themes}.")
NO_THEME = N_("There is no theme “{words}”. These have something: {themes}.")
NO_THEME_OF = N_(
    "There is no theme “{words}”. These have something from this time ({period}): {themes}."
)
NO_THEME_YET = N_("There is no article yet from which a theme could be summed up.")
NOTHING_ON = N_("I have nothing on the theme “{theme}” yet. These have something: {themes}.")
NOTHING_FROM = N_("I have no articles from this time ({period}). The newest is of {newest}.")
NOTHING_FROM_UNDATED = N_("I have no articles from this time ({period}).")
NOTHING_SINCE = N_("Nothing has come in since your last digest.")
WHICH_THEME_THEN = N_("Which theme? These have something from this time ({period}): {themes}.")
NO_THEME_THEN = N_(
    "No such theme has anything from this time ({period}). At any time, these do: {themes}."
)
NOTHING_THEN = N_(
    "Nothing from this time ({period}) belongs to a theme. At any time, these have something: "
    "{themes}."
)
WHICH_THEME_SINCE = N_("Which theme? These have something new since your last digest: {themes}.")
NO_THEME_SINCE = N_(
    "Nothing new since your last digest is of such a theme. At any time, these have something: "
    "{themes}."
)
NOTHING_ON_THEN = N_("I have nothing on the theme “{theme}” from this time ({period}).")
NOTHING_ON_THEN_BUT = N_(
    "I have nothing on the theme “{theme}” from this time ({period}). These have something from "
    "it: {themes}."
)
NOTHING_ON_SINCE = N_("Nothing on the theme “{theme}” has come in since your last digest.")
NOTHING_ON_SINCE_BUT = N_(
    "Nothing on the theme “{theme}” has come in since your last digest. These have something new: "
    "{themes}."
)
ANY_TIME = N_("{theme} at any time")
NO_DIGEST = N_("You have had no digest yet: this is the last week.")

OFFERED: Final = 6
"""Themes that are offered with a button each."""
WEEK: Final = timedelta(days=7)


def today(turn: Turn) -> date:
    """The day that it is for the chat."""
    return turn.services.clock().astimezone(ZoneInfo(turn.chat.zone)).date()


async def asked(turn: Turn, words: str, language: str = "") -> bool:
    """Answer where a theme or a period and nothing else is asked for; whether that is so."""
    theme = turn.services.briefings.theme(words)
    scope = Scope(theme) if theme else scope_words.time_of(words, today(turn))
    if scope is not None:
        await show(turn, scope, language)
    return scope is not None


async def answered(turn: Turn, words: str, language: str = "") -> bool:
    """Answer where a theme, a period, or the one within the other is asked for, and nothing else;
    whether that is so.
    """
    wanted = read.wanted(words)
    if wanted.thing == "theme":
        await named_theme(turn, read.query(wanted.words), wanted.language or language)
        return True
    words = read.query(words)
    if not words or await asked(turn, words, language):
        return bool(words)
    scope = theme_in_time(turn, words)
    if scope is not None:
        await show(turn, scope, language)
    return scope is not None


async def without_period(turn: Turn, words: str) -> tuple[str, Period | None]:
    """Words without the period that they begin or end with, and that period."""
    name, time = scope_words.without_time(words, today(turn))
    return name, await period_of(turn, time) if time is not None else None


def theme_in_time(turn: Turn, words: str) -> Scope | None:
    """The theme within a period that words name, if they name nothing else."""
    return scope_words.theme_in_time(words, today(turn), turn.services.briefings)


def asks(turn: Turn, text: str) -> bool:
    """Whether a message asks for a period, or for a theme within one, or names the latter."""
    question = scope_words.question(text, today(turn), turn.services.briefings)
    return (question or bare(turn, text)) is not None


def bare(turn: Turn, text: str) -> Scope | None:
    """The theme within a period that a message names, with no word of asking."""
    return scope_words.bare(text, today(turn), turn.services.briefings)


async def question(turn: Turn, text: str) -> bool:
    """Answer a message such as "what happened this week?"; whether it is one."""
    wanted = read.wanted(scope_words.question_rest(text))
    if wanted.thing == "theme":
        await named_theme(turn, wanted.words)
        return True
    scope = scope_words.question(text, today(turn), turn.services.briefings)
    if scope is not None:
        await show(turn, scope)
    return scope is not None


async def named_theme(turn: Turn, words: str, language: str = "") -> None:
    """The summary of the theme that words name, in part perhaps, and of the period they name with
    it; else the themes there are.
    """
    briefings, day = turn.services.briefings, today(turn)
    if (theme := briefings.theme(words)) is not None:
        await show_theme(turn, theme, None, language)
        return
    scope = scope_words.theme_in_time(words, day, briefings, named=True)
    if scope is not None:
        await show(turn, scope, language)
        return
    like = briefings.themes_like(words)
    if len(like) == 1:
        await show_theme(turn, like[0], None, language)
    elif not like and (time := scope_words.time_of(words, day)):
        await _offer_then(turn, time)
    else:
        await _offer_instead(turn, words, like)


async def _offer_instead(turn: Turn, words: str, like: Sequence[str]) -> None:
    """Say which themes there are, those that may be meant only, where the words name none; those of
    the period that is named with it, if there are any.
    """
    name, time = scope_words.without_time(words, today(turn))
    if time is not None and not like:
        period = await period_of(turn, time)
        there = await _themes(turn, period) if period.since is None else []
        if there:
            await _offer(turn, NO_THEME_OF, there, period, words=name, period=_name(period))
            return
    there = [each for each in await _themes(turn) if not like or each in like]
    await _offer(turn, NO_THEME if words else WHICH_THEME, there, words=name)


async def show(turn: Turn, scope: Scope, language: str = "") -> None:
    """The summary of a scope, or what there is instead."""
    if scope.among:
        await _offer_then(turn, scope)
        return
    period = scope.period
    if scope.since_digest:
        period = await period_of(turn, scope)
        if period.since is None:
            await turn.say(NO_DIGEST)
    if scope.theme:
        await show_theme(turn, scope.theme, period, language)
    elif period is not None:
        await show_period(turn, period, language)


async def show_theme(
    turn: Turn, theme: str, period: Period | None = None, language: str = ""
) -> None:
    """The summary of a theme, within a period perhaps; or which others have something."""
    briefings = turn.services.briefings
    card = await briefings.theme_summary(theme, 1, period, ZoneInfo(turn.chat.zone))
    if card.lines:
        await turn.show(card, language)
    elif period is None:
        there = [each for each in await _themes(turn) if each != theme]
        await _offer(turn, NOTHING_ON, there, theme=lambda _: _(THEMES[theme]))
    else:
        await _nothing_then(turn, theme, period)


async def _nothing_then(turn: Turn, theme: str, period: Period) -> None:
    """Say that there is nothing on a theme in a period; offer the theme at any time, and the themes
    that have something in the period.
    """
    there = [each for each in await _themes(turn, period) if each != theme]
    since = period.since is not None
    if there:
        text = NOTHING_ON_SINCE_BUT if since else NOTHING_ON_THEN_BUT
    else:
        text = NOTHING_ON_SINCE if since else NOTHING_ON_THEN
    rows = theme_rows(turn, there, period)
    if (await turn.services.briefings.theme_summary(theme)).lines:
        label = _label(turn, theme, ANY_TIME)
        rows = ((Button(label, SummarizeScope("theme", theme)),), *rows)
    await turn.say(
        text, theme=lambda _: _(THEMES[theme]), themes=_listed(there), period=_name(period),
        rows=rows,
    )  # fmt: skip


async def show_period(turn: Turn, period: Period, language: str = "") -> None:
    """The summary of a period, or the date of the newest article."""
    briefings = turn.services.briefings
    card = await briefings.period_summary(period, ZoneInfo(turn.chat.zone))
    if card.lines:
        await turn.show(card, language)
        return
    latest = (Button(turn._(N_("Latest articles")), OpenList("latest")),)
    if period.since is not None:
        await turn.say(NOTHING_SINCE, rows=(latest,))
        return
    newest = await briefings.newest_day()
    if newest is None:
        await turn.say(NOTHING_FROM_UNDATED, period=_name(period), rows=(latest,))
        return
    rows = [latest]
    if newest.precision is Precision.DAY:
        last = date.fromisoformat(str(newest))
        action = SummarizeScope("period", Period(last - WEEK + timedelta(days=1), last).pack())
        rows.insert(0, (Button(turn._(N_("The last week that has articles")), action),))
    await turn.say(
        NOTHING_FROM, period=_name(period), newest=lambda _: _day(newest, _), rows=tuple(rows)
    )


async def card_of(turn: Turn, action: SummarizeScope) -> SummaryCard:
    """The card of a button.

    Raises:
        UnknownAction: if there is no such theme or period.
    """
    briefings, zone = turn.services.briefings, ZoneInfo(turn.chat.zone)
    if action.of == "period":
        return await briefings.period_summary(unpacked(action.scope), zone, action.page)
    if action.scope not in THEMES:
        raise UnknownAction(f"no such theme: {action.scope!r}")
    period = unpacked(action.period) if action.period else None
    return await briefings.theme_summary(action.scope, action.page, period, zone)


def unpacked(period: str) -> Period:
    """The period of a button.

    Raises:
        UnknownAction: if it is none.
    """
    try:
        return Period.unpack(period)
    except ValueError as error:
        raise UnknownAction(str(error)) from None


async def period_of(turn: Turn, time: Scope) -> Period:
    """The period of a scope; since the last digest is the last week where there was none."""
    if time.period is not None:
        return time.period
    async with turn.services.db.read() as session:
        if mark := await told.last_digest(session, turn.chat.id):
            return Period.after(mark)
    last = today(turn)
    return Period(last - WEEK + timedelta(days=1), last)


async def _themes(turn: Turn, period: Period | None = None) -> list[str]:
    """The themes that have something, in a period perhaps, the most first."""
    found = await turn.services.briefings.themes(period, ZoneInfo(turn.chat.zone))
    return [theme for theme, _ in found]


async def _offer_then(turn: Turn, scope: Scope) -> None:
    """Say which themes have something in a period, those that may be meant only; or at any time."""
    period = await period_of(turn, scope)
    among = scope.among or THEMES
    there = [each for each in await _themes(turn, period) if each in among]
    if there:
        text = WHICH_THEME_THEN if period.since is None else WHICH_THEME_SINCE
        await _offer(turn, text, there, period, period=_name(period))
    else:
        there = await _themes(turn)
        there = [each for each in there if each in among] or there
        text = NO_THEME_THEN if scope.among else NOTHING_THEN
        if period.since is not None:
            text = NO_THEME_SINCE if scope.among else NOTHING_SINCE
        await _offer(turn, text, there, period=_name(period))


async def _offer(
    turn: Turn, text: str, themes: Sequence[str], within: Period | None = None, **values: object
) -> None:
    """Say which themes have something, the first with a button each."""
    if not themes:
        await turn.say(NO_THEME_YET)
        return
    await turn.say(text, themes=_listed(themes), command=in_reader_words("summary"),
                   rows=theme_rows(turn, themes, within), **values)  # fmt: skip


def rows_like(turn: Turn, words: str) -> tuple[tuple[Button, ...], ...]:
    """A button to the theme that words are a key phrase of ("kiều bào"), where it is only one."""
    like = turn.services.briefings.themes_like(words)
    return theme_rows(turn, like) if len(like) == 1 else ()


def theme_rows(
    turn: Turn, themes: Sequence[str], period: Period | None = None
) -> tuple[tuple[Button, ...], ...]:
    packed = period.pack() if period is not None else ""
    return tuple(
        (Button(_label(turn, theme), SummarizeScope("theme", theme, period=packed)),)
        for theme in themes
        if theme != Theme.OTHER
    )[:OFFERED]


def _listed(themes: Sequence[str]) -> Callable[[Translator], str]:
    return lambda _: ", ".join(_(THEMES[theme]) for theme in themes)


def _label(turn: Turn, theme: str, text: str = "{theme}") -> str:
    """The label of a theme's button, in each of the reader's languages; always in one line."""
    return " · ".join(each(text, theme=capital(each(THEMES[theme]))) for each in turn._.each)


def _name(period: Period) -> Callable[[Translator], str]:
    return lambda _: title(period).in_(_.language)


def _day(day: PartialDate, _: Translator) -> str:
    return date_text(day, _, Detail.SHORT)
