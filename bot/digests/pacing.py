"""The limits of a token, before every request that the library makes with it.

Every call of the Bot API passes here: answers, edits, answers to buttons, digests. What is shown
in a chat (messages, edits, files) counts for the chat and the token; an answer to a button and
"typing …" count for the token only; what asks or sets something (``getMe``, ``setMyCommands``)
does not count. A sender that has waited by itself passes :data:`PAID`.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, Final

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.digests.limits import Limits, Stalled

PAID: Final = "paid"
"""``rate_limit_args`` of a message for which its sender has waited already."""
LONGEST: Final = 60.0
"""Seconds an answer waits for the end of a stall; then it is given up with an error."""
_SHOWN: Final = ("send", "edit", "forward", "copy", "stop")
_FOR_TOKEN: Final = frozenset({"sendChatAction", "answerCallbackQuery", "answerInlineQuery"})


def seconds_of(error: RetryAfter) -> float:
    """The pause that a 429 asks for."""
    pause = error.retry_after
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)


class Pacing(BaseRateLimiter[str]):
    """Puts the library's requests through :class:`bot.digests.limits.Limits`."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,
    ) -> Any:
        """Wait, make the request, and learn from Telegram's answer.

        Raises:
            RetryAfter: also before anything was sent, while Telegram's pause lasts for long.
        """
        shown = endpoint.startswith(_SHOWN) and endpoint not in _FOR_TOKEN
        if not shown and endpoint not in _FOR_TOKEN:
            return await callback(*args, **kwargs)
        number = data.get("chat_id")
        chat = number if shown and isinstance(number, int) else None
        if rate_limit_args != PAID:
            try:
                await self._limits.wait(chat, answer=True, longest=LONGEST)
            except Stalled as error:
                raise RetryAfter(timedelta(seconds=error.seconds)) from None
        try:
            result = await callback(*args, **kwargs)
        except RetryAfter as error:
            # A pause for what counts for the token only says nothing about the chats.
            if chat is not None:
                self._limits.refused(chat, seconds_of(error))
            raise
        self._limits.accepted()
        return result
