"""The examination: what is installed, which models, licences and database are in use, what is
wrong and how to mend it.

Nothing is changed by it: a database that is not there is not made, an old one not migrated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.doctor import engines, environment, installed, storage
from bot.doctor.findings import Finding, Level
from bot.settings import Settings, SettingsError, load_settings

__all__ = ["Finding", "Level", "examine"]

Check = Callable[[], Iterator[Finding]]


def examine() -> Iterator[Finding]:
    """Look at everything, in order; a check that fails is itself a finding."""
    settings: Settings | None = None
    trouble = ""
    try:
        settings = load_settings()
    except SettingsError as error:
        trouble = str(error)
    checks: list[tuple[str, Check]] = [
        ("program", installed.program),
        ("packages", installed.requirements),
        ("packages", installed.shadows),
        ("settings", lambda: environment.settings_in_force(settings, trouble)),
    ]
    if settings is not None:
        checks += [
            ("translation", lambda: engines.translation(settings)),
            ("facts", lambda: engines.facts(settings)),
            ("summaries", lambda: engines.summaries(settings)),
            ("database", lambda: storage.database(settings)),
        ]
    for part, check in checks:
        try:
            yield from check()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what was asked for
            yield Finding(
                part, Level.WRONG, f"could not be examined: {type(error).__name__}: {error}"
            )
