"""Questions in whole sentences: whom they ask about, and about what.

"What did Bui Thanh Son say about ASEAN?" and "Bùi Thanh Sơn nói gì về ASEAN?" ask for statements of
a person on a matter; "who spoke about …" and "ai nói về …" for a matter. Any other question is its
key words: what is left without the small words and those of asking.

The patterns know the common ways to ask, with and without diacritics; what they do not know is
searched for as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizer.cues import cues_of
from summarizer.text.folding import fold, unify_tones, words

LONGEST: Final = 200
"""Characters of a question."""

_SAYING_VI: Final = (
    r"(?:nói|noi|phát biểu|phat bieu|nhấn mạnh|nhan manh|cho biết|cho biet|khẳng định|khang dinh"
    r"|đề nghị|de nghi|yêu cầu|yeu cau|bày tỏ|bay to|tuyên bố|tuyen bo|nêu|neu)"
)
_SAYING_EN: Final = (
    r"(?:say|said|saying|state|stated|stress|stressed|ask for|propose|proposed|announce|announced)"
)
_ON_VI: Final = r"(?:về|ve|tại|tai|ở|trong|trước|liên quan đến|lien quan den)"
_ON_EN: Final = r"(?:about|on|of|at|in|regarding|concerning)"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"(?P<who>.+?)\s+(?:(?:đã|da|có|co|từng|tung)\s+)?{_SAYING_VI}\s+"
            rf"(?:những\s+|nhung\s+|điều\s+|dieu\s+)?(?:gì|gi|thế nào|the nao|ra sao)"
            rf"(?:\s+{_ON_VI}\s+(?P<about>.+))?"
        ),
        (
            rf"(?:ai|những ai|nhung ai)\s+(?:(?:đã|da|có|co)\s+)?{_SAYING_VI}\s+(?:gì\s+|gi\s+)?"
            rf"{_ON_VI}\s+(?P<about>.+)"
        ),
        (
            rf"what\s+(?:did|does|do|has|have|is|was)\s+(?P<who>.+?)\s+{_SAYING_EN}"
            rf"(?:\s+{_ON_EN}\s+(?P<about>.+))?"
        ),
        (
            rf"who\s+(?:has\s+|have\s+)?(?:spoke|spoken|said|says|talked)"
            rf"(?:\s+(?:something|anything|what))?\s+{_ON_EN}\s+(?P<about>.+)"
        ),
    )
)
_NOBODY: Final = frozenset({"ai", "nhung ai"})


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: statements of ``who`` on ``about``; either may be empty, not both."""

    who: str
    about: str


def read_question(text: str) -> Question | None:
    """The question that a text is, or ``None`` where it is no known one."""
    asked = " ".join(text.split()).strip(" ?!.")
    if not asked or len(asked) > LONGEST:
        return None
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(asked):
            found = match.groupdict()
            who = (found.get("who") or "").strip(" ,")
            about = (found.get("about") or "").strip(" ,")
            who = "" if fold(who) in _NOBODY else who
            if who or about:
                return Question(who, about)
    return None


def asks(text: str) -> bool:
    """Whether a text is a single question of some length, and nothing to be summarised."""
    text = text.strip()
    return len(text) <= LONGEST and "\n" not in text and (
        read_question(text) is not None or (text.endswith("?") and not re.search(r"[.!?]\s", text))
    )  # fmt: skip


def key_words(text: str) -> str:
    """A question without its small words and those of asking; ``""`` where nothing is left."""
    small = {word for language in ("vi", "en") for word in cues_of(language).asking}
    kept = [word for word in words(unify_tones(text)) if word.lower() not in small]
    return " ".join(kept)
