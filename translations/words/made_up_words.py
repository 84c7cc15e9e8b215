"""English words that there are none of: a model that writes piece by piece may make them up.

``discusss``, ``strategicly``, ``exchangeing`` come of pieces that do not go together:

    >>> made_up_words("They discusss subregional trade, see https://x.example/xyzzq.", "")
    ['discusss']

A word in small letters is taken for one that does not stand in the source and that none of these
know: a general dictionary (pyspellchecker's), the words of this domain (``english_words.tsv``: what
the pairs that the models learnt from have more than once; ``more_english_words.tsv``: added by
hand), and the prefixes that make new words of known ones. Words with a capital, with a hyphen or an
apostrophe, shorter than three letters, and what is in addresses and hashtags are not looked at.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from translations.words.names import strip_marks
from translations.words.word_lists import read_rows

_ADDRESS = re.compile(
    r"(?:https?|ftp)://\S+|www\.\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)+/\S*"
    r"|(?<![\w.+-])[\w.+-]+@[\w.-]+|[@#]\w+",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"(?<![\w\-/@#.])(?<!\w['’])[a-z]{3,}(?![\w\-/@]|['’]\w|\.\w)"  # 'quoted' is a word
)
_PREFIX = re.compile(
    r"(?:agro|anti|bio|co|cyber|de|eco|geo|inter|intra|micro|mini|multi|non|over|pluri|post|pre|re"
    r"|semi|sub|trans|under)(?=[a-z]{4})"
)
"""What stands before a known word of four letters or more: with shorter ones nearly any slip would
do (``de`` and ``bet``).
"""
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
    return frozenset(general) | {
        word
        for name in ("english_words.tsv", "more_english_words.tsv")
        for (word,) in read_rows(name)
    }


def small_words(text: str) -> list[str]:
    """The words of English ``text`` that can be looked up, as often as they stand there: small
    letters only, nothing of addresses, hashtags or compounds.

        >>> small_words("An iffy word-game at http://abcx.example/xyzzq?a=xyzzr, #tag")
        ['iffy']
    """
    return _WORD.findall(_ADDRESS.sub(" @ ", text))


@functools.lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Whether English has a word, written in small letters, in either spelling."""
    if _is_listed(word):
        return True
    prefix = _PREFIX.match(word)
    return prefix is not None and _is_listed(word[prefix.end() :])


def _is_listed(word: str) -> bool:
    if word in _dictionary():
        return True
    return any(form.sub(other, word) in _dictionary() for form, other in _BRITISH)


def made_up_words(text: str, source: str) -> list[str]:
    """The words of an English text that are none, each once, in order.

    What stands letter for letter in ``source``, marks aside, is kept from there and made up by
    nobody.
    """
    found = [word for word in dict.fromkeys(small_words(text)) if not is_word(word)]
    if not found:
        return found
    there = set(re.findall(r"\w+", strip_marks(source.casefold())))
    return [word for word in found if word not in there]


def runs_of(words: Sequence[str], pieces: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs of pieces (``▁`` begins a word) that spell one of ``words``, in order.

    Signs that a piece has beside the word's letters go with it, and so does a ``▁`` that is a piece
    of its own before the word:

        >>> runs_of(["exchangeing"], ["▁of", "▁“exchange", "ing.”"])
        [('▁“exchange', 'ing.”')]
    """
    wanted = frozenset(words)
    if not wanted:
        return []
    text = "".join(pieces)
    owners = [number for number, piece in enumerate(pieces) for _ in piece]
    runs: list[tuple[str, ...]] = []
    for match in _LETTERS.finditer(text):
        if match.group() not in wanted:
            continue
        first, last = owners[match.start()], owners[match.end() - 1]
        if first and pieces[first - 1] == "▁":
            first -= 1
        runs.append(tuple(pieces[first : last + 1]))
    return runs


_LETTERS = re.compile(r"[^\W\d_]+")
