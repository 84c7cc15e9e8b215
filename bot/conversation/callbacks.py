"""Buttons: what pressing one does.

A press is always answered, so that the button does not stay dark. What belongs to the card that
the button stands under (its pages, sections, languages) replaces that card; a thing opened from a
list comes as a message of its own, and the list stays.
"""

from __future__ import annotations

import contextlib
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.briefings.cards import Card, Section
from bot.conversation import (
    following,
    hello,
    reading,
    resting,
    scheduling,
    scopes,
    searching,
    subscriptions,
)
from bot.conversation.turn import Turn
from bot.render import telegram as render
from bot.render.actions import (
    ListConferences,
    ListConferencesThen,
    ListTasks,
    Open,
    OpenList,
    Reply,
    Search,
    SearchThen,
    ShowDigest,
    Summarize,
    SummarizeScope,
    unpack,
)
from bot.render.chat_actions import (
    ChangeSchedule,
    FollowThing,
    FollowWords,
    Nothing,
    Pause,
    SetAlerts,
    SetLanguage,
    SetQuiet,
    SetZone,
    ShowDelivery,
    ShowFollowing,
    ShowHelp,
    ShowSchedules,
    Subscribe,
    SubscribeWeekly,
    Unfollow,
    Unsubscribe,
)
from bot.render.packing import Action, UnknownAction
from bot.texts import N_

OLD_BUTTON = N_(
    "This button is from an older version and does nothing any more. Please ask again: /help"
)
_ALERT = 200
"""Characters Telegram shows of an answer to a press."""


async def press(turn: Turn) -> None:
    """Answer the press of a button."""
    query = turn.update.callback_query
    assert query is not None
    notice = ""
    try:
        notice = await _act(turn, unpack(query.data or ""))
    except UnknownAction:
        await turn.take()
        notice = OLD_BUTTON
    finally:
        text = render.notice(notice, turn.language).plain[:_ALERT] if notice else None
        with contextlib.suppress(BadRequest):  # too old to be answered: nobody waits for it
            await query.answer(text, show_alert=bool(notice))


async def _act(turn: Turn, action: Action) -> str:
    """Do what a button says; returns a notice (a msgid) to show over the chat, or nothing."""
    asked = getattr(action, "language", "")
    match action:
        case Open() | OpenList() | ListTasks() | ListConferences() | ListConferencesThen():
            return await _show(turn, action)
        case Search() | SearchThen() | Summarize() | SummarizeScope():
            return await _show(turn, action)
        case ShowDigest():
            turn.edits = _own_message(turn) if asked else None
            await subscriptions.digest(turn, "", asked)
        case Reply(what, language):
            return await reading.again(turn, what, language)
        case SetLanguage(language):
            await hello.set_language(turn, language)
        case Subscribe(time, weekdays):
            await subscriptions.subscribe_at(turn, time, weekdays)
        case Unsubscribe(schedule):
            await subscriptions.unsubscribe_one(turn, schedule)
        case SubscribeWeekly():
            await subscriptions.subscribe_weekly(turn)
        case ShowSchedules() | ChangeSchedule() | SetZone() | SetQuiet() | Pause():
            return await _set(turn, action)
        case FollowThing() | FollowWords() | Unfollow() | SetAlerts() | ShowFollowing():
            return await _follow(turn, action)
        case ShowDelivery(delivery):
            return await subscriptions.show_delivery(turn, delivery)
        case ShowHelp():
            await hello.show_help(turn, "")
        case Nothing():
            await turn.take()
    return ""


async def _set(
    turn: Turn, action: ShowSchedules | ChangeSchedule | SetZone | SetQuiet | Pause
) -> str:
    """Show or change the digests and the days of rest, in the place of the message."""
    if not _is_card(turn):
        turn.edits = _own_message(turn)
    match action:
        case ShowSchedules(schedule):
            return await scheduling.show(turn, schedule)
        case ChangeSchedule(schedule, what, value):
            return await scheduling.change(turn, schedule, what, value)
        case SetZone(zone):
            await scheduling.set_zone(turn, zone)
        case SetQuiet(weekday):
            await resting.toggle(turn, weekday)
        case Pause(days):
            await resting.pause_days(turn, days)
    return ""


async def _follow(
    turn: Turn, action: FollowThing | FollowWords | Unfollow | SetAlerts | ShowFollowing
) -> str:
    """Follow something, or show or change what is followed."""
    match action:
        case FollowThing(thing, id_):
            return await following.follow_thing(turn, thing, id_)
        case FollowWords(words):
            await following.follow_words(turn, words)
        case Unfollow(id_, alerts):
            if not alerts:
                return await following.end(turn, id_)
            turn.edits = None if _is_card(turn) else _own_message(turn)
            return await following.toggle_alerts(turn, id_)
        case SetAlerts(number):
            turn.edits = _own_message(turn)
            await following.set_cap(turn, number)
        case ShowFollowing():
            turn.edits = None if _is_card(turn) else _own_message(turn)
            await following.show(turn)
    return ""


