"""When a verb of asking or an imperative asks for something: not as a noun, not in praise, not
where it is what another clause tells of.
"""

from __future__ import annotations

from summarizer.facts.duties.work import is_hostile, names_work
from summarizer.facts.persons.collectives import collective_end
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import is_noun

MAX_THANKED = 20
"""Tokens back from what is done to the thanks for it."""

OPENED = 12
"""Tokens after a demand without a subject in which a predicate makes it a noun."""

MAX_PRAISED = 24
"""Tokens of what is said to matter."""


_PROPOSES = frozenset({"đề xuất", "kiến nghị", "đề nghị"})
_ALWAYS_STIRS = frozenset({"khiến", "vấp"})
_MAY_STIR = frozenset({"gây", "làm", "giúp"})
"""Verbs whose subject a demand may be; those of whom it is asked may do so as well."""

_NOT_STIRRING = frozenset({"không", "việc", "để", "và", ",", "tránh", "nhằm", "hành", "vi"})
_WORKS_ON = frozenset(
    {"làm rõ", "làm việc", "làm tốt", "làm sạch", "làm chủ", "làm sâu", "gây quỹ"}
)


def praises(line: Line, end: int) -> bool:
    """Whether the verb of speech that ends here praises or thanks: that asks for nothing."""
    return any(
        line.low(max(0, end - length), end) in words_of("tasks.toml", "praise") for length in (2, 3)
    )


def is_thanked(line: Line, position: int) -> bool:
    """Whether somebody is thanked for it: "cảm ơn các nước đã nhất trí …"."""
    if position == 0 or line.tokens[position - 1].low != "đã":
        return False
    clause = line.low(position - MAX_THANKED, position).rpartition(",")[2]
    return any(thanks in clause for thanks in ("cảm ơn", "cám ơn"))


def is_subject(line: Line, position: int) -> bool:
    """Whether a verb opens what "là" tells of: "thúc đẩy hợp tác là con đường của tương lai"."""
    if "có ý nghĩa" in line.low(position, position + MAX_PRAISED):
        # "tăng cường phối hợp … có ý nghĩa then chốt"
        return True
    for token in line.tokens[position : position + 10]:
        if token.text in {",", ";", "."} or token.low in {"coi", "xem", "đưa", "nhiệm"}:
            return False
        if token.low == "là":
            return True
    return False


