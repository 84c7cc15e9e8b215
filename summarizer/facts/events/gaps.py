"""What stands between the name of an event and a date, less what belongs to the event.

In "Hội nghị X diễn ra tại Trung tâm Hội nghị Quốc gia, Hà Nội, ngày 5/7" the place comes between,
and with its own "hội nghị" it must not be taken for another event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.places import read_place, takes_place_before
from summarizer.facts.events.reach import past_bracket
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line

_IN = frozenset({"tại", "ở", "in", "at"})


def less(text: str, start: int, end: int, told: Iterable[tuple[int, int]]) -> str:
    """The text from ``start`` to ``end`` without the characters of ``told``."""
    parts, at = [], start
    for first, past in sorted(told):
        if first >= end:
            break
        parts.append(text[at : max(at, first)])
        at = max(at, past)
    parts.append(text[at : max(at, end)])
    return " ".join(parts)


def after_place(line: Line, mention: EventMention, until: int, lexicon: Lexicon) -> str:
    """The text between a name and a date, less the place right after the name."""
    tokens = line.tokens
    position = mention.end
    if (close := past_bracket(line, position)) is not None:
        position = close
    if position < len(tokens) and tokens[position].low in _IN:
        place = read_place(line, position + 1, lexicon)
        while place is not None and place < len(tokens) and tokens[place].text == ",":
            position, place = place, read_place(line, place + 1, lexicon)
        position = place if place is not None else position
    start = tokens[position - 1].end
    return (
        line.text[start:until] if start <= until else line.text[tokens[mention.end - 1].end : until]
    )


def places_after(
    line: Line, mention: EventMention, lexicon: Lexicon, *, sure: bool = False
) -> Iterator[tuple[int, int]]:
    """The characters of places and brackets after a name: "tại A, B", "in A (B)".

    ``sure``: only those where it is told that something takes place.
    """
    tokens = line.tokens
    position = mention.end
    if (close := past_bracket(line, position)) is not None:
        yield tokens[position].start, tokens[close - 1].end
        position = close
    while position < len(tokens):
        if tokens[position].low not in _IN:
            position += 1
            continue
        held = takes_place_before(line, position)
        place = read_place(line, position + 1, lexicon, sure=held) if held or not sure else None
        if place is None:
            position += 1
            continue
        end = place
        while end < len(tokens) and tokens[end].text == ",":
            further = read_place(line, end + 1, lexicon, sure=held)
            if further is None:
                break
            end = further
        end = past_bracket(line, end) or end
        yield tokens[position].start, tokens[end - 1].end
        position = end
