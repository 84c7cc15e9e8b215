"""Abbreviations in Vietnamese texts: their own (``UBND``), which are translated, and foreign ones
(``NGO``), which stand in the English as well.

What the first stand for is in ``vietnamese_abbreviations.tsv``; a model that does not know one says
something else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from summarizer.text.folding import CAPITAL
from translations.words.abbreviations import LETTERS, ROMAN, is_name_in_capitals
from translations.words.foreign import Cover, Kept
from translations.words.names import strip_marks
from translations.words.word_lists import read_rows

_RUN = re.compile(rf"(?<!\w){CAPITAL}{{2,}}(?: {CAPITAL}{{2,}})+(?!\w)")
"""The same in Vietnamese, where two abbreviations in a row ("SOM APEC") are no rare thing."""
_PART = rf"{CAPITAL}{{2,}}"
_WORN = re.compile(
    rf"(?<![\w@#/.&'’-])(?<![\w/] -)(?<! - ){_PART}(?: ?[&,-] ?{_PART}){{0,3}}"
    r"(?![\w@/&]|\.\w| ?-\w)"
)
"""An abbreviation, perhaps of several parts, that is none of the number of a document."""
_CITY = re.compile(r"(?<![\w.])(?:[Tt]hành phố )?T[Pp]\.? ?(?:HCM|Hồ Chí Minh)(?!\w)")
_BRACKETS = re.compile(r"\([^()]{2,20}\)")
_BETWEEN = 3
"""Words that an abbreviation may leave out of what it stands for."""
_APART = re.compile(r"(, | - )")
_MONEY = frozenset(["USD", "VND", "EUR", "JPY", "CNY", "NDT", "GBP", "KRW", "AUD", "RUB"])
"""What sums are told in: read with the figures before them."""
_ENGLISH_TOO = frozenset(["LHQ"])
"""What has letters of its own in English: ``United Nations (UN)``."""
_SMALL = frozenset(["a", "an", "and", "for", "in", "of", "on", "the", "to", "with"])
_WORD = re.compile(r"[^\W\d_]+")


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
        for match in LETTERS.finditer(source)
        if match.group() not in _vietnamese()
        and match.group() not in _MONEY
        and not ROMAN.fullmatch(match.group())
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


def name_city(source: str) -> str:
    """Vietnamese ``source`` with Ho Chi Minh City in full, as the glossary has it.

    >>> name_city("Bí thư Thành ủy TP. HCM")
    'Bí thư Thành ủy Thành phố Hồ Chí Minh'
    """
    explained = _explained(source)
    return _CITY.sub(
        lambda match: "Thành phố Hồ Chí Minh" if explained.free(*match.span()) else match.group(),
        source,
    )


def is_vietnamese_abbreviation(word: str) -> bool:
    """Whether a word is an abbreviation of Vietnamese words: ``UBND``."""
    return word in _vietnamese()


def spell_out(source: str) -> str:
    """Vietnamese ``source`` with the words for abbreviations that the models misread.

    >>> spell_out("Bộ TN & MT bàn về BĐKH theo Nghị quyết 24-NQ/TW.")
    'Bộ Tài nguyên và Môi trường bàn về biến đổi khí hậu theo Nghị quyết 24-NQ/TW.'
    """
    explained = _explained(source)
    return _WORN.sub(
        lambda match: _words_of(match) if explained.free(*match.span()) else match.group(), source
    )


def drop_explained(source: str) -> str:
    """Vietnamese ``source`` without the abbreviations that only repeat the words before them.

    They are of no use to those who read English, and models garble their letters. One behind a name
    all in capitals may be known by its letters and stays.

    >>> drop_explained("Hội đồng nhân dân (HĐND) họp với Hoàng Anh Gia Lai (HAGL).")
    'Hội đồng nhân dân họp với Hoàng Anh Gia Lai (HAGL).'
    """
    parts: list[str] = []
    reached = 0
    for start, end, letters, words in _explanations(source):
        last = words[-len(letters) :]
        known = letters in _vietnamese() or letters.replace("TƯ", "TW") in _vietnamese()
        if letters in _ENGLISH_TOO:
            continue
        if known or any(word[0].islower() for word in last):
            parts.append(source[reached:start].rstrip())
            reached = end
    return "".join((*parts, source[reached:]))


def _explained(source: str) -> Cover:
    """What stands in brackets behind the words that it is short for: ``Liên hợp quốc (LHQ)``."""
    cover = Cover(len(source))
    for start, end, _, _ in _explanations(source):
        cover.take(start, end)
    return cover


def _explanations(source: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """Where abbreviations stand in brackets behind what they are short for, with their letters and
    the words before them.
    """
    before = 0
    words: list[str] = []
    for match in _BRACKETS.finditer(source):
        words += _WORD.findall(source, before, match.start())
        before = match.start()
        letters = "".join(_WORD.findall(match.group())).replace("TW", "TƯ")
        if letters.isupper() and _abbreviates(letters, words):
            yield *match.span(), letters, list(words)


def _abbreviates(letters: str, words: Sequence[str]) -> bool:
    """Whether the last of some words begin with these letters, all but a few of them."""
    near = reversed(words[-len(letters) - _BETWEEN :])
    initials = iter([strip_marks(word[0].upper()) for word in near])
    return all(letter in initials for letter in reversed(strip_marks(letters)))


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
