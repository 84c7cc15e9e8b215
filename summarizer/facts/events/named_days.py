"""Days that a report names from the day it appears: "sáng nay", "hôm qua", "tomorrow".

Only a publication date that is known to the day tells which they are. Inside quotation marks
somebody else's day is meant; "ngày nay", "today" in "today's world" and the newspaper in "USA Today
reported" mean no day. Two that follow each other are one mention: "từ hôm nay đến ngày 15/3".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.events.denial import denied
from summarizer.facts.words.tokens import Line
from summarizer.text.dates import Basis, DateMention, PartialDate, complete_year

_VI = re.compile(
    r"\b(?:(?:ngày\s+)?hôm\s+(?:nay|qua|kia)|ngày\s+(?:mai|kia)"
    r"|(?:sáng|trưa|chiều|tối|đêm)\s+(?:sớm\s+|muộn\s+)?(?:hôm\s+)?(?:nay|qua|mai|kia))\b",
    re.IGNORECASE,
)
_EN = re.compile(
    r"\b(?:(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)"
    r"|(?:today|yesterday|tomorrow)(?:\s+(?:morning|afternoon|evening|night))?(?!['’])"
    r"|this\s+(?:morning|afternoon|evening)|tonight|last\s+night)\b",
    re.IGNORECASE,
)
_AWAY = {"qua": -1, "nay": 0, "mai": 1, "yesterday": -1, "tomorrow": 1, "last": -1}
_STATED = re.compile(
    r"^\s*[,(]?\s*(?:(?:theo\s+)?giờ\s+[\w\s]{2,20}?\)?\s*[,(]?\s*|local\s+time\s*[,(]?\s*)?"
    r"(?:(?:thứ\s+\w+|chủ\s+nhật|\w+day)\s*[,(]\s*)?(?:ngày\s+)?$",
    re.IGNORECASE,
)
"""What stands between such a day and the date that follows it: "sáng nay (12/3)", "chiều nay (theo
giờ địa phương, 12/3)"."""

_OPENING = re.compile(r"(?:^|[.:;!?…|)\]*•–—-])[\s\"“”'‘’«]*$")
"""What stands before a word that has its capital from where it stands."""
_UP_TO = re.compile(
    r"\b(?:đến|tới|hết|trước|until|till|by|as\s+of|up\s+to|before)\s+(?:tận\s+)?$",
    re.IGNORECASE,
)
"""Before a day up to which something lasts, or has not come."""
_SAYING = re.compile(r":(?!\d)|\brằng\b")
_MEETING = re.compile(
    r"hội nghị|đại hội|diễn đàn|hội thảo|họp|thượng đỉnh|đối thoại|hội đàm|tọa đàm"
    r"|\b(?:summit|meeting|conference|forum|congress|session|dialogue)",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^\s*(?:(?:cho\s+)?(?:đến|tới)(?:\s+hết)?|to|until|till|through|[-–])\s*(?:ngày\s+|\w+day,?\s+)?$",
    re.IGNORECASE,
)
_YEAR_VI = re.compile(r"\s*,?\s*(?:của\s+)?(?:năm\s+(?:sau|tới|nay|ngoái)|sang\s+năm)\b")
_YEAR_EN = re.compile(r"\s*,?\s*(?:of\s+)?(?:next|this|last)\s+year\b", re.IGNORECASE)
_YEARS_AWAY = {
    "ngoái": -1,
    "nay": 0,
    "tới": 1,
    "sau": 1,
    "sang": 1,
    "last": -1,
    "this": 0,
    "next": 1,
}
_AND = re.compile(r"^\s*(?:và|and|&)\s*(?:ngày\s+)?$", re.IGNORECASE)


def days_named(
    line: Line, dates: Sequence[DateMention], published: PartialDate, language: str
) -> list[DateMention]:
    """The dates of a line with the days it names from ``published``, in order, and with the years:
    "ngày 10/11 năm sau".

    Where the date stands beside such a word, it alone counts, and takes in the word. In what was
    published on 12/3/2022, "từ hôm nay đến ngày 15/3" is 2022-03-12 to 2022-03-15.
    """
    dates = [_in_named_year(line, date, dates, published, language) for date in dates]
    if published.year is None or published.month is None or published.day is None:
        return list(dates)
    try:
        appeared = dt.date(published.year, published.month, published.day)
    except ValueError:
        return list(dates)
    found = list(dates)
    for match in (_EN if language == "en" else _VI).finditer(line.text):
        if _is_quoted(line, match.start()) or _is_of_name(line, match):
            continue
        if told := next((date for date in found if _is_told(line, match, date)), None):
            start, end = min(match.start(), told.start), told.end
            if "(" in line.text[start:end] and line.text[end : end + 1] == ")":
                end += 1
            whole = DateMention(start, end, line.text[start:end], told.date, told.until)
            found[found.index(told)] = whole
            continue
        try:
            day = appeared + dt.timedelta(days=_days_away(match[0].lower()))
        except OverflowError:
            continue
        date = PartialDate(day.year, day.month, day.day, Basis.PUBLICATION)
        found.append(DateMention(match.start(), match.end(), match[0], date))
    joined = _joined(line, sorted(found, key=lambda date: date.start), published)
    return [date for date in joined if date in dates or not _is_of_another(line, date)]


