"""Cards as plain text for a terminal."""

from __future__ import annotations

import textwrap
from typing import Final

from bot.briefings.cards import Card
from bot.render import sheets
from bot.render.sheet import Kind, Paragraph, Sheet

WIDTH: Final = 96
"""Characters of a line."""
_INDENTS: Final = {Kind.ITEM: ("• ", "  "), Kind.UNDER: ("  ", "  ")}
_APART: Final = frozenset({Kind.HEADING, Kind.NOTE, Kind.APART})


def render(card: Card, language: str, view: sheets.View = sheets.View.CARD) -> str:
    """``card`` as text for a reader of ``vi``, ``en`` or ``both``."""
    return write(sheets.lay_out(card, language, view))


def write(sheet: Sheet) -> str:
    """Write a sheet down as text; web addresses follow what they belong to."""
    lines: list[str] = []
    previous: Kind | None = None
    for paragraph in sheet.paragraphs:
        after_head = previous in (Kind.TITLE, Kind.FACT) and paragraph.kind in (
            Kind.TEXT,
            Kind.ITEM,
        )
        if lines and (
            after_head
            or (
                paragraph.kind in _APART
                and not (paragraph.kind is Kind.NOTE and previous is Kind.NOTE)
            )
        ):
            lines.append("")
        lines += _lines(paragraph)
        previous = paragraph.kind
    return "\n".join(lines)


def _lines(paragraph: Paragraph) -> list[str]:
    first, rest = _INDENTS.get(paragraph.kind, ("", ""))
    text = "".join(f"{s.text} <{s.link}>" if s.link else s.text for s in paragraph.spans)
    if paragraph.kind is Kind.TITLE:
        text = text.upper()
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
