"""The card of one article."""

from __future__ import annotations

from bot.briefings.cards import ArticleCard, DocumentRef, Section
from bot.render.sheet import Kind, Sheet, Span
from bot.render.sheets import buttons, parts
from bot.render.voice import Voice, capital

DOCUMENTS = 10
"""Documents that are shown of an article that cites many."""


def lay_out(card: ArticleCard, voice: Voice) -> Sheet:
    """Title, source and date, summary, who said what, tasks, conferences."""
    _ = voice.texts
    sheet = Sheet()
    overview = card.section is Section.OVERVIEW
    source = card.source
    parts.title(sheet, voice, source.title, f"{parts.ref(source.number)} ")
    if source.title_derived:
        sheet.add(Kind.FACT, _("(title derived: the source gives none)"))
    for single in voice.singles:
        sheet.add(Kind.FACT, Span(parts.source_line(single, source), link=source.url))
    if card.summary:
        abstract = card.summary_method.removeprefix("abstract:")
        label = _("Summary")
        if abstract != card.summary_method:
            label = _("Summary (abstract by {name})", name=abstract)
        parts.heading(sheet, label)
        parts.lines(sheet, voice, card.summary)
    if card.statements:
        parts.heading(sheet, _("Who said what"), len(card.statements), card.totals.statements)
        parts.statements(sheet, voice, card.statements, most=parts.OVERVIEW if overview else 0)
    parts.tasks(sheet, voice, card.tasks, card.totals.tasks, card.section)
    parts.mentions(sheet, voice, card.mentioned, card.totals.mentions)
    if card.section is Section.SPEAKERS:
        parts.speaker_list(sheet, voice, card.speakers, card.totals.speakers)
        buttons.speakers(sheet, voice, card.speakers)
    if card.conferences and card.section is Section.OVERVIEW:
        parts.heading(sheet, parts.events(voice, card.conferences))
        for conference in card.conferences:
            parts.conference(sheet, voice, conference)
    if card.documents:
        shown = card.documents[:DOCUMENTS]
        parts.heading(sheet, _("Documents"), len(shown), len(card.documents))
        for document in shown:
            parts.entry(sheet, voice, Kind.ITEM, document.name, _document, document)
    parts.sources(sheet, voice, _("Also in"), card.same_story, len(card.same_story))
    _end(sheet, voice, card)
    return sheet


def _document(voice: Voice, document: DocumentRef) -> parts.Parts:
    """A document, and the latest of the other articles that name it."""
    _ = voice.texts
    name = capital(voice.name(document.name)) or "…"
    if not document.articles:
        return [name]
    others = ", ".join(parts.ref(number) for number in document.articles)
    more = document.total - len(document.articles)
    told = _("also in {others}", others=others)
    if more:
        told = _("also in {others} and {count} more", others=others, count=more)
    return [name, f" ({told})"]


def _end(sheet: Sheet, voice: Voice, card: ArticleCard) -> None:
    _ = voice.texts
    number = card.source.number
    parts.footnotes(sheet, voice)
    buttons.sections(
        sheet, voice, "article", number, card.section, card.totals,
        (
            (Section.STATEMENTS, _("Who said what")),
            (Section.TASKS, _("Tasks")),
            (Section.SPEAKERS, _("Speakers")),
            (Section.MENTIONS, _("Mentions")),
        ),
    )  # fmt: skip
    if card.section is Section.OVERVIEW:
        buttons.conferences(sheet, voice, card.conferences)
    buttons.turning(sheet, voice, "article", number, card.section, card.page)
