from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest

import bot
from bot.pipeline import BenchOptions, Busy, Refused, Worker, WorkerFailed
from seeds.article import Article
from translations import Direction, TranslationError

HERE = str(Path(__file__).parent)
ROOT = str(Path(bot.__file__).parents[1])


@pytest.fixture
async def process(monkeypatch):
    """A real process with the benches of ``benches.py``, which it must be able to import."""
    monkeypatch.syspath_prepend(HERE)
    from benches import Dangerous

    worker = Worker(Dangerous, patience=5)
    yield worker
    await worker.close()


async def test_readers_go_first(worker, bench):
    order: list[str] = []

    async def ask(name: str, job) -> None:
        await job
        order.append(name)

    slow = Article("slow", "SLEEP\nB")
    jobs = [asyncio.create_task(ask("slow", worker.preprocess(slow)))]
    await asyncio.sleep(0.1)
    many = [f"câu {n}" for n in range(40)]
    jobs.append(
        asyncio.create_task(ask("ingest", worker.translate(many, Direction.VI_EN, reader=False)))
    )
    jobs.append(asyncio.create_task(ask("article", worker.preprocess(Article("a", "A")))))
    await asyncio.sleep(0)
    jobs.append(asyncio.create_task(ask("reader", worker.translate(["x"], Direction.VI_EN))))
    await asyncio.gather(*jobs)
    assert order[:2] == ["slow", "reader"]
    assert bench.translated[0] == "x"


async def test_too_many_readers_are_told_so(worker):
    blocked = asyncio.create_task(worker.preprocess(Article("slow", "SLEEP")))
    await asyncio.sleep(0.05)
    waiting = [asyncio.create_task(worker.translate(["a"], Direction.VI_EN)) for _ in range(2)]
    await asyncio.sleep(0.05)
    with pytest.raises(Busy):
        await worker.translate(["b"], Direction.VI_EN)
    with pytest.raises(Busy):
        await worker.summarize_text("b")
    await asyncio.gather(blocked, *waiting)
    assert await worker.translate(["c"], Direction.VI_EN)


async def test_a_reader_who_left_makes_room(worker, bench):
    blocked = asyncio.create_task(worker.preprocess(Article("slow", "SLEEP")))
    await asyncio.sleep(0.05)
    waiting = [asyncio.create_task(worker.translate(["gone"], Direction.VI_EN)) for _ in range(2)]
    await asyncio.sleep(0.05)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert await worker.translate(["here"], Direction.VI_EN)
    assert "gone" not in bench.translated
    await blocked


async def test_a_closed_worker_says_so(bench):
    worker = Worker(lambda: bench, in_process=True)
    await worker.close()
    with pytest.raises(RuntimeError, match="closed"):
        await worker.state()


async def test_closing_cancels_what_waits(bench):
    worker = Worker(lambda: bench, in_process=True)
    jobs = [asyncio.create_task(worker.preprocess(Article("a", "SLEEP"))) for _ in range(3)]
    await asyncio.sleep(0.05)
    await worker.close()
    assert all(
        isinstance(r, asyncio.CancelledError)
        for r in await asyncio.gather(*jobs, return_exceptions=True)
    )


async def test_a_process_of_its_own(process):
    assert (await process.translate(["a"], Direction.VI_EN))[0].text == "<a>"
    assert process.pid not in (None, os.getpid())
    with pytest.raises(Refused, match="nothing in it"):
        await process.preprocess(Article("r", "REFUSE"))
    with pytest.raises(TranslationError, match="cannot") as error:
        await process.translate(["TROUBLE"], Direction.VI_EN)
    assert error.value.advice == "mend it"


async def test_a_job_that_kills_the_process_fails_alone(process):
    await process.state()
    first = process.pid
    results = await asyncio.gather(
        process.preprocess(Article("a", "eins")),
        process.preprocess(Article("k", "KILL")),
        process.preprocess(Article("b", "zwei")),
        return_exceptions=True,
    )
    assert results[0].article.origin == "a"
    assert isinstance(results[1], WorkerFailed)
    assert "died" in str(results[1])
    assert results[2].article.origin == "b"
    assert process.pid != first


async def test_a_process_killed_from_outside_is_replaced(process):
    await process.state()
    os.kill(process.pid, signal.SIGKILL)
    assert (await process.preprocess(Article("a", "A"))).article.origin == "a"


async def test_a_job_that_never_ends(monkeypatch):
    monkeypatch.syspath_prepend(HERE)
    from benches import Dangerous

    worker = Worker(Dangerous, patience=5)
    await worker.state()
    worker._patience = 0.5
    with pytest.raises(WorkerFailed, match="longer than"):
        await worker.preprocess(Article("h", "HANG"))
    worker._patience = 10
    assert (await worker.preprocess(Article("a", "A"))).article.origin == "a"
    await worker.close()


async def test_the_process_ends_with_its_parent(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(
        "import asyncio, os, sys\n"
        f"sys.path[:0] = [{HERE!r}, {ROOT!r}]\n"
        "from bot.pipeline import Worker\n"
        "from benches import Dangerous\n"
        "async def main():\n"
        "    worker = Worker(Dangerous)\n"
        "    await worker.state()\n"
        "    print(worker.pid, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(
        sys.executable, str(script), stdout=asyncio.subprocess.PIPE
    )
    child = int(await parent.stdout.readline())
    parent.kill()
    await parent.wait()
    for _ in range(100):
        if not _is_alive(child):
            break
        await asyncio.sleep(0.05)
    assert not _is_alive(child)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:  # a dead child of a dead parent may wait to be buried
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


async def test_the_shipped_bench_translates_and_summarises():
    worker = Worker(BenchOptions(threads=1), in_process=True)
    state = await worker.state()
    assert state.trouble == ""
    assert Direction.VI_EN in state.directions
    [made] = await worker.translate(["Bộ Ngoại giao họp báo."], Direction.VI_EN)
    assert "Ministry of Foreign Affairs" in made.text
    text = "Làng Sen có ba cái ao. Ao thứ nhất nuôi cá. Ao thứ hai trồng sen. Ao thứ ba để không."
    summarised = await worker.summarize_text(text, 2)
    assert len(summarised.summary.sentences) == 2
    with pytest.raises(Refused):
        await worker.summarize_text("  \n ")
    await worker.close()


async def test_a_broken_translator_is_told_not_raised(tmp_path):
    worker = Worker(BenchOptions(translator=f"hub:{tmp_path}"), in_process=True)
    state = await worker.state()
    started = time.perf_counter()
    assert state.version
    assert time.perf_counter() - started < 30
    await worker.close()
