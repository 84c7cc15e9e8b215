"""Tasks that nobody asks for in so many words: what somebody in office is ready to do, promises,
plans, agrees on, or wishes that others do.

A word of intention ("sẵn sàng", "nhất trí", "sẽ", "dự kiến", "mong") counts if it follows, but for
small words, a state, body, group of officials, person of the article or a verb of speech, and if
what follows is work: not an event on a calendar ("sẽ thăm"), a state ("sẽ là") or a consequence
("sẽ khiến"). A wish counts only if others are named who are to act, or if it opens with one of the
imperatives of a task.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.document import TITLE
from summarizer.facts.duties.asking import is_thanked
from summarizer.facts.duties.wishes import is_imputed, is_own_wish, is_wished_of
from summarizer.facts.duties.work import is_work
from summarizer.facts.persons.cast import Actor, subject_position
from summarizer.facts.persons.collectives import collectives_in
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

MAX_SMALL = 5
"""Small words, dates and the like between who intends and the word of intention."""

MAX_CLAUSE = 12
"""Tokens back to the word that makes a clause a condition."""

MAX_MEETING = 14
"""Tokens of the name of a meeting that resolves something."""

MIN_WORK = 3
"""Words of what is intended."""


def find_intention(
    line: Line,
    actors: Sequence[Actor],
    lexicon: Lexicon,
    *,
    spoken: bool = False,
    flow: bool = False,
    promises_only: bool = False,
) -> int | None:
    """Where a task begins that is an intention of somebody in office, or None.

    Where somebody is known to speak in the line (``spoken``), "và sẽ …" goes on from him; where the
    sentence before told what is to be done (``flow``), "Quyết tâm …" does. Of who
    only studies others (``promises_only``) no more is taken than what he is himself ready to do.
    """
    intentions = lexicon.tasks["intentions"].found_in(line)
    if not intentions or (line.text.rstrip().endswith("?") and not any(line.inside)):
        return None
    ends = _ends_of_subjects(line, actors, lexicon)
    position = 0
    for start, match in intentions.items():
        if start < position:
            continue
        position = match[0]
        if line.low(start, position) == "quyết" and line.paragraph != TITLE:
            # only headlines are so short: "A quyết ngăn …"
            continue
        if start == 0 and line.low(position, position + 1) == "với":
            # "Nhất trí với báo cáo, Thủ tướng nhấn mạnh …"
            continue
        if line.low(position - 2, position) == "chuẩn bị" and _is_rumour(line, position):
            continue
        threat = line.tokens[start].low == "dọa" or line.low(start, start + 2) == "đe dọa"
        if threat and not _is_news(line):
            continue
        if _denied(line, start, lexicon) or _is_supposed(line, start) or is_thanked(line, start):
            continue
        told = line.tokens[start].low == "quyết" and _after_speech(line, start, lexicon)
        if (told or line.tokens[start].low == "kế") and _is_subject_of(line, position):
            continue
        if promises_only and not (spoken and line.tokens[start].low in {"sẵn", "cam", "hứa"}):
            continue
        opens = start == 0 and flow and _is_promise(line, 0) and line.tokens[0].low != "cam"
        opens = opens or _is_told(line, start, position, lexicon)
        if not opens and not _has_subject(line, start, ends, lexicon, spoken=spoken):
            continue
        if sum(token.word for token in line.tokens[match[0] :]) < MIN_WORK:
            continue
        if lexicon.tasks["wishes"].match(line.tokens, start) and not (
            line.paragraph == TITLE
            and not any(lexicon.speech.match(line.tokens, at) for at in range(start))
            and line.tokens[match[0]].low not in _SAYS
            and is_work(line, match[0], lexicon, promised=False)
        ):
            unsaid = (not spoken and line.paragraph >= 0) or is_imputed(line, start)
            own = line.tokens[start].low == "muốn" and unsaid
            if spoken and is_own_wish(line, start, match[0], lexicon):
                return match[0]
            if is_wished_of(line, match[0], actors, lexicon, others_only=own):
                return match[0]
        elif is_work(line, match[0], lexicon, promised=_is_promise(line, start)):
            return _with_preparing(line, start, position, lexicon)
    return None


def _with_preparing(line: Line, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the work begins after an intention: at "chuẩn bị" itself before things, "đang chuẩn bị
    nguồn lực", behind it before a deed, "đang chuẩn bị xây dựng …".
    """
    preparing = line.low(end - 2, end) == "chuẩn bị" and start <= end - 2
    return end - 2 if preparing and not _is_known_work(line, end - 1, lexicon) else end


