"""The persons of an article and where each stands in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from summarizer.facts.model import Place
from summarizer.facts.persons.offices import PAST
from summarizer.facts.words.tokens import Line

MALE = frozenset({"ông", "anh", "chú", "ngài", "cậu", "mr", "mr.", "sir", "lord", "he"})
FEMALE = frozenset(
    {"bà", "chị", "cô", "mrs", "mrs.", "ms", "ms.", "madam", "madame", "she", "nàng"}
)
MIDDLE_FEMALE = frozenset({"Thị", "Thi"})
"""Middle names of women, as newspapers in both languages write them."""
_SUBJECT_BEFORE = frozenset(
    {
        ",",
        ":",
        ";",
        "-",
        "–",
        "—",
        '"',
        "“",
        "”",
        "(",
        "khi",
        "dù",
        "lúc",
        "tuy",
        "còn",
        "nhưng",
        "song",
        "rằng",
        "mà",
        "nếu",
        "vì",
        "trong đó",
        "sau đó",
        "đó",
        "nay",
        "trước",
        "và",
        "while",
        "when",
        "but",
        "and",
        "as",
        "that",
        "chính",
        "riêng",
        "qua",
        "này",
        "thì",
        "theo",
        "according",
        "to",
        "the",
        "vị",
        "hôm",
        "đồng",
        "thời",
        "cả",
        ".",
    }
)


@dataclass(slots=True)
class Person:
    """A person of the article while it is being read.

    ``former`` are the roles said to be over, ``given`` those only said to be given; ``left`` are
    those of ``former`` of which that is only likely, as another was given. ``genders`` counts what
    is told otherwise than by the form of address.
    """

    name: str
    roles: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    honorifics: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    mentions: list[tuple[Place, int]] = field(default_factory=list)
    former: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    strong: bool = False

    @property
    def role(self) -> str:
        """The fullest title seen; a present one before one that is over."""
        return max(
            self.roles,
            key=lambda role: (not self.is_former(role), role not in self.given, len(role), role),
            default="",
        )

    def is_former(self, role: str) -> bool:
        """Whether a role is over: "nguyên Bộ trưởng", or said to be an earlier one."""
        first, second = ([*role.lower().replace("-", " ").split(), "", ""])[:2]
        if first == "cố" and second == "vấn":
            return role in self.former
        return role in self.former or first in PAST or second in {"former", "nguyên", "cựu"}

    @property
    def gender(self) -> str:
        """``"m"``, ``"f"`` or ``""``."""
        male, female = (
            self.genders[gender]
            + sum(self.honorifics[word] for word in self.honorifics if word in words)
            for gender, words in (("m", MALE), ("f", FEMALE))
        )
        if not MIDDLE_FEMALE.isdisjoint(self.name.split()[1:-1]):
            female += 1
        return "" if male == female else "m" if male > female else "f"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at a place in a line: tokens ``start`` to ``end``; ``who`` is in ``Cast.people``."""

    start: int
    end: int
    who: int
    named: bool
    subject: bool


@dataclass(slots=True)
class Cast:
    """The persons of an article, and where each stands. ``actors`` runs parallel to the lines."""

    people: list[Person]
    actors: list[list[Actor]]


def subject_position(line: Line, start: int) -> bool:
    """Whether a phrase that begins at ``start`` can be what its clause is about."""
    return start == 0 or line.tokens[start - 1].low in _SUBJECT_BEFORE
