"""Answers to a name or to words: the thing itself, a choice, or the articles that have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.briefings import rows, summaries
from bot.briefings.cards import ArticleList, Choice, Hit, Line, TermCard, TermLine
from bot.briefings.dated import title, within
from bot.briefings.days import asked_day, falls_in, takes_place
from bot.briefings.paging import page_of
from bot.briefings.periods import Period, asked_period
from bot.briefings.relative_times import relative_time
from bot.briefings.spans import plain_date
from bot.briefings.synonyms import Synonyms
from bot.store import search as index
from bot.store.models import (
    Article,
    ArticleConference,
    Conference,
    Mention,
    Sentence,
    Speaker,
    Statement,
)
from summarizer.text.dates import PartialDate
from summarizer.text.folding import fold
from translations.terminology import Glossary

HITS: Final = 8
"""Things a choice offers."""
MANY: Final = 16
"""Conferences that a name fits, above which it says next to nothing: the best of them are no better
than the others, and the latest are offered."""
LATEST: Final = 4
"""How many these are."""
ARTICLES: Final = 6
"""Articles on a page of a search."""
_FROM_TODAY: Final = re.compile(
    r"\b(?:toi|sau|nay|truoc|qua|ngoai|next|last|this|past|previous|coming)$"
    r"|^(?:next|last|this|past|previous|coming)\b"
)
"""Words that tell a time from today from weekdays and numbers, which stand in names, too."""
TERMS: Final = 8
"""Rows of the glossary an answer has."""


async def conference(session: AsyncSession, query: str, today: date) -> int | Choice | None:
    """The number of the conference that ``query`` names, or a choice, or ``None``.

    A day, month or year is taken for that of the conference, where no name has it, and so is any
    other time ("early 2021", "quý trước", "next week"): then there are no nearest names. Of a word
    that fits very many ("hội nghị") the latest are offered.
    """
    matches = await index.find_conferences(session, query)
    plain = " ".join(fold(query).split())
    if _FROM_TODAY.search(plain) and relative_time(plain, today, whole=True) is not None:
        matches = index.Matches()  # "next month" may stand in what an article calls a conference
    exact = await _conferences(session, matches.exact)
    latest = len(exact) > MANY
    period: Period | None = None
    if not exact:
        day = asked_day(query) or plain_date(plain, today)
        # What is planned for the rest of "this week" is of this week.
        period = asked_period(query, today, whole=True) if day is None else None
        if (time := day or period) is not None:
            exact = await _conferences(session, await _held(session, time, today))
    if only := _only(query, [(r.id, (r.name_vi, r.name_en, *r.aliases)) for r in exact]):
        return only
    found = exact or ([] if period else await _conferences(session, matches.near))
    if not found:
        return None
    if latest:
        found = sorted(found, key=lambda row: row.starts_on, reverse=True)
    refs = [rows.conference(row) for row in found[: LATEST if latest else HITS]]
    hits = [Hit("conference", ref.id, ref.name, ref.place, ref.starts) for ref in refs]
    more = len(found) - len(hits)
    named = title(period) if period is not None else None
    return Choice("conference", query, tuple(hits), bool(exact), more, latest, named)


async def speaker(session: AsyncSession, query: str) -> int | Choice | None:
    """The number of the speaker that ``query`` names, or a choice, or ``None``."""
    matches = await index.find_speakers(session, query)
    exact = await _speakers(session, matches.exact)
    if only := _only(query, [(r.id, (r.name, r.name_en, *r.aliases)) for r in exact]):
        return only
    found = exact or await _speakers(session, matches.near)
    if not found:
        return None
    refs = [rows.speaker(row) for row in found[:HITS]]
    hits = [Hit("speaker", ref.id, ref.name, ref.role) for ref in refs]
    more = len(found) - len(hits)
    return Choice("speaker", query, tuple(hits), exact=bool(exact), more=more)


async def _held(session: AsyncSession, time: PartialDate | Period, today: date) -> list[int]:
    """The conferences that take place then, the first first."""
    found = await session.execute(
        select(Conference.id, Conference.starts_on, Conference.ends_on)
        .where(Conference.starts_on != "")
        .order_by(Conference.starts_on, Conference.name_vi, Conference.id)
    )
    if isinstance(time, Period):
        first, last = time.first, time.last
        return [id_ for id_, starts, ends in found if falls_in(starts, ends, first, last, today)]
    return [id_ for id_, starts, ends in found if takes_place(starts, ends, time)]


def _only(query: str, found: Sequence[tuple[int, tuple[str | None, ...]]]) -> int | None:
    """The one thing found, or the only one of several that bears exactly the name asked for."""
    if len(found) == 1:
        return found[0][0]
    asked = fold(query)
    same = [id_ for id_, names in found if any(name and fold(name) == asked for name in names)]
    return same[0] if len(same) == 1 else None


async def _conferences(session: AsyncSession, ids: Sequence[int]) -> list[Conference]:
    """Those of the conferences that may be seen, in their order."""
    if not ids:
        return []
    found = await session.scalars(
        select(Conference).where(
            Conference.id.in_(ids),
            select(ArticleConference.id)
            .join(Article, Article.id == ArticleConference.article_id)
            .where(ArticleConference.conference_id == Conference.id, Article.hidden.is_(False))
            .exists(),
        )
    )
    return sorted(found, key=lambda row: list(ids).index(row.id))


async def _speakers(session: AsyncSession, ids: Sequence[int]) -> list[Speaker]:
    """Those of the speakers that may be seen, in their order."""
    if not ids:
        return []
    seen = [
        select(table.id)
        .join(Article, Article.id == table.article_id)
        .where(table.speaker_id == Speaker.id, Article.hidden.is_(False))
        .exists()
        for table in (Mention, Statement)
    ]
    found = await session.scalars(
        select(Speaker)
        .where(Speaker.id.in_(ids), seen[0] | seen[1])
        .options(selectinload(Speaker.roles))
    )
    return sorted(found, key=lambda row: list(ids).index(row.id))


async def articles(
    session: AsyncSession,
    words: str,
    number: int,
    synonyms: Synonyms,
    period: Period | None = None,
    zone: ZoneInfo | None = None,
) -> ArticleList:
    """The articles that have the words or what else they are called, best first, each with the
    sentence that has them; those of a period where one is asked for, whose days are those of
    ``zone``, and where there are none, how many there are at any time.
    """
    words = " ".join(words.split())
    query = synonyms.query(words)
    of: ColumnElement[bool] | None = None
    if period is not None:
        of = within(period, zone or ZoneInfo("UTC"))
    total = await index.count(session, query, of)
    page = page_of(number, total, ARTICLES)
    found = await index.search(session, query, ARTICLES, (page.number - 1) * ARTICLES, of)
    at = {hit.article_id: hit.sentence for hit in found}
    loaded = {
        article.id: article
        for article in await session.scalars(
            select(Article).where(Article.id.in_(at)).options(rows.LIGHT)
        )
    }
    lines = await _lines(session, loaded, at)
    return ArticleList(
        items=tuple(rows.source(loaded[each]) for each in at),
        lines=tuple(lines.get(each) for each in at),
        query=words,
        page=page,
        total=total,
        time=title(period) if period is not None else None,
        period=period.pack() if period is not None else "",
        elsewhere=await index.count(session, query) if period is not None and not total else 0,
    )


async def _lines(
    session: AsyncSession, loaded: dict[int, Article], at: dict[int, int | None]
) -> dict[int, Line]:
    wanted = {each: position for each in loaded if (position := at[each]) is not None}
    found = await session.scalars(
        select(Sentence).where(
            Sentence.article_id.in_(wanted), Sentence.position.in_(set(wanted.values()))
        )
    )
    return {
        row.article_id: summaries.line(row, loaded[row.article_id])
        for row in found
        if wanted[row.article_id] == row.position
    }


def term(glossary: Glossary, word: str) -> TermCard:
    """What the glossary has on a word."""
    found = glossary.lookup(word, TERMS)
    lines = [TermLine(t.vi, t.rendering(), t.kind.value, t.renderings()[1:], t.note) for t in found]
    return TermCard(word, tuple(lines))
