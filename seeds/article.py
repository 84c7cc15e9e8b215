"""The article: what every reader yields and the only thing that leaves this package."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its source gave it, before any cleaning.

    A reader fills in only what the source states; nothing is guessed here. ``text`` is the raw
    body: paragraphs are separated by blank lines when ``paragraphs_known`` is true (the source
    marked them: jsonl, HTML, feeds), otherwise the line structure is whatever a crawler left.

    Attributes:
        origin: where it was read, for people: ``"news.jsonl:17"``, ``"seeds/004.txt"``, a URL.
        text: raw body text, never empty.
        title: the headline, or ``None`` where the source names none separately.
        lead: the standfirst, or ``None``.
        paragraphs_known: whether blank lines in ``text`` are true paragraph borders.
        captions: picture captions the source marked as such.
        published: publication date as stated, ISO 8601 (``2021-12-14`` or with time), or ``None``.
        source: name of the publisher as stated, or ``None``.
        url: address of the article, or ``None``.
        language: ``"vi"`` or ``"en"`` where the source states it, or ``None``.
        starter: true for the articles shipped with the package.
        source_id: the identifier that the source itself gives the article, or ``None``.
        notes: what the reader had to assume or leave out, one short English line each: a guessed
            encoding, a date it could not read.
    """

    origin: str
    text: str
    title: str | None = None
    lead: str | None = None
    paragraphs_known: bool = False
    captions: tuple[str, ...] = ()
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    starter: bool = False
    source_id: str | None = None
    notes: tuple[str, ...] = ()
