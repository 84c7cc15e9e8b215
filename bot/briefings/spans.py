"""One time in words: a date, a month or year, a part of one, or one that is named from today.

What has no year is the latest such that has begun; where the ``nearest`` is asked for, as what is
to come may be meant, a part of a year is that of this year, and a day or month the nearest.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.briefings.days import asked_day
from bot.briefings.relative_times import Days, months_from, relative_time, until
from bot.briefings.year_parts import part_of, whole_ended
from summarizer.text.dates import Basis, PartialDate

BEGINNING: Final = date(1900, 1, 1)
"""The first day of a period that has no beginning: no article is older."""
ENDLESS: Final = date(2199, 12, 31)
"""The last day of a period that has no end."""
AROUND: Final = re.compile(
    r"^(?:(?:period|the|of|for|in|on|during|within|giai doan|thoi gian|khoang|trong|vao|cua)\s+"
    r"|(?:all|whole|entire|full|throughout|ca|suot|toan bo)\s+"
    r"(?!(?:week|month|quarter|year|tuan|thang|quy|nam)$))+"
)
_IN_YEAR: Final = re.compile(
    r"(?P<day>\S.*?)\s*[ ,]\s*(?:(?:of|in|cua|trong)\s+)?"
    r"(?P<year>(?:last|previous|this) year|nam (?:ngoai|truoc|roi|nay))"
)
_SHORT_MONTH: Final = re.compile(r"t\s?(?P<m>1[0-2]|0?[1-9])")
"""How the month is written in tables, "T9": a weekday as well, and so only read with a year."""
_SHORT_MONTH_YEAR: Final = re.compile(
    rf"{_SHORT_MONTH.pattern}\s*[-/., ]\s*(?:nam\s+)?(?P<y>(?:19|20)\d\d)"
)
_UNNAMED: Final = {"year": 12, "nam": 12, "quarter": 3, "quy": 3, "month": 1, "thang": 1}
"""The months of what a part is of, where it is not said which."""
_HALF_A_YEAR: Final = timedelta(days=183)
_A_YEAR: Final = timedelta(days=365)


def thinkable(first: date, last: date) -> bool:
    """Whether articles may be of these years; also keeps clear of the ends of the calendar."""
    return first >= BEGINNING and last <= ENDLESS


def span(plain: str, today: date, whole: bool, nearest: bool = False) -> Days | None:
    """The days of one date, month or year, of a part of one, or of one of the words for a time.

    ``nearest`` says which of those without a year is meant; see the beginning of this module.
    """
    return named_span(plain, today, whole, nearest) or dated_span(plain, today, nearest)


def dated_span(plain: str, today: date, nearest: bool = False) -> Days | None:
    """The days of a plain date, month or year."""
    asked = plain_date(plain, today)
    return days_of(asked, _latest(today, nearest)) if asked is not None else None


def named_span(plain: str, today: date, whole: bool, nearest: bool = False) -> Days | None:
    """The days of what is no plain date: of a time named from today, or a part of a year."""
    if (days := relative_time(plain, today, whole=whole)) is not None:
        return days
    days = _part(plain, today, nearest)
    return days if days is None or whole else until(today, days)


def _latest(today: date, nearest: bool) -> date:
    """The last day on which a day or month without a year may begin."""
    return today + _HALF_A_YEAR if nearest else today


def _part(plain: str, today: date, nearest: bool) -> Days | None:
    """The days of a part of a year, quarter or month."""
    if (part := part_of(plain)) is None:
        return None
    latest: date | None = None
    wholes: list[Days | None] = []
    if (months := _UNNAMED.get(part.of)) is not None:
        wholes = [months_from(today, months, -steps) for steps in (0, 1)]
        latest = None if nearest else today
    elif (days := relative_time(part.of, today, whole=True)) is not None:
        wholes = [days]
    elif (asked := plain_date(part.of, today)) is None or asked.day is not None:
        return None
    elif asked.year is not None:
        wholes = [days_of(asked, today)]
    else:
        latest = _latest(today, nearest)
        years = (latest.year, latest.year - 1)
        wholes = [days_of(replace(asked, year=year), today) for year in years]
    for each in wholes:
        found = part.days(*each) if each is not None and thinkable(*each) else None
        if found is not None and (latest is None or found[0] <= latest):
            return found
    return None


def plain_date(plain: str, today: date) -> PartialDate | None:
    """A date from folded words; English months have their capitals back."""
    if found := _SHORT_MONTH_YEAR.fullmatch(plain):
        return PartialDate(int(found["y"]), int(found["m"]), None, Basis.STATED)
    if found := _IN_YEAR.fullmatch(plain):
        named = relative_time(found["year"], today)
        asked = plain_date(full_month(found["day"]), today)
        if named is None or asked is None or asked.year is not None:
            return None
        return replace(asked, year=named[0].year)
    plain = plain.removeprefix("year ")
    title = plain.title()
    return asked_day(plain) or asked_day(title) or asked_day(f"in {title}")


def full_month(plain: str) -> str:
    """The month of "T9" written out."""
    short = _SHORT_MONTH.fullmatch(plain)
    return f"thang {short['m']}" if short else plain


def days_of(asked: PartialDate, latest: date) -> Days | None:
    """The days of a date of which a part may be unknown; none where no calendar has it."""
    if asked.year is None:
        # The last that does not begin after the latest; a leap day may be some years back.
        for year in range(latest.year, latest.year - 9, -1):
            found = days_of(replace(asked, year=year), latest)
            if found is not None and found[0] <= latest:
                return found
        return None
    try:
        if asked.month is None:
            return date(asked.year, 1, 1), date(asked.year, 12, 31)
        if asked.day is None:
            end = monthrange(asked.year, asked.month)[1]
            return date(asked.year, asked.month, 1), date(asked.year, asked.month, end)
        day = date(asked.year, asked.month, asked.day)
    except ValueError:
        return None
    return day, day


def last_day(plain: str, today: date) -> date | None:
    """The last day of what a bound names the end of; see :func:`whole_ended`."""
    whole = whole_ended(plain)
    days = span(AROUND.sub("", whole), today, whole=True, nearest=True) if whole else None
    return days[1] if days is not None and thinkable(*days) else None


def last_day_ahead(plain: str, today: date) -> date | None:
    """The last day of what is named as being to come: the end of a time, or a time whose last day
    it is; without a year the next such.
    """
    if (end := last_day(plain, today)) is not None:
        return end
    asked = plain_date(plain, today)
    if asked is not None and asked.year is None:
        days = days_of(asked, today + _A_YEAR)
    else:
        days = span(plain, today, whole=True, nearest=True)
    return days[1] if days is not None and days[1] >= today else None
