"""``digest preview``: what would be told, why, why not, and what was told."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from bot.cli.commands import app
from bot.cli.failures import Failure, Status
from bot.cli.previewing import preview, read_moment
from bot.localchat.ledger import chat_number
from bot.settings import Settings
from bot.store.database import Database
from bot.store.models import Chat, Delivery
from tests.bot.digests.desk import HANOI, Desk

NOW = datetime(2026, 11, 16, 3, tzinfo=UTC)  # 10:00 in Hanoi


@pytest.fixture
def settings(tmp_path):
    return Settings(_env_file=None, data_dir=tmp_path, language="en")


def at_the_desk(settings, work):
    """Have something done at a desk upon the database of the settings, by the real clock."""

    async def run():
        db = Database(settings.url)
        await db.open()
        try:
            desk = Desk(db)
            desk.now = datetime.now(UTC)
            desk.chat = await desk.meet(chat_number("lan"))
            return await work(desk)
        finally:
            await db.close()

    return asyncio.run(run())


async def filled(desk):
    await desk.speaker(1, "Nguyễn Văn Thử", "Phó Thủ tướng")
    for number in range(9):
        await desk.publish(f"Plain item {number}")
    await desk.publish("He speaks", says=(1, "It will be done, he said."))
    await desk.follow("speaker", 1)
    await desk.subscribe("07:00")


def test_reasons_and_what_is_left_out(settings, capsys):
    at_the_desk(settings, filled)
    preview(settings, "lan", None)
    out = capsys.readouterr().out
    assert "Next digest of lan" in out
    assert "why here: followed ×1" in " ".join(out.split())
    assert "★ [10] He speaks" in out
    assert "Not told, and why" in out
    assert "place 8, its group is full" in " ".join(out.split())
    preview(settings, "lan", "vi", "07:00")
    assert "Không đưa, và lý do" in capsys.readouterr().out


def test_nothing_is_moved_by_it(settings, capsys):
    at_the_desk(settings, filled)
    for _ in range(2):
        preview(settings, "lan", "en", "07:00")
    first, second = capsys.readouterr().out.split("Next digest of lan")[1:]
    assert first == second


def test_a_day_of_rest_is_said(settings, capsys):
    async def work(desk):
        await filled(desk)
        await desk.set(paused_until=(datetime.now(HANOI) + timedelta(days=5)).date())

    at_the_desk(settings, work)
    preview(settings, "lan", None, "07:00")
    assert "paused or quiet day" in capsys.readouterr().out


def test_of_the_past_what_was_sent_is_shown_with_its_reasons(settings, capsys):
    async def work(desk):
        await filled(desk)
        now = datetime.now(HANOI)
        due = now.replace(hour=7, minute=0, second=0)
        due += timedelta(days=due <= now)  # the next one: one before it would be missed
        assert await desk.tick(due.astimezone(UTC))
        async with desk.db.write() as session:  # and it is some days ago by now
            await session.execute(update(Delivery).values(due_at=due - timedelta(days=3)))
        return due - timedelta(days=3)

    then = at_the_desk(settings, work)
    preview(settings, "lan", None, f"{then:%Y-%m-%dT%H:%M}")
    out = capsys.readouterr().out
    assert "sent" in out
    assert "He speaks" in out
    assert "article 10: followed 1 + office 3" in out
    preview(settings, "lan", None, "2020-01-01T07:00")
    assert "Nothing was due by then" in capsys.readouterr().out


def test_chats_that_are_not_there(settings, capsys):
    at_the_desk(settings, filled)
    for name in ("somebody-else", "²", "--5"):
        preview(settings, name, None)
        assert "has not written to the bot yet" in capsys.readouterr().out
    with pytest.raises(Failure, match="no such chat"):
        preview(settings, "-100123", None)


@pytest.mark.parametrize("at", ["foo", "25:00", "2026-13-01T07:00", "-", " ", "07:00 tomorrow"])
def test_what_is_no_time_is_wrong_use(at):
    told = CliRunner().invoke(app, ["digest", "preview", "--at", at])
    assert told.exit_code == Status.WRONG_USE
    assert "--at" in told.output
    assert "2026-12-01T07:00 or 07:00" in " ".join(told.output.replace("│", " ").split())


def test_moments():
    assert read_moment("", NOW, HANOI) == NOW
    assert read_moment("11:30", NOW, HANOI) == NOW + timedelta(minutes=90)
    assert read_moment("07:00", NOW, HANOI) == NOW + timedelta(hours=21)
    assert read_moment("2026-11-16T10:00", NOW, HANOI) == NOW
    assert read_moment("2026-11-16T03:00+00:00", NOW, HANOI) == NOW


def test_the_chat_of_another_transport_is_found_by_its_number(settings, capsys):
    async def work(desk):
        async with desk.db.write() as session:
            session.add(Chat(bot="telegram:1", chat_key=-5, language="vi", created_at=desk.now))

    at_the_desk(settings, work)
    preview(settings, "-5", None)
    assert "no schedule" in capsys.readouterr().out
