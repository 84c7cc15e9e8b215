"""Names in capitals: abbreviations that Vietnamese keeps, and names that a headline shouts.

A model that has never seen ``AUKUS`` writes something else in its place. An abbreviation of three
capitals and more in an English text, and the sign of a unit of power (``1.5 GW``), must stand in
the Vietnamese, as it is or as ``abbreviations.tsv`` has it; an English word that somebody shouts
(``must NOT``) is none:

    >>> [letters.word for letters in kept_letters("NATO and AUKUS must NOT meet.")]
    ['NATO', 'AUKUS']

The other way round a Vietnamese text has abbreviations of its own as well (``UBND``), which are
translated; all others must stand in the English.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from summarizer.text.folding import CAPITAL
from translations.foreign import Cover, Kept, is_vietnamese
from translations.made_up_words import is_word
from translations.word_lists import read_rows

_LETTERS = re.compile(r"(?<![\w@#/.'’&$-])[A-Z]{3,12}(?![\w@/&$]|\.\w|['’](?!s\b))")
_UNIT = re.compile(r"(?<=\d )[kMGT]Wh?(?!\w)")
_ROMAN = re.compile(r"[IVXLC]+")
_SHOUTED = re.compile(r"(?<![A-Z])[A-Z]{3,}(?: [A-Z]{3,})+")
"""Words in capitals in a row: a headline, a slogan, the name of a programme."""
_RUN = re.compile(rf"(?<!\w){CAPITAL}{{2,}}(?: {CAPITAL}{{2,}})+(?!\w)")
"""The same in Vietnamese, where two abbreviations in a row ("SOM APEC") are no rare thing."""
_PART = rf"{CAPITAL}{{2,}}"
_WORN = re.compile(
    rf"(?<![\w@#/.&'’-])(?<![\w/] -)(?<! - ){_PART}(?: ?[&,-] ?{_PART}){{0,3}}"
    r"(?![\w@/&]|\.\w| ?-\w)"
)
"""An abbreviation, perhaps of several parts, that is none of the number of a document."""
_APART = re.compile(r"(, | - )")
_VOWELS = re.compile(r"[AEIOUY]+")
_CROWDED = re.compile(r"[^AEIOUY]{4}")
_MONEY = frozenset(["USD", "VND", "EUR", "JPY", "CNY", "NDT", "GBP", "KRW", "AUD", "RUB"])
"""What sums are told in: read with the figures before them."""
_SMALL = frozenset(["a", "an", "and", "for", "in", "of", "on", "the", "to", "with"])
_WORD = re.compile(r"[^\W\d_]+")
_NAME = 7
"""Letters from which a word in capitals that can be said is a name rather than an abbreviation."""


@functools.cache
def _listed() -> dict[str, tuple[str, ...]]:
    return {
        letters: tuple(form.strip() for form in forms.split("|") if form.strip())
        for letters, forms in read_rows("abbreviations.tsv")
    }


def said_otherwise(letters: str) -> tuple[str, ...]:
    """What else Vietnamese says for an abbreviation that it may keep as well."""
    return _listed().get(letters, ())


def kept_letters(source: str, taken: Sequence[tuple[int, int]] = ()) -> list[Kept]:
    """The abbreviations in English ``source`` that stand in a Vietnamese translation too."""
    cover = Cover(len(source), taken)
    for match in _SHOUTED.finditer(source):
        cover.take(*match.span())
    found = [
        match
        for match in _LETTERS.finditer(source)
        if (match.group() in _listed() or not is_word(match.group().lower()))
        and not _ROMAN.fullmatch(match.group())
    ]
    return [
        Kept(match.start(), match.end(), match.group())
        for match in sorted((*found, *_UNIT.finditer(source)), key=lambda match: match.start())
        if cover.free(*match.span())
    ]


def foreign_letters(source: str, taken: Sequence[tuple[int, int]] = ()) -> list[Kept]:
    """The abbreviations in Vietnamese ``source`` that are no Vietnamese, and so stand in an English
    translation too, alone or spelled out.

    >>> [letters.word for letters in foreign_letters("UBND TP.HCM gặp các NGO tại COP26.")]
    ['NGO']
    """
    cover = Cover(len(source), taken)
    for match in _RUN.finditer(source):
        if not match.group().isascii() or match.group().count(" ") > 1:
            cover.take(*match.span())
    return [
        Kept(match.start(), match.end(), match.group())
        for match in _LETTERS.finditer(source)
        if match.group() not in _vietnamese()
        and match.group() not in _MONEY
        and not _ROMAN.fullmatch(match.group())
        and not is_name_in_capitals(match.group())
        and cover.free(*match.span())
    ]


def spelled_out(letters: str, text: str) -> bool:
    """Whether words in a row of English ``text`` begin with the letters of an abbreviation.

    >>> spelled_out("EAS", "at the East Asia Summit"), spelled_out("COC", "a Code of Conduct")
    (True, True)
    """
    words = _WORD.findall(text.lower())
    return any(
        letters.lower() in "".join(word[0] for word in chosen)
        for chosen in (words, [word for word in words if word not in _SMALL])
    )


def spell_out(source: str) -> str:
    """Vietnamese ``source`` with the words for abbreviations that the models misread.

    >>> spell_out("Bộ TN & MT bàn về BĐKH theo Nghị quyết 24-NQ/TW.")
    'Bộ Tài nguyên và Môi trường bàn về biến đổi khí hậu theo Nghị quyết 24-NQ/TW.'
    """
    return _WORN.sub(_words_of, source)


def _words_of(match: re.Match[str]) -> str:
    whole = match.group()
    # a list of several, or one of several parts
    parts = [whole] if whole.replace(" ", "") in _vietnamese() else _APART.split(whole)
    said = "".join(_vietnamese().get(part.replace(" ", "")) or part for part in parts)
    opens = said != whole and not match.string[: match.start()].strip()
    return said[0].upper() + said[1:] if opens else said


@functools.cache
def _vietnamese() -> dict[str, str]:
    """What Vietnamese abbreviations stand for, as far as that is of use."""
    return dict(read_rows("vietnamese_abbreviations.tsv"))


@functools.cache
def _countries() -> frozenset[str]:
    """Countries that Vietnamese and English write alike, in capitals."""
    from babel import Locale

    vietnamese, english = (Locale(code).territories for code in ("vi", "en"))
    return frozenset(name.upper() for code, name in vietnamese.items() if english[code] == name)


def is_country(word: str) -> bool:
    """Whether a word, in any case, is a country that Vietnamese and English write alike."""
    return word.upper() in _countries()


@functools.lru_cache(maxsize=4096)
def is_name_in_capitals(word: str) -> bool:
    """Whether a word in capitals in a Vietnamese text is a name that both languages write alike: a
    country, or a long word that can be said and is no Vietnamese.

        >>> [is_name_in_capitals(word) for word in ("QATAR", "VIETCOMBANK", "UBTVQH", "NGHIENG")]
        [True, True, False, False]
    """
    if not word.isupper() or not word.isascii() or is_vietnamese(word):
        return False
    return word in _countries() or (
        len(word) >= _NAME and len(_VOWELS.findall(word)) > 1 and not _CROWDED.search(word)
    )


def lower_names(text: str) -> str:
    """Vietnamese ``text``, of the same length, with names in capitals as names are written: the
    models know ``Indonesia`` only.

        >>> lower_names("Họ đến INDONESIA.")
        'Họ đến Indonesia.'
    """
    return _WORDS.sub(
        lambda match: match[0].capitalize() if is_name_in_capitals(match[0]) else match[0], text
    )


def raise_names(text: str, source: str) -> str:
    """English ``text`` with the capitals that Vietnamese ``source`` has, but for countries.

    >>> raise_names("Centcom met in Qatar.", "CENTCOM họp ở QATAR.")
    'CENTCOM met in Qatar.'
    """
    for match in _WORDS.finditer(source):
        name = match[0]
        if is_name_in_capitals(name) and not is_country(name):
            text = re.sub(rf"\b{name.capitalize()}\b", name, text)
    return text


_WORDS = re.compile(r"(?<![\w@#/.'’&-])[A-Z]{4,}(?![\w@/&'’-]|\.\w)")
