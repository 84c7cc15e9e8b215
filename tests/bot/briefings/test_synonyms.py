"""Searching for what the glossary calls by other names. All rows are invented but the last ones."""

import pytest
from sqlalchemy import update

from bot.briefings.synonyms import Synonyms
from bot.store.models import SearchText, Sentence
from bot.store.spelling import plain, spelt
from translations.terminology import Glossary, Term, TermKind

OPENING, REPORT = 2, 3
MIST, MINISTRY, GOLD, COUNTRY, LETTERS, LONGER = (
    Term("Biển Sương", "Mist Sea", TermKind.PLACE, ("Grey Sea",)),
    Term("Bộ Thủy lợi", "Ministry of Water", TermKind.ORGANISATION, ("Water Ministry", "MW")),
    Term("biến sướng", "gold change", TermKind.CONCEPT),
    Term("Đức", "Germany", TermKind.PLACE, ("DE",)),
    Term("Bộ Quy tắc Sương", "Code of Mist", TermKind.DOCUMENT, ("COM",)),
    Term("Hội nghị Biển Sương", "Mist Sea Conference", TermKind.CONFERENCE),
)
GLOSSARY = Glossary([
    MIST, MINISTRY, GOLD, COUNTRY, LETTERS, LONGER, Term("miền cao", "the mist", TermKind.PLACE),
])  # fmt: skip


def synonyms(text):
    parts = Synonyms(GLOSSARY).query(text).parts
    return {part.text: part.synonyms for part in parts if part.synonyms}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Biển Sương", {"biển sương": ("Mist Sea", "Grey Sea")}),
        ("biển sương", {"biển sương": ("Mist Sea", "Grey Sea")}),
        ("GREY SEA", {"grey sea": ("Biển Sương", "Mist Sea")}),
        ("Mist Sea", {"mist sea": ("Biển Sương", "Grey Sea")}),
        # The tone may stand on either vowel.
        ("Bộ Thuỷ lợi", {"bộ thủy lợi": ("Ministry of Water", "Water Ministry", "MW")}),
        # Typed without marks it may be either; with others it is neither.
        ("bien suong", {"bien suong": ("Mist Sea", "Grey Sea", "gold change")}),
        ("biến sướng", {"biến sướng": ("gold change",)}),
        ("biên sương", {}),
        # Beside other words, and the longest of several.
        ("tàu ở Mist Sea tháng này", {"mist sea": ("Biển Sương", "Grey Sea")}),
        ("Mist Sea Conference", {"mist sea conference": ("Hội nghị Biển Sương",)}),
        ("the Mist Sea Conference", {"mist sea conference": ("Hội nghị Biển Sương",)}),
        ("Mist Sea and Ministry of Water",
         {"mist sea": ("Biển Sương", "Grey Sea"),
          "ministry of water": ("Bộ Thủy lợi", "Water Ministry", "MW")}),
        # A syllable, or a few letters, only where nothing else is asked for.
        ("Đức", {"đức": ("Germany", "DE")}),
        ("de", {"de": ("Đức", "Germany")}),
        ("ông Đức", {}),
        ("com giá rẻ", {}),
        ("Germany trade", {"germany": ("Đức", "DE")}),
        # What is in quotation marks is meant as it stands.
        ('"Mist Sea"', {}),
        ('"ships" Mist Sea', {"mist sea": ("Biển Sương", "Grey Sea")}),
        ('"ships" de', {}),
        ("", {}), ('"', {}), ("Mist", {}), ("sea mist", {}),
    ],
)  # fmt: skip
def test_synonyms(text, found):
    assert synonyms(text) == found


def test_the_article_before_a_term_is_not_asked_for():
    assert Synonyms(GLOSSARY).query("news of the Grey Sea").text == "news of grey sea"
    assert Synonyms(GLOSSARY).query("the news").text == "the news"
    assert Synonyms(GLOSSARY).query("the").text == "the"


def test_the_words_of_a_query_stay_in_their_order():
    query = Synonyms(GLOSSARY).query('tàu "Mist Sea" ở Grey Sea hôm nay')
    assert query.text == "mist sea tàu ở grey sea hôm nay"
    assert [part.together for part in query.parts][:2] == [True, False]


async def say(database, number, text):
    """Let an article say one thing more, in the place of its first sentence."""
    async with database.write() as session:
        await session.execute(
            update(Sentence).where(Sentence.article_id == number, Sentence.position == 0)
            .values(text=text)
        )  # fmt: skip
        await session.execute(
            update(SearchText).where(SearchText.article_id == number)
            .values(body=" ".join(plain(text)), spelt=" ".join(spelt(text)))
        )  # fmt: skip


@pytest.mark.parametrize(
    "asked", ["South China Sea", "East Sea", "tàu ở South China Sea", "the South China Sea"]
)
async def test_the_shipped_glossary_finds_the_other_language(database, briefings, asked):
    await say(database, OPENING, "Nhiều tàu ở Biển Đông hôm qua.")
    await say(database, REPORT, "Nhiều tàu; giá vàng ở Huế biến động.")
    card = await briefings.search(asked)
    assert [item.number for item in card.items] == [OPENING]
    assert card.lines[0].text.vi == "Nhiều tàu ở Biển Đông hôm qua."
    assert (card.total, card.query) == (1, asked)


async def test_marks_are_meant_where_they_are_typed(database, briefings):
    await say(database, OPENING, "Nhiều tàu ở Biển Đông hôm qua.")
    await say(database, REPORT, "Nhiều tàu; giá vàng ở Huế biến động.")
    for asked, found in (("Biển Đông", [OPENING]), ("giá biến động", [REPORT])):
        assert [item.number for item in (await briefings.search(asked)).items] == found
    assert (await briefings.search("bien dong")).total == 2


def test_two_names_of_one_state_stand_for_each_other():
    glossary = Glossary(
        [
            Term("Mỹ", "United States", TermKind.PLACE, ("US",)),
            Term("Hoa Kỳ", "United States", TermKind.PLACE, ("USA",)),
        ]
    )
    [part] = Synonyms(glossary).query("Hoa Kỳ").parts
    assert "Mỹ" in part.synonyms
    assert "Hoa Kỳ" not in part.synonyms
