"""The offices of a speaker over time: what articles attest, and what they date themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import rows
from bot.briefings.cards import Bilingual, RoleLine
from bot.store.models import Article, ArticleSpeaker, Role, Speaker
from bot.store.prepared import load_roles
from bot.texts import LANGUAGES
from summarizer.facts.model import Role as ToldRole
from summarizer.facts.persons.offices import is_past, is_same_office
from summarizer.text.dates import UNKNOWN_DATE
from summarizer.text.folding import fold, words

ROLES: Final = 5
"""How many an overview shows."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An office as one article tells it."""

    role: ToldRole
    title: Bilingual
    language: str


async def role_lines(session: AsyncSession, row: Speaker) -> list[RoleLine]:
    """The roles of a speaker, the latest first: those that articles attest, newest first, with the
    days that texts tell; then those of which only a text tells, as they are over.
    """
    lines = _attested(row)
    for told in await _told(session, row.id):
        _tell(lines, told)
    return lines[:ROLES]


def _attested(row: Speaker) -> list[RoleLine]:
    """The roles by which articles call a speaker, newest first, without those that say no more than
    another one does: undated ones, and an office that one other tells more fully ("Tổng thống",
    "Tổng thống Nước A"), which takes its days.
    """
    roles = rows.roles_newest_first(row)
    names = {each.id: _words(each) for each in roles}
    days = {each.id: (each.first_seen, each.last_seen) for each in roles}
    shown: list[Role] = []
    for each in roles:
        fuller = [o for o in roles if o is not each and names[each.id] <= names[o.id]]
        if not each.last_seen and any(names[o.id] != names[each.id] or o.last_seen for o in fuller):
            continue
        same = [o for o in fuller if names[o.id] != names[each.id] and _tells_it(o, each)]
        if len(same) == 1:
            days[same[0].id] = _hull(days[same[0].id], days[each.id])
        else:
            shown.append(each)
    shown.sort(key=lambda o: days[o.id][1].lstrip("-"), reverse=True)
    return [RoleLine(rows.role(o), *map(rows.date, days[o.id])) for o in shown]


def _tells_it(fuller: Role, bare: Role) -> bool:
    """Whether one role is the same office as another, now or both in the past."""
    return any(
        is_same_office(one, other, language) and is_past(one) == is_past(other)
        for language in LANGUAGES
        for one, other in [(_title(fuller, language), _title(bare, language))]
        if one and other
    )


def _title(role: Role, language: str) -> str:
    return (role.title_vi if language == "vi" else role.title_en) or ""


def _hull(one: tuple[str, str], other: tuple[str, str]) -> tuple[str, str]:
    """The first and the last of the days on which either was seen."""
    known = [days for days in (one, other) if days[0] and not days[0].startswith("-")]
    if not known:
        return one if one[1] else other
    return min(first for first, _ in known), max(last for _, last in known)


def _words(each: Role) -> frozenset[str]:
    return frozenset(words(fold(each.title_vi or each.title_en or "")))


async def _told(session: AsyncSession, id_: int) -> list[_Told]:
    """The offices that articles date or tell to be over, the newest article first."""
    found = await session.execute(
        select(ArticleSpeaker.sighting, ArticleSpeaker.renderings, Article.language)
        .join(Article, Article.id == ArticleSpeaker.article_id)
        .where(ArticleSpeaker.speaker_id == id_, Article.hidden.is_(False))
        .order_by(Article.sort_date.desc(), Article.id.desc())
    )
    return [
        _Told(role, title, language)
        for sighting, renderings, language in found
        for role in load_roles(sighting)
        if (role.since.known or role.until.known or role.former)
        and (title := rows.rendered(role.title, language, renderings or {}))
    ]


def _tell(lines: list[RoleLine], told: _Told) -> None:
    """Add what an article tells of an office to its line, or in a line of its own, in its place."""
    role = told.role
    for at, line in enumerate(lines):
        if _is_same(line, told) and _agree(line, role):
            lines[at] = replace(
                line,
                since=line.since if line.since.known else role.since,
                until=line.until if line.until.known else role.until,
            )
            return
    new = RoleLine(told.title, UNKNOWN_DATE, UNKNOWN_DATE, role.since, role.until)
    place = next((at for at, line in enumerate(lines) if _latest(line) < _latest(new)), len(lines))
    # an office that articles attest is never put behind one that is over
    place = max(place, _current(lines)) if role.former else place
    lines.insert(place, new)


def _is_same(line: RoleLine, told: _Told) -> bool:
    title = line.title.in_(told.language) if line.title.has(told.language) else ""
    past = {is_past(title), told.role.former}
    return bool(title) and len(past) == 1 and is_same_office(title, told.role.title, told.language)


def _agree(line: RoleLine, role: ToldRole) -> bool:
    return line.since.agrees_with(role.since) and line.until.agrees_with(role.until)


def _current(lines: Iterable[RoleLine]) -> int:
    """How many lines come first that are not over."""
    count = 0
    for line in lines:
        if line.until.known or is_past(line.title.in_(line.title.original)):
            break
        count += 1
    return count


def _latest(line: RoleLine) -> tuple[int, int, int]:
    return max((d.year or 0, d.month or 0, d.day or 0) for d in (line.until, line.last, line.since))
