from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import stat
from types import SimpleNamespace

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from bot.store import library, migrations
from bot.store.database import Database, DatabaseError
from bot.store.models import Meta


def url(path) -> str:
    return f"sqlite:///{path}"


async def opened(path, **options) -> Database:
    database = Database(url(path), **options)
    await database.open()
    return database


async def test_makes_folder_and_tables_and_keeps_what_is_written(tmp_path):
    path = tmp_path / "new" / "folder" / "b.sqlite3"
    db = await opened(path)
    async with db.write() as session:
        session.add(Meta(name="a", value="1"))
    await db.close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    db = await opened(path)
    async with db.read() as session:
        assert (await session.get(Meta, "a")).value == "1"
        for pragma, value in (("journal_mode", "wal"), ("foreign_keys", 1)):
            assert await session.scalar(text(f"PRAGMA {pragma}")) == value
    await db.close()
    assert sorted(p.name for p in path.parent.iterdir()) == ["b.sqlite3"]


async def test_two_processes_may_make_it_at_once(tmp_path):
    path = tmp_path / "b.sqlite3"
    first, second, third = (Database(url(path)) for _ in range(3))
    await asyncio.gather(first.open(), second.open(), third.open())
    await third.close()
    async with second.write() as session:
        session.add(Meta(name="a", value="1"))
    async with first.read() as session:
        assert await session.get(Meta, "a")
    await first.close()
    await second.close()


async def test_a_failed_write_leaves_nothing(db):
    async def fail() -> None:
        async with db.write() as session:
            session.add(Meta(name="a", value="1"))
            await session.flush()
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        await fail()
    async with db.read() as session:
        assert await session.get(Meta, "a") is None


async def test_readers_see_one_state_and_do_not_wait(db):
    async with db.write() as session:
        session.add(Meta(name="a", value="1"))
    async with db.read() as reader:
        assert (await reader.get(Meta, "a")).value == "1"
        async with db.write() as writer:
            (await writer.get(Meta, "a")).value = "2"
            await writer.flush()
            async with db.read() as other:
                assert (await other.get(Meta, "a")).value == "1"
        assert await reader.scalar(text("SELECT value FROM meta")) == "1"
    async with db.read() as reader:
        assert await reader.scalar(text("SELECT value FROM meta")) == "2"


async def test_writers_queue(db):
    async with db.write() as session:
        session.add(Meta(name="n", value="0"))

    async def count() -> None:
        async with db.write() as session:
            row = await session.get(Meta, "n")
            await asyncio.sleep(0)
            row.value = str(int(row.value) + 1)

    await asyncio.gather(*(count() for _ in range(20)))
    async with db.read() as session:
        assert (await session.get(Meta, "n")).value == "20"


async def test_a_folder_in_the_way_a_broken_file_and_a_foreign_one(tmp_path):
    text_file = tmp_path / "notes.sqlite3"
    text_file.write_text("these are my notes, not a database")
    foreign = tmp_path / "foreign.sqlite3"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    (tmp_path / "folder").mkdir()
    for path, words in (
        (text_file, "no SQLite database"),
        (foreign, "another application"),
        (tmp_path / "folder", "cannot be read"),
        (text_file / "below" / "b.sqlite3", "folder cannot be made"),
    ):
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(DatabaseError, match=words) as error:
            await opened(path)
        assert str(path) in str(error.value)
        assert error.value.advice
        if before is not None:
            assert path.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
async def test_a_folder_that_cannot_be_written(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(DatabaseError, match="cannot be written"):
        await opened(folder / "b.sqlite3")


async def test_a_read_error_on_a_full_disk_is_told_as_that(tmp_path, monkeypatch):
    error = DBAPIError("SELECT 1", None, sqlite3.OperationalError("disk I/O error"))
    db = Database(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    for free, said in ((0, "no space left"), (10**9, "cannot be read from the disk")):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: SimpleNamespace(free=free))
        assert said in str(db._explain(error))


async def test_damaged_in_the_middle(tmp_path):
    path = tmp_path / "b.sqlite3"
    await (await opened(path)).close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (size - 100))
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match=r"damaged|no SQLite database") as error:
        await opened(path)
    assert str(path) in str(error.value)
    assert path.read_bytes() == before


