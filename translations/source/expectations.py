"""What of a source sentence must stand in its translation: terms, names, dates, numbers, codes."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.text.dates import PartialDate
from translations.engine import Direction, FindingKind
from translations.terminology.glossary import Glossary, TermKind, TermMatch, is_makeshift
from translations.terminology.matching import protected_spans
from translations.words.abbreviations import kept_letters, lower_names, said_otherwise
from translations.words.clocks import Clock, find_clocks, write_clock
from translations.words.figures import write_date, write_number
from translations.words.foreign import Cover, kept_names, kept_words
from translations.words.names import (
    find_english_names,
    find_names,
    foreign_names,
    strip_marks,
    surnames,
)
from translations.words.number_forms import accepted_forms
from translations.words.reading import find_dates, find_numbers
from translations.words.style import Style
from translations.words.vietnamese_abbreviations import foreign_letters
from translations.words.word_lists import read_rows

PERSON = "person"
"""What the name of a person is about, beside the kinds of terms."""
FOREIGN = "foreign"
"""And a word of another language, which both languages write alike."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something at ``source[start:end]`` that must stand in the translation.

    Attributes:
        kind: what it is.
        wanted: how it should be written.
        accepted: other ways of writing it that will do.
        value: the number's value, for numbers.
        date: the date, for dates.
        until: the last date of a range.
        clock: the time of day, for times by the clock.
        written: how a model is made to write it, after an article and elsewhere (terms), or in
            order of preference; the wanted form if empty.
        certain: whether ``wanted`` is right whatever the sentence is about, so that it may be put
            into a source inline.
        subject: the kind of a term (``office``), ``person``, or ``foreign``.
    """

    kind: FindingKind
    start: int
    end: int
    wanted: str
    accepted: tuple[str, ...] = ()
    value: object = None
    date: PartialDate | None = None
    until: PartialDate | None = None
    clock: Clock | None = None
    written: tuple[str, ...] = ()
    certain: bool = True
    subject: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that will do, the wanted form first."""
        return (self.wanted, *self.accepted)


@dataclass(frozen=True, slots=True)
class _Equivalents:
    anywhere: dict[str, tuple[str, ...]]
    abroad: dict[str, tuple[str, ...]]
    vietnamese: dict[str, tuple[str, ...]]


@functools.cache
def _equivalents() -> _Equivalents:
    found = _Equivalents({}, {}, {})
    tables = {"abroad": found.abroad, "vietnamese": found.vietnamese}
    for term, forms, *where in read_rows("equivalents.tsv"):
        table = tables[where[0]] if where else found.anywhere
        table[term] = (*table.get(term, ()), *(form.strip() for form in forms.split("|")))
    return found


def term_expectation(match: TermMatch, style: Style, *, abroad: bool = False) -> Expectation:
    """What a Vietnamese term asks of the English; ``abroad`` where the sentence is on another
    country.
    """
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
        written=(wanted, f"the {wanted}" if article else wanted), subject=match.term.kind.value,
    )  # fmt: skip


