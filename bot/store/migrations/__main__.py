"""Write the next step of the history: ``python -m bot.store.migrations "what changes"``."""

from __future__ import annotations

import sys

from alembic import command
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from bot.store.migrations import config, upgrade


def main(message: str) -> None:
    """Compare an empty database, brought to the last step, with the models."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        upgrade(connection)
        settings = config()
        settings.attributes["connection"] = connection
        number = len(list(_steps())) + 1
        command.revision(settings, message, autogenerate=True, rev_id=f"{number:04d}")


def _steps() -> list[str]:
    from alembic.script import ScriptDirectory

    return [step.revision for step in ScriptDirectory.from_config(config()).walk_revisions()]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit('usage: python -m bot.store.migrations "what changes"')
    main(sys.argv[1])
