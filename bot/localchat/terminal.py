"""The prompt to type in: what is typed goes to the bot, what it answers is printed.

The number of a button presses it, ``/file PATH`` sends a file, ``/quit`` or the end of input ends
the talk. Everything else is sent as it is.
"""

from __future__ import annotations

import asyncio
import errno
import os
import queue
import stat
import sys
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.localchat.api import LocalApi
from bot.localchat.display import labels, numbered, plain, styled
from bot.localchat.errors import LocalChatError
from bot.localchat.records import Answer

PROMPT = "> "
FILE_LIMIT = 50 * 1024 * 1024
WELCOME = "Type a message; /help lists the commands, a number presses a button, /quit ends."

ReadLine = Callable[[str], Awaitable[str | None]]


class LineReader:
    """Reads lines from the terminal in a thread of its own, so that the bot goes on meanwhile.

    The thread is a daemon: a prompt that waits for input never holds up the end of the program.
    """

    def __init__(self) -> None:
        self._prompts: queue.SimpleQueue[tuple[str, asyncio.Future[str | None]]] = (
            queue.SimpleQueue()
        )
        self._loop = asyncio.get_running_loop()
        with suppress(ImportError):  # line editing and history, where the platform has them
            import readline  # noqa: F401 - importing it is what switches it on
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
        threading.Thread(target=self._work, name="prompt", daemon=True).start()

    def _work(self) -> None:
        while True:
            prompt, future = self._prompts.get()
            try:
                line: str | None = input(prompt)
            except (EOFError, OSError, ValueError):
                line = None
            with suppress(RuntimeError):  # the loop has ended meanwhile
                self._loop.call_soon_threadsafe(_settle, future, line)

    async def __call__(self, prompt: str) -> str | None:
        """The next line, ``None`` at the end of input."""
        future: asyncio.Future[str | None] = self._loop.create_future()
        self._prompts.put((prompt, future))
        return await future


def _settle(future: asyncio.Future[str | None], line: str | None) -> None:
    if not future.done():
        future.set_result(line)


@dataclass(frozen=True, slots=True)
class _Pressable:
    """A button that can be pressed by its number."""

    message_id: int
    data: str


class Terminal:
    """One talk: a chat, where it is printed, and the buttons last shown."""

    def __init__(self, api: LocalApi, chat: int | str, console: Console) -> None:
        self._api, self._chat, self._console = api, chat, console
        self._number = api.open_chat(chat)
        self._buttons: dict[int, _Pressable] = {}

    def show(self, answers: Sequence[Answer]) -> None:
        """Print answers; their buttons, if any, become the ones that numbers press."""
        if any(answer.buttons for answer in answers):
            self._buttons = {}
        shown = 0
        for answer in answers:
            self._console.print(
                styled(answer) if self._console.is_terminal else Text(plain(answer)),
                soft_wrap=True,
                highlight=False,
            )
            for line in numbered(answer, shown + 1):
                self._console.print(Text(line, "green"), soft_wrap=True, highlight=False)
            for _, data, _ in labels(answer):
                shown += 1
                if data is not None:
                    self._buttons[shown] = _Pressable(answer.message_id, data)
            self._console.print()

    def hear(self, answer: Answer) -> None:
        """Print what comes unasked, a digest or an alert, and show the prompt again.

        What goes to another local chat (of ``ask``) is printed too, under its name: this is the
        only screen there is.
        """
        self._console.print()
        if answer.chat == self._number:
            self.show([answer])
        else:
            self.say(f"To the chat {self._api.ledger.name(answer.chat)}:")
            self._console.print(Text(plain(answer)), soft_wrap=True, highlight=False)
        self._console.print(PROMPT, end="")

    def say(self, text: str, style: str = "dim") -> None:
        """Print a line of the terminal's own."""
        self._console.print(Text(text, style), soft_wrap=True)

    async def send(self, line: str) -> None:
        """Send one line as the bot's reader would, and print what comes back."""
        word = line.strip()
        if word.isascii() and word.isdigit() and int(word) in self._buttons:
            button = self._buttons[int(word)]
            update = await self._api.press(self._number, button.message_id, button.data)
        elif word.split(maxsplit=1)[:1] == ["/file"]:
            name = word.removeprefix("/file").strip().strip("'\"")
            if not name:
                self.say("/file PATH sends a file", "red")
                return
            path = Path(name)
            try:
                content = await asyncio.to_thread(_read, path)
            except OSError as error:
                self.say(f"{path}: {error.strerror or error}", "red")
                return
            except (RuntimeError, ValueError) as error:  # no such user's home, a NUL
                self.say(f"{name}: {error}", "red")
                return
            update = await self._api.send_file(self._number, path.name, content)
        else:
            update = await self._api.post(self._number, line)
        try:
            if self._console.is_terminal:
                with self._console.status("…", spinner="dots"):
                    answers = await self._api.answers(update)
            else:
                answers = await self._api.answers(update)
        except LocalChatError as error:
            self.say(str(error), "red")
            return
        if not answers:
            self.say("(no answer)")
        self.show(answers)


def _read(path: Path) -> bytes:
    """The content of a regular file; a pipe could be waited for without end.

    Raises:
        OSError: if it is none, is too large or cannot be read.
        RuntimeError, ValueError: if the path cannot be one.
    """
    path = path.expanduser()
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        is_folder = stat.S_ISDIR(found.st_mode)
        raise OSError(errno.EISDIR, "is a folder" if is_folder else "is not a regular file")
    if found.st_size > FILE_LIMIT:
        raise OSError(27, f"larger than {FILE_LIMIT // 1024 // 1024} MB")
    return path.read_bytes()


async def talk(
    api: LocalApi,
    chat: int | str = "terminal",
    *,
    console: Console | None = None,
    read_line: ReadLine | None = None,
) -> None:
    """Read lines, send them and print the answers, until ``/quit`` or the end of input."""
    console = console or Console()
    terminal = Terminal(api, chat, console)
    api.listeners.append(terminal.hear)
    restore = _terminal_state()
    try:
        read_line = read_line or LineReader()
        terminal.say(WELCOME)
        while (line := await read_line(PROMPT)) is not None:
            if line.strip() in {"/quit", "/exit"}:
                return
            if line.strip():
                await terminal.send(line)
        console.print()
    finally:
        api.listeners.remove(terminal.hear)
        restore()


def _terminal_state() -> Callable[[], None]:
    """Remembers the terminal's modes; returns what puts them back.

    Line editing changes them while a line is read, and the program may end in the middle of one.
    """
    try:
        import termios

        descriptor = sys.stdin.fileno()
        modes = termios.tcgetattr(descriptor)
    except (ImportError, OSError, ValueError, AttributeError):
        return lambda: None
    except termios.error:  # not a terminal
        return lambda: None

    def restore() -> None:
        with suppress(termios.error, OSError):
            if os.isatty(descriptor):
                termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)

    return restore
