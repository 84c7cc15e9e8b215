"""Answers as a terminal shows them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bot.localchat.entities import segments
from bot.localchat.records import Answer

STYLES = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strike",
    "code": "cyan",
    "pre": "cyan",
    "bot_command": "cyan",
    "blockquote": "dim",
    "expandable_blockquote": "dim",
}
MARKS = {"notice": "» ", "document": "📄 "}


def heading(answer: Answer) -> str:
    """What stands before a text that is no plain message."""
    if answer.document is not None:
        return f"{MARKS['document']}{answer.document}\n"
    return MARKS.get(answer.kind, "")


def plain(answer: Answer) -> str:
    """The text with the addresses of its links, without any styling."""
    parts = [heading(answer)]
    for segment in segments(answer.text, list(answer.entities)):
        parts.append(segment.text)
        if segment.url and segment.url.rstrip("/") != segment.text.rstrip("/"):
            parts.append(f" <{segment.url}>")
    return "".join(parts)


def styled(answer: Answer) -> Text:
    """The text with light styling."""
    text = Text(heading(answer))
    for segment in segments(answer.text, list(answer.entities)):
        styles = [STYLES[kind] for kind in sorted(segment.types) if kind in STYLES]
        if segment.url:
            styles.append(f"underline link {segment.url}")
        text.append(segment.text, " ".join(styles))
    return text


def labels(answer: Answer) -> Iterator[tuple[str, str | None, str | None]]:
    """Label, callback data and address of each button, row by row."""
    for row in answer.buttons:
        for button in row:
            yield button["text"], button.get("callback_data"), button.get("url")


def numbered(answer: Answer, first: int = 1) -> list[str]:
    """A line for each row of buttons, ``[1] English   [2] Sources``, numbered from ``first``."""
    lines = []
    for row in answer.buttons:
        cells = []
        for button in row:
            address = f" <{button['url']}>" if "url" in button else ""
            cells.append(f"[{first}] {button['text']}{address}")
            first += 1
        lines.append("   ".join(cells))
    return lines
