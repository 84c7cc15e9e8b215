"""The learned reader: a small encoder (CTranslate2, int8) with one linear layer above it.

An article is read in windows of neighbouring paragraphs, each after the end of what stands before
it. For every piece the layer says how much it speaks for a task, and whether it begins, continues
or stands outside the name of a meeting. Reading is slower than rules (some 5 ms a sentence), so it
belongs where articles are taken in, not where readers wait.
"""

from __future__ import annotations

import itertools
import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.networks.processor import inference
from summarizer.reading.passages import Name, Passage, Reading

LONGEST = 200
"""Pieces that are read together; a longer paragraph is read in parts."""
CONTEXT = 48
"""Pieces of what stands before them that are read with them."""
SLIGHT = 0.02
"""How likely a word must be within a name to be told."""
STRONGEST = 3
"""The pieces whose mean speaks for a sentence: one alone is noise."""
BATCH = 4
"""Windows in one call: memory and padding grow with them, speed no longer does."""
HEAD = "head.json"
BEGIN, END = 0, 2
TASK, OUTSIDE, FIRST, WITHIN = range(4)
"""The rows of the layer: one for tasks, three for names."""

_PROBE = "Hội nghị khai mạc."
_WORD = re.compile(r"\S+")
Scores = NDArray[np.float32]

_log = logging.getLogger(__name__)


class ReaderUnavailable(Exception):
    """A reader's files are missing or broken; the message says which."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: its number, and where its word stands in characters."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """Sentences of a passage that are read together: whose they are, their places and pieces."""

    passage: int
    places: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring parts of an article, as they go into the encoder.

    Attributes:
        parts: the first of them, and the one after the last.
        numbers: of the pieces before them and of their own, each part between two ends.
        starts: where in the numbers each part begins.
    """

    parts: range
    numbers: tuple[int, ...]
    starts: tuple[int, ...]


class Reader:
    """A loaded reader; safe from several threads."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Load the model in ``folder``.

        Raises:
            ReaderUnavailable: if a file is missing or broken.
        """
        import sentencepiece

        try:
            head = json.loads((folder / HEAD).read_text(encoding="utf-8"))
            self._weight = np.array(head["weight"], dtype=np.float32)
            self._bias = np.array(head["bias"], dtype=np.float32)
            self._kinds = [float(its) for its in head["kinds"]]
            self._pieces = sentencepiece.SentencePieceProcessor(
                model_proto=(folder / "spm.model").read_bytes()
            )
            self._encoder = inference().Encoder(
                str(folder), device="cpu", compute_type="int8", intra_threads=max(1, threads)
            )
            # Files that do not belong together are told now, not by every article.
            self.read([Passage((_PROBE,))])
        except (OSError, LookupError, ValueError, TypeError, RuntimeError) as error:
            raise ReaderUnavailable(f"the reader in {folder} cannot be used: {error}") from error

    def read(self, passages: Sequence[Passage]) -> list[list[Reading]]:
        """For each passage of an article a reading of each of its sentences, in order."""
        parts = [part for at, its in enumerate(passages) for part in self._parts(at, its)]
        windows = list(windows_of([part.pieces for part in parts]))
        found: list[list[Reading]] = [[] for _ in passages]
        scores: dict[int, Scores] = {}
        windows.sort(key=lambda window: len(window.numbers))
        for begin in range(0, len(windows), BATCH):
            for window, states in self._score(windows[begin : begin + BATCH]):
                for at, start in zip(window.parts, window.starts, strict=True):
                    scores[at] = states[start : start + len(parts[at].pieces)]
        for at, part in enumerate(parts):
            kind = self._kinds[passages[part.passage].kind]
            found[part.passage] += _readings(part, scores[at], kind)
        return found

    def _parts(self, at: int, passage: Passage) -> Iterator[_Part]:
        """Neighbouring sentences, as many as fit into :data:`LONGEST` pieces; one at least."""
        places: list[tuple[int, int]] = []
        pieces: list[Piece] = []
        end = 0
        for sentence in passage.sentences:
            start = end + 1 if places else 0
            more = pieces_of(sentence, self._pieces)
            if places and len(pieces) + len(more) > LONGEST:
                yield _Part(at, tuple(places), tuple(pieces[:LONGEST]))
                places, pieces, start = [], [], 0
            end = start + len(sentence)
            places.append((start, end))
            pieces += [Piece(its.number, start + its.start, start + its.end) for its in more]
        if places:
            yield _Part(at, tuple(places), tuple(pieces[:LONGEST]))

    def _score(self, windows: Sequence[Window]) -> Iterator[tuple[Window, Scores]]:
        """What the layer says of each piece of each window."""
        numbers = [list(window.numbers) for window in windows]
        hidden = np.asarray(self._encoder.forward_batch(numbers).last_hidden_state)
        yield from zip(windows, hidden @ self._weight.T + self._bias, strict=True)


