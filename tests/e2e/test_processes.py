"""The commands as processes: ask, run, leases, databases that cannot be used."""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.e2e.conftest import Command


@pytest.fixture(scope="module", autouse=True)
def asked_of_a_locked_database(starter_library, tmp_path_factory):
    """A process that waits for a locked database, meanwhile others are looked at: it is patient."""
    command = Command(starter_library, tmp_path_factory.mktemp("locked"))
    shutil.copytree(starter_library, command.data)
    db = sqlite3.connect(command.data / "briefing.sqlite3", isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    process = command.start("ask", "/language vi")
    yield command, process
    if process.poll() is None:
        process.kill()
        process.communicate()
    db.execute("ROLLBACK")
    db.close()


def test_ask_prints_answers_in_order(command):
    done = command("ask", "/language en", "/conferences", "/speaker bui thanh son")
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.index("> /conferences"), done.stdout.index("> /speaker")
    assert "National Foreign Affairs Conference" in done.stdout[first:second]
    assert "Minister of Foreign Affairs" in done.stdout[second:]
    assert "\x1b" not in done.stdout


def test_ask_keeps_chats_apart_and_speaks_json(command):
    command("ask", "--chat", "lan", "/language vi")
    done = command("ask", "--chat", "lan", "--json", "/conferences", "/article 1")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["message"] for row in rows] == ["/conferences", "/article 1"]
    [answer] = rows[0]["answers"]
    assert answer["text"].startswith("Hội nghị")
    assert {"text", "entities", "buttons"} <= answer.keys()
    units = answer["text"].encode("utf-16-le")
    for entity in answer["entities"]:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= len(units) // 2
    other = command("ask", "--chat", "minh", "--json", "/conferences")
    assert json.loads(other.stdout)["answers"][0]["text"] != answer["text"]


@pytest.mark.skipif(
    not (Path(sys.executable).parent / "briefing-bot").exists(),
    reason="the package is not installed in this environment",
)
def test_the_installed_command_answers_from_an_empty_folder(starter_library, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(starter_library, data)
    done = subprocess.run(
        [Path(sys.executable).parent / "briefing-bot", "ask", "/conferences"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "BRIEFING_DATA_DIR": str(data)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Hội nghị Đối ngoại toàn quốc" in done.stdout


def wait_for_line(process, word, seconds=60):
    end = time.monotonic() + seconds
    seen = ""
    while time.monotonic() < end:
        line = process.stdout.readline()
        seen += line
        if word in line:
            return line
        if not line and process.poll() is not None:
            break
    raise AssertionError(f"{word!r} was not printed: {seen!r} {process.stderr.read()!r}")


def test_run_serves_until_stopped_and_a_second_one_is_refused(command):
    first = command.start("run")
    try:
        url = wait_for_line(first, "http://127.0.0.1").split()[-1]
        with httpx.Client(trust_env=False) as client:
            assert client.get(f"{url}/bot1:wrong/getMe").status_code == 401
        second, beside = command.together(["run"], ["ask", "/conferences"], timeout=60)
        assert second.returncode == 1
        assert len(second.stderr.splitlines()) == 1
        assert "another process" in second.stderr
        assert beside.returncode == 0, "ask runs beside run"
    finally:
        first.send_signal(signal.SIGTERM)
        _, err = first.communicate(timeout=40)
    assert first.returncode == 0, err
    assert "Traceback" not in err
    again = command.start("run")
    wait_for_line(again, "http://127.0.0.1")
    again.send_signal(signal.SIGINT)
    again.communicate(timeout=40)


def test_a_file_that_is_no_database_is_left_alone(command):
    command.data.mkdir()
    file = command.data / "briefing.sqlite3"
    file.write_bytes(b"My diary. " * 500)
    for done in command.together(
        ["ask", "/conferences"], ["run"], ["ingest", "x.txt"], ["digest", "preview"], starters=False
    ):
        assert done.returncode == 1, done.args
        assert len(done.stderr.splitlines()) == 1
        assert str(file) in done.stderr
    assert file.read_bytes() == b"My diary. " * 500


def test_a_newer_database_is_left_alone(command, starter_library):
    shutil.copytree(starter_library, command.data)
    file = command.data / "briefing.sqlite3"
    with sqlite3.connect(file) as db:
        db.execute("UPDATE schema_version SET version_num = '9999_from_the_future'")
    db.close()
    done, examined = command.together(["ask", "/conferences"], ["doctor"])
    assert done.returncode == 1
    assert "newer" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert examined.returncode == 1
    assert "newer" in examined.stdout


def test_a_damaged_database_is_said(command, starter_library):
    shutil.copytree(starter_library, command.data)
    file = command.data / "briefing.sqlite3"
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)
    before = file.read_bytes()
    done, examined = command.together(["ask", "/conferences"], ["doctor"])
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert str(file) in done.stderr
    assert file.read_bytes()[:4096] == before[:4096]
    assert examined.returncode == 1


def test_a_locked_database_is_said(asked_of_a_locked_database):
    command, process = asked_of_a_locked_database
    done = command.ended(process, timeout=100)
    assert done.returncode in (0, 1)
    assert "locked" in done.stderr + done.stdout


def test_wrong_settings_are_named(command):
    done, examined = command.together(["run"], ["doctor"], zone="Mars/Olympus", starters=False)
    assert done.returncode == 1
    assert "BRIEFING_ZONE" in done.stderr
    assert examined.returncode == 1
    assert "BRIEFING_ZONE" in examined.stdout


def test_the_doctor_changes_nothing(command):
    done = command("doctor", starters=False)
    assert "compact" in done.stdout
    assert not command.data.exists()
    command("ask", "/help")
    filled = command("doctor", "--json")
    rows = [json.loads(line) for line in filled.stdout.splitlines()]
    assert any(row["part"] == "database" and "articles" in row["text"] for row in rows)
