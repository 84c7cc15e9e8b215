import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import lease as leases
from bot.app.lease import Lease, LeaseTaken
from bot.store import chats


class Clock:
    now = datetime(2024, 5, 6, tzinfo=UTC)

    def __call__(self):
        return self.now


async def test_one_process_polls_until_it_gives_back(db):
    clock = Clock()
    first, second = Lease(db, "telegram:7", clock), Lease(db, "telegram:7", clock)
    async with first.held(pytest.fail):
        with pytest.raises(LeaseTaken, match="another process polls"):
            await second.take()
        await Lease(db, "telegram:8", clock).take()
    await second.take()


async def test_it_is_taken_over_only_when_it_has_run_out(db):
    clock = Clock()
    await Lease(db, "b", clock).take()
    clock.now += leases.LENGTH - timedelta(seconds=1)
    with pytest.raises(LeaseTaken):
        await Lease(db, "b", clock).take()
    clock.now += timedelta(seconds=1)
    await Lease(db, "b", clock).take()


async def test_a_holder_that_was_killed_on_this_machine_leaves_it_at_once(db):
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "pass")
    alive = f"{leases._machine()}/{os.getpid()}/x"
    dead = f"{leases._machine()}/{process.pid}/x"
    elsewhere = f"another-host:1:2/{process.pid}/x"
    await process.wait()
    clock = Clock()
    for holder, free in ((alive, False), (elsewhere, False), (dead, True)):
        async with db.write() as session:
            await chats.acquire(session, "poll:b", holder, clock(), leases.LENGTH)
        lease = Lease(db, "b", clock)
        if free:
            await lease.take()
        else:
            with pytest.raises(LeaseTaken):
                await lease.take()
        async with db.write() as session:
            await chats.release(session, "poll:b", await chats.holder_of(session, "poll:b"))


async def test_a_holder_that_overslept_is_told_that_it_lost(db, monkeypatch):
    monkeypatch.setattr(leases, "RENEWED_EVERY", 0.02)
    clock, lost = Clock(), asyncio.get_running_loop().create_future()
    async with Lease(db, "b", clock).held(lost.set_result):
        async with db.write() as session:
            [holder] = [await chats.holder_of(session, "poll:b")]
            await chats.release(session, "poll:b", holder)
            await chats.acquire(session, "poll:b", "x/1/y", clock(), leases.LENGTH)
        assert isinstance(await asyncio.wait_for(lost, 5), LeaseTaken)
    async with db.read() as session:
        assert await chats.holder_of(session, "poll:b") == "x/1/y"
