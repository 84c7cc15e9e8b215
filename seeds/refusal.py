"""The refusal: what a reader yields in place of an article that it could not read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RefusalKind(StrEnum):
    """What was wrong, for programs: counting, and wording it in another language."""

    BINARY = "binary"
    EMPTY = "empty"
    FORMAT = "format"
    """The markup or notation is broken: not JSON, not YAML, a field of the wrong type."""
    MISSING = "missing"
    NAME = "name"
    NO_TEXT = "no_text"
    """Well-formed, but there is no article text in it."""
    TOO_LARGE = "too_large"
    UNKNOWN_ENDING = "unknown_ending"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not read.

    Attributes:
        origin: file, with the line where there are lines: ``"news.jsonl:17"``. Always printable.
        reason: one line for people: what was wrong, and what to do about it.
        kind: the same for programs.
    """

    origin: str
    reason: str
    kind: RefusalKind

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}"


class Unreadable(Exception):
    """Raised by the reader of one format; becomes a :class:`Refusal` where the origin is known."""

    def __init__(self, reason: str, kind: RefusalKind) -> None:
        super().__init__(reason)
        self.reason, self.kind = reason, kind
