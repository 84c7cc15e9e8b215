"""Saved web pages: the main text of an .html file, with the metadata the page states.

trafilatura finds the main text. Before it sees the page, everything that a reader of the page would
not see is taken out (scripts, styles, templates, hidden elements), and so are picture captions,
which are kept apart. Paragraphs come as the page marks them.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from seeds.article import Article
from seeds.decoding import decode, tidy
from seeds.metadata import one_line, parse_date, parse_language
from seeds.refusal import RefusalKind, Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})""", re.IGNORECASE)
_HEAD_BYTES = 4096
_UNSEEN = (
    "//script | //style | //template | //noscript | //iframe | //object | //embed | //svg"
    " | //comment() | //processing-instruction() | //*[@hidden] | //*[@aria-hidden='true']"
    " | //input | //select | //textarea | //button"
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTIONS = "//figcaption | //caption | //*[contains(@class, 'caption')]"


def read_page(data: bytes, origin: str) -> Article:
    """Read an .html file.

    Raises:
        Unreadable: if it is no text, or no article is found on the page.
    """
    markup, notes = decode(data, _declared_encoding(data))
    if not markup.strip():
        raise Unreadable("holds nothing but blanks", RefusalKind.EMPTY)
    tree = _parse(markup)
    language = parse_language(
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    )
    _drop_unseen(tree)
    captions = _take_captions(tree)
    fields = _extract(tree)
    text = "\n\n".join(
        line for raw in tidy(str(fields.get("text") or "")).split("\n") if (line := one_line(raw))
    )
    if not text:
        raise Unreadable("no article text was found on the page", RefusalKind.NO_TEXT)
    published, note = parse_date(str(fields.get("date") or ""))
    return Article(
        origin=origin,
        text=text,
        title=one_line(str(fields.get("title") or "")) or None,
        paragraphs_known=True,
        captions=captions,
        published=published,
        source=one_line(str(fields.get("sitename") or "")) or None,
        url=one_line(str(fields.get("url") or "")) or None,
        language=language,
        notes=(*notes, note) if note else notes,
    )


def _declared_encoding(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD_BYTES])
    if not match:
        return None
    name = match[1].decode("ascii", "replace")
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    # codecs such as "zip" or "rot13" are no encodings of text; UTF-16 cannot be declared in ASCII
    textual = getattr(codec, "_is_text_encoding", True) and not codec.name.startswith("utf-")
    return codec.name if textual else None


def _parse(markup: str) -> HtmlElement:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        # Bytes, so that an XML declaration with another encoding cannot get in the way.
        return html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, RecursionError) as error:
        raise Unreadable("is no HTML page", RefusalKind.FORMAT) from error


def _drop_unseen(tree: HtmlElement) -> None:
    unseen = list(tree.xpath(_UNSEEN))
    unseen += [e for e in tree.xpath("//*[@style]") if _UNSEEN_STYLE.search(e.get("style", ""))]
    for element in unseen:
        _drop(element)


def _take_captions(tree: HtmlElement) -> tuple[str, ...]:
    captions: list[str] = []
    for element in tree.xpath(_CAPTIONS):
        # A caption within a caption was read with the outer one; a table's stays its heading.
        text = one_line(str(element.text_content()))
        if text and not any(text in caption for caption in captions):
            captions.append(text)
        _drop(element)
    return tuple(captions)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _extract(tree: HtmlElement) -> dict[str, object]:
    from trafilatura import bare_extraction

    try:
        # Only a date that the page's metadata state: no search through the text for one.
        found = bare_extraction(
            tree,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:
        # Whatever a page's markup does to the extractor, the page is refused and the rest goes on.
        raise Unreadable(
            f"the page's markup could not be read ({type(error).__name__})", RefusalKind.FORMAT
        ) from error
    if found is None:
        raise Unreadable("no article text was found on the page", RefusalKind.NO_TEXT)
    return found if isinstance(found, dict) else found.as_dict()
