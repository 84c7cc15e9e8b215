"""The parts of a task: of whom it is asked, who had set it, its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.persons.cast import Actor
from summarizer.facts.persons.collectives import collective_end, narrowed
from summarizer.facts.tasks.assignees_en import body_end_en
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.list_marks import ITEM_MARK, marks_at
from summarizer.facts.words.tokens import Line

MIN_ITEM = 3
"""Words of the shortest item of an enumeration."""

MAX_CONDITION = 16
"""Tokens from who is asked to "to", with what is said of when between commas."""

_CONDITIONS = frozenset({"when", "while", "if", "in", "before", "after", "under", "for", "where"})
_DUTY_AFTER = frozenset(
    {"cần", "phải", "tiếp", "sớm", "cùng", "tập", "chủ", "should", "to", "must"}
)
_DUTY = frozenset(
    {"cần", "phải", "should", "to", "must"} | {"need to", "needs to", "has to", "have to"}
)
_OWING = frozenset({"must", "should", "need", "needs", "has", "have", "ought"})
_YEAR = re.compile(r"20\d\d")
_NEEDED = frozenset({"một", "những", "các", "sự", "thêm"})
_JOINTS = frozenset({",", "và", "cùng", "and"})
_POINTER = re.compile(
    r"\s*[-–—,]\s*(?:đây|đó) (?:cũng )?là (?:yêu cầu|chỉ đạo|ý kiến|khẳng định).*$"
)


def unnumbered(text: str) -> str:
    """A task without the number that it had in a list: that list is not shown beside it."""
    return text[mark.end() :] if (mark := ITEM_MARK.match(text)) else text


def set_by(line: Line, actors: Sequence[Actor]) -> int | None:
    """Who gave the tasks in "nhiệm vụ mà X giao", "những yêu cầu do X đặt ra"."""
    for actor in actors:
        after = [token.low for token in line.tokens[actor.end : actor.end + 3]]
        before = line.tokens[actor.start - 1].low if actor.start else ""
        gave = after[:1] == ["giao"] or after[:2] in (["đã", "giao"], ["đặt", "ra"], ["đề", "ra"])
        if gave and before in {"mà", "do", "được"}:
            return actor.who
    return None


def assignee_of(line: Line, start: int, lexicon: Lexicon) -> tuple[str, int]:
    """Who is to do it, ``""`` if that is not said, and where the task itself begins."""
    tokens = line.tokens
    position = start
    while position < len(tokens) and not tokens[position].word:
        position += 1
    end = _assignee_end(line, position, lexicon)
    if end is None:
        end = _states_end(line, position, lexicon)
    verbs = [
        hit[0]
        for key in ("verbs", "work", "imperatives", "done_to")
        if (hit := lexicon.tasks[key].match(tokens, position))
    ]
    if end is None or max(verbs, default=0) > end:
        # "ban hành …" is asked of nobody, of no "ban"
        return "", position
    while (further := _next_assignee(line, end, lexicon)) is not None:
        end = further
    end = next((at for at in range(position + 1, end) if _counts_first(line, at)), end)
    if any(token.low in {"được", "be"} for token in tokens[end : end + 2]):
        # "Cán bộ phải được rèn luyện": it is done to them
        return "", position
    if end < len(tokens) and tokens[end].low == "of":
        # "the Resolution of the Congress must be …"
        return "", position
    name = line.cut(position, _without_time(line, position, end))
    first = end
    while line.low(first, first + 1) in _DUTY or line.low(first, first + 2) in _DUTY:
        first += 1
    shortest = 2 if tokens[first - 1].low == "to" else MIN_ITEM
    if not trimmed(line, first, end_of_quotation(line, first), shortest):
        # "Mỹ kiềm chế": alone the rest tells nothing
        return name, position
    if first > end or (end < len(tokens) and tokens[end].low in _DUTY_AFTER):
        return name, first
    if end < len(tokens) and tokens[end].text == "," and not _leads_to_deed(line, end):
        # "các bộ, ngành, địa phương …": the list of those who are to do it goes on
        return name, position
    return name, end


def _owes(line: Line, position: int) -> bool:
    """Whether a modal of duty, or a further body, follows on one."""
    return line.low(position, position + 1) in {*_OWING, *_JOINTS}


def _without_time(line: Line, start: int, end: int) -> int:
    """Where who is asked ends without what is said of when: "Ban Bí thư | thời gian tới …"."""
    times = words_of("task_items.toml", "times")
    for length in (3, 2):
        if end - length > start and line.low(end - length, end) in times:
            return _without_time(line, start, end - length)
    return end


def _assignee_end(line: Line, position: int, lexicon: Lexicon) -> int | None:
    """Where one who is to do it ends, a body or a group, or None if none begins here."""
    tokens = line.tokens
    ends = [
        match[0]
        for phrases in (lexicon.tasks["assignees"], lexicon.organisations, lexicon.bodies)
        if (match := phrases.match(tokens, position))
    ]
    if (group := collective_end(line, position, lexicon)) is not None:
        ends.append(group)
    if lexicon.language == "en" and (body := body_end_en(line, position)) is not None:
        ends += [body] if _leads_to_deed(line, body) or _owes(line, body) else []
    heads = lexicon.groups["heads"].match(tokens, position)
    if heads and _leads_to_deed(line, heads[0]):
        # "urged ministries to cut red tape"
        ends.append(heads[0])
    if not ends:
        return None
    end = max(ends)
    if (town := lexicon.places.match(tokens, position)) and tokens[position].cap:
        # "TP HCM": an abbreviation by itself is no town
        end = max(end, town[0])
    if place := lexicon.places.match(tokens, end):
        end = place[0] if tokens[end].cap else end
    if end < len(tokens) and (further := narrowed(line, end, lexicon)) > end:
        # "các đại biểu quốc tế chia sẻ …", but not "Bộ A nước ngoài"
        group = not tokens[position].cap
        end = further if group or _acts(line, further, lexicon) else end
    if end < len(tokens) and _YEAR.fullmatch(tokens[end].text):
        # "Uỷ ban Quốc gia APEC 2017"
        end += 1
    return end


def _leads_to_deed(line: Line, position: int) -> bool:
    """Whether "to" stands here, with a mark or a condition before it or not: "urged ministries
    first, to …", "urged ministries, when they implement the plan, to …".
    """
    tokens = line.tokens
    if position < len(tokens) and tokens[position].text in {",", ":"}:
        position += 1
        if position == len(tokens):
            # "asked ministries:" before a list
            return True
    if position >= len(tokens) or tokens[position].low == "to":
        return position < len(tokens)
    if _counts_first(line, position):
        return True
    if tokens[position].low not in _CONDITIONS:
        return False
    reach = range(position + 1, min(len(tokens), position + MAX_CONDITION))
    return any(tokens[at].low == "to" and tokens[at - 1].text == "," for at in reach)


def _counts_first(line: Line, position: int) -> bool:
    """Whether the mark of a first item stands here: "đề nghị Bộ A một là …"."""
    return any(mark.value == 1 for mark in marks_at(line, position))


def ends_of_assignees(line: Line, position: int, lexicon: Lexicon) -> set[int]:
    """Where one who could be asked ends that begins at ``position``: a body, a group, a state."""
    ends = {
        hit[0]
        for phrases in (lexicon.organisations, lexicon.bodies, lexicon.places)
        if line.tokens[position].cap and (hit := phrases.match(line.tokens, position))
    }
    end = _assignee_end(line, position, lexicon)
    return ends if end is None else {*ends, end}


def _states_end(line: Line, position: int, lexicon: Lexicon) -> int | None:
    """Where the states end that are to do it, if a verb follows: "đề nghị Nhật Bản hỗ trợ"."""
    tokens = line.tokens
    end = None
    while position < len(tokens) and tokens[position].cap:
        known = lexicon.places.match(tokens, position)
        known = known or lexicon.organisations.match(tokens, position)
        if known:
            end = position = known[0]
        elif end is not None and tokens[position].text.isupper():
            # "Nhật Bản và EU"
            end = position = position + 1
        else:
            break
        while position < len(tokens) and tokens[position].low in _JOINTS:
            position += 1
        if position == end:
            break
    if end is None or end >= len(tokens):
        return None
    if tokens[end].low == "cần" and line.low(end + 1, end + 2) in _NEEDED:
        # "Đức cần một chính phủ": a thing is needed
        return None
    return end if _acts(line, end, lexicon) else None


def _acts(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a duty or work begins here."""
    if position >= len(line.tokens):
        return False
    return line.tokens[position].low in _DUTY_AFTER or any(
        lexicon.tasks[key].match(line.tokens, position)
        for key in ("verbs", "work", "imperatives", "strong")
    )


