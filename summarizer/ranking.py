"""How much each sentence tells of its article: explainable features and their weighted sum.

The mix: nearness to the centre of the text + nearness to its beginning + likeness to its title.
For one article the centre is the TF-IDF centroid; for several on one event it is LexRank (Erkan
and Radev 2004) with a teleport that favours the beginnings of the articles. Very short and very
long sentences, questions and subheadings are marked down. The weights were chosen on 1,000
articles of the VietNews training set; ``benchmarks/summaries.py`` measures them on others.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.dependence import is_dependent, is_question
from summarizer.document import Document, Sentence
from summarizer.vectors import Floats, TermVectors, tokens

MOST_SENTENCES = 5_000
"""Most sentences that are ranked; of more, those nearest the beginnings of their articles are."""
MOST_IN_GRAPH = 600
"""Most sentences of a LexRank graph (its matrix has this size squared)."""
SHORTEST, LONGEST = 8, 70
"""Sentences with fewer or more words count half."""

_DAMPING = 0.85
_STEPS = 50
_CLOSE_ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts in the score."""

    centrality: float
    position: float
    title: float


SINGLE = Weights(centrality=1.0, position=0.4, title=1.5)
"""For one article."""
SEVERAL = Weights(centrality=1.0, position=1.0, title=0.5)
"""For several articles on one event."""
PLAIN_MIX = Weights(centrality=1.0, position=1.0, title=0.5)
"""The fixed mix that the benchmark compares with."""


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for and against each sentence; every array has shape (sentences,).

    Attributes:
        centrality: nearness to the centre of the text, 0 to 1.
        position: ``1 / (1 + position)`` in its own article.
        title: cosine with the title of its own article; 0 where that was derived from the text.
        factor: product of the markdowns (length, question, subheading), over 0 up to 1.
        dependent: whether the sentence leans on the one before it.
    """

    centrality: Floats
    position: Floats
    title: Floats
    factor: Floats
    dependent: NDArray[np.bool_]

    def scores(self, weights: Weights) -> Floats:
        """The weighted sum times the markdowns, scaled so that the best is 1."""
        total = (
            weights.centrality * self.centrality
            + weights.position * self.position
            + weights.title * self.title
        ) * self.factor
        best = float(total.max(initial=0.0))
        return total / best if best else total


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sentences of one or more articles with their features and scores.

    Attributes:
        articles: index of each sentence's article.
        sentences: the sentences themselves, articles one after the other, each in its order.
        vectors: a row for each sentence.
        scores: 0 to 1, shape (sentences,).
    """

    articles: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    vectors: TermVectors
    features: Features
    scores: Floats

    def __len__(self) -> int:
        return len(self.sentences)


def rank(
    documents: Sequence[Document],
    scope: Collection[tuple[int, int]] | None = None,
    weights: Weights | None = None,
) -> Ranking:
    """Rank the sentences of articles that are about one thing.

    ``scope`` keeps the ranking to some sentences, as (article index, sentence position); what is
    central is then judged among these.
    """
    places = [
        (article, sentence)
        for article, document in enumerate(documents)
        for sentence in document.sentences
        if scope is None or (article, sentence.position) in scope
    ]
    if len(places) > MOST_SENTENCES:
        places = sorted(places, key=lambda place: (place[1].position, place[0]))[:MOST_SENTENCES]
        places.sort(key=lambda place: (place[0], place[1].position))
    articles = tuple(article for article, _ in places)
    sentences = tuple(sentence for _, sentence in places)
    texts = [tokens(sentence.text) for sentence in sentences]
    vectors = TermVectors.of(texts)
    several = len(set(articles)) > 1
    position = np.array([1.0 / (1 + sentence.position) for sentence in sentences])
    features = Features(
        centrality=(
            _lexrank(vectors, position) if several else vectors.cosines(vectors.centroid())
        ),
        position=position,
        title=_title_likeness(vectors, documents, articles),
        factor=_markdowns(documents, articles, sentences, [len(text) for text in texts]),
        dependent=np.array(
            [
                is_dependent(sentence.text, documents[article].language)
                for article, sentence in places
            ],
            dtype=np.bool_,
        ),
    )
    chosen = weights or (SEVERAL if several else SINGLE)
    return Ranking(articles, sentences, vectors, features, features.scores(chosen))


def _title_likeness(
    vectors: TermVectors, documents: Sequence[Document], articles: Sequence[int]
) -> Floats:
    likeness = np.zeros(len(articles))
    article_of = np.asarray(articles)
    for article in set(articles):
        if documents[article].title_derived:
            # Made of the text's own beginning, it would only praise that.
            continue
        title = vectors.vector(tokens(documents[article].title))
        mine = article_of == article
        likeness[mine] = vectors.cosines(title)[mine]
    return likeness


def _markdowns(
    documents: Sequence[Document],
    articles: Sequence[int],
    sentences: Sequence[Sentence],
    lengths: Sequence[int],
) -> Floats:
    factors = np.ones(len(sentences))
    for index, (article, sentence, length) in enumerate(
        zip(articles, sentences, lengths, strict=True)
    ):
        if not SHORTEST <= length <= LONGEST:
            factors[index] *= 0.5
        if is_question(sentence.text):
            factors[index] *= 0.5
        if sentence.paragraph in documents[article].subheadings:
            factors[index] *= 0.25
    return factors


def _lexrank(vectors: TermVectors, bias: Floats) -> Floats:
    """Continuous LexRank with teleport in proportion to ``bias``; scaled so that the best is 1.

    Of a text too large for the graph, only the sentences with the highest sum of bias and centroid
    likeness take part; the others have centrality 0.
    """
    inside = np.arange(vectors.count)
    if vectors.count > MOST_IN_GRAPH:
        plain = bias + vectors.cosines(vectors.centroid())
        inside = np.sort(np.argsort(-plain, kind="stable")[:MOST_IN_GRAPH])
    similar = np.stack([vectors.cosines(vectors.row(int(index)))[inside] for index in inside])
    np.fill_diagonal(similar, 0.0)
    degrees = similar.sum(axis=1, keepdims=True)
    # A sentence like no other passes its weight on to all alike.
    walk = np.divide(
        similar, degrees, out=np.full_like(similar, 1.0 / len(inside)), where=degrees > 0
    )
    teleport = bias[inside] / bias[inside].sum()
    weight = teleport.copy()
    for _ in range(_STEPS):
        after = _DAMPING * (weight @ walk) + (1 - _DAMPING) * teleport
        moved = float(np.abs(after - weight).sum())
        weight = after
        if moved < _CLOSE_ENOUGH:
            break
    centrality = np.zeros(vectors.count)
    centrality[inside] = weight / weight.max()
    return centrality
