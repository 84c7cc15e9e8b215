"""What tells that a meeting did not take place, or not yet: "chưa diễn ra", "was not held"."""

from __future__ import annotations

import re

from summarizer.facts.lexicon import table_of

NOT_HELD = re.compile(
    r"\b(?:không|chưa)\s+(?:hề\s+|từng\s+)?(?:thể\s+)?(?:được\s+)?"
    r"(?:diễn ra|tổ chức|triệu tập|khai mạc|bắt đầu|nhóm họp)\b"
    r"(?! (?:suôn|thuận|êm|trôi|như mong|như kỳ|tốt|tiệc|lễ|họp|chiêu|đón|tranh))"
    r"|\b(?:not|n['’]t|cannot|never)\s+(?:yet\s+)?"
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


def not_held(clause: str) -> re.Match[str] | None:
    """What tells right after a name, in small letters, that the meeting did not take place, unless
    the clause goes on with how it did: "vốn không diễn ra năm ngoái, đã khai mạc".
    """
    found = NOT_HELD.search(clause)
    if found is None or found.start() > _WITHIN or _OTHER_CLAUSE.search(clause[: found.start()]):
        return None
    rest = clause[found.end() :]
    return None if any(verb in rest for verb in table_of("events.toml")["over"]) else found