def is_verb(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether "đề xuất" is a verb here: after a name, a group or an adverb."""
    before = line.tokens[position - 1]
    if before.cap or before.low in words_of("tasks.toml", "before_verbs"):
        return True
    return any(
        collective_end(line, start, lexicon) == position
        for start in range(max(0, position - 8), position)
    )


def is_spoken_of(line: Line, end: int) -> bool:
    """Whether the demand whose verb ends here is what the sentence tells of: "Đề nghị đẩy mạnh
    tuần tra khiến …".
    """
    return _stirs(line, end, _ALWAYS_STIRS | _MAY_STIR)


def opens_with_demand(line: Line, lexicon: Lexicon) -> int | None:
    """Where the task begins in a sentence without a subject: "Giao Bộ X chủ trì …", "Đề xuất hỗ
    trợ ngư dân", "Yêu cầu các tỉnh …"; "Đề xuất của Bộ X …" speaks of the demand itself.
    """
    tokens = line.tokens
    start = next((at for at, token in enumerate(tokens[:2]) if token.word), 0)
    hit = lexicon.tasks["asks"].match(tokens, start)
    if hit is None or hit[0] >= len(tokens) or points_nowhere(line, start, hit[0]):
        return None
    if any(token.low in {"là", "đã", "được", "bị", "nằm"} for token in tokens[hit[0] :][:OPENED]):
        return None
    if _stirs(line, hit[0], _ALWAYS_STIRS):
        return None
    if collective_end(line, hit[0], lexicon) is not None or any(
        phrases.match(tokens, hit[0])
        for phrases in (lexicon.tasks["assignees"], lexicon.organisations, lexicon.bodies)
    ):
        return hit[0]
    work = names_work(line, hit[0], lexicon)
    return hit[0] if work and not _stirs(line, hit[0], _MAY_STIR) else None


def _stirs(line: Line, position: int, verbs: frozenset[str]) -> bool:
    """Whether the demand is what brings something about: "Đề nghị tăng lương khiến …"."""
    tokens = line.tokens
    for at in range(position + 1, min(len(tokens) - 1, position + OPENED)):
        if tokens[at].low in verbs and tokens[at - 1].low not in _NOT_STIRRING:
            return line.low(at, at + 2) not in _WORKS_ON
    return False


def points_nowhere(line: Line, start: int, end: int) -> bool:
    """Whether the verb of asking in these tokens asks for nothing: "nhắc nhở về tình bạn",
    "trực tiếp chỉ đạo", "kêu gọi đầu tư", "đề nghị liên quan tới …".
    """
    tokens = line.tokens
    following = " ".join(token.low for token in tokens[end : end + 2])
    if following.startswith("về ") and following != "về việc":
        return True
    if "mời" in line.low(end - 2, end).split() and line.low(end - 2, end) != "mời gọi":
        # who is invited to a visit is not asked to do his work
        return True
    named = line.low(start - 3, end - 2).split()
    encourages = line.low(end - 2, end) == "khuyến khích"
    if encourages and named and named[-1] in {"định", "luật", "sách"}:
        # "Hiệp định khuyến khích đầu tư", "chính sách khuyến khích …"
        return True
    if line.low(end - 2, end) == "cam kết" and (
        following.startswith("quốc tế") or line.low(end - 4, end - 2) == "vi phạm"
    ):
        return True
    if line.low(end - 5, end - 2).endswith(("ý kiến ,", "ý kiến và", "kiến nghị ,", "góp ý ,")):
        # "ghi nhận các ý kiến, đề xuất của …"
        return True
    if line.low(end - 4, end - 2) in {"từ chối", "bác tin", "bác bỏ"}:
        return True
    reminded = line.low(end - 3, end + 1)
    if any(f"{verb} rằng" in reminded for verb in ("nhắc nhở", "lưu ý", "gợi ý")):
        return True
    if line.low(start - 3, end - 2).endswith(("gì đã", "điều đã", "mà đã", "nhu cầu và")):
        return True
    if following.startswith(tuple(words_of("tasks.toml", "asked_for_nothing"))):
        return True
    back = max(0, start - 3)
    if line.low(end - 2, end) in {"kêu gọi", "yêu cầu", "đề nghị"}:
        return False
    return any(line.low(at, at + 2) == "trực tiếp" for at in range(back, max(0, start)))


def in_title_of_document(line: Line, position: int) -> bool:
    """Whether a word stands in the quoted title of a document: "Nghị quyết “Về khuyến khích …”"."""
    start = position
    while start > 0 and line.inside[start - 1]:
        start -= 1
    return start < position and line.low(start, start + 2).endswith(" về")


def find_demand(line: Line, lexicon: Lexicon) -> int | None:
    """Where the task begins after a verb of asking whose subject is nobody known."""
    if (opened := opens_with_demand(line, lexicon)) is not None:
        return opened
    for position, match in lexicon.tasks["demands"].found_in(line).items():
        if not position or match[0] >= len(line.tokens):
            continue
        following = line.tokens[match[0]]
        if line.tokens[position - 1].low in {"thể", "không", "chưa", "từng"}:
            continue
        if line.low(position, position + 2) == "đề xuất" and not is_verb(line, position, lexicon):
            continue
        if line.tokens[position].low == "đòi" and following.text[0].isdigit():
            continue
        if points_nowhere(line, position, match[0]):
            continue
        if following.low == "với" and told_whom(line, match[0] + 1, lexicon):
            continue
        if in_title_of_document(line, position) or is_hostile(line, match[0], lexicon):
            continue
        aimed = line.low(position - 1, position + 1) in {"nhằm yêu", "nhằm đòi"}
        if following.word and (aimed or not is_noun(line, position, match[0], unreal=True)):
            return with_object(line, match[0])
    return None


def told_whom(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether it is only told of whom something is asked: "nêu đề nghị với các nước"."""
    end = collective_end(line, position, lexicon)
    return end is not None and not any(token.word for token in line.tokens[end:])


def with_object(line: Line, end: int) -> int:
    """Where a task begins after a verb of asking that ends at ``end``: at the verb itself if a
    thing is put forward, "đề xuất sáng kiến về …".
    """
    if line.low(end - 1, end) == "các":
        # "kêu gọi các doanh nghiệp …": the word belongs to those who are asked
        end -= 1
    things = words_of("tasks.toml", "put_forward")
    first = end + (line.low(end, end + 1) in {"các", "những"})
    thing = any(line.low(first, first + length) in things for length in (1, 2, 3))
    return end - 2 if thing and line.low(end - 2, end) in _PROPOSES else end
