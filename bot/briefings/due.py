"""Tasks by when they are due: "due before 15/12", "đến hạn tháng 12", "overdue", "sắp đến hạn".

A time that is asked for in this way is that of the deadline, not that of the article; it may well
lie ahead. A deadline of which only the month or year is known is over with that, and one without a
year has no place in time: it is shown only where no time is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.briefings import rows
from bot.briefings.ahead import asked_ahead
from bot.briefings.cards import Bilingual
from bot.briefings.dated import title
from bot.briefings.periods import LONGEST, Period
from bot.texts import LANGUAGES, N_
from summarizer.text.folding import fold

_NAME: Final = N_("due")
_SIDES: Final = {"overdue": N_("overdue"), "ahead": N_("due soon")}
"""What may be asked for of all deadlines: those that are over, and those that lie ahead."""
_MATTER: Final = (
    r"(?:(?:the|all|any|which|what|are there|is there|is|are|co|cac|nhung|tat ca|danh sach)\s+)*"
    r"(?:(?:tasks?|deadlines?|anything|what(?:'s)?|nhiem vu|viec|gi)\s+(?:(?:nao|gi)\s+)?)?"
)
_OVERDUE: Final = re.compile(
    rf"(?:{_MATTER})?(?:(?:that|which|is|are|were|da|bi|dang|co)\s+)*"
    r"(?:overdue|past (?:due|(?:the|their) deadlines?)|late|(?:bi )?qua (?:han|thoi han)|tre han"
    r"|het han|cham (?:han|tien do))(?:\s+(?:tasks?|deadlines?|now|roi))?"
)
_AHEAD: Final = re.compile(
    rf"(?:{_MATTER})?(?:(?:that|which|is|are|co|dang)\s+)*"
    r"(?:(?:upcoming|coming|next|future|approaching)\s+(?:deadlines?|due dates?)"
    r"|(?:coming due|due (?:soon|next|shortly)|coming up|sap (?:den|toi|het) han|gan den han"
    r"|(?:han|thoi han|han chot) sap toi)(?:\s+tasks?)?)"
)
_ASKED: Final = re.compile(
    r"(?:(?:what(?:'s)?|which|anything|(?:nhung |cac )?viec(?: nao| gi)?|(?:co )?gi)\s+"
    r"(?=\S.*\s\S))?"
    r"(?:(?:that|which)\s+)?(?:(?:are|is|were|was|fall(?:s|ing)?|come(?:s)?|coming|with|have|having"
    r"|having a|with a|cac|nhung|co|phai|sap|da)\s+)*"
    r"(?:due(?:\s+dates?)?|deadlines?|den han|toi han|han chot|thoi han|han hoan thanh|han|"
    r"(?:can|phai)?\s*hoan thanh(?=\s+(?:truoc|den|trong|vao|cham nhat|tu nay)))"
    r"(?:\s+(?:is|are|la|vao|trong|o|on|in|at))*(?:\s*:)?(?:\s+(?P<time>\S.*))?"
)
_LATEST: Final = re.compile(r"(?:cham nhat(?: la| vao)?|muon nhat(?: la| vao)?|at the latest)\s+")
_PACKED: Final = re.compile(r"d(\d{8}-\d{8})")


@dataclass(frozen=True, slots=True)
class Due:
    """What is asked for of deadlines: those of a period, or with ``None`` all that are known; or
    those on a ``side`` of today, ``overdue`` or ``ahead``.
    """

    period: Period | None = None
    side: str = ""

    def pack(self) -> str:
        """It in a few characters, for a button."""
        if self.side:
            return self.side
        return f"d{self.period.pack()}" if self.period is not None else _NAME

    @property
    def name(self) -> Bilingual:
        """What is asked for, in words."""
        name = rows.own_words(_SIDES.get(self.side, _NAME))
        if self.period is None:
            return name
        time = title(self.period)
        vi, en = (f"{name.in_(each)} {time.in_(each)}" for each in LANGUAGES)
        return Bilingual(vi, en, machine=False)


def asked_due(text: str, today: date) -> Due | None:
    """What a text asks for of deadlines and nothing else: in words, or as a button has it."""
    text = text.strip(" .,:;()?!")
    if packed := _PACKED.fullmatch(text):
        try:
            return Due(Period.unpack(packed[1]))
        except ValueError:
            return None
    if len(text) > LONGEST:
        return None
    plain = " ".join(fold(text).split())
    for side, pattern in (("overdue", _OVERDUE), ("ahead", _AHEAD)):
        if plain == side or pattern.fullmatch(plain):
            return Due(side=side)
    asked = _ASKED.fullmatch(plain)
    if asked is None:
        return None
    if not asked["time"]:
        return Due()
    time = _LATEST.sub("until ", asked["time"])
    period = asked_ahead(time, today)
    return Due(period) if period is not None else None


def ordered(deadlines: Iterable[tuple[int, str]], due: Due, today: date) -> list[int]:
    """The tasks, given by number and deadline, that are due then: what lies ahead first, the next
    of it before the others; then what is over, the latest first; then what has no year. What is
    overdue alone begins with the earliest.
    """
    ahead: list[tuple[date, int]] = []
    over: list[tuple[date, int]] = []
    timeless: list[int] = []
    for number, text in deadlines:
        known = rows.date(text)
        if not known.known:
            continue
        if known.year is None:
            timeless.append(number)
            continue
        last = known.last_day()
        if due.period is None or due.period.first <= last <= due.period.last:
            (ahead if last >= today else over).append((last, number))
    ahead.sort()
    if due.side:
        return [number for _, number in (ahead if due.side == "ahead" else sorted(over))]
    over.sort(key=lambda each: (-each[0].toordinal(), each[1]))
    found = [number for _, number in (*ahead, *over)]
    return found if due.period is not None else [*found, *timeless]
