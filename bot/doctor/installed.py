"""What is installed: the program, its requirements, and who else has its names."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib import metadata
from importlib.machinery import PathFinder
from pathlib import Path

from bot import __version__
from bot.doctor.findings import Finding, Level

DISTRIBUTION = "briefing-bot"
PACKAGES = ("bot", "seeds", "summarizer", "translations")


def _home() -> Path:
    """The folder that holds the packages of the running program."""
    return Path(__file__).resolve().parents[2]


def program() -> Iterator[Finding]:
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


def requirements() -> Iterator[Finding]:
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


def shadows() -> Iterator[Finding]:
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
