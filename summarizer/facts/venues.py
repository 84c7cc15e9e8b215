"""Where somebody speaks whom the article shows at the event that it reports."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.conferences import Programme
from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.model import Conference, Coverage
from summarizer.facts.tokens import Line
from summarizer.facts.utterances import Utterance
from summarizer.text.folding import fold

MAX_NAME = 14
"""Tokens of the name of an event at the head of a sentence."""

_ENDS = frozenset({",", ";", ":", "(", "ở", "tại", "do", "với", "sáng", "chiều", "ngày", "vào"})


def venues_of(
    utterances: Sequence[Sequence[Utterance]], programme: Programme
) -> dict[int | str, int]:
    """Speaker → the reported conference, for who is seen to speak at it."""
    reported = [
        index
        for index, conference in enumerate(programme.conferences)
        if conference.coverage is Coverage.REPORTED
    ]
    if len(reported) != 1:
        return {}
    return {
        utterance.who if utterance.who is not None else utterance.body: reported[0]
        for number, found in enumerate(utterances)
        if programme.at.get(number) == reported[0]
        for utterance in found
    }


def is_elsewhere(line: Line, conference: Conference, lexicon: Lexicon) -> bool:
    """Whether a sentence opens with another event by name, so that nothing in it was said at the
    conference: "Addressing the ASEAN Regional Forum, he …".
    """
    openings = words_of("speech.toml", "venue_openings")
    start = next((n for n in (4, 3, 2, 1) if line.low(0, n) in openings), None)
    if start is None:
        return False
    names = {word for name in (conference.name, *conference.aliases) for word in fold(name).split()}
    named = _event_words(line, start, lexicon)
    return bool(named) and not named <= names


def _event_words(line: Line, start: int, lexicon: Lexicon) -> set[str]:
    """The capitalised words, folded, of the event that a sentence names from ``start`` on."""
    until = next(
        (at for at in range(start, len(line.tokens)) if line.tokens[at].low in _ENDS),
        len(line.tokens),
    )
    until = min(until, start + MAX_NAME)
    formal = lexicon.events["formal"].found_in(line)
    if not any(start <= at < until for at in formal):
        return set()
    return {fold(token.text) for token in line.tokens[start:until] if token.cap}
