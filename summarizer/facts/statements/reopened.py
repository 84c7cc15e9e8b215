"""Quotations that run over several paragraphs: each opens with a mark, and only the last closes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance

_OPENING = frozenset({"“", "«", '"'})
_CLOSING = frozenset({"”", "»", '"'})


def carry_reopened(lines: Sequence[Line], found: list[list[Utterance]]) -> None:
    """Give a quotation that is left open at the end of its paragraph the speaker of the next, which
    opens with a mark again: "“We will not wait." / "“We will act now,” X added."
    """
    paragraphs = [list(its) for _, its in groupby(range(len(lines)), lambda n: lines[n].paragraph)]
    for its, following in reversed(list(pairwise(paragraphs))):
        first = lines[following[0]]
        opens = first.tokens and first.tokens[0].text in _OPENING and first.inside[0]
        source = next((u for u in found[following[0]] if u.who is not None and not u.nested), None)
        if source is None or not opens or any(found[n] for n in its):
            continue
        if not _is_left_open([lines[number] for number in its]):
            continue
        for number in its:
            found[number].append(
                replace(
                    source,
                    line=number,
                    verb=0,
                    quoted=True,
                    continued=True,
                    asks=False,
                    confidence=round(source.confidence - 0.1, 2),
                )
            )


def _is_left_open(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph opens with a quotation mark that nothing in it closes."""
    opening = paragraph[0].tokens[:1]
    if not opening or opening[0].text not in _OPENING:
        return False
    marks = [t.text for line in paragraph for t in line.tokens if t.text in _OPENING | _CLOSING]
    return len(marks) == 1
