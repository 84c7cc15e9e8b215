"""Joining: which sightings in different articles are one conference, one speaker.

What is joined is decided by :mod:`summarizer.facts.joining`, a function of the sightings alone.
Here the sightings that a new article may touch are gathered, and the outcome is written: the
fields of each thing, the links to it, and the dates of articles that another one completes.

A thing keeps its number for as long as any of its sightings does: joined things take the smallest
number that was there, and the others lead on to it (``Moved``).
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import corrections, fields, sightings
from bot.store.keys import official_english
from bot.store.models import (
    Article,
    ArticleConference,
    ArticleSpeaker,
    Conference,
    DeliveryItem,
    Mention,
    Moved,
    Role,
    Speaker,
    Statement,
    Task,
)
from bot.store.rows import CONFERENCE, SPEAKER, sort_date
from bot.store.sightings import Key, Seen, SeenConference
from summarizer.facts.joining import (
    ConferenceSighting,
    JoinedConference,
    SpeakerSighting,
    join_conferences,
    join_speakers,
)
from summarizer.facts.model import Coverage
from summarizer.text.dates import PartialDate
from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Things:
    """Ids of conferences and speakers, by the folded names (for conferences also the sentences)
    under which an article has them.
    """

    conferences: Mapping[str | int, int] = field(default_factory=dict)
    speakers: Mapping[str | int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Change:
    """What a joining changed: things that have no sightings left, and articles whose links to
    conferences or dates are others now.
    """

    vanished: set[tuple[str, int]] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)


NOTHING = Things()


async def things_of(session: AsyncSession, article_id: int) -> Things:
    """What an article's sightings are joined into."""
    conferences: dict[str | int, int] = {}
    mine = await sightings.of_articles(session, ArticleConference, [article_id])
    for one in await sightings.conferences(session, mine):
        if one.thing_id is not None:
            for name in (one.conference.name, *one.conference.aliases):
                conferences.setdefault(fold(name), one.thing_id)
            conferences.setdefault(one.conference.sentence, one.thing_id)
    speakers: dict[str | int, int] = {}
    mine = await sightings.of_articles(session, ArticleSpeaker, [article_id])
    for seen in await sightings.speakers(session, mine):
        if seen.thing_id is not None:
            for name in (seen.speaker.name, *seen.speaker.aliases):
                speakers.setdefault(fold(name), seen.thing_id)
    return Things(conferences, speakers)


async def rejoin(session: AsyncSession, article_id: int, lost: Things = NOTHING) -> Change:
    """Join an article's sightings with all others, and anew what it was part of before (``lost``).

    The things in ``Change.vanished`` are left to :func:`remove`.
    """
    hidden = await session.scalar(select(Article.hidden).where(Article.id == article_id))
    change = Change()
    start = await sightings.of_articles(session, ArticleConference, [article_id])
    start |= await sightings.members(session, ArticleConference, set(lost.conferences.values()))
    await _rejoin_conferences(
        session, start, set(lost.conferences.values()), change, hidden=bool(hidden)
    )
    # Roles are dated by their articles, so what a conference completed concerns speakers too.
    start = await sightings.of_articles(session, ArticleSpeaker, {article_id, *change.articles})
    start |= await sightings.members(session, ArticleSpeaker, set(lost.speakers.values()))
    await _rejoin_speakers(session, start, set(lost.speakers.values()), change, hidden=bool(hidden))
    return change


async def remove(session: AsyncSession, change: Change) -> None:
    """Delete the things that nothing is joined into any more."""
    for thing, table in ((CONFERENCE, Conference), (SPEAKER, Speaker)):
        ids = [number for kind, number in change.vanished if kind == thing]
        if ids:
            await session.execute(delete(table).where(table.id.in_(ids)))


async def current(session: AsyncSession, thing: str, number: int) -> int:
    """The number under which ``"conference"`` or ``"speaker"`` ``number`` is to be found now."""
    moved = await session.get(Moved, (thing, number))
    return moved.new_id if moved else number


# --- conferences ---------------------------------------------------------------------------


async def _rejoin_conferences(
    session: AsyncSession, start: set[Key], lost: Collection[int], change: Change, *, hidden: bool
) -> None:
    group = await sightings.closure(session, CONFERENCE, start, hidden=hidden)
    seen = await sightings.conferences(session, group)
    by_mark = {one.mark: one for one in seen}
    joined = join_conferences(
        [
            ConferenceSighting(
                one.mark,
                one.conference,
                one.event_date,
                one.language,
                official_english(one.conference, one.language, one.renderings),
            )
            for one in seen
        ]
    )
    groups = [[by_mark[str(mark)] for mark in thing.members] for thing in joined]
    ids, moved = _numbers(groups, lost)
    for index, (thing, members) in enumerate(zip(joined, groups, strict=True)):
        columns = fields.of_conference(thing, members)
        number = ids[index] = await _write(session, Conference, ids[index], columns)
        await _link_conference(session, thing, members, number, change)
    await _complete_dates(session, {key[0] for key in group}, change)
    await _lead_on(session, CONFERENCE, moved, ids, change)
    await corrections.apply(session, CONFERENCE, [number for number in ids if number])


