"""What a later sentence tells of events that it calls by their noun alone.

"Hội nghị sẽ diễn ra từ ngày 10 đến 13/11 tại X" dates the event that was named a sentence before,
"Hai hội nghị nói trên sẽ khai mạc ngày 3/8" both of the two. Only a clause whose subject is the
noun and whose verb is one of taking place counts, and only where exactly one event, or as many as
are counted, can be meant: the sentence that named events last decides. "The summit opens doors" and
"Hội nghị bắt đầu được tổ chức từ năm 1967" tell of no day on which it is held.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.events.context import EARLY, Event, by_line, date_of
from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.places import place_of
from summarizer.facts.events.reach import reach_of
from summarizer.facts.events.turns import IN_TURN, days_of_each
from summarizer.facts.events.wordings import wording_of
from summarizer.facts.words.lexicon import Lexicon, table_of, words_of
from summarizer.facts.words.tokens import Line
from summarizer.text.dates import (
    DateMention,
)

REACH = 3
"""Lines back in which the event was named last."""

_BETWEEN = 6
"""Tokens between the noun and its verb: "này dự kiến sẽ chính thức"."""

_UNTIL = re.compile(r"\b(?:until|till|to|đến|tới|hết)\s*(?:ngày\s*)?$", re.IGNORECASE)
"""What stands before a last day."""

_INTRANSITIVE = frozenset(
    {
        *("on", "in", "at", "from", "with", "under", "for", "as", "amid", "and", "by", "after"),
        *("before", "here", "this", "last", "next", "late", "later", "early", "between", "around"),
        *("until", "till", "to", "through", "over", "today", "yesterday", "tomorrow", "tonight"),
        *("officially", "formally", "again", "online", "virtually", "near", "since", "that"),
    }
)
"""What goes on behind an English verb that has no object: "opens on Monday", not "opens doors"."""
_WITHOUT_OBJECT = frozenset(
    {
        *("vào", "từ", "tại", "ở", "trong", "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm"),
        *("theo", "dưới", "với", "tháng", "đến", "tới", "lần", "trực", "chính", "cùng", "đúng"),
        *("hằng", "hàng", "định", "được", "diễn", "khai", "họp", "làm", "bằng", "cuối", "đầu"),
    }
)
"""The same behind "tổ chức" and "bắt đầu": not "tổ chức lễ", "bắt đầu thảo luận"."""
_SINCE = re.compile(r"^(?:được\s+)?(?:tổ chức\s+|diễn ra\s+|họp\s+)?(?:kể\s+)?từ\b", re.IGNORECASE)
"""Behind "bắt đầu" where it tells since when there is such an event."""
_TURN = frozenset({"lần", "lượt", "respectively"})

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
    naming = by_line(events)
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
        reach = reach_of(line, mention, naming.get(mention.line, ()), lexicon)
        date = date_of(reach, dates[mention.line], lexicon, takes_place=True)
        if date is None or _UNTIL.search(line.text[: date.start]):
            continue
        coming = words_of("events.toml", "coming") & set(line.lows[mention.end : verb])
        if not coming and _is_since(line, verb, date):
            continue
        meant = _meant(mention, counted, events)
        if len(meant) != counted:
            continue
        shares = days_of_each(line, date, dates[mention.line], counted)
        if shares is None:
            continue
        place = place_of(reach, lexicon, takes_place=True)
        if IN_TURN.search(line.text):
            place = ""
        for event, (starts, ends) in zip(meant, shares, strict=True):
            if event.dates or event.put_off:
                continue
            event.dates.append((mention.line, starts, ends))
            if place and not event.places:
                event.places.append(place)
            if coming:
                event.planned += 1
            else:
                event.held += 1
                event.over = event.over or _is_over(line, mention.end, verb)
            if event.early and mention.line < EARLY:
                event.happening = event.dated_happening = True


def _is_over(line: Line, start: int, verb: int) -> bool:
    """Whether the verb after a noun tells what has been: "đã diễn ra", "was held"."""
    over = table_of("events.toml")["over"]
    told = line.low(start, verb + 3)
    return any(phrase in told for phrase in over)


def _is_since(line: Line, verb: int, date: DateMention) -> bool:
    """Whether a verb tells since when there is a series: "bắt đầu được tổ chức từ ngày 14/12/2005".

    A range of days is that of one meeting: "bắt đầu từ ngày 10 đến 13/11".
    """
    if line.low(verb, verb + 2) != "bắt đầu" or date.until is not None:
        return False
    return _SINCE.match(line.text[line.tokens[verb + 1].end :].lstrip()) is not None


def _verb_after(line: Line, end: int, lexicon: Lexicon) -> int | None:
    """Where the verb of taking place begins of which the noun before ``end`` is the subject."""
    between = words_of("events.toml", "before_verb") | words_of("events.toml", "coming") | _TURN
    for at in range(end, min(len(line.tokens), end + _BETWEEN + 1)):
        if found := lexicon.events["happens"].match(line.tokens, at):
            return None if _has_object(line, at, found[0], lexicon) else at
        if line.tokens[at].low not in between:
            return None
    return None


def _has_object(line: Line, verb: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb that may have an object is followed by one: "opens doors for trade"."""
    if end >= len(line.tokens) or not line.tokens[end].word or line.tokens[end].text[0].isdigit():
        return False
    following = line.lows[end]
    if lexicon.language == "en":
        held = line.lows[end - 1] in {"place", "held"}
        days = words_of("events.toml", "days_en")
        return not (held or following in _INTRANSITIVE or following in days)
    return line.low(verb, end) in {"tổ chức", "bắt đầu"} and following not in _WITHOUT_OBJECT


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
            fitting.sort(key=lambda its: min(m.start for m in its.mentions if m.line == number))
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
