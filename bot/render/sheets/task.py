"""The card of one task."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefings.cards import Line, TaskCard, TaskRef
from bot.render.actions import Open
from bot.render.messages import Button
from bot.render.sheet import Kind, Sheet, bold
from bot.render.sheets import buttons, parts
from bot.render.voice import Voice, capital, clip
from bot.texts.names import THEMES
from summarizer.facts.model import Theme

RELATED = 140
"""Characters of another task of the article; its own card has it whole."""


def lay_out(card: TaskCard, voice: Voice) -> Sheet:
    """The task, who set and who stated it, its sentence in context, what was set with it."""
    _ = voice.texts
    sheet = Sheet()
    task = card.task
    sheet.add(Kind.TITLE, _("Task {number}", number=task.number))
    parts.entry(sheet, voice, Kind.TEXT, task.text, _text, task)
    for single in voice.singles:
        _ = single.texts
        facts = parts.task_facts(single, task)
        if not task.set_by and not task.stated_by:
            facts.append(_("the text names nobody who set it"))
        if task.theme in THEMES:
            facts.append(parts.labelled(_("theme"), _(THEMES[task.theme])))
        if task.conference:
            facts.append(parts.labelled(_("at"), single.name(task.conference.name)))
        sheet.add(Kind.UNDER, "↳ " + " · ".join(facts))
    _ = voice.texts
    if context := _readable(card.context, voice):
        parts.heading(sheet, _("In context"))
        parts.lines(sheet, voice, context)
    if card.related:
        parts.heading(sheet, _("Other tasks of the article"))
        for related in card.related:
            parts.entry(sheet, voice, Kind.ITEM, related.text, _related, related, most=RELATED * 2)
    parts.sources(sheet, voice, _("Source"), [card.source], 1)
    parts.footnotes(sheet, voice)
    _buttons(sheet, voice, card)
    return sheet


def _buttons(sheet: Sheet, voice: Voice, card: TaskCard) -> None:
    _ = voice.texts
    task = card.task
    people = {}
    for id_, name in ((task.set_by_id, task.set_by), (task.stated_by_id, task.stated_by)):
        if id_ is not None and name is not None:
            people[id_] = buttons.named(voice, name, Open("speaker", id_))
    sheet.row(*people.values())
    buttons.conferences(sheet, voice, [task.conference] if task.conference else [])
    number = card.source.number
    sheet.row(Button(_("Article {number}", number=parts.ref(number)), Open("article", number)))
    sheet.grid(
        (Button(str(t.number), Open("task", t.number)) for t in card.related),
        5,
    )
    if task.theme != Theme.OTHER:
        buttons.follow(sheet, voice, "task", task.number)
    buttons.languages(sheet, voice, lambda to: Open("task", task.number, language=to))


def _readable(context: Sequence[Line], voice: Voice) -> Sequence[Line]:
    """The lines of the context that are there in the reader's language; all where none is."""
    return [line for line in context if voice.both or line.text.has(voice.language)] or context


def _text(voice: Voice, shown: TaskRef) -> parts.Parts:
    return [capital(voice.say(shown.text)) or "…"]


def _related(voice: Voice, shown: TaskRef) -> parts.Parts:
    text = clip(capital(voice.say(shown.text)), RELATED)
    return [bold(f"{shown.number}."), f" {text}"] if voice.leads(shown.text) else [text]
