"""Cards: what a briefing shows, as structured, language-neutral objects.

A card holds texts in both languages where there are both; it never holds markup, labels or
buttons. The render modules turn cards into messages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.briefings.parts import (
    Bilingual,
    ConferenceRef,
    DateOf,
    DocumentRef,
    Line,
    Page,
    Section,
    SourceRef,
    SpeakerRef,
    TaskRef,
    Totals,
)
from bot.briefings.placing import Change, LeftOut, Placed, Reason
from summarizer.text.dates import UNKNOWN_DATE, PartialDate
from summarizer.text.folding import fold

__all__ = [
    "ArticleCard",
    "ArticleList",
    "Bilingual",
    "Card",
    "Choice",
    "ConferenceCard",
    "ConferenceList",
    "ConferenceRef",
    "DateOf",
    "DigestCard",
    "DigestItem",
    "DocumentRef",
    "Edition",
    "Hit",
    "Line",
    "Page",
    "RoleLine",
    "Section",
    "SourceRef",
    "SpeakerCard",
    "SpeakerList",
    "SpeakerRef",
    "SummaryCard",
    "TaskCard",
    "TaskList",
    "TaskRef",
    "TermCard",
    "TermLine",
    "Totals",
    "TranslationCard",
]


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """One article: its summary, who spoke, the tasks, the conferences."""

    source: SourceRef
    summary: tuple[Line, ...]
    summary_method: str
    """``extract`` or ``abstract:NAME``."""
    statements: tuple[Line, ...]
    tasks: tuple[TaskRef, ...]
    conferences: tuple[ConferenceRef, ...]
    speakers: tuple[SpeakerRef, ...]
    mentioned: tuple[Line, ...] = ()
    same_story: tuple[SourceRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    page: Page = field(default_factory=Page)
    section: Section = Section.OVERVIEW
    totals: Totals = field(default_factory=Totals)


@dataclass(frozen=True, slots=True)
class ConferenceCard:
    """The briefing on one conference over all its articles."""

    conference: ConferenceRef
    aliases: tuple[str, ...]
    host: Bilingual | None
    chair: Bilingual | None
    summary: tuple[Line, ...]
    statements: tuple[Line, ...]
    tasks: tuple[TaskRef, ...]
    speakers: tuple[SpeakerRef, ...]
    sources: tuple[SourceRef, ...]
    """Articles that report it."""
    referred: tuple[SourceRef, ...] = ()
    """Articles that only refer to it."""
    page: Page = field(default_factory=Page)
    section: Section = Section.OVERVIEW
    totals: Totals = field(default_factory=Totals)


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role with when it was first and last seen in articles, and since when and until when it is
    held, as far as one says so.
    """

    title: Bilingual
    first: PartialDate
    last: PartialDate
    since: PartialDate = UNKNOWN_DATE
    until: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    """The briefing on one speaker: roles, statements, tasks, and where only mentioned."""

    speaker: SpeakerRef
    roles: tuple[RoleLine, ...]
    summary: tuple[Line, ...]
    statements: tuple[Line, ...]
    tasks: tuple[TaskRef, ...]
    mentions: tuple[Line, ...]
    conferences: tuple[ConferenceRef, ...]
    sources: tuple[SourceRef, ...]
    page: Page = field(default_factory=Page)
    section: Section = Section.OVERVIEW
    totals: Totals = field(default_factory=Totals)


@dataclass(frozen=True, slots=True)
class TaskCard:
    """The briefing on one task, with the sentence it stands in and what else was set with it."""

    task: TaskRef
    context: tuple[Line, ...]
    source: SourceRef
    related: tuple[TaskRef, ...] = ()


@dataclass(frozen=True, slots=True)
class ConferenceList:
    """Conferences, newest first (or next first when ``upcoming``); those only referred to apart."""

    items: tuple[ConferenceRef, ...]
    referred: tuple[ConferenceRef, ...] = ()
    upcoming: bool = False
    page: Page = field(default_factory=Page)
    total: int = 0
    starter_sources: tuple[str, ...] = ()
    """Names of the starter articles that what is shown rests on."""
    visits: bool = False
    """Whether only visits were asked for."""
    past: bool = False
    """Whether only those were that are over."""
    country: str = ""
    """Only visits to this country or body, by its key; empty: to any."""
    place: str = ""
    """The place where they are held, as the reader named it, where that is asked for."""
    matter: bool = False
    """Whether ``place`` names what they are about or of which kind: "on climate in Hanoi"."""
    time: Bilingual | None = None
    """The name of the period of which they are, where one is asked for."""
    period: str = ""
    """That period (:meth:`bot.briefings.periods.Period.pack`)."""
    elsewhere: int = 0
    """How many are held in the place at any time, where none is in the period."""
    mixed: bool = False
    """Whether conferences and visits both are among them, on whatever page."""


@dataclass(frozen=True, slots=True)
class SpeakerList:
    """Speakers, those with most statements first."""

    items: tuple[SpeakerRef, ...]
    page: Page = field(default_factory=Page)
    total: int = 0
    starter_sources: tuple[str, ...] = ()
    """Names of the starter articles that what is shown rests on."""


