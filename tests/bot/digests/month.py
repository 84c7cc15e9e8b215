"""A month of digests, lived in this process or, run as a module, in one of its own.

``python -m tests.bot.digests.month FILE`` writes what became of it into a file.
"""

import pickle
import sys
import tempfile
from pathlib import Path

from benchmarks.digests_sqlite import without_threads
from benchmarks.digests_time import run
from benchmarks.digests_world import START, Plan, World, check, settle
from bot.store.database import Database

PLAN = Plan(chats=1000, days=30)


def live(plan, folder):
    """The verdict on what was done with a plan; the database and the server's log are left."""

    async def work(loop):
        db = Database(f"sqlite:///{folder / 'world.sqlite3'}")
        await db.open()
        await settle(plan, db)
        await World(plan, folder, loop).run()
        verdict = await check(plan, folder, db)
        await db.close()
        return verdict

    with without_threads():
        return run(work, START)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        verdict = live(PLAN, Path(folder))
    Path(sys.argv[1]).write_bytes(pickle.dumps(verdict))
