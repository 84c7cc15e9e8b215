"""Periods that readers ask for: "today", "tuần trước", "since 15/1", "13–15/1/2026", "early 2021".

"Until 2021" takes 2021 in, "before 2021" does not; both begin with the first article.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from bot.briefings.days import asked_day
from bot.briefings.year_parts import part_of
from summarizer.text.dates import PartialDate
from summarizer.text.folding import fold

LONGEST: Final = 80
"""Characters of the words for a period."""
BEGINNING: Final = date(1900, 1, 1)
"""The first day of a period that has no beginning: no article is older."""
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
        if first > last or not _thinkable(first, last):
            raise ValueError(f"no period: {text!r}")
        return cls(first, last)


def _thinkable(first: date, last: date) -> bool:
    """Whether articles may be of these years; also keeps clear of the ends of the calendar."""
    return first >= BEGINNING and last.year < 2200


def _packed(day: date) -> str:
    return day.isoformat().replace("-", "")


_AROUND: Final = re.compile(
    r"^(?:(?:period|the|of|for|in|on|during|within|giai doan|thoi gian|khoang|trong|vao|cua)\s+)+"
)
_DIGEST: Final = re.compile(
    r"(?:(?:since|from|after|ke tu|tinh tu|tu|sau)\s+)?"
    r"(?:(?:(?:my|the|your|our)\s+)?(?:last|latest|previous)\s+digest|the digest"
    r"|(?:lan\s+)?ban tin\s+(?:(?:gan|lan|vua)\s+)?"
    r"(?:truoc|cuoi|nhat|gan nhat|roi|cuoi cung|truoc do|moi nhat)"
    r"(?:\s+cua\s+(?:toi|minh|ban))?)"
)
_SINCE: Final = re.compile(r"(?:since|from|starting|ke tu|tinh tu|tu)\s+(?P<rest>.+)")
_UNTIL: Final = re.compile(
    r"(?:until|till|up to|up until|through|by|to|no later than|(?:cho |tinh )?den het|cho den"
    r"|cho toi|tinh den|tinh toi|den|het)\s+(?P<rest>.+)"
)
"""Without its marks, "tới 15/1" may as well be the evening of the day: it is not read."""
_BEFORE: Final = re.compile(
    r"(?:until before|before|prior to|earlier than|(?:den |cho den )?truoc)\s+(?P<rest>.+)"
)
_AFTER: Final = re.compile(r"(?:after|later than|(?:ke tu |tu )?sau)\s+(?P<rest>.+)")
_BETWEEN: Final = re.compile(r"(?:between|from|since|giua|ke tu|tu)\s+")
_TO: Final = re.compile(
    r"\s+(?:to|until|till|through|and|va|den het|cho den|toi|den)\s+|\s*[–—]\s*|\s*-\s*"
)
_NOW: Final = frozenset(
    {"now", "today", "nay", "hom nay", "bay gio", "hien nay", "ngay nay", "date", "present"}
)
_COUNTED: Final = re.compile(
    r"(?:(?:last|past|previous|recent|trong)\s+)?"
    r"(?P<n>\d{1,3}|two|three|four|five|six|hai|ba|bon|nam|sau)\s*"
    r"(?P<unit>days?|weeks?|months?|years?|ngay|tuan|thang|nam)"
    r"(?:\s+(?:vua qua|gan day|gan nhat|qua|truoc|lai day|tro lai day|ago))?"
)
_COUNTS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "hai": 2, "ba": 3, "bon": 4, "nam": 5,
    "sau": 6,
}  # fmt: skip
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
    "this year": "year", "nam nay": "year", "earlier this year": "year",
    "last year": "year before", "previous year": "year before", "nam ngoai": "year before",
    "nam truoc": "year before",
}  # fmt: skip
_WEEKDAYS: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "thu hai": 0, "thu ba": 1, "thu tu": 2, "thu nam": 3, "thu sau": 4, "thu bay": 5,
    "chu nhat": 6, "thu 2": 0, "thu 3": 1, "thu 4": 2, "thu 5": 3, "thu 6": 4, "thu 7": 5,
}  # fmt: skip
_UNITS: Final = {"d": 1, "n": 1, "w": 7, "tu": 7, "m": 30, "th": 30, "y": 365, "na": 365}


def since_digest(text: str) -> bool:
    """Whether a text asks for what came since the last digest, and for nothing else."""
    return len(text) <= LONGEST and _DIGEST.fullmatch(_plain(text)) is not None


def asked_period(text: str, today: date) -> Period | None:
    """The period that a text consists of; ``None`` where it says more or none.

    A day or month without a year is the latest such that is not after ``today``, a weekday the
    latest one. What is asked for as beginning on a day ends today.
    """
    if len(text) > LONGEST:
        return None
    plain = _plain(text)
    if not plain:
        return None
    span = _range(plain, today) or _span(plain, today) or _bounded(plain, today)
    return span if span is not None and _thinkable(span.first, span.last) else None


def _bounded(plain: str, today: date) -> Period | None:
    """What begins or ends with a time: "since 15/1", "until 2021", "before May", "sau 15/1"."""
    for pattern in (_SINCE, _BEFORE, _AFTER, _UNTIL):
        if (found := pattern.fullmatch(plain)) is None:
            continue
        rest = _AROUND.sub("", found["rest"])
        if pattern is _UNTIL and rest in _NOW:
            return Period(BEGINNING, today)
        if (bound := _span(rest, today)) is None or not _thinkable(bound.first, bound.last):
            continue
        first, last = BEGINNING, bound.last
        if pattern is _SINCE:
            first, last = bound.first, today
        elif pattern is _AFTER:
            first, last = bound.last + timedelta(days=1), today
        elif pattern is _BEFORE:
            last = bound.first - timedelta(days=1)
        return Period(first, last) if first <= last else None
    return None


def _plain(text: str) -> str:
    plain = " ".join(fold(text).split()).strip(" .,;:?!")
    return _AROUND.sub("", plain)


def _span(plain: str, today: date) -> Period | None:
    """The days of one date, month or year, of a part of one, or of one of the words for a time."""
    if named := _NAMED.get(plain):
        return _named(named, today)
    if (part := _part(plain, today)) is not None:
        return part
    if plain in _WEEKDAYS:
        day = today - timedelta(days=(today.weekday() - _WEEKDAYS[plain]) % 7)
        return Period(day, day)
    if counted := _COUNTED.fullmatch(plain):
        count = counted["n"]
        return _last(_COUNTS.get(count) or int(count), counted["unit"], today)
    day_asked = _day(plain)
    return _days_of(day_asked, today) if day_asked is not None else None


def _part(plain: str, today: date) -> Period | None:
    """The days of a part of a year or month, to today where it is not over.

    Without a year it is the latest that has begun.
    """
    if (part := part_of(plain)) is None:
        return None
    if (named := _NAMED.get(part.of)) in ("year", "year before", "month", "month before"):
        first = _named(named, today).first
        wholes = [(first.year, first.month if named.startswith("month") else None)]
    elif part.of in ("year", "nam"):
        wholes = [(today.year, None), (today.year - 1, None)]
    elif part.of in ("month", "thang"):
        before = today.replace(day=1) - timedelta(days=1)
        wholes = [(today.year, today.month), (before.year, before.month)]
    elif (asked := _day(part.of)) is None or asked.day is not None:
        return None
    elif asked.year is not None:
        wholes = [(asked.year, asked.month)]
    else:
        wholes = [(today.year, asked.month), (today.year - 1, asked.month)]
    for year, month in wholes:
        if (days := part.days(year, month)) is not None and (days[0] <= today or len(wholes) == 1):
            first, last = days
            return Period(first, min(last, today) if first <= today else last)
    return None


def _day(plain: str) -> PartialDate | None:
    """A date from folded words; English months have their capitals back."""
    title = plain.title()
    return asked_day(plain) or asked_day(title) or asked_day(f"in {title}")


def _last(count: int, unit: str, today: date) -> Period | None:
    size = next(days for start, days in sorted(_UNITS.items(), reverse=True)
                if unit.startswith(start))  # fmt: skip
    return Period(today - timedelta(days=count * size - 1), today) if count else None


def _named(name: str, today: date) -> Period:
    if name.isdigit():
        return Period(today - timedelta(days=int(name) - 1), today)
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    quarter = date(today.year, today.month - (today.month - 1) % 3, 1)
    quarter_before = quarter - timedelta(days=1)
    return {
        "today": Period(today, today),
        "yesterday": Period(today - timedelta(days=1), today - timedelta(days=1)),
        "day before": Period(today - timedelta(days=2), today - timedelta(days=2)),
        "week": Period(monday, today),
        "week before": Period(monday - timedelta(days=7), monday - timedelta(days=1)),
        "month": Period(first, today),
        "month before": Period(before.replace(day=1), before),
        "quarter": Period(quarter, today),
        "quarter before": Period(
            quarter_before.replace(day=1, month=quarter_before.month - 2), quarter_before
        ),
        "year": Period(date(today.year, 1, 1), today),
        "year before": Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    }[name]


def _days_of(asked: PartialDate, today: date) -> Period | None:
    """The days of a date of which a part may be unknown; none where no calendar has it."""
    if asked.year is None:
        # The latest that is not after today; a leap day may be some years back.
        for year in range(today.year, today.year - 9, -1):
            found = _days_of(replace(asked, year=year), today)
            if found is not None and found.first <= today:
                return found
        return None
    try:
        if asked.month is None:
            return Period(date(asked.year, 1, 1), date(asked.year, 12, 31))
        if asked.day is None:
            end = monthrange(asked.year, asked.month)[1]
            return Period(date(asked.year, asked.month, 1), date(asked.year, asked.month, end))
        day = date(asked.year, asked.month, asked.day)
    except ValueError:
        return None
    return Period(day, day)


def _range(plain: str, today: date) -> Period | None:
    """From the one to the other: "13-15/1/2026", "from 30 December to 3 January"."""
    plain = _BETWEEN.sub("", plain, count=1) if _BETWEEN.match(plain) else plain
    for split in _TO.finditer(plain):
        left, right = plain[: split.start()], _AROUND.sub("", plain[split.end() :])
        left = _AROUND.sub("", left)
        if not left or not right:
            continue
        for first, last in _ends(left, right, today):
            if first <= last:
                return Period(first, last)
    return None


def _ends(left: str, right: str, today: date) -> Iterator[tuple[date, date]]:
    """The first and the last day that two sides may mean, the likeliest first."""
    if right in _NOW:
        if (begun := _span(left, today)) is not None:
            yield begun.first, today
        return
    to = _day(right)
    number = re.fullmatch(r"(?:ngay |the )?(\d{1,2})(?:st|nd|rd|th)?", left)
    if to is None or (number is None and _day(left) is None):
        one, other = _span(left, today), _span(right, today)
        if one is None or other is None:
            return
        part = part_of(left)
        yearless = part is not None and part.of == "year"
        if yearless and to is not None and to.month is None:
            return  # "quý 4-2021" is one quarter
        if yearless and one.first > other.last:  # "from Q1 to Q3 2021"
            one = _span(f"{left} {other.last.year}", today) or one
        yield one.first, other.last
        return
    of = PartialDate(to.year, to.month, int(number[1])) if number and to.day else _day(left)
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
        yield from _both(of, replace(to, year=of.year), today)
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


def _both(of: PartialDate, to: PartialDate, today: date) -> Iterator[tuple[date, date]]:
    one, other = _days_of(of, today), _days_of(to, today)
    if one is not None and other is not None:
        yield one.first, other.last
