"""How actions are packed: the root of all that buttons do.

An action is packed as ``code:field:field…``; fields at their defaults at the end are left out, so
that a field added later does not make the buttons of older messages unreadable. Telegram allows
64 bytes; an action that would be longer cannot be made.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import ClassVar, Final, Self

LIMIT: Final = 64
"""Bytes of callback data that Telegram allows."""


LANGUAGES: Final = ("", "vi", "en", "both")
"""Languages an action may ask for; empty: the chat's own."""


class UnknownAction(Exception):
    """Button data that this version does not know: from an older version, or not ours."""


class ActionTooLong(ValueError):
    """An action does not fit into a button; the text names it and its size in bytes."""


@dataclass(frozen=True, slots=True)
class Action:
    """Root of all actions. Subclasses state their ``code`` and have fields of str and int.

    A text field that may hold a colon has to be the last one.
    """

    code: ClassVar[str] = ""

    def __post_init__(self) -> None:
        self.check()
        size = len(self.pack().encode())
        if size > LIMIT:
            raise ActionTooLong(f"{self!r}: {size} bytes of callback data, at most {LIMIT}")

    def check(self) -> None:
        """Refuse values that make no sense.

        Raises:
            ValueError: naming the field.
        """

    def pack(self) -> str:
        """The callback data."""
        parts = [self.code]
        kept = 1
        for field in fields(self):
            value = getattr(self, field.name)
            default = value == field.default
            parts.append("" if default else str(value))
            kept = kept if default else len(parts)
        return ":".join(parts[:kept])

    @classmethod
    def read(cls, parts: list[str]) -> Self:
        """The action of the fields that stand behind the code.

        Raises:
            ValueError: if they are none of this action.
            TypeError: the same.
        """
        own = fields(cls)
        if len(parts) > len(own):
            if not own or own[-1].type != "str":
                raise ValueError("too many fields")
            parts = [*parts[: len(own) - 1], ":".join(parts[len(own) - 1 :])]
        values: dict[str, str | int] = {}
        for field, part in zip(own, parts, strict=False):
            if part:
                values[field.name] = whole(part) if field.type == "int" else part
        missing = [f.name for f in own if f.default is MISSING and f.name not in values]
        if missing:
            raise ValueError(f"without {', '.join(missing)}")
        return cls(**values)


def whole(text: str) -> int:
    """A number of callback data: plain digits and nothing else."""
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"not a number: {text!r}")
    return int(text)


def check_language(language: str) -> None:
    """Refuse a language that no action may ask for.

    Raises:
        ValueError: naming it.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}")
