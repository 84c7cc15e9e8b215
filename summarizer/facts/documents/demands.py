"""Documents that demand: "Chỉ thị 25 yêu cầu …", "Theo Nghị quyết X, các tỉnh phải …".

A document is no person and no body that speaks: who quotes it has not set what it asks for.
"""

from __future__ import annotations

import re
from functools import cache

from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

MAX_TITLE = 18
"""Tokens of a document's name."""

_OPENS = frozenset({",", ":", ";", '"', "“", "rằng", "that", "and", "và"})
_BREAKS = frozenset({",", ";", ":", "mà", "được", "do", "which", "that"})
_NAMED = frozenset({"số", "của", "of", "về", "on", "no"})


def cites_document(line: Line) -> bool:
    """Whether a sentence gives a document as its source: "Theo Chỉ thị 25 của Ban Bí thư, …"."""
    return _source().match(line.text) is not None


@cache
def _source() -> re.Pattern[str]:
    documents = "|".join(sorted(words_of("task_items.toml", "documents"), key=len, reverse=True))
    return re.compile(
        r"\s*[-–\"“]?\s*(?:theo|căn cứ(?: vào)?|according to|under|pursuant to|in line with)\s+"
        rf"(?:tinh thần\s+|nội dung\s+|the\s+|\w+['’]s\s+)*(?:{documents})\b",
        re.IGNORECASE,
    )


def document_before(line: Line, end: int, lexicon: Lexicon) -> int | None:
    """Where the document begins that is the subject of the verb at token ``end``, if one is."""
    documents = words_of("task_items.toml", "documents")
    for start in range(end - 1, max(-1, end - MAX_TITLE), -1):
        token = line.tokens[start]
        if token.low in _BREAKS and start < end - 1:
            return None
        length = next((n for n in (3, 2, 1) if line.low(start, start + n) in documents), 0)
        if not length or start + length > end:
            continue
        first = start - (start > 0 and line.tokens[start - 1].low in {"the", "this", "bản", "bộ"})
        if not _opens_clause(line, first, lexicon):
            continue
        named = start + length == end or line.lows[start + length] in _NAMED
        if token.cap or named or line.tokens[start + length].text[0].isdigit():
            return first
    return None


def is_document(line: Line, start: int, end: int) -> bool:
    """Whether "Chỉ thị" names a document here and asks for nothing: "Chỉ thị 25"."""
    if end >= len(line.tokens) or line.low(start, end) not in words_of(
        "task_items.toml", "documents"
    ):
        return False
    return line.tokens[end].text[0].isdigit() or line.lows[end] == "số"


def _opens_clause(line: Line, position: int, lexicon: Lexicon) -> bool:
    if position == 0 or line.tokens[position - 1].low in _OPENS:
        return True
    return any(
        (speech := lexicon.speech.match(line.tokens, at)) and speech[0] == position
        for at in range(max(0, position - 4), position)
    )
