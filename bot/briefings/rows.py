"""From rows of the library to the parts of cards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import load_only, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from bot.briefings.cards import (
    Bilingual,
    ConferenceRef,
    DateOf,
    Line,
    SourceRef,
    SpeakerRef,
    TaskRef,
)
from bot.store.models import Article, ArticleSpeaker, Conference, Role, Speaker, Statement, Task
from bot.texts import LANGUAGES, translator
from summarizer.facts.model import Place
from summarizer.facts.persons.offices import is_past
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate

_LEAP: Final = 2000
FIGURES: Final = frozenset({"number", "date", "opposite"})
"""Kinds of findings (:class:`translations.engine.FindingKind`) that make a sentence say something
else than its source, however well it reads."""
TITLE: Final = -1
"""``sentence`` of what stands in the title."""

LIGHT: Final = load_only(
    Article.sequence,
    Article.language,
    Article.title,
    Article.title_translation,
    Article.title_derived,
    Article.source,
    Article.url,
    Article.published,
    Article.published_basis,
    Article.event_date,
    Article.event_date_basis,
    Article.sort_date,
    Article.starter,
    Article.hidden,
    Article.story_id,
)
"""Loads of an article what a source shows, and not its texts."""


def with_task_people() -> list[ORMOption]:
    """Loads tasks with their people, conference and article."""
    return [
        selectinload(Task.set_by).selectinload(Speaker.roles),
        selectinload(Task.stated_by).selectinload(Speaker.roles),
        selectinload(Task.conference),
        selectinload(Task.article).options(LIGHT),
    ]


def with_statement_people() -> list[ORMOption]:
    """Loads statements with speaker, conference and article."""
    return [
        selectinload(Statement.speaker).selectinload(Speaker.roles),
        selectinload(Statement.conference),
        selectinload(Statement.article).options(LIGHT),
    ]


@lru_cache(maxsize=4096)
def date(text: str, basis: str = "stated") -> PartialDate:
    """A date as it is kept; what cannot be read is unknown, as is the part that no calendar has: of
    31 February, as a source may well have it, the day. A card asks for the same few often.
    """
    try:
        known = PartialDate.parse(text, Basis(basis)) if text else UNKNOWN_DATE
    except ValueError:
        return UNKNOWN_DATE
    for each in (known, replace(known, day=None), replace(known, month=None, day=None)):
        with suppress(ValueError):
            # A year that is unknown may be a leap year.
            dt.date(_LEAP if each.year is None else each.year, each.month or 1, each.day or 1)
            return each if each.known else UNKNOWN_DATE
    return UNKNOWN_DATE


def bilingual(
    text: str,
    translation: str | None,
    language: str,
    findings: Sequence[Any] = (),
    *,
    machine: bool = True,
) -> Bilingual:
    """A text of an article in ``language`` with its translation."""
    vi, en = (text, translation) if language == "vi" else (translation, text)
    misstated = any(found[0] in FIGURES for found in findings)
    return Bilingual(vi, en, language, machine, bool(findings), misstated)


def pair(vi: str | None, en: str | None, *, machine: bool = False) -> Bilingual | None:
    """A name kept in both languages; ``None`` where there is none."""
    if not vi and not en:
        return None
    return Bilingual(vi or None, en or None, "vi" if vi else "en", machine)


def source(article: Article) -> SourceRef:
    """An article as a source."""
    published = date(article.published, article.published_basis)
    event = date(article.event_date, article.event_date_basis)
    when, of = published, DateOf.PUBLISHED
    if not published.known:
        when, of = event, DateOf.EVENT if event.known else DateOf.NOTHING
    return SourceRef(
        number=article.id,
        title=bilingual(article.title, article.title_translation, article.language),
        source=article.source,
        date=when,
        date_of=of,
        url=article.url,
        starter=article.starter,
        title_derived=article.title_derived,
    )


def conference(row: Conference, articles: int = 0, *, reported: bool = True) -> ConferenceRef:
    """A conference as it stands in lists."""
    name = pair(row.name_vi, row.name_en, machine=row.name_machine)
    return ConferenceRef(
        id=row.id,
        name=name or Bilingual(row.slug, row.slug, machine=False),
        starts=date(row.starts_on, row.date_basis),
        ends=date(row.ends_on, row.ends_basis),
        place=pair(row.place_vi, row.place_en, machine=row.place_machine),
        status=row.status,
        articles=articles,
        reported=reported,
        kind=row.kind,
    )


def role(row: Role) -> Bilingual:
    """The title of a role."""
    return pair(row.title_vi, row.title_en, machine=row.title_machine) or Bilingual("", "")


def roles_newest_first(speaker: Speaker) -> list[Role]:
    """A speaker's roles, the one last seen first; of two seen at one time, or at none that is
    known, the one that is not over, then the fuller.
    """

    def recency(each: Role) -> tuple[str, bool, int]:
        title = each.title_vi or each.title_en or ""
        return each.last_seen.lstrip("-"), not is_past(title), len(title)

    return sorted(speaker.roles, key=recency, reverse=True)


def _role_at(speaker: Speaker, when: str) -> Role | None:
    """The role held at a date, else the newest."""
    roles = roles_newest_first(speaker)
    if when and not when.startswith("-"):
        for each in roles:
            if each.first_seen and each.first_seen <= when <= each.last_seen:
                return each
    return roles[0] if roles else None


def speaker_name(row: Speaker) -> Bilingual:
    """A speaker's name in both languages."""
    return Bilingual(row.name, row.name_en, machine=row.name_machine)


