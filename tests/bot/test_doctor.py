import getpass
import importlib.metadata
import os
import sys

import pytest

from bot.doctor import Level, examine, installed


@pytest.fixture
def settings(monkeypatch, tmp_path):
    """Sets settings for the examination; the data folder is a temporary one."""

    def change(**values):
        for name, value in values.items():
            monkeypatch.setenv(f"BRIEFING_{name.upper()}", str(value))

    change(data_dir=tmp_path / "data", translator="none")
    monkeypatch.chdir(tmp_path)
    return change


def wrong(part=None):
    return [
        finding
        for finding in examine()
        if finding.level is Level.WRONG and part in (None, finding.part)
    ]


def test_every_finding_has_a_text_and_the_wrong_ones_advice(settings):
    findings = list(examine())
    assert {"program", "packages", "settings", "translation", "database"} <= {
        finding.part for finding in findings
    }
    assert all(finding.text for finding in findings)
    assert not wrong("database")


def test_wrong_settings_are_findings(settings):
    settings(zone="Mars/Olympus", rate_limit="0")
    texts = " ".join(finding.text for finding in wrong("settings"))
    assert "BRIEFING_ZONE" in texts
    assert "BRIEFING_RATE_LIMIT" in texts


def test_a_misspelt_setting_is_found(settings, monkeypatch):
    monkeypatch.setenv("BRIEFING_TELEGRAM_TOKN", "x")
    assert any("BRIEFING_TELEGRAM_TOKN" in finding.text for finding in wrong("settings"))


def test_the_token_is_never_shown(settings):
    settings(telegram_token="123456:AAEsecretsecretsecretsecretsecret")
    assert not [f for f in examine() if "secretsecret" in f.text + f.advice]


def test_a_package_that_shadows_ours_is_found(settings, monkeypatch, tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    [finding] = [f for f in wrong("packages") if "seeds" in f.text]
    assert str(tmp_path) in finding.text
    assert finding.advice


def test_another_distribution_with_one_of_our_names_is_found(settings, monkeypatch):
    monkeypatch.setattr(
        importlib.metadata,
        "packages_distributions",
        lambda: {"bot": ["briefing-bot", "chatterbot-utils"], "seeds": ["briefing-bot"]},
    )
    [finding] = [f for f in wrong("packages") if "chatterbot-utils" in f.text]
    assert "pip uninstall chatterbot-utils" in finding.advice


def test_a_requirement_that_is_missing_or_too_old_is_found(settings, monkeypatch):
    monkeypatch.setattr(
        importlib.metadata,
        "requires",
        lambda _: ["no-such-package>=1,<2", "rich<2", 'torch>=2; extra == "hub"'],
    )
    texts = [finding.text for finding in wrong("packages")]
    assert "no-such-package is missing" in texts
    assert any(text.startswith("rich ") and "does not fit" in text for text in texts)
    assert not any("torch" in text for text in texts)


def test_a_broken_model_is_found(settings, monkeypatch, tmp_path):
    import translations.engines.compact

    folder = tmp_path / "models" / "vi-en"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{")
    monkeypatch.setattr(translations.engines.compact, "shipped_models", lambda: tmp_path / "models")
    assert any("manifest.json" in finding.text for finding in wrong("translation"))


def test_the_reader_is_tried_and_its_licence_told(settings):
    [finding] = [its for its in examine() if its.part == "facts"]
    assert finding.level is Level.OK
    assert "research use" in finding.text
    settings(reader="none")
    [finding] = [its for its in examine() if its.part == "facts"]
    assert (finding.level, "BRIEFING_READER=none" in finding.text) == (Level.NOTE, True)


def test_a_broken_reader_is_found(settings, monkeypatch, tmp_path):
    monkeypatch.setattr("summarizer.reading.shipped_reader", lambda: tmp_path)
    [finding] = wrong("facts")
    assert str(tmp_path) in finding.text
    assert finding.advice


def test_a_check_that_fails_is_a_finding(settings, monkeypatch):
    def broken():
        raise RuntimeError("no idea")
        yield

    monkeypatch.setattr(installed, "shadows", broken)
    assert any("no idea" in finding.text for finding in wrong("packages"))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://x/y", "SQLite or PostgreSQL"),
        ("sqlite:////proc/nowhere/x.sqlite3", "/proc"),
        ("postgresql://nobody@127.0.0.1:1/none", "127.0.0.1"),
    ],
)
def test_a_database_that_cannot_be_used_is_found(settings, url, said):
    if url.startswith("postgresql") and importlib.util.find_spec("psycopg") is None:
        said = "psycopg"
    settings(database_url=url)
    found = [f for f in examine() if f.part == "database"]
    assert any(said in f.text + f.advice for f in found if f.level is Level.WRONG), found


def test_a_folder_that_cannot_be_written_is_found_with_what_to_do(settings, monkeypatch, tmp_path):
    real = os.access
    shut = tmp_path / "shut"
    shut.mkdir()

    def access(path, mode, **how):
        return real(path, mode, **how) and not (str(path).startswith(str(shut)) and mode & os.W_OK)

    # The tests may run as root, whom no folder is shut for.
    monkeypatch.setattr(os, "access", access)
    settings(data_dir=shut / "data")
    [finding] = wrong("database")
    assert str(shut) in finding.text
    assert shut.owner() in finding.text
    assert f"chown {getpass.getuser()} {shut}" in finding.advice
    assert "BRIEFING_DATA_DIR" in finding.advice
    file = shut / "library.sqlite3"
    file.touch()
    settings(data_dir=tmp_path / "data", database_url=f"sqlite:///{file}")
    folder, its_file = wrong("database")[:2]
    assert "BRIEFING_DATABASE_URL" in folder.advice
    assert str(file) in its_file.text


def test_python_is_named(settings):
    assert any(sys.version.split()[0] in f.text for f in examine() if f.part == "program")


def test_a_folder_where_the_database_should_be_is_told_as_one(settings, tmp_path):
    folder = tmp_path / "library"
    folder.mkdir()
    settings(database_url=f"sqlite:///{folder}")
    [finding] = wrong("database")
    assert finding.text == f"{folder} is a folder, no database file"
    assert f"sqlite:///{folder}/briefing.sqlite3" in finding.advice
    settings(database_url=f"sqlite:///{folder}/briefing.sqlite3")
    assert not wrong("database")
    settings(database_url="sqlite:////dev/null")
    [finding] = wrong("database")
    assert "/dev/null is a device or pipe" in finding.text


def test_a_folder_in_the_data_folder_is_told_too(settings, monkeypatch, tmp_path):
    monkeypatch.delenv("BRIEFING_DATABASE_URL", raising=False)
    (tmp_path / "data" / "briefing.sqlite3").mkdir(parents=True)
    [finding] = wrong("database")
    assert "briefing.sqlite3 is a folder" in finding.text
    assert "BRIEFING_DATA_DIR" in finding.advice