def _is_card(turn: Turn) -> bool:
    """Whether the button stands under a card of the library, which is to stay as it is."""
    query = turn.update.callback_query
    assert query is not None
    if not isinstance(query.message, Message):
        return False
    markup = query.message.reply_markup
    there: list[Action] = []
    for row in markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else ():
        for button in row:
            with contextlib.suppress(UnknownAction):
                there.append(unpack(str(button.callback_data or "")))
    if any(isinstance(action, SetAlerts) for action in there):
        return False  # the list of what is followed leads to cards, and is none
    return any(
        isinstance(action, Open | Summarize | SummarizeScope | ShowDigest) for action in there
    )


_OfLibrary = (
    Open | OpenList | ListTasks | ListConferences | ListConferencesThen | Summarize | SummarizeScope
)
_Shown = _OfLibrary | Search | SearchThen


async def _show(turn: Turn, action: _Shown) -> str:
    """Show a card of the library, in the place of the one the button belongs to."""
    if isinstance(action, Search | SearchThen):
        words = searching.words_of(turn, action.words)
        if words is None:
            await turn.take()
            return reading.TEXT_GONE
        turn.edits = _own_message(turn) if searching.is_search(turn) else None
        period = scopes.unpacked(action.period) if isinstance(action, SearchThen) else None
        zone = ZoneInfo(turn.chat.zone)
        found = await turn.services.briefings.search(words, action.page, period, zone)
        await turn.show(found, action.language)
        return ""
    words = _words(turn, action)
    if words is None:
        await turn.take()
        return reading.TEXT_GONE
    card = await _card(turn, action, words)
    if card is None:
        await turn.take()
        return following.GONE
    if not isinstance(action, Open | Summarize | SummarizeScope) or _belongs(turn, action):
        turn.edits = _own_message(turn)
    await turn.show(card, action.language)
    return ""


def _words(turn: Turn, action: _OfLibrary) -> str | None:
    """The words that a list is asked for by, as they were typed where the title above has them;
    ``None`` where the button has only their beginning, and the title is gone.
    """
    match action:
        case ListConferences(place=words) | ListTasks(word=words):
            return searching.listed_words(turn, words)
        case ListConferencesThen(place=words):
            return searching.listed_words(turn, words, timed=True)
    return ""


async def _card(turn: Turn, action: _OfLibrary, words: str) -> Card | None:
    """The card that a button shows; ``words`` are those of a list."""
    briefings = turn.services.briefings
    match action:
        case OpenList("conferences" | "past-conferences", page, _, _, time):
            past = action.name == "past-conferences"
            period = scopes.unpacked(time) if time else None
            return await briefings.conferences(page, period, past=past)
        case OpenList("upcoming", page):
            return await briefings.upcoming(page)
        case OpenList("visits" | "upcoming-visits" | "past-visits", page, _, place, time):
            coming, past = (action.name == f"{when}-visits" for when in ("upcoming", "past"))
            period = scopes.unpacked(time) if time else None
            return await briefings.visits(place, page, period, upcoming=coming, past=past)
        case OpenList("speakers", page):
            return await briefings.speakers(page)
        case OpenList(_, page):
            return await briefings.latest(page)
        case ListTasks(page):
            return await briefings.tasks(words, page, ZoneInfo(turn.chat.zone))
        case ListConferences(page):
            return await briefings.conferences_in(words, page)
        case ListConferencesThen(page, _, time):
            return await briefings.conferences_in(words, page, scopes.unpacked(time))
        case Summarize(of, id_):
            return await briefings.summary(of, id_)
        case SummarizeScope():
            return await scopes.card_of(turn, action)
        case Open("task", id_):
            return await briefings.task(id_)
        case Open(thing, id_, section, page):
            try:
                part = Section(section)
            except ValueError:
                raise UnknownAction(f"no such section: {section!r}") from None
            show = {
                "article": briefings.article,
                "conference": briefings.conference,
                "speaker": briefings.speaker,
            }[thing]
            return await show(id_, page, part)
    raise AssertionError(action)


def _own_message(turn: Turn) -> int | None:
    """The bot's message whose button was pressed, if it is still there to be edited."""
    query = turn.update.callback_query
    assert query is not None
    return query.message.message_id if isinstance(query.message, Message) else None


def _belongs(turn: Turn, action: Action) -> bool:
    """Whether a button stands under the card that it shows: others there lead to the same thing,
    in another section or language.
    """
    query = turn.update.callback_query
    assert query is not None
    if not isinstance(query.message, Message):
        return False
    markup = query.message.reply_markup
    for row in markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else ():
        for button in row:
            with contextlib.suppress(UnknownAction):
                if _same_card(action, unpack(str(button.callback_data or ""))):
                    return True
    return False


def _same_card(action: Action, other: Action) -> bool:
    match action, other:
        case Open(thing, id_), Open(other_thing, other_id) if other.section or other.language:
            return (thing, id_) == (other_thing, other_id)
        case Summarize(of, id_), Summarize(other_of, other_id) if other.language:
            return (of, id_) == (other_of, other_id)
        case SummarizeScope(), SummarizeScope() if other.language:
            return action.subject == other.subject
    return False
