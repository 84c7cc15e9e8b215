"""What all tests share: no setting of the machine reaches them, and one library of starters."""

import asyncio
import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


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
    return folder
