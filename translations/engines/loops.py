"""Loops: a model that goes on saying the same thing. They are detected, and at worst cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+", re.UNICODE)
_LONGEST_UNIT = 12
"""Words of the longest unit whose immediate repetition is looked for."""
_LONG = 4
"""Words of a unit that is a loop when it stands twice in a row, and of the runs counted."""
_OFTEN = 4
"""Times that a run has to stand, wherever it stands, to be a loop."""


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]


def _first_loop(words: Sequence[str], times: int) -> tuple[int, int] | None:
    """Start and length of the first unit that stands ``times`` times in a row."""
    for start in range(len(words)):
        for unit in range(1, min(_LONGEST_UNIT, (len(words) - start) // times) + 1):
            if words[start + unit] != words[start]:
                continue
            piece = words[start : start + unit]
            if all(
                words[start + k * unit : start + (k + 1) * unit] == piece for k in range(1, times)
            ):
                return start, unit
    return None


def loops(output: str, source: str) -> bool:
    """Whether ``output`` repeats itself where ``source`` does not.

    A loop is a unit of one to twelve words three times in a row (a unit of four words or more:
    twice), or one run of four words that stands at least four times. What the source does as
    often is not a loop: "ha ha ha", a chorus, a table.
    """
    out = [word for word, _, _ in _words(output)]
    src = [word for word, _, _ in _words(source)]
    if _first_loop(out, 3) and not _first_loop(src, 3):
        return True
    most, usual = _most_repeated(out), _most_repeated(src)
    found = _first_loop(out, 2)
    if found and found[1] >= _LONG and usual < 3 and not _first_loop(src, 2):
        return True
    return most >= _OFTEN and usual * 2 < most


def _most_repeated(words: Sequence[str]) -> int:
    """How often the commonest run of four words stands."""
    grams = Counter(tuple(words[i : i + _LONG]) for i in range(len(words) - _LONG + 1))
    return max(grams.values(), default=0)


def cut_loops(output: str) -> str:
    """``output`` with every immediate repetition of a unit reduced to its first occurrence.

    Single words and pairs are cut from three in a row on ("very very" may be meant), longer
    units from two.
    """
    while True:
        words = _words(output)
        plain = [word for word, _, _ in words]
        found = _first_loop(plain, 3)
        if not found:
            found = _first_loop(plain, 2)
            if not found or found[1] < 3:
                return output
        start, unit = found
        last = start + unit
        while plain[last : last + unit] == plain[start : start + unit]:
            last += unit
        head = output[: words[start + unit - 1][2]]
        tail = output[words[last - 1][2] :]
        output = head + tail
