"""Names in capitals: abbreviations that Vietnamese keeps, and names that a headline shouts.

A model that has never seen ``AUKUS`` writes something else in its place. An abbreviation of three
capitals and more in an English text, and the sign of a unit of power (``1.5 GW``), must stand in
the Vietnamese, as it is or as ``abbreviations.tsv`` has it; an English word that somebody shouts
(``must NOT``) is none:

    >>> [letters.word for letters in kept_letters("NATO and AUKUS must NOT meet.")]
    ['NATO', 'AUKUS']
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from translations.words.foreign import Cover, Kept, is_vietnamese
from translations.words.made_up_words import is_word
from translations.words.word_lists import read_rows

LETTERS = re.compile(r"(?<![\w@#/.'’&$-])[A-Z]{3,12}(?![\w@/&$]|\.\w|['’](?!s\b))")
_UNIT = re.compile(r"(?<=\d )[kMGT]Wh?(?!\w)")
ROMAN = re.compile(r"[IVXLC]+")
_SHOUTED = re.compile(r"(?<![A-Z])[A-Z]{3,}(?: [A-Z]{3,})+")
"""Words in capitals in a row: a headline, a slogan, the name of a programme."""
_VOWELS = re.compile(r"[AEIOUY]+")
_CROWDED = re.compile(r"[^AEIOUY]{4}")
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
        for match in LETTERS.finditer(source)
        if (match.group() in _listed() or not is_word(match.group().lower()))
        and not ROMAN.fullmatch(match.group())
    ]
    return [
        Kept(match.start(), match.end(), match.group())
        for match in sorted((*found, *_UNIT.finditer(source)), key=lambda match: match.start())
        if cover.free(*match.span())
    ]


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
