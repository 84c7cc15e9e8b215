"""Finding the events that a sighting could belong to without comparing it with all of them.

Names are looked up by their opening words and their rarer words. Where many events share a name,
as a session that is held every week or one plan for every district, those of other months and of
other places are left out. What is found is a superset: whoever asks compares.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.facts.events.wordings import SHARED, Wording
from summarizer.facts.joining.days import FORESEEN, Day
from summarizer.text.dates import PartialDate

_GRAM = 3
"""Characters of the pieces by which places are found that contain one another."""
_LONGEST = 24
"""Months of the longest event that is found by each of them."""

Months = tuple[int, int]
"""The first and the last month, each as a number that counts them through the years."""


def months_of(date: PartialDate, ends: PartialDate, expected: Day) -> Months | None:
    """The months in which an event can lie that a sighting means; ``None``: in any.

    ``expected``: the day on which what has no date is still to come.
    """
    if date.year is not None and date.month is not None:
        first = _month(date.year, date.month)
        return first - 1, first + max(0, (ends.month or 0) - date.month) + 1
    if date.year is not None:
        return _month(date.year, 1), _month(date.year, 12)
    if date.month is not None or not expected[0]:
        return None
    first, last = _month(expected[0], expected[1] or 1), _month(expected[0], expected[1] or 12)
    return first - 1, last + FORESEEN + 1


class JoiningIndex:
    """The events by what they are called, when and where; an event is a number."""

    def __init__(self, wordings: Iterable[Wording], places: Iterable[str]) -> None:
        self._words = Counter(word for wording in wordings for word in set(wording.words))
        self._grams = Counter(gram for place in set(places) for gram in _grams(place))
        self._events: dict[tuple[object, ...], _Namesakes] = defaultdict(_Namesakes)

    def add(
        self,
        number: int,
        wordings: Iterable[Wording],
        starts: PartialDate,
        ends: PartialDate,
        places: Iterable[str],
    ) -> None:
        """Remember what is known of an event; what it was before is not forgotten."""
        known = [place for place in places if place]
        for key in {key for wording in wordings for key in self._keys(wording)}:
            namesakes = self._events[key]
            (namesakes.placed if known else namesakes.bare).add(number, starts, ends)
            for place in known:
                grams = _grams(place)
                if not grams:
                    namesakes.anywhere.add(number)
                    continue
                namesakes.by_rarest[self._rarest(grams)].add(number)
                for gram in grams:
                    namesakes.by_gram[gram].add(number)

    def candidates(
        self, wordings: Iterable[Wording], months: Months | None, place: str = ""
    ) -> set[int]:
        """The events worth comparing; ``place``, folded, is one that theirs must not contradict."""
        found: set[int] = set()
        for key in {key for wording in wordings for key in self._keys(wording)}:
            if (namesakes := self._events.get(key)) is None:
                continue
            found |= namesakes.bare.within(months)
            grams = _grams(place)
            if not grams:
                found |= namesakes.placed.within(months)
                continue
            found |= namesakes.anywhere
            found |= namesakes.by_gram.get(self._rarest(grams), set())
            for gram in grams:
                found |= namesakes.by_rarest.get(gram, set())
        return found

    def _rarest(self, grams: Iterable[str]) -> str:
        return min(grams, key=lambda gram: (self._grams[gram], gram))

    def _keys(self, wording: Wording) -> list[tuple[object, ...]]:
        words, kind = wording.words, wording.kind
        if not words:
            if wording.ordinals:
                return [(kind, "number", n) for n in sorted(wording.ordinals)]
            return [(kind, "generic")]
        keys: list[tuple[object, ...]] = [(kind, "opening", *words[:2])]
        if len(words) >= 3:
            # Two sets of which a share of SHARED is common have one of the rarest words in common.
            rare = sorted(set(words), key=lambda w: (self._words[w], w))
            keys += [(kind, "word", w) for w in rare[: int((1 - SHARED) * len(rare)) + 1]]
        return keys


@dataclass(slots=True)
class _Calendar:
    """Events by the months that they lie in."""

    every: set[int] = field(default_factory=set)
    by_month: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    undated: set[int] = field(default_factory=set)
    """Those whose month or year is not known, or that last for years."""

    def add(self, number: int, starts: PartialDate, ends: PartialDate) -> None:
        self.every.add(number)
        if starts.year is None or starts.month is None:
            self.undated.add(number)
            return
        first = last = _month(starts.year, starts.month)
        if ends.month is not None:
            last = max(first, _month(ends.year or starts.year, ends.month))
            # whoever compares days without a year goes by the month alone
            last = max(last, _month(starts.year, ends.month))
        if last - first > _LONGEST:
            self.undated.add(number)
            return
        for month in range(first, last + 1):
            self.by_month[month].add(number)

    def within(self, months: Months | None) -> set[int]:
        if months is None:
            return self.every
        found = set(self.undated)
        for month in range(months[0], months[1] + 1):
            found |= self.by_month.get(month, set())
        return found


@dataclass(slots=True)
class _Namesakes:
    """Events of which the same is told by one key of their names."""

    bare: _Calendar = field(default_factory=_Calendar)
    """Those without a place."""
    placed: _Calendar = field(default_factory=_Calendar)
    anywhere: set[int] = field(default_factory=set)
    """Those with a place too short to be found by its pieces."""
    by_gram: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_rarest: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def _month(year: int, month: int) -> int:
    return year * 12 + month


def _grams(place: str) -> set[str]:
    """The pieces of a place; none of one that is too short to have any."""
    return {place[at : at + _GRAM] for at in range(len(place) - _GRAM + 1)}
