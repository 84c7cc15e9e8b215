"""Taking sentences one at a time, the best first, in a length, nothing left hanging.

Of one article, likeness to what is taken makes a sentence worth less (maximal marginal relevance,
Carbonell and Goldstein 1998). Of several, only what is not told yet counts; a sentence that leans
on the one before may be taken together with it; and as sentences taken so seldom fill a length
well, the choice is made in a dozen ways, with more or less liking for long sentences and more or
less room for the last one, and the one that tells most within the length is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from summarizer.ranking import DUPLICATE, Ranking
from summarizer.vectors import Floats
from summarizer.word_pairs import LENGTH_SHARE

_MOST_COMPARED = 200
# After so many sentences a summary is a rendering of the text: likeness is no longer tracked.
_TILTS = (0.0, -0.15, 0.15)
_OVER = (0, 10, 20, 40)
MOST_OVER = max(_OVER)
"""Words by which a choice may exceed those asked for."""
ALIKE = 0.5
"""Cosine from which on a sentence of several articles is passed over as like one taken: a lead and
the first sentence after it, or the same news in other words."""
_NEVER = -np.inf

Yes = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a summary may be (``None`` is no limit), and whether it must say who, when, where.

    Attributes:
        sentences: at most so many.
        characters: at most so many, with a blank between sentences and antecedents in brackets.
        words: no further sentence once so many are reached; of several articles, the choice is
            the one that tells most in its first so many words, and may stay short of them.
        complete: whether sentences are exchanged for who, when and where.
        standing: whether sentences that lean on another wait for it.

    Raises:
        ValueError: if a limit is below 1, or all are ``None``.
    """

    sentences: int | None = None
    characters: int | None = None
    words: int | None = None
    complete: bool = True
    standing: bool = True

    def __post_init__(self) -> None:
        limits = {
            "sentences": self.sentences,
            "characters": self.characters,
            "words": self.words,
        }
        if all(limit is None for limit in limits.values()):
            raise ValueError("a summary needs a length: sentences, characters or words")
        for name, limit in limits.items():
            if limit is not None and limit < 1:
                raise ValueError(f"{name} must be at least 1, not {limit}")


def take(ranking: Ranking, limits: Limits, lengths: NDArray[np.int64], leaning: Yes) -> list[int]:
    """The rows taken, in their order.

    ``lengths`` are the characters of each sentence; ``leaning`` sentences wait for the one they
    lean on.
    """
    ways = [
        _taken(_Choice(ranking, limits, lengths, leaning), *way) for way in _ways(ranking, limits)
    ]
    coverage = ranking.coverage
    if coverage is None or len(ways) == 1:
        return ways[0]
    return max(ways, key=lambda rows: coverage.of(rows, limits.words))


def _ways(ranking: Ranking, limits: Limits) -> list[tuple[float, int | None]]:
    """Ways to take: the exponent of a sentence's words by which its worth is multiplied, and words
    by which it may exceed those asked for (``None`` is any number).

    There is only one where the number of sentences is the limit, or something else is asked for.
    """
    if ranking.coverage is None or ranking.favoured:
        return [(0.0, None)]
    if limits.words is not None:
        return list(product(_TILTS, _OVER))
    return [(tilt, None) for tilt in (_TILTS if limits.characters is not None else (0.0,))]


def _taken(choice: _Choice, tilt: float, over: int | None) -> list[int]:
    while not choice.full:
        rows = choice.best(tilt, over)
        if not rows:
            break
        for row in rows:
            choice.add(row)
    return sorted(choice.rows)


