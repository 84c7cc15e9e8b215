from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from bot.store import library, migrations
from bot.store.models import Base


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
    from pathlib import Path

    for path in Path(folder, "versions").glob("0*.py"):
        assert "bot.store.models" not in path.read_text()
