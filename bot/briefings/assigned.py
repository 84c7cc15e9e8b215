"""Tasks by who has to do them: "tasks of the Ministry of Industry and Trade", "giao cho Bộ Y tế".

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

    def pack(self) -> str:
        """It in a few characters, for a button."""
        return f"of {self.who}"


def asked_assigned(text: str) -> Assigned | None:
    """Whose tasks a text asks for and nothing else."""
    text = " ".join(text[: LONGEST + 1].split()).strip(" .,:;?!")
    folded = fold(text)
    if len(text) > LONGEST or len(folded) != len(text):
        return None
    if (found := _OF.fullmatch(folded)) is None:
        return None
    who = text[found.start("who") :].strip(" \"'“”")
    named = words(fold(who))
    if not named or len(named) > MOST_WORDS or tells(who):
        return None
    return Assigned(who, found["by"] not in _LOOSE)


def tells(text: str) -> bool:
    """Whether words tell something, as sentences do and names do not."""
    return _TELLING.search(text.lower()) is not None


def is_named(text: str, names: Iterable[str]) -> bool:
    """Whether one of the names stands in the words for who has to do a task, or for a place."""
    there = f" {' '.join(words(fold(text)))} "
    plain = (" ".join(words(fold(name))) for name in names)
    return any(name and f" {name} " in there for name in plain)
