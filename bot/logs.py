"""Logging: to standard error, and never with a secret in it.

A bot token is part of every address of the Bot API, so that a log of requests, or the traceback
of a failed one, would show it. Loggers of the HTTP client are therefore raised to WARNING, and a
filter on every handler takes secrets out of messages and tracebacks, whoever wrote them.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from bot.settings import Settings

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
HIDDEN = "[hidden]"
_TOKEN = re.compile(r"(?<!\d)\d{5,}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
"""Anything of a token's shape, ours or not."""
_TALKATIVE = ("httpx", "httpcore", "hpack", "tornado.access", "apscheduler")


class Redaction(logging.Filter):
    """Takes secrets out of records: message, traceback and stack."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        plain = {secret for secret in secrets if secret}
        known = sorted(plain | {quote(secret, safe="") for secret in plain}, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None
        self._formatter = logging.Formatter()

    def redact(self, text: str) -> str:
        """``text`` without the secrets."""
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        return _TOKEN.sub(HIDDEN, text)

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record; it is always let through."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError):  # a logging call with wrong arguments
            message = f"{record.msg!r} {record.args!r}"
        record.msg, record.args = self.redact(message), None
        if record.exc_info:
            # A formatter takes the text that is there already.
            text = record.exc_text or self._formatter.formatException(record.exc_info)
            record.exc_text = self.redact(text)
        if record.stack_info:
            record.stack_info = self.redact(record.stack_info)
        return True


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """What must never be written: the token, and the database's password."""
    found = []
    if settings.telegram_token is not None:
        found.append(settings.telegram_token.get_secret_value())
    if password := urlsplit(settings.url).password:
        found.append(password)
    return tuple(found)


def set_up(settings: Settings) -> logging.Handler:
    """Log to standard error at the level of the settings; replaces what was set up before."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    handler.addFilter(Redaction(secrets_of(settings)))
    root = logging.getLogger()
    for old in list(root.handlers):
        if any(isinstance(each, Redaction) for each in old.filters):
            root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(settings.log_level.upper())
    # It warns of every page without an article, which is refused in words of ours.
    logging.getLogger("trafilatura").setLevel(max(logging.ERROR, root.level))
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    return handler
