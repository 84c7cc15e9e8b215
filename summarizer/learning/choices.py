"""Ways to choose the sentences of a summary, and how good each was: what is learned from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.learning.corpus import Case
from summarizer.learning.rouge import ngrams, overlap
from summarizer.ranking import DUPLICATE, Ranking, rank
from summarizer.vectors import Floats, tokens
from summarizer.weights import Weights

MOST_PAIRED = 25
"""Sentences from the beginning of an article that are paired."""
SAMPLES = 200
"""Choices drawn for a cluster of articles (fewer remain, as some are drawn twice)."""
BIGRAMS = 0.5
"""What ROUGE-2 counts beside ROUGE-1 in the score of a choice."""
Ints = NDArray[np.int64]

_NO_WEIGHTS = Weights({}, 0.0)
_PLAIN_MIX = Weights({"lexrank": 1.0, "early": 1.0, "title": 0.5}, 0.0)


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices for many cases, as flat arrays.

    Attributes:
        features: shape (sentences of all cases, features).
        members: rows of ``features``, the members of one choice after those of another.
        shares: how much each member counts in its choice, as ``members``.
        begins: where in ``members`` each choice begins.
        likeness: how much the members of each choice repeat each other.
        rewards: the score of each choice, 0 to 1.5.
        cases: where in the choices each case begins.
    """

    features: Floats
    members: Ints
    shares: Floats
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
            shares=np.concatenate([part.shares for part in several]),
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
        shares=np.ones(2 * len(one)),
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


def samples(case: Case, words: int, rng: np.random.Generator) -> Choices | None:
    """Choices of about so many words, drawn around a plain mix of LexRank, position and title."""
    ranking = rank(case.documents, weights=_NO_WEIGHTS)
    if len(ranking) < 2 or "lexrank" not in ranking.names:
        return None
    texts = [tokens(sentence.text) for sentence in ranking.sentences]
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    alike = ranking.vectors.similarities()
    np.fill_diagonal(alike, 0.0)
    plain = _PLAIN_MIX.sum(ranking.features, ranking.names)
    plain = (plain - plain.mean()) / (plain.std() or 1.0)
    drawn: dict[tuple[int, ...], None] = {}
    for _ in range(SAMPLES):
        noise = rng.gumbel(size=len(plain)) * rng.choice([0.3, 1.0])
        worth = plain * rng.choice([0.0, 0.5, 1.0, 2.0]) + noise
        drawn[_taken(worth, alike, lengths, rng.choice([0.0, 1.0, 3.0]), words)] = None
    return _scored(case, ranking, texts, lengths, alike, list(drawn), words)


def _taken(
    worth: Floats, alike: Floats, lengths: Floats, redundancy: float, words: int
) -> tuple[int, ...]:
    free = lengths > 0
    likeness = np.zeros(len(worth))
    chosen: list[int] = []
    total = 0.0
    while free.any() and total < words:
        best = int(np.where(free, worth - redundancy * likeness, -np.inf).argmax())
        chosen.append(best)
        total += lengths[best]
        likeness = np.maximum(likeness, alike[best])
        free = free & (alike[best] < DUPLICATE)
        free[best] = False
    return tuple(sorted(chosen))


def _scored(
    case: Case,
    ranking: Ranking,
    texts: Sequence[Sequence[str]],
    lengths: Floats,
    alike: Floats,
    drawn: Sequence[tuple[int, ...]],
    words: int,
) -> Choices:
    rewards = []
    likeness = []
    for choice in drawn:
        told = [word for row in choice for word in texts[row]][:words]
        score = [
            overlap(told, reference, 1) + BIGRAMS * overlap(told, reference, 2)
            for reference in case.references
        ]
        rewards.append(np.mean(score))
        rows = list(choice)
        likeness.append(lengths[rows] / words @ alike[np.ix_(rows, rows)].max(axis=1))
    members = np.array([row for choice in drawn for row in choice], dtype=np.int64)
    begins = np.cumsum([0, *(len(choice) for choice in drawn)])[:-1]
    return Choices(
        features=ranking.features,
        members=members,
        shares=lengths[members] / words,
        begins=begins.astype(np.int64),
        likeness=np.array(likeness),
        rewards=np.array(rewards),
        cases=np.zeros(1, dtype=np.int64),
    )
