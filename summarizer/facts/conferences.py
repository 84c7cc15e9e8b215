"""The conferences of an article: mentions under all wordings brought together, with what is said
of each: when, where, by whom, planned or held, reported or only referred to.

An event is *reported* if the article is about it: it is named in the title, the lead or the first
sentences, and something takes place there (a date or place stands with it, somebody speaks at
it). Everything else is referred to. A bare "hội nghị" refers back and names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.facts.events import EventMention, find_events
from summarizer.facts.lexicon import Lexicon, table_of
from summarizer.facts.model import NO_SENTENCE, Conference, Coverage, Status
from summarizer.facts.persons import Cast
from summarizer.facts.tokens import Line
from summarizer.facts.wordings import same_event, wording_of
from summarizer.text.dates import (
    UNKNOWN_DATE,
    Basis,
    DateMention,
    PartialDate,
    complete_year,
)
from summarizer.text.folding import fold

EARLY = 4
"""Sentences from the start within which a reported event is named."""

_ATTRIBUTED_AFTER = frozenset({"của", "quyết", "kiện", "trình", "of"})
"""Words after which an event is only named to say whose resolution or policy something is."""

_VENUE = frozenset(
    {"tại", "ở", "dự", "biểu", "mạc", "luận", "trì", "at", "in", "to", "báo", "trao"}
)
_GAP_AFTER = 16
_PLACE_LEAD = {
    "thủ đô",
    "thành phố",
    "tp",
    "tỉnh",
    "trụ sở",
    "trung tâm",
    "nhà",
    "phủ",
    "khách sạn",
    "cung",
    "học viện",
    "trường",
    "quận",
    "huyện",
    "đảo",
}
_HOSTS = re.compile(
    r"\b(?:do|được)\s+(.{3,90}?)\s+(?:tổ chức|triệu tập|đăng cai|phối hợp|chủ trì tổ chức|đồng tổ chức)",
    re.IGNORECASE,
)
_HOSTS_EN = re.compile(r"\b(?:hosted|held|organised|organized|convened) by (?:the )?([^,.;]{3,90})")
_HISTORIC = re.compile(
    r"(?:(?:Công ước|Hiệp định|Luật|Hiến pháp|Hiến chương|Nghị quyết|Tuyên bố|UNCLOS)[^,.;]{0,50}"
    r"|\b(?:từ|kể từ|hồi|đến|tới|since|until|by|in))\s*$",
)
_REVIEWS = re.compile(r"tổng kết|sơ kết|giai đoạn|nhiệm vụ|kế hoạch|công tác|review|tasks")


@dataclass(slots=True)
class _Event:
    mentions: list[EventMention] = field(default_factory=list)
    dates: list[tuple[int, PartialDate, PartialDate]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    planned: int = 0
    held: int = 0
    happening: bool = False
    early: bool = False


@dataclass(slots=True)
class Programme:
    """The conferences found, and for every line which of them it speaks of."""

    conferences: list[Conference]
    at: dict[int, int]
    event_date: PartialDate


def find_conferences(
    lines: Sequence[Line],
    title: Line | None,
    cast: Cast,
    lexicon: Lexicon,
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
) -> Programme:
    """The conferences of an article; ``dates`` runs parallel to ``lines`` and then the title."""
    every = [*lines, *([title] if title else [])]
    mentions = [
        mention
        for number, line in enumerate(every)
        for mention in find_events(number, line, dates[number], lexicon)
    ]
    events = _bring_together(mentions)
    for event in events:
        for mention in event.mentions:
            _read_context(
                event,
                mention,
                every[mention.line],
                dates[mention.line],
                lexicon,
                cast,
                last=len(lines),
            )
    conferences = [_conference(event, every, len(lines), dates, published) for event in events]
    order = sorted(
        range(len(events)),
        key=lambda n: (
            conferences[n].coverage is not Coverage.REPORTED,
            _first(events[n], len(lines)),
        ),
    )
    conferences = [conferences[n] for n in order]
    events = [events[n] for n in order]
    return Programme(
        conferences,
        _places_of_speech(mentions, events, conferences, every, len(lines)),
        _event_date(conferences, lines, dates, published),
    )


def _first(event: _Event, title: int) -> tuple[int, int]:
    return min((m.line if m.line < title else -1, m.start) for m in event.mentions)


def _bring_together(mentions: Sequence[EventMention]) -> list[_Event]:
    events: list[_Event] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.name), m.line, m.start)):
        if not mention.distinctive:
            continue
        wording = wording_of(mention.name)
        fitting = [
            event
            for event in events
            if any(same_event(wording, wording_of(other.name)) for other in event.mentions)
            or any(_is_alias(mention, alias) for other in event.mentions for alias in other.aliases)
        ]
        if len(fitting) == 1:
            fitting[0].mentions.append(mention)
        elif fitting:
            exact = [e for e in fitting if any(wording_of(o.name) == wording for o in e.mentions)]
            (exact or fitting)[0].mentions.append(mention)
        else:
            events.append(_Event([mention]))
    for event in events:
        event.mentions.sort(key=lambda m: (m.line, m.start))
    return events


def _is_alias(mention: EventMention, alias: str) -> bool:
    """Whether a mention is an event's short form, with or without the noun: hội nghị FII, FII."""
    short = fold(alias)
    return fold(mention.name) == short or " ".join(wording_of(mention.name).words) == short


