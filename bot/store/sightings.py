"""Sightings: a conference or speaker as one article has it, read back for joining.

The same sightings are read again and again while articles stream in, so what was parsed is kept.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, cast, select, tuple_, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import keys
from bot.store.models import Article, ArticleConference, ArticleSpeaker, JoinKey
from bot.store.prepared import Rendering, load_conference, load_renderings, load_speaker
from summarizer.facts.events.wordings import Wording
from summarizer.facts.joining.visits import can_be_one_visit
from summarizer.facts.model import Conference, EventKind, Speaker
from summarizer.text.dates import Basis, PartialDate

CONFERENCE, SPEAKER = "conference", "speaker"
"""``JoinKey.thing``."""
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
    published: PartialDate
    """When the article appeared."""

    @property
    def wordings(self) -> set[Wording]:
        """The wordings under which it may meet others."""
        return keys.wordings_of(self.conference, self.language, self.renderings)

    @property
    def join_keys(self) -> set[str]:
        """The keys under which it was filed."""
        return keys.of_conference(self.conference, self.event_date, self.language, self.renderings)


@dataclass(frozen=True, slots=True)
class SeenSpeaker(Seen):
    """A speaker in an article. ``date``: when the article was published, or else its event."""

    speaker: Speaker
    date: PartialDate

    @property
    def join_keys(self) -> set[str]:
        """The keys under which it was filed."""
        return keys.of_speaker(self.speaker)


# --- groups --------------------------------------------------------------------------------


async def conference_group(
    session: AsyncSession, start: Collection[Key], *, hidden: bool
) -> list[SeenConference]:
    """All conferences that can be one with one of ``start``, with one of those, and so on.

    Whether two can be one is looked at by their names alone: a third one, of no date, may hang
    together with both.
    """
    group = {one.key: one for one in await conferences(session, start)}
    pool: dict[Key, SeenConference] = {}
    asked: set[str] = set()
    frontier = list(group.values())
    while frontier:
        wanted = {key for one in frontier for key in one.join_keys} - asked
        asked |= wanted
        for part in _portions(sorted(wanted)):
            rows = await session.execute(_filed(_CONFERENCES, CONFERENCE, part, hidden=hidden))
            pool |= {one.key: one for one in _conferences(rows) if one.key not in group}
        frontier = [
            one for one in pool.values() if any(_can_be_one(one, other) for other in frontier)
        ]
        for one in frontier:
            group[one.key] = pool.pop(one.key)
    return [group[key] for key in sorted(group)]


async def speaker_group(
    session: AsyncSession, start: Collection[Key], *, hidden: bool
) -> list[SeenSpeaker]:
    """All speakers that share a key with one of ``start``, with one of those, and so on."""
    group = {one.key: one for one in await speakers(session, start)}
    asked: set[str] = set()
    frontier = list(group.values())
    while frontier:
        wanted = {key for one in frontier for key in one.join_keys} - asked
        asked |= wanted
        found: dict[Key, SeenSpeaker] = {}
        for part in _portions(sorted(wanted)):
            rows = await session.execute(_filed(_SPEAKERS, SPEAKER, part, hidden=hidden))
            found |= {one.key: one for one in _speakers(rows) if one.key not in group}
        group |= found
        frontier = list(found.values())
    return [group[key] for key in sorted(group)]


def _can_be_one(one: SeenConference, other: SeenConference) -> bool:
    kinds = {one.conference.kind, other.conference.kind}
    if EventKind.VISIT in kinds:
        return len(kinds) == 1 and can_be_one_visit(one.conference, other.conference)
    return any(keys.can_meet(mine, its) for mine in one.wordings for its in other.wordings)


# --- reading -------------------------------------------------------------------------------


async def conferences(session: AsyncSession, which: Collection[Key]) -> list[SeenConference]:
    """The conferences of some sightings."""
    place = tuple_(ArticleConference.article_id, ArticleConference.number)
    return [
        one
        for part in _portions(sorted(which))
        for one in _conferences(await session.execute(_CONFERENCES.where(place.in_(part))))
    ]


async def speakers(session: AsyncSession, which: Collection[Key]) -> list[SeenSpeaker]:
    """The speakers of some sightings."""
    place = tuple_(ArticleSpeaker.article_id, ArticleSpeaker.number)
    return [
        one
        for part in _portions(sorted(which))
        for one in _speakers(await session.execute(_SPEAKERS.where(place.in_(part))))
    ]


async def joined_into(
    session: AsyncSession,
    table: type[ArticleConference | ArticleSpeaker],
    things: Collection[int],
) -> set[Key]:
    """The sightings that are joined into some things now."""
    thing = (
        ArticleSpeaker.speaker_id if table is ArticleSpeaker else ArticleConference.conference_id
    )
    return await _keys(session, table, thing.in_(sorted(things)))


async def of_articles(
    session: AsyncSession,
    table: type[ArticleConference | ArticleSpeaker],
    articles: Collection[int],
) -> set[Key]:
    """The sightings in some articles."""
    return await _keys(session, table, table.article_id.in_(sorted(articles)))


async def _keys(
    session: AsyncSession,
    table: type[ArticleConference | ArticleSpeaker],
    chosen: ColumnElement[bool],
) -> set[Key]:
    rows = await session.execute(select(table.article_id, table.number).where(chosen))
    return {(article, number) for article, number in rows}


_CONFERENCES: Select[*tuple[Any, ...]] = select(
    ArticleConference.article_id,
    ArticleConference.number,
    Article.fingerprint,
    ArticleConference.conference_id,
    Article.language,
    # As text: parsed once and then known again.
    type_coerce(cast(ArticleConference.sighting, String), String),
    type_coerce(cast(ArticleConference.renderings, String), String),
    Article.own_event_date,
    Article.own_event_date_basis,
    ArticleConference.date,
    ArticleConference.date_basis,
    Article.published,
    Article.published_basis,
).join(Article, Article.id == ArticleConference.article_id)
_SPEAKERS: Select[*tuple[Any, ...]] = select(
    ArticleSpeaker.article_id,
    ArticleSpeaker.number,
    Article.fingerprint,
    ArticleSpeaker.speaker_id,
    Article.language,
    type_coerce(cast(ArticleSpeaker.sighting, String), String),
    type_coerce(cast(ArticleSpeaker.renderings, String), String),
    Article.published,
    Article.published_basis,
    Article.event_date,
    Article.event_date_basis,
).join(Article, Article.id == ArticleSpeaker.article_id)


def _filed(
    query: Select[*tuple[Any, ...]], thing: str, under: Sequence[str], *, hidden: bool
) -> Select[*tuple[Any, ...]]:
    table = ArticleSpeaker if thing == SPEAKER else ArticleConference
    places = select(JoinKey.article_id, JoinKey.number).where(
        JoinKey.thing == thing, JoinKey.key.in_(under)
    )
    return query.where(Article.hidden == hidden, tuple_(table.article_id, table.number).in_(places))


def _conferences(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[SeenConference]:
    for article, number, mark, thing, language, sighting, renderings, *dates in rows:
        yield SeenConference(
            (article, number),
            f"{mark}:{number:04d}",
            thing,
            language,
            _renderings(renderings),
            _conference(sighting),
            read_date(dates[0], dates[1]),
            read_date(dates[2], dates[3]),
            read_date(dates[4], dates[5]),
        )


def _speakers(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[SeenSpeaker]:
    for article, number, mark, thing, language, sighting, renderings, *dates in rows:
        published = read_date(dates[0], dates[1])
        yield SeenSpeaker(
            (article, number),
            f"{mark}:{number:04d}",
            thing,
            language,
            _renderings(renderings),
            _speaker(sighting),
            published if published.year is not None else read_date(dates[2], dates[3]),
        )


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


def _portions(items: list[Any]) -> Iterator[list[Any]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
