"""Joining: which sightings in different articles are one conference, one speaker.

What is joined is decided by :mod:`summarizer.facts.joining`, a function of the sightings alone.
Here the sightings that a new article may touch are gathered, and the outcome is written as far as
it differs from what is there: the fields of each thing, the links to it, and the dates of articles
that another one completes.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import corrections, fields, identities, sightings
from bot.store.identities import NOTHING, Things
from bot.store.keys import official_english
from bot.store.models import (
    Article,
    ArticleConference,
    ArticleSpeaker,
    Conference,
    Mention,
    Role,
    Speaker,
    Statement,
    Task,
)
from bot.store.rows import sort_date
from bot.store.sightings import CONFERENCE, SPEAKER, Key, Seen
from summarizer.facts.joining.joining import (
    ConferenceSighting,
    SpeakerSighting,
    join_conferences,
    join_speakers,
)
from summarizer.facts.model import Coverage
from summarizer.text.dates import PartialDate

# The tables themselves: what is written here need not find its way into objects of the session.
_ARTICLE = cast("Table", Article.__table__)
_REPORT = cast("Table", ArticleConference.__table__)
_LINK = cast("Table", ArticleSpeaker.__table__)
_MENTION = cast("Table", Mention.__table__)
_STATEMENT = cast("Table", Statement.__table__)
_TASK = cast("Table", Task.__table__)
_ROLE = cast("Table", Role.__table__)


@dataclass(slots=True)
class Change:
    """What a joining changed: things that have no sightings left, and articles whose links to
    conferences or dates are others now.
    """

    article_id: int
    """The article that came in; its own statements, mentions and tasks are not written yet."""
    vanished: set[tuple[str, int]] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)


async def rejoin(session: AsyncSession, article_id: int, lost: Things = NOTHING) -> Change:
    """Join an article's sightings with all others, and anew what it was part of before (``lost``).

    The things in ``Change.vanished`` are left to :func:`bot.store.identities.remove`.
    """
    hidden = bool(await session.scalar(select(Article.hidden).where(Article.id == article_id)))
    change = Change(article_id)
    gone = set(lost.conferences.values())
    start = await sightings.of_articles(session, ArticleConference, [article_id])
    if gone:
        start |= await sightings.joined_into(session, ArticleConference, gone)
    if start or gone:
        await _rejoin_conferences(session, start, gone, change, hidden=hidden)
    # Roles are dated by their articles, so what a conference completed concerns speakers too.
    gone = set(lost.speakers.values())
    start = await sightings.of_articles(session, ArticleSpeaker, {article_id, *change.articles})
    if gone:
        start |= await sightings.joined_into(session, ArticleSpeaker, gone)
    if start or gone:
        await _rejoin_speakers(session, start, gone, change, hidden=hidden)
    return change


# --- conferences ---------------------------------------------------------------------------


async def _rejoin_conferences(
    session: AsyncSession, start: set[Key], gone: Collection[int], change: Change, *, hidden: bool
) -> None:
    seen = await sightings.conference_group(session, start, hidden=hidden)
    by_mark = {one.mark: one for one in seen}
    joined = join_conferences(
        [
            ConferenceSighting(
                one.mark,
                one.conference,
                one.event_date,
                one.language,
                official_english(one.conference, one.language, one.renderings),
                one.published,
            )
            for one in seen
        ]
    )
    groups = [[by_mark[str(mark)] for mark in thing.members] for thing in joined]
    columns = [
        fields.of_conference(thing, members) for thing, members in zip(joined, groups, strict=True)
    ]
    known, moved = identities.assign(groups, gone)
    ids = await _write_things(session, Conference, known, columns)
    for number, thing, members in zip(ids, joined, groups, strict=True):
        for one in members:
            date = thing.member_dates[one.mark]
            if one.thing_id != number or one.date != date:
                await _link_conference(session, one, number, date, change)
    await _complete_dates(session, {one.key[0] for one in seen}, change)
    await _finish(session, CONFERENCE, moved, ids, change)


async def _link_conference(
    session: AsyncSession, one: Seen, number: int, date: PartialDate, change: Change
) -> None:
    article, index = one.key
    change.articles.add(article)
    await session.execute(
        update(_REPORT)
        .where(_REPORT.c.article_id == article, _REPORT.c.number == index)
        .values(conference_id=number, date=str(date), date_basis=date.basis.value)
    )
    if article == change.article_id or one.thing_id == number:
        return
    for table in (_STATEMENT, _TASK):
        await session.execute(
            update(table)
            .where(table.c.article_id == article, table.c.conference_number == index)
            .values(conference_id=number)
        )


async def _complete_dates(session: AsyncSession, articles: Collection[int], change: Change) -> None:
    """Give each article the date of the conference that it reports, as far as that completes its
    own; or take back what an article that is no longer there had completed.
    """
    found = await session.execute(
        select(
            Article.id,
            Article.own_event_date,
            Article.own_event_date_basis,
            Article.event_date,
            Article.event_date_basis,
            Article.published,
        ).where(Article.id.in_(sorted(articles)))
    )
    links = await session.execute(
        select(ArticleConference.article_id, ArticleConference.date, ArticleConference.date_basis)
        .where(
            ArticleConference.article_id.in_(sorted(articles)),
            ArticleConference.coverage == Coverage.REPORTED.value,
        )
        .order_by(ArticleConference.article_id, ArticleConference.number)
    )
    reported: dict[int, list[PartialDate]] = {}
    for article, text, basis in links:
        reported.setdefault(article, []).append(sightings.read_date(text, basis))
    for article, own, own_basis, text, basis, published in found:
        mine = sightings.read_date(own, own_basis)
        date = _completed(mine, reported.get(article, []))
        if (str(date), date.basis.value) == (text, basis):
            continue
        change.articles.add(article)
        await session.execute(
            update(_ARTICLE)
            .where(_ARTICLE.c.id == article)
            .values(
                event_date=str(date),
                event_date_basis=date.basis.value,
                sort_date=sort_date(PartialDate.parse(published), date),
            )
        )


def _completed(own: PartialDate, others: Iterable[PartialDate]) -> PartialDate:
    if own.year is not None and own.day is not None:
        return own
    for other in others:
        if other.year is not None and own.agrees_with(other) and _more(other) > _more(own):
            return other
    return own


def _more(date: PartialDate) -> int:
    return sum(part is not None for part in (date.year, date.month, date.day))


# --- speakers ------------------------------------------------------------------------------


async def _rejoin_speakers(
    session: AsyncSession, start: set[Key], gone: Collection[int], change: Change, *, hidden: bool
) -> None:
    seen = await sightings.speaker_group(session, start, hidden=hidden)
    by_mark = {one.mark: one for one in seen}
    joined = join_speakers([SpeakerSighting(one.mark, one.speaker, one.date) for one in seen])
    groups = [[by_mark[str(mark)] for mark in thing.members] for thing in joined]
    columns = [
        fields.of_speaker(thing, members) for thing, members in zip(joined, groups, strict=True)
    ]
    known, moved = identities.assign(groups, gone)
    ids = await _write_things(session, Speaker, known, columns)
    await _write_roles(
        session,
        {
            number: fields.of_roles(thing, members)
            for number, thing, members in zip(ids, joined, groups, strict=True)
        },
    )
    await _link_speakers(
        session,
        [
            (one, number)
            for number, members in zip(ids, groups, strict=True)
            for one in members
            if one.thing_id != number
        ],
        change,
    )
    await _finish(session, SPEAKER, moved, ids, change)


async def _write_roles(session: AsyncSession, wanted: Mapping[int, list[dict[str, Any]]]) -> None:
    rows = await session.execute(select(_ROLE).where(_ROLE.c.speaker_id.in_(wanted)))
    there: dict[int, list[dict[str, Any]]] = {number: [] for number in wanted}
    for row in rows.mappings():
        values = dict(row)
        del values["id"]
        there[values.pop("speaker_id")].append(values)
    others = [
        number for number, roles in wanted.items() if _in_order(roles) != _in_order(there[number])
    ]
    if others:
        await session.execute(delete(_ROLE).where(_ROLE.c.speaker_id.in_(others)))
    new = [{"speaker_id": number, **role} for number in others for role in wanted[number]]
    if new:
        await session.execute(insert(_ROLE), new)


def _in_order(roles: Iterable[dict[str, Any]]) -> list[str]:
    return sorted(str(sorted(role.items())) for role in roles)


async def _link_speakers(
    session: AsyncSession, links: Sequence[tuple[Seen, int]], change: Change
) -> None:
    everywhere = [
        {"article": one.key[0], "index": one.key[1], "to": number} for one, number in links
    ]
    elsewhere = [link for link in everywhere if link["article"] != change.article_id]
    for table, column, target, rows in (
        (_LINK, "number", "speaker_id", everywhere),
        (_MENTION, "number", "speaker_id", elsewhere),
        (_STATEMENT, "speaker_number", "speaker_id", elsewhere),
        (_TASK, "set_by_number", "set_by_id", elsewhere),
        (_TASK, "stated_by_number", "stated_by_id", elsewhere),
    ):
        if rows:
            query = (
                update(table)
                .where(
                    table.c.article_id == bindparam("article"),
                    table.c[column] == bindparam("index"),
                )
                .values({target: bindparam("to")})
            )
            await (await session.connection()).execute(query, rows)


# --- both ----------------------------------------------------------------------------------


async def _write_things(
    session: AsyncSession,
    model: type[Conference | Speaker],
    known: Sequence[int | None],
    columns: Sequence[dict[str, Any]],
) -> list[int]:
    """Write the fields of things that are new or others than before; returns all numbers."""
    table = cast("Table", model.__table__)
    rows = await session.execute(
        select(table).where(table.c.id.in_([number for number in known if number is not None]))
    )
    there = {row["id"]: dict(row) for row in rows.mappings()}
    new = [
        {**values, "slug": uuid.uuid4().hex}
        for number, values in zip(known, columns, strict=True)
        if number is None
    ]
    given: Iterator[int] = iter(())
    if new:
        query = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        given = iter((await session.execute(query, new)).scalars().all())
    ids = [next(given) if number is None else number for number in known]
    # The number in it keeps a slug apart from those of other things of the same name.
    wanted = [
        {"id": number, **values, "slug": f"{values['slug']}-{number}"}
        for number, values in zip(ids, columns, strict=True)
    ]
    changed = [values for values in wanted if values != there.get(values["id"])]
    if changed:
        rewrite = update(table).where(table.c.id == bindparam("number"))
        await (await session.connection()).execute(
            rewrite.values({column: bindparam(column) for column in changed[0] if column != "id"}),
            [
                {"number": values["id"], **{c: v for c, v in values.items() if c != "id"}}
                for values in changed
            ],
        )
    return ids


async def _finish(
    session: AsyncSession, thing: str, moved: Mapping[int, int], ids: Sequence[int], change: Change
) -> None:
    change.vanished |= {(thing, number) for number in moved}
    await identities.lead_on(session, thing, moved, ids)
    await corrections.apply(session, thing, ids)
