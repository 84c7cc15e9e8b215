"""Visits in one line: who visits which country, with which honours, planned or made.

A visit is named by a noun ("chuyến thăm chính thức Nhật Bản của Thủ tướng A", "his official visit
to Japan") or told by a verb ("Thủ tướng A sẽ thăm Nhật Bản"). Whoever is only invited, or only
hoped for, does not visit; nobody visits his own country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from summarizer.facts.model import VisitSort
from summarizer.facts.persons.cast import Actor, Cast
from summarizer.facts.visits.destinations import Destination, countries_named, destination_at
from summarizer.facts.visits.phrases import has_phrase, phrases_of_visits, words_of_visits
from summarizer.facts.visits.visitors import LONGEST_BETWEEN, Visitors
from summarizer.facts.words.lexicon import Lexicon, Phrases, phrases_in, table_of
from summarizer.facts.words.tokens import Line

_FILE = "visits.toml"
LONGEST_PHRASE = 16
"""Tokens from the word for a visit to its destination."""
_AROUND = 6
"""Tokens before a visit, and after its destination, that tell whether it is to come or long past.
"""


@dataclass(frozen=True, slots=True)
class VisitMention:
    """A visit in a line: tokens ``start`` to ``end``; ``visitor`` is the place of the visitor in
    the line and ``who`` in the cast.
    """

    line: int
    start: int
    end: int
    visitor: Actor
    sort: VisitSort
    destinations: tuple[Destination, ...]
    planned: bool
    put_off: bool
    cancelled: bool
    during: bool
    setting_out: bool
    current: bool
    earlier: bool


@cache
def _heads(language: str) -> Phrases:
    table = table_of(_FILE)[language]
    return Phrases((way, key) for key in ("nouns", "verbs") for way in phrases_in(table[key]))


@cache
def _sorts(language: str) -> Phrases:
    table = table_of(_FILE)[language]
    sorts = (sort for sort in VisitSort if sort is not VisitSort.PLAIN)
    return Phrases((way, sort.value) for sort in sorts for way in phrases_in(table[sort.value]))


def tells_of_visit(line: Line, language: str) -> bool:
    """Whether a line has a word without which it names no visit."""
    triggers = words_of_visits(language, "triggers")
    return not line.words.isdisjoint(triggers)


@dataclass(frozen=True, slots=True)
class Headline:
    """Where the title has somebody go, and what countries and people it names."""

    destination: Destination
    countries: frozenset[str]
    people: frozenset[int]

    def tells_of(self, who: int, country: str) -> bool:
        """Whether it can be a person of a country that goes there: one whom it names, or where it
        names nobody, one of a country that it names, or of any if it names no other.
        """
        if self.people:
            return who in self.people
        return country in self.countries or self.countries == {self.destination.key}


def headline_of(line: Line, actors: Sequence[Actor], known: Lexicon) -> Headline | None:
    """What a title tells of visits, if they go to one country only."""
    destination = _destination_told(line, known)
    if destination is None:
        return None
    people = frozenset(actor.who for actor in actors)
    return Headline(destination, countries_named(line, known), people)


def _destination_told(line: Line, known: Lexicon) -> Destination | None:
    reader = _Reader(0, line, (), Cast([], []), known)
    found: dict[str, Destination] = {}
    for start, (end, _) in _heads(known.language).found_in(line).items():
        read = reader.phrase(end) if reader.is_told(start) else None
        found |= {place.key: place for place in read or ()}
    return next(iter(found.values())) if len(found) == 1 else None


def find_visits_in(
    number: int,
    lines: Sequence[Line],
    cast: Cast,
    known: Lexicon,
    headline: Headline | None = None,
) -> list[VisitMention]:
    """The visits of one of the lines, in order; the headline tells where visits go that are only
    said to be somebody's.
    """
    line = lines[number]
    actors = cast.actors[number] if number < len(cast.actors) else []
    if not actors or not tells_of_visit(line, known.language):
        return []
    following = lines[number + 1] if number + 1 < len(lines) else None
    reader = _Reader(number, line, actors, cast, known, following, headline)
    found = []
    past = 0
    for start, (end, kind) in _heads(known.language).found_in(line).items():
        if start < past or line.inside[start]:
            continue
        mention = reader.read(start, end, noun=kind == "nouns")
        if mention is not None:
            found += reader.visits_of(mention)
            past = mention.end
        else:
            past = end
    return found


@dataclass(slots=True)
class _Reader:
    number: int
    line: Line
    actors: Sequence[Actor]
    cast: Cast
    known: Lexicon
    following: Line | None = None
    headline: Headline | None = None

    @property
    def visitors(self) -> Visitors:
        """Those who may make the visits of the line."""
        return Visitors(self.line, self.actors, self.cast, self.known)

    def is_told(self, start: int) -> bool:
        """Whether the visit of a word is neither one that somebody is asked to make nor denied."""
        return not (self._is_invited(start) or self._is_denied(start))

    def phrase(self, end: int) -> list[Destination] | None:
        """The destinations behind the word for a visit, if it has some."""
        read = self._phrase(end, VisitSort.PLAIN)
        return read[2] if read else None

    def read(self, start: int, end: int, *, noun: bool) -> VisitMention | None:
        """The visit whose word stands there."""
        if self.known.language == "en":
            start, sort = self._before(start)
        else:
            sort = VisitSort.PLAIN
        invited = self._is_invited(start)
        accepted = self._has("accepted", 0, len(self.line.tokens))
        accepter = self._accepter_behind() if invited and not accepted else None
        if not (accepted or accepter is not None) and not self.is_told(start):
            return None
        read = self._phrase(end, sort) or self._arrived(start, end, sort)
        if read is None and noun:
            read = self._hosted(start, end, sort)
        if read is None:
            return None
        sort, owner, places = read
        end = max(end, places[-1].end)
        # "Thượng Hải, Trung Quốc" is one country
        destinations = list({place.key: place for place in reversed(places)}.values())[::-1]
        noun = noun and self._is_noun(start)
        visitor = owner or (self.visitors.owner_after(end) if noun else None)
        visitor = visitor or self.visitors.before(start, destinations)
        if visitor is None and self._has("during", start - 2, start):
            visitor = self.visitors.after(end, destinations)
        if visitor is None or not self.visitors.can_visit(visitor, destinations):
            return None
        if accepter is not None and visitor.who != accepter:
            return None
        if self._has("unsure", visitor.start - 2 * _AROUND, visitor.start):
            return None
        first = visitor.end if visitor.end <= start else max(0, start - _AROUND)
        said = self._gone_along(visitor) if visitor.end <= start else first
        current = (
            self._has("current", min(said, max(0, start - _AROUND)), start)
            or self._has("current", end, end + _AROUND)
            or self._has("today", 0, start)
        )
        return VisitMention(
            self.number,
            start,
            end,
            visitor,
            sort,
            tuple(destinations),
            planned=invited
            or self._has("before_it", visitor.start - 3, visitor.start)
            or self._has("planned", said, end + 3)
            or self._has("expected", 0, 1)
            or self._has("planned_after", end, end + 2 * _AROUND)
            or (
                noun and not current and self._has("ahead", max(end, visitor.end), visitor.end + 1)
            ),
            put_off=self._has("put_off", said, start),
            cancelled=self._has("cancelled", said, start),
            during=self._has("during", start - 2, start),
            setting_out=self._has("setting_out", first, start),
            current=current,
            earlier=self._has("earlier", max(0, start - 2 * _AROUND), end + _AROUND),
        )

    def visits_of(self, mention: VisitMention) -> list[VisitMention]:
        """The visit, and that of somebody named together with its visitor, where they come from
        different countries: "Chủ tịch Trung Quốc A và Tổng thống Mỹ B thăm Việt Nam". Of two of one
        country the first leads.
        """
        together = words_of_visits(self.known.language, "together")
        lows, visitor = self.line.lows, mention.visitor
        pairs = [
            (one, other)
            for one, other in pairwise(self.actors)
            if visitor in (one, other)
            and lows[other.start - 1] in together
            and self._only_tells_where(one.end, other.start - 1)
        ]
        if not pairs or not all(
            self.visitors.can_visit(who, mention.destinations) for who in pairs[0]
        ):
            return [mention]
        first, second = pairs[0]
        countries = {self.visitors.country(first), self.visitors.country(second)} - {""}
        both = [replace(mention, visitor=first), replace(mention, visitor=second)]
        return both if len(countries) > 1 else both[:1]

    def _only_tells_where(self, start: int, end: int) -> bool:
        """Whether nothing but whose country it is stands there: "King A of Denmark and Queen B"."""
        at = start + (self.line.low(start, start + 1) in {"of", "của"})
        at += self.line.low(at, at + 1) == "the"
        place = self.known.places.match(self.line.tokens, at)
        return start == end or (place is not None and place[0] == end)

    def _gone_along(self, visitor: Actor) -> int:
        """From where a sentence tells whether its visitor has gone: "Bộ trưởng A sẽ tháp tùng Chủ
        tịch nước B thăm Lào" tells it before it names him.
        """
        along = self._has("along", visitor.start - 3, visitor.start)
        return max(0, visitor.start - 2 * _AROUND) if along else visitor.end

    def _is_noun(self, start: int) -> bool:
        """In English "to visit" is a verb: whoever stands after it does not own it."""
        return self.known.language == "vi" or self.line.low(start - 1, start) not in {
            "to",
            "will",
        }

    def _has(self, key: str, start: int, end: int) -> bool:
        return has_phrase(self.line, self.known.language, key, start, end)

    def _before(self, start: int) -> tuple[int, VisitSort]:
        """Where "a three-day official visit" begins, and of which sort it is."""
        sort = VisitSort.PLAIN
        words = words_of_visits("en", "before")
        while start > 0 and self.line.lows[start - 1] in words:
            start -= 1
            if hit := _sorts("en").match(self.line.tokens, start):
                sort = VisitSort(hit[1])
        return start, sort

    def _is_invited(self, start: int) -> bool:
        """Whether somebody is asked to come: "mời Tổng thống B sang thăm Việt Nam"."""
        invites = words_of_visits(self.known.language, "invites")
        lows = self.line.lows
        return self.line.low(start - 2, start) == "lời mời" or any(
            low in invites and (at == 0 or lows[at - 1] != "lời")
            for at, low in enumerate(lows[:start])
        )

    def _is_denied(self, start: int) -> bool:
        """Whether nobody is said to make the visit, or it is one of several."""
        language = self.known.language
        moving = words_of_visits(language, "moving")
        denied = words_of_visits(language, "denied")
        at = start
        while not any(self.line.low(at - length, at) in denied for length in (1, 2, 3)):
            if at == 0 or self.line.lows[at - 1] not in moving:
                return False
            at -= 1
        return True

    def _phrase(
        self, end: int, sort: VisitSort
    ) -> tuple[VisitSort, Actor | None, list[Destination]] | None:
        """What follows the word for a visit, up to its destinations."""
        owner = None
        at = end
        while at < min(end + LONGEST_PHRASE, len(self.line.tokens)):
            if destination := destination_at(self.line, at, self.known):
                return sort, owner, [destination, *self._further(destination.end)]
            if hit := _sorts(self.known.language).match(self.line.tokens, at):
                sort = VisitSort(hit[1]) if sort is VisitSort.PLAIN else sort
                at = hit[0]
            elif owner is None and (actor := self.visitors.owned(at)):
                owner, at = actor, actor.end
            elif hit := phrases_of_visits(self.known.language, "fillers").match(
                self.line.tokens, at
            ):
                at = hit[0]
            else:
                return None
        return None

    def _arrived(
        self, start: int, end: int, sort: VisitSort
    ) -> tuple[VisitSort, Actor | None, list[Destination]] | None:
        """The same where somebody has gone to a place for a visit: "đến Tokyo, bắt đầu chuyến thăm
        cấp Nhà nước", "arrived in Tokyo for an official visit".
        """
        language = self.known.language
        if hit := _sorts(language).match(self.line.tokens, end):
            sort = VisitSort(hit[1])
        if sort is VisitSort.PLAIN:
            return None
        first = max((actor.end for actor in self.actors if actor.end <= start), default=start)
        for at in range(start - 1, first, -1):
            destination = destination_at(self.line, at, self.known)
            if destination and destination.end <= start:
                gone = self._has("gone", max(first, at - 3), at)
                return (sort, None, [destination]) if gone else None
        return None

    def _hosted(
        self, start: int, end: int, sort: VisitSort
    ) -> tuple[VisitSort, Actor | None, list[Destination]] | None:
        """The same where only whose visit it is stands with it: of whom a country is said to
        welcome, "Nhật Bản hoan nghênh chuyến thăm của Thủ tướng A", else where the title has one
        go.
        """
        owner = self.visitors.owner_after(end)
        if owner is None or not self.visitors.country(owner):
            return None
        if hit := _sorts(self.known.language).match(self.line.tokens, end):
            sort = VisitSort(hit[1])
        destination = self._welcoming(start)
        headline = self.headline
        if headline and headline.tells_of(owner.who, self.visitors.country(owner)):
            destination = destination or headline.destination
        return (sort, owner, [replace(destination, end=owner.start)]) if destination else None

    def _welcoming(self, start: int) -> Destination | None:
        """The country that is said to welcome a visit right before it."""
        welcomes = phrases_of_visits(self.known.language, "welcomes")
        for at in range(max(0, start - 2 * _AROUND), start):
            destination = destination_at(self.line, at, self.known)
            if destination is None:
                continue
            for position in range(destination.end, min(destination.end + 3, start)):
                hit = welcomes.match(self.line.tokens, position)
                if hit and start - 2 <= hit[0] <= start:
                    return destination
        return None

    def _accepter_behind(self) -> int | None:
        """Who is said to accept an invitation in the sentence that follows."""
        actors = self.cast.actors[self.number + 1 : self.number + 2]
        if self.following is None or not actors or not actors[0]:
            return None
        if self.following.paragraph != self.line.paragraph:
            return None
        accepted = phrases_of_visits(self.known.language, "accepted")
        tokens = self.following.tokens[:LONGEST_BETWEEN]
        told = any(accepted.match(tokens, at) for at in range(len(tokens)))
        return actors[0][0].who if told else None

    def _further(self, at: int) -> Iterator[Destination]:
        """The other destinations of a list: "Nhật Bản, Hàn Quốc và Lào"."""
        language = self.known.language
        while at < len(self.line.tokens):
            if (hit := phrases_of_visits(language, "and").match(self.line.tokens, at)) is None:
                return
            at = hit[0]
            for key in ("again", "fillers"):
                while hit := phrases_of_visits(language, key).match(self.line.tokens, at):
                    if destination_at(self.line, at, self.known):
                        break
                    at = hit[0]
            destination = destination_at(self.line, at, self.known)
            if destination is None:
                return
            yield destination
            at = destination.end
