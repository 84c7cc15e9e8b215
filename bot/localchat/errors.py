"""What goes wrong, in Telegram's words."""

from __future__ import annotations


class ApiError(Exception):
    """An answer that says no: Telegram's code and description."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


class LocalChatError(Exception):
    """The local chat cannot be opened or used; the text says why and what to do."""


def bad_request(reason: str) -> ApiError:
    """A 400 with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {reason}")
