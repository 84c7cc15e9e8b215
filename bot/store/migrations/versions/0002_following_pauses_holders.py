"""Following, pauses, holders."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def _columns() -> dict[str, list[sa.Column[Any]]]:
    # Rows that are there already get the defaults of the server; the models always write a value.
    return {
        "chat": [
            sa.Column("blocked_at", INSTANT, nullable=True),
            sa.Column("paused_until", sa.Date(), nullable=True),
            sa.Column("quiet_weekdays", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("quiet_dates", sa.JSON(), nullable=False, server_default="[]"),
            sa.Column("alerts_a_day", sa.Integer(), nullable=False, server_default="5"),
        ],
        "schedule": [
            sa.Column("kind", sa.String(), nullable=False, server_default="digest"),
            sa.Column("when_empty", sa.String(), nullable=False, server_default="news"),
            sa.Column("thread", sa.Integer(), nullable=True),
        ],
        "delivery": [
            sa.Column("thread", sa.Integer(), nullable=True),
            sa.Column("late", sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column("holder", sa.String(), nullable=True),
            sa.Column("held_until", INSTANT, nullable=True),
            sa.Column("not_before", INSTANT, nullable=True),
        ],
        "delivery_item": [
            sa.Column("reason", sa.String(), nullable=False, server_default=""),
        ],
    }


def upgrade() -> None:
    op.create_table(
        "follow",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("thing", sa.String(), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("alerts", sa.Boolean(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=True),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("not_before", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chat.id"], name=op.f("fk_follow_chat_id_chat"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow")),
        sa.UniqueConstraint(
            "chat_id",
            "thing",
            "thing_id",
            "text",
            name=op.f("uq_follow_chat_id_thing_thing_id_text"),
        ),
    )
    op.create_index("ix_follow_due", "follow", ["alerts", "mark"], unique=False)
    for table, columns in _columns().items():
        for column in columns:
            # Added in place, never by copying the table: what refers to its rows stays.
            op.add_column(table, column)


def downgrade() -> None:
    for table, columns in reversed(_columns().items()):
        for column in reversed(columns):
            op.drop_column(table, column.name)
    op.drop_index("ix_follow_due", "follow")
    op.drop_table("follow")
