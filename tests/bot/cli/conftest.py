import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def briefing_bot(tmp_path):
    """Runs the command in an empty folder with its data in a temporary one."""

    def run(*arguments, given=b"", timeout=120, **environment):
        settings = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path / "home"),
            "PYTHONPATH": str(REPOSITORY),
            "BRIEFING_DATA_DIR": str(tmp_path / "data"),
            **{f"BRIEFING_{name.upper()}": value for name, value in environment.items()},
        }
        folder = tmp_path / "empty"
        folder.mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            input=given if isinstance(given, bytes) else given.encode(),
            capture_output=True,
            timeout=timeout,
            cwd=folder,
            env=settings,
            check=False,
        )
        done.out, done.err = done.stdout.decode(), done.stderr.decode()
        assert environment.get("log_level") or "Traceback" not in done.err
        return done

    return run
