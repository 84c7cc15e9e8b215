"""Events that have no name but a place or a day: "hội nghị thượng đỉnh tại Oslo hồi tháng 7".

A common noun refers back as a rule. It tells of an event of its own if the text says right after it
where or when that was, and nothing else in the article can be meant: no event of the kind, or only
such as were elsewhere, at another time, or another edition ("Hội thảo lần thứ nhất" beside the
second one).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.events.context import Event
from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.places import read_place
from summarizer.facts.events.telling import is_indefinite, is_plural
from summarizer.facts.events.wordings import Wording, wording_of
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line
from summarizer.text.dates import DateMention, PartialDate
from summarizer.text.folding import fold

_PARTIES = frozenset({"ba", "bon", "ben", "nuoc", "hai", "lich", "su", "dau", "tien"})
"""Words, folded, that count who meets: they name nobody."""
_CITIES = frozenset({"singapore", "monaco", "vatican"})
"""States, folded, that are one town."""
_SUBJECT = 2
"""Words of a subject that are too few beside a day alone."""
_NEAR = 2
"""Words between the noun and the day."""
_LONGEST_LINK = 6
"""Characters between noun and day: "hồi", "ngày"."""
_NEAR_EDITION = 6
"""The same where an edition is told: "Hội thảo lần thứ nhất đã được tổ chức vào tháng 8"."""


def find_located(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
) -> list[Event]:
    """Events of the article that only place and day tell; ``events`` are those by name."""
    found: list[Event] = []
    for mention in mentions:
        if mention.distinctive or mention.embedded or mention.line >= len(lines):
            continue
        wording = wording_of(mention.name)
        line = lines[mention.line]
        if mention.short or is_indefinite(line, mention.start) or is_plural(line, mention.start):
            continue
        if not _may_be_located(wording):
            continue
        place_end = _place_after(line, mention.end, lexicon)
        place = _last_place(line, mention.end, place_end)
        words = _NEAR_EDITION if wording.ordinals else _NEAR
        date = _date_after(line, place_end or mention.end, dates[mention.line], words)
        if not place and date is None:
            continue
        if not place and date is not None:
            place = _place_behind(line, date, lexicon)
        subject = not set(wording.words) <= _PARTIES
        if subject and not _is_told(wording, place, date, events, lexicon):
            continue
        if wording.ordinals and not _other_edition(mention, events):
            continue
        if not wording.ordinals and (
            _is_reported(wording, date, events)
            if subject
            else _may_mean(place, date, events, lexicon)
        ):
            continue
        near = place_end and line.tokens[mention.end].low in {"tại", "ở"}
        told = place_end if near else None
        if told is None and date is not None and not subject and not wording.ordinals:
            told = _day_and_place_end(line, mention.end, date, lexicon)
        if told is None and line.low(mention.start - 1, mention.start) in {"gặp", "họp"}:
            # "hai bên đã gặp thượng đỉnh": a verb
            continue
        name = line.cut(mention.start, told) if told else mention.name
        named = replace(mention, name=name, distinctive=True)
        if any(_is_again(named, place, date, other) for other in found):
            continue
        event = Event([named])
        if place:
            event.places.append(place)
        if date is not None:
            event.dates.append((mention.line, date.date, date.until or PartialDate()))
        event.held = 1
        found.append(event)
    return found


def _place_after(line: Line, position: int, lexicon: Lexicon) -> int | None:
    held = " ".join(token.low for token in line.tokens[position : position + 2])
    if held in {"tổ chức", "diễn ra"}:
        position += 2
    if position >= len(line.tokens) or line.tokens[position].low not in {"tại", "ở"}:
        return None
    return read_place(line, position + 1, lexicon)


def _may_be_located(wording: Wording) -> bool:
    """Whether place or day make one of it: a summit, an edition, a meeting with a subject."""
    if set(wording.words) <= _PARTIES:
        summit = wording.kind == wording_of("thượng đỉnh").kind
        return summit or bool(wording.ordinals) or bool({"ben", "nuoc"} & set(wording.words))
    formal = {wording_of(noun).kind for noun in ("tọa đàm", "hội thảo", "diễn đàn", "hội nghị")}
    least = 0 if wording.kind == wording_of("diễn đàn").kind else 1
    return wording.kind in formal and len(wording.words) > least


def _is_told(
    wording: Wording,
    place: str,
    date: DateMention | None,
    events: Sequence[Event],
    lexicon: Lexicon,
) -> bool:
    """Whether a meeting with a subject has a day, or a town where no other event was."""
    if date is not None and date.date.day is not None:
        return len(wording.words) > _SUBJECT
    towns = bool(place) and (fold(place) not in lexicon.countries or fold(place) in _CITIES)
    return towns and all(
        event.places and not _near(place, event, lexicon, dated=False) for event in events
    )


def _is_reported(wording: Wording, date: DateMention | None, events: Sequence[Event]) -> bool:
    """Whether an event by name is of the same kind or of the same day."""
    return any(
        wording_of(mention.name).kind == wording.kind
        for event in events
        for mention in event.mentions
    ) or any(
        date is not None and date.date.agrees_with(start)
        for event in events
        for _, start, _ in event.dates
    )


def _last_place(line: Line, start: int, end: int | None) -> str:
    """The place between the name and ``end``, without "tại" or "diễn ra tại"."""
    if end is None:
        return ""
    while line.tokens[start].low not in {"tại", "ở"}:
        start += 1
    return line.cut(start + 1, end)


def _place_behind(line: Line, date: DateMention, lexicon: Lexicon) -> str:
    """The place right after the day: "hồi tháng 6 ở Singapore"."""
    for position, token in enumerate(line.tokens):
        if token.start >= date.end:
            end = _place_after(line, position, lexicon)
            return line.cut(position + 1, end) if end else ""
    return ""


def _day_and_place_end(
    line: Line, position: int, date: DateMention, lexicon: Lexicon
) -> int | None:
    """The end of "hồi tháng 6 ở Oslo" right after the noun, where nothing else tells the event."""
    if date.start - line.tokens[position - 1].end > _LONGEST_LINK:
        return None
    while position < len(line.tokens) and line.tokens[position].start < date.end:
        position += 1
    return _place_after(line, position, lexicon)


def _date_after(
    line: Line, position: int, dates: Sequence[DateMention], words: int
) -> DateMention | None:
    end = line.tokens[position - 1].end
    for date in dates:
        gap = line.text[end : date.start]
        if date.start >= end and date.date.month is not None:
            near = len(gap.split()) <= words and not set(gap) & set(";.:")
            return date if near else None
    return None


def _other_edition(mention: EventMention, events: Sequence[Event]) -> bool:
    """Whether the article has another edition of the same kind of event."""
    wording = wording_of(mention.name)
    return any(
        other.kind == wording.kind and other.ordinals and not other.ordinals & wording.ordinals
        for event in events
        for other in (wording_of(m.name) for m in event.mentions)
    )


def _may_mean(
    place: str, date: DateMention | None, events: Sequence[Event], lexicon: Lexicon
) -> bool:
    """Whether an event by name can be meant."""
    for event in events:
        if not any(_is_summit(wording_of(m.name)) for m in event.mentions):
            continue
        known = [start for _, start, _ in event.dates]
        if date is not None and known and not any(date.date.agrees_with(k) for k in known):
            continue
        if place and event.places and not _near(place, event, lexicon, dated=date is not None):
            continue
        return True
    return False


def _is_summit(wording: Wording) -> bool:
    """Whether leaders meet: a summit, or the conference of a body such as G20."""
    conference = wording.kind == wording_of("hội nghị").kind
    return wording.kind == wording_of("thượng đỉnh").kind or (
        conference and bool(wording.names) and set(wording.words) == wording.names
    )


def _near(place: str, event: Event, lexicon: Lexicon, *, dated: bool) -> bool:
    """Whether one of the event's places can be this one: a town may lie in the country."""
    own = fold(place)
    for other in event.places:
        there = fold(other)
        if own in there or there in own:
            return True
        if not dated and (own in lexicon.countries) != (there in lexicon.countries):
            return True
    return False


def _is_again(mention: EventMention, place: str, date: DateMention | None, other: Event) -> bool:
    """Whether an event by place or day was found before: editions aside, at the same of them."""
    first, second = wording_of(mention.name), wording_of(other.mentions[0].name)
    if first.kind != second.kind or (
        first.ordinals and second.ordinals and first.ordinals != second.ordinals
    ):
        return False
    if place and fold(place) in {fold(known) for known in other.places}:
        return True
    return date is not None and any(date.date.agrees_with(start) for _, start, _ in other.dates)
