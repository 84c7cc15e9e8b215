"""Greeting, help and language."""

from __future__ import annotations

import dataclasses

from bot.conversation import words as read
from bot.conversation.commands import COMMANDS, in_reader_words, nearest
from bot.conversation.turn import Turn
from bot.render import telegram as render
from bot.render.actions import OpenList, ShowDigest
from bot.render.chat_actions import SetLanguage, ShowHelp
from bot.render.messages import Button, Message
from bot.store.models import Chat
from bot.texts import N_, Translator

GREETING = N_(
    "Hello! I read Vietnamese foreign-affairs news and keep briefings on the *conferences*, the "
    "*speakers* and what they said, and the *tasks* that were set, in Vietnamese and English.\n"
    "Send a command, or a text, a forwarded post or a .txt file, and you get its summary back."
)
HELP_TITLE = N_("*What I can do*")
HELP_TEXT = N_(
    "Names may be written without diacritics, misspelt or in English. A text, a forwarded post or "
    "a .txt file comes back summarised."
)
LANGUAGE_SET = {
    "vi": N_("From now on I answer in Vietnamese."),
    "en": N_("From now on I answer in English."),
    "both": N_("From now on I answer in Vietnamese and English."),
}
LANGUAGE_WANTED = N_("In which language shall I answer?")
NO_SUCH_LANGUAGE = N_("“{words}” is no language that I know: I speak Vietnamese and English.")
WELCOME = N_("You are welcome! /help shows what else I can do.")
UNKNOWN = N_("I don't know the command {command}. /help shows what I can do.")
DID_YOU_MEAN = N_("I don't know the command {command}. Did you mean /{nearest}?")


def language_rows() -> tuple[tuple[Button, ...], ...]:
    """Buttons for the languages, each named in its own."""
    return (
        (
            Button("Tiếng Việt", SetLanguage("vi")),
            Button("English", SetLanguage("en")),
            Button("VI + EN", SetLanguage("both")),
        ),
    )


def help_lines(_: Translator) -> list[str]:
    """A line for each command, in one language."""
    lines = []
    for command in COMMANDS:
        usage = f" {_(command.usage)}" if command.usage else ""
        lines.append(f"/{command.in_(_.language)}{usage} — {_(command.help)}")
    return lines


async def start(turn: Turn, _words: str) -> None:
    """/start."""
    _ = turn._
    rows = (
        (
            Button(_(N_("Conferences")), OpenList("conferences")),
            Button(_(N_("Speakers")), OpenList("speakers")),
        ),
        (
            Button(_(N_("Latest articles")), OpenList("latest")),
            Button(_(N_("What is new")), ShowDigest()),
        ),
        (Button(_(N_("All commands")), ShowHelp()),),
        *language_rows(),
    )
    await turn.say(GREETING, rows=rows)


async def show_help(turn: Turn, _words: str) -> None:
    """/help."""
    parts = []
    for each in turn._.each:
        title = render.notice(HELP_TITLE, each.language).html
        lines = "\n".join(render.escape(line) for line in help_lines(each))
        text = render.notice(HELP_TEXT, each.language).html
        parts.append(Message(f"{title}\n{lines}\n\n{text}"))
    *first, last = parts
    await turn.send([*first, dataclasses.replace(last, rows=language_rows())])


async def thanked(turn: Turn) -> None:
    """Answer thanks; what was answered before is still the last answer."""
    await turn.remark(WELCOME)


async def language(turn: Turn, words: str) -> None:
    """/language vi|en|both."""
    if not words.strip():
        await turn.say(LANGUAGE_WANTED, rows=language_rows())
    elif (chosen := read.language(words)) is None:
        await turn.say(NO_SUCH_LANGUAGE, words=read.query(words), rows=language_rows())
    else:
        await set_language(turn, chosen)


async def set_language(turn: Turn, chosen: str) -> None:
    """Keep the language of the chat, and say so in it."""
    async with turn.write() as session:
        row = await session.get_one(Chat, turn.chat.id)
        row.language = chosen
    turn.chat = dataclasses.replace(turn.chat, language=chosen)
    await turn.say(LANGUAGE_SET[chosen])


async def unknown(turn: Turn, command: str) -> None:
    """A command that there is not."""
    near = nearest(command)
    if near is None:
        await turn.say(UNKNOWN, command=f"/{command}"[:40])
    else:
        named = in_reader_words(near.name)
        await turn.say(DID_YOU_MEAN, command=f"/{command}"[:40], nearest=named)
