"""Tasks that are urged without a verb of asking: "đã đến lúc hành động", "nhấn mạnh việc …", "giải
quyết … là trách nhiệm của …", "cảnh báo nước A không …".
"""

from __future__ import annotations

import re

from summarizer.facts.duties.doers import doer_end, is_public
from summarizer.facts.duties.work import is_hostile, is_work, names_work
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line

MAX_STRESSED = 24
"""Tokens in which something is said about what is stressed, so that it sets no task."""

MAX_HOPED = 24
"""Tokens from a hope to what others are hoped to do."""

MAX_WARNED = 10
"""Tokens of who is warned not to do something."""

_HOURS = frozenset({"lúc", "thời"})
_BEFORE_DEED = frozenset({"để", "cần", "phải", "chúng", "ta", "cùng", "nhau", "hành", "động", ":"})
_DEEDS = frozenset({"làm rõ", "làm việc", "làm mới", "làm sâu", "làm tốt", "làm điều"})
_STATES = frozenset({"là", "đã", "đang", "được", "bị", "giúp", "góp", "sẽ"})
_TELLING = frozenset({"có ý", "thể hiện", "cho thấy", "có thể", "trở thành", "đóng vai"})
_NO_PREDICATE = frozenset({"phải", "không", "vốn", "từng", "chỉ", "chưa", "đó"})
_ARTICLES = frozenset({"một", "trong", "những", "các", "mối"})
_SAYING = frozenset({"nhấn mạnh", "khẳng định", "nhận định", "xác định", "cho biết"})
_HOPES = frozenset(
    {"mong", "mong muốn", "mong rằng", "hy vọng", "hi vọng", "hy vọng rằng", "kỳ vọng"}
)
_OPENING = frozenset({",", "rằng", "tới", "và", "cùng", '"', "“"})
_JOINED = frozenset({"và", ",", "cùng", "sẽ"})
_NOW = frozenset({"đây", "giờ", "nay", "này", "hiện", "tại", "tới"})
"""Words that end the name of the hour that has come: "bây giờ là lúc", "năm nay là thời điểm"."""

_LONG_SINCE = re.compile(
    r"\b(?:19\d\d|200\d)\b|\bhồi\b"
    r"|\b(?:năm|tháng|tuần|ngày|thế kỷ|thập kỷ|thập niên|đời|gian|nay) (?:vừa )?qua\b"
)
_NEGATIONS = frozenset({"không", "chớ", "đừng"})


def find_urged(line: Line, lexicon: Lexicon, *, spoken: bool) -> int | None:
    """Where a task begins that is urged; whose hour has come counts only where somebody speaks."""
    for position, token in enumerate(line.tokens):
        if token.low in _HOURS:
            if (deed := _hour(line, position, lexicon, spoken=spoken)) is not None:
                return deed
        elif token.low in {"nhấn", "nêu"}:
            if (deed := _stressed(line, position, lexicon)) is not None:
                return deed
        elif token.low in {"mong", "hy", "hi", "kỳ"} and not line.text.rstrip().endswith("?"):
            if (deed := _hoped(line, position, lexicon)) is not None:
                return deed
        elif token.low in {"cảnh", "răn", "nhắc"}:
            if (deed := _warned(line, position, lexicon)) is not None:
                return deed
        elif token.low in {"là", "thành"} and _is_made_duty(line, position, lexicon):
            return 0
    return None


def _is_deed(line: Line, position: int, lexicon: Lexicon) -> bool:
    if position >= len(line.tokens) or is_hostile(line, position, lexicon):
        return False
    return names_work(line, position, lexicon) or any(
        lexicon.tasks[key].match(line.tokens, position)
        for key in ("imperatives", "done_to", "advised")
    )


def _hour(line: Line, position: int, lexicon: Lexicon, *, spoken: bool) -> int | None:
    """Where the deed begins in "đã đến lúc các bên đàm phán", "đây là thời điểm để …"."""
    ends = [
        end
        for length in (1, 2)
        for end in [position + length]
        if line.low(position - 2, end) in words_of("tasks.toml", "hours")
        or line.low(position - 1, end) in words_of("tasks.toml", "hours")
    ]
    if not ends or not (spoken or any(line.inside)):
        return None
    if not _is_now(line, position):
        return None
    at = max(ends)
    while at < len(line.tokens):
        doer = doer_end(line, at, lexicon)
        if doer > at:
            at = doer
        elif line.tokens[at].low in _BEFORE_DEED:
            at += 1
        else:
            break
    if line.low(at, at + 1) == "làm" and line.low(at, at + 2) not in _DEEDS:
        # "giờ là lúc làm bánh"
        return None
    return at if _is_deed(line, at, lexicon) else None


def _is_now(line: Line, position: int) -> bool:
    """Whether the hour is this one: "đây là thời điểm …", and not "mùa gặt là thời điểm …"."""
    at = position - 1
    if at < 0 or line.tokens[at].low != "là":
        return True
    while at > 0 and line.tokens[at - 1].low in {"chính", "cũng", "đã", "mới", "sẽ"}:
        at -= 1
    before = line.tokens[at - 1] if at else None
    return before is None or not before.word or before.low in _NOW or before.text.isdigit()


