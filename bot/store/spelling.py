"""Words in the two forms in which a search compares them: plain, and as they are spelt.

Plain words have no marks and no capitals ("bien dong"): so everybody can type them. Spelt words
keep their marks, with the tone in one place ("biển đông"): so "biến động" is something else.
"""

from __future__ import annotations

from summarizer.text.folding import fold, unify_tones, words


def plain(text: str) -> list[str]:
    """The words of a text without their marks."""
    return words(fold(text))


def spelt(text: str) -> list[str]:
    """The words of a text with their marks, in small letters."""
    return words(unify_tones(text).lower())


def is_marked(text: str) -> bool:
    """Whether a text was typed with marks."""
    return plain(text) != spelt(text)
