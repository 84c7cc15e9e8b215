"""The visits of an article: state, official, working and friendly visits of one country's officials
to another or to an international body, one for each visitor, destination and year.

A visit is *reported* if the title or the first sentences tell of it and not of one long past. What
is neither reported nor dated is history, and left out, unless the sentence says that it goes on, or
the title and lead name both the visitor and the country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.document import LEAD, TITLE
from summarizer.facts.events.context import EARLY
from summarizer.facts.events.named_days import days_named
from summarizer.facts.model import (
    NO_SENTENCE,
    Conference,
    Coverage,
    EventKind,
    Status,
    Visit,
    VisitSort,
)
from summarizer.facts.persons.cast import Cast, Person
from summarizer.facts.visits.dates import days_of, is_past, with_years
from summarizer.facts.visits.destinations import Destination, countries_named
from summarizer.facts.visits.hosts import host_of
from summarizer.facts.visits.mentions import VisitMention, find_visits_in, headline_of
from summarizer.facts.visits.names import name_of_visit
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line
from summarizer.text.dates import UNKNOWN_DATE, DateMention, PartialDate

_POSSESSIVE = re.compile(r"[’']s$")
_ODD = re.compile(r"\d|đầu tiên|đương nhiệm|\b(?:first|then)\b", re.IGNORECASE)
_COMMON = ("nhà ", "người ")
_NEAR = 92
"""Days between a visit and the article that reports it."""


@dataclass(slots=True)
class _Found:
    """One visit while its mentions are gathered."""

    who: int
    destination: Destination
    mentions: list[VisitMention] = field(default_factory=list)
    starts: PartialDate = UNKNOWN_DATE
    ends: PartialDate = UNKNOWN_DATE
    host: str = ""


def find_visits(
    lines: Sequence[Line],
    title: Line | None,
    cast: Cast,
    known: Lexicon,
    dates: Sequence[Sequence[DateMention]],
    published: PartialDate,
) -> list[Conference]:
    """The visits of an article, reported ones first; ``dates`` run parallel to the lines and then
    the title.
    """
    every = [*lines, *([title] if title else [])]
    found: list[_Found] = []
    headline = headline_of(title, cast.actors[len(lines)], known) if title else None
    for number, line in enumerate(every):
        mentions = find_visits_in(number, every, cast, known, headline)
        if not mentions:
            continue
        days = days_named(line, dates[number], published, known.language)
        for mention in mentions:
            following = min(
                (m.start for m in mentions if m.start > mention.start), default=len(line.tokens)
            )
            until = line.tokens[following].start if following < len(line.tokens) else len(line.text)
            first, last = days_of(mention, line, days, until, known.language)
            past = is_past(mention, line, days, first)
            first, last = with_years(
                first, last, every, dates, published, planned=mention.planned, past=past
            )
            alone = len(mention.destinations) == 1
            host = host_of(mention, line, cast, known) if alone else ""
            for destination in mention.destinations:
                _gather(found, mention, destination, first, last, host)
    visits = [
        conference
        for its in found
        if (conference := _conference(its, every, len(lines), cast, known, published)) is not None
    ]
    return sorted(visits, key=lambda visit: visit.coverage is not Coverage.REPORTED)


def _gather(
    found: list[_Found],
    mention: VisitMention,
    destination: Destination,
    first: PartialDate,
    last: PartialDate,
    host: str,
) -> None:
    """Put a mention to the visit that it is of, else to a new one."""
    who = mention.visitor.who
    its = next(
        (
            visit
            for visit in found
            if (visit.who, visit.destination.key) == (who, destination.key)
            and _agree(visit, first, last)
        ),
        None,
    )
    if its is None:
        found.append(its := _Found(who, destination))
    its.mentions.append(mention)
    if _fullness(first) > _fullness(its.starts):
        its.starts = first
    if _fullness(last) > _fullness(its.ends):
        its.ends = last
    its.host = its.host or host


def _agree(visit: _Found, first: PartialDate, last: PartialDate) -> bool:
    """Whether dates can be those of one visit: a day within it says no more."""
    if visit.starts.agrees_with(first):
        return True
    day = first if first.day is not None else last
    if day.day is None or visit.starts.day is None:
        return False
    if not visit.starts.agrees_with(PartialDate(day.year)):
        return False
    low, high = visit.starts, visit.ends if visit.ends.known else visit.starts
    return (
        (low.month or 0, low.day or 0)
        <= (day.month or 0, day.day or 0)
        <= (
            high.month or 0,
            high.day or 0,
        )
    )


def _fullness(date: PartialDate) -> tuple[bool, bool, bool]:
    return (date.day is not None, date.month is not None, date.year is not None)


def _conference(
    its: _Found,
    lines: Sequence[Line],
    title: int,
    cast: Cast,
    known: Lexicon,
    published: PartialDate,
) -> Conference | None:
    """The visit as it is kept; ``None`` if it is history without a date, or cancelled."""
    # "trong chuyến thăm Lào tháng 8-2017": nobody dates what goes on by its month alone
    dated = its.starts.day is not None or not its.starts.known
    early = any(_is_news(mention, title, dated=dated) for mention in its.mentions)
    if any(mention.cancelled for mention in its.mentions) and not _is_anew(its.mentions):
        return None
    put_off = any(mention.put_off for mention in its.mentions)
    starts, ends = (UNKNOWN_DATE, UNKNOWN_DATE) if put_off else (its.starts, its.ends)
    reported = early and not _is_far(starts, published)
    planned = (
        put_off
        or starts.is_after(published)
        or (its.mentions[0].planned and not published.is_after(ends if ends.known else starts))
    )
    current = any(
        not mention.earlier
        and (mention.current or _heads_article(mention, its, lines, cast, known))
        for mention in its.mentions
    )
    if not (reported or starts.known or ends.known or planned or current):
        return None
    best = next((m for m in its.mentions if m.line < title), its.mentions[0])
    line = lines[best.line]
    person = cast.people[its.who]
    name = _POSSESSIVE.sub("", person.name).replace(" - ", "-")
    office = _office_of(person)
    sort = next((m.sort for m in its.mentions if m.sort is not VisitSort.PLAIN), VisitSort.PLAIN)
    visit = Visit(visitor=name, office=office, sort=sort)
    return Conference(
        name=name_of_visit(sort, its.destination.name, office, name, known.language),
        aliases=(),
        sentence=NO_SENTENCE if best.line >= title else line.sentence,
        paragraph=line.paragraph,
        status=Status.PLANNED if planned else Status.HELD,
        coverage=Coverage.REPORTED if reported else Coverage.REFERRED,
        confidence=0.85 if starts.known or reported else 0.7,
        starts=starts,
        ends=ends,
        place=its.destination.name,
        host=its.host,
        kind=EventKind.VISIT,
        visit=visit,
    )


def _is_anew(mentions: Sequence[VisitMention]) -> bool:
    """Whether a visit that was cancelled is told to begin or to go on after all."""
    last = max(number for number, mention in enumerate(mentions) if mention.cancelled)
    return any(mention.current and not mention.cancelled for mention in mentions[last + 1 :])


def _heads_article(
    mention: VisitMention, its: _Found, lines: Sequence[Line], cast: Cast, known: Lexicon
) -> bool:
    """Whether title and lead name the visitor and the country, or the lead tells of the visit."""
    if lines[mention.line].paragraph == LEAD:
        return True
    heads = [n for n, line in enumerate(lines) if line.paragraph in {LEAD, TITLE}]
    named = any(actor.who == its.who for n in heads for actor in cast.actors[n])
    return named and any(its.destination.key in countries_named(lines[n], known) for n in heads)


def _is_news(mention: VisitMention, title: int, *, dated: bool) -> bool:
    """Whether a mention tells at the beginning of an article of a visit that goes on, or of one to
    come; that something is in the course of it is enough if it is ``dated`` to the day or not.
    """
    if mention.line >= title:
        return True
    of_state = mention.sort not in {VisitSort.PLAIN, VisitSort.WORKING}
    told_of = mention.current or mention.setting_out or mention.planned
    told_of = told_of or (mention.during and dated)
    going_on = told_of or of_state
    return mention.line < EARLY and going_on and not mention.earlier


def _office_of(person: Person) -> str:
    """The fullest office that is no more than an office: not "tổng thống đầu tiên", not "Tổng
    thống nhiệm kỳ 2014-2018".
    """
    plain = [role for role in person.roles if not _ODD.search(role)]
    office = max(
        plain, key=lambda role: (role not in person.given, len(role), role), default=person.role
    )
    return office if office.startswith(_COMMON) else office[:1].upper() + office[1:]


def _is_far(date: PartialDate, published: PartialDate) -> bool:
    """Whether a visit was not in the months before or after the article."""
    if date.year is None or published.year is None or published.month is None:
        return False
    if date.month is None:
        return date.year != published.year
    return abs((date.last_day() - published.last_day()).days) > _NEAR
