"""The protocol every translation engine keeps, and what it returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable


class Direction(StrEnum):
    """From which language into which."""

    VI_EN = "vi-en"
    EN_VI = "en-vi"

    @property
    def source(self) -> str:
        """Language code of the source, ``"vi"`` or ``"en"``."""
        return self.value[:2]

    @property
    def target(self) -> str:
        """Language code of the target."""
        return self.value[3:]

    @classmethod
    def to(cls, target: str) -> Direction:
        """The direction that ends in ``target`` (``"vi"`` or ``"en"``)."""
        return cls.VI_EN if target == "en" else cls.EN_VI


class FindingKind(StrEnum):
    """What a check found wrong with a translation."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    TERM = "term"
    LENGTH = "length"
    REPETITION = "repetition"
    UNTRANSLATED = "untranslated"
    INVENTED = "invented"
    OPPOSITE = "opposite"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: ``expected`` should stand in the translation and does not.

    Where something was made up (``INVENTED``, and figures and dates without a source), it is what
    stands there and should not. For an ``OPPOSITE`` and for
    what is ``LOST`` it is what the source says.
    """

    kind: FindingKind
    expected: str


@dataclass(frozen=True, slots=True)
class Translation:
    """One translated sentence. With findings it is shown as machine-uncertain."""

    text: str
    engine: str
    findings: tuple[Finding, ...] = ()


class TranslationError(Exception):
    """Root of this package's errors. Renders what was wrong, with what, and what to do."""

    def __init__(self, message: str, *, subject: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.message, self.subject, self.advice = message, subject, advice

    def __str__(self) -> str:
        text = f"{self.subject}: {self.message}" if self.subject else self.message
        return f"{text} ({self.advice})" if self.advice else text


class ModelUnavailable(TranslationError):
    """A model is missing, broken or half downloaded."""


class DirectionUnavailable(TranslationError):
    """The engine has no model for this direction."""


@runtime_checkable
class Engine(Protocol):
    """Turns sentences into sentences; knows nothing of terms, names or checks.

    Engines are safe to call from several threads.
    """

    @property
    def name(self) -> str:
        """Short name with version, kept with every translation: ``"compact-1"``, ``"hub:…"``."""
        ...

    @property
    def directions(self) -> frozenset[Direction]:
        """The directions for which a model is there."""
        ...

    def translate(self, sentences: Sequence[str], direction: Direction) -> list[str]:
        """Translate each sentence; the result has the same length and order.

        Raises:
            DirectionUnavailable: if there is no model for ``direction``.
            ModelUnavailable: if the model cannot be loaded.
        """
        ...
