"""Answers: choices, summaries, translations, terms."""

from __future__ import annotations

from bot.briefings.cards import (
    Bilingual,
    Choice,
    Hit,
    Line,
    SummaryCard,
    TermCard,
    TranslationCard,
)
from bot.render.actions import (
    ListTasks,
    Open,
    OpenList,
    Reply,
    Search,
    Summarize,
    SummarizeScope,
)
from bot.render.messages import Button
from bot.render.packing import Action
from bot.render.sheet import Kind, Sheet, bold, italic
from bot.render.sheets import buttons, parts
from bot.render.voice import Voice, capital, clip
from bot.texts import N_, beside
from bot.texts.dates import Detail
from summarizer.text.dates import PartialDate

_KINDS = {
    "name": N_("name"),
    "office": N_("office"),
    "organisation": N_("organisation"),
    "document": N_("document"),
    "conference": N_("conference"),
    "place": N_("place"),
    "concept": N_("concept"),
    "action": N_("action"),
    "phrase": N_("set phrase"),
    "technical": N_("technical term"),
    "exact": N_("technical term"),
}


def choice(card: Choice, voice: Voice, *, summaries: bool = False) -> Sheet:
    """Several things a name may mean, or the nearest names, each with a button."""
    _ = voice.texts
    sheet = Sheet()
    query = clip(card.query, 200)
    if card.exact:
        sheet.add(Kind.TITLE, _("Which one is meant?"))
        time = f": {voice.say(card.time)}" if card.time is not None else ""
        sheet.add(Kind.FACT, f"“{query}”{time}")
        if card.latest:
            total = len(card.hits) + card.more
            sheet.add(Kind.TEXT, _("The latest of {n} conferences", n=total))
    else:
        sheet.add(Kind.TITLE, _("Not found: “{query}”").format(query=query))
        sheet.add(Kind.TEXT, _("The nearest names:"))
    for hit in card.hits:
        parts.entry(sheet, voice, Kind.ITEM, hit.label, _hit, hit)
    if card.latest:
        sheet.add(Kind.APART, _narrower(card, voice))
    elif card.more:
        text = _.plural(
            "… and {n} more: send more of the name.", "… and {n} more: send more of the name.",
            card.more,
        )  # fmt: skip
        sheet.add(Kind.APART, text)
    parts.footnotes(sheet, voice)
    named: list[tuple[Bilingual, Bilingual | None, PartialDate, Action]] = []
    for hit in card.hits:
        action: Action = Open(hit.thing, hit.id)
        if summaries:
            action = Summarize(hit.thing, hit.id, voice.language)
        named.append((hit.label, hit.detail, hit.date, action))
    for button in buttons.distinct(voice, named):
        sheet.row(button)
    of_meetings = card.exact and card.thing == "conference" and not (summaries or card.latest)
    search = Search.of(card.query, 1, voice.language) if of_meetings else None
    if search is not None:
        label = _("Articles with “{words}”", words=clip(card.query, buttons.BESIDE))
        sheet.row(Button(label, search))
    if card.latest:
        sheet.row(Button(_("All conferences"), OpenList("conferences", 1, voice.language)))
    return sheet


def _narrower(card: Choice, voice: Voice) -> str:
    """How to ask for fewer: with a year as an example, where that of one is known and not asked."""
    _ = voice.texts
    year = next((hit.date.year for hit in card.hits if hit.date.year is not None), None)
    if year is None or str(year) in card.query:
        return _("To have fewer, add a word of the name.")
    example = f"{clip(card.query, 60)} {year}"
    return _("To have fewer, add a word of the name or a year: “{example}”.", example=example)


def _hit(voice: Voice, hit: Hit) -> parts.Parts:
    detail = voice.name(hit.detail)
    date = voice.date(hit.date, Detail.SHORT) if hit.date.known else ""
    more = ", ".join(part for part in (detail, date) if part)
    return [bold(capital(voice.name(hit.label))), f", {more}" if more else ""]