async def _link_conference(
    session: AsyncSession,
    thing: JoinedConference,
    members: Sequence[SeenConference],
    number: int,
    change: Change,
) -> None:
    for seen in members:
        date = thing.member_dates[seen.mark]
        if seen.thing_id == number and seen.date == date:
            continue
        article, index = seen.key
        change.articles.add(article)
        await session.execute(
            update(ArticleConference)
            .where(ArticleConference.article_id == article, ArticleConference.number == index)
            .values(conference_id=number, date=str(date), date_basis=date.basis.value)
        )
        for table in (Statement, Task):
            await session.execute(
                update(table)
                .where(table.article_id == article, table.conference_number == index)
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
            update(Article)
            .where(Article.id == article)
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
    session: AsyncSession, start: set[Key], lost: Collection[int], change: Change, *, hidden: bool
) -> None:
    group = await sightings.closure(session, SPEAKER, start, hidden=hidden)
    seen = await sightings.speakers(session, group)
    by_mark = {one.mark: one for one in seen}
    joined = join_speakers([SpeakerSighting(one.mark, one.speaker, one.date) for one in seen])
    groups = [[by_mark[str(mark)] for mark in thing.members] for thing in joined]
    ids, moved = _numbers(groups, lost)
    for index, (thing, members) in enumerate(zip(joined, groups, strict=True)):
        columns = fields.of_speaker(thing, members)
        number = ids[index] = await _write(session, Speaker, ids[index], columns)
        await _write_roles(session, number, fields.of_roles(thing, members))
        for one in members:
            if one.thing_id != number:
                await _link_speaker(session, one.key, number)
    await _lead_on(session, SPEAKER, moved, ids, change)
    await corrections.apply(session, SPEAKER, [number for number in ids if number])


async def _write_roles(session: AsyncSession, number: int, roles: list[dict[str, Any]]) -> None:
    await session.execute(delete(Role).where(Role.speaker_id == number))
    if roles:
        await session.execute(insert(Role), [{"speaker_id": number, **role} for role in roles])


async def _link_speaker(session: AsyncSession, key: Key, number: int) -> None:
    article, index = key
    await session.execute(
        update(ArticleSpeaker)
        .where(ArticleSpeaker.article_id == article, ArticleSpeaker.number == index)
        .values(speaker_id=number)
    )
    for table, column, link in (
        (Mention, Mention.number, "speaker_id"),
        (Statement, Statement.speaker_number, "speaker_id"),
        (Task, Task.set_by_number, "set_by_id"),
        (Task, Task.stated_by_number, "stated_by_id"),
    ):
        await session.execute(
            update(table).where(table.article_id == article, column == index).values({link: number})
        )


# --- numbers -------------------------------------------------------------------------------


def _numbers(
    groups: Sequence[Sequence[Seen]], lost: Collection[int]
) -> tuple[list[int | None], dict[int, int]]:
    """Which old number each group keeps, and for numbers that none keeps, the index of the group
    to which they lead on (−1 where there is none).

    Where a thing falls apart, the part with most of its sightings keeps the number.
    """
    shares: dict[int, dict[int, int]] = {number: {} for number in lost}
    for index, group in enumerate(groups):
        for seen in group:
            if seen.thing_id is not None:
                share = shares.setdefault(seen.thing_id, {})
                share[index] = share.get(index, 0) + 1
    ids: list[int | None] = [None] * len(groups)
    moved: dict[int, int] = {}
    for number in sorted(shares):
        by_share = sorted(shares[number], key=lambda index: (-shares[number][index], index))
        free = [index for index in by_share if ids[index] is None]
        if free:
            ids[free[0]] = number
        elif by_share:
            moved[number] = by_share[0]
        else:
            moved[number] = -1
    return ids, moved


async def _write(
    session: AsyncSession,
    table: type[Conference | Speaker],
    known: int | None,
    columns: dict[str, Any],
) -> int:
    """Write a thing's fields under its number, or under a new one; returns the number."""
    number = known
    if number is None:
        query = insert(table).values({**columns, "slug": uuid.uuid4().hex}).returning(table.id)
        number = (await session.execute(query)).scalar_one()
    # The number in it keeps a slug apart from those of other things of the same name.
    columns = {**columns, "slug": f"{columns['slug']}-{number}"}
    await session.execute(update(table).where(table.id == number).values(columns))
    return number


async def _lead_on(
    session: AsyncSession,
    thing: str,
    moved: dict[int, int],
    ids: Sequence[int | None],
    change: Change,
) -> None:
    for old, index in moved.items():
        change.vanished.add((thing, old))
        new = ids[index] if index >= 0 else None
        if new is None:
            continue
        await session.execute(
            update(Moved).where(Moved.thing == thing, Moved.new_id == old).values(new_id=new)
        )
        await session.merge(Moved(thing=thing, old_id=old, new_id=new))
        await corrections.move(session, thing, old, new)
        await _move_told(session, thing, old, new)


async def _move_told(session: AsyncSession, thing: str, old: int, new: int) -> None:
    told = select(DeliveryItem.delivery_id).where(
        DeliveryItem.thing == thing, DeliveryItem.thing_id == new
    )
    both = (DeliveryItem.thing == thing) & (DeliveryItem.thing_id == old)
    await session.execute(delete(DeliveryItem).where(both, DeliveryItem.delivery_id.in_(told)))
    await session.execute(update(DeliveryItem).where(both).values(thing_id=new))
