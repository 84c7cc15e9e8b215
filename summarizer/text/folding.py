"""Normal forms of Vietnamese and English text: one for display, one for matching.

``normalise`` is what every text goes through once, on the way in. ``fold`` makes the key under
which names and lines are compared: no marks, no case, plain quotes and dashes. As all marks go,
the two habits of placing the tone (hoà/hòa, thuỷ/thủy) meet without a rule of their own; a text
that must keep its marks is compared through ``unify_tones``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters but tab and newline, soft hyphen, zero-width and direction marks, BOM,
# and the replacement character that a broken decoding leaves behind.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffd]"
)
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUNS = re.compile("  +")
_LINE_ENDS = re.compile(" ?\n ?")
# Old Vietnamese keyboards typed the Icelandic eth; no Icelandic word begins with it.
_ETH = re.compile(r"(?<![^\W\d_])Ð")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W\d_]+)*")


def _letter_class(test: Callable[[str], bool]) -> str:
    codes = (*range(0x41, 0x7B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    return f"[{''.join(letter for code in codes if test(letter := chr(code)))}]"


CAPITAL = _letter_class(str.isupper)
"""A class of all Latin capitals, Vietnamese ones among them, for regular expressions; ranges such
as ``À-Ỹ`` will not do, as capitals and small letters alternate in Unicode."""

_PLAIN = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′´`", "'"),
    **dict.fromkeys("đĐðÐɖƉ", "d"),
    "ı": "i",
}


def _fold_slowly(text: str) -> str:
    plain = "".join(_PLAIN.get(letter, letter) for letter in text)
    bare = _MARKS.sub("", unicodedata.normalize("NFD", plain).lower())
    # Lower case may bring marks of its own (İ), composing again keeps Hangul in one piece.
    return unicodedata.normalize("NFC", _MARKS.sub("", bare))


_FOLDED = {
    # What stays as it is stands here too: looking in vain takes several times as long.
    **{code: code for code in range(0x80)},
    **{
        code: ord(folded)
        for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
        if len(folded := _fold_slowly(chr(code))) == 1
    },
    **{ord(letter): ord(plain) for letter, plain in _PLAIN.items()},
}


def normalise(text: str) -> str:
    """Bring a text into the form in which everything here expects it.

    NFC; line ends as line feeds; every run of blanks (no-break, thin, tab …) one plain space; no
    blanks at line ends or starts; no control, zero-width or direction characters. Line breaks,
    blank lines among them, are kept.
    """
    text = _LINE_BREAKS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = unicodedata.normalize("NFC", text)
    text = _RUNS.sub(" ", _SPACES.sub(" ", text))
    if " \n" in text or "\n " in text:
        text = _LINE_ENDS.sub("\n", text)
    return _ETH.sub("Đ", text) if "Ð" in text else text


def fold(text: str) -> str:
    """The key for matching: lower case, no marks, đ as d, plain quotes and dashes, single spaces.

    Text that went through :func:`normalise` and has no blanks at its ends and no line breaks keeps
    its length, character by character, as long as its letters compose (all Vietnamese and
    English ones do): a match in the folded text has the same place in the text.
    """
    folded = text.translate(_FOLDED).lower()
    if not folded.isascii():
        folded = _fold_slowly(folded)
    return " ".join(folded.split())


_TONED = {
    "a": "àáảãạ",
    "e": "èéẻẽẹ",
    "o": "òóỏõọ",
    "u": "ùúủũụ",
    "y": "ỳýỷỹỵ",
}


def _tone_moves() -> dict[str, str]:
    moves = {}
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for toned_first, toned_second in zip(_TONED[first], _TONED[second], strict=True):
            for move_first, move_second in (
                (str.lower, str.lower),
                (str.upper, str.lower),
                (str.upper, str.upper),
                (str.lower, str.upper),
            ):
                new = move_first(first) + move_second(toned_second)
                moves[new] = move_first(toned_first) + move_second(second)
    return moves


_TONE_MOVES = _tone_moves()
# Only at the end of a syllable: hoà and thuỷ move, hoàn and huỳnh do not; the u of qu is no vowel.
# The class of first letters opens the pattern, as a search can then leap from one to the next.
_AFTER_O, _AFTER_U = (
    "".join(move[1] for move in _TONE_MOVES if move[0] in firsts) for firsts in ("oO", "uU")
)
_LATE_TONE = re.compile(
    rf"[oOuU](?<![qQ].)(?:(?<=[oO])[{_AFTER_O}]|(?<=[uU])[{_AFTER_U}])(?![^\W\d_])"
)


def unify_tones(text: str) -> str:
    """Write the tone of final oa, oe, uy in the older style: hoà → hòa, khoẻ → khỏe, thuỷ → thủy.

    For comparing texts that keep their marks. Syllables with a final consonant (hoàn, huỳnh) and
    ``qu`` (quý, quỷ) stay as they are. The result is NFC.
    """
    return _LATE_TONE.sub(lambda m: _TONE_MOVES[m[0]], unicodedata.normalize("NFC", text))


def words(text: str) -> list[str]:
    """The words of a text, in order, as they stand: Vietnamese syllables, English words, numbers.

    Digits with inner separators (``1.234,5``) are one word; punctuation is none.
    """
    return _WORD.findall(unicodedata.normalize("NFC", text))