def summary(card: SummaryCard, voice: Voice) -> Sheet:
    """A summary with its sources."""
    _ = voice.texts
    sheet = Sheet()
    parts.title(sheet, voice, card.title)
    abstract = card.method.removeprefix("abstract:")
    label = _("Summary")
    if abstract != card.method:
        label = _("Summary (abstract by {name})", name=abstract)
    if card.asked:
        label = _("On “{words}”", words=clip(card.asked, 200))
    if card.scope and card.total:
        sheet.add(Kind.FACT, _articles(voice, card))
    parts.heading(sheet, label)
    if card.of == "text":
        for line in card.lines:
            parts.entry(sheet, voice, Kind.ITEM, line.text, _bare, line)
    else:
        parts.lines(sheet, voice, card.lines)
    if not card.lines:
        sheet.add(Kind.TEXT, _("There is nothing to summarise."))
    parts.sources(sheet, voice, _("Sources"), card.sources, len(card.sources))
    if card.language_found == "other":
        sheet.add(
            Kind.NOTE,
            _("The text is neither Vietnamese nor English: it is summarised in its own language."),
        )
    parts.footnotes(sheet, voice)
    if card.scope:
        _scope_buttons(sheet, voice, card)
    elif card.id is not None:
        of, id_ = card.of, card.id
        sheet.row(Button(_("Full briefing"), Open(of, id_)))
        if not card.asked and not card.period:
            # A button has no room for what was asked.
            buttons.languages(sheet, voice, lambda to: Summarize(of, id_, to))
    elif card.language_found != "other":
        buttons.languages(sheet, voice, lambda to: Reply("summary", to))
    return sheet


def _articles(voice: Voice, card: SummaryCard) -> str:
    """How many articles a summary of several stands for."""
    return beside([_.plural("{n} article", "{n} articles", card.total) for _ in voice.texts.each])


def _scope_buttons(sheet: Sheet, voice: Voice, card: SummaryCard) -> None:
    of, scope, period = card.of, card.scope, card.period
    if of == "theme":
        tasks = ListTasks.of(scope, language=voice.language)
        sheet.row(Button(voice.texts(N_("Tasks of this theme")), tasks) if tasks else None)
    buttons.pages(
        sheet, card.page, lambda number: SummarizeScope(of, scope, number, voice.language, period)
    )
    buttons.languages(
        sheet, voice, lambda to: SummarizeScope(of, scope, card.page.number, to, period)
    )


def _bare(voice: Voice, line: Line) -> parts.Parts:
    return [voice.say(line.text)]


def translation(card: TranslationCard, voice: Voice) -> Sheet:
    """A translated text: only the translation; the reader has the original."""
    _ = voice.texts
    sheet = Sheet()
    target = "en" if card.text.original == "vi" else "vi"
    speaker = Voice(target, voice.remembered)
    kind = Kind.TEXT
    for line in speaker.say(card.text).splitlines():
        sheet.add(kind, line)
        kind = Kind.TEXT if line.strip() else Kind.APART
    if not sheet.paragraphs:
        sheet.add(Kind.TEXT, "…")
    sheet.add(Kind.NOTE, _("Machine translation ({engine}).").format(engine=card.engine))
    if voice.remembered.uncertain:
        sheet.add(Kind.NOTE, voice.uncertain_note())
    return sheet


def terms(card: TermCard, voice: Voice) -> Sheet:
    """What the glossary has on a word."""
    _ = voice.texts
    sheet = Sheet()
    sheet.add(Kind.TITLE, parts.labelled(_("Glossary"), clip(card.query, 200)))
    if not card.terms:
        sheet.add(Kind.TEXT, _("The glossary has nothing like it."))
    for term in card.terms:
        kind = _(_KINDS[term.kind]) if term.kind in _KINDS else term.kind
        sheet.add(Kind.ITEM, bold(term.vi), " — ", bold(term.en), f" ({kind})" if kind else "")
        if term.variants:
            sheet.add(Kind.UNDER, parts.labelled(_("also"), "; ".join(term.variants)))
        if term.note:
            sheet.add(Kind.UNDER, italic(term.note))
    return sheet
