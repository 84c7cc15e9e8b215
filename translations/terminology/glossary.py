"""The glossary: official names, titles, documents and set phrases in both languages.

``glossary.tsv`` has the columns vi, en, kind, variants_en (separated by ``|``) and note. Rows of
the kinds office, organisation, document, conference and place are names of things and are
enforced in translations; concepts and actions, and short common nouns of any kind, are
preferences: forcing a common word everywhere ruins the English. Words that mean one thing only are
enforced: ``technical`` ones into English, ``exact`` ones (``bỏ phiếu trắng``, abstain) both ways.
"""

from __future__ import annotations

import csv
import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from translations.engine import Direction, TranslationError
from translations.terminology import lookup as _lookup
from translations.terminology.matching import (
    PhraseIndex,
    PhraseMatch,
    Token,
    longest_first,
    matching_form,
    tokenize,
)
from translations.words.names import strip_marks, surnames
from translations.words.style import Style, apply_style

_COLUMNS = ("vi", "en", "kind", "variants_en", "note")


class TermKind(StrEnum):
    """What a glossary row names."""

    OFFICE = "office"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    CONFERENCE = "conference"
    PLACE = "place"
    CONCEPT = "concept"
    ACTION = "action"
    TECHNICAL = "technical"
    """A word that means one thing only and that the models do not know, however short it is."""
    EXACT = "exact"
    """The same where its English, too, means one thing only: enforced both ways."""


_WORDS = frozenset({TermKind.TECHNICAL, TermKind.EXACT})
_NAMES_OF_THINGS = frozenset(TermKind) - {TermKind.CONCEPT, TermKind.ACTION} - _WORDS


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the glossary; ``variants_en`` are accepted beside ``en``."""

    vi: str
    en: str
    kind: TermKind
    variants_en: tuple[str, ...] = ()
    note: str = ""

    @property
    def enforced(self) -> bool:
        """Whether the rendering must stand in a translation.

        Names of things are enforced; common nouns of one or two syllables (``quyết định``,
        ``hội đàm``), which are verbs as often as not, are only preferred. Technical terms are
        enforced in English, where the model would guess, exact ones in Vietnamese as well.
        """
        if self.kind in _WORDS:
            return True
        if self.kind not in _NAMES_OF_THINGS:
            return False
        return any(letter.isupper() for letter in self.vi) or len(self.vi.split()) > 2

    def rendering(self, style: Style = Style.HOUSE) -> str:
        """The English in a style."""
        return apply_style(self.en, style)

    def renderings(self, style: Style = Style.HOUSE) -> tuple[str, ...]:
        """The English and its variants in a style, the preferred one first."""
        return tuple(
            dict.fromkeys(apply_style(text, style) for text in (self.en, *self.variants_en))
        )


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found at ``text[start:end]`` of a source sentence."""

    start: int
    end: int
    text: str
    term: Term


