"""What the bot answered in a chat of late, so that it can give it again in another language.

Cards are kept as they are before they are put into words; notices are none, nor are translations,
which have their language. The last answer of a chat is what a message alone means, one of the last
few what a reply to it means. Only the chats heard of last are kept, in memory: after a restart a
reader has to ask again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from bot.briefings.cards import Card

KEPT = 300
"""Chats (in forums: threads) of which answers are kept; the others are forgotten."""
PARTS = 4
"""Cards of an answer that are kept."""
MESSAGES = 8
"""Messages of a chat of which it is kept what they show."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A card that was shown, in the view that it had."""

    card: Card
    view: Any = None
    reply_to: int | None = None
    """The message that it answered: its buttons find the text there again."""
    messages: tuple[int, ...] = ()
    """The messages that show it."""


@dataclass(slots=True)
class _Kept:
    """What is kept of a chat."""

    last: tuple[Shown, ...] = ()
    by_message: OrderedDict[int, Shown] = field(default_factory=OrderedDict)


class Recall:
    """The last answers by chat."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._chats: OrderedDict[Hashable, _Kept] = OrderedDict()

    def keep(self, key: Hashable, answer: tuple[Shown, ...]) -> None:
        """Keep an answer as the last one; an empty one is nothing to give again."""
        kept = self._chats.pop(key, None) or _Kept()
        kept.last = answer[-PARTS:]
        for shown in answer:
            for message in shown.messages:
                kept.by_message[message] = shown
                kept.by_message.move_to_end(message)
        while len(kept.by_message) > MESSAGES:
            kept.by_message.popitem(last=False)
        self._chats[key] = kept
        while len(self._chats) > self._kept:
            self._chats.popitem(last=False)

    def forget(self, key: Hashable, message: int) -> None:
        """A message shows something else now."""
        if (kept := self._chats.get(key)) is not None:
            kept.by_message.pop(message, None)

    def last(self, key: Hashable) -> tuple[Shown, ...]:
        """The last answer, empty where there is none."""
        kept = self._chats.get(key)
        return kept.last if kept is not None else ()

    def at(self, key: Hashable, message: int) -> tuple[Shown, ...]:
        """What a message shows, empty where that is not known (any more)."""
        kept = self._chats.get(key)
        shown = kept.by_message.get(message) if kept is not None else None
        return (shown,) if shown is not None else ()
