"""Words that ask for visits: "visits", "upcoming visits", "past visits to Japan", "thăm Lào",
"chuyến thăm Nhật Bản tháng 5".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.briefings.periods import Period, asked_period, cuts
from summarizer.facts.visits.destinations import destination_named
from summarizer.text.folding import fold

_AHEAD: Final = r"sap toi|sap dien ra|toi day|to come"
_NOW: Final = r"dang dien ra|hien nay|now|at the moment|going on|under ?way"
_PAST: Final = r"da (?:dien ra|thuc hien|qua)|truoc day|vua qua|so far|in the past|made"
_VISITS: Final = re.compile(
    r"(?:(?:show|list|see|xem|cho xem|liet ke|danh sach|me|the|all|latest|any|cac|nhung|tat ca"
    r"|(?P<ahead>upcoming|coming|next|planned|future)|(?P<now>ongoing|current)"
    r"|(?P<past>past|previous|earlier|recent)|official|state|working|friendly)\s+)*"
    r"(?:chuyen (?:vieng )?tham|chuyen cong du|tham|visits?)"
    r"(?:\s+(?:chinh thuc|cap nha nuoc|lam viec|huu nghi))*"
    rf"(?:\s+(?:(?P<ahead2>{_AHEAD})|(?P<now2>{_NOW})|(?P<past2>{_PAST})))?"
    r"(?:\s+(?:to|of|in|toi|den|sang|tai|nuoc|the))*"
    r"(?P<place>\s+\S.*?)??"
    rf"(?:\s+(?:(?P<ahead3>{_AHEAD})|(?P<now3>{_NOW})|(?P<past3>{_PAST})))?"
)
_LONGEST: Final = 80
"""Characters of a message that is looked at."""


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits to a country or body (its key; empty: to any): those to come only if ``ahead``, those
    that were made only if ``past``, those within a period only if there is one.
    """

    place: str = ""
    ahead: bool = False
    past: bool = False
    period: Period | None = None


def asked_visits(text: str, today: date) -> Visits | None:
    """The visits that words ask for and nothing else; ``None`` where something else stands there,
    so that the name of one visit remains a name.
    """
    words = " ".join(text.split()).strip(" .!?")
    if not words or len(words) > _LONGEST or len(fold(words)) != len(words):
        return None
    if (found := _without_time(words, today)) is not None:
        return found
    for time, rest in cuts(words):
        asked = _without_time(" ".join(rest).strip(" ,:;"), today) if rest else None
        if asked is None or asked.ahead or asked.period is not None:
            continue
        period = asked_period(" ".join(time).strip(" ,:;"), today, whole=True)
        if period is not None:
            return replace(asked, period=period, past=False)
    return None


def _without_time(words: str, today: date) -> Visits | None:
    plain = fold(words)
    match = _VISITS.fullmatch(plain)
    if match is None or plain == "tham":
        return None
    place = words[match.start("place") : match.end("place")].strip() if match["place"] else ""
    key = destination_named(place) if place else ""
    if key is None:
        return None
    told = {
        name
        for name in ("ahead", "now", "past")
        if any(match[part] for part in (name, f"{name}2", f"{name}3"))
    }
    return Visits(
        key,
        ahead="ahead" in told,
        past="past" in told,
        period=Period(today, today) if "now" in told else None,
    )
