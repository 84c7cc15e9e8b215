"""Collections: one article in JSON a line, read as a stream.

A line has ``paragraphs`` (a list of texts) or ``text``, and any of title, lead, date, source, url,
captions, language, id. A broken line is refused by its number; the lines around it are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from seeds.article import Article
from seeds.decoding import decode, tidy
from seeds.limits import COLLECTION_LINES, DOCUMENT_BYTES, PARAGRAPHS
from seeds.metadata import Fields, one_line
from seeds.refusal import Refusal, RefusalKind, Unreadable


def read_lines(stream: BinaryIO, origin: str) -> Iterator[Article | Refusal]:
    """Read a .jsonl stream; holds one line at a time. Blank lines count but mean nothing."""
    found = False
    number = 0
    for number, line in enumerate(_bounded_lines(stream), start=1):
        here = f"{origin}:{number}"
        if number > COLLECTION_LINES:
            yield Refusal(
                here,
                f"more than {COLLECTION_LINES:,} lines: split the file; the lines before were read",
                RefusalKind.TOO_LARGE,
            )
            return
        if line is None:
            found = True
            yield Refusal(
                here,
                f"line longer than {DOCUMENT_BYTES // 2**20} MB: one article a line is expected",
                RefusalKind.TOO_LARGE,
            )
        elif line.strip():
            found = True
            try:
                yield read_line(line, here)
            except Unreadable as refused:
                yield Refusal(here, refused.reason, refused.kind)
    if not found:
        yield Refusal(origin, "is empty", RefusalKind.EMPTY)


def _bounded_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines; ``None`` for one that is too long, which is skipped without being held."""
    while line := stream.readline(DOCUMENT_BYTES + 1):
        if len(line) <= DOCUMENT_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(DOCUMENT_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


def read_line(line: bytes, origin: str) -> Article:
    """Read one article from a line of JSON.

    Raises:
        Unreadable: if it is no JSON object, or has no text.
    """
    text, notes = decode(line)
    try:
        # Line ends of Unicode inside a text are newlines by now, which strict JSON would refuse.
        values = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"is not JSON ({error.msg.removesuffix(' at')} at character {error.pos + 1})",
            RefusalKind.FORMAT,
        ) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable(
            "is not readable JSON (nested too deeply, or a number too long)", RefusalKind.FORMAT
        ) from error
    if not isinstance(values, dict):
        raise Unreadable(
            'is JSON, but no article: {"title": …, "paragraphs": [ … ]} is expected',
            RefusalKind.FORMAT,
        )
    fields = Fields(values, list(notes))
    body, known = _body_of(values)
    return Article(
        origin=origin,
        text=body,
        title=fields.text("title"),
        lead=fields.text("lead"),
        paragraphs_known=known,
        captions=fields.texts("captions"),
        published=fields.date("date"),
        source=fields.text("source"),
        url=fields.text("url"),
        language=fields.language("language"),
        source_id=fields.text("id"),
        notes=tuple(fields.notes),
    )


def _body_of(values: dict[str, object]) -> tuple[str, bool]:
    """The body and whether its paragraphs are known."""
    paragraphs = values.get("paragraphs")
    if paragraphs is not None:
        if not isinstance(paragraphs, list) or not all(isinstance(p, str) for p in paragraphs):
            raise Unreadable(
                f"paragraphs is {_kind_of(paragraphs)}, not a list of texts", RefusalKind.FORMAT
            )
        if len(paragraphs) > PARAGRAPHS:
            raise Unreadable(
                f"has {len(paragraphs):,} paragraphs, more than {PARAGRAPHS:,}: split it",
                RefusalKind.TOO_LARGE,
            )
        body = "\n\n".join(text for p in paragraphs if (text := one_line(p)))
        if body:
            return body, True
    whole = values.get("text", "")
    if not isinstance(whole, str | None):
        raise Unreadable(f"text is {_kind_of(whole)}, not a text", RefusalKind.FORMAT)
    body = tidy(whole or "").strip()
    if not body:
        raise Unreadable(
            "has no text: 'paragraphs' or 'text' must hold the article", RefusalKind.NO_TEXT
        )
    return body, False


def _kind_of(value: object) -> str:
    if isinstance(value, list):
        return "a list with something else in it"
    kinds = {str: "one text", dict: "an object", bool: "true or false"}
    return kinds.get(type(value), "a number")
