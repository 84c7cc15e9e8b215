"""Dates as articles state them: in part, without a year, or not at all."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from summarizer.text.date_patterns import CUE, EN_MONTHS, VI_MONTHS, patterns_for


class Precision(StrEnum):
    """How much of a date is known for certain as a point in time."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    """The text has all the known parts together."""
    INFERRED = "inferred"
    """The year (or month) was found elsewhere in the same article."""
    PUBLICATION = "publication"
    """The text names it from the day on which it appeared: "hôm nay", "yesterday"."""
    OTHER_ARTICLE = "other_article"
    """A part was completed from another article on the same event."""
    UNKNOWN = "unknown"


_ISO = re.compile(r"(?:(?P<y>\d{4})|-)(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which any part may be unknown; a day implies a month.

    Written like ISO 8601 with a dash for an unknown year: ``2021-12-14``, ``2021-12``, ``2021``,
    ``--12-14``, ``--12``; the wholly unknown date is ``""``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    basis: Basis = Basis.UNKNOWN

    @property
    def precision(self) -> Precision:
        """The precision with which the date is a point in time; without a year there is none."""
        if self.year is None:
            return Precision.NONE
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def known(self) -> bool:
        """Whether any part is known."""
        return self.year is not None or self.month is not None

    def is_after(self, other: PartialDate) -> bool:
        """Whether this date is later for certain: by the year, else the month, else the day."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        for own, its in pairs:
            if own is None or its is None:
                return False
            if own != its:
                return own > its
        return False

    def __str__(self) -> str:
        if not self.known:
            return ""
        parts = [f"{self.year:04d}" if self.year is not None else "-"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str, basis: Basis = Basis.STATED) -> PartialDate:
        """Read what :meth:`__str__` writes; a time after a full date is ignored.

        Raises:
            ValueError: if ``text`` is no partial date.
        """
        if not text:
            return UNKNOWN_DATE
        match = _ISO.match(text)
        if not match or (match["y"] is None and match["m"] is None):
            raise ValueError(f"not a date: {text!r}")
        rest = text[match.end() :]
        if rest and not (match["d"] and rest[0] in "T "):
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (int(v) if v else None for v in match.group("y", "m", "d"))
        return cls(year, month, day, basis)

    def last_day(self) -> dt.date:
        """The last day that it can mean; of 31 February, as a source may well have it, the last of
        the month. Without a year it is one of the year 1.
        """
        year, month = self.year or 1, self.month or 0
        if not 1 <= month <= 12:
            return dt.date(year, 12, 31)
        end = monthrange(year, month)[1]
        return dt.date(year, month, min(self.day or end, end))

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether no part that both know differs."""
        return all(
            a is None or b is None or a == b
            for a, b in (
                (self.year, other.year),
                (self.month, other.month),
                (self.day, other.day),
            )
        )


UNKNOWN_DATE = PartialDate()
"""The date of which nothing is known."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a range of dates where a text has it.

    ``text`` is ``source[start:end]`` and takes in the words that belong to the date ("ngày",
    "sáng"). A range ("từ ngày 10 đến 12-5") is one mention: ``date`` is its first day and
    ``until`` its last; ``until`` is ``None`` for a single date.
    """

    start: int
    end: int
    text: str
    date: PartialDate
    until: PartialDate | None = None


def find_dates(text: str, language: str = "vi") -> list[DateMention]:
    """Find the dates that a text states, in order, without overlaps.

    Both languages: ``2021-12-14``, ``14/12/2021``, "2021" where it is no quantity. Vietnamese:
    "14/12", "sáng 13-1", "ngày 14.12", "ngày 5 tháng 7 năm 2017", "tháng 11-2021", "năm 2021", and
    their ranges and lists; consecutive days in a list ("21 và 22-7") are a range, others mentions
    of their own. English: "14 December 2021", "Dec. 14", "10-12 May", "in May", "September".

    A bare day and month counts only where it cannot be a fraction or a score (``14/12`` yes,
    ``2/3`` no, ``dịp 2/9`` yes). Spans of years ("2021-2030"), decades, "24/7", quantities ("6-8
    triệu"), numbers of documents and houses, lunar months and days that no calendar has are no
    dates. What a text states has the basis STATED; a year named once for both ends of a range is
    stated for both.
    """
    mentions: list[DateMention] = []
    taken = bytearray(len(text))
    for pattern in patterns_for(text, language):
        for match in pattern.finditer(text):
            start, end = match.span()
            if taken.find(1, start, end) >= 0:
                continue
            found = _read(match, text)
            if found:
                taken[start:end] = b"\1" * (end - start)
                mentions.extend(found)
    mentions.sort(key=lambda mention: (mention.start, mention.date.day or 0))
    return mentions if language == "en" else _listed(mentions, text)


_AND = re.compile(r"\s?(?:,|và)\s(?:ngày\s)?")
_FIGURED = re.compile(r"(?:ngày\s)?\d{1,2}(?:[/.-]|\stháng\s)\d", re.IGNORECASE)


def _listed(mentions: list[DateMention], text: str) -> list[DateMention]:
    """Mentions that are listed in figures, with the year of the last where the others have none,
    and two consecutive days as a range: "ngày 3/8 và 4/8/2021".
    """
    listed: list[DateMention] = []
    for mention in reversed(mentions):
        following = listed[-1] if listed else None
        if following is None or not _is_listed(mention, following, text):
            listed.append(mention)
            continue
        date = mention.date
        if date.year is None and (year := following.date.year) is not None:
            later = (date.month or 0, date.day or 0) > (
                following.date.month or 0,
                following.date.day or 0,
            )
            date = replace(date, year=year - later)
        if (
            following.until is None
            and date.day == (following.date.day or 0) - 1
            and ((date.year, date.month) == (following.date.year, following.date.month))
        ):
            whole = text[mention.start : following.end]
            listed[-1] = DateMention(mention.start, following.end, whole, date, following.date)
        else:
            listed.append(replace(mention, date=date))
    return listed[::-1]


def _is_listed(mention: DateMention, following: DateMention, text: str) -> bool:
    """Whether two days in figures, each with its month, stand in one list."""
    days = mention.until is None and mention.date.day and following.date.day
    figures = _FIGURED.match(mention.text) and _FIGURED.match(following.text)
    between = text[mention.end : following.start]
    return bool(days and figures) and _AND.fullmatch(between) is not None


_FIGURES = re.compile(r"\d+")
_DAY_NAMES = {
    *(
        "phiên",
        "mới",
        "nay",
        "mai",
        "qua",
        "hạn",
        "chót",
        "dịp",
        "lễ",
        "từ",
        "đến",
        "tới",
        "trước",
        "sau",
        "vào",
        "hết",
        "tết",
        "khánh",
        "đợt",
    ),
    *("hai", "ba", "tư", "năm", "sáu", "bảy", "nhật"),
}
_NO_DATE_BEFORE = re.compile(
    r"(?:số|nhà|ngõ|ngách|hẻm|kiệt|lô|đường|phố|đại lộ|cầu|khoảng|tỷ số|tỉ số|tỷ lệ|tỉ lệ|thắng"
    r"|thua|hòa|chiếm|gần|hơn|nghị định|nghị quyết|thông tư|quyết định|chỉ thị|luật|công văn"
    r"|kế hoạch|vòng|hệ|loại|cỡ)\s\Z",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    rf"(?:{CUE.pattern}|\b(?:dịp|lễ|từ|đến|tới)\s)(?:\d{{1,2}}(?:\s?[-–]\s?|\s(?:đến|tới)\s))?"
    r"\d{1,2}/\d{1,2}(?:\s?,\s\d{1,2}/\d{1,2})*\s?(?:,|và)\s\Z",
    re.IGNORECASE,
)
"""A date, or several, that a further one in figures is listed with: "ngày 3/8 và 5/8"."""
_QUANTITY_AFTER = re.compile(
    r"\s(?:số|dân|thành viên|đại biểu|phiếu|nước|quốc gia|người|tổng|tỉnh|ủy viên|uỷ viên|giờ|nghìn"
    r"|triệu|tỷ|tỉ|diện tích|hồ sơ|ghế|hộ|trận|bàn|điểm|lần|ngày|tháng|năm(?!\s\d)|bộ|xã"
    r"|huyện|trong)"
    r"(?!\w)",
    re.IGNORECASE,
)
_LUNAR = re.compile(r"\s\(?âm lịch")
_NO_YEAR_BEFORE = re.compile(
    r"(?:số|hơn|gần|khoảng|trên|dưới|những năm|thập niên|thập kỷ|model|tổng|có|các|với|thêm|lên"
    r"|xuống|about|over|nearly|some|least|than|number|no\.|resolution|nghị quyết|flight|room)\s\Z",
    re.IGNORECASE,
)
_NO_YEAR_AFTER = re.compile(
    r"\s(?:người|triệu|tỷ|tỉ|nghìn|đồng|usd|euro|yen|won|nhân dân tệ|m|km|kg|tấn|ha|hecta|mét|hộ"
    r"|đại biểu|căn|xe|tàu|trường|doanh nghiệp|cán bộ|chiến sĩ|lính|quân|suất|chiếc|cái|bài|lượt|vụ"
    r"|ca|lần|năm|ngày|tháng|giờ|phút|people|million|billion|percent|troops|soldiers|tonnes|tons"
    r"|metres|meters|miles|delegates|companies|households|cases|students|years|days|hours"
    r"|participants)(?!\w)",
    re.IGNORECASE,
)
_EVERY_MONTH = re.compile(
    # a figure counts months, the one in "G20" does not
    r"(?:mỗi|hằng|hàng|từng|vài|nhiều|mấy|những|(?<![^\W_])\d[\d.,]*)\s\Z",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(
    r"\s(?:nghìn|triệu|tỷ|tỉ|đồng|lần|ngày|tháng"
    r"|năm(?!\s(?:\d|nay|ngoái|sau|tới|trước|qua|này|kia|đó|ấy)))(?!\w)"
)
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _read(match: re.Match[str], text: str) -> list[DateMention]:
    """The mentions in one match of a pattern; none where it is no date after all."""
    groups = match.groupdict()
    if _reads_otherwise(match, groups, text):
        return []
    last = _date(groups.get("y"), groups.get("m"), groups.get("d"))
    if last is None:
        return []
    start, end = match.span()
    whole = text[start:end]
    if groups.get("d0") is None and groups.get("m0") is None and groups.get("y0") is None:
        return [DateMention(start, end, whole, last)]
    if groups.get("d1") is not None:
        return _two_spans(match, groups)
    first = _date(
        groups.get("y0") or (groups.get("y") if groups.get("m") else None),
        groups.get("m0") or groups.get("m"),
        groups.get("d0"),
    )
    if first is None:
        return []
    if first.year and last.year and groups.get("y0") is None and _key(first) > _key(last):
        first = replace(first, year=first.year - 1)
    between = groups.get("list")
    if between is None:
        if groups.get("m0") is None and _key(first) >= _key(last):
            return []
        return [DateMention(start, end, whole, first, last)]
    days = [int(day) for day in (groups["d0"], *_FIGURES.findall(between), groups["d"])]
    if all(later == earlier + 1 for earlier, later in pairwise(days)):
        return [DateMention(start, end, whole, first, last)]
    dates = [_date(groups.get("y"), groups.get("m"), str(day)) for day in days]
    return [DateMention(start, end, whole, date) for date in dates if date is not None]


def _two_spans(match: re.Match[str], groups: dict[str, str | None]) -> list[DateMention]:
    """The days from one to another and, after them, a further day or span: "từ 3 đến 5 và 8/8"."""
    days = [groups.get(day) for day in ("d0", "d1", "d2", "d")]
    d0, d1, d2, d = (_date(groups.get("y"), groups.get("m"), day) if day else None for day in days)
    if d0 is None or d1 is None or d is None or not _key(d0) < _key(d1) < _key(d2 or d) <= _key(d):
        return []
    start, end = match.span()
    first = DateMention(start, end, match[0], d0, d1)
    return [first, DateMention(start, end, match[0], d2 or d, d if d2 else None)]


def _reads_otherwise(match: re.Match[str], groups: dict[str, str | None], text: str) -> bool:
    """Whether the neighbours of a doubtful form show that it is no date."""
    before = text[max(0, match.start() - 14) : match.start()]
    after = text[match.end() : match.end() + 16]
    if _LUNAR.match(after):
        return True
    if groups.get("month") is not None and groups.get("y") is None:
        led = match.start("month") > match.start()
        # "hồi tháng Bảy" is never a number of months
        return bool((not led and _EVERY_MONTH.search(before)) or _MONEY_AFTER.match(after))
    if match[0][:3].lower() == "năm" and before.lower().endswith("những "):
        return True
    if groups.get("loneyear") is not None:
        return bool(_NO_YEAR_BEFORE.search(before) or _NO_YEAR_AFTER.match(after))
    if groups.get("lone") is not None:
        return bool(_NO_DATE_BEFORE.search(before))
    if groups.get("sep") is not None and not CUE.search(match[0]):
        # Days without a word that says so: 10-12/5 is a span, 1-2/3 of something and 14.5 to 16.8
        # are none.
        if groups["sep"] == "." or (groups["sep"] == "-" and match[0][:2].lower() != "từ"):
            return True
        if groups.get("y") is None:
            return bool(_NO_DATE_BEFORE.search(before) or _QUANTITY_AFTER.match(after))
    if groups.get("bare") is None or groups.get("y") is not None:
        return False
    if _NO_DATE_BEFORE.search(before) or _QUANTITY_AFTER.match(after):
        return True
    day, month = int(groups["d"] or 0), int(groups["m"] or 0)
    if (day, month) == (24, 7):
        return True
    if day > month:
        return False
    if _DATE_BEFORE.search(text[max(0, match.start() - 60) : match.start()]):
        return False
    named = before.rstrip()
    return not (named.endswith("(") or named.rpartition(" ")[2].lower() in _DAY_NAMES)


def _date(year: str | None, month: str | None, day: str | None) -> PartialDate | None:
    """The stated date of these parts, or ``None`` if no calendar has it."""
    y = int(year) if year else None
    m = _month(month) if month else None
    d = int(_FIGURES.findall(day)[0]) if day else None
    if m is not None and not 1 <= m <= 12:
        return None
    if d is not None:
        if m is None or d > _MONTH_DAYS[m - 1]:
            return None
        if (m, d) == (2, 29) and y is not None and (y % 4 or (y % 100 == 0 and y % 400)):
            return None
    return PartialDate(y, m, d, Basis.STATED)


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    name = text.lower().rstrip(".")
    return VI_MONTHS.get(name) or EN_MONTHS.get(name, 0)


def _key(date: PartialDate) -> tuple[int, int, int]:
    return date.year or 0, date.month or 0, date.day or 0


def complete_year(
    date: PartialDate, others: Iterable[PartialDate], *, published: PartialDate = UNKNOWN_DATE
) -> PartialDate:
    """Fill in the missing year of a date from what else its article says, or leave it.

    The rule, in this order; the first that applies decides, and a completed date has the basis
    INFERRED. Today's date plays no part.

    1. ``published``, a publication date known with its year: the year that brings the date
       nearest to it, if that is within 183 days.
    2. Dates among ``others`` with the same month (and day, where both have one) and a year: that
       year, if they agree on one.
    3. All years among ``others`` are the same one: that year, if some other date has a month and
       the two lie in one calendar year when brought as near as possible to each other; or if
       others give years only and the month is March to October, when an article of that year
       and an article looking back at or ahead to it cannot be confused.
    4. Years only, and of exactly two consecutive ones, as in a meeting that reviews one year and
       plans the next: January to March belong to the later, November and December to the earlier.

    In all other cases the evidence is ambiguous and the date is returned as it is; so is a date
    that has a year, or no month.
    """
    if date.year is not None or date.month is None:
        return date
    evidence = [other for other in others if other.year is not None]
    year = _year_near(date, published) or _year_among(date, evidence)
    return date if year is None else _in_year(date, year)


def year_ahead(date: PartialDate, published: PartialDate) -> PartialDate:
    """A date without a year, that of a deadline, as the next such day or month after the
    publication; one that has a year, or no month, as it is.
    """
    if date.year is not None or date.month is None or published.year is None:
        return date
    over = published.is_after(replace(date, year=published.year))
    return _in_year(date, published.year + over)


def _in_year(date: PartialDate, year: int) -> PartialDate:
    """A date with its year, or as it is where that year has no such day."""
    if _date(str(year), str(date.month), str(date.day or "") or None) is None:
        return date
    return replace(date, year=year, basis=Basis.INFERRED)


def _year_near(date: PartialDate, published: PartialDate) -> int | None:
    if published.year is None or published.month is None:
        return None
    year = min(
        (published.year - 1, published.year, published.year + 1),
        key=lambda candidate: abs(_days(candidate, date) - _days(published.year, published)),
    )
    near = abs(_days(year, date) - _days(published.year, published)) <= 183
    return year if near else None


def _year_among(date: PartialDate, evidence: list[PartialDate]) -> int | None:
    same = {
        other.year
        for other in evidence
        if other.month == date.month and (other.day == date.day or None in (other.day, date.day))
    }
    if len(same) == 1:
        return same.pop()
    years = sorted({other.year for other in evidence if other.year is not None})
    dated = [other for other in evidence if other.month is not None]
    assert date.month is not None
    if len(years) == 1:
        if dated:
            return years[0] if all(_year_near(date, other) == years[0] for other in dated) else None
        return years[0] if 3 <= date.month <= 10 else None
    if len(years) == 2 and years[1] == years[0] + 1 and not dated:
        if date.month <= 3:
            return years[1]
        return years[0] if date.month >= 11 else None
    return None


def _days(year: int | None, date: PartialDate) -> float:
    """Days on a rough scale, good enough to tell which of two years is nearer."""
    return (year or 0) * 365.25 + ((date.month or 1) - 1) * 30.44 + (date.day or 15)