def _in_named_year(
    line: Line,
    mention: DateMention,
    others: Sequence[DateMention],
    published: PartialDate,
    language: str,
) -> DateMention:
    """A date with the year that is named after it from that of the report, if one is. "Năm sau" may
    follow another year: "tháng 3/2015 …, tháng 5 năm sau".
    """
    year = published.year
    found = (_YEAR_EN if language == "en" else _YEAR_VI).match(line.text, mention.end)
    if year is None or found is None or mention.date.year is not None:
        return mention
    if "năm sau" in found[0] and any(other.date.year is not None for other in others):
        return mention
    if _is_quoted(line, mention.start):
        return mention
    year += next(_YEARS_AWAY[word] for word in found[0].lower().split() if word in _YEARS_AWAY)
    last = mention.until and replace(mention.until, year=year, basis=Basis.INFERRED)
    turns = last is not None and (last.month or 0) < (mention.date.month or 0)
    first = replace(mention.date, year=year - turns, basis=Basis.INFERRED)
    return replace(mention, date=first, until=last)


def _days_away(words: str) -> int:
    """How many days after the publication a word means: "sáng mai" is 1."""
    if "kia" in words:
        return 2 if words.startswith("ngày kia") else -2
    if words.endswith(("before yesterday", "after tomorrow")):
        return 2 if words.endswith("tomorrow") else -2
    return next((_AWAY[part] for part in reversed(words.split()) if part in _AWAY), 0)


def _is_quoted(line: Line, start: int) -> bool:
    return any(
        inside and token.start <= start < token.end
        for token, inside in zip(line.tokens, line.inside, strict=True)
    )


def _is_of_name(line: Line, match: re.Match[str]) -> bool:
    """Whether a capital within a sentence shows a name: "USA Today", "báo Hà Nội Hôm nay"."""
    return match[0][0].isupper() and _OPENING.search(line.text[: match.start()]) is None


def _is_told(line: Line, match: re.Match[str], date: DateMention) -> bool:
    """Whether a date stands at the word, or takes it in: "chiều nay, 12/3", "sáng nay 12/3"."""
    if date.date.basis is Basis.PUBLICATION:
        return False
    if date.start < match.end() and match.start() < date.end:
        return True
    between = line.text[match.end() : date.start]
    return date.start >= match.end() and _STATED.match(between) is not None


def _joined(line: Line, found: Sequence[DateMention], published: PartialDate) -> list[DateMention]:
    """The mentions with one for two that are the first and the last day: "hôm nay và ngày mai"."""
    joined: list[DateMention] = []
    for mention in found:
        whole = _range(line, joined[-1], mention, published) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(mention)
    return joined


def _range(
    line: Line, first: DateMention, last: DateMention, published: PartialDate
) -> DateMention | None:
    """Two mentions as one, if one of them at least is named from the day of the report."""
    named = Basis.PUBLICATION in {first.date.basis, last.date.basis}
    if not named or first.until or last.until or None in (first.date.day, last.date.day):
        return None
    cue = re.match(r"(?:đến|tới)\s", last.text, re.IGNORECASE)
    between = line.text[first.end : last.start] + (cue[0] if cue else "")
    listed = _AND.match(between) is not None
    if not listed and not _TO.match(between):
        return None
    start, end = (complete_year(its.date, (), published=published) for its in (first, last))
    if start.year is None or end.year is None:
        return None
    days = (end.last_day() - start.last_day()).days
    if days < 1 or (listed and days > 1):
        return None
    return DateMention(first.start, last.end, line.text[first.start : last.end], start, end)


def _is_of_another(line: Line, date: DateMention) -> bool:
    """Whether a named day is none on which an event takes place: "Đến hôm nay, hội nghị vẫn chưa
    diễn ra", "Hôm nay tôi xin nói: hội nghị tổ chức năm ngoái …".
    """
    if date.date.basis is not Basis.PUBLICATION:
        return False
    before, after = line.text[: date.start], line.text[date.end :]
    if _UP_TO.search(before):
        return True
    clause = re.split(r"[.;:]", before)[-1] + re.split(r"[.;:]", after)[0]
    if denied(clause):
        return True
    saying = _SAYING.search(after)
    if saying is None or not re.search(r"\w", after[: saying.start()]):
        return False
    return _MEETING.search(before + after[: saying.start()]) is None
