import logging
import shutil

import pytest

from bot.settings import Settings
from bot.store.database import Database


@pytest.fixture
def settings(tmp_path):
    return Settings(_env_file=None, data_dir=tmp_path, language="en", translator="none")


@pytest.fixture
async def db(settings, empty_database):
    shutil.copy(empty_database, settings.data_dir / "briefing.sqlite3")
    database = Database(settings.url)
    await database.open()
    yield database
    await database.close()


@pytest.fixture(autouse=True)
def _as_before():
    """Takes away the handler that ``run`` and ``ask`` set up."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in list(root.handlers):
        if handler not in handlers:
            root.removeHandler(handler)
    root.setLevel(level)
