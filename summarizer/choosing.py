"""Choosing among ranked sentences: the best that fit, who, when and where, doubles folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from summarizer.dependence import mend
from summarizer.occasion import complete
from summarizer.ranking import DUPLICATE, Ranking
from summarizer.taking import MOST_OVER, Limits, take


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
        [
            limits.standing and bool(its) and row not in mended
            for row, its in enumerate(ranking.leanings)
        ],
        dtype=np.bool_,
    )
    chosen = take(ranking, limits, lengths, leaning)
    if not limits.complete:
        return [(row, _articles_with(ranking, row)) for row in chosen]

    def fits(rows: Sequence[int]) -> bool:
        total = int(lengths[list(rows)].sum()) + len(rows) - 1
        if limits.words is not None and ranking.coverage is not None:
            words = int(ranking.words[list(rows)].sum())
            if words > max(limits.words + MOST_OVER, int(ranking.words[chosen].sum())):
                return False
        return limits.characters is None or total <= limits.characters

    rows = complete(ranking, chosen, languages, fits, limits.words)
    return [(row, _articles_with(ranking, row)) for row in rows]


def _articles_with(ranking: Ranking, row: int) -> tuple[int, ...]:
    """The other articles that have the same sentence."""
    own = ranking.articles[row]
    if own == ranking.articles[0] == ranking.articles[-1]:
        return ()
    like = ranking.vectors.cosines(ranking.vectors.row(row))
    return tuple(
        sorted({ranking.articles[int(one)] for one in np.flatnonzero(like >= DUPLICATE)} - {own})
    )
