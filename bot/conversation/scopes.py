"""Summaries of a theme and of a period: what is asked for, and what is said where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.briefings.cards import SummaryCard
from bot.briefings.periods import Period, asked_period, since_digest
from bot.conversation import words as read
from bot.conversation.commands import in_reader_words
from bot.conversation.turn import Turn
from bot.render.actions import OpenList, SummarizeScope, UnknownAction
from bot.render.messages import Button
from bot.store import told
from bot.texts import N_, Translator
from bot.texts.dates import Detail, date_text
from bot.texts.names import THEMES
from summarizer.facts.model import Theme
from summarizer.text.dates import PartialDate, Precision
from summarizer.text.folding import fold

WHICH_THEME = N_("Which theme? These have something: {themes}.")
NO_THEME = N_("There is no theme “{words}”. These have something: {themes}.")
NO_THEME_YET = N_("There is no article yet from which a theme could be summed up.")
NOTHING_ON = N_("I have nothing on the theme “{theme}” yet. These have something: {themes}.")
NOTHING_FROM = N_("I have no articles from this time ({period}). The newest is of {newest}.")
NOTHING_FROM_UNDATED = N_("I have no articles from this time ({period}).")
NOTHING_SINCE = N_("Nothing has come in since your last digest.")
NO_DIGEST = N_("You have had no digest yet: this is the last week.")

OFFERED: Final = 6
"""Themes that are offered with a button each."""
WEEK: Final = timedelta(days=7)

_ASKING: Final = re.compile(
    r"^(?:please\s+)?(?:what(?:\s+has)?\s+happened|what(?:'s|s| is| was)?\s+(?:new|the news)"
    r"|what came in|(?:any\s+|the\s+|latest\s+)?news|summary|summari[sz]e|sum up|brief me"
    r"|co gi(?: moi| dang chu y)?|chuyen gi(?: da)? xay ra|tin tuc|tin(?: moi)?|tom tat|tom luoc"
    r"|diem tin|diem lai|tinh hinh)(?:\s+(?:tin tuc|tin|tinh hinh))?(?:\s+|$)"
)
_ASKED_LAST: Final = re.compile(
    r"\s+(?:co (?:gi|tin gi|chuyen gi)(?: moi| dang chu y)?|dien ra (?:nhung )?gi|xay ra chuyen gi"
    r"|news|summary)$"
)


def today(turn: Turn) -> date:
    """The day that it is for the chat."""
    return turn.services.clock().astimezone(ZoneInfo(turn.chat.zone)).date()


async def asked(turn: Turn, words: str, language: str = "") -> bool:
    """Answer where a theme or a period and nothing else is asked for; whether that is so."""
    theme = turn.services.briefings.theme(words)
    if theme is not None:
        await show_theme(turn, theme, language)
        return True
    if since_digest(words):
        await _show_since_digest(turn, language)
        return True
    period = asked_period(words, today(turn))
    if period is not None:
        await show_period(turn, period, language)
    return period is not None


async def question(turn: Turn, text: str) -> bool:
    """Answer a message such as "what happened this week?"; whether it is one."""
    plain = " ".join(fold(text).split()).strip(" ?!.")
    rest, begun = _ASKING.subn("", plain)
    if not begun:
        rest, begun = _ASKED_LAST.subn("", plain)
    if not begun or not rest:
        return False
    wanted = read.wanted(rest)
    if wanted.thing == "theme":
        await named_theme(turn, wanted.words)
        return True
    if since_digest(rest) or asked_period(rest, today(turn)) is not None:
        return await asked(turn, rest)
    return False


async def named_theme(turn: Turn, words: str, language: str = "") -> None:
    """The summary of the theme that words name, in part perhaps; else the themes there are."""
    briefings = turn.services.briefings
    theme = briefings.theme(words)
    like = [theme] if theme else briefings.themes_like(words)
    if len(like) == 1:
        await show_theme(turn, like[0], language)
        return
    there = [each for each, _ in await briefings.themes() if not like or each in like]
    await _offer(turn, NO_THEME if words else WHICH_THEME, there, words=words)


async def show_theme(turn: Turn, theme: str, language: str = "") -> None:
    """The summary of a theme, or which others have something."""
    card = await turn.services.briefings.theme_summary(theme)
    if card.lines:
        await turn.show(card, language)
        return
    there = [each for each, _ in await turn.services.briefings.themes() if each != theme]
    await _offer(turn, NOTHING_ON, there, theme=lambda _: _(THEMES[theme]))


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
        await turn.say(NOTHING_FROM_UNDATED, period=_title(card), rows=(latest,))
        return
    rows = [latest]
    if newest.precision is Precision.DAY:
        last = date.fromisoformat(str(newest))
        action = SummarizeScope("period", Period(last - WEEK + timedelta(days=1), last).pack())
        rows.insert(0, (Button(turn._(N_("The last week that has articles")), action),))
    await turn.say(
        NOTHING_FROM, period=_title(card), newest=lambda _: _day(newest, _), rows=tuple(rows)
    )


async def card_of(turn: Turn, of: str, scope: str, page: int) -> SummaryCard:
    """The card of a button.

    Raises:
        UnknownAction: if there is no such theme or period.
    """
    briefings = turn.services.briefings
    if of == "theme":
        if scope not in THEMES:
            raise UnknownAction(f"no such theme: {scope!r}")
        return await briefings.theme_summary(scope, page)
    try:
        period = Period.unpack(scope)
    except ValueError as error:
        raise UnknownAction(str(error)) from None
    return await briefings.period_summary(period, ZoneInfo(turn.chat.zone), page)


async def _show_since_digest(turn: Turn, language: str) -> None:
    async with turn.services.db.read() as session:
        mark = await told.mark(session, turn.chat.id)
        had = mark > 0 and await told.had_digest(session, turn.chat.id)
    if had:
        await show_period(turn, Period.after(mark), language)
        return
    last = today(turn)
    await turn.say(NO_DIGEST)
    await show_period(turn, Period(last - WEEK + timedelta(days=1), last), language)


async def _offer(turn: Turn, text: str, themes: Sequence[str], **values: object) -> None:
    """Say which themes have something, the first with a button each."""
    if not themes:
        await turn.say(NO_THEME_YET)
        return
    rows = tuple(
        (Button(_label(turn, theme), SummarizeScope("theme", theme)),)
        for theme in themes
        if theme != Theme.OTHER
    )[:OFFERED]
    await turn.say(text, themes=_listed(themes), command=in_reader_words("summary"), rows=rows,
                   **values)  # fmt: skip


def _listed(themes: Sequence[str]) -> Callable[[Translator], str]:
    return lambda _: ", ".join(_(THEMES[theme]) for theme in themes)


def _label(turn: Turn, theme: str) -> str:
    name = turn._.each[0](THEMES[theme])
    return name[:1].upper() + name[1:]


def _title(card: SummaryCard) -> Callable[[Translator], str]:
    return lambda _: card.title.in_(_.language)


def _day(day: PartialDate, _: Translator) -> str:
    return date_text(day, _, Detail.SHORT)
