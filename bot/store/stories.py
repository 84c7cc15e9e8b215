"""Stories: articles that tell the same. Two belong together when their texts are nearly the same,
or when they report the same conference on the same day of which both speak; and what belongs to
one of them belongs to the other. Every article has a story, most are alone in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import delete, insert, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.fingerprints import SAME_STORY, bands, similarity
from bot.store.models import Article, ArticleConference, NearDuplicate, SimilarityBand, Story
from summarizer.facts.model import Coverage

_DAY = "____-__-__"
"""A date with all its parts, for LIKE."""
_OWN_DAY = "%-__-__"
"""A date with its day, the year known or not. An article that does not say itself on which day it
happened may just name a well-known event."""


async def pair(session: AsyncSession, article_id: int, signature: bytes) -> None:
    """Find the articles with nearly the same text."""
    if not signature:
        return
    hidden = select(Article.hidden).where(Article.id == article_id).scalar_subquery()
    near = (
        select(SimilarityBand.article_id)
        .where(
            tuple_(SimilarityBand.number, SimilarityBand.band).in_(
                list(enumerate(bands(signature)))
            )
        )
        .distinct()
    )
    rows = await session.execute(
        select(Article.id, Article.signature).where(
            Article.id.in_(near), Article.id != article_id, Article.hidden == hidden
        )
    )
    pairs = [
        {"first_id": min(other, article_id), "second_id": max(other, article_id)}
        for other, its in rows
        if similarity(signature, its) >= SAME_STORY
    ]
    if pairs:
        await session.execute(insert(NearDuplicate), pairs)


async def neighbours(session: AsyncSession, article_id: int) -> frozenset[int]:
    """The articles of the story in which an article stands."""
    story = select(Article.story_id).where(Article.id == article_id).scalar_subquery()
    rows = await session.scalars(select(Article.id).where(Article.story_id == story))
    return frozenset(rows)


async def forget(session: AsyncSession, article_id: int) -> None:
    """Drop the pairs of an article whose text is written anew."""
    await session.execute(
        delete(NearDuplicate).where(
            or_(NearDuplicate.first_id == article_id, NearDuplicate.second_id == article_id)
        )
    )


async def rejoin(session: AsyncSession, articles: Collection[int]) -> None:
    """Form the stories of some articles anew, and of all that hang together with them."""
    group = set(articles)
    edges: dict[int, set[int]] = {}
    frontier = set(articles)
    stories: dict[int, int | None] = {}
    while frontier:
        stories.update(await _stories(session, frontier))
        for one, other in await _edges(session, frontier):
            edges.setdefault(one, set()).add(other)
            edges.setdefault(other, set()).add(one)
        reached = {other for one in frontier for other in edges.get(one, ())}
        reached |= await _together(session, {stories[one] for one in frontier})
        frontier = reached - group
        group |= frontier
    components = sorted(_components(group, edges), key=lambda part: (-len(part), min(part)))
    taken: set[int] = set()
    for part in components:
        free = sorted({story for one in part if (story := stories.get(one)) is not None} - taken)
        story = free[0] if free else await _new(session)
        taken.add(story)
        strangers = sorted(one for one in part if stories.get(one) != story)
        if strangers:
            await session.execute(
                update(Article).where(Article.id.in_(strangers)).values(story_id=story)
            )
    empty = {story for story in stories.values() if story is not None} - taken
    if empty:
        await session.execute(delete(Story).where(Story.id.in_(sorted(empty))))


async def _new(session: AsyncSession) -> int:
    query = insert(Story).returning(Story.id)
    return (await session.execute(query)).scalar_one()


async def _stories(session: AsyncSession, articles: Iterable[int]) -> dict[int, int | None]:
    rows = await session.execute(
        select(Article.id, Article.story_id).where(Article.id.in_(sorted(articles)))
    )
    return dict(rows.all())


async def _together(session: AsyncSession, stories: Collection[int | None]) -> set[int]:
    numbers = sorted(story for story in stories if story is not None)
    rows = await session.scalars(select(Article.id).where(Article.story_id.in_(numbers)))
    return set(rows)


async def _edges(session: AsyncSession, articles: Collection[int]) -> list[tuple[int, int]]:
    numbers = sorted(articles)
    near = await session.execute(
        select(NearDuplicate.first_id, NearDuplicate.second_id).where(
            or_(NearDuplicate.first_id.in_(numbers), NearDuplicate.second_id.in_(numbers))
        )
    )
    return [*((one, other) for one, other in near), *await _same_event(session, numbers)]


async def _same_event(session: AsyncSession, numbers: list[int]) -> list[tuple[int, int]]:
    reports = (
        select(ArticleConference.conference_id, Article.event_date, Article.id, Article.hidden)
        .join(Article, Article.id == ArticleConference.article_id)
        .where(
            ArticleConference.coverage == Coverage.REPORTED.value,
            ArticleConference.conference_id.is_not(None),
            Article.event_date.like(_DAY),
            Article.own_event_date.like(_OWN_DAY),
        )
    )
    mine, other = reports.where(Article.id.in_(numbers)).subquery(), reports.subquery()
    rows = await session.execute(
        select(mine.c.id, other.c.id).where(
            mine.c.conference_id == other.c.conference_id,
            mine.c.event_date == other.c.event_date,
            mine.c.hidden == other.c.hidden,
            mine.c.id != other.c.id,
        )
    )
    return [(one, other) for one, other in rows]


def _components(group: Iterable[int], edges: dict[int, set[int]]) -> Iterable[set[int]]:
    left = set(group)
    while left:
        part: set[int] = set()
        todo = {left.pop()}
        while todo:
            one = todo.pop()
            part.add(one)
            todo |= edges.get(one, set()) - part
        left -= part
        yield part
