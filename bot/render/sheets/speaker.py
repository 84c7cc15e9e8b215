"""The briefing on a speaker."""

from __future__ import annotations

from itertools import groupby

from bot.briefings.cards import ConferenceRef, Line, RoleLine, Section, SpeakerCard
from bot.render.sheet import Kind, Sheet, italic
from bot.render.sheets import buttons, parts
from bot.render.voice import Voice, capital
from bot.texts.dates import Detail


def lay_out(card: SpeakerCard, voice: Voice) -> Sheet:
    """Name, roles with dates, what he or she said where, tasks, mentions, sources."""
    _ = voice.texts
    sheet = Sheet()
    overview = card.section is Section.OVERVIEW
    shown = card.speaker
    parts.title(sheet, voice, shown.name)
    for role in card.roles:
        parts.entry(
            sheet, voice, Kind.FACT, role.title,
            _role, role, under=Kind.FACT,
        )  # fmt: skip
    if overview and not card.totals.statements:
        sheet.add(Kind.FACT, italic(_("Only mentioned: no statement in the articles here.")))
    if card.summary:
        parts.heading(sheet, _("Summary"))
        parts.lines(sheet, voice, card.summary)
    _statements(sheet, voice, card)
    parts.tasks(sheet, voice, card.tasks, card.totals.tasks, card.section)
    parts.mentions(sheet, voice, card.mentions, card.totals.mentions)
    parts.sources(sheet, voice, _("Sources"), card.sources, card.totals.sources)
    _end(sheet, voice, card)
    return sheet


def _role(voice: Voice, role: RoleLine) -> parts.Parts:
    seen = [voice.date(date, Detail.SHORT) for date in (role.first, role.last) if date.known]
    _ = voice.texts
    when = [_held(voice, role)]
    when += [_("in articles of {dates}", dates=" – ".join(dict.fromkeys(seen)))] if seen else []
    told = "; ".join(filter(None, when))
    return [capital(voice.name(role.title)), f" ({told})" if told else ""]


def _held(voice: Voice, role: RoleLine) -> str:
    """From when until when a role is held, as far as that is told."""
    _ = voice.texts
    since, until = (voice.date(date, Detail.SHORT) for date in (role.since, role.until))
    if role.since.known and role.until.known:
        return since if since == until else f"{since} – {until}"
    if role.until.known:
        return _("until {date}", date=until)
    return _("since {date}", date=since) if role.since.known else ""


def _occasion(line: Line) -> tuple[str, int]:
    if line.conference:
        return "conference", line.conference.id
    return "article", line.article


def _event(voice: Voice, shown: ConferenceRef) -> parts.Parts:
    return [f"{voice.name(shown.name)}, {voice.span(shown.starts, shown.ends)}:"]


def _statements(sheet: Sheet, voice: Voice, card: SpeakerCard) -> None:
    _ = voice.texts
    if not card.statements:
        return
    overview = card.section is Section.OVERVIEW
    parts.heading(sheet, _("What was said"), len(card.statements), card.totals.statements)
    for _id, group in groupby(card.statements, key=_occasion):
        said = list(group)
        if at := said[0].conference:
            parts.entry(sheet, voice, Kind.TEXT, at.name, _event, at)
        else:
            when = voice.date(said[0].date, Detail.LISTED)
            sheet.add(Kind.TEXT, f"{parts.ref(said[0].article)}, {when}:")
        parts.lines(sheet, voice, said, most=parts.OVERVIEW if overview else 0)


def _end(sheet: Sheet, voice: Voice, card: SpeakerCard) -> None:
    _ = voice.texts
    id_ = card.speaker.id
    parts.footnotes(sheet, voice)
    buttons.sections(
        sheet, voice, "speaker", id_, card.section, card.totals,
        (
            (Section.STATEMENTS, _("Statements")),
            (Section.TASKS, _("Tasks")),
            (Section.MENTIONS, _("Mentions")),
            (Section.SOURCES, _("Sources")),
        ),
    )  # fmt: skip
    if card.section is Section.OVERVIEW:
        buttons.conferences(sheet, voice, card.conferences)
        buttons.follow(sheet, voice, "speaker", id_)
    buttons.turning(sheet, voice, "speaker", id_, card.section, card.page)
