"""Interviews whose turns have labels: "PV: …", "Hỏi: …", "Q: …", "Reporter: …", "Thứ trưởng X: …".

A labelled question, or a paragraph of it, is said by nobody who is a fact. The answer opens with a
label ("Đáp", "A", a name) or with the next paragraph, and goes on until the next label, until
somebody is thanked or until somebody else speaks in a paragraph of his own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document import TITLE
from summarizer.facts.persons.cast import Actor, Cast
from summarizer.facts.statements.continuation import is_heading
from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance

CONFIDENCE = 0.8

MAX_LABEL = 9
"""Tokens of a label: "Phóng viên báo Tin sớm:"."""

MAX_THANKS = 10
"""Tokens of the sentence that ends an interview: "Xin trân trọng cảm ơn Đại sứ!"."""


@dataclass(frozen=True, slots=True)
class Label:
    """Who has the turn: somebody who asks, or who answers (``who``, if a name tells it)."""

    asks: bool
    who: int | None = None


def label_of(line: Line, actors: Sequence[Actor]) -> Label | None:
    """The label with which a line opens, if it does."""
    colon = next((at for at, t in enumerate(line.tokens[:MAX_LABEL]) if t.text == ":"), None)
    if not colon or any(line.inside[:colon]):
        return None
    label = line.low(0, colon)
    if label in words_of("speech.toml", "asked_by") or any(
        label.startswith(f"{reporter} ") for reporter in words_of("speech.toml", "reporters")
    ):
        return Label(asks=True)
    if label in words_of("speech.toml", "answered_by"):
        return Label(asks=False)
    named = next((a.who for a in actors if a.start <= 2 and a.end == colon), None)
    return None if named is None else Label(asks=False, who=named)


def first_labelled(lines: Sequence[Line], cast: Cast, *, told: bool) -> int | None:
    """The first line with a labelled question, or None where the text is no interview: one label is
    enough where answers have labels too, or the text says that it is one (``told``).
    """
    labels = {
        number: label
        for number, line in enumerate(lines)
        if line.paragraph != TITLE and (label := label_of(line, cast.actors[number]))
    }
    asked = [number for number, label in labels.items() if label.asks]
    answered = any(not label.asks for label in labels.values())
    return asked[0] if len(asked) > 1 or (asked and (answered or told)) else None


def carry_labelled(
    lines: Sequence[Line], found: list[list[Utterance]], cast: Cast, first: int, who: int | None
) -> list[int]:
    """Give the answers from line ``first`` on to ``who``, or to whom their labels name, and return
    the lines of the questions.
    """
    questions: list[int] = []
    named = {
        label.who
        for number, line in enumerate(lines)
        if (label := label_of(line, cast.actors[number])) and label.who is not None
    }
    if len(named) == 1:
        who = next(iter(named))
    asked: int | None = None
    answering = False
    for number in range(first, len(lines)):
        line = lines[number]
        if line.paragraph == TITLE or not line.tokens:
            asked, answering = None, False
            continue
        label = label_of(line, cast.actors[number])
        if label is not None:
            asked, answering = (number, False) if label.asks else (None, True)
            who = who if label.who is None else label.who
        elif asked is not None and _answers_now(lines, asked, number):
            asked, answering = None, True
        elif answering and _thanks(line):
            answering = False
            found[number] = []
        if asked is not None:
            questions.append(number)
            found[number] = []
        elif answering and who is not None and not is_heading(line):
            others = [u for u in found[number] if u.who not in {None, who}]
            own = Utterance(number, who, "", 0, asks=False, quoted=True, confidence=CONFIDENCE)
            found[number] = others or [own]
            # a paragraph that opens with what somebody else says is the reporter's again
            answering = not others or lines[number - 1].paragraph == line.paragraph
    return questions


def _answers_now(lines: Sequence[Line], asked: int, number: int) -> bool:
    """Whether the answer to a question begins here, with no label: in a paragraph of its own, or
    right after a question mark.
    """
    if lines[number].paragraph != lines[asked].paragraph:
        return True
    follows = lines[number - 1].tokens[-1:]
    return bool(follows) and follows[0].text == "?" and lines[number].tokens[-1].text != "?"


def _thanks(line: Line) -> bool:
    """Whether somebody is thanked for the interview."""
    if len(line.tokens) > MAX_THANKS:
        return False
    return any(line.low(0, size) in words_of("speech.toml", "thanks") for size in (2, 3, 4))
