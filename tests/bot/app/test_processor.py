import asyncio

import pytest
from telegram import Update

from bot.app.processor import InOrder


def update(number, chat):
    message = {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}}
    return Update.de_json({"update_id": number, "message": message}, None)


class Work:
    def __init__(self):
        self.events = []
        self.running = set()
        self.most = 0

    async def __call__(self, number, chat, seconds=0.01, error=None):
        assert chat not in self.running, "two updates of one chat at a time"
        self.running.add(chat)
        self.most = max(self.most, len(self.running))
        self.events.append(("begin", number))
        await asyncio.sleep(seconds)
        self.running.remove(chat)
        self.events.append(("end", number))
        if error:
            raise error


async def test_a_chats_updates_keep_their_order_and_chats_run_side_by_side():
    work, done = Work(), []
    processor = InOrder(on_done=done.append)
    # The first of each chat takes longest.
    jobs = [
        processor.process_update(update(n, n % 3), work(n, n % 3, 0.05 - n * 0.005))
        for n in range(9)
    ]
    await asyncio.gather(*jobs)
    for chat in range(3):
        order = [n for kind, n in work.events if kind == "begin" and n % 3 == chat]
        assert order == sorted(order)
    assert work.most == 3
    assert sorted(done) == list(range(9))
    assert not processor._last


async def test_only_so_many_at_once_and_a_waiting_chat_takes_no_place():
    work = Work()
    processor = InOrder(at_once=2)
    flood = [processor.process_update(update(n, 1), work(n, 1)) for n in range(20)]
    others = [processor.process_update(update(n, n), work(n, n, 0.001)) for n in range(30, 36)]
    await asyncio.gather(*flood, *others)
    assert work.most == 2
    ends = [n for kind, n in work.events if kind == "end"]
    assert max(ends.index(n) for n in range(30, 36)) < ends.index(19)


async def test_what_fails_is_done_too_and_holds_up_nobody():
    work, done = Work(), []
    processor = InOrder(on_done=done.append)
    first = processor.process_update(update(1, 5), work(1, 5, error=RuntimeError("x")))
    second = processor.process_update(update(2, 5), work(2, 5))
    results = await asyncio.gather(first, second, return_exceptions=True)
    assert isinstance(results[0], RuntimeError)
    assert done == [1, 2]


async def test_what_is_no_update_goes_through():
    async def nothing():
        return None

    await InOrder(on_done=pytest.fail).process_update("a job", nothing())
