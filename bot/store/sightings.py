"""Sightings: a conference or speaker as one article has it, read back for joining.

The same sightings are read again and again while articles stream in, so what was parsed is kept.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import String, cast, select, tuple_, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import Article, ArticleConference, ArticleSpeaker, JoinKey
from bot.store.prepared import Rendering, load_conference, load_renderings, load_speaker
from summarizer.facts.model import Conference, Speaker
from summarizer.text.dates import Basis, PartialDate

Key = tuple[int, int]
"""An article's number and the index in its facts."""
_AT_ONCE = 400
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What conference and speaker sightings share.

    ``mark`` names the sighting by its article's text, so that nothing depends on numbers;
    ``thing_id`` is what it was last joined into.
    """

    key: Key
    mark: str
    thing_id: int | None
    language: str
    renderings: dict[str, Rendering]


@dataclass(frozen=True, slots=True)
class SeenConference(Seen):
    """A conference in an article."""

    conference: Conference
    event_date: PartialDate
    """Of the article, by itself."""
    date: PartialDate
    """As it stands in the link."""


@dataclass(frozen=True, slots=True)
class SeenSpeaker(Seen):
    """A speaker in an article. ``date``: when the article was published, or else its event."""

    speaker: Speaker
    date: PartialDate


async def closure(
    session: AsyncSession, thing: str, start: Iterable[Key], *, hidden: bool
) -> set[Key]:
    """All sightings that share a key with one of ``start``, with one of those, and so on."""
    group: set[Key] = set(start)
    seen_keys: set[str] = set()
    frontier = set(group)
    while frontier:
        keys = await _keys_of(session, thing, frontier) - seen_keys
        seen_keys |= keys
        frontier = await _with_keys(session, thing, keys, hidden=hidden) - group
        group |= frontier
    return group


async def _keys_of(session: AsyncSession, thing: str, group: Collection[Key]) -> set[str]:
    found: set[str] = set()
    for part in _portions(sorted(group)):
        rows = await session.scalars(
            select(JoinKey.key)
            .where(JoinKey.thing == thing, tuple_(JoinKey.article_id, JoinKey.number).in_(part))
            .distinct()
        )
        found.update(rows)
    return found


async def _with_keys(
    session: AsyncSession, thing: str, keys: Collection[str], *, hidden: bool
) -> set[Key]:
    found: set[Key] = set()
    for part in _portions(sorted(keys)):
        rows = await session.execute(
            select(JoinKey.article_id, JoinKey.number)
            .join(Article, Article.id == JoinKey.article_id)
            .where(JoinKey.thing == thing, JoinKey.key.in_(part), Article.hidden == hidden)
        )
        found.update((article, number) for article, number in rows)
    return found


async def conferences(session: AsyncSession, group: Collection[Key]) -> list[SeenConference]:
    """Read a group's conferences, in the order of their keys."""
    table = ArticleConference
    found: list[SeenConference] = []
    for part in _portions(sorted(group)):
        rows = await session.execute(
            select(
                table.article_id,
                table.number,
                Article.fingerprint,
                table.conference_id,
                Article.language,
                type_coerce(cast(table.sighting, String), String),
                type_coerce(cast(table.renderings, String), String),
                Article.own_event_date,
                Article.own_event_date_basis,
                table.date,
                table.date_basis,
            )
            .join(Article, Article.id == table.article_id)
            .where(tuple_(table.article_id, table.number).in_(part))
            .order_by(table.article_id, table.number)
        )
        for article, number, mark, thing, language, sighting, renderings, *dates in rows:
            found.append(
                SeenConference(
                    (article, number),
                    f"{mark}:{number:04d}",
                    thing,
                    language,
                    _renderings(renderings),
                    _conference(sighting),
                    read_date(dates[0], dates[1]),
                    read_date(dates[2], dates[3]),
                )
            )
    return found


async def speakers(session: AsyncSession, group: Collection[Key]) -> list[SeenSpeaker]:
    """Read a group's speakers, in the order of their keys."""
    table = ArticleSpeaker
    found: list[SeenSpeaker] = []
    for part in _portions(sorted(group)):
        rows = await session.execute(
            select(
                table.article_id,
                table.number,
                Article.fingerprint,
                table.speaker_id,
                Article.language,
                type_coerce(cast(table.sighting, String), String),
                type_coerce(cast(table.renderings, String), String),
                Article.published,
                Article.published_basis,
                Article.event_date,
                Article.event_date_basis,
            )
            .join(Article, Article.id == table.article_id)
            .where(tuple_(table.article_id, table.number).in_(part))
            .order_by(table.article_id, table.number)
        )
        for article, number, mark, thing, language, sighting, renderings, *dates in rows:
            published = read_date(dates[0], dates[1])
            date = published if published.year is not None else read_date(dates[2], dates[3])
            found.append(
                SeenSpeaker(
                    (article, number),
                    f"{mark}:{number:04d}",
                    thing,
                    language,
                    _renderings(renderings),
                    _speaker(sighting),
                    date,
                )
            )
    return found


async def members(
    session: AsyncSession,
    table: type[ArticleConference | ArticleSpeaker],
    things: Collection[int],
) -> set[Key]:
    """The sightings that are joined into some things now."""
    column = (
        ArticleSpeaker.speaker_id if table is ArticleSpeaker else ArticleConference.conference_id
    )
    rows = await session.execute(
        select(table.article_id, table.number).where(column.in_(sorted(things)))
    )
    return {(article, number) for article, number in rows}


async def of_articles(
    session: AsyncSession,
    table: type[ArticleConference | ArticleSpeaker],
    articles: Collection[int],
) -> set[Key]:
    """The sightings in some articles."""
    rows = await session.execute(
        select(table.article_id, table.number).where(table.article_id.in_(sorted(articles)))
    )
    return {(article, number) for article, number in rows}


@functools.lru_cache(maxsize=4096)
def read_date(text: str, basis: str) -> PartialDate:
    """A partial date from its two columns."""
    return PartialDate.parse(text, Basis(basis))


@functools.lru_cache(maxsize=_KEPT)
def _conference(text: str) -> Conference:
    return load_conference(json.loads(text))


@functools.lru_cache(maxsize=_KEPT)
def _speaker(text: str) -> Speaker:
    return load_speaker(json.loads(text))


@functools.lru_cache(maxsize=_KEPT)
def _renderings(text: str) -> dict[str, Rendering]:
    return load_renderings(json.loads(text))


def _portions(items: list) -> Iterable[list]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
