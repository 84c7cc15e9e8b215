"""The learned reader: a small encoder (CTranslate2, int8) with one linear layer above it.

For every piece of a passage the layer says how much it speaks for a task, and whether it begins,
continues or stands outside the name of a meeting. Reading is slower than rules (some 10 ms a
sentence), so it belongs where articles are taken in, not where readers wait.
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

from summarizer.reading.passages import Name, Passage, Reading

LONGEST = 200
"""Pieces of a passage that are read together; a longer one is read in parts."""
CONTEXT = 48
"""Pieces of what stands before a passage that are read with it."""
STRONGEST = 3
"""The pieces whose mean speaks for a sentence: one alone is noise."""
BATCH = 8
"""Passages in one call: memory and padding grow with them, speed no longer does."""
HEAD = "head.json"
BEGIN, END = 0, 2
TASK, OUTSIDE, FIRST, WITHIN = range(4)
"""The rows of the layer: one for tasks, three for names."""

_NEAR = 400
"""Characters in which the pieces before a passage are looked for."""
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
    """Sentences of a passage that are read together: their places and pieces, and the pieces
    before them.
    """

    before: tuple[Piece, ...]
    places: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]

    @property
    def length(self) -> int:
        return first_own(self.before) + len(self.pieces)


class Reader:
    """A loaded reader; safe from several threads."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Load the model in ``folder``.

        Raises:
            ReaderUnavailable: if a file is missing or broken.
        """
        import ctranslate2
        import sentencepiece

        try:
            head = json.loads((folder / HEAD).read_text(encoding="utf-8"))
            self._weight = np.array(head["weight"], dtype=np.float32)
            self._bias = np.array(head["bias"], dtype=np.float32)
            self._kinds = [float(its) for its in head["kinds"]]
            self._pieces = sentencepiece.SentencePieceProcessor(
                model_proto=(folder / "spm.model").read_bytes()
            )
            self._encoder = ctranslate2.Encoder(
                str(folder), device="cpu", compute_type="int8", intra_threads=max(1, threads)
            )
            # Files that do not belong together are told now, not by every article.
            self.read([Passage((_PROBE,))])
        except (OSError, LookupError, ValueError, TypeError, RuntimeError) as error:
            raise ReaderUnavailable(f"the reader in {folder} cannot be used: {error}") from error

    def read(self, passages: Sequence[Passage]) -> list[list[Reading]]:
        """For each passage a reading of each of its sentences, in order."""
        parts = [
            (number, part)
            for number, passage in enumerate(passages)
            for part in self._parts(passage)
        ]
        scores: dict[int, Scores] = {}
        by_length = sorted(range(len(parts)), key=lambda at: parts[at][1].length)
        for start in range(0, len(by_length), BATCH):
            batch = by_length[start : start + BATCH]
            scores.update(zip(batch, self._score([parts[at][1] for at in batch]), strict=True))
        found: list[list[Reading]] = [[] for _ in passages]
        for at, (number, part) in enumerate(parts):
            found[number] += _readings(part, scores[at], self._kinds[passages[number].kind])
        return found

    def _parts(self, passage: Passage) -> Iterator[_Part]:
        """Neighbouring sentences, as many as fit into :data:`LONGEST` pieces; one at least."""
        before = pieces_of(passage.before[-_NEAR:], self._pieces)
        texts: list[str] = []
        pieces: list[Piece] = []
        for sentence in passage.sentences:
            more = pieces_of(" ".join([*texts, sentence]), self._pieces)
            if texts and len(more) > LONGEST:
                yield _part(before, texts, pieces)
                before, texts, more = pieces, [], pieces_of(sentence, self._pieces)
            texts.append(sentence)
            pieces = more
        if texts:
            yield _part(before, texts, pieces)

    def _score(self, parts: Sequence[_Part]) -> Iterator[Scores]:
        """What the layer says of each piece of each part."""
        numbers = [numbers_of(part.before, part.pieces) for part in parts]
        hidden = np.asarray(self._encoder.forward_batch(numbers).last_hidden_state)
        for part, states in zip(parts, hidden, strict=True):
            start = first_own(part.before)
            yield states[start : start + len(part.pieces)] @ self._weight.T + self._bias


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


def numbers_of(before: Sequence[Piece], pieces: Sequence[Piece]) -> list[int]:
    """What goes into the encoder for the pieces of a passage and those before it."""
    context = [piece.number for piece in before[-CONTEXT:]]
    return [BEGIN, *context, END, *(piece.number for piece in pieces), END]


def first_own(before: Sequence[Piece]) -> int:
    """Where among those numbers the passage's own begin."""
    return len(before[-CONTEXT:]) + 2


def _part(before: Sequence[Piece], texts: Sequence[str], pieces: Sequence[Piece]) -> _Part:
    ends = list(itertools.accumulate(len(text) + 1 for text in texts))
    places = tuple((end - len(text) - 1, end - 1) for text, end in zip(texts, ends, strict=True))
    return _Part(tuple(before), places, tuple(pieces[:LONGEST]))


def _readings(part: _Part, scores: Scores, kind: float) -> Iterator[Reading]:
    for start, end in part.places:
        own = [at for at, its in enumerate(part.pieces) if start <= its.end - 1 < end]
        if not own:
            yield Reading(float("-inf"))
            continue
        strongest = np.sort(scores[own, TASK])[-STRONGEST:]
        names = _names([part.pieces[at] for at in own], scores[own, OUTSIDE:], start)
        yield Reading(float(strongest.mean()) + kind, tuple(names))


def _names(pieces: Sequence[Piece], scores: Scores, start: int) -> Iterator[Name]:
    """The runs of pieces that are likelier within a name than outside."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = odds / odds.sum(axis=1, keepdims=True)
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
