"""The handlers of the application, in order."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, Final

from telegram import Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.conversation import (
    browsing,
    callbacks,
    following,
    hello,
    incoming,
    reading,
    repeating,
    resting,
    scopes,
    sources,
    subscriptions,
)
from bot.conversation import words as read
from bot.conversation.commands import BY_NAME, COMMANDS
from bot.conversation.courtesies import thanks, without_courtesies
from bot.conversation.guard import guard
from bot.conversation.requests import read_request
from bot.conversation.services import Services
from bot.conversation.turn import Context, Turn
from summarizer.text.folding import fold

GUARD: Final = -1
"""The group of the guard, before everything else."""
ANSWERS: Final = 0

Answer = Callable[[Turn, str], Awaitable[None]]

BY_COMMAND: Final[dict[str, Answer]] = {
    "conferences": browsing.conferences,
    "conference": browsing.conference,
    "upcoming": browsing.upcoming,
    "speakers": browsing.speakers,
    "speaker": browsing.speaker,
    "tasks": browsing.tasks,
    "task": browsing.task,
    "latest": browsing.latest,
    "article": browsing.article,
    "summary": reading.summary,
    "translate": reading.translate,
    "term": browsing.term,
    "search": browsing.search,
    "digest": subscriptions.digest,
    "subscribe": subscriptions.subscribe,
    "unsubscribe": subscriptions.unsubscribe,
    "pause": resting.pause,
    "resume": resting.resume,
    "quiet": resting.quiet,
    "follow": following.follow,
    "unfollow": following.unfollow,
    "following": following.following,
    "language": hello.language,
    "help": hello.show_help,
    "start": hello.start,
}
"""What answers each command of the table."""
_LISTS: Final = frozenset(
    {"conferences", "upcoming", "speakers", "tasks", "latest", "digest", "task", "article"}
)
_IN_LANGUAGE: Final = _LISTS | {"conference", "speaker", "search"}
"""Commands after whose words a language may be wished for; of the lists it may be all that stands
there. /summary and /translate read their own.
"""

# Messages, new or edited. An edited one is answered anew: the reader corrected what was asked.
_MESSAGES = (filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE) & ~(
    filters.StatusUpdate.ALL
)


def handlers(services: Services) -> dict[int, list[BaseHandler[Any, Context, Any]]]:
    """The handlers by group: the guard, then commands, buttons, and everything else sent."""
    return {
        GUARD: [TypeHandler(Update, partial(guard, services))],
        ANSWERS: [
            *(CommandHandler([c.name, c.twin], _command(c.name)) for c in COMMANDS),
            CallbackQueryHandler(_press),
            MessageHandler(_MESSAGES & filters.Regex(r"^/\w"), _other_command),
            MessageHandler(_MESSAGES, _receive),
        ],
    }


def _command(name: str) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def callback(update: Update, context: Context) -> None:
        if context.turn is not None and update.effective_message is not None:
            await _answer(context.turn, name, sources.words_after_command(update.effective_message))

    return callback


async def _answer(turn: Turn, name: str, words: str) -> None:
    """Answer a command, in the language that its words wish for, if they do."""
    if name in _IN_LANGUAGE:
        rest, language = read.without_language(words, sure=name not in _LISTS)
        if language and (rest or name in _LISTS):
            turn.speak(language)
            words = rest
    await BY_COMMAND[name](turn, words)


async def _other_command(update: Update, context: Context) -> None:
    """A command that is none of ours as it is written, perhaps only for its diacritics."""
    message = update.effective_message
    if context.turn is None or not isinstance(message, Message):
        return
    written, _, words = (message.text or "").partition(" ")
    name, _, whom = written[1:].partition("@")
    if whom and whom.lower() != (context.bot.username or "").lower():
        return  # it is for another bot
    known = BY_NAME.get(fold(name))
    if known is not None:
        await _answer(context.turn, known.name, words.strip())
    else:
        plain = f"{name} {words}".strip()
        request = read_request(plain, scopes.today(context.turn))
        if request is not None and request.command != "search":  # "/visits to Japan"
            context.turn.speak(request.language)
            await _answer(context.turn, request.command, request.words)
        else:
            await hello.unknown(context.turn, name)


async def _press(_update: Update, context: Context) -> None:
    if context.turn is not None:
        await callbacks.press(context.turn)


async def _receive(_update: Update, context: Context) -> None:
    if context.turn is None:
        return
    turn, typed = context.turn, incoming.typed(context.turn)
    bare = without_courtesies(typed).text
    if (asked := repeating.asked(turn, bare)) is not None and await repeating.again(turn, asked):
        return
    if thanks(typed):
        await hello.thanked(turn)
        return
    today = scopes.today(turn)
    if (request := read_request(typed, today) or read_request(bare, today)) is not None:
        turn.speak(request.language)
        await _answer(turn, request.command, request.words)
    else:
        await incoming.receive(turn)
