"""Lists of conferences, speakers, tasks and articles, with a button for each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefings.cards import ArticleList, ConferenceList, Line, SpeakerList, TaskList
from bot.briefings.due import Due
from bot.briefings.parts import Bilingual, ConferenceRef
from bot.render.actions import (
    ListConferences,
    ListConferencesThen,
    ListTasks,
    Open,
    OpenList,
    Search,
    SearchThen,
)
from bot.render.messages import Button
from bot.render.packing import Action
from bot.render.sheet import Kind, Sheet
from bot.render.sheets import buttons, parts
from bot.render.voice import Voice, clip, excerpt
from bot.texts.names import THEMES
from summarizer.facts.visits.destinations import destination_name

TASK = 260
"""Characters of a task's text in a list."""
LABEL = 40
"""Characters of words on a button."""
IN_TIME = " · "
"""What stands between the words of a search and its time."""


def conferences(card: ConferenceList, voice: Voice) -> Sheet:
    """Conferences, those only referred to apart."""
    _ = voice.texts
    sheet = Sheet()
    shown = (*card.items, *card.referred)
    sheet.add(Kind.TITLE, _title(card, shown, voice), _total(card.total))
    if not card.total and card.place:
        sheet.add(Kind.TEXT, _none_there(card, voice))
        if card.elsewhere:
            anywhen = ListConferences.of(card.place, 1, voice.language)
            label = _("{place} at any time", place=clip(card.place, LABEL))
            sheet.row(Button(label, anywhen))
        sheet.row(Button(_("All conferences"), OpenList("conferences", 1, voice.language)))
    elif not card.total and card.visits and (card.time or card.country or card.past):
        told = _("I know no such visit.")
        if card.time is not None:
            time = voice.name(card.time)
            told = _("I know no visit at this time ({period}).", period=time)
        sheet.add(Kind.TEXT, told)
        sheet.row(Button(_("All visits"), OpenList("visits", 1, voice.language)))
    elif not card.total and card.time is not None:
        time = voice.name(card.time)
        sheet.add(Kind.TEXT, _("I know no conference held at this time ({period}).", period=time))
        sheet.row(Button(_("All conferences"), OpenList("conferences", 1, voice.language)))
    elif not card.items and not card.referred:
        nothing = _("Nothing is announced.") if card.upcoming else _("There are none yet.")
        sheet.add(Kind.TEXT, nothing)
    for item in card.items:
        parts.conference(sheet, voice, item)
    if card.referred:
        parts.heading(sheet, _("Only referred to"))
        for item in card.referred:
            parts.conference(sheet, voice, item)
    parts.footnotes(sheet, voice, card.starter_sources)
    buttons.conferences(sheet, voice, shown)
    name = "past-conferences" if card.past else "upcoming" if card.upcoming else "conferences"
    visits = "past-visits" if card.past else "upcoming-visits" if card.upcoming else "visits"
    if not card.visits and not card.place and parts.has_visits(shown):
        only = OpenList(visits, 1, voice.language, "", card.period)
        sheet.row(Button(_("Visits only"), only))
    own = visits if card.visits else name

    def turn(page: int, language: str) -> Action | None:
        if card.place and card.period:
            return ListConferencesThen.of(card.place, card.period, page, language)
        if card.place:
            return ListConferences.of(card.place, page, language)
        return OpenList(own, page, language, card.country, card.period)

    buttons.pages(sheet, card.page, lambda n: turn(n, voice.language))
    buttons.languages(sheet, voice, lambda to: turn(card.page.number, to))
    return sheet


def _none_there(card: ConferenceList, voice: Voice) -> str:
    """That there is no conference in a place or on a matter, at a time perhaps."""
    _, period = voice.texts, voice.name(card.time) if card.time is not None else ""
    if card.matter and period:
        return _(
            "I know no conference “{words}” at this time ({period}).",
            words=card.place, period=period,
        )  # fmt: skip
    if card.matter:
        return _("I know no conference “{words}”.", words=card.place)
    if period:
        return _(
            "I know no conference held in “{place}” at this time ({period}).",
            place=card.place, period=period,
        )  # fmt: skip
    return _("I know no conference held in “{place}”.", place=card.place)


