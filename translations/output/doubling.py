"""What a term leaves behind in an output: its words doubled beside it, or the term twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from translations.engine import FindingKind
from translations.output.repairs import needed_spans
from translations.source.expectations import Expectation
from translations.words.english import phrase_forms, split_words

_BESIDE_BEFORE = re.compile(r"([^\W\d_]+)(?:['’]s?)?\s+(?:the\s+)?\Z", re.IGNORECASE)
_BESIDE_AFTER = re.compile(r"(?:['’]s?)?\s+([^\W\d_]+)(?:['’]s(?=\W|\Z))?", re.IGNORECASE)


def drop_doubled(text: str, expectations: Sequence[Expectation]) -> str:
    """English ``text`` without the words of a term, or of another rendering of it, that stand
    directly before or after the term once more: ``the Party's 13th National Party Congress``.
    Words that something else needs stay.
    """
    for expectation in expectations:
        wanted = expectation.wanted
        if expectation.kind is not FindingKind.TERM or len(phrase_forms(wanted)) < 2:
            continue
        found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)
        if found is None:
            continue
        others = [e for e in expectations if e is not expectation and e.wanted != wanted]
        taken = needed_spans(text, others)
        words = {form for phrase in expectation.forms for form in phrase_forms(phrase)}
        start, end = found.span()
        after = _BESIDE_AFTER.match(text, end)
        if after and _again(after, words, taken):
            text = text[:end] + text[after.end() :]
        before = _BESIDE_BEFORE.search(text[:start])
        if before and _again(before, words, taken):
            text = text[: before.start()] + text[start:]
    return text


def _again(match: re.Match[str], words: set[str], taken: Sequence[tuple[int, int]]) -> bool:
    form = split_words(match[1])
    return (
        bool(form)
        and form[0].form in words
        and all(match.end(1) <= a or b <= match.start(1) for a, b in taken)
    )


def repeated_terms(expectations: Sequence[Expectation], text: str) -> int:
    """How many times English ``text`` has terms of several words more often than the source."""
    asked = Counter(e.wanted.casefold() for e in expectations if e.kind is FindingKind.TERM)
    low = text.casefold()
    return sum(
        max(0, low.count(wanted) - count)
        for wanted, count in asked.items()
        if " " in wanted and not any(wanted != other and wanted in other for other in asked)
    )
