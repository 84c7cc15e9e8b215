"""The library: what becomes of an article that was prepared.

Everything that concerns one article is written in the caller's transaction: there is all of it or
nothing. Conferences, speakers and stories are joined in the same transaction from what each
article says by itself, so that the library is the same in whatever order its articles came; only
numbers depend on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import corrections, identities, joining, rows, stories
from bot.store.models import Article, Meta
from bot.store.prepared import Prepared

_SEQUENCE = "sequence"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: its number, or the number of the article that it repeats."""

    article_id: int | None = None
    duplicate_of: int | None = None


async def add(
    session: AsyncSession, prepared: Prepared, *, now: datetime, backfill: bool = False
) -> Added:
    """Take an article in, unless its text is there already.

    The first article that is no starter hides the starters, and a starter that comes after one is
    hidden from the beginning.
    """
    sequence = await next_sequence(session)
    if known := await find_duplicate(session, prepared):
        await _give_back(session, sequence)
        return Added(duplicate_of=known)
    starter = prepared.article.starter
    if starter:
        hidden = await has_real_articles(session)
    else:
        hidden = False
        await _hide_starters(session)
    article = Article(
        **rows.article_columns(prepared),
        sequence=sequence,
        starter=starter,
        hidden=hidden,
        backfill=backfill,
        added_at=now,
    )
    session.add(article)
    await session.flush()
    await _write(session, article.id, prepared)
    return Added(article_id=article.id)


async def replace(session: AsyncSession, article_id: int, prepared: Prepared) -> None:
    """Write an article anew from a later preparation of the same raw article.

    Its number, place in the library and corrections stay; so do the numbers of its tasks.
    """
    columns = rows.article_columns(prepared)
    if await _taken(session, prepared.fingerprint, article_id):
        # Cleaning has made two articles the same that were not: both stay, the other has the key.
        columns["fingerprint"] = f"{prepared.fingerprint}#{article_id}"
    lost = await identities.things_of(session, article_id)
    touched = await stories.neighbours(session, article_id)
    await rows.clear(session, article_id)
    await stories.forget(session, article_id)
    await session.execute(update(Article).where(Article.id == article_id).values(columns))
    await _write(session, article_id, prepared, lost, touched)


async def _write(
    session: AsyncSession,
    article_id: int,
    prepared: Prepared,
    lost: identities.Things = identities.NOTHING,
    touched: frozenset[int] = frozenset(),
) -> None:
    await rows.write_texts(session, article_id, prepared)
    await rows.write_sightings(session, article_id, prepared, lost.conferences, lost.speakers)
    change = await joining.rejoin(session, article_id, lost)
    await rows.write_facts(session, article_id, prepared)
    await identities.remove(session, change.vanished)
    await stories.pair(session, article_id, prepared.signature)
    await stories.rejoin(session, {article_id, *change.articles, *touched})
    await corrections.apply(session, "article", [article_id])
    await corrections.apply_to_tasks(session, article_id)


async def find_duplicate(session: AsyncSession, prepared: Prepared) -> int | None:
    """The number of the article that has the same text.

    Title and body count together; where one of the two has no title of its own, or has it as the
    first line of its body, the bodies decide.
    """
    whole, body = prepared.fingerprint, prepared.body_fingerprint
    same = [
        Article.fingerprint == whole,
        Article.body_fingerprint == whole,
        Article.fingerprint == body,
    ]
    if prepared.document.title_derived:
        same.append(Article.body_fingerprint == body)
    else:
        same.append((Article.body_fingerprint == body) & Article.title_derived.is_(True))
    return await session.scalar(select(Article.id).where(or_(*same)).order_by(Article.id).limit(1))


async def has_real_articles(session: AsyncSession) -> bool:
    """Whether there is an article that is no starter."""
    query = select(Article.id).where(Article.starter.is_(False)).limit(1)
    return await session.scalar(query) is not None


async def starter_origins(session: AsyncSession) -> frozenset[str]:
    """Where the starter articles that are there came from."""
    return frozenset(await session.scalars(select(Article.origin).where(Article.starter)))


async def last_sequence(session: AsyncSession) -> int:
    """The place of the latest article, 0 in an empty library."""
    return await session.scalar(select(func.max(Article.sequence))) or 0


async def next_sequence(session: AsyncSession) -> int:
    """The next place in the library; never given twice. Other writers wait until we are done."""
    row = await session.get(Meta, _SEQUENCE, with_for_update=True)
    if row is None:
        row = Meta(name=_SEQUENCE, value=str(await last_sequence(session)))
        session.add(row)
    row.value = str(int(row.value) + 1)
    await session.flush()
    return int(row.value)


async def _give_back(session: AsyncSession, sequence: int) -> None:
    row = await session.get(Meta, _SEQUENCE)
    if row is not None and row.value == str(sequence):
        row.value = str(sequence - 1)


async def _taken(session: AsyncSession, fingerprint: str, article_id: int) -> bool:
    query = select(Article.id).where(Article.fingerprint == fingerprint, Article.id != article_id)
    return await session.scalar(query) is not None


async def _hide_starters(session: AsyncSession) -> None:
    await session.execute(
        update(Article)
        .where(Article.starter.is_(True), Article.hidden.is_(False))
        .values(hidden=True)
    )
