"""Parts of a year or a month that readers ask for: "early 2021", "cuối tháng 1", "quý I/2021".

How long "early" is nobody says; here a year and a month have three parts of the same length, so
that none of it is left out: early 2021 is January to April, mid-2021 May to August, late 2021
September to December; early January is the days to the 10th, late January those from the 21st; of
a quarter they are its first, second and third month. The title of an answer has the days. "First
half", quarters and "the first nine months" are what they are by the calendar.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

_COUNTS: Final = {"three": 3, "six": 6, "nine": 9, "ba": 3, "sau": 6, "chin": 9}
_ORDINALS: Final = {
    "1": 1, "i": 1, "first": 1, "1st": 1, "mot": 1, "2": 2, "ii": 2, "second": 2, "2nd": 2,
    "hai": 2, "3": 3, "iii": 3, "third": 3, "3rd": 3, "ba": 3, "4": 4, "iv": 4, "fourth": 4,
    "4th": 4, "last": 4, "tu": 4, "bon": 4,
}  # fmt: skip
_THIRDS: Final = {
    "early": (0, 4), "beginning": (0, 4), "start": (0, 4), "dau": (0, 4), "nhung thang dau": (0, 4),
    "mid": (4, 8), "middle": (4, 8), "giua": (4, 8),
    "late": (8, 12), "end": (8, 12), "cuoi": (8, 12), "nhung thang cuoi": (8, 12),
}  # fmt: skip
_HALVES: Final = {
    "first half": (0, 6), "1st half": (0, 6), "h1": (0, 6), "nua dau": (0, 6), "nua truoc": (0, 6),
    "second half": (6, 12), "2nd half": (6, 12), "latter half": (6, 12), "h2": (6, 12),
    "nua cuoi": (6, 12), "nua sau": (6, 12),
}  # fmt: skip
_NAMED: Final = _THIRDS | _HALVES
_BEFORE: Final = r"(?:(?:the|hoi)\s+)?"
_OF: Final = r"(?:\s*[-/,]\s*|\s+)(?:(?:of|in|cua|trong)\s+)?(?:the\s+)?(?P<of>\S.*)"
_PART: Final = re.compile(
    rf"{_BEFORE}(?P<name>{'|'.join(sorted(_NAMED, key=len, reverse=True))}){_OF}"
)
_QUARTER: Final = re.compile(
    rf"{_BEFORE}(?:(?:quy|quarter|q)\s*(?P<n>[1-4]|i{{1,3}}|iv|mot|hai|ba|tu|bon)"
    rf"|(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+quarter)(?:{_OF})?"
)
_COUNT: Final = r"(?P<{}>\d{{1,2}}|{})"
_MONTHS: Final = re.compile(
    rf"{_BEFORE}(?:{_COUNT.format('n', 'ba|sau|chin')}\s+thang\s+(?P<end>dau|cuoi)"
    rf"|(?P<side>first|last)\s+{_COUNT.format('m', 'three|six|nine')}\s+months)(?:{_OF})?"
)
_HALF: Final = re.compile(rf"{_BEFORE}(?P<name>h[12]|(?:first|1st|second|2nd|latter) half)")
"""Halves that need no word for the year. "Nửa đầu" may as well be that of anything."""
_FIGURES: Final = re.compile(r"(?P<n>[1-4])(?P<unit>[hq])\s*[-/,]?\s*(?P<of>(?:19|20)\d\d)")
"""How figures are headed: "1H2021", "3Q 2021"."""
_YEAR_FIRST: Final = re.compile(
    r"(?:(?:nam|year)\s+)?(?P<year>(?:19|20)\d\d)(?:\s*[-/,.]\s*|\s+|(?=[qh]\d))(?P<part>\S.*)"
)
"""The part after the year: "2020-Q2", "năm 2020 - quý 2"."""
_YEAR_TO_DATE: Final = re.compile(
    rf"{_COUNT.format('n', 'three|six|nine|ba|sau|chin')}\s*(?:thang|months?|t|m)\s*[-/,]?\s*"
    r"(?:(?:of|in|cua|trong)\s+(?:nam\s+)?)?(?P<of>(?:19|20)\d\d)"
)
"""How statisticians call the first months of a year: "9 tháng 2021". With "năm" before the year it
may as well be the ninth of May."""
_UNITS: Final = {
    "year": "year", "nam": "year", "quarter": "quarter", "quy": "quarter", "month": "month",
    "thang": "month", "week": "week", "tuan": "week",
}  # fmt: skip
_ENDED: Final = re.compile(
    r"(?:the\s+)?(?:(?:very\s+)?end(?:\s+of\s+(?:the\s+)?|[- ])|cuoi\s+|khi\s+(?:het|ket thuc)\s+"
    r"|het\s+)(?P<of>\S.*)"
    r"|(?:the\s+)?(?P<unit>year|quarter|month|week)(?:'?s)?[- ]end"
    r"|(?P<over>\S.*?)\s+(?:is over|is out|ends)"
)
"""Ends that bound a time: "before the end of the year", "by year-end", "trước khi hết tháng 9"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year or month, from and to a twelfth of it, and the words for the whole: "year"
    where there are none.

    ``of_year`` says that only a year has such a part.
    """

    start: int
    end: int
    of: str
    of_year: bool = False

    def days(self, first: date, last: date) -> tuple[date, date] | None:
        """The first and the last day of the part of a year, quarter or month, which goes from
        ``first`` to ``last``; ``None`` where that is none of these or has no such part.
        """
        if first.year != last.year or first.day != 1 or (last + timedelta(days=1)).day != 1:
            return None
        year, months = first.year, last.month - first.month + 1
        if months == 1 and not self.of_year:
            # The days of a month are counted as thirty; the last part has those beyond.
            end = last.day if self.end == 12 else self.end * 30 // 12
            return first.replace(day=self.start * 30 // 12 + 1), last.replace(day=end)
        thirds = self.start % 4 == self.end % 4 == 0
        if months != 12 and (months != 3 or self.of_year or not thirds):
            return None
        month = first.month + self.end * months // 12 - 1
        start = date(year, first.month + self.start * months // 12, 1)
        return start, date(year, month, monthrange(year, month)[1])


def part_of(plain: str) -> Part | None:
    """The part of a year or month that folded words name; ``None`` where they name none."""
    if found := _MONTHS.fullmatch(plain):
        said = found["n"] or found["m"]
        count = int(said) if said.isdecimal() else _COUNTS[said]
        if not 1 <= count < 12:
            return None
        first = (found["end"] or found["side"]) in ("dau", "first")
        if not first and not found["of"]:
            return None  # "the last three months" are those before today
        of = found["of"] or "year"
        return Part(0 if first else 12 - count, count if first else 12, of, of_year=True)
    if found := _YEAR_TO_DATE.fullmatch(plain):
        count = int(found["n"]) if found["n"].isdecimal() else _COUNTS[found["n"]]
        return Part(0, count, found["of"], of_year=True) if 1 <= count <= 12 else None
    if found := _QUARTER.fullmatch(plain):
        if found["nth"] == "last" and not found["of"]:
            return None  # "the last quarter" is the one before this
        number = _ORDINALS[found["n"] or found["nth"]]
        return Part(3 * number - 3, 3 * number, found["of"] or "year", of_year=True)
    if found := _HALF.fullmatch(plain):
        return Part(*_HALVES[found["name"]], "year")
    if found := _FIGURES.fullmatch(plain):
        size = 6 if found["unit"] == "h" else 3
        end = size * int(found["n"])
        return Part(end - size, end, found["of"], of_year=True) if end <= 12 else None
    if found := _PART.fullmatch(plain):
        return _of_quarter(Part(*_NAMED[found["name"]], found["of"]))
    if (found := _YEAR_FIRST.fullmatch(plain)) and (part := part_of(found["part"])) is not None:
        # "2021 - cuối năm" may as well be from the one to the other.
        whole = part.of in ("year", "nam") and (part.of_year or part.end - part.start == 6)
        return replace(part, of=found["year"]) if whole else None
    return None


def _of_quarter(part: Part) -> Part:
    """A part of a numbered quarter ("early Q1 2021") as one of its year."""
    quarter = part_of(part.of)
    if quarter is None or not quarter.of_year or quarter.end - quarter.start != 3:
        return part
    start, end = (quarter.start + each // 4 for each in (part.start, part.end))
    return (
        Part(start, end, quarter.of, of_year=True) if part.start % 4 == part.end % 4 == 0 else part
    )


def whole_ended(plain: str) -> str | None:
    """The words for the whole that a bound names the end of: "this year" for "the end of the year".

    As a bound the end is the last day: who asks for what is due "before the end of the year" asks
    until 31 December, though "at the end of the year" begins in September.
    """
    if (found := _ENDED.fullmatch(plain)) is None:
        return None
    of = str(found["of"] or found["unit"] or found["over"]).removeprefix("the ")
    return f"this {_UNITS[of]}" if of in _UNITS else of
