"""ROUGE over Unicode words (Lin 2004), the same for learning and for measuring.

A word is what :func:`summarizer.vectors.tokens` gives: lower case, letters of any alphabet and
digits, in Vietnamese a syllable with its marks. No stemming, no stop words.
F1 = 2 · common / (words of the candidate + words of the reference), with clipped counts of n-grams
for ROUGE-1 and -2 and the longest common subsequence of the whole texts for ROUGE-L.
An ASCII tokeniser would inflate the same output by twenty points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def rouge(candidate: Sequence[str], reference: Sequence[str]) -> tuple[float, float, float]:
    """ROUGE-1, ROUGE-2 and ROUGE-L F1 of two lists of words, 0 to 1."""
    return (
        overlap(candidate, reference, 1),
        overlap(candidate, reference, 2),
        _f1(_common(candidate, reference), len(candidate), len(reference)),
    )


def ngrams(text: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    """How often each run of ``n`` words occurs."""
    return Counter(zip(*(text[start:] for start in range(n)), strict=False))


def overlap(candidate: Sequence[str], reference: Sequence[str], n: int) -> float:
    """ROUGE-N F1, 0 to 1."""
    ours, theirs = ngrams(candidate, n), ngrams(reference, n)
    return _f1((ours & theirs).total(), ours.total(), theirs.total())


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence, bit-parallel (Hyyrö 2004)."""
    masks: dict[str, int] = {}
    for index, word in enumerate(one):
        masks[word] = masks.get(word, 0) | 1 << index
    full = (1 << len(one)) - 1
    row = full
    for word in other:
        match = row & masks.get(word, 0)
        row = ((row + match) | (row - match)) & full
    return len(one) - row.bit_count()


def _f1(common: int, ours: int, theirs: int) -> float:
    return 2 * common / (ours + theirs) if ours and theirs else 0.0
