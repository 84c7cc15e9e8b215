"""Which indefinite article an English word takes: by its sound, not by its first letter.

>>> [indefinite(word) for word in ("honest", "European", "one-off", "EU", "UN", "NATO")]
['an', 'a', 'a', 'an', 'a', 'a']
"""

from __future__ import annotations

import re

_LETTERS = re.compile(r"(?=[A-Z][A-Za-z]*[A-Z]|[A-Z](?![A-Za-z]))[A-Za-z]+")
"""What may be read letter by letter: "EU", "MoU", the F of "F-16"."""
_READ_AS_WORD = re.compile(r"(?=\w{4})(?:[^AEIOUaeiou]?[LRThlrt]?)[AEIOU]")
"""Of these what is long enough and can be spoken: "NATO", "OPEC", not "RCEP"."""
_VOWELS_BY_LETTER = frozenset("AEFHILMNORSX")
_CONSONANT_SOUND = re.compile(
    r"eu|ewe|one(?![a-z])|once|ouija|u(?:[-\d]|$)|ubiq|ufo|ugand|ukr|ukul"
    r"|uni(?!n[a-z]|m[a-z]|d(?:ent|eal|iom))|unanim|unesco|unicef|ura(?:n|l)|uri|urug|us(?:[aeu]|ual|urp)|uti|uto"
)
"""Words with a vowel that sounds like "you" or "won"."""
_SILENT_H = re.compile(r"hour|hono|honest|heir")
_NO_SILENT_H = re.compile(r"honolulu")
_NUMBER = re.compile(r"(?:8\d*|1[18](?!\d)(?:[,.]\d+)*)")
"""Figures whose first word begins with a vowel: eight, eighty, eleven, eighteen."""


def indefinite(word: str) -> str:
    """The article before ``word``: ``a`` or ``an``."""
    if word[:1].isdigit():
        return "an" if _NUMBER.match(word) else "a"
    letters = _LETTERS.match(word)
    if letters and not _READ_AS_WORD.match(letters[0]):
        return "an" if word[0] in _VOWELS_BY_LETTER else "a"
    low = word.lower()
    if low.startswith("h"):
        return "an" if _SILENT_H.match(low) and not _NO_SILENT_H.match(low) else "a"
    return "an" if low[:1] in set("aeiou") and not _CONSONANT_SOUND.match(low) else "a"
