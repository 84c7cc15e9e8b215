"""Who, when, where: what a briefing must say if its source does.

A person with a title, a day, a named place, each looked for by its wording (``cues.toml``), so that
"tại Hội nghị" (at the conference) is no place and "năm 2021" no day. A choice of three or more
sentences that lacks one of them gives up its least sentence for one that has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from summarizer.cues import cues_of
from summarizer.dependence import points_back
from summarizer.ranking import DUPLICATE, Ranking
from summarizer.text.dates import find_dates

FEWEST = 3
"""Sentences of a choice that can be expected to tell who, when and where."""

_PERHAPS_A_DAY = re.compile(
    r"\d{1,2}\s?[/.-]\s?\d{1,2}|ngày\s+\d|[JFMASOND][a-z]{2,8}\.?\s+\d|\d\s+[JFMASOND][a-z]{2}",
    re.IGNORECASE,
)


def aspects(text: str, language: str) -> frozenset[str]:
    """Which of ``who``, ``when`` and ``where`` a sentence says."""
    cues = cues_of(language)
    found = set()
    if cues.person.search(text):
        found.add("who")
    if cues.place.search(text):
        found.add("where")
    if _PERHAPS_A_DAY.search(text) and any(
        mention.date.day is not None for mention in find_dates(text, language)
    ):
        found.add("when")
    return frozenset(found)


def complete(
    ranking: Ranking,
    chosen: Sequence[int],
    languages: Sequence[str],
    fits: Callable[[Sequence[int]], bool],
    words: int | None = None,
) -> list[int]:
    """Exchange sentences so that the choice says who, when and where, if the text does.

    A sentence such as "Đây là yêu cầu của …" then draws in the one it speaks of. ``languages`` are
    those of the articles; ``fits`` says whether a choice keeps the length asked for, ``words`` are
    how many of its words count. Looked at are sentences of the first half of an article and those
    that the ranking likes, so that no old date from the background comes in. Rows go in and come
    out in order.
    """
    rows = sorted(chosen)
    if len(rows) < FEWEST:
        return rows
    said = [
        aspects(sentence.text, languages[article])
        for article, sentence in zip(ranking.articles, ranking.sentences, strict=True)
    ]
    told = frozenset().union(*said)
    open_ = (ranking.feature("depth") <= 0.5) | (ranking.scores >= 0.5)
    while not told <= (have := _together(said, rows)):
        better = [
            exchanged
            for row in np.flatnonzero(open_)
            if said[row] - have and ranking.leanings[row] is None and not ranking.below[row]
            for exchanged in _exchanges(ranking, rows, int(row), said)
            if fits(exchanged)
        ]
        if not better:
            break
        rows = max(better, key=lambda one: (len(_together(said, one)), _worth(ranking, one, words)))
    for row in tuple(rows):
        before = ranking.before(row)
        language = languages[ranking.articles[row]]
        if before is None or before in rows:
            continue
        if points_back(ranking.sentences[row].text, language) and not ranking.leanings[before]:
            better = [one for one in _exchanges(ranking, rows, before, said, row) if fits(one)]
            rows = max(better, key=lambda one: _worth(ranking, one, words), default=rows)
    return rows


def _exchanges(
    ranking: Ranking,
    rows: Sequence[int],
    row: int,
    said: Sequence[frozenset[str]],
    keep: int | None = None,
) -> Iterator[list[int]]:
    """The choices with a row instead of another, where nothing is lost.

    Nothing is left unsaid, no sentence is left leaning, ``keep`` and the best one that leans on
    none stay, and the new one repeats none of the others.
    """
    best = max(rows, key=lambda one: (not ranking.leanings[one], float(ranking.scores[one])))
    like = ranking.vectors.cosines(ranking.vectors.row(row))
    for instead in rows:
        others = [one for one in rows if one != instead]
        exchanged = sorted([*others, row])
        leaves_one_leaning = any(
            ranking.leanings[one] and ranking.told_by(one) == instead for one in others
        )
        if (
            instead not in {best, keep}
            and not leaves_one_leaning
            and _together(said, exchanged) >= _together(said, rows)
            and all(like[one] < DUPLICATE for one in others)
        ):
            yield exchanged


def _together(said: Sequence[frozenset[str]], rows: Iterable[int]) -> frozenset[str]:
    return frozenset().union(*(said[row] for row in rows))


def _worth(ranking: Ranking, rows: Sequence[int], words: int | None) -> float:
    if ranking.coverage is not None and not ranking.favoured:
        return ranking.coverage.of(rows, words)
    return float(ranking.worth[rows].sum())