async def test_newer_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "b.sqlite3"
    await (await opened(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {migrations.VERSION_TABLE} SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match=r"newer version.*9999"):
        await opened(path)
    assert path.read_bytes() == before


async def test_locked(tmp_path):
    path = tmp_path / "b.sqlite3"
    db = await opened(path, patience=0.2)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match="locked"):
        async with db.write() as session:
            session.add(Meta(name="a", value="1"))
    async with db.read() as session:
        assert await session.get(Meta, "a") is None
    other.execute("ROLLBACK")
    other.close()
    await db.close()
    other = sqlite3.connect(tmp_path / "empty.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseError, match="locked"):
        await opened(tmp_path / "empty.sqlite3", patience=0.2)
    other.close()


async def test_a_copy_is_kept_before_migrating(tmp_path, monkeypatch):
    path = tmp_path / "b.sqlite3"
    engine = create_engine(url(path))
    with engine.begin() as connection:
        migrations.upgrade(connection)
    with engine.begin() as connection:
        newest = migrations.state(connection).revision
        connection.execute(text("INSERT INTO meta VALUES ('kept', 'yes')"))
    engine.dispose()
    old = migrations.state

    def behind(connection):  # as if there were a later step
        state = old(connection)
        return migrations.State(state.revision, up_to_date=False, newer=False, foreign=False)

    monkeypatch.setattr(migrations, "state", behind)
    await (await opened(path)).close()
    copies = list(tmp_path.glob(f"b.sqlite3-{newest}-*"))
    assert len(copies) == 1
    assert stat.S_IMODE(copies[0].stat().st_mode) == 0o600
    with sqlite3.connect(copies[0]) as connection:
        assert connection.execute("SELECT value FROM meta").fetchall() == [("yes",)]
    connection.close()


async def test_an_upgrade_is_announced_and_its_end_told(tmp_path, db, make, now, caplog):
    async with db.write() as session:
        for _ in range(3):
            await library.add(session, make(), now=now)
    await db.close()
    assert not caplog.messages, "a new database is none of an operator's business"
    engine = create_engine(url(db.path))
    with engine.begin() as connection:
        migrations.downgrade(connection, "0004")
    engine.dispose()
    caplog.clear()
    await (await opened(db.path)).close()
    before, after = caplog.messages
    assert before.startswith(f"{db.path}: its tables are brought up to date, from step 0004 to 00")
    assert "(articles: 3)" in before
    assert "needs another 1 MB of the disk for a copy of it and, until it is done" in before
    [copy] = tmp_path.glob(f"{db.path.name}-0004-*")
    assert "up to date after" in after
    assert "(articles: 3)" in after
    assert copy.name in after
    caplog.clear()
    await (await opened(db.path)).close()
    assert not caplog.messages


@pytest.mark.parametrize(("revision", "anew"), [("0003", True), ("0004", True), ("0005", False)])
async def test_room_for_new_texts_is_asked_only_where_they_are_written(db, caplog, revision, anew):
    await db.close()
    engine = create_engine(url(db.path))
    with engine.begin() as connection:
        migrations.downgrade(connection, revision)
    engine.dispose()
    caplog.clear()
    await (await opened(db.path)).close()
    assert ("new texts" in caplog.messages[0]) == anew
    assert "for a copy of it" in caplog.messages[0]
    assert "not be enough" not in caplog.messages[0]


async def test_too_little_room_is_said(db, caplog, monkeypatch):
    await db.close()
    engine = create_engine(url(db.path))
    with engine.begin() as connection:
        migrations.downgrade(connection, "0006")
    engine.dispose()
    full = shutil.disk_usage(db.path.parent)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full)
    caplog.clear()
    await (await opened(db.path)).close()
    assert caplog.messages[0].endswith("are free, which may not be enough")


async def test_an_upgrade_that_fails_is_not_said_to_be_done(tmp_path, db, caplog, monkeypatch):
    await db.close()
    engine = create_engine(url(db.path))
    with engine.begin() as connection:
        migrations.downgrade(connection, "0004")
    engine.dispose()
    monkeypatch.setattr(migrations, "broken_links", lambda connection: ["task"])
    with pytest.raises(DatabaseError, match="nothing was changed"):
        await opened(db.path)
    assert [message for message in caplog.messages if "tables are up to date" in message] == []
    engine = create_engine(url(db.path))
    with engine.connect() as connection:
        assert migrations.state(connection).revision == "0004"
    engine.dispose()


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("sqlite:////x/y.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:////x/y.db", "sqlite+aiosqlite"),
        ("postgresql://u:secret@h/n", "postgresql+psycopg"),
        ("postgres://u:secret@h/n", "postgresql+psycopg"),
    ],
)
def test_addresses_get_the_driver_that_is_used(given, driver):
    db = Database(given)
    assert db.url.drivername == driver
    assert "secret" not in db.subject


@pytest.mark.parametrize(
    "given", ["", "nonsense", "u:secret@h/n", "mysql://u:secret@h/n", "oracle://h"]
)
def test_other_addresses_are_refused_without_telling_the_password(given):
    with pytest.raises(DatabaseError) as error:
        Database(given)
    assert "secret" not in str(error.value)


async def test_a_server_that_is_not_there():
    db = Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(DatabaseError, match=r"driver is not installed|cannot be opened"):
        await db.open()
