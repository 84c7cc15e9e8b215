"""Reading the word lists that stand beside the glossary, in ``terminology``."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

FOLDER = Path(str(files("translations"))) / "terminology"


def read_rows(name: str) -> list[list[str]]:
    """The rows of the tab-separated list ``name``; blank lines and comments are left out."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
