"""Days, months and years that readers ask for: "13/1", "1/2026", "tháng 1", "January 2026"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bot.briefings import rows
from bot.briefings.year_parts import part_of
from summarizer.text.dates import PartialDate, find_dates
from summarizer.text.folding import fold, words

_MARKED: Final = {"ngay": "ngày", "thang": "tháng", "nam": "năm"}
"""Words of dates as they are typed without marks."""
_SMALL: Final = frozenset({"ngay", "thang", "nam", "on", "in", "of", "the", "vao", "trong"})
_BOUNDED: Final = re.compile(
    r"(?:in\s+)?(?:until|till|by|since|before|after|early|late|mid)(?![a-z])", re.IGNORECASE
)
"""What is more than the date after it, though dates of articles are read with it."""
_DASHED: Final = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2}|\d{4})(?:-(\d{4}))?(?![\d-])")


def asked_day(query: str) -> PartialDate | None:
    """The date, or part of one, that a query consists of; ``None`` where it says more or
    none. A part of a year or month is more.
    """
    if _BOUNDED.match(query.strip()) or part_of(" ".join(fold(query).split())) is not None:
        return None
    marked = re.sub(r"\w+", lambda word: _MARKED.get(word[0].lower(), word[0]), query)
    plain = _DASHED.sub(lambda found: "/".join(part for part in found.groups() if part), marked)
    # Alone, "3/3" may be all of something; after "ngày" it is a day.
    for text, language in ((plain, "vi"), (plain, "en"), (f"ngày {plain}", "vi")):
        found = find_dates(text, language)
        if len(found) != 1 or found[0].until is not None:
            continue
        rest = text[: found[0].start] + " " + text[found[0].end :]
        if all(word in _SMALL for word in words(fold(rest))):
            return found[0].date
    return None


def takes_place(starts_on: str, ends_on: str | None, asked: PartialDate) -> bool:
    """Whether something from ``starts_on`` to ``ends_on`` takes place at the time asked for.

    All that is asked must be known: what has no year is not found by one. A range is looked at as
    such only where both its ends are days.
    """
    first = rows.date(starts_on)
    last = rows.date(ends_on or "") if ends_on else first
    if _fits(first, asked) or _fits(last, asked):
        return True
    if asked.month is None or asked.day is None:
        return False
    if first.day is None or last.day is None or first.year != last.year:
        return False
    between = (first.month, first.day) < (asked.month, asked.day) < (last.month, last.day)
    return between and asked.year in (None, first.year)


def falls_in(
    starts_on: str, ends_on: str | None, first: date, last: date, today: date | None = None
) -> bool:
    """Whether something from ``starts_on`` to ``ends_on`` is held on one of the days from ``first``
    to ``last``. Of what only the month or year is known, all of that must be in them, or begin in
    them where they end with ``today``, as the days to come were not asked away.
    """
    begins = rows.date(starts_on)
    ends = rows.date(ends_on or "") if ends_on else begins
    if begins.year is None or ends.year is None:
        return False
    if begins.day is None or ends.day is None:
        return first <= _earliest(begins) <= last and (ends.last_day() <= last or last == today)
    return _earliest(begins) <= last and first <= ends.last_day()


def _earliest(known: PartialDate) -> date:
    return date(known.year or 1, known.month or 1, known.day or 1)


def _fits(known: PartialDate, asked: PartialDate) -> bool:
    return all(
        wanted is None or its == wanted
        for its, wanted in (
            (known.year, asked.year),
            (known.month, asked.month),
            (known.day, asked.day),
        )
    )
