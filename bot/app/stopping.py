"""Whether the bot is to stop, and why."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Coroutine, Iterator
from typing import Any


class Stop:
    """Set by a signal, by the reader, or by a failure after which there is no going on."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._failure: Exception | None = None

    @property
    def wanted(self) -> bool:
        """Whether the bot is to stop."""
        return self._event.is_set()

    def set(self) -> None:
        """Stop."""
        self._event.set()

    def fail(self, error: Exception) -> None:
        """Stop because of ``error``; the first one counts."""
        self._failure = self._failure or error
        self._event.set()

    def raise_failure(self) -> None:
        """Raise what made the bot stop, if it was a failure."""
        if self._failure is not None:
            raise self._failure

    async def wait(self) -> None:
        """Wait until the bot is to stop."""
        await self._event.wait()

    async def or_done(self, work: Coroutine[Any, Any, Any]) -> None:
        """Work until it is done or the bot is to stop; then the work is broken off.

        Raises:
            Exception: what the work raises.
        """
        task = asyncio.ensure_future(work)
        waiting = asyncio.create_task(self._event.wait())
        try:
            await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            waiting.cancel()
            broken_off = task.cancel()
            try:
                await task
            except asyncio.CancelledError:
                if not broken_off:
                    raise

    @contextlib.contextmanager
    def on_signals(self) -> Iterator[None]:
        """Stop on SIGINT and SIGTERM; a second one ends the process at once."""
        loop = asyncio.get_running_loop()
        caught = []
        for each in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(each, self._on_signal, each)
                caught.append(each)
        try:
            yield
        finally:
            for each in caught:
                loop.remove_signal_handler(each)

    def _on_signal(self, number: signal.Signals) -> None:
        self._event.set()
        asyncio.get_running_loop().remove_signal_handler(number)
