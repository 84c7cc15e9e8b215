"""Counting per chat within a sliding time: how fast a chat may write, how often it is told no.

Counts are kept in memory. One process alone polls a token, so they are complete, and what a
restart forgets is at most a minute's worth of messages.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

KEPT = 50_000
"""Chats counted at a time; those not heard of for longest are forgotten first."""


class Window:
    """Counts things per key in the time just past."""

    def __init__(self, length: timedelta, kept: int = KEPT) -> None:
        self._length, self._kept = length, kept
        self._times: OrderedDict[Hashable, deque[datetime]] = OrderedDict()

    def take(self, key: Hashable, limit: int, now: datetime) -> bool:
        """Count one more, if there are fewer than ``limit`` in the window; whether it fitted."""
        times = self._times.setdefault(key, deque())
        self._times.move_to_end(key)
        while times and times[0] <= now - self._length:
            times.popleft()
        if len(times) >= limit:
            return False
        times.append(now)
        while len(self._times) > self._kept:
            self._times.popitem(last=False)
        return True

    def seconds_left(self, key: Hashable, now: datetime) -> int:
        """Seconds until the oldest count of a key falls out of the window, at least 1."""
        times = self._times.get(key)
        if not times:
            return 1
        return max(1, round((times[0] + self._length - now).total_seconds()))


@dataclass(frozen=True, slots=True)
class Limits:
    """The windows of one application."""

    messages: Window = field(default_factory=lambda: Window(timedelta(minutes=1)))
    """Messages a chat sent."""
    warnings: Window = field(default_factory=lambda: Window(timedelta(minutes=1)))
    """Times a chat was told that it is too fast."""
    refusals: Window = field(default_factory=lambda: Window(timedelta(hours=1)))
    """Times a chat that is not let in was told how to get in."""
