"""The conferences of an article: mentions under all wordings brought together, with what is said
of each: when, where, by whom, planned or held, reported or only referred to.

An event is *reported* if the article is about it: it is named in the title, the lead or the first
sentences, and something takes place there (a date or place stands with it, somebody speaks at
it). Everything else is referred to. A bare "hội nghị" refers back and names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.facts.events.chairs import read_chairs
from summarizer.facts.events.context import EARLY, Event, by_line, read_context, read_lead
from summarizer.facts.events.dates import dates_of, evidence, is_long_gone, with_year
from summarizer.facts.events.events import find_events
from summarizer.facts.events.gathering import bring_together, join_title, join_towns
from summarizer.facts.events.located import find_located
from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.named_days import days_named
from summarizer.facts.events.partners import both_named
from summarizer.facts.events.readings import with_read
from summarizer.facts.events.retold import read_retold
from summarizer.facts.events.telling import is_attended, is_plural
from summarizer.facts.events.venues import places_of_speech
from summarizer.facts.events.wordings import wording_of
from summarizer.facts.model import NO_SENTENCE, Conference, Coverage, Status
from summarizer.facts.persons.cast import Cast
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.reading.passages import Reading
from summarizer.text.dates import (
    UNKNOWN_DATE,
    DateMention,
    PartialDate,
)
from summarizer.text.folding import fold

LEAD_LINES = 2
"""Sentences that may tell date and place of what is named later."""

DATELINE = 40
"""Characters within which a date opens a sentence."""

_SPACED = re.compile(r"\bG ?-? ?(?=\d)")
"""That "G 20" is longer than "G20" tells nothing."""

_REGULAR = re.compile(
    r"(?:k[ỳì]|phiên) họp (?:toàn thể )?(?:của )?(?:Thường vụ )?(?:Quốc hội|Chính phủ)",
    re.IGNORECASE,
)
"""A session of a body that meets all the time, without what tells which one."""

_PLENUM = re.compile(
    r"hội nghị (?:lần thứ \S+|TW|T\.?Ư|Trung ương)\b|phiên họp (?:Chính phủ )?thường kỳ",
    re.IGNORECASE,
)
"""What has numbered resolutions beside a congress."""
_IN_NUMBER = frozenset({"NQ", "TW", "TƯ", "CP", "số", "-", "–", "/"})
"""What stands in the number of a resolution beside figures."""


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
    readings: Sequence[Reading | None] = (),
) -> Programme:
    """The conferences of an article; ``dates`` and, where there are any, ``readings`` run parallel
    to ``lines`` and then the title.
    """
    every = [*lines, *([title] if title else [])]
    days = [
        days_named(line, its, published, lexicon.language)
        for line, its in zip(every, dates, strict=False)
    ]
    mentions = []
    for number, line in enumerate(every):
        found = find_events(number, line, dates[number], lexicon)
        reading = readings[number] if readings else None
        if reading is not None:
            found = with_read(number, line, dates[number], found, reading, lexicon)
        mentions += found
    events, mentions = bring_together(mentions, every, cast, lexicon)
    naming = by_line(events)
    for event in events:
        for mention in event.mentions:
            read_context(
                event,
                mention,
                every[mention.line],
                days[mention.line],
                lexicon,
                cast,
                last=len(lines),
                named=naming.get(mention.line, ()),
            )
    events = join_title(join_towns(events, lexicon), len(lines), EARLY)
    further = _further(mentions, events, every, dates, lexicon, cast)
    named = {(event.mentions[0].line, event.mentions[0].start) for event in further}
    mentions = [mention for mention in mentions if (mention.line, mention.start) not in named]
    events.extend(further)
    if lexicon.language == "vi":
        located = find_located(mentions, events, lines, dates, lexicon)
        taken = {(event.mentions[0].line, event.mentions[0].start) for event in located}
        mentions = [mention for mention in mentions if (mention.line, mention.start) not in taken]
        events.extend(located)
    events = [
        event
        for event in events
        if not (_is_any(event, every) or _is_text(event, every) or _is_regular(event))
    ]
    for event in events:
        if event.denied and not (event.over or (event.held and event.dates)):
            # where another sentence tells how it went, "was not held in 2020" is of another year
            event.put_off = True
        if event.put_off:
            # the dates that it had before are no longer true
            event.dates = event.anew
    read_retold(events, mentions, lines, days, lexicon)
    _date_by_lead(events, mentions, lines, days, lexicon)
    read_chairs(events, mentions, lines, lexicon, cast)
    conferences = [
        _conference(event, every, len(lines), dates, published, lexicon) for event in events
    ]
    conferences = _only_reported(events, conferences, len(lines))
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
        places_of_speech(mentions, events, conferences, every, len(lines), cast, lexicon),
        _event_date(conferences, lines, dates, published),
    )


def _is_any(event: Event, lines: Sequence[Line]) -> bool:
    """Whether only some event of a kind is spoken of: "một hội nghị thượng đỉnh A - B"."""
    return not (event.dates or event.places) and all(
        m.start > 0
        and m.name[0].islower()
        and lines[m.line].tokens[m.start - 1].low in {"một", "a", "an"}
        and not is_attended(lines[m.line], m.start)
        for m in event.mentions
    )


def _is_regular(event: Event) -> bool:
    """Whether only the sessions that a body holds all the time are spoken of: "kỳ họp Quốc hội"."""
    told = event.dates or event.places
    return not told and all(_REGULAR.fullmatch(m.name) for m in event.mentions)


def _is_text(event: Event, lines: Sequence[Line]) -> bool:
    """Whether only what a congress or a plenum has adopted is spoken of: "Nghị quyết Đại hội XIII",
    "Nghị quyết 18, 19 của Hội nghị Trung ương 6".
    """
    adopted = words_of("events.toml", "adopted")
    for mention in event.mentions:
        line = lines[mention.line]
        congress = line.tokens[mention.start].low == "đại"
        if not (congress or _PLENUM.match(mention.name)):
            return False
        end = mention.start - (line.low(mention.start - 1, mention.start) == "của")
        end = _before_numbers(line, end)
        if line.low(end - 2, end) not in adopted:
            return False
    return True


def _before_numbers(line: Line, end: int) -> int:
    """Where the numbers of resolutions begin that end here: "nghị quyết | 18, 19"."""
    at, figures = end, False
    while at > 1:
        text = line.tokens[at - 1].text
        figure = any(letter.isdigit() for letter in text)
        if not (figure or text in _IN_NUMBER or (figures and text in {",", "và"})):
            break
        figures = figures or figure
        at -= 1
    return at if figures else end


def _date_by_lead(
    events: Sequence[Event],
    mentions: Sequence[EventMention],
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
) -> None:
    """Date the one event that the article reports by a lead that tells of it without its name."""
    reported = [
        event
        for event in events
        if event.early
        and event.happening
        and not any(wording_of(mention.name).numbered_congress for mention in event.mentions)
    ]
    if len(reported) != 1 or reported[0].dates or reported[0].put_off:
        return
    for number in range(min(LEAD_LINES, len(lines))):
        here = [mention for mention in mentions if mention.line == number]
        if read_lead(reported[0], number, lines[number], dates[number], here, lexicon):
            return


def _further(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
    cast: Cast,
) -> list[Event]:
    """Events that only a common name has, but which have a full date that is no other event's.

    "Ngày 20/5/2014, Hội nghị tổng kết năm sẽ diễn ra …" beside a conference of another day. The
    bare word stays a reference.
    """
    known = [(start, end) for event in events for _, start, end in event.dates]
    named = by_line(events)
    found: list[Event] = []
    for mention in mentions:
        kept = mention.distinctive or mention.embedded or mention.line >= len(dates)
        if kept or not known or not wording_of(mention.name).words:
            continue
        if is_plural(lines[mention.line], mention.start):
            continue
        event = Event([replace(mention, distinctive=True)])
        line = lines[mention.line]
        read_context(
            event,
            mention,
            line,
            dates[mention.line],
            lexicon,
            cast,
            last=len(lines),
            named=named.get(mention.line, ()),
        )
        if any(
            date.day is not None
            and date.year is not None
            and not any(
                date.agrees_with(start) or (end.known and not _outside(date, start, end))
                for start, end in known
            )
            for _, date, _ in event.dates
        ):
            found.append(event)
            known.extend((start, end) for _, start, end in event.dates)
    return found


def _outside(date: PartialDate, start: PartialDate, end: PartialDate) -> bool:
    day = (date.month or 0, date.day or 0)
    return not (start.month or 0, start.day or 0) <= day <= (end.month or 0, end.day or 0)


def _only_reported(
    events: Sequence[Event], conferences: list[Conference], title: int
) -> list[Conference]:
    """Demote what only stands near the beginning beside the event that the article is about.

    That event is the first with a date, one in the title before others. Another is reported too
    only if it has a date of its own that does not contradict: beside a dated event an undated one
    would be taken to be of the day that the article reports on. Where none has a date, a place
    will do.
    """
    reported = [n for n, c in enumerate(conferences) if c.coverage is Coverage.REPORTED]
    if len(reported) < 2:
        return conferences

    def rank(number: int) -> tuple[bool, bool, tuple[int, int]]:
        in_title = any(mention.line >= title for mention in events[number].mentions)
        dated = conferences[number].starts.month is not None
        return (not dated, not in_title, _first(events[number], title))

    main, *others = sorted(reported, key=rank)
    kept = list(conferences)
    day_known = conferences[main].starts.month is not None
    for number in others:
        own = conferences[number]
        stands = own.starts.month is not None or (own.place and not day_known)
        if not stands or not own.starts.agrees_with(conferences[main].starts):
            kept[number] = replace(own, coverage=Coverage.REFERRED)
    return kept


def _first(event: Event, title: int) -> tuple[int, int]:
    return min((m.line if m.line < title else -1, m.start) for m in event.mentions)


def _is_bare(alias: str) -> bool:
    """Whether a short form is only the word for an event: "(gọi tắt là Hội nghị)"."""
    wording = wording_of(alias)
    return wording.kind >= 0 and not wording.words and not wording.years and not wording.ordinals


# -- the conference ------------------------------------------------------------------------------


def _conference(
    event: Event,
    lines: Sequence[Line],
    title: int,
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
    lexicon: Lexicon,
) -> Conference:
    own = [m for m in event.mentions if not m.embedded] or event.mentions
    best = max(own, key=lambda m: (m.line < title, *_fullness(m, lexicon), -m.line))
    names = {m.name for m in event.mentions} | {a for m in event.mentions for a in m.aliases}
    aliases = tuple(sorted(n for n in names if fold(n) != fold(best.name) and not _is_bare(n)))
    reported = event.happening and event.early
    if any(wording_of(m.name).numbered_congress for m in event.mentions):
        # A congress goes on being named for years; only its own opening or closing is news of it.
        reported = reported and event.dated_happening
    told = event.planned > 0 and event.planned >= event.held
    starts, ends = dates_of(event, lines, dates, published, reported=reported, planned=told)
    line = lines[best.line]
    where = NO_SENTENCE if best.line >= title else line.sentence
    lies_ahead = told and not is_long_gone(starts, published)
    planned = event.put_off or lies_ahead or starts.is_after(published)
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


def _fullness(mention: EventMention, lexicon: Lexicon) -> tuple[bool | int, ...]:
    """How well a wording names its event: with a noun, with both states that meet, its edition, the
    noun of its kind, at length, without blanks inside of "G20".
    """
    kind = mention.name.lower().startswith(("cuộc", "phiên", "thượng đỉnh", "buổi"))
    kind = kind and wording_of(mention.name).kind != wording_of("đại hội đồng").kind
    both = both_named(mention.name, lexicon)
    edition = bool(wording_of(mention.name).edition)
    plain = _SPACED.sub("G", mention.name)
    return not mention.short, both, edition, not kind, len(plain), plain == mention.name


def _commonest(values: Sequence[str]) -> str:
    return max(values, key=lambda v: (values.count(v), len(v), v), default="")


def _event_date(
    conferences: Sequence[Conference],
    lines: Sequence[Line],
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
) -> PartialDate:
    for conference in conferences:
        if conference.coverage is Coverage.REPORTED and conference.starts.month is not None:
            return conference.starts
    for number in range(min(2, len(lines))):
        for mention in dates[number]:
            if mention.date.day is not None and mention.start <= DATELINE:
                return with_year(mention.date, evidence(mention.date, lines, dates), published)
    return UNKNOWN_DATE
