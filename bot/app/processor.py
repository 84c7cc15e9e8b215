"""The order in which updates are worked on: one chat's one after another, chats side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 32
"""Chats answered at the same time. More than the worker has room for, so that those who wait for
it never hold up those who only ask the library."""
WAITING = 4096
"""Updates that may wait for their turn."""

OnDone = Callable[[int], object]


class InOrder(BaseUpdateProcessor):
    """Keeps each chat's updates in order.

    ``on_done`` is called with the number of every update once it is worked off, whatever came of
    it: the local chat learns from it that an answer is complete.
    """

    def __init__(
        self, *, at_once: int = AT_ONCE, waiting: int = WAITING, on_done: OnDone | None = None
    ) -> None:
        super().__init__(waiting)
        self._at_once = asyncio.Semaphore(at_once)
        self._on_done = on_done
        self._last: dict[int, asyncio.Event] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's previous update and for a free place, then work on this one."""
        key = _chat_of(update)
        previous = self._last.get(key) if key is not None else None
        finished = asyncio.Event()
        if key is not None:
            self._last[key] = finished
        try:
            if previous is not None:
                await previous.wait()
            async with self._at_once:
                await coroutine
        finally:
            finished.set()
            if key is not None and self._last.get(key) is finished:
                del self._last[key]
            if self._on_done is not None and isinstance(update, Update):
                self._on_done(update.update_id)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""


def _chat_of(update: object) -> int | None:
    if not isinstance(update, Update):
        return None
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else None
