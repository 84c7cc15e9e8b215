"""Conferences and visits as articles have them, and as they are joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from summarizer.facts.model import Conference, EventKind, Status
from summarizer.text.dates import UNKNOWN_DATE, PartialDate


@dataclass(frozen=True, slots=True)
class ConferenceSighting:
    """A conference as one article has it. ``name_en`` lets it join across languages."""

    key: Hashable
    conference: Conference
    event_date: PartialDate = UNKNOWN_DATE
    language: str = "vi"
    name_en: str = ""
    published: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class JoinedConference:
    """One event. ``member_dates`` has the completed start for each member's article."""

    members: tuple[Hashable, ...]
    name: str
    aliases: tuple[str, ...]
    starts: PartialDate
    ends: PartialDate
    place: str
    host: str
    chair: str
    status: Status
    member_dates: Mapping[Hashable, PartialDate]
    kind: EventKind = EventKind.MEETING


def commonest(values: Iterable[str]) -> str:
    """The value that most sightings have, of several the longest; ``""`` if none has any."""
    counts = Counter(value for value in values if value)
    return max(counts, key=lambda value: (counts[value], len(value), value), default="")
