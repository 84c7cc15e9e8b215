"""What every way of running the bot needs: database, worker, library, put together once."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.briefings import Briefings
from bot.conversation import LOCAL, Services
from bot.conversation.services import now
from bot.digests.limits import Limits, Rates
from bot.pipeline import BenchOptions, OutcomeState, Worker, load_starters
from bot.pipeline.starters import missing_starters
from bot.settings import Settings
from bot.store.database import Database

log = logging.getLogger(__name__)

LEDGER = "localchat.sqlite3"


@contextlib.asynccontextmanager
async def workshop(
    settings: Settings, bot: str = LOCAL, clock: Callable[[], datetime] = now
) -> AsyncIterator[Services]:
    """Open the database and set the worker up; close both at the end.

    Raises:
        DatabaseError: if the database cannot be used.
    """
    db = Database(settings.url)
    await db.open()
    worker = Worker(
        BenchOptions(
            translator=settings.translator,
            second_opinion=settings.second_opinion,
            reader=settings.reader,
            summarizer=settings.summarizer,
            style=settings.style,
            threads=settings.threads,
            models=settings.data_dir / "models",
        )
    )
    try:
        briefings = Briefings(db, lambda: clock().date())
        # The local chat takes whatever comes.
        pace = Limits(None if bot == LOCAL else Rates())
        yield Services(settings, db, briefings, worker, bot, clock, pace=pace)
    finally:
        await worker.close()
        await db.close()


async def fill_library(services: Services, console: Console) -> None:
    """Read the starter articles into an empty library, with a progress bar on a terminal."""
    articles = await missing_starters(services.db)
    if not articles:
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    hidden = not console.is_terminal
    if hidden:
        console.print(f"Reading {len(articles)} starter articles in, once.", highlight=False)
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        bar = progress.add_task("Starter articles", total=len(articles))
        async for outcome in load_starters(
            services.db, services.worker, articles=articles, clock=services.clock
        ):
            if outcome.state is OutcomeState.REFUSED:
                log.warning("%s: %s", outcome.origin, outcome.reason)
            progress.advance(bar)


def ledger_path(services: Services) -> Path:
    """Where the local chat keeps its numbers: beside the database, else in the data folder."""
    database = services.db.path
    return (database.parent if database else services.settings.data_dir) / LEDGER
