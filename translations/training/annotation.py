"""Terms inline in the source: ``… <t> nguồn <tr> target </t> …``.

A model that has seen some of its sources annotated with the target term learns to use what stands
there (Dinu et al. 2019; Song et al. 2019; Bergmanis and Pinnis 2021). Only terms whose target
really stands in the reference are annotated. Names of people and places, spelt by rule, serve as
pseudo-terms beside the glossary.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from translations.engine import Direction
from translations.terminology import Glossary
from translations.training.corpus import Pair
from translations.words.names import find_names


@dataclass(frozen=True, slots=True)
class Span:
    """A term at ``start:end`` of the source and what it is in the reference."""

    start: int
    end: int
    target: str


def _stands(phrase: str, text: str, lowered: str) -> str | None:
    """``phrase`` as it stands in ``text`` at word borders, in its own case there."""
    at = lowered.find(phrase.lower())
    while at >= 0:
        end = at + len(phrase)
        before = at == 0 or not text[at - 1].isalnum()
        after = end == len(text) or not text[end].isalnum()
        if before and after:
            return text[at:end]
        at = lowered.find(phrase.lower(), at + 1)
    return None


def find_spans(pair: Pair, glossary: Glossary, direction: Direction) -> list[Span]:
    """Terms and names of the source side that the target side renders as expected, in order."""
    source, target = (pair.vi, pair.en) if direction is Direction.VI_EN else (pair.en, pair.vi)
    lowered = target.lower()
    spans: list[Span] = []
    for match in glossary.find_terms(source, direction):
        renderings = (
            (match.term.en, *match.term.variants_en)
            if direction is Direction.VI_EN
            else (match.term.vi,)
        )
        for phrase in sorted(renderings, key=len, reverse=True):
            if (found := _stands(phrase, target, lowered)) is not None:
                spans.append(Span(match.start, match.end, found))
                break
    if direction is Direction.VI_EN:
        taken = [(span.start, span.end) for span in spans]
        spans += [
            Span(name.start, name.end, found)
            for name in find_names(source, exclude=taken)
            if (found := _stands(name.english, target, lowered)) is not None
        ]
    return sorted(spans, key=lambda span: span.start)


def annotate(
    source: str, spans: Sequence[Span], markers: Sequence[str], chance: random.Random
) -> str:
    """The source with some of its spans annotated: all, or a random part of them."""
    keep = 1.0 if chance.random() < 0.5 else chance.random()
    parts: list[str] = []
    at = 0
    for span in spans:
        if span.start < at or chance.random() > keep:
            continue
        parts += [
            source[at : span.start],
            mark(source[span.start : span.end], span.target, markers),
        ]
        at = span.end
    return "".join([*parts, source[at:]])


def mark(source: str, target: str, markers: Sequence[str]) -> str:
    """One annotated term."""
    begin, middle, end = markers
    return f"{begin} {source} {middle} {target} {end}"
