"""The full-text index over ``search_text``, which no model describes.

The texts in that table are folded already. On SQLite the index is an FTS5 table that takes its
content from there and is kept in step by triggers; on PostgreSQL it is a GIN index.
"""

from __future__ import annotations

from alembic import op

_COLUMNS = "title, body, names"
_INSERT = (
    "INSERT INTO search_index(rowid, title, body, names) "
    "VALUES (new.article_id, new.title, new.body, new.names);"
)
_DELETE = (
    "INSERT INTO search_index(search_index, rowid, title, body, names) "
    "VALUES ('delete', old.article_id, old.title, old.body, old.names);"
)


def create() -> None:
    """Make the index; ``search_text`` must be there."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX search_index ON search_text USING gin "
            "(to_tsvector('simple', title || ' ' || body || ' ' || names))"
        )
        return
    op.execute(
        f"CREATE VIRTUAL TABLE search_index USING fts5({_COLUMNS}, content='search_text', "
        "content_rowid='article_id', tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute(f"CREATE TRIGGER search_text_insert AFTER INSERT ON search_text BEGIN {_INSERT} END")
    op.execute(f"CREATE TRIGGER search_text_delete AFTER DELETE ON search_text BEGIN {_DELETE} END")
    op.execute(
        "CREATE TRIGGER search_text_update AFTER UPDATE ON search_text "
        f"BEGIN {_DELETE} {_INSERT} END"
    )


def drop() -> None:
    """Remove the index; the triggers go with ``search_text`` itself."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX search_index")
        return
    for name in ("insert", "delete", "update"):
        op.execute(f"DROP TRIGGER search_text_{name}")
    op.execute("DROP TABLE search_index")
