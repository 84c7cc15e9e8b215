"""Where a task begins after a verb of speech: what is asked, what is said to go on, what a list or
a plan opens with.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.document import TITLE
from summarizer.facts.duties.announcements import is_state
from summarizer.facts.duties.asking import (
    is_subject,
    is_thanked,
    points_nowhere,
    praises,
    told_whom,
    with_object,
)
from summarizer.facts.duties.work import is_event, is_work
from summarizer.facts.persons.collectives import collective_end
from summarizer.facts.tasks.parts import MIN_ITEM
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance

SAID_REACH = 9
"""Tokens after a verb of speech within which an imperative makes what is said a task."""

_NO_DUTY = frozenset(
    {
        *("đã", "đang", "từng", "vừa", "được", "việc", "sẵn", "nhằm", "tầm", "vai", "không"),
        *("khi", "sáng", "hiệp", "vấn", "tin", "coi", "giúp"),
    }
)
_TRUST = frozenset({"tin tưởng", "tin rằng", "tin chắc"})
_WILL = frozenset({"sẽ", "will"})
_NOUN_SIGNS = frozenset({"những", "các", "sự", "mọi", "là", "của", "cuộc", "lời", "để"})


def find_asked(line: Line, utterances: Sequence[Utterance], lexicon: Lexicon) -> int | None:
    """Where the task begins after a verb of asking; at the quotation before a verb that comes
    last; nowhere in "Đây là yêu cầu của X", which only points back.
    """
    for utterance in utterances:
        if not utterance.asks or (utterance.continued and line.paragraph == TITLE):
            continue
        if utterance.verb >= 0 and points_nowhere(line, utterance.verb - 1, utterance.verb):
            continue
        if utterance.verb < 0:
            if line.text.lower().startswith(tuple(words_of("speech.toml", "this_is"))):
                continue
            return 0
        words = sum(token.word for token in line.tokens[utterance.verb :])
        if words < MIN_ITEM:
            return 0
        following = line.tokens[utterance.verb].low
        if following == "," and collective_end(line, utterance.verb + 1, lexicon):
            # "yêu cầu, các cơ quan được thanh tra phối hợp …"
            return utterance.verb + 1
        if following == "với":
            if told_whom(line, utterance.verb + 1, lexicon):
                continue
            return utterance.verb + 1
        if following not in {"tại", "trong", "ở", ",", "."}:
            return with_object(line, utterance.verb)
    return None


def find_said(line: Line, utterances: Sequence[Utterance], lexicon: Lexicon) -> int | None:
    """Where a task begins in "nhất trí tiếp tục …", "cho rằng tiếp tục đẩy mạnh …"."""
    for utterance in utterances:
        if utterance.verb <= 0 or utterance.continued or praises(line, utterance.verb):
            continue
        if any(is_thanked(line, utterance.verb - length) for length in (1, 2)):
            continue
        if line.low(utterance.verb - 2, utterance.verb) in _TRUST:
            continue
        start = _intends(line, utterance, lexicon)
        if start is not None:
            return start
        for position in range(utterance.verb, min(len(line.tokens), utterance.verb + SAID_REACH)):
            token = line.tokens[position]
            if lexicon.tasks["refrains"].match(line.tokens, position):
                return utterance.verb
            if token.text in {".", ";"} or token.low in _NO_DUTY or is_state(line, position):
                break
            speech = lexicon.speech.match(line.tokens, position)
            if speech and praises(line, speech[0]):
                break
            if lexicon.events["formal"].match(line.tokens, position):
                break
            if token.low in _WILL and not is_work(line, position + 1, lexicon):
                break
            strong = lexicon.tasks["strong"].match(line.tokens, position)
            if token.low == "sớm" and not is_work(line, position, lexicon):
                break
            if strong and line.tokens[position - 1].low not in _NOUN_SIGNS:
                if is_subject(line, position):
                    break
                return utterance.verb
    return None


def _intends(line: Line, utterance: Utterance, lexicon: Lexicon) -> int | None:
    """Where an institution or officials "will": a measure that is announced.

    After the verb of speech, or in the quotation before it.
    """
    tokens = line.tokens
    if line.low(max(0, utterance.verb - 2), utterance.verb) in {
        "tin tưởng",
        "tin rằng",
    }:
        return None
    until = min(len(tokens), utterance.verb + SAID_REACH)
    reach = [p for p in range(until) if p >= utterance.verb or line.inside[p]]
    for position in reach:
        for phrases in (lexicon.organisations, lexicon.tasks["assignees"]):
            hit = phrases.match(tokens, position)
            if hit is None or hit[0] >= len(tokens) or tokens[hit[0]].low not in _WILL:
                continue
            if is_work(line, hit[0], lexicon):
                return position
    return None


def find_planned(line: Line, lexicon: Lexicon) -> int | None:
    """Where a task begins in "Theo kế hoạch của Bộ X, …", if that is no event's schedule."""
    tokens = line.tokens
    hit = lexicon.tasks["plans"].match(tokens, 0)
    if hit is None or any(lexicon.events["formal"].match(tokens, p) for p in range(20)):
        return None
    comma = next((p for p in range(hit[0], len(tokens)) if tokens[p].text == ","), None)
    start = hit[0] if comma is None else comma + 1
    at = next((p for p in range(start, len(tokens)) if tokens[p].low in _WILL), start - 1) + 1
    if at < len(tokens) and is_event(line, at, lexicon):
        return None
    return None if lexicon.tasks["no_work"].match(tokens, at) else start


def find_list(line: Line, lexicon: Lexicon) -> int | None:
    """Where the list begins after "nhiệm vụ trọng tâm sau:", or the sentence that opens one."""
    for position in range(len(line.tokens)):
        match = lexicon.tasks["list_cues"].match(line.tokens, position)
        if match is None:
            continue
        for at in range(match[0], min(len(line.tokens), match[0] + 12)):
            if line.tokens[at].text == ":":
                return at + 1
    return None
