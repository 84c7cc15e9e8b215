"""Facts that were found against facts that people marked: what counts as the same, and the totals.

The rules of matching are those of ``benchmarks/gold/README.md``. Marks and finds are brought into
one form, :class:`Answer`, and paired one to one, as many as can be: a name found twice is right
once. A person has to be right again with the role (only persons that have one are asked). Bodies
are no persons, what bodies say is not scored, and names that stand in captions, teasers or by-lines
only count neither way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from summarizer.document import TITLE, Document
from summarizer.facts import Facts, Kind, Mention, Place
from summarizer.text.folding import fold

OVERLAP = 0.6
"""Jaccard overlap of words from which two names of conferences are the same."""

_SYLLABLE = re.compile(r"\w+")
_APPENDED = re.compile(r"\([^()]*\)")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&]|\s[-–—]\s)\s*")
_LONGEST_BYLINE = 5
_LAST_PARAGRAPHS = 2

T = TypeVar("T")


class Part(StrEnum):
    """What is scored."""

    PERSONS = "persons"
    ROLES = "persons with roles"
    STATEMENTS = "statements"
    CONFERENCES = "conferences"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Person:
    """A named person; ``paragraph`` is where the name stands, ``role`` is ``""`` if there is none."""

    name: str
    role: str = ""
    paragraph: int = TITLE


@dataclass(frozen=True, slots=True)
class Said:
    """That a paragraph reports words of a person."""

    paragraph: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Event:
    """A conference by name."""

    name: str
    paragraph: int = TITLE


@dataclass(frozen=True, slots=True)
class Answer:
    """The facts of one article as they are scored; ``tasks`` are paragraphs."""

    persons: tuple[Person, ...] = ()
    statements: tuple[Said, ...] = ()
    conferences: tuple[Event, ...] = ()
    tasks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One part of one article: how many were right, and what was missed or found falsely."""

    right: int
    missed: tuple[object, ...] = ()
    false: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """Counts over articles: right finds, all finds, all marks."""

    right: int = 0
    found: int = 0
    marked: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.marked) if self.found + self.marked else 0.0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Total:
        its = list(outcomes)
        right = sum(one.right for one in its)
        return cls(
            right,
            right + sum(len(one.false) for one in its),
            right + sum(len(one.missed) for one in its),
        )


@dataclass(slots=True)
class _Pairs:
    """A largest set of pairs, by augmenting paths (Kuhn 1955)."""

    fitting: Sequence[Sequence[int]]
    partner: dict[int, int] = field(default_factory=dict)

    def place(self, row: int, seen: set[int]) -> bool:
        for column in self.fitting[row]:
            if column in seen:
                continue
            seen.add(column)
            if column not in self.partner or self.place(self.partner[column], seen):
                self.partner[column] = row
                return True
        return False


def pair(marked: Sequence[T], found: Sequence[T], fits: Callable[[T, T], bool]) -> Outcome:
    """Pair marks with finds, each at most once, so that as many as possible are right."""
    pairs = _Pairs([[n for n, one in enumerate(found) if fits(mark, one)] for mark in marked])
    for row in range(len(marked)):
        pairs.place(row, set())
    taken = set(pairs.partner.values())
    return Outcome(
        len(taken),
        tuple(mark for row, mark in enumerate(marked) if row not in taken),
        tuple(one for column, one in enumerate(found) if column not in pairs.partner),
    )


def same_name(one: str, other: str) -> bool:
    """Whether the folded names are equal, or one of two syllables or more ends the other."""
    short, long = sorted((_syllables(one), _syllables(other)), key=len)
    if not short:
        return False
    return short == long or (len(short) > 1 and long[-len(short) :] == short)


def same_role(one: str, other: str) -> bool:
    """Whether one folded role contains the other; without a role there is nothing to compare."""
    first, second = " ".join(_syllables(one)), " ".join(_syllables(other))
    return bool(first and second) and (first in second or second in first)


def same_conference(one: str, other: str) -> bool:
    """Whether the folded words overlap by 0.6 (Jaccard)."""
    first, second = set(_syllables(one)), set(_syllables(other))
    return bool(first | second) and len(first & second) / len(first | second) >= OVERLAP


def _syllables(text: str) -> list[str]:
    return _SYLLABLE.findall(fold(text))


def score(marked: Answer, found: Answer, uncounted: Iterable[str] = ()) -> Mapping[Part, Outcome]:
    """Compare one article; finds named as ``uncounted`` (by-lines) that nobody marked are left out."""
    ignored = list(uncounted)

    def counts(name: str) -> bool:
        return not any(same_name(name, one) for one in ignored) or any(
            same_name(name, person.name) for person in marked.persons
        )

    persons = [person for person in found.persons if counts(person.name)]
    statements = [said for said in found.statements if counts(said.speaker)]
    return {
        Part.PERSONS: pair(marked.persons, persons, _same_person),
        Part.ROLES: pair(
            [person for person in marked.persons if person.role],
            [person for person in persons if person.role],
            lambda one, other: _same_person(one, other) and same_role(one.role, other.role),
        ),
        Part.STATEMENTS: pair(
            _once(marked.statements),
            _once(statements),
            lambda one, other: (
                one.paragraph == other.paragraph and same_name(one.speaker, other.speaker)
            ),
        ),
        Part.CONFERENCES: pair(
            marked.conferences,
            found.conferences,
            lambda one, other: same_conference(one.name, other.name),
        ),
        Part.TASKS: pair(_once(marked.tasks), _once(found.tasks), lambda one, other: one == other),
    }


def _same_person(one: Person, other: Person) -> bool:
    return same_name(one.name, other.name)


def _once(things: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(things))


def answer_of(facts: Facts, document: Document) -> Answer:
    """What the extractor found in an article, as it is scored."""
    people = [
        speaker
        for speaker in facts.speakers
        if speaker.kind is Kind.PERSON
        and (not speaker.mentions or any(m.place is Place.BODY for m in speaker.mentions))
    ]
    named = {speaker.name for speaker in people}
    return Answer(
        tuple(
            Person(speaker.name, speaker.role, _paragraph(speaker.mentions, document))
            for speaker in people
        ),
        tuple(
            Said(statement.paragraph, statement.speaker)
            for statement in facts.statements
            if statement.speaker in named
        ),
        tuple(Event(meeting.name, meeting.paragraph) for meeting in facts.meetings),
        tuple(task.paragraph for task in facts.tasks),
    )


def _paragraph(mentions: Iterable[Mention], document: Document) -> int:
    """Where the first mention in a sentence stands; the title's have none."""
    for mention in mentions:
        if mention.place is Place.BODY and mention.sentence >= 0:
            return document.sentences[mention.sentence].paragraph
    return TITLE


def bylines(paragraphs: Sequence[str]) -> list[str]:
    """The names of authors at the end of an article: "An Bình", "An Bình - Lê Cúc (Theo X)".

    A last paragraph is one if, without what is in brackets, it is nothing but names: two to five
    words, all with capitals, and no full stop.
    """
    names: list[str] = []
    for paragraph in paragraphs[-_LAST_PARAGRAPHS:]:
        parts = _BETWEEN_NAMES.split(_APPENDED.sub("", paragraph).strip())
        if all(_is_name(part) for part in parts):
            names += parts
    return names


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        1 < len(words) <= _LONGEST_BYLINE
        and all(word[0].isupper() for word in words)
        and not text.endswith((".", "?", "!", ":"))
    )
