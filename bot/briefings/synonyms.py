"""Other words for what is searched for, from the glossary: "East Sea" finds "Biển Đông".

Each term of the glossary in a query, the longest first, is also looked for under its name in the
other language and under the variants of that. A query typed without marks may mean any term of
these letters. Words in quotation marks are looked for as they stand, and a term of one syllable
("Đức", "US") has synonyms only where it is all that is asked for: within a query it is too likely
a part of a name or another word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.store.queries import Part, Query, read_query
from bot.store.spelling import plain, spelt
from translations.terminology import Glossary

MOST: Final = 8
"""Synonyms of a term."""
_LONGEST: Final = 12
"""Words of a term that is looked for."""
_ARTICLE: Final = "the"
_SHORT: Final = 3
"""Letters up to which an English word is too short to be a term within a query."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a term as it is spelt, and the others of the term."""

    spelt: tuple[str, ...]
    others: tuple[str, ...]
    vietnamese: bool


class Synonyms:
    """Finds the terms of a glossary in queries."""

    def __init__(self, glossary: Glossary) -> None:
        self._names: dict[tuple[str, ...], list[_Name]] = {}
        same: dict[str, list[str]] = {}
        for term in glossary.terms:
            same.setdefault(term.en.casefold(), []).append(term.vi)
        for term in glossary.terms:
            # "Mỹ" and "Hoa Kỳ" are one state
            alike = [vi for vi in same[term.en.casefold()] if vi != term.vi]
            names = (term.vi, term.en, *alike, *term.variants_en)
            for number, name in enumerate(names):
                others = (*names[:number], *names[number + 1 :])
                found = _Name(tuple(spelt(name)), others, vietnamese=not number)
                self._names.setdefault(tuple(plain(name)), []).append(found)

    def query(self, text: str) -> Query:
        """What is searched for with ``text``, with the synonyms of its terms."""
        read = read_query(text)
        quoted = [part for part in read.parts if part.together]
        single = [word for part in read.parts if not part.together for word in part.words]
        return Query((*quoted, *self._parts(single, read.marked, alone=not quoted)))

    def wordings(self, text: str) -> tuple[str, ...]:
        """``text`` with each of its terms under each of its other names."""
        parts = self.query(text).parts
        return tuple(
            " ".join([*(p.text for p in parts[:n]), other, *(p.text for p in parts[n + 1 :])])
            for n, part in enumerate(parts)
            for other in part.synonyms
        )

    def _parts(self, words: Sequence[str], marked: bool, alone: bool) -> Iterator[Part]:
        """The words, those of a term together: where terms overlap, those of the longest. The
        article before a term is left out, as nothing stands for it in the other language.
        """
        terms: dict[int, Part] = {}
        left = set(range(len(words)))
        for size in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                own, places = tuple(words[start : start + size]), range(start, start + size)
                if not left.issuperset(places):
                    continue
                if others := self._of(own, marked, whole=alone and size == len(words)):
                    terms[start] = Part(own, synonyms=others)
                    left.difference_update(places)
        for start, word in enumerate(words):
            if word == _ARTICLE and start + 1 in terms:
                continue
            if start in terms or start in left:
                yield terms.get(start, Part((word,)))

    def _of(self, words: tuple[str, ...], marked: bool, whole: bool) -> tuple[str, ...]:
        """What else the terms are called that words are."""
        found: dict[tuple[str, ...], str] = {}
        for name in self._names.get(tuple(plain(" ".join(words))), ()):
            if marked and name.spelt != words:
                continue
            if not whole and len(words) == 1 and (name.vietnamese or len(words[0]) <= _SHORT):
                continue
            for other in name.others:
                found.setdefault(tuple(spelt(other)), other)
        found.pop(words, None)
        return tuple(found.values())[:MOST]
