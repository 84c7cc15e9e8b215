"""Whom offices and pronouns mean: "Thủ tướng", "Bộ trưởng Ngoại giao Nhật Bản", "ông", "vị này".

An office means the holder who was mentioned last, or, where nobody was, the first one mentioned
later: a lead often names the office before its holder. "Ông" and "bà" mean whom the text was just
about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.facts.model import Place
from summarizer.facts.persons.bare_names import Sighting
from summarizer.facts.persons.cast import FEMALE, MALE, Actor, Person, subject_position
from summarizer.facts.persons.offices import Office, fit, offices_of
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.text.folding import fold

PRONOUN_REACH = 6
"""Lines back in which "ông" or "bà" looks for its person."""

SHOWN_REACH = 3
"""The same for "vị này", "chuyên gia này"."""

MAX_CLOSING = 4
"""Tokens after the verb of whoever is named as the source of a sentence at its end."""

MAX_APPOSITION = 25
"""Words of an explanation between a name and its verb."""

_SIDES = frozenset({"nước", "bên", "phía"})
_BETWEEN_COUNTRIES = frozenset({"và", "-", "–"})

MIN_FULL_NAME = 3
"""Syllables of a full Vietnamese name."""


def _is_plural(line: Line, start: int) -> bool:
    """Whether an office stands in the plural: "các Bộ trưởng"."""
    return start > 0 and line.tokens[start - 1].low in words_of("speech.toml", "plural")


def _main_clause(line: Line) -> int:
    """The token with which the main clause begins, behind one of time that opens the sentence:
    "(Gần như) (ngay) sau khi X nói, Y …"; 0 where none does.
    """
    clauses = words_of("persons.toml", "time_clauses")
    opens = any(
        line.low(start, start + length) in clauses for start in range(4) for length in (1, 2)
    )
    if not opens or any(line.inside):
        return 0
    return next((at + 1 for at, low in enumerate(line.lows) if low == ","), 0)


def _is_of_two(line: Line, end: int) -> bool:
    """Whether an office is that of several: "thủ tướng hai nước"."""
    following = [token.low for token in line.tokens[end : end + 2]]
    return len(following) == 2 and following[0] in {"hai", "các"} and following[1] in _SIDES


def _abroad(office: Office, held: Iterable[Office]) -> bool:
    """Whether somebody is known to hold such an office in another country only."""
    countries = {c for own in held if own.head == office.head for c in own.countries}
    return bool(office.countries and countries and not office.countries & countries)


class Resolver:
    """Resolves offices and pronouns, line by line."""

    def __init__(
        self,
        lines: Sequence[tuple[Place, Line]],
        sightings: Sequence[Sequence[Sighting]],
        named: dict[tuple[int, int], int],
        people: Sequence[Person],
        lexicon: Lexicon,
    ) -> None:
        self.lines = lines
        self.sightings = sightings
        self.named = named
        self.people = people
        self.lexicon = lexicon
        self.held: list[set[Office]] = [
            {o for role in person.roles for o in offices_of(role, lexicon.language)}
            for person in people
        ]
        self._add_peers(sightings, named)
        self.order = sorted((line, number, who) for (line, number), who in named.items())
        self.actors: list[list[Actor]] = []

    def _add_peers(
        self, sightings: Sequence[Sequence[Sighting]], named: dict[tuple[int, int], int]
    ) -> None:
        """Give "người đồng cấp Nước B Y" the office of X in "X, ngoại trưởng Nước A, gặp …"."""
        for (order, number), who in named.items():
            sighting = sightings[order][number]
            if not sighting.peer or self.people[who].roles:
                continue
            countries = {
                country
                for office in offices_of(f"Tổng thống {sighting.peer}", self.lexicon.language)
                for country in office.countries
            }
            for other in range(number - 1, -1, -1):
                first = named.get((order, other))
                if first is None or first == who or not self.people[first].roles:
                    continue
                role = sightings[order][other].role or self.people[first].role
                self.held[who] |= {
                    replace(office, countries=frozenset(countries))
                    for office in offices_of(role, self.lexicon.language)[-1:]
                }
                break

    def resolve(self) -> list[list[Actor]]:
        """The actors of every line."""
        for order, found in enumerate(self.sightings):
            line = self.lines[order][1]
            here: list[Actor] = []
            self.actors.append(here)
            for number, sighting in enumerate(found):
                subject = subject_position(line, sighting.start)
                who: int | None
                if sighting.name:
                    who = self.named.get((order, number))
                    if who is None:
                        continue
                elif _is_plural(line, sighting.start) or _is_of_two(line, sighting.end):
                    who = None
                elif sighting.role:
                    who = self._by_office(sighting, order, number)
                else:
                    who = self._by_pronoun(sighting, order, here)
                if who is None:
                    continue
                here.append(Actor(sighting.start, sighting.end, who, bool(sighting.name), subject))
                if sighting.role and not sighting.name:
                    here += self._colleague(sighting, order, number, subject=subject)
        return self.actors

    def _by_office(self, sighting: Sighting, order: int, number: int) -> int | None:
        offices = offices_of(sighting.role, self.lexicon.language)
        if not offices:
            return None
        if (named := self._by_given_name(sighting)) is not None:
            return named
        aide = offices[0].head in words_of("persons.toml", "aides") and len(offices) > 1
        fits = {}
        for who, held in enumerate(self.held):
            score, first = (
                max((fit(office, own) for own in held), default=0)
                if not _abroad(office, held)
                else 0
                for office in (offices[-1], offices[0])
            )
            if sighting.owned and not any(
                own.head == offices[-1].head and not own.words and not own.countries for own in held
            ):
                # "phát ngôn viên của Thủ tướng X" is no other country's "phát ngôn viên"
                continue
            if aide and not (score and first):
                # "người phát ngôn Tổng thống Nước A" is not the president
                continue
            if score or first:
                fits[who] = max(score, first)
        if not fits:
            return None
        before = {who: line for line, at, who in self.order if (line, at) < (order, number)}
        for actors_line, actors in enumerate(self.actors):
            for actor in actors:
                before[actor.who] = max(before.get(actor.who, -1), actors_line)
        earlier = [who for who in fits if who in before]
        if earlier:
            best = max(fits[who] for who in earlier)
            later_best = max(fits.values())
            if best >= later_best - 1:
                near = [who for who in earlier if fits[who] >= best - 1]
                return max(near, key=lambda who: (fits[who] == best, before[who]))
        after = [
            who for line, at, who in self.order if (line, at) > (order, number) and who in fits
        ]
        best = max((fits[who] for who in after), default=0)
        for who in after:
            if fits[who] == best:
                return who
        return None

    def _colleague(
        self, sighting: Sighting, order: int, number: int, *, subject: bool
    ) -> list[Actor]:
        """Who holds the same office in a second country: "lãnh đạo Nước A và Nước B"."""
        tokens, line = self.lines[order][1].tokens, self.lines[order][1]
        places = self.lexicon.places
        own = next(
            (
                at
                for at in range(sighting.start + 1, sighting.end)
                if (place := places.match(tokens, at)) and place[0] == sighting.end
            ),
            None,
        )
        end = sighting.end
        if own is None or end + 1 >= len(tokens) or tokens[end].low not in _BETWEEN_COUNTRIES:
            return []
        other = places.match(tokens, end + 1)
        if other is None or not tokens[end + 1].cap:
            return []
        role = f"{line.cut(sighting.start, own)} {line.cut(end + 1, other[0])}"
        who = self._by_office(replace(sighting, role=role), order, number)
        return [] if who is None else [Actor(end + 1, other[0], who, named=False, subject=subject)]

    def _by_given_name(self, sighting: Sighting) -> int | None:
        """Who is meant by "Bí thư Nhân", where the given name was read as part of the office."""
        words = sighting.role.split()
        if len(words) < 2 or not words[-1].istitle() or self.lexicon.language == "en":
            return None
        bearers = [
            who
            for who, person in enumerate(self.people)
            if len(person.name.split()) >= MIN_FULL_NAME and person.name.split()[-1] == words[-1]
        ]
        office = fold(" ".join(words[:-1]))
        holders = [
            who for who in bearers if any(office in fold(role) for role in self.people[who].roles)
        ]
        return holders[0] if len(holders) == 1 else None

    def _teller(self, subjects: Sequence[Actor], order: int) -> int:
        """Who of the subjects of a sentence goes on: whoever is said at its end to say it ("…,
        spokeswoman X said on Thursday"), else the first of the main clause ("Sau khi X nói, Y …").
        """
        line, last = self.lines[order][1], subjects[-1]
        begins = _main_clause(line)
        subjects = [actor for actor in subjects if actor.start >= begins] or subjects
        verb = self.lexicon.speech.match(line.tokens, last.end)
        closing = verb is not None and len(line.tokens) - verb[0] <= MAX_CLOSING
        tells = closing and line.tokens[0].start < line.tokens[last.start].start
        return (last if tells else subjects[0]).who

    def _by_pronoun(self, sighting: Sighting, order: int, here: Sequence[Actor]) -> int | None:
        wanted = "m" if sighting.honorific in MALE else "f" if sighting.honorific in FEMALE else ""

        line = self.lines[order][1]
        outside = not line.inside[sighting.start]

        topic = next(
            (
                actor.who
                for actor in here
                if actor.end + 1 == sighting.start
                and line.tokens[actor.end].text == ","
                and line.tokens[0].low in {"về", "riêng", "còn"}
            ),
            None,
        )
        if topic is not None:
            # "Về phía ông X, ông cho biết …"
            return topic

        def possible(actor: Actor, back: int = 0) -> bool:
            if outside and self.lines[order - back][1].inside[actor.start]:
                # somebody in the quotation is not the one who speaks it
                return False
            gender = self.people[actor.who].gender
            return not (wanted and gender and gender != wanted)

        if (
            not outside
            and sighting.end < len(line.tokens)
            and line.tokens[sighting.end].low == "ấy"
        ):
            # "“Tôi đã gặp ông X. Ông ấy nói …”": somebody named in the quotation
            for back in range(1, PRONOUN_REACH + 1):
                spoken = self.lines[order - back][1] if order >= back else None
                for actor in self.actors[order - back] if spoken else []:
                    if spoken and spoken.inside[actor.start] and possible(actor) and actor.named:
                        return actor.who
        for actor in here:
            if possible(actor) and actor.subject:
                return actor.who
        last = [a for a in self.actors[order - 1] if possible(a, 1) and a.subject] if order else []
        if last:
            return self._teller(last, order - 1)
        for actor in here:
            if possible(actor):
                return actor.who
        for back in range(1, (PRONOUN_REACH if wanted else SHOWN_REACH) + 1):
            if order - back < 0:
                break
            actors = self.actors[order - back]
            for subjects_only in (True, False):
                choice = [
                    a for a in actors if possible(a, back) and (a.subject or not subjects_only)
                ]
                if choice:
                    return choice[0].who
        return None
