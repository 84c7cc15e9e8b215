"""What entered the library between two marks, read once for all the chats that are told of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from time import monotonic
from typing import Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import rows, sayings, summaries
from bot.briefings.cards import ConferenceRef, DigestCard, Line, SourceRef, TaskRef
from bot.briefings.reader import Reader, has_words
from bot.store.models import (
    Article,
    ArticleConference,
    Conference,
    SearchText,
    Statement,
    Task,
)
from summarizer.facts.model import Coverage

CONSIDERED: Final = 400
"""The newest articles that are looked at, where more have come in."""
KEPT: Final = 20.0
"""Seconds for which news that was read serves further chats."""
SPANS: Final = 16
"""How many spans are kept."""
CARDS: Final = 256
"""How many digests of one span are kept."""


@dataclass(frozen=True, slots=True)
class Span:
    """Which articles: those between two marks of the library, and some by number."""

    since: int
    until: int
    backfill: bool = False
    """Whether old and bulk-loaded material is among them."""
    extra: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """An article with what counts for its place."""

    id: int
    story: int | None
    source: SourceRef
    sort_date: str
    starter: bool
    text: str
    """Folded title and body, both languages; empty where it is not kept."""
    conferences: tuple[int, ...] = ()
    """Those that it reports."""
    statements: tuple[Line, ...] = ()
    tasks: tuple[TaskRef, ...] = ()
    office: int = 99
    """Rank of the most senior speaker."""

    @property
    def speakers(self) -> frozenset[int]:
        """Who speaks in it, or sets or states tasks."""
        people = {line.speaker.id for line in self.statements if line.speaker}
        for task in self.tasks:
            people |= {task.set_by_id or 0, task.stated_by_id or 0}
        return frozenset(people - {0})


@dataclass
class News:
    """The articles of a span, the newest first, with their conferences.

    ``conferences`` holds all that the articles report or refer to. ``lines`` is filled as first
    lines of summaries are asked for; ``kept`` holds digests of it that were put together, as
    most readers of the same hour follow nothing in it and are told the same.
    """

    span: Span
    total: int
    pieces: Sequence[Piece]
    conferences: Mapping[int, ConferenceRef]
    lines: dict[int, Line | None] = field(default_factory=dict)
    kept: dict[Hashable, DigestCard] = field(default_factory=dict)
    words: dict[str, bool] = field(default_factory=dict)
    """Words that somebody follows, and whether they stand in it."""

    @cached_property
    def things(self) -> frozenset[tuple[str, int]]:
        """What of it a reader may have been told."""
        found = {("conference", id_) for id_ in self.conferences}
        for piece in self.pieces:
            found.add(("article", piece.id))
            found |= {("task", task.number) for task in piece.tasks}
            if piece.story:
                found.add(("story", piece.story))
        return frozenset(found)

    @cached_property
    def speakers(self) -> frozenset[int]:
        """Who speaks in it, or sets or states tasks."""
        return frozenset(id_ for piece in self.pieces for id_ in piece.speakers)

    @cached_property
    def themes(self) -> frozenset[str]:
        """The themes of its tasks."""
        return frozenset(task.theme for piece in self.pieces for task in piece.tasks)

    def _has(self, word: str) -> bool:
        """Whether words stand in it anywhere; looked for once, whoever asks."""
        if word not in self.words:
            self.words[word] = any(has_words(piece.text, word) for piece in self.pieces)
        return self.words[word]

    def narrowed(self, reader: Reader) -> Reader:
        """The reader with nothing but what matters for these articles."""
        words = [word for word in reader.keywords if self._has(word)]
        told = reader.told
        return Reader(
            speakers=reader.speakers & self.speakers,
            conferences=reader.conferences & frozenset(self.conferences),
            themes=reader.themes & self.themes,
            keywords=tuple(words),
            told={thing: told[thing] for thing in self.things if thing in told} if told else {},
            known={id_: reader.known[id_] for id_ in self.conferences if id_ in reader.known},
        )


class NewsStand:
    """Keeps what was read a moment ago: at seven o'clock many chats are told the same news.

    What is kept may lag behind a correction or a joining by :data:`KEPT` seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[tuple[Span, bool], tuple[float, News]] = OrderedDict()

    async def of(self, session: AsyncSession, span: Span, *, texts: bool = False) -> News:
        """The news of a span, kept or read."""
        key, now = (span, texts), self._clock()
        if (there := self._kept.get(key)) and now - there[0] < KEPT:
            self._kept.move_to_end(key)
            return there[1]
        news = await gather(session, span, texts=texts)
        self._kept[key] = (now, news)
        self._kept.move_to_end(key)
        while len(self._kept) > SPANS:
            self._kept.popitem(last=False)
        return news


