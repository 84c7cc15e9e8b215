"""Summaries of what concerns a theme, at any time or within a period, the newest articles first.

A theme is summed up from the sentences that set its tasks and those that name it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import joint, rows, summaries
from bot.briefings.cards import SummaryCard
from bot.briefings.dated import titled, within
from bot.briefings.paging import cut, page_of
from bot.briefings.periods import Period
from bot.store import search as index
from bot.store.models import Article, SearchText, Sentence, Task
from bot.texts import LANGUAGES, translator
from bot.texts.names import THEMES
from summarizer.facts.model import Theme
from summarizer.facts.tasks.themes import concerns, theme_of
from summarizer.facts.words.lexicon import phrases_in, table_of
from summarizer.text.folding import fold, words

LINES: Final = 6
"""Sentences of a page."""
ARTICLES: Final = joint.ARTICLES
"""Articles on a theme that a page is chosen from."""
MOST: Final = 600
"""The newest articles on a theme that are looked at, and those of a period for its name."""
OF_ONE: Final = 2
"""Sentences of one article on a theme."""
NAMED: Final = 100
"""Articles that name a theme without a task of it, at any time."""


async def of_theme(
    session: AsyncSession,
    theme: str,
    number: int,
    period: Period | None = None,
    zone: ZoneInfo | None = None,
) -> SummaryCard:
    """What the newest articles on a theme say of it; a card without lines where there is none.

    Args:
        session: to read with.
        theme: one of :data:`bot.texts.names.THEMES`.
        number: of the page.
        period: the period that the articles are of; without one, all are looked at.
        zone: whose days those of the period are.
    """
    of = within(period, zone or ZoneInfo("UTC")) if period is not None else None
    numbers = await _on_theme(session, theme, of)
    page = page_of(number, len(numbers), ARTICLES)
    articles = await rows.articles(session, cut(numbers, page, ARTICLES))
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
    name = rows.own_words(THEMES[theme])
    return SummaryCard(
        "theme", titled(name, period) if period is not None else name, tuple(lines),
        summaries.EXTRACT, rows.used(lines, articles), scope=theme,
        period=period.pack() if period is not None else "", total=len(numbers), page=page,
    )  # fmt: skip


async def listed(
    session: AsyncSession, period: Period | None = None, zone: ZoneInfo | None = None
) -> list[tuple[str, int]]:
    """The themes that articles, of a period perhaps, have tasks of, each with how many articles,
    the most first.
    """
    found = await session.execute(
        select(Task.theme, func.count(Task.article_id.distinct()))
        .join(Task.article)
        .where(
            Task.withdrawn.is_(False),
            Article.hidden.is_(False),
            *([within(period, zone or ZoneInfo("UTC"))] if period is not None else ()),
        )
        .group_by(Task.theme)
    )
    known = [(theme, count) for theme, count in found if theme in THEMES]
    return sorted(known, key=lambda each: (each[0] == Theme.OTHER.value, -each[1], each[0]))


def like(words_asked: str) -> list[str]:
    """The themes in whose name, in either language, the words stand together; else the one that
    they are a key phrase of.
    """
    asked = _spaced(words_asked)
    named = [
        str(theme)
        for theme, name in THEMES.items()
        if asked.strip() and any(asked in _spaced(each) for each in _names(name))
    ]
    if named:
        return named
    words_asked = " ".join(words_asked.split())
    phrase = {theme_of(words_asked, language) for language in LANGUAGES} - {Theme.OTHER}
    return sorted(str(theme) for theme in phrase or _phrased_without_marks(words_asked))


def _phrased_without_marks(words_asked: str) -> set[Theme]:
    """The themes of the longest key phrase in Vietnamese that words typed without marks have
    ("kieu bao"). Words with marks say what they mean themselves.
    """
    if fold(words_asked) != words_asked.lower():
        return set()
    asked = _spaced(words_asked)
    there = [(len(phrase), theme) for phrase, theme in _phrases_without_marks() if phrase in asked]
    longest = max((size for size, _ in there), default=0)
    return {theme for size, theme in there if size == longest}


@cache
def _phrases_without_marks() -> tuple[tuple[str, Theme], ...]:
    """The key phrases in Vietnamese of more than one word, folded: a single one, without its marks,
    is too likely another.
    """
    return tuple(
        (_spaced(phrase), Theme(name))
        for name, row in table_of("themes.toml").items()
        for phrase in phrases_in(row["vi"])
        if len(phrase.split()) > 1
    )


def mostly(words_asked: str) -> str | None:
    """The theme of whose name, in either language, the words are the greater part, where no other
    name has them: "overseas Vietnamese", "người Việt Nam ở nước ngoài". A single word is too
    little.
    """
    asked = _spaced(words_asked)
    size = len(asked.split())
    having = {
        str(theme): [len(each.split()) for each in map(_spaced, _names(name)) if asked in each]
        for theme, name in THEMES.items()
        if size > 1
    }
    found = [(theme, sizes) for theme, sizes in having.items() if sizes]
    if len(found) != 1:
        return None
    [(theme, sizes)] = found
    return theme if 2 * size > min(sizes) else None


async def _on_theme(session: AsyncSession, theme: str, of: ColumnElement[bool] | None) -> list[int]:
    """The articles that have tasks of a theme or name it, the newest first."""
    named: set[int] = set()
    if theme != Theme.OTHER:
        names = list(dict.fromkeys(_names(THEMES[theme])))
        named = await (_naming(session, names) if of is None else _naming_in(session, names, of))
    tasked = select(Task.article_id).where(Task.theme == theme, Task.withdrawn.is_(False))
    found = await session.scalars(
        select(Article.id)
        .where(
            or_(Article.id.in_(tasked), Article.id.in_(named)),
            Article.hidden.is_(False),
            *(() if of is None else (of,)),
        )
        .order_by(Article.sort_date.desc(), Article.sequence.desc())
        .limit(MOST)
    )
    return list(found)


async def _naming(session: AsyncSession, names: Sequence[str]) -> set[int]:
    """The articles whose texts have one of the names, those that a search finds first."""
    found: set[int] = set()
    for name in names:
        hits = await index.search(session, f'"{name}"', NAMED)
        found |= {hit.article_id for hit in hits if hit.sentence is not None}
    return found


async def _naming_in(
    session: AsyncSession, names: Sequence[str], of: ColumnElement[bool]
) -> set[int]:
    """The same of the newest articles of a period: the best of a search may all be older."""
    newest = (
        select(Article.id)
        .where(of, Article.hidden.is_(False))
        .order_by(Article.sort_date.desc(), Article.sequence.desc())
        .limit(MOST)
    )
    body = literal(" ").concat(SearchText.body).concat(" ")
    found = await session.scalars(
        select(SearchText.article_id).where(
            SearchText.article_id.in_(newest),
            or_(*(body.contains(_spaced(name), autoescape=True) for name in names)),
        )
    )
    return set(found)


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


def _spaced(text: str) -> str:
    """The folded words of a text, with a blank before and after each."""
    return f" {' '.join(words(fold(text)))} "


def _names(msgid: str) -> list[str]:
    return [translator(language)(msgid) for language in LANGUAGES]
