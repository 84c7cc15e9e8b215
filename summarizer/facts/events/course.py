"""What tells right after a name that the meeting opens, goes on or ends: "closed in Hue".

The verbs are many and common ("ended", "began"), so they count only with the meeting as their
subject and no object: "The Forum closed on Monday", not "… closed its doors to the press".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarizer.facts.words.lexicon import words_of

_SINCE = r"(?<=bắt đầu)\s+(?:kể )?từ\b"
"""What tells since when there is a series of meetings: "bắt đầu từ tháng 12/2005"."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a meeting is told of: whether it lies ahead, and whether it is told in the past."""

    ahead: bool
    past: bool


def course_of(after: str) -> Course | None:
    """What the text right behind a name, in small letters, tells of the meeting's course."""
    match = _verb().match(after)
    if match is None:
        return None
    ahead = match["ahead"] is not None
    return Course(ahead, not ahead and match["past"] is not None)


@cache
def _verb() -> re.Pattern[str]:
    def any_of(name: str) -> str:
        words = sorted(words_of("events.toml", name), key=len, reverse=True)
        return "|".join(re.escape(word) for word in words)

    return re.compile(
        r"(?:\s*\([^()]{1,60}\))?(?:,[^,.;:]{1,80},)?\s+"
        rf"(?:(?:{any_of('course_between')})\s+)*(?P<ahead>(?:{any_of('course_ahead')})\s+)?"
        rf"(?:(?:{any_of('course_between')})\s+)*"
        rf"(?:(?P<past>{any_of('course_past')})|{any_of('course')})(?!{_SINCE})"
        rf"(?=\s*[,.;:)]|\s*$|\s+(?:{any_of('course_followed')}|\d)\b)"
    )
