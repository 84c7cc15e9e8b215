"""How fast articles go in, and how quickly questions are answered meanwhile.

Ingests ``news/articles.jsonl`` of the data folder into a fresh database, with all that belongs to
it (cleaning, summaries, facts, translation, joining), while a reader asks for /conferences five
times a second, as the bot would: query, card, messages. Prints one table.

    python -m benchmarks.ingest                      # everything, with the shipped translator
    python -m benchmarks.ingest --translator none    # without translation
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import seeds
from bot.briefings import Briefings
from bot.pipeline import BenchOptions, Ingest, OutcomeState, Worker
from bot.render import telegram
from bot.store.database import Database


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    data = os.environ.get("BRIEFING_DATA", "data")
    parser.add_argument("--data", type=Path, default=Path(data), help="the data folder")
    parser.add_argument("--limit", type=int, default=None, help="only so many articles")
    parser.add_argument("--translator", default="compact", help="as BRIEFING_TRANSLATOR")
    parser.add_argument("--threads", type=int, default=min(os.cpu_count() or 1, 4))
    parser.add_argument("--every", type=float, default=0.2, help="seconds between questions")
    parser.add_argument("--keep", type=Path, help="keep the database under this name")
    return parser.parse_args()


class Reader:
    """Asks for /conferences again and again, and takes the time of each answer."""

    def __init__(self, db: Database, every: float) -> None:
        self._briefings = Briefings(db, lambda: date(2024, 1, 1))
        self._every = every
        self.times: list[float] = []
        self.most = 0

    async def ask(self) -> None:
        while True:
            start = time.perf_counter()
            card = await self._briefings.conferences()
            messages = telegram.render(card, "both")
            self.times.append(time.perf_counter() - start)
            self.most = max(self.most, sum(len(message.html) for message in messages))
            await asyncio.sleep(max(0.0, self._every - (time.perf_counter() - start)))


def peak_memory(pid: int | None) -> float:
    """Peak memory of a process in MiB; of this one without ``pid``."""
    if pid is None:
        unit = 1024 if sys.platform == "darwin" else 1
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit / 1024
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


async def measure(options: argparse.Namespace, path: Path) -> list[tuple[str, str]]:
    db = Database(f"sqlite:///{path}")
    await db.open()
    worker = Worker(BenchOptions(translator=options.translator, threads=options.threads))
    ingest = Ingest(db, worker)
    await worker.state()  # the process is up, its models are not loaded
    reader = Reader(db, options.every)
    asking = asyncio.create_task(reader.ask())
    outcomes: Counter[str] = Counter()
    entered: list[float] = []
    start = time.perf_counter()
    async for outcome in ingest.run(articles(options)):
        outcomes[outcome.state.value] += 1
        if outcome.state is OutcomeState.REFUSED:
            print(f"{outcome.origin}: {outcome.reason}", file=sys.stderr)
        entered.append(time.perf_counter() - start)
        if sys.stderr.isatty():
            print(f"\r{len(entered)} articles", end="", file=sys.stderr)
    total = time.perf_counter() - start
    asking.cancel()
    memory = peak_memory(worker.pid)
    await worker.close()
    await db.close()
    for warning in ingest.warnings:
        print(warning, file=sys.stderr)
    times = [1000 * seconds for seconds in reader.times]
    tenth = max(1, len(entered) // 10)
    return [
        ("articles", ", ".join(f"{n} {state}" for state, n in sorted(outcomes.items()))),
        ("seconds", f"{total:.1f}"),
        ("articles per second", f"{len(entered) / total:.2f}"),
        ("… in the first tenth", f"{tenth / entered[tenth - 1]:.2f}"),
        ("… in the last tenth", f"{tenth / (entered[-1] - entered[-tenth - 1]):.2f}"),
        ("questions meanwhile", f"{len(times)}, longest answer {reader.most} characters"),
        ("answer, median (ms)", f"{statistics.median(times):.0f}"),
        ("answer, 95 % (ms)", f"{percentile(times, 0.95):.0f}"),
        ("answer, slowest (ms)", f"{max(times):.0f}"),
        ("peak memory, main process (MiB)", f"{peak_memory(None):.0f}"),
        ("peak memory, worker process (MiB)", f"{memory:.0f}"),
    ]


def articles(options: argparse.Namespace) -> Iterator[seeds.Article | seeds.Refusal]:
    return islice(seeds.read(options.data / "news" / "articles.jsonl"), options.limit)


def main() -> None:
    options = arguments()
    if not (options.data / "news" / "articles.jsonl").is_file():
        sys.exit(f"no news/articles.jsonl in {options.data}: name the data folder with --data")
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "benchmark.sqlite3"
        if path.exists():
            sys.exit(f"{path} is there already")
        table = asyncio.run(measure(options, path))
        table.append(("database (MiB)", f"{path.stat().st_size / 2**20:.1f}"))
    width = max(len(label) for label, _ in table)
    print(f"\ntranslator {options.translator}, {options.threads} threads")
    for label, value in table:
        print(f"{label:<{width}}  {value}")


if __name__ == "__main__":
    main()
