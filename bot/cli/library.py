"""``ingest`` and ``reprocess``: articles go into the library, or are brought up to date in it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from bot.cli.ending import run_in_order
from bot.cli.failures import Failure, Status, complain
from bot.cli.streams import closing
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.pipeline import Outcome
    from seeds import Article, Refusal

CHUNK = 1024 * 1024
STATES = ("new", "duplicate", "refused")


@dataclass(slots=True)
class Report:
    """Shows how a long work goes on, and in the end what became of it.

    A bar on a terminal, a line for each article otherwise.
    """

    console: Console
    progress: Progress
    task: TaskID
    counts: Counter[str] = field(default_factory=Counter)
    refusals: list[tuple[str, str]] = field(default_factory=list)

    def note(self, outcome: Outcome, word: str) -> None:
        """Count one outcome; ``word`` is what is said of it where it was not refused."""
        state = outcome.state.value
        self.counts[state] += 1
        if state == "refused":
            self.refusals.append((outcome.origin, outcome.reason))
        if self.console.is_terminal:
            self.progress.advance(self.task)
            return
        number = f" {outcome.article_id}" if outcome.article_id is not None else ""
        reason = f": {outcome.reason}" if outcome.reason else ""
        self.say(f"{word if state == 'new' else state}{number} {outcome.origin}{reason}")
        for note in outcome.notes:
            self.say(f"  note: {note}")

    def say(self, line: str) -> None:
        """Print a line as it is."""
        self.console.print(Text(line), soft_wrap=True, highlight=False)

    def close(self, titles: Sequence[tuple[str, str]]) -> Status:
        """Print the table of counts and the refusals with their reasons."""
        self.progress.stop()
        table = Table(show_edge=False, pad_edge=False, box=None)
        for column in ("read", *(title for title, _ in titles)):
            table.add_column(column, justify="right")
        numbers = [self.counts.total(), *(self.counts[state] for _, state in titles)]
        table.add_row(*(f"{number}" for number in numbers))
        self.say("")
        self.console.print(table)
        if self.refusals:
            self.say("\nRefused:")
            for origin, reason in self.refusals:
                self.say(f"  {origin}: {reason}")
        return Status.REFUSALS if self.refusals else Status.DONE


def _report(total: int, what: str) -> Report:
    console = Console()
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    report = Report(console, progress, progress.add_task(what, total=total))
    progress.start()
    return report


# --- ingest --------------------------------------------------------------------------------


def ingest(settings: Settings, paths: Sequence[Path], backfill: bool | None) -> Status:
    """Take files and folders into the library.

    Raises:
        DatabaseError: if the database cannot be used.
    """
    return run_in_order(_ingest(settings, paths, backfill))


def _articles(paths: Sequence[Path]) -> Iterator[Article | Refusal]:
    from seeds import read

    for path in paths:
        yield from read(path)


def expected(paths: Sequence[Path]) -> int:
    """About how many articles there are: lines of collections, and other files one each."""
    from seeds import ENDINGS

    total = 0
    for path in paths:
        files = (each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
        for file in files:
            if file.suffix.lower() == ".jsonl":
                total += _lines(file)
            elif file.suffix.lower() in ENDINGS:
                total += 1
    return total


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(CHUNK), b""))
    except OSError:  # the reader will say what is wrong with it
        return 0


async def _ingest(settings: Settings, paths: Sequence[Path], backfill: bool | None) -> Status:
    from bot import logs
    from bot.app.workshop import workshop
    from bot.pipeline import Ingest

    logs.set_up(settings)
    async with workshop(settings) as services:
        total = await asyncio.to_thread(expected, paths)
        report = _report(total, "Articles")
        work = Ingest(services.db, services.worker)
        try:
            async with closing(work.run(_articles(paths), backfill=backfill)) as outcomes:
                async for outcome in outcomes:
                    report.note(outcome, "new")
        finally:
            status = report.close([(state, state) for state in STATES])
        for warning in work.warnings:
            complain(warning, what="ingest")
        return status


# --- reprocess -----------------------------------------------------------------------------


def reprocess(settings: Settings, *, outdated_only: bool) -> Status:
    """Bring what the library holds up to date.

    Raises:
        DatabaseError: if the database cannot be used.
    """
    return run_in_order(_reprocess(settings, outdated_only=outdated_only))


async def _reprocess(settings: Settings, *, outdated_only: bool) -> Status:
    from sqlalchemy import func, select

    from bot import logs
    from bot.app.workshop import workshop
    from bot.pipeline import reprocess as work
    from bot.pipeline.reprocessing import outdated
    from bot.store.models import Article

    logs.set_up(settings)
    async with workshop(settings) as services:
        if outdated_only:
            total = await outdated(services.db, services.worker)
        else:
            async with services.db.read() as session:
                total = await session.scalar(select(func.count(Article.id))) or 0
        if not total and not outdated_only:
            raise Failure("there are no articles", advice="take some in with briefing-bot ingest")
        report = _report(total, "Articles")
        try:
            async with closing(
                work(services.db, services.worker, outdated_only=outdated_only)
            ) as outcomes:
                async for outcome in outcomes:
                    report.note(outcome, "renewed")
        finally:
            status = report.close([("renewed", "new"), ("refused", "refused")])
        return status
