"""SQLite without its thread: a call of the driver is done where it is made.

The driver hands every call to a thread of its own and back, which costs more than most of the
calls. Where time is virtual nobody is kept waiting by a call, so the thread can be left out:
the statements and transactions stay the same.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any
from unittest import mock

from aiosqlite.core import Connection


class _Here:
    """Takes the place of the thread and of the queue before it."""

    daemon = True

    def start(self) -> None: ...

    def put_nowait(self, job: tuple[Any, Any]) -> None:
        future, function = job
        try:
            result = function()
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            if future is not None:
                future.set_exception(error)
        else:
            if future is not None:
                future.set_result(result)


@contextlib.contextmanager
def without_threads() -> Iterator[None]:
    """Connections that are opened within work without a thread."""
    usual = Connection.__init__

    def begin(self: Connection, *arguments: Any, **options: Any) -> None:
        usual(self, *arguments, **options)
        self._tx = self._thread = _Here()  # type: ignore[assignment]

    with mock.patch.object(Connection, "__init__", begin):
        yield
