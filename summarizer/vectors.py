"""Sentences as sparse TF-IDF vectors, in plain numpy.

The vectors are kept as three flat arrays (row, column, weight of every non-zero entry), so that a
product with a vector costs one pass over the words of the text, and nothing of size
sentences × vocabulary or sentences × sentences is ever held unless :meth:`TermVectors.similarities`
is asked for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.text.folding import unify_tones, words

Floats = NDArray[np.float64]


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, in Vietnamese its syllables, with their marks."""
    return words(unify_tones(text).lower())


@dataclass(frozen=True, slots=True)
class TermVectors:
    """TF-IDF rows of unit length over one vocabulary.

    Attributes:
        rows, columns, weights: shape (entries,); sorted by row.
        count: number of rows.
        vocabulary: word → column.
        idf: shape (vocabulary,): ``1 + log(n / df)``, computed over the rows themselves.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    weights: Floats
    count: int
    vocabulary: dict[str, int]
    idf: Floats

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> TermVectors:
        """Vectors of texts given as lists of words; a text without words has a zero row."""
        vocabulary: dict[str, int] = {}
        rows: list[int] = []
        columns: list[int] = []
        frequencies: list[int] = []
        for row, text in enumerate(texts):
            for word, frequency in Counter(text).items():
                rows.append(row)
                columns.append(vocabulary.setdefault(word, len(vocabulary)))
                frequencies.append(frequency)
        row_of = np.asarray(rows, dtype=np.int64)
        column_of = np.asarray(columns, dtype=np.int64)
        appearances = np.bincount(column_of, minlength=len(vocabulary))
        idf = 1.0 + np.log(max(len(texts), 1) / np.maximum(appearances, 1))
        weights = np.asarray(frequencies, dtype=np.float64) * idf[column_of]
        lengths = np.sqrt(np.bincount(row_of, weights=weights**2, minlength=len(texts)))
        return cls(
            rows=row_of,
            columns=column_of,
            weights=weights / lengths[row_of] if len(weights) else weights,
            count=len(texts),
            vocabulary=vocabulary,
            idf=idf,
        )

    def vector(self, text: Sequence[str]) -> Floats:
        """A text from outside, given as words, as a dense unit vector; unknown words drop out.

        Shape (vocabulary,).
        """
        dense = np.zeros(len(self.vocabulary))
        for word, frequency in Counter(text).items():
            column = self.vocabulary.get(word)
            if column is not None:
                dense[column] = frequency * self.idf[column]
        return _unit(dense)

    def row(self, index: int) -> Floats:
        """One row as a dense vector, shape (vocabulary,)."""
        start, end = np.searchsorted(self.rows, (index, index + 1))
        dense = np.zeros(len(self.vocabulary))
        dense[self.columns[start:end]] = self.weights[start:end]
        return dense

    def centroid(self, row_weights: Floats | None = None) -> Floats:
        """The (weighted) sum of all rows at unit length, shape (vocabulary,)."""
        weights = self.weights if row_weights is None else self.weights * row_weights[self.rows]
        return _unit(_sums(self.columns, weights, len(self.vocabulary)))

    def cosines(self, vector: Floats) -> Floats:
        """The cosine of each row with a dense unit vector, shape (count,)."""
        return _sums(self.rows, self.weights * vector[self.columns], self.count)

    def shares(self, text: Sequence[str]) -> Floats:
        """The share of a text's weight whose words each row has, shape (count,), 0 to 1."""
        wanted = self.vector(text)
        total = float(wanted.sum())
        present = _sums(self.rows, wanted[self.columns], self.count)
        return present / total if total else present

    def similarities(self) -> Floats:
        """All cosines, shape (count, count): only for texts whose size is capped."""
        return np.stack([self.cosines(self.row(index)) for index in range(self.count)])


def _sums(groups: NDArray[np.int64], values: Floats, count: int) -> Floats:
    return np.asarray(np.bincount(groups, weights=values, minlength=count), dtype=np.float64)


def _unit(vector: Floats) -> Floats:
    length = float(np.sqrt(vector @ vector))
    return vector / length if length else vector
