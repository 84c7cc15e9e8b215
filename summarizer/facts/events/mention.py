"""A mention of an event in a line, and where its name ends at the latest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.tokens import Token

MAX_NAME = 44
"""Tokens of the longest name."""

_OWN_YEAR = re.compile(r"(?:^|\s)(?:năm )?((?:19|20)\d\d)$")
_NOT_OWN = re.compile(
    r"tổng kết|sơ kết|giai đoạn|nhiệm vụ|kế hoạch|công tác|luật|nghị quyết|công ước|hiệp định"
    r"|nghị định|đến năm|review|tasks|law|resolution",
    re.IGNORECASE,
)

_OF_WHICH = frozenset({"của cơ quan", "của tổ chức", "của ủy ban"})
"""The ends of names that refer back: "phiên họp thứ 22 của cơ quan này"."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event named, or referred to, in a line: tokens ``start`` to ``end``."""

    line: int
    start: int
    end: int
    head_end: int
    name: str
    distinctive: bool
    aliases: tuple[str, ...] = ()
    embedded: bool = False
    short: bool = False
    """Whether it is a short name without a word for what it names: "ADMM 11"."""
    last_years: bool = False
    """Whether it is said to be that of a year before: "Đối thoại X năm ngoái"."""


def trim(tokens: Sequence[Token], head: int, end: int) -> int:
    """The end of a name without the small words and marks that trail after it."""
    while end > head:
        token = tokens[end - 1]
        pair = f"{tokens[end - 2].low} {token.low}" if end > 1 else ""
        trailing = token.low in words_of("events.toml", "trailing") and pair not in words_of(
            "events.toml", "compounds"
        )
        if token.cap and end > 1 and tokens[end - 2].cap and not tokens[end - 2].text.isupper():
            # "Moon Jae In"
            trailing = False
        if " ".join(its.low for its in tokens[max(head, end - 3) : end]) in _OF_WHICH:
            end -= 3
            continue
        mark = not token.word and token.text not in {'"', "”", ")", "»", "+"}
        if not (trailing or mark):
            break
        end -= 1
    return end


def own_year(name: str) -> int | None:
    """The year that ends the name of an edition; not that of a law, a plan or a review."""
    match = _OWN_YEAR.search(name)
    return int(match[1]) if match and not _NOT_OWN.search(name) else None
