"""The same rows and claims on PostgreSQL, which locks rows where SQLite locks the file."""

import asyncio
from datetime import date, time

import pytest

from bot.digests import subscribing
from bot.digests.outbox import Outbox
from bot.store import follows, schedules
from bot.store.database import Database
from tests.bot.digests.desk import BOT, Desk, at

pytest.importorskip("psycopg", reason="the postgres extra is not installed")


@pytest.fixture
async def desk(postgresql):
    db = Database(postgresql)
    await db.open()
    yield await Desk(db).open()
    await db.close()


async def test_digests_alerts_pauses_and_two_processes(desk):
    mine = await desk.subscribe("07:00")
    await desk.follow("keyword", text="lantern")
    await desk.publish("Lantern 1")
    await desk.publish("Plain 2")
    texts = await desk.tick(at(16, 7))
    assert sum("Lantern 1" in text for text in texts) == 1, "by alert or digest, not by both"

    # A row that another transaction has is passed over, not waited for.
    desk.now = at(17, 7)
    await desk.publish("Lantern 3")
    async with desk.db.write() as session:
        assert len(await schedules.due(session, BOT, desk.now)) == 1
        assert len(await follows.due(session, BOT, 99, desk.now)) == 1
        other = Database(desk.db.url)
        await other.open()
        async with other.write() as second:
            assert await schedules.due(second, BOT, desk.now) == []
            assert await follows.due(second, BOT, 99, desk.now) == []
        beside = Outbox(
            other, desk.briefings, BOT, catch_up=desk.outbox._catch_up,
            clock=lambda: desk.now, default_language="en",
        )  # fmt: skip
        assert await beside.claim_due() == []

    both = await asyncio.gather(desk.outbox.claim_due(), beside.claim_due())
    assert sum(map(len, both)) == 2
    await other.close()
    for number in both[0] + both[1]:
        await desk.outbox.fill(number)

    async with desk.db.write() as session:
        await subscribing.pause(session, desk.chat, date(2026, 11, 20), desk.now)
        changed = await subscribing.change(
            session, desk.chat, mine.id, desk.now, local_time=time(8), always=True
        )
    assert changed.next_run.day == 20
    assert await desk.tick(at(19, 9)) == []
    [text] = await desk.tick(at(20, 8))
    assert "Nothing new" in text
