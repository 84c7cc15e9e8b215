"""Marks of lists: "9. ", "b) ", "– " before a line; "(1) …; (2) …", "hai là, …" within one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summarizer.facts.words.lexicon import table_of
from summarizer.facts.words.tokens import Line

ITEM_MARK = re.compile(
    r"\s*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)/]|\(?(?:[a-zđ]|[ivx]{1,4})[.)/]|[IVX]{2,4}[.)]|[-–—•*+])"
    r"\s+(?=[^\W\d]|[\"“«])"
)
"""The number or mark before an item of a list: "9. ", "b) ", "– ". One capital is an initial."""

_ROMAN = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
)
_LETTERS = {"a": "abcdefghijklmnopqrstuvwxyz", "ă": "abcdđeghiklmnopqrstuvxy"}
"""By what letters count: the English alphabet, and the Vietnamese one as lists have it."""

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

MOST_DIGITS = 3
"""Digits of a number of an item: four are a year."""

_BORDERS = frozenset({",", ";", ":", ".", "và", "and", "-", "–"})
_AFTER_WORD = frozenset({",", ":", "là"})
_DASHES = frozenset({"-", "–", "—", "+", "*"})
_DOTS = frozenset({"•", "●", "▪", "◦"})
_BEFORE_DASH = frozenset({":", ";", "."})
_BEFORE_NEXT = frozenset({":", ";"})


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
        for mark in marks_at(line, position):
            run = runs.setdefault(mark.kind, [])
            if mark.value == len(run) + 1 and (not run or _stands_apart(line, position)):
                run.append(mark)
        if _is_bullet(line, position):
            run = runs.setdefault(line.tokens[position].text, [])
            run.append(Mark("-", len(run) + 1, position, position + 1))
    longest = max(runs.values(), key=len, default=[])
    return longest if len(longest) > 1 else []


def _stands_apart(line: Line, position: int) -> bool:
    return position == 0 or line.tokens[position - 1].low in _BORDERS


def _is_bullet(line: Line, position: int) -> bool:
    """Whether a dash or a dot before an item stands here: "yêu cầu: - đẩy mạnh …; - bảo hộ …"."""
    mark = line.tokens[position]
    if mark.text in _DASHES:
        if position and line.tokens[position - 1].text not in _BEFORE_DASH:
            return False
    elif mark.text not in _DOTS:
        return False
    return line.text[mark.end : mark.end + 1].isspace()


def marks_at(line: Line, position: int) -> Iterator[Mark]:
    """The marks that may begin at a token: "(i)" is the first of one list, the ninth of another."""
    tokens = line.tokens
    if position >= len(tokens):
        return
    bracket = tokens[position].text == "("
    body = position + bracket
    closing = tokens[body + 1].text if body + 1 < len(tokens) else ""
    if closing == ")":
        if bracket or position == 0 or tokens[position - 1].text != "(":
            for kind, value in _counted(tokens[body].text):
                yield Mark(f"({kind})" if bracket else f"{kind})", value, position, body + 2)
    elif closing == "/" and _stands_apart(line, position):
        if line.text[tokens[body + 1].end :][:1].isspace():
            for kind, value in _counted(tokens[position].text):
                yield Mark(f"{kind}/", value, position, position + 2)
    elif closing == "." and _is_number(tokens[position].text) and _stands_apart(line, position):
        yield Mark("1.", int(tokens[position].text), position, position + 2)
    elif tokens[position].text in _CIRCLED:
        stop = body + 1 < len(tokens) and tokens[body + 1].text == "."
        yield Mark("①", _CIRCLED.index(tokens[position].text) + 1, position, body + 1 + stop)
    yield from _words_at(line, position)


def _is_number(text: str) -> bool:
    """Whether a number of an item stands here; "²" is a digit, and no number."""
    return text.isdecimal() and len(text) <= MOST_DIGITS


def _counted(text: str) -> Iterator[tuple[str, int]]:
    low = text.lower()
    if _is_number(text):
        yield "1", int(text)
    if text in _CIRCLED:
        yield "①", _CIRCLED.index(text) + 1
    if low in _ROMAN:
        yield "i", _ROMAN.index(low) + 1
    if len(low) == 1:
        for kind, letters in _LETTERS.items():
            if low in letters:
                yield kind, letters.index(low) + 1


def _words_at(line: Line, position: int) -> Iterator[Mark]:
    """Ordinals in words: "một là", "thứ nhất,", "first,". "Thế chiến thứ hai" counts no item: a
    comma or the like stands after, and before too, but for the first after who is asked.
    """
    for kind, value, word in _ordinals().get(line.lows[position], ()):
        end = position + len(word.split())
        if line.low(position, end) != word:
            continue
        follows = line.lows[end] if end < len(line.tokens) else ""
        named = kind.endswith("là")
        if not (named or follows in _AFTER_WORD):
            continue
        if follows == "," and _names_day(line, end + 1):
            continue
        first = value == 1 and (named or not line.tokens[position].cap)
        if not first and not _stands_apart(line, position):
            continue
        while end < len(line.tokens) and line.lows[end] in _AFTER_WORD:
            end += 1
        yield Mark(kind, value, position, end)


def _names_day(line: Line, position: int) -> bool:
    """Whether a date follows, so that "thứ hai" is a Monday: "Thứ hai, ngày 12/3"."""
    following = line.lows[position] if position < len(line.tokens) else ""
    return following == "ngày" or following[:1].isdecimal()


@cache
def _ordinals() -> dict[str, list[tuple[str, int, str]]]:
    """The ordinals by their first word, the longest first, with their kind and what they count."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for kind, words in table_of("task_items.toml")["ordinals"].items():
        for value, word in enumerate(words, start=1):
            found.setdefault(word.split()[0], []).append((kind, value, word))
    return {first: sorted(its, key=lambda one: -len(one[2])) for first, its in found.items()}


def counts_item(line: Line, position: int) -> int:
    """The token after an ordinal in words that stands at ``position``, "Hai là, …"; else
    ``position``.
    """
    marks = _words_at(line, position) if position < len(line.tokens) else ()
    return max((mark.end for mark in marks), default=position)


def opening_marks(line: Line) -> list[Mark]:
    """What a line begins with if it is an item that is counted, in every reading of its mark."""
    return list(marks_at(line, 0))


def shape_of_mark(line: Line) -> str:
    """The sort of mark that a line begins with, the same for all items of one list; ``""`` if it
    begins with none: "1. " for "12. ", "a) " for "c) ".
    """
    if mark := ITEM_MARK.match(line.text):
        shape = re.sub(r"\d+", "1", mark[0].strip())
        return re.sub(r"[^\W\d_]+", lambda word: "A" if word[0].isupper() else "a", shape)
    return next((mark.kind for mark in _words_at(line, 0)), "") if line.tokens else ""


def without_next_mark(line: Line) -> tuple[Line, list[Mark]]:
    """A line without the number of the item that follows in the next, as sentences are parted after
    its full stop, and that number: "yêu cầu: 1." is "yêu cầu:" before the first.
    """
    number = len(line.tokens)
    ends = [at for at in (number - 3, number - 2) if at > 0]
    ends = [at for at in ends if line.tokens[at - 1].text in _BEFORE_NEXT]
    marks = [mark for at in ends for mark in marks_at(line, at) if mark.end == number]
    if not marks:
        return line, []
    at = marks[0].start
    text = line.text[: line.tokens[at - 1].end]
    cut = Line(text, line.sentence, line.paragraph, line.tokens[:at], line.inside[:at])
    cut.opens, cut.closes = line.opens, line.closes
    return cut, marks
