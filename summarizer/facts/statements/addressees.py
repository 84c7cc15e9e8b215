"""To whom something is said: "nói với X", "đề nghị X …", "Tiếp X, Y nói …", "told reporters".

A person is given by name, an audience as it is written ("các đại sứ", "báo chí", "Reuters").
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.persons.cast import Actor, Cast
from summarizer.facts.persons.collectives import collective_end
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance
from summarizer.text.folding import fold

MAX_NEAR = 2
"""Tokens from a verb to whom it is said to."""

MAX_STAY = 14
"""Tokens between whom somebody meets and the comma: "Tiếp Đại sứ X đến chào từ biệt, …"."""

MAX_MEDIUM = 4
"""Tokens of the name of a paper or agency."""

_TO = frozenset({"với", "cùng", "told", "to", "with"})


def addressee_of(
    line: Line, utterance: Utterance, cast: Cast, actors: Sequence[Actor], lexicon: Lexicon
) -> str:
    """Whom an utterance addresses, ``""`` if nobody is named."""
    if utterance.verb <= 0 or utterance.continued:
        return ""
    others = [actor for actor in actors if actor.who != utterance.who]
    for actor in others:
        before = line.low(actor.start - 1, actor.start) if actor.start else ""
        near = 0 <= actor.start - utterance.verb <= MAX_NEAR
        if near and (before in _TO or _addresses(line, actor.start)):
            return cast.people[actor.who].name
    for start in (utterance.verb, utterance.verb + 1):
        spoken_to = line.low(start - 1, start) in _TO or _addresses(line, start)
        told = _ends(line, start, "speaking_to")
        if (told or spoken_to) and (end := _audience_end(line, start, lexicon, groups=told)):
            return line.cut(start, end)
    return _met(line, utterance, cast, others, lexicon)


def _addresses(line: Line, position: int) -> bool:
    """Whether a verb ends right before whose object is who is spoken to: "đề nghị", "thanked"."""
    return _ends(line, position, "addressing")


def _ends(line: Line, position: int, words: str) -> bool:
    """Whether a phrase of a list ends right before ``position``."""
    return any(
        line.low(position - length, position) in words_of("speech.toml", words)
        for length in (1, 2, 3, 4)
        if position >= length
    )


def _met(
    line: Line, utterance: Utterance, cast: Cast, others: Sequence[Actor], lexicon: Lexicon
) -> str:
    """Whom the opening of a sentence tells the speaker to meet: "Trao đổi với X, Y nói …"."""
    openings = words_of("speech.toml", "meeting")
    start = next((n for n in (4, 3, 2, 1) if line.low(0, n) in openings), None)
    if start is None:
        return ""
    met = next((actor for actor in others if actor.start == start), None)
    end = met.end if met else _audience_end(line, start, lexicon, groups=True)
    if end is None:
        return ""
    comma = next(
        (at for at in range(end, min(len(line.tokens), end + MAX_STAY)) if _is_comma(line, at)),
        None,
    )
    if comma is None or utterance.verb <= comma:
        return ""
    return cast.people[met.who].name if met else line.cut(start, end)


def _is_comma(line: Line, position: int) -> bool:
    return line.tokens[position].text == ","


def _audience_end(line: Line, start: int, lexicon: Lexicon, *, groups: bool) -> int | None:
    """The end of the audience that begins here: the press, one paper or, if ``groups``, any group
    ("nhất trí với các nước" addresses none).
    """
    if start >= len(line.tokens):
        return None
    audiences = words_of("speech.toml", "audiences")
    end = next((start + n for n in (4, 3, 2, 1) if line.low(start, start + n) in audiences), None)
    if end is not None:
        # "phóng viên TTXVN", "phóng viên (TTXVN)"
        opened = line.low(end, end + 1) == "("
        named = _medium_end(line, end + opened, lexicon)
        return end if named is None else min(named + opened, len(line.tokens))
    medium = _medium_end(line, start, lexicon)
    return medium or (collective_end(line, start, lexicon) if groups else None)


def _medium_end(line: Line, start: int, lexicon: Lexicon) -> int | None:
    if start >= len(line.tokens) or not line.tokens[start].cap:
        return None
    for length in range(MAX_MEDIUM, 0, -1):
        if fold(line.cut(start, start + length)) in lexicon.media:
            return min(start + length, len(line.tokens))
    return None
