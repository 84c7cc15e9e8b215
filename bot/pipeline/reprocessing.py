"""Bringing old rows up to date with the pipeline, the engine and the glossary of today."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update

from bot.pipeline.ingest import Outcome, OutcomeState
from bot.pipeline.preparing import PIPELINE, Refused, direction_of
from bot.pipeline.translating import UNTRANSLATED, Desk, Earlier
from bot.pipeline.worker import Worker, WorkerFailed
from bot.store import library, memory, search_texts
from bot.store.database import Database, DatabaseError
from bot.store.models import Article, Meta, Sentence
from bot.store.prepared import load_article, load_renderings

_PROGRESS = "reprocess"
_log = logging.getLogger(__name__)


async def outdated(db: Database, worker: Worker) -> int:
    """How many articles were made by another version of pipeline, engine or glossary."""
    condition = await _is_outdated(Desk(db, worker))
    async with db.read() as session:
        return await session.scalar(select(func.count(Article.id)).where(condition)) or 0


async def reprocess(
    db: Database, worker: Worker, *, outdated_only: bool = False
) -> AsyncIterator[Outcome]:
    """Prepare articles anew from what was read and write them in place.

    Numbers of articles, tasks, conferences and speakers stay, and so do corrections. Stopped in the
    middle, a later call goes on where this one ended: with ``outdated_only`` because what is done
    is no longer outdated, else from the article noted in the database. An article that is refused
    stays as it is.
    """
    desk = Desk(db, worker)
    condition = await _is_outdated(desk) if outdated_only else None
    last = 0 if outdated_only else await _resume(db)
    refused = False
    while True:
        query = select(
            Article.id, Article.origin, Article.raw, Article.engine_version, Article.renderings
        ).where(Article.id > last)
        if condition is not None:
            query = query.where(condition)
        async with db.read() as session:
            row = (await session.execute(query.order_by(Article.id).limit(1))).first()
        if row is None:
            break
        last, origin, raw, version, renderings = row
        earlier = Earlier(version, load_renderings(renderings))
        outcome = await _one(db, desk, last, origin, raw, earlier)
        refused |= outcome.state is OutcomeState.REFUSED
        yield outcome
        if not outdated_only:
            await _note(db, last)
    if not outdated_only:
        await _note(db, None)
    state = await desk.state()
    if state.directions and not refused:  # nothing is left of what another version translated
        async with db.write() as session:
            await memory.forget(session, keep_version=state.version)


async def _one(
    db: Database, desk: Desk, number: int, origin: str, raw: dict[str, Any], earlier: Earlier
) -> Outcome:
    try:
        prepared = await desk.finish(await desk.worker.preprocess(load_article(raw)), earlier)
        async with db.write() as session:
            await library.replace(session, number, prepared)
            await memory.remember(
                session,
                prepared.renderings,
                direction_of(prepared.document.language).value,
                prepared.versions.engine,
            )
    except (Refused, WorkerFailed, DatabaseError) as error:
        return Outcome(origin, OutcomeState.REFUSED, str(error), number)
    except Exception as error:  # noqa: BLE001 - one bad article never stops the others
        _log.exception("article %d could not be reprocessed", number)
        reason = f"{type(error).__name__}: {error}"
        return Outcome(origin, OutcomeState.REFUSED, reason, number)
    return Outcome(origin, OutcomeState.NEW, article_id=number)


async def _is_outdated(desk: Desk) -> ColumnElement[bool]:
    state = await desk.state()
    conditions = [
        Article.pipeline_version != PIPELINE,
        Article.glossary_version != state.glossary_version,
    ]
    for language in ("vi", "en"):
        version = await desk.version(language)
        if version != UNTRANSLATED:  # else there is nothing better to be had
            conditions.append((Article.language == language) & (Article.engine_version != version))
    return or_(*conditions)


async def _resume(db: Database) -> int:
    async with db.read() as session:
        row = await session.get(Meta, _PROGRESS)
    return int(row.value) if row else 0


async def _note(db: Database, number: int | None) -> None:
    async with db.write() as session:
        row = await session.get(Meta, _PROGRESS)
        if number is None:
            if row is not None:
                await session.delete(row)
        elif row is None:
            session.add(Meta(name=_PROGRESS, value=str(number)))
        else:
            row.value = str(number)


async def translate_article(db: Database, worker: Worker, number: int) -> bool:
    """Translate the sentences of an article that have no translation yet, for a reader.

    Returns whether all have one now.

    Raises:
        Busy: if too many readers wait already.
    """
    desk = Desk(db, worker)
    async with db.read() as session:
        language = await session.scalar(select(Article.language).where(Article.id == number))
        found = await session.scalars(
            select(Sentence.text).where(
                Sentence.article_id == number, Sentence.translation.is_(None)
            )
        )
        texts = list(dict.fromkeys(found))
    if language is None or not texts:
        return language is not None
    made = await desk.translate(texts, language, reader=True)
    async with db.write() as session:
        await memory.remember(
            session, made, direction_of(language).value, await desk.version(language)
        )
        for text, rendering in made.items():
            await session.execute(
                update(Sentence)
                .where(Sentence.article_id == number, Sentence.text == text)
                .values(
                    translation=rendering.text,
                    engine=rendering.engine,
                    findings=[list(pair) for pair in rendering.findings],
                )
            )
        await search_texts.extend_search(session, number, language, [r.text for r in made.values()])
    return len(made) == len(texts)
