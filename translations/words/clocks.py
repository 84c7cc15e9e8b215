"""Times of day by the clock: found in one language, compared, and written in the other.

``15h``, ``3 giờ chiều`` and ``3 p.m.`` are one time. A time without its half of the day
(``8 giờ 30``) may be either half's; from 13 on the hour tells. ``24 giờ qua`` and ``2 giờ đồng hồ``
are spans of time, not times.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from translations.engine import Direction

_NOON = 12
_BEFORE = 32
"""Letters before a time that are looked at: a line may be very long."""
_DAY = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: hour (0-23) and minute, and whether its half of the day is known."""

    hour: int
    minute: int
    certain: bool

    def same(self, other: Clock) -> bool:
        """Whether both may be the same time."""
        if self.minute != other.minute:
            return False
        if self.certain and other.certain:
            return self.hour == other.hour
        return self.hour % _NOON == other.hour % _NOON


@dataclass(frozen=True, slots=True)
class ClockMention:
    """A time at ``text[start:end]``."""

    start: int
    end: int
    clock: Clock


_HOUR = r"(?<![\w.,:/\-–$€£])(?P<h>[01]?\d|2[0-4])"
_MINUTE = r"[0-5]\d"
_PART = r"(?:\s(?P<part>sáng|trưa|chiều|tối|đêm|khuya))?(?!\w)"
_LEAD = (
    r"(?:(?<=lúc\s)|(?<=hồi\s)|(?<=vào\s)|(?<=từ\s)|(?<=đến\s)|(?<=tới\s)|(?<=trước\s)|(?<=sau\s)"
    r"|(?<=khoảng\s)|(?<=gần\s)|(?<=đúng\s)|(?<=hơn\s)|(?<=\())"
)
_NO_SPAN = (
    r"(?!\s(?:qua|tới|liên|đồng hồ|trước|sau|nữa|mỗi|một|bay|làm|liền|học|xe|đi|phút|kể từ|đầu"
    r"|cuối|và\s\d+\sphút|/))"
)
_HALF_DAY = r"(?P<half>[ap])\.?\s?m\b\.?(?!\w)"
_WITH_HALF = re.compile(rf"{_HOUR}(?:[:.](?P<m>{_MINUTE}))?\s?(?:{_HALF_DAY})", re.IGNORECASE)
_VIETNAMESE = (
    _WITH_HALF,  # in a text of both languages
    # 8h30, 20g05, 8 giờ 30 (phút) tối, 8 giờ rưỡi
    re.compile(
        rf"{_HOUR}\s?(?:h|g|giờ)\s?(?:(?P<m>{_MINUTE})(?!\d)(?:\s?(?:phút|'))?|(?P<half>rưỡi))"
        rf"{_PART}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_HOUR}\s?(?:giờ\s)?(?P<half>rưỡi)\s(?P<part>sáng|trưa|chiều|tối|đêm)(?!\w)"),
    # 5,45 sáng: what a model makes of 5.45 a.m.
    re.compile(
        rf"{_HOUR}[.,](?P<m>{_MINUTE})\s(?:giờ\s)?(?P<part>sáng|trưa|chiều|tối|đêm)(?!\w)",
        re.IGNORECASE,
    ),
    # 10 giờ sáng, 15h
    re.compile(
        rf"{_HOUR}\s?(?:h|g|giờ)\s(?P<part>sáng|trưa|chiều|tối|đêm|khuya)(?!\w)", re.IGNORECASE
    ),
    re.compile(rf"{_HOUR}[hgH](?!\w){_NO_SPAN}"),
    re.compile(rf"{_LEAD}{_HOUR}\s(?:giờ)(?!\w){_NO_SPAN}", re.IGNORECASE),
    # 19:30
    re.compile(rf"{_HOUR}:(?P<m>{_MINUTE})(?![\w:%]|[.,]\d)(?:\s?(?:giờ|phút|h))?{_PART}"),
    re.compile(r"(?<!\w)(?:(?P<midnight>nửa đêm)|(?P<noon>giữa trưa))(?!\w)", re.IGNORECASE),
)
_ENGLISH = (
    _WITH_HALF,  # 8:30 p.m., 9.40am, 10 a.m.
    # 10 o'clock (in the morning), 10:00
    re.compile(
        rf"{_HOUR}(?:[:.](?P<m>{_MINUTE}))?\s?(?:o['’]?\s?clock)(?:\s(?:in\sthe|at|on\s\w+)?\s?"
        r"(?P<part>morning|afternoon|evening|night))?\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_HOUR}:(?P<m>{_MINUTE})(?![\w:%]|[.,]\d|-\d)"
        r"(?:\s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night))?"
    ),
    re.compile(
        rf"(?<=\bat\s){_HOUR}(?:[:.](?P<m>{_MINUTE}))?\s(?:in\sthe|at)\s"
        r"(?P<part>morning|afternoon|evening|night)\b"
    ),
    re.compile(rf"{_HOUR}\s?h(?P<m>{_MINUTE})?(?!\w)"),
    re.compile(
        r"(?P<midnight>\b(?:12\s)?midnight\b)"
        r"|(?P<noon>\b(?:12\s)?(?:noon|midday)\b)",
        re.IGNORECASE,
    ),
)