def speaker(
    row: Speaker,
    statements: int = 0,
    mentions: int = 0,
    when: str = "",
    title: Bilingual | None = None,
) -> SpeakerRef:
    """A speaker with the role ``title``, else that held at ``when``, else the newest."""
    held = None if title else _role_at(row, when)
    return SpeakerRef(
        id=row.id,
        name=speaker_name(row),
        role=role(held) if held else title,
        kind=row.kind,
        statements=statements,
        mentions=mentions,
    )


async def statement_lines(session: AsyncSession, said: Sequence[Statement]) -> list[Line]:
    """Statements as lines, each speaker with the role that the article itself gives."""
    found = await session.execute(
        select(
            ArticleSpeaker.article_id,
            ArticleSpeaker.number,
            ArticleSpeaker.sighting,
            ArticleSpeaker.renderings,
        ).where(ArticleSpeaker.article_id.in_({row.article_id for row in said}))
    )
    sightings = {(article, number): (sight, known) for article, number, sight, known in found}
    return [_statement(row, *sightings.get((row.article_id, row.speaker_number), ({}, {})))
            for row in said]  # fmt: skip


def _statement(row: Statement, sighting: Mapping[str, Any], known: Mapping[str, Any]) -> Line:
    article = row.article
    at = row.conference
    title = _named(None, str(sighting.get("role") or ""), article.language, known or {})
    return Line(
        text=bilingual(row.text, row.translation, article.language, row.findings),
        article=article.id,
        speaker=speaker(row.speaker, when=article.sort_date, title=title),
        conference=conference(at) if at is not None else None,
        quoted=row.quoted,
        place=Place.BODY,
        date=source(article).date,
    )


def task(row: Task, renderings: Mapping[int, Mapping[str, Any]] | None = None) -> TaskRef:
    """A task; ``renderings`` are those of the articles in which somebody is named who is no
    speaker of ours.
    """
    article = row.article
    known = (renderings or {}).get(article.id, {})
    return TaskRef(
        number=row.id,
        text=bilingual(row.text, row.translation, article.language, row.findings),
        theme=row.theme,
        article=article.id,
        set_by=_named(row.set_by, row.set_by_text, article.language, known),
        stated_by=_named(row.stated_by, row.stated_by_text, article.language, known),
        set_by_id=row.set_by_id,
        stated_by_id=row.stated_by_id,
        assignee=bilingual(row.assignee, row.assignee_translation, article.language)
        if row.assignee
        else None,
        due=date(row.due, row.due_basis),
        conference=conference(row.conference) if row.conference is not None else None,
        date=source(article).date,
    )


def _named(
    row: Speaker | None, text: str, language: str, known: Mapping[str, Any]
) -> Bilingual | None:
    if row is not None:
        return speaker_name(row)
    return rendered(text, language, known) if text else None


def rendered(text: str, language: str, known: Mapping[str, Any]) -> Bilingual:
    """A name in an article in ``language``, with the other side that its renderings have."""
    found = known.get(text)
    if not found:
        return bilingual(text, None, language)
    return bilingual(text, found[0], language, found[3], machine=bool(found[1]))


async def task_refs(session: AsyncSession, rows: Iterable[Task]) -> list[TaskRef]:
    """Tasks, with the names of those who are no speakers of ours in both languages."""
    rows = list(rows)
    wanted = {
        row.article_id
        for row in rows
        if (row.set_by_text and row.set_by is None)
        or (row.stated_by_text and row.stated_by is None)
    }
    renderings: dict[int, Mapping[str, Any]] = {}
    if wanted:
        found = await session.execute(
            select(Article.id, Article.renderings).where(Article.id.in_(wanted))
        )
        renderings = {number: known or {} for number, known in found}
    return [task(row, renderings) for row in rows]


async def articles(session: AsyncSession, numbers: Sequence[int]) -> list[Article]:
    """The articles of these numbers, in their order, loaded lightly."""
    found = {
        article.id: article
        for article in await session.scalars(
            select(Article).where(Article.id.in_(numbers)).options(LIGHT)
        )
    }
    return [found[number] for number in numbers if number in found]


def used(lines: Iterable[Line], articles: Iterable[Article]) -> tuple[SourceRef, ...]:
    """The articles that lines are from, in the order in which the lines first have them."""
    known = {article.id: article for article in articles}
    numbers = dict.fromkeys(line.article for line in lines)
    return tuple(source(known[number]) for number in numbers if number in known)


def own_words(msgid: str, **values: object) -> Bilingual:
    """One of the bot's own texts, in both languages."""
    vi, en = (translator(language)(msgid, **values) for language in LANGUAGES)
    return Bilingual(vi, en, machine=False)
