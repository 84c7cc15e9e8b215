"""Which visits of different articles are one.

Visits are one if the same person visits the same country, or one of its towns, at times that agree:
on the same days or some close to them, or, where an article does not tell the days, if it appeared
within a month of them. Different years never agree. A name may be only part of the other
("Kent", "Adam Kent", "A. Kent"), and foreigners whom Vietnamese spells in its own way are one with
their English names. An undated visit that fits two belongs to neither.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from summarizer.facts.joining.days import (
    LONGEST,
    completed,
    date_order,
    earlier,
    ended,
    merged,
    within,
)
from summarizer.facts.joining.model import ConferenceSighting, JoinedConference, commonest
from summarizer.facts.joining.speakers import key_order
from summarizer.facts.model import Conference, Coverage, EventKind, Status, VisitSort
from summarizer.facts.visits.destinations import destination_key
from summarizer.facts.words.lexicon import rows_of
from summarizer.text.dates import UNKNOWN_DATE, PartialDate
from summarizer.text.folding import fold

_FOREIGNERS = "foreign_names.tsv"
_WORD = re.compile(r"\w+")
_UNDATED = 30
"""Days between the appearance of an article that does not date a visit and that visit."""


@dataclass(slots=True)
class _Cluster:
    sightings: list[ConferenceSighting] = field(default_factory=list)
    visitors: set[frozenset[str]] = field(default_factory=set)
    years: set[int | None] = field(default_factory=set)
    starts: PartialDate = UNKNOWN_DATE
    ends: PartialDate = UNKNOWN_DATE


@cache
def _spellings() -> tuple[dict[str, str], re.Pattern[str]]:
    """Foreigners as Vietnamese spells them → as English does, and what finds them."""
    names = {_plain(vietnamese): _plain(english) for vietnamese, english in rows_of(_FOREIGNERS)}
    longest_first = sorted(names, key=len, reverse=True)
    return names, re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")


def _plain(name: str) -> str:
    """The words of a name without marks, hyphens parting them too."""
    return " ".join(_WORD.findall(fold(name)))


def visitor_of(visit: Conference) -> frozenset[str]:
    """The parts of the visitor's name without marks, the same in both languages."""
    return _parts_of(visit.visit.visitor) if visit.visit else frozenset()


