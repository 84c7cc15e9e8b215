"""The card of one article."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload, undefer

from bot.briefings import citations, rows, sayings, summaries
from bot.briefings.cards import (
    ArticleCard,
    ConferenceRef,
    Line,
    Section,
    SourceRef,
    SpeakerRef,
    TaskRef,
    Totals,
)
from bot.briefings.duplicates import once
from bot.briefings.sections import Shelf
from bot.store.models import Article, ArticleConference, Mention, Speaker, Statement, Task
from summarizer.facts.model import Coverage, Place

STATEMENTS: Final = 6
TASKS: Final = 5
MENTIONS: Final = 4
"""How many of each an overview shows."""


async def find(session: AsyncSession, number: int) -> Article | None:
    """The article with this number, if it may be seen."""
    return await session.scalar(
        select(Article)
        .where(Article.id == number, Article.hidden.is_(False))
        .options(rows.LIGHT, undefer(Article.renderings), undefer(Article.documents))
    )


async def brief(
    session: AsyncSession, number: int, page: int, section: Section
) -> ArticleCard | None:
    """The card, or ``None`` where there is no such article to be seen."""
    article = await find(session, number)
    if article is None:
        return None
    lines = await _statements(session, article)
    tasks = await _tasks(session, article)
    speakers = sayings.speakers_of(lines)
    silent = await _mentions(session, article, {speaker.id for speaker in speakers})
    totals = Totals(
        statements=len(lines), tasks=len(tasks), speakers=len(speakers), mentions=len(silent)
    )
    shelf = Shelf(section, page, totals)
    summary, method = (await summaries.of_articles(session, [article])).get(
        article.id, ([], summaries.EXTRACT)
    )
    apart = [line for line in silent if line.place != Place.BODY]
    return ArticleCard(
        source=_source(article),
        summary=shelf.overview(summary),
        summary_method=method,
        statements=shelf.show(
            Section.STATEMENTS, lines, sayings.best(lines, STATEMENTS, 3, beside=summary)
        ),
        tasks=shelf.show(Section.TASKS, tasks, sayings.best_tasks(tasks, TASKS)),
        conferences=tuple(await _conferences(session, article)),
        speakers=shelf.show(Section.SPEAKERS, speakers, speakers),
        mentioned=shelf.show(Section.MENTIONS, silent, apart[:MENTIONS]),
        same_story=shelf.overview(await _same_story(session, article)),
        documents=shelf.overview(await citations.of_article(session, article)),
        page=shelf.page,
        section=section,
        totals=totals,
    )


def _source(article: Article) -> SourceRef:
    """The article as a source, its title marked where a check found its translation wanting."""
    plain = rows.source(article)
    rendered = (article.renderings or {}).get(article.title)
    if not rendered or not rendered[3]:
        return plain
    title = rows.bilingual(article.title, article.title_translation, article.language, rendered[3])
    return SourceRef(
        plain.number, title, plain.source, plain.date, plain.date_of, plain.url,
        plain.starter, plain.title_derived,
    )  # fmt: skip


async def _statements(session: AsyncSession, article: Article) -> list[Line]:
    found = await session.scalars(
        select(Statement)
        .where(Statement.article_id == article.id)
        .options(*rows.with_statement_people())
        .order_by(Statement.sentence, Statement.id)
    )
    return sayings.by_speaker(await rows.statement_lines(session, sayings.told_once(found)))


async def _tasks(session: AsyncSession, article: Article) -> list[TaskRef]:
    found = await session.scalars(
        select(Task)
        .where(Task.article_id == article.id, Task.withdrawn.is_(False))
        .options(*rows.with_task_people())
        .order_by(Task.sentence, Task.id)
    )
    return await rows.task_refs(session, found)


async def _mentions(session: AsyncSession, article: Article, speaking: set[int]) -> list[Line]:
    """Who is named and says nothing; captions and teasers first."""
    found = await session.scalars(
        select(Mention)
        .where(Mention.article_id == article.id, Mention.speaker_id.not_in(speaking))
        .options(selectinload(Mention.speaker).selectinload(Speaker.roles))
        .order_by(Mention.place == Place.BODY.value, Mention.sentence, Mention.id)
    )
    lines = [mention(row, article, rows.speaker(row.speaker)) for row in found]
    return once(lines, lambda line: f"{line.speaker and line.speaker.id} {line.text.vi}")


def mention(row: Mention, article: Article, speaker: SpeakerRef | None = None) -> Line:
    """A mention as a line."""
    return Line(
        text=rows.bilingual(row.text, row.translation, article.language, row.findings),
        article=article.id,
        speaker=speaker,
        place=row.place,
        date=rows.source(article).date,
    )


async def _conferences(session: AsyncSession, article: Article) -> list[ConferenceRef]:
    """The conferences it reports, then those it refers to."""
    found = await session.scalars(
        select(ArticleConference)
        .where(
            ArticleConference.article_id == article.id,
            ArticleConference.conference_id.is_not(None),
        )
        .options(selectinload(ArticleConference.conference))
        .order_by(ArticleConference.coverage.desc(), ArticleConference.number)
    )
    refs: dict[int, ConferenceRef] = {}
    for link in found:
        reported = link.coverage == Coverage.REPORTED
        if link.conference is not None:
            ref = rows.conference(link.conference, reported=reported)
            if reported or ref.id not in refs:
                refs[ref.id] = ref
    return sorted(refs.values(), key=lambda ref: not ref.reported)


async def _same_story(session: AsyncSession, article: Article) -> list[SourceRef]:
    if article.story_id is None:
        return []
    found = await session.scalars(
        select(Article)
        .where(
            Article.story_id == article.story_id,
            Article.id != article.id,
            Article.hidden.is_(False),
        )
        .options(rows.LIGHT)
        .order_by(Article.sort_date, Article.id)
    )
    return [rows.source(each) for each in found]
