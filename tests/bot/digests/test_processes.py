"""Real processes that deliver, over HTTP: killed at random moments, and several on one database."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time as clocks
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from benchmarks.digests_world import BOT, article
from bot.localchat import Fault, LocalApi
from bot.store import deliveries
from bot.store.database import Database
from bot.store.models import Chat, Delivery, DeliveryPart, Schedule

REPOSITORY = Path(__file__).parents[3]
TOKEN = "42:a-token-made-up-for-this-test"
ROUNDS = 20
CHATS = 16
"""Chats whose digests are due in one round."""


class Processes:
    """Makes processes that deliver, kills and stops them."""

    def __init__(self, url, api):
        self.maker = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.digests_process", "--database", url,
             "--api", api.url, "--token", TOKEN],
            cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    async def ask(self, command):
        self.maker.stdin.write(f"{command}\n")
        self.maker.stdin.flush()
        answer = await asyncio.to_thread(self.maker.stdout.readline)
        assert answer, "the maker of processes has ended; see its error output"
        return int(answer)

    async def start(self):
        return await self.ask("start")

    async def end(self, process, number):
        os.kill(process, number)
        return await self.ask(f"wait {process}")

    def close(self):
        self.maker.stdin.close()
        self.maker.stdout.close()
        self.maker.wait()


@pytest.fixture
async def api():
    async with LocalApi(token=TOKEN) as api:
        yield api


class World:
    """Chats on a database that processes share, and the server they send to."""

    def __init__(self, url, api):
        self.url, self.api, self.db = url, api, Database(url)
        self.processes = Processes(url, api)
        self.chats = 0

    async def due(self, count):
        """So many more chats that want a digest now."""
        now = datetime.now(UTC)
        async with self.db.write() as session:
            for _ in range(count):
                self.chats += 1
                self.api.open_chat(self.chats)
                chat = Chat(
                    bot=BOT, chat_key=self.chats, language="en", created_at=now, allowed=True
                )
                chat.schedules.append(
                    Schedule(local_time=time(0), zone="Etc/UTC", next_due_at=now, mark=0)
                )
                session.add(chat)

    async def rows(self):
        """A row for each delivery: chat, state of the delivery, state of its part."""
        async with self.db.read() as session:
            rows = await session.execute(
                select(Chat.chat_key, Delivery.state, DeliveryPart.state)
                .join(Delivery, Delivery.chat_id == Chat.id, isouter=True)
                .join(DeliveryPart, DeliveryPart.delivery_id == Delivery.id, isouter=True)
            )
            return rows.all()

    async def settled(self, seconds=40):
        """Wait until every chat has a delivery in a final state."""
        end = clocks.monotonic() + seconds
        final = {"sent", "uncertain", "failed"}
        while not all(state in final for _, state, _ in await self.rows()):
            rows = await self.rows()
            assert clocks.monotonic() < end, Counter(row[1:] for row in rows)
            await asyncio.sleep(0.3)

    async def holders(self, wanted, seconds=30):
        """Wait until so many processes have had something in hand; returns their names."""
        end = clocks.monotonic() + seconds
        seen = set()
        while len(seen) < wanted and clocks.monotonic() < end:
            async with self.db.read() as session:
                seen |= set(await session.scalars(select(Delivery.holder).distinct())) - {None}
            await asyncio.sleep(0.05)
        return seen

    def accepted(self):
        return Counter(answer.chat for answer in self.api.accepted)

    async def check(self):
        """The policy, chat by chat; returns how many deliveries ended in which state."""
        rows, accepted = await self.rows(), self.accepted()
        assert len(rows) == self.chats, "an occasion for each chat, with one part"
        assert max(accepted.values()) == 1, "nothing was accepted twice"
        for chat, state, part in rows:
            assert (state, part) in {("sent", "sent"), ("uncertain", "uncertain")}, chat
            if state == "sent":
                assert accepted[chat] == 1
        return Counter(state for _, state, _ in rows)


@pytest.fixture
async def open_world(api):
    opened = []

    async def make(url):
        world = World(url, api)
        await world.db.open()
        async with world.db.write() as session:
            session.add(article(1, datetime.now(UTC) - timedelta(hours=1)))
        opened.append(world)
        return world

    yield make
    for world in opened:
        world.processes.close()
        await world.db.close()


async def test_killed_at_random_moments_nothing_is_lost_and_nothing_comes_twice(
    open_world, api, tmp_path
):
    world = await open_world(f"sqlite:///{tmp_path / 'digests.sqlite3'}")
    draw = random.Random(20261122)
    # One answer in twenty is lost; others take their time after the message was accepted.
    api.faults.add(Fault("sendMessage", "drop", None, share=0.05))
    api.faults.add(Fault("sendMessage", "hold", None, share=0.5, seconds=0.1))
    in_the_middle = 0
    for _ in range(ROUNDS):
        await world.due(CHATS)
        before = len(api.accepted)
        process = await world.processes.start()
        # Between the very start and the last message; and then some hundredths of a second.
        wanted = before + draw.randint(0, CHATS - 1)
        await api.wait_for(lambda accepted, wanted=wanted: len(accepted) >= wanted or None, 60)
        await asyncio.sleep(draw.uniform(0, 0.1))
        assert await world.processes.end(process, signal.SIGKILL) == -signal.SIGKILL
        in_the_middle += 0 < len(api.accepted) - before < CHATS
    last = await world.processes.start()
    await world.settled()
    assert await world.processes.end(last, signal.SIGTERM) == 0
    states = await world.check()
    assert states["sent"] > states["uncertain"] > 0
    assert in_the_middle > ROUNDS / 4, "the kills came while messages left"
    async with world.db.read() as session:
        counts = await deliveries.counts(session)
        doubts = await deliveries.in_doubt(session)
    assert len(doubts) == counts["uncertain"] == states["uncertain"]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_two_processes_share_the_work_and_one_that_dies_leaves_it_to_others(
    open_world, api, tmp_path, request, kind
):
    if kind == "sqlite":
        url = f"sqlite:///{tmp_path / 'digests.sqlite3'}"
    else:
        url = request.getfixturevalue("postgresql")
    world = await open_world(url)
    chats = 160
    await world.due(chats)
    api.faults.add(Fault("sendMessage", "hold", None, share=0.5, seconds=0.05))
    one, two = await world.processes.start(), await world.processes.start()
    holders = await world.holders(2)
    await api.wait_for(lambda accepted: len(accepted) >= chats / 8, 60)
    await world.processes.end(one, signal.SIGKILL)
    assert len(api.accepted) < chats, "it was killed in the middle"
    three = await world.processes.start()  # finds what the dead one held
    await world.settled()
    for process in (two, three):
        assert await world.processes.end(process, signal.SIGTERM) == 0
    assert len(holders) == 2, "both had something in hand"
    states = await world.check()
    assert states["sent"] > chats / 2
