"""Summaries of several articles at once: of what concerns a theme, of what a period brought.

A theme is summed up from the sentences that set its tasks and those that name it, the newest
articles first. A period is summed up story by story, those that matter most first: each by the
article that tells most of it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.briefings import joint, rows, summaries
from bot.briefings.cards import Bilingual, Line, SourceRef, SummaryCard
from bot.briefings.digest import office_points
from bot.briefings.paging import cut, page_of
from bot.briefings.periods import Period
from bot.briefings.seniority import LAST, rank
from bot.store import search as index
from bot.store.models import Article, ArticleConference, Role, Sentence, Statement, Task
from bot.texts import LANGUAGES, N_, translator
from bot.texts.dates import range_text
from bot.texts.names import THEMES
from summarizer.facts.model import Coverage, Theme
from summarizer.facts.themes import concerns, theme_of
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate
from summarizer.text.folding import fold, words

LINES: Final = 6
"""Sentences of a page."""
ARTICLES: Final = joint.ARTICLES
"""Articles on a theme that a page is chosen from."""
MOST: Final = 600
"""The newest articles of a period or on a theme that are looked at."""
OF_ONE: Final = 2
"""Sentences of one article on a theme."""
NAMED: Final = 100
"""Articles that name a theme without a task of it."""
SINCE_DIGEST: Final = N_("Since your last digest")


# --- a theme -------------------------------------------------------------------------------


async def of_theme(session: AsyncSession, theme: str, number: int) -> SummaryCard:
    """What the newest articles on a theme say of it; a card without lines where there is none."""
    numbers = await _on_theme(session, theme)
    page = page_of(number, len(numbers), ARTICLES)
    articles = await _articles(session, cut(numbers, page, ARTICLES))
    names = {language: _spaced(translator(language)(THEMES[theme])) for language in LANGUAGES}
    setting = await _setting(session, theme, [article.id for article in articles])

    def among(article: Article, sentence: Sentence) -> bool:
        if (article.id, sentence.position) in setting:
            return True
        text, language = sentence.text, article.language
        if not concerns(text, language, Theme(theme)):
            return False
        return theme_of(text, language) == theme or names[
            "vi" if language == "vi" else "en"
        ] in _spaced(text)

    lines = await joint.of_event(session, articles, LINES, among, OF_ONE) if articles else []
    return SummaryCard(
        "theme", _both(THEMES[theme]), tuple(lines), summaries.EXTRACT, _used(lines, articles),
        scope=theme, total=len(numbers), page=page,
    )  # fmt: skip


async def themes(session: AsyncSession) -> list[tuple[str, int]]:
    """The themes that articles have tasks of, each with how many, the most first."""
    found = await session.execute(
        select(Task.theme, func.count(Task.article_id.distinct()))
        .join(Task.article)
        .where(Task.withdrawn.is_(False), Article.hidden.is_(False))
        .group_by(Task.theme)
    )
    known = [(theme, count) for theme, count in found if theme in THEMES]
    return sorted(known, key=lambda each: (each[0] == Theme.OTHER.value, -each[1], each[0]))


def themes_like(words_asked: str) -> list[str]:
    """The themes in whose name, in either language, the words stand together; else the one that
    they are a key phrase of.
    """
    asked = _spaced(words_asked)
    like = [
        str(theme)
        for theme, name in THEMES.items()
        if asked.strip() and any(asked in _spaced(each) for each in _names(name))
    ]
    phrase = {theme_of(words_asked, language) for language in LANGUAGES} - {Theme.OTHER}
    return like or sorted(str(theme) for theme in phrase)


async def _on_theme(session: AsyncSession, theme: str) -> list[int]:
    """The articles that have tasks of a theme or name it, the newest first."""
    named: set[int] = set()
    if theme != Theme.OTHER:
        for name in dict.fromkeys(_names(THEMES[theme])):
            hits = await index.search(session, f'"{name}"', NAMED)
            named |= {hit.article_id for hit in hits if hit.sentence is not None}
    tasked = select(Task.article_id).where(Task.theme == theme, Task.withdrawn.is_(False))
    found = await session.scalars(
        select(Article.id)
        .where(or_(Article.id.in_(tasked), Article.id.in_(named)), Article.hidden.is_(False))
        .order_by(Article.sort_date.desc(), Article.sequence.desc())
        .limit(MOST)
    )
    return list(found)


async def _setting(
    session: AsyncSession, theme: str, numbers: Sequence[int]
) -> set[tuple[int, int]]:
    """Where tasks of a theme stand, by article and position."""
    found = await session.execute(
        select(Task.article_id, Task.sentence).where(
            Task.theme == theme, Task.withdrawn.is_(False), Task.article_id.in_(numbers)
        )
    )
    return {(number, position) for number, position in found}


# --- a period ------------------------------------------------------------------------------


async def of_period(
    session: AsyncSession, period: Period, zone: ZoneInfo, number: int
) -> SummaryCard:
    """What the articles of a period tell; a card without lines where there are none.

    An article is of the day of its date, else of that on which it was taken in, in the reader's
    zone; one of which only the month is known is of a period that has the whole month. What was
    there from the start (starter articles) was not taken in on any day.
    """
    stories = await _stories(session, period, zone)
    page = page_of(number, len(stories), LINES)
    shown = sorted(cut(stories, page, LINES), key=lambda story: story.order, reverse=True)
    articles = await _articles(session, [story.article for story in shown])
    found = await summaries.of_articles(session, articles)
    told = [found[article.id][0] for article in articles if article.id in found]
    lines = summaries.interleave(told, LINES)
    return SummaryCard(
        "period", _title(period), tuple(lines), summaries.EXTRACT, _used(lines, articles),
        scope=period.pack(), total=sum(story.articles for story in stories), page=page,
    )  # fmt: skip


async def newest_day(session: AsyncSession) -> PartialDate | None:
    """The date of the newest article, ``None`` where no article has one."""
    newest = await session.scalar(
        select(func.max(Article.sort_date)).where(Article.hidden.is_(False))
    )
    return rows.date(newest) if newest else None


@dataclass(frozen=True, slots=True)
class _Story:
    """A story by the article that tells most of it."""

    article: int
    articles: int
    points: float
    order: tuple[str, int]
    """Its date and its order of entry."""


async def _stories(session: AsyncSession, period: Period, zone: ZoneInfo) -> list[_Story]:
    """The stories of a period, those that matter most first; among equals the newest.

    What counts is what counts in a digest: how many report it, the highest office that speaks,
    and what is said, set and held.
    """
    found = (
        await session.execute(
            select(Article.id, Article.story_id, Article.sort_date, Article.sequence)
            .where(_within(period, zone), Article.hidden.is_(False))
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
    return sorted(stories, key=lambda story: (story.points, *story.order), reverse=True)


def _within(period: Period, zone: ZoneInfo) -> ColumnElement[bool]:
    if period.since is not None:
        return Article.sequence > period.since
    first, last = period.first, period.last
    size = func.length(Article.sort_date)
    day = Article.sort_date
    # The first month and year that the period has whole.
    whole = first if first.day == 1 else (first.replace(day=1) + timedelta(days=32))
    month = whole.isoformat()[:7]
    after = last + timedelta(days=1)
    year = first.year + ((first.month, first.day) != (1, 1))
    taken = [datetime.combine(each, time(), zone).astimezone(UTC) for each in (first, after)]
    return or_(
        and_(size == 10, day >= first.isoformat(), day <= last.isoformat()),
        and_(size == 7, day >= month, day < after.isoformat()[:7]),
        and_(size == 4, day >= f"{year:04d}", day < f"{after.year:04d}"),
        and_(
            day == "", Article.starter.is_(False),
            Article.added_at >= taken[0], Article.added_at < taken[1],
        ),
    )  # fmt: skip


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


def _title(period: Period) -> Bilingual:
    if period.since is not None:
        return _both(SINCE_DIGEST)
    first, last = period.first, period.last
    if first.day == 1 and last == _end_of(first):
        return _dated(PartialDate(first.year, first.month))
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return _dated(PartialDate(first.year))
    return _dated(_known(first), _known(last))


def _end_of(first: date) -> date:
    """The last day of the month of a day."""
    return first.replace(day=monthrange(first.year, first.month)[1])


def _known(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day, Basis.STATED)


def _dated(first: PartialDate, last: PartialDate = UNKNOWN_DATE) -> Bilingual:
    vi, en = (range_text(first, last, translator(language)) for language in LANGUAGES)
    return Bilingual(vi, en, machine=False)


# --- both ----------------------------------------------------------------------------------


async def _articles(session: AsyncSession, numbers: Sequence[int]) -> list[Article]:
    """The articles of these numbers, in their order."""
    found = {
        article.id: article
        for article in await session.scalars(
            select(Article).where(Article.id.in_(numbers)).options(rows.LIGHT)
        )
    }
    return [found[number] for number in numbers if number in found]


def _spaced(text: str) -> str:
    """The folded words of a text, with a blank before and after each."""
    return f" {' '.join(words(fold(text)))} "


def _names(msgid: str) -> list[str]:
    return [translator(language)(msgid) for language in LANGUAGES]


def _both(msgid: str) -> Bilingual:
    vi, en = _names(msgid)
    return Bilingual(vi, en, machine=False)


def _used(lines: Sequence[Line], articles: Sequence[Article]) -> tuple[SourceRef, ...]:
    """The articles that the lines are from, in their order."""
    used = {line.article for line in lines}
    return tuple(rows.source(article) for article in articles if article.id in used)
