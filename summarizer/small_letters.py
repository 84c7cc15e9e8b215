"""Names in small letters: "ông lê văn mẫn", "hà nội", or a whole text in capitals or without any.

Many models write no capitals, and a name that is not seen is not checked. A word that the source
only has in names must open a name of the source here as well, whatever its case. What else gives
a name away: a place of the gazetteer, a surname after a title, an unknown word after "tỉnh" or
"huyện". In a text without a capital, and in a run of capitals, nothing tells names from words, so
there every word must stand in the source but for the most common.

What this cannot see is a name made of words that the source has as common ones, unless it is a
place of the gazetteer; and, in a text that writes other names with capitals, most small ones that
are neither places nor behind a title.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summarizer.facts.words.lexicon import rows_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.text.folding import unify_tones

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST_PLACE = 6
_SHORTEST_LONE_PLACE = 4
"""Letters of a place of one word; shorter ones are words of the other language."""

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a source says, as far as small letters can be compared with it.

    Attributes:
        names: what may be called by name, in small letters, by first words.
        plain: the words that the source writes small, or large at a beginning only.
        words: all words.
        pairs: all pairs of neighbours in small letters.
        small_after: pairs of which the source writes the second small.
        text: all words in small letters, between blanks.
    """

    names: dict[str, frozenset[Run]]
    plain: frozenset[str]
    words: frozenset[str]
    small_after: frozenset[tuple[str, str]]
    text: str

    @classmethod
    def of(cls, source: str, names: Iterable[Run], plain: Iterable[str]) -> Spoken:
        """What a source says; ``names`` are all by which it calls somebody or something."""
        by_first: dict[str, set[Run]] = {}
        for name in names:
            small = tuple(word.lower() for word in name)
            by_first.setdefault(small[0], set()).add(small)
        tokens = WORD.findall(source)
        lows = [token.lower() for token in tokens]
        return cls(
            {first: frozenset(runs) for first, runs in by_first.items()},
            frozenset(plain),
            frozenset(lows),
            frozenset(
                (low, lows[at + 1])
                for at, low in enumerate(lows[:-1])
                if not tokens[at + 1][0].isupper()
            ),
            f" {' '.join(lows)} ",
        )

    def name_at(self, words: Sequence[str], start: int) -> int:
        """How many words the longest name has that begins there; 0 where none does."""
        names = self.names.get(words[start], ())
        return max(
            (len(name) for name in names if tuple(words[start : start + len(name)]) == name),
            default=0,
        )

    def says(self, words: Sequence[str]) -> bool:
        """Whether the words follow each other somewhere."""
        return f" {' '.join(words)} " in self.text

    def only_names(self, word: str) -> bool:
        """Whether the source has a word in names only."""
        return word in self.words and word not in self.plain


@dataclass(frozen=True, slots=True)
class _Words:
    everyday: frozenset[str]
    settlements: frozenset[str]
    titles: frozenset[Run]
    also_words: frozenset[str]


def astray(
    words: Sequence[str], spoken: Spoken, language: str, surnames: frozenset[str], *, strict: bool
) -> Iterator[str]:
    """What of neighbouring words, in small letters, is a name that the source has not.

    With ``strict`` any word that the source has not, but for the most common.
    """
    yield from _places(words, spoken, language)
    known = _words_of(language)
    unknown = [
        not word.isdigit() and word not in spoken.words and word not in known.everyday
        for word in words
    ]
    named = [spoken.only_names(word) and word not in known.everyday for word in words]
    at = 0
    while at < len(words):
        if length := spoken.name_at(words, at):
            at += length
            continue
        if strict:
            # "Thủ tướng" in small letters is no name; in English any word would be excused so
            pair = (words[at], words[at + 1] if at + 1 < len(words) else "")
            wrong = unknown[at] or (
                named[at] and (language == "en" or pair not in spoken.small_after)
            )
        else:
            wrong = _looks_named(words, at, named, unknown, spoken, known, language, surnames)
        wrong = wrong or (
            words[at] in surnames
            and _after_title(words, at, known.titles)
            and not spoken.says(words[at : at + 2])
        )
        if wrong:
            yield words[at]
        at += 1


def _looks_named(
    words: Sequence[str],
    at: int,
    named: Sequence[bool],
    unknown: Sequence[bool],
    spoken: Spoken,
    known: _Words,
    language: str,
    surnames: frozenset[str],
) -> bool:
    """Whether a word is a name's in a text that writes other names with capitals.

    Half of a compound may stand in names only ("nông dân" beside "Hội Nông dân"), so it takes two
    together that the source does not have together, or one that is no Vietnamese word, a surname
    or in the place of a name.
    """
    following = words[at + 1] if at + 1 < len(words) else ""
    if unknown[at] and (at > 0 and words[at - 1] in known.settlements):
        return True
    if unknown[at] and language != "en" and words[at].isalpha() and not is_syllable(words[at]):
        return True
    if not following or spoken.says((words[at], following)):
        return False
    if words[at] in surnames and words[at] not in spoken.plain:
        return following not in known.everyday
    return named[at] and (named[at + 1] or unknown[at + 1])


def _after_title(words: Sequence[str], at: int, titles: frozenset[Run]) -> bool:
    return any(tuple(words[max(0, at - length) : at]) in titles for length in (1, 2, 3))


def _places(words: Sequence[str], spoken: Spoken, language: str) -> Iterator[str]:
    """Places of the gazetteer that the source does not name."""
    places = _places_of(language)
    for start, word in enumerate(words):
        for length in range(min(_LONGEST_PLACE, places.get(word, 0)), 0, -1):
            name = " ".join(words[start : start + length])
            if name in _names_of(language) and start + length <= len(words):
                if not spoken.says(words[start : start + length]):
                    yield name
                break


@cache
def _words_of(language: str) -> _Words:
    text = (files("summarizer") / "small_letters.toml").read_text(encoding="utf-8")
    table = tomllib.loads(unify_tones(text))["en" if language == "en" else "vi"]
    return _Words(
        frozenset(table["everyday"].split()),
        frozenset(table["settlements"].split()),
        frozenset(tuple(title.split()) for title in table["titles"].split(";")),
        frozenset(" ".join(word.split()) for word in table["also_words"].split(";")),
    )


@cache
def _names_of(language: str) -> frozenset[str]:
    """The places of the gazetteer in small letters, but for those that are words as well."""
    rows = [*rows_of("places.tsv"), *rows_of("places_more.tsv")]
    names = {" ".join(WORD.findall(unify_tones(row[0]).lower())) for row in rows if row}
    known = _words_of(language).also_words
    return frozenset(
        name
        for name in names - known
        if " " in name or (len(name) >= _SHORTEST_LONE_PLACE and name.isascii())
    )


@cache
def _places_of(language: str) -> dict[str, int]:
    """The most words of a place, by its first."""
    longest: dict[str, int] = {}
    for name in _names_of(language):
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest
