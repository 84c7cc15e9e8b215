"""Cards as Markdown (CommonMark)."""

from __future__ import annotations

import re
from typing import Final

from bot.briefings.cards import Card
from bot.render import sheets
from bot.render.sheet import Kind, Paragraph, Sheet, Span, Style

_MARKS: Final = re.compile(r"([\\`*_\[\]<>&#~|])")
_BLOCK_START: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_AROUND: Final = {Style.BOLD: "**", Style.ITALIC: "*", Style.PLAIN: "", Style.CODE: ""}
_HEADS: Final = {Kind.TITLE: "# ", Kind.HEADING: "## ", Kind.ITEM: "- "}


def render(card: Card, language: str, view: sheets.View = sheets.View.CARD) -> str:
    """``card`` as Markdown for a reader of ``vi``, ``en`` or ``both``."""
    return write(sheets.lay_out(card, language, view))


def write(sheet: Sheet) -> str:
    """Write a sheet down as Markdown."""
    parts: list[str] = []
    previous: Kind | None = None
    for paragraph in sheet.paragraphs:
        kind = paragraph.kind
        text = _text(paragraph)
        if kind is Kind.UNDER and previous in (Kind.ITEM, Kind.UNDER):
            parts.append(f"\\\n  {text}")
        elif kind is Kind.ITEM and previous in (Kind.ITEM, Kind.UNDER):
            parts.append(f"\n- {text}")
        else:
            gap = "\n\n" if parts else ""
            parts.append(f"{gap}{_HEADS.get(kind, '')}{text}")
        previous = kind if kind is not Kind.UNDER or previous is Kind.ITEM else previous
    return "".join(parts) + "\n"


def escape(text: str) -> str:
    """``text`` in one line, with what Markdown would take for marks escaped."""
    return _MARKS.sub(r"\\\1", " ".join(text.split("\n")))


def _text(paragraph: Paragraph) -> str:
    plain_head = paragraph.kind in (Kind.TITLE, Kind.HEADING)
    text = "".join(_span(span, bare=plain_head) for span in paragraph.spans)
    if paragraph.kind is Kind.NOTE:
        return f"> {text}"
    return text if plain_head else _BLOCK_START.sub(r"\1\\\2", text)


def _span(span: Span, *, bare: bool) -> str:
    around = "" if bare else _AROUND[span.style]
    if span.style is Style.CODE:
        return "`` " + span.text.replace("`", "'") + " ``"
    inner = span.text.strip()
    if not inner:
        return span.text
    left = span.text[: len(span.text) - len(span.text.lstrip())]
    right = span.text[len(span.text.rstrip()) :]
    text = f"{around}{escape(inner)}{around}"
    if span.link and span.link.startswith(("http://", "https://")):
        address = re.sub(r"[\s<>]", "", span.link)
        text = f"[{text}](<{address}>)"
    return f"{left}{text}{right}"
