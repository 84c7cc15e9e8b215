"""What buttons do for a chat: its digests, what it follows, its language and days of rest."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Final, Self

from bot.render.packing import Action, ActionTooLong, check_language
from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class ShowDelivery(Action):
    """Show a delivery again of which it is in doubt whether it arrived."""

    code: ClassVar[str] = "v"
    id: int


@dataclass(frozen=True, slots=True)
class Subscribe(Action):
    """Subscribe at a wall-clock time ``HHMM`` (four digits), in the chat's zone.

    ``weekdays`` is the bit mask of :class:`bot.store.models.Schedule`; 127 is every day.
    """

    code: ClassVar[str] = "u"
    time: str
    weekdays: int = 0b1111111

    def check(self) -> None:
        right = len(self.time) == 4 and self.time.isascii() and self.time.isdigit()
        if not right or self.time[:2] > "23" or self.time[2:] > "59":
            raise ValueError(f"not a time: {self.time!r}")
        if not 0 < self.weekdays <= 0b1111111:
            raise ValueError(f"no such weekdays: {self.weekdays}")


@dataclass(frozen=True, slots=True)
class Unsubscribe(Action):
    """End one schedule of the chat, or all of them (``schedule`` 0)."""

    code: ClassVar[str] = "n"
    schedule: int = 0


SCHEDULE_CHANGES: Final = ("times", "time", "days", "empty", "zone")
"""What a button may change about a schedule; ``times`` and ``zone`` show what to choose from."""


@dataclass(frozen=True, slots=True)
class ShowSchedules(Action):
    """Show the digests of the chat with the buttons to change them; of one where ``id`` says."""

    code: ClassVar[str] = "p"
    id: int = 0


@dataclass(frozen=True, slots=True)
class ChangeSchedule(Action):
    """Change one schedule: its time (``HHMM``), weekdays (bit mask), zone, or when it is empty."""

    code: ClassVar[str] = "c"
    id: int
    what: str
    value: str = ""

    def check(self) -> None:
        if self.what not in SCHEDULE_CHANGES:
            raise ValueError(f"no such change: {self.what!r}")


@dataclass(frozen=True, slots=True)
class SubscribeWeekly(Action):
    """Subscribe to the review of the week, on Mondays in the chat's zone."""

    code: ClassVar[str] = "w"


@dataclass(frozen=True, slots=True)
class SetZone(Action):
    """Set the chat's zone; without one, show some to choose from."""

    code: ClassVar[str] = "z"
    zone: str = ""


@dataclass(frozen=True, slots=True)
class SetQuiet(Action):
    """Turn a weekday (0 is Monday) quiet or not."""

    code: ClassVar[str] = "q"
    weekday: int

    def check(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"no such weekday: {self.weekday}")


@dataclass(frozen=True, slots=True)
class Pause(Action):
    """Send nothing unasked for so many days; 0 ends a pause."""

    code: ClassVar[str] = "x"
    days: int


FOLLOWED: Final = ("speaker", "conference", "task")
"""Things that a button follows: by ``task`` the theme of the task is meant."""


@dataclass(frozen=True, slots=True)
class FollowThing(Action):
    """Follow a speaker or conference, or the theme of a task."""

    code: ClassVar[str] = "f"
    thing: str
    id: int

    def check(self) -> None:
        if self.thing not in FOLLOWED:
            raise ValueError(f"cannot be followed: {self.thing!r}")


@dataclass(frozen=True, slots=True)
class Unfollow(Action):
    """End one follow of the chat, or turn its alerts on or off (``alerts`` 1)."""

    code: ClassVar[str] = "e"
    id: int
    alerts: int = 0


@dataclass(frozen=True, slots=True)
class FollowWords(Action):
    """Follow words wherever they stand."""

    code: ClassVar[str] = "j"
    words: str

    @classmethod
    def of(cls, words: str) -> Self | None:
        """The action for ``words``, or ``None`` where a button cannot hold them."""
        for spelt in (" ".join(words.split()), fold(words)):
            with suppress(ActionTooLong):
                return cls(spelt)
        return None


@dataclass(frozen=True, slots=True)
class SetAlerts(Action):
    """Set how many alerts the chat gets on one day."""

    code: ClassVar[str] = "a"
    number: int


@dataclass(frozen=True, slots=True)
class ShowFollowing(Action):
    """Show what the chat follows."""

    code: ClassVar[str] = "k"


@dataclass(frozen=True, slots=True)
class SetLanguage(Action):
    """Set the chat's language."""

    code: ClassVar[str] = "g"
    language: str

    def check(self) -> None:
        if not self.language:
            raise ValueError("no language")
        check_language(self.language)


@dataclass(frozen=True, slots=True)
class ShowHelp(Action):
    """Show the help."""

    code: ClassVar[str] = "h"


@dataclass(frozen=True, slots=True)
class Nothing(Action):
    """A button that only says something, such as the page number."""

    code: ClassVar[str] = "-"
