"""An empty database, migrated once for all tests here, and a desk upon a copy of it."""

import asyncio
import shutil

import pytest

from bot.store.database import Database
from tests.bot.digests.desk import Desk


@pytest.fixture(scope="session")
def blank_database(tmp_path_factory):
    path = tmp_path_factory.mktemp("database") / "blank.sqlite3"

    async def make():
        db = Database(f"sqlite:///{path}")
        await db.open()
        await db.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def desk(tmp_path, blank_database):
    path = tmp_path / "desk.sqlite3"
    shutil.copy(blank_database, path)
    db = Database(f"sqlite:///{path}")
    await db.open()
    yield await Desk(db).open()
    await db.close()
