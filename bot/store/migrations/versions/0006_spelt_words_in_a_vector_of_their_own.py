"""PostgreSQL: the texts as they are spelt in a vector of their own.

A vector has places up to 16,383, and of each word 256 of them: behind the plain texts of a long
article there was no room for the spelt ones. On SQLite, whose index has no such bound, nothing
changes.
"""

from __future__ import annotations

from alembic import op

from bot.store.migrations import full_text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_VECTORS = {
    "vector": {"title": "A", "names": "B", "body": "C"},
    "spelt_vector": {"spelt": "D"},
}


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    full_text.drop(spelt=True)
    columns = ", ".join(
        f"ADD COLUMN {name} tsvector GENERATED ALWAYS AS ({_of(weights)}) STORED"
        for name, weights in _VECTORS.items()
    )
    op.execute(f"ALTER TABLE search_text {columns}")
    op.execute(f"CREATE INDEX search_index ON search_text USING gin ({', '.join(_VECTORS)})")


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute("DROP INDEX search_index")
    columns = ", ".join(f"DROP COLUMN {name}" for name in _VECTORS)
    op.execute(f"ALTER TABLE search_text {columns}")
    full_text.create(spelt=True)


def _of(weights: dict[str, str]) -> str:
    return " || ".join(
        f"setweight(to_tsvector('simple', {column}), '{weight}')"
        for column, weight in weights.items()
    )
