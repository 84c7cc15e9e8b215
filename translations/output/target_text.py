"""What stands in a translation: whether it has what is expected, and what it makes up."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from decimal import Decimal

from summarizer.text.dates import PartialDate
from translations.engine import Direction, FindingKind
from translations.source.expectations import FOREIGN, Expectation
from translations.terminology.matching import tokenize
from translations.words.clocks import Clock, find_clocks
from translations.words.english import EnglishText
from translations.words.foreign import stands
from translations.words.names import strip_marks
from translations.words.reading import find_dates, find_numbers
from translations.words.vietnamese_abbreviations import spelled_out

_NOON = 12
_FIVE = 5
_FIVE_OR_YEAR = re.compile(
    r"(?<!\d\s)(?<!mỗi\s)(?<!hàng\s)(?<!trong\s)(?<!nửa\s)(?<!cả\s)(?<!\w)năm"
    r"(?!\s(?:\d|nay|ngoái|tới|trước|qua|sau|học|tài|đầu|cuối)|[.,;)]|$)",
    re.IGNORECASE,
)
"""``năm`` where it is five rather than a year, as far as its neighbours tell."""


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
            last = expectation.until
            return self._has_date(expectation.date) and (last is None or self._has_date(last))
        if expectation.clock is not None:
            return self._has_clock(expectation.clock)
        if expectation.value is not None:
            five = expectation.value == _FIVE and self.english is None
            if five and _FIVE_OR_YEAR.search(self.text):
                return True
            # A word of the source that stands in Vietnamese as it was is not its translation.
            figures = [f for f in expectation.forms if f[:1].isdigit()]
            words = expectation.accepted if self.english is None else expectation.forms
            return expectation.value in self.values or any(
                self._has_figures(form) for form in (*figures, *words)
            )
        if expectation.subject == FOREIGN:
            return (
                stands(expectation.wanted, self.text)
                or any(self._has_words(form) for form in expectation.accepted)
                or (self.english is not None and self._has_letters(expectation.wanted))
            )
        if expectation.kind is FindingKind.NUMBER and self.english is None:
            return strip_marks(expectation.wanted) in strip_marks(_unspaced(self.text))
        if expectation.kind is FindingKind.NUMBER:
            return expectation.wanted in self.text
        if self.english is None and expectation.kind is FindingKind.NAME:
            if expectation.certain:
                return any(_stands(form, self.text) for form in expectation.forms)
            bare = strip_marks(self.text)
            return any(_stands(strip_marks(form), bare) for form in expectation.forms)
        if self.english is None:
            return any(self._has_words(form) for form in expectation.forms)
        if expectation.kind is FindingKind.NAME:
            return self.has_name(expectation.wanted)
        return any(self.english.has(form) for form in expectation.forms)

    @property
    def values(self) -> set[object]:
        """The values of all numbers."""
        if self._values is None:
            self._values = {number.value for number in find_numbers(self.text, self.language)}
        return self._values

    def _has_clock(self, clock: Clock) -> bool:
        """A time by the clock, or an hour of the morning by its number alone ("at seven")."""
        found = find_clocks(self.text, self.language)
        if any(clock.same(mention.clock) for mention in found):
            return True
        if not clock.minute and clock.hour == _NOON and self.language == "vi":
            return re.search(r"(?<!\w)trưa(?!\w)", self.text, re.IGNORECASE) is not None
        early = not clock.certain or clock.hour <= _NOON
        return not found and not clock.minute and early and Decimal(clock.hour) in self.values

    def _has_figures(self, form: str) -> bool:
        """Figures as they stand, glued to a currency or not ("VND5"), or a month by its name."""
        if form[:1].isdigit():
            return re.search(rf"(?<![\d.,]){re.escape(form)}(?!\d)", self.text) is not None
        if self.english is None:
            return _stands(form, self.text)
        return self.english.has(form)

    def has_name(self, name: str) -> bool:
        """Whether a name stands here as a whole, in any case of letters."""
        return _stands(name, self.text)

    def _has_letters(self, letters: str) -> bool:
        """Whether an abbreviation stands here in the plural ("NGOs") or spelled out."""
        if not letters.isupper():
            return False
        return _stands(f"{letters}s", self.text) or spelled_out(letters, self.text)

    def _has_words(self, phrase: str) -> bool:
        if self._words is None:
            self._words = [token.form for token in tokenize(self.text)]
        wanted = [token.form for token in tokenize(phrase)]
        size = len(wanted)
        words = self._words
        return any(words[i : i + size] == wanted for i in range(len(words) - size + 1))

    def _has_date(self, date: PartialDate) -> bool:
        if self._dates is None:
            self._dates = [
                date
                for mention in find_dates(self.text, self.language)
                for date in (mention.date, mention.until)
                if date is not None
            ]
        if any(_covers(found, date) for found in self._dates):
            return True
        # "from 5 to 7 December" has the day apart from its month.
        parts = {part for part in (date.day, date.year) if part is not None}
        months = {found.month for found in self._dates}
        if self.english is None:
            spelled = _SPELLED_MONTH.findall(self.text.lower())
            months |= {_MONTHS.index(" ".join(month.split())) + 1 for month in spelled}
        return (date.month is None or date.month in months) and parts <= self.values


_MONTHS = (
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
)  # fmt: skip
_SPELLED_MONTH = re.compile(
    rf"tháng\s({'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?!\w)".replace(" ", r"\s")
)


def _unspaced(text: str) -> str:
    """``181 - QĐ / TW`` as ``181-QĐ/TW``."""
    return re.sub(r"\s?([-/–])\s?", lambda match: match[1].replace("–", "-"), text)


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _covers(found: PartialDate, date: PartialDate) -> bool:
    return all(
        wanted is None or wanted == has
        for wanted, has in (
            (date.year, found.year), (date.month, found.month), (date.day, found.day)
        )
    )  # fmt: skip


def strange_numbers(source: str, target: str, direction: Direction) -> list[str]:
    """Figures of ``target``, and months of its dates, that ``source`` gives no reason for."""
    known: set[object] = set()
    for number in find_numbers(source, direction.source):
        known |= {number.value, number.value - 12, number.value + 12}
        if number.value % 10 == 0 and number.value < 100:
            known.add(1900 + number.value)  # những năm 80
    known |= {int(quarter) for quarter in _QUARTER.findall(source)}
    digits = re.sub(r"\D", "", source)
    months = {mention.date.month for mention in find_dates(source, direction.source)}
    if direction is Direction.EN_VI:
        known |= months  # "December" is "tháng 12"
    strange = [
        mention.text
        for mention in find_dates(target, direction.target)
        if mention.date.month is not None
        and mention.date.month not in months
        and mention.date.month not in known
    ]
    clocks = [mention.clock for mention in find_clocks(source, direction.source)]
    times = find_clocks(target, direction.target)
    if clocks:
        strange += [
            target[time.start : time.end]
            for time in times
            if not any(clock.same(time.clock) for clock in clocks)
        ]
    return strange + [
        number.text
        for number in find_numbers(target, direction.target)
        if not number.spelled
        and not re.search(r"[A-Z]-\Z", target[max(0, number.start - 2) : number.start])  # COVID-19
        and not (clocks and any(t.start <= number.start < t.end for t in times))
        and number.value not in known
        and not _among(number.text, digits)
    ]


_QUARTER = re.compile(r"\bQ([1-4])\b")


def _among(figures: str, digits: str) -> bool:
    """Whether figures stand among the digits of the source; Roman numerals have none."""
    bare = re.sub(r"\D", "", figures)
    return bool(bare) and bare in digits


@functools.lru_cache(maxsize=1024)
def _read(target: str, language: str) -> TargetText:
    """A translation is asked for this and that many times over."""
    return TargetText(target, language)


def missing(
    expectations: Sequence[Expectation], target: str, direction: Direction
) -> list[Expectation]:
    """The expectations that ``target`` does not satisfy."""
    text = _read(target, direction.target)
    return [expectation for expectation in expectations if not text.satisfies(expectation)]
