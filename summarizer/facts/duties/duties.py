"""Tasks by the form of the sentence: modals of duty and duties of bodies."""

from __future__ import annotations

from summarizer.facts.duties.announcements import find_passive
from summarizer.facts.duties.nouns import MAX_BETWEEN, is_deed, is_needed, noun_of_duty
from summarizer.facts.duties.work import names_work
from summarizer.facts.persons.cast import subject_position
from summarizer.facts.persons.collectives import collective_end
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import is_noun

MIN_DUTY = 4
"""Words from a modal to the end of a sentence: "thách thức cần xử lý" sets no task."""

MAX_SUBJECT = 24
"""Tokens of who must do something, or of what must be done."""

MAX_OPENING = 9
"""Tokens of an adverbial of time that opens a sentence."""

FINITE = frozenset({"đã", "đang", "từng", "vừa", "được", "dường", "sẽ"})
_CLAUSE_WORDS = frozenset({"rằng", "mà", "thì", "để", "nên", "that", "because", "vì", "theo"})
_TOPICS = frozenset(
    {"về", "trong", "đối", "để", "với", "từ", "tại", "cần", "phải", "là", ",", ":", "điều"}
)
"""What may open a topic before the work itself: "Thứ nhất, về kinh tế, tiếp tục …"."""

_NO_CHARGE = frozenset(
    {"của", "về", "với", "đối", "cao", "gì", "lớn", "hay", "trong", "nặng", "hơn", "và", "rất"}
)
"""After "có trách nhiệm": what makes it a remark and no charge."""

MAX_WHICH = 7
"""Tokens back from a modal to the things that its clause only tells apart."""

_COUNTED = frozenset({"gì", "vụ", "bước", "quyết"})

_POINTING = frozenset({"đó", "vậy", "thế"})
"""After "theo", "vì": the words that only point back, and tell of nothing to be done."""
_SUBORDINATE = frozenset({"để", "vì", "theo", "because", "nên"})
_FIRST = frozenset({"cần", "phải", "tiếp"})
"""Of what carries a demand on, the words that demand themselves."""

_ADVERBS = frozenset({"cũng", "thì", "mà", "sẽ", "đều", "và", "luôn", "còn", "chỉ"})


def find_modal(line: Line, lexicon: Lexicon, *, spoken: bool) -> int | None:
    """Where the task begins at a modal of duty that binds somebody in office.

    Without anybody speaking (``spoken``), the one who must has to be a body or a group of
    officials, or nobody ("…, cần tập trung …").
    """
    modals, blocked = lexicon.tasks["modals"], lexicon.tasks["not_modals"]
    past = 0
    for position, match in modals.found_in(line).items():
        if position < past:
            continue
        if line.tokens[position].cap and (
            (position > 0 and line.tokens[position - 1].word)
            or lexicon.places.match(line.tokens, position) is not None
        ):
            # "Cần Thơ" is a town
            continue
        past = match[0]
        around = any(
            (hit := blocked.match(line.tokens, start))
            and hit[0] > position
            and not (start == position and hit[0] < match[0])
            for start in range(max(0, position - 3), position + 1)
        )
        following = line.tokens[match[0]] if match[0] < len(line.tokens) else None
        advice = line.tokens[position].low == "nên"
        duty = line.low(position, match[0]) != "có trách nhiệm"
        if (
            not around
            and following is not None
            and (following.word or following.text == ":" or line.tokens[position].low == "không")
            and _is_long(line, position)
            and (
                spoken
                or (line.inside[position] and line.tokens[position].low in {"hãy", "đừng"})
                or _is_said(line, position, lexicon)
                or _binds_officials(line, position, lexicon)
            )
            and (duty or following.low not in _NO_CHARGE)
            and not _was_forced(line, position)
            and not _is_relative(line, position)
            and not _is_unreal(line, position)
            and not lexicon.tasks["hostile"].match(line.tokens, match[0])
            and (not advice or _is_advice(line, position, lexicon))
        ):
            return _clause_start(line, position, lexicon)
    return None


def _is_long(line: Line, position: int) -> bool:
    """Whether enough follows: a word less where "phải" ends a statement ("… phải chấm dứt.")."""
    words = sum(token.word for token in line.tokens[position:])
    caused = any(token.low == "khiến" for token in line.tokens[:position])
    short = line.tokens[position].low == "phải" and line.tokens[-1].text not in {"?", ")"}
    return words >= MIN_DUTY - (short and not caused)


