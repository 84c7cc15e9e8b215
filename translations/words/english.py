"""Comparing English with English: is a phrase there, whatever its inflection and spelling?

A phrase is there when its words stand in order, or, for phrases of two words that mean something
and more, when those words stand close together in any order: ``Resolution of the 13th Congress``
and ``the 13th Congress's Resolution`` are the same thing. Plural, possessive, articles, British
and American spelling, ``Viet Nam`` and ``Vietnam``, ``sixth`` and ``6th`` do not matter.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from translations.words.wording import plain

_WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*")
_EMPTY = frozenset(
    ["the", "a", "an", "of", "for", "to", "in", "on", "at", "and", "s", "by", "with"]
)
"""Words that may be missing or added without making it another thing."""
_SLACK = 4
"""Words that may stand between the words of a phrase found in another order."""

_SPELLING = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"ise(d|s|r)?$"), r"ize\1"),
    (re.compile(r"ising$"), "izing"),
    (re.compile(r"^defence"), "defense"),
    (re.compile(r"^(cent)re(s?)$"), r"\1er\2"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"^(lab|neighb|fav|hon|behavi|endeav)our"), r"\1or"),
    (re.compile(r"^counsell?or"), "counselor"),
    (re.compile(r"^councill?or"), "councilor"),
    (re.compile(r"^advis[eo]r$"), "adviser"),
    (re.compile(r"^chair(?:man|woman|person|men)?$"), "chairman"),
    (re.compile(r"^(spokes|congress|states)(?:man|woman|men|women|people)$"), r"\1person"),
)
_ORDINALS = {
    word: f"{number}{ending}"
    for number, (word, ending) in enumerate(
        [("first", "st"), ("second", "nd"), ("third", "rd"), ("fourth", "th"), ("fifth", "th"),
         ("sixth", "th"), ("seventh", "th"), ("eighth", "th"), ("ninth", "th"), ("tenth", "th"),
         ("eleventh", "th"), ("twelfth", "th"), ("thirteenth", "th"), ("fourteenth", "th"),
         ("fifteenth", "th"), ("sixteenth", "th"), ("seventeenth", "th"), ("eighteenth", "th"),
         ("nineteenth", "th"), ("twentieth", "th")],
        start=1,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """An English word at ``text[start:end]`` and its form for comparison."""

    start: int
    end: int
    form: str


@functools.lru_cache(maxsize=16384)
def _form(word: str) -> str:
    bare = word.replace(".", "")
    if bare.isupper() and 1 < len(bare) <= 6:
        return bare
    low = word.lower()
    low = _ORDINALS.get(low, low)
    if len(low) > 4 and low.endswith("ies"):
        low = low[:-3] + "y"
    elif len(low) > 4 and low.endswith(("ches", "shes", "sses", "xes")):
        low = low[:-2]
    elif len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    for pattern, replacement in _SPELLING:
        low = pattern.sub(replacement, low)
    return low


def split_words(text: str) -> list[Word]:
    """The words of English ``text`` that mean something, with their places."""
    found = list(_WORD.finditer(text))
    words: list[Word] = []
    skip = False
    for index, match in enumerate(found):
        if skip:
            skip = False
            continue
        word, end = match.group(), match.end()
        if word.lower() in {"viet", "việt"} and index + 1 < len(found):
            following = found[index + 1]
            if following.group().lower() == "nam":
                word, end, skip = "Vietnam", following.end(), True
        if word.lower() not in _EMPTY:
            words.append(Word(match.start(), end, _form(word)))
    return words


@functools.lru_cache(maxsize=8192)
def phrase_forms(phrase: str) -> tuple[str, ...]:
    """The forms of the words of a phrase."""
    return tuple(word.form for word in split_words(plain(phrase)))


class EnglishText:
    """An English text, made ready to look for several phrases."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = split_words(text)
        self._forms = [word.form for word in self.words]

    def find(self, phrase: str) -> tuple[int, int] | None:
        """Where ``phrase`` stands, as a span of the text, or ``None``."""
        wanted = phrase_forms(phrase)
        if not wanted:
            return None
        size = len(wanted)
        for i in range(len(self._forms) - size + 1):
            if tuple(self._forms[i : i + size]) == wanted:
                return self.words[i].start, self.words[i + size - 1].end
        if len(set(wanted)) < 2:
            return None
        need = set(wanted)
        for i, form in enumerate(self._forms):
            if form not in need:
                continue
            missing = set(need)
            for j in range(i, min(len(self._forms), i + size + _SLACK)):
                missing.discard(self._forms[j])
                if not missing:
                    return self.words[i].start, self.words[j].end
        return None

    def has(self, phrase: str) -> bool:
        """Whether ``phrase`` stands in the text."""
        return self.find(phrase) is not None