class Glossary:
    """Terms, found in text and looked up by people."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._vi = PhraseIndex(
            (key, (key, term)) for term in self.terms for key in _spellings(term.vi)
        )
        self._en = PhraseIndex(
            (text, (text, term)) for term in self.terms for text in (term.en, *term.variants_en)
        )
        digest = hashlib.sha256()
        for term in self.terms:
            digest.update(repr((term.vi, term.en, term.kind.value, term.variants_en)).encode())
        self.version = digest.hexdigest()[:10]
        """Changes whenever a rendering changes."""
        self._lookup = _lookup.TermLookup(self.terms)
        self._find = functools.lru_cache(maxsize=2048)(self._find_terms)

    @classmethod
    def load(cls, path: Path | None = None) -> Glossary:
        """Read a glossary file; the shipped one by default.

        Raises:
            TranslationError: naming file and line of what cannot be read.
        """
        return cls(read_terms(path) if path else _shipped_terms())

    def exact(self, text: str, direction: Direction) -> Term | None:
        """The term that ``text`` as a whole is, apart from case, marks around it and spaces."""
        tokens = tokenize(unicodedata.normalize("NFC", text).strip(" \t\n.,;:!?\"'“”‘’"))
        hits = [
            term
            for after, pairs in self.index(direction).at(tokens, 0)
            if after == len(tokens)
            for _, term in pairs
        ]
        key = text.strip()
        return next((t for t in hits if key in (t.vi, t.en)), hits[0] if hits else None)

    def index(self, direction: Direction) -> PhraseIndex[tuple[str, Term]]:
        """The source phrases of a direction, each with its key and its term."""
        return self._vi if direction is Direction.VI_EN else self._en

    def in_vietnamese(self, english: str) -> tuple[Term, ...]:
        """The terms that ``english`` may stand for, the likeliest first.

        Full names stand before abbreviations, foreign names spelt by syllables (``Xinh-ga-po``) and
        names of old (``Ba Lê``), rows with this English before rows that have it as a variant.
        """
        tokens = tokenize(unicodedata.normalize("NFC", english))
        found: dict[str, tuple[bool, bool, Term]] = {}
        for after, pairs in self._en.at(tokens, 0):
            for key, term in pairs if after == len(tokens) else ():
                variant = matching_form(term.en) != matching_form(key)
                last = is_makeshift(term.vi) or term.note == _OLD
                found.setdefault(term.vi, (last, variant, term))
        ranked = sorted(found.values(), key=lambda entry: entry[:2])
        return tuple(term for *_, term in ranked)

    @functools.cached_property
    def vietnamese_words(self) -> frozenset[str]:
        """The words of the Vietnamese terms, in small letters."""
        return frozenset(
            word for term in self.terms for word in re.findall(r"[^\W\d_]+", term.vi.casefold())
        )

    @functools.cached_property
    def proper_words(self) -> frozenset[str]:
        """English words that keep their capital inside a sentence."""
        words = {
            word
            for term in self.terms
            if term.kind is TermKind.PLACE and term.vi[0].isupper()
            for text in (term.en, *term.variants_en)
            for word in re.findall(r"[A-Z][^\W\d_]*", text)
        }
        return frozenset(words) | _PROPER

    def find_terms(self, text: str, direction: Direction) -> list[TermMatch]:
        """The terms in ``text``, longest first and without overlaps, in the order of the text."""
        return list(self._find(unicodedata.normalize("NFC", text), direction))

    def _find_terms(self, text: str, direction: Direction) -> tuple[TermMatch, ...]:
        tokens = tokenize(text)
        fits = _fits_vietnamese if direction is Direction.VI_EN else _fits_english
        matches = [m for m in self.index(direction).find_all(text, tokens) if fits(text, tokens, m)]
        return tuple(
            TermMatch(m.start, m.end, text[m.start : m.end], m.value[1])
            for m in longest_first(matches, lambda m: _same_case(text, m))
        )

    def lookup(self, word: str, limit: int = 8) -> list[Term]:
        """Terms for what a person typed: without marks, misspelt, in either language."""
        return self._lookup.find(word, limit)

    def render_title(self, vi_role: str, style: Style = Style.HOUSE) -> str | None:
        """The official English of a role or title, or ``None`` where there is none."""
        from translations.terminology.titles import render_title

        return render_title(self, vi_role, style)

    def render_name_of_event(self, vi_name: str, style: Style = Style.HOUSE) -> str | None:
        """The official English of the name of a conference, or ``None`` where there is none."""
        from translations.terminology.events import render_name_of_event

        return render_name_of_event(self, vi_name, style)


def _spellings(vi: str) -> tuple[str, ...]:
    """A Vietnamese term and what newspapers write for it: the United Nations have two names, and
    so has the country of ``Bộ Ngoại giao Hoa Kỳ``.
    """
    found = [vi, vi.replace("Liên hợp quốc", "Liên hiệp quốc"), _AMERICAN.sub("Mỹ", vi)]
    return tuple(dict.fromkeys(found))


_AMERICAN = re.compile(r"(?<=\w\s)Hoa Kỳ(?!\w)")


def is_makeshift(vi: str) -> bool:
    """Whether a Vietnamese term is an abbreviation, or a foreign name spelt by syllables."""
    return bool(_SHORTENED.fullmatch(vi) or _BY_SYLLABLES.search(vi))


_OLD = "old name"
_SHORTENED = re.compile(r"[A-ZĐ]{2,}(?:[. ][A-ZĐ]{2,})*|TTg|PTTg|NVNONN")
_BY_SYLLABLES = re.compile(r"[^\W\d_]-[^\W\d_]")
_PROPER = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "Vietnamese",
        "Chinese",
        "Russian",
        "American",
        "British",
        "French",
        "German",
        "Japanese",
        "Korean",
        "Indian",
        "Lao",
        "Thai",
        "Cambodian",
        "Australian",
        "Indonesian",
        "Malaysian",
        "Philippine",
        "Singaporean",
        "European",
        "Asian",
        "African",
        "Ho",
        "Chi",
        "Minh",
        "Party",
        "State",
        "Politburo",
        "Secretariat",
        "Government",
        "Fatherland",
        "Marxism-Leninism",
        "Doi",
    ]
)
_FORMS_OF_ADDRESS = frozenset(
    ["ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "cậu", "ngài", "đ/c"]
)
_ALSO_WORDS = frozenset(
    ["anh", "đức", "ý", "áo", "vụ", "cục", "pháp", "nga", "mỹ", "lào", "bỉ", "séc", "úc"]
)
"""Keys of one syllable that are common words, given names or parts of place names as well."""
_BEFORE_A_COUNTRY = frozenset(
    """nước thăm tới đến sang về ở tại từ rời của người tiếng quân đảng gửi với và gặp báo hàng
    rượu dân lính vua cờ""".split()  # noqa: SIM905 - shorter than a list
)
_NOT_BEFORE_A_COUNTRY = _FORMS_OF_ADDRESS | {"bảng", "thị", "văn", "thành"}
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|ph|th|tr|ch|gh|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


def _same_case(text: str, match: PhraseMatch[tuple[str, Term]]) -> float:
    """Share of the key's letters that stand in the text in the same case."""
    found, key = text[match.start : match.end], match.value[0]
    same = sum(a == b for a, b in zip(found, key, strict=False))
    return same / max(len(found), len(key))


