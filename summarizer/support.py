"""Whether a text says anything that its source does not: numbers, dates, names.

Deliberately literal. Every number with its unit, every date and every capitalised name of the text
must stand in the source; a right name in another form ("Viet Nam" for "Việt Nam" in an English text
on a Vietnamese source) counts as missing. A wrong refusal costs an abstract, a wrong pass
misinforms.
What this cannot see is a wrong verb between right names, or an office given to another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from summarizer.amounts import negatives, take_amounts, with_figures
from summarizer.cues import cues_of
from summarizer.names_in_source import missing_names
from summarizer.text.dates import DateMention, PartialDate, find_dates
from summarizer.text.folding import CAPITAL, normalise
from summarizer.text.numbers import Number, NumberKind, find_numbers

_FIGURES = re.compile(r"\d+")
_SHOUTED = re.compile(
    rf"(?<![\w])(?:{CAPITAL}+|[\d.,]+%?)(?:,? (?:{CAPITAL}+|[\d.,]+%?)(?![\w])){{2,}}"
)
"""Three words or figures in a row without a small letter."""
_POINTS = re.compile(r"\s?(?:điểm (?:phần trăm|%)|(?:percentage )?points?\b)", re.IGNORECASE)
_CURRENCIES = {
    "VND": r"đồng(?! (?:thời|chí|ý|bào|minh|bằng|nghiệp|bộ|thuận|tình|hành|loạt|đều))|VN[DĐ]|dong",
    "USD": r"USD|US\$|\$|đô[ -]?la|đô(?! thị| đốc| hộ| thành)|(?:US )?dollars?",
    "EUR": r"EUR|€|euros?|ơ-rô",
    "JPY": r"JPY|¥|yên(?! bình| tâm| ổn| lặng)|yen",
    "CNY": r"CNY|NDT|nhân dân tệ|yuan|RMB",
    "GBP": r"GBP|£|bảng(?: Anh)?|pounds?",
    "KRW": r"KRW|₩|won",
}
_AFTER = {
    code: re.compile(rf"\s?(?:{words})(?!\w)", re.IGNORECASE) for code, words in _CURRENCIES.items()
}
_BEFORE = re.compile(r"(US\$|\$|€|£|¥|₩|USD|EUR|VND|JPY|CNY|GBP|KRW)\s?\Z")
_SIGNS = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}

Sort = tuple[Decimal, str]
"""What a number is worth, and of what: ``%``, ``points``, ``th``, a currency, or nothing."""


def unsupported(text: str, source: str, language: str = "vi") -> tuple[str, ...]:
    """The numbers, dates and names of ``text`` that do not stand in ``source``, as written."""
    text, source = (with_figures(normalise(said), language) for said in (text, source))
    calm, calm_source = _calm(text), _calm(source)
    missing = [*_missing_dates(calm, calm_source, language)]
    missing += _missing_quantities(calm, calm_source, cues_of(language).quantities)
    missing += _missing_numbers(calm, calm_source, language)
    missing += missing_names(take_amounts(text, language)[0], source, language)
    return tuple(dict.fromkeys(missing))


def _calm(text: str) -> str:
    """The text with what is all in capitals in small letters: "5,1 TỶ USD" is a number as well."""
    return _SHOUTED.sub(lambda match: match[0].lower(), text)


def _missing_numbers(text: str, source: str, language: str) -> Iterator[str]:
    """Numbers by value, so that "1,25 tỷ" may stand for "1.250 triệu", and "ba" for "3"."""
    text, amounts = take_amounts(text, language)
    rest, there = take_amounts(source, language)
    # "5" of a date is no count of bridges.
    sorts = {_sort(number, rest) for number in find_numbers(rest, language) if not number.in_date}
    sorts |= {(value, "") for amount in there if (value := amount.plain) is not None}
    known = {(amount.kind, amount.value) for amount in (*there, *negatives(source, language))}
    known |= {("number", Fraction(value)) for value, _ in sorts}
    for amount in (*amounts, *negatives(text, language)):
        if (amount.kind, amount.value) not in known:
            yield amount.text
    yield from _missing_plain_numbers(text, source, sorts, language)


def _missing_plain_numbers(
    text: str, source: str, sorts: set[Sort], language: str
) -> Iterator[str]:
    """The numbers that are nothing more; ``sorts`` are those of the source."""
    figures = set(_FIGURES.findall(source))
    # 05/7 and 5/7 are one date
    figures |= {figure.lstrip("0") for figure in figures}
    values = {value for value, _ in sorts}
    for number in find_numbers(text, language):
        value, unit = _sort(number, text)
        if number.in_date:
            # The date as a whole is looked for elsewhere; here, that its parts occur at all.
            parts = _FIGURES.findall(number.text)
            missing = any(part.lstrip("0") not in figures for part in parts)
        elif number.spelled and number.value == 1:
            # "một" and "one" are articles and pronouns more often than numbers.
            missing = False
        elif not unit:
            # A sum may be told without its currency, a share not without its sign.
            missing = value not in values or all(
                its in {"%", "points", "th"} for worth, its in sorts if worth == value
            )
        else:
            missing = (value, unit) not in sorts
        if missing:
            yield number.text


def _sort(number: Number, text: str) -> Sort:
    after = text[number.end : number.end + 25]
    if "point" in number.text or _POINTS.match(after):
        return number.value, "points"
    if number.kind is NumberKind.PERCENT:
        return number.value, "%"
    if number.kind is NumberKind.ORDINAL:
        return number.value, "th"
    if sign := _BEFORE.search(text[max(0, number.start - 5) : number.start]):
        return number.value, _SIGNS.get(sign[1], sign[1])
    return number.value, next((code for code, word in _AFTER.items() if word.match(after)), "")


def _missing_quantities(text: str, source: str, quantities: re.Pattern[str]) -> Iterator[str]:
    """Quantities that are no numbers: "gấp đôi", "hàng chục", "half", "dozens"."""
    there = {found[0].strip().lower() for found in quantities.finditer(source)}
    for found in quantities.finditer(text):
        if found[0].strip().lower() not in there:
            yield found[0].strip()


def _missing_dates(text: str, source: str, language: str) -> Iterator[str]:
    """Dates whose parts may all occur, but never together."""
    there = [date for mention in find_dates(source, language) for date in _dates_of(mention)]
    years: dict[tuple[int | None, int | None], set[int]] = defaultdict(set)
    for date in there:
        if date.year is not None:
            years[date.month, date.day].add(date.year)
    all_years = set().union(*years.values())
    for mention in find_dates(text, language):
        for date in _dates_of(mention):
            # The year of a day may come from elsewhere in the source, if the day comes without
            # one and there is no other year.
            own = years[date.month, date.day] or all_years
            wrong = date.day is not None and date.year is not None and own != {date.year}
            doubtful = wrong and date.year not in years[date.month, date.day]
            if doubtful or not any(_stands_in(date, it) for it in there):
                yield mention.text


def _dates_of(mention: DateMention) -> tuple[PartialDate, ...]:
    return (mention.date,) if mention.until is None else (mention.date, mention.until)


def _stands_in(stated: PartialDate, date: PartialDate) -> bool:
    """Whether all known parts of one date are parts of the other, but perhaps the year."""
    return (
        stated.month in (None, date.month)
        and stated.day in (None, date.day)
        and (date.year is None or stated.year in (None, date.year))
    )
