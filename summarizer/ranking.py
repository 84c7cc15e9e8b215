"""How much each sentence tells of its article: a weighted sum of explainable features.

The features are in :mod:`summarizer.features`, their learned weights in ``weights.toml``. What is
no matter of taste is not learned: subheadings are marked down, and how a sentence leans on the one
before it is noted for those who choose.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from summarizer.dependence import Leaning, leaning_of
from summarizer.document import Document, Sentence
from summarizer.features import measure, measure_several
from summarizer.vectors import Floats, TermVectors, tokens
from summarizer.weights import Weights, names_of, shipped_weights

MOST_SENTENCES = 5_000
"""Most sentences that are ranked; of more, those nearest the beginnings of their articles are."""
DUPLICATE = 0.8
"""Cosine from which on two sentences say the same."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sentences of one or more articles with their features and scores.

    Attributes:
        articles: index of each sentence's article.
        sentences: the sentences themselves, articles one after the other, each in its order.
        vectors: a row for each sentence.
        names: the names of the features.
        features: shape (sentences, features), see :mod:`summarizer.features`.
        leanings: how each sentence leans on the one before it.
        worth: the weighted sum, less the markdown of subheadings; any number.
        scores: the worth between 0 for the worst and 1 for the best, shape (sentences,).
        redundancy: what the likeness with a chosen sentence takes off the worth.
    """

    articles: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    vectors: TermVectors
    names: tuple[str, ...]
    features: Floats
    leanings: tuple[Leaning | None, ...]
    worth: Floats
    scores: Floats
    redundancy: float

    def __len__(self) -> int:
        return len(self.sentences)

    def feature(self, name: str) -> Floats:
        """One column of the features."""
        return self.features[:, self.names.index(name)]

    def favouring(self, shares: Floats) -> Ranking:
        """The same sentences with what speaks for each beside its features, 0 to 1.

        A full share is worth as much as lies between the worst sentence and the best.
        """
        spread = float(np.ptp(self.worth)) if len(self) else 0.0
        worth = self.worth + (spread or 1.0) * shares
        return replace(self, worth=worth, scores=_between_worst_and_best(worth))

    def before(self, row: int) -> int | None:
        """The row of the sentence just before one, if it is ranked."""
        if (
            row > 0
            and self.articles[row - 1] == self.articles[row]
            and self.sentences[row - 1].position == self.sentences[row].position - 1
        ):
            return row - 1
        return None


def rank(
    documents: Sequence[Document],
    scope: Collection[tuple[int, int]] | None = None,
    weights: Weights | None = None,
) -> Ranking:
    """Rank the sentences of articles that are about one thing.

    ``scope`` keeps the ranking to some sentences, as (article index, sentence position); what is
    central is then judged among these.
    """
    places = _places(documents, scope)
    articles = tuple(article for article, _ in places)
    sentences = tuple(sentence for _, sentence in places)
    texts = [tokens(sentence.text) for sentence in sentences]
    vectors = TermVectors.of(texts)
    present = sorted(set(articles))
    several = len(present) > 1
    names = names_of("several" if several else "one")
    if several:
        features = _features_of_several(documents, articles, sentences, texts, vectors)
    else:
        document = documents[present[0]] if present else Document("", (), ())
        features = measure(document, sentences, texts, vectors)
    weights = weights or shipped_weights("several" if several else "one")
    worth = weights.sum(features, names)
    below = _is_subheading(documents, places)
    if below.any() and not below.all():
        # A heading within the article says little of itself, however near to the title.
        worth = np.where(below, worth.min(), worth)
    return Ranking(
        articles=articles,
        sentences=sentences,
        vectors=vectors,
        names=names,
        features=features,
        leanings=tuple(
            leaning_of(sentence.text, documents[article].language) for article, sentence in places
        ),
        worth=worth,
        scores=_between_worst_and_best(worth),
        redundancy=weights.redundancy,
    )


def _places(
    documents: Sequence[Document], scope: Collection[tuple[int, int]] | None
) -> list[tuple[int, Sentence]]:
    places = [
        (article, sentence)
        for article, document in enumerate(documents)
        for sentence in document.sentences
        if scope is None or (article, sentence.position) in scope
    ]
    if len(places) > MOST_SENTENCES:
        places = sorted(places, key=lambda place: (place[1].position, place[0]))[:MOST_SENTENCES]
        places.sort(key=lambda place: (place[0], place[1].position))
    return places


def _features_of_several(
    documents: Sequence[Document],
    articles: Sequence[int],
    sentences: Sequence[Sentence],
    texts: Sequence[Sequence[str]],
    vectors: TermVectors,
) -> Floats:
    parts = []
    for article in sorted(set(articles)):
        mine = [row for row, its in enumerate(articles) if its == article]
        parts.append(
            measure(
                documents[article], [sentences[row] for row in mine], [texts[row] for row in mine]
            )
        )
    own = np.concatenate(parts)
    early = own[:, names_of("one").index("early")]
    return np.hstack([own, measure_several(articles, early, vectors)])


def _is_subheading(
    documents: Sequence[Document], places: Sequence[tuple[int, Sentence]]
) -> np.ndarray:
    return np.array(
        [sentence.paragraph in documents[article].subheadings for article, sentence in places],
        dtype=np.bool_,
    )


def _between_worst_and_best(worth: Floats) -> Floats:
    if not len(worth):
        return worth
    spread = float(worth.max() - worth.min())
    return (worth - worth.min()) / spread if spread else np.ones_like(worth)
