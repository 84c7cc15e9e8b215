"""Buttons that several cards share: things, sections, pages, languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.briefings.cards import Bilingual, ConferenceRef, Page, Section, SpeakerRef, Totals
from bot.render.actions import Open
from bot.render.chat_actions import FollowThing, Nothing
from bot.render.messages import Button
from bot.render.packing import Action
from bot.render.sheet import Sheet
from bot.render.voice import Voice, capital, clip
from bot.texts.dates import Detail
from summarizer.text.dates import PartialDate

LABEL = 60
"""Characters of a button's label at most."""
BESIDE = 24
"""Characters of a label that a phone shows in full where two buttons stand beside each other."""


def named(voice: Voice, name: Bilingual, action: Action) -> Button:
    """A button that bears a name; readers of both get the Vietnamese one."""
    return Button(clip(capital(voice.singles[0].name(name)), LABEL) or "…", action)


def conferences(sheet: Sheet, voice: Voice, shown: Iterable[ConferenceRef]) -> None:
    """A button per conference."""
    named_ = [(each.name, each.place, each.starts, Open("conference", each.id)) for each in shown]
    for button in distinct(voice, named_):
        sheet.row(button)


def distinct(
    voice: Voice, things: Sequence[tuple[Bilingual, Bilingual | None, PartialDate, Action]]
) -> Iterator[Button]:
    """A button for each thing, given with a detail and a date: these stand in the labels of those
    that have one name.
    """
    made = [named(voice, name, action) for name, _, _, action in things]
    often = Counter(button.label for button in made)
    for button, (name, detail, date, _) in zip(made, things, strict=True):
        one = voice.singles[0]
        told = one.date(date, Detail.SHORT) if date.known else one.name(detail)
        if often[button.label] == 1 or not told:
            yield button
        else:
            yield Button(f"{clip(capital(one.name(name)), LABEL // 2)}, {told}", button.action)


def sections(
    sheet: Sheet,
    voice: Voice,
    thing: str,
    id_: int,
    current: Section,
    totals: Totals,
    offered: Iterable[tuple[Section, str]],
) -> None:
    """Buttons to the other sections of a card, each with how many there are."""
    _ = voice.texts
    buttons = []
    if current is not Section.OVERVIEW:
        buttons.append(Button(_("Overview"), Open(thing, id_, language=voice.language)))
    for section, label in offered:
        if section is not current and (count := totals.of(section)):
            buttons.append(
                Button(
                    f"{label} ({count})", Open(thing, id_, section.value, language=voice.language)
                )
            )
    # Readers of both languages have long labels, which a phone would cut side by side.
    sheet.grid(buttons, 2 if all(len(button.label) <= BESIDE for button in buttons) else 1)


def turning(sheet: Sheet, voice: Voice, thing: str, id_: int, section: Section, page: Page) -> None:
    """Buttons of a card to its other pages and to the other languages."""
    pages(sheet, page, lambda n: Open(thing, id_, section.value, n, voice.language))
    languages(sheet, voice, lambda to: Open(thing, id_, section.value, page.number, to))


def pages(sheet: Sheet, page: Page, turn: Callable[[int], Action | None]) -> None:
    """Buttons to the previous and the next page, with the number between them."""
    if page.of <= 1:
        return
    back = turn(page.number - 1) if page.number > 1 else None
    on = turn(page.number + 1) if page.number < page.of else None
    sheet.row(
        Button("◀", back) if back else None,
        Button(f"{page.number}/{page.of}", Nothing()),
        Button("▶", on) if on else None,
    )


def languages(sheet: Sheet, voice: Voice, show: Callable[[str], Action | None]) -> None:
    """Buttons to the languages that are not shown; the original is marked as such."""
    _ = voice.texts
    row = []
    for language, name in (("vi", "Tiếng Việt"), ("en", "English")):
        action = show(language)
        if voice.language == language or action is None:
            continue
        original = not voice.both and language in voice.remembered.machine_from
        row.append(Button(_("{language} (original)", language=name) if original else name, action))
    sheet.row(*row)


def speakers(sheet: Sheet, voice: Voice, shown: Sequence[SpeakerRef]) -> None:
    """A button per speaker."""
    sheet.grid(
        (named(voice, each.name, Open("speaker", each.id)) for each in shown),
        2,
    )


def follow(sheet: Sheet, voice: Voice, thing: str, id_: int) -> None:
    """The button to follow a speaker or conference, or the theme of a task."""
    _ = voice.texts
    label = _("☆ Follow this theme") if thing == "task" else _("☆ Follow")
    sheet.row(Button(label, FollowThing(thing, id_)))
