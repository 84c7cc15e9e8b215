"""Finding articles by their words, and conferences and speakers by their names.

Hidden articles are never found, and neither is what only they know of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Float, Integer, String, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.expressions import Expression, clause, fts5, tsquery
from bot.store.models import (
    Article,
    ArticleConference,
    ArticleSpeaker,
    Conference,
    Role,
    Sentence,
    Speaker,
    Statement,
)
from bot.store.naming import Matches, Named, folded, match, spelt
from bot.store.queries import Query, Telling, conditions, read_query
from summarizer.facts.model import Coverage, EventKind, Kind

__all__ = ["Found", "Matches", "count", "find_conferences", "find_speakers", "search"]

_VISITS = frozenset(["tham", "visit", "visits", "visiting", "visited", "trip"])
"""Folded words of which one must stand in what may mean a visit, as its name is its visitor's."""
_OF_ANY_VISIT = _VISITS | frozenset(
    """chuyen cua toi den sang tai chinh thuc cap nha nuoc huu nghi lam viec cong du ong ba by to of
    official state working friendly mr ms mrs""".split()  # noqa: SIM905 - words are read best as a text
)
"""Words that tell no visit from another."""
_OFFICES = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """An article that has what is asked for; ``sentence`` is the position of the one that has most
    of it, ``None`` where it stands in the title only.
    """

    article_id: int
    sentence: int | None


async def search(
    session: AsyncSession,
    query: str | Query,
    limit: int = 10,
    offset: int = 0,
    of: ColumnElement[bool] | None = None,
) -> list[Found]:
    """Articles that have all words of ``query``, in either language; see :mod:`bot.store.queries`.

    Words in double quotes must stand together. Best first: titles count most, then names; among
    equals the newest, of one day by title. ``of`` is a condition that articles are to meet besides;
    it has no say in how strictly the words are read.
    """
    query = read_query(query) if isinstance(query, str) else query
    sought = await _sought(session, query)
    if sought is None:
        return []
    ids = await _ranked(session, sought, limit, offset, of)
    sentences = await _best_sentences(session, ids, Telling(query))
    return [Found(number, sentences.get(number)) for number in ids]


async def count(
    session: AsyncSession, query: str | Query, of: ColumnElement[bool] | None = None
) -> int:
    """How many articles :func:`search` finds."""
    query = read_query(query) if isinstance(query, str) else query
    sought = await _sought(session, query)
    return 0 if sought is None else await _count(session, sought, of)


# --- articles ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sought:
    """What articles are looked for by: a condition in the database's own language."""

    having: str
    ranked: str
    values: Mapping[str, str]


async def _sought(session: AsyncSession, query: Query) -> _Sought | None:
    """The strictest conditions of a query that any article meets; ``None`` where none meets any."""
    write = _for_postgresql if _is_postgresql(session) else _for_sqlite
    for condition in conditions(query):
        if await _any(session, write(condition.strict)):
            return write(condition.whole)
    return None


def _for_sqlite(expression: Expression) -> _Sought:
    return _Sought(
        _HAVING_SQLITE,
        # Title, body, names, and all of these as they are spelt.
        "round(bm25(search_index, 10.0, 1.0, 3.0, 1.0), 2)",
        {"query": fts5(expression)},
    )


def _for_postgresql(expression: Expression) -> _Sought:
    found = clause(expression)
    return _Sought(
        _HAVING_POSTGRESQL + found.sql,
        _RANK_POSTGRESQL,
        {"query": tsquery(expression), **found.values},
    )


# CROSS JOIN: the words first, then the articles that have them, never the other way round.
_HAVING_SQLITE = """
FROM search_index CROSS JOIN article a ON a.id = search_index.rowid
WHERE a.hidden = 0 AND search_index MATCH :query
"""
_HAVING_POSTGRESQL = """
FROM search_text t JOIN article a ON a.id = t.article_id
WHERE NOT a.hidden AND
"""
# The same weights: of D, C, B and A.
_RANK_POSTGRESQL = " + ".join(
    f"ts_rank('{{0.1, 0.1, 0.3, 1.0}}', t.{vector}, to_tsquery('simple', :query))"
    for vector in ("vector", "spelt_vector")
)
_RANK_POSTGRESQL = f"-({_RANK_POSTGRESQL})"


async def _any(session: AsyncSession, sought: _Sought) -> bool:
    found = await session.scalars(text(f"SELECT 1 {sought.having} LIMIT 1"), sought.values)
    return found.first() is not None


async def _count(
    session: AsyncSession, sought: _Sought, of: ColumnElement[bool] | None = None
) -> int:
    if of is None:
        found = await session.scalar(text(f"SELECT count(*) {sought.having}"), sought.values)
        return int(found or 0)
    having = text(f"SELECT a.id AS id {sought.having}").bindparams(**sought.values)
    ids = having.columns(id=Integer).subquery()
    counting = select(func.count()).select_from(ids).join(Article, Article.id == ids.c.id)
    return await session.scalar(counting.where(of)) or 0


