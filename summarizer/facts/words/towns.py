"""Which town is meant by a bare "TP": the one that the article names.

"TP" alone tells a reader of a list nothing. It stands for the one town that was named before it, or
for the one of the whole article; where none or several were, it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line
from summarizer.text.folding import fold

_BARE = "tp"
_GLUED = re.compile(r"([Tt][Pp]\.(\w.*\w))\.?")
"""A town that is one token with its abbreviation: "TP.HCM"."""
_END = re.compile(r"(?P<before>\S*\w)\s+TP\.?$")
_OF_MANY = frozenset({"tỉnh", "thành", "quận", "huyện", "xã", "phường", "các", "và", "hoặc"})
"""Before "TP" where towns in general are meant: "các tỉnh, TP", "quận, huyện, TP"."""
_SHORT = {"hcm": "ho chi minh", "hn": "ha noi"}


def with_town(assignee: str, number: int, lines: Sequence[Line], lexicon: Lexicon) -> str:
    """Who is to do what line ``number`` asks, with the town for which "TP" stands; ``""`` where
    nobody is left.
    """
    alone = assignee.strip(" .").lower() == _BARE
    ends = _END.search(assignee)
    if not alone and (ends is None or ends["before"].lower() in _OF_MANY):
        return assignee
    town = _town(number, lines, lexicon)
    if alone:
        return town
    return re.sub(r"\bTP\.?$", town, assignee) if town else assignee


def _town(number: int, lines: Sequence[Line], lexicon: Lexicon) -> str:
    before: dict[str, str] = {}
    behind: dict[str, str] = {}
    for at, line in enumerate(lines):
        for name, town in _towns(line, lexicon):
            (before if at <= number else behind).setdefault(town, name)
    named = before or behind
    return next(iter(named.values())) if len(named) == 1 else ""


def _towns(line: Line, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The towns that a line calls so, in order: the wording, and what all of them share."""
    found = []
    for at, token in enumerate(line.tokens):
        if glued := _GLUED.fullmatch(token.text):
            found.append((glued[1], glued[2]))
            continue
        length = 1 if token.low == _BARE else 2 if line.low(at, at + 2) == "thành phố" else 0
        start = at + length
        place = lexicon.places.match(line.tokens, start) if length else None
        if place and line.tokens[start].cap:
            found.append((line.cut(at, place[0]), line.cut(start, place[0])))
    return [(name, _SHORT.get(fold(town), fold(town))) for name, town in found]