def _title(card: ConferenceList, shown: Sequence[ConferenceRef], voice: Voice) -> str:
    _ = voice.texts
    if not card.visits:
        title = _("Conferences and visits") if card.mixed else parts.events(voice, shown)
        both = card.mixed or parts.has_visits(shown)
        if card.upcoming:
            title = _("Upcoming conferences and visits") if both else _("Upcoming conferences")
        elif card.past:
            title = _("Past conferences and visits") if both else _("Past conferences")
        return _of(title, card.place, card, voice)
    title = _("Visits")
    if card.upcoming or card.past:
        title = _("Upcoming visits") if card.upcoming else _("Past visits")
    vi, en = (destination_name(card.country, language) for language in ("vi", "en"))
    place = voice.name(Bilingual(vi, en, machine=False)) if card.country else ""
    return _of(title, place, card, voice)


def _of(title: str, place: str, card: ConferenceList, voice: Voice) -> str:
    """A title with the place and the time that were asked for."""
    told = [place, voice.name(card.time) if card.time is not None else ""]
    asked = IN_TIME.join(part for part in told if part)
    return parts.labelled(title, asked) if asked else title


def speakers(card: SpeakerList, voice: Voice) -> Sheet:
    """Speakers with their roles and how often they speak."""
    _ = voice.texts
    sheet = Sheet()
    sheet.add(Kind.TITLE, _("Speakers"), _total(card.total))
    if not card.items:
        sheet.add(Kind.TEXT, _("There are none yet."))
    for each in card.items:
        parts.speaker_item(sheet, voice, each)
    parts.footnotes(sheet, voice, card.starter_sources)
    buttons.speakers(sheet, voice, card.items)
    buttons.pages(sheet, card.page, lambda n: OpenList("speakers", n, voice.language))
    buttons.languages(sheet, voice, lambda to: OpenList("speakers", card.page.number, to))
    return sheet


def tasks(card: TaskList, voice: Voice) -> Sheet:
    """Tasks, with who set and who stated them."""
    _ = voice.texts
    sheet = Sheet()
    asked = _(THEMES[card.word]) if card.word in THEMES else card.word
    asked = voice.name(card.time) if card.time is not None else asked
    if card.whose and card.setter:
        asked = _("set or stated by {name}", name=card.whose)
    elif card.whose:
        asked = _("to be done by {name}", name=card.whose)
    if card.whose and card.time is not None:
        asked += IN_TIME + voice.name(card.time)
    title = parts.labelled(_("Tasks"), asked) if card.word else _("Tasks")
    sheet.add(Kind.TITLE, title, _total(card.total))
    if card.instead:
        told = _(
            "I know no task that “{name}” has to do; these are the ones that “{name}” set or "
            "stated.",
            name=card.whose,
        )
        sheet.add(Kind.TEXT, told)
    elif not card.items:
        _no_task(sheet, card, voice, asked)
    for item in card.items:
        parts.task(sheet, voice, item, most=TASK)
    parts.footnotes(sheet, voice, card.starter_sources)
    sheet.grid(
        (Button(str(t.number), Open("task", t.number)) for t in card.items),
        5,
    )
    offered = THEMES.get(card.theme)
    action = ListTasks.of(offered, 1, voice.language) if offered else None
    if offered and action is not None:
        sheet.row(Button(_("Theme: {theme}", theme=_(offered)), action))
    # A theme by its name, which is read again where the button is pressed.
    words = THEMES.get(card.word, card.word)
    turn = ListTasks.of if words != card.word or card.time is not None else ListTasks.titled
    buttons.pages(sheet, card.page, lambda n: turn(words, n, voice.language))
    buttons.languages(sheet, voice, lambda to: turn(words, card.page.number, to))
    return sheet


