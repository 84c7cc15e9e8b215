"""Messages: what is sent to a chat, with its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from bot.render.packing import Action


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Message:
    """One message in Telegram's HTML with its rows of buttons."""

    html: str
    rows: tuple[tuple[Button, ...], ...] = ()

    @property
    def plain(self) -> str:
        """The text without any markup: what is sent where the HTML is refused."""
        reader = _Text()
        reader.feed(self.html)
        reader.close()
        return "".join(reader.parts)


class _Text(HTMLParser):
    """Collects the text between the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
