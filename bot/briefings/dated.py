"""Which articles are of a period, and what the period is called."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_

from bot.briefings import rows
from bot.briefings.cards import Bilingual
from bot.briefings.periods import BEGINNING, Period
from bot.briefings.spans import ENDLESS
from bot.store.models import Article
from bot.texts import LANGUAGES, N_, translator
from bot.texts.dates import date_text, range_text
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate

SINCE_DIGEST: Final = N_("Since your last digest")


def within(period: Period, zone: ZoneInfo) -> ColumnElement[bool]:
    """Says of an article whether it is of a period.

    It is of the day of its date, else of that on which it was taken in, in the reader's zone; one
    of which only the month is known is of a period that has the whole month. What was there from
    the start (starter articles) was not taken in on any day.

    What has no date is shown so, and comes after what has one wherever a part is chosen: that it
    was taken in on a day does not mean that it is of that day.
    """
    if period.since is not None:
        return Article.sequence > period.since
    first, last = period.first, period.last
    size = func.length(Article.sort_date)
    day = Article.sort_date
    # The first month and year that the period has whole.
    whole = first if first.day == 1 else (first.replace(day=1) + timedelta(days=32))
    month = whole.isoformat()[:7]
    after = last + timedelta(days=1)
    year = first.year + ((first.month, first.day) != (1, 1))
    taken = [datetime.combine(each, time(), zone).astimezone(UTC) for each in (first, after)]
    return or_(
        and_(size == 10, day >= first.isoformat(), day <= last.isoformat()),
        and_(size == 7, day >= month, day < after.isoformat()[:7]),
        and_(size == 4, day >= f"{year:04d}", day < f"{after.year:04d}"),
        and_(
            day == "", Article.starter.is_(False),
            Article.added_at >= taken[0], Article.added_at < taken[1],
        ),
    )  # fmt: skip


def title(period: Period) -> Bilingual:
    """The name of a period, as a title."""
    if period.since is not None:
        return rows.own_words(SINCE_DIGEST)
    first, last = period.first, period.last
    if last == ENDLESS:
        return _from(first)
    if first == BEGINNING:
        return _dated(UNKNOWN_DATE, _known(last))
    if first.day == 1 and last == _end_of(first):
        return _dated(PartialDate(first.year, first.month))
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return _dated(PartialDate(first.year))
    return _dated(_known(first), _known(last))


def titled(name: Bilingual, period: Period) -> Bilingual:
    """What something within a period is called: "Economic diplomacy, January 2026"."""
    since = period.since is not None
    vi, en = (
        f"{name.in_(language)}, {span[:1].lower() + span[1:] if since else span}"
        for language in LANGUAGES
        if (span := title(period).in_(language))
    )
    return Bilingual(vi, en, machine=False)


def _from(first: date) -> Bilingual:
    texts = map(translator, LANGUAGES)
    vi, en = (_("from {date}", date=date_text(_known(first), _)) for _ in texts)
    return Bilingual(vi, en, machine=False)


def _end_of(first: date) -> date:
    """The last day of the month of a day."""
    return first.replace(day=monthrange(first.year, first.month)[1])


def _known(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day, Basis.STATED)


def _dated(first: PartialDate, last: PartialDate = UNKNOWN_DATE) -> Bilingual:
    vi, en = (range_text(first, last, translator(language)) for language in LANGUAGES)
    return Bilingual(vi, en, machine=False)
