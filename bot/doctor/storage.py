"""The database and the folder it lies in, looked at without touching them."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.doctor.findings import Finding, Level
from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

ROOM = 200 * 1024 * 1024
"""Bytes that should be free where the database lies."""


def database(settings: Settings) -> Iterator[Finding]:
    from sqlalchemy import create_engine
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.pool import NullPool

    from bot.store.database import DRIVERS, Database, DatabaseError

    try:
        database = Database(settings.url)
    except DatabaseError as error:
        yield Finding("database", Level.WRONG, str(error))
        return
    path = database.path
    address: URL | str
    if path is not None:
        yield from _folder(path.absolute().parent, settings)
        if path.exists() and not path.is_file():
            yield _no_file(path.absolute(), settings)
            return
        yield from _file(path.absolute())
        if not path.exists():
            yield Finding(
                "database", Level.OK, f"{path} is not there yet; run, ask and ingest make it"
            )
            return
        address = f"sqlite:///file:{path.absolute()}?mode=ro&uri=true"
    else:
        drivers = {driver for driver in DRIVERS.values() if driver.startswith("postgresql")}
        driver = database.url.drivername
        address = database.url.set(drivername=driver if driver in drivers else "sqlite")
    try:
        engine = create_engine(address, poolclass=NullPool)
        with engine.connect() as connection:
            yield from _tables(connection, database.subject)
    except ModuleNotFoundError as error:
        yield Finding(
            "database",
            Level.WRONG,
            f"the driver {error.name} is missing",
            'pip install "briefing-bot[postgres]"',
        )
    except SQLAlchemyError as error:
        text = str(getattr(error, "orig", None) or error).splitlines()[0]
        yield Finding(
            "database",
            Level.WRONG,
            f"{database.subject}: {text}",
            "the file has been left as it is; restore a backup, or name another database in "
            "BRIEFING_DATABASE_URL",
        )


def _folder(folder: Path, settings: Settings) -> Iterator[Finding]:
    import shutil

    there = folder
    while not there.exists():
        there = there.parent
    if not os.access(there, os.W_OK | os.X_OK):
        setting = "BRIEFING_DATABASE_URL" if settings.database_url else "BRIEFING_DATA_DIR"
        yield Finding(
            "database",
            Level.WRONG,
            f"the folder {there} cannot be written by {_user()}; it belongs to {_owner(there)}",
            f"have its owner run: chown {_user()} {shlex.quote(str(there))} (where the disk is "
            f"mounted read-only, that does not help); or set {setting} to another place",
        )
        return
    free = shutil.disk_usage(there).free
    if free < ROOM:
        yield Finding(
            "database", Level.WRONG, f"only {free / 1e6:.0f} MB are free in {there}", "make room"
        )


def _no_file(path: Path, settings: Settings) -> Finding:
    """That there is something else where the file of the database should lie."""
    kind = "folder" if path.is_dir() else "device or pipe"
    if settings.database_url:
        advice = "name a file in BRIEFING_DATABASE_URL"
        if path.is_dir():
            advice += f", for instance sqlite:///{path / 'briefing.sqlite3'}"
    else:
        advice = "move it away, or set BRIEFING_DATA_DIR to another place"
    return Finding("database", Level.WRONG, f"{path} is a {kind}, no database file", advice)


def _file(path: Path) -> Iterator[Finding]:
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        yield Finding(
            "database",
            Level.WRONG,
            f"{path} cannot be read and written by {_user()}; it belongs to {_owner(path)}",
            f"have its owner run: chown {_user()} {shlex.quote(str(path))}",
        )


def _user() -> str:
    """The user of this process; its number where it has no name."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid()) if hasattr(os, "getuid") else "this user"


def _owner(path: Path) -> str:
    try:
        return path.owner()
    except (KeyError, OSError, NotImplementedError):
        return "another user"


def _tables(connection: Connection, subject: str) -> Iterator[Finding]:
    from sqlalchemy import func, select

    from bot.store import migrations
    from bot.store.deliveries import OFFERED, UNCERTAIN
    from bot.store.models import Article, Chat, Delivery, Schedule

    state = migrations.state(connection)
    if state.newer:
        yield Finding(
            "database",
            Level.WRONG,
            f"{subject} was made by a newer version (schema {state.revision})",
            "install that version again, or name another database in BRIEFING_DATABASE_URL",
        )
        return
    if state.foreign:
        yield Finding(
            "database",
            Level.WRONG,
            f"{subject} is the database of another application",
            "name another one in BRIEFING_DATABASE_URL",
        )
        return
    if state.revision is None:
        yield Finding("database", Level.OK, f"{subject} is empty; run, ask and ingest fill it")
        return
    if not state.up_to_date:
        yield Finding(
            "database",
            Level.NOTE,
            f"{subject} has the schema {state.revision} of an older version",
            "the next run, ask or ingest brings it up to date and keeps a copy",
        )
        return
    count = {
        table: connection.scalar(select(func.count()).select_from(table))
        for table in (Article, Chat, Schedule)
    }
    shown = connection.scalar(select(func.count(Article.id)).where(Article.starter.is_(True)))
    yield Finding(
        "database",
        Level.OK,
        f"{subject}: schema {state.revision}, {count[Article]} articles ({shown} starters), "
        f"{count[Chat]} chats, {count[Schedule]} schedules",
    )
    doubtful = connection.scalar(
        select(func.count(Delivery.id)).where(Delivery.state.in_((UNCERTAIN, OFFERED)))
    )
    if doubtful:
        yield Finding(
            "database",
            Level.NOTE,
            f"{doubtful} digests may not have arrived",
            "`briefing-bot digest deliveries` shows them, `digest resend` sends them again",
        )
    if connection.dialect.name == "sqlite":
        result = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if result != "ok":
            yield Finding(
                "database",
                Level.WRONG,
                f"{subject} is damaged: {result}",
                "stop the bot and restore a backup",
            )