# -- what is said of an event --------------------------------------------------------------------


def _read_context(
    event: _Event,
    mention: EventMention,
    line: Line,
    dates: Sequence[DateMention],
    lexicon: Lexicon,
    cast: Cast,
    *,
    last: int,
) -> None:
    if mention.embedded or (
        mention.start and line.tokens[mention.start - 1].low in _ATTRIBUTED_AFTER
    ):
        return
    words = table_of("events.toml")
    low = line.text.lower()
    start = line.tokens[mention.start].start
    end = line.tokens[mention.end - 1].end
    before, after = low[:start], low[end:]
    near = before[-60:] + " | " + after[:90]
    takes_place = any(verb in near for verb in words["takes_place"])
    early = mention.line >= last or mention.line < EARLY
    event.early = event.early or early
    if any(phrase in near for phrase in words["planned"]):
        event.planned += 1
    elif takes_place or any(phrase in near for phrase in words["held"]):
        event.held += 1
    date = _date_of(line, mention, dates, takes_place=takes_place)
    if date is not None:
        event.dates.append((mention.line, date.date, date.until or UNKNOWN_DATE))
    place = _place_of(line, mention, lexicon, takes_place=takes_place or date is not None)
    if place:
        event.places.append(place)
    host = _host_of(line, mention, lexicon)
    if host:
        event.hosts.append(host)
    chair = _chair_of(line, mention, cast)
    if chair:
        event.chairs.append(chair)
    if early and (takes_place or date is not None or mention.line >= last):
        event.happening = True


def _date_of(
    line: Line, mention: EventMention, dates: Sequence[DateMention], *, takes_place: bool
) -> DateMention | None:
    tokens = line.tokens
    start, end = tokens[mention.start].start, tokens[mention.end - 1].end
    usable = [d for d in dates if d.date.month is not None]
    after = [d for d in usable if d.start >= end]
    if after:
        gap = line.text[end : after[0].start]
        words = gap.split()
        if len(words) <= 2 and not re.search(r"[;.]", gap):
            return after[0]
        if takes_place and len(words) <= _GAP_AFTER and not re.search(r"[;.:]", gap):
            return after[0]
    inside = [d for d in usable if start <= d.start < end]
    if inside:
        return inside[0]
    leading = [d for d in usable if d.end <= start]
    if leading:
        date = leading[0]
        opening = line.text[: date.start].strip()
        gap = line.text[date.end : start]
        opens = len(opening.split()) <= 3
        if opens and len(gap.split()) <= 40 and ";" not in gap:
            if takes_place or len(gap.split()) <= 4:
                return date
    return None


