"""``models list``, ``install`` and ``remove``: what translates here, more of it, less of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.failures import Failure, Status
from bot.cli.streams import write_lines
from bot.settings import Settings

if TYPE_CHECKING:
    from translations.engines.manifest import Manifest

_HUB_NAME = re.compile(r"[\w.-]+/[\w.-]+")


@dataclass(frozen=True, slots=True)
class Model:
    """One model as ``models list`` shows it.

    Attributes:
        name: what ``remove`` and ``bench`` call it.
        directions: what it translates; empty where that is not known before it is loaded.
        megabytes: size of its files.
        version: of the weights.
        licence: of the weights.
        origin: ``shipped``, ``installed`` or ``hub``.
        state: ``in use``, ``complete``, or what is wrong with it, and which is used instead.
        folder: where it lies.
    """

    name: str
    directions: tuple[str, ...]
    megabytes: float
    version: str
    licence: str
    origin: str
    state: str
    folder: Path


def installed_models(settings: Settings) -> Path:
    """Where models are installed."""
    return settings.data_dir / "models"


def find_models(settings: Settings) -> Iterator[Model]:
    """Every model that is here, in the order in which they are used."""
    from translations.engines.compact import CompactEngine, shipped_models
    from translations.engines.conversion import cache_folder, converted_folder, is_converted

    used: set[Path] = set()
    instead: dict[Path, list[str]] = {}
    if settings.translator != "none":
        engine = CompactEngine(installed=installed_models(settings), warn=lambda _: None)
        for tried in engine.candidates.values():
            _take_first(tried, used, instead)
    for origin, place in (
        ("installed", installed_models(settings)),
        ("shipped", shipped_models()),
    ):
        for folder in _folders(place):
            yield _compact(folder, origin, used, instead.get(folder, ()))
    kind, _, name = settings.translator.partition(":")
    in_use = converted_folder(_without_direction(name), cache_folder()) if kind == "hub" else None
    for folder in _folders(cache_folder(), hidden=True):
        whole = is_converted(folder)
        state = "complete" if whole else "half made; can be removed"
        if whole and folder == in_use:
            state = "in use"
        yield Model(
            folder.name, (), _size(folder), "-", "see its card on the hub", "hub", state, folder
        )


def _without_direction(name: str) -> str:
    """``OWNER/NAME`` of ``OWNER/NAME@vi-en``, as :mod:`translations.engines.hub` reads it."""
    source, at, direction = name.strip().rpartition("@")
    return source if at and direction in {"vi-en", "en-vi"} else name.strip()


def _folders(place: Path, *, hidden: bool = False) -> list[Path]:
    if not place.is_dir():
        return []
    return sorted(
        path
        for path in place.iterdir()
        if path.is_dir() and (hidden or not path.name.startswith((".", "_")))
    )


def _take_first(tried: Sequence[Manifest], used: set[Path], instead: dict[Path, list[str]]) -> None:
    """Note the first model that is whole as used, and for those before it, that it is instead."""
    broken = []
    for manifest in tried:
        if _fault(manifest):
            broken.append(manifest)
            continue
        used.add(manifest.folder)
        for each in broken:
            names = instead.setdefault(each.folder, [])
            if manifest.folder.name not in names:
                names.append(manifest.folder.name)
        return


def _fault(manifest: Manifest) -> str:
    """Why a model is passed over; or empty."""
    from translations import TranslationError

    try:
        manifest.check()
    except TranslationError as error:
        return error.message
    return ""


def _compact(folder: Path, origin: str, used: set[Path], instead: Sequence[str]) -> Model:
    from translations import TranslationError
    from translations.engines.manifest import read_manifest

    try:
        manifest = read_manifest(folder)
    except TranslationError as error:
        return Model(
            folder.name, (), _size(folder), "-", "-", origin, f"broken: {error.message}", folder
        )
    state = "in use" if folder in used else "complete"
    fault = _fault(manifest)
    if not fault and not (folder / manifest.licence_file).is_file():
        fault = f"{manifest.licence_file} is missing"
    if fault:
        state = f"broken: {fault}"
    if instead:
        state += f"; {' and '.join(instead)} is used instead"
    return Model(
        folder.name,
        tuple(sorted(manifest.directions)),
        manifest.bytes / 1e6,
        f"{manifest.name}-{manifest.version}",
        manifest.licence,
        origin,
        state,
        folder,
    )


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def list_models(settings: Settings, *, as_json: bool) -> Status:
    """Print a line for each model."""
    models = list(find_models(settings))
    if as_json:
        write_lines([json.dumps(asdict(model) | {"folder": str(model.folder)}) for model in models])
        return Status.DONE
    rows = [("model", "direction", "MB", "version", "licence", "from", "state")] + [
        (
            model.name,
            ", ".join(model.directions) or "-",
            f"{model.megabytes:.0f}",
            model.version,
            model.licence,
            model.origin,
            model.state,
        )
        for model in models
    ]
    write_lines(columns(rows))
    return Status.DONE


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines of text with even columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def install(settings: Settings, source: str) -> Status:
    """Install a model from a folder, an archive or the hub.

    Raises:
        Failure, TranslationError: saying what is wrong with it; nothing has changed then.
    """
    path = Path(source.removeprefix("hub:"))
    if (path.is_dir() or path.is_file()) and not _is_of_the_hub(path):
        from translations.engines.installing import install as install_files

        manifest = install_files(path, installed_models(settings))
        directions = ", ".join(sorted(manifest.directions))
        name, size = manifest.folder.name, f"{manifest.bytes / 1e6:.0f} MB"
        done = f"installed {name}: {directions}, {size}; licence of the weights: {manifest.licence}"
        write_lines([done, f"It is used from now on; briefing-bot models remove {name} ends that."])
        return Status.DONE
    if not path.is_dir() and not _HUB_NAME.fullmatch(source.removeprefix("hub:").split("@")[0]):
        raise Failure(
            "there is no such folder or archive, and a model of the hub has a name like OWNER/NAME",
            subject=source,
        )
    return _install_from_hub(settings, source.removeprefix("hub:"))


def _is_of_the_hub(path: Path) -> bool:
    """Whether a folder holds a model in one of the hub's formats."""
    return (
        path.is_dir()
        and not (path / "manifest.json").exists()
        and (path / "config.json").exists()
        and not (path / "model.bin").exists()
    )


