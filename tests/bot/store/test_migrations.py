from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.orm import Session

from bot.store import library, migrations
from bot.store.models import Base, Delivery, DeliveryItem, Schedule

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def connection(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'm.sqlite3'}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_the_models_are_where_the_steps_lead(connection):
    migrations.upgrade(connection)
    context = MigrationContext.configure(
        connection,
        opts={
            "version_table": migrations.VERSION_TABLE,
            "compare_type": lambda _c, _i, _m, found, expected: (
                found._type_affinity is not expected._type_affinity
            ),
            "include_object": lambda _t, name, kind, *_: (
                not (kind == "table" and name.startswith("search_index"))
            ),
        },
    )
    assert compare_metadata(context, Base.metadata) == []


def test_state_before_and_after(connection):
    assert not migrations.state(connection).up_to_date
    assert migrations.state(connection).revision is None
    migrations.upgrade(connection)
    state = migrations.state(connection)
    assert state.up_to_date
    assert not state.newer
    assert not state.foreign


def test_the_names_of_the_steps_say_what_their_history_says():
    steps = ScriptDirectory.from_config(migrations.config())
    assert migrations.newest() == steps.get_current_head()
    known = [step.revision for step in steps.walk_revisions()]
    assert migrations.revisions() == sorted(known)


def test_a_database_that_is_up_to_date_needs_no_alembic(tmp_path, empty_database):
    """Every command opens the database, and most find nothing to do."""
    path = tmp_path / "there.sqlite3"
    shutil.copy(empty_database, path)
    script = f"""if True:
        import asyncio, sys
        from bot.store.database import Database

        async def work():
            db = Database("sqlite:///{path}")
            await db.open()
            await db.close()

        asyncio.run(work())
        print([name for name in sys.modules if name.startswith("alembic")])
    """
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("version", ["9999_from_the_future", "0007x", ""])
def test_a_version_that_is_none_of_ours_is_newer(connection, version):
    migrations.upgrade(connection)
    connection.execute(
        text(f"UPDATE {migrations.VERSION_TABLE} SET version_num = :version"), {"version": version}
    )
    state = migrations.state(connection)
    assert state.newer
    assert not state.up_to_date


def test_down_to_nothing_and_up_again(connection):
    migrations.upgrade(connection)
    migrations.downgrade(connection)
    assert inspect(connection).get_table_names() == [migrations.VERSION_TABLE]
    migrations.upgrade(connection)
    assert migrations.state(connection).up_to_date


async def test_down_and_up_with_articles_in_it(db, make, now):
    async with db.write() as session:
        await library.add(session, make("Một câu về hội nghị."), now=now)
    engine = create_engine(f"sqlite:///{db.path}")
    with engine.begin() as connection:
        connection.execute(text("PRAGMA foreign_keys=OFF"))
        assert connection.execute(text("SELECT count(*) FROM search_index")).scalar() == 1
        migrations.downgrade(connection)
        migrations.upgrade(connection)
        assert migrations.broken_links(connection) == []
    engine.dispose()


def test_steps_do_not_depend_on_the_models():
    folder = migrations.__path__[0]
    for path in Path(folder, "versions").glob("0*.py"):
        assert "bot.store.models" not in path.read_text()


def test_a_filled_database_of_the_first_step_goes_up_and_down(connection):
    migrations.upgrade(connection, "0001")
    rows = [
        (
            "INSERT INTO chat (id, bot, chat_key, language, zone, allowed, active, created_at) "
            "VALUES (1, 'local', 7, 'en', 'Asia/Ho_Chi_Minh', 1, 1, '2026-01-01 00:00:00')"
        ),
        (
            "INSERT INTO schedule (id, chat_id, local_time, weekdays, zone, revision, active, "
            "next_due_at, mark) VALUES (3, 1, '07:00:00', 127, 'Asia/Ho_Chi_Minh', 2, 1, "
            "'2026-01-02 00:00:00', 0)"
        ),
        (
            "INSERT INTO delivery (id, chat_id, schedule_id, kind, key, local_date, due_at, state, "
            "sequence_to, created_at) VALUES (5, 1, 3, 'digest', '3:2:2026-01-01', '2026-01-01', "
            "'2026-01-01 00:00:00', 'sent', 9, '2026-01-01 00:00:01')"
        ),
        (
            "INSERT INTO delivery_item (id, delivery_id, thing, thing_id, version) "
            "VALUES (8, 5, 'article', 4, '')"
        ),
    ]
    for row in rows:
        connection.execute(text(row))
    migrations.upgrade(connection)
    with Session(connection) as session:
        schedule = session.get_one(Schedule, 3)
        assert (schedule.kind, schedule.when_empty, schedule.thread) == ("digest", "news", None)
        chat = schedule.chat
        assert (chat.paused_until, chat.blocked_at) == (None, None)
        assert (chat.quiet_weekdays, chat.quiet_dates, chat.alerts_a_day) == (0, [], 5)
        assert (chat.follows, chat.read_to) == ([], 0)
        delivery = session.get_one(Delivery, 5)
        assert not delivery.late
        assert (delivery.holder, delivery.held_until, delivery.not_before) == (None, None, None)
        assert session.get_one(DeliveryItem, 8).reason == ""
    assert migrations.broken_links(connection) == []
    migrations.downgrade(connection, "0001")
    counts = [
        connection.execute(text(f"SELECT count(*) FROM {table}")).scalar()
        for table in ("chat", "schedule", "delivery", "delivery_item")
    ]
    assert counts == [1, 1, 1, 1]
    assert "follow" not in inspect(connection).get_table_names()
    assert "kind" not in {c["name"] for c in inspect(connection).get_columns("schedule")}
