"""Periods that readers ask for: "today", "tuần trước", "since 15/1", "13–15/1/2026", "early 2021".

"Until 2021" takes 2021 in, "before 2021" does not; both begin with the first article. What has no
year is the latest such that has begun; with "until" and "before", which may well ask for something
that is to come, a part of a year is that of this year, and a day or month the nearest. The end of
a time is its last day with both of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from bot.briefings.relative_times import Days, until
from bot.briefings.spans import (
    AROUND,
    BEGINNING,
    dated_span,
    days_of,
    full_month,
    last_day,
    last_day_ahead,
    named_span,
    plain_date,
    span,
    thinkable,
)
from bot.briefings.year_parts import part_of
from summarizer.text.dates import PartialDate
from summarizer.text.folding import fold

__all__ = ["BEGINNING", "Period", "asked_period", "cuts", "since_digest"]

LONGEST: Final = 80
"""Characters of the words for a period."""
MOST_WORDS: Final = 30
"""Words for something and a period together."""
_PACKED: Final = re.compile(r"(\d{8})-(\d{8})|s(\d{1,12})")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both included; or, with ``since``, whatever the date,
    what entered the library after that mark (``first`` and ``last`` then say nothing).
    """

    first: date
    last: date
    since: int | None = None

    @classmethod
    def after(cls, mark: int) -> Period:
        """What entered the library after a mark."""
        return cls(date.min, date.max, mark)

    def pack(self) -> str:
        """The period in a few characters, for a button."""
        if self.since is not None:
            return f"s{self.since}"
        return f"{_packed(self.first)}-{_packed(self.last)}"

    @classmethod
    def unpack(cls, text: str) -> Period:
        """Read what :meth:`pack` writes.

        Raises:
            ValueError: if it is no period.
        """
        match = _PACKED.fullmatch(text)
        if match is None:
            raise ValueError(f"no period: {text!r}")
        if match[3]:
            return cls.after(int(match[3]))
        first, last = (date.fromisoformat(f"{d[:4]}-{d[4:6]}-{d[6:]}") for d in match.group(1, 2))
        if first > last or not thinkable(first, last):
            raise ValueError(f"no period: {text!r}")
        return cls(first, last)


def _packed(day: date) -> str:
    return day.isoformat().replace("-", "")


_DIGEST: Final = re.compile(
    r"(?:(?:since|from|after|ke tu|tinh tu|tu|sau)\s+)?"
    r"(?:(?:(?:my|the|your|our)\s+)?(?:last|latest|previous)\s+digest|the digest"
    r"|(?:lan\s+)?ban tin\s+(?:(?:gan|lan|vua)\s+)?"
    r"(?:truoc|cuoi|nhat|gan nhat|roi|cuoi cung|truoc do|moi nhat)"
    r"(?:\s+cua\s+(?:toi|minh|ban))?)"
)
_SINCE: Final = re.compile(r"(?:since|from|starting|ke tu|tinh tu|tu)\s+(?P<rest>.+)")
_UNTIL: Final = re.compile(
    r"(?:until|till|up to|up until|through|by|to|no later than|cho den|cho toi|tinh den|tinh toi"
    r"|den|(?=het\s))\s*(?<!\w)(?P<rest>.+)"
)
"""Without its marks, "tới 15/1" may as well be the evening of the day: it is not read."""
_BEFORE: Final = re.compile(
    r"(?:until before|before|prior to|earlier than|(?:den |cho den )?truoc)\s+(?P<rest>.+)"
)
_AFTER: Final = re.compile(r"(?:after|later than|(?:ke tu |tu )?sau)\s+(?P<rest>.+)")
_BETWEEN: Final = re.compile(r"(?:between|from|since|giua|ke tu|tu)\s+")
_TO: Final = re.compile(
    r"\s+(?:to|until|till|through|and|va|cho den|toi|den)\s+|\s*[–—]\s*|\s*-\s*"
)
_NOW: Final = frozenset(
    {"now", "today", "nay", "hom nay", "bay gio", "hien nay", "ngay nay", "date", "present"}
)
_WEEK_STARTS: Final = re.compile(r"(?:dau tuan(?: nay)?|(?:beginning|start) of (?:the|this) week)")
_YEARLY: Final = ("year", "nam")
"""What a part of a year is of, where no year is named."""


def cuts(words: str) -> Iterator[tuple[list[str], list[str]]]:
    """The ways to cut words in two, a time that they begin or end with and the rest of them.

    The longest time first, as "since 1 July" is more than "1 July": all of them, with no rest.
    """
    parts = words.split()
    if not 0 < len(parts) <= MOST_WORDS:
        return
    yield parts, []
    for size in range(len(parts) - 1, 0, -1):
        yield parts[-size:], parts[:-size]
        yield parts[:size], parts[size:]


def since_digest(text: str) -> bool:
    """Whether a text asks for what came since the last digest, and for nothing else."""
    return len(text) <= LONGEST and _DIGEST.fullmatch(_plain(text)) is not None


def asked_period(text: str, today: date, *, whole: bool = False) -> Period | None:
    """The period that a text consists of; ``None`` where it says more or none.

    A day or month without a year is the latest such that is not after ``today``, a weekday the
    latest one. What is asked for as beginning on a day ends today, and so does what is not over,
    "this week"; with ``whole`` it has its days to come, and "next week" is read, too.
    """
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    if not plain:
        return None
    days = (
        named_span(plain, today, whole)
        or _range(plain, today, whole)
        or dated_span(plain, today)
        or _bounded(plain, today, whole)
    )
    return Period(*days) if days is not None and thinkable(*days) else None


