"""The database: opened once, migrated on the way, read and written through two kinds of session.

On SQLite, readers take a snapshot (``BEGIN``) and never wait for the writer; a writer asks for the
write lock at once (``BEGIN IMMEDIATE``), because a transaction that first reads and then wants to
write could only fail when another one was faster. Writers of one process queue in order of
arrival, and only then for the lock of the file.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
import os
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.pool import NullPool

from bot.store import migrations
from bot.store.upgrading import Upgrade

T = TypeVar("T")

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg2": "postgresql+psycopg",
    "sqlite+pysqlite": "sqlite+aiosqlite",
}
"""Addresses as people write them, with the driver that is used."""
PATIENCE = 10.0
"""Seconds to wait for another writer."""
_AGAIN = 0.05
_NEEDED = 64 * 1024
"""Bytes on the disk without which not even what writers share in memory can be laid out."""
_HEADER = b"SQLite format 3\x00"


class DatabaseError(Exception):
    """The database cannot be used. Says what is wrong, with what, and what to do."""

    def __init__(self, message: str, *, subject: str, advice: str) -> None:
        super().__init__(message)
        self.message, self.subject, self.advice = message, subject, advice

    def __str__(self) -> str:
        return f"{self.subject}: {self.message} ({self.advice})"


class Database:
    """A database by its SQLAlchemy address, e.g. ``sqlite:////var/lib/bot/briefing.sqlite3``."""

    def __init__(self, url: str, *, patience: float = PATIENCE) -> None:
        """Nothing is touched before :meth:`open`.

        Raises:
            DatabaseError: if ``url`` is no address of a kind of database that is supported.
        """
        self.url = _address(url)
        self._patience = patience
        self._engine: AsyncEngine | None = None
        self._queue = asyncio.Lock()

    @property
    def path(self) -> Path | None:
        """The file of an SQLite database; ``None`` for one in memory or on a server."""
        name = self.url.database
        if not self._is_sqlite or not name or name == ":memory:" or name.startswith("file:"):
            return None
        return Path(name)

    @property
    def subject(self) -> str:
        """What to call this database in a message: its file, or its address without password."""
        return str(self.path or self.url.render_as_string(hide_password=True))

    @property
    def _is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    async def open(self) -> None:
        """Make the database if there is none, or bring its tables up to date.

        An SQLite file is copied beside itself before its tables are changed. Never overwrites
        anything.

        Raises:
            DatabaseError: if the file is no database, not one of ours, broken, locked, made by a
                newer version, or in a folder that cannot be written; or the server cannot be
                reached.
        """
        if self._engine is not None:
            return
        if self.path:
            _prepare(self.path)
        with self._explained():
            engine = await self._made_ready()
        self._engine = engine
        self._sessions = async_sessionmaker(expire_on_commit=False)
        self._for_writing = engine.execution_options(writes=True)

    async def _made_ready(self) -> AsyncEngine:
        """Migrate and connect. Where another process makes the same file at the same time, SQLite
        answers "locked" at once and does not wait as it does otherwise: then we try again.
        """
        clock = asyncio.get_running_loop().time
        until = clock() + self._patience
        while True:
            engine, begun = _engine(self.url, self._patience), clock()
            try:
                await self._migrate()
                async with engine.connect():
                    return engine  # a new file is switched to write-ahead logging on the way
            except BaseException as error:
                await engine.dispose()
                late = clock() > until or clock() - begun > self._patience / 2  # it has waited
                if late or not isinstance(error, DBAPIError) or "locked" not in str(error.orig):
                    raise
            await asyncio.sleep(_AGAIN)

    async def close(self) -> None:
        """Give all connections back."""
        if self._engine is not None:
            engine, self._engine = self._engine, None
            await engine.dispose()

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session that sees one state of the database throughout and writes nothing."""
        self._require_open()
        with self._explained():
            async with self._sessions(bind=self._engine) as session:
                yield session  # closing rolls back, and leaves what was loaded readable

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A session in a write transaction: committed at the end, undone upon an exception."""
        self._require_open()
        async with self._turn():
            with self._explained():
                async with self._sessions(bind=self._for_writing) as session, session.begin():
                    yield session

    async def transact(self, work: Callable[[Connection], T]) -> T:
        """Do work in a write transaction of its own, and commit it; returns what it returns.

        For small steps done thousands of times: the statements are run one after the other by
        plain code, without a session around them.
        """
        self._require_open()
        async with self._turn():
            with self._explained():
                async with self._for_writing.begin() as connection:
                    return await connection.run_sync(work)

    @contextlib.asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Be the one writer of this process."""
        try:
            async with asyncio.timeout(self._patience * 3):
                await self._queue.acquire()
        except TimeoutError:
            raise self._locked() from None
        try:
            yield
        finally:
            self._queue.release()

    def _require_open(self) -> None:
        if self._engine is None:
            raise RuntimeError("the database is not open")

    async def _migrate(self) -> None:
        # A separate engine: tables are rebuilt with foreign keys off, which SQLite only lets a
        # connection do outside a transaction.
        engine = _engine(self.url, self._patience, migrating=True)
        try:
            async with engine.connect() as connection:
                state = await connection.run_sync(migrations.state)
                await connection.rollback()
            if state.up_to_date:
                return
            self._refuse(state)
            async with engine.execution_options(writes=True).begin() as connection:
                upgrade = await connection.run_sync(self._upgrade)
            if upgrade is not None:
                upgrade.done()
        finally:
            await engine.dispose()

    def _upgrade(self, connection: Connection) -> Upgrade | None:
        """Take the steps that lack. A new database needs no announcement."""
        migrations.lock(connection)
        state = migrations.state(connection)  # another process may have been faster
        self._refuse(state)
        if state.up_to_date:
            return None
        upgrade = None
        if state.revision is not None:
            # Others may still read, and so may the copy, but nobody writes any more.
            upgrade = Upgrade(connection, self.subject, state.revision, self.path)
        migrations.upgrade(connection)
        if broken := migrations.broken_links(connection):
            raise DatabaseError(
                f"rows point to rows that are not there: {', '.join(broken)}",
                subject=self.subject,
                advice="nothing was changed; restore a backup, or report this",
            )
        return upgrade

    def _refuse(self, state: migrations.State) -> None:
        if state.newer:
            raise DatabaseError(
                f"was made by a newer version of the bot (schema {state.revision})",
                subject=self.subject,
                advice="install that version, or name another database in BRIEFING_DATABASE_URL",
            )
        if state.foreign:
            raise DatabaseError(
                "is the database of another application",
                subject=self.subject,
                advice="name another one in BRIEFING_DATABASE_URL",
            )

    @contextlib.contextmanager
    def _explained(self) -> Any:
        try:
            yield
        except DBAPIError as error:
            if known := self._explain(error):
                raise known from error
            raise
        except SQLAlchemyError as error:
            if self._engine is not None:
                raise
            raise DatabaseError(
                str(error), subject=self.subject, advice="see BRIEFING_DATABASE_URL"
            ) from error
        except ModuleNotFoundError as error:
            if self._engine is not None:
                raise
            raise DatabaseError(
                f"its driver is not installed: {error.name}",
                subject=self.subject,
                advice='pip install "briefing-bot[postgres]"',
            ) from error

    def _explain(self, error: DBAPIError) -> DatabaseError | None:
        text = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else ""
        if "disk I/O error" in text and self.path and _is_full(self.path):
            text = "disk is full"  # which SQLite says only where it is a write that fails
        if "locked" in text or "busy" in text:
            return self._locked()
        for words, message, advice in _TROUBLES:
            if words in text:
                return DatabaseError(message, subject=self.subject, advice=advice)
        if self._engine is None:
            return DatabaseError(
                f"cannot be opened: {text}",
                subject=self.subject,
                advice="check BRIEFING_DATABASE_URL and that the database is running",
            )
        return None

    def _locked(self) -> DatabaseError:
        return DatabaseError(
            "is locked by another program",
            subject=self.subject,
            advice="close what else has it open and try again",
        )


_TROUBLES = (
    (
        "not a database",
        "is no SQLite database",
        "move the file away, or name another one in BRIEFING_DATABASE_URL",
    ),
    (
        "malformed",
        "is damaged",
        "restore a copy of it; the file has been left as it is",
    ),
    ("disk is full", "there is no space left on the disk", "free some and start again"),
    ("readonly database", "cannot be written", "check who owns the file and its folder"),
    ("unable to open", "cannot be opened", "check who owns the file and its folder"),
    ("disk I/O error", "cannot be read from the disk", "check the disk, restore a copy"),
)


def _address(url: str) -> URL:
    try:
        address = make_url(url)
        address = address.set(drivername=DRIVERS.get(address.drivername, address.drivername))
        backend = address.get_backend_name()
    except (ArgumentError, ValueError):
        backend = ""
    if backend not in {"sqlite", "postgresql"}:
        scheme = url.split(":", 1)[0]
        raise DatabaseError(
            "is no address of an SQLite or PostgreSQL database",
            subject=scheme if "://" in url else "BRIEFING_DATABASE_URL",
            advice="write sqlite:////folder/file.sqlite3 or postgresql://user@host/name",
        )
    return address


def _engine(url: URL, patience: float, *, migrating: bool = False) -> AsyncEngine:
    # Vietnamese letters as they are take half the space of their escapes.
    options: dict[str, Any] = {"json_serializer": functools.partial(json.dumps, ensure_ascii=False)}
    memory = url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}
    if migrating and not memory:
        options["poolclass"] = NullPool
    if url.get_backend_name() == "postgresql":
        return create_async_engine(url, pool_pre_ping=True, **options)
    engine = create_async_engine(url, connect_args={"timeout": patience}, **options)

    @event.listens_for(engine.sync_engine, "connect")
    def _set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        cursor = connection.cursor()
        if not migrating:  # the file may yet turn out to be somebody else's
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute(f"PRAGMA foreign_keys={'OFF' if migrating else 'ON'}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.absolute().parent).free < _NEEDED
    except OSError:
        return False


def _prepare(path: Path) -> None:
    """Make the folder; refuse what is plainly no database before SQLite touches it."""
    folder = path.absolute().parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(
            f"its folder cannot be made: {error.strerror}",
            subject=str(path),
            advice="name another one in BRIEFING_DATA_DIR or BRIEFING_DATABASE_URL",
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise DatabaseError(
            "its folder cannot be written",
            subject=str(path),
            advice="name another one in BRIEFING_DATA_DIR or BRIEFING_DATABASE_URL",
        )
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "is a folder")
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except FileNotFoundError:
        return
    except OSError as error:
        raise DatabaseError(
            f"cannot be read: {error.strerror}",
            subject=str(path),
            advice="name another file in BRIEFING_DATABASE_URL",
        ) from error
    if start and start != _HEADER:
        raise DatabaseError(
            "is no SQLite database",
            subject=str(path),
            advice="move the file away, or name another one in BRIEFING_DATABASE_URL",
        )
