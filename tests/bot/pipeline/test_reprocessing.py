from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from bot.pipeline import Ingest, OutcomeState, preparing, reprocess, translate_article
from bot.pipeline.reprocessing import outdated
from bot.store.models import Article, Correction, Meta, Sentence, Task, TranslationMemory
from bot.store.search import search

NEW, REFUSED = OutcomeState.NEW, OutcomeState.REFUSED


async def fill(db, worker, article, count: int = 4):
    articles = [article(n) for n in range(1, count + 1)]
    return [o async for o in Ingest(db, worker).run(articles)]


async def values(db, column):
    async with db.read() as session:
        return list(await session.scalars(select(column).order_by(Article.id)))


async def test_nothing_is_outdated_after_an_ingest(db, worker, article):
    await fill(db, worker, article)
    assert await outdated(db, worker) == 0
    assert [o async for o in reprocess(db, worker, outdated_only=True)] == []


async def test_a_new_engine_translates_anew(db, worker, article, bench):
    await fill(db, worker, article)
    bench.version = "fake-2"
    assert await outdated(db, worker) == 4
    outcomes = [o async for o in reprocess(db, worker, outdated_only=True)]
    assert [(o.state, o.article_id) for o in outcomes] == [(NEW, n) for n in (1, 2, 3, 4)]
    assert await values(db, Article.engine_version) == ["fake-2"] * 4
    assert await values(db, Article.sequence) == [1, 2, 3, 4]
    assert await outdated(db, worker) == 0


async def test_what_had_no_translator_is_outdated_once_there_is_one(db, worker, article, bench):
    bench.trouble = "no model"
    await fill(db, worker, article, 2)
    assert await outdated(db, worker) == 0
    bench.trouble = ""
    assert await outdated(db, worker) == 2
    assert len([o async for o in reprocess(db, worker, outdated_only=True)]) == 2
    assert await values(db, Article.title_translation) == ["<Bài 1>", "<Bài 2>"]


async def test_without_a_translator_translations_stay(db, worker, article, bench):
    await fill(db, worker, article, 2)
    bench.trouble = "no model"
    assert await outdated(db, worker) == 0
    bench.glossary = "g2"
    assert len([o async for o in reprocess(db, worker, outdated_only=True)]) == 2
    assert await values(db, Article.title_translation) == ["<Bài 1>", "<Bài 2>"]
    assert await values(db, Article.engine_version) == ["fake-1"] * 2
    assert len([o async for o in reprocess(db, worker)]) == 2
    assert await values(db, Article.title_translation) == ["<Bài 1>", "<Bài 2>"]


async def test_what_was_translated_on_demand_stays(db, worker, article, bench):
    await fill(db, worker, article, 1)
    assert await translate_article(db, worker, 1)
    assert len([o async for o in reprocess(db, worker)]) == 1
    async with db.read() as session:
        assert None not in list(await session.scalars(select(Sentence.translation)))


async def test_the_memory_is_cleared_of_other_versions(db, worker, article, bench):
    await fill(db, worker, article, 2)
    bench.version = "fake-2"
    assert len([o async for o in reprocess(db, worker, outdated_only=True)]) == 2
    async with db.read() as session:
        versions = set(await session.scalars(select(TranslationMemory.engine_version)))
    assert versions == {"fake-2"}


async def test_a_new_pipeline_and_a_new_glossary(db, worker, article, bench, monkeypatch):
    await fill(db, worker, article, 2)
    bench.glossary = "g2"
    assert await outdated(db, worker) == 2
    async for _ in reprocess(db, worker, outdated_only=True):
        break
    assert await outdated(db, worker) == 1
    assert len([o async for o in reprocess(db, worker, outdated_only=True)]) == 1
    monkeypatch.setattr("bot.pipeline.reprocessing.PIPELINE", "next")
    bench.pipeline = "next"
    assert await outdated(db, worker) == 2
    assert len([o async for o in reprocess(db, worker, outdated_only=True)]) == 2
    assert await outdated(db, worker) == 0
    assert preparing.PIPELINE


async def test_all_of_them_and_on_from_where_it_was_stopped(db, worker, article, bench):
    await fill(db, worker, article)
    seen = []
    async for outcome in reprocess(db, worker):
        seen.append(outcome.article_id)
        if len(seen) == 2:
            break
    again = [o.article_id async for o in reprocess(db, worker)]
    assert set(seen) | set(again) == {1, 2, 3, 4}
    assert len(again) in {2, 3}  # the one that was being told may be done again
    async with db.read() as session:
        assert await session.get(Meta, "reprocess") is None
    assert len([o async for o in reprocess(db, worker)]) == 4


async def test_corrections_and_task_numbers_survive(db, worker, article, bench):
    await fill(db, worker, article, 2)
    async with db.write() as session:
        task = await session.scalar(select(Task.id).where(Task.article_id == 2))
        for thing, number, name, value in (
            ("article", 1, "title_translation", "By hand"),
            ("task", task, "translation", "Do work two"),
        ):
            session.add(
                Correction(
                    thing=thing, thing_id=number, field=name, value=value,
                    by="somebody", at=datetime(2024, 1, 1, tzinfo=UTC),
                )
            )  # fmt: skip
    async with db.read() as session:
        before = list(await session.scalars(select(Task.id)))
    bench.version = "fake-2"
    assert len([o async for o in reprocess(db, worker, outdated_only=True)]) == 2
    assert await values(db, Article.title_translation) == ["By hand", "<Bài 2>"]
    async with db.read() as session:
        assert (await session.get(Task, task)).translation == "Do work two"
        assert list(await session.scalars(select(Task.id))) == before


async def test_an_article_that_is_refused_now_stays_as_it_is(db, worker, article, bench):
    await fill(db, worker, article, 2)
    original = bench.preprocess

    def preprocess(raw):
        if raw.origin == "test:1":
            raise ValueError("no longer readable")
        return original(raw)

    bench.preprocess = preprocess
    bench.version = "fake-2"
    outcomes = [o async for o in reprocess(db, worker, outdated_only=True)]
    assert [o.state for o in outcomes] == [REFUSED, NEW]
    assert "no longer readable" in outcomes[0].reason
    assert await values(db, Article.engine_version) == ["fake-1", "fake-2"]


async def test_the_rest_of_an_article_on_demand(db, worker, article):
    await fill(db, worker, article, 1)
    async with db.read() as session:
        assert None in list(await session.scalars(select(Sentence.translation)))
        assert await search(session, "<Cần>") != []
    assert await translate_article(db, worker, 1)
    async with db.read() as session:
        assert list(await session.scalars(select(Sentence.translation))) == [
            "<Câu riêng của bài 1.>",
            "<Cần làm việc 1.>",
        ]
    assert await translate_article(db, worker, 1)
    assert not await translate_article(db, worker, 99)


async def test_the_rest_without_an_engine(db, worker, article, bench):
    bench.trouble = "no model"
    await fill(db, worker, article, 1)
    assert not await translate_article(db, worker, 1)
