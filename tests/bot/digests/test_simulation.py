"""A month of digests in virtual time: 1,000 chats in the zones of the world, with their troubles.

Database, outbox, ticker, sender and limits are the real ones; see benchmarks/digests_world.py. The
month is lived in a process of its own beside the other tests, from their beginning (conftest.py).
"""

import pytest

from benchmarks.digests_sqlite import without_threads
from benchmarks.digests_time import run
from benchmarks.digests_world import START, Plan, check
from bot.store.database import Database
from bot.store.models import Delivery
from tests.bot.digests.month import PLAN, live

LATER = 5.0
"""Seconds that a message may come after what the limits' arithmetic allows: the answers of those
before it (0.3 s each at most, 32 chats side by side) and the tokens of those that were refused."""


@pytest.mark.timeout(900)
def test_every_occasion_of_a_month_has_its_end_and_nothing_comes_twice(month):
    verdict = month()
    assert not verdict.wrong, verdict.wrong[:20]
    assert verdict.occasions > 20 * PLAN.chats
    assert verdict.accepted == verdict.parts["sent"] + verdict.parts["uncertain"]
    assert 0.002 < verdict.parts["uncertain"] / verdict.accepted < 0.01
    assert verdict.states["failed"] > 0.02 * PLAN.chats, "those of blocked chats"
    assert verdict.latest < LATER


def test_the_check_sees_what_is_wrong(tmp_path):
    """A message the server took twice, and an occasion that was forgotten."""
    plan = Plan(chats=20, days=1, blocked=0, lost=0, refused=0)
    verdict = live(plan, tmp_path)
    assert not verdict.wrong
    log = tmp_path / "accepted.log"
    log.write_text(log.read_text() + log.read_text().splitlines()[0] + "\n")

    async def work(_loop):
        db = Database(f"sqlite:///{tmp_path / 'world.sqlite3'}")
        await db.open()
        async with db.write() as session:
            await session.delete(await session.get_one(Delivery, 7))
        verdict = await check(plan, tmp_path, db)
        await db.close()
        return verdict

    with without_threads():
        wrong = run(work, START).wrong
    assert any(line.startswith("accepted twice") for line in wrong)
    assert any("1 occasions off" in line for line in wrong)
