"""The last answer again, in another language: "in Vietnamese please", "bằng tiếng Anh"."""

from __future__ import annotations

from dataclasses import replace

from bot.briefings.cards import SummaryCard
from bot.conversation import reading
from bot.conversation.commands import in_reader_words
from bot.conversation.turn import Turn
from bot.conversation.words import Asked
from bot.texts import N_

NOTHING = N_(
    "I have no answer here to give again. `/{command} en` and `/{command} vi` set the language of "
    "all answers."
)


async def again(turn: Turn, asked: Asked) -> bool:
    """Give the last answer of the chat in a language; whether that is what was asked for.

    The chat's own language stays. The mere name of a language may as well be searched for, where
    there is no answer to give again.
    """
    if asked.sure and asked.language in ("en", "vi") and _answers_a_text(turn):
        await reading.translate(turn, asked.language)
        return True
    answer = turn.recalled
    if not answer:
        if asked.sure:
            await turn.say(NOTHING, command=in_reader_words("language"))
        return asked.sure
    turn.chat = replace(turn.chat, language=asked.language)
    for shown in answer:
        card = shown.card
        if isinstance(card, SummaryCard):
            card = await reading.completed(turn, card)
        turn.place = replace(turn.place, reply_to=shown.reply_to)
        await turn.show(card, view=shown.view)
    return True


def _answers_a_text(turn: Turn) -> bool:
    """Whether the message answers somebody's text: that is meant then, not the bot's answer."""
    reply = turn.message.reply_to_message
    if reply is None or not (reply.text or reply.caption or reply.document):
        return False
    return reply.from_user is None or reply.from_user.id != turn.bot.id
