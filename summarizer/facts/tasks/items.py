"""The items of a task: what numbers, semicolons and further assignees part in one sentence.

"yêu cầu Bộ A: (1) làm X; (2) làm Y" has two items, "làm X" and "làm Y"; "giao Bộ A làm X, Bộ B làm
Y" has two as well, the second of them for Bộ B. A part that begins with no deed ("giữa trung ương
và địa phương") stays with the one before; one that only tells something ("exports fell") is no part
of any. What holds for all items ("khi triển khai Nghị quyết 22: (1) …") stands before each.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.facts.duties.work import names_work
from summarizer.facts.tasks.infinitives import begins_infinitive, is_verb, stands_alone
from summarizer.facts.tasks.lead_ins import announces, is_lead_in, without_lead_in
from summarizer.facts.tasks.parts import (
    MIN_ITEM,
    assignee_of,
    end_of_quotation,
    ends_of_assignees,
    trimmed,
)
from summarizer.facts.words.lexicon import Lexicon, Phrases, words_of
from summarizer.facts.words.list_marks import Mark, enumeration
from summarizer.facts.words.tokens import Line

SHORT_ITEM = 2
"""Words of an item that an infinitive or its place shows to be one; a number shows one word."""

SHORT_CONDITION = 6
"""Words of a condition that may be no more than an announcement: "trong các lĩnh vực sau"."""

LONG_CONDITION = 16
"""Words of a condition from which only the first item repeats it."""

_AND = frozenset({"và", "and", ",", ";", "-", "–", "+", "•"})
_DEEDS = ("imperatives", "done_to", "advised")
_DEMANDS = ("modals", "carries", "asks")
_OPENS = frozenset({"không", "chủ", "có", "hết", "to"})
_MANY = frozenset({"các", "những", "từng", "mỗi"})
_WITH = frozenset({"với", "cùng", "như", "gồm", "là", "with", "as"})
"""Words that open a list of others, which a comma carries on."""

_LINKS = frozenset({"thì", "là", "to", "must", "should", "cần", "phải"})
"""Words between a condition and its items."""

_DUTY_TO = frozenset({"to", "must", "should"})
"""Words after which an infinitive stands."""

_TERM = re.compile(
    r"(?:ngay )?(?:trước|trong|chậm nhất|muộn nhất|đến|từ nay|by|before|within|no later than)\b"
    r"(?=.*\d)(?:\s+\S+){1,6}",
    re.IGNORECASE,
)
"""A condition that is no more than a term, which the items have by themselves."""

_THINGS = frozenset({"gồm", "bao gồm", "như", "trong đó có", "including", "namely"})
"""Joints after which the items are what the task is about: "chuẩn bị ba phương án, gồm: (1) …"."""

_LISTED = frozenset({"(", "“"})


class Item(NamedTuple):
    """One item: the tokens it takes, its text, and of whom it alone is asked (else ``""``)."""

    start: int
    end: int
    text: str
    assignee: str = ""


def items_of(
    line: Line, start: int, lexicon: Lexicon, *, assigned: bool = False, listed: bool = False
) -> list[Item]:
    """The items of what begins at token ``start``.

    ``assigned`` tells that somebody was named before who is to do the first; only then another
    after a comma is to do the next. A task in quotation marks ends with the quotation. An item of a
    list (``listed``) may be short.
    """
    numbered = numbered_items(line, start, lexicon)
    if not numbered:
        return _parted(line, start, lexicon, assigned=assigned, listed=listed)
    first = min(item.start for item in numbered)
    condition = _condition(line, start, first, lexicon) if first > start else ""
    if not condition:
        return numbered
    repeated = len(condition.split()) < LONG_CONDITION
    return [
        item._replace(text=f"{condition}: {item.text}") if repeated or at == 0 else item
        for at, item in enumerate(numbered)
    ]


def _condition(line: Line, start: int, first_item: int, lexicon: Lexicon) -> str:
    """What stands before the items and holds for each: when, for whom or in what they are to be
    done; ``""`` if nothing does, as where it only announces them or tells who asks.
    """
    first = next((m.start for m in enumeration(line) if m.start >= start), first_item)
    end, _ = _before_joint(line, start, min(first, first_item))
    while end > start and (not line.tokens[end - 1].word or line.lows[end - 1] in _LINKS):
        end -= 1
    while start < end and not line.tokens[start].word:
        start += 1
    end = next(
        (
            at
            for at in range(start + 1, end)
            if begins_item(line, at, lexicon) and is_lead_in(line.cut(at, end))
        ),
        end,
    )
    whole = trimmed(line, start, end, SHORT_ITEM)
    text = without_lead_in(whole)
    conditional = line.low(start, start + 1) in words_of("task_items.toml", "conditions")
    if conditional and len(whole.split()) > SHORT_CONDITION:
        return text or whole
    if not text or announces(text) or _TERM.fullmatch(text):
        return ""
    if conditional:
        return text
    asked = any(lexicon.speech.match(line.tokens, at) for at in range(start, end))
    return "" if asked else text


def begins_item(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether an item of a list of tasks begins as one does: with a deed, or who is to do it."""
    if position >= len(line.tokens):
        return False
    if _is_work(line, position, lexicon) or any(
        lexicon.tasks[key].match(line.tokens, position) for key in _DEMANDS
    ):
        return True
    low = line.tokens[position].low
    return low in _OPENS or (lexicon.language == "en" and low.endswith("ing"))


