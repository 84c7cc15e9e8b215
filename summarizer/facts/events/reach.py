"""How far a sentence tells of one event before it goes on to the next that it names.

In "Hội nghị A diễn ra tại Huế, còn Hội nghị B khai mạc ngày 5/7" the day is that of B. What stands
between two names belongs to the first, unless a new clause has begun ("còn", "while", ";") or it
opens the second ("…, ngày 5/7, Hội nghị B"). Events of one breath share what follows them: "A và B
sẽ diễn ra tại Huế".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.turns import IN_TURN
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

_LONGEST_BRACKET = 6
"""Tokens of a bracket."""
_LONGEST_OPENING = 120
"""Characters of what opens the second of two events."""
_DAY = r"(?:vào\s+)?(?:ngày|sáng|trưa|chiều|tối|hôm|on)\b"
_ROLE = r"dưới\s+(?:sự|quyền)|under\b"
_BORDER = re.compile(
    r";|[,.]\s*(?:còn|riêng|song)\b|\b(?:trong khi đó|trong khi|while|whereas)\b"
    rf"|\s(?:và|and|then|rồi|sau đó)\s+(?=(?:{_DAY}|{_ROLE}|tại\b|ở\b|in\b|at\b))"
)
"""Where between two events the text goes on to the second."""
_OPENING = re.compile(
    rf",\s+(?=(?:{_DAY}|{_ROLE})[^;)]{{0,{_LONGEST_OPENING}}},\s*"
    r"(?:(?:tại|ở|trong|at|in)\s+)?(?:the\s+)?$)"
)
"""Before a day or chair that leads up to the second: ", ngày 5/7, (tại) Hội nghị B"."""
_AND = re.compile(r"\s*(?:,|,?\s*(?:và|cùng(?: với)?|and|as well as|&))\s*(?:(?:the|cả)\s+)?")
_FRAME = re.compile(
    r",?\s*(?:(?:nằm )?trong khuôn khổ|bên lề|within(?: the framework of)?|as part of"
    r"|on the sidelines of)\s+(?:the\s+)?"
)
"""Between an event and another of which it is a part."""
_OF_ONE = frozenset({"is", "was", "has", "takes", "opens", "begins", "starts", "runs"})
"""Verbs with one subject: "X and the Forum on Trade takes place"."""
_OF_ALL = frozenset({"bị", "phải", "đều", "took", "take", "concluded", "closed", "ended"})
_GUEST = frozenset({"dự", "gia", "đi"})
"""Words after which what follows two events may be told of the last alone: "dự A và B diễn ra"."""
_SUBORDINATE = frozenset({"khi", "after", "when", "once", "as"})
"""Before an event in a clause that leads up to another: "Ngày 3/7, sau khi A bế mạc, B …"."""
_WHERE_OR_WHEN = frozenset({"tại", "ở", "vào", "ngày", "từ", "in", "at", "on", "from"})
"""Words that tell of all of one breath, whoever goes there: "dự A và B tại Huế"."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The part of a line that tells of a mention.

    ``line`` ends where the text goes on to another event; ``mention`` is the one read for, with
    those beside it of which the same is told. The rest are characters before it: ``opening``, from
    which on a day or place may lead up to it; ``start``, from which on everything is told of it;
    ``behind``, before which another event was named; ``clause``, where its clause begins.
    """

    line: Line
    mention: EventMention
    opening: int = 0
    start: int = 0
    behind: int = 0
    clause: int = 0
    turn: int = 0
    turns: int = 1
    """Of how many events days and places are told in turn ("lần lượt", "respectively"), and which
    of them, from 0 on, is the one read for.
    """

    @property
    def in_turn(self) -> bool:
        return self.turns > 1


def reach_of(
    line: Line, mention: EventMention, others: Sequence[EventMention], lexicon: Lexicon
) -> Reach:
    """The part of a line that tells of ``mention``; ``others`` name other events in it."""
    others = [other for other in others if not _is_in_brackets(line, mention, other)]
    if not others:
        return Reach(line, mention)
    before = [other for other in others if other.end <= mention.start]
    after = [other for other in others if other.start >= mention.end]
    listed = _breath(line, mention, others)
    last = _last_told(line, mention, listed[-1], after, lexicon)
    whole = replace(mention, start=listed[0].start, end=last.end)
    before = [other for other in before if other.end <= whole.start]
    after = [other for other in after if other.start >= whole.end]
    end = _next_starts(line, whole, after[0]) if after else None
    told = line if end is None else _until(line, end)
    turns = len(listed) if IN_TURN.search(line.text) else 1
    turn = listed.index(mention) if turns > 1 else 0
    return Reach(told, whole, *_begins(line, whole, before, lexicon), turn, turns)


def _gap(line: Line, first: EventMention, second: EventMention) -> tuple[int, str]:
    """Where the text between two mentions begins, after a short form in brackets, and the text in
    lower case.
    """
    end = past_bracket(line, first.end) or first.end
    if {",", ";"} & set(line.lows[first.end : end]):
        # where and when it was: "(Huế, 3/7)"
        end = first.end
    start = line.tokens[end - 1].end
    return start, line.text[start : line.tokens[second.start].start].lower()


def _is_in_brackets(line: Line, mention: EventMention, other: EventMention) -> bool:
    """Whether one of two stands in brackets right behind the other: it is the same once more."""
    first, second = sorted((mention, other), key=lambda its: its.start)
    return first.end + 1 == second.start and line.tokens[first.end].text == "("


def _breath(
    line: Line, mention: EventMention, others: Sequence[EventMention]
) -> list[EventMention]:
    """The events of a list that ends as one ("A, B và C") of which ``mention`` is one."""
    listed, closed = [mention], 0
    for other in sorted((its for its in others if its.start >= mention.end), key=_start):
        gap = _gap(line, listed[-1], other)[1]
        if not _AND.fullmatch(gap):
            break
        listed.append(other)
        closed = len(listed) - 1 if gap.strip(" ") != "," else closed
    del listed[closed + 1 :]
    for other in sorted((its for its in others if its.end <= mention.start), key=_start)[::-1]:
        gap = _gap(line, other, listed[0])[1]
        if not _AND.fullmatch(gap) or (gap.strip(" ") == "," and len(listed) == 1):
            break
        listed.insert(0, other)
    return listed


def _start(mention: EventMention) -> int:
    return mention.start


def _last_told(
    line: Line,
    mention: EventMention,
    last: EventMention,
    after: Sequence[EventMention],
    lexicon: Lexicon,
) -> EventMention:
    """The last of the events of all of which the sentence goes on to tell: those of one breath,
    whose last is ``last``, and the one that they are a part of.
    """
    frame = next((its for its in after if its.start >= last.end), None)
    framed = frame is not None and _FRAME.fullmatch(_gap(line, last, frame)[1]) is not None
    if frame is not None and framed:
        last = frame
    return last if last is mention or _is_of_all(line, mention, last, lexicon, framed) else mention


def _is_of_all(
    line: Line, first: EventMention, last: EventMention, lexicon: Lexicon, framed: bool
) -> bool:
    """Whether what follows several events tells of them all, not of the last alone."""
    at = past_bracket(line, last.end) or last.end
    at += framed and line.lows[at : at + 1] == [","]
    if at >= len(line.tokens):
        return False
    low = line.lows[at]
    if not framed and low in _WHERE_OR_WHEN:
        return True
    if not framed and (low in _OF_ONE or _GUEST & set(line.lows[first.start - 1 : first.start])):
        return False
    verbs = words_of("events.toml", "before_verb") | words_of("events.toml", "coming") | _OF_ALL
    return low in verbs or lexicon.events["happens"].match(line.tokens, at) is not None


def _border(line: Line, first: EventMention, second: EventMention) -> int | None:
    """Where between two events the text goes on to the second, before that one is named."""
    start, gap = _gap(line, first, second)
    found = [*_BORDER.finditer(gap), *_OPENING.finditer(gap)]
    return start + max(match.end() for match in found) if found else None


def _next_starts(line: Line, mention: EventMention, other: EventMention) -> int:
    border = _border(line, mention, other)
    return line.tokens[other.start].start if border is None else border


def _begins(
    line: Line, mention: EventMention, before: Sequence[EventMention], lexicon: Lexicon
) -> tuple[int, int, int, int]:
    """The characters ``opening``, ``start``, ``behind`` and ``clause`` of :class:`Reach`."""
    if not before:
        return 0, 0, 0, 0
    own = line.tokens[mention.start].start
    behind = line.tokens[before[-1].end - 1].end
    if (border := _border(line, before[-1], mention)) is not None:
        return border, border, behind, border
    opening = 0
    for second, first in pairwise([mention, *reversed(before)]):
        if (border := _border(line, first, second)) is not None:
            opening = border
            break
        own_clause = not _SUBORDINATE & set(line.lows[max(0, first.start - 2) : first.start])
        if own_clause and any(_is_verb(line, at, lexicon) for at in range(first.end, second.start)):
            opening = own
            break
    return opening, own, behind, 0


def _is_verb(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of taking place or of ending begins there."""
    ending = words_of("events.toml", "ending")
    return lexicon.events["happens"].match(line.tokens, at) is not None or any(
        line.low(at, at + length) in ending for length in (1, 2)
    )


def _until(line: Line, end: int) -> Line:
    """The line up to a character."""
    tokens = [token for token in line.tokens if token.end <= end]
    return Line(
        line.text[:end],
        line.sentence,
        line.paragraph,
        tokens,
        line.inside[: len(tokens)],
        line.opens,
        line.closes,
    )


def past_bracket(line: Line, position: int) -> int | None:
    """The end of a short bracket that opens at ``position``, if one does."""
    tokens = line.tokens
    if position >= len(tokens) or tokens[position].text != "(":
        return None
    for at in range(position, min(position + _LONGEST_BRACKET, len(tokens))):
        if tokens[at].text == ")":
            return at + 1
    return None