def _beside_its_letters(expectation: Expectation, source: str) -> Expectation:
    """A name that has its abbreviation beside it in the source must be written out as well:
    ``International Energy Agency (IAEA)`` does not do for ``… nguyên tử quốc tế (IAEA)``.
    """
    rest = f"{source[: expectation.start]} {source[expectation.end :]}"
    accepted = tuple(
        form
        for form in expectation.accepted
        if not (form.isupper() and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", rest))
    )
    return replace(expectation, accepted=accepted)


def _in_vietnamese(match: TermMatch, glossary: Glossary) -> Expectation:
    """What an English term asks of the Vietnamese: one of the terms that it may stand for.

    It is certain where there is one, or where all others hold it (``Thủ tướng Chính phủ``). Places
    and abbreviations may stay as they are (``Singapore``, ``NATO``), and the country may be left
    out of the name of a body.
    """
    terms = glossary.in_vietnamese(match.text) or (match.term,)
    wanted, *others = (term.vi for term in terms)
    if is_makeshift(wanted) and terms[0].kind is TermKind.PLACE and not match.text.isupper():
        wanted, others = _ARTICLE.sub("", match.text), [wanted, *others]
    same = f" {wanted.lower()} "
    full = [vi for vi in others if not is_makeshift(vi)]
    short = match.text.isupper() and " " not in match.text
    also = [match.text] if short or terms[0].kind is TermKind.PLACE else []
    if led := _LED_IN.match(match.text):
        also += [term.vi for term in glossary.in_vietnamese(match.text[led.end() :])]
    if without := _ARTICLE.match(match.text):
        also.append(match.text[without.end() :])
    for vi in (wanted, *others):
        also += _equivalents().vietnamese.get(vi, ())
        if country := _OF_COUNTRY.search(vi):
            also += [vi[: country.start()], f"{vi[: country.start()]} Mỹ"]
    return Expectation(
        FindingKind.TERM, match.start, match.end, wanted, tuple(dict.fromkeys([*others, *also])),
        certain=not (short or is_makeshift(wanted))
        and all(same in f" {vi.lower()} " for vi in full),
        subject=terms[0].kind.value,
    )  # fmt: skip


_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_LED_IN = re.compile(r"(?:former|late|acting|then)\s+", re.IGNORECASE)
_OF_COUNTRY = re.compile(r"(?<=\S\S)\s(?:Hoa Kỳ|Mỹ|Việt Nam)$")
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
    if any(m.text.endswith((" Mỹ", " Hoa Kỳ")) for m in matches):
        return True
    return _countries().search(source) is not None


_INSTITUTIONS = frozenset({TermKind.OFFICE, TermKind.ORGANISATION})
_AT_HOME = "Viet Nam"


_PART_OF_PLACE = re.compile(r"\b(?:North|South|East|West|Central|Middle)(?:east|west)?\s\Z")


_SECOND_OF_PAIR = re.compile(r"[A-Z][a-z]+ - \Z")
"""Before a land: "the Viet Nam - Kazakhstan Committee" names both, whatever follows."""


def _is_name_in_english(match: TermMatch, text: str) -> bool:
    """Whether an English term names one thing: single words (``head``, ``minister``, ``summit``)
    are too general, but for places and abbreviations, and offices in small letters are words.
    """
    if match.term.kind is TermKind.PLACE:  # "South Korean", "China Daily": part of another name
        if match.text.isupper() and text[match.end : match.end + 1] == "$":
            return False  # US$
        if _SECOND_OF_PAIR.search(text[: match.start]):
            return True
        return (
            re.match(r"\s[A-Z]", text[match.end :]) is None
            and _PART_OF_PLACE.search(text[: match.start]) is None
        )
    if len(match.text.split()) > 1:
        return match.term.kind is not TermKind.OFFICE or not match.text.islower()
    return len(match.text) > 2 and match.text.isupper()


def enforced_terms(
    text: str, matches: Sequence[TermMatch], direction: Direction = Direction.VI_EN
) -> list[TermMatch]:
    """The matches whose rendering must stand in the translation.

    An office or body of another country (``Quốc hội Mỹ``) has a name of its own that the glossary
    need not know, and a body or office of one word before a further capital (``Cục Thống kê``) is
    the beginning of a name that it does not know: neither is enforced.
    """
    chosen: list[TermMatch] = []
    for index, match in enumerate(matches):
        if not (match.term.enforced or _is_numbered(text, match)):
            continue
        if direction is Direction.EN_VI:
            exact = match.term.kind is TermKind.EXACT
            technical = match.term.kind is TermKind.TECHNICAL
            if exact or (not technical and _is_name_in_english(match, text)):
                chosen.append(match)
            continue
        if match.term.kind in _INSTITUTIONS:
            if match.text.islower() and match.term.en in _COMMON:
                continue  # "các học viện", "quan chức lãnh sự": no name of anything
            following = matches[index + 1] if index + 1 < len(matches) else None
            if following is not None and following.term.kind is TermKind.PLACE:
                between = text[match.end : following.start]
                if (
                    following.term.en != _AT_HOME
                    and len(between.split()) <= 3
                    and not re.search(r"[.,;:()]|\b(?:tại|ở|thăm|và|với)\b", between)
                ):
                    continue
            country = _countries().search(text, match.end, match.end + _NEAR)
            if country and re.fullmatch(r"\s(?:của\s|nước\s)?", text[match.end : country.start()]):
                continue
            rest = re.match(r"\s+([^\W\d_]+)", text[match.end : match.end + _NEAR])
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


def _is_numbered(text: str, match: TermMatch) -> bool:
    """Whether a document has its number behind it (``Thông tư 05/2017/TT-BNG``): then it is one."""
    return (
        match.term.kind is TermKind.DOCUMENT
        and _NUMBER.match(text, match.end, match.end + _NEAR) is not None
    )


_NUMBER = re.compile(r"\s(?:số\s)?\d+(?:/\d{4})?[-/][A-ZĐ]{2}")


def find_preferences(
    source: str, direction: Direction, glossary: Glossary, style: Style
) -> list[Expectation]:
    """Set phrases of three syllables and more that have an established rendering.

    Phrases that are verbs are left to the model: their English must be inflected.
    """
    source = unicodedata.normalize("NFC", source)
    return [
        _in_vietnamese(match, glossary)
        if direction is Direction.EN_VI
        else term_expectation(match, style)
        for match in glossary.find_terms(source, direction)
        if not match.term.enforced
        and match.term.kind is not TermKind.ACTION
        and len(match.text.split()) >= _PHRASE
    ]


_NEAR = 48
"""Letters after a term that are looked at: a line may be very long."""
_PHRASE = 3
_COMMON = frozenset(
    ["Academy", "Consul", "Department", "Director", "Head", "Head of Division", "Institute"]
)
"""Words that are titles or names with a capital in Vietnamese, and common nouns without."""
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
        "Deputy Director",
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
    cover = Cover(len(source))

    def add(expectation: Expectation) -> None:
        if cover.free(expectation.start, expectation.end):
            found.append(expectation)
            taken.append((expectation.start, expectation.end))
            cover.take(expectation.start, expectation.end)

    matches = glossary.find_terms(source, direction)
    named = [] if direction is Direction.EN_VI else [(m.start, m.end) for m in matches]
    abroad = direction is Direction.VI_EN and _on_another_country(source, matches)
    for match in enforced_terms(source, matches, direction):
        if direction is Direction.EN_VI:
            add(_in_vietnamese(match, glossary))
        else:
            add(_beside_its_letters(term_expectation(match, style, abroad=abroad), source))
    if direction is Direction.EN_VI:
        for person, spelt in find_english_names(source, exclude=taken):
            # A Vietnamese name wants its marks where they are known; a foreign one may stay.
            foreign = bool(spelt) and strip_marks(spelt) != person.name
            add(
                Expectation(
                    FindingKind.NAME, person.start, person.end, spelt or person.name,
                    (person.name,) if foreign else (), certain=bool(spelt), subject=PERSON,
                )
            )  # fmt: skip
    else:
        for name in (*foreign_names(source), *find_names(source, exclude=named)):
            add(Expectation(FindingKind.NAME, name.start, name.end, name.english, subject=PERSON))
    for start, end in protected_spans(source):
        code = source[start:end]
        if not code.startswith(("http", "www")) and "@" not in code:
            add(Expectation(FindingKind.NUMBER, start, end, code))
    elsewhere = (*taken, *named, *protected_spans(source))
    into_vietnamese = direction is Direction.EN_VI
    for word in (
        kept_names(source, elsewhere)
        if into_vietnamese
        else kept_words(lower_names(source), elsewhere)
    ):
        add(Expectation(FindingKind.NAME, word.start, word.end, word.word, subject=FOREIGN))
    for mention in find_dates(source, direction.source):
        add(
            Expectation(
                FindingKind.DATE, mention.start, mention.end, mention.text, date=mention.date,
                until=mention.until, written=write_date(mention.date, direction),
            )
        )  # fmt: skip
    for time in find_clocks(source, direction.source):
        add(
            Expectation(
                FindingKind.NUMBER, time.start, time.end, source[time.start : time.end],
                clock=time.clock, written=(write_clock(time.clock, direction),),
            )
        )  # fmt: skip
    for number in find_numbers(source, direction.source):
        accepted = accepted_forms(source, number, direction)
        if accepted is not None:
            add(
                Expectation(
                    FindingKind.NUMBER, number.start, number.end, number.text, accepted,
                    value=number.value, written=write_number(number, direction),
                )
            )  # fmt: skip
    # A term that the glossary has, enforced or not, may have a name of its own in the other
    # language, and the currency of a sum is part of the sum.
    terms = [(match.start, match.end) for match in matches]
    letters = kept_letters if into_vietnamese else foreign_letters
    for word in letters(source, (*elsewhere, *terms)):
        other = said_otherwise(word.word) if into_vietnamese else ()
        add(Expectation(FindingKind.NAME, word.start, word.end, word.word, other, subject=FOREIGN))
    return sorted(found, key=lambda e: (e.start, e.end))
