"""What buttons show of the library, and reading the callback data of every button.

:mod:`bot.render.chat_actions` has what buttons change for a chat, :mod:`bot.render.packing` the
form of the data.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Final, Self, TypeVar

from bot.render.chat_actions import (
    ChangeSchedule,
    FollowThing,
    FollowWords,
    Nothing,
    Pause,
    SetAlerts,
    SetLanguage,
    SetQuiet,
    SetZone,
    ShowDelivery,
    ShowFollowing,
    ShowHelp,
    ShowSchedules,
    Subscribe,
    SubscribeWeekly,
    Unfollow,
    Unsubscribe,
)
from bot.render.packing import LIMIT, Action, ActionTooLong, UnknownAction, check_language, whole
from summarizer.text.folding import fold

THINGS: Final = ("article", "conference", "speaker", "task")
"""Things that have a card of their own."""

LISTS: Final = (
    "conferences", "upcoming", "speakers", "latest", "visits", "upcoming-visits", "past-visits",
    "past-conferences",
)  # fmt: skip
"""Lists that need no word."""


CUT: Final = "…"
"""What words end with of which a button has only the beginning."""


@dataclass(frozen=True, slots=True)
class Open(Action):
    """Show a thing's card: which page of which section, in which language.

    ``section`` is a :class:`bot.briefings.cards.Section` or empty for the overview; an empty
    language is the chat's own.
    """

    code: ClassVar[str] = "o"
    thing: str
    id: int
    section: str = ""
    page: int = 1
    language: str = ""

    def check(self) -> None:
        check_language(self.language)
        if self.thing not in THINGS:
            raise ValueError(f"no such thing: {self.thing!r}")


@dataclass(frozen=True, slots=True)
class OpenList(Action):
    """Show a page of one of the lists that need no word."""

    code: ClassVar[str] = "l"
    name: str
    page: int = 1
    language: str = ""
    place: str = ""
    """Of visits: the key of the country or body that is visited, if only those to it are shown."""
    period: str = ""
    """Of conferences and visits: the time (:meth:`bot.briefings.periods.Period.pack`), if only
    those then are."""

    def check(self) -> None:
        check_language(self.language)
        if self.name not in LISTS:
            raise ValueError(f"no such list: {self.name!r}")
        if ":" in self.place or ":" in self.period:
            raise ValueError(f"no such place or period: {self.place!r}, {self.period!r}")


_Made = TypeVar("_Made", bound=Action)


class _Words(Action):
    """An action that ends in words of the reader, folded so that more of them fit."""

    __slots__ = ()

    @classmethod
    def of(cls, words: str, page: int = 1, language: str = "") -> Self | None:
        """The action for ``words``, or ``None`` where a button cannot hold them."""
        try:
            return cls(page, language, fold(words))  # type: ignore[call-arg]
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class ListTasks(_Words):
    """Show a page of the tasks, of a word or theme where there is one."""

    code: ClassVar[str] = "t"
    page: int = 1
    language: str = ""
    word: str = ""

    def check(self) -> None:
        check_language(self.language)

    @classmethod
    def titled(cls, words: str, page: int = 1, language: str = "") -> Self:
        """With as much of words as there is room for, which the title of the message has, too."""
        return _with_room(lambda kept: cls(page, language, kept), fold(words))


@dataclass(frozen=True, slots=True)
class ListConferences(_Words):
    """Show a page of the conferences that are held in a place."""

    code: ClassVar[str] = "i"
    page: int = 1
    language: str = ""
    place: str = ""

    def check(self) -> None:
        check_language(self.language)
        if not self.place:
            raise ValueError("no place")

    @classmethod
    def of(cls, place: str, page: int = 1, language: str = "") -> Self:
        """With as much of the place as there is room for: the title of the message has all."""
        return _with_room(lambda kept: cls(page, language, kept), fold(place))


@dataclass(frozen=True, slots=True)
class ListConferencesThen(Action):
    """Show a page of the conferences that are held in a place within a period
    (:meth:`bot.briefings.periods.Period.pack`).
    """

    code: ClassVar[str] = "I"
    page: int = 1
    language: str = ""
    period: str = ""
    place: str = ""

    def check(self) -> None:
        check_language(self.language)
        if not self.place or not self.period or ":" in self.period:
            raise ValueError("no place or no period")

    @classmethod
    def of(cls, place: str, period: str, page: int = 1, language: str = "") -> Self:
        """With as much of the place as there is room for; see :meth:`ListConferences.of`."""
        return _with_room(lambda kept: cls(page, language, period, kept), fold(place))


@dataclass(frozen=True, slots=True)
class Search(_Words):
    """Show a page of what a search found."""

    code: ClassVar[str] = "s"
    page: int
    language: str
    words: str

    def check(self) -> None:
        check_language(self.language)
        if not self.words:
            raise ValueError("a search without words")

    @classmethod
    def of(cls, words: str, page: int = 1, language: str = "") -> Self | None:
        """With the words as they were typed, whose marks count, where there is room for them; else
        folded, else only their beginning: the title of the message has all of them.
        """
        return _with_room(lambda kept: cls(page, language, kept), words)

    @classmethod
    def read(cls, parts: list[str]) -> Self:
        page, language, *words = parts if len(parts) > 2 else ["", "", ""]
        return cls(whole(page), language, ":".join(words))


@dataclass(frozen=True, slots=True)
class SearchThen(Action):
    """Show a page of what a search found within a period
    (:meth:`bot.briefings.periods.Period.pack`).
    """

    code: ClassVar[str] = "b"
    page: int
    language: str
    period: str
    words: str

    def check(self) -> None:
        check_language(self.language)
        if not self.words or not self.period or ":" in self.period:
            raise ValueError("a search without words or without a period")

    @classmethod
    def of(cls, words: str, period: str, page: int = 1, language: str = "") -> Self | None:
        """With as much of the words as there is room for; see :meth:`Search.of`."""
        return _with_room(lambda kept: cls(page, language, period, kept), words)

    @classmethod
    def read(cls, parts: list[str]) -> Self:
        page, language, period, *words = parts if len(parts) > 3 else ["", "", "", ""]
        return cls(whole(page), language, period, ":".join(words))


def _with_room(make: Callable[[str], _Made], words: str) -> _Made:
    """An action with the words as they are spelt, folded, or cut, whichever first has room. What
    no message can hold (half a character) is left out.
    """
    if words:
        words = words.encode(errors="ignore").decode() or CUT
    for spelt in (words, fold(words)):
        with suppress(ActionTooLong):
            return make(spelt)
    room = LIMIT - len(make(CUT).pack().encode())
    beginning = fold(words).encode()[:room].decode(errors="ignore")
    return make(beginning + CUT)


@dataclass(frozen=True, slots=True)
class Summarize(Action):
    """Show the summary of a thing of the library (article, conference, speaker or task)."""

    code: ClassVar[str] = "m"
    of: str
    id: int
    language: str = ""

    def check(self) -> None:
        check_language(self.language)
        if self.of not in THINGS:
            raise ValueError(f"no such thing: {self.of!r}")


SCOPES: Final = ("theme", "period")
"""What several articles are summed up by."""


@dataclass(frozen=True, slots=True)
class SummarizeScope(Action):
    """Show the summary of a theme, or of a period (:meth:`bot.briefings.periods.Period.pack`); that
    of a theme perhaps within a ``period``.
    """

    code: ClassVar[str] = "y"
    of: str
    scope: str
    page: int = 1
    language: str = ""
    period: str = ""

    def check(self) -> None:
        check_language(self.language)
        if self.of not in SCOPES:
            raise ValueError(f"no such scope: {self.of!r}")
        if not self.scope or ":" in self.scope:
            raise ValueError(f"no such scope: {self.scope!r}")
        if self.period and (self.of != "theme" or ":" in self.period):
            raise ValueError(f"no such period of a {self.of}: {self.period!r}")

    @property
    def subject(self) -> tuple[str, str, str]:
        """What is summed up, on whatever page and in whatever language."""
        return self.of, self.scope, self.period


@dataclass(frozen=True, slots=True)
class Reply(Action):
    """Do something again, in ``language``, with the reader's text that the bot's message answers.

    ``what`` is ``summary`` or ``translate``. The text itself is taken from the message replied to.
    """

    code: ClassVar[str] = "r"
    what: str
    language: str = ""

    def check(self) -> None:
        check_language(self.language)
        if self.what not in ("summary", "translate"):
            raise ValueError(f"cannot do {self.what!r}")


@dataclass(frozen=True, slots=True)
class ShowDigest(Action):
    """Show the digest on demand."""

    code: ClassVar[str] = "d"
    language: str = ""

    def check(self) -> None:
        check_language(self.language)


_KINDS: Final[tuple[type[Action], ...]] = (
    Open, OpenList, ListTasks, ListConferences, ListConferencesThen, Search, SearchThen,
    Summarize, SummarizeScope, Reply, ShowDigest, ShowDelivery, Subscribe, Unsubscribe,
    ShowSchedules, ChangeSchedule, SubscribeWeekly, SetZone, SetQuiet, Pause, FollowThing,
    FollowWords, Unfollow, SetAlerts, ShowFollowing, SetLanguage, ShowHelp, Nothing,
)  # fmt: skip
_BY_CODE: Final = {kind.code: kind for kind in _KINDS}


def unpack(data: str) -> Action:
    """The action that ``data`` was packed from.

    Raises:
        UnknownAction: if it is none of ours, or of a version that packed otherwise.
    """
    code, *parts = data.split(":")
    kind = _BY_CODE.get(code)
    if kind is None:
        raise UnknownAction(f"unknown button data: {data!r}")
    try:
        return kind.read(parts)
    except (ValueError, TypeError) as error:
        raise UnknownAction(f"unreadable button data: {data!r}: {error}") from None
