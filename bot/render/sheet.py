"""The sheet: a card laid out for a reader, before any format's markup.

The modules in :mod:`bot.render.sheets` lay cards out as sheets; each format (Telegram HTML, plain
text, Markdown) writes a sheet down in its own way. A sheet holds plain text only: nothing in it
is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.render.messages import Button


class Style(StrEnum):
    """How a span is set."""

    PLAIN = ""
    BOLD = "b"
    ITALIC = "i"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style, linked where ``link`` is a web address."""

    text: str
    style: Style = Style.PLAIN
    link: str | None = None


class Kind(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    FACT = "fact"
    """A line of plain facts under the title: date, place."""
    HEADING = "heading"
    TEXT = "text"
    APART = "apart"
    """A text with a blank line before it."""
    ITEM = "item"
    UNDER = "under"
    """Belongs to the item above it: a translation, who said it."""
    NOTE = "note"
    """A footnote to the whole sheet."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of spans."""

    spans: tuple[Span, ...]
    kind: Kind = Kind.TEXT

    @property
    def text(self) -> str:
        """The text of all spans."""
        return "".join(span.text for span in self.spans)


@dataclass(slots=True)
class Sheet:
    """Paragraphs and rows of buttons, in the making."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    rows: list[tuple[Button, ...]] = field(default_factory=list)

    def add(self, kind: Kind, *spans: Span | str) -> None:
        """Add a paragraph; empty spans are dropped, a paragraph without text is not added."""
        made: list[Span] = []
        for each in spans:
            span = Span(each) if isinstance(each, str) else each
            if made and (made[-1].style, made[-1].link) == (span.style, span.link):
                made[-1] = Span(made[-1].text + span.text, span.style, span.link)
            elif span.text:
                made.append(span)
        if any(span.text.strip() for span in made):
            self.paragraphs.append(Paragraph(tuple(made), kind))

    def row(self, *buttons: Button | None) -> None:
        """Add a row of buttons; ``None`` stands for a button that is not needed."""
        if there := tuple(button for button in buttons if button is not None):
            self.rows.append(there)

    def grid(self, buttons: Iterable[Button], width: int) -> None:
        """Add buttons in rows of ``width``."""
        row: list[Button] = []
        for button in buttons:
            row.append(button)
            if len(row) == width:
                self.row(*row)
                row = []
        self.row(*row)


def bold(text: str) -> Span:
    """``text`` in bold."""
    return Span(text, Style.BOLD)


def italic(text: str) -> Span:
    """``text`` in italics."""
    return Span(text, Style.ITALIC)


def code(text: str) -> Span:
    """``text`` as something to type."""
    return Span(text, Style.CODE)
