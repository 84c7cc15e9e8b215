"""By when a task is to be done: "trước ngày 30/6/2022", "vào cuối năm 2022", "by Q1 2022".

A period is given by the last month in it: the end of 2022 is 12/2022, its first quarter 3/2022. One
that names no year ("cuối năm nay") has none here; it is the next such month after the publication.
"Trong tuần này" and the like are given only where the day of the publication is known. What was
over when the article appeared is no deadline, nor is the day when something was made that a task is
about ("các văn bản ban hành trước năm 2015"), nor what is gone on from ("trong năm 2023 và những
năm sau").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.facts.words.lexicon import words_of
from summarizer.text.date_patterns import EN_MONTHS
from summarizer.text.dates import UNKNOWN_DATE, Basis, DateMention, PartialDate

_DUE = re.compile(
    r"\b(?:trước|trong|đến|tới|chậm nhất|hoàn thành|muộn nhất|vào cuối|(?:no|not) later than"
    r"|by|before|until|within)\s+"
    r"(?:là\s+|vào\s+|ngày\s+|năm\s+|tháng\s+|hết\s+|cuối\s+|the end of\s+)*$",
    re.IGNORECASE,
)
_OWN_CUE = re.compile(r"(?:by|before|until|no later than)\s", re.IGNORECASE)
"""How a mention of a date may begin that has the preposition within it: "by 2025"."""

_AT_LATEST = re.compile(r"chậm nhất|muộn nhất|no later than|at the latest", re.IGNORECASE)
_PERIOD_CUE = re.compile(
    r"\b(?:trước|trong|ngay|đến|tới|từ nay|chậm nhất|hoàn thành|muộn nhất|vào"
    r"|(?:no|not) later than|by|before|until|within|during|in|at)\s+"
    r"(?:là\s+|vào\s+|trong\s+|thời điểm\s+|những tháng\s+|các tháng\s+|dịp\s+|hết\s+"
    r"|cuối\s+|năm\s+|the\s+|end of\s+)*$",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"^(?:trước|vào|đến|tới|từ nay|chậm nhất|muộn nhất|(?:no|not) later than|by|before|until)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?:trước|đến|chậm nhất|muộn nhất|(?:no|not) later than|by|before)\b", re.IGNORECASE
)
_HAPPENS = re.compile(
    r"(?:\b(?:diễn ra|khai mạc|bế mạc|được tổ chức|tổ chức tại|dự kiến|kéo dài|held|takes? place"
    r"|taking place|scheduled)(?:\s+\S+){0,6}|\b(?:kỳ họp|phiên họp|hội nghị|thềm|dịp|session)"
    r"(?:\s+\S+){0,1}|\()\s*$",
    re.IGNORECASE,
)
"""Before a period: what happens in it, so that nothing is due then."""
_LOOKS_BACK = re.compile(
    r"\b(?:(?:tình hình|kết quả|so với|kể từ|đã|vừa|sơ kết|tổng kết|đánh giá|since|compared"
    r"|results)(?:\s+\S+){0,6}|của|từ|hồi|of)\s*$",
    re.IGNORECASE,
)
"""Before a period: what is looked back at in it, unless it is said that it is a term."""

_SINCE = re.compile(
    r"\b(?:từ\s+(?!nay|bây giờ)|kéo dài\s|from\s)[^,;]{0,25}$|\bkéo dài\s[^,;]{0,60}$|\bcho\s*$",
    re.IGNORECASE,
)
"""Before "đến", "tới", "until": that something lasts so long, not that it is due."""

_GOES_ON = re.compile(
    r"\s*,?\s*(?:(?:và|hay|hoặc|cùng)\s+(?:(?:trong|cho)\s+)?(?:các\s+|những\s+)?"
    r"(?:năm|tháng|quý|thời gian|giai đoạn|nhiệm kỳ)\s+(?:tiếp theo|kế tiếp|tiếp sau|sau|về sau)\b"
    r"|(?:và\s+)?(?:(?:xa|lâu|dài) hơn|về lâu dài|về sau\b|trở đi|trở về sau))"
    r"|\s*,?\s*(?:and|or)\s+(?:beyond|after|afterwards|later|(?:in\s+|for\s+)?(?:the\s+)?"
    r"(?:(?:following|subsequent|coming|next)\s+(?:\w+\s+)?years?|years?\s+(?:to\s+come|ahead"
    r"|after|that\s+follow)))\b|\s*,?\s*(?:onwards?\b|on(?=\s*(?:[,.;]|$)))",
    re.IGNORECASE,
)
"""After a date: that it goes on from there, so that nothing is due by then."""

_STILL_TO_BE = re.compile(
    r"\b(?:trình|phải|cần|để|nhằm|sớm|kịp|kịp thời|bảo đảm|đảm bảo|phấn đấu|sẽ|khẩn trương|be|get"
    r"|being|is|are|gets)\b",
    re.IGNORECASE,
)
"""Before a verb that may tell what has been made: that it is yet to be made."""
_OF_THINGS = re.compile(r"\b(?:các|những|mọi|toàn bộ|tất cả|số|được|đã|bị)\b", re.IGNORECASE)
NEAR = 40
"""Characters back from such a verb to what it is said of."""

_YEAR = (
    r"(?:(?:\s*[/-]\s*|\s+(?:của\s+)?(?:năm\s+)?|\s+of\s+|\s+)(?P<y>20\d\d)(?!\d)"
    r"|\s+(?:năm\s+nay|năm\s+này|nay|này|of\s+this\s+year|of\s+the\s+year|this\s+year))?"
)
_OTHER_YEAR = r"(?!\s+(?:năm\s+)?(?:trước|ngoái|qua|tới|sau|học|tài khóa))"
_QUARTERS = {
    name: number
    for number, names in enumerate(
        ("i 1 một nhất first 1st", "ii 2 hai second 2nd", "iii 3 ba third 3rd",
         "iv 4 tư bốn fourth 4th last final"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_HALVES = {"đầu": 6, "cuối": 12, "first": 6, "second": 12, "latter": 12}
_MONTHS = "|".join(sorted(EN_MONTHS, key=len, reverse=True))
_PERIODS = tuple(
    re.compile(pattern + _OTHER_YEAR, re.IGNORECASE)
    for pattern in (
        rf"\bquý\s+(?P<quarter>IV|I{{1,3}}|[1-4]|một|nhất|hai|ba|tư|bốn)\b{_YEAR}",
        rf"\b(?:nửa|(?:6|sáu)\s+tháng)\s+(?P<half>đầu|cuối)\s+năm\b{_YEAR}",
        rf"\b(?P<mid>giữa)\s+năm\b{_YEAR}",
        rf"\b(?P<end>cuối|hết)\s+năm\b{_YEAR}",
        r"\btrong\s+(?P<whole>năm)\s+(?:nay|này)",
        rf"\b(?P<quarter>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]quarter\b{_YEAR}",
        rf"\bQ(?P<quarter>[1-4])\b{_YEAR}",
        rf"\b(?P<half>first|second|latter)[\s-]half\b{_YEAR}",
        r"\b(?P<mid>mid-|middle\s+of\s+)(?P<y>20\d\d)\b",
        rf"\bend\s+of\s+(?P<month>{_MONTHS})\b\.?(?:,?\s+(?P<y>20\d\d))?",
        r"\b(?P<end>end)\s+of\s+(?:(?:the\s+year\s+)?(?P<y>20\d\d)\b|(?:the|this)\s+year\b)",
        r"\b(?P<end>year-end|year's\s+end)\b(?:\s+(?P<y>20\d\d)\b)?",
    )
)
_THIS = re.compile(
    r"\b(?:trong|ngay trong|hết|cuối|within|by the end of|before the end of|during)\s+"
    r"(?:this\s+|(?P<ahead>next\s+))?(?:(?P<week>tuần|week)|tháng|month)"
    r"(?:\s+(?:này|nay|(?P<next>tới|sau))|(?<=week)|(?<=month))\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"quý|năm|quarter|half|\bQ[1-4]|\bmid|end\b", re.IGNORECASE)


class _Due(NamedTuple):
    latest: bool
    exact: int
    date: PartialDate


def due_of(
    text: str,
    dates: Sequence[DateMention],
    start: int = 0,
    end: int | None = None,
    *,
    inside: int = 0,
    published: PartialDate = UNKNOWN_DATE,
) -> PartialDate:
    """The date by which is to be done what stands in ``text[start:end]``, if one is given there.

    ``dates`` are those of the whole text. What only may be a term ("vào cuối năm 2022") counts from
    ``inside`` on, where the task itself begins, and where it opens the sentence. Of several the
    latest that is allowed ("trong quý 1, chậm nhất trước tháng 6"), else the first of the most
    exact; none that was over when the text was ``published``.
    """
    end = len(text) if end is None else end
    periods: list[tuple[int, int, _Due | None]] = []
    if _SIGN.search(text, start, end):
        periods += _periods_in(text, start, end, max(start, inside), published)
    found = [due for _, _, due in periods if due is not None]
    found += _from_publication(text, max(start, inside), end, published)
    for mention in dates:
        if not (start <= mention.start < end and mention.date.known):
            continue
        if any(first < mention.end and mention.start < last for first, last, _ in periods):
            continue
        before = text[max(start, mention.start - 60) : mention.start]
        cue = _DUE.search(before)
        if cue is None and not _OWN_CUE.match(mention.text):
            continue
        told = before[: cue.start()] if cue else before
        if _SINCE.search(told):
            continue
        if _GOES_ON.match(text[mention.end : end]):
            continue
        at = mention.start - len(before) + cue.start() if cue else mention.start
        if not mention.date.is_after(published) and _is_of_thing(text, max(start, inside), at):
            continue
        weak = cue is not None and cue[0].lower().startswith(("vào", "tới", "until", "within"))
        if weak and (mention.start < inside or _HAPPENS.search(told)):
            continue
        exact = (mention.date.month is not None) + (mention.date.day is not None)
        found.append(_Due(_AT_LATEST.search(before) is not None, exact, mention.date))
    found = [due for due in found if not published.is_after(due.date)]
    return max(found, key=lambda its: its[:2]).date if found else UNKNOWN_DATE


def _is_of_thing(text: str, start: int, cue: int) -> bool:
    """Whether a date tells when something came about that the task is about, and not when it is to
    be done: "rà soát các văn bản ban hành trước năm 2015", "those displaced by May 2021 floods".
    The task begins at ``start``, the date with its preposition at ``cue``.
    """
    told = re.split(r"[,;:]", text[max(start, cue - 60) : cue])[-1]
    verb = _come_about().search(told)
    if verb is None or not re.search(r"\w", told[: verb.start()]):
        return False
    before = told[max(0, verb.start() - NEAR) : verb.start()]
    if _STILL_TO_BE.search(before):
        return False
    return verb[0].isascii() or _OF_THINGS.search(before) is not None


@cache
def _come_about() -> re.Pattern[str]:
    verbs = sorted(words_of("task_items.toml", "come_about"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, verbs))})\s+$", re.IGNORECASE)


def _from_publication(text: str, start: int, end: int, published: PartialDate) -> Iterator[_Due]:
    """The terms that count from the day of the publication: by the Sunday of "this week"."""
    year, month, day = published.year, published.month, published.day
    if year is None or month is None or not (match := _THIS.search(text, start, end)):
        return
    if _GOES_ON.match(text[match.end() : end]):
        return
    follows = (match["next"] or match["ahead"]) is not None
    try:
        if match["week"] is None:
            last = dt.date(year, month, 1) + dt.timedelta(days=31 * follows)
            yield _Due(False, 1, PartialDate(last.year, last.month, None, Basis.INFERRED))
        elif day is not None:
            last = dt.date(year, month, day)
            last += dt.timedelta(days=6 - last.weekday() + 7 * follows)
            yield _Due(False, 2, PartialDate(last.year, last.month, last.day, Basis.INFERRED))
    except (ValueError, OverflowError):
        # the publication is no day of the calendar, or its last
        return


def _periods_in(
    text: str, start: int, end: int, inside: int, published: PartialDate
) -> Iterator[tuple[int, int, _Due | None]]:
    """Where periods stand, with when it is due if one of them sets a term."""
    for pattern in _PERIODS:
        for match in pattern.finditer(text, start, end):
            before = text[max(start, match.start() - 60) : match.start()]
            opens = _PERIOD_CUE.fullmatch(text[: match.start()].lstrip()) is not None
            cue = _PERIOD_CUE.search(before)
            strong = cue is not None and _FIRM.match(cue[0]) is not None
            counts = opens or strong or match.start() >= inside
            term = _term(match, before, text[match.end() : end]) if counts else None
            at = match.start() - len(before) + cue.start() if cue else match.start()
            ahead = term is not None and term.date.is_after(published)
            if term is not None and not ahead and _is_of_thing(text, inside, at):
                term = None
            yield match.start(), match.end(), term


def _term(match: re.Match[str], before: str, after: str) -> _Due | None:
    groups = match.groupdict()
    cue = _PERIOD_CUE.search(before)
    closes = not any(letter.isalnum() for letter in after)
    if cue is None and not closes and not groups.get("whole"):
        # "cuối năm 2022" with nothing before is when to do it only as the last word of a task
        return None
    told = before[: cue.start()] if cue else before
    if _HAPPENS.search(told) or _SINCE.search(told) or _GOES_ON.match(after):
        return None
    if not (cue and _STRONG.match(cue[0])) and _LOOKS_BACK.search(told):
        return None
    year = groups.get("y")
    date = PartialDate(int(year) if year else None, _last_month(groups), None, Basis.STATED)
    return _Due(_AT_LATEST.search(before) is not None, 1, date)


def _last_month(groups: dict[str, str | None]) -> int:
    if quarter := groups.get("quarter"):
        return 3 * _QUARTERS[quarter.lower()]
    if half := groups.get("half"):
        return _HALVES[half.lower()]
    if month := groups.get("month"):
        return EN_MONTHS[month.lower()]
    return 6 if groups.get("mid") else 12
