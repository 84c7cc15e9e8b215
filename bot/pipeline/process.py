"""The inside of the worker process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from typing import Any

from bot.pipeline.bench import Bench, MakeBench

NICENESS = 5
"""How far the process steps back behind the one that answers readers."""

_benches: list[Bench] = []
# Empty but in a worker process, which sets up its one bench before the first job.


def set_up(make: MakeBench) -> None:
    """Make the bench. Runs first in the new process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    _benches[:] = [make()]


def is_up() -> bool:
    """Whether the bench is there: answers as soon as it is."""
    return bool(_benches)


def perform(job: str, *arguments: Any) -> Any:
    """Have the bench do a job, by the name of its method."""
    return getattr(_benches[0], job)(*arguments)


def _end_with_parent() -> None:
    # A parent that was killed cannot end its pool: without this the process would wait for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
