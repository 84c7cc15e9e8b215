"""Parts that several cards share: sentences, sources, statements, tasks, footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from bot.briefings.cards import (
    Bilingual,
    ConferenceRef,
    DateOf,
    Line,
    Section,
    SourceRef,
    SpeakerRef,
    TaskRef,
)
from bot.render.sheet import Kind, Sheet, Span, Style, bold
from bot.render.voice import UNCERTAIN, Voice, capital, quote
from bot.texts import N_
from bot.texts.dates import Detail
from bot.texts.names import PLACES, STATUSES
from summarizer.facts.model import EventKind

OVERVIEW = 280
TASK = 200
"""Characters of a statement and of a task on an overview; their own section has them whole."""

_TASKS = N_("Tasks")
_DERIVED = N_("(title derived)")

Parts = Sequence[Span | str]


def entry(
    sheet: Sheet,
    voice: Voice,
    kind: Kind,
    of: Bilingual | None,
    make: Callable[..., Parts],
    *args: object,
    under: Kind = Kind.UNDER,
    most: int = 0,
) -> None:
    """Add what ``make(voice, *args)`` says; for readers of both, the English below in italics.

    ``of`` is the text it is about: a language that it is not there in is left out. Where its
    translation has a wrong number or date, the original is set below, cut to ``most`` characters
    where that is given.
    """
    first, *others = voice.speaking(of)
    sheet.add(kind, *make(first, *args))
    for other in others:
        sheet.add(under, *(_slanted(part) for part in make(other, *args)))
    if original := first.original(of):
        mark = UNCERTAIN.strip()
        sheet.add(under, Span(f"{mark} {quote(first.clip(original, most))}", Style.ITALIC))


def _slanted(part: Span | str) -> Span:
    if isinstance(part, str):
        return Span(part, Style.ITALIC)
    return Span(part.text, part.style or Style.ITALIC, part.link)


def labelled(label: str, text: str) -> str:
    """``label: text``."""
    return f"{label}: {text}"


def heading(sheet: Sheet, text: str, shown: int = 0, total: int = 0) -> None:
    """A heading, with ``shown/total`` where only a part is shown."""
    count = f" ({shown}/{total})" if 0 < shown < total else ""
    sheet.add(Kind.HEADING, text + count)


def title(sheet: Sheet, voice: Voice, text: Bilingual, mark: str = "") -> None:
    """The card's title, in both languages one below the other; ``mark`` before the first."""
    first, *others = voice.speaking(text)
    sheet.add(Kind.TITLE, bold(mark + (capital(first.name(text)) or "…")))
    for other in others:
        sheet.add(Kind.FACT, Span(capital(other.name(text)), Style.ITALIC))


def ref(number: int) -> str:
    """How an article is referred to."""
    return f"[{number}]"


def lines(sheet: Sheet, voice: Voice, shown: Iterable[Line], *, most: int = 0) -> None:
    """Sentences, each with its source's number; cut to ``most`` characters where that is given."""
    for line in shown:
        entry(sheet, voice, Kind.ITEM, line.text, _line, line, most, most=most and most * 2)


def _line(voice: Voice, line: Line, most: int) -> Parts:
    number = f" {ref(line.article)}" if voice.leads(line.text) else ""
    said = voice.say(line.text, quoted=line.quoted) or "…"
    return [voice.clip(said, most), number]


def speaker(voice: Voice, shown: SpeakerRef) -> list[Span | str]:
    """Name in bold and role of a speaker, in one voice."""
    role = voice.name(shown.role)
    return [bold(capital(voice.name(shown.name))), f", {role}" if role else ""]


def statements(sheet: Sheet, voice: Voice, shown: Sequence[Line], *, most: int = 0) -> None:
    """Who said what: each speaker's name and role above what he or she said."""
    for _, group in groupby(shown, key=lambda line: line.speaker.id if line.speaker else 0):
        said = list(group)
        if who := said[0].speaker:
            entry(sheet, voice, Kind.TEXT, who.role or who.name, _speaking, who)
        lines(sheet, voice, said, most=most)


