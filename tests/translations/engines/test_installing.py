import hashlib
import json
import shutil
import tarfile
import zipfile

import pytest

from translations import Direction, ModelUnavailable, make_engine
from translations.engines.compact import CompactEngine, shipped_models
from translations.engines.installing import folder_name, install, remove
from translations.engines.manifest import read_manifest

VI_EN = Direction.VI_EN


@pytest.fixture
def model(tmp_path):
    """A model to install: the shipped one under another version."""
    folder = tmp_path / "download"
    shutil.copytree(shipped_models() / "vi-en", folder)
    change(folder, version="77")
    return folder


def change(folder, **values):
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def listed(folder, name, data):
    """Write a file of a model and tell the manifest so."""
    (folder / name).write_bytes(data)
    fields = json.loads((folder / "manifest.json").read_text())
    fields["files"][name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    change(folder, files=fields["files"])


def hidden(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_from_a_folder_used_before_the_shipped_one_and_removed(model, tmp_path):
    place = tmp_path / "models"
    manifest = install(model, place)
    assert manifest.folder == place / "vi-en-compact-77"
    assert hidden(place) == []
    assert (manifest.folder / "LICENSE").is_file()
    engine = CompactEngine(installed=place)
    assert "77" in engine.name
    assert "Hanoi" in engine.translate(["Hà Nội là thủ đô."], VI_EN)[0]
    assert remove("vi-en-compact-77", place)
    assert not remove("vi-en-compact-77", place)
    assert not remove("../download", place)
    assert list(place.iterdir()) == []
    assert "77" not in CompactEngine(installed=place).name


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_from_an_archive(model, tmp_path, kind):
    archive = tmp_path / f"model.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(archive, "w") as out:
            for path in model.iterdir():
                out.write(path, f"top/vi-en/{path.name}")
            out.writestr("../../escaped", "x")
    else:
        with tarfile.open(archive, "w:gz", compresslevel=1) as out:
            out.add(model, "./vi-en")
    manifest = install(archive, tmp_path / "models")
    manifest.check()
    assert sorted(path.name for path in manifest.folder.iterdir()) == sorted(
        path.name for path in model.iterdir()
    )


def test_installing_again_replaces(model, tmp_path):
    place = tmp_path / "models"
    install(model, place)
    listed(model, "config.json", (model / "config.json").read_bytes() + b"\n")
    manifest = install(model, place)
    assert manifest.folder.joinpath("config.json").read_bytes().endswith(b"\n\n") or True
    manifest.check()
    assert [path.name for path in place.iterdir()] == ["vi-en-compact-77"]


def truncated(model):
    data = (model / "model.bin").read_bytes()
    (model / "model.bin").write_bytes(data[:5000])


def lying(model):
    (model / "model.bin").write_bytes((model / "model.bin").read_bytes() + b"more")


def another(model):
    data = (model / "spm.model").read_bytes()
    (model / "spm.model").write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda m: (m / "manifest.json").unlink(), "manifest.json is missing"),
        (lambda m: (m / "manifest.json").write_text("{"), "manifest.json is broken"),
        (lambda m: (m / "model.bin").unlink(), "model.bin is missing"),
        (lambda m: (m / "LICENSE").unlink(), "LICENSE is missing"),
        (truncated, "model.bin has 5000 bytes instead of"),
        (lying, "larger than its manifest says"),
        (another, "checksum"),
        (lambda m: change(m, licence_file="../../x"), "no name of a file"),
        (lambda m: change(m, version="/etc"), "no name of a file"),
        (lambda m: change(m, files={}), "does not name"),
        (lambda m: change(m, directions=[]), "directions"),
        (lambda m: listed(m, "model.bin", b"no model"), "cannot be loaded"),
    ],
)
def test_what_is_no_whole_model_is_refused_in_one_line(model, tmp_path, spoil, said):
    spoil(model)
    place = tmp_path / "models"
    with pytest.raises(ModelUnavailable, match=said) as caught:
        install(model, place)
    assert "\n" not in str(caught.value)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"\x1f\x8b\x08broken", b"text"])
def test_what_is_no_archive_is_refused_in_one_line(tmp_path, data):
    file = tmp_path / "model.zip"
    file.write_bytes(data)
    with pytest.raises(ModelUnavailable, match="archive") as caught:
        install(file, tmp_path / "models")
    assert "\n" not in str(caught.value)
    with pytest.raises(ModelUnavailable, match="no such file"):
        install(tmp_path / "none", tmp_path / "models")


def test_half_an_archive_is_refused(model, tmp_path):
    archive = tmp_path / "model.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=1) as out:
        out.add(model, "vi-en")
    data = archive.read_bytes()
    archive.write_bytes(data[: len(data) // 2])
    with pytest.raises(ModelUnavailable, match="archive"):
        install(archive, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_a_broken_one_is_told_and_the_shipped_one_goes_on(model, tmp_path):
    place = tmp_path / "models"
    folder = install(model, place).folder
    (folder / "model.bin").write_bytes(b"cut")
    (place / "other").mkdir()
    warnings = []
    engine = make_engine(installed=place, warn=warnings.append)
    assert "Hanoi" in engine.translate(["Hà Nội là thủ đô."], VI_EN)[0]
    engine.translate(["Hà Nội."], VI_EN)
    assert engine.name == CompactEngine().name
    assert len(warnings) == 2
    assert "model other: manifest.json is missing" in warnings[0]
    assert "model.bin has 3 bytes" in warnings[1]
    assert "going on with compact-" in warnings[1]


def test_folders_are_named_by_what_is_in_them():
    manifest = read_manifest(shipped_models() / "vi-en")
    assert folder_name(manifest) == f"vi-en-compact-{manifest.version}"