def _place_of(line: Line, mention: EventMention, lexicon: Lexicon, *, takes_place: bool) -> str:
    tokens = line.tokens
    position = mention.end
    limit = min(len(tokens), mention.end + 24)
    first = True
    while position < limit:
        token = tokens[position]
        if token.text in {";", "."}:
            break
        if token.low in {"tại", "ở", "in", "at"} and (takes_place or first):
            end = _read_place(line, position + 1, lexicon)
            if end is not None:
                return line.cut(position + 1, end)
        if token.word:
            first = False
        position += 1
    if takes_place:
        for position in range(min(mention.start, 12)):
            if tokens[position].low in {"tại", "ở"}:
                end = _read_place(line, position + 1, lexicon)
                if end is not None and end <= mention.start:
                    return line.cut(position + 1, end)
    return ""


def _read_place(line: Line, position: int, lexicon: Lexicon) -> int | None:
    tokens = line.tokens
    end = position
    while end < len(tokens) and end - position < 12:
        place = lexicon.places.match(tokens, end)
        if place and (tokens[end].cap or end > position):
            end = place[0]
            break
        lead = any(" ".join(t.low for t in tokens[end : end + n]) in _PLACE_LEAD for n in (1, 2))
        if tokens[end].word and (
            tokens[end].cap
            or lead
            or (end > position and tokens[end - 1].low in {"thủ", "thành", "trụ", "trung", "khách"})
        ):
            if lexicon.events["formal"].match(tokens, end) and not end > position:
                return None
            end += 1
            continue
        break
    else:
        return None
    if end == position:
        return None
    if lexicon.places.match(tokens, position) or lexicon.places.match(
        tokens, max(position, end - 1)
    ):
        return end
    text = line.cut(position, end).lower()
    known = any(text.startswith(lead) for lead in _PLACE_LEAD)
    return end if known or lexicon.places.match(tokens, max(position, end - 2)) else None


def _host_of(line: Line, mention: EventMention, lexicon: Lexicon) -> str:
    tokens = line.tokens
    after = line.text[tokens[mention.end - 1].end :][:160]
    match = (_HOSTS_EN if lexicon.language == "en" else _HOSTS).search(after)
    if match and match.start() < 60:
        return match[1].strip(" ,")
    for position in range(mention.end - 1, mention.head_end, -1):
        if tokens[position].low == "của":
            inner = line.cut(mention.head_end, position).lower()
            if any(noun in inner for noun in ("đại hội", "hội nghị", "kỳ họp")):
                break
            organisation = lexicon.organisations.match(tokens, position + 1)
            if organisation and organisation[0] >= mention.end - 1:
                return line.cut(position + 1, mention.end)
            break
    return ""


def _chair_of(line: Line, mention: EventMention, cast: Cast) -> str:
    if mention.line >= len(cast.actors):
        return ""
    low = [token.low for token in line.tokens]
    for actor in cast.actors[mention.line]:
        following = " ".join(low[actor.end : actor.end + 5])
        if (
            actor.end <= mention.start
            and mention.start - actor.end <= 8
            and re.match(r"^(?:,? ?)?(?:đã |sẽ |đồng )?chủ trì|^chaired|^presided", following)
        ):
            return cast.people[actor.who].name
        leading = " ".join(low[max(0, actor.start - 5) : actor.start])
        if re.search(r"(?:sự chủ trì của|chaired by)$|do$", leading) and (
            not leading.endswith("do") or "chủ trì" in following
        ):
            return cast.people[actor.who].name
    return ""


# -- the conference ------------------------------------------------------------------------------


def _conference(
    event: _Event,
    lines: Sequence[Line],
    title: int,
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
) -> Conference:
    own = [m for m in event.mentions if not m.embedded] or event.mentions
    best = max(own, key=lambda m: (m.line < title, len(m.name), -m.line))
    names = {m.name for m in event.mentions} | {a for m in event.mentions for a in m.aliases}
    aliases = tuple(sorted({n for n in names if n.lower() != best.name.lower()}))
    reported = event.happening and event.early
    starts, ends = _dates(event, lines, dates, published, reported=reported)
    line = lines[best.line]
    where = NO_SENTENCE if best.line >= title else line.sentence
    planned = event.planned > 0 and event.planned >= event.held
    return Conference(
        name=best.name,
        aliases=aliases,
        sentence=where,
        paragraph=line.paragraph,
        status=Status.PLANNED if planned else Status.HELD,
        coverage=Coverage.REPORTED if reported else Coverage.REFERRED,
        confidence=0.9 if starts.known or reported else 0.7,
        starts=starts,
        ends=ends,
        place=_commonest(event.places),
        host=_commonest(event.hosts),
        chair=_commonest(event.chairs),
    )


