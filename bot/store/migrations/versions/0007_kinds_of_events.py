"""Of which kind an event is: a meeting, or a visit. What is there is a meeting."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "conference", sa.Column("kind", sa.String(), nullable=False, server_default="meeting")
    )


def downgrade() -> None:
    op.drop_column("conference", "kind")