def _is_rumour(line: Line, position: int) -> bool:
    """Whether unnamed sources tell of a preparation, or the thing itself is prepared."""
    said = line.low(0, len(line.tokens))
    unnamed = any(word in said for word in ("nguồn tin", "được cho", "báo chí", "bối cảnh"))
    return unnamed or line.low(position, position + 1) in {
        "một",
        "cho",
        "cất",
        "lên",
        "chụp",
        "tấn",
    }


def _is_news(line: Line) -> bool:
    """Whether a threat is told as the news itself or for a case, and not as background."""
    return line.paragraph < 0 or any(token.low in {"nếu", "if"} for token in line.tokens)


def _is_told(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech promises by itself, whoever its subject is: "khẳng định sẽ …"."""
    return (
        end > start + 1
        and line.tokens[end - 1].low == "sẽ"
        and line.tokens[start - 1].low not in _NOUN_OR_DENIED
        and lexicon.speech.match(line.tokens, start) is not None
    )


def _is_subject_of(line: Line, position: int) -> bool:
    """Whether the plan is what the clause tells of: "kế hoạch hành động sẽ tạo ra …"."""
    for token in line.tokens[position : position + MAX_CLAUSE]:
        if token.text in {",", ";", "."}:
            return False
        if token.low in {"sẽ", "đã", "được", "là", "của", "will", "is", "was"}:
            return True
    return False


def _is_supposed(line: Line, position: int) -> bool:
    """Whether the clause is a condition or an occasion: "nếu …", "khi Mỹ quyết định …"."""
    if line.tokens[position].low in {"sẽ", "will"} and _is_trusted(line, position):
        return True
    if line.tokens[position].low in {"đồng", "quyết", "nhất", "thống"} and _is_of_old(line):
        return True
    if line.tokens[position].low == "sẽ" and not _is_news(line):
        clause = line.low(position - MAX_CLAUSE, position).rpartition(",")[2]
        threatens = "đe dọa" in line.low(position - MAX_SMALL, position) and "mối" not in clause
        if threatens or "không phải là" in clause:
            return True
    for token in reversed(line.tokens[max(0, position - MAX_CLAUSE) : position]):
        if token.text in {",", ";", ".", ":", '"', "“"}:
            return False
        if token.low == "khi" and _is_reported(line, position):
            continue
        if token.low in {"nếu", "khi", "mà", "tin", "if", "when"}:
            return True
        if token.low == "để" and line.tokens[position].low != "sẽ":
            # "cơ sở để các nhà lãnh đạo cân nhắc và quyết định …"
            return True
    return False


def _is_of_old(line: Line) -> bool:
    """Whether the sentence opens with a year long past: "Năm 2003, … đồng ý …"."""
    opening = [token.text for token in line.tokens[:4]]
    dated = bool(opening) and opening[0].lower() in {"năm", "tháng", "ngày"}
    return dated and any(_OLD_YEAR.search(text) for text in opening)


def _is_reported(line: Line, position: int) -> bool:
    """Whether it was announced before: "sau khi Tổng thống A thông báo sẽ …"."""
    clause = f" {line.low(position - MAX_CLAUSE, position)} "
    return " sau khi " in clause and "sẽ" in line.low(position, position + 3).split()


def _is_trusted(line: Line, position: int) -> bool:
    """Whether it is only believed that somebody will: "tin tưởng hai nước sẽ …"."""
    trusts = ("tin tưởng", "tin rằng", "tin chắc", "confident that")
    believed = [at for at in range(position) if line.low(at, at + 2) in trusts]
    # "Tôi tin rằng …, chúng ta đã chuẩn bị và sẽ nỗ lực": what oneself will strive for is promised
    following = {token.low for token in line.tokens[position + 1 : position + 3]}
    own = bool(following & {"nỗ", "gắng", "phấn"})
    return bool(believed) and not own


def _is_promise(line: Line, position: int) -> bool:
    """Whether the word itself commits: "sẵn sàng tham gia" is work, "sẽ tham gia" a date."""
    decided = line.low(position, position + 2) == "quyết định"
    return line.tokens[position].low in _PROMISES and not decided


def _ends_of_subjects(line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> set[int]:
    """The tokens right after everybody who could intend something.

    "Quan hệ giữa A và B", "máy bay của X", "tàu nước A" intend nothing: whoever it is has to open
    the sentence or a clause.
    """
    spans = {(actor.start, actor.end) for actor in actors}
    known = (
        lexicon.organisations,
        lexicon.bodies,
        lexicon.tasks["assignees"],
        lexicon.places,
        lexicon.tasks["intenders"],
        lexicon.groups["heads"],
    )
    for phrases in known:
        spans.update((start, end) for start, (end, _) in phrases.found_in(line).items())
    spans.update(collectives_in(line, lexicon))
    spans.update(
        (at, at + 1) for at, low in enumerate(line.lows) if low == "tôi" and line.inside[at]
    )
    speech_ends = {end for end, _ in lexicon.speech.found_in(line).values()}
    begun: set[int] = set()
    ends: set[int] = set()
    for start, end in sorted(spans):
        before = line.tokens[start - 1] if start else None
        opens = (
            before is None
            or start in begun
            or start in speech_ends
            or (before.low in {"và", "and", "cùng", "-", "–", "lẫn"} and start - 1 in begun)
            or before.low in _CONNECTIVES
            or (before.low not in {"và", "and"} and subject_position(line, start))
            or (before.low in {"và", "and"} and not line.tokens[start - 2].cap)
            or before.low in {"cả", "phía", "lãnh"}
            or (before.low == "việc" and line.tokens[start - 2].low in {"là", "gồm", "có"})
            or (before.low == "việc" and line.low(start - 3, start - 1) in _MADE_KNOWN)
        )
        if opens:
            begun.add(end)
            ends.add(end)
    return ends


_PROMISES = frozenset(
    {"sẵn", "cam", "hứa", "quyết", "nhất", "đồng", "chuẩn", "đặt", "đề", "đạt", "thống", "thỏa"}
)
_NOUN_OR_DENIED = frozenset({"không", "chưa", "được", "lời", "những", "các", "nếu", "nghi"})
_MADE_KNOWN = frozenset({"thông báo", "cho biết", "khẳng định", "xác nhận", "tuyên bố"})
_OLD_YEAR = re.compile(r"(?:^|[/-])(?:19\d\d|200\d)$")
_SAYS = frozenset({"gửi", "nói", "thể", "truyền", "nhắc", "chứng"})
"""After "muốn" in a headline: what is only to be said."""
_BARE = frozenset({"sẽ", "kế"})
_THEREFORE = frozenset(
    {"vì thế", "vì vậy", "do đó", "do vậy", "bởi vậy", "theo đó", "bên cạnh", "thời gian tới"}
)
_CONNECTIVES = frozenset({"thế", "vậy", "đó", "nên", "thì", "tiếp", "là"})


def _denied(line: Line, position: int, lexicon: Lexicon) -> bool:
    return any(
        (hit := lexicon.tasks["not_intentions"].match(line.tokens, start)) and hit[0] > position
        for start in range(max(0, position - 3), position + 1)
    )


def _has_subject(
    line: Line, position: int, ends: set[int], lexicon: Lexicon, *, spoken: bool
) -> bool:
    """Whether somebody who can intend stands before the word, small words apart."""
    tokens = line.tokens
    if line.paragraph == TITLE and (position == 0 or tokens[position - 1].cap):
        # "Sẽ lập quỹ …": a headline leaves out who, or shortens it: "Việt - Trung nhất trí …"
        return True
    if position in ends or _after_speech(line, position, lexicon):
        return True
    if position and tokens[position - 1].low == "khi" and _is_reported(line, position):
        # "sau khi tuyên bố sẽ …"
        return True
    word = tokens[position].low
    before = tokens[position - 1].low if position else ""
    resolves = word in {"thống", "nhất", "quyết", "đồng"} and position <= MAX_MEETING
    if resolves and lexicon.events["formal"].match(tokens, 0):
        # "Hội nghị thống nhất …": the meeting itself resolves
        return True
    if word == "sẽ" and _is_project(line, position, lexicon):
        return True
    if before == "," and word == "sẽ":
        # "Chính phủ tiếp thu ý kiến của nhân dân, sẽ bổ sung …"
        return min(ends, default=position) <= MAX_SMALL and _is_known_work(line, position, lexicon)
    if word == "sẽ" and _opens_with_time(line, position, lexicon):
        return _is_known_work(line, position, lexicon)
    if word in {"đặt", "đề"}:
        # whatever has an aim: "Đề án đặt mục tiêu …"
        return True
    if spoken and word == "sẽ" and _until_year(line, position):
        return True
    if spoken and word == "sẽ" and line.low(position - 2, position) in _THEREFORE:
        return True
    if before == "," and word == "quyết" and not spoken:
        # "đã trao giấy chứng nhận, quyết định …"
        return False
    if before == "vẫn" and position > 1 and tokens[position - 2].low in {"nhưng", "song"}:
        # "Bộ A nới lỏng lệnh cấm, nhưng vẫn sẽ …"
        return min(ends, default=position) <= MAX_SMALL
    if before in {"và", ",", ";", "thời"} and (spoken or before == "và" or word not in _BARE):
        # "Nước A hoan nghênh … và sẵn sàng …"
        return spoken or min(ends, default=position) <= MAX_SMALL
    if spoken and line.inside[position] and _is_elliptic(line, position, lexicon):
        return True
    for back in range(1, MAX_SMALL + 1):
        start = position - back
        if start < 0:
            return False
        between = tokens[start:position]
        if any(token.text in {".", ";", ":", "?", "!"} for token in between):
            return False
        if start in ends and _only_small(line, start, position, lexicon):
            return True
    return False


def _is_project(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a project, as its clause opens, will do known work: "Dự án sẽ tiếp tục …"."""
    tokens = line.tokens
    start = position
    while start > 0 and tokens[start - 1].word and position - start < MAX_CLAUSE:
        start -= 1
    if lexicon.tasks["projects"].match(tokens, start) is None:
        return False
    if any(token.low in {"này", "đó", "kỳ", "để", "mà", "có"} for token in tokens[start:position]):
        return False
    return _is_known_work(line, position, lexicon)


def _is_known_work(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether after the word at ``position`` work follows that lists name."""
    after = position + 1
    if line.low(after, after + 2) == "tiến hành":
        after += 2
    if line.low(after, after + 2) == "góp phần":
        return False
    return any(
        lexicon.tasks[key].match(line.tokens, after)
        for key in ("verbs", "strong", "work", "done_to")
    )


def _opens_with_time(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether only the time to come stands before in the sentence: "Sắp tới sẽ kiểm tra …"."""
    opening = lexicon.tasks["from_now"].match(line.tokens, 0)
    return opening is not None and position - opening[0] in {0, 1}


def _until_year(line: Line, position: int) -> bool:
    """Whether "đến năm 2030" stands right before."""
    before = line.low(position - 3, position).split()
    return before[:-1] in (["đến", "năm"], ["tới", "năm"], ["vào", "năm"], ["từ", "năm"])


def _is_elliptic(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether only an adverbial of time precedes in the quotation: "Sắp tới sẽ mời …"."""
    start = position
    while start > 0 and line.inside[start - 1] and line.tokens[start - 1].word:
        start -= 1
    opening = lexicon.tasks["from_now"].match(line.tokens, start)
    return opening is not None and opening[0] == position


def _after_speech(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech that can promise stands right before: "tuyên bố sẽ …"."""
    end = position - 1 if position and line.tokens[position - 1].text == "," else position
    for length in (3, 2, 1):
        start = end - length
        if start < 0:
            continue
        hit = lexicon.speech.match(line.tokens, start)
        if hit and hit[0] == end and hit[1] == "say":
            return line.low(start, end) not in words_of("tasks.toml", "threats")
    return False


def _only_small(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    while start < end:
        hit = lexicon.tasks["adverbs"].match(line.tokens, start)
        speech = lexicon.speech.match(line.tokens, start)
        if speech and line.low(start, speech[0]) in words_of("tasks.toml", "threats"):
            return False
        if hit or (speech and speech[1] == "say"):
            start = max(match[0] for match in (hit, speech) if match)
        elif line.tokens[start].text[0].isdigit() or line.tokens[start].low in _CALENDAR:
            start += 1
        else:
            return False
    return True


_CALENDAR = frozenset(
    {'"', "“", "ngày", "tháng", "năm", "hôm", "sáng", "chiều", "tối", "cùng", "(", ")"}
)
