"""Times that may well be to come, as those of deadlines: "on Friday", "before 15/12", "after May".

What has no year or is a day of the week is the next such whose end is not over, where
:mod:`bot.briefings.periods` takes the latest that has begun; "within two weeks" begins today; and
what is after a time has no end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from bot.briefings.periods import Period, asked_period
from bot.briefings.relative_times import relative_time
from bot.briefings.spans import AROUND, BEGINNING, ENDLESS, last_day
from summarizer.text.folding import fold

_NOW: Final = frozenset({"now", "now on", "today", "nay", "hom nay", "nay tro di", "bay gio"})
_FROM: Final = re.compile(r"(?:since|from|starting|ke tu|tinh tu|tu)\s+(?P<rest>.+)")
_RANGE: Final = re.compile(r"\b(?:to|until|till|through|den|toi)\b|[-–—]")
_SINCE: Final = re.compile(r"(?:since|ke tu|tinh tu)\s")
_AFTER: Final = re.compile(r"(?:after|later than|(?:ke tu |tu )?sau)\s+(?P<rest>.+)")
_BEFORE: Final = re.compile(
    r"(?:before|prior to|earlier than|(?:den |cho den )?truoc)\s+(?P<rest>.+)"
)
_UNTIL: Final = re.compile(
    r"(?:until|till|up to|up until|through|by|no later than|cho den|cho toi|tinh den|den)\s+"
    r"(?P<rest>.+)"
)
_WITHIN: Final = re.compile(
    r"(?:(?:within|in|inside|over)\s+)?(?:the\s+)?(?:(?:next|coming|trong(?: vong)?)\s+)?"
    r"(?P<n>\d{1,3}|a|an|one|two|three|four|five|six|mot|hai|ba|bon|nam|sau)\s+"
    r"(?P<unit>day|week|month|ngay|tuan|thang)s?(?:\s+(?:toi|nua|sap toi|tiep theo))?"
)
_COUNTS: Final = {
    "a": 1, "an": 1, "one": 1, "mot": 1, "two": 2, "hai": 2, "three": 3, "ba": 3, "four": 4,
    "bon": 4, "five": 5, "nam": 5, "six": 6, "sau": 6,
}  # fmt: skip
_DAYS: Final = {"day": 1, "ngay": 1, "week": 7, "tuan": 7}
_MONTHS: Final = frozenset({"month", "thang"})
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_PAST: Final = re.compile(
    r"\b(?:last|past|previous|recent|yesterday|ago|earlier|qua|truoc|ngoai|roi|gan day)\b"
)
_ON: Final = re.compile(r"^(?:on|vao)\s+")
_LEAP: Final = 8
"""Years between two 29th of February, at most."""
_WEEK: Final = timedelta(days=7)
_A_YEAR: Final = timedelta(days=365)


def asked_ahead(text: str, today: date) -> Period | None:
    """The period that a text consists of, where what is to come is meant; ``None`` where it says
    more or none.
    """
    plain = " ".join(fold(text).split()).strip(" .,;:?!")
    if found := _WITHIN.fullmatch(plain):
        count = _COUNTS.get(found["n"]) or int(found["n"])
        if found["unit"] in _MONTHS:
            return Period(today, _months_later(today, count))
        return Period(today, today + timedelta(days=count * _DAYS[found["unit"]]))
    if _SINCE.match(plain) and (begun := asked_period(plain, today)) is not None:
        return Period(begun.first, ENDLESS)
    for pattern in (_FROM, _AFTER, _BEFORE, _UNTIL):
        if (found := pattern.fullmatch(plain)) and not (
            pattern is _FROM and _RANGE.search(found["rest"])
        ):
            bounded = _bounded(pattern, AROUND.sub("", found["rest"]), today)
            if bounded is not None:
                return bounded
    return _next(plain, today)


def _months_later(today: date, count: int) -> date:
    """The same day so many months later, or the last of that month."""
    month = today.month - 1 + count
    year, month = today.year + month // 12, month % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _bounded(pattern: re.Pattern[str], rest: str, today: date) -> Period | None:
    """What begins or ends with a time."""
    if rest in _NOW:
        day = timedelta(days=1)
        ends = {
            _FROM: (today, ENDLESS),
            _AFTER: (today + day, ENDLESS),
            _BEFORE: (BEGINNING, today - day),
            _UNTIL: (BEGINNING, today),
        }
        return Period(*ends[pattern])
    if pattern in (_BEFORE, _UNTIL) and (end := last_day(rest, today)) is not None:
        return Period(BEGINNING, end)
    bound = _next(rest, today)
    if bound is None or bound.first == BEGINNING or bound.last == ENDLESS:
        return None
    if pattern is _FROM:
        return Period(bound.first, ENDLESS)
    if pattern is _AFTER:
        return Period(bound.last + timedelta(days=1), ENDLESS)
    return Period(BEGINNING, bound.last if pattern is _UNTIL else bound.first - timedelta(days=1))


def _next(plain: str, today: date) -> Period | None:
    """A time, without a year the next such."""
    plain = _ON.sub("", plain)
    found = asked_period(plain, today, whole=True)
    if found is None or found.last >= today or _YEAR.search(plain) or _PAST.search(plain):
        return found
    if relative_time(plain, today) is not None:
        return asked_period(plain, today + _WEEK, whole=True)
    for years in range(1, _LEAP + 1):  # 29 February may be some years ahead
        found = asked_period(plain, today + years * _A_YEAR, whole=True)
        if found is not None and found.last >= today:
            return found
    return None
