"""The history of the tables, and how a database is brought to its end.

``python -m bot.store.migrations "what changes"`` writes the next step from the difference between
the last one and :mod:`bot.store.models`.

Alembic, which takes a while to load, is asked only where there are steps to take: mostly there are
none, and what state a database is in is seen from its version and from the names of the steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

VERSION_TABLE = "schema_version"
_STEP = re.compile(r"(\d{4})_\w+\.py$")
_LOCK = 72_617_001
"""Number of the advisory lock under which a server's tables are migrated."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a database stands. ``revision`` is ``None`` for one without our tables."""

    revision: str | None
    up_to_date: bool
    newer: bool
    """Its revision is not in our history."""
    foreign: bool
    """It has tables, and none of ours."""


def config() -> Config:
    """Alembic's settings for the steps packaged here."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", "bot.store:migrations")
    settings.set_main_option("path_separator", "os")
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return settings


def state(connection: Connection) -> State:
    """Look where a database stands."""
    there = inspect(connection)
    revision = None
    if there.has_table(VERSION_TABLE):
        revision = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608 - no input
    return State(
        revision,
        up_to_date=revision is not None and revision == newest(),
        newer=revision is not None and revision not in revisions(),
        foreign=revision is None and bool(there.get_table_names()),
    )


def revisions() -> list[str]:
    """The revisions in their order: what the names of the steps begin with."""
    names = sorted(file.name for file in Path(__file__).with_name("versions").iterdir())
    return [match[1] for match in map(_STEP.match, names) if match]


def newest() -> str:
    """The revision that the last step leads to."""
    return revisions()[-1]


def lock(connection: Connection) -> None:
    """Keep other processes from migrating; SQLite's write transaction does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))


def upgrade(connection: Connection, to: str = "head") -> None:
    """Take every step up to ``to`` in the connection's transaction."""
    from alembic import command

    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, to)


def downgrade(connection: Connection, to: str = "base") -> None:
    """Take the steps back down to ``to`` in the connection's transaction."""
    from alembic import command

    settings = config()
    settings.attributes["connection"] = connection
    command.downgrade(settings, to)


def broken_links(connection: Connection) -> list[str]:
    """Tables of an SQLite database with rows that point nowhere."""
    if connection.dialect.name != "sqlite":
        return []
    rows = connection.execute(text("PRAGMA foreign_key_check")).all()
    return sorted({str(row[0]) for row in rows})
