"""The words of this domain's English that no general dictionary has: what is not made up.

A model that writes piece by piece makes up words; :mod:`translations.words.made_up_words` finds
them by a dictionary and by this list, which the prepared pairs give. Words that are added by hand
stand in ``terminology/more_english_words.tsv``, which nothing writes over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

from translations.training.prepared import read_pairs
from translations.words.made_up_words import small_words

_TIMES = 2
"""Times that a word must stand in the pairs: once it may be a slip."""


def find_words(texts: Iterable[str], general: Container[str]) -> list[str]:
    """The words in small letters that stand in ``texts`` more than once and not in ``general``."""
    counts = Counter(word for text in texts for word in small_words(text))
    return sorted(w for w, times in counts.items() if times >= _TIMES and w not in general)


def write_words(work: Path, out: Path) -> dict[str, Any]:
    """Write the list from the prepared pairs of the recipe into English.

    Returns:
        For people: how many words there are.

    Raises:
        TranslationError: if nothing was prepared.
    """
    from spellchecker import SpellChecker

    general = frozenset(SpellChecker(language="en").word_frequency.words())
    words = find_words((target for _, target in read_pairs(work)), general)
    head = "# Words that the pairs have more than once and a general dictionary has not.\n"
    out.write_text(head + "".join(f"{word}\n" for word in words), encoding="utf-8")
    return {"words": len(words), "file": str(out)}