@lru_cache(maxsize=4096)
def _parts_of(visitor: str) -> frozenset[str]:
    names, pattern = _spellings()
    name = pattern.sub(lambda found: names[found.group()], _plain(visitor))
    return frozenset(name.split())


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one name is the other or part of it."""
    return _is_part(one, other) or _is_part(other, one)


def _is_part(name: frozenset[str], of: frozenset[str]) -> bool:
    """Whether each part of a name stands in another, initials for what they begin."""
    if not any(len(part) > 1 and part in of for part in name):
        return False
    firsts = {part[0] for part in of}
    return all(part in of or (len(part) == 1 and part in firsts) for part in name)


def can_be_one_visit(one: Conference, other: Conference) -> bool:
    """Whether two visits can be one, at some time."""
    at_one_place = destination_key(one.place) == destination_key(other.place)
    return at_one_place and _is_same(visitor_of(one), visitor_of(other))


def join_visits(sightings: Sequence[ConferenceSighting]) -> list[JoinedConference]:
    """The visits behind the sightings, in no order."""
    by_place: dict[str, list[ConferenceSighting]] = defaultdict(list)
    for sighting in sightings:
        by_place[destination_key(sighting.conference.place)].append(sighting)
    return [
        _joined(cluster)
        for place in sorted(by_place)
        for cluster in _clusters(sorted(by_place[place], key=_order))
    ]


def _order(sighting: ConferenceSighting) -> tuple[object, ...]:
    """Dated visits first, fuller names before parts of them."""
    starts = sighting.conference.starts
    return (
        starts.day is None,
        starts.year is None,
        starts.month is None,
        -len(visitor_of(sighting.conference)),
        date_order(starts),
        key_order(sighting.key),
    )


def _clusters(sightings: Sequence[ConferenceSighting]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    by_part: dict[str, dict[int, _Cluster]] = defaultdict(dict)
    for sighting in sightings:
        visitor = visitor_of(sighting.conference)
        # whoever is one has a part of the name that is no initial
        beside = {number: c for part in visitor for number, c in by_part[part].items()}
        fitting = [cluster for cluster in beside.values() if _fits(cluster, sighting)]
        if len(fitting) == 1:
            cluster = fitting[0]
        else:
            clusters.append(cluster := _Cluster())
        cluster.sightings.append(sighting)
        cluster.visitors.add(visitor)
        cluster.years |= {sighting.conference.starts.year}
        for part in visitor:
            by_part[part][id(cluster)] = cluster
        visits = [its.conference for its in cluster.sightings]
        own = sighting.conference.starts
        cluster.starts = earlier(merged(cluster.starts, own), own) if own.known else cluster.starts
        cluster.ends = ended(cluster.starts, visits)
    return clusters


def _fits(cluster: _Cluster, sighting: ConferenceSighting) -> bool:
    visit = sighting.conference
    visitor = visitor_of(visit)
    if not all(_is_same(visitor, its) for its in cluster.visitors):
        return False
    years = cluster.years | {cluster.starts.year}
    if visit.starts.year is not None and years - {None, visit.starts.year}:
        return False
    if visit.starts.month is not None and cluster.starts.month is not None:
        return _days_agree(cluster, visit)
    if visit.starts.known and cluster.starts.known:
        # one has no more than a year
        return None not in (visit.starts.year, cluster.starts.year)
    return any(_are_beside(_told_on(sighting), _told_on(its)) for its in cluster.sightings)


def _days_agree(cluster: _Cluster, visit: Conference) -> bool:
    starts, ends = cluster.starts, cluster.ends if cluster.ends.known else cluster.starts
    if starts.agrees_with(visit.starts):
        return True
    if starts.day is None or visit.starts.day is None:
        return False
    if within(visit.starts, starts, ends) or (
        visit.ends.known and within(starts, visit.starts, visit.ends)
    ):
        return True
    if None in (starts.year, visit.starts.year):
        return False
    return abs(starts.last_day() - visit.starts.last_day()) <= dt.timedelta(LONGEST)


def _told_on(sighting: ConferenceSighting) -> PartialDate:
    """A day at which, or near which, a visit lies."""
    for date in (sighting.conference.starts, sighting.conference.ends, sighting.event_date):
        if None not in (date.year, date.day):
            return date
    return sighting.published


def _are_beside(one: PartialDate, other: PartialDate) -> bool:
    if None in (one.year, one.day, other.year, other.day) or one.year != other.year:
        return False
    return abs(one.last_day() - other.last_day()) <= dt.timedelta(_UNDATED)


def _joined(cluster: _Cluster) -> JoinedConference:
    sightings = sorted(cluster.sightings, key=lambda s: key_order(s.key))
    visits = [sighting.conference for sighting in sightings]
    told = Counter(visit.visit.sort for visit in visits if visit.visit)
    best = max(sightings, key=lambda its: _worth(its, told))
    own = fold(best.conference.name)
    names = {fold(visit.name): visit.name for visit in sorted(visits, key=lambda v: v.name)}
    held = any(visit.status is Status.HELD for visit in visits)
    return JoinedConference(
        members=tuple(sighting.key for sighting in sightings),
        name=best.conference.name,
        aliases=tuple(sorted(name for folded, name in names.items() if folded != own)),
        starts=cluster.starts,
        ends=cluster.ends,
        place=commonest(its.conference.place for its in sightings if its.language == best.language),
        host=commonest(its.conference.host for its in sightings if its.language == best.language),
        chair="",
        status=Status.HELD if held else Status.PLANNED,
        member_dates={
            its.key: completed(its.conference.starts, cluster.starts) for its in sightings
        },
        kind=EventKind.VISIT,
    )


def _worth(
    sighting: ConferenceSighting, told: Mapping[VisitSort, int]
) -> tuple[bool, int, bool, bool, int, str]:
    """Which name is shown: Vietnamese before English, of the sort that most tell, and of several
    the name in the article that knows the day.
    """
    visit = sighting.conference
    sort = visit.visit.sort if visit.visit else VisitSort.PLAIN
    agreed = 0 if sort is VisitSort.PLAIN else told[sort]
    reported = visit.coverage is Coverage.REPORTED
    dated = visit.starts.day is not None
    return sighting.language == "vi", agreed, reported, dated, len(visit.name), visit.name
