"""Folding sentences that say the same: of several articles with one agency report, say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain
from typing import Final, TypeVar

from rapidfuzz import fuzz

from summarizer.text.folding import fold, words

T = TypeVar("T")

SAME: Final = 86
"""Likeness of the letters, of 100, from which two sentences are taken to say the same."""
WITHIN: Final = 92
"""Likeness of the shorter one to a part of the longer one, from which it adds nothing."""
SHORT: Final = 0.6
"""A sentence shorter than this part of the other is never folded: it may be the better one."""
SHARED: Final = 0.4
"""Part of the shorter one's runs of three words that the other must have at all. Cheap to see:
only sentences that share some are looked at letter by letter."""


class Told:
    """Remembers sentences, and knows one that says the same as one of them."""

    def __init__(self) -> None:
        self._texts: list[tuple[str, int]] = []
        self._having: dict[int, list[int]] = {}

    def add(self, text: str) -> bool:
        """Remember ``text``; false where it says the same as one that is remembered."""
        key, runs = _runs(text)
        having = self._having
        shared = Counter(chain.from_iterable(having[run] for run in runs if run in having))
        for number, count in shared.items():
            known, size = self._texts[number]
            if count >= SHARED * min(len(runs), size) and _same(key, known):
                return False
        for run in runs:
            self._having.setdefault(run, []).append(len(self._texts))
        self._texts.append((key, len(runs)))
        return True


@lru_cache(maxsize=4096)
def _runs(text: str) -> tuple[str, frozenset[int]]:
    """A text folded, and its runs of three words as numbers. Kept, as a reader who turns the pages
    of a card has the same texts folded again.
    """
    found = words(fold(text))
    runs = frozenset(hash(tuple(found[n : n + 3])) for n in range(max(1, len(found) - 2)))
    return " ".join(found), runs


def once(things: Iterable[T], text: Callable[[T], str], told: Told | None = None) -> list[T]:
    """``things`` in their order, without those whose text says the same as an earlier one's."""
    told = told or Told()
    return [thing for thing in things if told.add(text(thing))]


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if shorter < longer * SHORT:
        return False
    return bool(
        fuzz.ratio(one, other, score_cutoff=SAME)
        or fuzz.partial_ratio(one, other, score_cutoff=WITHIN)
    )
