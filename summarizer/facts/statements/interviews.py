"""Interviews: questions and answers in turns, where only the introduction names who answers.

A turn opens with a dash, or is a question that addresses somebody ("thưa ông", "theo bà"). Turns
that end with a question mark are the reporter's; what follows, up to the next turn, is said by the
one person who speaks in the title, lead or introduction, or who alone in the article has an
office. With fewer than two questions, or with nobody or several to answer, a text is no interview.
Questions with labels ("PV: …") are read in :mod:`interview_turns`; those without any mark count if
they are paragraphs of their own and what stands before them tells of an interview.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from summarizer.document import TITLE
from summarizer.facts.persons.cast import Cast
from summarizer.facts.statements.continuation import is_heading
from summarizer.facts.statements.interview_turns import carry_labelled, first_labelled
from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance

MIN_QUESTIONS = 2
"""Questions from which a text is an interview."""

CONFIDENCE = 0.75

MAX_ASKED = 2
"""Sentences of a paragraph that only asks."""

_DASHES = frozenset("-–—")


def carry_interview(lines: Sequence[Line], found: list[list[Utterance]], cast: Cast) -> list[int]:
    """Give the answers of an interview to who answers; the lines of the questions are returned."""
    labelled = first_labelled(lines, cast, told=any(map(_tells_of_interview, lines)))
    if labelled is not None:
        who = _answers(lines, found, cast, labelled)
        return carry_labelled(lines, found, cast, labelled, who)
    dashed = sum(_opens_turn(line) and _asks(lines, n) for n, line in enumerate(lines))
    questions = [
        number
        for number, line in enumerate(lines)
        if line.paragraph >= 0 and _is_question(lines, number, dashed=dashed >= MIN_QUESTIONS)
    ]
    if len(questions) < MIN_QUESTIONS:
        questions = _asked_in_paragraphs(lines)
    if len(questions) < MIN_QUESTIONS:
        return []
    who = _answers(lines, found, cast, questions[0])
    if who is None:
        return []
    answering = False
    for number in range(questions[0], len(lines)):
        line = lines[number]
        if line.paragraph == TITLE or not line.tokens:
            answering = False
            continue
        if number in questions:
            answering = dashed < MIN_QUESTIONS
            # "Ông đánh giá thế nào …?" is not said by him
            found[number] = [utterance for utterance in found[number] if utterance.who != who]
            continue
        if dashed >= MIN_QUESTIONS and _opens_turn(line):
            # the reporter's turn may take several sentences before its question
            answering = not _asks(lines, number)
        if not answering or is_heading(line):
            continue
        found[number] = [
            utterance for utterance in found[number] if utterance.who not in {None, who}
        ]
        found[number].insert(
            0, Utterance(number, who, "", 0, asks=False, quoted=True, confidence=CONFIDENCE)
        )
    return questions


def _opens_turn(line: Line) -> bool:
    return len(line.tokens) > 1 and line.tokens[0].text in _DASHES


def _asks(lines: Sequence[Line], start: int) -> bool:
    """Whether the turn that opens here ends with a question."""
    last = start
    while last + 1 < len(lines) and lines[last + 1].paragraph >= 0:
        if not lines[last + 1].tokens or _opens_turn(lines[last + 1]):
            break
        if lines[last].tokens[-1].text == "?":
            break
        last += 1
    return lines[last].tokens[-1].text == "?" and last - start <= 1


def _is_question(lines: Sequence[Line], number: int, *, dashed: bool) -> bool:
    """Whether a line is the reporter's question."""
    line = lines[number]
    if not line.tokens or line.tokens[-1].text != "?" or line.inside[0]:
        return False
    if dashed:
        before = number > 0 and _opens_turn(lines[number - 1]) and _asks(lines, number - 1)
        return _opens_turn(line) or before
    text = f" {' '.join(token.low for token in line.tokens if token.word)} "
    return any(f" {address} " in text for address in words_of("speech.toml", "addresses"))


def _asked_in_paragraphs(lines: Sequence[Line]) -> list[int]:
    """The lines of paragraphs that only ask, after one that tells of an interview."""
    told = next((number for number, line in enumerate(lines) if _tells_of_interview(line)), None)
    if told is None:
        return []
    asked: list[int] = []
    for paragraph, numbers in groupby(range(told + 1, len(lines)), lambda n: lines[n].paragraph):
        its = list(numbers)
        last = lines[its[-1]].tokens[-1:]
        asks = bool(last) and last[0].text == "?" and not any(lines[its[0]].inside)
        if paragraph >= 0 and asks and len(its) <= MAX_ASKED:
            asked += its
    return asked


def _tells_of_interview(line: Line) -> bool:
    text = f" {line.low(0, len(line.tokens))} "
    return any(f" {word} " in text for word in words_of("speech.toml", "interviewing"))


def _answers(
    lines: Sequence[Line], found: Sequence[Sequence[Utterance]], cast: Cast, first: int
) -> int | None:
    """Who is interviewed: who speaks before the first question, or alone has an office."""
    heard = Counter(
        utterance.who
        for number, line in enumerate(lines)
        if number < first or line.paragraph == TITLE
        for utterance in found[number]
        if utterance.who is not None
    )
    if len(heard) == 1:
        return next(iter(heard))
    holders = [who for who, person in enumerate(cast.people) if person.role and person.mentions]
    return holders[0] if not heard and len(holders) == 1 else None
