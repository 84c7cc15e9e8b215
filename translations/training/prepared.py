"""The file of prepared pairs in a work folder: ``prepare`` writes it, the other steps read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from translations.engine import TranslationError

TRAIN: Final = "train.jsonl"
"""One list a line: the name of the source, then the row."""

Row = list[Any]
"""Source text, target text, spans of terms, spans of phrases."""


def write_rows(work: Path, rows: Iterable[tuple[str, Row]]) -> None:
    """Write the rows, each with the name of its source, into the work folder."""
    with (work / TRAIN).open("w", encoding="utf-8") as out:
        for name, row in rows:
            out.write(json.dumps([name, *row], ensure_ascii=False) + "\n")


def read_rows(work: Path) -> Iterator[tuple[str, Row]]:
    """The rows with the names of their sources, one after the other.

    Raises:
        TranslationError: if nothing was prepared.
    """
    try:
        with (work / TRAIN).open(encoding="utf-8") as lines:
            for line in lines:
                name, *row = json.loads(line)
                yield name, row
    except OSError as error:
        raise TranslationError(
            f"cannot be read: {error.strerror}",
            subject=str(error.filename),
            advice="run prepare first",
        ) from None


def read_pairs(work: Path) -> Iterator[tuple[str, str]]:
    """Source and target text of each row.

    Raises:
        TranslationError: if nothing was prepared.
    """
    return ((row[0], row[1]) for _, row in read_rows(work))