class _Choice:
    """The sentences taken so far, what they leave to tell and what may still be taken.

    Attributes:
        rows: those taken, in the order in which they were.
    """

    def __init__(
        self, ranking: Ranking, limits: Limits, lengths: NDArray[np.int64], leaning: Yes
    ) -> None:
        self._ranking = ranking
        self._limits = limits
        self._lengths = lengths
        self._waiting = leaning.copy()
        self._free = np.ones(len(ranking), dtype=np.bool_)
        self._characters = 0
        self._words = 0
        coverage = ranking.coverage
        self._told = np.zeros(len(coverage.chances) if coverage else 0, dtype=np.bool_)
        self._likeness = np.zeros(len(ranking))
        self._worth = ranking.worth
        self._sizes = np.maximum(ranking.words, 1).astype(np.float64)
        leaning_rows = [int(row) for row in np.flatnonzero(leaning)] if coverage else []
        pairs = [(its, row) for row in leaning_rows if (its := ranking.told_by(row)) is not None]
        # Leaning sentences that may come with the one they lean on.
        self._first = np.array([one for one, _ in pairs], dtype=np.int64)
        self._second = np.array([two for _, two in pairs], dtype=np.int64)
        self.rows: list[int] = []

    @property
    def full(self) -> bool:
        limits = self._limits
        return (limits.sentences is not None and len(self.rows) >= limits.sentences) or (
            limits.words is not None and self._words >= limits.words
        )

    def best(self, tilt: float, over: int | None) -> list[int]:
        """What to take next: a sentence, one with the one it leans on, or nothing."""
        open_ = self._free & self._fitting(self._lengths, self._sizes, 1, over)
        if not self.rows and self._limits.characters is None and not open_.any():
            # A first sentence there must be, however many words it has.
            open_ = self._free
        relevance = self._worth * self._sizes**tilt if tilt else self._worth
        best: list[int] = []
        most = _NEVER
        for tier in (open_ & ~self._waiting, open_):
            if tier.any():
                row = int(np.where(tier, relevance, _NEVER).argmax())
                best, most = [row], float(relevance[row])
                break
        if len(self._second):
            both, worth = self._best_two(tilt, over)
            if worth > most or (best and self._waiting[best[0]] and both):
                return both
        return best

    def _best_two(self, tilt: float, over: int | None) -> tuple[list[int], float]:
        """The best leaning sentence with the one it leans on, and their worth."""
        one, two = self._first, self._second
        sizes = self._sizes[one] + self._sizes[two]
        open_ = (
            self._free[one]
            & self._free[two]
            & self._waiting[two]
            & ~self._waiting[one]
            & self._fitting(self._lengths[one] + self._lengths[two] + 1, sizes, 2, over)
        )
        if not open_.any():
            return [], _NEVER
        gain = self._worth * self._sizes**LENGTH_SHARE
        worth = (gain[one] + gain[two]) * sizes ** (tilt - LENGTH_SHARE)
        best = int(np.where(open_, worth, _NEVER).argmax())
        return [int(one[best]), int(two[best])], float(worth[best])

    def _fitting(
        self, lengths: NDArray[np.int64], sizes: Floats, count: int, over: int | None
    ) -> Yes:
        limits = self._limits
        fits = np.ones(len(lengths), dtype=np.bool_)
        if limits.sentences is not None and len(self.rows) + count > limits.sentences:
            fits[:] = False
        if limits.characters is not None:
            # The blank before every sentence but the first counts too.
            fits &= self._characters + lengths + bool(self.rows) <= limits.characters
        if limits.words is not None and over is not None:
            fits &= self._words + sizes <= limits.words + over
        return fits

    def add(self, row: int) -> None:
        """Take a sentence; what says the same is not free any more."""
        ranking = self._ranking
        self._characters += int(self._lengths[row]) + bool(self.rows)
        self._words += int(self._sizes[row])
        self.rows.append(row)
        self._free[row] = False
        for other in (row - 1, row + 1):
            if 0 <= other < len(ranking) and ranking.told_by(other) == row:
                # What leans on a chosen sentence may come with it.
                self._waiting[other] = False
        if len(self.rows) > _MOST_COMPARED:
            return
        like = ranking.vectors.cosines(ranking.vectors.row(row))
        self._free &= like < (DUPLICATE if ranking.coverage is None else ALIKE)
        if ranking.coverage is not None:
            self._told[ranking.coverage.pairs.sequences[row]] = True
            self._worth = ranking.worth - ranking.coverage.worths(self._told)
        else:
            self._likeness = np.maximum(self._likeness, like)
            self._worth = ranking.worth - ranking.redundancy * self._likeness
