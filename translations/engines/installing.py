"""Models that a user adds to the compact engine: installed from a folder or an archive, removed.

An installed model lies in a folder of its own, whole or not at all: it is copied beside its place,
checked file by file against its manifest, loaded once, and only then moved there.
"""

from __future__ import annotations

import gzip
import lzma
import re
import shutil
import tarfile
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from translations.engine import ModelUnavailable
from translations.engines.manifest import MANIFEST, Manifest, read_manifest

_LARGEST = 4 * 2**30
"""Bytes of a model at most."""
_LARGEST_MANIFEST = 2**20
_CHUNK = 2**20
_NAME = re.compile(r"[A-Za-z0-9][\w.+-]{0,99}")
_BROKEN_ARCHIVES = (
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
    gzip.BadGzipFile,
)
Opener = Callable[[str], IO[bytes] | None]
"""Opens a file that lies beside the manifest, or says with ``None`` that there is none."""


def install(source: Path, folder: Path) -> Manifest:
    """Install the model in ``source``, a folder or an archive (.zip, .tar, .tar.gz …).

    Args:
        source: holds ``manifest.json`` and the files that it names.
        folder: where models are installed; made where it is missing. A model of the same name and
            version is replaced.

    Raises:
        ModelUnavailable: if it is no model, is not whole, cannot be loaded or cannot be kept. What
            was there stays as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    half_made = folder / f".{uuid.uuid4().hex[:12]}"
    try:
        with _opened(source) as open_file:
            half_made.mkdir()
            _copy(open_file, MANIFEST, half_made, _LARGEST_MANIFEST, source)
            manifest = _named(half_made, source)
            if manifest.bytes > _LARGEST:
                raise _refused(source, f"its manifest asks for {manifest.bytes:,} bytes")
            for file in manifest.files:
                _copy(open_file, file.name, half_made, file.bytes, source)
            _copy(open_file, manifest.licence_file, half_made, _LARGEST_MANIFEST, source)
        try:
            _try(manifest)
        except ModelUnavailable as error:
            raise _refused(source, error.message) from error
        return read_manifest(_move(half_made, folder / folder_name(manifest)))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelUnavailable(f"cannot be installed: {reason}", subject=str(source)) from error
    finally:
        shutil.rmtree(half_made, ignore_errors=True)


def remove(name: str, folder: Path) -> bool:
    """Remove the installed model whose folder is ``name``; false if there is none.

    A model that cannot be read is removed too.

    Raises:
        ModelUnavailable: if its files cannot be removed.
    """
    place = folder / name
    if not _NAME.fullmatch(name) or not place.is_dir():
        return False
    gone = folder / f".{uuid.uuid4().hex[:12]}"
    try:
        place.rename(gone)  # at once: no process finds half a model
        shutil.rmtree(gone)
    except OSError as error:
        raise ModelUnavailable(f"cannot be removed: {error.strerror}", subject=name) from error
    return True


def folder_name(manifest: Manifest) -> str:
    """Name of the folder of a model: its directions, name and version."""
    directions = "+".join(sorted(manifest.directions, reverse=True))
    return f"{directions}-{manifest.name}-{manifest.version}"


def _refused(source: Path, reason: str) -> ModelUnavailable:
    return ModelUnavailable(
        reason, subject=str(source), advice="nothing was installed; get the model again"
    )


def _named(folder: Path, source: Path) -> Manifest:
    """The manifest in ``folder``, with names that can be files of one folder."""
    try:
        manifest = read_manifest(folder)
    except ModelUnavailable as error:
        raise _refused(source, error.message) from error
    needed = {"model.bin", "config.json", "spm.model"} - {file.name for file in manifest.files}
    if needed or not manifest.directions:
        lacking = ", ".join(sorted(needed)) or "directions"
        raise _refused(source, f"{MANIFEST} does not name {lacking}")
    names = [file.name for file in manifest.files] + [manifest.licence_file, folder_name(manifest)]
    for name in names:
        if not _NAME.fullmatch(name) or name == MANIFEST:
            raise _refused(source, f"{MANIFEST} names {name!r}, which is no name of a file")
    return manifest


def _try(manifest: Manifest) -> None:
    """Load the model and have it say something: whole files may still be no model."""
    from translations.engines.compact import load

    decoder = load(manifest)
    try:
        decoder.translate(["Hà Nội."])
    except (RuntimeError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelUnavailable(f"cannot translate: {reason}") from error


def _move(half_made: Path, place: Path) -> Path:
    old = place.with_name(f".{uuid.uuid4().hex[:12]}")
    if place.exists():
        place.rename(old)
    try:
        half_made.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
    return place


def _copy(open_file: Opener, name: str, folder: Path, most: int, source: Path) -> None:
    """Copy a file, at most ``most`` bytes of it."""
    stream = open_file(name)
    if stream is None:
        raise _refused(source, f"{name} is missing")
    left = most
    with stream, (folder / name).open("wb") as out:
        while chunk := stream.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise _refused(source, f"{name} is larger than its manifest says")
            out.write(chunk)


@contextmanager
def _opened(source: Path) -> Iterator[Opener]:
    """What opens the files beside the manifest of a folder or an archive."""
    if source.is_dir():
        yield lambda name: (source / name).open("rb") if (source / name).is_file() else None
        return
    if not source.is_file():
        raise ModelUnavailable("no such file or folder", subject=str(source))
    try:
        if zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive:
                entries = {str(PurePosixPath(name)): name for name in archive.namelist()}
                top = _beside_manifest(list(entries), source)
                yield (
                    lambda name: (
                        archive.open(entries[str(top / name)])
                        if str(top / name) in entries
                        else None
                    )
                )
            return
        with tarfile.open(source) as packed:
            members = {
                str(PurePosixPath(member.name)): member
                for member in packed.getmembers()
                if member.isfile()
            }
            top = _beside_manifest(list(members), source)
            yield (
                lambda name: (
                    packed.extractfile(members[str(top / name)])
                    if str(top / name) in members
                    else None
                )
            )
    except _BROKEN_ARCHIVES as error:
        reason = next(iter(str(error).splitlines()), "it ends too early").rstrip(":")
        raise _refused(source, f"no whole archive: {reason}") from error


def _beside_manifest(names: list[str], source: Path) -> PurePosixPath:
    """The folder in an archive that holds the manifest nearest to the top."""
    found = [PurePosixPath(name) for name in names if PurePosixPath(name).name == MANIFEST]
    if not found:
        raise _refused(source, f"there is no {MANIFEST} in it")
    return min(found, key=lambda path: (len(path.parts), path)).parent
