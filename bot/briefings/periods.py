"""Periods that readers ask for: "today", "tuần trước", "since 15/1", "13–15/1/2026", "early 2021".

"Until 2021" takes 2021 in, "before 2021" does not; both begin with the first article. What has no
year is the latest such that has begun; with "until" and "before", which may well ask for something
that is to come, a part of a year is that of this year, and a day or month the nearest.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from bot.briefings.days import asked_day
from bot.briefings.relative_times import Days, months_from, relative_time, until
from bot.briefings.year_parts import part_of
from summarizer.text.dates import Basis, PartialDate
from summarizer.text.folding import fold

LONGEST: Final = 80
"""Characters of the words for a period."""
MOST_WORDS: Final = 30
"""Words for something and a period together."""
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
    r"^(?:(?:period|the|of|for|in|on|during|within|giai doan|thoi gian|khoang|trong|vao|cua)\s+"
    r"|(?:all|whole|entire|full|throughout|ca|suot|toan bo)\s+"
    r"(?!(?:week|month|quarter|year|tuan|thang|quy|nam)$))+"
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
_WEEK_STARTS: Final = re.compile(r"(?:dau tuan(?: nay)?|(?:beginning|start) of (?:the|this) week)")
_IN_YEAR: Final = re.compile(
    r"(?P<day>\S.*?)\s*[ ,]\s*(?:(?:of|in|cua|trong)\s+)?"
    r"(?P<year>(?:last|previous|this) year|nam (?:ngoai|truoc|roi|nay))"
)
_SHORT_MONTH: Final = re.compile(r"t\s?(?P<m>1[0-2]|0?[1-9])")
"""How the month is written in tables, "T9": a weekday as well, and so only read with a year."""
_SHORT_MONTH_YEAR: Final = re.compile(
    rf"{_SHORT_MONTH.pattern}\s*[-/., ]\s*(?:nam\s+)?(?P<y>(?:19|20)\d\d)"
)
_YEARLY: Final = ("year", "nam")
"""What a part of a year is of, where no year is named."""
_UNNAMED: Final = {"year": 12, "nam": 12, "quarter": 3, "quy": 3, "month": 1, "thang": 1}
"""The months of what a part is of, where it is not said which."""
_HALF_A_YEAR: Final = timedelta(days=183)


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
        _words(plain, today, whole)
        or _range(plain, today, whole)
        or _dated(plain, today)
        or _bounded(plain, today, whole)
    )
    return Period(*days) if days is not None and _thinkable(*days) else None


def _bounded(plain: str, today: date, whole: bool) -> Days | None:
    """What begins or ends with a time: "since 15/1", "until 2021", "before May", "sau 15/1"."""
    for pattern in (_SINCE, _BEFORE, _AFTER, _UNTIL):
        if (found := pattern.fullmatch(plain)) is None:
            continue
        rest = _AROUND.sub("", found["rest"])
        if pattern is _UNTIL and rest in _NOW:
            return BEGINNING, today
        if pattern is _SINCE and _WEEK_STARTS.fullmatch(rest):
            rest = "this week"
        bound = _span(rest, today, whole, nearest=pattern in (_UNTIL, _BEFORE))
        if bound is None or not _thinkable(*bound):
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
    return _AROUND.sub("", plain)


def _span(plain: str, today: date, whole: bool, nearest: bool = False) -> Days | None:
    """The days of one date, month or year, of a part of one, or of one of the words for a time.

    ``nearest`` says which of those without a year is meant; see the beginning of this module.
    """
    return _words(plain, today, whole, nearest) or _dated(plain, today, nearest)


def _dated(plain: str, today: date, nearest: bool = False) -> Days | None:
    """The days of a plain date, month or year."""
    asked = _day(plain, today)
    return _days_of(asked, _latest(today, nearest)) if asked is not None else None


def _words(plain: str, today: date, whole: bool, nearest: bool = False) -> Days | None:
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
    elif (asked := _day(part.of, today)) is None or asked.day is not None:
        return None
    elif asked.year is not None:
        wholes = [_days_of(asked, today)]
    else:
        latest = _latest(today, nearest)
        years = (latest.year, latest.year - 1)
        wholes = [_days_of(replace(asked, year=year), today) for year in years]
    for each in wholes:
        found = part.days(*each) if each is not None and _thinkable(*each) else None
        if found is not None and (latest is None or found[0] <= latest):
            return found
    return None


def _day(plain: str, today: date) -> PartialDate | None:
    """A date from folded words; English months have their capitals back."""
    if found := _SHORT_MONTH_YEAR.fullmatch(plain):
        return PartialDate(int(found["y"]), int(found["m"]), None, Basis.STATED)
    if found := _IN_YEAR.fullmatch(plain):
        named = relative_time(found["year"], today)
        asked = _day(_full_month(found["day"]), today)
        if named is None or asked is None or asked.year is not None:
            return None
        return replace(asked, year=named[0].year)
    plain = plain.removeprefix("year ")
    title = plain.title()
    return asked_day(plain) or asked_day(title) or asked_day(f"in {title}")


def _full_month(plain: str) -> str:
    """The month of "T9" written out."""
    short = _SHORT_MONTH.fullmatch(plain)
    return f"thang {short['m']}" if short else plain


def _days_of(asked: PartialDate, latest: date) -> Days | None:
    """The days of a date of which a part may be unknown; none where no calendar has it."""
    if asked.year is None:
        # The last that does not begin after the latest; a leap day may be some years back.
        for year in range(latest.year, latest.year - 9, -1):
            found = _days_of(replace(asked, year=year), latest)
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


def _range(plain: str, today: date, whole: bool) -> Days | None:
    """From the one to the other: "13-15/1/2026", "from 30 December to 3 January"."""
    if begun := _BETWEEN.match(plain):
        plain = plain[begun.end() :]
        if _words(plain, today, whole) is not None:
            return None  # "since 2020-Q2" is no range
    for split in _TO.finditer(plain):
        left, right = plain[: split.start()], _AROUND.sub("", plain[split.end() :])
        left = _AROUND.sub("", left)
        if not left or not right:
            continue
        for first, last in _ends(left, right, today, whole):
            if first <= last:
                return first, last
    return None


def _ends(left: str, right: str, today: date, whole: bool) -> Iterator[Days]:
    """The first and the last day that two sides may mean, the likeliest first."""
    if right in _NOW:
        if (begun := _span(left, today, whole)) is not None:
            yield begun[0], today
        return
    to = _day(right, today)
    if to is not None and to.year is not None and to.month is not None and to.day is None:
        left = _full_month(left)  # "T5-T9/2021"
    number = re.fullmatch(r"(?:ngay |the )?(\d{1,2})(?:st|nd|rd|th)?", left)
    if to is None or (number is None and _day(left, today) is None):
        yield from _part_ends(left, right, today, whole)
        return
    of = PartialDate(to.year, to.month, int(number[1])) if number and to.day else _day(left, today)
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


def _part_ends(left: str, right: str, today: date, whole: bool) -> Iterator[Days]:
    """The same where a side is more than a plain date: "Q1-Q3 2021", "from early 2021 to May".

    A part without a year is of that of the other side, or of the year before or after, as fits.
    """
    parts = part_of(left), part_of(right)
    yearless = [part is not None and part.of in _YEARLY for part in parts]
    one, other = _span(left, today, whole), _span(right, today, whole)
    if one is None or other is None:
        return
    if all(yearless):
        # The latest that has begun, as of "Q1" alone.
        for year in (today.year, today.year - 1):
            for end in (year, year + 1):
                first = _span(f"{left} {year}", today, whole=True)
                last = _span(f"{right} {end}", today, whole=True)
                if first and last and first[0] <= min(last[0], today):
                    days = first[0], last[1]
                    yield days if whole else until(today, days)
                    return
    elif yearless[0]:
        for year in (other[0].year, other[0].year - 1):
            of_year = _span(f"{left} {year}", today, whole)
            if of_year is not None and of_year[0] <= other[1]:
                yield of_year[0], other[1]
                return
    elif yearless[1] and re.search(r"(?:19|20)\d\d$", left):
        for year in (one[0].year, one[0].year + 1):
            of_year = _span(f"{right} {year}", today, whole)
            if of_year is not None and of_year[0] >= one[0]:
                yield one[0], of_year[1]
                return
    else:
        yield one[0], other[1]


def _both(of: PartialDate, to: PartialDate, today: date) -> Iterator[tuple[date, date]]:
    one, other = _days_of(of, today), _days_of(to, today)
    if one is not None and other is not None:
        yield one[0], other[1]
