"""Words that ask for visits: "visits", "upcoming visits", "chuyến thăm Nhật Bản", "thăm Lào"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizer.facts.visits.destinations import destination_named
from summarizer.text.folding import fold

_VISITS: Final = re.compile(
    r"(?:(?:show|list|see|xem|cho xem|liet ke|danh sach|me|the|all|latest|any|cac|nhung|tat ca"
    r"|(?P<ahead>upcoming|coming|next|planned|future)|official|state|working|friendly)\s+)*"
    r"(?:chuyen (?:vieng )?tham|chuyen cong du|tham|visits?)"
    r"(?:\s+(?:chinh thuc|cap nha nuoc|lam viec|huu nghi))*"
    r"(?P<later>\s+(?:sap toi|sap dien ra|toi day|to come))?"
    r"(?:\s+(?:to|of|in|toi|den|sang|tai|nuoc|the))*"
    r"(?P<place>\s+\S.*?)??"
    r"(?P<last>\s+(?:sap toi|sap dien ra|toi day|to come))?"
)
_LONGEST: Final = 80
"""Characters of a message that is looked at."""


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits to a country or body (its key; empty: to any), those to come only if ``ahead``."""

    place: str = ""
    ahead: bool = False


def asked_visits(text: str) -> Visits | None:
    """The visits that words ask for and nothing else; ``None`` where something else stands there,
    so that the name of one visit remains a name.
    """
    words = " ".join(text.split()).strip(" .!?")
    plain = fold(words)
    if not words or len(words) > _LONGEST or len(plain) != len(words):
        return None
    match = _VISITS.fullmatch(plain)
    if match is None:
        return None
    place = words[match.start("place") : match.end("place")].strip() if match["place"] else ""
    key = destination_named(place) if place else ""
    if key is None or plain == "tham":
        return None
    return Visits(key, ahead=any(match[part] for part in ("ahead", "later", "last")))
