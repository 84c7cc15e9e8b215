"""What a search is asked for, and the conditions that articles have to meet, the strictest first.

Who types marks means them: "Biển Đông" is found where it is spelt so, and only if it is so nowhere,
where it would be the same without marks. Who types none finds all that is written with the same
letters. Where no article has all the words, they are taken for beginnings of words.

A part of a query may have synonyms, which count as much as its own words. They are phrases, and one
with marks is found as it is spelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.store.expressions import Expression, Phrase, either, every, is_stem
from bot.store.spelling import is_marked, plain, spelt
from summarizer.text.folding import fold

MOST_WORDS = 40
"""Words of a query that are looked at."""
_SYLLABLE = 4
"""Letters up to which an English word may look like a Vietnamese syllable without its marks: "ban",
"doc". It is looked for where texts have their marks."""
_QUOTED = re.compile(r'["“”«»]([^"“”«»]+)["“”«»]')
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that are looked for wherever they stand, or ``together``; and what may stand for them
    in the articles.
    """

    words: tuple[str, ...]
    together: bool = False
    synonyms: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words as they were typed."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Query:
    """A query in its parts, in their order."""

    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        """The words as they were typed, without quotation marks."""
        return " ".join(part.text for part in self.parts)

    @property
    def marked(self) -> bool:
        """Whether it was typed with marks."""
        return is_marked(self.text)


def read_query(text: str) -> Query:
    """A query as a reader types it: words, and phrases in double quotes, which come first."""
    text = _POSSESSIVE.sub("", text)
    quoted = [Part(tuple(spelt(phrase)), together=True) for phrase in _QUOTED.findall(text)]
    single = [Part((word,)) for word in spelt(_QUOTED.sub(" ", text))]
    left = MOST_WORDS
    parts: list[Part] = []
    for part in (*quoted, *single):
        if plain(part.text) and left > 0:
            parts.append(replace(part, words=part.words[:left]))
            left -= len(part.words)
    return Query(tuple(parts))


@dataclass(frozen=True, slots=True)
class Condition:
    """What articles have to meet, if any meets the ``strict`` form of it."""

    strict: Expression
    whole: Expression


def conditions(query: Query) -> list[Condition]:
    """What articles have to meet, the strictest first: the first that any article meets counts."""
    if not query.parts:
        return []
    found = [_as_spelt(query)] if query.marked else []
    return [*found, *(Condition(each, each) for each in (_exact(query, False), _stems(query)))]


def _as_spelt(query: Query) -> Condition:
    """The query with its marks. English texts have names of several words without any: these are
    found as well, but say nothing of whether the marks are right.
    """
    strict = _exact(query, True)
    without = tuple(plain(query.text))
    if len(without) < 2:
        return Condition(strict, strict)
    unmarked = every([Phrase(without, spelt=True), Phrase(without)])
    return Condition(strict, either([strict, unmarked]))


def _exact(query: Query, marked: bool) -> Expression:
    """Every part of the query. The words side by side are worth more than the words anywhere."""
    parts = every(_part(part, marked) for part in query.parts)
    together = [word for part in query.parts for word in part.words]
    return either([_phrase(together, marked), parts]) if len(together) > 1 else parts


def _part(part: Part, marked: bool) -> Expression:
    if part.together:
        own = _phrase(part.words, marked)
    else:
        own = every(_phrase((word,), marked) for word in part.words)
    return either([own, *map(_synonym, part.synonyms)])


def _phrase(words: Sequence[str], marked: bool) -> Expression:
    """Words side by side. With marks they stand in the plain texts, too, where the title and names
    count more than the rest.
    """
    without = Phrase(tuple(plain(" ".join(words))))
    return every([Phrase(tuple(words), spelt=True), without]) if marked else without


def _synonym(text: str) -> Expression:
    words = spelt(text)
    short = len(words) == 1 and len(words[0]) <= _SYLLABLE
    return _phrase(words, marked=short or is_marked(text))


def _stems(query: Query) -> Expression:
    return every(
        Phrase(tuple(plain(" ".join(words))), stem=True)
        for part in query.parts
        for words in ([part.words] if part.together else [(word,) for word in part.words])
    )


# --- the sentence to show ------------------------------------------------------------------


class Telling:
    """How much of a query a sentence has."""

    def __init__(self, query: Query) -> None:
        self._marked = query.marked
        self._spelt = spelt(query.text)
        self._plain = plain(query.text)
        self._synonyms = [
            (len(part.words), f" {' '.join(plain(synonym))} ")
            for part in query.parts
            for synonym in part.synonyms
        ]
        self._signs = {*self._plain, *(each.split()[0] for _, each in self._synonyms)}

    def __call__(self, text: str) -> float:
        """0 where it has none of the words. A word with other marks is worth half, words side by
        side are worth more, a synonym as much as what it stands for.
        """
        folded = fold(text)
        if not any(sign in folded for sign in self._signs):
            return 0  # as most sentences of most articles have none of them
        found = plain(folded)
        spaced = f" {' '.join(found)} "
        synonym = max((worth * 2 for worth, each in self._synonyms if each in spaced), default=0)
        met = [_has(found, word) for word in self._plain]
        if not any(met) or not self._marked:
            return max(_worth(self._plain, spaced, met), synonym)
        own = spelt(text)
        having = set(own)
        agreeing = [word in having for word in self._spelt]
        with_marks = _worth(self._spelt, f" {' '.join(own)} ", agreeing)
        return max(with_marks, _worth(self._plain, spaced, met) / 2, synonym)


def _has(found: Sequence[str], word: str) -> bool:
    return word in found or (is_stem(word) and any(each.startswith(word) for each in found))


def _worth(words: Sequence[str], spaced: str, met: Iterable[bool]) -> float:
    return sum(met) + sum(f" {one} {other} " in spaced for one, other in pairwise(words))
