from bot.briefings import Briefings
from bot.briefings.cards import Section


async def test_an_article(briefings: Briefings):
    card = await briefings.article(2)
    assert card is not None
    assert card.source.title.en == "May River Cooperation Conference opens"
    assert [line.text.vi for line in card.summary] == [
        "Sáng 3/3, Hội nghị Hợp tác sông Mây khai mạc tại thành phố Bến Sông.",
        "Bộ trưởng Trần Thị Mẫu nhấn mạnh dòng sông là của chung mười hai tỉnh.",
    ]
    assert card.summary_method == "extract"
    # What the summary has already is not told again where the speaker said more.
    assert [(line.speaker and line.speaker.name.vi, line.quoted) for line in card.statements] == [
        ("Trần Thị Mẫu", True),
        ("các đại biểu", False),
    ]
    assert card.totals.statements == 3
    assert [(ref.id, ref.reported) for ref in card.conferences] == [(1, True), (3, False)]
    assert [ref.number for ref in card.same_story] == [3]
    assert [(line.place, line.speaker and line.speaker.id) for line in card.mentioned] == [
        ("caption", 4)
    ]


async def test_an_abstract_says_what_wrote_it(briefings: Briefings):
    card = await briefings.article(6)
    assert card is not None
    assert card.summary_method == "abstract:tiny"
    assert [line.text.vi for line in card.summary] == ["Một người kể chuyện đo nước."]
    assert card.source.title_derived


async def test_an_english_article(briefings: Briefings):
    card = await briefings.article(5)
    assert card is not None
    assert card.source.title.original == "en"
    assert card.summary[0].text.vi is None
    assert card.summary[0].text.en == "The forum will bring sailors together, organisers said."


async def test_sections(briefings: Briefings):
    card = await briefings.article(2, 1, Section.TASKS)
    assert card is not None
    assert [task.number for task in card.tasks] == [1, 3]
    assert card.summary == ()


async def test_no_such_article(briefings: Briefings):
    assert await briefings.article(404) is None
