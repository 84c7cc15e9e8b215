"""Run by Alembic for every command. The connection comes from the caller, in its transaction."""

from __future__ import annotations

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context

from bot.store.migrations import VERSION_TABLE
from bot.store.models import Base, UtcDateTime


def _is_ours(_thing: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    # The full-text index and its inner tables are written by hand in the migrations.
    return not (kind == "table" and name is not None and name.startswith("search_index"))


def _render(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    # Old steps must not change when the models do.
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def _compare_type(
    _context: Any, _column: Any, _model_column: Any, found: Any, expected: Any
) -> bool | None:
    if isinstance(expected, UtcDateTime):
        return not isinstance(found, sa.DateTime)
    return None


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
    include_object=_is_ours,
    render_item=_render,
    compare_type=_compare_type,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