def _no_task(sheet: Sheet, card: TaskList, voice: Voice, asked: str) -> None:
    """Say that there is no such task, and offer what may be of use instead."""
    _ = voice.texts
    if not card.word:
        sheet.add(Kind.TEXT, _("There are none yet."))
        return
    words = card.whose or (asked if card.time is None and card.word not in THEMES else "")
    if card.whose and card.setter:
        told = _("I know no task that “{name}” set or stated.", name=card.whose)
    elif card.whose:
        told = _("I know no task that “{name}” has to do.", name=card.whose)
    elif card.by_due:
        told = _("I know no task with such a deadline.")
        if card.dated:
            told += " " + voice.texts.plural(
                "{n} task has a deadline at all.", "{n} tasks have a deadline at all.", card.dated
            )
            any_due = ListTasks(1, voice.language, Due().pack())
            sheet.row(Button(_("Tasks with a deadline"), any_due))
        else:
            told += " " + _("None has a deadline that I know.")
    elif words:
        told = _("I know no task with “{words}”.", words=words)
    elif card.time is not None:
        told = _("I know no task from this time ({period}).", period=voice.name(card.time))
    else:
        told = _("I know no such task.")
    sheet.add(Kind.TEXT, told)
    if words and (search := Search.of(words, 1, voice.language)) is not None:
        sheet.row(Button(_("Articles with “{words}”", words=clip(words, LABEL)), search))
    sheet.row(Button(_("All tasks"), ListTasks(1, voice.language)))


def articles(card: ArticleList, voice: Voice) -> Sheet:
    """The latest articles, or those a search found, each with the line that matched."""
    _ = voice.texts
    sheet = Sheet()
    asked = card.query + (IN_TIME + voice.name(card.time) if card.time is not None else "")
    title = parts.labelled(_("Search"), asked) if card.query else _("Latest articles")
    sheet.add(Kind.TITLE, title, _total(card.total))
    if not card.items and card.elsewhere:
        sheet.add(Kind.TEXT, _not_then(card, voice))
    elif not card.items:
        sheet.add(Kind.TEXT, _("Nothing found.") if card.query else _("There are none yet."))
    for n, item in enumerate(card.items):
        parts.source(sheet, voice, item)
        if line := (card.lines[n] if n < len(card.lines) else None):
            parts.entry(
                sheet, voice, Kind.UNDER, line.text, _found, line, card.query, most=TASK * 2
            )
    parts.footnotes(sheet, voice)
    sheet.grid(
        (Button(parts.ref(s.number), Open("article", s.number)) for s in card.items),
        5,
    )
    page = card.page.number
    if card.period and (anywhere := Search.of(card.query, 1, voice.language)) is not None:
        sheet.row(Button(_("“{words}” at any time", words=clip(card.query, LABEL)), anywhere))
    if card.query:
        buttons.pages(sheet, card.page, lambda n: _search(card, n, voice.language))
        buttons.languages(sheet, voice, lambda to: _search(card, page, to))
    else:
        buttons.pages(sheet, card.page, lambda n: OpenList("latest", n, voice.language))
        buttons.languages(sheet, voice, lambda to: OpenList("latest", page, to))
    return sheet


def _search(card: ArticleList, page: int, language: str) -> Action | None:
    if card.period:
        return SearchThen.of(card.query, card.period, page, language)
    return Search.of(card.query, page, language)


def _not_then(card: ArticleList, voice: Voice) -> str:
    """That what is looked for is there, but not from the time that was asked for."""
    return voice.texts.plural(
        "Nothing from this time; {n} article at another time.",
        "Nothing from this time; {n} articles at other times.",
        card.elsewhere,
    )


def _found(voice: Voice, line: Line, query: str) -> parts.Parts:
    return ["› ", excerpt(voice.say(line.text), query, TASK)]


def _total(total: int) -> str:
    return f" ({total})" if total else ""
