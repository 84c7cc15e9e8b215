"""The style, the types and the layers of the whole tree, checked with the settings beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
BESIDE_PYTHON = Path(sys.executable).parent


def run(*line):
    program = (
        [sys.executable, "-m", *line[1:]]
        if line[0] == "-m"
        else [BESIDE_PYTHON / line[0], *line[1:]]
    )
    done = subprocess.run(
        program, cwd=REPOSITORY, capture_output=True, text=True, timeout=280, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(["-m", "ruff", "check", "--no-cache", "."], id="ruff check"),
        pytest.param(["-m", "ruff", "format", "--no-cache", "--check", "."], id="ruff format"),
        pytest.param(["-m", "mypy"], id="mypy"),
        pytest.param(["lint-imports", "--no-cache"], id="import-linter"),
    ],
)
def test_style(line):
    status, report = run(*line)
    assert status == 0, report[-4000:]


def test_every_exception_from_a_rule_has_its_reason():
    bare = []
    for folder in ("bot", "seeds", "summarizer", "translations", "tests", "benchmarks"):
        for file in (REPOSITORY / folder).rglob("*.py"):
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                _, found, rest = line.partition("# noqa" + ":")
                if found and " - " not in rest:
                    bare.append(f"{file.relative_to(REPOSITORY)}:{number}")
    assert not bare
