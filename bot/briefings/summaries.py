"""Summaries of things from the stored summaries of their articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.briefings import rows
from bot.briefings.cards import Bilingual, Line
from bot.briefings.duplicates import once
from bot.store.models import Article, Sentence, Speaker, Statement, Summary
from summarizer.dependence import (
    antecedent_of,
    is_named_in,
    is_office_alone,
    mend,
    wants_name,
)
from summarizer.facts.model import Kind
from summarizer.quotations import may_be_unattributed

LINES: Final = 4
"""Sentences of a summary over several articles."""
EXTRACT: Final = "extract"


async def of_articles(
    session: AsyncSession, articles: Sequence[Article]
) -> dict[int, tuple[list[Line], str]]:
    """The stored summary of each article: its lines and its method."""
    numbers = [article.id for article in articles]
    stored = (await session.scalars(select(Summary).where(Summary.article_id.in_(numbers)))).all()
    by_article: dict[int, list[Summary]] = {}
    for summary in stored:
        by_article.setdefault(summary.article_id, []).append(summary)
    wanted = {
        article.id: list(chosen.positions)
        for article in articles
        if (chosen := _own(by_article.get(article.id, []), article.language)) and chosen.positions
    }
    sentences = await lines_at(session, articles, wanted)
    found: dict[int, tuple[list[Line], str]] = {}
    for article in articles:
        summaries = by_article.get(article.id, [])
        if article.id in sentences:
            own = _own(summaries, article.language)
            found[article.id] = sentences[article.id], own.method if own else EXTRACT
        elif written := [summary for summary in summaries if summary.text]:
            found[article.id] = _written(article, written), written[0].method
    return found


def _own(summaries: Iterable[Summary], language: str) -> Summary | None:
    return next((summary for summary in summaries if summary.language == language), None)


def _written(article: Article, summaries: Sequence[Summary]) -> list[Line]:
    """An abstract's lines, in both languages where both were written."""
    texts = {s.language: [t for t in (s.text or "").split("\n") if t.strip()] for s in summaries}
    vi, en = texts.get("vi", []), texts.get("en", [])
    original = article.language if article.language in texts else next(iter(texts))
    if vi and en and len(vi) != len(en):
        vi, en = [" ".join(vi)], [" ".join(en)]
    day = rows.source(article).date
    return [
        Line(Bilingual(left, right, original), article.id, date=day)
        for left, right in zip_longest(vi, en)
    ]


async def lines_at(
    session: AsyncSession, articles: Iterable[Article], wanted: dict[int, list[Any]]
) -> dict[int, list[Line]]:
    """The sentences at the positions wanted of each article, in the order of the text.

    One that names nobody ("Ông nhấn mạnh …") and comes without the sentence before it has the name
    in brackets, where it is known who says it.
    """
    by_number = {article.id: article for article in articles}
    positions = {int(position) for each in wanted.values() for position in each}
    if not positions:
        return {}
    found = await session.scalars(
        select(Sentence)
        .where(Sentence.article_id.in_(wanted), Sentence.position.in_(positions))
        .order_by(Sentence.article_id, Sentence.position)
    )
    chosen = [each for each in found if each.position in wanted[each.article_id]]
    shown = {(each.article_id, each.position) for each in chosen}
    alone = [each for each in chosen if (each.article_id, each.position - 1) not in shown]
    meant = await antecedents(session, by_number, alone)
    lines: dict[int, list[Line]] = {}
    for sentence in chosen:
        article = by_number[sentence.article_id]
        own = line(sentence, article)
        name = meant.get((article.id, sentence.position))
        if name and not _is_told(name, sentence, lines.get(article.id, ()), article.language):
            own = replace(own, text=_mended(own.text, name))
        lines.setdefault(article.id, []).append(own)
    return lines


def _is_told(name: Bilingual, sentence: Sentence, before: Sequence[Line], language: str) -> bool:
    """Whether who holds the office that a sentence opens with is named before it."""
    return is_office_alone(sentence.text, language) and is_named_in(
        name.in_(language), (each.text.in_(language) for each in before)
    )


async def antecedents(
    session: AsyncSession, articles: Mapping[int, Article], sentences: Sequence[Sentence]
) -> dict[tuple[int, int], Bilingual]:
    """Whom the sentences speak of that name nobody, or whose words they are from end to end, by
    article and position, as far as known.
    """
    nameless = {
        (each.article_id, each.position): each.text
        for each in sentences
        if wants_name(each.text, articles[each.article_id].language)
        or may_be_unattributed(each.text)
    }
    if not nameless:
        return {}
    found = await session.scalars(
        select(Statement)
        .where(
            Statement.article_id.in_({number for number, _ in nameless}),
            Statement.sentence.in_({position for _, position in nameless}),
        )
        .options(selectinload(Statement.speaker))
    )
    saying: dict[tuple[int, int], dict[str, Speaker]] = {}
    quoted = set()
    for row in found:
        saying.setdefault((row.article_id, row.sentence), {})[row.speaker.name] = row.speaker
        if row.quoted:
            quoted.add((row.article_id, row.sentence))
    meant: dict[tuple[int, int], Bilingual] = {}
    for place, text in nameless.items():
        speakers = saying.get(place, {})
        name = antecedent_of(
            text,
            articles[place[0]].language,
            speakers,
            quotation=place in quoted and may_be_unattributed(text),
        )
        if name and speakers[name].kind == Kind.PERSON:
            meant[place] = rows.speaker_name(speakers[name])
    return meant


def _mended(text: Bilingual, name: Bilingual) -> Bilingual:
    """A text with the name of the one it speaks of in brackets before it."""
    return replace(
        text,
        vi=mend(text.vi, name.in_("vi")) if text.vi else text.vi,
        en=mend(text.en, name.in_("en")) if text.en else text.en,
    )


def line(sentence: Sentence, article: Article) -> Line:
    """A sentence of an article as a line."""
    text = rows.bilingual(sentence.text, sentence.translation, article.language, sentence.findings)
    return Line(text, article.id, date=rows.source(article).date)


def interleave(summaries: Iterable[Sequence[Line]], most: int = LINES) -> list[Line]:
    """The first sentence of each summary, then the second of each, what says the same only once.

    The result is in the order of the articles, that of each in the order of its text.
    """
    summaries = list(summaries)
    ranked = [
        (place, number, each)
        for place, layer in enumerate(zip_longest(*summaries))
        for number, each in enumerate(layer)
        if each is not None
    ]
    chosen = once(ranked, lambda item: item[2].text.in_(item[2].text.original))[:most]
    return [each for _, _, each in sorted(chosen, key=lambda item: (item[1], item[0]))]