def _is_work(line: Line, position: int, lexicon: Lexicon) -> bool:
    if line.low(position, position + 2) == "cùng với":
        # "cùng với kinh tế nhà nước, …": it only goes with the deed
        return False
    return (
        names_work(line, position, lexicon)
        or any(lexicon.tasks[key].match(line.tokens, position) for key in _DEEDS)
        or (lexicon.language == "vi" and _begins().match(line.tokens, position) is not None)
        or (lexicon.language == "en" and is_verb(line, position, lexicon))
    )


@cache
def _begins() -> Phrases:
    return Phrases((word, "") for word in sorted(words_of("task_items.toml", "begins")))


def numbered_items(line: Line, start: int, lexicon: Lexicon) -> list[Item]:
    """The items of a numbered enumeration that begins at ``start`` or after it.

    Numbers before nouns or facts ("ba lĩnh vực: (1) kinh tế; (2) văn hóa") part no tasks.
    """
    until = end_of_quotation(line, start)
    marks = [mark for mark in enumeration(line) if mark.end < until]
    while len(marks) > 1 and marks[1].start <= start:
        marks = marks[1:]
    if len(marks) < 2:
        return []
    ends = [*(mark.start for mark in marks[1:]), until]
    spans = list(zip(marks, ends, strict=True))
    if 2 * sum(_is_deed(line, mark, lexicon) for mark in marks) < len(marks):
        return []
    items = [_item(line, mark.end, end, lexicon, 1) for mark, end in spans]
    lead = _lead(line, start, marks[0].start, lexicon)
    if lead and _before_joint(line, start, marks[0].start)[1] in _THINGS:
        return []
    return [*lead, *(item for item in items if item is not None)]


def _is_deed(line: Line, mark: Mark, lexicon: Lexicon) -> bool:
    position = _past_and(line, mark.end)
    named, first = assignee_of(line, position, lexicon)
    if begins_item(line, first if named else position, lexicon):
        return True
    # no list of verbs holds all of English; "to: (1) …" takes a verb
    return _is_infinitive(line, mark, lexicon)


def _is_infinitive(line: Line, mark: Mark, lexicon: Lexicon) -> bool:
    if lexicon.language != "en" or mark.value != 1:
        return False
    before = [token.low for token in line.tokens[: mark.start] if token.word]
    return before[-1:] in (["to"], ["must"], ["should"])


def _lead(line: Line, start: int, end: int, lexicon: Lexicon) -> list[Item]:
    """What is asked as a whole before the items, if it says more than that they follow."""
    end, _ = _before_joint(line, start, end)
    if end <= start or not begins_item(line, start, lexicon):
        return []
    text = without_lead_in(trimmed(line, start, end, MIN_ITEM))
    return [Item(start, end, text)] if text else []


def _before_joint(line: Line, start: int, end: int) -> tuple[int, str]:
    """Where what stands before "cụ thể:", "gồm:" ends, and which of these words it was."""
    joints = words_of("task_items.toml", "joints")
    joint = ""
    while end > start and not line.tokens[end - 1].word:
        end -= 1
    while length := next((n for n in (3, 2, 1) if line.low(end - n, end) in joints), 0):
        joint = line.low(end - length, end)
        end -= length
        while end > start and not line.tokens[end - 1].word:
            end -= 1
    return end, joint


def _parted(
    line: Line, start: int, lexicon: Lexicon, *, assigned: bool, listed: bool
) -> list[Item]:
    until = end_of_quotation(line, start)
    tokens = line.tokens
    infinitive = start > 0 and tokens[start - 1].low in _DUTY_TO and lexicon.language == "en"
    shortest = SHORT_ITEM if infinitive or listed else MIN_ITEM
    borders = [start]
    told = []
    depth = 0
    for position in range(start, until):
        mark = tokens[position].text
        if mark in _LISTED:
            depth += 1
        elif mark in {")", "”"}:
            depth -= 1
        elif depth > 0:
            continue
        elif infinitive and mark == ";" and _is_told(line, position + 1, until, lexicon):
            borders.append(position + 1)
            told.append(position + 1)
        elif (
            mark == ";" and _goes_on(line, position + 1, until, lexicon, infinitive=infinitive)
        ) or (assigned and mark == "," and _hands_over(line, borders[-1], position, lexicon)):
            borders.append(position + 1)
    if len(borders) > 1:
        # what has been parted is an item, however short
        shortest = SHORT_ITEM
    ends = [*(border - 1 for border in borders[1:]), until]
    items = [
        _item(line, border, end, lexicon, shortest, own=border != start)
        for border, end in zip(borders, ends, strict=True)
        if border not in told
    ]
    found = [item for item in items if item is not None]
    return found or [_whole(line, start)]


