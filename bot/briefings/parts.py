"""Parts of cards: texts in both languages, references to things of the library, lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summarizer.text.dates import UNKNOWN_DATE, PartialDate


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text with its other-language side.

    ``original`` says which side is the source's own; ``machine`` that the other side was made by
    machine translation (false where it is official: glossary, names by rule); ``uncertain`` that
    a check found something amiss with it, and ``misstated`` that this is a number or date: one of
    the source is missing in it or is another. Then the original has to be shown with it.
    """

    vi: str | None
    en: str | None
    original: str = "vi"
    machine: bool = True
    uncertain: bool = False
    misstated: bool = False

    def in_(self, language: str) -> str:
        """The text in ``language``, else in the other one."""
        return (self.vi or self.en or "") if language == "vi" else (self.en or self.vi or "")

    def has(self, language: str) -> bool:
        """Whether there is a text in ``language``."""
        return bool(self.vi if language == "vi" else self.en)


class Section(StrEnum):
    """Which part of a card is shown; ``OVERVIEW`` has the best of all."""

    OVERVIEW = ""
    STATEMENTS = "statements"
    TASKS = "tasks"
    SPEAKERS = "speakers"
    MENTIONS = "mentions"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Totals:
    """How many there are of each in all, of which a card's page shows a part."""

    summary: int = 0
    statements: int = 0
    tasks: int = 0
    speakers: int = 0
    mentions: int = 0
    sources: int = 0

    def of(self, section: Section) -> int:
        """The number for a section."""
        return int(getattr(self, section.value)) if section else 0


class DateOf(StrEnum):
    """What the date of an article is the date of."""

    PUBLISHED = "published"
    EVENT = "event"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class SourceRef:
    """An article as a source: number, title, publisher, date."""

    number: int
    title: Bilingual
    source: str | None
    date: PartialDate = UNKNOWN_DATE
    date_of: DateOf = DateOf.NOTHING
    url: str | None = None
    starter: bool = False
    title_derived: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerRef:
    """A person or body with the role to show."""

    id: int
    name: Bilingual
    role: Bilingual | None
    kind: str
    statements: int = 0
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class ConferenceRef:
    """A conference in a list."""

    id: int
    name: Bilingual
    starts: PartialDate
    ends: PartialDate
    place: Bilingual | None
    status: str
    articles: int = 0
    reported: bool = True
    kind: str = "meeting"
    """Of :class:`summarizer.facts.model.EventKind`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence shown to a reader, traced to its article."""

    text: Bilingual
    article: int
    speaker: SpeakerRef | None = None
    conference: ConferenceRef | None = None
    quoted: bool = False
    place: str = "body"
    """``body``, ``caption`` or ``teaser``."""
    date: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class TaskRef:
    """A task with who set it and who stated it; ``None`` where the text names nobody."""

    number: int
    text: Bilingual
    theme: str
    article: int
    set_by: Bilingual | None = None
    stated_by: Bilingual | None = None
    set_by_id: int | None = None
    stated_by_id: int | None = None
    assignee: Bilingual | None = None
    due: PartialDate = UNKNOWN_DATE
    conference: ConferenceRef | None = None
    date: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of how many a card shows, from 1."""

    number: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document that an article names: a directive, a resolution, a convention.

    Attributes:
        name: as the article has it.
        articles: numbers of the latest other articles that name it.
        total: how many others there are.
    """

    name: Bilingual
    articles: tuple[int, ...] = ()
    total: int = 0
