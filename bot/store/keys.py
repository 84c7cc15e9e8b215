"""Keys under which sightings in different articles meet, so that only those are joined anew.

Two sightings that :mod:`summarizer.facts.joining` could bring together always share a key; most of
those that share one are different things all the same. The keys follow its rules: if those become
laxer, so must these (a test compares joining by keys with joining everything).
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.store.prepared import Rendering
from summarizer.facts.events.wordings import SHARED, Wording, same_event, wording_of
from summarizer.facts.joining.visits import visitor_of
from summarizer.facts.model import Conference, Coverage, EventKind, Kind, Speaker
from summarizer.facts.visits.destinations import destination_key
from summarizer.text.dates import PartialDate
from summarizer.text.folding import fold


def official_english(
    conference: Conference, language: str, renderings: Mapping[str, Rendering]
) -> str:
    """The English name under which a conference may meet those of English articles, or ``""``.

    Never one made by machine: a wrong word in it would join what is not one.
    """
    if language == "en":
        return ""
    rendering = renderings.get(conference.name)
    return rendering.text if rendering and not rendering.machine else ""


def wordings_of(
    conference: Conference, language: str, renderings: Mapping[str, Rendering]
) -> set[Wording]:
    """A conference's name, other names and official English name, taken apart."""
    english = official_english(conference, language, renderings)
    names = (conference.name, *conference.aliases, english)
    return {wording_of(name) for name in names if name}


def can_meet(one: Wording, other: Wording) -> bool:
    """Whether two wordings can be one event, on some date."""
    return one == other if one.generic or other.generic else same_event(one, other)


def of_conference(
    conference: Conference,
    event_date: PartialDate,
    language: str,
    renderings: Mapping[str, Rendering],
) -> set[str]:
    """The keys of a conference in an article that reports something of ``event_date``."""
    if conference.kind is EventKind.VISIT:
        place = destination_key(conference.place)
        return {f"visit {place} {part}" for part in visitor_of(conference)}
    wordings = wordings_of(conference, language, renderings)
    date = conference.starts
    if not date.known and conference.coverage is Coverage.REPORTED:
        date = event_date
    found = {key for wording in wordings for key in _of_wording(wording)}
    # Names without a telling word can only meet on a known day.
    found |= {f"{w.kind} in {date.year}" for w in wordings if w.generic and date.year is not None}
    return found


def of_speaker(speaker: Speaker) -> set[str]:
    """The keys of a speaker."""
    name = fold(speaker.name)
    if speaker.kind is not Kind.PERSON:
        return {f"{speaker.kind} {name}"}
    parts = name.split()
    # Foreign names meet with and without their middle part.
    return (
        {f"{speaker.kind} {name}", f"{speaker.kind} {parts[0]} … {parts[-1]}"} if parts else set()
    )


def _of_wording(wording: Wording) -> set[str]:
    kind, parts = wording.kind, wording.words
    if not parts:
        return {f"{kind} no. {number}" for number in wording.ordinals}
    found = {f"{kind} {' '.join(parts[:2])}"}
    if len(parts) >= 3:
        # Of two sets that share most of their words, the first few in any fixed order share one
        # (prefix filtering; Bayardo, Ma & Srikant 2007).
        distinct = sorted(set(parts), key=lambda word: (-len(word), word))
        found |= {f"{kind} + {word}" for word in distinct[: int((1 - SHARED) * len(distinct)) + 1]}
    return found