def _speaking(voice: Voice, shown: SpeakerRef) -> Parts:
    return [*speaker(voice, shown), ":"]


def task(sheet: Sheet, voice: Voice, shown: TaskRef, *, most: int = 0) -> None:
    """A task with its number, who set and who stated it, for whom, by when, and its source."""
    first, *others = voice.speaking(shown.text)
    facts = task_facts(first, shown)

    def text(v: Voice) -> Parts:
        said = capital(v.say(shown.text)) or "…"
        said = v.clip(said, most)
        if v is not first:
            return [said]
        return [bold(f"{shown.number}."), f" {said}", "" if facts else f" {ref(shown.article)}"]

    entry(sheet, voice, Kind.ITEM, shown.text, text, most=most and most * 2)
    if facts:
        sheet.add(Kind.UNDER, "↳ ", " · ".join([*facts, ref(shown.article)]))
    for other in others:
        sheet.add(Kind.UNDER, Span(" · ".join(task_facts(other, shown)), Style.ITALIC))


def tasks(
    sheet: Sheet, voice: Voice, shown: Sequence[TaskRef], total: int, section: Section
) -> None:
    """A heading and the tasks under it; cut short on an overview."""
    if shown:
        heading(sheet, voice.texts(_TASKS), len(shown), total)
        for each in shown:
            task(sheet, voice, each, most=TASK if section is Section.OVERVIEW else 0)


def task_facts(voice: Voice, shown: TaskRef) -> list[str]:
    """Who set a task, who stated it, for whom, by when, in one voice; what is not known is not
    said.
    """
    _ = voice.texts
    facts: list[str] = []
    if shown.set_by:
        facts.append(labelled(_("set by"), voice.name(shown.set_by)))
    if shown.stated_by and not (shown.set_by and shown.stated_by_id == shown.set_by_id):
        facts.append(labelled(_("stated by"), voice.name(shown.stated_by)))
    if shown.assignee:
        facts.append(labelled(_("to be done by"), voice.name(shown.assignee)))
    if shown.due.known:
        facts.append(labelled(_("due"), voice.date(shown.due, Detail.LISTED)))
    return facts


def source(
    sheet: Sheet, voice: Voice, shown: SourceRef, mark: str = "", kind: Kind = Kind.ITEM
) -> None:
    """A source: number, title (linked where it has an address), publisher, date; ``mark`` first."""

    def text(v: Voice) -> Parts:
        derived = f" {v.texts(_DERIVED)}" if shown.title_derived else ""
        return [
            Span(v.name(shown.title) or "…", link=shown.url),
            f"{derived} — {source_line(v, shown)}",
        ]

    def numbered(v: Voice) -> Parts:
        return [mark, bold(ref(shown.number)), " ", *text(v)] if v.leads(shown.title) else text(v)

    entry(sheet, voice, kind, shown.title, numbered)


def source_line(voice: Voice, shown: SourceRef) -> str:
    """Publisher and date of a source."""
    _ = voice.texts
    name = shown.source or _("source unknown")
    known = shown.date_of is not DateOf.NOTHING and shown.date.known
    if shown.starter and (not known or str(shown.date.year) in name):
        return name  # the name of a starter article's source has its date in it
    return f"{name}, {voice.source_date(shown)}"


def sources(sheet: Sheet, voice: Voice, label: str, shown: Sequence[SourceRef], total: int) -> None:
    """A heading and the sources under it."""
    if shown:
        heading(sheet, label, len(shown), total)
        for each in shown:
            source(sheet, voice, each)


def has_visits(shown: Sequence[ConferenceRef]) -> bool:
    """Whether visits are among conferences."""
    return any(its.kind == EventKind.VISIT for its in shown)


