"""``digest deliveries`` and ``digest resend``, on a database with one digest in doubt."""

import asyncio
import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.cli.commands import app
from bot.store import deliveries
from bot.store.database import Database
from bot.store.models import Chat, Delivery, DeliveryPart

DUE = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)


@pytest.fixture
def url(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'library.sqlite3'}"
    monkeypatch.setenv("BRIEFING_DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    asyncio.run(fill(url))
    return url


async def fill(url):
    db = Database(url)
    await db.open()
    async with db.write() as session:
        chat = Chat(bot="telegram:42", chat_key=7, created_at=DUE)
        session.add(chat)
        await session.flush()
        for key, states in (("a", ["sent", "uncertain"]), ("b", ["sent"])):
            session.add(
                Delivery(
                    chat_id=chat.id, kind="digest", key=key, local_date=date(2026, 11, 22),
                    due_at=DUE, created_at=DUE, state=states[-1],
                    parts=[DeliveryPart(number=n, text=f"{key}{n}", buttons=[], state=state)
                           for n, state in enumerate(states, 1)],
                )
            )  # fmt: skip
    await db.close()


async def rows(url):
    db = Database(url)
    await db.open()
    async with db.read() as session:
        found = await session.execute(
            select(Delivery.kind, Delivery.state, DeliveryPart.text, DeliveryPart.state)
            .join(DeliveryPart, DeliveryPart.delivery_id == Delivery.id)
            .order_by(DeliveryPart.id)
        )
        all_rows = [tuple(row) for row in found]
    await db.close()
    return all_rows


def call(*arguments):
    return CliRunner().invoke(app, ["digest", *arguments])


def test_the_operator_sees_what_is_in_doubt(url):
    shown = call("deliveries").stdout
    assert "sent 1, uncertain 1" in shown
    assert "1  digest of 2026-11-22 00:00 UTC, chat 7 (telegram:42): not told yet" in shown
    first, second = (json.loads(line) for line in call("deliveries", "--json").stdout.splitlines())
    assert first == {"states": {"sent": 1, "uncertain": 1}}
    assert second["delivery"] == 1
    assert second["told"] is False


def test_only_the_doubtful_part_is_sent_again_and_only_once(url):
    assert "Delivery 1 is sent again" in call("resend", "1").stdout
    assert asyncio.run(rows(url)) == [
        ("digest", deliveries.RESENT, "a1", "sent"),
        ("digest", deliveries.RESENT, "a2", "uncertain"),
        ("digest", "sent", "b1", "sent"),
        (deliveries.RESENT, "sending", "a2", "pending"),
    ]
    again = call("resend", "1", "2", "99")
    assert "delivery 1 is not in doubt" in str(again.exception)
    assert "delivery 2 is not in doubt" in str(again.exception)
    assert "there is no delivery 99" in str(again.exception)
    assert len(asyncio.run(rows(url))) == 4
    assert "Nothing is in doubt" in call("resend", "--all").stdout


def test_numbers_or_all_must_be_given(url):
    assert call("resend").exit_code == 2
