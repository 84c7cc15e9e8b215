"""Three states in a row, "Trung - Nhật - Hàn", which a small model says one of twice."""

from __future__ import annotations

import re
from typing import Final

_STATES: Final = {
    "Mỹ": "US", "Hoa Kỳ": "US", "Trung": "China", "Trung Quốc": "China", "Nhật": "Japan",
    "Nhật Bản": "Japan", "Hàn": "South Korea", "Hàn Quốc": "South Korea", "Triều": "North Korea",
    "Triều Tiên": "North Korea", "Nga": "Russia", "Ấn": "India", "Ấn Độ": "India", "Anh": "UK",
    "Pháp": "France", "Đức": "Germany", "Việt": "Viet Nam", "Việt Nam": "Viet Nam", "Lào": "Laos",
    "Thái": "Thailand", "Thái Lan": "Thailand", "Úc": "Australia", "Australia": "Australia",
    "Campuchia": "Cambodia", "Iran": "Iran",
}  # fmt: skip
_STATE = "|".join(sorted(map(re.escape, _STATES), key=len, reverse=True))
_DASH = r"\s?[-–]\s?"
_IN_SOURCE = re.compile(rf"(?<!\w)({_STATE}){_DASH}({_STATE}){_DASH}({_STATE})(?!\w)")
_NAME = r"(?:(?:South|North|Viet)\s)?[A-Z][\w.]*"
_IN_TEXT = re.compile(rf"(?<![\w-]){_NAME}(?:{_DASH}{_NAME}){{2,3}}(?![\w-])")
_ALIKE = 2
"""States that a wrong triad must have right to be taken for one."""


def mend_triads(text: str, source: str) -> str:
    """English ``text`` with the triads of its source as they are."""
    for match in _IN_SOURCE.finditer(source):
        states = [_STATES[name] for name in match.groups()]
        wanted = "-".join(states)
        if wanted in text:
            continue
        found = [
            its for its in _IN_TEXT.finditer(text)
            if sum(state in its[0] for state in dict.fromkeys(states)) >= _ALIKE
        ]  # fmt: skip
        if len(found) == 1:
            text = text[: found[0].start()] + wanted + text[found[0].end() :]
    return text
