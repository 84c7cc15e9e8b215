"""Where somebody speaks whom the article shows at the event that it reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.events.conferences import Programme
from summarizer.facts.model import Conference, Coverage, Status
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance
from summarizer.text.folding import fold

MAX_NAME = 14
"""Tokens of the name of an event at the head of a sentence."""
AFTER_VERB = 6
"""Tokens from a verb of speech to those who are told: "nói với các phóng viên"."""
BEFORE_QUOTATION = 10
"""Tokens of a sentence without such a verb in which a place may be told."""

_ENDS = frozenset({",", ";", ":", "(", "ở", "tại", "do", "với", "sáng", "chiều", "ngày", "vào"})


def conferences_of_speech(
    lines: Sequence[Line],
    utterances: Sequence[Sequence[Utterance]],
    programme: Programme,
    lexicon: Lexicon,
) -> dict[tuple[int, int | str], int]:
    """Line and speaker → the conference at which that is said.

    That is the one which the line tells. Who is seen to speak at the one conference that the
    article reports speaks there as long as no line tells of another place; at any other conference
    only as long as nobody else speaks.
    """
    reported = [
        index
        for index, conference in enumerate(programme.conferences)
        if conference.coverage is Coverage.REPORTED
    ]
    main = reported[0] if len(reported) == 1 else None
    seen: dict[int | str, int | None] = {
        _who(utterance): main
        for number, found in enumerate(utterances)
        if main is not None and programme.at.get(number) == main
        for utterance in found
    }
    where: dict[tuple[int, int | str], int] = {}
    last: tuple[int, int | None, set[int | str]] = (-1, None, set())
    for number, found in enumerate(utterances):
        for utterance in found:
            who = _who(utterance)
            line = lines[number]
            going_on = last[1] if last[0] >= number - 1 and who in last[2] else None
            venue = programme.at.get(number)
            if venue is None and is_away(line, utterance, lexicon):
                seen[who] = going_on = None
            elif venue == main and who in seen:
                seen[who] = main
            if venue is None:
                venue = going_on if going_on is not None else seen.get(who)
                if venue is not None and is_elsewhere(line, programme.conferences[venue], lexicon):
                    venue = None
            if venue is not None:
                where[number, who] = venue
            last = (number, venue, {who} | (last[2] if last[0] == number else set()))
    return where


def occasions_of_speech(
    lines: Sequence[Line], utterances: Sequence[Sequence[Utterance]], programme: Programme
) -> dict[int | str, int]:
    """Speaker → the conference held on whose occasion, or about which, he or she talks to others:
    "trả lời phỏng vấn nhân Hội nghị X". Nothing of that is said there, but what is to be done is
    asked for in its name.
    """
    told: dict[int | str, int] = {}
    for index, conference in enumerate(programme.conferences):
        if (conference.coverage, conference.status) != (Coverage.REPORTED, Status.HELD):
            continue
        names = "|".join(re.escape(name) for name in (conference.name, *conference.aliases))
        occasion = re.compile(rf"\b(?:nhân|dịp|về|occasion of|about|on)\s+(?:the\s+)?(?:{names})")
        for line, found in zip(lines, utterances, strict=True):
            if found and occasion.search(line.text):
                told |= {_who(utterance): index for utterance in found if not utterance.continued}
    return told


def _who(utterance: Utterance) -> int | str:
    return utterance.who if utterance.who is not None else utterance.body


def is_away(line: Line, utterance: Utterance, lexicon: Lexicon) -> bool:
    """Whether something is said in another place than a conference: to reporters, in a letter, on
    the phone, on its sidelines, or at another time.
    """
    suffix = "_en" if lexicon.language == "en" else ""
    away = words_of("speech.toml", "away" + suffix)
    earlier = words_of("speech.toml", "other_times" + suffix)
    if _at_several(line, lexicon) or any(line.low(0, length) in earlier for length in (1, 2, 3)):
        return True
    until = utterance.verb + AFTER_VERB if utterance.verb >= 0 else BEFORE_QUOTATION
    return any(
        line.low(at, at + length) in away and not line.inside[at]
        for at in range(min(until, len(line.tokens)))
        for length in (1, 2, 3)
    )


def _at_several(line: Line, lexicon: Lexicon) -> bool:
    """Whether a sentence opens with several events at once: "Phát biểu tại các hội nghị, …"."""
    start = _opening(line)
    several = words_of("speech.toml", "plural")
    return (
        bool(start)
        and line.low(start, start + 1) in several
        and any(start < at <= start + 1 for at in lexicon.events["formal"].found_in(line))
    )


def _opening(line: Line) -> int:
    """Where the name of an event would begin that a sentence opens with, or 0."""
    openings = words_of("speech.toml", "venue_openings")
    return next((n for n in (4, 3, 2, 1) if line.low(0, n) in openings), 0)


def is_elsewhere(line: Line, conference: Conference, lexicon: Lexicon) -> bool:
    """Whether a sentence opens with another event by name, so that nothing in it was said at the
    conference: "Addressing the ASEAN Regional Forum, he …".
    """
    start = _opening(line)
    if not start:
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
