"""Names of people by rule: Vietnamese names lose their marks, foreign names stay as they are.

``Bùi Thanh Sơn`` becomes ``Bui Thanh Son``: that is how the country's own English press writes
them. A person is found in a sentence as a run of two to five capitalised syllables that starts
with a known surname (``terminology/surnames.tsv``), so a Vietnamese name without a surname is not
found, and a place named after a person (``đường Nguyễn Huệ``) is: harmless, for it is written
the same way. Foreigners with a Vietnamese spelling of their own (``Tập Cận Bình``) are a list.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from translations.words.word_lists import read_rows

_SYLLABLE = re.compile(r"[^\W\d_]+")
_LONGEST_NAME = 5


def strip_marks(text: str) -> str:
    """Text without tone and vowel marks, đ as d: ``Đỗ Mười`` → ``Do Muoi``. Other signs stay."""
    text = text.replace("đ", "d").replace("Đ", "D")
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    )


def transliterate_name(name: str) -> str:
    """The English spelling of a person's name; a name without Vietnamese letters is unchanged.

    Marks that Vietnamese does not have are left (``Müller``, ``François``).
    """
    name = " ".join(unicodedata.normalize("NFC", name).split())
    listed = _foreign().get(name)
    if listed:
        return listed
    return " ".join(
        strip_marks(word) if _VIETNAMESE_WORD.fullmatch(word) else word for word in name.split(" ")
    )


_VIETNAMESE_WORD = re.compile(
    r"[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ.'’-]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A person's name at ``text[start:end]`` and its English spelling."""

    start: int
    end: int
    name: str
    english: str


@functools.cache
def surnames() -> dict[str, bool]:
    """Vietnamese surnames; true for those that are hardly anything else."""
    return {row[0]: len(row) == 1 for row in read_rows("surnames.tsv")}


@functools.cache
def _foreign() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("foreign_names.tsv")}


@functools.cache
def _foreign_pattern() -> re.Pattern[str]:
    names = sorted(_foreign(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")


def foreign_names(text: str) -> list[NameMatch]:
    """Listed foreigners in NFC ``text``, by the Vietnamese spelling of their names."""
    return [
        NameMatch(match.start(), match.end(), match.group(), _foreign()[match.group()])
        for match in _foreign_pattern().finditer(text)
    ]


@functools.cache
def _english_surnames() -> dict[str, bool]:
    """Surnames without their marks; true where every surname written so is hardly anything else
    and no English word is.
    """
    found: dict[str, bool] = {}
    for name, strong in surnames().items():
        bare = strip_marks(name)
        found[bare] = found.get(bare, True) and strong and bare not in _ENGLISH_WORDS
    return found


_ENGLISH_WORDS = frozenset(
    ["Do", "Ho", "To", "Ma", "Le", "La", "Ha", "An", "Vi", "Mac", "Cu", "Ta", "Tra", "Tu", "Ton"]
)
_NO_SYLLABLES = frozenset(
    ["At", "Be", "Go", "Got", "Had", "He", "Her", "Him", "How", "In", "It", "Let", "Me", "Met",
     "No", "Not", "Now", "On", "Pen", "Put", "Than", "That", "The", "Them", "Then", "They",
     "Thing", "Think", "Top", "Up", "We", "Whip", "Who", "Why", "You"]
)  # fmt: skip
"""English words that have the shape of Vietnamese syllables."""


@functools.cache
def _marked() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("vietnamese_names.tsv")}


@functools.cache
def _places() -> dict[str, str]:
    """Places in Viet Nam by their names without marks."""
    return {row[0]: row[1] for row in read_rows("vietnamese_places.tsv")}


def without_places(text: str) -> str:
    """English ``text`` without the names of places in Viet Nam, in capitals or not."""
    return _places_pattern().sub(" ", text)


@functools.cache
def _places_pattern() -> re.Pattern[str]:
    names = sorted(_places(), key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])", re.IGNORECASE
    )


@functools.cache
def _unforeign() -> dict[str, str]:
    """Listed foreigners by their English names; of several Vietnamese spellings the first."""
    found: dict[str, str] = {}
    for vietnamese, english in _foreign().items():
        found.setdefault(english, vietnamese)
    return found


