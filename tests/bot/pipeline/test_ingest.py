from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.pipeline import Ingest, OutcomeState, Worker, load_starters
from bot.pipeline.starters import missing_starters
from bot.store import corrections, identities, joining, library, memory, rows, stories
from bot.store.database import Database
from bot.store.models import Article, Base, Mention, Sentence, Statement, Task, TranslationMemory
from seeds.refusal import Refusal, RefusalKind

NEW, DUPLICATE, REFUSED = OutcomeState.NEW, OutcomeState.DUPLICATE, OutcomeState.REFUSED


async def run(ingest, articles, **options):
    return [outcome async for outcome in ingest.run(articles, **options)]


async def scalars(db, query):
    async with db.read() as session:
        return list(await session.scalars(query))


async def test_outcomes_in_order(ingest, db, article):
    outcomes = await run(
        ingest,
        [
            article(1),
            Refusal("broken.bin", "it is binary", RefusalKind.BINARY),
            article(2, "REFUSE"),
            article(3, "BREAK"),
            article(1),
            article(4),
        ],
    )
    assert [(o.origin, o.state, o.article_id) for o in outcomes] == [
        ("test:1", NEW, 1),
        ("broken.bin", REFUSED, None),
        ("test:2", REFUSED, None),
        ("test:3", REFUSED, None),
        ("test:1", DUPLICATE, 1),
        ("test:4", NEW, 2),
    ]
    assert outcomes[1].reason == "it is binary"
    assert "nothing in it" in outcomes[2].reason
    assert "a fault in the bench" in outcomes[3].reason
    assert "article 1" in outcomes[4].reason
    assert await scalars(db, select(Article.id)) == [1, 2]


async def test_what_is_shown_is_translated(ingest, db, article):
    await run(ingest, [article(1, "Ông Lê Văn Tám nói.", "Câu hai.", title="Tên bài")])
    [row] = await scalars(db, select(Article))
    assert row.title_translation == "<Tên bài>"
    assert (row.engine_version, row.glossary_version) == ("fake-1", "g1")
    assert row.added_at == ingest.clock()
    sentences = await scalars(db, select(Sentence.translation).order_by(Sentence.position))
    assert sentences == ["<Ông Lê Văn Tám nói.>", None]
    assert await scalars(db, select(Statement.translation)) == ["<Ông Lê Văn Tám nói.>"]
    assert await scalars(db, select(Mention.translation)) == ["<Ông Lê Văn Tám nói.>"]


async def test_nothing_is_translated_twice(ingest, db, article, bench):
    await run(ingest, [article(1, "Câu chung.", "A"), article(2, "Câu chung.", "B"), article(1)])
    assert bench.translated.count("Câu chung.") == 1
    count = len(bench.translated)
    again = Ingest(db, ingest.worker)
    await run(again, [article(1, "Câu chung.", "A"), article(2, "Câu chung.", "B")])
    assert len(bench.translated) == count


async def test_without_a_translator_articles_enter_all_the_same(db, worker, bench, article, caplog):
    bench.trouble = "the model is broken"
    ingest = Ingest(db, worker)
    with caplog.at_level(logging.WARNING):
        outcomes = await run(ingest, [article(1), article(2)])
    assert [o.state for o in outcomes] == [NEW, NEW]
    assert len(ingest.warnings) == 1
    assert "the model is broken" in ingest.warnings[0]
    assert await scalars(db, select(Article.title_translation)) == [None, None]
    assert await scalars(db, select(Article.engine_version)) == ["none", "none"]


async def test_a_translator_that_fails_on_the_way(db, worker, bench, article):
    bench.broken = {"Bài 2"}
    ingest = Ingest(db, worker)
    outcomes = await run(ingest, [article(n) for n in (1, 2, 3)])
    assert [o.state for o in outcomes] == [NEW, NEW, NEW]
    assert len(ingest.warnings) == 1
    assert await scalars(db, select(Article.engine_version).order_by(Article.id)) == [
        "fake-1", "none", "none",
    ]  # fmt: skip


