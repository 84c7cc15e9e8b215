"""The theme of a task, by key phrases."""

from __future__ import annotations

import re
from functools import cache

from summarizer.facts.lexicon import phrases_in, table_of
from summarizer.facts.model import Theme
from summarizer.text.folding import unify_tones


@cache
def _patterns(language: str) -> tuple[tuple[Theme, tuple[tuple[re.Pattern[str], int], ...]], ...]:
    table = table_of("themes.toml")
    themes = []
    for name, row in table.items():
        patterns = []
        for phrase in phrases_in(row["en" if language == "en" else "vi"]):
            weight = 2 if phrase.startswith("*") else 1
            words = re.escape(unify_tones(phrase.lstrip("*")))
            patterns.append((re.compile(rf"(?<!\w){words}(?!\w)"), weight))
        themes.append((Theme(name), tuple(patterns)))
    return tuple(themes)


def theme_of(text: str, language: str) -> Theme:
    """The theme whose phrases weigh most, the earlier in ``themes.toml`` on a tie.

    Phrases nearer to the beginning of the task decide between themes of one weight only through
    the order of the file; a text with none of the phrases is :attr:`Theme.OTHER`.
    """
    low = unify_tones(text.lower())
    best, weight = Theme.OTHER, 0
    for theme, patterns in _patterns(language):
        total = sum(value for pattern, value in patterns if pattern.search(low))
        if total > weight:
            best, weight = theme, total
    return best


def concerns(text: str, language: str, theme: Theme) -> bool:
    """Whether a text has one of the phrases of a theme that weigh double: those that name it."""
    low = unify_tones(text.lower())
    return any(
        pattern.search(low)
        for its, patterns in _patterns(language)
        if its is theme
        for pattern, weight in patterns
        if weight > 1
    )
