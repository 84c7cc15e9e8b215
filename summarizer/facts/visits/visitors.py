"""Who makes a visit: whose it is said to be, who stands before it as the one that goes, and who is
not to be taken for a visitor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.facts.persons.cast import Actor, Cast
from summarizer.facts.visits.destinations import Destination, country_of
from summarizer.facts.visits.phrases import has_phrase, phrases_of_visits, words_of_visits
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line, tokenize

LONGEST_BETWEEN = 26
"""Tokens between a visitor and the visit."""
LONGEST_ACTION = 60
"""The same where "and" adds the visit to what else the visitor does."""


@dataclass(frozen=True, slots=True)
class Visitors:
    """The persons of a line as those who may make its visits."""

    line: Line
    actors: Sequence[Actor]
    cast: Cast
    known: Lexicon

    def owned(self, at: int) -> Actor | None:
        """The person whose visit it is said to be at a token: "của Thủ tướng A"."""
        if self.line.lows[at] not in words_of_visits(self.known.language, "owner"):
            return None
        if self.line.low(at - 2, at) == "lời mời" or self.line.lows[at - 1] == "invitation":
            return None
        return next((actor for actor in self.actors if at < actor.start <= at + 3), None)

    def owner_after(self, end: int) -> Actor | None:
        """The person whose visit it is said to be behind a token, before another clause begins."""
        bracketed = False
        for at in range(end, min(end + LONGEST_BETWEEN, len(self.line.tokens))):
            low = self.line.lows[at]
            # "chuyến thăm Lào (ngày 19 và 20/2) của Thủ tướng A"
            bracketed = low == "(" or (bracketed and low != ")")
            if bracketed or low == ")":
                continue
            if low in {",", ";", ":"}:
                return None
            if owner := self.owned(at):
                return owner
        return None

    def before(self, start: int, destinations: Sequence[Destination]) -> Actor | None:
        """Whoever stands before the visit and is said to make it."""
        during = self._has("during", start - 2, start)
        for actor in reversed([actor for actor in self.actors if actor.end <= start]):
            if self._goes_along(actor) or (during and self._is_at_home(actor, destinations)):
                continue
            if during and self._is_complement(actor, destinations):
                continue
            return actor if self._makes(actor, start) and not self._is_aside(actor) else None
        return None

    def _goes_along(self, actor: Actor) -> bool:
        """Whether somebody is only known as another's wife or child."""
        companions = phrases_of_visits(self.known.language, "companions")
        role = tokenize(self.cast.people[actor.who].role)
        return any(companions.match(role, at) for at in range(len(role)))

    def _is_complement(self, actor: Actor, destinations: Sequence[Destination]) -> bool:
        """Whether somebody is only whose something is, or for whom, where another from abroad is
        told to do it: "A trao thư của Tổng thống B cho ông C trong chuyến thăm Lào".
        """
        led = self.line.lows[actor.start - 1] if actor.start else ""
        return led in words_of_visits(self.known.language, "complements") and any(
            other.subject
            and other.end <= actor.start
            and self.cast.people[other.who].role
            and not self._is_at_home(other, destinations)
            for other in self.actors
        )

    def _is_stationed(self, role: str) -> bool:
        """Whether an office is one in the country to which somebody is sent."""
        posts = phrases_of_visits(self.known.language, "posts")
        tokens = tokenize(role)
        return any(posts.match(tokens, at) for at in range(len(tokens)))

    def _is_aside(self, actor: Actor) -> bool:
        """Whether somebody only tells who another is: "A, thư ký của Thủ tướng B, đã thăm Lào"."""
        owners = words_of_visits(self.known.language, "owner")
        before = self.line.low(actor.start - 1, actor.start)
        return before in owners and self.line.low(actor.end, actor.end + 1) in {",", "-", "–", ")"}

    def _makes(self, actor: Actor, start: int) -> bool:
        """Whether what stands between somebody and a visit lets it be his."""
        longest = LONGEST_ACTION if actor.subject and self._is_added(start) else LONGEST_BETWEEN
        if start - actor.end > longest:
            return False
        lows = self.line.lows[actor.end : start]
        if {";", ":"} & set(lows):
            return False
        heading = self._has("heading", actor.end, start)
        # "sau chuyến thăm Lào": of when something else is
        end = start - 1 if self._has("during", start - 1, start) else start
        return heading or self._accepts(actor, start) or not self._is_parted(actor, end)

    def _is_parted(self, actor: Actor, end: int) -> bool:
        """Whether words between somebody and a visit tell of something else, or of a wish."""
        language, tokens = self.known.language, self.line.tokens
        parts = phrases_of_visits(language, "parts")
        purpose = words_of_visits(language, "purpose")
        same = phrases_of_visits(language, "same_subject")
        hits = ((at, same.match(tokens, at)) for at in range(actor.end, end))
        his = {place for at, hit in hits if hit for place in range(at, hit[0])}
        return any(
            parts.match(tokens, at)
            and at not in his
            # "left on May 19"
            and not (language == "en" and tokens[at].cap)
            # "đến Tokyo để dự hội nghị và thăm Nhật Bản"
            and not (self.line.lows[at] in purpose and self._has("setting_out", actor.end, at))
            for at in range(actor.end, end)
        )

    def _is_added(self, start: int) -> bool:
        """Whether a visit is one of several things that somebody does: "sẽ dự … và thăm Lào"."""
        return self._has("together", start - 1, start)

    def _accepts(self, actor: Actor, start: int) -> bool:
        """Whether somebody accepts to come: "vui vẻ nhận lời mời thăm Nga"."""
        accepted = phrases_of_visits(self.known.language, "accepted")
        hits = (accepted.match(self.line.tokens, at) for at in range(actor.end, start))
        return any(hit and hit[0] == start for hit in hits)

    def after(self, end: int, destinations: Sequence[Destination]) -> Actor | None:
        """The subject of the sentence that a visit opens: "Trong chuyến thăm Lào, Thủ tướng …"."""
        if end > LONGEST_BETWEEN:
            return None
        return next(
            (
                actor
                for actor in self.actors
                if actor.start >= end
                and actor.subject
                and self.country(actor)
                and not self._is_at_home(actor, destinations)
            ),
            None,
        )

    def country(self, actor: Actor) -> str:
        """The country that somebody stands for, ``""`` if that is not known."""
        return country_of(self.cast.people[actor.who], self.cast, self.known)

    def _is_at_home(self, actor: Actor, destinations: Sequence[Destination]) -> bool:
        return self.country(actor) in {destination.key for destination in destinations}

    def can_visit(self, actor: Actor, destinations: Sequence[Destination]) -> bool:
        """Whether somebody has an office and is not at home where he goes."""
        person = self.cast.people[actor.who]
        if _runs_on(person.name, self.known) or self._goes_along(actor):
            return False
        if not self.country(actor) and any(place.town for place in destinations):
            return False
        in_office = bool(person.role) and not any(map(person.is_former, person.roles))
        if any(self._is_stationed(role) for role in person.roles):
            return False
        return in_office and not self._is_at_home(actor, destinations)

    def _has(self, key: str, start: int, end: int) -> bool:
        return has_phrase(self.line, self.known.language, key, start, end)


def _runs_on(name: str, known: Lexicon) -> bool:
    """Whether the words of a headline were read as part of a name: "Adam Kent shares images"."""
    words = name.replace(" - ", "-").split()
    return any(word[0].islower() and word not in known.particles for word in words)
