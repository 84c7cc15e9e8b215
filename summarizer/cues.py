"""The words by which sentences are judged: data of ``cues.toml``, by language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources

from summarizer.text.folding import unify_tones


@dataclass(frozen=True, slots=True)
class Cues:
    """Lower-case words with their marks, the tone where :func:`unify_tones` puts it.

    Attributes:
        openers: openings that point back to the sentence before.
        pronouns: words for a person that stand for a name unless one follows.
        small_words: words whose capital at the beginning of a sentence means nothing.
    """

    openers: tuple[str, ...]
    pronouns: tuple[str, ...]
    small_words: frozenset[str]


@cache
def cues_of(language: str) -> Cues:
    """The cues of a language; any but English is taken for Vietnamese."""
    text = (resources("summarizer") / "cues.toml").read_text(encoding="utf-8")
    table = tomllib.loads(unify_tones(text))["en" if language == "en" else "vi"]
    return Cues(
        openers=tuple(table["openers"]),
        pronouns=tuple(table["pronouns"]),
        small_words=frozenset(table["small_words"]),
    )
