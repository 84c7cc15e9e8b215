"""Everything sent that is no command: texts, forwarded posts, documents.

A text comes back summarised. A few words are taken for a question: the thing of that name is
shown, or what the library has on them.
"""

from __future__ import annotations

import re
from typing import Final
from zoneinfo import ZoneInfo

from telegram import Message
from telegram.constants import ChatType

from bot.briefings.cards import Card, Choice, SpeakerCard
from bot.briefings.dated import title
from bot.briefings.periods import Period
from bot.conversation import browsing, questions, reading, scopes, sources
from bot.conversation import words as read
from bot.conversation.courtesies import Bare, without_courtesies
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
NOT_SAID_THEN = N_(
    "I have no statement of {name} on “{words}” from this time ({period}); this is what I have of "
    "theirs."
)


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
    if _is_typed(message):
        bare = without_courtesies(text)
        if _is_question(turn, bare) or scopes.asks(turn, bare.text):
            await answer(turn, bare.text)
            return
    await reading.summarize(turn, text, "", message)
    if found.guessed:
        await turn.say(GUESSED)


def typed(turn: Turn) -> str:
    """What the reader wrote, without the bot's name; empty where others wrote it."""
    message = turn.message
    return _without_mention(turn, message.text or "") if _is_typed(message) else ""


def _is_typed(message: Message) -> bool:
    """Whether the reader wrote this, and does not hand on what others wrote."""
    return message.document is None and message.forward_origin is None


async def answer(turn: Turn, question: str) -> None:
    """Show what somebody said on something, where that is asked; else the thing of this name, the
    theme in the period that is named, what a search finds, also for the key words only, or the
    nearest names.
    """
    if await scopes.question(turn, question):
        return
    asked = questions.read_question(question, scopes.today(turn))
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
    """Show what somebody said, on something or at some time; whether somebody of that name is
    known.
    """
    card = await browsing.find(turn, "speaker", read.query(asked.who))
    if card is None or (isinstance(card, Choice) and not card.exact):
        return False
    if not isinstance(card, SpeakerCard):
        await turn.show(card)
        return True
    period = await scopes.period_of(turn, asked.time) if asked.time is not None else None
    if asked.about:
        await _said_on(turn, card, asked.about, period)
    elif period is not None:
        await browsing.said_then(turn, card.speaker, period)
    else:
        await turn.show(card)
    return True


async def _said_on(turn: Turn, card: SpeakerCard, about: str, period: Period | None) -> None:
    """Show what somebody said on something, within a period perhaps; else say that there is none,
    and show what there is.
    """
    said, who = turn.services.briefings.said, card.speaker
    found = await said(who.id, about, period, ZoneInfo(turn.chat.zone))
    if found is not None:
        await turn.show(found)
        return
    if period is None:
        await turn.say(NOT_SAID, name=lambda _: who.name.in_(_.language), words=about)
    else:
        time, found = title(period), await said(who.id, about)
        await turn.say(
            NOT_SAID_THEN, name=lambda _: who.name.in_(_.language), words=about,
            period=lambda _: time.in_(_.language),
        )  # fmt: skip
    await turn.show(found or card)


def _is_question(turn: Turn, bare: Bare) -> bool:
    text = bare.text
    if questions.asks(bare, scopes.today(turn)):
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
    own = rf"@{re.escape(turn.bot.username)}\b"
    return re.sub(rf"^\s*{own}[\s,:;.!–—-]*|{own}", "", text, flags=re.IGNORECASE).strip()
