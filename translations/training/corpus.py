"""Sentence pairs: read, put into the models' form, filtered, kept apart from measuring sets."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.text.folding import fold
from translations.engine import TranslationError
from translations.training.settings import Source
from translations.words.wording import plain

_SPACED = re.compile(r"\s+([.,;:!?%)\]])")
_NO_WORD = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A Vietnamese sentence and its English."""

    vi: str
    en: str


def key(text: str) -> str:
    """What two sentences have in common that are the same for learning: their folded letters."""
    return _NO_WORD.sub("", fold(text))


def read_pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a tab-separated file (``vi<TAB>en``, further columns ignored), plain or .gz.

    Raises:
        TranslationError: if the file is not there.
    """
    for line in read_lines(path):
        cells = line.split("\t")
        if len(cells) >= 2 and cells[:2] != ["vi", "en"]:
            yield Pair(_tidy(cells[0]), _tidy(cells[1]))


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a text file, plain or .gz, without their ends.

    Raises:
        TranslationError: if the file is not there.
    """
    if not path.is_file():
        raise TranslationError("no such file", subject=str(path), advice="see --data")
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def path_of(source: Source, data: Path, work: Path) -> Path:
    """The file with a source's pairs, in the work folder where ``backtranslate`` makes them."""
    return work / f"{source.name}.tsv" if source.sentences else data / "corpus" / source.file


def _tidy(text: str) -> str:
    return _SPACED.sub(r"\1", plain(text))


def fits(pair: Pair) -> bool:
    """Whether the two sides can be translations of each other, by their lengths and letters."""
    vi, en = len(pair.vi), len(pair.en)
    if not vi or not en or max(vi, en) > 1200:
        return False
    if max(vi, en) > 20 and not 0.4 < vi / en < 2.5:
        return False
    return key(pair.vi) != key(pair.en) or vi < 30


def measuring_keys(data: Path) -> set[str]:
    """Keys of every sentence of the measuring sets under ``data/eval``, in both languages."""
    keys: set[str] = set()
    for path in sorted((data / "eval").rglob("*")):
        if path.is_file() and path.suffix in {".vi", ".en"}:
            with path.open(encoding="utf-8") as lines:
                keys.update(key(line) for line in lines)
    keys.discard("")
    return keys


def checksum(path: Path) -> str:
    """The SHA-256 of a file, kept with the model."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
