"""Sentences that are another's words from end to end and do not say whose.

A quotation of several sentences names its speaker once: '“Không sợ mất uy tín. Làm tốt chính là để
củng cố uy tín”, ông A nói.' The first of these, shown alone, reads as the paper's own opinion.
Quotation marks are followed through one paragraph, so that a missing one does no harm beyond it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from summarizer.document import Sentence

_OPEN, _CLOSE, _EITHER = "“«", "”»", '"'
_MARK = re.compile(f"[{_OPEN}{_CLOSE}{_EITHER}]")
_PIECE = re.compile(rf"{_MARK.pattern}|\w+")
_FEWEST = 5
"""Words of a quotation that can be taken for a statement: of fewer it is a name or a term."""


def unattributed(sentences: Sequence[Sentence]) -> dict[int, bool]:
    """The positions of the sentences that are a quotation from end to end.

    With each, whether a later sentence of the quotation tells whose words they are ("…", ông A
    nói); else one before it does, or none.
    """
    found: dict[int, bool] = {}
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        if not any(_MARK.search(sentence.text) for sentence in paragraph):
            continue
        outside = list(_words_outside([sentence.text for sentence in paragraph]))
        for index, (sentence, (own, all_, ends_inside)) in enumerate(
            zip(paragraph, outside, strict=True)
        ):
            if own or all_ < _FEWEST:
                continue
            later = index + 1
            goes_on = ends_inside
            while goes_on and later < len(paragraph) and not outside[later][0]:
                goes_on = outside[later][2]
                later += 1
            found[sentence.position] = goes_on and later < len(paragraph)
    return found


def may_be_unattributed(text: str) -> bool:
    """Whether a sentence of a quotation can be all quotation, whatever stands around it."""
    told = next((letter for letter in text if letter in _OPEN + _CLOSE), None)
    before = (False, True) if told is None else (told in _CLOSE,)
    return any(
        not own and count >= _FEWEST
        for inside in before
        for own, count, _ in _words_outside([text], inside=inside)
    )


def _words_outside(
    texts: Sequence[str], *, inside: bool = False
) -> Iterator[tuple[int, int, bool]]:
    """For each sentence of a paragraph how many of its words stand outside quotation marks, how
    many it has, and whether it ends within a quotation.

    ``inside`` tells whether the first begins within one.
    """
    for text in texts:
        own = count = 0
        for piece in _PIECE.findall(text):
            if piece in _OPEN:
                inside = True
            elif piece in _CLOSE:
                inside = False
            elif piece == _EITHER:
                inside = not inside
            else:
                count += 1
                own += not inside
        yield own, count, inside
