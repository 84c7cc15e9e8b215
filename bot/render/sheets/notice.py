"""The bot's own texts: help, errors, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.render.sheet import Kind, Sheet, Span, Style
from bot.texts import translator

_MARKED: Final = re.compile(r"\*(?P<bold>[^*\n]+)\*|`(?P<code>[^`\n]+)`|\{(?P<name>\w+)\}")


def notice(text: str, language: str, values: Mapping[str, object]) -> Sheet:
    """Lay out one of the bot's texts, with ``*bold*`` and ```to type``` set, values filled in.

    Marks count in the text itself only: a value is shown as it is. For readers of both languages
    the English stands below the Vietnamese.
    """
    sheet = Sheet()
    said: list[str] = []
    for each in translator(language).each:
        translated = each(text)
        if translated in said:
            continue
        kind = Kind.APART if said else Kind.TEXT
        said.append(translated)
        for line in translated.split("\n"):
            spans = _spans(line, values)
            sheet.add(kind, *spans)
            kind = Kind.TEXT if spans else Kind.APART
    return sheet


def _spans(line: str, values: Mapping[str, object], style: Style = Style.PLAIN) -> list[Span]:
    spans: list[Span] = []
    end = 0
    for match in _MARKED.finditer(line):
        spans.append(Span(line[end : match.start()], style))
        end = match.end()
        if match["name"]:
            value = values.get(match["name"], match[0])
            spans.append(Span(str(value), style))
        else:
            inner = match["bold"] or match["code"]
            spans.extend(_spans(inner, values, Style.BOLD if match["bold"] else Style.CODE))
    spans.append(Span(line[end:], style))
    return [span for span in spans if span.text]
