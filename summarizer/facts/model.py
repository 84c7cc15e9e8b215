"""What is found in an article: typed facts, each with the sentence it stands in.

Everything here is in the language of the article; English renderings are made elsewhere.
``sentence`` is a position in ``Document.sentences``, or :data:`NO_SENTENCE` for a fact that stands
in the title, a caption or a teaser only; ``paragraph`` follows :mod:`summarizer.document`
(−1 lead, −2 title). ``confidence`` is between 0 and 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summarizer.text.dates import UNKNOWN_DATE, PartialDate

NO_SENTENCE = -1


class Place(StrEnum):
    """Where on the page a mention stands."""

    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"


class Kind(StrEnum):
    """Whether a speaker is a human being or a body that speaks as one."""

    PERSON = "person"
    BODY = "body"


class Status(StrEnum):
    """Whether an event had happened when the article was written."""

    PLANNED = "planned"
    HELD = "held"


class Coverage(StrEnum):
    """Whether the article reports a conference or only refers to it."""

    REPORTED = "reported"
    REFERRED = "referred"


class EventKind(StrEnum):
    """Whether people meet at an event, or one travels to others."""

    MEETING = "meeting"
    VISIT = "visit"


class VisitSort(StrEnum):
    """With which honours somebody visits, as far as it is told."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    FRIENDLY = "friendly"
    PLAIN = "plain"


class Theme(StrEnum):
    """The published list of themes of a task."""

    PARTY = "party"
    STATE = "state"
    PEOPLE = "people"
    MULTILATERAL = "multilateral"
    ECONOMIC = "economic"
    CULTURAL = "cultural"
    DIGITAL_CLIMATE = "digital_climate"
    CITIZEN_PROTECTION = "citizen_protection"
    OVERSEAS_VIETNAMESE = "overseas_vietnamese"
    INFORMATION = "information"
    SOVEREIGNTY_SECURITY = "sovereignty_security"
    RESEARCH = "research"
    SECTOR_BUILDING = "sector_building"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in which a person or body is named; ``text`` is the sentence, caption or teaser."""

    place: Place
    text: str
    sentence: int = NO_SENTENCE


@dataclass(frozen=True, slots=True)
class Role:
    """An office of a person, with its time as far as the text dates it; ``former`` if it is over,
    which its title says too ("nguyên Thứ trưởng").
    """

    title: str
    since: PartialDate = UNKNOWN_DATE
    until: PartialDate = UNKNOWN_DATE
    former: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """A named person, or a body that speaks (``các đại biểu``, ``Đảng ta``, ``Bộ Ngoại giao``).

    ``name`` is the fullest form in the article; ``role`` the fullest title, ``""`` if none;
    ``roles`` all of them, the latest first, where the article tells of several or dates one.
    """

    name: str
    kind: Kind
    role: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    confidence: float
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """That somebody said something. ``speaker`` is the name of one of the article's speakers."""

    sentence: int
    paragraph: int
    speaker: str
    text: str
    quoted: bool
    confidence: float
    addressee: str = ""
    conference: int | None = None
    """Index in ``Facts.conferences`` of the event it was said at, where the text says so."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Who visits, and with which honours; where to is the place of the event."""

    visitor: str
    office: str
    sort: VisitSort = VisitSort.PLAIN


@dataclass(frozen=True, slots=True)
class Conference:
    """A conference, summit, forum, session, congress or review, by name; or a visit, whose name is
    made up by rule (:mod:`summarizer.facts.visits.names`) and tells who visits whom.
    """

    name: str
    aliases: tuple[str, ...]
    sentence: int
    paragraph: int
    status: Status
    coverage: Coverage
    confidence: float
    starts: PartialDate = UNKNOWN_DATE
    ends: PartialDate = UNKNOWN_DATE
    place: str = ""
    host: str = ""
    chair: str = ""
    """Who presides by name; several with commas between them."""
    kind: EventKind = EventKind.MEETING
    visit: Visit | None = None
    """What else is known of a visit, ``None`` for a meeting."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something that is to be done. ``set_by`` and ``stated_by`` are ``""`` where nobody is named:
    no issuer beats a guessed one.
    """

    sentence: int
    paragraph: int
    text: str
    theme: Theme
    confidence: float
    set_by: str = ""
    stated_by: str = ""
    assignee: str = ""
    due: PartialDate = UNKNOWN_DATE
    conference: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was found in one article. ``event_date`` is the date of what it reports."""

    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Statement, ...] = ()
    conferences: tuple[Conference, ...] = ()
    tasks: tuple[Task, ...] = ()
    documents: tuple[str, ...] = ()
    event_date: PartialDate = UNKNOWN_DATE

    @property
    def meetings(self) -> tuple[Conference, ...]:
        """The conferences that are no visits."""
        return tuple(found for found in self.conferences if found.kind is EventKind.MEETING)
