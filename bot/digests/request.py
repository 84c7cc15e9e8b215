"""What a reader asks for with /subscribe: a time, days, a zone.

``07:00`` · ``7h30`` · ``weekdays 18:30`` · ``t2-t6 18:30`` · ``mon,thu 7:00 Europe/Paris``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

from bot.digests.schedule import EVERY_DAY, WEEKEND, WORKDAYS
from summarizer.text.folding import fold

_TIME = re.compile(r"^(\d{1,2})(?:[:h.](\d{2})?|h)?\s*(am|pm)?$")
_OFFSET = re.compile(r"^(?:utc|gmt)?([+-]\d{1,2})(?::?00)?$")
_DAYS = {
    "mon": 0, "monday": 0, "t2": 0,
    "tue": 1, "tuesday": 1, "t3": 1,
    "wed": 2, "wednesday": 2, "t4": 2,
    "thu": 3, "thursday": 3, "t5": 3,
    "fri": 4, "friday": 4, "t6": 4,
    "sat": 5, "saturday": 5, "t7": 5,
    "sun": 6, "sunday": 6, "cn": 6,
}  # fmt: skip
_SETS = {
    "daily": EVERY_DAY, "everyday": EVERY_DAY, "hangngay": EVERY_DAY,
    "weekdays": WORKDAYS, "workdays": WORKDAYS, "ngaythuong": WORKDAYS,
    "weekend": WEEKEND, "weekends": WEEKEND, "cuoituan": WEEKEND,
}  # fmt: skip
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


class BadTime(ValueError):
    """No time of day could be read. ``text`` is what stood there."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


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
    hits = process.extract(key, list(zones), scorer=fuzz.WRatio, limit=8, score_cutoff=70)
    near = tuple(dict.fromkeys(zones[hit[0]] for hit in hits))[:4]
    raise BadZone(text, near)


def _weekdays(word: str) -> int | None:
    """The bit mask a word of days stands for, or ``None``."""
    if word in _SETS:
        return _SETS[word]
    mask = 0
    for part in word.split(","):
        ends = [_DAYS.get(end) for end in part.split("-")]
        if not ends or len(ends) > 2 or None in ends:
            return None
        first, last = ends[0], ends[-1]
        assert first is not None
        assert last is not None
        span = (last - first) % 7
        for step in range(span + 1):
            mask |= 1 << (first + step) % 7
    return mask


def _time(word: str) -> time | None:
    match = _TIME.match(word)
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    bare = match[0] == match[1]
    if bare and not half:  # "7" alone is more likely a slip than a time
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    return time(hour, minute)


def parse_wish(text: str, default: ZoneInfo) -> Wish:
    """Read a subscription.

    Raises:
        BadTime: where no time of day can be read.
        BadZone: where the rest names no zone.
    """
    words = text.split()
    if len(words) > 1 and words[1].lower() in {"am", "pm"}:
        words[:2] = [words[0] + words[1]]
    at: time | None = None
    weekdays = 0
    rest: list[str] = []
    for word in words:
        folded = fold(word)
        if at is None and (found := _time(folded)) is not None:
            at = found
        elif (mask := _weekdays(folded)) is not None:
            weekdays |= mask
        else:
            rest.append(word)
    if at is None:
        raise BadTime(text.strip())
    zone = find_zone(" ".join(rest)) if rest else default
    return Wish(at, weekdays or EVERY_DAY, zone)
