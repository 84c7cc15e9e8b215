"""SIGTERM, as a supervisor or a shutdown sends it."""

import asyncio
import os
import signal

import pytest

from bot.cli.ending import run_in_order


def test_what_is_open_is_closed_first():
    closed = []

    async def work():
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0)  # closing takes turns of the loop, too
            closed.append("database")

    with pytest.raises(SystemExit) as caught:
        run_in_order(work())
    assert caught.value.code == 143
    assert closed == ["database"]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_result_and_an_error_come_through():
    async def work(value):
        if value is None:
            raise LookupError("nothing")
        return value

    assert run_in_order(work(3)) == 3
    with pytest.raises(LookupError):
        run_in_order(work(None))


def test_a_work_that_ends_itself_is_not_taken_for_a_signal():
    async def work():
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        run_in_order(work())
