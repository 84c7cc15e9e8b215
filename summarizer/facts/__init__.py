"""Facts: who speaks, what is said, at which conference, and what is to be done.

>>> from summarizer.facts import extract                        # doctest: +SKIP
>>> facts = extract(document)                                   # doctest: +SKIP
>>> [(s.name, s.role) for s in facts.speakers]                  # doctest: +SKIP

One article is read by :func:`extract`; what several articles say of one event or one person is
brought together by :mod:`summarizer.facts.joining.joining`.
"""

from summarizer.facts.extraction import extract
from summarizer.facts.model import (
    NO_SENTENCE,
    Conference,
    Coverage,
    EventKind,
    Facts,
    Kind,
    Mention,
    Place,
    Speaker,
    Statement,
    Status,
    Task,
    Theme,
    Visit,
    VisitSort,
)

__all__ = [
    "NO_SENTENCE",
    "Conference",
    "Coverage",
    "EventKind",
    "Facts",
    "Kind",
    "Mention",
    "Place",
    "Speaker",
    "Statement",
    "Status",
    "Task",
    "Theme",
    "Visit",
    "VisitSort",
    "extract",
]
