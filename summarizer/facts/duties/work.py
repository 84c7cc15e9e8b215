"""What is work to be done, and what only happens: events on a calendar, states, consequences,
deeds of enmity.
"""

from __future__ import annotations

from summarizer.document import TITLE
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

MAX_MEASURES = 5
"""Tokens from "có" to the measures that there will be."""

MAX_OBJECT = 3
"""Tokens from "tổ chức" to the event that is held."""

MAX_COMPANY = 14
"""Tokens from "cùng" to what somebody does together with others."""


_BEFORE_WORK = frozenset(
    {
        *("sẽ", "will", "sớm", "nhanh", "chóng", "tiếp", "tục", "vẫn", "luôn", "chỉ"),
        *("tích", "cực", "chính", "thức", "trực", '"', "“", "'", "‘"),
    }
)
_UNMEASURED = frozenset(
    {"lên", "xuống", "mạnh", "trưởng", "thêm", "dần", "đáng", "nhiệt", "đều", "tốc"}
)
"""After "tăng", "giảm": what tells how something goes up or down, and not what is raised."""


def names_work(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a verb or noun of work stands here."""
    return any(
        lexicon.tasks[key].match(line.tokens, position) for key in ("strong", "verbs", "work")
    )


def is_work(line: Line, position: int, lexicon: Lexicon, *, promised: bool = False) -> bool:
    """Whether what begins here is something to be done; a promise may be to take part or help."""
    tokens = line.tokens
    if line.low(position, position + 2) == "về việc":
        position += 2
    if tokens[position : position + 1] and line.low(position, position + 2) == "tiếp tục":
        promised = True
    while position < len(tokens):
        small = lexicon.tasks["undertaken"].match(tokens, position) if promised else None
        if small is None and tokens[position].low not in _BEFORE_WORK:
            break
        position = small[0] if small else position + 1
    if position >= len(tokens) or not tokens[position].word:
        return False
    if promised and tokens[position].low == "về":
        plan = words_of("tasks.toml", "plans_of_work")
        return any(
            line.low(at, at + 2) in plan
            for at in range(position + 1, min(len(tokens) - 1, position + 4))
        )
    if is_hostile(line, position, lexicon):
        return _is_conditional(line, position)
    if is_event(line, position, lexicon):
        return False
    if tokens[position].low == "không" and not promised:
        return lexicon.tasks["refused"].match(tokens, position + 1) is not None
    if line.low(position, position + 3) == "tăng chi phí":
        # what comes of something, wanted by nobody
        return False
    if tokens[position].low in {"tăng", "giảm"} and position + 1 < len(tokens):
        return tokens[position + 1].low.isalpha() and tokens[position + 1].low not in _UNMEASURED
    if tokens[position].cap or tokens[position].text[0].isdigit():
        return False
    if any(lexicon.tasks[key].match(tokens, position) for key in ("verbs", "strong", "work")):
        return True
    if tokens[position].low in {"có", "đưa"} and _has_measures(line, position):
        return True
    if line.paragraph == TITLE and any(token.low == "nếu" for token in tokens[position:]):
        # "sẽ mê món này nếu thử": no more than a guess unless what is named is work
        return promised
    if promised and lexicon.tasks["promised"].match(tokens, position):
        return True
    return lexicon.tasks["no_work"].match(tokens, position) is None


def is_hostile(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a deed of enmity begins here: a threat with it is no task."""
    return lexicon.tasks["hostile"].match(line.tokens, position) is not None


def _is_conditional(line: Line, position: int) -> bool:
    """Whether an answer is announced for a case: "sẽ đáp trả nếu …"."""
    if not any(
        line.low(position, position + length) in words_of("tasks.toml", "answers")
        for length in (1, 2)
    ):
        return False
    before = {token.low for token in line.tokens[max(0, position - 3) : position]}
    return bool(before & {"sẽ", "will"}) and any(
        token.low in {"nếu", "if"} for token in line.tokens
    )


def _has_measures(line: Line, position: int) -> bool:
    """Whether "có" goes on with measures: "có thêm các biện pháp", "có nhiều chính sách"."""
    words = f" {line.low(position + 1, position + 1 + MAX_MEASURES)} "
    return any(f" {noun} " in words for noun in words_of("tasks.toml", "measures"))


def is_event(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether what begins here is held, attended or joined on a day: "tổ chức lễ …", "cùng các
    lãnh đạo dự …", "tham gia một cuộc họp".
    """
    tokens = line.tokens
    formal = lexicon.events["formal"].match(tokens, position)
    if formal and line.low(position, formal[0]) not in words_of("tasks.toml", "talking"):
        return True
    held = lexicon.tasks["held"].match(tokens, position)
    if held:
        for at in range(held[0], min(len(tokens), held[0] + MAX_OBJECT)):
            formal = lexicon.events["formal"].match(tokens, at)
            if formal and line.low(at, formal[0]) not in words_of("tasks.toml", "talking"):
                return True
            if lexicon.tasks["long_work"].match(tokens, at):
                return False
            if tokens[at].low in words_of("tasks.toml", "occasions"):
                return True
        return False
    if tokens[position].low in {"cùng", "phối", "dẫn", "đưa"}:
        reach = range(position + 1, min(len(tokens), position + MAX_COMPANY))
        for at in reach:
            if tokens[at].text in {",", ";"}:
                return False
            attended = lexicon.tasks["attended"].match(tokens, at)
            if attended and line.low(at, at + 2) not in words_of("tasks.toml", "not_attended"):
                return True
    return False