def _next_assignee(line: Line, end: int, lexicon: Lexicon) -> int | None:
    """Where the next of several ends that are to do it: "Bộ A, Cục B và các địa phương"."""
    position = end
    while position < len(line.tokens) and line.tokens[position].low in _JOINTS:
        position += 1
    if position == end or position >= len(line.tokens):
        return None
    if line.tokens[position].low == "the":
        position += 1
    return _assignee_end(line, position, lexicon)


def end_of_quotation(line: Line, start: int) -> int:
    """The token after the quotation that ``start`` stands in, or after the line."""
    if start >= len(line.tokens) or not line.inside[start]:
        return len(line.tokens)
    outside = (p for p in range(start, len(line.tokens)) if not line.inside[p])
    return next(outside, len(line.tokens))


def trimmed(line: Line, start: int, end: int, shortest: int = MIN_ITEM) -> str:
    """The text of these tokens without the marks around it; ``""`` with fewer words."""
    tokens = line.tokens
    while start < end and not tokens[start].word and tokens[start].text not in {"“", "("}:
        start += 1
    opened = any(token.text == "“" for token in tokens[start:end])
    while end > start and (
        tokens[end - 1].text in {".", "/", ";", ",", "…", ":", '"'}
        or (tokens[end - 1].text == "”" and not opened)
    ):
        end -= 1
    if sum(token.word for token in tokens[start:end]) < shortest:
        return ""
    text = _POINTER.sub("", line.cut(start, end))
    if text.count('"') % 2 and text.endswith('"') is False:
        text = text.replace('"', "") if text.count('"') == 1 else text
    return text
