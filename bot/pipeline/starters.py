"""The starter articles, for a library that has nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime

from bot.pipeline.ingest import Ingest, Outcome, utc_now
from bot.pipeline.worker import Worker
from bot.store import library
from bot.store.database import Database
from seeds import starter_articles
from seeds.article import Article


async def missing_starters(db: Database) -> list[Article]:
    """The starter articles that are not there yet; none once there is a real article.

    A first start that was stopped on its way leaves some of them: the next one completes them.
    """
    async with db.read() as session:
        if await library.has_real_articles(session):
            return []
        known = await library.starter_origins(session)
    return [article for article in starter_articles() if article.origin not in known]


async def load_starters(
    db: Database,
    worker: Worker,
    *,
    articles: Sequence[Article] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> AsyncIterator[Outcome]:
    """Read the starter articles into a library that has no other article, as backfill.

    ``articles`` are those of :func:`missing_starters`, where a caller has asked already how many
    there will be.
    """
    if articles is None:
        articles = await missing_starters(db)
    async for outcome in Ingest(db, worker, clock=clock).run(articles, backfill=True):
        yield outcome
