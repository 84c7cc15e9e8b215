"""Idioms and set phrases that the models translate word by word, in plain words.

Only what a model is given changes. An idiom keeps its words where it is a name: in a longer phrase
of the glossary, with capitals of its own, or in quotation marks as the title of a work.

    >>> say_plainly("Đàm phán giậm chân tại chỗ.", Direction.VI_EN)
    'Đàm phán không có tiến bộ.'
    >>> say_plainly("Bộ phim “Sóng ngầm” đoạt giải.", Direction.VI_EN)
    'Bộ phim “Sóng ngầm” đoạt giải.'
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

from translations.engine import Direction
from translations.terminology.matching import PhraseIndex, longest_first, tokenize
from translations.words.word_lists import read_rows

LISTS: Final = {Direction.VI_EN: "idioms.tsv", Direction.EN_VI: "english_idioms.tsv"}
_TITLE = re.compile(
    r"""(?<![\w:])(?<!: )["“'‘](?=[^\W\d_])([^"“”\n]{1,60}?[^\s.!?…,;"“”])["”'’](?!\w)"""
)
"""A quotation that may be the title of a work: short, no sentence of its own."""


@functools.cache
def _index(direction: Direction) -> PhraseIndex[tuple[str, str | None]]:
    """Each idiom as it is listed, with its plain words; with none the phrases that contain an
    idiom and stay as they are: those of the list, and those of the glossary.
    """
    rows: dict[str, str | None] = {
        idiom: plain[0] if plain else None for idiom, *plain in read_rows(LISTS[direction])
    }
    idioms = PhraseIndex(rows.items())
    column = 0 if direction is Direction.VI_EN else 1
    for term in [row[column] for row in read_rows("glossary.tsv")[1:]]:
        if idioms.find_all(term, tokenize(term)):
            rows.setdefault(term, None)
    return PhraseIndex((idiom, (idiom, plain)) for idiom, plain in rows.items())


def say_plainly(source: str, direction: Direction) -> str:
    """``source`` with plain words for its idioms, the longest first; NFC if it has any."""
    text = unicodedata.normalize("NFC", source)
    found = longest_first(_index(direction).find_all(text, tokenize(text)))
    if not found:
        return source
    titles = [match.span() for match in _TITLE.finditer(text) if match[1][0].isupper()]
    pieces: list[str] = []
    reached = 0
    for match in found:
        idiom, plain = match.value
        said = text[match.start : match.end]
        named = _capitals(said[1:]) > _capitals(idiom[1:])
        if plain is None or named or any(a < match.start and match.end < b for a, b in titles):
            continue
        pieces += [text[reached : match.start], _begin_like(plain, said)]
        reached = match.end
    return "".join([*pieces, text[reached:]]) if pieces else source


def _capitals(text: str) -> int:
    return sum(letter.isupper() for letter in text)


def _begin_like(plain: str, idiom: str) -> str:
    return plain[:1].upper() + plain[1:] if idiom[:1].isupper() else plain
