"""The briefing on one task."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import rows, summaries
from bot.briefings.cards import Line, TaskCard, TaskRef
from bot.store.models import Article, Task
from summarizer.text.folding import fold

RELATED: Final = 5
"""Tasks of the same article shown at most."""
AROUND: Final = 1
"""Sentences before and after the task's own that are shown."""


async def brief(session: AsyncSession, number: int) -> TaskCard | None:
    """The card, or ``None`` where there is no such task to be seen."""
    row = await session.scalar(
        select(Task)
        .join(Task.article)
        .where(Task.id == number, Task.withdrawn.is_(False), Article.hidden.is_(False))
        .options(*rows.with_task_people())
    )
    if row is None:
        return None
    [task] = await rows.task_refs(session, [row])
    return TaskCard(
        task=task,
        context=tuple(await _context(session, row)),
        source=rows.source(row.article),
        related=tuple(await _related(session, row)),
    )


async def _context(session: AsyncSession, row: Task) -> list[Line]:
    """The sentence the task stands in and its neighbours; nothing where it stands in the title."""
    if row.sentence < 0:
        return []
    around = list(range(max(0, row.sentence - AROUND), row.sentence + AROUND + 1))
    lines = await summaries.lines_at(session, [row.article], {row.article.id: around})
    own = fold(row.text)
    return [
        line
        for line in lines.get(row.article.id, [])
        if fold(line.text.in_(line.text.original)) != own
    ]


async def _related(session: AsyncSession, row: Task) -> list[TaskRef]:
    """Tasks of the same article, those that stand nearest."""
    found = await session.scalars(
        select(Task)
        .where(Task.article_id == row.article_id, Task.id != row.id, Task.withdrawn.is_(False))
        .options(*rows.with_task_people())
    )
    near = sorted(found, key=lambda other: (abs(other.sentence - row.sentence), other.id))
    nearest = sorted(near[:RELATED], key=lambda other: (other.sentence, other.id))
    return await rows.task_refs(session, nearest)
