"""From what readers of files yield to rows of the library; and the worker that does the heavy part.

The names are loaded when they are first asked for: the worker process has no use for the database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.pipeline.bench import BenchOptions, EngineState, TextSummary
    from bot.pipeline.ingest import Ingest, Outcome, OutcomeState
    from bot.pipeline.preparing import PIPELINE, Refused, preprocess
    from bot.pipeline.reprocessing import reprocess, translate_article
    from bot.pipeline.starters import load_starters
    from bot.pipeline.worker import Busy, Worker, WorkerFailed
    from bot.store.prepared import Prepared

_HOMES = {
    "PIPELINE": "preparing",
    "BenchOptions": "bench",
    "Busy": "worker",
    "EngineState": "bench",
    "Ingest": "ingest",
    "Outcome": "ingest",
    "OutcomeState": "ingest",
    "Prepared": "preparing",
    "Refused": "preparing",
    "TextSummary": "bench",
    "Worker": "worker",
    "WorkerFailed": "worker",
    "load_starters": "starters",
    "preprocess": "preparing",
    "reprocess": "reprocessing",
    "translate_article": "reprocessing",
}

__all__ = [
    "PIPELINE",
    "BenchOptions",
    "Busy",
    "EngineState",
    "Ingest",
    "Outcome",
    "OutcomeState",
    "Prepared",
    "Refused",
    "TextSummary",
    "Worker",
    "WorkerFailed",
    "load_starters",
    "preprocess",
    "reprocess",
    "translate_article",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"bot.pipeline.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
