"""Folding sentences that say the same: of several articles with one agency report, say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from rapidfuzz import fuzz

from summarizer.text.folding import fold, words

T = TypeVar("T")

SAME: Final = 86
"""Likeness of word sequences, of 100, from which two sentences are taken to say the same."""
_WITHIN: Final = 92
"""Likeness of the shorter one to a part of the longer one, from which it adds nothing."""
_SHORT: Final = 0.6
"""A sentence shorter than this part of the other is not judged by being part of it: it may well
be the better one."""


class Told:
    """Remembers sentences, and knows one that says the same as one of them."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def add(self, text: str) -> bool:
        """Remember ``text``; false where it says the same as one that is remembered."""
        key = " ".join(words(fold(text)))
        if any(_same(key, known) for known in self._texts):
            return False
        self._texts.append(key)
        return True


def once(things: Iterable[T], text: Callable[[T], str], told: Told | None = None) -> list[T]:
    """``things`` in their order, without those whose text says the same as an earlier one's."""
    told = told or Told()
    return [thing for thing in things if told.add(text(thing))]


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if not shorter:
        return False
    if shorter / longer >= SAME / 200 and fuzz.ratio(one, other, score_cutoff=SAME):
        return True
    if shorter / longer < _SHORT:
        return False
    return bool(fuzz.partial_ratio(one, other, score_cutoff=_WITHIN))
