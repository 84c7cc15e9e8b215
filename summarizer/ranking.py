"""How much each sentence tells of its article, from explainable features.

The features are in :mod:`summarizer.features`, their learned weights in ``weights.toml``. Of one
article, a sentence's worth is the weighted sum. Of several on one event, it is what its pairs of
words tell for its length (:mod:`summarizer.word_pairs`). What is no matter of taste is not learned:
subheadings and captions in the body are marked down, and how a sentence leans on another is noted
for those who choose.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from summarizer.caption_lines import caption_line
from summarizer.dependence import Leaning, leaning_of, only_says_who
from summarizer.document import Document, Sentence
from summarizer.features import FEATURES, FEATURES_OF_SEVERAL, measure, measure_several
from summarizer.quotations import unattributed
from summarizer.vectors import Floats, TermVectors, tokens
from summarizer.weights import Weights, names_of, shipped_weights
from summarizer.word_pairs import Coverage, WordPairs, measure_pairs

MOST_SENTENCES = 5_000
"""Most sentences that are ranked; of more, those nearest the beginnings of their articles are."""
DUPLICATE = 0.8
"""Cosine from which on two sentences say the same."""

_MOST_ODDS = 30.0
# Beyond, a chance is as good as 0 or 1, and the exponential might overflow.


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sentences of one or more articles with their features and scores.

    Attributes:
        articles: index of each sentence's article.
        sentences: the sentences themselves, articles one after the other, each in its order.
        vectors: a row for each sentence.
        words: how many each sentence has, shape (sentences,).
        names: the names of the features.
        features: shape (sentences, features), see :mod:`summarizer.features`.
        leanings: how each sentence leans on another.
        told_after: the rows that lean on the one after them, and not on the one before.
        below: whether a sentence is a subheading, a caption or nothing but who says something,
            shape (sentences,).
        worth: the weighted sum, or what is told for the length, less the markdown of those that
            are ``below``; any number.
        scores: the worth between 0 for the worst and 1 for the best, shape (sentences,).
        redundancy: what the likeness with a chosen sentence takes off the worth.
        coverage: of several articles, what their sentences tell.
        favoured: whether something else than the features speaks for some sentences.
    """

    articles: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    vectors: TermVectors
    words: NDArray[np.int64]
    names: tuple[str, ...]
    features: Floats
    leanings: tuple[Leaning | None, ...]
    told_after: frozenset[int]
    below: NDArray[np.bool_]
    worth: Floats
    scores: Floats
    redundancy: float
    coverage: Coverage | None = None
    favoured: bool = False

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
        return replace(self, worth=worth, scores=_between_worst_and_best(worth), favoured=True)

    def told_by(self, row: int) -> int | None:
        """The row on which one leans, or would: the one just after it where that tells whose words
        it is, else the one just before it; ``None`` if it is not ranked.
        """
        if row in self.told_after:
            after = row + 1
            return after if after < len(self) and self.before(after) == row else None
        return self.before(row)

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
    coverage = None
    if len(present) > 1:
        weights = weights or shipped_weights("several")
        features = _features_of_several(documents, articles, sentences, texts, vectors)
        pairs, table = pairs_of(documents, articles, sentences, vectors, texts, features)
        odds = np.clip(weights.sum(table, names_of("several")), -_MOST_ODDS, _MOST_ODDS)
        coverage = Coverage(pairs, 1.0 / (1.0 + np.exp(-odds)))
        worth = coverage.worths()
    else:
        weights = weights or shipped_weights("one")
        document = documents[present[0]] if present else Document("", (), ())
        features = measure(document, sentences, texts, vectors)
        worth = weights.sum(features, names_of("one"))
    below = _is_below(documents, places)
    if below.any() and not below.all():
        # A heading within the article says little of itself, however near to the title.
        worth = np.where(below, worth.min(), worth)
    quoted = {article: unattributed(documents[article].sentences) for article in present}
    leanings = tuple(
        leaning_of(sentence.text, documents[article].language)
        or ("quotation" if sentence.position in quoted[article] else None)
        for article, sentence in places
    )
    return Ranking(
        articles=articles,
        sentences=sentences,
        vectors=vectors,
        words=np.array([len(text) for text in texts], dtype=np.int64),
        names=FEATURES if coverage is None else (*FEATURES, *FEATURES_OF_SEVERAL),
        features=features,
        leanings=leanings,
        told_after=frozenset(
            row
            for row, (article, sentence) in enumerate(places)
            if leanings[row] == "quotation" and quoted[article][sentence.position]
        ),
        below=below,
        worth=worth,
        scores=_between_worst_and_best(worth),
        redundancy=weights.redundancy,
        coverage=coverage,
    )


def pairs_of(
    documents: Sequence[Document],
    articles: Sequence[int],
    sentences: Sequence[Sentence],
    vectors: TermVectors,
    texts: Sequence[Sequence[str]],
    features: Floats,
) -> tuple[WordPairs, Floats]:
    """The pairs of words of the sentences of several articles, and the features of each pair."""
    pairs = WordPairs.of(texts)
    titles = [
        tokens(documents[article].title)
        for article in sorted(set(articles))
        if not documents[article].title_derived
    ]
    positions = [sentence.position for sentence in sentences]
    shares = [vectors.shares(title) for title in titles]
    subject = np.max(shares, axis=0) if shares else np.zeros(len(texts))
    return pairs, measure_pairs(pairs, articles, positions, titles, subject, features)


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
    early = own[:, FEATURES.index("early")]
    return np.hstack([own, measure_several(articles, early, vectors)])


def _is_below(
    documents: Sequence[Document], places: Sequence[tuple[int, Sentence]]
) -> NDArray[np.bool_]:
    captions = {article: caption_line(documents[article]) for article in {its for its, _ in places}}
    return np.array(
        [
            sentence.paragraph in documents[article].subheadings
            or sentence == captions[article]
            or only_says_who(sentence.text, documents[article].language)
            for article, sentence in places
        ],
        dtype=np.bool_,
    )


def _between_worst_and_best(worth: Floats) -> Floats:
    if not len(worth):
        return worth
    spread = float(worth.max() - worth.min())
    return (worth - worth.min()) / spread if spread else np.ones_like(worth)