def _commonest(values: Sequence[str]) -> str:
    return max(values, key=lambda v: (values.count(v), len(v), v), default="")


def _dates(
    event: _Event,
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
    *,
    reported: bool,
) -> tuple[PartialDate, PartialDate]:
    years = sorted({y for m in event.mentions for y in wording_of(m.name).years})
    named = [PartialDate(year, basis=Basis.STATED) for year in years]
    own = sorted(
        {
            year
            for m in event.mentions
            if not _REVIEWS.search(m.name.lower())
            for year in wording_of(m.name).years
        }
    )
    every = _evidence(lines, dates) if reported else []
    stated = sorted(
        event.dates,
        key=lambda e: (e[1].year is None, e[1].day is None, e[1].month is None, e[0]),
    )
    if stated:
        complete = {e[1].year for e in stated if e[1].year is not None}
        _, start, end = max(
            stated, key=lambda e: (e[1].day is not None, e[1].year is not None, -e[0])
        )
        complete = complete or set(own)
        known = [PartialDate(year) for year in complete] if len(complete) == 1 else []
        return (
            _complete(start, known, named, every, published),
            _complete(end, known, named, every, published) if end.known else UNKNOWN_DATE,
        )
    if len(own) == 1:
        return PartialDate(own[0], basis=Basis.STATED), UNKNOWN_DATE
    return UNKNOWN_DATE, UNKNOWN_DATE


def _complete(
    date: PartialDate,
    known: Sequence[PartialDate],
    named: Sequence[PartialDate],
    every: Sequence[PartialDate],
    published: PartialDate,
) -> PartialDate:
    """Add the year: from another mention of the event, its name, or the article."""
    if date.year is not None or date.month is None:
        return date
    if len(known) == 1:
        return PartialDate(known[0].year, date.month, date.day, Basis.INFERRED)
    if named:
        from_name = complete_year(date, named, published=published)
        if from_name.year is not None:
            return from_name
    return complete_year(date, every, published=published)


def _evidence(lines: Sequence[Line], dates: Sequence[Sequence[DateMention]]) -> list[PartialDate]:
    """The dates of an article that may tell in which year it plays.

    The year of a treaty, and one that something happened in or since, tells nothing of it.
    """
    return [
        mention.date
        for line, group in zip(lines, dates, strict=False)
        for mention in group
        if not _HISTORIC.search(line.text[max(0, mention.start - 60) : mention.start])
    ]


def _places_of_speech(
    mentions: Sequence[EventMention],
    events: Sequence[_Event],
    conferences: Sequence[Conference],
    lines: Sequence[Line],
    title: int,
) -> dict[int, int]:
    """Line → index of the conference it speaks of; "Hội nghị" alone means the reported one."""
    at: dict[int, int] = {}
    reported = [n for n, c in enumerate(conferences) if c.coverage is Coverage.REPORTED]
    for mention in mentions:
        if mention.distinctive or mention.line >= title or len(reported) != 1:
            continue
        at.setdefault(mention.line, reported[0])
    for index, event in enumerate(events):
        for mention in event.mentions:
            if mention.embedded or mention.line >= title:
                continue
            before = [t.low for t in lines[mention.line].tokens[: mention.start][-2:]]
            if index in reported or any(word in _VENUE for word in before):
                at.setdefault(mention.line, index)
    return at


def _event_date(
    conferences: Sequence[Conference],
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
) -> PartialDate:
    for conference in conferences:
        if conference.coverage is Coverage.REPORTED and conference.starts.month is not None:
            return conference.starts
    every = _evidence(lines, dates)
    for number in range(min(2, len(lines))):
        for mention in dates[number]:
            if mention.date.day is not None and mention.start <= 40:
                return complete_year(mention.date, every, published=published)
    return UNKNOWN_DATE
