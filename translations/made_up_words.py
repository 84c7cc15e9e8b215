"""English words that there are none of: a model that writes piece by piece may make them up.

``discusss``, ``strategicly``, ``exchangeing`` come of pieces that do not go together. A word in
small letters that neither a general dictionary (pyspellchecker's) nor the words of this domain
(``english_words.tsv``: what the pairs that the models learnt from have more than once) know, and
that does not stand in the source, is taken for one. Words with a capital, with a hyphen or an
apostrophe, and shorter than three letters are not looked at.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from translations.names import strip_marks
from translations.word_lists import read_rows

_WORD = re.compile(r"(?<![\w'’\-/@#.])[a-z]{3,}(?![\w'’\-/@]|\.\w)")
_BRITISH = (
    (re.compile(r"is(?=ation|ations|e|es|ed|er|ers|ing)"), "iz"),
    (re.compile(r"ys(?=e|es|ed|er|ers|ing)"), "yz"),
    (re.compile(r"(?<=[a-z])our"), "or"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$)"), "l"),
)
"""British endings, and what an American dictionary has for them."""


@functools.cache
def _dictionary() -> frozenset[str]:
    from spellchecker import SpellChecker

    general = SpellChecker(language="en").word_frequency.words()
    return frozenset(general) | {word for (word,) in read_rows("english_words.tsv")}


@functools.lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Whether English has a word, written in small letters, in either spelling."""
    if word in _dictionary():
        return True
    return any(form.sub(other, word) in _dictionary() for form, other in _BRITISH)


def made_up_words(text: str, source: str) -> list[str]:
    """The words of an English text that are none, each once, in order.

    What stands letter for letter in ``source``, marks aside, is kept from there and made up by
    nobody.
    """
    found = [word for word in dict.fromkeys(_WORD.findall(text)) if not is_word(word)]
    if not found:
        return found
    there = set(re.findall(r"\w+", strip_marks(source.casefold())))
    return [word for word in found if word not in there]


def runs_of(words: Sequence[str], pieces: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs of pieces (``▁`` begins a word) that spell one of ``words``."""
    wanted = frozenset(words)
    longest = max(map(len, wanted), default=0)
    runs: list[tuple[str, ...]] = []
    for start, piece in enumerate(pieces):
        if not piece.startswith("▁") and start and pieces[start - 1][-1:].isalpha():
            continue
        spelt = ""
        for end in range(start, len(pieces)):
            if end > start and pieces[end].startswith("▁"):
                break
            spelt += pieces[end].lstrip("▁")
            if len(spelt) > longest:
                break
            over = end + 1 == len(pieces) or not pieces[end + 1][:1].isalpha()
            if over and spelt in wanted:
                runs.append(tuple(pieces[start : end + 1]))
                break
    return runs
