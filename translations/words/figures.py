"""Numbers and dates of one language as the other writes them."""

from __future__ import annotations

import re
from collections.abc import Container
from decimal import Decimal

from summarizer.text.dates import PartialDate
from summarizer.text.numbers import Number, NumberKind
from translations.engine import Direction

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = {2: "Monday", 3: "Tuesday", 4: "Wednesday", 5: "Thursday", 6: "Friday", 7: "Saturday"}
"""English weekdays by their Vietnamese number (``thứ Hai`` is Monday)."""

_SCALES = {
    Direction.VI_EN: ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
    Direction.EN_VI: ((10**12, "nghìn tỷ"), (10**9, "tỷ"), (10**6, "triệu")),
}
_SWAP = str.maketrans(",.", ".,")
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]


def write_number(number: Number, direction: Direction) -> tuple[str, ...]:
    """How ``number`` of the source is written in the target, best first."""
    value = number.value
    whole = int(value) if value == int(value) else None
    if number.kind is NumberKind.ORDINAL and whole is not None:
        if direction is Direction.EN_VI:
            return (f"thứ {whole}",)
        digits = ordinal(whole)
        return (_ORDINALS[whole], digits) if 0 < whole <= 10 else (digits,)
    for scale, word in _SCALES[direction]:
        if value >= scale and (value / scale * 100) % 1 == 0 and not re.fullmatch(
            r"\d{1,3}(?:[.,]\d{3})+", number.text
        ):  # fmt: skip
            return (f"{_written(value / scale, direction)} {word}",)
    text = _written(value, direction, grouped=not re.fullmatch(r"\d{4}", number.text))
    if number.kind is NumberKind.PERCENT:
        return (f"{text}%", f"{text} percent") if direction is Direction.VI_EN else (f"{text}%",)
    return (text,)


_FIGURES = {
    Direction.VI_EN: re.compile(
        # 450,000 is how English writes it, also where a Vietnamese text does
        r"(?<![\d.,/-])(?!(?!0)\d{1,3}(?:,\d{3})+(?![\d,.]))"
        r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\d.,/-]*\d)"
    ),
    Direction.EN_VI: re.compile(
        r"(?<![\d.,/-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\d.,/-]*\d)"
    ),
}


def swap_figures(text: str, direction: Direction, only: Container[str] | None = None) -> str:
    """``text`` with figures of the source language written as the target writes them.

    What could be a figure of the target language as it stands (``1.234`` into Vietnamese) is left,
    as are codes, dates and addresses. With ``only``, no figures but these are touched.
    """
    return _FIGURES[direction].sub(
        lambda match: match[0].translate(_SWAP) if only is None or match[0] in only else match[0],
        text,
    )


def write_date(date: PartialDate, direction: Direction) -> tuple[str, ...]:
    """How a date of the source is written in the target; empty for the unknown one."""
    if not date.known:
        return ()
    if direction is Direction.EN_VI:
        numbers = [str(part) for part in (date.day, date.month, date.year) if part is not None]
        return ("/".join(numbers),)
    month = MONTHS[date.month - 1] if date.month else ""
    if date.day:
        day = f"{month} {date.day}"
        return (f"{day}, {date.year}", day) if date.year else (day,)
    return (" ".join(part for part in (month, str(date.year or "")) if part),)


def _written(value: Decimal, direction: Direction, *, grouped: bool = True) -> str:
    plain = value.normalize()
    text = f"{plain:,f}" if grouped else f"{plain:f}"
    return text if direction is Direction.VI_EN else text.translate(_SWAP)


def ordinal(number: int) -> str:
    """``31`` → ``31st``."""
    return f"{number}{_ordinal_ending(number)}"


def _ordinal_ending(number: int) -> str:
    if 10 < number % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
