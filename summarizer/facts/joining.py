"""Bringing together what several articles say of one event or one person.

Pure functions of their input as a *set*: the order of the sightings makes no difference, so a
library may be joined again after every ingest and comes out the same. Work grows with the number
of sightings, not with its square: only names that share their opening words, or most of their
rarer words, are compared.

**Events.** Sightings with the most precise dates found the clusters, then less precise ones join:
day with year, month with year, day without year, year, nothing. A sighting joins a cluster if the
wordings can be one event (:func:`~summarizer.facts.wordings.same_event`) and no known part of the
dates differs, and only if there is exactly one such cluster: an undated wording of a yearly event
of which two editions are known belongs to neither. Two days of one numbered edition are days of one
event. What an article expects is none that was over when it appeared. Where no day or month brings
them together, nothing that tells events apart may be left over, and places must not conflict.
Longer wordings go first, so that a short form finds the long ones and is left alone between two of
them. A name without a telling word ("hội nghị thượng đỉnh") joins only the same name on the same
day.

Persons are brought together in :mod:`speaker_joining`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.facts.model import Conference, Coverage, Status
from summarizer.facts.speaker_joining import (
    JoinedSpeaker,
    RoleSpan,
    SpeakerSighting,
    join_speakers,
    key_order,
)
from summarizer.facts.wordings import (
    SHARED,
    Wording,
    other_editions,
    same_event,
    surely_same_event,
    wording_of,
)
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate
from summarizer.text.folding import fold

__all__ = [
    "ConferenceSighting",
    "JoinedConference",
    "JoinedSpeaker",
    "RoleSpan",
    "SpeakerSighting",
    "join_conferences",
    "join_speakers",
]


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


@dataclass(slots=True)
class _Cluster:
    sightings: list[ConferenceSighting] = field(default_factory=list)
    wordings: set[Wording] = field(default_factory=set)
    starts: PartialDate = UNKNOWN_DATE
    ends: PartialDate = UNKNOWN_DATE


_Group = tuple[
    int, tuple[int, int, int], tuple[Wording, ...], tuple[str, object, tuple[int, int, int]]
]
"""Sightings that are treated alike: level of the date, date, wordings, and the place or the key,
with the day from which on the event is expected.
"""

_LONGEST = 10
"""Days from the first to the last on which one edition is reported to be held."""
_ANY_DAY = (0, 0, 0)


def join_conferences(sightings: Sequence[ConferenceSighting]) -> list[JoinedConference]:
    """The events behind the sightings, by date (unknown last) and name."""
    groups: dict[_Group, list[ConferenceSighting]] = defaultdict(list)
    for sighting in sightings:
        date = _own_date(sighting)
        wordings = tuple(sorted(_wordings(sighting), key=_wording_order))
        # What cannot be told apart is one; generic names without a full date are all different.
        alone = all(wording.generic for wording in wordings) and _level(date) > 0
        # Without a month the place may still tell two events of one name apart.
        place = fold(sighting.conference.place) if date.month is None else ""
        sort, mark = key_order(sighting.key) if alone else ("place", place)
        key = sort, mark, _expected_from(sighting, date)
        groups[_level(date), _date_order(date), wordings, key].append(sighting)
    clusters: list[_Cluster] = []
    index = _Index(groups)
    order = sorted(groups, key=lambda g: (g[0], *_group_order(g[2]), g[1], g[3]))
    for group in order:
        members = sorted(groups[group], key=lambda s: key_order(s.key))
        date = _own_date(members[0])
        ends = next((s.conference.ends for s in members if s.conference.ends.known), UNKNOWN_DATE)
        places = {s.conference.place for s in members}
        fitting = [
            number
            for number in sorted(index.candidates(group[2]))
            if _fits(clusters[number], group[2], date, ends, places)
            and not _is_over(clusters[number], group[3][2])
        ]
        if len(fitting) == 1:
            cluster = clusters[fitting[0]]
            number = fitting[0]
        else:
            cluster = _Cluster()
            clusters.append(cluster)
            number = len(clusters) - 1
        cluster.sightings.extend(members)
        cluster.wordings.update(group[2])
        cluster.starts = _earlier(_merged(cluster.starts, date), date)
        if ends.known and not cluster.ends.known:
            cluster.ends = ends
        index.add(number, group[2])
    joined = [_joined(cluster) for cluster in clusters]
    return sorted(
        joined,
        key=lambda j: (_date_order(j.starts), fold(j.name), [key_order(k) for k in j.members]),
    )


def _own_date(sighting: ConferenceSighting) -> PartialDate:
    """The start the article gives, or the date of what it reports.

    That date is only lent to what has taken place; never to a congress by number, which articles
    name on any day.
    """
    conference = sighting.conference
    if conference.starts.known:
        return conference.starts
    reported = conference.coverage is Coverage.REPORTED and conference.status is Status.HELD
    if reported and not wording_of(conference.name).numbered_congress:
        return sighting.event_date
    return UNKNOWN_DATE


def _wordings(sighting: ConferenceSighting) -> set[Wording]:
    names = [sighting.conference.name, *sighting.conference.aliases, sighting.name_en]
    found = {wording_of(name) for name in names if name}
    telling = {wording for wording in found if not wording.generic and wording.kind >= 0}
    return telling or {wording_of(sighting.conference.name)}


def _level(date: PartialDate) -> int:
    if date.year is not None:
        return 0 if date.day is not None else 1 if date.month is not None else 3
    return 2 if date.month is not None else 4


def _date_order(date: PartialDate) -> tuple[int, int, int]:
    return (date.year or 9999, date.month or 99, date.day or 99)


def _wording_order(wording: Wording) -> tuple[object, ...]:
    return (
        -len(wording.words),
        wording.words,
        wording.kind,
        sorted(wording.ordinals),
        sorted(wording.years),
        sorted(wording.edition),
        sorted(wording.terms),
        sorted(wording.names),
    )


def _group_order(wordings: Sequence[Wording]) -> tuple[object, ...]:
    return (-max(len(w.words) for w in wordings), [_wording_order(w) for w in wordings])


class _Index:
    """Finds the clusters a wording could belong to."""

    def __init__(self, groups: Iterable[_Group]) -> None:
        self.counts: Counter[str] = Counter(
            word for group in groups for w in group[2] for word in set(w.words)
        )
        self.clusters: dict[tuple[object, ...], set[int]] = defaultdict(set)

    def add(self, number: int, wordings: Iterable[Wording]) -> None:
        """Remember that a cluster has these wordings."""
        for wording in wordings:
            for key in self._keys(wording):
                self.clusters[key].add(number)

    def candidates(self, wordings: Iterable[Wording]) -> set[int]:
        """The clusters worth comparing."""
        return {
            number
            for wording in wordings
            for key in self._keys(wording)
            for number in self.clusters.get(key, ())
        }

    def _keys(self, wording: Wording) -> list[tuple[object, ...]]:
        words, kind = wording.words, wording.kind
        if not words:
            if wording.ordinals:
                return [(kind, "number", n) for n in sorted(wording.ordinals)]
            return [(kind, "generic")]
        keys: list[tuple[object, ...]] = [(kind, "opening", *words[:2])]
        if len(words) >= 3:
            # Two sets of which a share of SHARED is common have one of the rarest words in common.
            rare = sorted(set(words), key=lambda w: (self.counts[w], w))
            keys += [(kind, "word", w) for w in rare[: int((1 - SHARED) * len(rare)) + 1]]
        return keys


def _fits(
    cluster: _Cluster,
    wordings: Sequence[Wording],
    date: PartialDate,
    ends: PartialDate,
    places: Iterable[str],
) -> bool:
    if not _dates_fit(cluster, date, ends) and not _is_day_of(cluster, wordings, date):
        return False
    by_date = date.month is not None and cluster.starts.month is not None
    if not by_date and not _places_fit(cluster, places):
        return False
    years = {year for w in wordings for year in w.years}
    if date.year is None and cluster.starts.year is not None and years:
        plain = {year for w in wordings if len(w.years) == 1 for year in w.years}
        if plain and cluster.starts.year not in years and cluster.starts.year - 1 not in years:
            return False
    if any(other_editions(wording, other) for wording in wordings for other in cluster.wordings):
        # A name without its number fits every edition: one that has it decides.
        return False
    for wording in wordings:
        for other in cluster.wordings:
            if wording.generic or other.generic:
                if (
                    wording == other
                    and date.day is not None
                    and date.year is not None
                    and (cluster.starts.day is not None)
                ):
                    return True
            elif same_event(wording, other) and (by_date or surely_same_event(wording, other)):
                return True
    return False


def _places_fit(cluster: _Cluster, places: Iterable[str]) -> bool:
    """Whether a place is one that the event is known to have, as far as both are told."""
    known = [fold(s.conference.place) for s in cluster.sightings if s.conference.place]
    own = [fold(place) for place in places if place]
    if not known or not own:
        return True
    return any(one in other or other in one for one in known for other in own)


def _dates_fit(cluster: _Cluster, date: PartialDate, ends: PartialDate) -> bool:
    if date.year is not None and cluster.starts.year not in {None, date.year}:
        return False
    if cluster.starts.agrees_with(date):
        return True
    if date.day is None or cluster.starts.day is None:
        return False
    low, high = cluster.starts, cluster.ends if cluster.ends.known else cluster.starts
    if _within(date, low, high):
        return True
    return ends.known and _within(cluster.starts, date, ends)


def _is_day_of(cluster: _Cluster, wordings: Sequence[Wording], date: PartialDate) -> bool:
    """Whether a day is another one of the numbered edition that the cluster is: reports of its
    second day date it by that one.
    """
    if None in (date.year, date.day, cluster.starts.year, cluster.starts.day):
        return False
    near = abs((date.last_day() - cluster.starts.last_day()).days) <= _LONGEST
    return near and any(
        wording.edition & other.edition and same_event(wording, other)
        for wording in wordings
        for other in cluster.wordings
    )


def _expected_from(sighting: ConferenceSighting, date: PartialDate) -> tuple[int, int, int]:
    """The day of the article that only expects the event and does not know when it is."""
    if date.known or sighting.conference.status is not Status.PLANNED:
        return _ANY_DAY
    day = sighting.published if sighting.published.known else sighting.event_date
    return (day.year or 0, day.month or 0, day.day or 0)


def _is_over(cluster: _Cluster, day: tuple[int, int, int]) -> bool:
    """Whether all of an event lies before a day, as far as both are known."""
    last = cluster.ends if cluster.ends.year is not None else cluster.starts
    if not day[0] or last.year is None:
        return False
    known = [part for part in (last.year, last.month, last.day) if part]
    return tuple(known) < day[: len(known)]


def _within(date: PartialDate, first: PartialDate, last: PartialDate) -> bool:
    if None not in (date.year, first.year) and date.year != first.year:
        return False
    day = (date.month or 0, date.day or 0)
    return (first.month or 0, first.day or 0) <= day <= (last.month or 0, last.day or 0)


def _merged(first: PartialDate, second: PartialDate) -> PartialDate:
    """One date with all the parts that either knows; the first has the word on the rest."""
    if not second.known:
        return first
    if not first.known:
        return second
    year = first.year if first.year is not None else second.year
    month, day = first.month, first.day
    if month is None:
        month, day = second.month, second.day
    elif day is None and second.month == month:
        day = second.day
    if (year, month, day) == (first.year, first.month, first.day):
        if (year, month, day) == (second.year, second.month, second.day) and (
            second.basis is Basis.STATED
        ):
            return second
        return first
    if (year, month, day) == (second.year, second.month, second.day):
        return second
    return PartialDate(year, month, day, Basis.OTHER_ARTICLE)


def _earlier(first: PartialDate, second: PartialDate) -> PartialDate:
    """The first of two full days: an event begins on the first day that is reported of it."""
    if None in (first.year, first.day, second.year, second.day):
        return first
    return min(first, second, key=_date_order)


def _completed(own: PartialDate, whole: PartialDate) -> PartialDate:
    """An article's own date with what only other articles know."""
    if not whole.known or (own.year, own.month, own.day) == (whole.year, whole.month, whole.day):
        return own
    if not own.known or own.agrees_with(whole):
        merged = _merged(own, whole)
        if (merged.year, merged.month, merged.day) == (own.year, own.month, own.day):
            return own
        return replace(merged, basis=Basis.OTHER_ARTICLE)
    return own


