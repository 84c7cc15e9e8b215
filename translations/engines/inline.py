"""Terms inline in a source: ``… <t> nguồn <tr> target </t> …``.

A model that was trained on such sources uses the target that stands there (Dinu et al. 2019;
Song et al. 2019; Bergmanis and Pinnis 2021). The three markers are pieces of its vocabulary that
stand for nothing else: in a text they are made harmless before it goes in, and they are never let
out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inline:
    """A term at ``source[start:end]`` and what the translation shall say for it."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A source with some of its terms annotated.

    Attributes:
        text: what the model is given.
        spans: for each annotation, in order, where its term begins and ends in the source, where
            the same words begin in ``text``, and where ``text`` goes on after the annotation.
    """

    text: str
    spans: tuple[tuple[int, int, int, int], ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where ``source[start:end]`` stands in the text: of an annotated term its source words."""
        return self._moved(start), self._moved(max(start, end - 1)) + (1 if end > start else 0)

    def _moved(self, at: int) -> int:
        shift = 0
        for start, end, words, after in self.spans:
            if at < start:
                break
            if at < end:
                return words + at - start
            shift = after - end
        return at + shift


@dataclass(frozen=True, slots=True)
class Markers:
    """The pieces before a term, between it and its target, and after the target."""

    begin: str
    middle: str
    end: str

    @property
    def all(self) -> tuple[str, str, str]:
        """The three of them."""
        return self.begin, self.middle, self.end

    def mark(self, words: str, target: str) -> str:
        """One annotated term."""
        return f"{self.begin} {words} {self.middle} {target} {self.end}"

    def annotate(self, source: str, terms: Iterable[Inline]) -> Annotated:
        """``source`` with ``terms`` annotated; of overlapping ones the first.

        ``source`` and targets must be :meth:`harmless`.
        """
        parts: list[str] = []
        spans: list[tuple[int, int, int, int]] = []
        reached = size = 0
        for term in sorted(terms, key=lambda term: (term.start, -term.end)):
            if term.start < reached or term.end <= term.start:
                continue
            before = source[reached : term.start]
            marked = self.mark(source[term.start : term.end], term.target)
            words = size + len(before) + len(self.begin) + 1
            size += len(before) + len(marked)
            parts += [before, marked]
            spans.append((term.start, term.end, words, size))
            reached = term.end
        return Annotated("".join([*parts, source[reached:]]), tuple(spans))

    def harmless(self, text: str) -> str:
        """``text`` in which no marker stands: ``<t>`` becomes ``< t>``."""
        for marker in self.all:
            if marker in text:
                text = text.replace(marker, f"{marker[:1]} {marker[1:]}")
        return text

    def free(self, text: str) -> str:
        """An output without markers, should any have come through."""
        if any(marker in text for marker in self.all):
            text = re.sub("|".join(map(re.escape, self.all)), " ", text)
            text = re.sub(r"\s+", " ", text).strip()
        return text
