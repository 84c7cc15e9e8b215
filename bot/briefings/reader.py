"""For whom a digest is made: what the chat follows, and what it has been told."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Reader:
    """What a chat follows and has been told.

    ``told`` has the version of each thing told; ``known`` that in which a conference was known
    when the reader began to follow it; ``again`` the articles of deliveries that failed,
    and those that a first digest tells besides what is new.
    """

    speakers: frozenset[int] = frozenset()
    conferences: frozenset[int] = frozenset()
    themes: frozenset[str] = frozenset()
    keywords: tuple[str, ...] = ()
    """Folded."""
    told: Mapping[tuple[str, int], str] = field(default_factory=dict)
    again: frozenset[int] = frozenset()
    known: Mapping[int, str] = field(default_factory=dict)

    def untold(self, again: Iterable[int] = ()) -> Reader:
        """One who follows the same, and has been told nothing."""
        return replace(self, told={}, known={}, again=frozenset(again))

    def with_again(self, articles: frozenset[int]) -> Reader:
        """The same reader, told of these articles as well, but for those he was told of."""
        told = {id_ for thing, id_ in self.told if thing == "article"}
        return replace(self, again=self.again | (articles - told))

    @property
    def key(self) -> tuple[Hashable, ...]:
        """Equal for readers of whom a digest is put together alike."""
        told, known = tuple(sorted(self.told.items())), tuple(sorted(self.known.items()))
        return self.speakers, self.conferences, self.themes, self.keywords, told, known

    def was_told(self, thing: str, id_: int) -> bool:
        """Whether the chat has been told of a thing, in whatever version."""
        return (thing, id_) in self.told

    def conference(self, id_: int) -> str | None:
        """The version of a conference that the reader knows, ``None`` if of none."""
        return self.told.get(("conference", id_), self.known.get(id_))

    def words_in(self, text: str) -> int:
        """How many of the keywords stand in a folded text, as whole words."""
        return sum(1 for word in self.keywords if has_words(text, word))


NOBODY = Reader()
"""A reader who follows nothing and has been told nothing."""


def has_words(text: str, words: str) -> bool:
    """Whether folded ``words`` stand in a folded text as they are, not inside longer words."""
    return _pattern(words).search(text) is not None


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(fold(words))}(?!\w)")
