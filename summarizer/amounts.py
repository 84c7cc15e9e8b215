"""Amounts that are more than a number: a third, four dozen, threefold, minus 4, 5:30 p.m., Q2.

Their parts stand in a source by chance ("three" of "three bridges" for "three dozen"), so they are
compared as wholes. Each is read as a kind and a value, whatever the language writes for it, and
taken out of the text, which leaves the plain numbers to those who compare them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from summarizer.text.numbers import find_numbers

_VI_WORD = r"một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?"
_FIGURES = r"\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?|(?:\.\d{3})+(?:,\d+)?)|\d+(?:[.,]\d+)?"
_VI_COUNT = rf"{_FIGURES}|(?:{_VI_WORD})(?: mươi(?: (?:mốt|tư|lăm|{_VI_WORD}))?)?"
_EN_WORD = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-\w+)?"
)
_EN_COUNT = rf"{_FIGURES}|{_EN_WORD}"
_VI_DIGITS = {
    "không": 0, "linh": 0, "lẻ": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_EN_DIGITS = {
    "zero": 0, "oh": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
# "hai phẩy năm năm" is two and a half years, so a digit after another is no "năm".
_VI_DIGIT = "|".join(word for word in _VI_DIGITS if word not in {"năm", "một"})
_VI_REST = rf"(?:không )+(?:{'|'.join(_VI_DIGITS)})|(?:{_VI_WORD}) (?:{_VI_DIGIT})|{_VI_COUNT}"
_EN_REST = rf"(?:{'|'.join(_EN_DIGITS)})(?: (?:{'|'.join(_EN_DIGITS)}))*(?!-)|{_EN_COUNT}"
_EN_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_VI_MONTHS = {
    "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12,
}  # fmt: skip
_VI_MONTH = "|".join(sorted(_VI_MONTHS, key=len, reverse=True))
_DAY_AND_MONTH = re.compile(
    rf"(?P<before>\b(?:ngày|mùng|mồng) )(?P<day>{_VI_MONTH}|một)(?P<between> tháng )"
    rf"(?P<month>\d\d?|{_VI_MONTH})(?!\w)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"(?P<before>(?<!\w)tháng )(?P<month>(?!năm){_VI_MONTH})(?!\w)"
    r"(?! (?:ngày|tháng|lần|giờ|mươi))",
    re.IGNORECASE,
)
_QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip

_NOON = 12
_MORNING = 6
"""From this hour on "at night" is that of the evening, and "trưa" is before noon."""

Value = Fraction | tuple[int, int] | str
"""What an amount is worth: a number, an hour with its minutes, or the words that say it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount where a text has it.

    Attributes:
        kind: ``part``, ``times``, ``negative``, ``quarter``, ``clock``, ``words``, or ``number``
            for what a plain number says as well.
        value: what it is worth.
        text: what stands there.
    """

    kind: str
    value: Value
    text: str

    @property
    def plain(self) -> Decimal | None:
        """The plain number that says the same: "bốn chục" is 40, and 17h30 is told as 17, too."""
        if isinstance(self.value, tuple):
            return Decimal(self.value[0])
        if self.kind != "number" or isinstance(self.value, str):
            return None
        return Decimal(self.value.numerator) / Decimal(self.value.denominator)


Reader = Callable[[re.Match[str]], Value | None]


def take_amounts(text: str, language: str) -> tuple[str, list[Amount]]:
    """The text with its amounts blanked, and the amounts."""
    found: list[Amount] = []
    for kind, pattern, read in _patterns("en" if language == "en" else "vi"):

        def take(match: re.Match[str], kind: str = kind, read: Reader = read) -> str:
            value = read(match)
            if value is None:
                return match[0]
            found.append(Amount(kind, value, match[0].strip()))
            return " " * (match.end() - match.start())

        text = pattern.sub(take, text)
    return text, found


def with_figures(text: str, language: str) -> str:
    """The text with Vietnamese days and months in figures: "ngày năm tháng tám" is 5 and 8."""
    if language == "en":
        return text
    months = _VI_MONTHS | {"một": 1}

    def figures(match: re.Match[str]) -> str:
        told = match.groupdict()
        day = f"{months[told['day'].lower()]}{told['between']}" if "day" in told else ""
        month = months.get(told["month"].lower(), told["month"])
        return f"{told['before']}{day}{month}"

    return _MONTH.sub(figures, _DAY_AND_MONTH.sub(figures, text))


def _count(words: str, language: str) -> Fraction | None:
    numbers = find_numbers(words, language)
    return Fraction(numbers[0].value) if len(numbers) == 1 else None


def _vi(words: str) -> Fraction | None:
    # "tư" and "mốt" alone are no numbers to whoever reads running text
    words = {"tư": "bốn", "mốt": "một", "năm": "5"}.get(words.lower(), words)
    return _count(words, "vi")


def _en(words: str) -> Fraction | None:
    return Fraction(1) if words.lower() in {"a", "an"} else _count(words, "en")


def _scaled(read: Callable[[str], Fraction | None], scale: int) -> Reader:
    def value(match: re.Match[str]) -> Value | None:
        count = read(match["count"])
        return None if count is None else count * scale

    return value


def _ratio(read: Callable[[str], Fraction | None]) -> Reader:
    def value(match: re.Match[str]) -> Value | None:
        part, whole = read(match["part"]), read(match["whole"])
        return part / whole if part and whole and part < whole else None

    return value


def _en_part(match: re.Match[str]) -> Value | None:
    part = _en(match["part"])
    return part / _EN_PARTS[match["whole"].lower().removesuffix("s")] if part else None


def _clock(match: re.Match[str]) -> Value | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    told = re.sub(r"[\s.]", "", (match.groupdict().get("half") or "").lower())
    hour = _hour(hour, told)
    return (hour, minute) if hour < 24 and minute < 60 else None


def _hour(hour: int, half: str) -> int:
    """The hour of the day: 12 a.m. is 0 and 12 p.m. 12, "11 giờ trưa" 11 and "1 giờ trưa" 13."""
    if half in {"am", "sáng", "inthemorning"}:
        return 0 if hour == _NOON else hour
    if half == "trưa":
        return hour + 12 if hour < _MORNING else hour
    if half in {"đêm", "khuya", "atnight"}:
        return 0 if hour == _NOON else hour + 12 if _MORNING <= hour < _NOON else hour
    return hour + 12 if half and hour < _NOON else hour


def _quarter(match: re.Match[str]) -> Value | None:
    told = match["nth"].lower()
    return Fraction(_QUARTERS.get(told) or int(told))


def _decimal(read: Callable[[str], Fraction | None], digits: Mapping[str, int]) -> Reader:
    """Reads "two point zero five" and "2 phẩy 05": the digits behind the point stand for
    themselves, zeros too.
    """

    def value(match: re.Match[str]) -> Value | None:
        whole, told = read(match["whole"]), match["rest"].lower()
        if whole is None or whole.denominator != 1:
            return None
        if told.isdigit():
            rest = told
        elif all(word in digits for word in told.split()):
            rest = "".join(str(digits[word]) for word in told.split())
        else:
            count = read(told)
            if count is None or count.denominator != 1 or not told[0].isalpha():
                return None
            rest = str(int(count))
        return Fraction(Decimal(f"{int(whole)}.{rest}"))

    return value


def _contracted(match: re.Match[str]) -> Value | None:
    tens, unit = _vi(match["tens"]), {"mốt": 1, "tư": 4, "lăm": 5}[match["unit"].lower()]
    return None if tens is None else tens * 10 + unit


def _words(match: re.Match[str]) -> Value | None:
    return match[0].lower().strip()


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    return tuple(
        (kind, re.compile(rf"(?<!\w)(?<!\d[.,])(?:{pattern})(?!\w)", re.IGNORECASE), read)
        for kind, pattern, read in (_ENGLISH if language == "en" else _VIETNAMESE)
    )


_VI_CLOCK = (
    r"(?P<hour>\d\d?) ?(?:h|g|giờ|:) ?(?P<minute>\d\d)(?: ?phút)?"
    r"(?P<half> (?:sáng|trưa|chiều|tối|đêm|khuya))?"
)
_NEGATIVE = rf"(?<!\d )(?<![\d)])[-−](?P<count>{_FIGURES})(?= ?(?:%|độ|phần|điểm|per|degree|°))"
_VI_VAGUE = (
    r"(?:vài|mấy|cả|hàng|hằng|chừng) (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|tá)"
    r"(?: (?:nghìn|ngàn|triệu|tỷ|tỉ))?"
)
# "một năm sau" is another time than "năm sau".
_VI_WHEN = (
    r"hôm qua|hôm nay|hôm kia|ngày mai|ngày kia|(?:sáng|chiều|tối|đêm|trưa) (?:qua|mai)"
    r"|(?<!\d )(?<!một )(?<!hai )(?<!ba )(?<!vài )(?<!nhiều )(?:tuần|tháng|năm|quý)"
    r" (?:trước|ngoái|tới|sau|vừa rồi)(?! (?:đó|khi|ngày|thời))"
)
_VI_OF = r"số|tổng|dân|diện|các|quãng|thời gian|cử tri|người|lượng|sản lượng|phiếu|ghế|thành viên"
_VIETNAMESE: tuple[tuple[str, str, Reader], ...] = (
    ("words", _VI_VAGUE, _words),
    ("words", _VI_WHEN, _words),
    ("number", rf"(?P<whole>{_VI_COUNT}) phẩy (?P<rest>{_VI_REST})", _decimal(_vi, _VI_DIGITS)),
    ("part", rf"(?P<part>{_VI_COUNT}) phần (?P<whole>{_VI_COUNT})", _ratio(_vi)),
    ("part", rf"(?P<part>\d)/(?P<whole>\d\d?)(?= (?:{_VI_OF}))", _ratio(_vi)),
    ("number", rf"(?P<count>{_VI_COUNT}) chục", _scaled(_vi, 10)),
    ("number", rf"(?P<count>{_VI_COUNT}) tá", _scaled(_vi, 12)),
    ("number", r"(?P<tens>hai|ba|bốn|năm|sáu|bảy|tám|chín) (?P<unit>mốt|lăm)", _contracted),
    ("times", rf"gấp (?:khoảng |gần |hơn )?(?P<count>{_VI_COUNT})(?: lần)?", _scaled(_vi, 1)),
    ("times", rf"(?<=tăng )(?P<count>{_VI_COUNT}) lần", _scaled(_vi, 1)),
    ("negative", rf"âm (?P<count>{_FIGURES})", _scaled(_vi, 1)),
    ("quarter", r"quý (?P<nth>I{1,3}|IV|[1-4]|một|hai|ba|tư|bốn)", _quarter),
    ("clock", _VI_CLOCK, _clock),
)
_EN_WHEN = (
    r"today|yesterday|tomorrow|tonight|noon|midnight"
    r"|(?:last|this|next) (?:week|month|year|quarter|night)"
)
_EN_VAGUE = r"scores of|a couple of|a pair of|(?:several|a few) (?:hundred|thousand|dozen)"
_EN_PART = (
    rf"(?P<part>an?|{_EN_COUNT})[ -](?P<whole>(?:third|quarter|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth)s?)(?= of)"
)
_EN_HALF = r"\s?[ap]\.?\s?m\.?|\s(?:in the (?:morning|afternoon|evening)|at night)"
_EN_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_ENGLISH: tuple[tuple[str, str, Reader], ...] = (
    ("words", _EN_WHEN, _words),
    ("words", _EN_VAGUE, _words),
    ("number", rf"(?P<whole>{_EN_COUNT}) point (?P<rest>{_EN_REST})", _decimal(_en, _EN_DIGITS)),
    ("quarter", r"(?P<nth>first|second|third|fourth) quarter", _quarter),
    ("quarter", r"Q(?P<nth>[1-4])", _quarter),
    ("part", _EN_PART, _en_part),
    ("part", r"(?P<part>\d)/(?P<whole>\d\d?)(?= of)", _ratio(_en)),
    ("number", rf"(?P<count>an?|{_EN_COUNT}) dozen", _scaled(_en, 12)),
    *(
        ("number", rf"(?P<count>an?) {word}", _scaled(_en, scale))
        for word, scale in _EN_SCALES.items()
    ),
    ("times", rf"(?P<count>{_EN_COUNT})-?fold", _scaled(_en, 1)),
    (
        "times",
        rf"(?P<count>{_EN_COUNT}) times (?=as|more|higher|larger|bigger|the)",
        _scaled(_en, 1),
    ),
    ("negative", rf"(?:minus|negative) (?P<count>{_FIGURES})", _scaled(_en, 1)),
    ("clock", rf"(?P<hour>\d\d?):(?P<minute>\d\d)(?P<half>{_EN_HALF})?", _clock),
    ("clock", r"(?P<hour>\d\d?)\.(?P<minute>\d\d)(?P<half>\s?[ap]\.?\s?m\.?)", _clock),
)
_SIGNED = re.compile(_NEGATIVE)


def negatives(text: str, language: str) -> Iterator[Amount]:
    """Numbers with a minus that is no dash between two: "-4%"."""
    for match in _SIGNED.finditer(text):
        if count := _count(match["count"], language):
            yield Amount("negative", count, match[0])
