"""Conditions on the words of an article, and how each database writes them.

What a reader types never becomes an operator: words reach the expression through quotes only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
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
_PLAIN, _SPELT = ("vector", "body"), ("spelt_vector", _SPELT_COLUMN)
"""PostgreSQL's vector of each of the two forms, and the text that makes it long; see migration
0006."""
_LONG = 16_000
"""Bytes of a text from which on its vector may not have the places of all words: PostgreSQL keeps
none beyond the 16,383rd, and of each word 256, more than a text of this size has of any."""


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


@dataclass(slots=True)
class Clause:
    """A condition on ``search_text t`` in PostgreSQL's SQL, and the values of its parameters."""

    sql: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def keep(self, value: str) -> str:
        """Keep a value; the parameter that stands for it."""
        name = f"word_{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def clause(expression: Expression) -> Clause:
    """The expression for PostgreSQL."""
    made = Clause()
    made.sql = _sql(expression, made)
    return made


def _sql(expression: Expression, into: Clause) -> str:
    match expression:
        case All(of):
            return "(" + " AND ".join(_sql(each, into) for each in of) + ")"
        case Either(of):
            return "(" + " OR ".join(_sql(each, into) for each in of) + ")"
        case Phrase(words, _, stem):
            vector, text = _SPELT if expression.spelt else _PLAIN
            found = _has(vector, tsquery(expression), into)
            indexed = [_lexeme(word, stem) for word in words if word.isalnum()]
            if len(words) == 1 or not indexed:
                return found
            # Side by side far behind, where the vector has the words but not their places.
            anywhere = _has(vector, " & ".join(indexed), into)
            goes_on = stem and is_stem(words[-1])
            phrase = into.keep(f" {' '.join(words)}{'' if goes_on else ' '}")
            return (
                f"({found} OR (octet_length(t.{text}) > {_LONG} AND {anywhere}"
                f" AND strpos(' ' || t.{text} || ' ', {phrase}) > 0))"
            )


def _has(vector: str, query: str, into: Clause) -> str:
    return f"t.{vector} @@ to_tsquery('simple', {into.keep(query)})"


def tsquery(expression: Expression) -> str:
    """The words of an expression as PostgreSQL ranks articles by them."""
    match expression:
        case All(of):
            return "(" + " & ".join(map(tsquery, of)) + ")"
        case Either(of):
            return "(" + " | ".join(map(tsquery, of)) + ")"
        case Phrase(words, _, stem):
            return "(" + " <-> ".join(_lexeme(word, stem) for word in words) + ")"


def _lexeme(word: str, stem: bool) -> str:
    return "'" + re.sub(r"[^\w.,]", "", word) + "'" + (":*" if stem and is_stem(word) else "")
