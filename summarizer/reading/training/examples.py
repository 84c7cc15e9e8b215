"""From marked articles to what the network sees: windows, and what each of their pieces is."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.reading.passages import Passage
from summarizer.reading.reader import LONGEST, Piece, pieces_of, windows_of
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
class Labelled:
    """A passage in a window.

    Attributes:
        start, end: where its pieces are.
        kind: see :attr:`Passage.kind`.
        task: 1 if it says what is to be done, 0 if not, or :data:`UNKNOWN`.
    """

    start: int
    end: int
    kind: int
    task: int


@dataclass(frozen=True, slots=True)
class Example:
    """A window for training, see :class:`summarizer.reading.reader.Window`.

    Attributes:
        article: its number.
        numbers: what goes into the encoder.
        passages: of the window.
        tasks: for each number 1, 0 or :data:`UNKNOWN`.
        names: for each number 0 outside, 1 at the beginning of a name, 2 within one, or
            :data:`UNKNOWN`.
    """

    article: str
    numbers: tuple[int, ...]
    passages: tuple[Labelled, ...]
    tasks: tuple[int, ...]
    names: tuple[int, ...]


def examples_of(articles: Sequence[Marked], model: Any, chance: random.Random) -> Iterator[Example]:
    """The windows of the articles; of long passages the first pieces.

    The first window of an article is of any length, so that a passage stands now at the beginning
    and now at the end of one.
    """
    for article in articles:
        texts = {at: text for at, text in article.texts.items() if text.strip()}
        words = [_words(name) for name in article.names]
        pieces = [pieces_of(text, model)[:LONGEST] for text in texts.values()]
        labels = [
            (
                _tasks(its, article.tasks, at),
                _names(text, its, article.names, words),
            )
            for its, (at, text) in zip(pieces, texts.items(), strict=True)
        ]
        paragraphs = list(texts)
        for window in windows_of(pieces, chance.randint(1, LONGEST)):
            tasks, names = ([UNKNOWN] * len(window.numbers) for _ in range(2))
            passages = []
            for at, start in zip(window.parts, window.starts, strict=True):
                end = start + len(pieces[at])
                tasks[start:end], names[start:end] = labels[at]
                kind = Passage((), paragraphs[at]).kind
                told = article.tasks
                task = UNKNOWN if told is None else int(paragraphs[at] in told)
                passages.append(Labelled(start, end, kind, task))
            yield Example(article.id, window.numbers, tuple(passages), tuple(tasks), tuple(names))


def _tasks(
    pieces: Sequence[Piece], tasks: Mapping[int, Sequence[Span]] | None, at: int
) -> tuple[int, ...]:
    """What is marked is a task; of the rest of its passage nothing is known, nor of an article that
    was not marked for tasks.
    """
    if tasks is None:
        return (UNKNOWN,) * len(pieces)
    places = tasks.get(at)
    if places is None:
        return (0,) * len(pieces)
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
