"""Finding events by name in one line.

How a name is cut is in :mod:`event_names_vi` and :mod:`event_names_en`. A mention is *distinctive*
if it has more than generic words ("hội nghị thượng đỉnh" has not): only then does it name an event,
else it refers back to one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from summarizer.facts.events.borders import sorts
from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.names_vi import Reader
from summarizer.facts.events.telling import is_indefinite, is_plural
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.text.dates import DateMention

_ASSEMBLY = re.compile(r"^đại hội đồng|\bgeneral assembly$", re.IGNORECASE)
_BEFORE_BODY = frozenset({"của", "lần", "thứ", "cấp", "cao", "thượng", "đỉnh"})
"""What may stand between a conference and the body that meets, beside a number."""


def find_events(
    number: int, line: Line, dates: Sequence[DateMention], lexicon: Lexicon
) -> list[EventMention]:
    """The events of a line, in order, not overlapping."""
    reader = Reader(number, line, dates, lexicon)
    found: list[EventMention] = []
    past = 0
    for position in reader.openings():
        if position < past or (event := reader.read(position)) is None:
            continue
        if event.short and found and _is_in_brackets(line, found[-1], event):
            found[-1] = replace(found[-1], aliases=(*found[-1].aliases, event.name))
            past = event.end
            continue
        if found and explains(line, found[-1], event):
            event = replace(event, distinctive=False)
        elif found and _is_explained(line, found[-1], event):
            found[-1] = replace(found[-1], distinctive=False)
        if found and event.distinctive and _is_also_called(line, found[-1], event):
            found[-1] = replace(found[-1], aliases=(*found[-1].aliases, event.name))
        inner = _embedded(reader, event)
        if inner and _only_sorts(line, event, inner[0]):
            event = replace(event, aliases=(*event.aliases, inner[0].name))
            inner = []
        found.append(event)
        found.extend(inner)
        past = max(event.end, position + 1)
    return _framed(line, found)


def _meets(reader: Reader, event: EventMention, inner: EventMention) -> bool:
    """Whether a forum is the body that meets: "Hội nghị Cấp cao lần thứ 24 Diễn đàn X"."""
    tokens = reader.tokens
    between = tokens[event.head_end : inner.start]
    return (
        tokens[inner.start].low == "diễn"
        and tokens[event.start].low == "hội"
        and all(its.low in _BEFORE_BODY or its.text.isdigit() for its in between)
    )


def _framed(line: Line, found: Sequence[EventMention]) -> list[EventMention]:
    """Mentions where one with few words tells of a meeting that is part of the next: "Hội nghị bàn
    tròn các nhà lãnh đạo trong khuôn khổ Diễn đàn X".
    """
    kept = list(found)
    for at, (event, frame) in enumerate(pairwise(found)):
        between = line.low(event.end, frame.start)
        definite = not (is_indefinite(line, event.start) or is_plural(line, event.start))
        if (
            between == "trong khuôn khổ"
            and frame.distinctive
            and not event.distinctive
            and event.end > event.head_end
            and definite
        ):
            kept[at] = replace(event, distinctive=True)
    return kept


def explains(line: Line, before: EventMention, event: EventMention) -> bool:
    """Whether a mention only says what the one before it is: "Đối thoại X, diễn đàn an ninh …"."""
    apposed = before.end + 1 == event.start and line.tokens[before.end].text == ","
    tokens = line.tokens[event.start : event.end]
    # what has a short name of its own is the next of a list: "…, diễn đàn khu vực ARF"
    common = tokens[0].low == "diễn" and not any(
        token.text.isupper() and len(token.text) > 1 for token in tokens
    )
    return apposed and before.distinctive and common


def _is_explained(line: Line, before: EventMention, event: EventMention) -> bool:
    """Whether a mention only says what the name after it is: "hội nghị an ninh châu Á, Đối thoại
    X".
    """
    tokens = line.tokens
    apposed = before.end + 1 == event.start and tokens[before.end].text in {",", "-", "–"}
    common = not tokens[before.start].cap and tokens[before.start].low in {"hội", "diễn"}
    after = tokens[event.end].low if event.end < len(tokens) else ""
    listed = after == "và" or (
        after == ","
        and event.end + 1 < len(tokens)
        and tokens[event.end + 1].low in {"hội", "diễn"}
    )
    proper = event.distinctive and tokens[event.start].cap and not listed
    return apposed and common and proper and not before.aliases


def _is_also_called(line: Line, before: EventMention, event: EventMention) -> bool:
    """Whether a second name of the same event follows: "Hội nghị X, hay còn gọi là Đối thoại Y"."""
    between = [t.low for t in line.tokens[before.end : event.start] if t.word]
    return before.distinctive and " ".join(between) in words_of("events.toml", "also_called")


def _is_in_brackets(line: Line, before: EventMention, event: EventMention) -> bool:
    """Whether a short name stands in brackets right after the full one: "Hội nghị X (ADMM 10)"."""
    opens = event.start - 1
    return opens == before.end and line.tokens[opens].text == "("


def _only_sorts(line: Line, event: EventMention, inner: EventMention) -> bool:
    """Whether a forum only tells of what sort its proper name is: "diễn đàn an ninh châu Á - Thái
    Bình Dương Đối thoại X".
    """
    tokens = line.tokens
    sort = sorts().match(tokens, event.head_end)
    common = tokens[event.start].low == "diễn" and not tokens[event.start].cap
    return (
        common
        and sort is not None
        and inner.end == event.end
        and tokens[inner.start - 1].cap
        and not {"của", "về"} & {token.low for token in tokens[event.start : inner.start]}
    )


def _embedded(reader: Reader, event: EventMention) -> list[EventMention]:
    """The events named inside the name of another one: "… thực hiện Nghị quyết Đại hội XIII"."""
    for position in range(event.head_end + 1, event.end):
        if not reader.tokens[position].cap:
            continue
        inner = reader.read(position)
        if inner is not None and (inner.short or _meets(reader, event, inner)):
            continue
        body = inner is not None and _ASSEMBLY.search(inner.name) is not None
        if inner is not None and not body and inner.distinctive and inner.end <= event.end:
            return [replace(inner, embedded=True, aliases=())]
    return []
