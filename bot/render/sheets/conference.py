"""The briefing on a conference."""

from __future__ import annotations

from bot.briefings.cards import Bilingual, ConferenceCard, Section
from bot.render.sheet import Kind, Sheet, italic
from bot.render.sheets import buttons, parts
from bot.render.voice import Voice
from bot.texts.dates import Detail

ALIASES = 3
"""Other names shown at most."""


def lay_out(card: ConferenceCard, voice: Voice) -> Sheet:
    """Title, date and place, summary, who said what, tasks, sources."""
    _ = voice.texts
    sheet = Sheet()
    overview = card.section is Section.OVERVIEW
    shown = card.conference
    parts.title(sheet, voice, shown.name)
    if voice.language != shown.name.original and not voice.both:
        original = shown.name.in_(shown.name.original)
        if original != shown.name.in_(voice.language):
            sheet.add(Kind.FACT, italic(original))
    for single in voice.singles:
        sheet.add(Kind.FACT, parts.conference_facts(single, shown, Detail.FULL))
    if card.section is Section.OVERVIEW:
        _details(sheet, voice, card)
    if card.summary:
        parts.heading(sheet, _("Summary"))
        parts.lines(sheet, voice, card.summary)
    if card.statements:
        parts.heading(sheet, _("Who said what"), len(card.statements), card.totals.statements)
        parts.statements(sheet, voice, card.statements, most=parts.OVERVIEW if overview else 0)
    parts.tasks(sheet, voice, card.tasks, card.totals.tasks, card.section)
    if card.section is Section.SPEAKERS:
        parts.speaker_list(sheet, voice, card.speakers, card.totals.speakers)
        buttons.speakers(sheet, voice, card.speakers)
    shown_sources = len(card.sources) + len(card.referred)
    cut_off = card.totals.sources - shown_sources
    parts.sources(sheet, voice, _("Sources"), card.sources, len(card.sources) + cut_off)
    parts.sources(sheet, voice, _("Referred to in"), card.referred, len(card.referred))
    parts.footnotes(sheet, voice)
    buttons.sections(
        sheet, voice, "conference", shown.id, card.section, card.totals,
        (
            (Section.STATEMENTS, _("Who said what")),
            (Section.TASKS, _("Tasks")),
            (Section.SPEAKERS, _("Speakers")),
            (Section.SOURCES, _("Sources")),
        ),
    )  # fmt: skip
    if overview:
        buttons.follow(sheet, voice, "conference", shown.id)
    buttons.turning(sheet, voice, "conference", shown.id, card.section, card.page)
    return sheet


def _details(sheet: Sheet, voice: Voice, card: ConferenceCard) -> None:
    _ = voice.texts
    if not card.conference.reported:
        sheet.add(Kind.FACT, _("No article here reports it; articles only refer to it."))
    for who, say in ((card.host, _host), (card.chair, _chair)):
        if who:
            parts.entry(sheet, voice, Kind.FACT, who, say, who, under=Kind.FACT)
    if card.aliases:
        sheet.add(Kind.FACT, parts.labelled(_("Also called"), "; ".join(card.aliases[:ALIASES])))


def _host(voice: Voice, host: Bilingual) -> parts.Parts:
    _ = voice.texts
    return [parts.labelled(_("Host"), voice.name(host))]


def _chair(voice: Voice, chair: Bilingual) -> parts.Parts:
    _ = voice.texts
    return [parts.labelled(_("Chair"), voice.name(chair))]
