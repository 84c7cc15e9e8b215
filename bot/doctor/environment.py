"""The settings in force, or what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from bot.doctor.findings import Finding, Level
from bot.settings import Access, Settings


def settings_in_force(settings: Settings | None, trouble: str) -> Iterator[Finding]:
    if settings is None:
        for line in trouble.splitlines():
            yield Finding("settings", Level.WRONG, line, "see docs/operators.md for the list")
        return
    changed = sorted(settings.model_fields_set)
    yield Finding(
        "settings",
        Level.OK,
        "set: " + (", ".join(f"BRIEFING_{name.upper()}" for name in changed) or "nothing"),
    )
    if settings.telegram_token is None:
        yield Finding("settings", Level.OK, "no Telegram token: run starts the local chat")
    elif settings.access is Access.OPEN:
        yield Finding("settings", Level.NOTE, "everybody on Telegram may use the bot")
    env = Path(".env")
    if os.name == "posix" and env.is_file() and env.stat().st_mode & 0o077:
        yield Finding("settings", Level.NOTE, ".env can be read by other users", "chmod 600 .env")
