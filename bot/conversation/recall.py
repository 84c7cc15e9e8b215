"""What the bot last answered in a chat, so that it can give it again in another language.

Cards are kept as they are before they are put into words; notices are none, nor are translations,
which have their language. Only the latest answer of the chats heard of last is kept, in memory:
after a restart a reader has to ask again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from bot.briefings.cards import Card

KEPT = 300
"""Chats (in forums: threads) of which the last answer is kept; the others are forgotten."""
PARTS = 4
"""Messages of an answer that are kept."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A card that was shown, in the view that it had."""

    card: Card
    view: Any = None
    reply_to: int | None = None
    """The message that it answered: its buttons find the text there again."""


class Recall:
    """The last answers by chat."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._answers: OrderedDict[Hashable, tuple[Shown, ...]] = OrderedDict()

    def keep(self, key: Hashable, answer: tuple[Shown, ...]) -> None:
        """Keep an answer in the place of the one before; an empty one is nothing to give again."""
        self._answers.pop(key, None)
        if answer:
            self._answers[key] = answer[-PARTS:]
        while len(self._answers) > self._kept:
            self._answers.popitem(last=False)

    def last(self, key: Hashable) -> tuple[Shown, ...]:
        """The last answer, empty where there is none."""
        return self._answers.get(key, ())
