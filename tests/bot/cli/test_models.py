"""Models as their users list, install and remove them."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from bot.cli import benching, models
from bot.cli.failures import Failure, Status
from bot.settings import Settings
from translations.engines.compact import shipped_models


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Settings(data_dir=tmp_path / "data", threads=1, _env_file=None)


@pytest.fixture
def download(tmp_path):
    folder = tmp_path / "download"
    shutil.copytree(shipped_models() / "vi-en", folder)
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": "77"}))
    return folder


def listed(settings):
    return {model.name: model for model in models.find_models(settings)}


def test_shipped_models_are_listed(settings):
    found = listed(settings)["vi-en"]
    assert found.directions == ("vi-en",)
    assert found.origin == "shipped"
    assert found.state == "in use"
    assert found.megabytes < 40
    assert found.licence.startswith("LicenseRef-")


def test_installed_ones_go_before_and_are_removed(settings, download, capfdbinary):
    assert models.install(settings, str(download)) is Status.DONE
    found = listed(settings)
    assert found["vi-en-compact-77"].state == "in use"
    assert found["vi-en"].state == "complete"
    assert models.remove(settings, "vi-en-compact-77") is Status.DONE
    assert "vi-en-compact-77" not in listed(settings)
    assert listed(settings)["vi-en"].state == "in use"
    out = capfdbinary.readouterr().out.decode()
    assert "LicenseRef" in out
    assert out.endswith("removed vi-en-compact-77\n")


def test_broken_ones_are_listed_with_the_reason(settings, download):
    models.install(settings, str(download))
    folder = settings.data_dir / "models" / "vi-en-compact-77"
    (folder / "model.bin").write_bytes(b"cut")
    (settings.data_dir / "models" / "stray").mkdir()
    found = listed(settings)
    assert found["vi-en-compact-77"].state == (
        f"broken: model.bin has 3 bytes instead of {(download / 'model.bin').stat().st_size}; "
        "vi-en is used instead"
    )
    assert found["vi-en"].state == "in use"
    assert found["stray"].state == "broken: manifest.json is missing"
    assert models.remove(settings, "stray") is Status.DONE


def test_half_made_conversions_are_listed_and_removed(settings, tmp_path):
    from translations.engines.conversion import cache_folder

    whole = cache_folder() / "owner--name"
    (whole / "tokenizer").mkdir(parents=True)
    (whole / "model.bin").write_bytes(b"0" * 2_000_000)
    (cache_folder() / "half--name").mkdir()
    found = listed(settings)
    assert found["owner--name"].state == "complete"
    assert found["owner--name"].megabytes == pytest.approx(2)
    assert found["half--name"].state.startswith("half made")
    used = settings.model_copy(update={"translator": "hub:owner/name"})
    assert listed(used)["owner--name"].state == "in use"
    models.remove(settings, "hub:owner/name")
    models.remove(settings, "half--name")
    assert set(listed(settings)) == {path.name for path in shipped_models().iterdir()}


def test_a_folder_of_the_hubs_format_is_in_use_and_removed(settings, tmp_path):
    from translations.engines.conversion import cache_folder, converted_folder

    source = tmp_path / "mine-vi-en"
    source.mkdir()
    whole = converted_folder(str(source), cache_folder())
    (whole / "tokenizer").mkdir(parents=True)
    (whole / "model.bin").write_bytes(b"0")
    assert listed(settings)[whole.name].state == "complete"
    used = settings.model_copy(update={"translator": f"hub:{source}@vi-en"})
    assert listed(used)[whole.name].state == "in use"
    models.remove(settings, f"hub:{source}@vi-en")
    assert whole.name not in listed(settings)


def test_shipped_and_unknown_ones_are_not_removed(settings):
    with pytest.raises(Failure, match="part of the package"):
        models.remove(settings, "vi-en")
    assert (shipped_models() / "vi-en" / "model.bin").is_file()
    for name in ("none", "../vi-en", "", "."):
        with pytest.raises(Failure, match="no such model"):
            models.remove(settings, name)


def test_what_is_nothing_to_install_is_said(settings):
    with pytest.raises(Failure, match="no such folder or archive"):
        models.install(settings, "none.zip")


def test_bench_measures_what_is_in_use(settings, capfdbinary):
    assert benching.bench(settings, None, 2) is Status.DONE
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0].split("  ")[0] == "model"
    measured = [line for line in lines if line.startswith("compact ")]
    assert {line.split()[1] for line in measured} >= {"vi-en"}
    assert all(float(cell) >= 0 for line in measured for cell in line.split()[2:])
    with pytest.raises(Failure, match="no such model"):
        benching.bench(settings, "none", 2)


def test_the_commands(briefing_bot, download, tmp_path):
    archive = tmp_path / "model.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for path in download.iterdir():
            out.write(path, f"vi-en/{path.name}")
    cut = tmp_path / "cut.zip"
    cut.write_bytes(archive.read_bytes()[:-9_000])
    broken = briefing_bot("models", "install", cut)
    assert broken.returncode == 1
    assert len(broken.err.splitlines()) == 1
    assert "cut.zip" in broken.err
    done = briefing_bot("models", "install", archive)
    assert done.returncode == 0, done.err
    shown = briefing_bot("models", "list", "--json")
    records = [json.loads(line) for line in shown.out.splitlines()]
    assert [r["state"] for r in records if r["name"] == "vi-en-compact-77"] == ["in use"]
    model = tmp_path / "data" / "models" / "vi-en-compact-77" / "model.bin"
    model.write_bytes(model.read_bytes()[:-1])
    translated = briefing_bot("translate", "--to", "en", given="Hà Nội đón khách.\n")
    assert translated.returncode == 0
    assert "Hanoi" in translated.out
    [warning] = translated.err.splitlines()
    assert "going on with compact-" in warning
    assert briefing_bot("models", "remove", "vi-en").returncode == 1
    assert briefing_bot("models").returncode == 2


def test_the_folder_of_installed_models_is_in_the_data_folder(settings):
    assert models.installed_models(settings) == Path(settings.data_dir) / "models"


def test_the_bot_uses_what_is_installed(settings, download):
    from bot.pipeline.bench import BenchOptions

    models.install(settings, str(download))
    bench = BenchOptions(models=models.installed_models(settings))()
    assert "77" in bench.state().version