def windows_of(parts: Sequence[Sequence[Piece]], first: int = LONGEST) -> Iterator[Window]:
    """Neighbouring parts together, as many as fit into :data:`LONGEST` pieces; one at least.

    Args:
        parts: the pieces of each.
        first: how many pieces the first window may have.
    """
    begin, most = 0, first
    while begin < len(parts):
        end, length = begin + 1, len(parts[begin])
        while end < len(parts) and length + 1 + len(parts[end]) <= most:
            length += 1 + len(parts[end])
            end += 1
        before = list(itertools.islice(_backwards(parts[:begin]), CONTEXT))[::-1]
        numbers, starts = [BEGIN, *before, END], []
        for part in parts[begin:end]:
            starts.append(len(numbers))
            numbers += [*(piece.number for piece in part), END]
        yield Window(range(begin, end), tuple(numbers), tuple(starts))
        begin, most = end, LONGEST


def _backwards(parts: Sequence[Sequence[Piece]]) -> Iterator[int]:
    """The numbers of the pieces before a place, the nearest first, an end between two parts."""
    for at, part in enumerate(reversed(parts)):
        if at:
            yield END
        yield from (piece.number for piece in reversed(part))


def pieces_of(text: str, model: Any) -> list[Piece]:
    """The SentencePiece pieces of a text, each with the place of the word that it is of.

    Pieces never reach over a blank, so word by word they are those of the whole text.
    """
    # half a character (a surrogate by itself) is no UTF-8
    words = list(_WORD.finditer(text.encode("utf-8", "replace").decode("utf-8")))
    return [
        Piece(number, word.start(), word.end())
        for word, numbers in zip(words, model.encode([its[0] for its in words]), strict=True)
        for number in numbers
    ]


def _readings(part: _Part, scores: Scores, kind: float) -> Iterator[Reading]:
    for start, end in part.places:
        own = [at for at, its in enumerate(part.pieces) if start <= its.end - 1 < end]
        if not own:
            yield Reading(float("-inf"))
            continue
        strongest = np.sort(scores[own, TASK])[-STRONGEST:]
        shares = _shares(scores[own, OUTSIDE:])
        pieces = [part.pieces[at] for at in own]
        inside = tuple(its for its in _words(pieces, shares, start) if its.probability >= SLIGHT)
        names = tuple(_names(pieces, shares, start))
        yield Reading(float(strongest.mean()) + kind, names, inside, pieces[-1].end - start)


def _shares(scores: Scores) -> Scores:
    """How likely each piece is outside of names, at the beginning of one, within one."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Scores = odds / odds.sum(axis=1, keepdims=True)
    return shares


def _words(pieces: Sequence[Piece], shares: Scores, start: int) -> Iterator[Name]:
    """The words, each as likely within a name as its likeliest piece."""
    word = itertools.groupby(range(len(pieces)), lambda at: (pieces[at].start, pieces[at].end))
    for (begin, end), its in word:
        sure = float(1 - min(shares[at, 0] for at in its))
        yield Name(begin - start, end - start, sure)


def _names(pieces: Sequence[Piece], shares: Scores, start: int) -> Iterator[Name]:
    """The runs of pieces that are likelier within a name than outside."""
    first, within = FIRST - OUTSIDE, WITHIN - OUTSIDE
    begun: int | None = None
    for at in range(len(pieces) + 1):
        named = at < len(pieces) and shares[at, 0] < shares[at, first] + shares[at, within]
        opens = at == 0 or at == len(pieces) or pieces[at].start != pieces[at - 1].start
        if not opens:
            # a word is in a name or outside of it as a whole
            continue
        begins = named and shares[at, first] > max(shares[at, 0], shares[at, within])
        if begun is not None and (not named or begins):
            sure = float(1 - shares[begun:at, 0].mean())
            yield Name(pieces[begun].start - start, pieces[at - 1].end - start, sure)
            begun = None
        if named and begun is None:
            begun = at


def shipped_reader() -> Path:
    """The folder of the reader inside the package."""
    return Path(str(files("summarizer"))) / "reading" / "model"


@cache
def load_reader() -> Reader | None:
    """The shipped reader, loaded once; ``None`` where it cannot be used, which is logged."""
    try:
        return Reader(shipped_reader())
    except ReaderUnavailable as error:
        _log.warning("%s; going on with the rules alone", error)
        return None
