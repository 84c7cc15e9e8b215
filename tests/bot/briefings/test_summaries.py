"""Lines of summaries: sentences that name nobody get the name of the one who speaks."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.briefings import Briefings
from bot.briefings.periods import Period
from bot.store.models import Sentence, Statement, Summary

ARTICLE, MINISTER, DELEGATES = 2, 1, 3
"""The article has a summary of sentences 0 and 2; in 2 the minister speaks."""
SHE = ("Bà nhấn mạnh dòng sông là của chung.", "She stressed that the river is for all.")


@pytest.fixture
async def nameless(database):
    async with database.write() as session:
        await session.execute(
            update(Sentence)
            .where(Sentence.article_id == ARTICLE, Sentence.position == 2)
            .values(text=SHE[0], translation=SHE[1])
        )
    return database


async def change(database, what, **values):
    async with database.write() as session:
        await session.execute(what.values(**values))


async def second_line(briefings: Briefings):
    card = await briefings.summary("article", ARTICLE)
    assert card is not None
    return card.lines[1].text


async def test_the_name_stands_in_brackets_in_both_languages(nameless, briefings):
    text = await second_line(briefings)
    assert text.vi == f"[Trần Thị Mẫu] {SHE[0]}"
    assert text.en == f"[Tran Thi Mau] {SHE[1]}"


async def test_no_brackets_where_the_sentence_before_is_there(nameless, briefings):
    summary = update(Summary).where(Summary.article_id == ARTICLE)
    await change(nameless, summary, positions=[1, 2])
    assert (await second_line(briefings)).vi == SHE[0]


async def test_no_brackets_where_two_speak(nameless, briefings):
    delegates = update(Statement).where(
        Statement.article_id == ARTICLE, Statement.speaker_id == DELEGATES
    )
    await change(nameless, delegates, sentence=2)
    assert (await second_line(briefings)).vi == SHE[0]


async def test_no_brackets_where_a_body_speaks(nameless, briefings):
    minister = update(Statement).where(
        Statement.article_id == ARTICLE, Statement.speaker_id == MINISTER, Statement.sentence == 2
    )
    await change(nameless, minister, speaker_id=DELEGATES)
    text = await second_line(briefings)
    assert (text.vi, text.en) == SHE


async def test_no_brackets_where_somebody_is_named(briefings):
    assert "[" not in (await second_line(briefings)).vi


async def test_what_somebody_said_on_something(briefings: Briefings):
    card = await briefings.said(MINISTER, "nước sạch")
    assert card is not None
    assert [line.text.en for line in card.lines] == [
        "“We must keep the water clean before the dry season”, Ms Mau said."
    ]
    assert card.asked == "nước sạch"
    assert [source.number for source in card.sources] == [ARTICLE]
    english = await briefings.said(MINISTER, "clean water")
    assert english is not None
    assert english.lines == card.lines
    # By the conference at which it was said, and nothing on what was not spoken of.
    assert len((await briefings.said(MINISTER, "May River Cooperation Conference")).lines) == 2
    assert await briefings.said(MINISTER, "vũ trụ") is None
    assert await briefings.said(404, "nước sạch") is None


async def test_what_somebody_said_on_something_within_a_period(briefings: Briefings):
    hanoi = ZoneInfo("Asia/Ho_Chi_Minh")
    march = Period(date(2031, 3, 4), date(2031, 3, 4))
    card = await briefings.said(MINISTER, "nước sạch", march, hanoi)
    assert card is not None
    assert len(card.lines) == 1
    assert (card.asked, card.period) == ("nước sạch", "20310304-20310304")
    assert card.title.en == "Tran Thi Mau, 4 March 2031"
    april = Period(date(2031, 4, 1), date(2031, 4, 30))
    assert await briefings.said(MINISTER, "nước sạch", april, hanoi) is None
    assert await briefings.said(MINISTER, "vũ trụ", march, hanoi) is None


async def test_what_somebody_said_is_found_by_what_the_glossary_calls_it(database, briefings):
    said = update(Statement).where(Statement.article_id == ARTICLE, Statement.sentence == 2)
    text = "Bà Mẫu nói về Biển Đông."
    await change(database, said, text=text, translation="Ms Mau spoke of the East Sea.")
    card = await briefings.said(MINISTER, "the South China Sea")
    assert card is not None
    assert text in [line.text.vi for line in card.lines]
