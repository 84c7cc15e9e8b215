"""Summaries of a theme and of a period over a small library."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.briefings.cards import DateOf
from bot.briefings.periods import Period
from bot.briefings.stories import LINES
from bot.render import text
from bot.store.models import Article, SearchText, Sentence, Summary, Task
from tests.bot.briefings.conftest import MINISTER, article, said, sentences

HIDDEN, OPENING, REPORT, NOTICE, ENGLISH, FRAGMENT = 1, 2, 3, 4, 5, 6
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def days(first: str, last: str = "") -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


def told(card) -> list[int]:
    return [line.article for line in card.lines]


async def change(database, number, **values):
    async with database.write() as session:
        await session.execute(update(Article).where(Article.id == number).values(**values))


def unlike(number: int) -> str:
    """A sentence that says nothing another says."""
    return " ".join(f"{word}{number}" for word in ("Ruộng", "mương", "cầu", "bến", "chợ")) + "."


# --- a period ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "articles"),
    [
        (days("2031-03-15", "2031-03-16"), [ENGLISH, NOTICE]),
        (days("2031-03-15"), [NOTICE]),
        (days("2031-03-03"), [REPORT, REPORT]),
        (days("2031-03-10"), [FRAGMENT]),  # undated: the day on which it was taken in
        (days("2031-03-01", "2031-03-02"), []),
        (days("1900-01-01", "2031-03-03"), [REPORT, REPORT]),  # without a beginning
        (days("2030-12-30", "2031-01-02"), []),  # the only article of these days is hidden
    ],
)
async def test_a_period_tells_what_its_articles_tell(briefings, period, articles):
    card = await briefings.period_summary(period, HANOI)
    assert told(card) == articles
    assert [source.number for source in card.sources] == list(dict.fromkeys(articles))
    assert card.scope == period.pack()
    assert card.total == len(set(articles))


async def test_a_story_is_told_once_by_the_article_that_tells_most_of_it(briefings):
    card = await briefings.period_summary(days("2031-03-01", "2031-03-31"), HANOI)
    assert card.total == 5
    assert [source.number for source in card.sources] == [ENGLISH, NOTICE, REPORT, FRAGMENT]
    assert told(card) == [ENGLISH, NOTICE, REPORT, REPORT, FRAGMENT]
    assert (card.title.vi, card.title.en) == ("tháng 3 năm 2031", "March 2031")


async def test_an_article_of_a_month_is_of_a_period_that_has_the_whole_month(database, briefings):
    await change(database, NOTICE, sort_date="2031-03")
    assert told(await briefings.period_summary(days("2031-03-11", "2031-03-15"), HANOI)) == []
    whole = days("2031-02-10", "2031-03-31")
    assert NOTICE in told(await briefings.period_summary(whole, HANOI))
    late = days("2031-01-31", "2031-02-28")
    await change(database, NOTICE, sort_date="2031-02")
    assert told(await briefings.period_summary(late, HANOI)) == [NOTICE]
    await change(database, NOTICE, sort_date="2031")
    assert told(await briefings.period_summary(days("2031-01-02", "2031-02-28"), HANOI)) == []
    year = await briefings.period_summary(days("2031-01-01", "2031-12-31"), HANOI)
    assert NOTICE in told(year)
    assert year.title.en == "2031"


async def test_the_day_on_which_it_was_taken_in_is_that_of_the_readers_zone(database, briefings):
    await change(database, FRAGMENT, added_at=datetime(2031, 3, 9, 20, tzinfo=UTC))
    assert told(await briefings.period_summary(days("2031-03-10"), HANOI)) == [FRAGMENT]
    assert told(await briefings.period_summary(days("2031-03-10"), ZoneInfo("UTC"))) == []


async def test_articles_without_a_date_push_none_out_that_has_one(database, briefings):
    """Taken in on a day is not of that day: they come last, and say that their date is unknown."""
    async with database.write() as session:
        for number in range(20, 20 + 2 * LINES):
            line = unlike(number)
            session.add(
                article(number, f"Bài {number}", added_at=datetime(2031, 3, 15, 5, tzinfo=UTC))
            )
            await session.flush()
            session.add_all(sentences(number, (line, None)))
            session.add(
                Summary(
                    article_id=number, language="vi", positions=[0], text=None, method="extract"
                )
            )
            # Each of them tells more than the one that has its date: the minister speaks in it.
            session.add(said(number, MINISTER, 0, line, None))
    period = days("2031-03-15")
    first = await briefings.period_summary(period, HANOI)
    assert first.total == 2 * LINES + 1
    assert told(first)[0] == NOTICE
    assert len(told(first)) == LINES
    undated = [source for source in first.sources if source.number != NOTICE]
    assert {(source.date.known, source.date_of) for source in undated} == {(False, DateOf.NOTHING)}
    assert text.render(first, "en").count("date unknown") == len(undated)
    pages = [await briefings.period_summary(period, HANOI, page) for page in (1, 2, 3)]
    assert len({number for page in pages for number in told(page)}) == 2 * LINES + 1, "none is lost"


async def test_what_somebody_said_on_a_day_is_told_first(database, briefings):
    async with database.write() as session:
        for number in range(20, 32):
            line = unlike(number)
            published = "2031-03-15" if number < 23 else ""
            session.add(
                article(number, f"Bài {number}", published=published, published_basis="stated",
                        added_at=datetime(2031, 3, 15, 5, tzinfo=UTC))
            )  # fmt: skip
            await session.flush()
            session.add_all(sentences(number, (line, None)))
            session.add(said(number, MINISTER, 0, line, None))
    card = await briefings.said_then(MINISTER, days("2031-03-15"), HANOI)
    assert {20, 21, 22} <= set(told(card))
    assert set(told(card)[:3]) == {20, 21, 22}
    assert len(told(card)) == 5


async def test_after_a_mark_the_date_does_not_count(briefings):
    card = await briefings.period_summary(Period.after(NOTICE * 10), HANOI)
    assert told(card) == [ENGLISH, FRAGMENT]
    assert card.title.en == "Since your last digest"
    assert told(await briefings.period_summary(Period.after(FRAGMENT * 10), HANOI)) == []


async def test_the_newest_day(briefings, empty):
    assert str(await briefings.newest_day()) == "2031-03-16"
    assert await empty.newest_day() is None


# --- a theme -------------------------------------------------------------------------------


async def test_a_theme_tells_the_sentences_that_set_its_tasks(briefings):
    card = await briefings.theme_summary("economic")
    assert told(card) == [REPORT, REPORT]
    assert {line.text.vi for line in card.lines} == {
        "Phó Thủ tướng Nguyễn Văn Thử đề nghị mỗi tỉnh cử một đầu mối liên lạc.",
        "Kinh phí năm đầu là 45 tỷ đồng.",
    }
    assert (card.title.vi, card.title.en) == ("ngoại giao kinh tế", "economic diplomacy")
    assert (card.scope, card.total) == ("economic", 1)


async def test_a_sentence_that_names_the_theme_belongs_to_it(database, briefings):
    named = "Hai tỉnh bàn về ngoại giao kinh tế."
    async with database.write() as session:
        await session.execute(
            update(Sentence)
            .where(Sentence.article_id == REPORT, Sentence.position == 0)
            .values(text=named)
        )
    card = await briefings.theme_summary("economic")
    assert named in {line.text.vi for line in card.lines}


async def test_at_most_two_sentences_are_of_one_article(database, briefings):
    async with database.write() as session:
        await session.execute(
            update(Task).where(Task.article_id == OPENING).values(theme="economic", withdrawn=False)
        )
        session.add(
            Task(article_id=OPENING, sentence=0, text="mở hội nghị", text_key="t9", findings=[],
                 theme="economic", confidence=0.9)
        )  # fmt: skip
    card = await briefings.theme_summary("economic")
    assert card.total == 2
    assert sorted(told(card)) == [OPENING, OPENING, REPORT, REPORT]


async def test_a_theme_without_articles_has_no_lines(briefings, empty):
    card = await briefings.theme_summary("citizen_protection")
    assert (card.lines, card.total) == ((), 0)
    assert (await empty.theme_summary("economic")).lines == ()


async def test_the_themes_that_have_something(briefings, empty):
    assert dict(await briefings.themes()) == {"digital_climate": 1, "economic": 1, "research": 1}
    assert await empty.themes() == []


@pytest.mark.parametrize(
    ("words", "themes"),
    [("kinh tế", ["economic"]), ("citizen", ["citizen_protection"]), ("kieu bao", ["overseas_vietnamese"]),
     ("kiều bào", ["overseas_vietnamese"]), ("trade", ["economic"]), ("", []), ("quark", [])],
)  # fmt: skip
def test_themes_by_a_part_of_their_name_or_a_key_phrase(briefings, words, themes):
    assert briefings.themes_like(words) == themes


@pytest.mark.parametrize(
    ("words", "theme"),
    [("overseas Vietnamese", "overseas_vietnamese"), ("citizen", None), ("kinh tế", None),
     ("người Việt Nam ở nước ngoài", "overseas_vietnamese"), ("ngoại giao", None), ("", None),
     ("đối ngoại", None), ("sovereignty and security", "sovereignty_security"), ("?!", None),
     ("overseas Vietnamese in Paris", None)],
)  # fmt: skip
def test_a_theme_by_the_greater_part_of_its_name(briefings, words, theme):
    assert briefings.theme_mostly(words) == theme


# --- a theme within a period ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "articles"),
    [
        (days("2031-03-03"), [REPORT, REPORT]),
        (days("2031-03-01", "2031-03-31"), [REPORT, REPORT]),
        (days("2031-03-04", "2031-03-31"), []),
        (Period.after(OPENING * 10), [REPORT, REPORT]),
        (Period.after(REPORT * 10), []),
    ],
)
async def test_a_theme_within_a_period_tells_of_its_articles_only(briefings, period, articles):
    card = await briefings.theme_summary("economic", 1, period, HANOI)
    assert told(card) == articles
    assert card.total == len(set(articles))
    assert (card.of, card.scope, card.period) == ("theme", "economic", period.pack())


async def test_the_title_names_theme_and_period(briefings):
    card = await briefings.theme_summary("economic", 1, days("2031-03-03", "2031-03-05"), HANOI)
    assert card.title.en == "economic diplomacy, 3–5 March 2031"
    assert card.title.vi == "ngoại giao kinh tế, ngày 3–5 tháng 3 năm 2031"
    card = await briefings.theme_summary("economic", 1, Period.after(0), HANOI)
    assert card.title.en == "economic diplomacy, since your last digest"


async def test_an_article_of_the_period_that_names_the_theme_belongs_to_it(database, briefings):
    named = "Hai tỉnh bàn về ngoại giao kinh tế."
    async with database.write() as session:
        await session.execute(
            update(Sentence).where(Sentence.article_id == OPENING, Sentence.position == 0)
            .values(text=named)
        )  # fmt: skip
        await session.execute(
            update(SearchText).where(SearchText.article_id == OPENING)
            .values(body="hai tinh ban ve ngoai giao kinh te")
        )  # fmt: skip
    card = await briefings.theme_summary("economic", 1, days("2031-03-04"), HANOI)
    assert [line.text.vi for line in card.lines] == [named]
    assert (await briefings.theme_summary("economic", 1, days("2031-03-05"), HANOI)).total == 0


async def test_the_themes_that_have_something_in_a_period(briefings):
    assert dict(await briefings.themes(days("2031-03-03"), HANOI)) == {"economic": 1}
    assert await briefings.themes(days("2031-03-15"), HANOI) == []
