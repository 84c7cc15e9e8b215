"""``digest preview``: what a chat's next scheduled digest would tell, and why."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.text import Text
from sqlalchemy import select

from bot.cli.failures import Failure, Status
from bot.settings import Settings


def preview(settings: Settings, chat: str, language: str | None) -> Status:
    """Print the digest that would go out now; nothing is sent and no mark is moved.

    Raises:
        Failure: if ``chat`` is a number that the library does not know.
        DatabaseError: if the database cannot be used.
    """
    asyncio.run(_preview(settings, chat, language))
    return Status.DONE


async def _preview(settings: Settings, name: str, language: str | None) -> None:
    from bot.briefings import Briefings
    from bot.digests import FIRST_DIGEST
    from bot.localchat.ledger import chat_number
    from bot.render.sheets import View
    from bot.render.text import render
    from bot.store import library, schedules, told
    from bot.store.database import Database
    from bot.store.models import Chat

    console = Console(soft_wrap=True, highlight=False)
    now = datetime.now(UTC)
    db = Database(settings.url)
    await db.open()
    try:
        async with db.read() as session:
            key = int(name) if name.lstrip("-").isdigit() else chat_number(name)
            chat = await session.scalar(select(Chat).where(Chat.chat_key == key))
            if chat is None and name.lstrip("-").isdigit():
                raise Failure("no such chat has written to the bot", subject=f"--chat {name}")
            rows = await schedules.of_chat(session, chat.id) if chat else []
            if chat and rows:
                since = await told.mark(session, chat.id, rows[0].mark)
            else:
                since = await told.first_mark(session, now - FIRST_DIGEST)
            until = await library.last_sequence(session)
            news = await told.has_news(session, since, until)
            spoken = language or (chat.language if chat else "") or settings.language
        card = await Briefings(db, lambda: now.astimezone(settings.tz).date()).digest(
            since, until, on_demand=False
        )
    finally:
        await db.close()

    def say(line: str, style: str = "dim") -> None:
        console.print(Text(line, style))

    if rows:
        for schedule in rows:
            due = schedule.next_due_at.astimezone(ZoneInfo(schedule.zone))
            say(f"Next digest of {name}: {due:%Y-%m-%d %H:%M %Z} ({schedule.zone})")
    else:
        say(f"{name} has no schedule; this is what a first digest would tell.")
    say(f"From article sequence {since + 1} to {until}, without backfill and starters.\n")
    if card.empty or not news:
        say("Nothing new: nothing would be sent.", "")
        return
    say(render(card, spoken, View.PREVIEW), "")
