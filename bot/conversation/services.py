"""What the handlers work with, put together once by :mod:`bot.app`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.briefings import Briefings
from bot.conversation.limits import Limits
from bot.conversation.recall import Recall
from bot.digests.limits import Limits as Pace
from bot.pipeline import Worker
from bot.settings import Settings
from bot.store.database import Database

LOCAL = "local"
"""The bot identity of the local chat."""


def now() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Services:
    """Everything an answer may need.

    ``bot`` is transport and bot identity (``"telegram:123456"``, ``"local"``): chats, updates and
    deliveries are kept under it.
    """

    settings: Settings
    db: Database
    briefings: Briefings
    worker: Worker
    bot: str = LOCAL
    clock: Callable[[], datetime] = now
    limits: Limits = field(default_factory=Limits)
    """How fast readers may write."""
    pace: Pace = field(default_factory=Pace)
    """How fast the bot may, with one token: answers, digests and alerts together."""
    recall: Recall = field(default_factory=Recall)
    """What was last answered."""

    @property
    def local(self) -> bool:
        """Whether this serves the local chat, where everybody is at home."""
        return self.bot == LOCAL