@functools.lru_cache(maxsize=2048)
def find_clocks(text: str, language: str) -> tuple[ClockMention, ...]:
    """The times of day in ``text``, in order, without overlaps."""
    patterns: tuple[re.Pattern[str], ...]
    if language == "vi":
        patterns = _VIETNAMESE if _MAY_BE_VI.search(text) else ()
    else:
        patterns = _ENGLISH if _MAY_BE_EN.search(text) else ()
    found: list[ClockMention] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(match.start() < m.end and m.start < match.end() for m in found):
                continue
            if not match.groupdict().get("part") and _SPAN_BEFORE.search(
                text[max(0, match.start() - _BEFORE) : match.start()]
            ):
                continue
            found.append(ClockMention(match.start(), match.end(), _read(match)))
    found += [first for mention in found if (first := _begins(text, mention)) is not None]
    return tuple(sorted(found, key=lambda mention: mention.start))


_SPAN_BEFORE = re.compile(
    r"\b(?:kéo dài|trong|trong vòng|suốt|mất|thêm|thời gian|tổng cộng|cách đây|for|in|within|took"
    r"|lasted)(?:\s(?:khoảng|hơn|gần|about|nearly|over))?\s\Z",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    rf"{_HOUR}(?:[:.h](?P<m>{_MINUTE}))?(?:\s?[-–]\s?|\s(?:to|and|until|đến|tới)\s)\Z"
)


def _begins(text: str, mention: ClockMention) -> ClockMention | None:
    """The bare first hour of a stretch of time: ``7`` of ``7-9 p.m.``"""
    match = _BEGINNING.search(text, max(0, mention.start - _BEFORE), mention.start)
    if match is None or int(match["h"]) > _NOON:
        return None
    clock = Clock(int(match["h"]), int(match["m"] or 0), certain=False)
    return ClockMention(match.start(), match.end("m" if match["m"] else "h"), clock)


_MAY_BE_VI = re.compile(
    r"\d\s?(?:h|g|:|rưỡi|[.,]\d\d\s|[ap]\.?\s?m)|nửa đêm|giữa trưa", re.IGNORECASE
)
_MAY_BE_EN = re.compile(
    r"\d\s?(?:[ap]\.?\s?m|:|o['’]?\s?clock|h|(?:in\sthe|at)\s[maen])|noon|midnight|midday",
    re.IGNORECASE,
)


def _read(match: re.Match[str]) -> Clock:
    groups = match.groupdict()
    if groups.get("midnight") or groups.get("noon"):
        return Clock(0 if groups.get("midnight") else _NOON, 0, certain=True)
    hour, minute = int(match["h"]), int(groups.get("m") or 0)
    part = (groups.get("part") or "").lower()
    half = groups.get("half") or ""
    if half == "rưỡi":
        minute = 30
    elif half:
        if hour > _NOON:  # "15 p.m." and "15:00 pm" say the same twice
            return Clock(hour % _DAY, minute, certain=True)
        return Clock(hour % _NOON + (_NOON if half.lower() == "p" else 0), minute, certain=True)
    if hour > _NOON or match["h"] in {"0", "00"}:
        return Clock(hour % _DAY, minute, certain=True)
    if part in {"sáng", "morning"}:
        return Clock(hour % _NOON, minute, certain=True)
    if part in {"chiều", "tối", "afternoon", "evening"}:
        return Clock(hour % _NOON + _NOON, minute, certain=True)
    if part == "trưa":
        return Clock(hour % _NOON + (0 if hour in {10, 11} else _NOON), minute, certain=True)
    if part in {"đêm", "khuya", "night"}:
        return Clock(hour % _NOON + (_NOON if hour % _NOON > _NIGHT else 0), minute, certain=True)
    return Clock(hour, minute, certain=False)


_NIGHT = 5
"""Until this hour ``giờ đêm`` is after midnight."""


