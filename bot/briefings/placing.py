"""Why a thing stands where it stands in a digest, and why another was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.briefings.cards import Bilingual, ConferenceRef


class Reason(StrEnum):
    """Why an item stands where it does in a digest."""

    FOLLOWED = "followed"
    """The reader follows somebody or something in it."""
    OFFICE = "office"
    """The office of the most senior speaker, in points from 1 to 4."""
    SOURCES = "sources"
    """Several sources have it."""
    CONFERENCE = "conference"
    """It reports a conference."""
    ARTICLES = "articles"
    """How many new articles report the conference."""
    STATEMENTS = "statements"
    """Somebody speaks in it."""
    TASKS = "tasks"
    """It sets tasks."""
    RECENT = "recent"
    """It happened within the last days."""
    CHANGED = "changed"
    """It was told before, and something of it is new."""
    NEWEST = "newest"
    """Nothing speaks for it but that it is new."""


WEIGHTS: Final = {
    Reason.FOLLOWED: 50,
    Reason.OFFICE: 2,
    Reason.SOURCES: 3,
    Reason.CONFERENCE: 3,
    Reason.CHANGED: 3,
    Reason.ARTICLES: 1,
    Reason.STATEMENTS: 1,
    Reason.TASKS: 1,
    Reason.RECENT: 1,
}
"""What each reason counts. One thing that is followed weighs more than all the others together
that a story without it can have."""
MOST: Final = 4
"""Beyond this number a reason does not move a story further up."""

Reasons = tuple[tuple[Reason, int], ...]


def weight(reasons: Iterable[tuple[Reason, int]]) -> int:
    """What reasons count together."""
    return sum(WEIGHTS.get(why, 0) * min(n, MOST) for why, n in reasons)


class Change(StrEnum):
    """What is new about a conference that was told before."""

    DATE = "date"
    PLACE = "place"
    HELD = "held"


class Omitted(StrEnum):
    """Why a thing is not told."""

    CAP = "cap"
    """Its group is full; ``place`` is where it stood."""
    TOLD = "told"
    """The chat has been told of it, and nothing of it has changed."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing that is told: its version as told, why it is there, what is new about it."""

    thing: str
    """``article``, ``story``, ``conference``, ``speaker`` (of a statement) or ``task``."""
    id: int
    version: str = ""
    reasons: Reasons = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A thing that is not told, and why."""

    thing: str
    id: int
    label: Bilingual
    why: Omitted
    place: int = 0
    reasons: Reasons = ()


def version(conference: ConferenceRef) -> str:
    """What of a conference may change, in one line: status, days, place."""
    place = conference.place.in_(conference.place.original) if conference.place else ""
    parts = (conference.status, str(conference.starts), str(conference.ends), place)
    return "|".join(part.replace("|", " ") for part in parts)


def changes(then: str, now: str) -> tuple[Change, ...]:
    """What a conference has gained from one version to another.

    What it only lost (a date that another article had wrong) is no news.
    """
    old, new = then.split("|"), now.split("|")
    if len(old) != 4 or len(new) != 4:  # told by a version that kept no versions
        return ()
    found = []
    if new[0] == "held" and old[0] != "held":
        found.append(Change.HELD)
    if (new[1] and new[1] != old[1]) or (new[2] and new[2] != old[2]):
        found.append(Change.DATE)
    if new[3] and new[3] != old[3]:
        found.append(Change.PLACE)
    return tuple(found)
