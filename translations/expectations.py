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
from summarizer.text.numbers import Number, find_numbers
from translations.engine import Direction, FindingKind
from translations.english import EnglishText, phrase_forms
from translations.figures import MONTHS, WEEKDAYS, write_date, write_number
from translations.names import find_names, foreign_names, surnames
from translations.style import Style
from translations.terminology.glossary import Glossary, TermKind, TermMatch
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
        written: how a model is made to write it, after an article and elsewhere (terms), or in
            order of preference; the wanted form if empty.
        certain: whether ``wanted`` is right whatever the sentence is about, so that it may be put
            into a source inline.
    """

    kind: FindingKind
    start: int
    end: int
    wanted: str
    accepted: tuple[str, ...] = ()
    value: object = None
    date: PartialDate | None = None
    written: tuple[str, ...] = ()
    certain: bool = True

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that will do, the wanted form first."""
        return (self.wanted, *self.accepted)


@dataclass(frozen=True, slots=True)
class _Equivalents:
    anywhere: dict[str, tuple[str, ...]]
    abroad: dict[str, tuple[str, ...]]


@functools.cache
def _equivalents() -> _Equivalents:
    path = Path(str(files("translations"))) / "terminology" / "equivalents.tsv"
    found = _Equivalents({}, {})
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            term, forms, *where = line.split("\t")
            table = found.abroad if where == ["abroad"] else found.anywhere
            table[term] = (*table.get(term, ()), *(form.strip() for form in forms.split("|")))
    return found


def term_expectation(
    match: TermMatch, direction: Direction, style: Style, *, abroad: bool = False
) -> Expectation:
    """What a term asks of the translation; ``abroad`` where the sentence is on another country."""
    if direction is Direction.EN_VI:
        return Expectation(FindingKind.TERM, match.start, match.end, match.term.vi)
    forms = match.term.renderings(style)
    equal = _equivalents()
    accepted = [*forms[1:], match.term.en, *equal.anywhere.get(match.term.en, ())]
    if abroad:
        accepted += equal.abroad.get(match.term.en, ())
    wanted = forms[0]
    article = (
        match.term.kind in _WITH_ARTICLE
        and (wanted[0].isupper() or wanted[0].isdigit())
        and len(wanted.split()) > 1
    )
    return Expectation(
        FindingKind.TERM, match.start, match.end, wanted, tuple(dict.fromkeys(accepted)),
        written=(wanted, f"the {wanted}" if article else wanted),
    )  # fmt: skip


_WITH_ARTICLE = frozenset({TermKind.ORGANISATION, TermKind.CONFERENCE, TermKind.DOCUMENT})


@functools.cache
def _countries() -> re.Pattern[str]:
    """Names of all countries but Viet Nam as Vietnamese and English newspapers write them."""
    from babel import Locale

    names = {
        name
        for language in ("vi", "en")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha() and code not in {"VN", "AC", "IO"} and len(name) > 3
    }
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names))) + r")(?!\w)")


def _on_another_country(source: str, matches: Sequence[TermMatch]) -> bool:
    if any(m.term.kind is TermKind.PLACE and m.term.en != _AT_HOME for m in matches):
        return True
    return _countries().search(source) is not None


_INSTITUTIONS = frozenset({TermKind.OFFICE, TermKind.ORGANISATION})
_AT_HOME = "Viet Nam"


