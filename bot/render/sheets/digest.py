"""The digest: what is new, grouped."""

from __future__ import annotations

from bot.briefings.cards import DigestCard, DigestItem, Line, Reason
from bot.render.actions import Open, ShowDigest
from bot.render.messages import Button
from bot.render.sheet import Kind, Sheet, italic
from bot.render.sheets import buttons, parts
from bot.render.voice import Voice
from bot.texts import Translator

LINE = 200
"""Characters of a sentence in a digest; its card has it whole."""


def lay_out(card: DigestCard, voice: Voice, *, reasons: bool = False) -> Sheet:
    """Conferences, the news by story, statements, tasks; with the reasons in a preview."""
    _ = voice.texts
    sheet = Sheet()
    sheet.add(Kind.TITLE, _("Digest"))
    if news := sum(1 + len(item.also_in) for item in card.items) + card.more:
        sheet.add(Kind.FACT, _.plural("{n} new article", "{n} new articles", news))
    if card.late:
        sheet.add(Kind.FACT, italic(_("Late: the bot was not running at its time.")))
    if card.empty:
        sheet.add(Kind.TEXT, _("Nothing new since the last digest."))
    if card.conferences:
        parts.heading(sheet, _("Conferences"))
        for conference in card.conferences:
            parts.conference(sheet, voice, conference)
    if card.items:
        parts.heading(sheet, _("News"))
        for item in card.items:
            _item(sheet, voice, item, reasons=reasons)
    if card.more:
        sheet.add(
            Kind.TEXT,
            _.plural("… and {n} more article", "… and {n} more articles", card.more),
        )
    if card.statements:
        parts.heading(sheet, _("Who said what"))
        parts.statements(sheet, voice, card.statements, most=LINE)
    if card.tasks:
        parts.heading(sheet, _("Tasks"))
        for task in card.tasks:
            parts.task(sheet, voice, task, most=LINE)
    parts.footnotes(sheet, voice, card.starter_sources)
    buttons.conferences(sheet, voice, card.conferences)
    numbers = [item.source.number for item in card.items]
    sheet.grid((Button(parts.ref(n), Open("article", n)) for n in numbers), 5)
    if card.on_demand:
        buttons.languages(sheet, voice, ShowDigest)
    return sheet


def _item(sheet: Sheet, voice: Voice, item: DigestItem, *, reasons: bool) -> None:
    _ = voice.texts
    parts.source(sheet, voice, item.source)
    if line := item.line:
        parts.entry(sheet, voice, Kind.UNDER, line.text, _told, line)
    if item.also_in:
        names = [f"{parts.ref(s.number)} {s.source or ''}".strip() for s in item.also_in]
        sheet.add(Kind.UNDER, parts.labelled(_("also in"), ", ".join(names)))
    if reasons:
        why = [_reason(_, reason, n) for reason, n in item.reason]
        sheet.add(Kind.UNDER, italic(parts.labelled(_("why here"), ", ".join(why))))


def _reason(_: Translator, reason: Reason, n: int) -> str:
    match reason:
        case Reason.SOURCES:
            return _.plural("{n} source", "{n} sources", n)
        case Reason.CONFERENCE:
            return _("reports a conference")
        case Reason.STATEMENTS:
            return _.plural("{n} statement", "{n} statements", n)
        case Reason.TASKS:
            return _.plural("{n} task", "{n} tasks", n)
        case Reason.NEWEST:
            return _("the newest")


def _told(voice: Voice, line: Line) -> parts.Parts:
    return [voice.clip(voice.say(line.text), LINE)]