async def test_english_articles_where_there_is_no_engine_for_them(ingest, db, article):
    outcomes = await run(ingest, [article(1, "A sentence.", language="en")])
    assert [o.state for o in outcomes] == [NEW]
    assert ingest.warnings == []
    assert await scalars(db, select(Article.engine_version)) == ["none"]


@pytest.mark.parametrize(
    ("published", "backfill"),
    [("2024-05-01", False), ("2024-04-01", True), ("2024-04", False), ("2024-03", True),
     ("2023", True), ("2024", False), (None, False),
     # days that no calendar has
     ("2021-02-30", True), ("2199-02-30", False), ("2021-13-01", True)],
)  # fmt: skip
async def test_old_articles_are_backfill(ingest, db, article, published, backfill):
    await run(ingest, [article(1, published=published)])
    assert await scalars(db, select(Article.backfill)) == [backfill]


async def test_a_day_that_another_article_brings_may_make_an_article_old(ingest, db, article):
    await run(ingest, [article(1)])
    assert await scalars(db, select(Article.backfill)) == [False]
    async with db.write() as session:  # as joining completes it
        first = await session.get_one(Article, 1)
        first.event_date = first.sort_date = "2021-12-14"
        first.event_date_basis = "other_article"
    await run(ingest, [article(2)])
    assert await scalars(db, select(Article.backfill).order_by(Article.id)) == [True, False]


async def test_the_caller_may_say_what_is_backfill(ingest, db, article):
    await run(ingest, [article(1)], backfill=True)
    await run(ingest, [article(2, published="2001")], backfill=False)
    assert await scalars(db, select(Article.backfill).order_by(Article.id)) == [True, False]


async def test_a_bulk_is_backfill_from_its_first_article(ingest, db, article, monkeypatch):
    monkeypatch.setattr("bot.pipeline.ingest.BULK", 3)
    await run(ingest, [article(n) for n in range(3)])
    assert await scalars(db, select(Article.backfill)) == [False] * 3
    await run(ingest, [article(n) for n in range(10, 16)])
    assert await scalars(db, select(Article.backfill).order_by(Article.id)) == (
        [False] * 3 + [True] * 6
    )


STEPS = [
    (library, "next_sequence"),
    (library, "_hide_starters"),
    (rows, "write_texts"),
    (rows, "write_sightings"),
    (joining, "_rejoin_conferences"),
    (joining, "_rejoin_speakers"),
    (rows, "write_facts"),
    (identities, "remove"),
    (stories, "pair"),
    (stories, "rejoin"),
    (corrections, "apply"),
    (memory, "remember"),
]


async def contents(db):
    async with db.read() as session:
        return {
            table.name: (await session.execute(select(func.count()).select_from(table))).scalar()
            for table in Base.metadata.sorted_tables
        }


@pytest.mark.parametrize(("module", "step"), STEPS, ids=[step for _, step in STEPS])
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_fault_at_any_step_leaves_no_half_article(
    ingest, db, article, monkeypatch, module, step, when
):
    first = article(1, "Ông Lê Văn Tám dự Hội nghị Mía đường.", "Cần trồng mía.")
    bad = article(2, "Ông Lê Văn Tám rời Hội nghị Mía đường.", "Cần ép mía.")
    await run(ingest, [first])
    before = await contents(db)
    original = getattr(module, step)

    async def faulty(session, *arguments, **options):
        if when == "after":
            await original(session, *arguments, **options)
        raise OSError("the disk has a fault")

    with monkeypatch.context() as patch:
        patch.setattr(module, step, faulty)
        [outcome] = await run(ingest, [bad])
        assert outcome.state is REFUSED
        assert "the disk has a fault" in outcome.reason
    assert await contents(db) == before
    outcomes = await run(ingest, [bad, article(3)])
    assert [o.state for o in outcomes] == [NEW, NEW]
    assert await scalars(db, select(Article.sequence)) == [1, 2, 3]