def _clause_start(line: Line, position: int, lexicon: Lexicon) -> int:
    """Where the clause of a modal begins: a task without what it is about says little.

    Right after a verb of speech or "rằng"; else at the sentence, if little stands before the modal
    and no adverbial opens it; else after the last comma.
    """
    tokens = line.tokens
    for start in range(position - 1, -1, -1):
        if tokens[start].text in {";", ":", '"', "“", "”"} or tokens[start].low in _CLAUSE_WORDS:
            commas = [at for at in range(start, position) if tokens[at].text == ","]
            if tokens[start].low in _SUBORDINATE and commas:
                return commas[-1] + 1
            return start + 2 if tokens[start + 1].low in _POINTING else start + 1
        speech = lexicon.speech.match(tokens, start)
        spoken = speech is not None and speech[0] <= position and speech[1] in {"say", "ask"}
        if speech and speech[0] < len(tokens) and tokens[speech[0]].text[0].isdigit():
            # "Chỉ thị 25 … cần được thực hiện"
            continue
        if (
            speech
            and spoken
            and not is_noun(line, start, speech[0])
            and line.low(start, speech[0]) not in words_of("events.toml", "speech_in_names")
        ):
            return speech[0]
    first = lexicon.tasks["openings"].match(tokens, 0)
    begin = first[0] if first else 0
    if begin and begin < position and tokens[begin].low in {"là", ",", ":"}:
        begin += 1
    adverbial = lexicon.tasks["adverbials"].match(tokens, begin) is not None
    if position - begin <= MAX_SUBJECT and not adverbial:
        return begin
    commas = [at for at in range(begin, position) if tokens[at].text == ","]
    if not commas or position - commas[-1] > MAX_SUBJECT:
        return position
    return commas[-1] + 1


def _was_forced(line: Line, position: int) -> bool:
    """Whether it is told that somebody was made to: "buộc nước A phải …"."""
    for at in range(max(0, position - 5), position):
        if line.tokens[at].low == "buộc":
            return True
        if line.tokens[at].low == "bắt" and line.tokens[at + 1].low not in {"cóc", "giữ", "đầu"}:
            return True
    return False


def _is_unreal(line: Line, position: int) -> bool:
    """Whether what should have been is told ("Đáng lẽ họ phải …"), or what somebody is against."""
    said = line.low(0, position)
    if "không ủng hộ việc" in said or "phản đối việc" in said:
        return True
    guessed = line.tokens[position - 1].low in {"sẽ", "còn"} and line.tokens[position].low == "phải"
    if guessed and " nếu " in f" {line.text.lower()}":
        # "nếu muốn vậy, họ sẽ phải …"
        return True
    return any(
        line.low(at, at + 2) in {"đáng lẽ", "lẽ ra", "giá như", "đáng ra"} for at in range(position)
    )


def _is_relative(line: Line, position: int) -> bool:
    """Whether the modal only tells which things are meant: "những vấn đề cần giải quyết là …"."""
    start = position
    while start > 0 and line.tokens[start - 1].low in _ADVERBS:
        start -= 1
    for length in (1, 2):
        noun = line.low(max(0, start - length), start)
        if noun in words_of("tasks.toml", "to_be_done"):
            before = line.tokens[start - length - 1].low if start > length else ""
            resolved = line.low(max(0, start - length - 3), start)
            if any(verb in resolved for verb in ("thống nhất", "nhất trí", "xác định", "đề ra")):
                return False
            return before not in {"", ",", ":", "“", '"'} or noun in {"điều", "thứ"}
    return _tells_which(line, start)


def _tells_which(line: Line, position: int) -> bool:
    """Whether the modal and its subject only tell which things: "5 điểm ông A | cần nêu"."""
    for at in range(position - 2, max(0, position - MAX_WHICH), -1):
        if not line.tokens[at].word or line.tokens[at].low in {"là", "rằng", "thì", "sẽ", "mà"}:
            return False
        if line.tokens[at].low in words_of("tasks.toml", "to_be_done") | _COUNTED:
            counted = line.tokens[at - 1]
            return counted.text.isdigit() or counted.low in {"những", "các", "mọi"}
    return False


