"""The history of the tables, and how a database is brought to its end.

``python -m bot.store.migrations "what changes"`` writes the next step from the difference between
the last one and :mod:`bot.store.models`.
"""

from __future__ import annotations

from dataclasses import dataclass

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

VERSION_TABLE = "schema_version"
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
    settings = Config()
    settings.set_main_option("script_location", "bot.store:migrations")
    settings.set_main_option("path_separator", "os")
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return settings


def state(connection: Connection) -> State:
    """Look where a database stands."""
    steps = ScriptDirectory.from_config(config())
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    revision = context.get_current_revision()
    known = {step.revision for step in steps.walk_revisions()}
    return State(
        revision,
        up_to_date=revision is not None and revision == steps.get_current_head(),
        newer=revision is not None and revision not in known,
        foreign=revision is None and bool(inspect(connection).get_table_names()),
    )


def lock(connection: Connection) -> None:
    """Keep other processes from migrating; SQLite's write transaction does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))


def upgrade(connection: Connection, to: str = "head") -> None:
    """Take every step up to ``to`` in the connection's transaction."""
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, to)


def downgrade(connection: Connection, to: str = "base") -> None:
    """Take the steps back down to ``to`` in the connection's transaction."""
    settings = config()
    settings.attributes["connection"] = connection
    command.downgrade(settings, to)


def broken_links(connection: Connection) -> list[str]:
    """Tables of an SQLite database with rows that point nowhere."""
    if connection.dialect.name != "sqlite":
        return []
    rows = connection.execute(text("PRAGMA foreign_key_check")).all()
    return sorted({str(row[0]) for row in rows})
