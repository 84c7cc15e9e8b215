"""What a later sentence tells of events that it calls by their noun alone.

"Hội nghị sẽ diễn ra từ ngày 10 đến 13/11 tại X" dates the event that was named a sentence before,
"Hai hội nghị nói trên sẽ khai mạc ngày 3/8" both of the two. Only a clause whose subject is the
noun and whose verb is one of taking place counts, and only where exactly one event, or as many as
are counted, can be meant: the sentence that named events last decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.event_context import EARLY, Event, date_of
from summarizer.facts.event_mention import EventMention
from summarizer.facts.event_places import place_of
from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.tokens import Line
from summarizer.facts.wordings import wording_of
from summarizer.text.dates import UNKNOWN_DATE, DateMention

REACH = 3
"""Lines back in which the event was named last."""

_BETWEEN = 6
"""Tokens between the noun and its verb: "này dự kiến sẽ chính thức"."""

_UNTIL = re.compile(r"\b(?:until|till|to|đến|tới|hết)\s*(?:ngày\s*)?$", re.IGNORECASE)
"""What stands before a last day."""

_COUNTED = {"hai": 2, "ba": 3, "bốn": 4, "two": 2, "three": 3, "both": 2}


def read_retold(
    events: Sequence[Event],
    mentions: Sequence[EventMention],
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
) -> None:
    """Give events without a date that which their bare noun has in a later sentence.

    ``lines`` are those of the body; ``mentions`` all of the article, those of ``events`` among
    them.
    """
    for mention in mentions:
        if mention.distinctive or mention.embedded or mention.short or mention.line >= len(lines):
            continue
        line = lines[mention.line]
        wording = wording_of(mention.name)
        if wording.words or wording.edition or wording.years:
            continue
        if (verb := _verb_after(line, mention.end, lexicon)) is None:
            continue
        counted = _counted(line, mention.start)
        if counted is None:
            continue
        date = date_of(line, mention, dates[mention.line], lexicon, takes_place=True)
        if date is None or _UNTIL.search(line.text[: date.start]):
            continue
        meant = _meant(mention, counted, events)
        if len(meant) != counted:
            continue
        place = place_of(line, mention, lexicon, takes_place=True)
        coming = words_of("events.toml", "coming") & set(line.lows[mention.end : verb])
        for event in meant:
            if event.dates or event.put_off:
                continue
            event.dates.append((mention.line, date.date, date.until or UNKNOWN_DATE))
            if place and not event.places:
                event.places.append(place)
            if coming:
                event.planned += 1
            else:
                event.held += 1
            if event.early and mention.line < EARLY:
                event.happening = event.dated_happening = True


def _verb_after(line: Line, end: int, lexicon: Lexicon) -> int | None:
    """Where the verb of taking place begins of which the noun before ``end`` is the subject."""
    between = words_of("events.toml", "before_verb") | words_of("events.toml", "coming")
    for at in range(end, min(len(line.tokens), end + _BETWEEN + 1)):
        if lexicon.events["happens"].match(line.tokens, at):
            return at
        if line.tokens[at].low not in between:
            return None
    return None


def _counted(line: Line, start: int) -> int | None:
    """How many events the noun at ``start`` means, ``None`` if no certain ones."""
    before = line.tokens[start - 1] if start else None
    if before is None or not before.word:
        return 1
    if before.low == "the":
        # "the two summits" has its number, and no more, before the noun
        return 1
    if before.low in _COUNTED:
        return _COUNTED[before.low]
    return 1 if before.low in words_of("events.toml", "before_subject") else None


def _meant(mention: EventMention, counted: int, events: Sequence[Event]) -> list[Event]:
    """The events that the sentence named which names any, the last before the mention."""
    kinds = _kinds(mention)
    for number in range(mention.line, max(-1, mention.line - REACH - 1), -1):
        here = [
            event
            for event in events
            if any(
                m.line == number
                and not m.embedded
                and (m.line < mention.line or m.end <= mention.start)
                for m in event.mentions
            )
        ]
        if here:
            fitting = [event for event in here if any(_kinds(m) & kinds for m in event.mentions)]
            alone = len(fitting) == counted and (counted > 1 or len(here) == 1)
            return fitting if alone and not any(_is_last_years(e) for e in fitting) else []
    return []


def _kinds(mention: EventMention) -> frozenset[int]:
    """The kinds that may be meant: a summit is a conference, too."""
    kind = wording_of(mention.name).kind
    summits = frozenset({wording_of("thượng đỉnh").kind, wording_of("hội nghị").kind})
    return summits if kind in summits else frozenset({kind})


def _is_last_years(event: Event) -> bool:
    return any(mention.last_years for mention in event.mentions)
