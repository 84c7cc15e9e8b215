"""The theme of a task, by key phrases."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.facts.model import Theme
from summarizer.facts.words.lexicon import phrases_in, table_of
from summarizer.text.folding import unify_tones


class _Phrase(NamedTuple):
    """A key phrase with its weight; ``words`` are what ``pattern`` finds between other words."""

    words: str
    pattern: re.Pattern[str]
    weight: int

    def stands_in(self, low: str) -> bool:
        # Most phrases are nowhere in a text, which containment tells at a tenth of the cost.
        return self.words in low and self.pattern.search(low) is not None


@cache
def _phrases(language: str) -> tuple[tuple[Theme, tuple[_Phrase, ...]], ...]:
    table = table_of("themes.toml")
    themes = []
    for name, row in table.items():
        phrases = []
        for phrase in phrases_in(row["en" if language == "en" else "vi"]):
            weight = 2 if phrase.startswith("*") else 1
            words = unify_tones(phrase.lstrip("*"))
            pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
            phrases.append(_Phrase(words, pattern, weight))
        themes.append((Theme(name), tuple(phrases)))
    return tuple(themes)


def theme_of(text: str, language: str) -> Theme:
    """The theme whose phrases weigh most, the earlier in ``themes.toml`` on a tie.

    Phrases nearer to the beginning of the task decide between themes of one weight only through
    the order of the file; a text with none of the phrases is :attr:`Theme.OTHER`.
    """
    low = unify_tones(text.lower())
    best, weight = Theme.OTHER, 0
    for theme, phrases in _phrases(language):
        total = sum(phrase.weight for phrase in phrases if phrase.stands_in(low))
        if total > weight:
            best, weight = theme, total
    return best


def concerns(text: str, language: str, theme: Theme) -> bool:
    """Whether a text has one of the phrases of a theme that weigh double: those that name it."""
    low = unify_tones(text.lower())
    return any(
        phrase.stands_in(low)
        for its, phrases in _phrases(language)
        if its is theme
        for phrase in phrases
        if phrase.weight > 1
    )