def _stressed(line: Line, position: int, lexicon: Lexicon) -> int | None:
    """Where the work begins in "nhấn mạnh (đến) việc thực thi …", if nothing is said about it."""
    at = position + 2
    if line.low(position, at) not in {"nhấn mạnh", "nêu rõ"}:
        return None
    if at < len(line.tokens) and line.tokens[at].low in {"đến", "tới", "về"}:
        at += 1
    for length in (4, 3, 2, 1):
        if line.low(at, at + length) in words_of("tasks.toml", "stressed"):
            break
    else:
        return None
    at += length
    if not is_work(line, at, lexicon, promised=True) or doer_end(line, at, lexicon) > at:
        return None
    for other in range(at, min(len(line.tokens), at + MAX_STRESSED)):
        if line.tokens[other].text in {";", "."}:
            break
        if line.tokens[other].low in _STATES or line.low(other, other + 2) in _TELLING:
            return None
    return at


def _hoped(line: Line, position: int, lexicon: Lexicon) -> int | None:
    """Where those are named who are hoped to act, an adverbial or a list of them between: "mong
    trong thời gian tới các tỉnh sẽ …", "hy vọng Viện X và hội đồng sẽ mời …".
    """
    hoped = next(
        (position + n for n in (3, 2, 1) if line.low(position, position + n) in _HOPES), None
    )
    before = line.tokens[position - 1].low if position else ""
    if hoped is None or line.low(hoped, hoped + 1) in {"vào", "của", "về", "là", "được"}:
        return None
    if before in {"được", "với", "những", "các", "sự", "nhiều", "không", "chưa"}:
        return None
    for will in range(hoped + 1, min(len(line.tokens) - 2, hoped + MAX_HOPED)):
        token = line.tokens[will]
        if token.text in {".", ";"} or token.low in {"của", "này"}:
            return None
        two = line.low(will, will + 2)
        if token.low != "sẽ" and two not in {"tiếp tục", "cùng nhau", "có thể", "cần tiếp"}:
            continue
        at = will + (1 if token.low == "sẽ" else 2)
        while line.low(at, at + 1) in {"ngày", "càng", "cùng", "sớm", "có"} and at < will + 4:
            at += 1
        if not is_work(line, at, lexicon):
            return None
        for start in range(hoped, will):
            opens = start == hoped or line.tokens[start - 1].low in _OPENING
            end = doer_end(line, start, lexicon) if opens or start == hoped + 1 else start
            if end > start and (end == will or line.tokens[end].low in _JOINED):
                return start
        return None
    return None


def _warned(line: Line, position: int, lexicon: Lexicon) -> int | None:
    """Where it begins in "cảnh báo nước A không phá …", "nhắc nhở các bên đừng …"."""
    at = position + 2
    if line.low(position, at) not in {"cảnh báo", "răn đe", "nhắc nhở"} or at >= len(line.tokens):
        return None
    if doer_end(line, at, lexicon) == at and (not line.tokens[at].cap or _is_given_name(line, at)):
        return None
    for other in range(at + 1, min(len(line.tokens) - 1, at + MAX_WARNED)):
        token = line.tokens[other]
        if token.text in {",", ".", ";"} or token.low in {"rằng", "sẽ", "có", "đang", "về", "nếu"}:
            return None
        if token.low in _NEGATIONS:
            following = line.tokens[other + 1].low
            if line.low(other, other + 2) in {"không được", "không nên"}:
                return at
            return None if following in _STATES | {"có", "còn", "thể"} else at
    return None


def _is_given_name(line: Line, position: int) -> bool:
    """Whether somebody is called by nothing but his given name."""
    name = line.tokens[position].text
    if position + 1 < len(line.tokens) and line.tokens[position + 1].cap:
        return False
    return is_syllable(name) and not name.isupper()


def _is_made_duty(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether the clause before is called a duty: "giải quyết … là trách nhiệm của các nước"."""
    tokens = line.tokens
    if position == 0 or tokens[position - 1].low in _NO_PREDICATE:
        return False
    if tokens[position].low == "thành" and tokens[position - 1].low != "trở":
        return False
    noun = position + 1
    while noun < len(tokens) and tokens[noun].low in _ARTICLES:
        noun += 1
    duty = line.low(noun, noun + 2)
    if duty not in words_of("tasks.toml", "made_duties") or _LONG_SINCE.search(line.text):
        return False
    owned = duty == "yêu cầu" and line.low(noun + 2, noun + 3) == "của"
    if owned and not is_public(line, noun + 3, lexicon):
        # an exam or a machine asks for something too, and sets no task
        return False
    start = position
    while start > 0 and tokens[start - 1].text not in {":", ";", "“", '"'}:
        start -= 1
        if tokens[start].low == "rằng" or line.low(start - 1, start + 1) in _SAYING:
            start += 1
            break
    while start < position and (not tokens[start].word or tokens[start].low in {"việc", "và"}):
        start += 1
    imperative = lexicon.tasks["imperatives"].match(tokens, start)
    return imperative is not None or names_work(line, start, lexicon)
