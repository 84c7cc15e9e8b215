"""An event loop in which time passes only while everybody waits for it.

When nothing is left to do before the next timer, the clock jumps there: a month of schedules,
pauses and limits passes as fast as the work in it. While a thread works for the loop (a database
driver's), the clock stands still; ``busy`` tells so.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any


class _Jumping(selectors.DefaultSelector):
    """A selector that moves the loop's clock instead of waiting for it."""

    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None or self._loop.busy():
            return super().select(None if timeout is None or timeout > 0 else 0)
        events = super().select(0)
        if not events and timeout > 0:
            self._loop.seconds += timeout
        return events


class VirtualLoop(asyncio.SelectorEventLoop):
    """The loop. ``seconds`` have passed since ``start``; ``busy`` says whether a thread works."""

    def __init__(self, start: datetime) -> None:
        self.start, self.seconds = start, 0.0
        self.busy: Callable[[], bool] = lambda: False
        super().__init__(_Jumping(self))
        # What is due within this time is done at once; below it, sums of times are not exact.
        self._clock_resolution = 1e-6

    def time(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        """The instant that it is in the loop."""
        return self.start + timedelta(seconds=self.seconds)


def run(work: Callable[[VirtualLoop], Coroutine[Any, Any, Any]], start: datetime) -> Any:
    """Run ``work(loop)`` in virtual time from ``start`` on."""
    loop = VirtualLoop(start)
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        return runner.run(work(loop))
