"""The examination: what is installed, which models, licences and database are in use, what is
wrong and how to mend it.

Nothing is changed by it: a database that is not there is not made, an old one not migrated.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.settings import Access, Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

DISTRIBUTION = "briefing-bot"
PACKAGES = ("bot", "seeds", "summarizer", "translations")
ROOM = 200 * 1024 * 1024
"""Bytes that should be free where the database lies."""
SAMPLE = "Hội nghị diễn ra tại Hà Nội ngày 14 tháng 12 năm 2021."


class Level(StrEnum):
    """How good or bad a finding is."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what it is, how it stands, what to do."""

    part: str
    level: Level
    text: str
    advice: str = ""


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
        ("program", _program),
        ("packages", _requirements),
        ("packages", _shadows),
        ("settings", lambda: _settings(settings, trouble)),
    ]
    if settings is not None:
        checks += [
            ("translation", lambda: _translation(settings)),
            ("summaries", lambda: _summaries(settings)),
            ("database", lambda: _database(settings)),
        ]
    for part, check in checks:
        try:
            yield from check()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what was asked for
            yield Finding(
                part, Level.WRONG, f"could not be examined: {type(error).__name__}: {error}"
            )


# --- what is installed ---------------------------------------------------------------------


def _home() -> Path:
    """The folder that holds the packages of the running program."""
    return Path(__file__).resolve().parent.parent


def _program() -> Iterator[Finding]:
    yield Finding(
        "program", Level.OK, f"Briefing Bot {__version__} in {_home()}; the code's licence is MIT"
    )
    python = f"Python {platform.python_version()} in {sys.prefix}, {platform.platform()}"
    if sys.version_info < (3, 11) or sys.version_info >= (3, 14):
        yield Finding("program", Level.WRONG, python, "use Python 3.11, 3.12 or 3.13")
    else:
        yield Finding("program", Level.OK, python)
    if sys.prefix == sys.base_prefix:
        yield Finding(
            "program",
            Level.NOTE,
            "not in a virtual environment",
            "bot, seeds, summarizer and translations are general names: an environment of its own "
            "(python3 -m venv, pipx) keeps other packages of these names away",
        )


def _requirements() -> Iterator[Finding]:
    from packaging.requirements import Requirement

    try:
        required = [Requirement(line) for line in metadata.requires(DISTRIBUTION) or ()]
    except metadata.PackageNotFoundError:
        yield Finding(
            "packages",
            Level.NOTE,
            "running from a source tree that is not installed, requirements are not compared",
            "pip install -c constraints.txt .",
        )
        return
    for requirement in required:
        extra = ""
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            extra = str(requirement.marker).partition("extra == ")[2].strip("\"'")
            if extra == "test":
                continue
        try:
            found = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            if extra:
                yield Finding(
                    "packages",
                    Level.NOTE,
                    f"{requirement.name} is not installed (only for the extra {extra})",
                )
            else:
                yield Finding(
                    "packages",
                    Level.WRONG,
                    f"{requirement.name} is missing",
                    f'pip install "{requirement.name}{requirement.specifier}"',
                )
            continue
        if requirement.specifier.contains(found, prereleases=True):
            yield Finding("packages", Level.OK, f"{requirement.name} {found}")
        else:
            yield Finding(
                "packages",
                Level.WRONG,
                f"{requirement.name} {found} does not fit {requirement.specifier}",
                f'pip install "{requirement.name}{requirement.specifier}"',
            )


def _shadows() -> Iterator[Finding]:
    """Whether another package has one of our general names."""
    home = _home()
    owners = metadata.packages_distributions()
    clean = True
    for name in PACKAGES:
        spec = PathFinder.find_spec(name)
        found = Path(spec.origin).resolve().parent if spec and spec.origin else None
        if found is None or found.parent != home:
            clean = False
            yield Finding(
                "packages",
                Level.WRONG,
                f"another {name!r} comes first: {found or 'a folder without __init__.py'}",
                "uninstall it, run from another folder, or install into an environment of its own",
            )
        others = sorted(set(owners.get(name, ())) - {DISTRIBUTION})
        if others:
            clean = False
            yield Finding(
                "packages",
                Level.WRONG,
                f"{', '.join(others)} has a package {name!r} too",
                f"pip uninstall {' '.join(others)}, then install briefing-bot again",
            )
    if clean:
        yield Finding("packages", Level.OK, "no other package shadows " + ", ".join(PACKAGES))


