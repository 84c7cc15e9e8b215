"""Sources of articles: readers for files and folders, and the starter articles.

``read`` is the face of this package. It yields an :class:`Article` for each article and a
:class:`Refusal` for each thing that it could not read; one broken thing never stops the others, and
nothing is raised for what stands in a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files as resources
from pathlib import Path

from seeds.article import Article
from seeds.files import ENDINGS, read_file, read_folder, read_path
from seeds.markdown import read_markdown
from seeds.refusal import Refusal, RefusalKind

__all__ = [
    "ENDINGS",
    "Article",
    "Refusal",
    "RefusalKind",
    "read",
    "read_file",
    "read_folder",
    "starter_articles",
]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def read(path_or_url: str | Path) -> Iterator[Article | Refusal]:
    """Read a file, or a folder with everything below it in the order of names."""
    if isinstance(path_or_url, str) and _ADDRESS.match(path_or_url):
        yield Refusal(
            path_or_url,
            "only files and folders are read by this version: save the page and read the file",
            RefusalKind.UNSUPPORTED,
        )
        return
    yield from read_path(Path(path_or_url))


def starter_articles() -> list[Article]:
    """The articles shipped with the package, in the order of their file names."""
    folder = resources("seeds") / "articles"
    entries = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".md")),
        key=lambda entry: entry.name,
    )
    return [read_markdown(entry.read_bytes(), f"starter/{entry.name}") for entry in entries]
