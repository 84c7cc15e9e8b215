"""Token buckets: how fast messages may leave, for a token and for each chat."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from time import monotonic

PER_TOKEN = 25.0
"""Messages a second for one bot token; Telegram allows about 30, answers need some of them."""
PER_CHAT = 1.0
PER_GROUP = 20 / 60
_CHATS_KEPT = 10_000


class Bucket:
    """A token bucket: ``rate`` tokens a second, at most ``burst`` saved up."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = monotonic) -> None:
        self.rate, self.burst, self._clock = rate, burst, clock
        self._tokens, self._at = burst, clock()

    def take(self) -> float:
        """Take a token; returns the seconds to wait until it may be used."""
        now = self._clock()
        self._tokens = min(self.burst, self._tokens + (now - self._at) * self.rate)
        self._at = now
        self._tokens -= 1
        return max(0.0, -self._tokens / self.rate)


class Limits:
    """The limits of one bot token."""

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._token = Bucket(PER_TOKEN, PER_TOKEN, clock)
        self._chats: OrderedDict[int, Bucket] = OrderedDict()

    async def wait(self, chat: int) -> None:
        """Wait until a message to ``chat`` may leave. Groups have negative numbers."""
        bucket = self._chats.pop(chat, None) or Bucket(
            PER_GROUP if chat < 0 else PER_CHAT, 1, self._clock
        )
        self._chats[chat] = bucket
        if len(self._chats) > _CHATS_KEPT:
            self._chats.popitem(last=False)
        pause = max(bucket.take(), self._token.take())
        if pause > 0:
            await self._sleep(pause)
