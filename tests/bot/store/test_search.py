"""Searching the library. All names and sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, update

from bot.store import library, migrations, search, search_texts
from bot.store.models import Article
from bot.store.queries import MOST_WORDS, read_query
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
from tests.bot.store.shore import FOREIGN, MARKED, SEA, SYNONYMS, coast


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


# --- marks and synonyms --------------------------------------------------------------------


@pytest.fixture
async def shore(db, make, now):
    async with db.write() as session:
        for article in coast(make):
            await library.add(session, article, now=now)
    return db


@pytest.mark.parametrize(("query", "ids"), MARKED)
async def test_marks_that_were_typed_are_meant(shore, query, ids):
    assert sorted(each.article_id for each in await find(shore, query)) == ids


async def test_the_sentence_is_the_one_with_these_marks(db, make, now):
    async with db.write() as session:
        text = ("Thị trường biến động.", "Giá cả ở phía đông.", "Tàu ra Biển Đông.", "Hết bài.")
        await library.add(session, make(*text), now=now)
    assert await find(db, "Biển Đông") == [Found(1, 2)]
    assert await find(db, "bien dong") == [Found(1, 0)]
    assert await find(db, "phía đông") == [Found(1, 1)]


@pytest.mark.parametrize(("query", "ids"), SYNONYMS)
async def test_synonyms_count_as_much_as_the_words(shore, query, ids):
    assert sorted(each.article_id for each in await find(shore, query)) == ids


async def test_the_sentence_may_have_a_synonym(shore):
    found = {each.article_id: each.sentence for each in await find(shore, SYNONYMS[0][0])}
    assert found == {SEA: 0, FOREIGN: 0}


async def test_what_is_translated_later_is_found_with_its_marks(shore):
    async with shore.write() as session:
        await search_texts.extend_search(session, FOREIGN, "en", ["Họ gặp bão lớn ở Hoàng Sa."])
        await search_texts.extend_search(session, SEA, "vi", ["The Paracel islands."])
        await search_texts.extend_search(session, SEA, "vi", [])
    assert [each.article_id for each in await find(shore, "bão Hoàng Sa")] == [FOREIGN]
    assert [each.article_id for each in await find(shore, "paracel islands")] == [SEA]


def test_a_query_of_very_many_words_is_cut():
    query = read_query('"' + "một " * 30 + '" ' + "hai " * 30)
    assert len(query.text.split()) == MOST_WORDS
    assert read_query(' "" "," ').parts == ()


async def test_the_texts_of_an_older_library_are_taken_along(shore):
    engine = create_engine(f"sqlite:///{shore.path}")
    with engine.begin() as connection:
        migrations.downgrade(connection, "0004")
        migrations.upgrade(connection)
    engine.dispose()
    for query, ids in MARKED:
        assert sorted(each.article_id for each in await find(shore, query)) == ids
