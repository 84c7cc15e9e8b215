"""Faults that can be ordered from the local server, to try how the application takes them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

RETRY_AFTER = 1


@dataclass(slots=True)
class Fault:
    """What goes wrong with the calls of one method.

    Attributes:
        method: the Bot API method, ``"*"`` for all but ``getUpdates``.
        kind: ``refuse`` (answer with an error, nothing is done), ``drop`` (the call is carried
            out, then the connection is closed without an answer), ``cut`` (the connection is
            closed before anything is done), ``delay`` (the call waits, then goes on as usual),
            ``hold`` (the call is carried out at once, its answer waits).
        times: how many calls it meets, ``None`` for all.
        chat: only calls for this chat, ``None`` for every chat.
        share: the part of the matching calls it meets, from 0 to 1.
        seconds: how long the call waits first, or for ``hold`` its answer at last.
    """

    method: str
    kind: str
    times: int | None = 1
    chat: int | None = None
    share: float = 1.0
    code: int = 0
    description: str = ""
    parameters: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0


class Faults:
    """The faults in force, in the order they were ordered; the first that matches is met."""

    def __init__(self, seed: int = 0) -> None:
        self._faults: list[Fault] = []
        self._random = random.Random(seed)  # noqa: S311 - a reproducible draw, nothing secret

    def add(self, fault: Fault) -> Fault:
        """Order a fault; it can be changed or removed while in force."""
        self._faults.append(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        """Take a fault back."""
        self._faults.remove(fault)

    def clear(self) -> None:
        """Take all faults back."""
        self._faults.clear()

    def drop(
        self, method: str, *, times: int | None = 1, chat: int | None = None, share: float = 1.0
    ) -> Fault:
        """Carry the call out and lose the answer."""
        return self.add(Fault(method, "drop", times, chat, share))

    def cut(
        self, method: str, *, times: int | None = 1, chat: int | None = None, share: float = 1.0
    ) -> Fault:
        """Close the connection before anything is done."""
        return self.add(Fault(method, "cut", times, chat, share))

    def too_many(
        self,
        method: str = "sendMessage",
        *,
        retry_after: int = RETRY_AFTER,
        times: int | None = 1,
        chat: int | None = None,
        share: float = 1.0,
    ) -> Fault:
        """429 with ``retry_after`` seconds."""
        return self.add(
            Fault(
                method,
                "refuse",
                times,
                chat,
                share,
                429,
                f"Too Many Requests: retry after {retry_after}",
                {"retry_after": retry_after},
            )
        )

    def block(self, chat: int, *, times: int | None = None) -> Fault:
        """403: the reader blocked the bot."""
        return self.add(
            Fault("*", "refuse", times, chat, 1.0, 403, "Forbidden: bot was blocked by the user")
        )

    def migrate(self, chat: int, to: int, *, times: int | None = None) -> Fault:
        """400: the group has become a supergroup of another number."""
        text = "Bad Request: group chat was upgraded to a supergroup chat"
        return self.add(
            Fault("*", "refuse", times, chat, 1.0, 400, text, {"migrate_to_chat_id": to})
        )

    def fail(
        self,
        method: str = "*",
        *,
        code: int = 500,
        description: str = "Internal Server Error",
        times: int | None = 1,
        chat: int | None = None,
        share: float = 1.0,
    ) -> Fault:
        """Answer with ``code`` and do nothing."""
        return self.add(Fault(method, "refuse", times, chat, share, code, description))

    def delay(
        self, method: str, seconds: float, *, times: int | None = 1, chat: int | None = None
    ) -> Fault:
        """Hold the answer back, then answer as usual."""
        return self.add(Fault(method, "delay", times, chat, seconds=seconds))

    def hold(
        self, method: str, seconds: float, *, times: int | None = 1, chat: int | None = None
    ) -> Fault:
        """Carry the call out, and hold its answer back."""
        return self.add(Fault(method, "hold", times, chat, seconds=seconds))

    def meet(self, method: str, chat: int | None) -> Fault | None:
        """The fault that this call meets, counted as met."""
        for fault in self._faults:
            named = fault.method == method or (fault.method == "*" and method != "getUpdates")
            if not named or (fault.chat is not None and fault.chat != chat):
                continue
            if fault.share < 1 and self._random.random() >= fault.share:
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
            return fault
        return None
