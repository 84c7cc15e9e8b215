"""What the button of a search or of a list looks for.

A button holds 64 bytes, a search may have 200 characters. A longer one stands in its button
without its marks, or only its beginning does; the whole of it, as it was typed, stands in the title
of the message that the button is under, where it outlives a restart. So it is with the place or the
name by which a list is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from telegram import Message

from bot.briefings.assigned import Assigned
from bot.conversation.turn import Turn
from bot.render.actions import CUT
from bot.render.sheets.lists import IN_TIME
from bot.render.sheets.parts import labelled
from bot.texts import BOTH, LANGUAGES, N_, translator
from summarizer.text.folding import fold

WHOSE: Final = ((N_("to be done by {name}"), False), (N_("set or stated by {name}"), True))
"""How the title of a list of tasks names whose they are, and whether these set them."""
_NAME: Final = "\0"
"""What stands for a name in it."""
LABEL: Final = N_("Search")
"""What the title of a search begins with."""
_TOTAL: Final = re.compile(r" \(\d+\)\Z")


def words_of(turn: Turn, packed: str) -> str | None:
    """The words of a search as they were typed, of which a button has ``packed``; ``None`` where
    only their beginning is known.
    """
    return _meant(packed, _titled(turn))


def listed_words(turn: Turn, packed: str, *, timed: bool = False) -> str | None:
    """The same of the words by which a list of conferences or tasks is asked for, which a time
    follows if ``timed``.
    """
    words = _TOTAL.sub("", _title(turn).partition(": ")[2])
    words = words.rpartition(IN_TIME)[0] if timed else words
    return _meant(packed, _listed(words)) if packed else ""


def _meant(packed: str, titled: Iterable[str]) -> str | None:
    """Which of the words that a title may have a button stands for."""
    for words in titled:
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
    title = _title(turn)
    for language in (*LANGUAGES, BOTH):
        label = labelled(translator(language)(LABEL), "")
        if title.startswith(label):
            words = title.removeprefix(label)
            untotalled = _TOTAL.sub("", words)
            yield untotalled
            yield words
            yield untotalled.rpartition(IN_TIME)[0]


def _listed(words: str) -> Iterator[str]:
    """The words behind the label of a list, also as tasks of somebody are asked for: "of the
    Ministry of Health", whom the title of both languages may have twice.
    """
    yield words
    for part in (words, words.partition(IN_TIME)[0]):
        for (msgid, setter), language in product(WHOSE, LANGUAGES):
            before, _, after = translator(language)(msgid, name=_NAME).partition(_NAME)
            if part.startswith(before) and part.endswith(after):
                who = part[len(before) : len(part) - len(after)]
                yield Assigned(who, setter=setter).pack()


def _title(turn: Turn) -> str:
    """The first line of the message that a button stands under."""
    query = turn.update.callback_query
    message = query.message if query is not None else None
    # Of a message that is too old Telegram tells no text.
    text = (message.text or "") if isinstance(message, Message) else ""
    return text.partition("\n")[0]
