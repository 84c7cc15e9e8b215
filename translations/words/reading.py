"""Dates and numbers of a text, read once: a draft is looked at many times over."""

from __future__ import annotations

import functools

from summarizer.text import dates, numbers
from summarizer.text.dates import DateMention
from summarizer.text.numbers import Number

_KEPT = 2048
"""Texts that are remembered."""


@functools.lru_cache(maxsize=_KEPT)
def find_dates(text: str, language: str) -> tuple[DateMention, ...]:
    """See :func:`summarizer.text.dates.find_dates`."""
    return tuple(dates.find_dates(text, language))


@functools.lru_cache(maxsize=_KEPT)
def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """See :func:`summarizer.text.numbers.find_numbers`."""
    return tuple(numbers.find_numbers(text, language))
