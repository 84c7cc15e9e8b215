"""The documents of an article, and what else names them."""

import pytest

from bot.briefings import Briefings
from bot.briefings.citations import OTHERS
from bot.store.database import Database
from bot.store.models import Article, JoinKey
from summarizer.facts.documents.documents import document_key
from tests.bot.briefings.conftest import ENGLISH, HIDDEN, NOTICE, OPENING, REPORT, article

DIRECTIVE, TREATY = "chi thi 25", "cong uoc song"


def cites(number: int, *keys: str) -> list[JoinKey]:
    return [
        JoinKey(thing="document", article_id=number, number=at, key=key)
        for at, key in enumerate(keys)
    ]


@pytest.fixture
async def cited(database: Database, briefings: Briefings) -> Briefings:
    async with database.write() as session:
        opening = await session.get_one(Article, OPENING)
        opening.documents = ["Chỉ thị 25-CT/TW", "Công ước Sông", "Nghị quyết 9"]
        opening.renderings = {"Chỉ thị 25-CT/TW": ["Directive 25-CT/TW", True, "test", []]}
        session.add_all(cites(OPENING, DIRECTIVE, TREATY))
        for number in (HIDDEN, REPORT, NOTICE):
            session.add_all(cites(number, DIRECTIVE))
        # the same key of another thing is no document
        session.add(JoinKey(thing="speaker", article_id=ENGLISH, number=0, key=TREATY))
    return briefings


async def test_documents_lead_to_the_other_articles_that_name_them(cited: Briefings):
    card = await cited.article(OPENING)
    assert card is not None
    assert [(its.name.vi, its.name.en, set(its.articles), its.total) for its in card.documents] == [
        ("Chỉ thị 25-CT/TW", "Directive 25-CT/TW", {REPORT, NOTICE}, 2),
        ("Công ước Sông", None, set(), 0),
        ("Nghị quyết 9", None, set(), 0),
    ]


async def test_only_the_latest_others_are_told_and_all_are_counted(
    cited: Briefings, database: Database
):
    async with database.write() as session:
        session.add_all(
            article(number, f"Bài {number}", published=f"2031-03-{number}", sort_date="")
            for number in range(20, 24)
        )
        await session.flush()
        for number in range(20, 24):
            session.add_all(cites(number, DIRECTIVE))
    card = await cited.article(OPENING)
    assert card is not None
    assert (len(card.documents[0].articles), card.documents[0].total) == (OTHERS, 6)


async def test_an_article_without_documents_has_none(cited: Briefings):
    card = await cited.article(REPORT)
    assert card is not None
    assert card.documents == ()


async def test_articles_in_two_languages_that_cite_one_document_are_linked(
    database: Database, briefings: Briefings
):
    vietnamese = ["Nghị quyết số 22 của Bộ Chính trị", "Nghị quyết 22/NQ-CP"]
    english = ["the Politburo's Resolution No. 22-NQ/TW", "Resolution 22"]
    async with database.write() as session:
        for number, names in ((OPENING, vietnamese), (ENGLISH, english)):
            (await session.get_one(Article, number)).documents = names
            session.add_all(cites(number, *map(document_key, names)))
    card = await briefings.article(OPENING)
    assert card is not None
    assert [its.articles for its in card.documents] == [(ENGLISH,), ()]
    card = await briefings.article(ENGLISH)
    assert card is not None
    # the bare number may be either, and says nothing
    assert [its.articles for its in card.documents] == [(OPENING,), ()]
