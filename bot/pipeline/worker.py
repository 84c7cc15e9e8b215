"""The worker: one process in which everything heavy happens, one job at a time.

Jobs for readers go before jobs for the ingest, whose translations are cut into small portions: a
reader waits for one portion at most. A job that kills the process (memory, a fault in a native
library) or never ends takes nothing else with it: the process is replaced, the job is tried once
more if the process died, and fails by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import logging
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any

from bot.pipeline import process
from bot.pipeline.bench import Bench, BenchOptions, EngineState, MakeBench, TextSummary
from bot.store.prepared import Prepared
from seeds.article import Article
from translations.engine import Direction, Translation

ROOM = 8
"""Requests of readers that may wait at a time."""
PORTION = 16
"""Sentences translated in one go."""
PATIENCE = 300.0
"""Seconds after which a job is taken to hang: a portion by a slow hub model takes a minute."""
START = 120.0
"""Seconds within which a new process must be up."""
READER, INGEST = 0, 1
"""Priorities: the smaller goes first."""

_log = logging.getLogger(__name__)


class Busy(Exception):
    """There is no room for another request now: try again in a moment."""


class WorkerFailed(Exception):
    """A job killed the worker process or never ended."""


@dataclass(order=True)
class _Job:
    priority: int
    number: int
    name: str = field(compare=False)
    arguments: tuple[Any, ...] = field(compare=False)
    done: asyncio.Future[Any] = field(compare=False)


class Worker:
    """One bounded worker. Use it within one event loop, and close it."""

    def __init__(
        self,
        make: MakeBench | None = None,
        *,
        in_process: bool = False,
        room: int = ROOM,
        patience: float = PATIENCE,
    ) -> None:
        """``make`` sets up the bench, by default with the shipped engines.

        ``in_process`` works in a thread of this process instead: for tests and filters. There a
        job that hangs cannot be ended, and ``make`` need not be picklable.
        """
        self._make = make or BenchOptions()
        self._in_process = in_process
        self._room = room
        self._patience = patience
        self._executor: Executor | None = None
        self._bench: Bench | None = None
        self._jobs: list[_Job] = []
        self._numbers = itertools.count()
        self._arrived = asyncio.Event()
        self._runner: asyncio.Task[None] | None = None
        self._readers = 0
        self._closed = False

    # --- jobs ------------------------------------------------------------------------------

    async def state(self) -> EngineState:
        """What the bench can do; also a way to have the process started early."""
        return await self._ask(READER, "state")

    async def preprocess(self, article: Article) -> Prepared:
        """Clean, summarise and mine an article.

        Raises:
            Refused: if there is nothing in it to take in.
            WorkerFailed: if it killed the process or never ended.
        """
        return await self._ask(INGEST, "preprocess", article)

    async def translate(
        self, sentences: Sequence[str], direction: Direction, *, reader: bool = True
    ) -> list[Translation]:
        """Translate sentences, for a reader or for the ingest.

        Raises:
            Busy: if too many readers' requests wait already.
            TranslationError: if there is no engine for ``direction``.
            WorkerFailed: as above.
        """
        done: list[Translation] = []
        with self._place() if reader else contextlib.nullcontext():
            for start in range(0, len(sentences), PORTION):
                portion = tuple(sentences[start : start + PORTION])
                priority = READER if reader else INGEST
                done += await self._ask(priority, "translate", portion, direction)
        return done

    async def summarize_text(self, text: str, sentences: int = 3) -> TextSummary:
        """Clean and summarise a text that a reader sent.

        Raises:
            Busy, Refused, WorkerFailed: as above.
        """
        with self._place():
            return await self._ask(READER, "summarize_text", text, sentences)

    @property
    def pid(self) -> int | None:
        """The worker process, while there is one."""
        processes = getattr(self._executor, "_processes", None) or {}
        return next(iter(processes), None)

    async def close(self) -> None:
        """End the process; jobs that wait are cancelled."""
        self._closed = True
        if self._runner is not None:
            self._runner.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._runner
        for job in self._jobs:
            job.done.cancel()
        self._jobs.clear()
        self._end(kill=True)

    # --- the queue -------------------------------------------------------------------------

    @contextlib.contextmanager
    def _place(self) -> Iterator[None]:
        if self._readers >= self._room:
            raise Busy
        self._readers += 1
        try:
            yield
        finally:
            self._readers -= 1

    async def _ask(self, priority: int, name: str, *arguments: Any) -> Any:
        if self._closed:
            raise RuntimeError("the worker is closed")
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._jobs, _Job(priority, next(self._numbers), name, arguments, done))
        self._arrived.set()
        if self._runner is None:
            self._runner = asyncio.create_task(self._run())
        return await done

    async def _run(self) -> None:
        while True:
            while not self._jobs:
                self._arrived.clear()
                await self._arrived.wait()
            job = heapq.heappop(self._jobs)
            if job.done.cancelled():
                continue
            try:
                result = await self._perform(job)
            except asyncio.CancelledError:
                job.done.cancel()
                raise
            except BaseException as error:  # noqa: BLE001 - handed to whoever asked
                if not job.done.cancelled():
                    job.done.set_exception(error)
            else:
                if not job.done.cancelled():
                    job.done.set_result(result)

    async def _perform(self, job: _Job) -> Any:
        for attempt in (1, 2):
            try:
                executor = await self._ready()
                future = asyncio.wrap_future(self._submit(executor, job))
                async with asyncio.timeout(self._patience):
                    return await future
            except TimeoutError:
                self._end(kill=True)
                raise WorkerFailed(f"took longer than {self._patience:.0f} seconds") from None
            except BrokenProcessPool:
                _log.warning("the worker process died during %s", job.name)
                self._end(kill=True)
                if attempt == 2:
                    raise WorkerFailed("the worker process died over it") from None
        raise AssertionError

    def _submit(self, executor: Executor, job: _Job) -> Any:
        if self._bench is not None:
            return executor.submit(getattr(self._bench, job.name), *job.arguments)
        return executor.submit(process.perform, job.name, *job.arguments)

    # --- the process -----------------------------------------------------------------------

    async def _ready(self) -> Executor:
        if self._executor is None:
            self._executor = await asyncio.to_thread(self._start)
            if not self._in_process:  # coming up is no part of the job's time
                async with asyncio.timeout(START):
                    await asyncio.wrap_future(self._executor.submit(process.is_up))
        return self._executor

    def _start(self) -> Executor:
        if self._in_process:
            self._bench = self._make()
            return ThreadPoolExecutor(1, thread_name_prefix="bench")
        return ProcessPoolExecutor(
            1,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=process.set_up,
            initargs=(self._make,),
        )

    def _end(self, *, kill: bool) -> None:
        executor, self._executor = self._executor, None
        if executor is None:
            return
        # Before Python 3.14 an executor has no way of its own to end a job that hangs.
        processes = list((getattr(executor, "_processes", None) or {}).values())
        executor.shutdown(wait=False, cancel_futures=True)
        if kill:
            for process_ in processes:
                process_.kill()