@dataclass(frozen=True, slots=True)
class TaskList:
    """Tasks, newest first, of one word or theme where asked. ``theme`` is the one that the words
    are a key phrase of, where they name none and it has tasks.

    Where a period is asked for, ``time`` is that in words, with the theme that was asked for with
    it; ``word`` has both as a button keeps them. ``by_due`` says that they are in the order in
    which they are due, what lies ahead first, and that ``time`` is that of the deadlines.
    """

    items: tuple[TaskRef, ...]
    word: str = ""
    page: Page = field(default_factory=Page)
    total: int = 0
    starter_sources: tuple[str, ...] = ()
    """Names of the starter articles that what is shown rests on."""
    theme: str = ""
    time: Bilingual | None = None
    by_due: bool = False
    dated: int = 0
    """How many have any deadline, where none is due then."""
    whose: str = ""
    """Who has to do them, as the reader named them, where that is asked for."""
    setter: bool = False
    """Whether ``whose`` set or stated them instead."""
    instead: bool = False
    """Whether those were asked for that ``whose`` has to do, of which there are none."""


@dataclass(frozen=True, slots=True)
class ArticleList:
    """Articles: the latest, or those a search found (then each with the line that matched).

    Where they are looked for within a period, ``period`` is that in the characters of a button and
    ``time`` in words; ``elsewhere`` is how many there are at any time, where there are none then.
    """

    items: tuple[SourceRef, ...]
    lines: tuple[Line | None, ...] = ()
    query: str = ""
    page: Page = field(default_factory=Page)
    total: int = 0
    time: Bilingual | None = None
    period: str = ""
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One of several things a name may mean."""

    thing: str
    """``conference``, ``speaker``, ``task`` or ``article``."""
    id: int
    label: Bilingual
    detail: Bilingual | None = None
    date: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class Choice:
    """Several hits for a name: the reader chooses. ``exact`` false: only the nearest names.

    ``more`` is how many further hits there are beyond those shown; ``latest`` says that so many fit
    that those shown are the latest of them; ``time`` is the time that was asked for, in words,
    where the hits are of that.
    """

    thing: str
    query: str
    hits: tuple[Hit, ...]
    exact: bool = True
    more: int = 0
    latest: bool = False
    time: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class SummaryCard:
    """A summary asked for: of an article, conference, speaker or task, of what the library has on a
    theme or from a period, or of a given text.
    """

    of: str
    """``article``, ``conference``, ``speaker``, ``task``, ``theme``, ``period`` or ``text``."""
    title: Bilingual
    lines: tuple[Line, ...]
    method: str
    sources: tuple[SourceRef, ...] = ()
    id: int | None = None
    language_found: str = ""
    """Language of a given text: ``vi``, ``en`` or ``other``."""
    asked: str = ""
    """What the summary of a speaker is limited to."""
    scope: str = ""
    """The theme, or the period in the characters of a button."""
    period: str = ""
    """The period that the summary of a theme or speaker is limited to, in the same characters."""
    total: int = 0
    """How many articles there are on the theme or from the period."""
    page: Page = field(default_factory=Page)


@dataclass(frozen=True, slots=True)
class TranslationCard:
    """A text the reader sent, translated."""

    text: Bilingual
    engine: str


@dataclass(frozen=True, slots=True)
class TermLine:
    """A row of the glossary."""

    vi: str
    en: str
    kind: str
    variants: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermCard:
    """What the glossary has on a word."""

    query: str
    terms: tuple[TermLine, ...]

    def has(self, name: str) -> bool:
        """Whether one of the rows is of just that name, in either language."""
        wanted = fold(name)
        return any(wanted in map(fold, (t.vi, t.en, *t.variants)) for t in self.terms)


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One story of a digest. ``reason`` says why it stands where it does, for the preview: each
    reason with how often it counts.
    """

    source: SourceRef
    line: Line | None
    also_in: tuple[SourceRef, ...] = ()
    reason: tuple[tuple[Reason, int], ...] = ()
    conference: int | None = None
    """The conference it reports, where that stands in the digest."""
    followed: bool = False


class Edition(StrEnum):
    """What kind of digest it is."""

    DIGEST = "digest"
    WEEKLY = "weekly"
    """The best of a week, told before or not."""
    ALERT = "alert"
    """One thing that the reader follows, at once."""


@dataclass(frozen=True, slots=True)
class DigestCard:
    """A digest: what entered the library between two marks, grouped."""

    conferences: tuple[ConferenceRef, ...]
    items: tuple[DigestItem, ...]
    statements: tuple[Line, ...]
    tasks: tuple[TaskRef, ...]
    since: int
    """Library sequence after which it begins."""
    until: int
    on_demand: bool = True
    late: bool = False
    more: int = 0
    """How many further articles there are beyond those shown."""
    starter_sources: tuple[str, ...] = ()
    edition: Edition = Edition.DIGEST
    placed: tuple[Placed, ...] = ()
    """Everything that is told, with its version and reasons."""
    left_out: tuple[LeftOut, ...] = ()
    """What is not told, where it was asked why."""
    followed: tuple[int, ...] = ()
    """Speakers in it whom the reader follows."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.items or self.conferences or self.statements or self.tasks)

    def changes(self, conference: int) -> tuple[Change, ...]:
        """What is new about a conference that the reader was told of before."""
        return next(
            (p.changes for p in self.placed if (p.thing, p.id) == ("conference", conference)), ()
        )

    def reasons(self, thing: str, id_: int) -> tuple[tuple[Reason, int], ...]:
        """Why a thing stands where it stands."""
        return next((p.reasons for p in self.placed if (p.thing, p.id) == (thing, id_)), ())


Card = (
    ArticleCard
    | ConferenceCard
    | SpeakerCard
    | TaskCard
    | ConferenceList
    | SpeakerList
    | TaskList
    | ArticleList
    | Choice
    | SummaryCard
    | TranslationCard
    | TermCard
    | DigestCard
)
