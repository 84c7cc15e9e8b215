"""Finding known phrases in running text, longest first, by whole words.

Text and keys are compared word by word in a matching form: NFC, lower case, plain quotation marks
and dashes, one style of tone placement (``hoà`` and ``hòa`` are the same word). Spaces around
hyphens do not matter (``kinh tế - xã hội``, ``kinh tế-xã hội``). Numbers of documents
(``25-CT/TW``) and addresses are left alone unless a key covers them wholly.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from summarizer.text.folding import unify_tones
from translations.words.wording import plain

T = TypeVar("T")

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:\.(?=[^\W\d_])[^\W\d_]+)*|\S")
_CODE = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b\d+(?:/\d+)?[-/–][A-ZĐ][\wĐ]*(?:[-/–][\wĐ]+)*"
)


_WORD = 40
"""Letters of the longest text whose matching form is remembered."""


def matching_form(text: str) -> str:
    """Lower case, plain signs, and the tone where the older style puts it (``hòa``, ``thủy``)."""
    return _remembered_form(text) if len(text) <= _WORD else _form(text)


def _form(text: str) -> str:
    return unify_tones(plain(text)).lower()


# The words of one text come again and again: in its terms, its names, its titles.
_remembered_form = functools.lru_cache(maxsize=20_000)(_form)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: where it stands and its matching form."""

    start: int
    end: int
    form: str


def tokenize(text: str) -> list[Token]:
    """Words, numbers and single signs of NFC ``text``, with their matching forms."""
    return [
        Token(match.start(), match.end(), matching_form(match.group()) or match.group())
        for match in _TOKEN.finditer(text)
    ]


def protected_spans(text: str) -> list[tuple[int, int]]:
    """Where document numbers and addresses stand."""
    return [match.span() for match in _CODE.finditer(text)]


@dataclass(frozen=True, slots=True)
class PhraseMatch(Generic[T]):
    """A phrase found at ``text[start:end]``; ``first`` and ``last`` are its tokens' indices."""

    start: int
    end: int
    first: int
    last: int
    value: T


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    values: list[T] = field(default_factory=list)


class PhraseIndex(Generic[T]):
    """Phrases with values, looked up in running text."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, value in phrases:
            node = self._root
            for token in tokenize(unicodedata.normalize("NFC", phrase)):
                node = node.next.setdefault(token.form, _Node())
            if node is not self._root:
                node.values.append(value)

    def at(self, tokens: Sequence[Token], first: int) -> Iterator[tuple[int, list[T]]]:
        """Index after the last token, and the values, of every phrase that starts at ``first``."""
        node = self._root
        for i in range(first, len(tokens)):
            following = node.next.get(tokens[i].form)
            if following is None:
                return
            node = following
            if node.values:
                yield i + 1, node.values

    def find_all(self, text: str, tokens: Sequence[Token]) -> list[PhraseMatch[T]]:
        """Every match at every place, overlapping ones too, protected spans respected."""
        guards = protected_spans(text)
        found: list[PhraseMatch[T]] = []
        for first in range(len(tokens)):
            for after, values in self.at(tokens, first):
                start, end = tokens[first].start, tokens[after - 1].end
                if any(g0 < end and start < g1 and not (start <= g0 and g1 <= end)
                       for g0, g1 in guards):  # fmt: skip
                    continue
                found += [PhraseMatch(start, end, first, after - 1, value) for value in values]
        return found


def longest_first(
    matches: Iterable[PhraseMatch[T]], better: Callable[[PhraseMatch[T]], float] = lambda _: 0.0
) -> list[PhraseMatch[T]]:
    """Matches that do not overlap, the longest chosen first, in the order of the text.

    Among equally long ones the one that is ``better`` is chosen, then the first.
    """
    chosen: list[PhraseMatch[T]] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.first - m.last, -better(m), m.start)):
        places = range(match.first, match.last + 1)
        if not taken.intersection(places):
            chosen.append(match)
            taken.update(places)
    return sorted(chosen, key=lambda m: m.start)
