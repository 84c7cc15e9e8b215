"""Plain ways of finding facts, as yardsticks for ``benchmarks.facts``: one expression each.

No gazetteer, no learning; what anybody would write in an afternoon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from benchmarks.facts_scoring import Answer, Event, Person, Said
from summarizer.document import LEAD, TITLE

_CAPITALS = "".join(chr(code) for code in range(0x1EFA) if chr(code).isupper())
_WORD = rf"[{_CAPITALS}][^\W\d_]*"
_RUN = rf"{_WORD}(?:[ -]{_WORD}){{1,3}}"
_CAPITALISED = re.compile(rf"(?<!\w){_RUN}(?!\w)")
_OFFICE = (
    r"(?:(?:phó|nguyên|cựu|quyền) )?"
    r"(?:tổng bí thư|chủ tịch|thủ tướng|tổng thống|bộ trưởng|thứ trưởng|ngoại trưởng|đại sứ|"
    r"giám đốc|tổng giám đốc|cục trưởng|vụ trưởng|người phát ngôn|phát ngôn viên|giáo sư|tiến sĩ|"
    r"nghị sĩ|đại biểu|bí thư|tướng|chuyên gia|cố vấn|đặc phái viên)"
)
_TITLED = re.compile(
    rf"(?<!\w)(?:(?P<role>(?i:{_OFFICE})(?: {_WORD})??)|(?i:ông|bà)) (?P<name>{_WORD}(?:[ -]{_WORD}){{0,3}})(?!\w)"
)
_SPEECH = re.compile(
    r"(?<!\w)(?:nói|cho biết|khẳng định|nhấn mạnh|tuyên bố|phát biểu|cho rằng|đề nghị|yêu cầu|"
    r"kêu gọi|bày tỏ|chia sẻ|nhận định|đánh giá|cảnh báo)(?!\w)",
    re.IGNORECASE,
)
_CAPITAL_OR_NUMBER = rf"(?:{_WORD}|\d+)"
_CONFERENCE = re.compile(
    r"(?<!\w)(?i:hội nghị|đại hội|diễn đàn|hội thảo|phiên họp)(?i: thượng đỉnh| cấp cao| bộ trưởng)?"
    rf" {_CAPITAL_OR_NUMBER}(?:(?: [-–] | lần thứ | ){_CAPITAL_OR_NUMBER})*"
)
_TASK = re.compile(r"(?<!\w)(?:cần|phải|yêu cầu|đề nghị)(?!\w)", re.IGNORECASE)


def runs_of_capitals(title: str, lead: str, paragraphs: Sequence[str]) -> Answer:
    """Every run of two to four words with capitals is a person."""
    persons: dict[str, Person] = {}
    for number, text in _texts(title, lead, paragraphs):
        for match in _CAPITALISED.finditer(text):
            persons.setdefault(match[0].casefold(), Person(match[0], "", number))
    return Answer(tuple(persons.values()))


def names_after_titles(title: str, lead: str, paragraphs: Sequence[str]) -> Answer:
    """Words with capitals behind an office or a courtesy word are a person, two to four of them.

    A single one is a person named before. Every paragraph with a verb of speech is given to the
    first person it names, or else to the last one named before it.
    """
    persons: dict[str, Person] = {}
    statements: list[Said] = []
    last = ""
    for number, text in _texts(title, lead, paragraphs):
        named: list[str] = []
        for match in _TITLED.finditer(text):
            name, role = match["name"], match["role"] or ""
            known = next((one for one in persons if f" {name} " in f" {one} "), None)
            if known is None and " " not in name:
                continue
            key = known or name
            named.append(key)
            if known is None or len(role) > len(persons[key].role):
                persons[key] = Person(key, role, persons[key].paragraph if known else number)
        speaker = named[0] if named else last
        if speaker and _SPEECH.search(text):
            statements.append(Said(number, speaker))
        last = named[-1] if named else last
    return Answer(tuple(persons.values()), tuple(statements))


def fixed_words(title: str, lead: str, paragraphs: Sequence[str]) -> Answer:
    """A "Hội nghị" with a run of capitals is a conference; "cần", "phải" … make a task."""
    conferences: dict[str, Event] = {}
    tasks: list[int] = []
    for number, text in _texts(title, lead, paragraphs):
        for match in _CONFERENCE.finditer(text):
            conferences.setdefault(match[0].casefold(), Event(match[0], number))
        if _TASK.search(text):
            tasks.append(number)
    return Answer(conferences=tuple(conferences.values()), tasks=tuple(tasks))


def _texts(title: str, lead: str, paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    yield TITLE, title
    yield LEAD, lead
    yield from enumerate(paragraphs)
