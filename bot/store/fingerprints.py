"""What makes two texts the same, or nearly the same.

The fingerprint hashes the words of a text without marks, case and punctuation. The signature is a
MinHash (Broder 1997) over runs of three words: the share of equal numbers in two signatures
estimates the Jaccard similarity of the texts. Cut into bands it finds the pairs worth comparing
(locality-sensitive hashing; Leskovec, Rajaraman & Ullman, ch. 3): with 16 bands of 4 numbers a pair
of similarity .5 is looked at with a chance of two in three, one of .7 practically always.
"""

from __future__ import annotations

import functools
import hashlib
import zlib

import numpy as np

from summarizer.text.folding import fold, words

RUN = 3
"""Words in a run."""
NUMBERS = 64
"""Numbers in a signature."""
BANDS = 16
SAME_STORY = 0.5
"""Estimated similarity from which two articles are nearly the same text."""
_FEWEST_RUNS = 20
"""Texts with fewer runs have no signature: chance would make them alike."""
_PRIME = np.uint64((1 << 31) - 1)


def fingerprint(*parts: str) -> str:
    """Hash of the words of several parts together; how they are cut into parts does not matter."""
    return hashlib.sha256(" ".join(_folded_words(parts)).encode()).hexdigest()[:32]


def signature(*parts: str) -> bytes:
    """The MinHash of a text as 64 little-endian 32-bit numbers; empty for a very short one."""
    folded = _folded_words(parts)
    runs = {" ".join(folded[i : i + RUN]) for i in range(len(folded) - RUN + 1)}
    if len(runs) < _FEWEST_RUNS:
        return b""
    hashes = np.fromiter((zlib.crc32(run.encode()) for run in runs), np.uint64, len(runs))
    factors, offsets = _permutations()
    # Products stay below 2**62: hashes and factors have 31 bits.
    mixed = (factors[:, None] * (hashes & _PRIME)[None, :] + offsets[:, None]) % _PRIME
    return mixed.min(axis=1).astype("<u4").tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """Estimated Jaccard similarity of the texts behind two signatures, 0 to 1."""
    if not one or not other:
        return 0.0
    return float(np.mean(np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")))


def bands(signed: bytes) -> list[int]:
    """One number per band of a signature; equal numbers under one index: look at the pair."""
    width = len(signed) // BANDS
    return [
        zlib.crc32(bytes([i]) + signed[i * width : (i + 1) * width]) for i in range(BANDS) if width
    ]


def _folded_words(parts: tuple[str, ...]) -> list[str]:
    return [word for part in parts for word in words(fold(part))]


@functools.cache
def _permutations() -> tuple[np.ndarray, np.ndarray]:
    # Part of the format, as signatures are kept in the database: not left to a random generator
    # whose stream may change with its version.
    draws = [
        int.from_bytes(hashlib.blake2b(b"signature %d" % i, digest_size=8).digest()) % int(_PRIME)
        for i in range(2 * NUMBERS)
    ]
    factors = np.array([max(draw, 1) for draw in draws[:NUMBERS]], np.uint64)
    return factors, np.array(draws[NUMBERS:], np.uint64)
