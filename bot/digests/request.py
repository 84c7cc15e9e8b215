"""What a reader asks for with /subscribe: a time, days, a zone.

``07:00`` · ``7h30`` · ``weekdays 18:30`` · ``t2-t6 18:30`` · ``mon,thu 7:00 Europe/Paris`` ·
``7 giờ tối thứ hai``. :mod:`bot.digests.spelling` makes the many ways of writing them one.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

from bot.digests.schedule import EVERY_DAY, WEEKEND, WORKDAYS
from bot.digests.spelling import plain
from summarizer.text.folding import fold

_TIME = re.compile(r"^(\d{1,2})(?:[:h.](\d{2})?|h)?\s*(am|pm|sang|trua|chieu|toi|dem)?$")
_OFFSET = re.compile(r"^(?:utc|gmt)?\s*([+-]\d{1,2})(?::?00)?$")
_DAYS = {
    "mon": 0, "monday": 0, "t2": 0,
    "tue": 1, "tues": 1, "tuesday": 1, "t3": 1,
    "wed": 2, "wednesday": 2, "t4": 2,
    "thu": 3, "thur": 3, "thurs": 3, "thursday": 3, "t5": 3,
    "fri": 4, "friday": 4, "t6": 4,
    "sat": 5, "saturday": 5, "t7": 5,
    "sun": 6, "sunday": 6, "cn": 6,
}  # fmt: skip
_SETS = {
    "daily": EVERY_DAY, "everyday": EVERY_DAY, "hangngay": EVERY_DAY,
    "moingay": EVERY_DAY, "catuan": EVERY_DAY,
    "weekdays": WORKDAYS, "workdays": WORKDAYS, "ngaythuong": WORKDAYS,
    "weekend": WEEKEND, "weekends": WEEKEND, "cuoituan": WEEKEND,
}  # fmt: skip
_WEEKLY = {"weekly", "hangtuan", "moituan"}
_WHEN_EMPTY = {
    "always": "always", "luon": "always", "luonluon": "always",
    "news": "news", "ifnews": "news", "cotin": "news", "khicotin": "news",
}  # fmt: skip
_HALVES = {
    "am": {12: 0},
    "pm": {hour: hour + 12 for hour in range(1, 12)},
    "sang": {12: 0},
    "trua": {1: 13, 2: 14},
    "chieu": {hour: hour + 12 for hour in range(1, 8)},
    "toi": {hour: hour + 12 for hour in range(5, 12)} | {12: 0},
    "dem": {hour: hour + 12 for hour in range(8, 12)} | {12: 0},
}
"""The hours that a part of the day moves; the others stay as they are written."""
_PAIRS = {"hang", "every", "ngay", "cuoi", "moi", "co", "if", "luon", "ca"}
"""First words of names that are written in two."""
_FILLERS = {
    "luc",
    "vao",
    "cac",
    "moi",
    "at",
    "on",
    "in",
    "every",
    "each",
    "and",
    "va",
    "tu",
    "from",
    "gio",
    "time",
}
"""Words beside times and days that say nothing of their own."""
_UNTIL = re.compile(r"^(?:until|till|den|toi|cho den)\s+(?:ngay\s+(?=[\dm]))?")
_TOMORROW = ("mai", "ngay mai", "tomorrow")
_SPAN = re.compile(r"^(\d{1,3})\s*(d|days?|ngay|w|weeks?|tuan)$")
_ISO_DAY = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY = re.compile(r"^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$")
FARTHEST = timedelta(days=366)
"""How far ahead a pause or a quiet day may lie."""
# Cities readers name that are not the name of their zone.
_CITIES = {
    "hanoi": "Asia/Ho_Chi_Minh", "ha noi": "Asia/Ho_Chi_Minh", "saigon": "Asia/Ho_Chi_Minh",
    "vietnam": "Asia/Ho_Chi_Minh", "viet nam": "Asia/Ho_Chi_Minh",
    "da nang": "Asia/Ho_Chi_Minh", "beijing": "Asia/Shanghai", "bac kinh": "Asia/Shanghai",
    "washington": "America/New_York", "geneva": "Europe/Zurich", "canberra": "Australia/Sydney",
    "new delhi": "Asia/Kolkata", "delhi": "Asia/Kolkata", "gmt": "Etc/GMT", "utc": "Etc/UTC",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """A schedule as asked for."""

    local_time: time
    weekdays: int
    zone: ZoneInfo
    kind: str = "digest"
    """``digest``, or ``weekly`` for the review of a week, on one weekday."""
    when_empty: str = ""
    """``news``, ``always``, or empty where nothing was said of it."""


class BadTime(ValueError):
    """No time of day could be read. ``text`` is what stood there."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class SeveralTimes(BadTime):
    """More than one time of day stands in a wish for one digest."""


