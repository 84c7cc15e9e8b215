"""Days that a report names from the day it appears: "sáng nay", "hôm qua", "tomorrow".

Only a publication date that is known to the day tells which they are. Inside quotation marks
somebody else's day is meant; "ngày nay" and "today" in "today's world" mean no day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from summarizer.facts.tokens import Line
from summarizer.text.dates import Basis, DateMention, PartialDate

_VI = re.compile(
    r"\b(?:(?:ngày\s+)?hôm\s+(?:nay|qua)|(?:sáng|trưa|chiều|tối|đêm)\s+(?:hôm\s+)?(?:nay|qua|mai)"
    r"|ngày\s+mai)\b",
    re.IGNORECASE,
)
_EN = re.compile(
    r"\b(?:(?:today|yesterday|tomorrow)(?:\s+(?:morning|afternoon|evening))?(?!['’])"
    r"|this\s+(?:morning|afternoon|evening)|tonight)\b",
    re.IGNORECASE,
)
_AWAY = {"qua": -1, "nay": 0, "mai": 1, "yesterday": -1, "tomorrow": 1}
_STATED = re.compile(r"^\s*[,(]?\s*(?:ngày\s+)?$", re.IGNORECASE)
"""What stands between such a day and the date that follows it: "sáng nay (12/3)"."""


def days_named(
    line: Line, dates: Sequence[DateMention], published: PartialDate, language: str
) -> list[DateMention]:
    """The dates of a line with the days it names from ``published``, in order.

    Where the date stands beside such a word, it alone counts.
    """
    if published.year is None or published.month is None or published.day is None:
        return list(dates)
    try:
        appeared = dt.date(published.year, published.month, published.day)
    except ValueError:
        return list(dates)
    found = list(dates)
    for match in (_EN if language == "en" else _VI).finditer(line.text):
        if _is_quoted(line, match.start()) or any(_is_told(line, match, date) for date in dates):
            continue
        word = match[0].lower().split()
        away = next((_AWAY[part] for part in reversed(word) if part in _AWAY), 0)
        day = appeared + dt.timedelta(days=away)
        date = PartialDate(day.year, day.month, day.day, Basis.PUBLICATION)
        found.append(DateMention(match.start(), match.end(), match[0], date))
    return sorted(found, key=lambda date: date.start)


def _is_quoted(line: Line, start: int) -> bool:
    return any(
        inside and token.start <= start < token.end
        for token, inside in zip(line.tokens, line.inside, strict=True)
    )


def _is_told(line: Line, match: re.Match[str], date: DateMention) -> bool:
    """Whether a date stands at the word, or takes it in: "chiều nay, 12/3", "sáng nay 12/3"."""
    if date.start < match.end() and match.start() < date.end:
        return True
    between = line.text[match.end() : date.start]
    return date.start >= match.end() and _STATED.match(between) is not None
