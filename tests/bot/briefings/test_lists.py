from datetime import date

from bot.briefings import Briefings
from bot.briefings.cards import DateOf
from bot.briefings.periods import Period
from bot.render import telegram
from bot.store.database import Database
from bot.store.models import Article, Conference
from summarizer.text.dates import Basis


async def test_conferences_newest_first_and_those_only_referred_to_apart(briefings: Briefings):
    card = await briefings.conferences()
    assert [ref.name.vi for ref in card.items] == [
        "Diễn đàn Thanh niên Biển Xanh",
        "Hội nghị Hợp tác sông Mây",
    ]
    assert [ref.name.vi for ref in card.referred] == ["Đại hội Thủy văn lần thứ nhất"]
    assert [ref.articles for ref in card.items] == [2, 2]
    assert not card.referred[0].reported


async def test_what_only_stepped_back_starters_know_is_not_shown(briefings: Briefings):
    conferences = await briefings.conferences()
    speakers = await briefings.speakers()
    tasks = await briefings.tasks()
    assert "Hội nghị cũ" not in {ref.name.vi for ref in conferences.items}
    assert "Lê Bài Mẫu" not in {ref.name.vi for ref in speakers.items}
    assert 6 not in {ref.number for ref in tasks.items}
    assert (await briefings.conference(4)) is None
    assert (await briefings.speaker(5)) is None
    assert (await briefings.task(6)) is None
    assert (await briefings.article(1)) is None
    assert conferences.starter_sources == ()


async def test_upcoming_has_what_is_not_over(briefings: Briefings):
    card = await briefings.upcoming()
    assert [ref.name.vi for ref in card.items] == ["Diễn đàn Thanh niên Biển Xanh"]
    assert card.upcoming


async def test_visits_alone_and_those_to_a_country(database: Database):
    async with database.write() as session:
        for id_, place in ((1, {"place_vi": "Nhật Bản"}), (2, {"place_en": "Tokyo"})):
            row = await session.get_one(Conference, id_)
            row.kind, row.place_vi, row.place_en = (
                "visit",
                place.get("place_vi"),
                place.get("place_en"),
            )
    briefings = Briefings(database, lambda: date(2026, 1, 20))
    every, there = await briefings.visits(), await briefings.visits("nhat ban")
    assert {ref.id for ref in (*every.items, *every.referred)} == {1, 2}
    assert (await briefings.conferences()).mixed
    assert not every.mixed
    assert (there.visits, there.country, there.total) == (True, "nhat ban", 2)
    assert (await briefings.visits("lao")).total == 0
    async with database.write() as session:
        one = await session.get_one(Conference, 1)
        one.starts_on, one.ends_on = "2025-05-30", "2025-06-02"
        other = await session.get_one(Conference, 2)
        other.starts_on, other.ends_on, other.status = "--05-30", "", "planned"
    june = await briefings.visits(period=Period(date(2025, 6, 1), date(2025, 6, 30)))
    assert [ref.id for ref in (*june.items, *june.referred)] == [1]
    past = await briefings.visits(past=True)  # of which year the other is, nobody knows
    assert [ref.id for ref in (*past.items, *past.referred)] == [1]
    assert "Past visits (1)" in telegram.render(past, "en")[0].html
    none = await briefings.visits("lao", past=True)
    assert "I know no such visit." in telegram.render(none, "en")[0].html
    coming = await briefings.visits(upcoming=True)
    assert coming.upcoming
    assert coming.total < every.total


async def test_one_held_in_the_future_has_a_doubtful_date(database: Database):
    earlier = Briefings(database, lambda: date(2031, 2, 1))
    assert [ref.id for ref in (await earlier.conferences()).items] == [2, 1]
    assert [ref.id for ref in (await earlier.upcoming()).items] == [2]
    during = Briefings(database, lambda: date(2031, 3, 4))
    assert [ref.id for ref in (await during.upcoming()).items] == [1, 2]
    after = Briefings(database, lambda: date(2031, 6, 1))
    assert (await after.upcoming()).items == ()


async def test_speakers_by_statements_then_mentions_without_nameless_groups(briefings: Briefings):
    card = await briefings.speakers()
    assert [(ref.name.vi, ref.statements) for ref in card.items] == [
        ("Trần Thị Mẫu", 3),
        ("Nguyễn Văn Thử", 1),
        ("Phạm Hoàng Ảnh", 0),
    ]
    assert card.items[0].role is not None
    assert card.items[0].role.en == "Minister of Examples"


async def test_latest_by_date_the_undated_last(briefings: Briefings):
    card = await briefings.latest()
    assert [ref.number for ref in card.items] == [5, 4, 2, 3, 6]
    by_number = {ref.number: ref for ref in card.items}
    assert by_number[2].date_of is DateOf.PUBLISHED
    assert by_number[3].date_of is DateOf.EVENT
    assert by_number[3].date.basis is Basis.OTHER_ARTICLE
    assert by_number[6].date_of is DateOf.NOTHING
    assert by_number[6].title_derived


async def test_pages_beyond_the_ends_are_the_last_and_the_first(briefings: Briefings):
    assert (await briefings.conferences(99)).page.number == 1
    assert (await briefings.latest(-3)).page.number == 1


async def test_an_empty_library(empty: Briefings):
    assert (await empty.conferences()).items == ()
    assert (await empty.upcoming()).items == ()
    assert (await empty.speakers()).items == ()
    assert (await empty.tasks("x")).items == ()
    assert (await empty.latest()).items == ()
    assert (await empty.search("sông")).items == ()
    assert await empty.find_speaker("ai") is None
    assert await empty.find_conference("hội nghị") is None
    assert (await empty.digest(0, 100)).empty


async def test_what_is_of_one_day_stands_by_title(database: Database):
    async with database.write() as session:
        for number, title in ((30, "Bờ kè"), (31, "An toàn sông"), (32, "Cầu phao")):
            first = await session.get_one(Article, 2)
            copy = {
                column.name: getattr(first, column.name)
                for column in Article.__table__.columns
                if column.name not in {"id", "story_id"}
            }
            session.add(
                Article(**copy | {
                    "id": number, "sequence": number * 10, "title": title, "origin": f"test:{number}",
                    "fingerprint": f"f{number}", "sort_date": "2031-03-19",
                })
            )  # fmt: skip
    card = await Briefings(database, lambda: date(2031, 3, 20)).latest()
    assert [item.title.vi for item in card.items[:3]] == ["An toàn sông", "Bờ kè", "Cầu phao"]
