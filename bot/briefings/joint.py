"""One summary of several articles on one event, chosen when it is asked for.

The stored summaries are each made for its own article alone; side by side they tell the same thing
several times. Here the sentences of all articles compete, and what several tell is told once. A
sentence that names nobody competes where it is known whom it speaks of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import rows, summaries
from bot.briefings.cards import Line
from bot.store.models import Article, Sentence, Statement
from summarizer import document as clean
from summarizer.extract import Place, ScoredSentence, scoped

ARTICLES: Final = 8
"""How many articles compete: those that reported first."""


async def of_event(
    session: AsyncSession,
    articles: Sequence[Article],
    most: int = summaries.LINES,
    among: Callable[[Article, Sentence], bool] | None = None,
    per_article: int = 0,
) -> list[Line]:
    """At most ``most`` sentences, those of each article in the order of its text.

    Only sentences that stand in both languages are chosen, unless none does.

    Args:
        session: to read with.
        articles: in the order in which they are told, oldest first.
        most: the length in sentences.
        among: says of a sentence whether it may be chosen; without it, all may.
        per_article: how many of one article at most, where the articles tell of different things;
            0 sets no limit.
    """
    articles = articles[:ARTICLES]
    sentences, documents = await _documents(session, articles)
    places = [
        (index, sentence)
        for index, article in enumerate(articles)
        for sentence in sentences[article.id]
        if among is None or among(article, sentence)
    ]
    both = {(index, each.position) for index, each in places if each.translation is not None}
    meant = await summaries.antecedents(
        session, {article.id: article for article in articles}, [each for _, each in places]
    )
    chosen = scoped(
        documents,
        both or {(index, each.position) for index, each in places},
        most * 2 if per_article else most,
        antecedents={
            (index, each.position): name.in_(name.original)
            for index, each in places
            if (name := meant.get((each.article_id, each.position)))
        },
    )
    wanted: dict[int, list[int]] = {}
    for scored in _spread(chosen.sentences, most, per_article):
        wanted.setdefault(articles[scored.article].id, []).append(scored.position)
    lines = await summaries.lines_at(session, articles, wanted)
    return [line for article in articles for line in lines.get(article.id, ())]


def _spread(
    chosen: Sequence[ScoredSentence], most: int, per_article: int
) -> Sequence[ScoredSentence]:
    """The best of what was chosen, at most so many of one article."""
    if not per_article:
        return chosen
    kept: list[ScoredSentence] = []
    count: Counter[int] = Counter()
    for each in sorted(chosen, key=lambda each: -each.score):
        if count[each.article] < per_article and len(kept) < most:
            count[each.article] += 1
            kept.append(each)
    return kept


async def of_statements(
    session: AsyncSession, said: Sequence[Statement], most: int
) -> list[Statement]:
    """At most ``most`` of what one speaker said, each thing once; in the order given.

    What stands in a title only is chosen where there is nothing else.

    Args:
        session: to read with.
        said: statements of one speaker with their articles, those that matter most first.
        most: how many.
    """
    by_number = {row.article_id: row.article for row in said if row.sentence >= 0}
    articles = list(by_number.values())[:ARTICLES]
    numbers = {article.id: index for index, article in enumerate(articles)}
    at: dict[tuple[int, int], Statement] = {}
    for row in said:
        if row.sentence >= 0 and row.article_id in numbers:
            at.setdefault((numbers[row.article_id], row.sentence), row)
    if not at:
        return list(said[:most])
    _, documents = await _documents(session, articles)
    # Who "he" is stands above the summary.
    speaker: dict[Place, str] = dict.fromkeys(at, said[0].speaker.name)
    chosen = scoped(documents, set(at), most, antecedents=speaker)
    told = {at[each.article, each.position].id for each in chosen.sentences}
    return [row for row in said if row.id in told] or list(said[:most])


async def _documents(
    session: AsyncSession, articles: Sequence[Article]
) -> tuple[dict[int, list[Sentence]], list[clean.Document]]:
    """The stored sentences of each article, and the articles as the summarizer knows them."""
    found = await session.scalars(
        select(Sentence)
        .where(Sentence.article_id.in_([article.id for article in articles]))
        .order_by(Sentence.article_id, Sentence.position)
    )
    sentences: dict[int, list[Sentence]] = {article.id: [] for article in articles}
    for each in found:
        sentences[each.article_id].append(each)
    return sentences, [_document(article, sentences[article.id]) for article in articles]


def _document(article: Article, sentences: Sequence[Sentence]) -> clean.Document:
    """An article as the summarizer knows it, from its stored sentences."""
    paragraphs: dict[int, list[str]] = {}
    for each in sentences:
        paragraphs.setdefault(each.paragraph, []).append(each.text)
    return clean.Document(
        title=article.title,
        title_derived=article.title_derived,
        lead=" ".join(paragraphs.pop(clean.LEAD, ())),
        paragraphs=tuple(" ".join(texts) for texts in paragraphs.values()),
        sentences=tuple(
            clean.Sentence(each.position, each.paragraph, each.text) for each in sentences
        ),
        language=article.language,
        published=rows.source(article).date,
    )
