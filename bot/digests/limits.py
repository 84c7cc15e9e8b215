"""How fast messages may leave: token buckets for a bot token and for each of its chats.

One :class:`Limits` stands before everything that one token sends: answers, digests and alerts.
Who wants to send queues for a place in his chat and for one of the token, and takes both at the
same moment. Answers go first: a digest leaves only when no answer could leave in its place, and
when its chat has been left alone for a while. A digest that has waited for long is treated as an
answer, so that nobody waits for ever.

In any ``t`` seconds a bucket lets through at most ``burst + rate · t`` messages. Telegram names no
exact figures: about 30 messages a second for a token, one a second in a private chat (short
bursts are allowed), 20 a minute in a group. The rates below keep to these in every window: 30 in
any second, 20 in any minute of a group.

Telegram's answer 429 does not say which limit was met. It stalls the chat it was given for. Where
several chats are refused one after another and nothing is accepted in between, it is the token
that is stalled.
"""

from __future__ import annotations

import asyncio
import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

SEVERAL: Final = 3
"""Chats refused in a row after which the whole token is taken to be stalled."""
MOMENT: Final = 5.0
"""Seconds within which these refusals must come."""
PATIENCE: Final = 30.0
"""Seconds a digest gives way to answers."""
_CHATS_KEPT: Final = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """``per_second`` messages, of which ``burst`` may leave at once."""

    per_second: float
    burst: float


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of a token and of each chat; groups have negative numbers."""

    token: Rate = Rate(27, 3)
    chat: Rate = Rate(1, 3)
    group: Rate = Rate(15 / 60, 5)


class Stalled(Exception):
    """A message cannot leave within the time its sender would wait; ``seconds`` says when."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"nothing may leave for {seconds:.0f} s")
        self.seconds = seconds


class Bucket:
    """A token bucket, full at first."""

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate, self._level, self._at = rate, rate.burst, now

    def pause(self, now: float, *, full: bool = False) -> float:
        """Seconds until a message may leave; with ``full``, until nothing has for a while."""
        self._fill(now)
        wanted = self._rate.burst if full else 1.0
        missing = wanted - self._level
        return missing / self._rate.per_second if missing > 1e-9 else 0.0

    def take(self, now: float) -> None:
        """A message leaves."""
        self._fill(now)
        self._level -= 1

    def _fill(self, now: float) -> None:
        gained = (now - self._at) * self._rate.per_second
        self._level = min(self._rate.burst, self._level + gained)
        self._at = now


@dataclass(slots=True, eq=False)
class _Waiter:
    """A message that waits for its place."""

    chat: int | None
    since: float
    free: asyncio.Future[None] = field(repr=False)


class Limits:
    """The limits of one bot token.

    Args:
        rates: ``None`` lifts them; what Telegram refuses is waited for all the same.
        clock: seconds; by default those of the event loop.
    """

    def __init__(
        self, rates: Rates | None = None, *, clock: Callable[[], float] | None = None
    ) -> None:
        self._rates, self._own_clock = rates, clock
        self._token: Bucket | None = None
        self._chats: OrderedDict[int, Bucket] = OrderedDict()
        self._answers: list[_Waiter] = []
        self._others: list[_Waiter] = []
        self._timer: asyncio.TimerHandle | None = None
        self._stalled: dict[int, float] = {}
        self._all_stalled = -math.inf
        self._refused: dict[int | None, float] = {}

    def _now(self) -> float:
        return self._own_clock() if self._own_clock else asyncio.get_running_loop().time()

    async def wait(
        self, chat: int | None, *, answer: bool = False, longest: float = math.inf
    ) -> None:
        """Wait until a message may leave, which then has to leave at once.

        Args:
            chat: its number; ``None`` for what counts for the token only.
            answer: whether a reader waits for it.
            longest: seconds to wait for the end of a stall.

        Raises:
            Stalled: if Telegram asked for a longer pause.
        """
        now = self._now()
        stalled = self.stalled_for(chat)
        if stalled > longest:
            raise Stalled(stalled)
        if self._rates is None and not stalled:
            return
        waiter = _Waiter(chat, now, asyncio.get_running_loop().create_future())
        (self._answers if answer else self._others).append(waiter)
        self._let_go()
        try:
            await waiter.free
        finally:
            for line in (self._answers, self._others):
                if waiter in line:  # broken off while it waited
                    line.remove(waiter)

    def stalled_for(self, chat: int | None) -> float:
        """Seconds for which Telegram wants to hear nothing more, of a chat or at all."""
        now = self._now()
        until = self._all_stalled
        if chat is not None and chat in self._stalled:
            until = max(until, self._stalled[chat])
        return max(0.0, until - now)

    def refused(self, chat: int | None, seconds: float) -> None:
        """Telegram answered 429: hold back the chat, or everything (see above)."""
        now = self._now()
        self._stalled = {each: until for each, until in self._stalled.items() if until > now}
        self._refused = {each: at for each, at in self._refused.items() if at > now - MOMENT}
        self._refused[chat] = now
        if chat is None or len(self._refused) >= SEVERAL:
            self._all_stalled = max(self._all_stalled, now + seconds)
        if chat is not None:
            self._stalled[chat] = max(self._stalled.get(chat, now), now + seconds)

    def accepted(self) -> None:
        """Telegram took a message: the token is not stalled."""
        self._refused.clear()

    # --- who is next -----------------------------------------------------------------------

    def _let_go(self) -> None:
        """Let those leave who may, and wake up again when the next one may."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        now = self._now()
        patient = [each for each in self._others if each.since > now - PATIENCE]
        if len(patient) < len(self._others):
            self._answers += [each for each in self._others if each.since <= now - PATIENCE]
            self._others = patient
        soonest = math.inf
        for line, full in ((self._answers, False), (self._others, True)):
            for waiter in list(line):
                if waiter.free.done():
                    continue
                pause = max(self._token_pause(now), self._chat_pause(waiter.chat, now, full=full))
                if pause > 0:
                    soonest = min(soonest, pause)
                    continue
                self._take(waiter.chat, now)
                line.remove(waiter)
                waiter.free.set_result(None)
        if soonest < math.inf:
            # Clocks are not exact to the last bit: a little later is not too early.
            self._timer = asyncio.get_running_loop().call_later(soonest + 1e-4, self._let_go)

    def _token_pause(self, now: float) -> float:
        pause = max(0.0, self._all_stalled - now)
        if self._rates is not None:
            if self._token is None:
                self._token = Bucket(self._rates.token, now)
            pause = max(pause, self._token.pause(now))
        return pause

    def _chat_pause(self, chat: int | None, now: float, *, full: bool) -> float:
        if chat is None:
            return 0.0
        pause = max(0.0, self._stalled.get(chat, now) - now)
        if self._rates is not None:
            pause = max(pause, self._bucket(chat, now).pause(now, full=full))
        return pause

    def _take(self, chat: int | None, now: float) -> None:
        if self._token is not None:
            self._token.take(now)
        if chat is not None and self._rates is not None:
            self._bucket(chat, now).take(now)
            self._chats.move_to_end(chat)
            while len(self._chats) > _CHATS_KEPT:  # at this rate, the oldest are full again
                self._chats.popitem(last=False)

    def _bucket(self, chat: int, now: float) -> Bucket:
        bucket = self._chats.get(chat)
        if bucket is None:
            assert self._rates is not None
            rate = self._rates.group if chat < 0 else self._rates.chat
            bucket = self._chats[chat] = Bucket(rate, now)
        return bucket
