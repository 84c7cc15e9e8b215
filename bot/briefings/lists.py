"""Lists of all that is in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.briefings import rows
from bot.briefings.assigned import is_named
from bot.briefings.cards import ArticleList, ConferenceList, SpeakerList
from bot.briefings.dated import title
from bot.briefings.days import falls_in
from bot.briefings.paging import cut, page_of
from bot.briefings.periods import Period
from bot.store.models import (
    Article,
    ArticleConference,
    Conference,
    Mention,
    Speaker,
    Statement,
)
from summarizer.facts.model import Coverage, EventKind, Kind, Status
from summarizer.facts.visits.destinations import countries_of, country_named, destination_key
from summarizer.text.dates import PartialDate

CONFERENCES: Final = 8
SPEAKERS: Final = 10
ARTICLES: Final = 8
"""Things on a page of each list."""
_BY_NAME: Final = (func.coalesce(Conference.name_vi, Conference.name_en), Conference.id)


async def conferences(
    session: AsyncSession,
    number: int,
    today: date,
    period: Period | None = None,
    *,
    past: bool = False,
) -> ConferenceList:
    """Conferences, newest first: those that are reported, then those only referred to; those that
    are over if ``past``, and those within a period if one is given.

    One that was held when it was reported cannot be still to come: such a date is doubtful, and
    the conference stands with those whose date is unknown.
    """
    which = [_over(today)] if past else []
    among = None
    if period is not None:
        columns = Conference.id, Conference.starts_on, Conference.ends_on
        known = await session.execute(select(*columns).where(*which))
        among = [id_ for id_, starts, ends in known if _is_then(starts, ends, period, today)]
    found = await _conferences(session, number, today, *which, among=among)
    return replace(found, past=past, **_named(period))


async def upcoming(session: AsyncSession, number: int, today: date) -> ConferenceList:
    """Conferences that are on or still to come as far as their dates are known, next first."""
    return await _conferences(session, number, today, coming=_to_come(today))


async def visits(
    session: AsyncSession,
    number: int,
    today: date,
    country: str,
    *,
    upcoming: bool = False,
    past: bool = False,
    period: Period | None = None,
) -> ConferenceList:
    """The same of visits, those to one country or body if its key is given, those that were made if
    ``past``, and those within a period if one is given.
    """
    which = Conference.kind == EventKind.VISIT.value
    if past:
        which = and_(which, _over(today))
    if country or period is not None:
        place = func.coalesce(Conference.place_vi, Conference.place_en)
        columns = Conference.id, place, Conference.starts_on, Conference.ends_on
        rows_ = await session.execute(select(*columns).where(which))
        there = [
            id_
            for id_, name, starts, ends in rows_
            if (not country or destination_key(name or "") == country)
            and _is_then(starts, ends, period, today)
        ]
        which = and_(which, Conference.id.in_(there))
    coming = _to_come(today) if upcoming else None
    found = await _conferences(session, number, today, which, coming=coming)
    return replace(found, visits=True, past=past, country=country, **_named(period))


def _over(today: date) -> ColumnElement[bool]:
    """Says of a conference or visit whether it is over, or has begun at least."""
    # A day without its year begins with a dash.
    began = and_(Conference.starts_on >= "0", Conference.starts_on <= today.isoformat())
    undated = and_(Conference.starts_on < "0", Conference.status == Status.HELD.value)
    return or_(began, undated)


def _is_then(starts: str, ends: str | None, period: Period | None, today: date) -> bool:
    return period is None or falls_in(starts, ends, period.first, period.last, today)


def _named(period: Period | None) -> dict[str, Any]:
    """A period as a list has it."""
    return {"time": title(period), "period": period.pack()} if period is not None else {}


def _to_come(today: date) -> ColumnElement[bool]:
    day = today.isoformat()
    planned = and_(
        Conference.status == Status.PLANNED.value,
        # A month or year that is not over counts as to come.
        or_(Conference.starts_on >= day, Conference.starts_on.in_((day[:7], day[:4]))),
    )
    on = and_(Conference.starts_on <= day, Conference.ends_on >= day)
    return or_(planned, on)


async def conferences_in(
    session: AsyncSession,
    place: str,
    names: Sequence[str],
    number: int,
    today: date,
    period: Period | None = None,
) -> ConferenceList:
    """Conferences of which the place has one of the names, or lies in the country of one of them,
    newest first; those within a period if one is given.
    """
    there = await held_in(session, names)
    return await among(session, sorted(there), place, number, today, period)


async def held_in(session: AsyncSession, names: Sequence[str]) -> set[int]:
    """The conferences of which the place has one of the names, or lies in the country of one."""
    columns = Conference.id, Conference.place_vi, Conference.place_en
    countries = {country_named(name) for name in names} - {None}
    return {
        id_
        for id_, vi, en in await session.execute(select(*columns))
        if is_named(f"{vi or ''} . {en or ''}", names)
        or (countries and not countries.isdisjoint(countries_of(vi or en or "")))
    }


async def among(
    session: AsyncSession,
    there: Sequence[int],
    asked: str,
    number: int,
    today: date,
    period: Period | None = None,
) -> ConferenceList:
    """The conferences of these numbers, which are ``asked`` for in these words, newest first; those
    within a period if one is given.
    """
    then = there
    if period is not None:
        columns = Conference.id, Conference.starts_on, Conference.ends_on
        known = await session.execute(select(*columns).where(Conference.id.in_(there)))
        then = [id_ for id_, starts, ends in known if _is_then(starts, ends, period, today)]
    found = await _conferences(session, number, today, among=then)
    elsewhere = 0
    if period is not None and not then:
        elsewhere = (await _conferences(session, 1, today, among=there)).total
    return replace(found, place=asked, elsewhere=elsewhere, **_named(period))


async def _conferences(
    session: AsyncSession,
    number: int,
    today: date,
    *which: ColumnElement[bool],
    coming: ColumnElement[bool] | None = None,
    among: Sequence[int] | None = None,
) -> ConferenceList:
    reports = func.count(ArticleConference.article_id.distinct()).filter(
        ArticleConference.coverage == Coverage.REPORTED.value
    )
    query = (
        select(Conference.id, reports, Conference.kind)
        .join(ArticleConference, ArticleConference.conference_id == Conference.id)
        .join(Article, Article.id == ArticleConference.article_id)
        .where(Article.hidden.is_(False), *which)
        .group_by(Conference.id, Conference.kind)
    )
    if among is not None:
        query = query.where(Conference.id.in_(among))
    if coming is None:
        doubtful = and_(
            Conference.status == Status.HELD.value, Conference.starts_on > today.isoformat()
        )
        query = query.order_by(
            (reports > 0).desc(),
            case((doubtful, ""), else_=Conference.starts_on).desc(),
            *_BY_NAME,
        )
    else:
        query = query.where(coming).order_by(Conference.starts_on, *_BY_NAME)
    known = (await session.execute(query)).all()
    counts: dict[int, int] = {id_: count for id_, count, _ in known}
    page = page_of(number, len(counts), CONFERENCES)
    shown = cut(list(counts), page, CONFERENCES)
    found = {
        row.id: row
        for row in await session.scalars(select(Conference).where(Conference.id.in_(shown)))
    }
    refs = [rows.conference(found[id_], counts[id_], reported=counts[id_] > 0) for id_ in shown]
    return ConferenceList(
        items=tuple(ref for ref in refs if ref.reported),
        referred=tuple(ref for ref in refs if not ref.reported),
        upcoming=coming is not None,
        mixed=len({kind for _, _, kind in known}) > 1,
        page=page,
        total=len(counts),
        starter_sources=await starter_sources(session),
    )


async def speakers(session: AsyncSession, number: int) -> SpeakerList:
    """Speakers, those with most statements first, then those mentioned most, people before bodies,
    by name.

    Groups that are others in every article ("hai bên", "các chuyên gia") have their place there.
    """
    said = await _counts(session, Statement)
    named = await _counts(session, Mention)
    found_names = await session.execute(
        select(Speaker.id, Speaker.kind, Speaker.name_folded, Speaker.name)
    )
    names = {
        id_: (kind != Kind.PERSON, folded)
        for id_, kind, folded, name in found_names
        if kind == Kind.PERSON or not name[:1].islower()
    }
    order = sorted(
        (said.keys() | named.keys()) & names.keys(),
        key=lambda id_: (-said.get(id_, 0), -named.get(id_, 0), names[id_], id_),
    )
    page = page_of(number, len(order), SPEAKERS)
    shown = cut(order, page, SPEAKERS)
    found = {
        row.id: row
        for row in await session.scalars(
            select(Speaker).where(Speaker.id.in_(shown)).options(selectinload(Speaker.roles))
        )
    }
    return SpeakerList(
        items=tuple(rows.speaker(found[id_], said.get(id_, 0), named.get(id_, 0)) for id_ in shown),
        page=page,
        total=len(order),
        starter_sources=await starter_sources(session),
    )


async def _counts(session: AsyncSession, table: type[Statement | Mention]) -> dict[int, int]:
    found = await session.execute(
        select(table.speaker_id, func.count())
        .join(Article, Article.id == table.article_id)
        .where(Article.hidden.is_(False))
        .group_by(table.speaker_id)
    )
    return dict(found.all())


async def latest(session: AsyncSession, number: int) -> ArticleList:
    """The articles by date, newest first, those of a day by title; those without a year last,
    latest entered first.
    """
    total = await session.scalar(
        select(func.count()).select_from(Article).where(Article.hidden.is_(False))
    )
    page = page_of(number, total or 0, ARTICLES)
    found = await session.scalars(
        select(Article)
        .where(Article.hidden.is_(False))
        .options(rows.LIGHT)
        .order_by(
            Article.sort_date.desc(),
            case((Article.sort_date == "", ""), else_=Article.title),
            Article.sequence.desc(),
        )
        .limit(ARTICLES)
        .offset((page.number - 1) * ARTICLES)
    )
    return ArticleList(
        items=tuple(rows.source(article) for article in found), page=page, total=total or 0
    )


async def starter_sources(session: AsyncSession) -> tuple[str, ...]:
    """Names of the starter articles that may be seen; none once a real article is there."""
    found: Sequence[str | None] = (
        await session.scalars(
            select(Article.source)
            .where(Article.starter.is_(True), Article.hidden.is_(False))
            .order_by(Article.id)
        )
    ).all()
    return tuple(dict.fromkeys(source for source in found if source))


async def newest_day(session: AsyncSession) -> PartialDate | None:
    """The date of the newest article, ``None`` where no article has one."""
    newest = await session.scalar(
        select(func.max(Article.sort_date)).where(Article.hidden.is_(False))
    )
    return rows.date(newest) if newest else None
