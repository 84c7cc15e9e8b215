"""The whole bot, served over HTTP by the local chat, on a copy of the starter library."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app.building import build
from bot.app.serving import serving
from bot.app.stopping import Stop
from bot.app.workshop import ledger_path, workshop
from bot.localchat import LocalApi
from bot.settings import Settings

REPOSITORY = Path(__file__).parents[2]


class Reader:
    """A reader in front of a client: says things, presses buttons, sees what comes back."""

    def __init__(self, api, chat, language=None):
        self.api, self.chat, self.language = api, chat, language

    async def say(self, text, **given):
        update = await self.api.post(self.chat, text, language=self.language, **given)
        return await self.api.answers(update, 60)

    async def press(self, answer, label):
        return await self.push(answer, answer.button(label))

    async def push(self, answer, data):
        update = await self.api.press(self.chat, answer.message_id, data, language=self.language)
        return await self.api.answers(update, 60)

    async def send(self, name, content, **given):
        update = await self.api.send_file(self.chat, name, content, language=self.language, **given)
        return await self.api.answers(update, 60)

    async def text(self, text, **given):
        return "\n".join(answer.text for answer in await self.say(text, **given))


@contextlib.asynccontextmanager
async def serve(library, folder, **settings):
    """A running bot on a copy of ``library`` in ``folder``."""
    shutil.copytree(library, folder, dirs_exist_ok=True)
    settings = Settings(data_dir=folder, _env_file=None, **settings)
    async with workshop(settings) as services, LocalApi(ledger_path(services)) as api:
        application = build(services, api.token, api.url, on_done=api.done)
        async with serving(application, settings.language, Stop()):
            yield api


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def api(starter_library, tmp_path_factory):
    """One running bot for all tests that do not change its library."""
    async with serve(starter_library, tmp_path_factory.mktemp("serving")) as api:
        yield api


@pytest.fixture
def reader(api, request):
    """A reader of both languages in a chat of its own."""
    return Reader(api, request.node.name)


@pytest.fixture
def english(api, request):
    """A reader whose client speaks English."""
    return Reader(api, f"{request.node.name} en", "en")


@pytest.fixture
def vietnamese(api, request):
    """A reader whose client speaks Vietnamese."""
    return Reader(api, f"{request.node.name} vi", "vi")


class Command:
    """Runs ``briefing-bot`` in an empty folder on a copy of the starter library."""

    def __init__(self, library, folder):
        self._library, self._folder = library, folder
        self.data = folder / "data"

    def __call__(self, *arguments, starters=True, timeout=120, **settings):
        """The ended process."""
        return self.ended(self.start(*arguments, starters=starters, **settings), timeout)

    def together(self, *lines, timeout=120, **given):
        """Several at once, as they would start one after the other on a single core."""
        started = [self.start(*line, **given) for line in lines]
        return [self.ended(process, timeout) for process in started]

    def start(self, *arguments, starters=True, **settings):
        """The process as it begins."""
        if starters and not self.data.exists():
            shutil.copytree(self._library, self.data)
        empty = self._folder / "empty"
        empty.mkdir(exist_ok=True)
        return subprocess.Popen(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            cwd=empty,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self._folder / "home"),
                "PYTHONPATH": str(REPOSITORY),
                "BRIEFING_DATA_DIR": str(self.data),
                **{f"BRIEFING_{name.upper()}": str(value) for name, value in settings.items()},
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @staticmethod
    def ended(process, timeout=120):
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.fixture
def command(starter_library, tmp_path):
    return Command(starter_library, tmp_path)
