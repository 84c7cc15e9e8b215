"""Meetings that the learned reader sees named where the rules see nothing.

The reader is no judge of borders: a name must begin at a noun for meetings that stands for one of
them, and closing marks without their openings do not belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.event_mention import EventMention, trim
from summarizer.facts.event_telling import is_plural
from summarizer.facts.lexicon import Lexicon
from summarizer.facts.tokens import Line
from summarizer.reading.passages import Reading

NAMED = 0.8
"""How likely a name must be: chosen by the validation set."""
_OPENINGS = {"”": "“", ")": "(", "»": "«", '"': '"'}
_SHORTEST = 3
"""Words of the shortest name: with fewer there is a kind of meeting, or a word of a name."""


def with_read(
    number: int, line: Line, found: Sequence[EventMention], reading: Reading, lexicon: Lexicon
) -> list[EventMention]:
    """The mentions of a line, with names that the reader is sure of and no rule has cut."""
    mentions = list(found)
    for name in reading.names:
        if name.probability < NAMED:
            continue
        inside = [
            at
            for at, token in enumerate(line.tokens)
            if name.start <= token.start and token.end <= name.end
        ]
        while inside and not line.tokens[inside[0]].word:
            del inside[0]
        if not inside:
            continue
        start = inside[0]
        end = _closed(line, start, trim(line.tokens, start, inside[-1] + 1))
        if sum(token.word for token in line.tokens[start:end]) < _SHORTEST:
            continue
        touching = [m for m in mentions if m.start < end and start < m.end]
        if any(mention.distinctive or mention.short for mention in touching):
            continue
        noun = lexicon.events["formal"].match(line.tokens, start)
        if noun is None or noun[0] >= end or is_plural(line, start):
            continue
        mentions = [mention for mention in mentions if mention not in touching]
        name_of_it = line.cut(start, end)
        mentions.append(EventMention(number, start, end, noun[0], name_of_it, distinctive=True))
    return sorted(mentions, key=lambda mention: mention.start)


def _closed(line: Line, start: int, end: int) -> int:
    """The end without a closing mark whose opening stands before the name."""
    last = line.tokens[end - 1].text
    opening = _OPENINGS.get(last)
    if opening and not any(token.text == opening for token in line.tokens[start : end - 1]):
        return trim(line.tokens, start, end - 1)
    return end
