"""Days told of several events in turn: "lần lượt vào ngày 3/7 và 5/7", "on July 3 and July 5,
respectively".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.words.tokens import Line
from summarizer.text.dates import UNKNOWN_DATE, DateMention, PartialDate, complete_year

IN_TURN = re.compile(r"\b(?:lần lượt|theo thứ tự|respectively)\b", re.IGNORECASE)
_AND_ON = re.compile(
    r"\s*(?:,\s*(?:and|và)?|và|and|&)\s*(?:(?:vào\s+)?(?:từ\s+)?(?:các\s+)?ngày|vào|từ|on|from|in)?\s*"
)
_LISTED = re.compile(r"\b(?:và|and)\b|[,&]")

Days = tuple[PartialDate, PartialDate]
"""The first and the last day, the latter unknown if there is but one."""


def days_of_each(
    line: Line, date: DateMention, dates: Sequence[DateMention], counted: int
) -> list[Days] | None:
    """The days of each event that is meant, ``None`` where the days are not all of theirs and it is
    open whose: "lần lượt vào các ngày 3/8 và 5/8" has one for each of two.
    """
    days = days_listed(line, date, dates)
    if counted > 1 and IN_TURN.search(line.text):
        # "lần lượt vào ngày 3 và 4/8": consecutive days are read as a range
        either = [days, days_listed(line, date, dates, apart=True)]
        return next((its for its in either if len(its) == counted), None)
    return days[:1] * counted if counted == 1 or len(days) == 1 else None


def days_listed(
    line: Line, date: DateMention, dates: Sequence[DateMention], *, apart: bool = False
) -> list[Days]:
    """The days of a list that begins with ``date``, each with its year if one has it; ``apart``
    where "3 và 4/8" is two of them.
    """
    listed = [date]
    for its in dates:
        same = its.start == date.start and its.date != date.date
        end = listed[-1].end
        if same or (its.start >= end and _AND_ON.fullmatch(line.text[end : its.start])):
            listed.append(its)
    days: list[Days] = []
    for its in listed:
        if apart and its.until is not None and _LISTED.search(its.text):
            days += [(its.date, UNKNOWN_DATE), (its.until, UNKNOWN_DATE)]
        else:
            days.append((its.date, its.until or UNKNOWN_DATE))
    return _with_one_year(days)


def _with_one_year(days: Sequence[Days]) -> list[Days]:
    """Days of which one has its year, the others with the year that brings them nearest to it:
    "ngày 3/8 và 5/8/2021".
    """
    known = next((day for pair in days for day in pair if day.year is not None), UNKNOWN_DATE)
    return [
        (complete_year(first, (), published=known), complete_year(last, (), published=known))
        for first, last in days
    ]
