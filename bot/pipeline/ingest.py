"""The ingest: articles in, one outcome for each out.

While one article is written, the worker prepares the next. Each article is one transaction; what
goes wrong with it concerns nothing else.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.pipeline.preparing import Refused, direction_of
from bot.pipeline.translating import Desk
from bot.pipeline.worker import Worker, WorkerFailed
from bot.store import library, memory
from bot.store.database import Database, DatabaseError
from bot.store.models import Article as ArticleRow
from bot.store.prepared import Prepared
from seeds.article import Article
from seeds.refusal import Refusal
from summarizer.text.dates import Basis

OLD_AFTER = timedelta(days=14)
"""An article of a known date before so many days ago is backfill, not news."""
BULK = 50
"""So is every article of a run that brings more new ones than this."""
_AHEAD = 2

_log = logging.getLogger(__name__)


class OutcomeState(StrEnum):
    """What became of an article."""

    NEW = "new"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article. ``article_id`` is its number, of a duplicate the number of the
    article that has its text already; ``reason`` is for people.
    """

    origin: str
    state: OutcomeState
    reason: str = ""
    article_id: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Known:
    """A duplicate found before it was translated."""

    article: Article
    number: int


_Queue = asyncio.Queue["Outcome | Prepared | _Known | None"]


def utc_now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Ingest:
    """Takes articles into the library. One :meth:`run` at a time."""

    db: Database
    worker: Worker
    clock: Callable[[], datetime] = utc_now
    warnings: list[str] = field(default_factory=list)
    """What went less than well over all articles, e.g. that there was no translator."""

    async def run(
        self, articles: Iterable[Article | Refusal], *, backfill: bool | None = None
    ) -> AsyncIterator[Outcome]:
        """Take articles in, in order; refusals of the reader are passed on.

        ``backfill`` says whether they are news for scheduled digests. Without it, articles of a
        known date older than :data:`OLD_AFTER` are backfill, and all of a run of more than
        :data:`BULK` new ones.
        """
        run = _Run(Desk(self.db, self.worker, self.warnings), backfill)
        queue: _Queue = asyncio.Queue(_AHEAD)
        feeder = asyncio.create_task(self._feed(iter(articles), queue, run.desk))
        try:
            while (item := await queue.get()) is not None:
                outcome = item if isinstance(item, Outcome) else await self._take_in(item, run)
                yield outcome
            await feeder  # raises what the reader raised
            await run.desk.close()
        finally:
            feeder.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await feeder

    # --- preparing -------------------------------------------------------------------------

    async def _feed(
        self,
        articles: Iterator[Article | Refusal],
        queue: _Queue,
        desk: Desk,
    ) -> None:
        try:
            while (article := await asyncio.to_thread(next, articles, None)) is not None:
                if isinstance(article, Refusal):
                    await queue.put(_refused(article.origin, article.reason))
                else:
                    await queue.put(await self._prepare(article, desk))
        except Exception:
            await queue.put(None)
            raise
        await queue.put(None)

    async def _prepare(self, article: Article, desk: Desk) -> Outcome | Prepared | _Known:
        try:
            prepared = await self.worker.preprocess(article)
            async with self.db.read() as session:
                known = await library.find_duplicate(session, prepared)
            if known:
                return _Known(article, known)
            return await desk.finish(prepared)
        except (Refused, WorkerFailed, DatabaseError) as error:
            return _refused(article.origin, str(error))
        except Exception as error:  # noqa: BLE001 - one bad article never stops the others
            _log.exception("%s could not be prepared", article.origin)
            return _refused(article.origin, f"could not be prepared: {_in_words(error)}")

    # --- writing ---------------------------------------------------------------------------

    async def _take_in(self, item: Prepared | _Known, run: _Run) -> Outcome:
        if isinstance(item, _Known):
            return _duplicate(item.article, item.number)
        article = item.article
        try:
            return await self._write(item, run)
        except DatabaseError as error:
            return _refused(article.origin, str(error))
        except Exception as error:  # noqa: BLE001 - as above
            _log.exception("%s could not be written", article.origin)
            return _refused(article.origin, f"could not be written: {_in_words(error)}")

    async def _write(self, prepared: Prepared, run: _Run) -> Outcome:
        article, now = prepared.article, self.clock()
        async with self.db.write() as session:
            added = await library.add(
                session, prepared, now=now, backfill=run.is_backfill(prepared, now.date())
            )
            if added.article_id is not None:
                await memory.remember(
                    session,
                    prepared.renderings,
                    direction_of(prepared.document.language).value,
                    prepared.versions.engine,
                )
                await run.count(session, added.article_id)
                await run.age(session, now)
        if added.duplicate_of is not None:
            return _duplicate(article, added.duplicate_of)
        return Outcome(
            article.origin, OutcomeState.NEW, article_id=added.article_id, notes=article.notes
        )


@dataclass(slots=True)
class _Run:
    """One run: its desk, and what it brought so far while that may yet turn out to be a bulk."""

    desk: Desk
    backfill: bool | None
    _added: list[int] = field(default_factory=list)

    def is_backfill(self, prepared: Prepared, today: date) -> bool:
        if self.backfill is not None:
            return self.backfill
        return len(self._added) >= BULK or is_old(prepared, today)

    async def count(self, session: AsyncSession, article_id: int) -> None:
        """The article that makes it a bulk makes what came before it backfill as well."""
        if self.backfill is not None or len(self._added) > BULK:
            return
        self._added.append(article_id)
        if len(self._added) > BULK:
            await session.execute(
                update(ArticleRow).where(ArticleRow.id.in_(self._added)).values(backfill=True)
            )

    async def age(self, session: AsyncSession, now: datetime) -> None:
        """Recent articles whose day has only now come to light, from another one, may be old."""
        if self.backfill is not None:
            return
        await session.execute(
            update(ArticleRow)
            .where(
                ArticleRow.backfill.is_(False),
                ArticleRow.event_date_basis == Basis.OTHER_ARTICLE.value,
                ArticleRow.published == "",
                ArticleRow.sort_date != "",
                ArticleRow.sort_date < (now.date() - OLD_AFTER).isoformat(),
                ArticleRow.added_at >= now - OLD_AFTER,
            )
            .values(backfill=True)
        )


def is_old(prepared: Prepared, today: date) -> bool:
    """Whether the latest day that an article's date can mean is long ago."""
    for known in (prepared.document.published, prepared.facts.event_date):
        if known.year is not None:
            return known.last_day() < today - OLD_AFTER
    return False


def _refused(origin: str, reason: str) -> Outcome:
    return Outcome(origin, OutcomeState.REFUSED, reason)


def _duplicate(article: Article, number: int) -> Outcome:
    return Outcome(
        article.origin, OutcomeState.DUPLICATE, f"the same text as article {number}", number
    )


def _in_words(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
