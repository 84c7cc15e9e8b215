"""Commands that show what is in the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeGuard
from zoneinfo import ZoneInfo

from bot.briefings.cards import ArticleList, Card, Choice, SpeakerCard, SpeakerRef
from bot.briefings.dated import title
from bot.briefings.due import asked_due
from bot.briefings.matters import asked_matter_and_time
from bot.briefings.periods import BEGINNING, Period, asked_period
from bot.briefings.places import asked_place_and_time
from bot.briefings.spans import ENDLESS
from bot.briefings.words_in_time import words_in_time
from bot.conversation import scopes
from bot.conversation import words as read
from bot.conversation.commands import in_reader_words
from bot.conversation.stage_words import Stage, asked_stage
from bot.conversation.turn import Turn
from bot.conversation.visit_words import Visits, asked_visits
from bot.render.actions import Open, OpenList
from bot.render.messages import Button
from bot.texts import N_

NAME_WANTED = {
    "conference": N_("Which conference? Send its name after the command: `/{command} {example}`"),
    "speaker": N_("Who? Send the name after the command: `/{command} {example}`"),
}
NO_SUCH_NAME = {
    "conference": N_("I know no conference called “{name}”, and none with a name like it."),
    "speaker": N_("I know nobody called “{name}”, and nobody with a name like it."),
}
NONE_THEN = N_("I know no conference held at this time ({period}).")
NOTHING_SAID_THEN = N_("I know nothing that {name} said at this time ({period}).")
UNUSED = N_("I did not use “{words}” here: to look for words, send them after `/{command}`.")
NUMBER_WANTED = {
    "article": N_("Send the number of the article after the command: `/{command} 1`"),
    "task": N_("Send the number of the task after the command: `/{command} 1`"),
}
NO_SUCH_NUMBER = {
    "article": N_("There is no article number {number}."),
    "task": N_("There is no task number {number}."),
}
NOT_A_NUMBER = N_("“{words}” is no number.")
SEARCH_WANTED = N_("What shall I look for? Send it after the command: `/{command} {example}`")
WORD_WANTED = N_("Which word? Send it after the command: `/{command} {example}`")
ALL = {
    "conference": (N_("All conferences"), "conferences"),
    "speaker": (N_("All speakers"), "speakers"),
    "article": (N_("Latest articles"), "latest"),
}


def rows_for(turn: Turn, thing: str) -> tuple[tuple[Button, ...], ...]:
    """A button to the list of a kind of thing, where there is one."""
    if thing not in ALL:
        return ()
    label, name = ALL[thing]
    return ((Button(turn._(label), OpenList(name)),),)


async def conferences(turn: Turn, words: str) -> None:
    """/conferences [DATE, PLACE or NAME, or those of visits]."""
    if (visits := asked_visits(words, scopes.today(turn))) is not None:
        await _visits(turn, visits)
        return
    spelt = (words, f"{words} conferences", f"conferences {words}")
    stage = next(filter(None, map(asked_stage, spelt)), None)
    if stage is not None:
        day = scopes.today(turn)
        period = Period(day, day) if stage is Stage.NOW else None
        past = stage is Stage.PAST
        await turn.show(await turn.services.briefings.conferences(past=past, period=period))
        return
    if words.strip():
        if await _on_matter(turn, words) or await _held_in(turn, read.query(words)):
            return
        await conference(turn, words)
        return
    await turn.show(await turn.services.briefings.conferences())


async def _visits(turn: Turn, asked: Visits) -> None:
    briefings = turn.services.briefings
    card = await briefings.visits(
        asked.place, period=asked.period, upcoming=asked.ahead, past=asked.past
    )
    await turn.show(card)


async def _on_matter(turn: Turn, words: str, *, ahead: bool = False) -> bool:
    """Show the conferences on a matter or of a kind, at a time perhaps, or those to come if
    ``ahead``; the card of it where it is the only one. Where there is none, say so and show what
    the articles have on it. Whether words ask for these.
    """
    day = scopes.today(turn)
    asked, matter, period = asked_matter_and_time(read.query(words), day)
    if matter is None:
        return False
    only = bool(matter.about) and not matter.place and period is None
    if ahead and period is None:
        period = Period(day, ENDLESS)
    briefings = turn.services.briefings
    card = await briefings.conferences_in(asked, 1, period)
    shown = (*card.items, *card.referred)
    one = await briefings.conference(shown[0].id) if only and card.total == 1 else None
    await turn.show(one or card)
    if card.total or card.elsewhere:
        return True
    if matter.about:
        found = await articles_on(turn, matter.about)
        if found.items:
            await turn.show(found)
    elif matter.place:
        here = await briefings.conferences_in(matter.place, 1, period)
        if here.total:
            await turn.show(here)
    return True


async def _held_in(turn: Turn, words: str, *, ahead: bool = False) -> bool:
    """Show the conferences of a place, at a time perhaps, or those to come if ``ahead``, or that
    there are none, and what has the place in its name; whether words ask for these, and not for a
    time alone.
    """
    day = scopes.today(turn)
    place, period = asked_place_and_time(words, day)
    if not place or asked_period(words, day, whole=True) is not None:
        return False
    if ahead and period is None:
        period = Period(day, ENDLESS)
    card = await turn.services.briefings.conferences_in(place, 1, period)
    await turn.show(card)
    named = None if card.total or card.elsewhere else await find(turn, "conference", words)
    if fits(named):
        await turn.show(named)
    return True


async def upcoming(turn: Turn, words: str) -> None:
    """/upcoming [PLACE, TIME or NAME, or those of visits]."""
    if (visits := asked_visits(words, scopes.today(turn))) is not None:
        await _visits(turn, replace(visits, ahead=visits.period is None and not visits.past))
        return
    if asked := read.query(words):
        if await _on_matter(turn, asked, ahead=True) or await _held_in(turn, asked, ahead=True):
            return
        day = scopes.today(turn)
        period = asked_period(asked, day, whole=True)
        wanted = _still_to_come(asked, period, day)
        card = await find(turn, "conference", wanted)
        if fits(card):
            if isinstance(card, Choice):
                card = replace(card, query=asked)
            await turn.show(card)
            return
        if period is not None:
            await _say_none_then(turn, asked_period(wanted, day, whole=True) or period)
            return
        await _say_unused(turn, asked)
    await turn.show(await turn.services.briefings.upcoming())


def _still_to_come(words: str, period: Period | None, day: date) -> str:
    """Words for a time without the days that are over, where it began long ago: "before the end of
    the year" is asked of what is still to come.
    """
    if period is None or period.first != BEGINNING or period.last < day:
        return words
    return f"{day:%d/%m/%Y} - {period.last:%d/%m/%Y}"


async def speakers(turn: Turn, words: str) -> None:
    """/speakers [NAME]."""
    if asked := read.query(words):
        if await _answered(turn, "speaker", asked):
            return
        await _say_unused(turn, asked)
    await turn.show(await turn.services.briefings.speakers())


async def latest(turn: Turn, words: str) -> None:
    """/latest; with a time or a theme after it, what /summary tells of these."""
    if asked := read.query(words):
        if await scopes.answered(turn, words):
            return
        await _say_unused(turn, asked)
    await turn.show(await turn.services.briefings.latest())


async def _answered(turn: Turn, thing: str, name: str) -> bool:
    """Show the thing of a name, or those it may mean, if there is any; whether there is."""
    card = await find(turn, thing, name)
    if not fits(card):
        return thing == "speaker" and await _said_then(turn, name)
    await turn.show(card)
    return True


def fits(card: Card | None) -> TypeGuard[Card]:
    """Whether what was found is what the words name, not only near to it."""
    return card is not None and not (isinstance(card, Choice) and not card.exact)


async def _say_unused(turn: Turn, words: str) -> None:
    await turn.say(UNUSED, words=words, command=in_reader_words("search"))


async def tasks(turn: Turn, words: str) -> None:
    """/tasks [WORD or TIME]."""
    wanted = read.wanted(words)
    asked = read.query(wanted.words if wanted.thing == "theme" else words)
    zone, briefings = ZoneInfo(turn.chat.zone), turn.services.briefings
    due = _of_deadlines(asked, scopes.today(turn))
    card = await briefings.tasks(due, zone=zone)
    if due != asked and not card.items:  # "mai" is tomorrow, and a name
        as_words = await briefings.tasks(asked, zone=zone)
        card = as_words if as_words.items else card
    await turn.show(card)


def _of_deadlines(words: str, day: date) -> str:
    """A time that lies ahead as one of deadlines: no article is of then, and "tasks before the end
    of the year" are those due by then. A bare year may as well stand in a task.
    """
    due = asked_due(f"due {words}", day)
    if due is None or due.period is None or read.year(words):
        return words
    period = asked_period(words, day)  # of what has begun, up to today
    return f"due {words}" if period is None or period.last > day else words


async def conference(turn: Turn, words: str) -> None:
    """/conference NAME."""
    await _named(turn, "conference", words, "đối ngoại toàn quốc")


async def speaker(turn: Turn, words: str) -> None:
    """/speaker NAME [TIME]."""
    await _named(turn, "speaker", words, "Bùi Thanh Sơn")


async def task(turn: Turn, words: str) -> None:
    """/task NUMBER; words are looked for as in /tasks."""
    asked = read.query(words)
    if read.number(asked) is None and any(char.isalpha() for char in asked):
        await tasks(turn, words)
        return
    await _numbered(turn, "task", words)


async def article(turn: Turn, words: str) -> None:
    """/article NUMBER."""
    await _numbered(turn, "article", words)


async def search(turn: Turn, words: str) -> None:
    """/search WORDS."""
    if not (asked := read.query(words)):
        await turn.say(
            SEARCH_WANTED, command=in_reader_words("search"), example="ngoại giao kinh tế"
        )
        return
    await turn.show(await articles_on(turn, asked))


async def articles_on(turn: Turn, words: str) -> ArticleList:
    """What a search finds, within the time that the words begin or end with; where none of the
    other words is anywhere, what is found for all of them.
    """
    briefings = turn.services.briefings
    rest, period = words_in_time(words, scopes.today(turn))
    if period is None:
        return await briefings.search(words)
    found = await briefings.search(rest, 1, period, ZoneInfo(turn.chat.zone))
    if found.items or found.elsewhere:
        return found
    whole = await briefings.search(words)
    return whole if whole.items else found


async def term(turn: Turn, words: str) -> None:
    """/term WORD."""
    if not (asked := read.query(words)):
        await turn.say(WORD_WANTED, command=in_reader_words("term"), example="Bộ Ngoại giao")
        return
    await turn.show(await turn.services.briefings.term(asked))


async def find(turn: Turn, thing: str, name: str) -> Card | None:
    """The card of a conference or speaker by name, a choice, or ``None``."""
    briefings = turn.services.briefings
    if thing == "conference":
        return await briefings.find_conference(name)
    return await briefings.find_speaker(name)


async def _named(turn: Turn, thing: str, words: str, example: str) -> None:
    rows = rows_for(turn, thing)
    if not (name := read.query(words)):
        await turn.say(
            NAME_WANTED[thing], command=in_reader_words(thing), example=example, rows=rows
        )
        return
    card = await find(turn, thing, name)
    if not fits(card) and thing == "speaker" and await _said_then(turn, name):
        return
    if card is None:
        day = scopes.today(turn)
        period = asked_period(name, day, whole=True) if thing == "conference" else None
        if period is not None:
            await _say_none_then(turn, period)
            return
        await turn.say(NO_SUCH_NAME[thing], name=name, rows=rows)
    else:
        await turn.show(card)


async def _say_none_then(turn: Turn, period: Period) -> None:
    time, rows = title(period), rows_for(turn, "conference")
    await turn.say(NONE_THEN, period=lambda _: time.in_(_.language), rows=rows)


async def _said_then(turn: Turn, words: str) -> bool:
    """Answer what somebody said within a period, or whom of several a name before it may mean;
    whether words are a name and a period, in either order.
    """
    name, period = await scopes.without_period(turn, words)
    card = await find(turn, "speaker", name) if period is not None else None
    if card is None or period is None:
        return False
    if isinstance(card, SpeakerCard):
        await said_then(turn, card.speaker, period)
    else:
        await turn.show(card)
    return True


async def said_then(turn: Turn, who: SpeakerRef, period: Period) -> None:
    """Show what somebody said within a period, or say that nothing is known."""
    said = await turn.services.briefings.said_then(who.id, period, ZoneInfo(turn.chat.zone))
    if said is not None:
        await turn.show(said)
        return
    time, whole = title(period), Button(turn._(N_("Full briefing")), Open("speaker", who.id))
    await turn.say(
        NOTHING_SAID_THEN, name=lambda _: who.name.in_(_.language),
        period=lambda _: time.in_(_.language), rows=((whole,),),
    )  # fmt: skip


async def _numbered(turn: Turn, thing: str, words: str) -> None:
    rows, asked = rows_for(turn, thing), read.query(words)
    if not asked:
        await turn.say(NUMBER_WANTED[thing], command=in_reader_words(thing), rows=rows)
        return
    if (number := read.number(asked)) is None:
        await turn.say(NOT_A_NUMBER, words=asked, rows=rows)
        return
    briefings = turn.services.briefings
    card: Card | None
    if thing == "article":
        card = await briefings.article(number)
    else:
        card = await briefings.task(number)
    if card is None:
        await turn.say(NO_SUCH_NUMBER[thing], number=number, rows=rows)
    else:
        await turn.show(card)
