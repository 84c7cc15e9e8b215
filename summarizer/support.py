"""Whether a text says anything that its source does not: numbers, dates, names.

Deliberately literal. Every number, every date and every capitalised name of the text must stand in
the source; a right name in another form ("Viet Nam" for "Việt Nam" in an English text on a
Vietnamese source) counts as missing. A wrong refusal costs an abstract, a wrong pass misinforms.
What this cannot see is a wrong verb between right names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.cues import cues_of
from summarizer.text.dates import DateMention, PartialDate, find_dates
from summarizer.text.folding import normalise, unify_tones
from summarizer.text.numbers import Number, NumberKind, find_numbers

_FIGURES = re.compile(r"\d+")
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def unsupported(text: str, source: str, language: str = "vi") -> tuple[str, ...]:
    """The numbers, dates and names of ``text`` that do not stand in ``source``, as written."""
    text, source = normalise(text), normalise(source)
    missing = [*_missing_numbers(text, source, language)]
    missing += _missing_dates(text, source, language)
    missing += _missing_names(text, source, cues_of(language).small_words)
    return tuple(dict.fromkeys(missing))


def _missing_numbers(text: str, source: str, language: str) -> Iterator[str]:
    """Numbers by value, so that "1,25 tỷ" may stand for "1.250 triệu", and "ba" for "3"."""
    figures = set(_FIGURES.findall(source))
    # 05/7 and 5/7 are one date
    figures |= {figure.lstrip("0") for figure in figures}
    values = {_worth(number) for number in find_numbers(source, language)}
    for number in find_numbers(text, language):
        if number.in_date:
            # The date as a whole is looked for elsewhere; here, that its parts occur at all.
            parts = _FIGURES.findall(number.text)
            missing = any(part.lstrip("0") not in figures for part in parts)
        else:
            # "một" and "one" are articles and pronouns more often than numbers.
            missing = _worth(number) not in values and not (number.spelled and number.value == 1)
        if missing:
            yield number.text


def _worth(number: Number) -> tuple[Decimal, bool]:
    return number.value, number.kind is NumberKind.PERCENT


def _missing_dates(text: str, source: str, language: str) -> Iterator[str]:
    """Dates whose parts may all occur, but never together."""
    there = [date for mention in find_dates(source, language) for date in _dates_of(mention)]
    for mention in find_dates(text, language):
        if not all(any(_stands_in(date, it) for it in there) for date in _dates_of(mention)):
            yield mention.text


def _dates_of(mention: DateMention) -> tuple[PartialDate, ...]:
    return (mention.date,) if mention.until is None else (mention.date, mention.until)


def _stands_in(stated: PartialDate, date: PartialDate) -> bool:
    """Whether all known parts of one date are parts of the other; a year may come from elsewhere
    in the source, as the numbers are checked by themselves.
    """
    return (
        stated.month in (None, date.month)
        and stated.day in (None, date.day)
        and (date.year is None or stated.year in (None, date.year))
    )


def _missing_names(text: str, source: str, small_words: frozenset[str]) -> Iterator[str]:
    plain = " ".join(_TOKEN.findall(unify_tones(source)))
    cased = f" {plain} "
    caseless = cased.lower()
    for name, begins in _names(unify_tones(text)):
        single = " " not in name
        if begins and single and name.lower() in small_words:
            continue
        # At the beginning of a sentence the capital may be the sentence's own.
        found = f" {name.lower()} " in caseless if begins and single else f" {name} " in cased
        if not found and begins and not single:
            first, rest = name.split(" ", 1)
            found = (
                first.lower() in small_words or f" {first.lower()} " in caseless
            ) and f" {rest} " in cased
        if not found:
            yield name


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of capitalised words, and whether each begins a sentence."""
    run: list[str] = []
    begins = True
    run_begins = True
    last = 0
    for match in _TOKEN.finditer(text):
        between = text[last : match.start()]
        if run and between != " ":
            yield " ".join(run), run_begins
            run = []
        if any(stop in between for stop in '.!?…:;“"\n'):
            begins = True
        word = match[0]
        if word[:1].isupper():
            if not run:
                run_begins = begins
            run.append(word)
        elif run:
            yield " ".join(run), run_begins
            run = []
        begins = False
        last = match.end()
    if run:
        yield " ".join(run), run_begins
