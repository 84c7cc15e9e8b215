"""The briefing on a speaker."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.briefings import rows, sayings, tenures
from bot.briefings.article import mention
from bot.briefings.cards import (
    ConferenceRef,
    Line,
    Section,
    SpeakerCard,
    TaskRef,
    Totals,
)
from bot.briefings.duplicates import once
from bot.briefings.moved import find
from bot.briefings.sections import Shelf
from bot.store.models import Article, Mention, Speaker, Statement, Task
from summarizer.facts.model import Place

STATEMENTS: Final = 6
TASKS: Final = 5
MENTIONS: Final = 3
SOURCES: Final = 5
CONFERENCES: Final = 6
"""How many of each an overview shows."""


async def brief(
    session: AsyncSession, id_: int, number: int, section: Section
) -> SpeakerCard | None:
    """The card, or ``None`` where there is no such speaker to be seen."""
    row = await find(session, Speaker, id_, selectinload(Speaker.roles))
    if row is None:
        return None
    said = await statement_rows(session, row.id)
    lines = await rows.statement_lines(session, said)
    tasks = await _tasks(session, row.id)
    mentions, articles = await _mentions(session, row.id, said)
    for each in said:
        articles.setdefault(each.article.id, each.article)
    if not articles:
        return None
    sources = [
        rows.source(article)
        for article in sorted(articles.values(), key=lambda a: (a.sort_date, a.id), reverse=True)
    ]
    totals = Totals(
        statements=len(lines), tasks=len(tasks), mentions=len(mentions), sources=len(sources)
    )
    shelf = Shelf(section, number, totals)
    few = mentions if not lines else [m for m in mentions if m.place != Place.BODY]
    return SpeakerCard(
        speaker=rows.speaker(row, len(lines), len(mentions)),
        roles=tuple(await tenures.role_lines(session, row)),
        summary=(),
        statements=shelf.show(Section.STATEMENTS, lines, _newest(lines, STATEMENTS)),
        tasks=shelf.show(Section.TASKS, tasks, tasks[:TASKS]),
        mentions=shelf.show(Section.MENTIONS, mentions, few[: MENTIONS if lines else 8]),
        conferences=tuple(_conferences(lines)[:CONFERENCES]),
        sources=shelf.show(Section.SOURCES, sources, sources[:SOURCES]),
        page=shelf.page,
        section=section,
        totals=totals,
    )


async def statement_rows(
    session: AsyncSession, id_: int, of: ColumnElement[bool] | None = None
) -> list[Statement]:
    """What a speaker said, newest article first, each article in the order of its text; in certain
    articles only where ``of`` says which.
    """
    found = await session.scalars(
        select(Statement)
        .join(Statement.article)
        .where(
            Statement.speaker_id == id_,
            Article.hidden.is_(False),
            *(() if of is None else (of,)),
        )
        .options(*rows.with_statement_people())
        .order_by(Article.sort_date.desc(), Article.id.desc(), Statement.sentence, Statement.id)
    )
    return _grouped(sayings.told_once(found))


def _grouped(said: list[Statement]) -> list[Statement]:
    """What was said at one conference together, without changing the order otherwise."""
    first: dict[tuple[str, int], int] = {}
    for n, row in enumerate(said):
        first.setdefault(_occasion(row), n)
    return sorted(said, key=lambda row: first[_occasion(row)])


def _occasion(row: Statement) -> tuple[str, int]:
    if row.conference_id is not None:
        return "conference", row.conference_id
    return "article", row.article_id


def _newest(lines: list[Line], most: int) -> list[Line]:
    """The first lines, with not more than half of them from the first occasion where there are
    others.
    """
    occasions: dict[int, list[Line]] = {}
    for line in lines:
        occasions.setdefault(line.conference.id if line.conference else -line.article, []).append(
            line
        )
    if len(occasions) == 1:
        return lines[:most]
    chosen = [line for own in occasions.values() for line in own[: most // 2]][:most]
    return [line for line in lines if any(line is each for each in chosen)]


async def _tasks(session: AsyncSession, id_: int) -> list[TaskRef]:
    found = await session.scalars(
        select(Task)
        .join(Task.article)
        .where(
            or_(Task.set_by_id == id_, Task.stated_by_id == id_),
            Task.withdrawn.is_(False),
            Article.hidden.is_(False),
        )
        .options(*rows.with_task_people())
        .order_by(Article.sort_date.desc(), Article.id.desc(), Task.sentence, Task.id)
    )
    return sayings.tasks_once(await rows.task_refs(session, found))


async def _mentions(
    session: AsyncSession, id_: int, said: list[Statement]
) -> tuple[list[Line], dict[int, Article]]:
    """Where the speaker is named without speaking, captions and teasers first; and all articles
    that name the speaker.
    """
    found = (
        await session.scalars(
            select(Mention)
            .join(Mention.article)
            .where(Mention.speaker_id == id_, Article.hidden.is_(False))
            .options(selectinload(Mention.article).options(rows.LIGHT))
            .order_by(
                Mention.place == Place.BODY.value, Article.sort_date.desc(), Article.id.desc(),
                Mention.sentence, Mention.id,
            )
        )
    ).all()  # fmt: skip
    articles = {row.article.id: row.article for row in found}
    speaking = {(row.article_id, row.sentence) for row in said}
    lines = [
        mention(row, row.article)
        for row in found
        if row.place != Place.BODY or (row.article_id, row.sentence) not in speaking
    ]
    return once(lines, lambda line: line.text.in_(line.text.original)), articles


def _conferences(lines: list[Line]) -> list[ConferenceRef]:
    return list({line.conference.id: line.conference for line in lines if line.conference}.values())
