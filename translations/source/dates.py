"""Dates before and after the model: spelled out for it, and put right in what it says.

The shipped model copies figures piece by piece and loses its way in ``05/03/2024``; the same date
as ``5 tháng 3 năm 2024`` comes through. What still comes out broken ("March 5,24", "January-2005")
is known by the dates of the source, and is replaced only where there is one way to read it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.text.date_patterns import VI_MONTHS
from summarizer.text.dates import DateMention, PartialDate
from translations.engine import Direction
from translations.terminology.matching import protected_spans
from translations.words.figures import MONTHS, write_date
from translations.words.reading import find_dates

_DAY = re.compile(r"\b0?(\d{1,2})\s?([/.-])\s?0?(\d{1,2})(?:\s?\2\s?(\d{4}))?(?!\d)")
_MONTH = re.compile(r"(tháng)\s0?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)", re.IGNORECASE)
_NO_DATE_BEFORE = re.compile(r"\b(?:quý|kỳ|tỷ số|tỉ số|tỷ lệ|tỉ lệ|số)\s+\Z", re.IGNORECASE)
_NAME = "|".join(MONTHS)
_TAIL = r"(?:[,./\s-]*[,./-]\s?\d{1,4}(?:[./-]\d{1,4})*(?![\d,.]*\d|%|\s?(?:million|billion)))"
_CORE = re.compile(
    rf"\b(?:(?:{_NAME})\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_NAME})(?:,?\s(?:19|20)\d\d)?"
    rf"|(?:{_NAME})(?:,?\s(?:19|20)\d\d)?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d)(?![\w/])"
)


def spell_dates(text: str) -> str:
    """Vietnamese ``text`` with its numeric dates as the model knows them best: ``14/12/2021``
    becomes ``14 tháng 12 năm 2021``, and ``05-03`` becomes ``5/3``. Ranges, lists and whatever is
    no date for certain stay.
    """
    mentions = find_dates(text, "vi")
    spans = Counter((mention.start, mention.end) for mention in mentions)
    codes = protected_spans(text)
    for mention in reversed(mentions):
        start, end = mention.start, mention.end
        if (
            mention.until is not None
            or spans[start, end] > 1
            or mention.date.month is None
            or _NO_DATE_BEFORE.search(text[:start])
            or any(a < end and start < b for a, b in codes)
        ):
            continue
        text = text[:start] + _spelled(mention) + text[end:]
    return text


def _spelled(mention: DateMention) -> str:
    if mention.date.day is None:
        return _MONTH.sub(r"\1 \2 năm \3", mention.text)
    return _DAY.sub(
        lambda m: f"{m[1]} tháng {m[3]} năm {m[4]}" if m[4] else f"{m[1]}/{m[3]}", mention.text
    )


def mend_dates(text: str, source: str, language: str = "vi") -> str:
    """English ``text`` with broken and wrong dates put right where only one of the source's dates
    can be meant.
    """
    mentions = find_dates(source, language)
    if not mentions:
        return text
    dates = [date for m in mentions for date in (m.date, m.until) if date is not None]
    if all(m.until is None for m in mentions):
        for date in dict.fromkeys(dates):
            text = _mend_broken(text, date, dates)
        text = _drop_stray_months(text, dates)
        text = _replace_wrong(text, dates)
        text = _drop_doubled_year(text, source, dates)
    else:
        text = _mend_range(text, mentions)
    return text


def _mend_range(text: str, mentions: Sequence[DateMention]) -> str:
    """The one range of the source in the place of the output's one, where only one of its ends is
    right.
    """
    asked = [m for m in mentions if m.until is not None]
    found = [m for m in find_dates(text, "en") if m.until is not None]
    if len(asked) != 1 or len(found) != 1:
        return text
    (right,), (wrong,) = asked, found
    first, last = right.date, right.until
    if first.day is None or last is None or last.day is None or wrong.until is None:
        return text
    ends = _covers(wrong.date, first), _covers(wrong.until, last)
    if ends[0] == ends[1]:
        return text
    lead = re.match(r"(?:from|between|on|in)\s", wrong.text, re.IGNORECASE)
    between = re.search(
        r"\bbetween\s\Z", text[: wrong.start] + (lead.group() if lead else ""), re.IGNORECASE
    )
    joined = "and" if between else "to"
    written = " ".join(
        [write_date(first, Direction.VI_EN)[0], joined, write_date(last, Direction.VI_EN)[0]]
    )
    begin = lead.group() if lead else ""
    return text[: wrong.start] + begin + written + text[wrong.end :]


def mend_vietnamese_dates(text: str, source: str) -> str:
    """Vietnamese ``text`` with dates of mixed spelling put right (``ngày 13 tháng 1-2026``), and a
    wrong date replaced where one of the source is lacking and just one stands in its place.
    """
    text = _MIXED.sub(r"\1tháng \2 năm \3", text)
    text = _MIXED_MONTH.sub(r"\1\2/\3", text)
    mentions = find_dates(source, "en")
    if not mentions or any(m.until is not None for m in mentions):
        return text
    dates = [m.date for m in mentions if m.date.month is not None]
    found = [m for m in find_dates(text, "vi") if m.date.month is not None and m.until is None]
    lacking = [date for date in dates if not any(_covers(m.date, date) for m in found)]
    wrong = [m for m in found if not any(_within(m.date, date) for date in dates)]
    if len(lacking) != 1 or len(wrong) != 1:
        return text
    (date,), (mention,) = lacking, wrong
    if (mention.date.day is None) != (date.day is None):
        return text
    before = re.match(r"(?:[^\W\d]+\s)*?(?=(?:ngày|tháng)\b|\d)", mention.text)
    lead = before.group() if before else ""
    lead += "ngày " if date.day and "ngày" in mention.text else "" if date.day else "tháng "
    written = lead + write_date(date, Direction.EN_VI)[0]
    return text[: mention.start] + written + text[mention.end :]


_MIXED = re.compile(r"(ngày\s\d{1,2}\s)tháng\s(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)", re.IGNORECASE)
_MIXED_MONTH = re.compile(r"(tháng\s)(\d{1,2})\s?-\s?(\d{4})(?!\d)", re.IGNORECASE)


def broken_dates(text: str) -> list[str]:
    """What stands in English ``text`` as a date that no calendar has: ``March 5,24``."""
    return [match.group() for match in _BROKEN.finditer(text)]


_BROKEN = re.compile(
    rf"\b(?:(?:{_NAME})\s\d{{1,2}}(?:,\s?-?|-|/)\s?(?:\d{{1,2}}|0\d{{2}})(?:/\d+)*(?![\d,.]*\d|\w)"
    rf"|(?:{_NAME})\s\d{{1,2}},?-\d{{4}}|(?:{_NAME})-\d{{4}}"
    rf"|(?:{_NAME})\s(?:{_NAME})|\b\d{{1,2}},\d{{1,2}},(?:19|20)\d\d)\b"
)


def _mend_broken(text: str, date: PartialDate, dates: Sequence[PartialDate]) -> str:
    """The mangled forms of one date of the source, written as they should be, or dropped where
    the date stands well written beside them.
    """
    if date.month is None:
        return text
    month = MONTHS[date.month - 1]
    wanted = write_date(date, Direction.VI_EN)[0]
    if date.day is None:
        return re.sub(rf"\b{month}[,-]\s?-?{date.year}\b", wanted, text) if date.year else text
    forms = [rf"\b{month}\s0?{date.day}(?:st|nd|rd|th)?{_TAIL}"]
    if date.year:
        forms += [
            rf"\b0?{date.day}(?:st|nd|rd|th)?\s{month}[,-]\s?-?{date.year}\b",
            rf"\b0?{date.day}[,./-]\s?0?{date.month}[,./-]\s?{date.year}\b",
        ]
    broken = re.compile("|".join(forms))
    for match in reversed(list(broken.finditer(text))):
        found = match.group()
        if re.fullmatch(rf"{month} {date.day}, {date.year}", found):
            continue
        tail = re.search(r"(?<=[,\s])((?:19|20)\d\d)\Z", found)
        if tail and int(tail[1]) != date.year and _clean(found):
            continue  # a whole date with another year is not broken but wrong
        if not date.year and re.search(r"-\s?\d{1,2}\Z", found) and not _repeats(found, date):
            continue  # a range of days
        if re.search(r"\s\d{1,2}\Z", found) and "," in found and not _repeats(found, date):
            continue  # a day and then a number of something else: "March 5, 35 people"
        rest = text[: match.start()] + text[match.end() :]
        if wanted in rest and rest.count(wanted) >= dates.count(date):
            head = re.sub(r"(?:\b(?:on|in|of)\s)\Z", "", text[: match.start()], flags=re.IGNORECASE)
            text = head + text[match.end() :].lstrip(" ,")
        else:
            text = text[: match.start()] + wanted + text[match.end() :]
    return text


def _clean(found: str) -> bool:
    return re.fullmatch(rf"(?:{_NAME}) \d{{1,2}}, (?:19|20)\d\d", found) is not None


def _repeats(found: str, date: PartialDate) -> bool:
    last = re.findall(r"\d+", found)[-1]
    return int(last) in (date.month, (date.year or 0) % 100 if date.year else None)


def _drop_stray_months(text: str, dates: Sequence[PartialDate]) -> str:
    """``February April 2`` and ``May December 2021``: the month that the source does not have."""
    months = {MONTHS[date.month - 1] for date in dates if date.month}
    return re.sub(
        rf"\b({_NAME})\s(?=({_NAME})\b)",
        lambda m: m.group() if m[1] in months or m[2] not in months else "",
        text,
    )


def _drop_doubled_year(text: str, source: str, dates: Sequence[PartialDate]) -> str:
    """``2005 exports in January 2005``: the year that the source names once, said once."""
    for date in dates:
        if date.year and date.month and source.count(str(date.year)) == 1:
            whole = rf"\b{MONTHS[date.month - 1]}(?:\s\d{{1,2}},)?\s{date.year}\b"
            if text.count(str(date.year)) == 2 and re.search(whole, text):
                text = re.sub(rf"(?:(?<=\bthe\s)|\A(?:The\s)?){date.year}\s(?=[a-z])", "", text)
    return text


def _replace_wrong(text: str, dates: Sequence[PartialDate]) -> str:
    """Put the source's dates in the places of wrong ones, where as many of a kind stand in both,
    or where one is missing and one is wrong.
    """
    mentions = [m for m in _written(text) if m[1].month is not None]
    wanted = [date for date in dates if date.month is not None]
    lacking = [d for d in wanted if not any(_covers(found, d) for _, found in mentions)]
    wrong = [m for m in mentions if not any(_within(m[1], date) for date in dates)]
    if (
        not wrong
        or len(wrong) != len(lacking)
        or (len(lacking) > 1 and len(mentions) != len(dates))
    ):
        return text
    for (span, found), date in reversed(list(zip(wrong, lacking, strict=True))):
        if (found.day is None) != (date.day is None):
            continue
        text = text[: span[0]] + write_date(date, Direction.VI_EN)[0] + text[span[1] :]
    return text


def strange_dates(text: str, source: str, language: str = "vi") -> list[str]:
    """Dates of English ``text`` that the source gives no reason for."""
    mentions = find_dates(source, language)
    dates = [date for m in mentions for date in (m.date, m.until) if date is not None]
    if language == "vi":
        dates += [
            PartialDate(None, VI_MONTHS.get(month) or int(month), int(day))
            for day, month in _BARE_DAY.findall(source.lower())
        ]
    strange: list[str] = []
    for mention in find_dates(text, "en"):
        date = mention.date
        if mention.until is not None or date.month is None or date.day is None:
            continue
        if not any(_within(date, known) for known in dates) and not _in_range(date, mentions):
            strange.append(mention.text)
    return strange


_BARE_DAY = re.compile(
    rf"(?<![\w.,/-])(3[01]|[12]?\d)\stháng\s"
    rf"(1[0-2]|[1-9]|{'|'.join(sorted(VI_MONTHS, key=len, reverse=True))})(?!\w)"
)
"""``30 tháng 4`` without ``ngày``: a date, or thirty months and a four."""


def _in_range(date: PartialDate, mentions: Sequence[DateMention]) -> bool:
    """Whether a day may be an end of one of the source's ranges, which are written many ways."""
    return any(
        m.until is not None and date.month in (m.date.month, m.until.month) for m in mentions
    )


def _written(text: str) -> list[tuple[tuple[int, int], PartialDate]]:
    """The single dates of English text, without the words that lead them in."""
    found: list[tuple[tuple[int, int], PartialDate]] = []
    for mention in find_dates(text, "en"):
        core = _CORE.search(mention.text)
        if core and mention.until is None:
            start = mention.start + core.start()
            found.append(((start, mention.start + core.end()), mention.date))
    return found


def _covers(found: PartialDate, date: PartialDate) -> bool:
    """Whether all parts of ``date`` stand in ``found``."""
    return all(
        wanted is None or wanted == has
        for wanted, has in (
            (date.year, found.year), (date.month, found.month), (date.day, found.day)
        )
    )  # fmt: skip


def _within(found: PartialDate, date: PartialDate) -> bool:
    """Whether ``found`` says nothing that ``date`` does not say."""
    return _covers(date, found)
