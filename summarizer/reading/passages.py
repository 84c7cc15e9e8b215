"""What a learned reader reads, and what it says of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizer.document import LEAD, TITLE


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of one paragraph, of a title or of a lead.

    Attributes:
        sentences: their texts, in order.
        paragraph: where they stand: a number from 0, :data:`LEAD` or :data:`TITLE`.
    """

    sentences: tuple[str, ...]
    paragraph: int = 0

    @property
    def kind(self) -> int:
        """0 for a title, 1 for a lead, 2 for the body."""
        return {TITLE: 0, LEAD: 1}.get(self.paragraph, 2)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a meeting, or a word of one: its place in a sentence in characters, and how
    likely it is one.
    """

    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one sentence.

    Attributes:
        task: log-odds that it says what is to be done.
        names: of meetings, in order, not overlapping.
        inside: the words that may be within a name, each with how likely it is; all others are
            outside, as far as the sentence was read. ``None`` if nothing is said of them.
        read: where what was read of the sentence ends, in characters.
    """

    task: float
    names: tuple[Name, ...] = ()
    inside: tuple[Name, ...] | None = None
    read: float = math.inf


class Reads(Protocol):
    """Whoever reads articles: the shipped reader, or another one."""

    def read(self, passages: Sequence[Passage]) -> list[list[Reading]]:
        """Read one article.

        Args:
            passages: of the article, in the order in which people read them, the title first.

        Returns:
            For each passage a reading of each of its sentences.
        """
        ...