# --- settings ------------------------------------------------------------------------------


def _settings(settings: Settings | None, trouble: str) -> Iterator[Finding]:
    if settings is None:
        for line in trouble.splitlines():
            yield Finding("settings", Level.WRONG, line, "see docs/operators.md for the list")
        return
    known = {f"BRIEFING_{name.upper()}" for name in Settings.model_fields} | {"BRIEFING_CONFIG"}
    for name in sorted(os.environ):
        if name.startswith("BRIEFING_") and name not in known:
            yield Finding("settings", Level.NOTE, f"{name} is no setting of this version")
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


# --- models --------------------------------------------------------------------------------


def _translation(settings: Settings) -> Iterator[Finding]:
    from translations import TranslationError, make_engine
    from translations.compact import shipped_models
    from translations.manifest import find_manifests

    manifests, errors = find_manifests(shipped_models())
    for error in errors:
        yield Finding("translation", Level.WRONG, error.message, error.advice)
    for manifest in manifests:
        megabytes = sum(file.bytes for file in manifest.files) / 1e6
        directions = ", ".join(sorted(manifest.directions))
        try:
            manifest.check()
        except TranslationError as error:
            yield Finding("translation", Level.WRONG, str(error))
            continue
        yield Finding(
            "translation",
            Level.OK,
            f"shipped model {manifest.name}-{manifest.version}, {directions}, {megabytes:.0f} MB; "
            f"licence of the weights: {manifest.licence}",
        )
        if not (manifest.folder / manifest.licence_file).is_file():
            yield Finding(
                "translation",
                Level.WRONG,
                f"the licence of {manifest.folder.name} is missing: {manifest.licence_file}",
                "install the package again",
            )
    try:
        engine = make_engine(settings.translator, threads=settings.threads)
        directions = ", ".join(sorted(engine.directions))
    except TranslationError as error:
        yield Finding("translation", Level.WRONG, str(error), "see BRIEFING_TRANSLATOR")
        return
    missing = " and ".join(
        direction for direction in ("vi-en", "en-vi") if direction not in engine.directions
    )
    if settings.translator == "none":
        yield Finding("translation", Level.NOTE, "switched off: BRIEFING_TRANSLATOR=none")
        return
    yield Finding(
        "translation",
        Level.NOTE if missing else Level.OK,
        f"in use: {engine.name}, {directions or 'nothing'}"
        + (f"; {missing} is not available" if missing else ""),
        "BRIEFING_TRANSLATOR=hub:NAME sets a model that has it" if missing else "",
    )
    yield from _try_engine(settings)


def _try_engine(settings: Settings) -> Iterator[Finding]:
    from translations import Direction, TranslationError, make_translator

    warnings: list[str] = []
    try:
        begun = time.perf_counter()
        translator = make_translator(
            settings.translator, threads=settings.threads, warn=warnings.append
        )
        if Direction.VI_EN not in translator.directions:
            return
        [translation] = translator.translate([SAMPLE], Direction.VI_EN)
        seconds = time.perf_counter() - begun
    except TranslationError as error:
        yield Finding("translation", Level.WRONG, str(error))
        return
    for warning in warnings:
        yield Finding("translation", Level.WRONG, warning)
    yield Finding(
        "translation", Level.OK, f"tried: “{translation.text}” ({seconds:.1f} s with loading)"
    )


def _summaries(settings: Settings) -> Iterator[Finding]:
    if not settings.summarizer.startswith("hub:"):
        yield Finding("summaries", Level.OK, "extracts, no model; part of the code (MIT)")
        return
    from summarizer import Document, HubSummarizer, SummarizerUnavailable, summarize

    name = settings.summarizer.removeprefix("hub:")
    try:
        summary = summarize(Document.of("", [SAMPLE]), 1, model=HubSummarizer(name))
    except SummarizerUnavailable as error:
        yield Finding("summaries", Level.WRONG, str(error), "see BRIEFING_SUMMARIZER")
    else:
        yield Finding(
            "summaries", Level.OK, f"hub model {name} ({summary.method}); mind its own licence"
        )


