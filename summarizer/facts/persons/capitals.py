"""Names in capitals: "Bộ trưởng BÙI THANH SƠN khẳng định".

Words in capitals are acronyms elsewhere, so a run of them is a name only after a title or a place
that belongs to one, and only if it begins with a Vietnamese family name and is all syllables. In a
line of capitals nothing shows where a name ends: a run of more than :data:`MOST` words is none.
"""

from __future__ import annotations

from dataclasses import replace

from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line, tokenize
from summarizer.text.folding import fold

LEAST, MOST = 2, 5
"""Words of a name in capitals."""


def in_name_case(line: Line, lexicon: Lexicon) -> Line:
    """The line with names in capitals written as names are: "Bùi Thanh Sơn". All tokens keep their
    places.
    """
    runs = [run for run in _runs(line) if _is_name(line, *run, lexicon)]
    if not runs:
        return line
    text = line.text
    for start, end in runs:
        for token in line.tokens[start:end]:
            text = text[: token.start] + token.text.capitalize() + text[token.end :]
    tokens = tokenize(text)
    same = [token.start for token in tokens] == [token.start for token in line.tokens]
    return replace(line, text=text, tokens=tokens) if same else line


def _runs(line: Line) -> list[tuple[int, int]]:
    """Runs of words in capitals, first token and the one after the last."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for at, token in enumerate(line.tokens):
        if token.text.isalpha() and token.text.isupper():
            start = at if start is None else start
        elif start is not None:
            runs.append((start, at))
            start = None
    if start is not None:
        runs.append((start, len(line.tokens)))
    return runs


def _is_name(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    tokens = line.tokens
    words = tokens[start:end]
    if not LEAST <= len(words) <= MOST or not all(is_syllable(token.text) for token in words):
        return False
    first = words[0]
    if first.low not in lexicon.surnames and (
        not first.text.isascii() or fold(first.text) not in lexicon.surnames_plain
    ):
        return False
    known = (lexicon.organisations, lexicon.places)
    if any((hit := phrases.match(tokens, start)) and hit[0] >= end for phrases in known):
        return False
    before = (lexicon.titles, lexicon.places, lexicon.fields, lexicon.organisations)
    return any(
        (hit := phrases.match(tokens, at)) and hit[0] == start
        for phrases in before
        for at in range(max(0, start - 6), start)
    )
