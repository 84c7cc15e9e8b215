"""What a model of the compact engine says of itself, and whether its files are whole.

Each model's folder holds ``manifest.json``: name, version, directions, licence, data,
settings of the decoder, and the size and SHA-256 of every file. A file that is missing, cut short
or changed is found here, before a library gets to crash on it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from translations.engine import Direction, ModelUnavailable
from translations.engines.inline import Markers

MANIFEST = "manifest.json"
SHORTLIST = "vmap.txt"
"""The target pieces each source piece may become; CTranslate2 knows it by this name."""
_SHIPPED = "install the package again to restore its models"
_INSTALLED = "install the model again, or remove it"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model: its size in bytes and its SHA-256 in hexadecimal."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A model of the compact engine.

    Attributes:
        name: short name of the model.
        version: rises whenever the weights or the way they are run change the output.
        directions: what it translates.
        licence: SPDX expression of the weights' licence.
        licence_file: file in the same folder that states it.
        data: one line for each source it was trained on, with licence.
        beam: beam width it is run with.
        longest: source pieces a piece of text may have; longer text is chopped.
        length_penalty: above 1, longer outputs are preferred.
        markers: of inline terms, for a model that has learned to obey them; else ``None``.
        annotated: kinds of terms that are given inline from the start, by measurement.
        files: what must be there, unchanged.
        folder: where it lies.
    """

    name: str
    version: str
    directions: frozenset[Direction]
    licence: str
    licence_file: str
    data: tuple[str, ...]
    beam: int
    longest: int
    length_penalty: float
    markers: Markers | None
    annotated: frozenset[str]
    files: tuple[ModelFile, ...]
    folder: Path

    @property
    def advice(self) -> str:
        """What to do when its files are not whole."""
        return _advice(self.folder)

    @property
    def bytes(self) -> int:
        """Size of all its files."""
        return sum(file.bytes for file in self.files)

    @property
    def shortlist(self) -> bool:
        """Whether it decodes with a shortlist of target pieces for each sentence."""
        return any(file.name == SHORTLIST for file in self.files)

    def check(self) -> None:
        """Compare every file with its stated size and checksum.

        Raises:
            ModelUnavailable: naming the first file that is missing, cut short or changed.
        """
        advice = self.advice
        for file in self.files:
            path = self.folder / file.name
            subject = f"model {self.folder.name}"
            try:
                size = path.stat().st_size
            except OSError:
                raise ModelUnavailable(
                    f"{file.name} is missing", subject=subject, advice=advice
                ) from None
            if size != file.bytes:
                raise ModelUnavailable(
                    f"{file.name} has {size} bytes instead of {file.bytes}",
                    subject=subject,
                    advice=advice,
                )
            try:
                with path.open("rb") as stream:
                    digest = hashlib.file_digest(stream, "sha256").hexdigest()
            except OSError as error:
                raise ModelUnavailable(
                    f"{file.name} cannot be read: {error.strerror}", subject=subject, advice=advice
                ) from None
            if digest != file.sha256:
                raise ModelUnavailable(
                    f"{file.name} is not the file that was shipped (its checksum differs)",
                    subject=subject,
                    advice=advice,
                )


def read_manifest(folder: Path) -> Manifest:
    """Read ``folder/manifest.json``; the files themselves are not looked at.

    Raises:
        ModelUnavailable: if it is missing or no manifest.
    """
    subject, advice = f"model {folder.name}", _advice(folder)
    try:
        fields: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return Manifest(
            name=str(fields["name"]),
            version=str(fields["version"]),
            directions=frozenset(Direction(value) for value in fields["directions"]),
            licence=str(fields["licence"]),
            licence_file=str(fields["licence_file"]),
            data=tuple(str(line) for line in fields["data"]),
            beam=int(fields["decoder"]["beam"]),
            longest=int(fields["decoder"]["longest"]),
            length_penalty=float(fields["decoder"]["length_penalty"]),
            markers=_read_markers(fields.get("inline_terms")),
            annotated=frozenset(map(str, fields["decoder"].get("annotated", ()))),
            files=tuple(
                ModelFile(name, int(entry["bytes"]), str(entry["sha256"]))
                for name, entry in fields["files"].items()
            ),
            folder=folder,
        )
    except OSError:
        raise ModelUnavailable(f"{MANIFEST} is missing", subject=subject, advice=advice) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelUnavailable(
            f"{MANIFEST} is broken: {error}", subject=subject, advice=advice
        ) from None


def _advice(folder: Path) -> str:
    package = Path(str(files("translations"))) / "models"
    return _SHIPPED if folder.parent == package else _INSTALLED


def _read_markers(value: Any) -> Markers | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 3 or not all(value) or len(set(value)) != 3:
        raise ValueError("inline_terms must be three different markers")
    return Markers(*map(str, value))


def find_manifests(models: Path) -> tuple[list[Manifest], list[ModelUnavailable]]:
    """All models under ``models``, by folder name, and the errors of those that cannot be read."""
    found: list[Manifest] = []
    errors: list[ModelUnavailable] = []
    if models.is_dir():
        for folder in sorted(models.iterdir()):
            if folder.is_dir() and not folder.name.startswith((".", "_")):
                try:
                    found.append(read_manifest(folder))
                except ModelUnavailable as error:
                    errors.append(error)
    return found, errors
