"""The last answer again, in another language: "in Vietnamese please", "bằng tiếng Anh"."""

from __future__ import annotations

from dataclasses import replace

from bot.briefings.cards import SummaryCard
from bot.conversation import reading
from bot.conversation.commands import in_reader_words
from bot.conversation.recall import Shown
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
    answer = turn.recalled
    if not answer:
        if asked.sure:
            await turn.say(NOTHING, command=in_reader_words("language"))
        return asked.sure
    turn.chat = replace(turn.chat, language=asked.language)
    for part in answer:
        if isinstance(part, Shown):
            card = part.card
            if isinstance(card, SummaryCard):
                card = await reading.completed(turn, card)
            await turn.show(card, view=part.view)
        else:
            await turn.say(part.text, rows=part.rows, **part.values)
    return True
