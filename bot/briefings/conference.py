"""The briefing on a conference, gathered over all its articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import joint, rows, sayings, summaries
from bot.briefings.cards import Bilingual, ConferenceCard, Line, Section, SourceRef, TaskRef, Totals
from bot.briefings.moved import find
from bot.briefings.sections import Shelf
from bot.store.models import Article, ArticleConference, Conference, Speaker, Statement, Task
from summarizer.facts.model import Coverage
from summarizer.text.folding import fold
from translations.words.names import transliterate_name

STATEMENTS: Final = 6
TASKS: Final = 5
SOURCES: Final = 8
"""How many of each an overview shows."""


@dataclass(frozen=True, slots=True)
class Coverages:
    """The articles of a conference: those that report it, newest last, and the others.

    ``sole`` are the numbers of those that report no other conference: what is said there without
    naming the occasion belongs to this one.
    """

    reporting: list[Article]
    referring: list[Article]
    sole: set[int]
    sentences: dict[int, list[int]]
    """Where each article names it."""

    @property
    def all(self) -> list[Article]:
        """All of them."""
        return [*self.reporting, *self.referring]


async def brief(
    session: AsyncSession, id_: int, number: int, section: Section
) -> ConferenceCard | None:
    """The card, or ``None`` where there is no such conference to be seen."""
    row = await find(session, Conference, id_)
    if row is None:
        return None
    coverage = await coverages(session, row.id)
    if not coverage.all:
        return None
    lines = await statements(session, row.id, coverage.sole)
    tasks = await tasks_of(session, row.id, coverage.sole)
    speakers = sayings.speakers_of(lines)
    sources, referred = _sources(coverage.reporting), _sources(coverage.referring)
    totals = Totals(
        statements=len(lines),
        tasks=len(tasks),
        speakers=len(speakers),
        sources=len(sources) + len(referred),
    )
    shelf = Shelf(section, number, totals)
    summary = await summary_of(session, coverage) if section is Section.OVERVIEW else []
    both = [*sources, *referred]
    shown = shelf.show(Section.SOURCES, both, both[:SOURCES])
    reporting = {each.number for each in sources}
    return ConferenceCard(
        conference=rows.conference(row, len(sources), reported=bool(sources)),
        aliases=_other_names(row),
        host=rows.pair(row.host_vi, row.host_en, machine=row.host_machine),
        chair=await _chairs(session, row.chair),
        summary=tuple(summary),
        statements=shelf.show(
            Section.STATEMENTS, lines, sayings.best(lines, STATEMENTS, beside=summary)
        ),
        tasks=shelf.show(Section.TASKS, tasks, sayings.best_tasks(tasks, TASKS)),
        speakers=shelf.show(Section.SPEAKERS, speakers, speakers),
        sources=tuple(each for each in shown if each.number in reporting),
        referred=tuple(each for each in shown if each.number not in reporting),
        page=shelf.page,
        section=section,
        totals=totals,
    )


async def coverages(session: AsyncSession, id_: int) -> Coverages:
    """Which visible articles report the conference, and which only refer to it."""
    found = await session.execute(
        select(Article, ArticleConference.coverage, ArticleConference.sentence)
        .join(ArticleConference, ArticleConference.article_id == Article.id)
        .where(ArticleConference.conference_id == id_, Article.hidden.is_(False))
        .options(rows.LIGHT)
        .order_by(Article.sort_date, Article.id, ArticleConference.number)
    )
    articles: dict[int, Article] = {}
    reporting: set[int] = set()
    sentences: dict[int, list[int]] = {}
    for article, coverage, sentence in found:
        articles[article.id] = article
        sentences.setdefault(article.id, []).append(sentence)
        if coverage == Coverage.REPORTED:
            reporting.add(article.id)
    return Coverages(
        reporting=[a for a in articles.values() if a.id in reporting],
        referring=[a for a in articles.values() if a.id not in reporting],
        sole=await _sole(session, reporting),
        sentences=sentences,
    )


async def _sole(session: AsyncSession, reporting: set[int]) -> set[int]:
    """Of the articles that report a conference, those that report no other one."""
    if not reporting:
        return set()
    found = await session.scalars(
        select(ArticleConference.article_id)
        .where(
            ArticleConference.article_id.in_(reporting),
            ArticleConference.coverage == Coverage.REPORTED.value,
        )
        .group_by(ArticleConference.article_id)
        .having(func.count(ArticleConference.conference_id.distinct()) == 1)
    )
    return set(found)


def _belongs(table: type[Statement | Task], id_: int, sole: set[int]) -> ColumnElement[bool]:
    return or_(
        table.conference_id == id_,
        and_(table.conference_id.is_(None), table.article_id.in_(sole)),
    )


async def statements(session: AsyncSession, id_: int, sole: set[int]) -> list[Line]:
    """Who said what there, or about it in an article that reports nothing else."""
    found = await session.scalars(
        select(Statement)
        .join(Statement.article)
        .where(_belongs(Statement, id_, sole), Article.hidden.is_(False))
        .options(*rows.with_statement_people())
        .order_by(Article.sort_date, Article.id, Statement.sentence, Statement.id)
    )
    return sayings.by_speaker(await rows.statement_lines(session, sayings.told_once(found)))


async def tasks_of(session: AsyncSession, id_: int, sole: set[int]) -> list[TaskRef]:
    """The tasks that were set there, or in an article that reports nothing else."""
    found = await session.scalars(
        select(Task)
        .join(Task.article)
        .where(_belongs(Task, id_, sole), Article.hidden.is_(False), Task.withdrawn.is_(False))
        .options(*rows.with_task_people())
        .order_by(Article.sort_date, Article.id, Task.sentence, Task.id)
    )
    return sayings.tasks_once(await rows.task_refs(session, found))


async def summary_of(session: AsyncSession, coverage: Coverages) -> list[Line]:
    """The best sentences of the articles that report it and nothing else, several of them summed
    up together; of the others, the sentences that name it.
    """
    own = [article for article in coverage.reporting if article.id in coverage.sole]
    if len(own) > 1 and (lines := await joint.of_event(session, own)):
        return lines
    stored = await summaries.of_articles(session, own)
    told = [stored[article.id][0] for article in own if article.id in stored]
    others = [a for a in coverage.reporting if a.id not in stored] or coverage.referring
    if len(told) < 2:
        named = {
            article.id: [n for n in coverage.sentences[article.id] if n >= 0] for article in others
        }
        found = await summaries.lines_at(session, others, named)
        told += [found[article.id] for article in others if article.id in found]
    return summaries.interleave(told)


async def _chairs(session: AsyncSession, names: str | None) -> Bilingual | None:
    """Who chaired it, in both languages; several with commas between them."""
    if not names:
        return None
    chairs = [await _chair(session, name) for name in names.split(", ")]
    return Bilingual(
        ", ".join(each.in_("vi") for each in chairs),
        ", ".join(each.in_("en") for each in chairs),
        machine=any(each.machine for each in chairs),
    )


async def _chair(session: AsyncSession, name: str) -> Bilingual:
    """A person in both languages: as the speaker of that name, else by the rule of names."""
    row = await session.scalar(select(Speaker).where(Speaker.name_folded == fold(name)).limit(1))
    if row is not None:
        return rows.speaker_name(row)
    return Bilingual(name, transliterate_name(name), machine=False)


def _sources(articles: list[Article]) -> list[SourceRef]:
    return [rows.source(article) for article in articles]


def _other_names(row: Conference) -> tuple[str, ...]:
    return tuple(str(alias) for alias in row.aliases if alias not in (row.name_vi, row.name_en))
