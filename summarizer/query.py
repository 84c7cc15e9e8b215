"""Which sentences a question or a few key words ask for: folded words, weighted by rarity.

Words are compared without their marks, unless both sides have some and they differ: "hoi nghi"
finds "hội nghị", "hội" does not find "hơi". Two words that stand together in the question and in
the sentence count once more as a pair, which matters in Vietnamese, where words are written as
several syllables. Small words and those of asking (``cues.toml``) count nothing; an English plural
is its singular.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np

from summarizer.cues import cues_of
from summarizer.text.folding import fold
from summarizer.vectors import Floats, tokens

LEAST = 0.25
"""Share of the question's weight that a sentence must have."""
OF_BEST = 0.5
"""And of what the best sentence has."""

Key = str | tuple[str, str]


def relevance(query: str, sentences: Sequence[str], languages: Collection[str]) -> Floats:
    """The share of the query's weight that each sentence has, 0 to 1; shape (sentences,).

    Nothing but small words in the query is relevant to nothing.
    """
    wanted = [word for word in tokens(query) if not _is_small(word, languages)]
    marked = {_stem(word): word for word in wanted if fold(word) != word}
    asked = _keys([_stem(word) for word in wanted])
    found = [_keys(_comparable(text, marked)) & asked for text in sentences]
    if not asked or not sentences:
        return np.zeros(len(sentences))
    count = len(sentences)
    weights = {key: 1.0 + np.log(count / max(1, sum(key in its for its in found))) for key in asked}
    total = sum(weights.values())
    return np.array([sum(weights[key] for key in its) / total for its in found])


def relevant(query: str, sentences: Sequence[str], languages: Collection[str]) -> dict[int, float]:
    """The indices of the sentences that a query asks for, with their relevance."""
    shares = relevance(query, sentences, languages)
    floor = max(LEAST, OF_BEST * float(shares.max(initial=0.0)))
    return {index: float(share) for index, share in enumerate(shares) if share >= floor}


def _comparable(text: str, marked: dict[str, str]) -> list[str]:
    """The stems of a text; of a word with other marks than those asked for, nothing."""
    stems = []
    for word in tokens(text):
        stem = _stem(word)
        other_marks = stem in marked and fold(word) != word and word != marked[stem]
        stems.append("" if other_marks else stem)
    return stems


def _keys(stems: Sequence[str]) -> frozenset[Key]:
    single: set[Key] = {stem for stem in stems if stem}
    double: set[Key] = {pair for pair in pairwise(stems) if all(pair)}
    return frozenset(single | double)


def _stem(word: str) -> str:
    folded = fold(word)
    plural = folded == word and len(word) > 4 and word.endswith("s") and not word.endswith("ss")
    return folded[:-1] if plural else folded


def _is_small(word: str, languages: Collection[str]) -> bool:
    return any(word in cues_of(language).asking for language in languages)
