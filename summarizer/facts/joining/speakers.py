"""Bringing together what several articles say of one person.

One full name is one person, with its marks ("Lê Văn Tú" is no "Lê Văn Tư") or, where only one
marked name fits, without any (:mod:`spellings`); for foreign names a form with a middle name joins
the one without, if only one fits. A single name ("ông Sơn") is no person. The result does not
depend on the order of the sightings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from summarizer.facts.model import Kind, Speaker
from summarizer.facts.persons.names import name_key
from summarizer.facts.persons.spellings import Form, homes_of, marked_key
from summarizer.facts.words.syllables import is_syllable
from summarizer.text.dates import UNKNOWN_DATE, PartialDate
from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class SpeakerSighting:
    """A speaker as one article has it; ``date`` is when the article speaks, for dating roles."""

    key: Hashable
    speaker: Speaker
    date: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A title, with the first and last known date on which an article gives it."""

    title: str
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True)
class JoinedSpeaker:
    """One person or body. ``roles`` are the latest first, those without a date last."""

    members: tuple[Hashable, ...]
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    roles: tuple[RoleSpan, ...]


def key_order(key: Hashable) -> tuple[str, object]:
    if isinstance(key, int) and not isinstance(key, bool):
        return ("int", key)
    return (type(key).__name__, str(key))


def join_speakers(sightings: Sequence[SpeakerSighting]) -> list[JoinedSpeaker]:
    """The persons and bodies behind the sightings, by name."""
    groups: dict[tuple[Kind, str], list[SpeakerSighting]] = defaultdict(list)
    homes = _homes(sightings)
    for sighting in sightings:
        speaker = sighting.speaker
        key = name_key(speaker.name)
        if speaker.kind is Kind.PERSON:
            if len(key.split()) < 2:
                continue
            key = homes[marked_key(speaker.name)]
        groups[speaker.kind, key].append(sighting)
    longer = _long_forms(groups)
    joined: dict[tuple[Kind, str], list[SpeakerSighting]] = defaultdict(list)
    for group, members in groups.items():
        joined[longer.get(group, group)].extend(members)
    return [_joined_speaker(kind, joined[kind, key]) for kind, key in sorted(joined)]


def _homes(sightings: Iterable[SpeakerSighting]) -> dict[str, str]:
    """For each name of a person, with its marks, the one under which the person is known."""
    forms: dict[str, dict[str, Form]] = defaultdict(dict)
    for sighting in sightings:
        speaker = sighting.speaker
        if speaker.kind is Kind.PERSON:
            same = forms[name_key(speaker.name)]
            same.setdefault(marked_key(speaker.name), Form()).add(speaker.name, speaker.role)
    return {key: home for same in forms.values() for key, home in homes_of(same).items()}


def _long_forms(groups: Iterable[tuple[Kind, str]]) -> dict[tuple[Kind, str], tuple[Kind, str]]:
    """Foreign "Marc Knapper" → "Marc Evans Knapper", where only one longer name fits."""
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, key in groups:
        words = key.split()
        if kind is Kind.PERSON and not all(is_syllable(word) for word in words):
            ends[words[0], words[-1]].append(key)
    homes = {}
    for keys in ends.values():
        short = [key for key in keys if len(key.split()) == 2]
        long = [key for key in keys if len(key.split()) > 2]
        if len(long) == 1:
            homes.update({(Kind.PERSON, key): (Kind.PERSON, long[0]) for key in short})
    return homes


def _joined_speaker(kind: Kind, sightings: Sequence[SpeakerSighting]) -> JoinedSpeaker:
    members = sorted(sightings, key=lambda s: key_order(s.key))
    names = Counter(s.speaker.name for s in members)
    name = max(names, key=lambda n: (len(n.split()), sum(not c.isascii() for c in n), names[n], n))
    aliases = {a for s in members for a in (s.speaker.name, *s.speaker.aliases)} - {name}
    spans: dict[str, list[tuple[str, PartialDate]]] = defaultdict(list)
    for sighting in members:
        if sighting.speaker.role:
            spans[fold(sighting.speaker.role)].append((sighting.speaker.role, sighting.date))
    roles = [_span(entries) for entries in spans.values()]
    dated = sorted(
        (r for r in roles if r.last.year is not None),
        key=lambda r: (tuple(-part for part in _role_order(r.last)), -len(r.title), r.title),
    )
    undated = sorted(
        (r for r in roles if r.last.year is None), key=lambda r: (-len(r.title), r.title)
    )
    keys = list(dict.fromkeys(s.key for s in members))
    return JoinedSpeaker(tuple(keys), name, kind, tuple(sorted(aliases)), (*dated, *undated))


def _role_order(date: PartialDate) -> tuple[int, int, int]:
    return (date.year or 0, date.month or 0, date.day or 0)


def _span(entries: Sequence[tuple[str, PartialDate]]) -> RoleSpan:
    titles = Counter(title for title, _ in entries)
    title = max(titles, key=lambda t: (titles[t], sum(not c.isascii() for c in t), t))
    dates = sorted(
        (d for _, d in entries if d.year is not None), key=lambda d: (*_role_order(d), d.basis)
    )
    if not dates:
        return RoleSpan(title, UNKNOWN_DATE, UNKNOWN_DATE)
    return RoleSpan(title, dates[0], dates[-1])