# --- database ------------------------------------------------------------------------------


def _database(settings: Settings) -> Iterator[Finding]:
    from sqlalchemy import create_engine
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.pool import NullPool

    from bot.store.database import DRIVERS, Database, DatabaseError

    try:
        database = Database(settings.url)
    except DatabaseError as error:
        yield Finding("database", Level.WRONG, str(error))
        return
    path = database.path
    address: URL | str
    if path is not None:
        yield from _folder(path.absolute().parent)
        if not path.exists():
            yield Finding(
                "database", Level.OK, f"{path} is not there yet; run, ask and ingest make it"
            )
            return
        address = f"sqlite:///file:{path.absolute()}?mode=ro&uri=true"
    else:
        drivers = {driver for driver in DRIVERS.values() if driver.startswith("postgresql")}
        driver = database.url.drivername
        address = database.url.set(drivername=driver if driver in drivers else "sqlite")
    try:
        engine = create_engine(address, poolclass=NullPool)
        with engine.connect() as connection:
            yield from _tables(connection, database.subject)
    except ModuleNotFoundError as error:
        yield Finding(
            "database",
            Level.WRONG,
            f"the driver {error.name} is missing",
            'pip install "briefing-bot[postgres]"',
        )
    except SQLAlchemyError as error:
        text = str(getattr(error, "orig", None) or error).splitlines()[0]
        yield Finding(
            "database",
            Level.WRONG,
            f"{database.subject}: {text}",
            "the file has been left as it is; restore a backup, or name another database in "
            "BRIEFING_DATABASE_URL",
        )


def _folder(folder: Path) -> Iterator[Finding]:
    import shutil

    there = folder
    while not there.exists():
        there = there.parent
    if not os.access(there, os.W_OK | os.X_OK):
        yield Finding(
            "database",
            Level.WRONG,
            f"{there} cannot be written",
            "set BRIEFING_DATA_DIR to a folder that can be written",
        )
        return
    free = shutil.disk_usage(there).free
    if free < ROOM:
        yield Finding(
            "database", Level.WRONG, f"only {free / 1e6:.0f} MB are free in {there}", "make room"
        )


def _tables(connection: Connection, subject: str) -> Iterator[Finding]:
    from sqlalchemy import func, select

    from bot.store import migrations
    from bot.store.models import Article, Chat, Schedule

    state = migrations.state(connection)
    if state.newer:
        yield Finding(
            "database",
            Level.WRONG,
            f"{subject} was made by a newer version (schema {state.revision})",
            "install that version again, or name another database in BRIEFING_DATABASE_URL",
        )
        return
    if state.foreign:
        yield Finding(
            "database",
            Level.WRONG,
            f"{subject} is the database of another application",
            "name another one in BRIEFING_DATABASE_URL",
        )
        return
    if state.revision is None:
        yield Finding("database", Level.OK, f"{subject} is empty; run, ask and ingest fill it")
        return
    if not state.up_to_date:
        yield Finding(
            "database",
            Level.NOTE,
            f"{subject} has the schema {state.revision} of an older version",
            "the next run, ask or ingest brings it up to date and keeps a copy",
        )
        return
    count = {
        table: connection.scalar(select(func.count()).select_from(table))
        for table in (Article, Chat, Schedule)
    }
    shown = connection.scalar(select(func.count(Article.id)).where(Article.starter.is_(True)))
    yield Finding(
        "database",
        Level.OK,
        f"{subject}: schema {state.revision}, {count[Article]} articles ({shown} starters), "
        f"{count[Chat]} chats, {count[Schedule]} schedules",
    )
    if connection.dialect.name == "sqlite":
        result = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if result != "ok":
            yield Finding(
                "database",
                Level.WRONG,
                f"{subject} is damaged: {result}",
                "stop the bot and restore a backup",
            )