def enforced_terms(text: str, matches: Sequence[TermMatch]) -> list[TermMatch]:
    """The matches whose rendering must stand in the translation.

    An office or body of another country (``Quốc hội Mỹ``) has a name of its own that the glossary
    need not know, and a body or office of one word before a further capital (``Cục Thống kê``) is
    the beginning of a name that it does not know: neither is enforced.
    """
    chosen: list[TermMatch] = []
    for index, match in enumerate(matches):
        if not match.term.enforced:
            continue
        if match.term.kind in _INSTITUTIONS:
            following = matches[index + 1] if index + 1 < len(matches) else None
            if following is not None and following.term.kind is TermKind.PLACE:
                between = text[match.end : following.start]
                if (
                    following.term.en != _AT_HOME
                    and len(between.split()) <= 3
                    and not re.search(r"[.,;:()]|\b(?:tại|ở|thăm|và|với)\b", between)
                ):
                    continue
            country = _countries().search(text, match.end)
            if country and re.fullmatch(r"\s(?:của\s|nước\s)?", text[match.end : country.start()]):
                continue
            rest = re.match(r"\s+([^\W\d_]+)", text[match.end :])
            if (
                rest
                and rest.group(1)[0].isupper()
                and match.term.en in _BEGINNINGS
                and not any(m.start == match.end + rest.start(1) for m in matches)
                and rest.group(1) not in surnames()
            ):
                continue
        chosen.append(match)
    return chosen


def find_preferences(
    source: str, direction: Direction, glossary: Glossary, style: Style
) -> list[Expectation]:
    """Set phrases of three syllables and more that have an established rendering.

    Phrases that are verbs are left to the model: their English must be inflected.
    """
    source = unicodedata.normalize("NFC", source)
    return [
        term_expectation(match, direction, style)
        for match in glossary.find_terms(source, direction)
        if not match.term.enforced
        and match.term.kind is not TermKind.ACTION
        and len(match.text.split()) >= _PHRASE
    ]


_PHRASE = 3
_BEGINNINGS = frozenset(
    [
        "Minister",
        "Deputy Minister",
        "Department",
        "Directorate",
        "Academy",
        "Director",
        "Director General",
        "Head",
        "Deputy Head",
        "Deputy Director General",
        "Head of Division",
        "Chief of Office",
        "head of delegation",
        "Steering Committee",
        "Joint Committee",
        "Department of Foreign Affairs",
    ]
)


def find_expectations(
    source: str, direction: Direction, glossary: Glossary, style: Style
) -> list[Expectation]:
    """Everything that the translation of ``source`` is checked for, in the order of the source.

    What lies inside an enforced term (the number of a directive, the year of a convention) is not
    asked for a second time.
    """
    source = unicodedata.normalize("NFC", source)
    found: list[Expectation] = []
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return all(end <= a or b <= start for a, b in taken)

    def add(expectation: Expectation) -> None:
        if free(expectation.start, expectation.end):
            found.append(expectation)
            taken.append((expectation.start, expectation.end))

    matches = glossary.find_terms(source, direction)
    abroad = _on_another_country(source, matches)
    for match in enforced_terms(source, matches):
        add(term_expectation(match, direction, style, abroad=abroad))
    if direction is Direction.VI_EN:
        named = [(m.start, m.end) for m in matches]
        for name in (*foreign_names(source), *find_names(source, exclude=named)):
            add(Expectation(FindingKind.NAME, name.start, name.end, name.english))
    for start, end in protected_spans(source):
        code = source[start:end]
        if not code.startswith(("http", "www")) and "@" not in code:
            add(Expectation(FindingKind.NUMBER, start, end, code))
    for mention in find_dates(source, direction.source):
        add(
            Expectation(
                FindingKind.DATE, mention.start, mention.end, mention.text, date=mention.date,
                written=write_date(mention.date, direction),
            )
        )  # fmt: skip
    for number in find_numbers(source, direction.source):
        expectation = _number_expectation(source, number, direction)
        if expectation:
            add(expectation)
    return sorted(found, key=lambda e: (e.start, e.end))


_FRACTIONS = {
    ("1", "2"): "half", ("1", "3"): "third", ("2", "3"): "two thirds", ("1", "4"): "quarter",
    ("3", "4"): "three quarters", ("1", "5"): "fifth", ("1", "10"): "tenth",
}  # fmt: skip


