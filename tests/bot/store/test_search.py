"""Searching the library. All names and sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bot.store import library, search
from bot.store.models import Article
from bot.store.search import Found
from summarizer.facts.model import (
    Conference,
    Coverage,
    Facts,
    Kind,
    Mention,
    Place,
    Speaker,
    Statement,
    Status,
)


def facts() -> Facts:
    return Facts(
        speakers=(
            Speaker("Đỗ Thanh Quyên", Kind.PERSON, "Bộ trưởng Bộ Thủy lợi", ("bà Quyên",),
                    (Mention(Place.BODY, "x", 0),), 0.9),
        ),
        statements=(Statement(0, 0, "Đỗ Thanh Quyên", "Nước là quý.", False, 0.9),),
        conferences=(
            Conference("Hội nghị Thủy lợi toàn quốc", (), 0, 0, Status.HELD, Coverage.REPORTED, 0.9),
        ),
    )  # fmt: skip


@pytest.fixture
async def filled(db, make, now):
    articles = [
        make(
            "Mở đầu bài.", "Con đê bên sông Lụa cao 4,5 mét.", "Kết thúc.",
            title="Chuyện đê điều", published="2031-01-01", facts=facts(),
            renderings={"Con đê bên sông Lụa cao 4,5 mét.": "The dyke on the Lua river stands tall."},
        ),
        make("Sông dài.", "Con thuyền trên sông.", title="Đê điều và thuyền", published="2032-01-01"),
        make("Không có gì về nước.", title="Chuyện núi", published="2030-01-01"),
    ]  # fmt: skip
    async with db.write() as session:
        for article in articles:
            await library.add(session, article, now=now)
    return db


async def find(db, query, **options):
    async with db.read() as session:
        found = await search.search(session, query, **options)
        assert len(found) <= await search.count(session, query)
        return found


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("đê điều", [1, 2]),
        ("DE DIEU", [1, 2]),
        ("sông Lụa", [1]),
        ("lua song", [1]),
        ('"song lua"', [1]),
        ('"lua song"', []),
        ("dyke", [1]),
        ("dykes dyke", []),
        ("4,5", [1]),
        ("quyen", [1]),
        ("chuyện", [1, 3]),
        ("thuy loi toan quoc", [1]),
        ("sông núi", []),
        ("stan tall", [1]),
        ("", []),
        ("!!!", []),
    ],
)
async def test_search(filled, query, ids):
    assert sorted(f.article_id for f in await find(filled, query)) == ids


async def test_best_first_and_with_the_sentence(filled):
    found = await find(filled, "đê điều")
    assert [f.article_id for f in found] == [2, 1]
    assert await find(filled, "sông lụa cao") == [Found(1, 1)]
    assert await find(filled, "the river") == [Found(1, 1)]
    assert await find(filled, "chuyện núi") == [Found(3, None)]


async def test_pages(filled):
    whole = await find(filled, "chuyện", limit=10)
    assert await find(filled, "chuyện", limit=1) == whole[:1]
    assert await find(filled, "chuyện", limit=1, offset=1) == whole[1:]
    assert await find(filled, "chuyện", limit=1, offset=2) == []


async def test_hidden_is_never_found(filled):
    async with filled.write() as session:
        await session.execute(update(Article).where(Article.id == 1).values(hidden=True))
    assert await find(filled, "sông Lụa") == []
    async with filled.read() as session:
        assert (await search.find_speakers(session, "Đỗ Thanh Quyên")).exact == ()
        assert (await search.find_conferences(session, "thủy lợi")).exact == ()


async def test_names(filled):
    async with filled.read() as session:
        for query in ("do thanh quyen", "bộ trưởng thủy lợi", "bà quyên"):
            assert (await search.find_speakers(session, query)).exact == (1,)
        for query in ("hoi nghi thuy loi", "thuy loi toan quoc"):
            assert (await search.find_conferences(session, query)).exact == (1,)
        assert await search.find_speakers(session, "ai đó không có") == search.Matches()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    query=st.text(alphabet=st.sampled_from("ab\"*()-:^~ ORANDNEAR\\'%_\x00đê,.;{}+"), max_size=30)
)
async def test_no_query_is_an_operator(filled, query):
    async with filled.read() as session:
        await search.search(session, query)
        await search.find_speakers(session, query)
        await search.find_conferences(session, query)
