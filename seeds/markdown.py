"""Markdown with YAML front matter: how people write articles down, the starter articles too.

Front matter: title, lead, date, source, url, language, starter (all optional), then the body in
CommonMark. Emphasis, links and HTML are reduced to their text, the alternative text of a picture
is a caption, and a first-level heading at the top is the title where the front matter has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.article import Article
from seeds.decoding import decode
from seeds.limits import FRONT_MATTER_BYTES
from seeds.metadata import Fields, one_line
from seeds.refusal import RefusalKind, Unreadable

if TYPE_CHECKING:
    from markdown_it.token import Token

_FENCES = ("---", "...")


def read_markdown(data: bytes, origin: str) -> Article:
    """Read a .md file.

    Raises:
        Unreadable: if it is no text, its front matter is broken, or it has no body.
    """
    text, notes = decode(data)
    front, body = _split_front_matter(text)
    fields = Fields(_parse_front_matter(front), list(notes))
    heading, paragraphs, captions = _parse_body(body)
    title = fields.text("title")
    if heading:
        if title is None:
            title = heading
        else:
            paragraphs.insert(0, heading)
    if not paragraphs:
        raise Unreadable("has no text below its front matter or title", RefusalKind.NO_TEXT)
    return Article(
        origin=origin,
        text="\n\n".join(paragraphs),
        title=title,
        lead=fields.text("lead"),
        paragraphs_known=True,
        captions=(*fields.texts("captions"), *captions),
        published=fields.date("date"),
        source=fields.text("source"),
        url=fields.text("url"),
        language=fields.language("language"),
        starter=(fields.text("starter") or "").lower() == "true",
        source_id=fields.text("id"),
        notes=tuple(fields.notes),
    )


def _split_front_matter(text: str) -> tuple[str, str]:
    text = text.lstrip("\n")
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return "", text
    size = 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in _FENCES:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
        size += len(line)
        if size > FRONT_MATTER_BYTES:
            break
    # A rule at the very top, and no second one: the whole is body.
    return "", "\n".join(lines[1:])


def _parse_front_matter(front: str) -> dict[str, object]:
    """The fields of the front matter, every scalar as the text that was written.

    Written so, a date that the calendar does not have, or a title ``2021``, arrives as it stands
    instead of failing or changing its type in the YAML reader.
    """
    if not front.strip():
        return {}
    import yaml

    try:
        fields = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only texts, lists and mappings
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", line {mark.line + 2}" if mark else ""
        raise Unreadable(
            f"front matter is not YAML{line} ({one_line(str(error.problem))}): "
            "put texts with a colon or a quotation mark in quotes",
            RefusalKind.FORMAT,
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Unreadable(
            f"front matter is not YAML ({one_line(str(error))[:80]})", RefusalKind.FORMAT
        ) from error
    if not isinstance(fields, dict):
        raise Unreadable(
            "front matter is not a list of fields: write one 'name: value' a line",
            RefusalKind.FORMAT,
        )
    return {str(name).lower(): value for name, value in fields.items()}


def _parse_body(body: str) -> tuple[str, list[str], list[str]]:
    """The heading at the top (or ``""``), the paragraphs, and the captions of pictures."""
    from markdown_it import MarkdownIt

    # Indented text in a saved article is an indented paragraph, not program code.
    parser = MarkdownIt("commonmark").disable("code")
    heading = ""
    paragraphs: list[str] = []
    captions: list[str] = []
    before = ""
    number = ""
    for token in parser.parse(body):
        if token.type == "list_item_open":
            # The number of an item is text ("1. …"); a bullet is not.
            number = f"{token.info}. " if token.info else ""
        elif token.type in ("inline", "fence"):
            inline = token.children or [] if token.type == "inline" else []
            text = _plain(inline, captions) if inline else one_line(token.content)
            if text and before == "h1" and not heading and not paragraphs:
                heading = text
            elif text:
                paragraphs.append(number + text)
            number = ""
        before = token.tag if token.type == "heading_open" else ""
    return heading, paragraphs, captions


def _plain(tokens: list[Token], captions: list[str]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            if caption := one_line(token.content):
                captions.append(caption)
        elif token.type != "html_inline":
            parts.append(token.content)
    return one_line("".join(parts))
