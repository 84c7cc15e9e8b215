"""Whether the words of a mention tell which event it is."""

from __future__ import annotations

import re

from summarizer.facts.lexicon import Lexicon
from summarizer.facts.tokens import Line

_ROMAN = re.compile(r"[IVX]+$")


def is_telling(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a mention has more than generic words."""
    tokens = line.tokens
    generic = lexicon.event_words["generic"]
    rest = [t for t in tokens[head:end] if t.word]
    if not rest:
        return False
    weak = lexicon.events["weak"].match(tokens, start)
    if weak and weak[0] >= head:
        return _is_proper(line, start, head, end, lexicon)
    telling = [t for t in rest if t.low not in generic]
    named = [
        t
        for t in rest
        if (t.cap and t.low not in generic) or t.text[0].isdigit() or _ROMAN.match(t.text)
    ]
    if named:
        return not all(
            t.text.isdigit() and int(t.text) < 10 for t in named if t.text.isdigit()
        ) or any(not t.text.isdigit() for t in named)
    return len(telling) >= 4


def _is_proper(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a meeting of a common kind has a proper name: Đối thoại Shangri-La."""
    tokens = line.tokens
    if any(t.text in {'"', "“"} for t in tokens[head:end]):
        return True
    if any(t.low == "thứ" for t in tokens[head:end]):
        return True
    first = tokens[head]
    opens = tokens[start].cap and start > 0 and tokens[start - 1].word
    named = first.cap and first.word
    if tokens[start].low in {"phiên", "tọa"} and end - head >= 4:
        return any(t.cap for t in tokens[head:end])
    if first.cap and lexicon.organisations.match(tokens, head):
        return True
    if tokens[start].low == "cuộc" and not any(t.low == "đỉnh" for t in tokens[start:end]):
        return False
    return named or (opens and any(t.cap for t in tokens[head:end]))
