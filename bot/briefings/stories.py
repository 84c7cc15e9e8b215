"""Summaries of a period: story by story, those that matter most first, each by the article that
tells most of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.briefings import rows, summaries
from bot.briefings.cards import SummaryCard
from bot.briefings.dated import title, within
from bot.briefings.paging import cut, page_of
from bot.briefings.periods import Period
from bot.briefings.ranking import office_points
from bot.briefings.seniority import LAST, rank
from bot.store.models import Article, ArticleConference, Role, Statement, Task
from summarizer.facts.model import Coverage

LINES: Final = 6
"""Stories of a page, and sentences."""
MOST: Final = 600
"""The newest articles of a period that are looked at."""


async def of_period(
    session: AsyncSession, period: Period, zone: ZoneInfo, number: int
) -> SummaryCard:
    """What the articles of a period tell; a card without lines where there are none.

    Which are of it, :func:`bot.briefings.dated.within` says.
    """
    stories = await _stories(session, period, zone)
    page = page_of(number, len(stories), LINES)
    shown = sorted(cut(stories, page, LINES), key=lambda story: story.order, reverse=True)
    articles = await rows.articles(session, [story.article for story in shown])
    found = await summaries.of_articles(session, articles)
    told = [found[article.id][0] for article in articles if article.id in found]
    lines = summaries.interleave(told, LINES)
    return SummaryCard(
        "period", title(period), tuple(lines), summaries.EXTRACT, rows.used(lines, articles),
        scope=period.pack(), total=sum(story.articles for story in stories), page=page,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Story:
    """A story by the article that tells most of it."""

    article: int
    articles: int
    points: float
    order: tuple[str, int]
    """Its date and its order of entry."""


async def _stories(session: AsyncSession, period: Period, zone: ZoneInfo) -> list[_Story]:
    """The stories of a period, those that matter most first; among equals the newest. Those without
    a date, which are only taken to be of it, come after all that have one.

    What counts is what counts in a digest: how many report it, the highest office that speaks,
    and what is said, set and held.
    """
    found = (
        await session.execute(
            select(Article.id, Article.story_id, Article.sort_date, Article.sequence)
            .where(within(period, zone), Article.hidden.is_(False))
            .order_by(Article.sort_date.desc(), Article.sequence.desc())
            .limit(MOST)
        )
    ).all()
    numbers = [row.id for row in found]
    offices = await _offices(session, numbers)
    said = await _counts(session, Statement.article_id, numbers)
    tasks = await _counts(session, Task.article_id, numbers, Task.withdrawn.is_(False))
    held = await _counts(
        session, ArticleConference.article_id, numbers,
        ArticleConference.coverage == Coverage.REPORTED.value,
    )  # fmt: skip
    own = {
        number: office_points(offices.get(number, LAST))
        + min(said.get(number, 0), 6) / 2
        + min(tasks.get(number, 0), 4) / 2
        + 2 * (number in held)
        for number in numbers
    }
    grouped: dict[tuple[str, int], list[tuple[int, str, int]]] = {}
    for number, story, day, sequence in found:
        key = ("story", story) if story else ("article", number)
        grouped.setdefault(key, []).append((number, day, sequence))
    stories = []
    for members in grouped.values():
        best = max(members, key=lambda each: (own[each[0]], each[1], each[2]))
        points = own[best[0]] + 2 * (len(members) - 1)
        order = max((day, sequence) for _, day, sequence in members)
        stories.append(_Story(best[0], len(members), points, order))
    return sorted(
        stories, key=lambda story: (story.order[0] != "", story.points, *story.order), reverse=True
    )


async def _counts(
    session: AsyncSession,
    column: InstrumentedAttribute[int],
    numbers: Sequence[int],
    *only: ColumnElement[bool],
) -> dict[int, int]:
    """How many rows of a table each article has."""
    query = select(column, func.count()).where(column.in_(numbers), *only).group_by(column)
    counts: dict[int, int] = dict((await session.execute(query)).all())
    return counts


async def _offices(session: AsyncSession, numbers: Sequence[int]) -> dict[int, int]:
    """The rank of the highest office that speaks in each article; see :mod:`seniority`."""
    found = await session.execute(
        select(Statement.article_id, Role.title_vi, Role.title_en)
        .join(Role, Role.speaker_id == Statement.speaker_id)
        .where(Statement.article_id.in_(numbers))
        .distinct()
    )
    ranks: dict[str, int] = {}
    offices: dict[int, int] = {}
    for number, vi, en in found:
        title = vi or en or ""
        if title not in ranks:
            ranks[title] = rank(title)
        offices[number] = min(offices.get(number, LAST), ranks[title])
    return offices
