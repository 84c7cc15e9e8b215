"""Cleaning: from the text a reader yields to a :class:`~summarizer.document.Document`.

``clean`` takes a text as a crawler left it, ``document_of_parts`` one that is in order already.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from itertools import chain

from summarizer.cleaning.headlines import derive_title, is_subheading
from summarizer.cleaning.lines import split_paragraphs
from summarizer.cleaning.parts import Parts, take_apart
from summarizer.document import LEAD, Document, Sentence
from summarizer.text.dates import UNKNOWN_DATE, PartialDate, Precision, find_dates
from summarizer.text.folding import normalise
from summarizer.text.language import detect_language
from summarizer.text.sentences import split_sentences

__all__ = ["EmptyDocument", "clean", "document_of_parts"]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


class EmptyDocument(ValueError):
    """Nothing of an article is left after cleaning; the message says what was there."""


def clean(
    text: str,
    *,
    title: str | None = None,
    lead: str | None = None,
    paragraphs_known: bool = False,
    captions: Sequence[str] = (),
    published: PartialDate | str | None = None,
    source: str | None = None,
    language: str | None = None,
) -> Document:
    """Clean an article and split it into sentences.

    Unwraps lines, removes page furniture, captions, by-lines, datelines and teasers of other
    articles from the body, finds the headline, lead, source and date of publication where the
    text states them, and marks subheadings. What metadata gives (``title``, ``lead``, ``source``,
    ``published`` as ISO 8601 or :class:`PartialDate`, ``language``) goes before what the text says.
    With ``paragraphs_known`` blank lines are the paragraph borders and only what is certainly
    not body text is taken out. A date of publication comes from metadata, a stamp or a dateline,
    never from the events told.

    Raises:
        EmptyDocument: if nothing is left of the text.
    """
    structured = paragraphs_known and bool(title)
    parts = take_apart(
        split_paragraphs(_decode(text), known=paragraphs_known),
        title=_line(title),
        lead=_line(lead),
        captions=tuple(filter(None, map(_line, captions))),
        structured=structured,
    )
    if not any(map(str.isalnum, chain(parts.lead, *parts.body))):
        _keep_something(parts, text)
    stated = _read_date(published)
    return _assemble(
        parts,
        source=source or parts.dateline or parts.credit or parts.site,
        published=stated if stated.known else parts.published,
        language=language,
    )


def document_of_parts(
    title: str,
    paragraphs: Iterable[str],
    *,
    lead: str = "",
    language: str | None = None,
    published: PartialDate = UNKNOWN_DATE,
) -> Document:
    """Make a document of parts that are clean already; only characters are normalised.

    A title is derived where it is empty.

    Raises:
        EmptyDocument: if title, lead and paragraphs are all empty.
    """
    body = [line for paragraph in paragraphs if (line := _line(paragraph))]
    parts = Parts(title=_line(title), lead=_line(lead), body=body)
    if not any(map(str.isalnum, chain(parts.title, parts.lead, *parts.body))):
        raise EmptyDocument("no title, lead or paragraph has any text")
    return _assemble(parts, source=None, published=published, language=language)


def _assemble(
    parts: Parts, *, source: str | None, published: PartialDate, language: str | None
) -> Document:
    derived = not parts.title
    title = parts.title or derive_title(parts.lead or " ".join(parts.body[:3]))
    sentences: list[Sentence] = []
    for number, paragraph in ((LEAD, parts.lead), *enumerate(parts.body)):
        for text in split_sentences(paragraph):
            sentences.append(Sentence(len(sentences), number, text))
    return Document(
        title=title,
        title_derived=derived,
        lead=parts.lead,
        paragraphs=tuple(parts.body),
        sentences=tuple(sentences),
        captions=tuple(dict.fromkeys(parts.captions)),
        teasers=tuple(parts.teasers),
        subheadings=frozenset(
            index for index, line in enumerate(parts.body[:-1]) if is_subheading(line)
        ),
        language=language or detect_language("\n".join((title, parts.lead, *parts.body))),
        source=source,
        published=published,
    )


def _keep_something(parts: Parts, text: str) -> None:
    """An article of which only its headline is left is that line; of nothing, an error."""
    if any(map(str.isalnum, parts.title)) and not parts.teasers:
        parts.body = [parts.title]
        return
    raw = normalise(text).strip()
    if not any(map(str.isalnum, raw)):
        raise EmptyDocument("the text has no letters and no figures")
    beginning = raw[:80].replace("\n", " / ")
    raise EmptyDocument(
        f"nothing but page furniture, captions and teasers in {len(raw)} characters: {beginning!r}"
    )


def _decode(text: str) -> str:
    """Character entities that a reader left, replaced twice (``&amp;quot;``), and normalised."""
    for _ in range(2):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return normalise(text)


def _line(text: str | None) -> str:
    return " ".join(_decode(text).split()) if text else ""


def _read_date(published: PartialDate | str | None) -> PartialDate:
    """The stated date; a text that is no ISO date is read as dates in articles are."""
    if not published:
        return UNKNOWN_DATE
    if isinstance(published, PartialDate):
        return published
    try:
        return PartialDate.parse(published.strip())
    except ValueError:
        found = [date for language in ("vi", "en") for date in find_dates(published, language)]
        by_precision = [Precision.DAY, Precision.MONTH, Precision.YEAR]
        for precision in by_precision:
            for mention in found:
                if mention.date.precision is precision:
                    return mention.date
        return UNKNOWN_DATE
