"""Digests at size: a day of many chats with kills, digests made and sent a second, memory.

    python -m benchmarks.digests                              # 100,000 chats, 300 kills: some minutes
    python -m benchmarks.digests --chats 5000 --kills 30      # less than one

The day runs in virtual time (see digests_world.py) in a process that is killed (SIGKILL) at random
moments and started again on the same database; what the server took is compared with the database
at the end. The other figures are taken in real time with the limits lifted and a server that
answers at once: what they measure is the bot's own work.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlalchemy import func, select

from benchmarks.digests_sqlite import without_threads
from benchmarks.digests_time import VirtualLoop, run
from benchmarks.digests_world import BOT, START, Plan, World, article, check, settle
from bot.briefings import Briefings
from bot.digests.batch import Batch
from bot.digests.outbox import Outbox
from bot.store.database import Database
from bot.store.models import Delivery

ARTICLES = 300
"""News in the library from which digests are made."""
TOGETHER = 128


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chats", type=int, default=100_000)
    parser.add_argument("--days", type=float, default=1)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--due", type=int, default=100_000, help="chats due at the same moment")
    parser.add_argument("--seconds", type=float, default=30, help="how long sending is measured")
    given = parser.parse_args()
    console = Console(highlight=False)
    with tempfile.TemporaryDirectory() as folder:
        wrong = day(Plan(given.chats, given.days), given.kills, Path(folder), console)
    with tempfile.TemporaryDirectory() as folder:
        made = asyncio.run(making(Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        sent = sending(given.due, given.seconds, Path(folder))
    table = Table("Figure", "Value")
    for name, value in (made | sent).items():
        table.add_row(name, value)
    console.print(table)
    return 1 if wrong else 0


def day(plan: Plan, kills: int, folder: Path, console: Console) -> list[str]:
    """Live through the plan with kills; prints a table, returns what is wrong."""
    run(lambda _: _settle(plan, folder), START)
    draw = random.Random(plan.seed)
    began = time.perf_counter()
    # A life lasts as long as the work of its share takes, about.
    life = plan.chats * plan.days * 0.002 / max(1, kills)
    killed = lives = 0
    while True:
        child = _fork(lambda: run(lambda loop: World(plan, folder, loop).run(), START))
        lives += 1
        if killed < kills:
            time.sleep(draw.uniform(0, 2 * life))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        ended = os.waitstatus_to_exitcode(status)
        if ended == 0:
            break
        if ended != -signal.SIGKILL:
            console.print(f"the process ended with {ended}", style="bold red")
            return [f"exit status {ended}"]
        killed += 1
    seconds = time.perf_counter() - began

    async def compare(_loop: VirtualLoop):
        db = Database(_url(folder))
        await db.open()
        found = await check(plan, folder, db)
        await db.close()
        return found

    verdict = run(compare, START)
    table = Table(f"{plan.chats:,} chats, {plan.days:g} days", "")
    for name, value in (
        ("killed", f"{killed} times"),
        ("occasions", f"{verdict.occasions:,}"),
        ("deliveries", ", ".join(f"{k} {v:,}" for k, v in sorted(verdict.states.items()))),
        ("accepted by the server", f"{verdict.accepted:,}"),
        ("in doubt", f"{verdict.parts['uncertain']:,}"),
        ("later than the limits' arithmetic", f"{verdict.latest:.1f} s at most"),
        ("wrong", f"{len(verdict.wrong)}"),
        ("took", f"{seconds:.0f} s"),
    ):
        table.add_row(name, value)
    console.print(table)
    for line in verdict.wrong[:20]:
        console.print(line, style="red")
    return verdict.wrong


def _fork(work: Callable[[], object]) -> int:
    """Do work in a process of its own."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        with without_threads():
            work()
        status = 0
    finally:
        os._exit(status)


async def _settle(plan: Plan, folder: Path) -> None:
    db = Database(_url(folder))
    await db.open()
    await settle(plan, db)
    await db.close()


def _url(folder: Path) -> str:
    return f"sqlite:///{folder / 'world.sqlite3'}"


async def making(folder: Path) -> dict[str, str]:
    """Digests made a second from a library, for chats that want the same one and one by one."""
    plan = Plan(chats=TOGETHER * 4, days=1, at_once=True)
    db = Database(_url(folder))
    await db.open()
    await settle(plan, db)
    now = START + timedelta(minutes=1)
    async with db.write() as session:
        session.add_all(article(n, START) for n in range(1, ARTICLES + 1))
    outbox = Outbox(
        db, Briefings(db, now.date), BOT, catch_up=timedelta(hours=12), clock=lambda: now,
        default_language="en",
    )  # fmt: skip
    batch = Batch(db, outbox, "en", lambda: now)
    ids: list[int] = []
    began = time.perf_counter()
    while claimed := await outbox.claim_due():
        ids += claimed
    claiming = time.perf_counter() - began
    began = time.perf_counter()
    for place in range(0, TOGETHER * 3, TOGETHER):
        await batch.fill(ids[place : place + TOGETHER])
    together = time.perf_counter() - began
    began = time.perf_counter()
    for number in ids[TOGETHER * 3 :]:
        await outbox.fill(number)
    single = time.perf_counter() - began
    await db.close()
    return {
        "occasions claimed": f"{len(ids) / claiming:,.0f} a second",
        f"digests made, {TOGETHER} chats together": f"{TOGETHER * 3 / together:,.0f} a second",
        "digests made, one by one": f"{TOGETHER / single:,.0f} a second",
    }


def sending(due: int, seconds: float, folder: Path) -> dict[str, str]:
    """Messages sent a second with the limits lifted, and memory, with many chats due at once."""
    plan = Plan(due, 1, blocked=0, refused=0, lost=0, lifted=True, at_once=True)
    run(lambda _: _settle(plan, folder), START)
    sys.stdout.flush()
    child = os.fork()
    if not child:
        run(lambda loop: World(plan, folder, loop).run(), START)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sent = sum(1 for _ in (folder / "accepted.log").open())

    async def claimed() -> int:
        db = Database(_url(folder))
        await db.open()
        async with db.read() as session:
            number = await session.scalar(select(func.count(Delivery.id))) or 0
        await db.close()
        return number

    return {
        f"messages sent, {due:,} chats due at once": f"{sent / seconds:,.0f} a second",
        "occasions claimed meanwhile": f"{asyncio.run(claimed()):,}",
        "memory at most": f"{peak / 1024:,.0f} MB",
    }


if __name__ == "__main__":
    sys.exit(main())