def write_clock(clock: Clock, direction: Direction) -> str:
    """``8:30 p.m.``; into Vietnamese ``20h30``, by the clock of 24 hours."""
    if direction is Direction.EN_VI:
        return f"{clock.hour}h{clock.minute:02}" if clock.minute else f"{clock.hour}h"
    if not clock.certain:
        return f"{clock.hour}:{clock.minute:02}"
    if not clock.minute and clock.hour in {0, _NOON}:
        return "midnight" if clock.hour == 0 else "noon"
    hour = clock.hour % _NOON or _NOON
    minute = f":{clock.minute:02}" if clock.minute else ""
    return f"{hour}{minute} {'a' if clock.hour < _NOON else 'p'}.m."


def translate_clocks(text: str, direction: Direction) -> str:
    """A text of nothing but times and signs (``8h30 - 15h``) in the other language; another text
    as it is.
    """
    found = find_clocks(text, direction.source)
    rest = text
    for mention in reversed(found):
        rest = rest[: mention.start] + rest[mention.end :]
    if any(letter.isalnum() for letter in rest) or not any(letter.isalpha() for letter in text):
        return text
    for mention in reversed(found):
        written = write_clock(mention.clock, direction)
        text = text[: mention.start] + written + text[mention.end :]
    return text


def mend_clocks(text: str, source: str, direction: Direction) -> str:
    """``text`` with times put right: forms of the other language (``at 15h``), the same time said
    by two clocks at once (``15:00 p.m.``), and a wrong one where one of the source is lacking and
    just one stands in its place.
    """
    asked = [mention.clock for mention in find_clocks(source, direction.source)]
    if not asked:
        return text
    text = _translate_forms(text, asked, direction)
    found = find_clocks(text, direction.target)
    lacking = [clock for clock in asked if not any(clock.same(m.clock) for m in found)]
    strange = [m for m in found if not any(m.clock.same(clock) for clock in asked)]
    if len(set(lacking)) != 1:
        return text
    if len(strange) == 1:
        mention = strange[0]
        written = _like(text, mention, write_clock(lacking[0], direction))
        return text[: mention.start] + written + text[mention.end :]
    if not strange:
        return _complete(text, lacking[0], direction)
    return text


def _translate_forms(text: str, asked: list[Clock], direction: Direction) -> str:
    wrong = _FOREIGN_IN_ENGLISH if direction is Direction.VI_EN else _FOREIGN_IN_VIETNAMESE
    if direction is Direction.EN_VI:
        text = re.sub(r"\bngày\s(?=\d{1,2}:\d\d(?!\d))", "lúc ", text)
    for mention in reversed(find_clocks(text, "en")):
        if wrong.search(text[mention.start : mention.end]):
            clock = next((c for c in asked if c.same(mention.clock)), None)
            if clock is not None:
                written = _like(text, mention, write_clock(clock, direction))
                text = text[: mention.start] + written + text[mention.end :]
    return text


_FOREIGN_IN_ENGLISH = re.compile(r"\d\s?h|^(?:1[3-9]|2[0-4]|0)\D?.*[ap]\.?\s?m\b", re.IGNORECASE)
_FOREIGN_IN_VIETNAMESE = re.compile(r"\d\s?[ap]\.?\s?m\b|noon|midnight|o['’]?clock", re.IGNORECASE)


def _like(text: str, mention: ClockMention, written: str) -> str:
    """What is put in a mention's place, with one full stop at the end of a sentence."""
    after = text[mention.end :]
    if text[: mention.end].endswith(".") and not written.endswith(".") and not after.strip():
        return f"{written}."
    return written[:-1] if written.endswith(".") and after.startswith(".") else written


def _complete(text: str, clock: Clock, direction: Direction) -> str:
    """An hour that stands without being a time (``at 3 on Monday``) as the time it is."""
    hour = rf"(?:{clock.hour}|{clock.hour % _NOON or _NOON})"
    if clock.minute:
        pattern = rf"(?<![\d.,:]){hour}[.:,]{clock.minute:02}(?![\d%])"
    elif direction is Direction.VI_EN:
        pattern = (
            rf"(?<=\bat\s){hour}(?:\shours?\b)?"
            r"(?![\w%:]|[.,/-]\d|\s(?:million|billion|percent|[a-z]+s\b))"
        )
    else:
        pattern = rf"(?<=\blúc\s){hour}(?![\w%:]|[.,/-]\d)"
    places = list(re.finditer(pattern, text))
    if len(places) != 1:
        return text
    start, end = places[0].span()
    mention = ClockMention(start, end, clock)
    return text[:start] + _like(text, mention, write_clock(clock, direction)) + text[end:]
