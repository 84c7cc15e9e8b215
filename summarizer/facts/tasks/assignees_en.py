"""Bodies that English names in small letters: "the ministry of finance", "the provincial people's
committees", "competent authorities".
"""

from __future__ import annotations

from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.tokens import Line

MAX_QUALIFIERS = 3
"""Words between "the" and the head: "the relevant provincial agencies"."""

MAX_FIELD = 7
"""Tokens after "of": "the ministry of culture, sports and tourism"."""

_QUANTITIES = frozenset({"the", "all", "both", "other", "each", "every"})
_JOINTS = frozenset({"and", ",", "&"})
_AFTER = frozenset({"to", "must", "should", "needs", "need", "has", "have", "ought", ":", "("})


def body_end_en(line: Line, position: int) -> int | None:
    """The token after the body in small letters that begins at ``position``, None if none does."""
    tokens = line.tokens
    at = position
    while at < len(tokens) and tokens[at].low in _QUANTITIES:
        at += 1
    for _ in range(MAX_QUALIFIERS):
        if (head := _head_end(line, at)) is not None:
            return _field_end(line, head)
        if at >= len(tokens) or tokens[at].low not in words_of("tasks.toml", "body_qualifiers_en"):
            return None
        at += 1
    head = _head_end(line, at)
    return None if head is None else _field_end(line, head)


def _head_end(line: Line, position: int) -> int | None:
    """The token after the head of a body, the longest one: "people's committees", "ministry"."""
    heads = words_of("tasks.toml", "body_heads_en")
    ends = (position + length for length in (3, 2, 1) if line.low(position, position + length))
    return next((end for end in ends if line.low(position, end) in heads), None)


def _field_end(line: Line, position: int) -> int:
    """Where the field of a body ends, "of health": before what it is to do, or a further body."""
    tokens = line.tokens
    if position >= len(tokens) or tokens[position].low not in {"of", "for"}:
        return position
    first = position + 1 + (line.low(position + 1, position + 2) == "the")
    for end in range(first, min(len(tokens), first + MAX_FIELD) + 1):
        if end == len(tokens) or tokens[end].low in _AFTER or tokens[end].text in {";", "."}:
            return end if end > first else position
        if tokens[end].low in _JOINTS and _begins_body(line, end + 1):
            return end if end > first else position
        if not (tokens[end].word or tokens[end].low in _JOINTS):
            break
    return position


def _begins_body(line: Line, position: int) -> bool:
    """Whether a further body begins behind a joint, its own or Oxford's comma: ", and the …"."""
    position += line.low(position, position + 1) == "and"
    if line.low(position, position + 1) == "the":
        return True
    return _head_end(line, position) is not None or (
        position < len(line.tokens)
        and line.tokens[position].low in words_of("tasks.toml", "body_qualifiers_en")
    )
