"""Plain text: the whole file is one article, with nothing known about it."""

from __future__ import annotations

from seeds.article import Article
from seeds.decoding import decode
from seeds.refusal import RefusalKind, Unreadable


def read_plain(data: bytes, origin: str) -> Article:
    """Read a .txt file. Title, paragraphs and furniture are for the cleaning to find.

    Raises:
        Unreadable: if it is no text or holds none.
    """
    text, notes = decode(data)
    text = text.strip()
    if not text:
        raise Unreadable("holds nothing but blanks", RefusalKind.EMPTY)
    return Article(origin=origin, text=text, notes=notes)
