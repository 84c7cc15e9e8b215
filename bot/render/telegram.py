"""Sheets as Telegram messages: HTML of the tags Telegram knows, escaped here and nowhere else.

Telegram counts a message's length in UTF-16 code units, at most 4,096 of them; here the HTML
itself is kept below that, which is stricter. What is too long is cut between paragraphs, else
between sentences, words, characters, in this order, and always before it is escaped: no tag and
no entity can be cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefings.cards import Card
from bot.render import sheets
from bot.render.messages import Button, Message
from bot.render.sheet import Kind, Paragraph, Sheet, Span, Style
from summarizer.text.sentences import split_sentences

LIMIT: Final = 4096
"""UTF-16 code units a message may have."""

# Control characters, direction overrides, half surrogate pairs and non-characters: nothing a
# reader could see, and some of it Telegram refuses.
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_COSTS: Final = {letter: len(entity) for letter, entity in _ENTITIES.items()}
_SPECIAL: Final = re.compile('[&<>"]')
_WEB: Final = re.compile(r"https?://[^\s<>\"]{3,500}\Z", re.IGNORECASE)
_BEFORE: Final = dict.fromkeys((Kind.HEADING, Kind.NOTE, Kind.TITLE, Kind.APART), "\n\n")
_BULLET: Final = "• "
# Never the first of a piece: marks and joiners belong to the character before them.
_CLINGING: Final = re.compile(
    "[\u0300-\u036f\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)


def render(card: Card, language: str, view: sheets.View = sheets.View.CARD) -> list[Message]:
    """The messages that show ``card`` to a reader of ``vi``, ``en`` or ``both``.

    The last message has the buttons.
    """
    return write(sheets.lay_out(card, language, view))


def notice(text: str, language: str, /, **values: object) -> Message:
    r"""One of the bot's own texts (a msgid of the catalogues), with values filled in and escaped.

    ``*…*`` in the text is set in bold and ``\`…\``` as something to type; in values they are not.
    """
    return write(sheets.notice(text, language, values))[0]


def write(sheet: Sheet) -> list[Message]:
    """Write a sheet down as messages."""
    texts = _messages(sheet.paragraphs) or ["…"]
    rows: tuple[tuple[Button, ...], ...] = tuple(sheet.rows)
    last = len(texts) - 1
    return [Message(text, rows if n == last else ()) for n, text in enumerate(texts)]


def packed(
    texts: Sequence[str], rows: tuple[tuple[Button, ...], ...], between: str = "\n\n"
) -> list[Message]:
    """Texts that are HTML already in as few messages as hold them, the buttons under the last.

    No text may be longer than a message.
    """
    written: list[str] = []
    for text in texts:
        if written and size(written[-1]) + size(between) + size(text) <= LIMIT:
            written[-1] += between + text
        else:
            written.append(text)
    last = len(written) - 1
    return [Message(text, rows if n == last else ()) for n, text in enumerate(written)]


def escape(text: str) -> str:
    """``text`` as it has to stand in a message."""
    return _SPECIAL.sub(lambda m: _ENTITIES[m[0]], _UNWANTED.sub("", text))


def size(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def _messages(paragraphs: list[Paragraph]) -> list[str]:
    texts: list[str] = []
    text = ""
    previous: Kind | None = None
    pieces = [piece for paragraph in paragraphs for piece in _pieces(paragraph)]
    for n, paragraph in enumerate(pieces):
        html = _html(paragraph)
        if not html:
            continue
        gap = _gap(previous, paragraph.kind) if text else ""
        needed = size(gap + html)
        if paragraph.kind is Kind.HEADING and n + 1 < len(pieces):
            # A heading stays with the first lines of what it heads.
            needed += min(size(_html(pieces[n + 1])), LIMIT // 4) + 1
        if text and size(text) + needed > LIMIT:
            texts.append(text)
            text, gap = "", ""
        text += gap + html
        previous = paragraph.kind
    return [*texts, text] if text else texts


def _gap(previous: Kind | None, kind: Kind) -> str:
    if kind is Kind.NOTE and previous is Kind.NOTE:
        return "\n"
    if previous is Kind.TITLE and kind is Kind.TITLE:
        return "\n"
    if previous in (Kind.TITLE, Kind.FACT) and kind in (Kind.TEXT, Kind.ITEM):
        return "\n\n"
    return _BEFORE.get(kind, "\n")


def _html(paragraph: Paragraph) -> str:
    inner = "".join(_span(span, paragraph.kind) for span in paragraph.spans)
    if not inner:
        return ""
    return (_BULLET if paragraph.kind is Kind.ITEM else "") + inner


def _span(span: Span, kind: Kind) -> str:
    text = escape(span.text)
    if not text:
        return ""
    tags = [span.style.value] if span.style else []
    if kind in (Kind.TITLE, Kind.HEADING) and span.style is Style.PLAIN:
        tags.append("b")
    if kind is Kind.NOTE and span.style is Style.PLAIN:
        tags.append("i")
    for tag in tags:
        text = f"<{tag}>{text}</{tag}>"
    if span.link and _WEB.match(span.link):
        text = f'<a href="{escape(span.link)}">{text}</a>'
    return text


def _pieces(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph, or several where it would not fit into one message."""
    if size(_html(paragraph)) <= LIMIT:
        return [paragraph]
    pieces: list[Paragraph] = []
    held: list[Span] = []
    used = 0
    room = LIMIT - 64
    for span in paragraph.spans:
        link = span.link if span.link and _WEB.match(span.link) else None
        around = 16 + (size(escape(link)) + 16 if link else 0)
        for text in _cut(span.text, room - around):
            needed = size(escape(text)) + around
            if held and used + needed > room:
                pieces.append(Paragraph(tuple(held), paragraph.kind))
                held, used = [], 0
            held.append(Span(text, span.style, link))
            used += needed
    if held:
        pieces.append(Paragraph(tuple(held), paragraph.kind))
    return pieces


def _cut(text: str, most: int) -> list[str]:
    """Cut ``text`` into pieces of at most ``most`` units when escaped, at the best borders."""
    if size(escape(text)) <= most:
        return [text]
    pieces: list[str] = []
    held = text[: len(text) - len(text.lstrip())][:1]
    for sentence in split_sentences(text):
        for part in _cut_words(sentence, most):
            joined = f"{held} {part}" if held.strip() else held + part
            if held.strip() and size(escape(joined)) > most:
                pieces.append(held)
                joined = part
            held = joined
    return [*pieces, held] if held else pieces


def _cut_words(text: str, most: int) -> list[str]:
    pieces: list[str] = []
    start = 0
    used = 0
    blank = -1
    n = 0
    while n < len(text):
        letter = text[n]
        cost = _COSTS.get(letter) or (2 if ord(letter) > 0xFFFF else 1)
        if used + cost > most:
            end = blank if blank > start else _safe(text, start, n)
            pieces.append(text[start:end].strip())
            start = end
            used = size(escape(text[start:n]))
            blank = -1
        if letter.isspace():
            blank = n
        used += cost
        n += 1
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def _safe(text: str, start: int, end: int) -> int:
    """A border at or shortly before ``end`` that does not part a mark from its letter."""
    for at in range(end, max(start + 1, end - 32), -1):
        if not _CLINGING.match(text[at]) and text[at - 1] != "\u200d":
            return at
    return end