def events(voice: Voice, shown: Sequence[ConferenceRef]) -> str:
    """The heading over conferences, which may be visits."""
    _ = voice.texts
    if not has_visits(shown):
        return _("Conferences")
    both = any(its.kind != EventKind.VISIT for its in shown)
    return _("Conferences and visits") if both else _("Visits")


def conference_facts(voice: Voice, shown: ConferenceRef, detail: Detail = Detail.LISTED) -> str:
    """Date, place and status of a conference in one line, in one voice; a visit is called one."""
    _ = voice.texts
    parts = [_("Visit")] if shown.kind == EventKind.VISIT else []
    parts.append(voice.span(shown.starts, shown.ends, detail))
    if shown.place:
        parts.append(voice.name(shown.place))
    if shown.status in STATUSES:
        parts.append(voice.texts(STATUSES[shown.status]))
    return " · ".join(parts)


def footnotes(sheet: Sheet, voice: Voice, starters: Iterable[str] = ()) -> None:
    """What has to be said of the whole card: starter articles, machine translation."""
    if names := list(dict.fromkeys(starters)):
        _ = voice.texts
        sheet.add(Kind.NOTE, labelled(_("Sources"), "; ".join(names)))
    for note in voice.notes():
        for line in note.split("\n"):
            sheet.add(Kind.NOTE, line)


def starter_names(shown: Iterable[SourceRef]) -> list[str]:
    """Names of the starter articles among sources."""
    return [each.source for each in shown if each.starter and each.source]


def speaker_list(sheet: Sheet, voice: Voice, shown: Sequence[SpeakerRef], total: int) -> None:
    """Speakers with role and number of statements,"""
    _ = voice.texts
    if not shown:
        return
    heading(sheet, _("Speakers"), len(shown), total)
    for each in shown:
        speaker_item(sheet, voice, each)


def speaker_item(sheet: Sheet, voice: Voice, shown: SpeakerRef) -> None:
    """A speaker in a list: name, role, number of statements."""
    entry(sheet, voice, Kind.ITEM, shown.role or shown.name, _counted, shown)


def _counted(voice: Voice, shown: SpeakerRef) -> Parts:
    return [*speaker(voice, shown), f" — {counts(voice, shown)}"]


def counts(voice: Voice, shown: SpeakerRef) -> str:
    """How often a speaker speaks, or is only mentioned."""
    _ = voice.texts
    if shown.statements:
        return _.plural("{n} statement", "{n} statements", shown.statements)
    return _.plural("{n} mention", "{n} mentions", shown.mentions)


def mentions(sheet: Sheet, voice: Voice, shown: Sequence[Line], total: int) -> None:
    """Where somebody is only named: caption, teaser or text, each labelled as such."""
    if not shown:
        return
    _ = voice.texts
    heading(sheet, _("Mentioned"), len(shown), total)
    for line in shown:
        entry(sheet, voice, Kind.ITEM, line.text, _mention, line)


def _mention(voice: Voice, line: Line) -> Parts:
    label = Span(labelled(voice.texts(PLACES[line.place]), ""), Style.ITALIC)
    text = voice.say(line.text) + (f" {ref(line.article)}" if voice.leads(line.text) else "")
    return (
        [label, bold(voice.name(line.speaker.name)), f": {text}"] if line.speaker else [label, text]
    )


def conference(sheet: Sheet, voice: Voice, shown: ConferenceRef) -> None:
    """A conference in a list: name, date, place, status, number of articles."""

    def text(v: Voice) -> Parts:
        name = capital(v.name(shown.name)) or "…"
        return [bold(name) if v.leads(shown.name) else name]

    def facts(v: Voice) -> Parts:
        _ = v.texts
        told = [conference_facts(v, shown)]
        if shown.reported and shown.articles:
            told.append(_.plural("{n} article", "{n} articles", shown.articles))
        return [" · ".join(told)]

    entry(sheet, voice, Kind.ITEM, shown.name, text)
    for single in voice.singles:
        sheet.add(Kind.UNDER, *facts(single))
