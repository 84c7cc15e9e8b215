"""What a sentence says of an event it names: when, where, by whom, planned or held."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from summarizer.facts.events.course import Course, course_of
from summarizer.facts.events.denial import denied_parts, held_otherwise, not_held
from summarizer.facts.events.gaps import after_place, less, places_after
from summarizer.facts.events.mention import EventMention, own_year
from summarizer.facts.events.places import place_of, read_place
from summarizer.facts.events.reach import Reach, reach_of
from summarizer.facts.events.roles import roles_of
from summarizer.facts.events.turns import days_listed, days_of_each
from summarizer.facts.persons.cast import Cast
from summarizer.facts.words.lexicon import Lexicon, phrases_in, table_of, words_of
from summarizer.facts.words.tokens import Line
from summarizer.text.dates import UNKNOWN_DATE, Basis, DateMention, PartialDate

EARLY = 4
"""Sentences from the start within which a reported event is named."""

_ATTRIBUTED_AFTER = frozenset({"của", "quyết", "kiện", "trình", "of"})
"""Words after which an event is only named to say whose resolution or policy something is."""

_REFERENCE_AFTER = frozenset({"sau", "từ", "trước", "after", "since", "before"})
"""Words after which a title names an event only to say when something else is."""

_PUT_OFF_BEFORE = re.compile(
    r"(?:\b(?:tạm hoãn|hủy bỏ|huỷ bỏ|hoãn|hủy|huỷ|dời(?: ngày| lịch)?|lùi(?: ngày| lịch)?)"
    r"(?: việc)?(?: tổ chức| khai mạc)?|\b(?:không|chưa)(?: thể)? (?:tổ chức|triệu tập|khai mạc)"
    r"|\b(?:postponed?|postponing|cancell?ed|cancel|cancell?ing|call(?:ed|ing)? off"
    r"|scrap(?:ped|ping)?|(?:cancellation|postponement) of)(?: the)?)\s+$"
)
_PUT_OFF_AFTER = re.compile(
    r"(?<!sau khi )(?<!từng )\b(?:bị|được|tạm|phải|đã|sẽ)\s+(?:tạm\s+|phải\s+)?"
    r"(?:hoãn|dời|lùi(?= sang| ngày| đến| tới| lịch| thời| vô)|h(?:ủy|uỷ)(?! diệt| hoại))\b"
    r"|\b(?:has been|was|is|were|be|been) (?:postponed|cancell?ed|called off|put off|delayed)\b"
)
_ANEW = re.compile(r"\b(?:sang|đến|tới|vào|lại|to|until|till)\s+(?:ngày\s+)?(?:on\s+)?$")

_OTHER_EVENT = re.compile(
    r"(?<!các )\b(?:hội nghị|diễn đàn|thượng đỉnh|đại hội)\b(?!(?: cấp cao)? liên quan)"
)
_OTHER_MEETING = re.compile(
    r"\b(?:họp báo|buổi làm việc|cuộc gặp|hội đàm|(?:cuộc|buổi|phiên) họp(?! (?:toàn thể|hẹp)))\b"
)
_OTHER_ACT = re.compile(
    r"\b(?:hội đàm|điện đàm|gặp(?: gỡ)?|(?<!trực )tiếp(?! tục| nối| cận| theo)|trao đổi"
    r"|thông báo|cho biết|thông tin|tuyên bố|công bố|trả lời|nhân dịp|bên lề|trước thềm|chuẩn bị"
    r"|met|received|told|said|announced|on the sidelines|ahead of)\b"
)
"""What is done on a day that opens a sentence: an event named after it is only spoken of, or not
the day's own, unless it is where that is done."""
_WILL_ATTEND = re.compile(
    r"\b(?:sẽ|sắp|dự kiến|will|is to)\b[^.;]{1,50}\b(?:tham dự|dự|attend|join)\s+(?:the\s+)?$"
    r"|\bwill (?:meet|gather|convene)\b[^.;]{0,20}\bat\s+(?:the\s+)?$"
)
"""Before a meeting that lies ahead: "sẽ đến Đà Nẵng dự"."""
_SETTING_OUT = re.compile(
    r"\b(?:lên đường|khởi hành|rời|đáp (?:máy bay|chuyến bay)|(?:bắt đầu|mở đầu) (?:một )?chuyến"
    r"|set (?:off|out)|left|departed|(?:began|started|begins|starts) (?:a|an|his|her|their)\b.*\b"
    r"(?:visit|trip|tour))\b"
)
"""A day on which somebody sets out is none of those of the meeting that he is to attend."""
_SIDELINES = re.compile(r"(?:\bbên lề|\bon the sidelines of(?: the)?)\s*$")
_VENUE = re.compile(r"\b(?:tại|ở|trong|at|in)(?: the)?\s*$")
_GAP_AFTER = 16
"""Words between a name and the date of what takes place."""

