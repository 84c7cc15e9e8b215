"""The full-text index over ``search_text``, which no model describes.

The texts in that table are folded already; the column ``spelt`` has them with their marks. On
SQLite the index is an FTS5 table that takes its content from there and is kept in step by triggers;
on PostgreSQL it is a GIN index, of a vector that the server makes of the columns.
"""

from __future__ import annotations

from alembic import op

_COLUMNS = ("title", "body", "names")
_SPELT = "spelt"
_WEIGHTS = {"title": "A", "names": "B", "body": "C", "spelt": "D"}


def create(*, spelt: bool = False) -> None:
    """Make the index over what ``search_text`` has; with the texts as they are ``spelt``."""
    if op.get_bind().dialect.name == "postgresql":
        if spelt:
            vector = " || ".join(
                f"setweight(to_tsvector('simple', {column}), '{weight}')"
                for column, weight in _WEIGHTS.items()
            )
            op.execute(
                f"ALTER TABLE search_text ADD COLUMN vector tsvector "
                f"GENERATED ALWAYS AS ({vector}) STORED"
            )
            op.execute("CREATE INDEX search_index ON search_text USING gin (vector)")
            return
        op.execute(
            "CREATE INDEX search_index ON search_text USING gin "
            "(to_tsvector('simple', title || ' ' || body || ' ' || names))"
        )
        return
    columns = (*_COLUMNS, _SPELT) if spelt else _COLUMNS
    named, new, old = (
        ", ".join(f"{row}{column}" for column in columns) for row in ("", "new.", "old.")
    )
    into = f"INSERT INTO search_index(rowid, {named})"
    insert = f"{into} VALUES (new.article_id, {new});"
    delete = f"{into.replace('(', '(search_index, ', 1)} VALUES ('delete', old.article_id, {old});"
    op.execute(
        f"CREATE VIRTUAL TABLE search_index USING fts5({named}, content='search_text', "
        "content_rowid='article_id', tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute("INSERT INTO search_index(search_index) VALUES ('rebuild')")
    op.execute(f"CREATE TRIGGER search_text_insert AFTER INSERT ON search_text BEGIN {insert} END")
    op.execute(f"CREATE TRIGGER search_text_delete AFTER DELETE ON search_text BEGIN {delete} END")
    op.execute(
        f"CREATE TRIGGER search_text_update AFTER UPDATE ON search_text BEGIN {delete} {insert} END"
    )


def drop(*, spelt: bool = False) -> None:
    """Remove the index."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX search_index")
        if spelt:
            op.execute("ALTER TABLE search_text DROP COLUMN vector")
        return
    for name in ("insert", "delete", "update"):
        op.execute(f"DROP TRIGGER search_text_{name}")
    op.execute("DROP TABLE search_index")