def _joined(cluster: _Cluster) -> JoinedConference:
    sightings = sorted(cluster.sightings, key=lambda s: key_order(s.key))
    conferences = [s.conference for s in sightings]
    reported = [c for c in conferences if c.coverage is Coverage.REPORTED] or conferences
    name = max((c.name for c in reported), key=lambda n: (len(n), n))
    names = {n for c in conferences for n in (c.name, *c.aliases)}
    return JoinedConference(
        members=tuple(s.key for s in sightings),
        name=name,
        aliases=tuple(sorted(_spellings(names - {name}, name))),
        starts=cluster.starts,
        ends=_ends(cluster),
        place=_commonest(c.place for c in conferences),
        host=_commonest(c.host for c in conferences),
        chair=_commonest(c.chair for c in conferences),
        status=_status(sightings, cluster.starts),
        member_dates={s.key: _completed(_own_date(s), cluster.starts) for s in sightings},
    )


def _status(sightings: Sequence[ConferenceSighting], starts: PartialDate) -> Status:
    """Held if a sighting says so that is not older than the event.

    Beside dated sightings one that has no date of its own says nothing: it may be of last year's.
    """
    dated = [s for s in sightings if _own_date(s).month is not None]
    telling = [s for s in dated or sightings if not _is_before(s.event_date, starts)]
    held = any(s.conference.status is Status.HELD for s in telling)
    return Status.HELD if held else Status.PLANNED


def _is_before(day: PartialDate, starts: PartialDate) -> bool:
    """Whether a full date lies before another."""
    if None in (day.year, day.month, day.day, starts.year, starts.month, starts.day):
        return False
    return _date_order(day) < _date_order(starts)


def _ends(cluster: _Cluster) -> PartialDate:
    ends = cluster.ends
    if ends.known and ends.year is None and cluster.starts.year is not None:
        return replace(ends, year=cluster.starts.year, basis=Basis.OTHER_ARTICLE)
    return ends


def _spellings(names: Iterable[str], but: str) -> set[str]:
    """One spelling for each folded name, none for that of ``but``."""
    by_fold: dict[str, str] = {}
    for name in sorted(names):
        if fold(name) != fold(but) and not wording_of(name).generic:
            by_fold[fold(name)] = name
    return set(by_fold.values())


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(value for value in values if value)
    return max(counts, key=lambda value: (counts[value], len(value), value), default="")
