"""Partial dates in a reader's language, with what is unknown and what the date rests on."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final

from babel.dates import format_date

from bot.texts.catalogues import N_, Translator
from summarizer.text.dates import Basis, PartialDate

LOCALES: Final = {"vi": "vi", "en": "en_GB"}
"""The locale of each language's dates."""
_LEAP: Final = 2000
"""A leap year that stands in where the year is unknown, so that 29 February has a month."""

_PATTERNS: Final = {
    ("vi", "ymd"): "'ngày' d MMMM 'năm' y",
    ("vi", "md"): "'ngày' d MMMM",
    ("vi", "ym"): "MMMM 'năm' y",
    ("vi", "m"): "MMMM",
    ("vi", "y"): "'năm' y",
    ("en", "ymd"): "d MMMM y",
    ("en", "md"): "d MMMM",
    ("en", "ym"): "MMMM y",
    ("en", "m"): "MMMM",
    ("en", "y"): "y",
}
_SHORT: Final = {
    ("vi", "ymd"): "d/M/y",
    ("vi", "md"): "d/M",
    ("vi", "ym"): "M/y",
    ("en", "ymd"): "d MMM y",
    ("en", "md"): "d MMM",
    ("en", "ym"): "MMM y",
}

_BASES: Final = {
    Basis.INFERRED: N_("year from elsewhere in the article"),
    Basis.PUBLICATION: N_("told from the day of the article"),
    Basis.OTHER_ARTICLE: N_("year from another article"),
}


class Detail(StrEnum):
    """How much is said of a date."""

    FULL = "full"
    """What it rests on: ``14 December 2021 (year from another article)``."""
    LISTED = "listed"
    """In brief: ``14 December 2021 (year inferred)``, ``(year from another article)``."""
    SHORT = "short"
    """Only the date, with the month short: ``14 Dec 2021``."""


def date_text(date: PartialDate, _: Translator, detail: Detail = Detail.FULL) -> str:
    """``date`` in words, or ``date unknown``; ``_`` must be of a single language."""
    if not date.known:
        return _("date unknown")
    text = _plain(date, _.language, short=detail is Detail.SHORT)
    note = _note(date, _, detail)
    return f"{text} ({note})" if note else text


def range_text(
    start: PartialDate, end: PartialDate, _: Translator, detail: Detail = Detail.FULL
) -> str:
    """A span of days in words, as short as the two dates allow; one date where they are equal."""
    if not end.known or (start.year, start.month, start.day) == (end.year, end.month, end.day):
        return date_text(start, _, detail)
    if not start.known:
        return _("until {date}", date=date_text(end, _, detail))
    note = _note(end, _, detail) or _note(start, _, detail)
    text = _span(start, end, _.language)
    return f"{text} ({note})" if note else text


def _note(date: PartialDate, _: Translator, detail: Detail) -> str:
    if detail is Detail.SHORT:
        return ""
    if date.year is None:
        return _("year unknown")
    if date.basis not in _BASES:
        return ""
    if detail is Detail.LISTED and date.basis is Basis.INFERRED:
        return _("year inferred")
    return _(_BASES[date.basis])


def _span(start: PartialDate, end: PartialDate, language: str) -> str:
    full = _plain(end, language)
    if start.day is None or end.day is None:
        return f"{_plain(start, language)} – {full}"
    head = "ngày " if language == "vi" else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{head}{start.day}–{full.removeprefix(head)}"
    if start.year == end.year or start.year is None:
        return f"{_plain(PartialDate(None, start.month, start.day), language)} – {full}"
    return f"{_plain(start, language)} – {full}"


def _plain(date: PartialDate, language: str, *, short: bool = False) -> str:
    shape = "".join(
        letter
        for letter, part in (("y", date.year), ("m", date.month), ("d", date.day))
        if part is not None
    )
    pattern = (_SHORT if short else {}).get((language, shape)) or _PATTERNS.get((language, shape))
    try:
        day = dt.date(date.year or _LEAP, date.month or 1, date.day or 1)
    except ValueError:  # 31 February, as a source may well have it
        return str(date)
    if pattern is None:
        return str(date)
    text = format_date(day, pattern, locale=LOCALES[language])
    return text if language == "en" else text.replace("Tháng", "tháng")
