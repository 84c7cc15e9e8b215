"""What is said and kept where the tables of an old database are brought up to date.

It may take a while and needs room on the disk, and the process does nothing else meanwhile: so one
line is written before and one after. They are warnings, as an operator sees these by default.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, text

from bot.store import migrations

_log = logging.getLogger(__name__)

TEXTS_ANEW: Final = "0005"
"""The step that writes the texts of all articles anew."""
ANEW: Final = 1.4
"""Times the size of an SQLite database that this step writes before it is done, beside the database
and its copy. The other steps write next to nothing."""
_MEGABYTE: Final = 1_000_000


class Upgrade:
    """An upgrade of the database ``subject`` that begins now: it is announced, and an SQLite file,
    which ``path`` is, copied.

    Where it fails nothing more is written here: the error says the rest.
    """

    def __init__(
        self, connection: Connection, subject: str, revision: str, path: Path | None
    ) -> None:
        self._subject = subject
        self._articles = connection.execute(text("SELECT count(*) FROM article")).scalar() or 0
        self._begun = time.monotonic()
        _log.warning(
            "%s: its tables are brought up to date, from step %s to %s (articles: %d)%s",
            subject, revision, migrations.newest(), self._articles,
            _room(path, revision) if path else "",
        )  # fmt: skip
        self._copy = back_up(path, revision) if path is not None else None

    def done(self) -> None:
        """Say that it is over, and what of it is left on the disk."""
        kept = f"; as it was before, it is kept in {self._copy.name}" if self._copy else ""
        _log.warning(
            "%s: its tables are up to date after %.1f s (articles: %d)%s",
            self._subject, time.monotonic() - self._begun, self._articles, kept,
        )  # fmt: skip


def back_up(path: Path, revision: str) -> Path:
    """Copy a database beside itself, with what still stands in its journal."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = path.with_name(f"{path.name}-{revision}-{stamp}")
    with (
        contextlib.closing(sqlite3.connect(path)) as source,
        contextlib.closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    copy.chmod(0o600)
    return copy


def _room(path: Path, revision: str) -> str:
    """What it needs of the disk, and what there is."""
    size, free = path.stat().st_size, shutil.disk_usage(path.absolute().parent).free
    needed, why = float(size), "for a copy of it"
    if revision < TEXTS_ANEW:
        needed, why = size * (1 + ANEW), "for a copy of it and, until it is done, for its new texts"
    short = "" if needed < free else ", which may not be enough"
    return (
        f"; the file has {_megabytes(size)} and needs another {_megabytes(needed)} of the disk"
        f" {why}; {_megabytes(free)} are free{short}"
    )


def _megabytes(size: float) -> str:
    return f"{max(1, round(size / _MEGABYTE))} MB"
