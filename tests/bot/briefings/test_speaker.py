from datetime import date
from zoneinfo import ZoneInfo

from bot.briefings import Briefings
from bot.briefings.cards import Choice, Section, SpeakerCard
from bot.briefings.periods import Period
from bot.render import text

MINISTER, PICTURED = 1, 4


async def test_roles_newest_first_with_dates(briefings: Briefings):
    card = await briefings.speaker(MINISTER)
    assert card is not None
    assert [(role.title.en, str(role.first), str(role.last)) for role in card.roles] == [
        ("Minister of Examples", "2031-03-03", "2031-03-04"),
        ("Deputy Minister of Examples", "2029", "2030-06"),
    ]


async def test_what_was_said_at_which_conference(briefings: Briefings):
    card = await briefings.speaker(MINISTER)
    assert card is not None
    assert {line.conference and line.conference.id for line in card.statements} == {1}
    assert [line.quoted for line in card.statements] == [False, True]
    assert [ref.id for ref in card.conferences] == [1]
    assert [task.number for task in card.tasks] == [1]


async def test_somebody_in_a_caption_and_a_teaser_only(briefings: Briefings):
    card = await briefings.speaker(PICTURED)
    assert card is not None
    assert card.statements == ()
    assert [line.place for line in card.mentions] == ["teaser", "caption"]
    assert card.roles[0].title.vi == "Tổng Thư ký Hội Ảnh"
    assert [ref.number for ref in card.sources] == [4, 2]


async def test_a_mention_in_the_body_is_not_told_beside_its_statement(briefings: Briefings):
    card = await briefings.speaker(MINISTER, 1, Section.MENTIONS)
    assert card is not None
    assert [line.place for line in card.mentions] == ["caption"]


async def test_found_by_name(briefings: Briefings):
    for query in ("tran thi mau", "Trần Thị Mẫu", "tran thi mao"):
        found = await briefings.find_speaker(query)
        if isinstance(found, Choice):
            assert [hit.id for hit in found.hits] == [MINISTER]
            assert not found.exact
        else:
            assert isinstance(found, SpeakerCard)
            assert found.speaker.id == MINISTER
    assert await briefings.find_speaker("xxxxxx yyyyyy") is None


async def test_old_numbers_lead_on(briefings: Briefings):
    card = await briefings.speaker(91)
    assert card is not None
    assert card.speaker.id == MINISTER


async def test_what_was_said_within_a_period(briefings: Briefings):
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    card = await briefings.said_then(MINISTER, Period(date(2031, 3, 4), date(2031, 3, 20)), zone)
    assert card is not None
    assert {line.article for line in card.lines} == {2}
    assert "TRAN THI MAU, 4–20 MARCH 2031" in text.render(card, "en")
    other = await briefings.said_then(MINISTER, Period(date(2031, 3, 1), date(2031, 3, 3)), zone)
    assert other is not None
    assert {line.article for line in other.lines} == {3}
    early = Period(date(2030, 1, 1), date(2030, 4, 30))
    assert await briefings.said_then(MINISTER, early, zone) is None
    assert await briefings.said_then(404, early, zone) is None