async def gather(session: AsyncSession, span: Span, *, texts: bool = False) -> News:
    """Read the articles of a span; ``texts`` keeps their words, for readers with keywords."""
    fresh = [Article.sequence > span.since, Article.sequence <= span.until]
    if not span.backfill:
        fresh.append(Article.backfill.is_(False))
    wanted: ColumnElement[bool] = fresh[0]
    for each in fresh[1:]:
        wanted = wanted & each
    if span.extra:
        wanted = or_(wanted, Article.id.in_(span.extra))
    visible = [wanted, Article.hidden.is_(False)]
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
    reported, known = await _conferences(session, numbers)
    said = await _statements(session, numbers)
    tasks = await _tasks(session, numbers)
    words = await _texts(session, numbers) if texts else {}
    pieces = []
    for article in articles:
        lines = tuple(said.get(article.id, ()))
        pieces.append(
            Piece(
                id=article.id,
                story=article.story_id,
                source=rows.source(article),
                sort_date=article.sort_date,
                starter=article.starter,
                text=words.get(article.id, ""),
                conferences=tuple(reported.get(article.id, ())),
                statements=lines,
                tasks=tuple(tasks.get(article.id, ())),
                office=min((sayings.office(line.speaker) for line in lines), default=99),
            )
        )
    return News(span, total, pieces, known)


async def read_lines(session: AsyncSession, news: News, numbers: Sequence[int]) -> None:
    """Read the first lines of the summaries of some articles, where they are not there yet."""
    missing = [number for number in numbers if number not in news.lines]
    if not missing:
        return
    articles = (
        await session.scalars(select(Article).where(Article.id.in_(missing)).options(rows.LIGHT))
    ).all()
    texts = await summaries.of_articles(session, articles)
    for number in missing:
        lines, _ = texts.get(number, ([], ""))
        news.lines[number] = lines[0] if lines else None


async def _conferences(
    session: AsyncSession, numbers: Sequence[int]
) -> tuple[dict[int, list[int]], dict[int, ConferenceRef]]:
    """The conferences that each article reports, and all that the articles know of."""
    found = await session.execute(
        select(ArticleConference.article_id, ArticleConference.coverage, Conference)
        .join(Conference, Conference.id == ArticleConference.conference_id)
        .where(ArticleConference.article_id.in_(numbers))
        .order_by(ArticleConference.number)
    )
    reported: dict[int, list[int]] = {}
    known: dict[int, Conference] = {}
    for number, coverage, row in found:
        known[row.id] = row
        own = reported.setdefault(number, [])
        if coverage == Coverage.REPORTED.value and row.id not in own:
            own.append(row.id)
    refs = {}
    for id_, row in known.items():
        count = sum(id_ in own for own in reported.values())
        refs[id_] = rows.conference(row, count, reported=bool(count))
    return reported, refs


async def _statements(session: AsyncSession, numbers: Sequence[int]) -> dict[int, list[Line]]:
    found = await session.scalars(
        select(Statement)
        .join(Statement.article)
        .where(Statement.article_id.in_(numbers))
        .options(*rows.with_statement_people())
        .order_by(
            Article.sort_date.desc(), Article.sequence.desc(), Statement.sentence, Statement.id
        )
    )
    by_article: dict[int, list[Line]] = {}
    for line in await rows.statement_lines(session, list(found)):
        by_article.setdefault(line.article, []).append(line)
    return by_article


async def _tasks(session: AsyncSession, numbers: Sequence[int]) -> dict[int, list[TaskRef]]:
    found = await session.scalars(
        select(Task)
        .where(Task.article_id.in_(numbers), Task.withdrawn.is_(False))
        .options(*rows.with_task_people())
        .order_by(Task.sentence, Task.id)
    )
    by_article: dict[int, list[TaskRef]] = {}
    for task in await rows.task_refs(session, found):
        by_article.setdefault(task.article, []).append(task)
    return by_article


async def _texts(session: AsyncSession, numbers: Sequence[int]) -> dict[int, str]:
    found = await session.execute(
        select(SearchText.article_id, SearchText.title, SearchText.body).where(
            SearchText.article_id.in_(numbers)
        )
    )
    return {number: f"{title}\n{body}" for number, title, body in found}
