"""Ways to choose the sentences of a summary, and how good each was: what is learned from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.learning.corpus import Case
from summarizer.learning.rouge import ngrams
from summarizer.ranking import DUPLICATE, rank
from summarizer.vectors import Floats, tokens
from summarizer.weights import Weights

MOST_PAIRED = 25
"""Sentences from the beginning of an article that are paired."""
BIGRAMS = 0.5
"""What ROUGE-2 counts beside ROUGE-1 in the score of a choice."""
Ints = NDArray[np.int64]

_NO_WEIGHTS = Weights({})


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices for many cases, as flat arrays.

    Attributes:
        features: shape (sentences of all cases, features).
        members: rows of ``features``, the members of one choice after those of another.
        begins: where in ``members`` each choice begins.
        likeness: how much the members of each choice repeat each other.
        rewards: the score of each choice, 0 to 1.5.
        cases: where in the choices each case begins.
    """

    features: Floats
    members: Ints
    begins: Ints
    likeness: Floats
    rewards: Floats
    cases: Ints

    @classmethod
    def joined(cls, parts: Iterable[Choices]) -> Choices:
        """The choices of all parts in one."""
        several = list(parts)
        rows = np.cumsum([0, *(len(part.features) for part in several)])
        members = np.cumsum([0, *(len(part.members) for part in several)])
        choices = np.cumsum([0, *(len(part.rewards) for part in several)])

        def shifted(name: str, by: Ints) -> Ints:
            return np.concatenate(
                [getattr(part, name) + shift for part, shift in zip(several, by, strict=False)]
            )

        return cls(
            features=np.concatenate([part.features for part in several]),
            members=shifted("members", rows),
            begins=shifted("begins", members),
            likeness=np.concatenate([part.likeness for part in several]),
            rewards=np.concatenate([part.rewards for part in several]),
            cases=shifted("cases", choices),
        )


def pairs(case: Case) -> Choices | None:
    """All pairs among the first sentences of one article; ``None`` where there is only one."""
    ranking = rank(case.documents, weights=_NO_WEIGHTS)
    count = min(len(ranking), MOST_PAIRED)
    texts = [tokens(sentence.text) for sentence in ranking.sentences[:count]]
    one, other = np.triu_indices(count, 1)
    alike = np.stack(
        [ranking.vectors.cosines(ranking.vectors.row(n))[:count] for n in range(count)]
    )
    keep = alike[one, other] < DUPLICATE
    one, other = one[keep], other[keep]
    if not len(one):
        return None
    reference = case.references[0]
    rewards = _pair_scores(texts, reference, 1) + BIGRAMS * _pair_scores(texts, reference, 2)
    return Choices(
        features=ranking.features[:count],
        members=np.stack([one, other], axis=1).ravel().astype(np.int64),
        begins=np.arange(len(one), dtype=np.int64) * 2,
        likeness=alike[one, other],
        rewards=rewards[one, other],
        cases=np.zeros(1, dtype=np.int64),
    )


def _pair_scores(texts: Sequence[Sequence[str]], reference: Sequence[str], n: int) -> Floats:
    """ROUGE-N F1 of every two texts together, n-grams across the seam left out."""
    wanted = ngrams(reference, n)
    column = {gram: index for index, gram in enumerate(wanted)}
    counts = np.zeros((len(texts), len(column)), dtype=np.int64)
    lengths = np.zeros(len(texts))
    for row, text in enumerate(texts):
        grams = ngrams(text, n)
        lengths[row] = grams.total()
        for gram in grams.keys() & column.keys():
            counts[row, column[gram]] = grams[gram]
    most = np.array(list(wanted.values()), dtype=np.int64)
    common = np.minimum(counts[:, None, :] + counts[None, :, :], most).sum(axis=2)
    total = lengths[:, None] + lengths[None, :] + wanted.total()
    return np.asarray(2 * common / np.maximum(total, 1))