async def _ranked(
    session: AsyncSession,
    sought: _Sought,
    limit: int,
    offset: int,
    of: ColumnElement[bool] | None = None,
) -> list[int]:
    having = text(f"SELECT a.id AS id, {sought.ranked} AS worth {sought.having}")
    found = having.bindparams(**sought.values).columns(id=Integer, worth=Float).subquery()
    rows = await session.scalars(
        select(found.c.id)
        .join(Article, Article.id == found.c.id)
        .where(*(() if of is None else (of,)))
        .order_by(found.c.worth, Article.sort_date.desc(), Article.title, Article.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return list(rows)


def _is_postgresql(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "postgresql"


async def _best_sentences(
    session: AsyncSession, ids: list[int], telling: Telling
) -> dict[int, int]:
    """Of each article the sentence that has most of the query, the first of several."""
    rows = await session.execute(
        select(Sentence.article_id, Sentence.position, Sentence.text, Sentence.translation)
        .where(Sentence.article_id.in_(ids))
        .order_by(Sentence.article_id, Sentence.position)
    )
    best: dict[int, tuple[float, int]] = {}
    for article, position, source, translation in rows:
        worth = telling(f"{source} {translation or ''}")
        if worth and (article not in best or worth > best[article][0]):
            best[article] = (worth, position)
    return {article: position for article, (_, position) in best.items()}


# --- conferences and speakers --------------------------------------------------------------


async def find_conferences(session: AsyncSession, query: str) -> Matches:
    """Conferences by name in either language, with or without the year."""
    links = (
        select(
            ArticleConference.conference_id,
            func.count().label("articles"),
            func.count()
            .filter(ArticleConference.coverage == Coverage.REPORTED.value)
            .label("reports"),
            func.group_concat(ArticleConference.name, bindparam("mark", "\n", String)).label(
                "names"
            )
            if not _is_postgresql(session)
            else func.string_agg(ArticleConference.name, "\n").label("names"),
        )
        .join(Article, Article.id == ArticleConference.article_id)
        .where(Article.hidden.is_(False))
        .group_by(ArticleConference.conference_id)
        .subquery()
    )
    rows = await session.execute(
        select(
            Conference.id,
            Conference.name_vi,
            Conference.name_en,
            Conference.aliases,
            Conference.starts_on,
            Conference.kind,
            links.c.names,
            links.c.reports,
            links.c.articles,
        ).join(links, links.c.conference_id == Conference.id)
    )
    things = []
    for number, vi, en, aliases, starts, kind, seen, reports, articles in rows:
        every = [vi, en, *aliases, *(seen or "").split("\n")]
        extra = frozenset(part.lstrip("0") for part in starts.strip("-").split("-") if part)
        visit = kind == EventKind.VISIT.value
        things.append(
            Named(
                number,
                folded(every),
                extra=extra | {starts[:4]} | (_OF_ANY_VISIT if visit else frozenset()),
                weight=(int(bool(reports)), articles),
                spelt=spelt(every),
                needs=_VISITS if visit else frozenset(),
            )
        )
    return match(query, things)


async def find_speakers(session: AsyncSession, query: str) -> Matches:
    """People and bodies by name, by office, or by both, in either language."""
    visible = (
        select(ArticleSpeaker.speaker_id, func.count().label("articles"))
        .join(Article, Article.id == ArticleSpeaker.article_id)
        .where(Article.hidden.is_(False))
        .group_by(ArticleSpeaker.speaker_id)
        .subquery()
    )
    said = (
        select(Statement.speaker_id, func.count().label("statements"))
        .group_by(Statement.speaker_id)
        .subquery()
    )
    rows = await session.execute(
        select(
            Speaker.id,
            Speaker.kind,
            Speaker.name,
            Speaker.name_en,
            Speaker.aliases,
            func.coalesce(said.c.statements, 0),
            visible.c.articles,
        )
        .join(visible, visible.c.speaker_id == Speaker.id)
        .outerjoin(said, said.c.speaker_id == Speaker.id)
    )
    roles: dict[int, list[str | None]] = {}
    for number, vi, en in await session.execute(
        select(Role.speaker_id, Role.title_vi, Role.title_en)
    ):
        roles.setdefault(number, []).extend(
            office for title in (vi, en) if title for office in _OFFICES.split(title)
        )
    things = [
        Named(
            number,
            folded([name, english, *aliases]),
            folded(roles.get(number, ())),
            weight=(statements, articles),
            person=kind == Kind.PERSON.value,
        )
        for number, kind, name, english, aliases, statements, articles in rows
    ]
    return match(query, things)
