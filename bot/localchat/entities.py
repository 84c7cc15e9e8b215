"""Texts with entities, the way Telegram keeps them: offsets and lengths in UTF-16 code units.

``parse_html`` follows the published behaviour of ``parse_mode=HTML`` (tags, nesting, character
references, error texts with byte offsets), so that a mistake which Telegram would refuse is
refused here with the same words. ``detect`` finds what Telegram marks by itself in every text:
commands, mentions and addresses.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Entity = dict[str, Any]

MAX_ENTITIES = 100
"""Telegram drops what goes beyond."""

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}

REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));?")
ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.\-]+))?""")

COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")
MENTION = re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")
ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]}…']", re.IGNORECASE)


class MarkupError(ValueError):
    """The markup is wrong; the text says what and at which byte, as Telegram does."""


def width(text: str) -> int:
    """Length of ``text`` in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


@dataclass(slots=True)
class _Open:
    """A tag that was opened: its name, its argument, and where its content begins."""

    tag: str
    argument: str
    offset: int
    position: int


def _attributes(source: str, start: int, at_byte: int, tag: str) -> tuple[dict[str, str], int]:
    """Read the attributes of a tag up to its ``>``; returns them and the position after it."""
    attributes: dict[str, str] = {}
    position = start
    while True:
        while position < len(source) and source[position].isspace():
            position += 1
        if position >= len(source):
            raise MarkupError(f"Unclosed start tag at byte offset {at_byte}")
        if source[position] == ">":
            return attributes, position + 1
        match = ATTRIBUTE.match(source, position)
        if match is None:
            raise MarkupError(
                f'Empty attribute name in the tag "{tag}" at byte offset {at_byte}',
            )
        value = match[2] or ""
        if value[:1] in {'"', "'"}:
            value = value[1:-1]
        attributes[match[1].lower()] = html.unescape(value)
        position = match.end()
        if source[position : position + 1] in {"=", '"', "'"}:
            raise MarkupError(f"Unclosed start tag at byte offset {at_byte}")


def _argument(tag: str, attributes: dict[str, str], at_byte: int) -> str:
    """What of a tag's attributes counts."""
    if tag == "a":
        return attributes.get("href", "")
    if tag == "code":
        return attributes.get("class", "").removeprefix("language-")
    if tag == "tg-emoji":
        return attributes.get("emoji-id", "")
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {at_byte}')
    if tag == "blockquote" and "expandable" in attributes:
        return "expandable"
    return ""


