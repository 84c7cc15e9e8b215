"""Words that say the opposite of what the source says: ``decreased 5 %`` for ``tăng 5 %``.

A pair of opposites (``opposites.toml``) has two sides or more. What a translation says of one side
contradicts its source where the source says another side, and neither says anything that may stand
for the other's: human translators turn sentences round, and nothing is held against them. Beside
figures it is looked at more closely: the growth of a figure is no fall of the same figure, whatever
else stands in the sentence.

    >>> [turned] = opposites("Xuất khẩu tăng 5%.", "Exports fell 5%.", Direction.VI_EN)
    >>> turned.text, turned.source
    ('fell', 'tăng')
    >>> opposites("Xuất khẩu tăng 5%.", "Exports rose 5%.", Direction.VI_EN)
    []
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from translations.engine import Direction
from translations.words.reading import find_numbers

_DATES = {
    "vi": r"(?:ngày|tháng|quý|năm)\s(?:mùng\s|thứ\s)?[\divx]+(?:[/.-]\d+)*",
    "en": r"(?:the\s(?:end|beginning)\sof\s)?(?:(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)\b"
    r"|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?=[a-z]{3})|(?:19|20)\d\d)",
}
_BETWEEN = r"(?:[^\W\d_]+\s){0,3}?(?:[^\W\d_]+\s?)?(?:[$€£¥]\s?|us\$\s?)?"
"""Words between what rises and its figure."""


@dataclass(frozen=True, slots=True)
class Opposite:
    """A word of the translation at ``[start:end]`` that says the opposite of ``source``."""

    start: int
    end: int
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a pair in one language: what says it, and what may stand for it."""

    says: re.Pattern[str]
    allows: re.Pattern[str]
    before_figure: re.Pattern[str]
    after_figure: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    sides: Mapping[str, tuple[_Side, ...]]
    figures: bool


def opposites(source: str, text: str, direction: Direction) -> list[Opposite]:
    """What ``text`` says and is the opposite of what its source says, in the order of the text."""
    text = unicodedata.normalize("NFC", text)
    given = _folded(unicodedata.normalize("NFC", source), direction.source)
    said = _folded(text, direction.target)
    found: dict[tuple[int, int], Opposite] = {}
    for pair in _pairs():
        known, told = pair.sides[direction.source], pair.sides[direction.target]
        for start, end, word in (
            *_turned(known, told, given, said),
            *(_figures(known, told, given, said, direction) if pair.figures else ()),
        ):
            found.setdefault((start, end), Opposite(start, end, text[start:end], word))
    return [found[span] for span in sorted(found)]


def _turned(
    known: Sequence[_Side], told: Sequence[_Side], given: str, said: str
) -> Iterable[tuple[int, int, str]]:
    """Spans of the sentence that say a side of which the source has nothing, instead of one of
    which the translation has nothing.
    """
    claims = [(i, match) for i, side in enumerate(told) for match in side.says.finditer(said)]
    claims = [(i, match) for i, match in claims if not known[i].allows.search(given)]
    if not claims:
        return
    for j, side in enumerate(known):
        lost = side.says.search(given)
        if lost and not told[j].allows.search(said):
            yield from ((*match.span(), lost[0]) for i, match in claims if i != j)


def _figures(
    known: Sequence[_Side], told: Sequence[_Side], given: str, said: str, direction: Direction
) -> Iterable[tuple[int, int, str]]:
    """The same where a word stands beside a figure that either text has once."""
    moved = _moves(known, given, direction.source)
    for value, (side, _, _, word) in moved.items() if moved else ():
        other = _moves(told, said, direction.target).get(value)
        if other is not None and other[0] != side:
            yield other[1], other[2], word


def _moves(
    sides: Sequence[_Side], text: str, language: str
) -> dict[object, tuple[int, int, int, str]]:
    """For the value of a figure the side that it is of, and the span and the word that say so."""
    numbers = [number for number in find_numbers(text, language) if not number.in_date]
    values = [number.value for number in numbers]
    found: dict[object, tuple[int, int, int, str]] = {}
    for number in numbers:
        if values.count(number.value) > 1:
            continue
        words = [
            (i, match)
            for i, side in enumerate(sides)
            for match in (
                side.before_figure.search(text[: number.start]),
                side.after_figure.match(text, number.end),
            )
            if match
        ]
        if len({i for i, _ in words}) == 1:
            i, match = words[0]
            found[number.value] = (i, *match.span(1), match[1])
    return found


def _folded(text: str, language: str) -> str:
    """``text`` in small letters, of the same length, with the names in which the words mean
    nothing blanked out.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return _names()[language].sub(lambda match: "_" * len(match[0]), low)


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("translations.output").joinpath("opposites.toml").read_text("utf-8"))


@functools.cache
def _names() -> dict[str, re.Pattern[str]]:
    return {language: _any(words, language) for language, words in _table()["names"].items()}


@functools.cache
def _pairs() -> tuple[_Pair, ...]:
    return tuple(
        _Pair(
            {
                language: tuple(_side(side[language], language) for side in pair["side"])
                for language in ("vi", "en")
            },
            pair.get("figures", False),
        )
        for pair in _table()["pair"]
    )


def _side(words: Mapping[str, Sequence[str]], language: str) -> _Side:
    says = "|".join(_pattern(word, language) for word in words["says"])
    beside = "|".join(_pattern(word, language) for word in words.get("beside", ()))
    near = f"{says}|{beside}" if beside else says
    return _Side(
        _any(words["says"], language),
        _any([*words["says"], *words["allows"]], language),
        re.compile(rf"(?<!\w)({near})\s{_BETWEEN}$"),
        re.compile(rf"\s?(?:%|percent|per\scent|phần\străm)?\s(?:[^\W\d_]+\s)?({near})(?!\w)"),
    )


def _any(words: Iterable[str], language: str) -> re.Pattern[str]:
    found = "|".join(_pattern(word, language) for word in words)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)")


def _pattern(word: str, language: str) -> str:
    """What a word of the list stands for, as a pattern: ``decreas*``, ``before {date}``."""
    parts = re.split(r"(\*|\{date\}| )", word)
    signs = {"*": r"\w*", "{date}": _DATES[language], " ": r"\s"}
    return "".join(signs.get(part) or re.escape(part) for part in parts)
