"""``run`` on a real terminal: typing, numbers for buttons, leaving."""

import fcntl
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SECONDS = 60


class Screen:
    """A terminal with ``briefing-bot run`` on it."""

    def __init__(self, environment, folder):
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=folder,
            env=environment,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            preexec_fn=self.own_terminal,  # noqa: PLW1509 - no other thread is running here
        )
        os.close(slave)
        self.seen = ""

    @staticmethod
    def own_terminal():
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def until(self, pattern):
        begun, start = time.monotonic(), len(self.seen)
        while time.monotonic() - begun < SECONDS:
            if re.search(pattern, self.seen[start:]):
                return self.seen[start:]
            ready, _, _ = select.select([self.master], [], [], 0.2)
            if ready:
                try:
                    data = os.read(self.master, 65536)
                except OSError:  # the other side is closed
                    break
                self.seen += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", data.decode("utf-8", "replace"))
        raise AssertionError(f"{pattern!r} did not come: {self.seen[start:]!r}")

    def type(self, text):
        os.write(self.master, text if isinstance(text, bytes) else text.encode() + b"\n")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)


@pytest.fixture
def screen(starter_library, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(starter_library, data)
    screen = Screen(
        {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "TERM": "xterm",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(REPOSITORY),
            "BRIEFING_DATA_DIR": str(data),
        },
        tmp_path,
    )
    yield screen
    screen.close()


def test_a_talk(screen):
    screen.until(r"quit ends")
    screen.type("/conferences")
    shown = screen.until(r"\[1\][^\n]*\n(?s:.)*English")
    number = re.search(r"\[(\d+)\] Hội nghị Đối ngoại toàn quốc", screen.seen)[1]
    assert "Hội nghị" in shown
    screen.type(number)
    screen.until("Tóm tắt · Summary")
    screen.type(b"/speaker b\xc3\xb9i \xff thanh s\xc6\xa1n\n")
    screen.until("Bùi Thanh Sơn")
    screen.type("/quit")
    assert screen.process.wait(40) == 0
    assert "Traceback" not in screen.seen


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["ctrl-c", "ctrl-d"])
def test_keys_that_end_it(screen, key):
    screen.until(r"quit ends(?s:.)*> ")
    time.sleep(0.3)  # the prompt stands before line editing is ready for keys
    screen.type(key)
    assert screen.process.wait(40) == 0
    assert "Traceback" not in screen.seen
