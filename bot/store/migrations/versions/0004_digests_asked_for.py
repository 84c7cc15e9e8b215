"""Up to where in the library the digests told that a chat asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("chat", sa.Column("read_to", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("chat", "read_to")
