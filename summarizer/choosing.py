"""Choosing among ranked sentences: worth against likeness, in a length, nothing left hanging."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.dependence import mend
from summarizer.occasion import complete
from summarizer.ranking import DUPLICATE, Ranking
from summarizer.vectors import Floats, tokens

_MOST_COMPARED = 200
# After so many sentences a summary is a rendering of the text: likeness is no longer tracked.


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a summary may be (``None`` is no limit), and whether it must say who, when, where.

    Attributes:
        sentences: at most so many.
        characters: at most so many, with a blank between sentences and antecedents in brackets.
        words: no further sentence once so many are reached.
        complete: whether sentences are exchanged for who, when and where.

    Raises:
        ValueError: if a limit is below 1, or all are ``None``.
    """

    sentences: int | None = None
    characters: int | None = None
    words: int | None = None
    complete: bool = True

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


def choose(
    ranking: Ranking, limits: Limits, languages: Sequence[str], mended: Mapping[int, str]
) -> list[tuple[int, tuple[int, ...]]]:
    """The chosen rows in reading order, each with the other articles that have the same sentence.

    ``languages`` are those of the articles; ``mended`` are leaning rows that may be chosen like
    any other, as they will be shown with these names.
    """
    lengths = np.array(
        [
            len(mend(sentence.text, mended[row]) if row in mended else sentence.text)
            for row, sentence in enumerate(ranking.sentences)
        ]
    )
    leaning = np.array(
        [bool(its) and row not in mended for row, its in enumerate(ranking.leanings)],
        dtype=np.bool_,
    )
    chosen = _greedy(ranking, limits, lengths, leaning)
    if not limits.complete:
        return [(row, _articles_with(ranking, row)) for row in chosen]

    def fits(rows: Sequence[int]) -> bool:
        total = int(lengths[list(rows)].sum()) + len(rows) - 1
        return limits.characters is None or total <= limits.characters

    rows = complete(ranking, chosen, languages, fits)
    return [(row, _articles_with(ranking, row)) for row in rows]


def _greedy(
    ranking: Ranking, limits: Limits, lengths: NDArray[np.int64], leaning: NDArray[np.bool_]
) -> list[int]:
    waiting = leaning.copy()
    free = np.ones(len(ranking), dtype=np.bool_)
    likeness = np.zeros(len(ranking))
    left = limits.characters
    words = 0
    chosen: list[int] = []
    while limits.sentences is None or len(chosen) < limits.sentences:
        # The blank before every sentence but the first counts too.
        open_ = free if left is None else free & (lengths + bool(chosen) <= left)
        best = _best(ranking.worth - ranking.redundancy * likeness, open_ & ~waiting, open_)
        if best is None:
            break
        chosen.append(best)
        free[best] = False
        if left is not None:
            left -= int(lengths[best]) + (len(chosen) > 1)
        if limits.words is not None:
            words += len(tokens(ranking.sentences[best].text))
            if words >= limits.words:
                break
        if best + 1 < len(ranking) and ranking.before(best + 1) == best:
            # What leans on a chosen sentence may follow it.
            waiting[best + 1] = False
        if len(chosen) <= _MOST_COMPARED:
            like = ranking.vectors.cosines(ranking.vectors.row(best))
            likeness = np.maximum(likeness, like)
            free &= like < DUPLICATE
    return sorted(chosen)


def _best(relevance: Floats, *tiers: NDArray[np.bool_]) -> int | None:
    """The best row of the first tier that has one."""
    for tier in tiers:
        if tier.any():
            return int(np.where(tier, relevance, -np.inf).argmax())
    return None


def _articles_with(ranking: Ranking, row: int) -> tuple[int, ...]:
    """The other articles that have the same sentence."""
    own = ranking.articles[row]
    if own == ranking.articles[0] == ranking.articles[-1]:
        return ()
    like = ranking.vectors.cosines(ranking.vectors.row(row))
    return tuple(
        sorted({ranking.articles[int(one)] for one in np.flatnonzero(like >= DUPLICATE)} - {own})
    )
