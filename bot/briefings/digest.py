"""The digest: what entered the library between two marks, folded by story and ranked.

The rules of the ranking are plain and are shown in a preview: how many sources have a story,
whether it reports a conference, how many statements and tasks it has, and at last how new it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import rows, sayings, summaries
from bot.briefings.cards import (
    ConferenceRef,
    DigestCard,
    DigestItem,
    Line,
    Reason,
    SourceRef,
    TaskRef,
)
from bot.store.models import Article, ArticleConference, Conference, Statement, Task
from summarizer.facts.model import Coverage

ITEMS: Final = 7
CONFERENCES: Final = 4
STATEMENTS: Final = 4
TASKS: Final = 4
"""How many of each group a digest tells."""
CONSIDERED: Final = 400
"""The newest articles that are looked at, where more have come in."""
SPOKEN: Final = 30
"""The weightiest stories from which the statements are taken."""
WEIGHTS: Final = {Reason.SOURCES: 3, Reason.CONFERENCE: 3, Reason.STATEMENTS: 1, Reason.TASKS: 1}
MOST: Final = 4
"""Statements and tasks beyond this number do not move a story further up."""


@dataclass(slots=True)
class _Story:
    """Articles on one event, the one to show first."""

    articles: list[Article]
    reasons: dict[Reason, int] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        return sum(WEIGHTS[why] * min(n, MOST) for why, n in self.reasons.items() if why in WEIGHTS)


async def brief(
    session: AsyncSession,
    since: int,
    until: int,
    *,
    backfill: bool = True,
    on_demand: bool = True,
    late: bool = False,
) -> DigestCard:
    """The digest of the articles with ``since < sequence <= until``.

    ``backfill`` tells old and bulk-loaded material too, which is no news for a scheduled digest.
    """
    visible = [Article.sequence > since, Article.sequence <= until, Article.hidden.is_(False)]
    if not backfill:
        visible.append(Article.backfill.is_(False))
    total = await session.scalar(select(func.count()).select_from(Article).where(*visible)) or 0
    articles = (
        await session.scalars(
            select(Article)
            .where(*visible)
            .options(rows.LIGHT)
            .order_by(Article.sort_date.desc(), Article.sequence.desc())
            .limit(CONSIDERED)
        )
    ).all()
    numbers = [article.id for article in articles]
    reported = await _reported(session, numbers)
    stories = await _stories(session, articles, reported)
    shown = stories[:ITEMS]
    covered = [article.id for story in shown for article in story.articles]
    spoken = [story.articles[0].id for story in stories[:SPOKEN]]
    conferences = _in_order(reported, numbers)[:CONFERENCES]
    texts = await summaries.of_articles(session, [story.articles[0] for story in shown])
    return DigestCard(
        conferences=tuple(conferences),
        items=tuple(_item(story, texts, reported, conferences) for story in shown),
        statements=tuple(await _statements(session, spoken)),
        tasks=tuple(await _tasks(session, covered)),
        since=since,
        until=until,
        on_demand=on_demand,
        late=late,
        more=max(0, total - len(covered)),
        starter_sources=tuple(dict.fromkeys(a.source for a in articles if a.starter and a.source)),
    )


async def _reported(
    session: AsyncSession, numbers: Sequence[int]
) -> dict[int, list[ConferenceRef]]:
    """The conferences that each article reports."""
    found = await session.execute(
        select(ArticleConference.article_id, Conference)
        .join(Conference, Conference.id == ArticleConference.conference_id)
        .where(
            ArticleConference.article_id.in_(numbers),
            ArticleConference.coverage == Coverage.REPORTED.value,
        )
        .order_by(ArticleConference.number)
    )
    reported: dict[int, list[ConferenceRef]] = {}
    pairs = list(dict.fromkeys((number, row) for number, row in found))
    counts = Counter(row.id for _, row in pairs)
    for number, row in pairs:
        reported.setdefault(number, []).append(rows.conference(row, counts[row.id]))
    return reported


def _in_order(
    reported: Mapping[int, Sequence[ConferenceRef]], numbers: Sequence[int]
) -> list[ConferenceRef]:
    """Each conference once: those in most articles first, then by the order of the articles."""
    refs = [ref for number in numbers for ref in reported.get(number, ())]
    return sorted({ref.id: ref for ref in refs}.values(), key=lambda ref: -ref.articles)


async def _stories(
    session: AsyncSession,
    articles: Sequence[Article],
    reported: Mapping[int, Sequence[ConferenceRef]],
) -> list[_Story]:
    """The articles folded by story, the weightiest story first, the newer of two equals first."""
    numbers = [article.id for article in articles]
    said = await _counts(session, Statement, numbers)
    set_ = await _counts(session, Task, numbers)
    stories: dict[tuple[str, int], _Story] = {}
    for article in articles:
        key = ("story", article.story_id) if article.story_id else ("article", article.id)
        stories.setdefault(key, _Story([])).articles.append(article)
    for story in stories.values():
        # The fullest report stands for the story, the earliest of equals.
        story.articles.sort(
            key=lambda a: (-said.get(a.id, 0) - set_.get(a.id, 0), a.sort_date, a.id)
        )
        own = [article.id for article in story.articles]
        reasons = {
            Reason.SOURCES: len({a.source for a in story.articles}) if len(own) > 1 else 0,
            Reason.CONFERENCE: int(any(number in reported for number in own)),
            Reason.STATEMENTS: said.get(own[0], 0),
            Reason.TASKS: set_.get(own[0], 0),
        }
        story.reasons = {why: n for why, n in reasons.items() if n} or {Reason.NEWEST: 1}
    return sorted(stories.values(), key=lambda story: -story.weight)


async def _counts(
    session: AsyncSession, table: type[Statement | Task], numbers: Sequence[int]
) -> dict[int, int]:
    query = select(table.article_id, func.count()).where(table.article_id.in_(numbers))
    if table is Task:
        query = query.where(Task.withdrawn.is_(False))
    return dict((await session.execute(query.group_by(table.article_id))).all())


def _item(
    story: _Story,
    texts: Mapping[int, tuple[list[Line], Any]],
    reported: Mapping[int, Sequence[ConferenceRef]],
    shown: Sequence[ConferenceRef],
) -> DigestItem:
    first, *others = story.articles
    lines, _ = texts.get(first.id, ([], None))
    known = {ref.id for ref in shown}
    about = [ref.id for ref in reported.get(first.id, ()) if ref.id in known]
    return DigestItem(
        source=rows.source(first),
        line=lines[0] if lines else None,
        also_in=tuple(_each_source(others)),
        reason=tuple(story.reasons.items()),
        conference=about[0] if about else None,
    )


def _each_source(articles: Sequence[Article]) -> list[SourceRef]:
    return [rows.source(article) for article in articles]


async def _statements(session: AsyncSession, numbers: Sequence[int]) -> list[Line]:
    """The first statement of each of the most senior speakers."""
    found = await session.scalars(
        select(Statement)
        .join(Statement.article)
        .where(Statement.article_id.in_(numbers))
        .options(*rows.with_statement_people())
        .order_by(
            Article.sort_date.desc(), Article.sequence.desc(), Statement.sentence, Statement.id
        )
    )
    lines = sayings.by_speaker(await rows.statement_lines(session, sayings.told_once(found)))
    return sayings.best(lines, STATEMENTS, 1, fill=False)


async def _tasks(session: AsyncSession, numbers: Sequence[int]) -> list[TaskRef]:
    """Tasks of the stories that are told, of each story some."""
    found = await session.scalars(
        select(Task)
        .where(Task.article_id.in_(numbers), Task.withdrawn.is_(False))
        .options(*rows.with_task_people())
        .order_by(Task.sentence, Task.id)
    )
    tasks = sayings.tasks_once(await rows.task_refs(session, found))
    order = {number: place for place, number in enumerate(numbers)}
    seen: Counter[int] = Counter()
    layers: dict[int, int] = {}
    for task in sorted(tasks, key=lambda t: not (t.set_by or t.stated_by)):
        layers[task.number] = seen[task.article]
        seen[task.article] += 1
    tasks.sort(key=lambda task: (layers[task.number], order[task.article]))
    return tasks[:TASKS]
