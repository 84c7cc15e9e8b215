"""The word lists of visits as phrases, and whether one begins in a stretch of a line."""

from __future__ import annotations

from functools import cache

from summarizer.facts.words.lexicon import Phrases, phrases_in, table_of, words_of_part
from summarizer.facts.words.tokens import Line

_FILE = "visits.toml"


@cache
def phrases_of_visits(language: str, key: str) -> Phrases:
    """One list of phrases about visits."""
    return Phrases((way, key) for way in phrases_in(table_of(_FILE)[language][key]))


def words_of_visits(language: str, key: str) -> frozenset[str]:
    """The same as a set."""
    return words_of_part(_FILE, language, key)


def has_phrase(line: Line, language: str, key: str, start: int, end: int) -> bool:
    """Whether a phrase of a list begins at one of the tokens from ``start`` to ``end`` (exclusive),
    as far as the line has them.
    """
    phrases = phrases_of_visits(language, key)
    return any(
        phrases.match(line.tokens, at) for at in range(max(0, start), min(end, len(line.tokens)))
    )
