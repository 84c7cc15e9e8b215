"""Times that are named from today: "last week", "3 ngày qua", "two years ago".

"The last three months" are the days up to today; what was "three months ago" is a month of the
calendar, as "last month" is. What is not over ends today, unless the whole of it is asked for: a
conference may be planned for the rest of "this week", and only then are there times to come.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

Days = tuple[date, date]
"""A first and a last day."""

_COUNTS: Final = {
    "a": 1, "an": 1, "one": 1, "mot": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6,
}  # fmt: skip
_UNITS: Final = {
    "day": 1, "ngay": 1, "week": 7, "tuan": 7, "month": 30, "thang": 30, "year": 365, "nam": 365,
}  # fmt: skip
_NUMBER: Final = r"(?P<n>\d{1,3}|two|three|four|five|six|hai|ba|bon|nam|sau)"
_UNIT: Final = r"(?P<unit>day|week|month|year|ngay|tuan|thang|nam)s?"
_COUNTED: Final = re.compile(
    rf"(?:(?:last|past|previous|recent|trong)\s+)?{_NUMBER}\s*{_UNIT}"
    r"(?:\s+(?:vua qua|gan day|gan nhat|qua|lai day|tro lai day))?"
)
_BACK: Final = rf"(?P<n>\d{{1,3}}|{'|'.join(_COUNTS)})\s*{_UNIT}"
_AGO: Final = (
    re.compile(rf"{_BACK}\s+(?:ago|truoc|truoc day)"),
    re.compile(rf"cach day\s+{_BACK}"),
)
_NAMED: Final = {
    "today": "today", "hom nay": "today", "ngay hom nay": "today", "sang nay": "today",
    "chieu nay": "today", "toi nay": "today", "this morning": "today", "this afternoon": "today",
    "this evening": "today", "tonight": "today",
    "yesterday": "yesterday", "hom qua": "yesterday", "ngay hom qua": "yesterday",
    "day before yesterday": "day before", "hom kia": "day before",
    "this week": "week", "tuan nay": "week",
    "last week": "week before", "previous week": "week before", "tuan truoc": "week before",
    "past week": "7", "tuan qua": "7", "tuan vua qua": "7", "mot tuan qua": "7", "week": "7",
    "tuan": "7", "past seven days": "7", "gan day": "7", "recently": "7", "lately": "7",
    "this month": "month", "thang nay": "month",
    "last month": "month before", "previous month": "month before", "thang truoc": "month before",
    "tuan roi": "week before", "thang roi": "month before", "nam roi": "year before",
    "this quarter": "quarter", "quy nay": "quarter", "last quarter": "quarter before",
    "previous quarter": "quarter before", "past quarter": "quarter before",
    "quy truoc": "quarter before", "quy qua": "quarter before", "quy vua qua": "quarter before",
    "quy vua roi": "quarter before", "past year": "365", "nam qua": "365", "mot nam qua": "365",
    "nam vua qua": "365",
    "past month": "30", "thang qua": "30", "thang vua qua": "30", "mot thang qua": "30",
    "this year": "year", "nam nay": "year", "earlier this year": "year so far",
    "last year": "year before", "previous year": "year before", "nam ngoai": "year before",
    "nam truoc": "year before",
    **{f"{every} {unit}": meant
       for every in ("all", "whole", "entire", "full", "throughout", "ca", "suot", "toan bo")
       for unit, meant in (("week", "week"), ("tuan", "week"), ("month", "month"),
                           ("thang", "month"), ("quarter", "quarter"), ("quy", "quarter"),
                           ("year", "year"), ("nam", "year"))},
}  # fmt: skip
_COMING: Final = {
    "tomorrow": "tomorrow", "ngay mai": "tomorrow", "mai": "tomorrow",
    "next week": "week after", "coming week": "week after", "tuan toi": "week after",
    "tuan sau": "week after", "next month": "month after", "coming month": "month after",
    "thang toi": "month after", "thang sau": "month after", "next quarter": "quarter after",
    "quy toi": "quarter after", "quy sau": "quarter after", "next year": "year after",
    "nam toi": "year after", "nam sau": "year after", "sang nam": "year after",
}  # fmt: skip
_WEEKDAYS: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "thu hai": 0, "thu ba": 1, "thu tu": 2, "thu nam": 3, "thu sau": 4, "thu bay": 5,
    "chu nhat": 6, "thu 2": 0, "thu 3": 1, "thu 4": 2, "thu 5": 3, "thu 6": 4, "thu 7": 5,
}  # fmt: skip
_MONTHS: Final = {"month": 1, "thang": 1, "quarter": 3, "year": 12, "nam": 12}


def relative_time(plain: str, today: date, *, whole: bool = False) -> Days | None:
    """The days of folded words that name a time from today; ``None`` where they name none.

    With ``whole`` what is not over has its days to come, and times to come are read, too.
    """
    if plain in _WEEKDAYS:
        day = today - timedelta(days=(today.weekday() - _WEEKDAYS[plain]) % 7)
        return day, day
    if name := _NAMED.get(plain) or (_COMING.get(plain, "") if whole else ""):
        first, last = _named(name, today)
        return (first, last) if whole else until(today, (first, last))
    if found := _AGO[0].fullmatch(plain) or _AGO[1].fullmatch(plain):
        return _ago(_count(found["n"]), found["unit"], today)
    if (found := _COUNTED.fullmatch(plain)) and (count := _count(found["n"])):
        return today - timedelta(days=count * _UNITS[found["unit"]] - 1), today
    return None


def until(today: date, days: Days) -> Days:
    """The days up to today of what has begun."""
    first, last = days
    return first, min(last, today) if first <= today else last


def _count(said: str) -> int:
    return _COUNTS.get(said) or int(said)


def _ago(count: int, unit: str, today: date) -> Days | None:
    """The day, or the week, month or year of the calendar, so many before this one."""
    if not count:
        return None
    if unit in _MONTHS:
        return months_from(today, _MONTHS[unit], -count)
    return _weeks_from(today, -count) if _UNITS[unit] == 7 else _days_from(today, -count)


def months_from(today: date, size: int, steps: int) -> Days | None:
    """The month, quarter or year (of ``size`` months) so many after that of a day; before it where
    ``steps`` is below zero. ``None`` where no calendar has it.
    """
    number = (today.year * 12 + today.month - 1) // size * size + steps * size
    end = number + size - 1
    if not 1 <= number // 12 <= end // 12 <= 9999:
        return None
    last = monthrange(end // 12, end % 12 + 1)[1]
    return date(number // 12, number % 12 + 1, 1), date(end // 12, end % 12 + 1, last)


def _weeks_from(today: date, steps: int) -> Days:
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * steps)
    return monday, monday + timedelta(days=6)


def _days_from(today: date, steps: int) -> Days:
    day = today + timedelta(days=steps)
    return day, day


_STEPS: Final = {"": 0, "before": -1, "after": 1}
_DAY_STEPS: Final = {"today": 0, "yesterday": -1, "day before": -2, "tomorrow": 1}


def _named(name: str, today: date) -> Days:
    if name.isdecimal():
        return today - timedelta(days=int(name) - 1), today
    if name in _DAY_STEPS:
        return _days_from(today, _DAY_STEPS[name])
    if name == "year so far":
        return date(today.year, 1, 1), today
    unit, _, which = name.partition(" ")
    if unit == "week":
        return _weeks_from(today, _STEPS[which])
    days = months_from(today, _MONTHS[unit], _STEPS[which])
    assert days is not None
    return days