def _fits_vietnamese(text: str, tokens: list[Token], match: PhraseMatch[tuple[str, Term]]) -> bool:
    """Whether the case and the neighbours of a match allow the term.

    A key of several words fits in any case. A key of one syllable (``Mỹ``, ``Đức``, ``TW``) must
    have the key's own case, must not be part of a longer name (``Mỹ Đình``, ``Nguyễn Minh Đức``),
    and at the start of a sentence ``Anh``, ``Ý``, ``Áo``, ``Vụ`` and ``Cục`` are taken for the
    common words that they are.
    """
    found, key = text[match.start : match.end], match.value[0]
    if match.last > match.first:
        return not key.isupper() or found.isupper()
    if matching_form(found) != matching_form(key) or found[0].isupper() != key[0].isupper():
        return False
    if key[0].islower():
        return True
    if key.isupper() and len(key) > 1:
        return found == key
    low = found.casefold()
    return low not in _ALSO_WORDS or _is_country(text, tokens, match, low)


def _is_country(
    text: str, tokens: list[Token], match: PhraseMatch[tuple[str, Term]], low: str
) -> bool:
    before = text[tokens[match.first - 1].start : match.start].strip() if match.first else ""
    after = ""
    if match.last + 1 < len(tokens):
        following = tokens[match.last + 1]
        after = text[following.start : following.end]
    starts = not before or before in '.!?:"“”…'
    if starts and low in {"anh", "ý", "áo", "vụ", "cục"}:
        return False
    if before.casefold() in _NOT_BEFORE_A_COUNTRY:
        return False
    # A byline ("Việt Anh"), unless the word before goes with a country ("Nước Mỹ", "Thăm Nga").
    alone = match.first == 1 and match.last + 1 == len(tokens)
    alone = alone and before.casefold() not in _BEFORE_A_COUNTRY
    if before.istitle() and (match.first > 1 or alone or surnames().get(before)):
        return False  # within a name; the first word of a text has its capital for another reason
    if low == "pháp" and after in {"luật", "lệnh", "lý", "chế", "nhân"}:
        return False
    # "Mỹ Đình" and "Mỹ An" are places in Viet Nam; "Đại sứ Mỹ Marc …" is the United States.
    return not (
        after.istitle()
        and _SYLLABLE.fullmatch(strip_marks(after.lower())) is not None
        and before.casefold() not in _ENDS_OF_TITLES
    )


_ENDS_OF_TITLES = frozenset(
    ["sứ", "thống", "tướng", "trưởng", "tịch", "hoàng", "viên", "sĩ", "gia", "quân", "bộ", "dân"]
)


def _fits_english(text: str, tokens: list[Token], match: PhraseMatch[tuple[str, Term]]) -> bool:
    """Whether an English match has the case of its key where case tells names from words."""
    found, key = text[match.start : match.end], match.value[0]
    if key.isupper() and len(key) < 6:
        return found == key
    if match.first == match.last and key[0].isupper():
        return found[0].isupper() and bool(tokens)
    return True


def read_terms(path: Path) -> list[Term]:
    """Read a glossary file.

    Raises:
        TranslationError: naming file and line of what cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TranslationError(f"cannot be read: {error}", subject=str(path)) from None
    terms: list[Term] = []
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(rows, [])
    if tuple(header[:3]) != _COLUMNS[:3]:
        raise TranslationError(
            "the first line must name the columns " + ", ".join(_COLUMNS), subject=f"{path}:1"
        )
    for number, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = [unicodedata.normalize("NFC", cell.strip()) for cell in row] + [""] * 5
        vi, en, kind, variants, note = cells[:5]
        if not vi or not en or kind not in set(TermKind):
            raise TranslationError(
                "a row needs vi, en and one of the kinds " + ", ".join(TermKind),
                subject=f"{path}:{number}",
            )
        options = tuple(option.strip() for option in variants.split("|") if option.strip())
        terms.append(Term(vi, en, TermKind(kind), options, note))
    return terms


@functools.cache
def _shipped_terms() -> tuple[Term, ...]:
    return tuple(read_terms(Path(str(files("translations"))) / "terminology" / "glossary.tsv"))