async def test_a_locked_database_refuses_one_article_not_all(ingest, db, article):
    await run(ingest, [article(0)])
    other = sqlite3.connect(db.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def release() -> None:
        await asyncio.sleep(2.5)
        other.execute("ROLLBACK")

    task = asyncio.create_task(release())
    outcomes = await run(ingest, [article(1), article(2)])
    await task
    other.close()
    assert [o.state for o in outcomes] == [REFUSED, NEW]
    assert "locked" in outcomes[0].reason


async def test_stopping_in_the_middle(ingest, db, article):
    async for _ in ingest.run([article(n) for n in range(50)]):
        break
    count = len(await scalars(db, select(Article.id)))
    assert 1 <= count <= 4
    outcomes = await run(ingest, [article(n) for n in range(5)])
    assert sorted(o.article_id for o in outcomes) == [1, 2, 3, 4, 5]


async def test_a_reader_that_raises_ends_the_run_after_what_it_gave(ingest, db, article):
    def articles():
        yield article(1)
        raise OSError("the cable was pulled")

    with pytest.raises(OSError, match="cable"):
        await run(ingest, articles())
    assert await scalars(db, select(Article.id)) == [1]


async def test_starters_enter_only_where_there_is_nothing_else(db, worker, article):
    articles = await missing_starters(db)
    assert len(articles) >= 5
    few = articles[:2]
    outcomes = [outcome async for outcome in load_starters(db, worker, articles=few)]
    assert [o.state for o in outcomes] == [NEW, NEW]
    # A first start that was stopped here is completed by the next.
    assert await missing_starters(db) == articles[2:]
    assert await scalars(db, select(Article.starter)) == [True, True]
    assert await scalars(db, select(Article.backfill)) == [True, True]
    await run(Ingest(db, worker), [article(1)])
    assert await missing_starters(db) == []
    assert await scalars(db, select(Article.hidden).order_by(Article.id)) == [True, True, False]


KILLED = """
import asyncio, sys
sys.path.insert(0, sys.argv[2])
import conftest
from bot.pipeline import Ingest, Worker
from bot.store.database import Database
from seeds.article import Article

async def main():
    db = Database(f"sqlite:///{sys.argv[1]}")
    await db.open()
    worker = Worker(conftest.FakeBench, in_process=True)
    articles = [
        Article(f"test:{n}", f"Ông Lê Văn Tám nói câu {n}.\\nCần làm việc {n}.", title=f"Bài {n}")
        for n in range(400)
    ]
    async for outcome in Ingest(db, worker).run(articles, backfill=True):
        print(outcome.article_id, flush=True)

asyncio.run(main())
"""


async def test_a_killed_ingest_is_completed_by_the_next(tmp_path, empty_database, bench):
    path = tmp_path / "killed.sqlite3"
    path.write_bytes(empty_database.read_bytes())
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(script),
        str(path),
        str(Path(__file__).parent),
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(library.__file__).parents[2])},
    )
    for _ in range(7):
        assert (await process.stdout.readline()).strip()
    await asyncio.sleep(0.01)  # into the middle of the next
    process.kill()
    await process.communicate()
    from seeds.article import Article as Raw

    articles = [
        Raw(f"test:{n}", f"Ông Lê Văn Tám nói câu {n}.\nCần làm việc {n}.", title=f"Bài {n}")
        for n in range(20)
    ]
    db = Database(f"sqlite:///{path}")
    await db.open()
    worker = Worker(lambda: bench, in_process=True)
    before = await scalars(db, select(Article.id))
    assert len(before) >= 7
    for table in (Statement, Task, Mention):
        assert len(set(await scalars(db, select(table.article_id)))) == len(before)
    outcomes = await run(Ingest(db, worker), articles)
    assert {o.state for o in outcomes} <= {NEW, DUPLICATE}
    ids = await scalars(db, select(Article.id))
    assert len(ids) == max(20, len(before))
    for table in (Statement, Task, Mention):
        assert sorted(await scalars(db, select(table.article_id))) == sorted(ids)
    assert await scalars(db, select(func.max(Article.sequence))) == [len(ids)]
    assert len(await scalars(db, select(TranslationMemory.id))) > 0
    await worker.close()
    await db.close()
