"""One summary of several articles: told once, in both languages, however many there are."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.briefings import joint
from bot.briefings import rows as briefing_rows
from bot.store.database import Database
from bot.store.models import Article, Sentence, Speaker, Statement

NOW = datetime(2031, 3, 3, tzinfo=UTC)
OPENED = "Sáng 3/3, Hội nghị Hợp tác sông Mây khai mạc tại thành phố Bến Sông."


def article(number: int) -> Article:
    return Article(
        id=number, sequence=number, fingerprint=f"f{number}", body_fingerprint=f"b{number}",
        signature=b"", language="vi", title=f"Hội nghị sông Mây, tin {number}", body="",
        origin=f"test:{number}", sort_date="2031-03-03", published="2031-03-03", raw={}, facts={},
        pipeline_version="1", engine_version="1", glossary_version="1", added_at=NOW,
    )  # fmt: skip


def sentence(number: int, position: int, text: str, translation: str | None) -> Sentence:
    return Sentence(
        article_id=number, position=position, paragraph=position, text=text,
        translation=translation, engine=None, findings=[],
    )  # fmt: skip


@pytest.fixture
async def database(tmp_path, empty_database):
    path = tmp_path / "library.sqlite3"
    path.write_bytes(empty_database.read_bytes())
    database = Database(f"sqlite:///{path}")
    await database.open()
    yield database
    await database.close()


async def of_event(database, rows, articles, most=4):
    async with database.write() as session:
        session.add_all(articles)
        await session.flush()
        session.add_all(rows)
    async with database.read() as session:
        loaded = [await session.get_one(Article, each.id) for each in articles]
        return await joint.of_event(session, loaded, most)


async def test_only_what_stands_in_both_languages_is_chosen(database):
    rows = [
        sentence(1, 0, OPENED, None),
        sentence(1, 1, "Hội nghị bàn việc chia sẻ nước giữa mười hai tỉnh dọc sông Mây.", "Water."),
        sentence(2, 0, "Bộ trưởng Trần Thị Mẫu chủ trì Hội nghị Hợp tác sông Mây.", "Minister."),
        sentence(2, 1, "Các tỉnh thông qua kế hoạch năm năm về sông Mây.", None),
    ]
    lines = await of_event(database, rows, [article(1), article(2)])
    assert [(line.article, line.text.en) for line in lines] == [(1, "Water."), (2, "Minister.")]


async def test_without_any_translation_all_sentences_compete(database):
    rows = [sentence(number, 0, OPENED, None) for number in (1, 2)]
    rows.append(sentence(2, 1, "Các tỉnh thông qua kế hoạch năm năm về sông Mây.", None))
    lines = await of_event(database, rows, [article(1), article(2)])
    assert sorted(line.text.vi for line in lines) == sorted({row.text for row in rows})


async def test_articles_without_a_sentence_say_nothing(database):
    assert await of_event(database, [], [article(1), article(2)]) == []


async def test_very_many_articles_are_bounded(database):
    numbers = range(1, joint.ARTICLES + 5)
    rows = [
        sentence(number, 0, f"Đoàn tỉnh thứ {number} nêu kế hoạch {number * 7} của mình.", "Plan.")
        for number in numbers
    ]
    lines = await of_event(database, rows, [article(number) for number in numbers], most=30)
    assert {line.article for line in lines} <= set(range(1, joint.ARTICLES + 1))
    assert len(lines) > 4


NAME = "Trần Thị Mẫu"


async def test_a_sentence_that_names_nobody_competes_where_it_is_known_who_speaks(database):
    """It is the only one that tells of the plan; without the name it would have to wait."""
    rows = [
        sentence(1, 0, "Nước.", "Water."),
        sentence(1, 1, "Bà yêu cầu mười hai tỉnh thông qua kế hoạch sông Mây.", "She asked so."),
        sentence(2, 0, "Mưa.", "Rain."),
    ]
    saying = statement(1, 1, rows[1].text)
    articles = [article(1), article(2)]
    lines = await of_event(database, [*rows, minister(), saying], articles, most=1)
    assert [line.text.vi for line in lines] == [f"[{NAME}] {rows[1].text}"]


def minister() -> Speaker:
    return Speaker(id=1, slug="mau", kind="person", name=NAME, name_en=None, name_folded="mau")


def statement(number: int, position: int, text: str) -> Statement:
    return Statement(
        article_id=number, speaker_id=1, speaker_number=0, sentence=position, text=text,
        translation=None, quoted=False, confidence=1.0,
    )  # fmt: skip


async def of_statements(database, places, most):
    """What is chosen of sentences by the minister, given as article, position and text."""
    async with database.write() as session:
        session.add_all([article(number) for number in {place[0] for place in places}])
        session.add(minister())
        await session.flush()
        session.add_all([sentence(*place, None) for place in places if place[1] >= 0])
        session.add_all([statement(*place) for place in places])
    async with database.read() as session:
        said = list(
            await session.scalars(
                select(Statement)
                .order_by(Statement.id)
                .options(*briefing_rows.with_statement_people())
            )
        )
        return [row.text for row in await joint.of_statements(session, said, most)]


LEAD = "Bộ trưởng Trần Thị Mẫu đề nghị mười hai tỉnh chia sẻ nước sông Mây."


async def test_of_what_was_said_nothing_is_chosen_twice(database):
    again = "Bộ trưởng Trần Thị Mẫu đề nghị mười hai tỉnh cùng chia sẻ nước sông Mây trong mùa khô."
    other = "Bà cho biết trạm đo ở Bến Sông sẽ mở cửa vào tháng chín."
    places = [(1, 0, LEAD), (1, 1, again), (2, 0, other)]
    chosen = await of_statements(database, places, 2)
    assert len(chosen) == 2
    assert other in chosen


async def test_a_headline_is_chosen_only_where_there_is_nothing_else(database):
    headline = "Bộ trưởng Mẫu: Nước sông Mây là của chung"
    assert await of_statements(database, [(1, -1, headline), (1, 0, LEAD)], 2) == [LEAD]


async def test_a_headline_alone_is_chosen(database):
    assert await of_statements(database, [(1, -1, "Bộ trưởng Mẫu: Nước là của chung")], 2) == [
        "Bộ trưởng Mẫu: Nước là của chung"
    ]