def _is_said(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech stands before, whoever its subject is."""
    for start in range(1, position):
        speech = lexicon.speech.match(line.tokens, start)
        if speech and speech[1] in {"say", "ask"} and not is_noun(line, start, speech[0]):
            return True
    return False


def _is_advice(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether "nên" advises to do something and does not mean "so".

    "Các nước cũng nên hình thành …" advises; "trời mưa, nên …", "… nên họ …" go on.
    """
    tokens = line.tokens
    if any(
        token.low in {"vì", "do", "bởi", "nếu"} and tokens[at + 1].low not in {"vậy", "thế", "đó"}
        for at, token in enumerate(tokens[:position])
    ):
        return False
    work = position + 1
    if tokens[work].low == "không":
        work += 1
    while work < len(tokens) and tokens[work].low in {"lập", "tức", "sớm", "cùng", "nhau"}:
        work += 1
    if any(
        lexicon.tasks[key].match(tokens, work) for key in ("verbs", "strong", "work", "advised")
    ):
        return True
    advises = tokens[position - 1].low in {"cũng", "chỉ", "vẫn", "không"} if position else False
    goes_on = tokens[work].cap or tokens[work].low in words_of("tasks.toml", "after_so")
    return (advises or _binds_officials(line, position, lexicon)) and not goes_on


def _binds_officials(line: Line, position: int, lexicon: Lexicon) -> bool:
    while position > 0 and line.tokens[position - 1].low in _ADVERBS:
        position -= 1
    if position == 0 or not line.tokens[position - 1].word:
        return True
    if line.tokens[position - 1].low == "we" and _is_worked(line, position, lexicon):
        # "We must strengthen …"
        return True
    for length in (1, 2, 3):
        start = position - length
        speech = lexicon.speech.match(line.tokens, start) if start >= 0 else None
        if speech and speech[0] == position and speech[1] == "say":
            # "nói cần …": whoever says it asks for it
            return not is_noun(line, start, position)
    begin = _clause_start(line, position, lexicon)
    if lexicon.tasks["fields_of_work"].match(line.tokens, begin):
        return True
    head = lexicon.groups["heads"].match(line.tokens, begin)
    if head and head[0] == position and line.tokens[begin].cap:
        # "Trung tâm có nhiệm vụ …"
        return True
    for start in range(max(begin, position - MAX_SUBJECT), position):
        end = collective_end(line, start, lexicon)
        if (
            end is not None
            and end == position
            and (start == begin or subject_position(line, start))
        ):
            return True
    for start in range(max(0, position - 8), position):
        for phrases in (
            lexicon.organisations,
            lexicon.tasks["assignees"],
            lexicon.bodies,
            lexicon.places,
        ):
            hit = phrases.match(line.tokens, start)
            if hit and 0 <= position - hit[0] <= 1:
                return True
    return False


def _is_worked(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether work follows the modal at ``position``, an adverb between: "must now strengthen"."""
    modal = lexicon.tasks["modals"].match(line.tokens, position)
    end = modal[0] if modal else position + 1
    return any(names_work(line, at, lexicon) for at in range(end, min(len(line.tokens), end + 2)))


def find_duty(line: Line, lexicon: Lexicon, *, flow: bool) -> int | None:
    """Where a task begins in "Các cấp tiếp tục …", "Nhiệm vụ thứ hai, tăng cường …" or
    "Định hướng … là giảm …"; where the sentence before has a task (``flow``), a state goes on too.
    """
    tokens = line.tokens
    tasks = lexicon.tasks
    if opening := tasks["openings"].match(tokens, 0):
        for position in range(opening[0], min(len(tokens), opening[0] + MAX_BETWEEN)):
            before = tokens[position - 1]
            if before.text not in {",", ":"} and before.low not in {"là", "như"}:
                continue
            if is_deed(line, position, lexicon):
                return position
            if tokens[position].low not in _TOPICS:
                # "Ba là, việc tham gia … của diễn đàn": a subject follows
                break
    if (noun := noun_of_duty(line, lexicon)) is not None:
        return noun
    if (asked := _passive(line, lexicon)) is not None:
        return asked
    if (planned := find_passive(line, lexicon)) is not None:
        return planned
    if is_needed(line, lexicon):
        return 0
    first = _after_opening(line, lexicon)
    known = [tasks["assignees"], lexicon.organisations, *([lexicon.places] if flow else [])]
    ends = [hit[0] for phrases in known if (hit := phrases.match(tokens, first))]
    if (group := collective_end(line, first, lexicon)) is not None:
        ends.append(group)
    if not ends:
        return None
    end = max(ends)
    if (first or flow) and any(tasks[key].match(tokens, end) for key in ("verbs", "strong")):
        # "Trong thời gian tới, các cơ quan chức năng rà soát …"
        return None if line.low(end, end + 2) in {"đưa tin", "đưa ra"} else first
    if flow and end + 1 < len(tokens) and tokens[end].low in {"và", "cùng", "-", "–"}:
        # "Nước A và nước B cũng tiếp tục …"
        second = [hit[0] for phrases in known if (hit := phrases.match(tokens, end + 1))]
        end = max(second, default=end)
    for position in range(end, min(len(tokens), end + 3)):
        if tokens[position].low in FINITE or lexicon.speech.match(tokens, position):
            return None
        if line.low(position + 1, position + 4).startswith(("lên tiếng", "tục gây", "tục lên")):
            return None
        if tasks["strong"].match(tokens, position) or tokens[position].text == "chủ động":
            return first
    return None


def _passive(line: Line, lexicon: Lexicon) -> int | None:
    """Where the task begins in "Sở X được yêu cầu …", if it is a thing to do that follows."""
    for position, hit in lexicon.tasks["passives"].found_in(line).items():
        if not position or hit[0] >= len(line.tokens) or line.tokens[position - 1].low == "đã":
            continue
        infinitive = line.tokens[hit[0] - 1].low in {"to", "with"}
        if infinitive or names_work(line, hit[0], lexicon):
            return hit[0]
    return None


def _after_opening(line: Line, lexicon: Lexicon) -> int:
    """Where the sentence begins after "Trong thời gian tới, …"; 0 if it opens otherwise."""
    carried = lexicon.tasks["carries"].match(line.tokens, 0)
    start = carried[0] if carried and line.tokens[0].low not in _FIRST else 0
    while start < len(line.tokens) - 1 and line.tokens[start].text in {"-", "–", "+", ",", "•"}:
        # "- Ủy ban …", "Đồng thời, ngành …"
        start += 1
    if start or lexicon.tasks["from_now"].match(line.tokens, 0) is None:
        return start
    for position in range(1, min(MAX_OPENING, len(line.tokens))):
        if line.tokens[position].text == ",":
            return position + 1
    return 0