_GAP_IN_TURN = 4
"""The same in "A và B lần lượt vào các (ngày 3/7 và 5/7)", whatever verb."""


@dataclass(slots=True)
class Event:
    mentions: list[EventMention] = field(default_factory=list)
    dates: list[tuple[int, PartialDate, PartialDate]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    planned: int = 0
    held: int = 0
    over: bool = False
    """Whether it is told in the past: "was held", "đã khai mạc"."""
    happening: bool = False
    dated_happening: bool = False
    put_off: bool = False
    denied: bool = False
    """Whether a sentence tells that it did not take place, or not yet."""
    anew: list[tuple[int, PartialDate, PartialDate]] = field(default_factory=list)
    """The new dates of what was put off, in the form of ``dates``."""
    early: bool = False

    def note_put_off(self, *, denied: bool) -> None:
        """Note that it is put off or called off, or only ``denied`` to have taken place."""
        self.put_off = self.put_off or not denied
        self.denied = self.denied or denied


def by_line(events: Iterable[Event]) -> dict[int, list[EventMention]]:
    """The mentions that name events in each line, in order."""
    named: dict[int, list[EventMention]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            if mention.distinctive and not mention.embedded:
                named[mention.line].append(mention)
    for mentions in named.values():
        mentions.sort(key=lambda mention: mention.start)
    return named


def read_context(
    event: Event,
    mention: EventMention,
    line: Line,
    dates: Sequence[DateMention],
    lexicon: Lexicon,
    cast: Cast,
    *,
    last: int,
    named: Sequence[EventMention] = (),
) -> None:
    """Take what a line says of an event that it names; ``named`` are all that it names, up to the
    next of which it tells of this one.
    """
    if mention.embedded or _is_attributed(line, mention):
        return
    words = table_of("events.toml")
    others = [other for other in named if other not in event.mentions]
    reach = reach_of(line, mention, others, lexicon)
    low = reach.line.text.lower()
    start = line.tokens[mention.start].start
    end = line.tokens[mention.end - 1].end
    before, after = low[:start], low[end:]
    roles = roles_of(reach, lexicon, cast)
    near = low[reach.clause : start][-60:] + " | " + after[:90]
    if roles.told:
        # what follows who holds it is near too: "hosted by A, B and C, took place …"
        near += " | " + less(reach.line.text, end, len(low), roles.told).lower()[:90]
    course = course_of(after) or held_otherwise(re.split(r"[.;:]", after)[0])
    takes_place = bool(roles.told or course) or any(verb in near for verb in words["takes_place"])
    not_there = list(denied_parts(reach.line.text))
    dates = [day for day in dates if not any(a <= day.start < b for a, b in not_there)]
    told = [*roles.told, *not_there]
    if _is_proposed(line.text[:start]):
        event.planned += 1
        if (
            date := date_of(reach, dates, lexicon, takes_place=True, told=told)
        ) and date.start >= start:
            event.dates.append((mention.line, date.date, date.until or UNKNOWN_DATE))
        return
    if (put_off := _put_off(line, mention, before, after)) is not None:
        event.note_put_off(denied=not_held(after[:put_off]) is not None)
        event.early = event.early or mention.line >= last or mention.line < EARLY
        event.happening = True
        if place := place_of(reach, lexicon, takes_place=True, told=not_there):
            event.places.append(place)
        event.anew.extend(_days_anew(mention.line, low, end + put_off, dates))
        return
    early = mention.line >= last or mention.line < EARLY
    event.early = event.early or early
    _note_status(event, course, before, near, takes_place=takes_place)
    date = date_of(reach, dates, lexicon, takes_place=takes_place, told=told)
    if date is not None:
        event.dates.append((mention.line, date.date, date.until or UNKNOWN_DATE))
    place = place_of(reach, lexicon, takes_place=takes_place or date is not None, told=told)
    if place:
        event.places.append(place)
    if roles.host:
        event.hosts.append(roles.host)
    if roles.chair:
        event.chairs.append(roles.chair)
    looked_back = mention.start > 0 and line.tokens[mention.start - 1].low in _REFERENCE_AFTER
    titled = mention.line >= last and not looked_back
    reported = takes_place or date is not None or titled or _is_spoken_at(line, mention, lexicon)
    if early and reported and not _SIDELINES.search(before):
        event.happening = True
    if takes_place and date is not None:
        event.dated_happening = True


def _note_status(
    event: Event, course: Course | None, before: str, near: str, *, takes_place: bool
) -> None:
    """Count what a line tells: planned or held. ``near`` is what stands around the name."""
    words = table_of("events.toml")
    ahead = course is not None and course.ahead
    if ahead or _WILL_ATTEND.search(before) or any(phrase in near for phrase in words["planned"]):
        event.planned += 1
    elif takes_place or any(phrase in near for phrase in words["held"]):
        event.held += 1
        past = course is not None and course.past
        event.over = event.over or past or any(phrase in near for phrase in words["over"])


def _days_anew(
    number: int, low: str, start: int, dates: Sequence[DateMention]
) -> list[tuple[int, PartialDate, PartialDate]]:
    """The days after ``start`` to which a line, in small letters, puts something off."""
    return [
        (number, date.date, date.until or UNKNOWN_DATE)
        for date in dates
        if date.date.month is not None
        and start <= date.start < len(low)
        and _ANEW.search(low[: date.start])
    ]


def _is_attributed(line: Line, mention: EventMention) -> bool:
    """Whether an event only tells whose something is; its success or frame are its own."""
    before = [token.low for token in line.tokens[max(0, mention.start - 2) : mention.start]]
    if not before or before[-1] not in _ATTRIBUTED_AFTER:
        return False
    return before[-1] != "của" or before[0] not in words_of("events.toml", "own_parts")


def _is_spoken_at(line: Line, mention: EventMention, lexicon: Lexicon) -> bool:
    """Whether the sentence opens with the event and goes on with what is said there: "Tại Hội nghị
    X, ông Y nhấn mạnh …".
    """
    tokens = line.tokens
    if mention.start != 1 or tokens[0].low != "tại" or mention.end >= len(tokens):
        return False
    return tokens[mention.end].text == "," and any(
        (speech := lexicon.speech.match(tokens, at)) and speech[1] in {"say", "ask"}
        for at in range(mention.end, len(tokens))
    )


def read_lead(
    event: Event,
    number: int,
    line: Line,
    dates: Sequence[DateMention],
    mentions: Sequence[EventMention],
    lexicon: Lexicon,
) -> bool:
    """Take date and place of an event from a lead that has it without its name, if it has.

    "Ngày 12-7, tại X, Bộ Y họp sơ kết …", "Phát biểu tại hội nghị ngày 12-7 ở X, …". The lead of a
    report tells when and where what is named further down took place; the date is inferred.
    """
    if any(mention.distinctive for mention in mentions):
        return False
    if not mentions and not any(token.low == "họp" for token in line.tokens):
        return False
    if "họp báo" in line.text.lower():
        return False
    usable = [mention for mention in dates if mention.date.day is not None]
    if len(usable) != 1:
        return False
    day, until = usable[0].date, usable[0].until
    event.dates.append(
        (number, replace(day, basis=Basis.INFERRED), until if until is not None else UNKNOWN_DATE)
    )
    if not event.places:
        for position, token in enumerate(line.tokens):
            if token.low in {"tại", "ở"} and (end := read_place(line, position + 1, lexicon)):
                event.places.append(line.cut(position + 1, end))
                break
    return True


@cache
def _proposal() -> re.Pattern[str]:
    def any_of(name: str) -> str:
        return "|".join(re.escape(phrase) for phrase in phrases_in(table_of("events.toml")[name]))

    between = r"(?:\s+[\w-]+){0,8}?\s+"
    return re.compile(
        rf"\b(?:{any_of('proposals')}){between}?(?:{any_of('arranging')})(?:\s+(?:các|a|the|an))?\s+$"
    )


def _is_proposed(before: str) -> bool:
    """Whether somebody only asks for an event: "đề nghị hai bên sớm tổ chức …"."""
    clause = re.split(r"[.;:]", before)[-1].strip(' “"') + " "
    # small letters only: "Ban Thống nhất tổ chức …" is the name of a body
    found = _proposal().search(clause[:1].lower() + clause[1:])
    return found is not None and not re.search(r"\b(?:đã|vừa|had|have|has)\b", found[0])


def _put_off(line: Line, mention: EventMention, before: str, after: str) -> int | None:
    """Where after the name the text says that the event is put off or called off, if it does."""
    if _PUT_OFF_BEFORE.search(before):
        return 0
    previous = line.tokens[mention.start - 1].low if mention.start else ""
    if previous in words_of("events.toml", "venues") or previous in _REFERENCE_AFTER:
        return None
    clause = re.split(r"[.;:]", after)[0]
    found = _PUT_OFF_AFTER.search(clause) or not_held(clause)
    return found.end() if found else None


def _is_said_between(line: Line, mention: EventMention, until: int, lexicon: Lexicon) -> bool:
    """Whether a day is one that somebody speaks of at the event: "tại X, ông Y nói …"."""
    tokens = line.tokens
    said = False
    for at in range(mention.end, len(tokens)):
        if tokens[at].start >= until:
            break
        said = said or tokens[at].text == ","
        speech = lexicon.speech.match(tokens, at)
        if said and speech and speech[1] == "say":
            return True
    return False


def _is_of_press(line: Line, mention: EventMention) -> bool:
    """Whether the sentence tells of a press conference about the event: its day is that one's."""
    before = " ".join(token.low for token in line.tokens[: mention.start])
    return "họp báo" in before


def date_of(
    reach: Reach,
    dates: Sequence[DateMention],
    lexicon: Lexicon,
    *,
    takes_place: bool,
    told: Sequence[tuple[int, int]] = (),
) -> DateMention | None:
    """The date among those of a line that is the day of the event which is mentioned there.

    ``told``: the characters that tell who holds it or where it was not, which do not come between
    it and its day.
    """
    line, mention = reach.line, reach.mention
    dates = [d for d in dates if reach.opening <= d.start < len(line.text)]
    tokens = line.tokens
    start, end = tokens[mention.start].start, tokens[mention.end - 1].end
    usable = [d for d in dates if d.date.month is not None]
    year = own_year(mention.name)
    if year is not None:
        usable = [d for d in usable if d.date.year in {None, year}]
    if _is_of_press(line, mention):
        return None
    after = [d for d in usable if d.start >= end]
    if after:
        gap = after_place(line, mention, after[0].start, lexicon)
        words = gap.split()
        if len(words) <= (_GAP_IN_TURN if reach.in_turn else 2) and not re.search(r"[;.]", gap):
            return _own_day(reach, after[0], dates)
        sure = places_after(line, mention, lexicon, sure=True)
        gap = less(line.text, end, after[0].start, [*told, *sure])
        placed = places_after(line, mention, lexicon)
        elsewhere = less(line.text, end, after[0].start, [*told, *placed]).lower()
        if (
            takes_place
            and len(gap.split()) <= _GAP_AFTER
            and not re.search(r"[;.:]", gap)
            and not _OTHER_EVENT.search(elsewhere)
            and not _is_said_between(line, mention, after[0].start, lexicon)
        ):
            return _own_day(reach, after[0], dates)
    inside = [d for d in usable if start <= d.start < end]
    if inside:
        return inside[0]
    leading = [d for d in usable if d.end <= start] or [
        d
        for d in dates
        if d.end <= start
        and d.date.year is not None
        and re.fullmatch(r",?\s*(?:tại|ở|trong)\s*", line.text[d.end : start])
    ]
    if leading:
        date = leading[0]
        opening = line.text[reach.opening : date.start].strip()
        gap = line.text[date.end : start]
        opens = len(opening.split()) <= 3
        if re.fullmatch(r",?\s*(?:tại|ở|trong)\s*", gap):
            # "hồi tháng 12 năm 2021, tại Hội nghị …"
            return date
        near = len(gap.split()) <= (40 if takes_place else 4)
        before = gap.lower()
        if _SIDELINES.search(before):
            # it is held then, on which days is not told
            return replace(date, date=replace(date.date, day=None), until=None)
        if _OTHER_MEETING.search(before) or (
            _OTHER_ACT.search(before) and not _VENUE.search(before)
        ):
            return None
        if _SETTING_OUT.search(before):
            return None
        if opens and near and ";" not in gap:
            alone = len(days_listed(line, date, dates)) == 1 and date.until is None
            return date if alone else _own_day(reach, date, dates)
    return None


def _own_day(reach: Reach, date: DateMention, dates: Sequence[DateMention]) -> DateMention | None:
    """The day of the event read for, where several are told in turn from ``date`` on."""
    if not reach.in_turn:
        return date
    told = days_of_each(reach.line, date, dates, reach.turns)
    if told is None:
        return None
    first, last = told[reach.turn]
    return replace(date, date=first, until=last if last.known else None)
