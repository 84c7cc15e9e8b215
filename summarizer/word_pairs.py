"""What several articles on one event tell, piece by piece: pairs of neighbouring words.

A summary of several articles is good when it covers what people would tell of them, each thing
once (Gillick and Favre 2009, "A scalable global model for summarization"). The pieces are pairs of
neighbouring words; what each is worth is the chance that a person who sums the articles up uses
it, from features of the pair and of the sentence in which it stands nearest to a beginning (after
Li, Qian and Liu 2013), with learned weights. A pair told twice counts once, so that nothing else is
needed against repetition.

What it cannot see: the same thing in other words is another pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from summarizer.vectors import Floats

PAIR_FEATURES = (
    "near",
    "near_all",
    "articles",
    "shared_pair",
    "count",
    "in_title",
    "on_subject",
    "on_subject_best",
)
"""The names of a pair's own features, each between 0 and 1; those of its sentence follow them.

``near`` is 1 in a first sentence and falls with the distance from the beginning of the article that
has the pair earliest, ``near_all`` is the mean of this over the articles; ``articles`` is the
share of them that have the pair, ``shared_pair`` is 1 where two do; ``count`` grows to 1 with eight
sentences; ``in_title`` is 1 where the title of an article has it. How much a sentence is on the
subject is the share of the weight of a title that it has, of the article's title for which that is
most; ``on_subject`` is the mean of this over the sentences that have the pair, ``on_subject_best``
is that of the best.
"""

_FAR = 5.0
"""Sentences from the beginning after which ``near`` has fallen to 1/e."""
_OFTEN = 8
LENGTH_SHARE = 0.85
"""Exponent of the length by which a sentence's worth is divided: with 0 long sentences would win,
with 1 short ones."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordPairs:
    """The pairs of neighbouring words of some sentences.

    Attributes:
        sequences: for each sentence the numbers of its pairs, in their order.
        rows, columns: sentence and pair of every entry, each pair once a sentence; sorted by row.
        numbers: pair → its number.
        words: words of each sentence, shape (sentences,).
    """

    sequences: tuple[Ints, ...]
    rows: Ints
    columns: Ints
    numbers: dict[tuple[str, str], int]
    words: Ints

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> WordPairs:
        """The pairs of sentences given as lists of words."""
        numbers: dict[tuple[str, str], int] = {}
        sequences = tuple(
            np.array(
                [numbers.setdefault(pair, len(numbers)) for pair in pairwise(text)], dtype=np.int64
            )
            for text in texts
        )
        distinct = [np.unique(sequence) for sequence in sequences]
        sizes = np.array([len(each) for each in distinct], dtype=np.int64)
        return cls(
            sequences=sequences,
            rows=np.repeat(np.arange(len(texts), dtype=np.int64), sizes),
            columns=np.concatenate([np.empty(0, dtype=np.int64), *distinct]),
            numbers=numbers,
            words=np.array([len(text) for text in texts], dtype=np.int64),
        )

    def sums(self, values: Floats) -> Floats:
        """For each sentence the sum of its pairs' values, each pair once; shape (sentences,)."""
        weights = values[self.columns]
        return np.asarray(
            np.bincount(self.rows, weights=weights, minlength=len(self.words)), dtype=np.float64
        )


def measure_pairs(
    pairs: WordPairs,
    articles: Sequence[int],
    positions: Sequence[int],
    titles: Iterable[Sequence[str]],
    subject: Floats,
    table: Floats,
) -> Floats:
    """The features of every pair, shape (pairs, own features + features of sentences).

    ``articles`` and ``positions`` are those of the sentences, ``titles`` lists of words,
    ``subject`` how much each sentence is on the subject, ``table`` the features of the sentences,
    a row for each.
    """
    count = len(pairs.numbers)
    own = np.zeros((count, len(PAIR_FEATURES)))
    if not count:
        return np.hstack([own, np.zeros((0, table.shape[1]))])
    column = {name: own[:, index] for index, name in enumerate(PAIR_FEATURES)}
    article_of, position_of = np.asarray(articles), np.asarray(positions)
    order = np.lexsort((pairs.rows, position_of[pairs.rows], pairs.columns))
    _, begins = np.unique(pairs.columns[order], return_index=True)
    earliest = pairs.rows[order[begins]]
    present = np.unique(article_of)
    # Entries are sorted by row: the first of a pair in an article is nearest to its beginning.
    keys = pairs.columns * len(present) + np.searchsorted(present, article_of[pairs.rows])
    _, firsts = np.unique(keys, return_index=True)
    nearness = np.exp(-position_of[pairs.rows[firsts]] / _FAR)
    inside = pairs.columns[firsts]
    having = np.bincount(inside, minlength=count)
    column["near"][:] = np.exp(-position_of[earliest] / _FAR)
    column["near_all"][:] = np.bincount(inside, weights=nearness, minlength=count) / len(present)
    column["articles"][:] = having / len(present)
    column["shared_pair"][:] = having > 1
    sentences = np.bincount(pairs.columns, minlength=count)
    column["count"][:] = np.minimum(sentences, _OFTEN) / _OFTEN
    on_subject = subject[pairs.rows]
    column["on_subject"][:] = np.bincount(pairs.columns, on_subject, minlength=count) / sentences
    np.maximum.at(column["on_subject_best"], pairs.columns, on_subject)
    named = [
        number
        for title in titles
        for pair in pairwise(title)
        if (number := pairs.numbers.get(pair)) is not None
    ]
    column["in_title"][named] = 1.0
    return np.hstack([own, table[earliest]])


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what people would tell some sentences tell.

    Attributes:
        pairs: the pairs of the sentences.
        chances: for each pair the chance that a person uses it, 0 to 1.
    """

    pairs: WordPairs
    chances: Floats

    def worths(self, told: NDArray[np.bool_] | None = None) -> Floats:
        """What each sentence tells for its length; of ``told`` pairs only. Shape (sentences,)."""
        chances = self.chances if told is None else np.where(told, self.chances, 0.0)
        return self.pairs.sums(chances) / np.maximum(self.pairs.words, 1) ** LENGTH_SHARE

    def of(self, rows: Iterable[int], words: int | None = None) -> float:
        """What the rows tell together, of so many words from their beginning, if that is given."""
        told = np.zeros(len(self.chances), dtype=np.bool_)
        left = words
        for row in rows:
            sequence = self.pairs.sequences[row]
            if left is not None:
                sequence = sequence[: max(0, left - 1)]
                left -= int(self.pairs.words[row])
            told[sequence] = True
        return float(self.chances[told].sum())
