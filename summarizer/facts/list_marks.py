"""Marks of lists: "9. ", "b) ", "– " before a line; "(1) …; (2) …", "hai là, …" within one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.facts.lexicon import table_of
from summarizer.facts.tokens import Line

ITEM_MARK = re.compile(
    r"\s*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)/]|\(?(?:[a-zđ]|[ivx]{1,4})[.)]|[IVX]{2,4}[.)]|[-–—•*+])"
    r"\s+(?=[^\W\d]|[\"“«])"
)
"""The number or mark before an item of a list: "9. ", "b) ", "– ". One capital is an initial."""

MOST_ITEMS = 30
"""Items of the longest enumeration in one sentence."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = "abcdefghiklmnopqrstuvwxyz"
_BORDERS = frozenset({",", ";", ":", ".", "và", "and", "-", "–"})
_AFTER_WORD = frozenset({",", ":", "là"})


class Mark(NamedTuple):
    """A mark of an item in a sentence: its tokens, and what it counts."""

    kind: str
    value: int
    start: int
    end: int


def after_mark(line: Line) -> int:
    """The token after the mark that a line of a list begins with; 0 if it begins with none."""
    mark = ITEM_MARK.match(line.text)
    if mark is None:
        return 0
    return next((at for at, token in enumerate(line.tokens) if token.start >= mark.end()), 0)


def enumeration(line: Line) -> list[Mark]:
    """The marks of the enumeration in a sentence, in order; none unless it counts from one to two
    at least. Of several the one with most items.
    """
    runs: dict[str, list[Mark]] = {}
    for position in range(len(line.tokens)):
        for mark in _marks_at(line, position):
            run = runs.setdefault(mark.kind, [])
            if mark.value == len(run) + 1 and (not run or _stands_apart(line, position)):
                run.append(mark)
    longest = max(runs.values(), key=len, default=[])
    return longest if 1 < len(longest) <= MOST_ITEMS else []


def _stands_apart(line: Line, position: int) -> bool:
    return position == 0 or line.tokens[position - 1].low in _BORDERS


def _marks_at(line: Line, position: int) -> Iterator[Mark]:
    """The marks that may begin at a token: "(i)" is the first of one list, the ninth of another."""
    tokens = line.tokens
    bracket = tokens[position].text == "("
    body = position + bracket
    if body + 1 < len(tokens) and tokens[body + 1].text == ")":
        if bracket or position == 0 or tokens[position - 1].text != "(":
            for kind, value in _counted(tokens[body].text):
                yield Mark(f"({kind})" if bracket else f"{kind})", value, position, body + 2)
    elif (
        tokens[position].text.isdigit()
        and len(tokens[position].text) <= 2
        and body + 1 < len(tokens)
        and tokens[body + 1].text == "."
        and _stands_apart(line, position)
    ):
        yield Mark("1.", int(tokens[position].text), position, position + 2)
    yield from _words_at(line, position)


def _counted(text: str) -> Iterator[tuple[str, int]]:
    low = text.lower()
    if text.isdigit() and len(text) <= 2:
        yield "1", int(text)
    if low in _ROMAN:
        yield "i", _ROMAN.index(low) + 1
    if len(low) == 1 and low in _LETTERS:
        yield "a", _LETTERS.index(low) + 1


def _words_at(line: Line, position: int) -> Iterator[Mark]:
    """Ordinals in words: "một là", "thứ nhất,", "first,". "Thế chiến thứ hai" counts no item: a
    comma or the like stands after, and before too, but for the first after who is asked.
    """
    for kind, words in table_of("task_items.toml")["ordinals"].items():
        for value, word in enumerate(words, start=1):
            end = position + len(word.split())
            if line.low(position, end) != word:
                continue
            follows = line.lows[end] if end < len(line.tokens) else ""
            named = kind.endswith("là")
            if not (named or follows in _AFTER_WORD):
                continue
            first = value == 1 and not line.tokens[position].cap
            if not first and not _stands_apart(line, position):
                continue
            while end < len(line.tokens) and line.lows[end] in _AFTER_WORD:
                end += 1
            yield Mark(kind, value, position, end)


def counts_item(line: Line, position: int) -> int:
    """The token after an ordinal in words that opens a line, "Hai là, …"; else ``position``."""
    return max((mark.end for mark in _words_at(line, position)), default=position)
