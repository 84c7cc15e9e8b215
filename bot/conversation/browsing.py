"""Commands that show what is in the library."""

from __future__ import annotations

from bot.briefings.cards import Card
from bot.briefings.dated import title
from bot.briefings.periods import asked_period
from bot.conversation import scopes
from bot.conversation import words as read
from bot.conversation.commands import in_reader_words
from bot.conversation.turn import Turn
from bot.render.actions import OpenList
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
    """/conferences [DATE or NAME]."""
    if words.strip():
        await conference(turn, words)
        return
    await turn.show(await turn.services.briefings.conferences())


async def upcoming(turn: Turn, _words: str) -> None:
    """/upcoming."""
    await turn.show(await turn.services.briefings.upcoming())


async def speakers(turn: Turn, _words: str) -> None:
    """/speakers."""
    await turn.show(await turn.services.briefings.speakers())


async def latest(turn: Turn, _words: str) -> None:
    """/latest."""
    await turn.show(await turn.services.briefings.latest())


async def tasks(turn: Turn, words: str) -> None:
    """/tasks [WORD]."""
    wanted = read.wanted(words)
    asked = wanted.words if wanted.thing == "theme" else words
    await turn.show(await turn.services.briefings.tasks(read.query(asked)))


async def conference(turn: Turn, words: str) -> None:
    """/conference NAME."""
    await _named(turn, "conference", words, "đối ngoại toàn quốc")


async def speaker(turn: Turn, words: str) -> None:
    """/speaker NAME."""
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
    await turn.show(await turn.services.briefings.search(asked))


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
    if card is None:
        period = asked_period(name, scopes.today(turn)) if thing == "conference" else None
        if period is not None:
            time = title(period)
            await turn.say(NONE_THEN, period=lambda _: time.in_(_.language), rows=rows)
            return
        await turn.say(NO_SUCH_NAME[thing], name=name, rows=rows)
    else:
        await turn.show(card)


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
