"""Visits in the library: of their own kind, joined across articles."""

from __future__ import annotations

import random

from sqlalchemy import create_engine, select, text

from bot.store import library, migrations
from bot.store.models import Article, ArticleConference
from bot.store.models import Conference as Row
from bot.store.prepared import dump_conference, load_conference
from summarizer.document import Document
from summarizer.facts import Conference, Coverage, EventKind, Facts, Status, Visit, extract
from summarizer.facts.joining.joining import ConferenceSighting, join_conferences
from summarizer.text.dates import PartialDate


def facts_of(body: str) -> Facts:
    return extract(Document.of("Tin", [body], lead="", language="vi"))


FIRST = "Thủ tướng Lê Văn Mẫn thăm chính thức Nhật Bản từ ngày 20 đến 22/5/2024."
SECOND = "Ngày 21/5/2024, Thủ tướng Lê Văn Mẫn có cuộc gặp trong chuyến thăm Nhật Bản từ ngày 20 đến 22/5/2024."


async def test_two_articles_tell_of_one_visit(db, make, now):
    for body in (FIRST, SECOND):
        async with db.write() as session:
            await library.add(session, make(body, facts=facts_of(body)), now=now)
    async with db.read() as session:
        [visit] = (await session.scalars(select(Row))).all()
    assert (visit.kind, visit.starts_on, visit.place_vi) == ("visit", "2024-05-20", "Nhật Bản")


async def test_a_meeting_stays_a_meeting(db, make, now):
    body = "Hội nghị Ngoại giao Trà sen lần thứ 4 diễn ra ngày 21/5/2024 tại Nhật Bản."
    for each in (FIRST, body):
        async with db.write() as session:
            await library.add(session, make(each, facts=facts_of(each)), now=now)
    async with db.read() as session:
        kinds = (await session.scalars(select(Row.kind))).all()
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


async def test_joining_visits_by_keys_is_joining_everything(db, make, now):
    chance = random.Random(5)
    visitors = ["Lê Văn Mẫn", "Le Van Man", "Trần Hữu Lộc", "Adam Kent", "Kent", "A. Kent"]
    visitors += ["Adam John Kent", "Tập Cận Bình", "Xi Jinping"]
    prepared = []
    for number in range(40):
        place = chance.choice(["Nhật Bản", "Japan", "Tokyo", "Lào"])
        starts = chance.choice(["", "2030-01-02", "2030-01-20", "--01-02", "2031"])
        visit = Visit(chance.choice(visitors), "Thủ tướng")
        found = Conference(
            f"Chuyến thăm {place} của Thủ tướng {visit.visitor}",
            (),
            0,
            0,
            Status.HELD,
            Coverage.REFERRED,
            0.9,
            PartialDate.parse(starts),
            place=place,
            kind=EventKind.VISIT,
            visit=visit,
        )
        prepared.append(make(f"Câu {number} nói một chuyện.", facts=Facts(conferences=(found,))))
    for one in prepared:
        async with db.write() as session:
            await library.add(session, one, now=now)
    groups: dict = {}
    async with db.read() as session:
        stored = await session.execute(
            select(Article.fingerprint, ArticleConference.conference_id).join(
                Article, Article.id == ArticleConference.article_id
            )
        )
        for mark, number in stored:
            groups.setdefault(number, set()).add(f"{mark}:0000")
    whole = join_conferences(
        [ConferenceSighting(f"{p.fingerprint}:0000", p.facts.conferences[0]) for p in prepared]
    )
    assert sorted(map(sorted, groups.values())) == sorted(sorted(j.members) for j in whole)
    assert len(groups) < len(prepared)
