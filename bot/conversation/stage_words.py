"""Words that ask for the conferences that are over or on: "past conferences", "Which conferences
are going on?", "các hội nghị đã diễn ra". Those to come are asked for as /upcoming.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bot.conversation.questions import without_whether
from summarizer.text.folding import fold

NOW: Final = (
    r"dang (?:dien ra|duoc to chuc|to chuc)|hien nay|hien tai|luc nay|(?:right )?now"
    r"|at the moment|at present|currently|going on(?: now)?|ongoing|under ?way|in progress"
    r"|taking place(?: now)?"
)
"""Folded words behind what is on."""
PAST: Final = (
    r"(?:da|vua|moi) (?:dien ra|thuc hien|qua|ket thuc|duoc to chuc|to chuc)(?: xong)?|truoc day"
    r"|truoc do|vua qua|gan day|so far|in the past|made|past|already held|(?:that are )?over"
)
"""Folded words behind what is over."""
SHOWN: Final = (
    r"show|list|see|view|give|find|tell|xem|cho(?: toi| minh| em)? xem|liet ke|danh sach|me|us|the"
    r"|all|latest|any|cac|nhung|tat ca|which|what|are|is|were|was|there|have|has|been|co"
    r"|do you know"
)
"""Folded words that may stand before what is asked for."""
BETWEEN: Final = r"are|is|were|was|that|which|there|have|has|been|held|nao"
"""Folded words that may stand behind it."""
_MEETINGS: Final = (
    r"(?:conferences?|meetings|events|hoi nghi|su kien)"
    r"(?:\s*(?:and|va|,)\s*(?:(?:cac|nhung)\s+)?(?:visits|chuyen tham))?"
)
_ASKED: Final = re.compile(
    rf"(?:(?:{SHOWN}|(?P<now>ongoing|current)|(?P<past>past|previous|earlier|recent))\s+)*"
    rf"{_MEETINGS}(?:\s+(?:{BETWEEN}))*(?:\s+(?:(?P<now2>{NOW})|(?P<past2>{PAST})))?"
)
_LONGEST: Final = 80
"""Characters of a message that is looked at."""


class Stage(StrEnum):
    """Of what is asked for."""

    NOW = "now"
    PAST = "past"


def asked_stage(text: str) -> Stage | None:
    """Whether words ask for the conferences that are on, or for those that are over, and for
    nothing else; ``None`` where they ask for neither.
    """
    words = without_whether(" ".join(text.split()).strip(" .!?"))
    found = _ASKED.fullmatch(fold(words)) if len(words) <= _LONGEST else None
    if found is None:
        return None
    told = {stage for stage in Stage if found[stage.value] or found[f"{stage.value}2"]}
    return told.pop() if len(told) == 1 else None
