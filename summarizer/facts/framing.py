"""Statements whose verb no list has: the frame around what is said shows them.

Three frames count: a person and a few words before "rằng"; a person and a few words that end the
sentence after a closed quotation ("“…”, ông X đúc kết."); a person and a few words before a colon
that opens a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.persons import Actor, subject_position
from summarizer.facts.tokens import Line

MAX_VERB = 5
"""Tokens of the unknown verb and what belongs to it."""

_CLOSING = frozenset({'"', "”", "»"})
_OPENING = frozenset({'"', "“", "«"})


def framed(line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> Iterator[tuple[Actor, int]]:
    """The actors that a frame shows to speak, with where what they say begins."""
    tokens = line.tokens
    for actor in actors:
        if line.inside[actor.start] or not (actor.subject or subject_position(line, actor.start)):
            continue
        reach = range(actor.end, min(len(tokens), actor.end + MAX_VERB))
        if any(lexicon.speech.match(tokens, at) for at in reach):
            continue
        for at in reach:
            mark = tokens[at]
            if mark.low == "rằng" and at > actor.end:
                if tokens[at - 1].low not in words_of("speech.toml", "inner"):
                    yield actor, at + 1
                break
            if mark.text == ":" and at + 1 < len(tokens) and tokens[at + 1].text in _OPENING:
                yield actor, at + 1
                break
            if not mark.word:
                break
        if _ends_quotation(line, actor):
            yield actor, actor.end


def _ends_quotation(line: Line, actor: Actor) -> bool:
    """Whether a quotation closes right before, and the sentence ends soon after."""
    tokens = line.tokens
    rest = [token for token in tokens[actor.end :] if token.word]
    closed = actor.start - 2
    if not 1 <= len(rest) <= MAX_VERB or closed < 0 or any(line.inside[actor.end :]):
        return False
    mark = tokens[actor.start - 1].text
    return mark in {",", "-", "–"} and tokens[closed].text in _CLOSING and line.inside[closed]
