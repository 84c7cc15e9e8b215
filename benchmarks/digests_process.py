"""Processes that deliver digests, as ``run`` does, and nothing else; made to be killed.

    python -m benchmarks.digests_process --database URL --api URL --token TOKEN

It reads commands: ``start`` makes a process that sends what is due until it is stopped (SIGTERM)
or killed, and prints its number; ``wait NUMBER`` waits for its end and prints how it ended. The
processes are forked, so that they need not import everything anew. Database, ticker, library and
HTTP are the real ones; digests are made up.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from benchmarks.digests_world import BOT, News
from bot.app.lease import is_dead, process_name
from bot.digests.limits import Limits, Rates
from bot.digests.pacing import Pacing
from bot.digests.ticker import make_ticker
from bot.settings import Settings
from bot.store.database import Database

EVERY = 0.1
"""Seconds between two sweeps: a test has no time for more."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", required=True)
    parser.add_argument("--api", required=True)
    parser.add_argument("--token", required=True)
    given = parser.parse_args()
    for line in sys.stdin:
        command, _, number = line.strip().partition(" ")
        if command == "start":
            child = os.fork()
            if not child:
                sys.stdin.close()
                asyncio.run(deliver(given.database, given.api, given.token))
                os._exit(0)
            print(child, flush=True)
        else:
            _, status = os.waitpid(int(number), 0)
            print(os.waitstatus_to_exitcode(status), flush=True)


async def deliver(url: str, api: str, token: str) -> None:
    """Deliver until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    limits = Limits(Rates())
    db = Database(url)
    await db.open()
    request = HTTPXRequest(64, httpx_kwargs={"trust_env": False})
    bot = ExtBot(token, f"{api}/bot", request=request, rate_limiter=Pacing(limits))
    await bot.initialize()
    ticker = make_ticker(
        db,
        News(),  # type: ignore[arg-type]
        bot,
        BOT,
        Settings(_env_file=None, data_dir=Path("/nowhere"), language="en"),
        lambda: datetime.now(UTC),
        limits=limits,
        holder=process_name(),
    )
    await ticker.recover(is_dead)
    working = asyncio.create_task(_work(ticker))
    await stop.wait()
    await ticker.stop()
    working.cancel()
    await bot.shutdown()
    await db.close()


async def _work(ticker) -> None:
    while True:
        await ticker.tick()
        await asyncio.sleep(EVERY)


if __name__ == "__main__":
    main()
