"""Summaries of one thing of the library, for /summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.briefings import article as articles
from bot.briefings import conference as conferences
from bot.briefings import joint, rows, summaries
from bot.briefings import speaker as speakers
from bot.briefings import task as tasks
from bot.briefings.cards import Bilingual, Line, Section, SummaryCard, TaskCard
from bot.briefings.dated import titled, within
from bot.briefings.duplicates import once
from bot.briefings.moved import find
from bot.briefings.periods import Period
from bot.store.models import Conference, Speaker, Statement
from bot.texts import LANGUAGES, N_
from summarizer.dependence import leaning_of
from summarizer.query import relevant
from summarizer.text.folding import fold, words

LINES: Final = 5
"""Sentences of a summary."""
_TASK: Final = N_("Task {number}")


async def of_article(session: AsyncSession, number: int) -> SummaryCard | None:
    """The stored summary of an article."""
    row = await articles.find(session, number)
    if row is None:
        return None
    lines, method = (await summaries.of_articles(session, [row])).get(
        row.id, ([], summaries.EXTRACT)
    )
    source = rows.source(row)
    return SummaryCard("article", source.title, tuple(lines), method, (source,), row.id)


async def of_conference(session: AsyncSession, id_: int) -> SummaryCard | None:
    """The best sentences of the articles on a conference."""
    row = await find(session, Conference, id_)
    if row is None:
        return None
    coverage = await conferences.coverages(session, row.id)
    if not coverage.all:
        return None
    lines = await conferences.summary_of(session, coverage)
    sources = rows.used(lines, coverage.all)
    return SummaryCard(
        "conference", rows.conference(row).name, tuple(lines), summaries.EXTRACT, sources, row.id
    )


async def of_speaker(session: AsyncSession, id_: int) -> SummaryCard | None:
    """The best of what a speaker said, over all articles, each thing once."""
    row = await find(session, Speaker, id_, selectinload(Speaker.roles))
    if row is None:
        return None
    said = await speakers.statement_rows(session, row.id)
    if said:
        chosen = await joint.of_statements(session, said, LINES)
        lines = await rows.statement_lines(session, chosen)
        sources = rows.used(lines, [each.article for each in said])
    else:
        card = await speakers.brief(session, row.id, 1, Section.OVERVIEW)
        if card is None:
            return None
        lines = list(card.mentions[:LINES])
        sources = tuple(s for s in card.sources if s.number in {line.article for line in lines})
    name = rows.speaker_name(row)
    return SummaryCard("speaker", name, tuple(lines), summaries.EXTRACT, sources, row.id)


async def of_speaker_then(
    session: AsyncSession, id_: int, period: Period, zone: ZoneInfo
) -> SummaryCard | None:
    """The best of what a speaker said within a period, whose days are those of ``zone``; ``None``
    where there is no such speaker or nothing was said.
    """
    row = await find(session, Speaker, id_, selectinload(Speaker.roles))
    said = await speakers.statement_rows(session, row.id, within(period, zone)) if row else []
    if row is None or not said:
        return None
    dated = [each for each in said if each.article.sort_date]
    chosen = await joint.of_statements(session, dated, LINES) if dated else []
    if len(chosen) < LINES and (undated := [each for each in said if not each.article.sort_date]):
        chosen = [*chosen, *await joint.of_statements(session, undated, LINES - len(chosen))]
    lines = await rows.statement_lines(session, chosen)
    lines = once(lines, lambda line: line.text.in_(line.text.original))
    sources = rows.used(lines, [each.article for each in said])
    return SummaryCard(
        "speaker", titled(rows.speaker_name(row), period), tuple(lines), summaries.EXTRACT, sources,
        row.id, period=period.pack(),
    )  # fmt: skip


async def of_statements(
    session: AsyncSession,
    id_: int,
    words: str,
    wordings: Sequence[str] = (),
    period: Period | None = None,
    zone: ZoneInfo | None = None,
) -> SummaryCard | None:
    """What a speaker said on something: the statements that the words, or other wordings of them,
    ask for, newest first; those of a period where one is asked for, whose days are those of
    ``zone``.

    The conference at which something was said counts among its words. ``None`` where there is no
    such speaker or nothing was said on it.
    """
    row = await find(session, Speaker, id_, selectinload(Speaker.roles))
    if row is None:
        return None
    of = within(period, zone or ZoneInfo("UTC")) if period is not None else None
    said = await speakers.statement_rows(session, row.id, of)
    texts = [
        " ".join(filter(None, (each.text, each.translation, *_conference_names(each))))
        for each in said
    ]
    shares: dict[int, float] = {}
    for asked in (words, *wordings):
        for n, share in relevant(asked, texts, LANGUAGES).items():
            shares[n] = max(share, shares.get(n, 0.0))
    best = sorted(shares, key=lambda n: (-shares[n], n))[: LINES * 2]
    lines = await rows.statement_lines(session, [said[n] for n in sorted(best)])
    lines = once(lines, lambda line: line.text.in_(line.text.original))[:LINES]
    if not lines:
        return None
    sources = rows.used(lines, [each.article for each in said])
    name = rows.speaker_name(row)
    return SummaryCard(
        "speaker", titled(name, period) if period is not None else name, tuple(lines),
        summaries.EXTRACT, sources, row.id, asked=words,
        period=period.pack() if period is not None else "",
    )  # fmt: skip


def _conference_names(row: Statement) -> tuple[str | None, ...]:
    return (row.conference.name_vi, row.conference.name_en) if row.conference else ()


async def of_task(session: AsyncSession, number: int) -> SummaryCard | None:
    """A task with the sentences around it: its own first, where that can stand alone."""
    card = await tasks.brief(session, number)
    if card is None:
        return None
    lines = list(card.context)
    if (own := _stating(card)) is None or _is_part(card.task.text, own.text):
        # The task first: nobody would find it in a sentence that sets many.
        lines = [line for line in lines if line is not own]
        lines.insert(0, Line(_begun(card.task.text), card.task.article, date=card.task.date))
    elif leaning_of(own.text.in_(own.text.original), own.text.original) is None:
        lines = [own, *(line for line in lines if line is not own)]
    return SummaryCard(
        "task", rows.own_words(_TASK, number=number), tuple(lines), summaries.EXTRACT,
        (card.source,), number,
    )  # fmt: skip


def _begun(text: Bilingual) -> Bilingual:
    """A part of a sentence, with a capital."""
    vi, en = (each and each[:1].upper() + each[1:] for each in (text.vi, text.en))
    return replace(text, vi=vi, en=en)


def _stating(card: TaskCard) -> Line | None:
    """The line of the context that has the task in it."""
    own = _words(card.task.text)
    return next((line for line in card.context if f" {own} " in f" {_words(line.text)} "), None)


def _is_part(text: Bilingual, whole: Bilingual) -> bool:
    """Whether a text is less than half of the one it stands in."""
    return len(_words(text)) * 2 < len(_words(whole))


def _words(text: Bilingual) -> str:
    return " ".join(words(fold(text.in_(text.original))))
