"""``digest deliveries`` and ``digest resend``: what became of digests, and once more of what is in
doubt.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.cli.failures import Failure, Status
from bot.cli.streams import json_line, write_lines
from bot.settings import Settings


def show(settings: Settings, *, as_json: bool) -> Status:
    """Print how many deliveries ended how, and each that is in doubt.

    Raises:
        DatabaseError: if the database cannot be used.
    """
    asyncio.run(_show(settings, as_json=as_json))
    return Status.DONE


async def _show(settings: Settings, *, as_json: bool) -> None:
    from bot.store import deliveries
    from bot.store.database import Database

    db = Database(settings.url)
    await db.open()
    try:
        async with db.read() as session:
            counts = await deliveries.counts(session)
            doubts = await deliveries.in_doubt(session)
    finally:
        await db.close()
    if as_json:
        write_lines([json_line({"states": counts})])
        for each in doubts:
            values = {
                "delivery": each.id,
                "bot": each.bot,
                "chat": each.chat_key,
                "kind": each.kind,
                "due": each.due_at.isoformat(),
                "told": each.state == deliveries.OFFERED,
            }
            write_lines([json_line(values)])
        return
    states = ", ".join(f"{state} {number}" for state, number in sorted(counts.items()))
    write_lines([f"Deliveries: {states or 'none'}"])
    for each in doubts:
        told = "the reader was told" if each.state == deliveries.OFFERED else "not told yet"
        due = each.due_at.strftime("%Y-%m-%d %H:%M UTC")
        write_lines(
            [f"  {each.id}  {each.kind} of {due}, chat {each.chat_key} ({each.bot}): {told}"]
        )
    if doubts:
        said = "may not have arrived. Readers are told at their next contact"
        write_lines([f"{len(doubts)} {said}; `digest resend NUMBER` sends one again."])


def resend(settings: Settings, numbers: Sequence[int], *, every: bool) -> Status:
    """Have doubtful deliveries sent once more by the process that serves their chats.

    Raises:
        Failure: if a delivery is not there, or not in doubt; the others are sent all the same.
        DatabaseError: if the database cannot be used.
    """
    return asyncio.run(_resend(settings, numbers, every=every))


async def _resend(settings: Settings, numbers: Sequence[int], *, every: bool) -> Status:
    from bot.store import deliveries
    from bot.store.database import Database

    db = Database(settings.url)
    await db.open()
    wrong: list[str] = []
    try:
        if every:
            async with db.read() as session:
                numbers = [each.id for each in await deliveries.in_doubt(session)]
        for number in dict.fromkeys(numbers):
            try:
                async with db.write() as session:
                    await deliveries.resend(session, number, datetime.now(UTC))
            except LookupError as error:
                wrong.append(str(error))
            else:
                write_lines([f"Delivery {number} is sent again at the next sweep."])
    finally:
        await db.close()
    if wrong:
        raise Failure("; ".join(wrong), advice="`digest deliveries` shows what is in doubt")
    if not numbers:
        write_lines(["Nothing is in doubt."])
    return Status.DONE
