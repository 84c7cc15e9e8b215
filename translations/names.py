"""Names of people by rule: Vietnamese names lose their marks, foreign names stay as they are.

``Bùi Thanh Sơn`` becomes ``Bui Thanh Son``: that is how the country's own English press writes
them. A person is found in a sentence as a run of two to five capitalised syllables that starts
with a known surname (``terminology/surnames.tsv``), so a Vietnamese name without a surname is not
found, and a place named after a person (``đường Nguyễn Huệ``) is: harmless, for it is written
the same way.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

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
    """The English spelling of a person's name; a name without Vietnamese letters is unchanged."""
    return " ".join(strip_marks(unicodedata.normalize("NFC", name)).split())


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A person's name at ``text[start:end]`` and its English spelling."""

    start: int
    end: int
    name: str
    english: str


@functools.cache
def surnames() -> frozenset[str]:
    """Vietnamese surnames, first syllables of double ones too."""
    path = Path(str(files("translations"))) / "terminology" / "surnames.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if line and not line.startswith("#"))


def _is_name_syllable(word: str) -> bool:
    return len(word) <= 7 and word[0].isupper() and (len(word) == 1 or word[1:].islower())


def find_names(text: str) -> list[NameMatch]:
    """Names of Vietnamese people in NFC ``text``, in order, without overlaps."""
    known = surnames()
    words = [(m.group(), m.start(), m.end()) for m in _SYLLABLE.finditer(text)]
    found: list[NameMatch] = []
    i = 0
    while i < len(words):
        if words[i][0] not in known:
            i += 1
            continue
        j = i + 1
        while (
            j < len(words)
            and j - i < _LONGEST_NAME
            and text[words[j - 1][2] : words[j][1]] == " "
            and _is_name_syllable(words[j][0])
        ):
            j += 1
        if j - i >= 2:
            start, end = words[i][1], words[j - 1][2]
            found.append(
                NameMatch(start, end, text[start:end], transliterate_name(text[start:end]))
            )
            i = j
        else:
            i += 1
    return found
