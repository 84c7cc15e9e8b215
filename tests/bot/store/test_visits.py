"""Visits in the library: of their own kind, joined across articles."""

from __future__ import annotations

from sqlalchemy import create_engine, select, text

from bot.store import library, migrations
from bot.store.models import Conference
from bot.store.prepared import dump_conference, load_conference
from summarizer.document import Document
from summarizer.facts import EventKind, Facts, extract


def facts_of(body: str) -> Facts:
    return extract(Document.of("Tin", [body], lead="", language="vi"))


FIRST = "Thủ tướng Lê Văn Mẫn thăm chính thức Nhật Bản từ ngày 20 đến 22/5/2024."
SECOND = "Ngày 21/5/2024, Thủ tướng Lê Văn Mẫn có cuộc gặp trong chuyến thăm Nhật Bản từ ngày 20 đến 22/5/2024."


async def test_two_articles_tell_of_one_visit(db, make, now):
    for body in (FIRST, SECOND):
        async with db.write() as session:
            await library.add(session, make(body, facts=facts_of(body)), now=now)
    async with db.read() as session:
        [visit] = (await session.scalars(select(Conference))).all()
    assert (visit.kind, visit.starts_on, visit.place_vi) == ("visit", "2024-05-20", "Nhật Bản")


async def test_a_meeting_stays_a_meeting(db, make, now):
    body = "Hội nghị Ngoại giao Trà sen lần thứ 4 diễn ra ngày 21/5/2024 tại Nhật Bản."
    for each in (FIRST, body):
        async with db.write() as session:
            await library.add(session, make(each, facts=facts_of(each)), now=now)
    async with db.read() as session:
        kinds = (await session.scalars(select(Conference.kind))).all()
    assert sorted(kinds) == ["meeting", "visit"]


def test_dumps_of_before_there_were_kinds_are_meetings():
    [visit] = facts_of(FIRST).conferences
    dumped = dump_conference(visit)
    assert load_conference(dumped) == visit
    del dumped["kind"], dumped["visit"]
    assert load_conference(dumped).kind is EventKind.MEETING


def test_what_was_there_before_is_a_meeting(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'k.sqlite3'}")
    with engine.connect() as connection:
        migrations.upgrade(connection, "0006")
        connection.execute(
            text(
                "INSERT INTO conference (id, slug, name_machine, aliases, status, starts_on, "
                "ends_on, date_basis, ends_basis, place_machine, host_machine) "
                "VALUES (1, 'x', 0, '[]', 'held', '', '', 'unknown', 'unknown', 0, 0)"
            )
        )
        migrations.upgrade(connection)
        assert connection.execute(text("SELECT kind FROM conference")).scalar() == "meeting"
    engine.dispose()
