"""Cleaning, summaries and facts of Vietnamese and English news articles.

>>> from summarizer import Document, summarize                              # doctest: +SKIP
>>> summarize(Document.of("A title", ["One paragraph.", "Another."]), 1)    # doctest: +SKIP

Importing this package is cheap: each part is loaded when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.cleaning import clean
    from summarizer.document import Document, Sentence
    from summarizer.extract import ScoredSentence, Summary, extract_many, scoped
    from summarizer.hub import HubSummarizer, SummarizerUnavailable

__all__ = [
    "Document",
    "HubSummarizer",
    "ScoredSentence",
    "Sentence",
    "SummarizerUnavailable",
    "Summary",
    "clean",
    "extract_many",
    "scoped",
    "summarize",
]

_HOMES = {
    "Document": "document",
    "HubSummarizer": "hub",
    "ScoredSentence": "extract",
    "Sentence": "document",
    "SummarizerUnavailable": "hub",
    "Summary": "extract",
    "clean": "cleaning",
    "extract_many": "extract",
    "scoped": "extract",
}


def summarize(
    document: Document | Sequence[Document],
    sentences: int | None = 3,
    characters: int | None = None,
    *,
    model: HubSummarizer | None = None,
) -> Summary:
    """Summarise one article, or several on one event, in so many sentences and characters.

    With a ``model`` the summary of one article is written by it, as far as it passes the check
    against its source; ``Summary.method`` says which one it is.

    Raises:
        ValueError: if a limit is below 1, or both are ``None``.
        SummarizerUnavailable: if ``model`` cannot be loaded.
    """
    from summarizer.document import Document
    from summarizer.extract import extract, extract_many

    if not isinstance(document, Document):
        if len(document) != 1:
            return extract_many(document, sentences, characters)
        document = document[0]
    if model is not None:
        return model.summarize(document, sentences, characters)
    return extract(document, sentences, characters)


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"summarizer.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
