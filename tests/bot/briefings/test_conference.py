import pytest

from bot.briefings import Briefings
from bot.briefings.cards import Choice, ConferenceCard, Section
from bot.store.models import ArticleConference, Conference

OPENING, RIVER = 2, 1


async def card_of(briefings: Briefings, section: Section = Section.OVERVIEW) -> ConferenceCard:
    card = await briefings.conference(RIVER, 1, section)
    assert card is not None
    return card


async def test_the_head(briefings: Briefings):
    card = await card_of(briefings)
    assert card.conference.name.en == "May River Cooperation Conference"
    assert card.conference.name.machine
    assert str(card.conference.starts) == "2031-03-03"
    assert str(card.conference.ends) == "2031-03-04"
    assert card.host is not None
    assert card.host.en == "Ministry of Examples"
    assert card.aliases == ("Hội nghị sông Mây",)


async def test_several_articles_are_summed_up_together_and_tell_the_same_once(briefings: Briefings):
    card = await card_of(briefings)
    assert [(line.article, line.text.vi) for line in card.summary] == [
        (3, "Phó Thủ tướng Nguyễn Văn Thử đề nghị mỗi tỉnh cử một đầu mối liên lạc."),
        (2, "Sáng 3/3, Hội nghị Hợp tác sông Mây khai mạc tại thành phố Bến Sông."),
        (2, "Hội nghị quy tụ 120 đại biểu từ mười hai tỉnh dọc sông."),
        (2, "Bộ trưởng Trần Thị Mẫu nhấn mạnh dòng sông là của chung mười hai tỉnh."),
    ]


async def test_statements_by_office_and_repeated_ones_once(briefings: Briefings):
    card = await card_of(briefings)
    assert [(line.speaker and line.speaker.name.vi, line.article) for line in card.statements] == [
        ("Nguyễn Văn Thử", 3),
        ("Trần Thị Mẫu", 3),
        ("Trần Thị Mẫu", 2),
        ("các đại biểu", 2),
    ]
    assert card.statements[0].text.uncertain
    assert card.statements[2].quoted


async def test_a_speaker_has_the_role_that_the_article_gives(briefings: Briefings):
    who = (await card_of(briefings)).statements[0].speaker
    assert who is not None
    assert who.role is not None
    assert (who.role.vi, who.role.en) == (
        "Phó Thủ tướng Thường trực",
        "Permanent Deputy Prime Minister",
    )
    assert not who.role.machine


async def test_what_is_said_in_an_article_on_nothing_else_belongs_to_it(briefings: Briefings):
    card = await card_of(briefings)
    assert any(line.speaker and line.speaker.kind == "body" for line in card.statements)
    assert {task.number for task in card.tasks} == {1, 2, 3, 4}


async def test_nobody_stands_where_nobody_is_named(briefings: Briefings):
    tasks = {task.number: task for task in (await card_of(briefings)).tasks}
    assert tasks[3].set_by is None
    assert tasks[3].stated_by is None
    assert tasks[4].set_by is not None
    assert (tasks[4].set_by.vi, tasks[4].set_by.en) == ("Ban Tổ chức", "Organising Committee")
    assert tasks[4].set_by.machine
    assert tasks[4].set_by_id is None


async def test_sources_and_those_that_only_refer(briefings: Briefings):
    card = await card_of(briefings)
    assert [ref.number for ref in card.sources] == [3, 2]
    assert [ref.number for ref in card.referred] == [4]
    assert card.totals.sources == 3


async def test_sections_show_only_themselves(briefings: Briefings):
    card = await card_of(briefings, Section.SPEAKERS)
    assert [ref.name.vi for ref in card.speakers] == [
        "Nguyễn Văn Thử",
        "Trần Thị Mẫu",
        "các đại biểu",
    ]
    assert card.speakers[1].statements == 2
    assert (card.summary, card.statements, card.tasks, card.sources) == ((), (), (), ())


async def test_one_only_referred_to_shows_where(briefings: Briefings):
    card = await briefings.conference(3)
    assert card is not None
    assert card.sources == ()
    assert [ref.number for ref in card.referred] == [2]
    assert [line.text.vi for line in card.summary] == [
        "Hội nghị quy tụ 120 đại biểu từ mười hai tỉnh dọc sông."
    ]


async def test_old_numbers_lead_on(briefings: Briefings):
    card = await briefings.conference(90)
    assert card is not None
    assert card.conference.id == RIVER
    assert await briefings.conference(404) is None


@pytest.mark.parametrize(("count", "shown", "latest"), [(12, 8, False), (17, 4, True)])
async def test_of_a_word_that_fits_very_many_the_latest_are_offered(
    database, briefings, count, shown, latest
):
    async with database.write() as session:
        for n in range(count):
            year = "" if n == 3 else f"20{20 + n % 15}-0{1 + n % 9}-11"
            name = f"Hội thảo trà sen lần {n}"
            session.add(
                Conference(id=100 + n, slug=f"s{n}", name_vi=name, status="held", starts_on=year)
            )
            session.add(
                ArticleConference(
                    article_id=OPENING, conference_id=100 + n, number=100 + n, name=name,
                    coverage="reported", sentence=0, sighting={},
                )
            )  # fmt: skip
    card = await briefings.find_conference("hoi thao tra sen")
    assert isinstance(card, Choice)
    assert (len(card.hits), card.more, card.latest) == (shown, count - shown, latest)
    dates = [str(hit.date) for hit in card.hits]
    if latest:
        assert dates == ["2034-06-11", "2033-05-11", "2032-04-11", "2031-03-11"]
    # A year beside the name leaves those of the year.
    fewer = await briefings.find_conference("hoi thao tra sen 2024")
    assert isinstance(fewer, ConferenceCard)
    assert fewer.conference.name.vi == "Hội thảo trà sen lần 4"


async def test_found_without_marks_in_english_and_misspelt(briefings: Briefings):
    for query in ("hop tac song may", "may river cooperation", "Hội nghị sông Mây"):
        card = await briefings.find_conference(query)
        assert isinstance(card, ConferenceCard), query
        assert card.conference.id == RIVER
    near = await briefings.find_conference("hop tac sogn may")
    assert isinstance(near, Choice | ConferenceCard)
    assert await briefings.find_conference("zzzz qqqq xxxx") is None
