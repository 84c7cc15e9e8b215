"""The limits of a token, in virtual time."""

import asyncio
import itertools
import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import RetryAfter

from benchmarks.digests_time import run
from bot.digests.limits import PATIENCE, Limits, Rate, Rates, Stalled
from bot.digests.pacing import LONGEST, PAID, Pacing

START = datetime(2026, 11, 22, tzinfo=UTC)
TELEGRAM = Rates()


def most_within(times, seconds):
    """The most events in any window of so many seconds."""
    return max(sum(begin <= at < begin + seconds for at in times) for begin in times)


class Traffic:
    """Messages that leave when the limits let them; keeps when each did."""

    def __init__(self, loop, rates=TELEGRAM):
        self.loop, self.limits = loop, Limits(rates)
        self.left = []

    async def send(self, chat, *, answer=False, after=0.0):
        await asyncio.sleep(after)
        await self.limits.wait(chat, answer=answer)
        self.left.append((self.loop.time(), chat, answer))

    def times(self, **wanted):
        return [
            at
            for at, chat, answer in self.left
            if wanted.get("chat", chat) == chat and wanted.get("answer", answer) == answer
        ]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 150))
def test_no_window_holds_more_than_the_rates_allow(seed, count):
    draw = random.Random(seed)

    async def work(loop):
        traffic = Traffic(loop)
        await asyncio.gather(
            *(
                traffic.send(
                    draw.choice([1, 2, -1, *range(100, 160)]),
                    answer=draw.random() < 0.3,
                    after=draw.random() * 10,
                )
                for _ in range(count)
            )
        )
        return traffic

    traffic = run(work, START)
    assert len(traffic.left) == count
    assert most_within(traffic.times(), 1) <= 30
    for chat in {chat for _, chat, _ in traffic.left}:
        times = traffic.times(chat=chat)
        assert most_within(times, 60) <= (20 if chat < 0 else 63)
        digests = traffic.times(chat=chat, answer=False)
        gaps = [b - a for a, b in itertools.pairwise(digests)]
        assert all(gap >= (4 if chat < 0 else 1) - 1e-3 for gap in gaps), "digests one by one"


def test_answers_go_before_digests_that_came_first():
    async def work(loop):
        traffic = Traffic(loop)
        digests = [traffic.send(chat) for chat in range(1000, 1300)]
        answers = [traffic.send(chat, answer=True, after=2.0) for chat in range(40)]
        await asyncio.gather(*digests, *answers)
        return traffic

    traffic = run(work, START)
    answers, digests = traffic.times(answer=True), traffic.times(answer=False)
    assert max(answers) <= 2 + 40 / 27 + 0.1, "as if there were no digests"
    assert not [at for at in digests if min(answers) < at < max(answers)]
    assert max(digests) > max(answers)


def test_a_digest_does_not_give_way_for_ever():
    async def work(loop):
        traffic = Traffic(loop, Rates(Rate(5, 1), Rate(1, 3), Rate(1, 3)))

        async def flood():
            for chat in range(2000):
                traffic.loop.create_task(traffic.send(chat, answer=True))
                await asyncio.sleep(0.1)  # twice as many as may leave

        flooding = asyncio.create_task(flood())
        await traffic.send(-5, after=1)
        flooding.cancel()
        return traffic

    [at] = run(work, START).times(answer=False)
    assert PATIENCE < at < 3 * PATIENCE


def test_a_429_stalls_its_chat_and_several_in_a_row_stall_the_token():
    async def work(loop):
        traffic = Traffic(loop)
        limits = traffic.limits
        limits.refused(1, 40)
        assert limits.stalled_for(1) == 40
        assert limits.stalled_for(2) == 0
        limits.refused(2, 20)
        limits.accepted()
        limits.refused(3, 20)
        assert limits.stalled_for(9) == 0, "something was accepted in between"
        with pytest.raises(Stalled):
            await limits.wait(1, longest=5)
        await asyncio.gather(traffic.send(1), traffic.send(9))
        await asyncio.sleep(10)
        for chat in (4, 5, 6):
            limits.refused(chat, 30)
        assert limits.stalled_for(None) == 30
        await asyncio.gather(traffic.send(9, answer=True), traffic.send(8))
        return traffic

    left = [(round(at), chat) for at, chat, _ in run(work, START).left]
    assert left[:2] == [(0, 9), (40, 1)]
    assert left[2:] == [(80, 9), (80, 8)]


def test_refusals_far_apart_stall_nothing_else():
    async def work(_loop):
        limits = Limits(Rates())
        for chat in (1, 2, 3):
            limits.refused(chat, 3)
            await asyncio.sleep(6)
        return limits.stalled_for(7)

    assert run(work, START) == 0


def test_one_that_gives_up_waiting_leaves_no_hole():
    async def work(loop):
        traffic = Traffic(loop, Rates(Rate(1, 1), Rate(1, 1), Rate(1, 1)))
        waiting = [asyncio.create_task(traffic.send(chat)) for chat in range(4)]
        await asyncio.sleep(0.5)
        waiting[1].cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        return traffic.times()

    assert [round(at) for at in run(work, START)] == [0, 1, 2]


def test_without_rates_nothing_waits_but_for_telegram():
    async def work(loop):
        traffic = Traffic(loop, None)
        await asyncio.gather(*(traffic.send(1) for _ in range(100)))
        traffic.limits.refused(1, 3)
        await traffic.send(1)
        return traffic.times()

    times = run(work, START)
    assert times[:100] == [0.0] * 100
    assert round(times[100]) == 3


class Requests:
    """What :class:`Pacing` makes requests with: answers from a script, times kept."""

    def __init__(self, loop, script=()):
        self.loop, self.script, self.made = loop, list(script), []

    async def __call__(self, endpoint, data):
        self.made.append((endpoint, round(self.loop.time())))
        if self.script and (error := self.script.pop(0)):
            raise error
        return True


def test_what_telegram_counts_is_paced():
    async def work(loop):
        requests, limits = Requests(loop), Limits(Rates(chat=Rate(1, 1)))
        pacing = Pacing(limits)

        async def make(endpoint, rate=None, **data):
            await pacing.process_request(requests, (endpoint, data), {}, endpoint, data, rate)

        await make("sendMessage", chat_id=1)
        await make("editMessageText", chat_id=1)
        await make("answerCallbackQuery", callback_query_id="x")
        await make("sendChatAction", chat_id=1)
        await make("getMe")
        await make("sendMessage", chat_id=2)
        await make("sendMessage", PAID, chat_id=1)
        return requests.made

    assert run(work, START) == [
        ("sendMessage", 0),
        ("editMessageText", 1),
        ("answerCallbackQuery", 1),
        ("sendChatAction", 1),
        ("getMe", 1),
        ("sendMessage", 1),
        ("sendMessage", 1),
    ]


def test_a_pause_that_telegram_asked_for_is_kept_by_all_who_send():
    async def work(loop):
        short, long = RetryAfter(timedelta(seconds=4)), RetryAfter(timedelta(seconds=LONGEST + 9))
        requests, limits = Requests(loop, [short, None, long]), Limits(Rates())
        pacing = Pacing(limits)

        async def make(chat):
            data = {"chat_id": chat}
            await pacing.process_request(
                requests, ("sendMessage", data), {}, "sendMessage", data, None
            )

        with pytest.raises(RetryAfter):
            await make(1)
        await make(1)
        with pytest.raises(RetryAfter):
            await make(1)
        with pytest.raises(RetryAfter):
            await make(1)  # not even asked
        return requests.made

    assert [at for _, at in run(work, START)] == [0, 4, 4]
