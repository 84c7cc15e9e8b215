"""Wishes that are tasks: what somebody wants of others, and what who speaks wants to do himself."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.duties.doers import doer_end, is_public
from summarizer.facts.duties.work import is_work
from summarizer.facts.persons.cast import Actor
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

MAX_WISHED = 9
"""Words from a wish to the verb of what is wished of others."""

MAX_NAME = 6
"""Tokens from an unknown name to what it is to do."""

_OF_OTHERS = (" cho rằng ", " cáo buộc ", " nghi ngờ ", " nhận định ", " nếu ")
"""Words after which a wish is somebody else's, and a reproach or a guess."""


def is_own_wish(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether who speaks tells what he wants to do himself: "cho biết ông muốn cải thiện …"."""
    if line.low(start, end) not in {"muốn", "mong muốn"} or end >= len(line.tokens):
        return False
    if is_imputed(line, start) or not _has_public(line, start, lexicon):
        # a singer wants to travel, and sets no task
        return False
    if lexicon.tasks["wishful"].match(line.tokens, end) or not line.tokens[end].text.islower():
        return False
    return is_work(line, end, lexicon)


def _is_private(line: Line, start: int, lexicon: Lexicon) -> bool:
    """Whether only somebody known by his trade wishes: "Ca sĩ A nói cô muốn …"."""
    trades = [lexicon.titles.match(line.tokens, at) for at in range(start)]
    return any(hit and hit[1] == "trade" for hit in trades) and not _has_public(
        line, start, lexicon
    )


def _has_public(line: Line, until: int, lexicon: Lexicon) -> bool:
    """Whether somebody in office, a state, a body or a group stands before ``until``."""
    return any(is_public(line, at, lexicon) for at in range(until))


def is_imputed(line: Line, start: int) -> bool:
    """Whether a wish is put down to somebody else: "cáo buộc Mỹ muốn …"."""
    return any(word in f" {line.low(0, start)} " for word in _OF_OTHERS)


def is_wished_of(
    line: Line,
    position: int,
    actors: Sequence[Actor],
    lexicon: Lexicon,
    *,
    others_only: bool,
) -> bool:
    """Whether a wish names those who are to act, and what they are to do.

    What somebody is only told to want for himself is none with ``others_only``.
    """
    tokens = line.tokens
    while position < len(tokens):
        time = lexicon.tasks["from_now"].match(tokens, position)
        if time is None and tokens[position].low not in {"rằng", "sẽ", "được"}:
            break
        position = time[0] if time else position + 1
    if any(lexicon.tasks[key].match(tokens, position) for key in ("strong", "verbs")):
        if others_only or _is_private(line, position, lexicon):
            return False
        return is_work(line, position, lexicon)
    if position >= len(tokens):
        return False
    if tokens[position].low == "cùng":
        # "mong muốn cùng nước A tăng cường …"
        reach = range(position + 1, min(len(tokens), position + MAX_NAME))
        return any(lexicon.tasks["strong"].match(tokens, at) for at in reach)
    named = any(actor.start == position for actor in actors)
    named = named or tokens[position].low in words_of("speech.toml", "wished_of")
    named = named or doer_end(line, position, lexicon) > position
    if not named and tokens[position].cap:
        # a town, firm or body that no gazetteer knows, if it is to do something
        following = range(position + 1, min(len(tokens), position + MAX_NAME))
        named = any(
            lexicon.tasks[key].match(tokens, at)
            for at in following
            for key in ("verbs", "strong", "work")
        )
    if not named:
        return False
    rest = tokens[position : position + MAX_WISHED]
    state = any(token.low in {"là", "được", "bị", "trở"} for token in rest)
    return not state and len(rest) == MAX_WISHED
