"""From when until when somebody holds an office, where the text says so.

"Ông X được bổ nhiệm làm Thứ trưởng ngày 8/4/2021" tells since when, "bà Y giữ chức Bộ trưởng từ
năm 2016 đến 2021" and "she served as ambassador from 2016 to 2021" tell both ends, "từng là Đại sứ"
that it is over. What a term of office lasts ("nhiệm kỳ 2021-2026") is no end of it, what is only
planned tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from summarizer.facts.model import Role
from summarizer.facts.persons.appointments import office_given, without_day
from summarizer.facts.persons.cast import Actor, Cast
from summarizer.facts.persons.doubts import is_doubted
from summarizer.facts.persons.reading import PersonReader
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.text.dates import (
    UNKNOWN_DATE,
    DateMention,
    PartialDate,
    complete_year,
    find_dates,
)

_SIGNS = re.compile(
    r"\d|nguyên|cựu|từng|trước đ|nay\b|qua\b|former|previous|earlier|once|today|yesterday"
    r"|this morning",
    re.IGNORECASE,
)
"""A sentence without any of these dates no office and tells of none that is over."""

_NOT = frozenset({"không", "chưa", "sẽ", "chẳng", "not", "never"})
"""Before a verb of appointment: nothing is given."""
_SOMEBODY = frozenset({"he", "she", "who", "ông", "bà", "người"})
"""What may be somebody else between two offices."""
_REACH = 70
"""Characters before a person within which the day of an appointment opens the sentence."""
_OPENING = 3
"""Words before that day."""

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATES = {
    "vi": (
        rf"(?:ngày\s)?\d{{1,2}}[/.-]\d{{1,2}}(?!\d)(?:[/.-]{_YEAR})?"
        rf"|(?:ngày\s\d{{1,2}}\s)?tháng\s\d{{1,2}}(?:(?:\s?[/-]\s?|,?\snăm\s){_YEAR})?"
        rf"|\d{{1,2}}[/-]{_YEAR}|(?:năm\s)?{_YEAR}"
    ),
    "en": (
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{_MONTH}(?:\s\d{{1,2}}(?!\d))?(?:,?\s{_YEAR})?|{_YEAR}"
    ),
}
_FROM = {
    "vi": r"kể từ|từ|vào|hồi|trong|(?:trong )?giai đoạn|các năm|những năm|đầu|cuối|giữa",
    "en": r"from|since|between|in|on|during|the|early|late|mid",
}
_TO = {"vi": r"cho đến|cho tới|đến|tới", "en": r"until|till|up to|to"}
_NOW = r"nay|hiện nay|bây giờ|now|present|the present|today"
_THAT_YEAR = re.compile(r"\s+(?:cùng năm|năm đó|năm ấy|of (?:that|the same) year|that year)\b")
_TERM = re.compile(r"\b(?:nhiệm kỳ|khóa|khoá|term)\b", re.IGNORECASE)


def tenures_of(
    lines: Sequence[Line],
    cast: Cast,
    days: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
    published: PartialDate,
) -> dict[int, list[Role]]:
    """Person → the offices that the lines date or tell to be over; ``days`` run parallel to lines.

    The titles are as the text has them, without "nguyên" where the text has it elsewhere.
    """
    found: dict[int, list[Role]] = {}
    for number, line in enumerate(lines):
        if not _SIGNS.search(line.text):
            continue
        reader = PersonReader(line, lexicon)
        for actor in cast.actors[number]:
            others = [its for its in cast.actors[number] if its.named and its.who != actor.who]
            roles = list(_tenures(reader, line, actor, others, days[number], published))
            if roles:
                found.setdefault(actor.who, []).extend(roles)
    return found


def _tenures(
    reader: PersonReader,
    line: Line,
    actor: Actor,
    others: Sequence[Actor],
    days: Sequence[DateMention],
    published: PartialDate,
) -> Iterator[Role]:
    """The offices that a sentence says a person comes by or holds, as far as it dates them:
    "finance minister from 2010 to 2014 and foreign minister from 2014 to 2018".
    """
    english = reader.english
    if line.low(actor.end, actor.end + 1) == "," and not (english or actor.subject):
        # "bà … đánh bại tỷ phú X, trở thành tổng thống": she did
        return
    told = _told_of(line, actor, english=english)
    first = True
    while told is not None:
        office = _office(reader, line, told)
        if office is None:
            return
        title, end = office
        if not first and any(told.start <= its.start < end for its in others):
            # the office of somebody who is named with it
            return
        role, past = _dated_role(title, told, line, end, reader.lexicon.language, published)
        if first and not (role.since.known or role.until.known):
            role = _dated_before(role, told, line, actor, days, reader.lexicon.language, published)
        if first and is_doubted(line.text[: line.tokens[actor.start].start], line.text[past:]):
            return
        if role.since.known or role.until.known or role.former:
            yield role
        first, told = False, _told_next(line, past, told, english=english)


@dataclass(frozen=True, slots=True)
class _Told:
    """Where an office begins that somebody comes by (``given``) or holds, and whether the words
    before it say that it is ``over``.
    """

    start: int
    given: bool
    over: bool


def _told_of(line: Line, actor: Actor, *, english: bool) -> _Told | None:
    start = _given_at(line, actor, english=english)
    if start is not None:
        return _Told(start, given=True, over=False)
    start, over = _held_at(line, actor.end, english=english)
    return None if start is None else _Told(start, given=False, over=over)


def _told_next(line: Line, past: int, told: _Told, *, english: bool) -> _Told | None:
    """The next office told of the same person, after the character ``past``."""
    at = next((n for n, token in enumerate(line.tokens) if token.start >= past), len(line.tokens))
    at += line.low(at, at + 1) == ")"
    linked, links = at, words_of("persons.toml", "between_offices")
    while line.low(at, at + 1) in links:
        at += 1
    if at == linked:
        return None
    if (start := office_given(line, at, english=english)) is not None:
        return _Told(start, given=True, over=False)
    start, over = _held_at(line, at, english=english)
    if start is not None:
        spoken = set(line.lows[at:start]) & _SOMEBODY
        return None if spoken else _Told(start, given=False, over=over or told.over)
    return replace(told, start=at, given="becoming" in line.lows[linked:at])


def _office(reader: PersonReader, line: Line, told: _Told) -> tuple[str, int] | None:
    """The title of an office and the token at which it ends, ``None`` where it is none, or that of
    somebody who is named after it.
    """
    start = _past_article(line, told.start, english=reader.english)
    office = reader.office_from(start) if start < len(line.tokens) else None
    if office is None or office[1] == "trade":
        return None
    return without_day(line.cut(start, office[0]), english=reader.english), office[0]


def _past_article(line: Line, start: int, *, english: bool) -> int:
    while english and line.low(start, start + 1) in {"the", "a", "an", "its"}:
        start += 1
    return start


def _dated_role(
    title: str, told: _Told, line: Line, end: int, language: str, published: PartialDate
) -> tuple[Role, int]:
    """An office with the time that is told right after it, and the character where that ends."""
    start = _past_article(line, told.start, english=language == "en")
    past = line.tokens[start].start + len(title)
    since, until, length = _span_after(line.text[past:], told, language, published)
    past = past + length if length else max(past, line.tokens[end - 1].end)
    return _role(title, since, until, told, published), past


def _dated_before(
    role: Role,
    told: _Told,
    line: Line,
    actor: Actor,
    days: Sequence[DateMention],
    language: str,
    published: PartialDate,
) -> Role:
    """The office with the time that the sentence opens with, if it does."""
    since, until = _span_before(line, actor, told.given, days, language, published)
    return _role(role.title, since, until, told, published)


def _role(
    title: str, since: PartialDate, until: PartialDate, told: _Told, published: PartialDate
) -> Role:
    former = told.over or (until.known and not until.is_after(published))
    return Role(title, since, until if former else UNKNOWN_DATE, former)


def _given_at(line: Line, actor: Actor, *, english: bool) -> int | None:
    """Where the office begins that the person is given, also by whoever stands before: "Quốc hội
    bầu ông X làm Thủ tướng", "the president appointed her as foreign minister".
    """
    at = office_given(line, actor.end, english=english)
    if at is not None:
        return at
    suffix = "_en" if english else ""
    giving = words_of("persons.toml", "appointing" + suffix)
    length = next(
        (n for n in (3, 2, 1) if line.low(max(0, actor.start - n), actor.start) in giving), 0
    )
    verb = actor.start - length
    if not length or line.low(max(0, verb - 1), verb) in _NOT:
        return None
    links = words_of("persons.toml", "into_office" + suffix)
    for length in (4, 3, 2, 1):
        link = line.low(actor.end, actor.end + length)
        if link in links and link != "the":
            return actor.end + length
    return None


def _held_at(line: Line, at: int, *, english: bool) -> tuple[int | None, bool]:
    """Where the office begins that the person before ``at`` is said to hold or to have held, and
    whether the words before it say that it is over.
    """
    holding = words_of("persons.toml", "holding" + ("_en" if english else ""))
    between = words_of("persons.toml", "before_holding")
    once = words_of("persons.toml", "once_held")
    over = any(line.low(0, n) in words_of("persons.toml", "earlier") for n in (1, 2, 3))
    while at < len(line.tokens):
        verb = next((n for n in (4, 3, 2, 1) if line.low(at, at + n) in holding), 0)
        if past := next((n for n in (2, 1) if line.low(at, at + n) in once), 0):
            over, at = True, at + past
            if line.low(at - 1, at) == "là":
                return at, over
        elif verb:
            at += verb
            while line.low(at, at + 1) in {"chức", "vụ", "một", "vị"} | once:
                over = over or line.low(at, at + 1) in once
                at += 1
            return at, over
        elif line.low(at, at + 1) in between or line.tokens[at].text == ",":
            at += 1
        else:
            # "X, nguyên Thứ trưởng …" is no more than an explanation, read with the name
            return None, False
    return None, False


def _span_after(
    text: str, told: _Told, language: str, published: PartialDate
) -> tuple[PartialDate, PartialDate, int]:
    """First and last day, told right after the office, and the length of the words that do."""
    match = _span(language).match(text)
    if match and _THAT_YEAR.match(text, match.end()):
        return UNKNOWN_DATE, UNKNOWN_DATE, match.end()
    if match is None or (_TERM.match(text.lstrip(" ,(")) and not told.over):
        return UNKNOWN_DATE, UNKNOWN_DATE, 0
    return *_read_span(match, told.given, language, published), match.end()


def _span_before(
    line: Line,
    actor: Actor,
    given: bool,
    days: Sequence[DateMention],
    language: str,
    published: PartialDate,
) -> tuple[PartialDate, PartialDate]:
    """First and last day, told where the sentence opens: "Ngày 8/4/2021, Quốc hội bầu ông X …",
    "From 2016 to 2021, he was …".
    """
    start = line.tokens[actor.start].start
    opening = line.text[:start]
    match = _span(language).match(opening)
    if match and (match["b"] or match["now"]) and not opening[match.end() :].strip(" ,)"):
        return _read_span(match, given, language, published)
    if not given:
        return UNKNOWN_DATE, UNKNOWN_DATE
    for day in days:
        gap = opening[day.end :]
        opens = len(opening[: day.start].split()) <= _OPENING
        if day.end <= start and opens and len(gap) <= _REACH and not re.search(r"[.;:“\"]", gap):
            return _dated(day.date, published), UNKNOWN_DATE
    return UNKNOWN_DATE, UNKNOWN_DATE


@cache
def _span(language: str) -> re.Pattern[str]:
    date = _DATES[language]
    return re.compile(
        rf"\W{{0,3}}(?:nhiệm kỳ\s|khóa\s|for the\s)?(?P<lead>(?:(?:{_FROM[language]})\s)*)"
        rf"(?:(?P<only>{_TO[language]})\s(?:hết\s|the\s)?)?(?P<a>{date})"
        rf"(?:\s?(?:[-–—]|\b(?:{_TO[language]}|and)\b)\s?(?:(?:hết|cuối|đầu|early|late)\s)?"
        rf"(?:(?P<b>{date})|(?P<now>{_NOW})\b))?",
        re.IGNORECASE,
    )


def _read_span(
    match: re.Match[str], given: bool, language: str, published: PartialDate
) -> tuple[PartialDate, PartialDate]:
    first = _date(match["a"], language, published)
    last = _date(match["b"], language, published) if match["b"] else UNKNOWN_DATE
    if match["only"]:
        return UNKNOWN_DATE, first
    if last.known and first.is_after(last):
        return UNKNOWN_DATE, UNKNOWN_DATE
    leads = set(match["lead"].lower().split())
    if given or last.known or match["now"] or leads & {"từ", "since", "from"}:
        return first, last
    return UNKNOWN_DATE, UNKNOWN_DATE


def _date(text: str, language: str, published: PartialDate) -> PartialDate:
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}", text):
        text = f"ngày {text}"  # alone it might be a fraction
    found = find_dates(text if language == "vi" else f"in {text}", language)
    return _dated(found[0].date, published) if found else UNKNOWN_DATE


def _dated(date: PartialDate, published: PartialDate) -> PartialDate:
    """A date with its year, the last such day before the article; the unknown one if that is not
    known.
    """
    whole = complete_year(date, (), published=published)
    if whole.year is not None and date.year is None and whole.is_after(published):
        whole = replace(whole, year=whole.year - 1)
    return whole if whole.year is not None else UNKNOWN_DATE
