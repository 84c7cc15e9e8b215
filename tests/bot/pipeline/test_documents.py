"""The crawled documents of the data folder, through the whole preparation and into the library."""

from __future__ import annotations

import os
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

import seeds
from bot.pipeline import preprocess
from bot.pipeline.rules import Rules
from bot.store import library, search
from bot.store.database import Database
from bot.store.models import Article, ArticleConference, Conference, Mention, Role, Speaker

DATA = Path(os.environ.get("BRIEFING_DATA") or Path(__file__).parents[4] / "shared")
DOCUMENTS = DATA / "news" / "seeds"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=f"no documents in {DOCUMENTS}"),
]


@pytest.fixture(scope="module")
def prepared():
    rules = Rules()
    return [preprocess(article, rules) for article in seeds.read(DOCUMENTS)]


async def state(db):
    """What the library says, without its numbers."""
    async with db.read() as session:
        links = await session.execute(
            select(
                Conference.name_vi, Conference.name_en, Conference.starts_on,
                Conference.date_basis, Conference.place_vi, Article.title,
                ArticleConference.coverage,
            )
            .join(ArticleConference, ArticleConference.conference_id == Conference.id)
            .join(Article, Article.id == ArticleConference.article_id)
        )  # fmt: skip
        dates = await session.execute(
            select(Article.title, Article.event_date, Article.event_date_basis)
        )
        roles = await session.execute(
            select(Speaker.name, Role.title_vi, Role.first_seen, Role.last_seen).join(Role)
        )
        return sorted(map(tuple, links)), sorted(map(tuple, dates)), sorted(map(tuple, roles))


async def test_in_any_order(prepared, tmp_path, empty_database):
    states = []
    for n in range(4):
        order = list(prepared)
        random.Random(n).shuffle(order)
        path = tmp_path / f"{n}.sqlite3"
        shutil.copy(empty_database, path)
        db = Database(f"sqlite:///{path}")
        await db.open()
        for one in order:
            async with db.write() as session:
                await library.add(session, one, now=datetime(2024, 5, 6, tzinfo=UTC))
        states.append(await state(db))
        async with db.read() as session:
            await _check(session)
        await db.close()
    assert all(other == states[0] for other in states)


async def _check(session):
    async def one(matches, table):
        assert len(matches.exact) == 1
        return await session.get(table, matches.exact[0])

    national = await one(await search.find_conferences(session, "doi ngoai toan quoc"), Conference)
    assert national.starts_on == "2021-12-14"
    assert "National Foreign Affairs Conference" in national.name_en
    again = await search.find_conferences(session, "national foreign affairs conference")
    assert again.exact == (national.id,)
    speaker = await one(await search.find_speakers(session, "bui thanh son"), Speaker)
    assert speaker.name == "Bùi Thanh Sơn"
    assert (await search.find_speakers(session, "bui than son")).exact == (speaker.id,)
    assert speaker.id in (await search.find_speakers(session, "bo truong ngoai giao")).exact
    chinh = await one(await search.find_speakers(session, "Phạm Minh Chính"), Speaker)
    places = await session.scalars(select(Mention.place).where(Mention.speaker_id == chinh.id))
    assert set(places) == {"caption", "teaser"}
