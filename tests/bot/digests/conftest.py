"""A desk upon a copy of an empty database, and the month that is lived beside the other tests."""

import pickle
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bot.store.database import Database
from tests.bot.digests.desk import Desk

REPOSITORY = Path(__file__).parents[3]
MONTH = pytest.StashKey()


@pytest.fixture
async def desk(tmp_path, empty_database):
    path = tmp_path / "desk.sqlite3"
    shutil.copy(empty_database, path)
    db = Database(f"sqlite:///{path}")
    await db.open()
    yield await Desk(db).open()
    await db.close()


class Month:
    """A month that is lived in a process of its own, on another core where there is one."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory()
        self._file = Path(self._folder.name) / "verdict"
        self._log = (Path(self._folder.name) / "errors").open("w+")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bot.digests.month", self._file],
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._log,
        )

    def __call__(self):
        """What became of it, once it is over."""
        if self._process.wait():
            self._log.seek(0)
            raise AssertionError(self._log.read())
        return pickle.loads(self._file.read_bytes())

    def close(self):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._log.close()
        self._folder.cleanup()


@pytest.fixture
def month(request):
    return request.config.stash[MONTH]


def pytest_collection_modifyitems(items):
    """What looks at the month comes last, when it is over or nearly so."""
    items.sort(key=lambda item: "month" in getattr(item, "fixturenames", ()))


def pytest_collection_finish(session):
    """The month begins with the first test, whichever that is."""
    wanted = any("month" in getattr(item, "fixturenames", ()) for item in session.items)
    if wanted and not session.config.option.collectonly:
        session.config.stash[MONTH] = Month()


def pytest_unconfigure(config):
    if MONTH in config.stash:
        config.stash[MONTH].close()