def find_english_names(
    text: str, exclude: Sequence[tuple[int, int]] = ()
) -> list[tuple[NameMatch, str]]:
    """Names of people in English ``text`` that Vietnamese spells with marks, in order.

    Each comes with its Vietnamese spelling, ``""`` where the marks are not known. A Vietnamese
    name is a run of two to five capitalised words of the shape of Vietnamese syllables that starts
    with a known surname; after a surname that is anything else as well, of three and more.
    """
    found: list[tuple[NameMatch, str]] = []
    for match in _english_pattern().finditer(text):
        spelt = _unforeign().get(match.group()) or _marked().get(match.group())
        if spelt is None:
            if _within_a_person(text, *match.span()):
                continue
            spelt = _places()[match.group()]
        name = NameMatch(match.start(), match.end(), match.group(), match.group())
        if all(name.end <= a or b <= name.start for a, b in exclude):
            found.append((name, spelt))
    taken = [*exclude, *((name.start, name.end) for name, _ in found)]
    words = [(m.group(), m.start(), m.end()) for m in _SYLLABLE.finditer(text)]

    def free(index: int) -> bool:
        _, start, end = words[index]
        return all(end <= a or b <= start for a, b in taken)

    i = 0
    while i < len(words):
        strong = _english_surnames().get(words[i][0])
        j = i + 1
        if strong is not None and free(i):
            while (
                j < len(words)
                and j - i < _LONGEST_NAME
                and text[words[j - 1][2] : words[j][1]] == " "
                and _is_name_syllable(words[j][0])
                and VIETNAMESE_SYLLABLE.fullmatch(words[j][0].lower())
                and words[j][0] not in _NO_SYLLABLES
                and free(j)
            ):
                j += 1
            if j - i >= (2 if strong else 3):
                start, end = words[i][1], words[j - 1][2]
                found.append((NameMatch(start, end, text[start:end], text[start:end]), ""))
                i = j
                continue
        i += 1
    return sorted(found, key=lambda entry: entry[0].start)


def _within_a_person(text: str, start: int, end: int) -> bool:
    """Whether what looks like a place is part of somebody's name (``Tran Long An``)."""
    before = re.search(r"([A-Z][a-z]+)\s\Z", text[:start])
    after = re.match(r"\s([A-Z][a-z]+)", text[end:])
    return bool(
        (before and before[1] in _english_surnames() and before[1] not in _ENGLISH_WORDS)
        or (
            after
            and VIETNAMESE_SYLLABLE.fullmatch(after[1].lower())
            and after[1] not in _NO_SYLLABLES
            and text[start:end].split(maxsplit=1)[0] in _english_surnames()
        )
    )


@functools.cache
def _english_pattern() -> re.Pattern[str]:
    names = sorted({*_unforeign(), *_marked(), *_places()}, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")


VIETNAMESE_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|ph|th|tr|ch|gh|gi|qu|[bcdghklmnpqrstvx])?(?:[aeiouy]{1,3})"
    r"(?:ng|nh|ch|[cmnpt])?"
)
"""The shape of a Vietnamese syllable without its marks, in small letters."""


def _is_name_syllable(word: str) -> bool:
    return len(word) <= 7 and word[0].isupper() and (len(word) == 1 or word[1:].islower())


def find_names(text: str, exclude: Sequence[tuple[int, int]] = ()) -> list[NameMatch]:
    """Names of Vietnamese people in NFC ``text``, in order, without overlaps.

    ``exclude`` holds spans that are known to be something else (offices, places): a name neither
    starts in one nor reaches into one. A surname that is a common word as well (``Cao``, ``Hà``)
    counts only before two syllables more.
    """
    known = surnames()
    words = [(m.group(), m.start(), m.end()) for m in _SYLLABLE.finditer(text)]

    def excluded(index: int) -> bool:
        _, start, end = words[index]
        return any(a < end and start < b for a, b in exclude)

    found: list[NameMatch] = []
    i = 0
    while i < len(words):
        strong = known.get(words[i][0])
        if strong is None or excluded(i):
            i += 1
            continue
        j = i + 1
        while (
            j < len(words)
            and j - i < _LONGEST_NAME
            and text[words[j - 1][2] : words[j][1]] == " "
            and _is_name_syllable(words[j][0])
            and not excluded(j)
        ):
            j += 1
        if j - i >= (2 if strong else 3):
            start, end = words[i][1], words[j - 1][2]
            name = text[start:end]
            found.append(NameMatch(start, end, name, transliterate_name(name)))
            i = j
        else:
            i += 1
    return found
