"""Numbers that never fall: update and message ids, and the chats that were ever opened.

They are kept in a small SQLite file of their own beside the bot's database, shared by every
process that opens a local chat on the same data (``run`` and ``ask`` side by side). Ids are taken
in blocks; what a block leaves over is lost, which is allowed: ids must rise, not be dense.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
from contextlib import closing
from pathlib import Path

logger = logging.getLogger(__name__)

BLOCK = 64
TABLES = """
CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS chat (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
"""


def chat_number(name: str) -> int:
    """The chat id that a name always gets: positive, the same on every machine."""
    digest = hashlib.blake2b(name.strip().casefold().encode("utf-8", "replace"), digest_size=5)
    return int.from_bytes(digest.digest()) + 1


class Ledger:
    """Counters and known chats, in a file or (``path=None``) in memory only.

    Without a file the counters start at the present second, so that they still rise from one
    start to the next. A file that cannot be read is reported once and done without: it holds
    nothing that cannot be had again.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._next: dict[str, tuple[int, int]] = {}
        self._chats: dict[int, str] = {}
        if path is not None:
            try:
                with closing(self._connect(path)) as db, db:
                    db.executescript(TABLES)
                    self._chats = dict(db.execute("SELECT id, name FROM chat"))
            except (sqlite3.Error, OSError) as error:
                logger.warning("%s: cannot be used for the local chat's ids: %s", path, error)
                self._path = None

    @staticmethod
    def _connect(path: Path) -> sqlite3.Connection:
        path.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(path, timeout=5)

    def take(self, name: str) -> int:
        """The next number of a counter."""
        value, end = self._next.get(name, (0, 0))
        if value >= end:
            value = self._reserve(name, max(value, int(time.time())))
            end = value + BLOCK
        self._next[name] = (value + 1, end)
        return value

    def _reserve(self, name: str, least: int) -> int:
        """Take a block of numbers from the file; its first."""
        if self._path is None:
            return least
        try:
            with closing(self._connect(self._path)) as db, db:
                db.execute("BEGIN IMMEDIATE")
                row = db.execute("SELECT value FROM counter WHERE name = ?", (name,)).fetchone()
                # The clock as a floor keeps ids rising also when the file was thrown away.
                first = max(row[0], least) if row else least
                db.execute(
                    "INSERT INTO counter VALUES (?, ?) "
                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    (name, first + BLOCK),
                )
                return int(first)
        except sqlite3.Error as error:
            logger.warning("%s: %s; going on with ids by the clock", self._path, error)
            self._path = None
            return least + BLOCK

    def open_chat(self, chat: int | str) -> int:
        """Remember a chat by name or id; returns its id."""
        number = chat_number(chat) if isinstance(chat, str) else chat
        if number not in self._chats:
            self._chats[number] = chat if isinstance(chat, str) else str(chat)
            if self._path is not None:
                try:
                    with closing(self._connect(self._path)) as db, db:
                        db.execute(
                            "INSERT OR IGNORE INTO chat VALUES (?, ?)",
                            (number, self._chats[number]),
                        )
                except sqlite3.Error as error:
                    logger.warning("%s: %s", self._path, error)
        return number

    def name(self, chat: int) -> str | None:
        """The name of a chat that was opened, here or by another process; else ``None``."""
        if chat not in self._chats and self._path is not None:
            try:
                with closing(self._connect(self._path)) as db:
                    row = db.execute("SELECT name FROM chat WHERE id = ?", (chat,)).fetchone()
            except sqlite3.Error as error:
                logger.warning("%s: %s", self._path, error)
                return None
            if row:
                self._chats[chat] = row[0]
        return self._chats.get(chat)