def _entity(opened: _Open, end: int, content: str) -> Entity | None:
    """The entity that a closed tag makes, if any."""
    length = end - opened.offset
    if length <= 0:
        return None
    entity: Entity = {"type": STYLES[opened.tag], "offset": opened.offset, "length": length}
    if opened.tag == "a":
        url = opened.argument or content
        if not re.match(r"(?:https?|tg|mailto|tel)://?|mailto:|tel:", url, re.IGNORECASE):
            if not re.fullmatch(r"[\w\-]+(?:\.[\w\-]+)+(?:[/?#]\S*)?", url):
                return None
            url = "http://" + url
        entity["url"] = url
    elif opened.tag == "code" and opened.argument:
        entity["language"] = opened.argument
    elif opened.tag == "tg-emoji":
        entity["custom_emoji_id"] = opened.argument
    elif opened.tag == "blockquote" and opened.argument:
        entity["type"] = "expandable_blockquote"
    return entity


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Turn Telegram's HTML into the text and its entities.

    Raises:
        MarkupError: with the text that Telegram answers after ``can't parse entities:``.
    """
    parts: list[str] = []
    stack: list[_Open] = []
    entities: list[Entity] = []
    offset = position = 0

    def byte(at: int) -> int:
        return len(source[:at].encode("utf-8", "surrogatepass"))

    def put(text: str) -> None:
        nonlocal offset
        parts.append(text)
        offset += width(text)

    while position < len(source):
        char = source[position]
        if char == "&":
            match = REFERENCE.match(source, position)
            decoded = html.unescape(match[0].rstrip(";") + ";") if match else ""
            if match and decoded and decoded != "\ufffd":
                put(decoded)
                position = match.end()
            else:
                put(char)
                position += 1
        elif char != "<":
            end = position
            while end < len(source) and source[end] not in "&<":
                end += 1
            put(source[position:end])
            position = end
        elif source.startswith("</", position):
            position = _close(source, position, stack, entities, parts, offset, byte(position))
        else:
            name = re.compile(r"[^\s>]*").match(source, position + 1)
            tag = name[0].lower() if name else ""
            after = position + 1 + len(tag)
            if after >= len(source):
                raise MarkupError(f"Unclosed start tag at byte offset {byte(position)}")
            if tag not in STYLES:
                raise MarkupError(
                    f'Unsupported start tag "{tag}" at byte offset {byte(position)}',
                )
            at_byte = byte(position)
            attributes, position = _attributes(source, after, at_byte, tag)
            stack.append(_Open(tag, _argument(tag, attributes, at_byte), offset, len(parts)))
    if stack:
        raise MarkupError(f'Can\'t find end tag corresponding to start tag "{stack[-1].tag}"')
    return trim("".join(parts), _merge_code(entities))


def _close(
    source: str,
    position: int,
    stack: list[_Open],
    entities: list[Entity],
    parts: list[str],
    offset: int,
    at_byte: int,
) -> int:
    """Close the innermost tag; returns the position after the end tag."""
    if not stack:
        raise MarkupError(f"Unexpected end tag at byte offset {at_byte}")
    match = re.compile(r"</([^\s>]*)\s*(>?)").match(source, position)
    if match is None or not match[2]:
        raise MarkupError(f"Unclosed end tag at byte offset {at_byte}")
    opened, found = stack[-1], match[1].lower()
    if found and found != opened.tag:
        raise MarkupError(
            f'Unmatched end tag at byte offset {at_byte}, expected "</{opened.tag}>", '
            f'found "</{found}>"',
        )
    stack.pop()
    entity = _entity(opened, offset, "".join(parts[opened.position :]))
    if entity:
        entities.append(entity)
    return match.end()


def _merge_code(entities: list[Entity]) -> list[Entity]:
    """``<pre><code class="language-x">`` is one ``pre``; ``code`` alone has no language."""
    blocks = {(e["offset"], e["length"]): e for e in entities if e["type"] == "pre"}
    merged = []
    for entity in entities:
        block = blocks.get((entity["offset"], entity["length"]))
        if entity["type"] == "code" and block is not None:
            if "language" in entity:
                block["language"] = entity["language"]
            continue
        if entity["type"] == "code":
            entity.pop("language", None)
        merged.append(entity)
    return sorted(merged, key=lambda e: (e["offset"], -e["length"]))


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Strip blank ends as Telegram does, and cut the entities to what is left."""
    stripped = text.rstrip()
    end = width(stripped)
    lead = width(stripped) - width(stripped.lstrip())
    kept = []
    for entity in entities:
        start = max(entity["offset"], lead)
        stop = min(entity["offset"] + entity["length"], end)
        if stop > start:
            kept.append({**entity, "offset": start - lead, "length": stop - start})
    return stripped.lstrip(), kept


def detect(text: str, known: list[Entity] | None = None) -> list[Entity]:
    """``known`` entities with the commands, mentions and addresses of ``text`` added in order."""
    found = list(known or [])
    closed = [
        (e["offset"], e["offset"] + e["length"])
        for e in found
        if e["type"] in {"code", "pre", "text_link"}
    ]
    offsets = _utf16_offsets(text)
    for kind, pattern in (("bot_command", COMMAND), ("mention", MENTION), ("url", ADDRESS)):
        for match in pattern.finditer(text):
            start, end = offsets(match.start()), offsets(match.end())
            if all(end <= low or start >= high for low, high in closed):
                found.append({"type": kind, "offset": start, "length": end - start})
    return sorted(found, key=lambda e: (e["offset"], -e["length"]))[:MAX_ENTITIES]


def _utf16_offsets(text: str) -> Any:
    """A function from positions in ``text`` to UTF-16 offsets, cheap where all is in the BMP."""
    if all(char <= "\uffff" for char in text):
        return int
    table = [0]
    for char in text:
        table.append(table[-1] + (2 if char > "\uffff" else 1))
    return table.__getitem__


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same entities."""

    text: str
    types: frozenset[str]
    url: str | None = None


def segments(text: str, entities: list[Entity]) -> Iterator[Segment]:
    """Cut ``text`` where entities begin or end, in order, nothing left out."""
    units = text.encode("utf-16-le", "surrogatepass")
    total = len(units) // 2
    borders = {0, total}
    for entity in entities:
        borders |= {entity["offset"], entity["offset"] + entity["length"]}
    for start, end in pairwise(sorted(b for b in borders if 0 <= b <= total)):
        here = [e for e in entities if e["offset"] <= start and e["offset"] + e["length"] >= end]
        url = next((e["url"] for e in here if "url" in e), None)
        part = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        yield Segment(part, frozenset(e["type"] for e in here), url)


def clean(text: str) -> str:
    """What a Telegram client would have sent: no lone surrogates and no control characters."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    whole = whole.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char if char >= " " or char in "\n\t" else " " for char in whole)
