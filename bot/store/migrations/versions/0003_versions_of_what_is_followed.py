"""In which version a conference was known when a chat began to follow it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("follow", sa.Column("version", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("follow", "version")
