"""Finding a term from what a person typed: without marks, misspelt, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from translations.words.names import strip_marks

if TYPE_CHECKING:
    from translations.terminology.glossary import Term

_ENOUGH = 72.0
"""Likeness (0–100) from which a misspelt word is taken for a term."""


def _fold(text: str) -> str:
    return " ".join(strip_marks(text).lower().replace("-", " ").split())


class TermLookup:
    """Folded forms of all terms."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._entries = [
            (_fold(text), text, term)
            for term in terms
            for text in (term.vi, term.en, *term.variants_en)
        ]

    def find(self, word: str, limit: int) -> list[Term]:
        """Terms in order of likeness: the same with marks, the same without, beginning with it,
        containing it, like it. Shorter terms first among equals; each term once.
        """
        query = _fold(word)
        if not query or limit < 1:
            return []
        typed = " ".join(word.split()).casefold()
        ranked: list[tuple[float, int, int, Term]] = []
        for order, (folded, text, term) in enumerate(self._entries):
            if text.casefold() == typed:
                rank = 0.0
            elif folded == query:
                rank = 1.0
            elif folded.startswith(query + " "):
                rank = 2.0
            elif f" {query} " in f" {folded} ":
                rank = 3.0
            elif folded.startswith(query) and len(query) > 2:
                rank = 4.0
            else:
                continue
            ranked.append((rank, len(folded), order, term))
        if len(ranked) < limit and len(query) > 2:
            ranked += self._like(query)
        ranked.sort(key=lambda entry: entry[:3])
        return list(dict.fromkeys(term for *_, term in ranked))[:limit]

    def _like(self, query: str) -> list[tuple[float, int, int, Term]]:
        from rapidfuzz import fuzz, process

        hits = process.extract(
            query, [folded for folded, _, _ in self._entries], scorer=fuzz.ratio,
            score_cutoff=_ENOUGH, limit=20,
        )  # fmt: skip
        return [
            (5.0 + (100 - score) / 100, len(folded), index, self._entries[index][2])
            for folded, score, index in hits
        ]
