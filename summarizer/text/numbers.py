"""Numbers in running text, with the value they stand for in either language.

The value is what makes "1.234,5" and "1,234.5", "35 triệu" and "35 million", "lần thứ XIII" and
"13th" the same number; translations and summaries are checked against their sources with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from summarizer.text.dates import find_dates
from summarizer.text.number_words import spelled_numbers


class NumberKind(StrEnum):
    """What a number does in its sentence."""

    CARDINAL = "cardinal"
    PERCENT = "percent"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Number:
    """A number where a text has it.

    Attributes:
        start: offset of the first character.
        end: offset after the last character, magnitude word or percent sign included.
        text: what stands there.
        value: what it is worth; a percentage as written (``5`` for "5%"), an hour on the clock of
            24 ("8 p.m.", "8 giờ tối" and "20 giờ" are all 20).
        kind: cardinal, percent or ordinal.
        spelled: written in words ("bảy", "seven"); "một"/"one" and their like are often mere
            articles or pronouns, so a check may pass over spelled numbers of value 1.
        in_date: part of a date (:func:`summarizer.text.dates.find_dates`); a month may be a name
            in the other language, so dates are better compared as dates.
    """

    start: int
    end: int
    text: str
    value: Decimal
    kind: NumberKind = NumberKind.CARDINAL
    spelled: bool = False
    in_date: bool = False


_FIGURES = re.compile(
    # not within a word, but after the code of a currency and the h or g of a time (6h45)
    r"(?:(?<![\w])(?<!\d[.,])|(?<=VND)|(?<=VNĐ)|(?<=USD)|(?<=EUR)|(?<=US\$)|(?<=JPY)|(?<=CNY)"
    r"|(?<=GBP)|(?<=AUD)|(?<=NDT)|(?<=\d[hg]))\d+(?:[.,]\d+)*"
)
_GROUPED = {
    "vi": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
}
_SCALES = {
    "vi": {
        "triệu tỷ": 10**15, "triệu tỉ": 10**15, "nghìn tỷ": 10**12, "nghìn tỉ": 10**12,
        "ngàn tỷ": 10**12, "ngàn tỉ": 10**12, "trăm triệu": 10**8, "chục triệu": 10**7,
        "trăm nghìn": 10**5, "chục nghìn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
        "nghìn": 1000, "ngàn": 1000, "vạn": 10**4, "trăm": 100,
    },
    "en": {
        "quadrillion": 10**15, "trillion": 10**12, "billion": 10**9, "bln": 10**9, "bn": 10**9,
        "million": 10**6, "mln": 10**6, "mn": 10**6, "thousand": 1000, "hundred": 100,
        "m": 10**6, "b": 10**9, "k": 1000,
    },
}  # fmt: skip
_SCALE = {
    # longest first; "tỷ lệ", "triệu tập" and the like are other words
    "vi": re.compile(
        rf"\s?({'|'.join(_SCALES['vi'])})(?!\w)(?!\s(?:tập|hồi|lệ|giá|trọng|phú|số|suất))"
    ),
    "en": re.compile(rf"(?:[\s-]?({'|'.join(list(_SCALES['en'])[:-3])})|(m|b|k))(?!\w)"),
}
_PERCENT = {
    "vi": re.compile(r"\s?%|\sphần trăm(?!\w)"),
    "en": re.compile(r"\s?%|[\s-](?:percent|per cent|pct)(?!\w)|\spercentage points?(?!\w)"),
}
_RANGE_BETWEEN = {
    "vi": re.compile(r"\s?[-–]\s?|\s(?:đến|tới)\s"),
    "en": re.compile(r"\s?[-–]\s?|\s(?:to|and)\s"),
}
_AFTERNOON = {
    "vi": re.compile(r"\s?(?:giờ|h|g)(?:\s?\d{1,2}(?:\s?(?:phút|'))?)?\s(?:chiều|tối)(?!\w)"),
    "en": re.compile(r"(?:[:.]\d{2})?\s?p\.?\s?m\b", re.IGNORECASE),
}
_ORDINAL_BEFORE = re.compile(r"(?:lần\s)?thứ\s\Z|\bkh[oó][áa]\s\Z|\bquý\s\Z", re.IGNORECASE)
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th)(?!\w)")
_ROMAN = re.compile(r"(?<![\w.])(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w])")
_ROMAN_CUE = re.compile(
    r"(?:thứ|khóa|khoá|quý|cấp|hạng|kỷ|hội|đảng|khu|vùng|loại|phần|chương|congress|party|war|part"
    r"|chapter|class|quarter|session|tenure)\s\Z",
    re.IGNORECASE,
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def find_numbers(text: str, language: str = "vi") -> list[Number]:
    """Find the numbers of a text, in order, without overlaps.

    Figures are read by the habit of ``language`` ("vi": 1.234,5, else 1,234.5) as far as their
    shape allows: "4.5" is a decimal in both. "6-8 triệu" and "6-8 million" are 6 and 8 million.
    Figures that follow a letter (G7, H5N1) are parts of names, not numbers; those after a hyphen
    (COVID-19) are numbers.
    """
    key = "vi" if language == "vi" else "en"
    found = [*_figures(text, key), *_romans(text), *_spelled(text, key)]
    found.sort(key=lambda number: (number.start, -number.end))
    dated = bytearray(len(text))
    for mention in find_dates(text, key):
        dated[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    numbers: list[Number] = []
    reached = 0
    for number in found:
        if number.start < reached:
            continue
        reached = number.end
        if dated[number.start]:
            number = replace(number, in_date=True)  # noqa: PLW2901 - the same number, better known
        numbers.append(number)
    return numbers


def _figures(text: str, key: str) -> Iterator[Number]:
    matches = list(_FIGURES.finditer(text))
    reached = 0
    for index, match in enumerate(matches):
        if match.start() < reached:
            continue
        value = _value(match[0], key)
        scale, end = _scale_after(text, match.end(), key)
        kind = NumberKind.CARDINAL
        if scale == 1 and value < 12 and _AFTERNOON[key].match(text, match.end()):
            value += 12
        elif scale == 1:
            scale = _scale_of_range(text, matches, index, value, key)
        else:
            # 1 tỷ 200 triệu is one number
            value, scale, end = _descending(text, value * scale, scale, end, key)
        if ordinal := _ORDINAL_AFTER.match(text, match.end()) if key == "en" else None:
            kind, end = NumberKind.ORDINAL, ordinal.end()
        elif _ORDINAL_BEFORE.search(text, max(0, match.start() - 8), match.start()):
            kind = NumberKind.ORDINAL
        elif percent := _PERCENT[key].match(text, end):
            kind, end = NumberKind.PERCENT, percent.end()
        reached = end
        yield Number(match.start(), end, text[match.start() : end], value * scale, kind)


def _descending(
    text: str, value: Decimal, scale: int, end: int, key: str
) -> tuple[Decimal, int, int]:
    """Add the smaller magnitudes that follow directly: (value, 1, new end)."""
    while scale > 1:
        step = re.compile(r"\s(\d{1,3})(?=\s)").match(text, end)
        if step is None:
            break
        smaller, after = _scale_after(text, step.end(), key)
        if not 1 < smaller < scale:
            break
        value, scale, end = value + int(step[1]) * smaller, smaller, after
    return value, 1, end


def _scale_after(text: str, end: int, key: str) -> tuple[int, int]:
    match = _SCALE[key].match(text, end)
    if match is None:
        return 1, end
    return _SCALES[key][match[1] or match[2]] if key == "en" else _SCALES[key][
        match[1]
    ], match.end()


def _scale_of_range(
    text: str, matches: list[re.Match[str]], index: int, value: Decimal, key: str
) -> int:
    """The magnitude that a lower bound borrows from its upper one: 6-8 triệu."""
    if index + 1 >= len(matches):
        return 1
    here, following = matches[index], matches[index + 1]
    between = _RANGE_BETWEEN[key].match(text, here.end())
    if between is None or between.end() != following.start():
        return 1
    if value >= _value(following[0], key):
        return 1
    return _scale_after(text, following.end(), key)[0]


def _value(figures: str, key: str) -> Decimal:
    """The value of figures with separators, by the habit of the language where shape allows."""
    thousands, decimal = (".", ",") if key == "vi" else (",", ".")
    if _GROUPED[key].fullmatch(figures) and not figures.startswith("0"):
        return Decimal(figures.replace(thousands, "").replace(decimal, "."))
    separators = [letter for letter in figures if not letter.isdigit()]
    if not separators:
        return Decimal(figures)
    if len(separators) == 1:
        return Decimal(figures.replace(",", "."))
    last = separators[-1]
    if separators.count(last) > 1:
        # 1,234,567 in a Vietnamese text; also 14.12.2021, whose value nobody compares
        return Decimal(figures.replace(",", "").replace(".", ""))
    whole, _, rest = figures.rpartition(last)
    return Decimal(f"{whole.replace(',', '').replace('.', '')}.{rest}")


def _romans(text: str) -> Iterator[Number]:
    for match in _ROMAN.finditer(text):
        if not match[0]:
            continue
        cue = _ROMAN_CUE.search(text, max(0, match.start() - 12), match.start())
        following = re.compile(r"\s(\w+)").match(text, match.end())
        shouted = following is not None and following[1].isupper() and len(following[1]) > 1
        if cue is None and (len(match[0]) == 1 or shouted):
            continue
        value = Decimal(_roman_value(match[0]))
        yield Number(match.start(), match.end(), match[0], value, NumberKind.ORDINAL)


def _roman_value(roman: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in roman]
    return sum(
        -value if value < max(values[position + 1 :], default=0) else value
        for position, value in enumerate(values)
    )


def _spelled(text: str, key: str) -> Iterator[Number]:
    for start, end, value, ordinal in spelled_numbers(text, key):
        kind = NumberKind.ORDINAL if ordinal else NumberKind.CARDINAL
        percent = None if ordinal else _PERCENT[key].match(text, end)
        if percent:
            kind, end = NumberKind.PERCENT, percent.end()  # noqa: PLW2901 - takes the sign in
        yield Number(start, end, text[start:end], Decimal(value), kind, spelled=True)
