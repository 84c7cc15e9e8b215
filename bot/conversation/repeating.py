"""An answer again, in another language: "in Vietnamese please", "bằng tiếng Anh".

A reply to one of the bot's answers means that one, a message alone the last one.
"""

from __future__ import annotations

from dataclasses import replace

from telegram import Message

from bot.briefings.cards import SummaryCard
from bot.conversation import reading
from bot.conversation.commands import in_reader_words
from bot.conversation.turn import Turn
from bot.conversation.words import Asked, asked_language
from bot.texts import N_

NOTHING = N_(
    "I have no answer here to give again. `/{command} en` and `/{command} vi` set the language of "
    "all answers."
)
NOT_KEPT = N_(
    "I cannot give that message again: I keep only my last few answers. Where it has buttons, they "
    "switch its language; otherwise please ask anew. `/{command} en` and `/{command} vi` set the "
    "language of all answers."
)


def asked(turn: Turn, text: str) -> Asked | None:
    """The language in which a message asks for an answer again, and for nothing else."""
    return asked_language(text, in_reply=_replied_to(turn) is not None)


async def again(turn: Turn, asked: Asked) -> bool:
    """Give an answer of the chat in a language; whether that is what was asked for.

    The chat's own language stays. The mere name of a language may as well be searched for, where
    there is no answer to give again.
    """
    reply = _replied_to(turn)
    if reply is None:
        answer, missing = turn.recalled, NOTHING
    elif _is_own(turn, reply):
        answer, missing = turn.recalled_at(reply.message_id), NOT_KEPT
    else:  # somebody's text is meant, and no answer
        await reading.translate(turn, "" if asked.language == "both" else asked.language)
        return True
    if not answer:
        if asked.sure:
            await turn.remark(missing, command=in_reader_words("language"))
        return asked.sure
    turn.speak(asked.language)
    for shown in answer:
        card = shown.card
        if isinstance(card, SummaryCard):
            card = await reading.completed(turn, card)
        turn.place = replace(turn.place, reply_to=shown.reply_to)
        await turn.show(card, view=shown.view)
    return True


def _replied_to(turn: Turn) -> Message | None:
    """The message with something to read that is replied to: in a forum every message replies to
    the one that opened its topic.
    """
    reply = turn.message.reply_to_message
    readable = reply is not None and (reply.text or reply.caption or reply.document)
    return reply if readable else None


def _is_own(turn: Turn, message: Message) -> bool:
    return message.from_user is not None and message.from_user.id == turn.bot.id
