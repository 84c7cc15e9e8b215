"""Numbers written in words: "hai mươi lăm", "một trăm triệu", "twenty-five", "thirteenth"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_VI_UNITS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_VI_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_VI_ANY = (
    r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|vạn|triệu"
    r"|tỷ|tỉ|linh|lẻ)"
)
_VI_RUN = re.compile(
    rf"(?<!\w)(?<!\d\s)((?:lần\s)?thứ\s)?({_VI_ANY}(?:\s{_VI_ANY})*)(?!\w)", re.IGNORECASE
)
_WEEKDAY_BEFORE = re.compile(
    r"(?:rạng sáng|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|vào|cuối|đầu|,)\s\Z", re.IGNORECASE
)
_WEEKDAY_AFTER = re.compile(
    r"(?:\s(?:tuần|ngày|này|tới|vừa|hàng|hằng)(?!\w)|\s?\(|,\s(?:ngày|thứ))"
)
_VI_ORDINAL_ONLY = {"nhất": 1, "nhì": 2, "tư": 4}
_VI_FIRST = re.compile(
    r"(?<!\w)(?:lần\s)?thứ\s(nhất|nhì|tư)(?!\w)|(?<!\w)(lần đầu tiên)(?!\w)", re.IGNORECASE
)
# What a bare "năm" (five, but mostly year) counts.
_VI_COUNTED = re.compile(
    r"\s(?:nước|nhiệm vụ|người|quốc gia|nội dung|nhóm|bài|cơ quan|bộ|tỉnh|đại biểu|thành viên|phiên"
    r"|lĩnh vực|trụ cột|điểm|yêu cầu|giải pháp|ngày|tháng|tuần|năm|lần|chiếc|ông|bà|đoàn|dự án"
    r"|văn kiện|thỏa thuận|thoả thuận|biện pháp|vấn đề|mục tiêu|nguyên tắc|bên|đảng|hội nghị"
    r"|công ty|tổ chức|địa phương|thành phố|quan điểm|chữ|mặt|cấp|giờ|phút|đề án|chương trình"
    r"|phương hướng|châu|lý do|kỳ|ủy viên|uỷ viên|nhà|tác phẩm|trường|đối tác|trọng tâm|kết quả"
    r"|định hướng|khu vực|chuyên gia|văn bản|hiệp định|học giả|đại sứ|chuyến|đợt|bài học|xu hướng)"
    r"(?!\w)"
)
_VI_YEARS_BEFORE = re.compile(
    r"(?:trong|mỗi|hằng|hàng|từng|nhiều|các|những|đầu|cuối|giữa|cả|\d)\s\Z", re.IGNORECASE
)
_ONE_OF = re.compile(r"một trong\s\Z", re.IGNORECASE)

_EN_UNITS = {
    "zero": 0, "one": 1,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_EN_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_EN_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15,
}  # fmt: skip
_EN_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_EN_VALUES = _EN_UNITS | _EN_TENS | _EN_ORDINALS
_EN_WORD = "|".join((*_EN_UNITS, *_EN_TENS, *_EN_SCALES, "hundred"))
_EN_ORDINAL = "|".join(_EN_ORDINALS)
_EN_RUN = re.compile(
    rf"(?<![\w-])(?:(?:{_EN_WORD})(?:(?:[\s-]|\sand\s)(?:{_EN_WORD}))*(?:[\s-](?:{_EN_ORDINAL}))?"
    rf"|(?:{_EN_ORDINAL}))(?!\w)",
    re.IGNORECASE,
)


def spelled_numbers(text: str, language: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield (start, end, value, whether it is an ordinal) for numbers in words, in order."""
    return _vietnamese(text) if language == "vi" else _english(text)


def _vietnamese(text: str) -> Iterator[tuple[int, int, int, bool]]:
    for match in _VI_FIRST.finditer(text):
        if match[1] == "Tư" or (match[1] == "tư" and _is_weekday(text, match)):
            continue
        first = _VI_ORDINAL_ONLY[match[1].lower()] if match[1] else 1
        yield match.start(), match.end(), first, True
    for match in _VI_RUN.finditer(text):
        ordinal = match[1] is not None
        tokens = match[2].lower().split()
        start, end = match.start(2), match.end(2)
        # A capital inside a sentence, or before another, is a name: Ba Lan, Ninh Ba, Đỗ Mười.
        if match[2][0].isupper() and not ordinal:
            inside = text[max(0, start - 20) : start].rstrip()[-1:].isalnum()
            if inside or text[end + 1 : end + 2].isupper():
                continue
        # "mười năm", "hai năm": the last word is years, not five.
        while len(tokens) > 1 and tokens[-1] == "năm" and tokens[-2] not in {"linh", "lẻ"}:
            tokens.pop()
            end = start + len(match[2][: end - start].rsplit(None, 1)[0])
        if tokens == ["năm"] and not ordinal:
            years = _VI_YEARS_BEFORE.search(text, max(0, start - 8), start)
            one_of = _ONE_OF.search(text[max(0, start - 10) : start])
            if (years and not one_of) or not _VI_COUNTED.match(text, end):
                continue
        # "đầu tư", "tư pháp": alone this word is never four
        if tokens == ["tư"] and not ordinal:
            continue
        if ordinal and _is_weekday(text, match):
            continue
        value = _vietnamese_value(tokens)
        if value is not None:
            yield (match.start() if ordinal else start), end, value, ordinal


def _is_weekday(text: str, match: re.Match[str]) -> bool:
    """Whether "thứ hai" … "thứ bảy" names a day of the week."""
    phrase = match[0]
    if phrase.lower().startswith("lần"):
        return False
    if phrase[0].islower() and phrase.split()[1][0].isupper():
        return True
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(_WEEKDAY_BEFORE.search(before) or _WEEKDAY_AFTER.match(text, match.end()))


def _vietnamese_value(tokens: list[str]) -> int | None:
    """The value of number words in sequence, ``None`` if they make no number."""
    if all(word in _VI_SCALES or word in {"trăm", "mươi", "linh", "lẻ"} for word in tokens):
        return None
    total = group = unit = 0
    for word in tokens:
        if word in _VI_UNITS:
            if unit:
                return None
            unit = _VI_UNITS[word]
        elif word == "mười":
            group, unit = group + 10, 0
        elif word == "mươi":
            group, unit = group + unit * 10, 0
        elif word == "trăm":
            group, unit = group + unit * 100, 0
        elif word in _VI_SCALES:
            total, group, unit = total + (group + unit) * _VI_SCALES[word], 0, 0
    return total + group + unit or None


def _english(text: str) -> Iterator[tuple[int, int, int, bool]]:
    for match in _EN_RUN.finditer(text):
        tokens = [word for word in re.split(r"[\s-]+", match[0].lower()) if word != "and"]
        value = _english_value(tokens)
        if value is not None:
            yield match.start(), match.end(), value, tokens[-1] in _EN_ORDINALS


def _english_value(tokens: list[str]) -> int | None:
    if tokens[0] in _EN_SCALES or tokens[0] == "hundred":
        return None
    total = group = 0
    for word in tokens:
        if word == "hundred":
            group *= 100
        elif word in _EN_SCALES:
            total, group = total + group * _EN_SCALES[word], 0
        else:
            group += _EN_VALUES[word]
    return total + group
