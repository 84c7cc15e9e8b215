"""Files and folders: which reader reads what, in which order, and what is refused unread."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from seeds.article import Article
from seeds.limits import COLLECTION_BYTES, DOCUMENT_BYTES, FOLDER_DEPTH
from seeds.lines import read_lines
from seeds.markdown import read_markdown
from seeds.page import read_page
from seeds.plain import read_plain
from seeds.refusal import Refusal, RefusalKind, Unreadable

_DOCUMENTS: dict[str, Callable[[bytes, str], Article]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_page,
    ".htm": read_page,
}
_COLLECTION = ".jsonl"
ENDINGS = (*_DOCUMENTS, _COLLECTION)
"""The endings of the files that are read; upper and lower case are the same."""


def printable(path: Path) -> str:
    """The path for people: bytes of a name that are not UTF-8 shown as replacement characters."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def read_path(path: Path) -> Iterator[Article | Refusal]:
    """Read a file or, with everything below it, a folder."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield _refuse_access(path, error)
        return
    yield from read_folder(path) if is_folder else read_file(path)


def read_file(path: str | Path) -> Iterator[Article | Refusal]:
    """Read one file by its ending; a .jsonl file yields many articles, any other one."""
    path = Path(path)
    origin = printable(path)
    reader = _DOCUMENTS.get(path.suffix.lower())
    if reader is None and path.suffix.lower() != _COLLECTION:
        yield Refusal(
            origin,
            f"unknown ending {printable(Path(path.suffix)) if path.suffix else '(none)'}: "
            f"{', '.join(ENDINGS)} are read",
            RefusalKind.UNKNOWN_ENDING,
        )
        return
    try:
        with _opened(path, COLLECTION_BYTES if reader is None else DOCUMENT_BYTES) as stream:
            if reader is None:
                yield from read_lines(stream, origin)
            else:
                yield reader(_whole(stream), origin)
    except Unreadable as refused:
        yield Refusal(origin, refused.reason, refused.kind)
    except (OSError, ValueError) as error:
        yield _refuse_access(path, error)


def read_folder(path: str | Path) -> Iterator[Article | Refusal]:
    """Read all files below a folder in the order of their names; hidden ones and unknown endings
    are passed over. A link back to a folder above is refused, a broken link too.
    """
    yield from _read_folder(Path(path), ())


def _read_folder(path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Article | Refusal]:
    try:
        status = path.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Refusal(
                printable(path), "is a link back to a folder above it", RefusalKind.UNREADABLE
            )
            return
        if len(above) >= FOLDER_DEPTH:
            yield Refusal(
                printable(path),
                f"lies more than {FOLDER_DEPTH} folders deep: name it directly to read it",
                RefusalKind.TOO_LARGE,
            )
            return
        # By bytes: the order must not depend on the machine's locale or on the file system.
        names = sorted(os.listdir(path), key=os.fsencode)  # noqa: PTH208 - names, not paths
    except OSError as error:
        yield _refuse_access(path, error)
        return
    for name in names:
        if name.startswith("."):
            continue
        child = path / name
        try:
            is_folder = stat.S_ISDIR(child.stat().st_mode)
        except OSError as error:
            if child.suffix.lower() in ENDINGS or _is_loop(error):
                yield _refuse_access(child, error)
            continue
        if is_folder:
            yield from _read_folder(child, (*above, here))
        elif child.suffix.lower() in ENDINGS:
            yield from read_file(child)


@contextmanager
def _opened(path: Path, most: int) -> Iterator[BinaryIO]:
    name = os.fsencode(path)
    try:
        name.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable("the file's name is not UTF-8: rename it", RefusalKind.NAME) from error
    # Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    descriptor = os.open(
        path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("is not a regular file", RefusalKind.UNREADABLE)
        if status.st_size == 0:
            raise Unreadable("is empty", RefusalKind.EMPTY)
        if status.st_size > most:
            raise _too_large(most)
        yield stream


def _whole(stream: BinaryIO) -> bytes:
    data = stream.read(DOCUMENT_BYTES + 1)
    if len(data) > DOCUMENT_BYTES:
        # The file has grown since its size was asked for.
        raise _too_large(DOCUMENT_BYTES)
    return data


def _too_large(most: int) -> Unreadable:
    size = f"{most // 2**30} GB" if most >= 2**30 else f"{most // 2**20} MB"
    return Unreadable(f"is larger than {size}: split it", RefusalKind.TOO_LARGE)


def _is_loop(error: OSError) -> bool:
    import errno

    return error.errno == errno.ELOOP


def _refuse_access(path: Path, error: OSError | ValueError) -> Refusal:
    origin = printable(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if path.is_symlink():
            return Refusal(origin, "is a link to nothing", RefusalKind.MISSING)
        return Refusal(origin, "there is no such file or folder", RefusalKind.MISSING)
    if isinstance(error, PermissionError):
        return Refusal(origin, "may not be read: check its permissions", RefusalKind.UNREADABLE)
    if isinstance(error, OSError) and _is_loop(error):
        return Refusal(origin, "is a link that leads back to itself", RefusalKind.UNREADABLE)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Refusal(origin, f"could not be read: {reason}", RefusalKind.UNREADABLE)
