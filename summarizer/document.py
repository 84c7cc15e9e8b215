"""The document: a cleaned article, split into sentences, ready to be summarised and mined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.dates import UNKNOWN_DATE, PartialDate

TITLE = -2
"""Paragraph number of a sentence that is the title."""
LEAD = -1
"""Paragraph number of the sentences of the lead."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document.

    ``position`` counts from 0 over lead and body together (the title is no sentence);
    ``paragraph`` is the index of its paragraph, or :data:`LEAD`.
    """

    position: int
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A clean article.

    Attributes:
        title: the headline; where the source has none, one derived from the text.
        title_derived: true when ``title`` was derived and is not the source's own.
        lead: the standfirst, ``""`` where there is none.
        paragraphs: clean body paragraphs, in order, without furniture, captions or teasers.
        sentences: the sentences of lead and body, in order.
        captions: picture captions found in or beside the body.
        teasers: headlines and first lines of *other* articles that stood on the page.
        subheadings: positions in ``paragraphs`` that are headings within the article.
        language: ``"vi"``, ``"en"`` or ``"other"``.
        source: the publisher or agency, from metadata or a dateline or ending, or ``None``.
        published: publication date stated by metadata or dateline; unknown stays unknown.
    """

    title: str
    paragraphs: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    title_derived: bool = False
    lead: str = ""
    captions: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    subheadings: frozenset[int] = frozenset()
    language: str = "vi"
    source: str | None = None
    published: PartialDate = UNKNOWN_DATE

    @classmethod
    def of(
        cls,
        title: str,
        paragraphs: Sequence[str],
        *,
        lead: str = "",
        language: str | None = None,
        published: PartialDate = UNKNOWN_DATE,
    ) -> Document:
        """Make a document of already clean parts: the way in for jsonl filters and tests."""
        from summarizer.cleaning import document_of_parts

        return document_of_parts(
            title, paragraphs, lead=lead, language=language, published=published
        )