class BadZone(ValueError):
    """No such zone. ``near`` holds zone names that look like it."""

    def __init__(self, text: str, near: tuple[str, ...]) -> None:
        super().__init__(text)
        self.text, self.near = text, near


@cache
def _zones() -> dict[str, str]:
    """Folded zone names and their last parts (cities) to zone names."""
    names: dict[str, str] = {}
    for name in sorted(available_timezones()):
        key = name.lower().replace("_", " ")
        names[key] = name
        if "/" in name and not name.startswith(("Etc/", "SystemV/", "posix/", "right/")):
            names.setdefault(key.rsplit("/", 1)[1], name)
    return names | _CITIES


def find_zone(text: str) -> ZoneInfo:
    """The zone that ``text`` names: an IANA name in any case, or a city.

    Raises:
        BadZone: with the nearest names.
    """
    key = fold(text).strip().replace("_", " ")
    if offset := _OFFSET.match(key):
        # The names of the fixed zones have their signs turned round: Etc/GMT-7 is UTC+7.
        hours = int(offset[1])
        name = f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"
        if name in available_timezones():
            return ZoneInfo(name)
        raise BadZone(text, ())
    zones = _zones()
    if known := zones.get(key):
        return ZoneInfo(known)
    hits = process.extract(key, list(zones), scorer=fuzz.ratio, limit=8, score_cutoff=76)
    near = tuple(dict.fromkeys(zones[hit[0]] for hit in hits))[:4]
    raise BadZone(text, near)


def _weekdays(word: str) -> int | None:
    """The bit mask a word of days stands for, or ``None``."""
    if word in _SETS:
        return _SETS[word]
    mask = 0
    for part in filter(None, word.split(",")):
        ends = [_DAYS.get(end, _DAYS.get(end.removesuffix("s"))) for end in part.split("-")]
        if not ends or len(ends) > 2 or None in ends:
            return None
        first, last = ends[0], ends[-1]
        assert first is not None
        assert last is not None
        span = (last - first) % 7
        for step in range(span + 1):
            mask |= 1 << (first + step) % 7
    return mask or None


def _time(word: str) -> time | None:
    match = _TIME.match(word)
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    bare = match[0] == match[1]
    if bare and not half:  # "7" alone is more likely a slip than a time
        return None
    if half in {"am", "pm"} and not 1 <= hour <= 12:
        return None
    if half:
        hour = _HALVES[half].get(hour, hour)
    if hour > 23 or minute > 59:
        return None
    return time(hour, minute)


def parse_wish(text: str, default: ZoneInfo) -> Wish:
    """Read a subscription.

    Raises:
        BadTime: where no time of day can be read.
        SeveralTimes: where there is more than one.
        BadZone: where the rest names no zone.
    """
    words = _joined(plain(text).split())
    clocks: set[str] = set()
    weekdays, kind, when_empty, part = 0, "digest", "", ""
    rest: list[str] = []
    for word in words:
        folded = fold(word)
        if folded in _WEEKLY:
            kind = "weekly"
        elif folded in _WHEN_EMPTY:
            when_empty = _WHEN_EMPTY[folded]
        elif all(_time(each) is not None for each in folded.split(",")):
            clocks.update(folded.split(","))
        elif folded in _HALVES:
            part = folded
        elif (mask := _weekdays(folded)) is not None:
            weekdays |= mask
        elif folded not in _FILLERS:
            rest.append(word)
    times = {_time(clock + part) or _time(clock) for clock in clocks}
    if len(times) > 1:
        raise SeveralTimes(text.strip())
    at = times.pop() if times else None
    if at is None:
        raise BadTime(text.strip())
    zone = find_zone(" ".join(rest)) if rest else default
    if kind == "weekly":  # on one day: the first that is named, else Monday
        return Wish(at, weekdays & -weekdays or 1, zone, kind, when_empty)
    return Wish(at, weekdays or EVERY_DAY, zone, kind, when_empty)


