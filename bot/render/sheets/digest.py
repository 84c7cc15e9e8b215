"""The digest: what is new, grouped."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefings.cards import ConferenceRef, DigestCard, DigestItem, Edition, Line
from bot.briefings.placing import Change, LeftOut, Omitted, Reason, Reasons, weight
from bot.render.actions import Open, OpenList, ShowDigest
from bot.render.chat_actions import ShowFollowing, ShowSchedules
from bot.render.messages import Button
from bot.render.sheet import Kind, Sheet, bold, italic
from bot.render.sheets import buttons, parts
from bot.render.voice import Voice
from bot.texts import Translator

LINE = 120
"""Characters of a sentence in a digest; its card has it whole."""
STAR = "★ "
"""Before what the reader follows."""


def lay_out(card: DigestCard, voice: Voice, *, reasons: bool = False) -> Sheet:
    """Conferences with their reports, statements, tasks, the rest; with reasons in a preview."""
    _ = voice.texts
    sheet = Sheet()
    _head(sheet, card, _)
    if card.empty:
        sheet.add(Kind.TEXT, _("Nothing new since the last digest."))
    if card.conferences:
        parts.heading(sheet, parts.events(voice, card.conferences))
        for conference in card.conferences:
            _conference(sheet, voice, card, conference, reasons=reasons)
    followed = [s for s in card.statements if s.speaker and s.speaker.id in card.followed]
    others = [s for s in card.statements if s not in followed]
    _statements(sheet, voice, card, _("Said by those you follow"), followed, reasons=reasons)
    _statements(sheet, voice, card, _("Who said what"), others, reasons=reasons)
    if card.tasks:
        parts.heading(sheet, _("Tasks"))
        for task in card.tasks:
            parts.task(sheet, voice, task, most=LINE)
            _why(sheet, _, card.reasons("task", task.number), shown=reasons)
    rest = [item for item in card.items if item.conference is None]
    if rest:
        heading = _("News") if len(rest) == len(card.items) else _("Further news")
        parts.heading(sheet, heading)
        for item in rest:
            _item(sheet, voice, item, reasons=reasons)
    if card.more and card.edition is not Edition.ALERT:
        sheet.add(
            Kind.TEXT,
            _.plural("… and {n} more article", "… and {n} more articles", card.more),
        )
    _left_out(sheet, voice, card.left_out)
    parts.footnotes(sheet, voice, card.starter_sources)
    _buttons(sheet, voice, card)
    return sheet


def _head(sheet: Sheet, card: DigestCard, _: Translator) -> None:
    match card.edition:
        case Edition.WEEKLY:
            sheet.add(Kind.TITLE, _("The week in review"))
        case Edition.ALERT:
            sheet.add(Kind.TITLE, _("New on what you follow"))
        case _other:
            sheet.add(Kind.TITLE, _("Digest"))
    news = sum(1 + len(item.also_in) for item in card.items) + card.more
    if news and card.edition is not Edition.ALERT:
        sheet.add(Kind.FACT, _.plural("{n} new article", "{n} new articles", news))
    if card.late:
        sheet.add(Kind.FACT, italic(_("Late: it could not be sent at its time.")))


def _conference(
    sheet: Sheet, voice: Voice, card: DigestCard, conference: ConferenceRef, *, reasons: bool
) -> None:
    _ = voice.texts
    parts.conference(sheet, voice, conference)
    if new := card.changes(conference.id):
        said = ", ".join(_change(_, change) for change in new)
        sheet.add(Kind.UNDER, bold(parts.labelled(_("new"), said)))
    _why(sheet, _, card.reasons("conference", conference.id), shown=reasons)
    for item in card.items:
        if item.conference == conference.id:
            _item(sheet, voice, item, reasons=reasons, kind=Kind.UNDER)


def _change(_: Translator, change: Change) -> str:
    match change:
        case Change.DATE:
            return _("the date")
        case Change.PLACE:
            return _("the place")
        case Change.HELD:
            return _("it was held")


def _statements(
    sheet: Sheet,
    voice: Voice,
    card: DigestCard,
    heading: str,
    lines: Sequence[Line],
    *,
    reasons: bool,
) -> None:
    if not lines:
        return
    parts.heading(sheet, heading)
    if not reasons:
        parts.statements(sheet, voice, lines, most=LINE)
        return
    for line in lines:
        parts.statements(sheet, voice, [line], most=LINE)
        if line.speaker:
            _why(sheet, voice.texts, card.reasons("speaker", line.speaker.id), shown=True)


def _item(
    sheet: Sheet,
    voice: Voice,
    item: DigestItem,
    *,
    reasons: bool,
    kind: Kind = Kind.ITEM,
) -> None:
    _ = voice.texts
    mark = "↳ " if kind is Kind.UNDER else ""
    parts.source(sheet, voice, item.source, mark + (STAR if item.followed else ""), kind)
    # A list of further news in two languages would be a wall: its titles do.
    short = voice.both and kind is Kind.ITEM
    if (line := item.line) and not short:
        parts.entry(sheet, voice, Kind.UNDER, line.text, _told, line, most=LINE * 2)
    if item.also_in:
        names = [f"{parts.ref(s.number)} {s.source or ''}".strip() for s in item.also_in]
        sheet.add(Kind.UNDER, parts.labelled(_("also in"), ", ".join(names)))
    _why(sheet, _, item.reason, shown=reasons)


def _told(voice: Voice, line: Line) -> parts.Parts:
    return [voice.clip(voice.say(line.text), LINE)]


def _buttons(sheet: Sheet, voice: Voice, card: DigestCard) -> None:
    _ = voice.texts
    buttons.conferences(sheet, voice, card.conferences)
    numbers = [item.source.number for item in card.items]
    sheet.grid((Button(parts.ref(n), Open("article", n)) for n in numbers), 5)
    if card.on_demand:
        buttons.languages(sheet, voice, ShowDigest)
        return
    more = Button(_("Latest articles"), OpenList("latest")) if card.more else None
    if card.edition is Edition.ALERT:
        sheet.row(Button(_("What I follow"), ShowFollowing()))
    else:
        sheet.row(more, Button(_("My digests"), ShowSchedules()))


# --- the preview ---------------------------------------------------------------------------


def _why(sheet: Sheet, _: Translator, reasons: Reasons, *, shown: bool) -> None:
    if shown and reasons:
        sheet.add(Kind.UNDER, italic(parts.labelled(_("why here"), _reasons(_, reasons))))


def _reasons(_: Translator, reasons: Reasons) -> str:
    said = ", ".join(_reason(_, reason, n) for reason, n in reasons)
    points = weight(reasons)
    return f"{said} = {points}" if points else said


def _reason(_: Translator, reason: Reason, n: int) -> str:
    match reason:
        case Reason.FOLLOWED:
            return _("followed ×{n}", n=n)
        case Reason.OFFICE:
            return _("office of the speaker: {n} of 4", n=n)
        case Reason.SOURCES:
            return _.plural("{n} source", "{n} sources", n)
        case Reason.CONFERENCE:
            return _("reports a conference")
        case Reason.ARTICLES:
            return _.plural("{n} article", "{n} articles", n)
        case Reason.STATEMENTS:
            return _.plural("{n} statement", "{n} statements", n)
        case Reason.TASKS:
            return _.plural("{n} task", "{n} tasks", n)
        case Reason.RECENT:
            return _("recent: {n} of 3", n=n)
        case Reason.CHANGED:
            return _("changed since it was told")
        case Reason.NEWEST:
            return _("the newest")


def _left_out(sheet: Sheet, voice: Voice, left: Sequence[LeftOut]) -> None:
    if not left:
        return
    _ = voice.texts
    parts.heading(sheet, _("Not told, and why"))
    for each in left:
        if each.why is Omitted.CAP:
            why = _("place {place}, its group is full", place=each.place)
        else:
            why = _("told before, and nothing of it is new")
        if each.reasons:
            why += f" ({_reasons(_, each.reasons)})"
        label = voice.clip(voice.singles[0].name(each.label), LINE)
        sheet.add(Kind.ITEM, bold(f"{_thing(_, each.thing)} {each.id}"), f" {label}: ", italic(why))


def _thing(_: Translator, thing: str) -> str:
    match thing:
        case "conference":
            return _("Conference")
        case "task":
            return _("Task")
        case _other:
            return _("Article")
