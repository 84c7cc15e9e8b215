"""Words with a time before or after them: "UNCLOS tháng 9 năm 2021", "ASEAN since 2020".

Names and set phrases hold what may be times as well: "APEC 2017", "lần thứ hai" (Monday), "kỷ niệm
20 năm", "Hải Nam" (without marks, two years), "Chỉ thị 8/2018", "tầm nhìn đến năm 2030". Only what
is hardly anything else is taken for a time here, and only one that has begun; what stands in double
quotes is always words.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bot.briefings.periods import Period, asked_period, cuts
from summarizer.text.folding import fold

BETWEEN: Final = " ,;:\uff1a()[]–—-"
"""What may stand between words and a time, or around one of them."""
_BARE: Final = re.compile(
    r"\d{1,4}|(?:trong\s+)?\d{1,3}\s*(?:day|week|month|year|ngay|tuan|thang|nam)s?"
)
"""Numbers alone ("COVID 19", "APEC 2017"), and how long something has lasted."""
_MONTH: Final = re.compile(
    r"january|february|april|june|july|august|september|october|november|december"
)
"""Months of which the name alone is enough: "March" and "May" are other things, too."""
_TELLING: Final = re.compile(
    r"\b(?:qua|nay|truoc|ngoai|roi|gan day|last|past|previous|this|ago|since|before|after|until"
    r"|early|late|mid|dau|giua|cuoi|quy|in|during|thang|today|yesterday|recently|lately|hom)\b"
)
"""Folded words of which a time without a number has one."""
_TO_COME: Final = re.compile(r"\b(?:toi|sau|next|coming)\b")
"""Those of one that lies ahead."""
_NUMBERED: Final = re.compile(
    r"(?:\b(?:so|no|number|article|dieu|bai|nghi quyet|resolution|chi thi|directive|quyet dinh"
    r"|decision|nghi dinh|decree|thong tu|circular|ket luan|conclusion|luat|law))\.?$"
)
"""What a number follows that is no date."""


def words_in_time(text: str, today: date, *, ahead: bool = False) -> tuple[str, Period | None]:
    """The words of a text without the time that they begin or end with, and that time; a text that
    has none, or is nothing else, as it is. With ``ahead`` the time may lie ahead.
    """
    for time, rest in cuts(text):
        words = " ".join(rest).strip(BETWEEN)
        said = " ".join(time).strip(BETWEEN)
        if not words or '"' in said or not _is_time(said, ahead) or _is_number(words, said):
            continue
        period = asked_period(said, today, whole=ahead)
        if period is not None and (ahead or period.first <= today):
            return words, period
    return text, None


def _is_number(words: str, said: str) -> bool:
    """Whether what may be a time is a number that belongs to the words before it."""
    before = fold(words)
    ordinal = before.endswith(" lan") and fold(said).startswith("thu ")  # "lần thứ 6"
    return ordinal or _NUMBERED.search(before) is not None


def _is_time(said: str, ahead: bool) -> bool:
    plain = " ".join(fold(said).split())
    if any(char.isdigit() for char in plain):
        return _BARE.fullmatch(plain) is None
    telling = _TELLING.search(plain) or (ahead and _TO_COME.search(plain))
    return bool(_MONTH.fullmatch(plain) or telling)
