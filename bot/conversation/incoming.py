"""Everything sent that is no command: texts, forwarded posts, documents.

A text comes back summarised. A few words are taken for a question: the thing of that name is
shown, or what the library has on them.
"""

from __future__ import annotations

import re
from typing import Final

from telegram import Message
from telegram.constants import ChatType

from bot.briefings.cards import Card, Choice, SpeakerCard
from bot.conversation import browsing, questions, reading, scopes, sources
from bot.conversation import words as read
from bot.conversation.questions import Question
from bot.conversation.sources import Unreadable
from bot.conversation.turn import Turn
from bot.texts import N_

FEW_WORDS: Final = 8
FEW_CHARACTERS: Final = 60
GUESSED = N_("The file is not in UTF-8: I had to guess its letters, and some may be wrong.")
NOTHING = N_(
    "I found nothing on “{words}”. Send a longer text to have it summarised; /help shows what "
    "else I can do."
)

NOT_SAID = N_("I have no statement of {name} on “{words}”; this is what I have of theirs.")


async def receive(turn: Turn) -> None:
    """Answer a message that is no command."""
    message = turn.message
    if _is_silent(turn, message):
        await turn.take()
        return
    try:
        found = await sources.text_of(turn, message)
    except Unreadable as error:
        await sources.refuse(turn, error)
        return
    text = _without_mention(turn, found.text)
    if is_typed(message) and (_is_question(text) or scopes.asks(turn, text)):
        await answer(turn, text)
        return
    await reading.summarize(turn, text, "", message)
    if found.guessed:
        await turn.say(GUESSED)


def is_typed(message: Message) -> bool:
    """Whether the reader wrote this, and does not hand on what others wrote."""
    return message.document is None and message.forward_origin is None


async def answer(turn: Turn, question: str) -> None:
    """Show what somebody said on something, where that is asked; else the thing of this name, the
    theme in the period that is named, what a search finds, also for the key words only, or the
    nearest names.
    """
    if await scopes.question(turn, question):
        return
    asked = questions.read_question(question)
    if asked is not None and asked.who and await _statements(turn, asked):
        return
    words = read.query(question).rstrip(" ?!")
    if asked is not None:
        words = asked.about or asked.who
    near: list[Card] = []
    for thing in ("conference", "speaker"):
        card = await browsing.find(turn, thing, words)
        if isinstance(card, Choice) and not card.exact:
            near.append(card)
        elif card is not None:
            await turn.show(card)
            return
    if (scope := scopes.bare(turn, question)) is not None:
        await scopes.show(turn, scope)
        return
    found = await turn.services.briefings.search(words)
    if not found.items and (fewer := questions.key_words(words)) not in ("", words):
        found = await turn.services.briefings.search(fewer)
    if found.items:
        await turn.show(found)
    elif near:
        await turn.show(near[0])
    else:
        await turn.say(NOTHING, words=words)


async def _statements(turn: Turn, asked: Question) -> bool:
    """Show what somebody said on something; whether somebody of that name is known."""
    card = await browsing.find(turn, "speaker", read.query(asked.who))
    if isinstance(card, Choice) and not card.exact:
        return False
    if isinstance(card, SpeakerCard) and asked.about:
        said = await turn.services.briefings.said(card.speaker.id, asked.about)
        if said is not None:
            card = said
        else:
            await turn.say(NOT_SAID, name=_name(turn, card), words=asked.about)
    if card is None:
        return False
    await turn.show(card)
    return True


def _name(turn: Turn, card: SpeakerCard) -> str:
    return card.speaker.name.in_("vi" if turn.language == "vi" else "en")


def _is_question(text: str) -> bool:
    if questions.asks(text):
        return True
    short = len(text) <= FEW_CHARACTERS and len(text.split()) <= FEW_WORDS
    return short and read.is_name(text.rstrip(" ?!"))


def _is_silent(turn: Turn, message: Message) -> bool:
    """Whether a message wants no answer: the further pictures of an album, an edit of no text."""
    if message.text or message.caption or message.document:
        return False
    return message.media_group_id is not None or turn.update.edited_message is not None


def _without_mention(turn: Turn, text: str) -> str:
    """The text without the bot's own name, by which it is called in groups."""
    if turn.message.chat.type == ChatType.PRIVATE:
        return text
    return re.sub(rf"@{re.escape(turn.bot.username)}\b", "", text, flags=re.IGNORECASE).strip()
