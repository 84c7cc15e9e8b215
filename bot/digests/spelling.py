"""The ways in which readers write times and days, in either language, made one.

``7 giờ 30 sáng`` · ``thứ hai đến thứ sáu`` · ``thứ 2, 4, 6`` · ``mỗi tối 7h`` · ``7 p.m.`` become
``7h30sang`` · ``t2-t6`` · ``t2,t4,t6`` · ``7htoi`` · ``7pm``. What is none of these stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from summarizer.text.folding import fold

_DAY_NUMBERS: Final = {"hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7}
_PARTS: Final = {
    "morning": "am", "mornings": "am", "a.m.": "am", "a.m": "am",
    "afternoon": "pm", "evening": "pm", "evenings": "pm", "p.m.": "pm", "p.m": "pm",
}  # fmt: skip
_DAY: Final = (
    r"(?:hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay|[2-7](?![\d:.]|h(?!\w)|h\d|\s*(?:am|pm|giờ|gio)\b))"
    r"(?!\w)"
)
_BETWEEN: Final = r"(?:,|-|và\b|va\b|đến\b|den\b|tới\b|and\b|to\b)"
_DAYS: Final = re.compile(
    rf"\b(?:(?:thứ|thu)\s*|t(?=[2-7])){_DAY}(?:\s*{_BETWEEN}\s*(?:(?:thứ|thu)\s*|t(?=[2-7]))?{_DAY})*",
    re.IGNORECASE,
)
_NAMED: Final = r"(?:t[2-7]\b|cn\b|mon|tue|wed|thu|fri|sat|sun)"
_SPAN: Final = re.compile(
    rf"(?<=\w)\s+(?:đến|den|tới|toi|to|through)\s+(?={_NAMED})", re.IGNORECASE
)
_HOUR: Final = re.compile(
    r"(?<![\d:.])(\d{1,2})\s*(?:giờ|gio|g|h)(?:\s*(\d{2})(?![\d:/.-])(?:\s*(?:phút|phut)\b)?"
    r"|\s*(rưỡi|ruoi)\b|(?!\w))",
    re.IGNORECASE,
)
_CLOCK: Final = r"(?<![\d:./+-])(\d{1,2}(?:[:h.]\d{0,2})?)"
_PART: Final = (
    r"(am|pm|[ap]\.m\.?|mornings?|afternoon|evenings?"
    r"|sáng|sang|trưa|trua|chiều|chieu|tối|toi|đêm|dem)(?!\w)"
)
_AFTER: Final = re.compile(rf"{_CLOCK}\s*(?:in the\s+)?{_PART}", re.IGNORECASE)
_BEFORE: Final = re.compile(rf"\b{_PART}\s+(?:lúc\s+|luc\s+|at\s+)?{_CLOCK}(?!\w)", re.IGNORECASE)


def plain(text: str) -> str:
    """A wish with its times and days in their shortest form."""
    text = "".join(
        letter
        for letter in unicodedata.normalize("NFKC", text)
        if unicodedata.category(letter) != "Cf"  # marks of direction, joiners
    )
    text = re.sub(r"\s*[–—]\s*|\s+-\s+", "-", text)
    text = re.sub(r"\b(?:chủ nhật|chu nhat)\b", "cn", text, flags=re.IGNORECASE)
    text = re.sub(r"\bngày làm việc\b|\bngay lam viec\b", "ngaythuong", text, flags=re.IGNORECASE)
    text = _DAYS.sub(lambda found: _days(found[0]), text)
    text = _SPAN.sub("-", text)
    text = _HOUR.sub(lambda found: f"{found[1]}h{found[2] or ('30' if found[3] else '')}", text)
    text = _AFTER.sub(lambda found: f"{found[1]}{_part(found[2])}", text)
    text = _BEFORE.sub(lambda found: f"{found[2]}{_part(found[1])}", text)
    return re.sub(r"\s*,\s*", ",", text)


def _days(text: str) -> str:
    """``thứ hai, tư đến sáu`` as ``t2,t4-t6``."""
    written = ""
    for word in re.findall(r"[^\W\d]+|\d|[,-]", text):
        folded = fold(word)
        if folded in _DAY_NUMBERS:
            written += f"t{_DAY_NUMBERS[folded]}"
        elif folded.isdigit():
            written += f"t{folded}"
        elif folded in {"-", "den", "toi", "to"}:
            written += "-"
        elif folded in {",", "va", "and"}:
            written += ","
    return written


def _part(word: str) -> str:
    folded = fold(word)
    return _PARTS.get(word.lower(), _PARTS.get(folded, folded))
