"""How else than as it stands a number may be written in a translation, and which ones are no
numbers at all: idioms, parts of names.
"""

from __future__ import annotations

import re

from summarizer.text.numbers import Number
from translations.engine import Direction
from translations.words.figures import MONTHS, WEEKDAYS

_WORDS_COUNT_FROM = 3
"""Numbers in words are checked from here on: below they are articles and idioms (``hai bên``)."""
_WORDS_COUNT_TO = 1000
_FRACTIONS = {
    ("1", "2"): "half", ("1", "3"): "third", ("2", "3"): "two thirds", ("1", "4"): "quarter",
    ("3", "4"): "three quarters", ("1", "5"): "fifth", ("1", "10"): "tenth",
}  # fmt: skip


_NEAR = 48
_SPELLED_VI = {
    3: ("giải ba", "hạng ba"),
    5: ("gấp năm", "tháng năm", "thứ năm"),
}
_OF_CENTURY = re.compile(
    r"(?:những\snăm|thập\s(?:niên|kỷ))\s\d0\s(?:của\s)?thế\skỷ\s(?:thứ\s)?\Z", re.IGNORECASE
)
_DECADES = {
    20: "twenties", 30: "thirties", 40: "forties", 50: "fifties", 60: "sixties",
    70: "seventies", 80: "eighties", 90: "nineties",
}  # fmt: skip


def _decade(number: Number, before: str, after: str) -> tuple[str, ...]:
    """How else a decade is written: ``những năm 80`` is the 1980s, the 1990s ``thập niên 90``."""
    if number.text.isdigit() and number.value % 10 == 0:
        value = int(number.value)
        cue = re.search(r"(?:những\snăm|thập\s(?:niên|kỷ))\s$", before, re.IGNORECASE)
        if cue and value in _DECADES:
            return (f"19{value}", f"19{value}s", f"{value}s", _DECADES[value])
        if re.match(r"['’]?s\b", after) and 1900 < value < 2000:
            return (str(value - 1900),)
    return ()


def _is_in_a_name(number: Number, before: str, after: str) -> bool:
    """Whether a number in words is part of a name: it and what follows have capitals."""
    rest = re.match(r"\s([A-Z][a-z]+)(?:\s([A-Z]))?", after)
    inside = re.search(r"[\w,]\s+\Z", before) is not None
    return number.text[0].isupper() and rest is not None and (inside or bool(rest[2]))


def accepted_forms(source: str, number: Number, direction: Direction) -> tuple[str, ...] | None:
    """Other ways of writing a number of ``source``; ``None`` where it asks nothing of the
    translation, being an idiom or part of a name.
    """
    # A line may be very long: what tells stands close by.
    before = source[max(0, number.start - _NEAR) : number.start]
    after = source[number.end : number.end + _NEAR]
    if number.spelled and not (
        _WORDS_COUNT_FROM <= number.value <= _WORDS_COUNT_TO and number.text.lower() != "tư"
    ):
        return None
    if re.search(r"[^\W\d_]-$", before):
        return None  # COVID-19
    vietnamese = direction is Direction.VI_EN
    if not vietnamese and number.spelled and _is_in_a_name(number, before, after):
        return None  # the Four Seasons
    if _OF_CENTURY.search(before):
        return None  # những năm 80 của thế kỷ 20: the 1980s
    accepted: list[str] = []
    whole = int(number.value) if number.value == int(number.value) else None
    if decade := _decade(number, before, after):
        accepted += decade
    if vietnamese and number.value == 10 and re.match(r"\snăm(?!\s\d)", after):
        accepted.append("decade")
    if vietnamese and number.value == 30 and re.search(r"giờ\s$", before):
        accepted.append("half")
    if vietnamese and re.search(r"quý\s$", before, re.IGNORECASE):
        accepted.append(f"Q{whole}")
    if not vietnamese and number.spelled:
        accepted += _SPELLED_VI.get(whole or 0, ())
    month = re.search(r"tháng\s$", before, re.IGNORECASE) or re.search(r"\d[/-]$", before)
    if vietnamese and whole is not None and month and 1 <= whole <= 12:
        accepted.append(MONTHS[whole - 1])
    if vietnamese and whole in WEEKDAYS and number.text.lower().startswith("thứ "):
        accepted.append(WEEKDAYS[whole])
    part = re.match(r"/(\d+)(?!\d)", after) or re.search(r"(?<!\d)(\d+)/$", before)
    if part and number.text.isdigit():
        pair = (number.text, part.group(1)) if part.re.pattern.startswith("/") else (
            part.group(1), number.text
        )  # fmt: skip
        if pair in _FRACTIONS:
            accepted.append(_FRACTIONS[pair])
    if vietnamese:
        accepted += {1: ("one", "first"), 2: ("both", "pair"), 10: ("dozen",)}.get(whole or 0, ())
    figures = re.match(r"\d[\d.,]*\d|\d", number.text)
    # With another magnitude than its own a figure is another number: "12.5 million" for "12,5 tỷ".
    if figures and not re.search(r"[^\W\d_]{2}", number.text):
        text = figures.group()
        accepted.append(text.translate(str.maketrans(",.", ".,")))
    return tuple(accepted)
