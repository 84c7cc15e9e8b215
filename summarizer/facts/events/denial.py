"""What tells that a meeting did not take place, or not yet: "chưa diễn ra", "was not held".

What is only said of where, when or how it was is no such denial: "was not held in Hanoi but in
Hue", "không bắt đầu đúng giờ". The place or the day that is denied is then none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.facts.events.course import Course
from summarizer.facts.words.lexicon import table_of

_NOT_HELD = re.compile(
    r"\b(?:không|chưa)\s+(?:hề\s+|từng\s+|phải\s+)?(?:thể\s+)?(?:được\s+)?"
    r"(?:diễn ra|tổ chức|triệu tập|khai mạc|bắt đầu|nhóm họp)\b"
    r"(?! (?:suôn|thuận|êm|trôi|như mong|như kỳ|tốt|tiệc|lễ|họp|chiêu|đón|tranh))"
    r"|(?:\bnot|n['’]t|\bcannot|\bnever)\s+(?:yet\s+)?"
    r"(?:(?:be(?:en)?\s+)?(?:held|convened|opened|begun|started)|take[n]?\s+place|took\s+place"
    r"|go(?:ne)?\s+ahead|open|begin|start)\b(?! (?:up|its|doors|smoothly))",
    re.IGNORECASE,
)

_OTHER_CLAUSE = re.compile(
    r"\b(?:hội nghị|diễn đàn|thượng đỉnh|đại hội|họp báo|buổi làm việc|cuộc gặp|hội đàm"
    r"|(?:cuộc|buổi|phiên) họp|rằng|nói|cho biết|bàn|thảo luận|về|that|said|says|discuss\w*)\b"
)
_WITHIN = 50
"""Characters from a name to what tells that the meeting did not take place."""

_AT = r"(?:in|at|on|tại|ở|vào|ngày|trong|hôm|tháng)\b"
"""What opens where or when something is."""
_PART = rf"{_AT}[^.;:]{{1,60}}?"
_BUT = (
    r",?\s+(?:but|mà|rather)\s+(?:(?:rather|instead|là|lại|đã|sẽ|được|was|were|is|will|be)\s+)*"
    r"(?:(?:held|opened|convened|took place|takes? place|diễn ra|tổ chức|khai mạc)\s+)?"
)
_CONTRAST = re.compile(rf"\s*(?P<part>{_PART}){_BUT}(?={_AT})", re.IGNORECASE)
"""Behind the denial: "(không diễn ra) tại Huế mà tại Hà Nội"."""
_AND_ALSO = re.compile(r"[^.;:]{1,60}?,?\s+(?:but\s+also|mà\s+còn|mà\s+cả)\b", re.IGNORECASE)
_MANNER = re.compile(
    r"\s*(?:on (?:time|schedule)|punctually|(?:un)?till?(?! (?:now|today|then|recently))"
    r"|behind closed|in (?:person|public|secret|private)|as usual|without|every|each|regularly"
    r"|annually|often|đúng (?:giờ|hẹn|lịch|thời)|muộn|sớm|trực t(?:iếp|uyến)|công khai|kín|hằng"
    r"|hàng|thường|liên tục|(?:mãi )?(?:cho )?(?:đến|tới)(?! (?:nay|bây|giờ|lúc này|hôm nay)))\b",
    re.IGNORECASE,
)
"""How or until when: the meeting took place otherwise."""
_NO_PART = re.compile(
    rf"(?:\bnot|\bkhông phải|\bchứ không(?: phải)?|\brather than|\binstead of|\bthay vì)\s+"
    rf"(?P<part>{_PART})(?=,?\s+(?:but|mà|on|vào|ngày)\b|[,.;:)]|$)",
    re.IGNORECASE,
)
"""A place or day that is denied beside that which is told: "in Hue, not in Hanoi"."""
_ALONE = re.compile(
    rf"\s*(?P<part>{_PART})(?=[,.;:]|$|\s+(?:because|due|amid|owing|vì|do|bởi)\b)", re.IGNORECASE
)
_AHEAD = re.compile(r"\b(?:will|wo|would|sẽ|sắp|is|are)\s*$")
_HOPED = re.compile(r"\bchưa\b|\byet\b|\b(?:như|theo|as|đúng)\s+(?:\w+\s+)?(?:kế|dự|plan|sched)")
"""What was to be there stays its place: "không diễn ra tại Huế như kế hoạch"."""


def denied(clause: str) -> bool:
    """Whether a clause tells of something that it did not take place."""
    return any(not _is_of_how(clause, match.end()) for match in _NOT_HELD.finditer(clause))


def not_held(clause: str) -> re.Match[str] | None:
    """What tells right after a name, in small letters, that the meeting did not take place, unless
    the clause goes on with how it did: "vốn không diễn ra năm ngoái, đã khai mạc".
    """
    found = _denial(clause)
    if found is None or _is_of_how(clause, found.end()):
        return None
    rest = clause[found.end() :]
    return None if any(verb in rest for verb in table_of("events.toml")["over"]) else found


def held_otherwise(clause: str) -> Course | None:
    """How the meeting is told of where right after its name it is only denied where, when or how
    it takes place.
    """
    found = _denial(clause)
    if found is None or not _is_of_how(clause, found.end()):
        return None
    ahead = _AHEAD.search(clause[: found.start()]) is not None
    return Course(ahead, past=not ahead)


def denied_parts(text: str) -> Iterator[tuple[int, int]]:
    """The characters that tell where or when something was not: "tại Huế" in "không diễn ra tại
    Huế mà tại Hà Nội" and in "không diễn ra tại Huế".
    """
    for match in _NO_PART.finditer(text):
        yield match.span("part")
    for match in _NOT_HELD.finditer(text):
        part = None if _MANNER.match(text, match.end()) else _part_denied(text, match)
        if part is not None:
            yield part.span("part")


def _part_denied(text: str, denial: re.Match[str]) -> re.Match[str] | None:
    if contrast := _CONTRAST.match(text, denial.end()):
        return contrast
    hoped = any(_HOPED.search(its.lower()) for its in (denial[0], text[denial.end() :]))
    return None if hoped else _ALONE.match(text, denial.end())


def _denial(clause: str) -> re.Match[str] | None:
    found = _NOT_HELD.search(clause)
    if found is None or found.start() > _WITHIN or _OTHER_CLAUSE.search(clause[: found.start()]):
        return None
    return found


def _is_of_how(clause: str, end: int) -> bool:
    """Whether a denial that ends there is of the place, the day or the manner that follow it."""
    return any(sort.match(clause, end) for sort in (_CONTRAST, _AND_ALSO, _MANNER))
