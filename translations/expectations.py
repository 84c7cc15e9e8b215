"""What of a source sentence must stand in its translation: terms, names, dates, numbers, codes."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from summarizer.text.dates import PartialDate, find_dates
from summarizer.text.numbers import find_numbers
from translations.engine import Direction, FindingKind
from translations.english import EnglishText
from translations.names import find_names, foreign_names
from translations.style import Style
from translations.terminology.glossary import Glossary, TermMatch
from translations.terminology.matching import protected_spans, tokenize

_WORDS_COUNT_FROM = 3
"""Numbers in words are checked from here on: below they are articles and idioms (``hai bên``)."""
_WORDS_COUNT_TO = 1000


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something at ``source[start:end]`` that must stand in the translation.

    Attributes:
        kind: what it is.
        wanted: how it should be written.
        accepted: other ways of writing it that will do.
        value: the number's value, for numbers.
        date: the date, for dates.
    """

    kind: FindingKind
    start: int
    end: int
    wanted: str
    accepted: tuple[str, ...] = ()
    value: object = None
    date: PartialDate | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that will do, the wanted form first."""
        return (self.wanted, *self.accepted)


@functools.cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    path = Path(str(files("translations"))) / "terminology" / "demonyms.tsv"
    rows = (
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    return {row[0]: tuple(form.strip() for form in row[1].split("|")) for row in rows}


def term_expectation(match: TermMatch, direction: Direction, style: Style) -> Expectation:
    """What a term asks of the translation."""
    if direction is Direction.EN_VI:
        return Expectation(FindingKind.TERM, match.start, match.end, match.term.vi)
    forms = match.term.renderings(style)
    accepted = (*forms[1:], match.term.en, *_demonyms().get(match.term.en, ()))
    return Expectation(
        FindingKind.TERM, match.start, match.end, forms[0], tuple(dict.fromkeys(accepted))
    )


def find_expectations(
    source: str, direction: Direction, glossary: Glossary, style: Style
) -> list[Expectation]:
    """Everything that the translation of ``source`` is checked for, in the order of the source.

    Enforced terms come first; what lies inside a term (the number of a directive, the year of a
    convention) is not asked for a second time.
    """
    source = unicodedata.normalize("NFC", source)
    found: list[Expectation] = []
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return all(end <= a or b <= start for a, b in taken)

    matches = glossary.find_terms(source, direction)
    for match in matches:
        if match.term.enforced:
            found.append(term_expectation(match, direction, style))
            taken.append((match.start, match.end))
    if direction is Direction.VI_EN:
        named = [(m.start, m.end) for m in matches]
        for name in (*foreign_names(source), *find_names(source, exclude=named)):
            if free(name.start, name.end):
                found.append(Expectation(FindingKind.NAME, name.start, name.end, name.english))
                taken.append((name.start, name.end))
    for start, end in protected_spans(source):
        code = source[start:end]
        if free(start, end) and not code.startswith(("http", "www")) and "@" not in code:
            found.append(Expectation(FindingKind.NUMBER, start, end, code))
            taken.append((start, end))
    for mention in find_dates(source, direction.source):
        if free(mention.start, mention.end):
            text = source[mention.start : mention.end]
            found.append(
                Expectation(FindingKind.DATE, mention.start, mention.end, text, date=mention.date)
            )
            taken.append((mention.start, mention.end))
    for number in find_numbers(source, direction.source):
        if not free(number.start, number.end):
            continue
        if number.spelled and not _WORDS_COUNT_FROM <= number.value <= _WORDS_COUNT_TO:
            continue
        found.append(
            Expectation(
                FindingKind.NUMBER, number.start, number.end, number.text, value=number.value
            )
        )
        taken.append((number.start, number.end))
    return sorted(found, key=lambda e: (e.start, e.end))


class TargetText:
    """A translation, made ready to be asked what stands in it."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.english = EnglishText(text) if language == "en" else None
        self._dates: list[PartialDate] | None = None
        self._values: set[object] | None = None
        self._words: list[str] | None = None

    def satisfies(self, expectation: Expectation) -> bool:
        """Whether what is expected stands here."""
        if expectation.date is not None:
            return self._has_date(expectation.date)
        if expectation.value is not None:
            return expectation.value in self.values or expectation.wanted in self.text
        if self.english is None:
            return any(self._has_words(form) for form in expectation.forms)
        if expectation.kind is FindingKind.NUMBER:
            return expectation.wanted in self.text
        if expectation.kind is FindingKind.NAME:
            return self.has_name(expectation.wanted)
        return any(self.english.has(form) for form in expectation.forms)

    @property
    def values(self) -> set[object]:
        """The values of all numbers."""
        if self._values is None:
            self._values = {number.value for number in find_numbers(self.text, self.language)}
        return self._values

    def has_name(self, name: str) -> bool:
        """Whether a name stands here as a whole, in any case of letters."""
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.text, re.IGNORECASE) is not None

    def _has_words(self, phrase: str) -> bool:
        if self._words is None:
            self._words = [token.form for token in tokenize(self.text)]
        wanted = [token.form for token in tokenize(phrase)]
        size = len(wanted)
        words = self._words
        return any(words[i : i + size] == wanted for i in range(len(words) - size + 1))

    def _has_date(self, date: PartialDate) -> bool:
        if self._dates is None:
            self._dates = [mention.date for mention in find_dates(self.text, self.language)]
        if any(_covers(found, date) for found in self._dates):
            return True
        # "from 5 to 7 December" has the day apart from its month.
        parts = {part for part in (date.day, date.year) if part is not None}
        months = {found.month for found in self._dates}
        return (date.month is None or date.month in months) and parts <= self.values


def _covers(found: PartialDate, date: PartialDate) -> bool:
    return all(
        wanted is None or wanted == has
        for wanted, has in (
            (date.year, found.year), (date.month, found.month), (date.day, found.day)
        )
    )  # fmt: skip


def missing(
    expectations: Sequence[Expectation], target: str, direction: Direction
) -> list[Expectation]:
    """The expectations that ``target`` does not satisfy."""
    text = TargetText(target, direction.target)
    return [expectation for expectation in expectations if not text.satisfies(expectation)]
