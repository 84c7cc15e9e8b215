"""Words of two syllables and more, and what they become in English: learned from sentence pairs.

The glossary has what is official; this list (``lexicon.tsv``, written by ``python -m
translations.training lexicon``) has what is common: for a Vietnamese word the beginnings of the
English words of which a translation nearly always has one, and the commonest renderings. It does
not translate; it tells what a translation lost.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.folding import unify_tones
from translations.words.word_lists import read_rows

LONGEST = 4
"""Syllables of a word."""
_STEM = 5
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a word.

    Attributes:
        weight: how firmly its syllables belong together.
        stems: beginnings of English words; a translation without any of them lost the word. Empty
            where that cannot be told: the word only keeps others from being seen in its place.
        forms: its commonest renderings, the commonest first.
    """

    weight: float
    stems: frozenset[str]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``[start:end]`` of a text, and what is known of it."""

    start: int
    end: int
    entry: Entry


def stem(word: str) -> str:
    """What the inflections of an English word begin with: ``polic`` of policy and policies."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:_STEM]


def stems_of(text: str) -> frozenset[str]:
    """The beginnings of the words of an English text."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()))


def syllables_of(text: str) -> list[tuple[str, int, int]]:
    """The syllables and signs of a Vietnamese text in small letters, with their places."""
    return [(unify_tones(m[0].lower()), *m.span()) for m in _WORD.finditer(text)]


class Lexicon:
    """The words of the list."""

    def __init__(self, entries: dict[tuple[str, ...], Entry]) -> None:
        self._entries = entries

    @staticmethod
    @functools.cache
    def load() -> Lexicon:
        """The list that comes with the package."""
        return Lexicon(
            {
                tuple(word.split()): Entry(
                    float(weight),
                    frozenset(rest[0].split()) if rest else frozenset(),
                    tuple(rest[1].split("|")) if len(rest) > 1 else (),
                )
                for word, weight, *rest in read_rows("lexicon.tsv")
            }
        )

    def words(self, text: str) -> list[Word]:
        """The words of a text: of those that overlap, the ones that belong together most firmly."""
        said = syllables_of(text)
        firmness = [0.0] * (len(said) + 1)
        last: list[int] = [0] * (len(said) + 1)
        for end in range(1, len(said) + 1):
            firmness[end] = firmness[end - 1]
            for size in range(2, min(LONGEST, end) + 1):
                entry = self._entries.get(_key(said[end - size : end]))
                if entry is None:
                    continue
                whole = firmness[end - size] + entry.weight * (size - 1)
                if whole > firmness[end]:
                    firmness[end], last[end] = whole, size
        found = []
        end = len(said)
        while end > 0:
            size = last[end]
            if size:
                part = said[end - size : end]
                found.append(Word(part[0][1], part[-1][2], self._entries[_key(part)]))
            end -= size or 1
        return found[::-1]


def _key(part: Sequence[tuple[str, int, int]]) -> tuple[str, ...]:
    return tuple(syllable for syllable, _, _ in part)
