"""What the button of a search looks for.

A button holds 64 bytes, a search may have 200 characters. A longer one stands in its button
without its marks, or only its beginning does; the whole of it, as it was typed, stands in the title
of the message that the button is under, where it outlives a restart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from telegram import Message

from bot.conversation.turn import Turn
from bot.render.actions import CUT
from bot.render.sheets.lists import IN_TIME
from bot.render.sheets.parts import labelled
from bot.texts import BOTH, LANGUAGES, N_, translator
from summarizer.text.folding import fold

LABEL: Final = N_("Search")
"""What the title of a search begins with."""
_TOTAL: Final = re.compile(r" \(\d+\)\Z")


def words_of(turn: Turn, packed: str) -> str | None:
    """The words of a search as they were typed, of which a button has ``packed``; ``None`` where
    only their beginning is known.
    """
    for words in _titled(turn):
        folded = fold(words)
        if folded == fold(packed):
            return words
        if packed.endswith(CUT) and folded.startswith(packed.removesuffix(CUT)):
            return words
    return None if packed.endswith(CUT) else packed


def is_search(turn: Turn) -> bool:
    """Whether the button stands under what a search found."""
    return any(_titled(turn))


def _titled(turn: Turn) -> Iterator[str]:
    """The words that the title of the message may have, which a time and how many articles have
    them may follow.
    """
    query = turn.update.callback_query
    message = query.message if query is not None else None
    # Of a message that is too old Telegram tells no text.
    text = (message.text or "") if isinstance(message, Message) else ""
    title = text.partition("\n")[0]
    for language in (*LANGUAGES, BOTH):
        label = labelled(translator(language)(LABEL), "")
        if title.startswith(label):
            words = title.removeprefix(label)
            untotalled = _TOTAL.sub("", words)
            yield untotalled
            yield words
            yield untotalled.rpartition(IN_TIME)[0]
