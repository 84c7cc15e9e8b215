"""A command that has something open is ended in order, whoever ends it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


def run_in_order(work: Coroutine[Any, Any, Result]) -> Result:
    """Run ``work``; SIGTERM stops it as Ctrl-C does, so that what is open is closed first.

    Raises:
        SystemExit: with 143, the status of a process that SIGTERM has ended.
    """
    ended = False

    async def stoppable() -> Result:
        task = asyncio.current_task()
        assert task is not None

        def end() -> None:
            nonlocal ended
            ended = True
            task.cancel()

        loop = asyncio.get_running_loop()
        with contextlib.suppress(NotImplementedError):  # not on every system
            loop.add_signal_handler(signal.SIGTERM, end)
        return await work

    try:
        return asyncio.run(stoppable())
    except asyncio.CancelledError:
        if ended:
            sys.exit(128 + signal.SIGTERM)
        raise
