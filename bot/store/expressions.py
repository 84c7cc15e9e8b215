"""Conditions on the words of an article, and how each database writes them.

What a reader types never becomes an operator: words reach the expression through quotes only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side: in the plain texts of an article or, ``spelt``, in those with marks. Of a
    ``stem`` the long words may go on.
    """

    words: tuple[str, ...]
    spelt: bool = False
    stem: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Every one of several conditions."""

    of: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several conditions at least."""

    of: tuple[Expression, ...]


Expression: TypeAlias = Phrase | All | Either

_SHORTEST_STEM = 4
"""Letters from which a word may stand for longer ones."""
_SPELT_COLUMN = "spelt"
_SPELT_WEIGHTS, _PLAIN_WEIGHTS = "D", "ABC"
"""How PostgreSQL's vector tells the words of the two forms apart; see the migrations."""


def every(parts: Iterable[Expression]) -> Expression:
    """All of several conditions; of one, itself."""
    found = tuple(dict.fromkeys(parts))
    return found[0] if len(found) == 1 else All(found)


def either(parts: Iterable[Expression]) -> Expression:
    """Any of several conditions; of one, itself."""
    found = tuple(dict.fromkeys(parts))
    return found[0] if len(found) == 1 else Either(found)


def is_stem(word: str) -> bool:
    """Whether a word may stand for longer ones that begin with it."""
    return len(word) >= _SHORTEST_STEM and word.isalpha()


def fts5(expression: Expression) -> str:
    """The expression for SQLite."""
    match expression:
        case All(of):
            return "(" + " AND ".join(map(fts5, of)) + ")"
        case Either(of):
            return "(" + " OR ".join(map(fts5, of)) + ")"
        case Phrase(words, spelt, stem):
            columns = _SPELT_COLUMN if spelt else f"- {_SPELT_COLUMN}"
            more = " *" if stem and is_stem(words[-1]) else ""
            return f'{columns} : "{" ".join(words)}"{more}'


def tsquery(expression: Expression) -> str:
    """The expression for PostgreSQL."""
    match expression:
        case All(of):
            return "(" + " & ".join(map(tsquery, of)) + ")"
        case Either(of):
            return "(" + " | ".join(map(tsquery, of)) + ")"
        case Phrase(words, spelt, stem):
            weights = _SPELT_WEIGHTS if spelt else _PLAIN_WEIGHTS
            return "(" + " <-> ".join(_lexeme(word, stem) + weights for word in words) + ")"


def _lexeme(word: str, stem: bool) -> str:
    return "'" + re.sub(r"[^\w.,]", "", word) + "':" + ("*" if stem and is_stem(word) else "")
