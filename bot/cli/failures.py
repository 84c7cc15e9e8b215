"""How a command ends: exit statuses, and errors as one line on standard error.

Every error of our own says what is wrong, with what, and what to do; it is printed as it is. An
error nobody foresaw is printed with its type. Neither shows a traceback unless
``BRIEFING_LOG_LEVEL=DEBUG``.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import NoReturn

PROGRAM = "briefing-bot"

FORESEEN = (
    ("bot.settings", "SettingsError"),
    ("bot.store.database", "DatabaseError"),
    ("bot.localchat.errors", "LocalChatError"),
    ("bot.pipeline.worker", "WorkerFailed"),
    ("bot.pipeline.worker", "Busy"),
    ("bot.app", "AppError"),
    ("translations.engine", "TranslationError"),
    ("summarizer.hub", "SummarizerUnavailable"),
    ("telegram.error", "TelegramError"),
)
"""Errors whose text is meant for people. Their modules are not imported for this: an error can
only be of a class whose module is there already."""


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Status(IntEnum):
    """Exit statuses, the same for every command."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    REFUSALS = 3


class Failure(Exception):
    """A command cannot do what was asked: what is wrong, with what, and what to do."""

    def __init__(self, message: str, *, subject: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.message, self.subject, self.advice = message, subject, advice

    def __str__(self) -> str:
        text = f"{self.subject}: {self.message}" if self.subject else self.message
        return f"{text} ({self.advice})" if self.advice else text


def debugging() -> bool:
    """Whether tracebacks are wanted."""
    return os.environ.get("BRIEFING_LOG_LEVEL", "").upper() == "DEBUG"


def complain(text: str, *, what: str = "") -> None:
    """Write a line on standard error, under the name of the program."""
    prefix = f"{PROGRAM} {what}".rstrip()
    for line in text.splitlines() or [""]:
        print(f"{prefix}: {line}", file=sys.stderr)  # noqa: T201 - this is the way out


def foreseen(error: BaseException) -> bool:
    """Whether the error's own text is meant for people."""
    kinds = [
        kind
        for module, name in FORESEEN
        if isinstance(kind := getattr(sys.modules.get(module), name, None), type)
    ]
    return isinstance(error, (Failure, *kinds))


def explain(error: BaseException) -> str:
    """The text of an error for people."""
    if foreseen(error):
        return str(error) or type(error).__name__
    if isinstance(error, OSError) and error.strerror:
        if error.filename:
            return f"{error.filename}: {error.strerror}"
        full = error.errno in _FULL
        return f"the output cannot be written: {error.strerror}" if full else error.strerror
    if isinstance(error, ModuleNotFoundError) and error.name:
        package = error.name.partition(".")[0]
        return (
            f"the package {package} is missing in {sys.prefix} "
            "(install Briefing Bot again: pip install -c constraints.txt .)"
        )
    return (
        f"unexpected {type(error).__name__}: {error} "
        "(BRIEFING_LOG_LEVEL=DEBUG shows where; please report it)"
    )


def _redacted(text: str) -> str:
    """``text`` with every secret taken out, those of the settings and whatever looks like one."""
    try:
        from bot.logs import Redaction, secrets_of
        from bot.settings import SettingsError, load_settings
    except ModuleNotFoundError:  # nothing can have read a secret yet
        return text
    try:
        known = secrets_of(load_settings())
    except SettingsError:
        known = ()
    return Redaction(known).redact(text)


def _leave_without_reader() -> NoReturn:
    """The reader of our output has gone: nothing is wrong, and nothing can be said to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(Status.DONE)


def report(error: Exception, subject: str, *, what: str) -> None:
    """Tell of an error in one of many things, beside which the others go on."""
    if debugging():
        sys.stderr.write(_redacted("".join(traceback.format_exception(error))))
    complain(_redacted(f"{subject}: {explain(error)}"), what=what)


@contextmanager
def leaving() -> Iterator[None]:
    """Turn what a command raises into a line and an exit status."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        sys.exit(130)
    except BrokenPipeError:
        _leave_without_reader()
    except SystemExit as ending:
        # The library of the command line makes a failure of it before it comes here.
        if isinstance(ending.__context__, BrokenPipeError):
            _leave_without_reader()
        raise
    except Exception as error:  # noqa: BLE001 - the last place where it can be told
        if debugging():
            sys.stderr.write(_redacted("".join(traceback.format_exception(error))))
        complain(_redacted(explain(error)))
        sys.exit(Status.FAILED)