def means_weekly(text: str) -> bool:
    """Whether a text names the review of the week and nothing else."""
    return fold("".join(text.split())) in {*_WEEKLY, "diemtintuan", "weekinreview"}


def _joined(words: list[str]) -> list[str]:
    """The words, with names of days that are written in two words made one."""
    known = {*_SETS, *_WEEKLY, *_WHEN_EMPTY, *_DAYS}
    joined: list[str] = []
    for word in words:
        before = fold(joined[-1]) if joined else ""
        if before in _PAIRS and before + fold(word) in known:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


class BadDay(ValueError):
    """No day could be read, or one that is past or too far ahead. ``text`` is what stood there."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def parse_day(text: str, today: date) -> date:
    """Read a day: ``2026-12-01``, ``1/12``, ``7d``, ``2 weeks``, ``mai``, ``thứ hai``, ``friday``.

    A day without a year is the next such day, a weekday the next one after today. A number of
    days is counted from today.

    Raises:
        BadDay: where it is no day, not after today, or more than a year ahead.
    """
    folded = _UNTIL.sub("", fold(text).strip())
    weekday = _weekdays(fold(plain(folded)))
    try:
        if folded in _TOMORROW:
            day = today + timedelta(days=1)
        elif weekday and weekday.bit_count() == 1:
            day = today + timedelta(days=1)
            while not weekday >> day.weekday() & 1:
                day += timedelta(days=1)
        elif span := _SPAN.match(folded):
            weeks = span[2][0] in "wt"
            day = today + timedelta(days=int(span[1]) * (7 if weeks else 1))
        elif iso := _ISO_DAY.match(folded):
            day = date(int(iso[1]), int(iso[2]), int(iso[3]))
        elif short := _DAY.match(folded):
            day = date(int(short[3] or today.year), int(short[2]), int(short[1]))
            if not short[3] and day <= today:
                day = day.replace(year=today.year + 1)
        else:
            raise BadDay(text)
    except (ValueError, OverflowError):
        raise BadDay(text) from None
    if not today < day <= today + FARTHEST:
        raise BadDay(text)
    return day


def parse_weekdays(text: str) -> int | None:
    """The bit mask that words of days stand for (``sat,sun``, ``t7 cn``), or ``None``."""
    mask = 0
    for word in _joined(plain(text).replace(",", " ").split()):
        if fold(word) in _FILLERS:
            continue
        if (found := _weekdays(fold(word))) is None:
            return None
        mask |= found
    return mask or None


def parse_days(text: str, today: date) -> tuple[int, frozenset[date]]:
    """Weekdays and days of the calendar, as many as are named: ``t7, cn``, ``30/4 1/5``.

    Returns:
        The bit mask of the weekdays, and the days.

    Raises:
        BadDay: where a word is neither, or nothing is named.
    """
    if (mask := parse_weekdays(text)) is not None:
        return mask, frozenset()
    with contextlib.suppress(BadDay):
        return 0, frozenset({parse_day(text, today)})
    mask, days = 0, set()
    for word in _joined(plain(text).replace(",", " ").split()):
        if fold(word) in _FILLERS:
            continue
        if (found := parse_weekdays(word)) is not None:
            mask |= found
        else:
            days.add(parse_day(word, today))
    if not mask and not days:
        raise BadDay(text)
    return mask, frozenset(days)
