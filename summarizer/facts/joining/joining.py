"""Bringing together what several articles say of one event or one person.

Pure functions of their input as a *set*: the order of the sightings makes no difference, so a
library may be joined again after every ingest and comes out the same. Work grows with the number
of sightings, not with its square: only names that share their opening words, or most of their
rarer words, are compared, and of those only events of the months and the place that can be meant
(:mod:`joining_index`).

**Events.** Sightings with the most precise dates found the clusters, then less precise ones join:
day with year, month with year, day without year, year, nothing. A sighting joins a cluster if the
wordings can be one event (:func:`~summarizer.facts.events.wordings.same_event`) and no known part
of the dates differs, and only if there is exactly one such cluster: an undated wording of a yearly
event of which two editions are known belongs to neither. Two days of one numbered edition at one
place are days of one event. What an article expects is none that was over when it appeared, and
none years away. Where no day or month brings them together, nothing that tells events apart may be
left over, and places must not conflict. Longer wordings go first, so that a short form finds the
long ones and is left alone between two of them. A name without a telling word ("hội nghị thượng
đỉnh") joins only the same name on the same day.

Persons are brought together in :mod:`speaker_joining`.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.facts.events.wordings import (
    Wording,
    other_editions,
    same_event,
    surely_same_event,
    wording_of,
)
from summarizer.facts.joining.days import (
    ANY_DAY,
    Day,
    are_near,
    begun,
    completed,
    date_order,
    earlier,
    ended,
    is_before,
    is_over,
    is_too_far,
    merged,
    within,
)
from summarizer.facts.joining.index import JoiningIndex, months_of
from summarizer.facts.joining.model import ConferenceSighting, JoinedConference, commonest
from summarizer.facts.joining.speakers import (
    JoinedSpeaker,
    RoleSpan,
    SpeakerSighting,
    join_speakers,
    key_order,
)
from summarizer.facts.joining.visits import join_visits
from summarizer.facts.model import Coverage, EventKind, Status
from summarizer.facts.words.lexicon import lexicon
from summarizer.text.dates import UNKNOWN_DATE, PartialDate
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


@dataclass(slots=True)
class _Cluster:
    sightings: list[ConferenceSighting] = field(default_factory=list)
    wordings: set[Wording] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    """Where articles say that it is, folded."""
    starts: PartialDate = UNKNOWN_DATE
    ends: PartialDate = UNKNOWN_DATE
    expected: set[Day] = field(default_factory=set)
    """The days on which articles expect it without a date."""


_Group = tuple[
    int, tuple[int, int, int], tuple[Wording, ...], tuple[str, object, tuple[int, int, int]]
]
"""Sightings that are treated alike: level of the date, date, wordings, and the place or the key,
with the day from which on the event is expected.
"""

_OF_PARTY = re.compile(r"\b(?:đảng(?! bộ| ủy| uỷ)|toàn quốc|party|national)\b", re.IGNORECASE)


def join_conferences(sightings: Sequence[ConferenceSighting]) -> list[JoinedConference]:
    """The events behind the sightings, by date (unknown last) and name; visits join visits only,
    see :mod:`joined_visits`.
    """
    joined = join_visits([s for s in sightings if s.conference.kind is EventKind.VISIT])
    joined += _join_meetings([s for s in sightings if s.conference.kind is EventKind.MEETING])
    return sorted(
        joined,
        key=lambda j: (date_order(j.starts), fold(j.name), [key_order(k) for k in j.members]),
    )


def _join_meetings(sightings: Sequence[ConferenceSighting]) -> list[JoinedConference]:
    groups = _grouped(sightings)
    clusters: list[_Cluster] = []
    index = JoiningIndex(
        (wording for group in groups for wording in group[2]),
        (fold(sighting.conference.place) for sighting in sightings),
    )
    order = sorted(groups, key=lambda g: (g[0], *_group_order(g[2]), g[1], g[3]))
    for group in order:
        members = sorted(groups[group], key=lambda s: key_order(s.key))
        number = _home(group, members, clusters, index)
        if number is None:
            number = len(clusters)
            clusters.append(_Cluster())
        _take(number, clusters[number], group, members, index)
    return [_joined(cluster) for cluster in clusters]


def _grouped(
    sightings: Sequence[ConferenceSighting],
) -> dict[_Group, list[ConferenceSighting]]:
    """The sightings, with those together that are treated alike."""
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
        groups[_level(date), date_order(date), wordings, key].append(sighting)
    return groups


def _home(
    group: _Group,
    members: Sequence[ConferenceSighting],
    clusters: Sequence[_Cluster],
    index: JoiningIndex,
) -> int | None:
    """The number of the one event that a group can belong to, ``None`` if none or several."""
    date = _own_date(members[0])
    ends = ended(date, [s.conference for s in members])
    months = months_of(date, ends, group[3][2])
    # where no month tells which event is meant, its place must fit
    place = fold(members[0].conference.place) if date.month is None else ""
    fitting = (
        number
        for number in sorted(index.candidates(group[2], months, place))
        if _fits(clusters[number], members, group[2], date, ends)
        and not _is_at_another_time(clusters[number], group[3][2])
    )
    # whether there is a third makes no difference
    first_two = list(itertools.islice(fitting, 2))
    return first_two[0] if len(first_two) == 1 else None


def _take(
    number: int,
    cluster: _Cluster,
    group: _Group,
    members: Sequence[ConferenceSighting],
    index: JoiningIndex,
) -> None:
    """Add a group to an event, and what is new by it to the index."""
    before = cluster.starts, cluster.ends
    known = set(cluster.wordings)
    places = _places(members) - cluster.places
    cluster.sightings.extend(members)
    cluster.wordings.update(group[2])
    cluster.places |= places
    cluster.expected.add(group[3][2])
    date = _own_date(members[0])
    if date.known or ended(date, [s.conference for s in members]).known:
        starts = earlier(merged(cluster.starts, date), date)
        own = [(s.conference, _own_date(s)) for s in cluster.sightings]
        cluster.starts = begun(starts, own)
        cluster.ends = ended(cluster.starts, [conference for conference, _ in own])
    index.add(number, cluster.wordings - known, cluster.starts, cluster.ends, cluster.places)
    if places or before != (cluster.starts, cluster.ends):
        index.add(number, known, cluster.starts, cluster.ends, places)


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


def _fits(
    cluster: _Cluster,
    members: Sequence[ConferenceSighting],
    wordings: Sequence[Wording],
    date: PartialDate,
    ends: PartialDate,
) -> bool:
    by_date = date.month is not None and cluster.starts.month is not None
    if not _dates_fit(cluster, date, ends) and not _is_day_of(cluster, members, wordings, date):
        return False
    if not by_date and not _places_fit(cluster, members):
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


def _places_fit(
    cluster: _Cluster, members: Sequence[ConferenceSighting], *, abroad: bool = False
) -> bool:
    """Whether a place is one that the event is known to have, as far as both are told; ``abroad``,
    a country may be that of a town.
    """
    known, own = cluster.places, _places(members)
    if not known or not own:
        return True
    if any(one in other or other in one for one in known for other in own):
        return True
    countries = lexicon("vi").countries
    return abroad and any(
        (one in countries) != (other in countries)
        or (one in countries and countries[one] == countries[other])
        for one in known
        for other in own
    )


def _places(sightings: Iterable[ConferenceSighting]) -> set[str]:
    return {fold(s.conference.place) for s in sightings if s.conference.place}


def _dates_fit(cluster: _Cluster, date: PartialDate, ends: PartialDate) -> bool:
    if date.year is not None and cluster.starts.year not in {None, date.year}:
        return False
    if cluster.starts.agrees_with(date):
        return True
    if date.day is None or cluster.starts.day is None:
        return False
    low, high = cluster.starts, cluster.ends if cluster.ends.known else cluster.starts
    if within(date, low, high):
        return True
    return ends.known and within(cluster.starts, date, ends)


def _is_day_of(
    cluster: _Cluster,
    members: Sequence[ConferenceSighting],
    wordings: Sequence[Wording],
    date: PartialDate,
) -> bool:
    """Whether a day is another one of the numbered edition that the cluster is: reports of its
    second day date it by that one. "Kỳ họp thứ 5" alone is that of any council.
    """
    if not are_near(date, cluster.starts):
        return False
    return _places_fit(cluster, members, abroad=True) and any(
        wording.edition & other.edition
        and same_event(wording, other)
        and surely_same_event(wording, other)
        and _is_telling(wording, members)
        and _is_telling(other, cluster.sightings)
        for wording in wordings
        for other in cluster.wordings
    )


def _is_telling(wording: Wording, sightings: Sequence[ConferenceSighting]) -> bool:
    """Whether more than kind and number is told: "Đại hội XIII của Đảng", not "Đại hội XVII"."""
    return bool(wording.words) or (
        wording.numbered_congress and any(_OF_PARTY.search(s.conference.name) for s in sightings)
    )


def _expected_from(sighting: ConferenceSighting, date: PartialDate) -> Day:
    """The day of the article that only expects the event and does not know when it is."""
    if date.known or sighting.conference.status is not Status.PLANNED:
        return ANY_DAY
    day = sighting.published if sighting.published.known else sighting.event_date
    return (day.year or 0, day.month or 0, day.day or 0)


def _is_at_another_time(cluster: _Cluster, day: Day) -> bool:
    """Whether what is only expected on a day is not this event: it is over, or years away."""
    return is_over(cluster.starts, cluster.ends, day) or is_too_far(
        cluster.starts, cluster.expected, day
    )


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
        ends=cluster.ends,
        place=commonest(c.place for c in conferences),
        host=commonest(c.host for c in conferences),
        chair=commonest(c.chair for c in conferences),
        status=_status(sightings, cluster.starts),
        member_dates={s.key: completed(_own_date(s), cluster.starts) for s in sightings},
    )


def _status(sightings: Sequence[ConferenceSighting], starts: PartialDate) -> Status:
    """Held if a sighting says so that is not older than the event.

    Beside dated sightings one that has no date of its own says nothing: it may be of last year's.
    """
    dated = [s for s in sightings if _own_date(s).month is not None]
    telling = [s for s in dated or sightings if not is_before(s.event_date, starts)]
    held = any(s.conference.status is Status.HELD for s in telling)
    return Status.HELD if held else Status.PLANNED


def _spellings(names: Iterable[str], but: str) -> set[str]:
    """One spelling for each folded name, none for that of ``but``."""
    by_fold: dict[str, str] = {}
    for name in sorted(names):
        if fold(name) != fold(but) and not wording_of(name).generic:
            by_fold[fold(name)] = name
    return set(by_fold.values())
