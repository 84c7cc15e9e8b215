import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.failures import Failure, explain, leaving
from bot.settings import SettingsError


class Unforeseen(Exception):
    pass


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            Failure("is not there", subject="x.txt", advice="make it"),
            "x.txt: is not there (make it)",
        ),
        (SettingsError("BRIEFING_ZONE: no such zone"), "BRIEFING_ZONE: no such zone"),
        (
            FileNotFoundError(2, "No such file or directory", "x.txt"),
            "x.txt: No such file or directory",
        ),
        (
            ModuleNotFoundError("No module named 'a'", name="a.b"),
            f"the package a is missing in {sys.prefix} (install",
        ),
        (Unforeseen("odd"), "unexpected Unforeseen: odd (BRIEFING_LOG_LEVEL=DEBUG"),
    ],
)
def test_errors_in_words(error, text):
    assert explain(error).startswith(text)


def leave(error):
    with pytest.raises(SystemExit) as caught, leaving():
        raise error
    return caught.value.code


def test_an_error_is_one_line_without_a_traceback(capsys, monkeypatch):
    monkeypatch.delenv("BRIEFING_LOG_LEVEL", raising=False)
    assert leave(Unforeseen("odd")) == 1
    err = capsys.readouterr().err
    assert err.startswith("briefing-bot: unexpected Unforeseen: odd")
    assert len(err.splitlines()) == 1


def test_every_wrong_setting_has_its_line(capsys):
    assert leave(SettingsError("BRIEFING_A: x\nBRIEFING_B: y")) == 1
    assert capsys.readouterr().err == "briefing-bot: BRIEFING_A: x\nbriefing-bot: BRIEFING_B: y\n"


def test_debugging_shows_the_traceback_without_the_token(capsys, monkeypatch):
    monkeypatch.setenv("BRIEFING_LOG_LEVEL", "DEBUG")
    assert leave(Unforeseen("https://host/bot123456:AAEsecretsecretsecretsecret/getMe")) == 1
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert "AAEsecret" not in err


def test_an_interrupt_leaves_quietly(capsys):
    assert leave(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == ""


def test_an_environment_without_our_packages_is_named():
    done = subprocess.run(
        [sys.executable, "-S", "-E", "-m", "bot", "--version"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("briefing-bot: the package ")
    assert len(done.stderr.splitlines()) == 1
