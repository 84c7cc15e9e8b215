"""Dates as articles state them: in part, without a year, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How much of a date is known for certain as a point in time."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    """The text has all the known parts together."""
    INFERRED = "inferred"
    """The year (or month) was found elsewhere in the same article."""
    OTHER_ARTICLE = "other_article"
    """A part was completed from another article on the same event."""
    UNKNOWN = "unknown"


_ISO = re.compile(r"(?:(?P<y>\d{4})|-)(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which any part may be unknown; a day implies a month.

    Written like ISO 8601 with a dash for an unknown year: ``2021-12-14``, ``2021-12``, ``2021``,
    ``--12-14``, ``--12``; the wholly unknown date is ``""``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    basis: Basis = Basis.UNKNOWN

    @property
    def precision(self) -> Precision:
        """The precision with which the date is a point in time; without a year there is none."""
        if self.year is None:
            return Precision.NONE
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def known(self) -> bool:
        """Whether any part is known."""
        return self.year is not None or self.month is not None

    def __str__(self) -> str:
        if not self.known:
            return ""
        parts = [f"{self.year:04d}" if self.year is not None else "-"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str, basis: Basis = Basis.STATED) -> PartialDate:
        """Read what :meth:`__str__` writes; a time after a full date is ignored.

        Raises:
            ValueError: if ``text`` is no partial date.
        """
        if not text:
            return UNKNOWN_DATE
        match = _ISO.match(text)
        if not match or (match["y"] is None and match["m"] is None):
            raise ValueError(f"not a date: {text!r}")
        rest = text[match.end() :]
        if rest and not (match["d"] and rest[0] in "T "):
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (int(v) if v else None for v in match.group("y", "m", "d"))
        return cls(year, month, day, basis)

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether no part that both know differs."""
        return all(
            a is None or b is None or a == b
            for a, b in (
                (self.year, other.year),
                (self.month, other.month),
                (self.day, other.day),
            )
        )


UNKNOWN_DATE = PartialDate()
"""The date of which nothing is known."""