def _number_expectation(source: str, number: Number, direction: Direction) -> Expectation | None:
    """What a number asks of the translation; ``None`` where it is an idiom or part of a name."""
    before, after = source[: number.start], source[number.end :]
    if number.spelled and not (
        _WORDS_COUNT_FROM <= number.value <= _WORDS_COUNT_TO and number.text.lower() != "tư"
    ):
        return None
    if re.search(r"[^\W\d_]-$", before):
        return None  # COVID-19
    accepted: list[str] = []
    whole = int(number.value) if number.value == int(number.value) else None
    vietnamese = direction is Direction.VI_EN
    month = re.search(r"tháng\s$", before, re.IGNORECASE) or re.search(r"\d[/-]$", before)
    if vietnamese and whole is not None and month and 1 <= whole <= 12:
        accepted.append(MONTHS[whole - 1])
    if vietnamese and whole in WEEKDAYS and number.text.lower().startswith("thứ "):
        accepted.append(WEEKDAYS[whole])
    if re.match(r"\s?(?:h|giờ)\b", after) and whole is not None and 12 < whole < 24:
        accepted.append(str(whole - 12))
    part = re.match(r"/(\d+)(?!\d)", after) or re.search(r"(?<!\d)(\d+)/$", before)
    if part and number.text.isdigit():
        pair = (number.text, part.group(1)) if part.re.pattern.startswith("/") else (
            part.group(1), number.text
        )  # fmt: skip
        if pair in _FRACTIONS:
            accepted.append(_FRACTIONS[pair])
    if vietnamese:
        accepted += {1: ("one", "first"), 2: ("both", "pair"), 10: ("dozen",)}.get(whole or 0, ())
    figures = re.match(r"\d[\d.,]*\d|\d", number.text)
    if figures:
        text = figures.group()
        accepted.append(text.translate(str.maketrans(",.", ".,")))
    return Expectation(
        FindingKind.NUMBER, number.start, number.end, number.text, tuple(accepted),
        value=number.value, written=write_number(number, direction),
    )  # fmt: skip


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
            return expectation.value in self.values or any(
                self._has_figures(form) for form in expectation.forms
            )
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

    def _has_figures(self, form: str) -> bool:
        """Figures as they stand, glued to a currency or not ("VND5"), or a month by its name."""
        if form[:1].isdigit():
            return re.search(rf"(?<![\d.,]){re.escape(form)}(?!\d)", self.text) is not None
        return self.english is not None and self.english.has(form)

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


_OFFICIAL = frozenset({TermKind.OFFICE, TermKind.ORGANISATION, TermKind.CONFERENCE})


def strange_terms(
    source_matches: Sequence[TermMatch], target: str, glossary: Glossary
) -> list[str]:
    """Official English names in ``target`` that no term of the source accounts for."""
    known = [
        frozenset(phrase_forms(text))
        for match in source_matches
        for text in (match.term.en, *match.term.variants_en)
    ]
    return [
        match.text
        for match in glossary.find_terms(target, Direction.EN_VI)
        if match.term.kind in _OFFICIAL
        and match.text[0].isupper()
        and " " in match.text
        and not any(frozenset(phrase_forms(match.text)) <= forms for forms in known)
    ]


def strange_numbers(source: str, target: str, direction: Direction) -> list[str]:
    """Figures of ``target``, and months of its dates, that ``source`` gives no reason for."""
    known: set[object] = set()
    for number in find_numbers(source, direction.source):
        known |= {number.value, number.value - 12, number.value + 12}
    digits = re.sub(r"\D", "", source)
    months = {mention.date.month for mention in find_dates(source, direction.source)}
    strange = [
        mention.text
        for mention in find_dates(target, direction.target)
        if mention.date.month is not None
        and mention.date.month not in months
        and mention.date.month not in known
    ]
    return strange + [
        number.text
        for number in find_numbers(target, direction.target)
        if not number.spelled
        and number.value not in known
        and re.sub(r"\D", "", number.text) not in digits
    ]


def missing(
    expectations: Sequence[Expectation], target: str, direction: Direction
) -> list[Expectation]:
    """The expectations that ``target`` does not satisfy."""
    text = TargetText(target, direction.target)
    return [expectation for expectation in expectations if not text.satisfies(expectation)]