def _install_from_hub(settings: Settings, name: str) -> Status:
    from translations.engines.hub import HubEngine

    engine = HubEngine(name, threads=settings.threads)
    for direction in engine.directions:
        try:
            engine.translate(["."], direction)
            break
        except Exception:
            if engine.directions == frozenset({direction}) or direction == max(engine.directions):
                raise
    directions = ", ".join(sorted(engine.directions))
    write_lines(
        [
            f"installed {engine.name}: {directions}; mind its own licence",
            f"BRIEFING_TRANSLATOR={engine.name} uses it.",
        ]
    )
    return Status.DONE


def remove(settings: Settings, name: str) -> Status:
    """Remove an installed model, or one of the hub's that was converted.

    Raises:
        Failure: if there is none of this name, or it is a shipped one.
    """
    from translations.engines.conversion import cache_folder, converted_folder
    from translations.engines.installing import remove as remove_folder

    source = _without_direction(name.removeprefix("hub:"))
    for folder, called in (
        (installed_models(settings), name),
        (cache_folder(), converted_folder(source, cache_folder()).name),
        (cache_folder(), name),
    ):
        if remove_folder(called, folder):
            write_lines([f"removed {called}"])
            return Status.DONE
    shipped = [model.name for model in find_models(settings) if model.origin == "shipped"]
    if name in shipped:
        raise Failure(
            "it is a part of the package and cannot be removed",
            subject=name,
            advice="an installed model of the same direction goes before it",
        )
    raise Failure("no such model", subject=name, advice="see briefing-bot models list")
