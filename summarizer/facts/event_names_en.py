"""English names of events: a capitalised run with an event noun in it, and what follows it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarizer.facts.event_mention import EventMention, trim
from summarizer.facts.lexicon import Lexicon
from summarizer.facts.tokens import Line, Token

_BEFORE = 14
"""Tokens of the run that the event noun ends ("13th National Party Congress")."""
_WHOLE = 30
"""Tokens of the whole name, with "of …" and "on …" after the noun."""

_INSIDE = frozenset({"of", "and", "for", "the", "-", "–", "'", "party"})
_JOINS = frozenset({"of", "on", "for", "and", "the"})
_DASHES = frozenset("-–—")


def read_english(
    number: int, line: Line, position: int, date_starts: Collection[int], lexicon: Lexicon
) -> EventMention | None:
    """The event whose name begins at ``position``; a small-letter noun is a plain reference."""
    tokens = line.tokens
    formal = lexicon.events["formal"]
    if not _starts_name(tokens[position]):
        plain = formal.match(tokens, position)
        if plain and (position == 0 or not tokens[position - 1].cap):
            name = line.cut(position, plain[0])
            return EventMention(number, position, plain[0], plain[0], name, distinctive=False)
        return None
    if position and tokens[position - 1].cap and tokens[position - 1].word:
        return None
    head = _head(tokens, position, lexicon)
    if head is None:
        return None
    end = trim(tokens, head, _tail(tokens, position, head, date_starts))
    first = position
    while first < head and tokens[first].low in {"the", "a", "an", "at", "this", "that"}:
        first += 1
    generic = lexicon.event_words["generic"]
    telling = any(
        token.word and token.low not in generic and _starts_name(token)
        for token in tokens[first:end]
    )
    return EventMention(number, first, end, head, line.cut(first, end), telling)


def _starts_name(token: Token) -> bool:
    return token.word and (token.cap or token.text[0].isdigit())


def _head(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> int | None:
    """The end of the last event noun of the capitalised run at ``position``."""
    head = None
    end = position
    while end < len(tokens) and end - position < _BEFORE:
        noun = lexicon.events["formal"].match(tokens, end)
        if noun:
            head = end = noun[0]
            continue
        inside = tokens[end].low in _INSIDE and head is None and end > position
        if not (tokens[end].cap or tokens[end].text[0].isdigit() or inside):
            break
        end += 1
    return head


def _tail(tokens: Sequence[Token], position: int, head: int, date_starts: Collection[int]) -> int:
    """Where the name ends after its noun."""
    end = head
    while end < len(tokens) and end - position < _WHOLE:
        token = tokens[end]
        if token.start in date_starts:
            break
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        joined = following is not None and (
            (token.low in _JOINS and (following.cap or following.low == "the"))
            or (token.low in _JOINS - {"and", "the"})
            or (token.text in _DASHES and following.cap)
        )
        if not (token.cap or token.text[0].isdigit() or joined):
            break
        end += 1
    return end
