"""Tasks that are announced: measures in the passive ("Cây cầu sẽ được xây lại"), and what follows
right after a verb of speech ("khẳng định tiếp tục …", "tuyên bố trục xuất …").
"""

from __future__ import annotations

import re

from summarizer.document import TITLE
from summarizer.facts.duties.asking import is_spoken_of, is_thanked
from summarizer.facts.duties.work import is_work
from summarizer.facts.persons.collectives import collective_end
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import is_noun

FIRST_NEWS = 4
"""Last paragraph in which a measure that is announced is the news and no background."""

MAX_AGENT = 8
"""Tokens from "được" to what will be done, who does it between."""

MAX_BEFORE = 24
"""Tokens of what a measure is about, and of what stands before a verb of speech."""

MAX_COUNT = 6
"""Tokens from "đưa ra" to the measures that are put forward."""

MAX_MOTTO = 8
"""Tokens of what a motto rules out."""

MAX_NAMED = 8
"""Tokens of those who are to refrain from something."""

MAX_LABEL = 3
"""Tokens from a noun of measures to what they do."""

_SOON = frozenset({"tiếp", "tục", "sớm", "từng", "bước", "chỉ", "vẫn", "đều", "cũng", "also"})
"""Small words between "sẽ" and "được"."""

_UNSAID = frozenset({"chưa", "không", "được", "bị", "việc", "not", "no"})
_ANNOUNCES = frozenset({"tuyên bố", "thông báo", "công bố", "announced"})
_AFFIRMS = frozenset({"khẳng định", "tái khẳng định"})
_LONG_AGO = frozenset(
    {*("ngày", "tháng", "hồi", "năm", "trích", "đoán", "khó", "nếu"), *("đáp", "lời", "sát")}
)
"""Words before a measure that was announced and that show it as background further down."""
_UNDECIDED = frozenset({"chưa", "không", "lễ", "để", "thể", "not", "no"})
_PAST = frozenset({"từng", "hồi"})
_BACKWARD = frozenset({"này", "đó", "trên", "nào", ",", ".", ";", "của", "gì", "như"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YESTERDAY = re.compile(r"\b(?:đêm|hôm|tối|chiều|sáng|tuần) qua\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:đến|tới|giai đoạn|từ nay)(?: (?:hết|cuối|đầu|năm))* (?:19|20)\d\d\b(?:\s?[-–]\s?20\d\d)?"
)
"""A year in which what is decided now is to be done."""

_FINITE = frozenset({"đã", "đang", "từng", "vừa", "dường", "sẽ"})


def find_passive(line: Line, lexicon: Lexicon) -> int | None:
    """Where a measure stands that is announced in the passive: "Cây cầu sẽ được Bộ X xây lại"."""
    tokens = line.tokens
    for position in range(1, len(tokens) - 2):
        low = tokens[position].low
        due = low == "kiến" and tokens[position - 1].low == "dự"
        if (low not in {"sẽ", "will"} and not due) or is_guess(line, position):
            continue
        at = position + 1
        while at < len(tokens) and tokens[at].low in _SOON:
            at += 1
        if at >= len(tokens) or tokens[at].low not in {"được", "bị", "be"}:
            continue
        if _is_occasion(line, position, lexicon):
            continue
        for work in range(at + 1, min(len(tokens), at + MAX_AGENT)):
            if lexicon.tasks["done_to"].match(tokens, work):
                return 0 if position <= MAX_BEFORE else position
            if not (tokens[work].cap or tokens[work].word) or tokens[work].low in _FINITE:
                break
            if work == at + 1 and not _can_act(line, work, lexicon):
                break
    return None


def _can_act(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether who does it may begin here: "sẽ được Bộ X xây lại"."""
    if line.tokens[position].cap or collective_end(line, position, lexicon) is not None:
        return True
    return lexicon.tasks["assignees"].match(line.tokens, position) is not None


def _is_occasion(line: Line, end: int, lexicon: Lexicon) -> bool:
    """Whether what is spoken of before ``end`` in its clause is an event on a calendar."""
    for position in range(end - 1, -1, -1):
        token = line.tokens[position]
        if token.text in {",", ";", ":", ".", '"', "“"}:
            return False
        if lexicon.events["formal"].match(line.tokens, position):
            return True
        if token.low in words_of("tasks.toml", "occasions") - {"ngày", "lần", "có", "đêm"}:
            return True
    return False


def is_guess(line: Line, position: int) -> bool:
    """Whether the "sẽ" at ``position`` is hoped, feared or supposed, or stands in a condition."""
    clause = []
    for token in reversed(line.tokens[:position]):
        if token.text in {";", ".", ":"}:
            break
        clause.append(token.low)
    text = f" {' '.join(reversed(clause))} "
    return any(f" {word} " in text for word in words_of("tasks.toml", "supposed"))


def find_announced(line: Line, lexicon: Lexicon) -> int | None:
    """Where a task begins right after a verb of speech: "khẳng định tiếp tục …", "chỉ rõ: Tập
    trung …", "thống nhất việc xây dựng …".

    Who speaks need not be known. Praise, guesses and what was said to have been done are left out.
    """
    tokens = line.tokens
    for position, speech in lexicon.speech.found_in(line).items():
        if speech[1] not in {"say", "ask"} or is_noun(line, position, speech[0]):
            continue
        opens = position == 0 and speech[1] == "ask"
        if is_thanked(line, position) or (opens and is_spoken_of(line, speech[0])):
            continue
        verb = line.low(position, speech[0])
        for at in range(speech[0], min(len(tokens), speech[0] + MAX_NAMED)):
            if lexicon.tasks["refrains"].match(tokens, at):
                # "cho rằng các bên không có hành động …"
                return speech[0]
        if verb in words_of("tasks.toml", "threats") or verb in words_of("tasks.toml", "praise"):
            continue
        if _announces(line, position, speech[0], lexicon):
            return speech[0]
        at = speech[0]
        while at < len(tokens) and (tokens[at].text in {":", '"', "“"} or tokens[at].low == "rằng"):
            at += 1
        if at + 1 < len(tokens) and tokens[at].low == "về" and tokens[at + 1].low == "việc":
            at += 1
        if at < len(tokens) and tokens[at].low == "việc":
            if verb not in words_of("tasks.toml", "resolves"):
                continue
            at += 1
            if (
                tokens[at - 2].low != "rằng"
                and verb.split()[0] in {"thống", "nhất", "đồng"}
                and at < len(tokens)
            ):
                return at
        noun = at < len(tokens) and tokens[at].low == "nỗ"  # "phản ánh nỗ lực của …"
        if noun or is_state(line, at):
            continue
        soon = at < len(tokens) and tokens[at].low == "sớm"
        if lexicon.tasks["strong"].match(tokens, at) and (not soon or is_work(line, at, lexicon)):
            return at
    return None


def is_state(line: Line, position: int) -> bool:
    """Whether what goes on is only how things are or are seen: "tiếp tục là", "tiếp tục coi"."""
    if position + 2 >= len(line.tokens):
        return False
    if line.low(position, position + 2) != "tiếp tục":
        return False
    if line.low(position + 2, position + 4) == "ủng hộ":
        # "tiếp tục ủng hộ, giúp đỡ nhau" is done for one another
        return not {"nhau", ","} & set(line.low(position + 4, position + 6).split())
    return line.tokens[position + 2].low in words_of("tasks.toml", "states")


def _announces(line: Line, position: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a measure is announced: "tuyên bố trục xuất …", if that is the news itself."""
    if _YEAR.search(line.text) or line.low(0, 5).startswith("lần gần"):
        return False
    affirmed = line.paragraph <= FIRST_NEWS and line.low(position, end) in _AFFIRMS
    if not affirmed and line.low(position, end) not in _ANNOUNCES:
        return False
    again = end + 1 if line.low(end, end + 1) == "tái" else end
    if lexicon.tasks["announces"].match(line.tokens, again) is None:
        return False
    before = [token.low for token in line.tokens[max(0, position - MAX_BEFORE) : position]]
    late = {"đã", "had"} if line.paragraph > FIRST_NEWS // 2 else set()
    if line.paragraph > FIRST_NEWS:
        late |= _LONG_AGO
    return not set(before) & ({"sau", "khi", "từng", "việc", "mà", "năng", "if", "after"} | late)


def _find_decided(line: Line, lexicon: Lexicon) -> int | None:
    """Where a measure begins of which the decision or plan is made known: "công bố quyết định
    áp thuế …", "thông qua kế hoạch viện trợ …".
    """
    tokens = line.tokens
    known = lexicon.tasks["makes_known"].found_in(line)
    if not known or _YEAR.search(_TO_COME.sub("", line.text)) or _PAST & line.words:
        return None
    for position, made in known.items():
        if not 0 < position < len(tokens) - MAX_LABEL:
            continue
        if _UNDECIDED & set(line.low(position - MAX_LABEL, position).split()):
            continue
        at = made[0]
        while at < len(tokens) and tokens[at].low in {"các", "một", "những", "loạt"}:
            at += 1
        noun = lexicon.tasks["decisions"].match(tokens, at)
        if noun and any(
            lexicon.tasks[key].match(tokens, noun[0])
            for key in ("announces", "done_to", "work", "verbs", "strong")
        ):
            return noun[0]
    return None


def find_proposed(line: Line, lexicon: Lexicon) -> int | None:
    """Where measures begin that somebody puts forward: "đưa ra một số giải pháp …", "nêu 6 nhóm
    giải pháp …", or whose decision is made known; not those that only bear a name ("đưa ra giải
    pháp này").
    """
    tokens = line.tokens
    if (told := _find_headline(line, lexicon)) is not None:
        return told
    for position, verb in lexicon.tasks["puts_forward"].found_in(line).items():
        if not 0 < position < len(tokens) - MAX_COUNT:
            continue
        if _UNSAID & set(line.low(position - MAX_LABEL, position).split()):
            continue
        for at in range(verb[0], min(len(tokens), verb[0] + MAX_COUNT)):
            if not tokens[at].word:
                break
            measures = lexicon.tasks["put_forward"].match(tokens, at)
            if measures:
                return verb[0] if _has_content(line, measures[0], lexicon) else None
    return _find_decided(line, lexicon)


def _has_content(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether it is said what the measures do: "giải pháp mới nhằm …", "giải pháp đẩy nhanh …"."""
    for at in range(position, min(len(line.tokens) - 1, position + MAX_LABEL)):
        if not line.tokens[at].word or line.tokens[at].low in _BACKWARD:
            return False
        if line.tokens[at].low in {"về", "nhằm", "để", "to", "for", "on"}:
            return True
        if any(lexicon.tasks[key].match(line.tokens, at) for key in ("verbs", "strong", "work")):
            return True
    return False


def _find_headline(line: Line, lexicon: Lexicon) -> int | None:
    """Where a measure begins that a headline tells in the present: "Nước A vẫn viện trợ …"."""
    tokens = line.tokens
    if line.paragraph != TITLE or any(token.text in {"?", ":"} for token in tokens):
        return None
    end = _measuring(line, 0, lexicon)
    while 0 < end < len(tokens):
        if tokens[end].text in {",", "-", "–"} or tokens[end].low in {"và", "vẫn", "tiếp"}:
            end = max(end + 1, _measuring(line, end + 1, lexicon))
        elif (place := lexicon.places.match(tokens, end)) and tokens[end].cap:
            end = place[0]
        else:
            break
    refuses = tokens[end].low == "không" if 0 < end < len(tokens) else False
    measures = lexicon.tasks["refused" if refuses else "announces"]
    if not end or measures.match(tokens, end + refuses) is None:
        return None
    if _is_no_measure(line, end + refuses) or _YESTERDAY.search(line.text):
        return None
    if tokens[end].low in {"tăng", "giảm"} and not is_work(line, end, lexicon):
        return None
    return None if {"là", "đã", "từng"} & {token.low for token in tokens} else end


def _is_no_measure(line: Line, position: int) -> bool:
    """Whether the verb of a measure only begins another word: "cấp cứu", "rút thăm"."""
    other = words_of("tasks.toml", "no_measures")
    return any(line.low(position, position + length) in other for length in (2, 3))


def _measuring(line: Line, start: int, lexicon: Lexicon) -> int:
    """Where a state or body that begins at ``start`` ends, or 0."""
    known = (lexicon.organisations, lexicon.places, lexicon.bodies)
    ends = [hit[0] for phrases in known if (hit := phrases.match(line.tokens, start))]
    group = collective_end(line, start, lexicon)
    return max([*ends, group or 0])


def find_slogan(line: Line) -> int | None:
    """Where a motto begins: "Không đổ lỗi, chỉ bàn cách"."""
    tokens = line.tokens
    for position in range(len(tokens)):
        opens = position == 0 or tokens[position - 1].low in {":", "là", "ta", '"', "“", "‘", "'"}
        if tokens[position].low != "không" or not opens:
            continue
        for at in range(position + 2, min(len(tokens) - 1, position + MAX_MOTTO)):
            if tokens[at].text == ",":
                return position if tokens[at + 1].low in {"chỉ", "mà"} else None
    return None
