"""Tasks by who has to do them or who set them: "tasks of the Ministry of Industry and Trade", "giao
cho Bộ Y tế", "set by the Prime Minister", "do Thủ tướng giao".

Names are met without marks, in either language and under the glossary's other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from summarizer.text.folding import fold, words

LONGEST: Final = 120
"""Characters of what is looked at."""
MOST_WORDS: Final = 14
"""Words of a name."""
_OF: Final = re.compile(
    r"(?:(?:that|which|are|is|were|have been|been|duoc|da|phai|can)\s+)*"
    r"(?P<by>(?:assigned|given|addressed)\s+to|to be done by|of|for|giao cho|cho|cua)\s+"
    r"(?:the\s+)?(?P<who>\S.*)"
)
_PASSIVE: Final = r"(?:(?:that|which|are|is|were|have|has|had|been|duoc|da|nao|ma|cac|nhung)\s+)*"
_GAVE: Final = (
    r"(?:giao(?: pho| nhiem vu)?|dat ra|de ra|neu(?: ra)?|yeu cau|chi dao|ban hanh|dua ra|de nghi)"
)
_SETTERS: Final = tuple(
    (re.compile(pattern), sure)
    for pattern, sure in (
        (
            (
                rf"{_PASSIVE}(?:set|given|assigned|ordered|stated|requested|demanded|issued"
                r"|laid down|named|announced|mentioned)(?: out)?\s+by\s+(?:the\s+)?(?P<who>\S.*)"
            ),
            True,
        ),
        (rf"{_PASSIVE}(?:do|boi)\s+(?P<who>\S.*?)(?:\s+(?:da\s+)?{_GAVE})", True),
        (
            (
                r"(?:that|which|what)\s+(?:the\s+)?(?P<who>\S.*?)\s+(?:has\s+|have\s+|had\s+)?"
                r"(?:set|gave|given|assigned|ordered|stated|requested|demanded|asked for|named)"
            ),
            True,
        ),
        (
            (
                r"(?:did|does|has|have)\s+(?:the\s+)?(?P<who>\S.*?)\s+(?:set|given?"
                r"|assign(?:ed)?|order(?:ed)?|stated?|demand(?:ed)?|ask(?:ed)? for)"
            ),
            True,
        ),
        (rf"(?:(?:ma|nao)\s+)*(?P<who>\S.*?)\s+(?:da\s+)?{_GAVE}", False),
        (r"(?:from|by)\s+(?:the\s+)?(?P<who>\S.*)", False),
    )
)
"""How those are named who set tasks, folded, and whether the words can hardly be others, to be
looked for: "công tác chỉ đạo", "from the last meeting".
"""
_WHO_NOBODY: Final = frozenset(
    "duoc da can phai se dang moi vua ai do ma".split()  # noqa: SIM905 - shorter
)
"""Folded words that are nobody: "nhiệm vụ được giao"."""
_LOOSE: Final = frozenset({"for", "cho"})
"""What may as well begin words that are looked for: "cho vay"."""
_TELLING: Final = re.compile(
    r"\b(?:is|are|was|were|will|must|should|has|have|là|phải|sẽ|đã|được|hãy|không)\b"
)
"""Words of sentences, which no name has, with their marks: "Sơn La", "Đà Nẵng"."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """Whose tasks are asked for; not ``sure`` where the words may be looked for as well."""

    who: str
    sure: bool = True
    setter: bool = False
    """Whether those are asked for that they set or stated, not those that they have to do."""

    def pack(self) -> str:
        """It in a few characters, for a button."""
        return f"set by {self.who}" if self.setter else f"of {self.who}"


def asked_assigned(text: str) -> Assigned | None:
    """Whose tasks a text asks for and nothing else."""
    text = " ".join(text[: LONGEST + 1].split()).strip(" .,:;?!")
    folded = fold(text)
    if len(text) > LONGEST or len(folded) != len(text):
        return None
    if (found := _OF.fullmatch(folded)) is not None:
        who = _name(text, found)
        return Assigned(who, found["by"] not in _LOOSE) if who else None
    for pattern, sure in _SETTERS:
        if (found := pattern.fullmatch(folded)) is not None:
            who = _name(text, found)
            nobody = not _WHO_NOBODY.isdisjoint(fold(who).split()[:1])
            return Assigned(who, sure, setter=True) if who and not nobody else None
    return None


def _name(text: str, found: re.Match[str]) -> str:
    """Who is named in a text, or nothing where that is no name."""
    who = text[found.start("who") : found.end("who")].strip(" \"'“”")
    named = words(fold(who))
    return who if 0 < len(named) <= MOST_WORDS and not tells(who) else ""


def tells(text: str) -> bool:
    """Whether words tell something, as sentences do and names do not."""
    return _TELLING.search(text.lower()) is not None


def is_named(text: str, names: Iterable[str]) -> bool:
    """Whether one of the names stands in the words for who has to do a task, or for a place."""
    there = f" {' '.join(words(fold(text)))} "
    plain = (" ".join(words(fold(name))) for name in names)
    return any(name and f" {name} " in there for name in plain)