def _bounded(plain: str, today: date, whole: bool) -> Days | None:
    """What begins or ends with a time: "since 15/1", "until 2021", "before May", "sau 15/1"."""
    for pattern in (_SINCE, _BEFORE, _AFTER, _UNTIL):
        if (found := pattern.fullmatch(plain)) is None:
            continue
        rest = AROUND.sub("", found["rest"])
        if pattern is _UNTIL and rest in _NOW:
            return BEGINNING, today
        if pattern in (_UNTIL, _BEFORE) and (end := last_day(rest, today)) is not None:
            return BEGINNING, end
        if pattern is _SINCE and _WEEK_STARTS.fullmatch(rest):
            rest = "this week"
        bound = span(rest, today, whole, nearest=pattern in (_UNTIL, _BEFORE))
        if bound is None or not thinkable(*bound):
            continue
        first, last = BEGINNING, bound[1]
        if pattern is _SINCE:
            first, last = bound[0], today
        elif pattern is _AFTER:
            first, last = bound[1] + timedelta(days=1), today
        elif pattern is _BEFORE:
            last = bound[0] - timedelta(days=1)
        return (first, last) if first <= last else None
    return None


def _plain(text: str) -> str:
    plain = " ".join(fold(text).split()).strip(" .,;:?!")
    return AROUND.sub("", plain)


def _range(plain: str, today: date, whole: bool) -> Days | None:
    """From the one to the other: "13-15/1/2026", "from 30 December to 3 January"."""
    if begun := _BETWEEN.match(plain):
        plain = plain[begun.end() :]
        if named_span(plain, today, whole) is not None:
            return None  # "since 2020-Q2" is no range
    for split in _TO.finditer(plain):
        left, right = plain[: split.start()], AROUND.sub("", plain[split.end() :])
        left = AROUND.sub("", left)
        if not left or not right:
            continue
        for first, last in _ends(left, right, today, whole):
            if first <= last:
                return first, last
    return None


def _ends(left: str, right: str, today: date, whole: bool) -> Iterator[Days]:
    """The first and the last day that two sides may mean, the likeliest first."""
    if right in _NOW:
        if (begun := span(left, today, whole)) is not None:
            yield begun[0], today
        return
    if left in _NOW:
        if (end := last_day_ahead(right, today)) is not None:
            yield today, end
        return
    right = right.removeprefix("het ")
    to = plain_date(right, today)
    if to is not None and to.year is not None and to.month is not None and to.day is None:
        left = full_month(left)  # "T5-T9/2021"
    number = re.fullmatch(r"(?:ngay |the )?(\d{1,2})(?:st|nd|rd|th)?", left)
    if to is None or (number is None and plain_date(left, today) is None):
        yield from _part_ends(left, right, today, whole)
        return
    of = (
        PartialDate(to.year, to.month, int(number[1]))
        if number and to.day
        else plain_date(left, today)
    )
    if (
        of is None
        or (of.day is None) != (to.day is None)
        or (of.month is None) != (to.month is None)
    ):
        return
    if of.year is None and to.year is not None:
        for year in (to.year, to.year - 1):  # "from 30 December to 3 January 2026"
            yield from _both(replace(of, year=year), to, today)
        return
    if to.year is None and of.year is not None:
        for year in (of.year, of.year + 1):  # "from 30 December 2025 to 3 January"
            yield from _both(of, replace(to, year=year), today)
        return
    if to.year is not None:
        yield from _both(of, to, today)
        return
    turns = (of.month or 0, of.day or 0) > (to.month or 0, to.day or 0)
    for year in (today.year, today.year - 1):
        start = replace(of, year=year - turns)
        for first, last in _both(start, replace(to, year=year), today):
            if first <= today:
                yield first, last


def _part_ends(left: str, right: str, today: date, whole: bool) -> Iterator[Days]:
    """The same where a side is more than a plain date: "Q1-Q3 2021", "from early 2021 to May".

    A part without a year is of that of the other side, or of the year before or after, as fits.
    """
    parts = part_of(left), part_of(right)
    yearless = [part is not None and part.of in _YEARLY for part in parts]
    one, other = span(left, today, whole), span(right, today, whole)
    if one is None or other is None:
        return
    if all(yearless):
        # The latest that has begun, as of "Q1" alone.
        for year in (today.year, today.year - 1):
            for end in (year, year + 1):
                first = span(f"{left} {year}", today, whole=True)
                last = span(f"{right} {end}", today, whole=True)
                if first and last and first[0] <= min(last[0], today):
                    days = first[0], last[1]
                    yield days if whole else until(today, days)
                    return
    elif yearless[0]:
        for year in (other[0].year, other[0].year - 1):
            of_year = span(f"{left} {year}", today, whole)
            if of_year is not None and of_year[0] <= other[1]:
                yield of_year[0], other[1]
                return
    elif yearless[1] and re.search(r"(?:19|20)\d\d$", left):
        for year in (one[0].year, one[0].year + 1):
            of_year = span(f"{right} {year}", today, whole)
            if of_year is not None and of_year[0] >= one[0]:
                yield one[0], of_year[1]
                return
    else:
        yield one[0], other[1]


def _both(of: PartialDate, to: PartialDate, today: date) -> Iterator[tuple[date, date]]:
    one, other = days_of(of, today), days_of(to, today)
    if one is not None and other is not None:
        yield one[0], other[1]