def _whole(line: Line, start: int) -> Item:
    """All that is said where a task by itself is too short: the line, or the quotation in it, if
    that is a sentence: "“Chúng tôi sẵn sàng đàm phán”, bà X nói".
    """
    first = start
    while 0 < first < len(line.tokens) and line.inside[first - 1]:
        first -= 1
    end = end_of_quotation(line, start)
    quoted = start < len(line.tokens) and line.inside[start]
    said = trimmed(line, first, end, MIN_ITEM).strip('“”"«» ') if quoted else ""
    whole = first == 0 or line.low(first - 1, first) == ":"
    return Item(first, end, said) if said and whole else Item(0, len(line.tokens), line.text)


def _goes_on(line: Line, position: int, until: int, lexicon: Lexicon, *, infinitive: bool) -> bool:
    """Whether after a semicolon a further task begins."""
    position = _past_link(line, position)
    if position >= until:
        return False
    end = _end_of_clause(line, position, until)
    if infinitive and begins_infinitive(line, position, end, lexicon):
        return True
    if line.low(position, position + 1) == "to" or (
        not infinitive and begins_item(line, position, lexicon)
    ):
        return True
    named, first = assignee_of(line, position, lexicon)
    return bool(named) and first > position and _begins_own(line, first, lexicon)


def _begins_own(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether what somebody else is to do begins here: "provinces to train staff"."""
    return line.low(position - 1, position) == "to" or begins_item(line, position, lexicon)


def _is_told(line: Line, position: int, until: int, lexicon: Lexicon) -> bool:
    """Whether what follows a semicolon after an infinitive only tells something."""
    position = _past_and(line, position)
    end = _end_of_clause(line, position, until)
    named, _ = assignee_of(line, position, lexicon)
    return not named and stands_alone(line, position, end, lexicon)


def _end_of_clause(line: Line, position: int, until: int) -> int:
    return next((at for at in range(position, until) if line.tokens[at].text == ";"), until)


def _hands_over(line: Line, start: int, comma: int, lexicon: Lexicon) -> bool:
    """Whether after a comma another is to do something else: "…, Bộ B vận động …".

    Not where a list of those with whom it is to be done goes on: "phối hợp với Bộ B, Bộ C làm …".
    """
    tokens = line.tokens
    if not (
        tokens[comma + 1 : comma + 2] and (tokens[comma + 1].cap or line.lows[comma + 1] in _MANY)
    ):
        return False
    if not _is_work(line, _past_and(line, start), lexicon) or comma - start < SHORT_ITEM:
        named, first = assignee_of(line, start, lexicon)
        if not named or first >= comma or not _is_work(line, first, lexicon):
            return False
    if line.low(start, comma).endswith("chủ trì"):
        # "Bộ A chủ trì, Bộ B phối hợp làm …": both do the one thing
        return False
    named, first = assignee_of(line, comma + 1, lexicon)
    if not named or first == comma + 1 or not _is_work(line, first, lexicon):
        return False
    clause = start
    for at in range(start, comma):
        clause = at + 1 if tokens[at].text == "," else clause
    if any(low in _WITH for low in line.lows[clause:comma]):
        return False
    return not any(comma in ends_of_assignees(line, at, lexicon) for at in range(start, comma))


def _item(
    line: Line, start: int, end: int, lexicon: Lexicon, shortest: int, *, own: bool = True
) -> Item | None:
    while end > start and line.tokens[end - 1].low in _AND:
        end -= 1
    first = _past_and(line, start)
    named = ""
    if own:
        named, at = assignee_of(line, first, lexicon)
        if named and at > first and _begins_own(line, at, lexicon):
            first = at
        else:
            named = ""
    if lexicon.language == "en" and line.low(first, first + 1) == "to":
        # "second, to protect citizens"
        first += 1
    text = trimmed(line, first, end, shortest)
    return Item(first, end, text, named) if text else None


def _past_link(line: Line, position: int) -> int:
    """The token after what leads from one item to the next: "; và cuối cùng, …"."""
    position = _past_and(line, position)
    links = words_of("task_items.toml", "links")
    length = next((n for n in (2, 1) if line.low(position, position + n) in links), 0)
    return _past_and(line, position + length)


def _past_and(line: Line, position: int) -> int:
    while position < len(line.tokens) and line.tokens[position].low in _AND:
        position += 1
    return position
