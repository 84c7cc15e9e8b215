"""From marked articles to what the network sees: pieces, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.reading.passages import Passage
from summarizer.reading.reader import LONGEST, Piece, first_own, numbers_of, pieces_of
from summarizer.reading.training.marks import Marked, Span

UNKNOWN = -1
"""The label of a piece of which the marks say nothing."""
_MEETING = re.compile(
    r"\b(?:hội nghị|diễn đàn|hội thảo|đại hội|phiên|cuộc họp|kỳ họp|thượng đỉnh|đối thoại|"
    r"t[oọ][aạ] đàm|hội đàm|kh[oó][aá] họp|tuần lễ)\b",
    re.IGNORECASE,
)
_WINDOW = 60
"""Characters that are left out of account where a known meeting may be named in other words."""
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Example:
    """A passage for training.

    Attributes:
        article, paragraph: where it stands.
        kind: of passage, see :attr:`Passage.kind`.
        numbers: what goes into the encoder.
        first: where in it its own pieces begin; they end before the last.
        task: whether it says what is to be done.
        tasks: for each own piece 1, 0 or :data:`UNKNOWN`.
        names: for each own piece 0 outside, 1 at the beginning of a name, 2 within one, or
            :data:`UNKNOWN`.
    """

    article: str
    paragraph: int
    kind: int
    numbers: tuple[int, ...]
    first: int
    task: bool
    tasks: tuple[int, ...]
    names: tuple[int, ...]


def examples_of(articles: Sequence[Marked], model: Any) -> Iterator[Example]:
    """One example for each passage with text; of long ones the first pieces."""
    for article in articles:
        words = [_words(name) for name in article.names]
        before: list[Piece] = []
        for paragraph, text in article.texts.items():
            if not text.strip():
                continue
            pieces = pieces_of(text, model)[:LONGEST]
            task = paragraph in article.tasks
            yield Example(
                article=article.id,
                paragraph=paragraph,
                kind=Passage((text,), paragraph).kind,
                numbers=tuple(numbers_of(before, pieces)),
                first=first_own(before),
                task=task,
                tasks=_tasks(pieces, article.tasks[paragraph]) if task else (0,) * len(pieces),
                names=_names(text, pieces, article.names, words),
            )
            before = pieces


def _tasks(pieces: Sequence[Piece], places: Sequence[Span]) -> tuple[int, ...]:
    """What is marked is a task; of the rest of its passage nothing is known."""
    return tuple(
        1 if any(_touch(piece, place) for place in places) else UNKNOWN for piece in pieces
    )


def _names(
    text: str, pieces: Sequence[Piece], names: Sequence[str], words: Sequence[set[str]]
) -> tuple[int, ...]:
    """A name counts wherever it stands word for word; where a meeting is spoken of in words like
    a name's, nothing is known, as only its fullest wording is marked.
    """
    places: list[Span] = []
    for name in sorted(names, key=len, reverse=True):
        for found in re.finditer(re.escape(name), text):
            if not any(start < found.end() and found.start() < end for start, end in places):
                places.append(found.span())
    doubtful = [
        (found.start(), found.start() + _WINDOW)
        for found in _MEETING.finditer(text)
        if not any(start <= found.start() < end for start, end in places)
        and _is_like(text[found.start() : found.start() + _WINDOW], words)
    ]
    labels = []
    begun: set[Span] = set()
    for piece in pieces:
        place = next((place for place in places if _touch(piece, place)), None)
        if place is not None:
            labels.append(2 if place in begun else 1)
            begun.add(place)
        else:
            labels.append(UNKNOWN if any(_touch(piece, its) for its in doubtful) else 0)
    return tuple(labels)


def _is_like(text: str, names: Sequence[set[str]]) -> bool:
    first = re.findall(r"\w+", text.lower())[:6]
    return any(sum(word in name for word in first) >= _ALIKE * len(first) for name in names)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _touch(piece: Piece, place: Span) -> bool:
    return piece.start < place[1] and place[0] < piece.end
