"""Answers stay quick in a large library: few queries, however much there is."""

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, insert

from bot.briefings import Briefings
from bot.store.database import Database
from bot.store.models import (
    Article,
    ArticleConference,
    ArticleSpeaker,
    Conference,
    Mention,
    Role,
    SearchText,
    Sentence,
    Speaker,
    Statement,
    Summary,
    Task,
)

ARTICLES, SENTENCES = 600, 34
PATIENCE = 1.0
"""Seconds: far more than it takes (milliseconds), for slow and busy machines."""


EACH = range(1, ARTICLES + 1)


def tables() -> dict[type, list[dict]]:
    def texts(n: int, k: int) -> dict:
        return {"article_id": n, "text": f"Lời thứ {k} của bài {n} về nước, cá và cây {n * k}",
                "translation": f"Words {k} of article {n} on water, fish and trees {n * k}",
                "findings": []}  # fmt: skip

    fixed = {"body": "Thân bài. " * 300, "language": "vi", "origin": "test", "raw": {}, "facts": {},
             "signature": b"", "source": "Báo", "pipeline_version": "1", "engine_version": "1",
             "glossary_version": "1", "added_at": datetime(2031, 3, 1, tzinfo=UTC)}  # fmt: skip
    return {
        Conference: [
            {"id": n, "slug": f"c{n}", "name_vi": f"Hội nghị số {n}", "name_en": f"Conference {n}",
             "status": "held", "starts_on": "2031-03-01", "aliases": []}
            for n in range(1, 101)
        ],
        Speaker: [
            {"id": n, "slug": f"s{n}", "kind": "person", "name": f"Người Nói {n}",
             "name_en": f"Nguoi Noi {n}", "name_folded": f"nguoi noi {n}", "aliases": []}
            for n in range(1, 201)
        ],
        Role: [
            {"speaker_id": n, "title_vi": "Bộ trưởng", "title_en": "Minister", "last_seen": "2031"}
            for n in range(1, 201)
        ],
        Article: [
            {**fixed, "id": n, "sequence": n, "fingerprint": f"f{n}", "body_fingerprint": f"b{n}",
             "title": f"Bài số {n}", "published": (day := f"2031-03-{n % 28 + 1:02d}"),
             "sort_date": day}
            for n in EACH
        ],
        Sentence: [
            {**texts(n, k), "position": k, "paragraph": k} for n in EACH for k in range(SENTENCES)
        ],
        SearchText: [
            {"article_id": n, "title": f"bai so {n}", "names": "", "body": "lua song nuoc " * 300,
             "spelt": f"bài số {n} " + "lụa sông nước " * 300}
            for n in EACH
        ],
        Summary: [
            {"article_id": n, "language": "vi", "positions": [0, 3, 5], "method": "extract"}
            for n in EACH
        ],
        ArticleConference: [
            {"article_id": n, "conference_id": n % 100 + 1, "number": 0, "name": "",
             "coverage": "reported", "sentence": 0, "sighting": {}}
            for n in EACH
        ],
        ArticleSpeaker: [
            {"article_id": n, "speaker_id": n % 200 + 1, "number": 0, "sighting": {}} for n in EACH
        ],
        Statement: [
            {**texts(n, k), "speaker_id": (n + k) % 200 + 1, "speaker_number": 0, "sentence": k,
             "quoted": False, "confidence": 1.0}
            for n in EACH for k in range(6)
        ],
        Mention: [
            {**texts(n, k), "speaker_id": (n + k) % 200 + 1, "number": 0, "place": "body",
             "sentence": k}
            for n in EACH for k in range(8)
        ],
        Task: [
            {**texts(n, k), "id": n * 10 + k, "text_key": f"{n} {k}", "sentence": k,
             "theme": "other", "confidence": 1.0, "stated_by_id": n % 200 + 1}
            for n in EACH for k in range(4)
        ],
    }  # fmt: skip


@pytest.fixture
async def large(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'large.sqlite3'}")
    await database.open()
    async with database.write() as session:
        for table, rows in tables().items():
            await session.execute(insert(table), rows)
    yield database
    await database.close()


async def test_every_answer_takes_few_queries_and_little_time(large: Database):
    briefings = Briefings(large)
    questions = {
        "conferences": briefings.conferences,
        "upcoming": briefings.upcoming,
        "conference": lambda: briefings.conference(7),
        "speakers": briefings.speakers,
        "speaker": lambda: briefings.speaker(7),
        "tasks": briefings.tasks,
        "tasks of a word": lambda: briefings.tasks("việc 3"),
        "task": lambda: briefings.task(73),
        "latest": briefings.latest,
        "article": lambda: briefings.article(77),
        "find": lambda: briefings.find_conference("hoi nghi so 77"),
        "search": lambda: briefings.search("sông nước"),
        "search for other marks": lambda: briefings.search("sóng nước"),
        "digest": lambda: briefings.digest(0, 10**6),
    }
    queries = 0

    def count(*_: object) -> None:
        nonlocal queries
        queries += 1

    engine = large._engine
    assert engine is not None
    event.listen(engine.sync_engine, "before_cursor_execute", count)
    for name, ask in questions.items():
        await ask()
        queries = 0
        assert await ask() is not None, name
        assert queries <= 30, name
        took = []
        for _ in range(3):
            started = time.perf_counter()
            await ask()
            took.append(time.perf_counter() - started)
        assert min(took) < PATIENCE, name
