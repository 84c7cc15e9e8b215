"""Words that ask for visits: "visits", "upcoming visits", "past visits to Japan", "thăm Lào",
"chuyến thăm Nhật Bản tháng 5".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.briefings.periods import Period, asked_period, cuts
from bot.conversation.questions import without_whether
from bot.conversation.stage_words import BETWEEN, NOW, PAST, SHOWN
from summarizer.facts.visits.destinations import destination_named
from summarizer.text.folding import fold

_AHEAD: Final = r"sap toi|sap dien ra|toi day|tiep theo|to come"
_VISITS: Final = re.compile(
    rf"(?:(?:{SHOWN}|(?P<ahead>upcoming|coming|next|planned|future)|(?P<now>ongoing|current)"
    r"|(?P<past>past|previous|earlier|recent)|official|state|working|friendly)\s+)*"
    r"(?:chuyen (?:vieng )?tham|chuyen cong du|tham|visits?)"
    r"(?:\s+(?:chinh thuc|cap nha nuoc|lam viec|huu nghi))*"
    rf"(?:\s+(?:{BETWEEN}))*"
    rf"(?:\s+(?:(?P<ahead2>{_AHEAD})|(?P<now2>{NOW})|(?P<past2>{PAST})))?"
    r"(?:\s+(?:to|of|in|toi|den|sang|tai|nuoc|the))*"
    r"(?P<place>\s+\S.*?)??"
    rf"(?:\s+(?:(?P<ahead3>{_AHEAD})|(?P<now3>{NOW})|(?P<past3>{PAST})))?"
)
_WHO: Final = re.compile(
    r"(?:who(?: has| have)?(?: ever)? visited"
    r"|ai (?:da |tung |da tung )?(?:den |sang |toi )?tham)\s+"
)
"""How visitors are asked for: by the visits, which have their names."""
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
    words = without_whether(" ".join(text.split()).strip(" .!?"))
    if who := _WHO.match(fold(words)):
        words = f"past visits to {words[who.end() :]}"
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
