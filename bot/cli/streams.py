"""Lines in, lines out: standard input or a file, read as it comes, in bounded blocks."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, aclosing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO, TypeVar, cast

from bot.cli.failures import Failure

Item = TypeVar("Item")

CHUNK = 64 * 1024
LINE_LIMIT = 8 * 1024 * 1024
"""Bytes of one line that are held at most."""


class LineTooLong(Exception):
    """A line goes on beyond the limit; its rest was skipped."""

    def __str__(self) -> str:
        return f"longer than {LINE_LIMIT // 2**20} MB"


def prepare_streams() -> None:
    """UTF-8 everywhere, and no character that could stop the program.

    An output that was closed before the start leads nowhere: without it the next file that is
    opened, the database say, would get its number and be written into.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def end_with_the_reader() -> None:
    """Let a filter end quietly when nobody reads its output any more, like other filters."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """The file, or standard input for ``None`` and ``-``.

    Raises:
        Failure: if it is standard input, and that was closed before the start.
    """
    if path is None or str(path) == "-":
        if sys.stdin is None:
            raise Failure("is closed", subject=name_of(path), advice="name a file")
        yield sys.stdin.buffer
        return
    with path.open("rb") as stream:
        yield stream


def blocks(stream: BinaryIO, most: int) -> Iterator[list[bytes | LineTooLong]]:
    r"""The lines of ``stream`` in blocks of at most ``most``, as soon as they have come.

    Only ``\\n`` ends a line; it is taken off, with a ``\\r`` before it. A last line without an
    end counts.
    """
    read = cast("BinaryIO", getattr(stream, "raw", stream)).read
    rest = b""
    skipping = False
    ready: list[bytes | LineTooLong] = []
    while chunk := read(CHUNK):
        *lines, tail = chunk.split(b"\n")
        for line in lines:
            if skipping:
                skipping = False
            else:
                ready.append((rest + line).removesuffix(b"\r"))
            rest = b""
            if len(ready) == most:
                yield ready
                ready = []
        if not skipping:
            rest += tail
            if len(rest) > LINE_LIMIT:
                ready.append(LineTooLong())
                rest, skipping = b"", True
        if ready:
            yield ready
            ready = []
    if rest and not skipping:
        yield [rest.removesuffix(b"\r")]


LINE_ENDS_IN_JSON = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def json_line(values: Any) -> str:
    """JSON in one line, also for readers that take every Unicode line end for one."""
    return json.dumps(values, ensure_ascii=False).translate(LINE_ENDS_IN_JSON)


def write_lines(lines: list[str]) -> None:
    """Write lines on standard output at once."""
    if lines:
        sys.stdout.buffer.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


def closing(each: AsyncIterator[Item]) -> AbstractAsyncContextManager[AsyncIterator[Item]]:
    """Close an asynchronous generator also when it is left early."""
    return aclosing(cast("AsyncGenerator[Item, None]", each))


def name_of(path: Path | None) -> str:
    """What to call an input in a message."""
    return "standard input" if path is None or str(path) == "-" else str(path)
