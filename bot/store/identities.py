"""The numbers of joined conferences and speakers, and what becomes of them when joining changes.

A thing keeps its number for as long as any of its sightings does. When two become one, the smaller
number stays and the other leads on to it; when one falls apart, the larger part keeps the number.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import corrections, sightings
from bot.store.models import (
    ArticleConference,
    ArticleSpeaker,
    Conference,
    DeliveryItem,
    Moved,
    Speaker,
)
from bot.store.sightings import CONFERENCE, SPEAKER, Seen
from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Things:
    """Ids of conferences and speakers, by the folded names (for conferences also the sentences)
    under which an article has them.
    """

    conferences: Mapping[str | int, int] = field(default_factory=dict)
    speakers: Mapping[str | int, int] = field(default_factory=dict)


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


async def current(session: AsyncSession, thing: str, number: int) -> int:
    """The number under which ``"conference"`` or ``"speaker"`` ``number`` is to be found now."""
    moved = await session.get(Moved, (thing, number))
    return moved.new_id if moved else number


def assign(
    groups: Sequence[Sequence[Seen]], lost: Collection[int]
) -> tuple[list[int | None], dict[int, int]]:
    """Which number each group keeps, and for numbers that none keeps, the index of the group to
    which they lead on (−1 where there is none). ``lost`` numbers had sightings that are gone.
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


async def lead_on(
    session: AsyncSession, thing: str, moved: Mapping[int, int], ids: Sequence[int]
) -> None:
    """Let everything that points to a number that is no more point to what it was joined into."""
    for old, index in moved.items():
        if index < 0:
            continue
        new = ids[index]
        await session.execute(
            update(Moved).where(Moved.thing == thing, Moved.new_id == old).values(new_id=new)
        )
        await session.merge(Moved(thing=thing, old_id=old, new_id=new))
        await corrections.move(session, thing, old, new)
        told = select(DeliveryItem.delivery_id).where(
            DeliveryItem.thing == thing, DeliveryItem.thing_id == new
        )
        mine = (DeliveryItem.thing == thing) & (DeliveryItem.thing_id == old)
        await session.execute(delete(DeliveryItem).where(mine, DeliveryItem.delivery_id.in_(told)))
        await session.execute(update(DeliveryItem).where(mine).values(thing_id=new))


async def remove(session: AsyncSession, vanished: Collection[tuple[str, int]]) -> None:
    """Delete things that nothing is joined into any more."""
    for thing, table in ((CONFERENCE, Conference), (SPEAKER, Speaker)):
        ids = [number for kind, number in vanished if kind == thing]
        if ids:
            await session.execute(delete(table).where(table.id.in_(ids)))
