"""What chats follow: speakers, conferences, themes, keywords."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.store.models import Chat, Follow, Moved
from summarizer.text.folding import fold

SPEAKER, CONFERENCE, THEME, KEYWORD = "speaker", "conference", "theme", "keyword"
MOST = 100
"""Things that one chat may follow."""
_STEPS = 8
"""Moves of a number that are followed at most."""


async def of_chat(session: AsyncSession, chat_id: int) -> list[Follow]:
    """What a chat follows, in the order in which it began to."""
    query = select(Follow).where(Follow.chat_id == chat_id).order_by(Follow.id)
    return list(await session.scalars(query))


async def add(
    session: AsyncSession,
    chat_id: int,
    thing: str,
    thing_id: int,
    text: str,
    *,
    mark: int,
    thread: int | None,
    now: datetime,
    version: str = "",
) -> tuple[Follow, bool]:
    """Follow a thing: a speaker or conference by number, a theme or keyword by text.

    ``version`` is what is known of a conference now, so that a change of it can be told.

    Returns:
        The row, and whether it is new.
    """
    same = select(Follow).where(
        Follow.chat_id == chat_id,
        Follow.thing == thing,
        Follow.thing_id == thing_id,
        Follow.text == text,
    )
    there = await session.scalar(same)
    if there is None and thing == KEYWORD:
        there = next((f for f in await of_chat(session, chat_id) if _alike(f, text)), None)
    if there is not None:
        return there, False
    row = Follow(
        chat_id=chat_id,
        thing=thing,
        thing_id=thing_id,
        text=text,
        version=version,
        mark=mark,
        thread=thread,
        created_at=now,
    )
    try:
        async with session.begin_nested():
            session.add(row)
    except IntegrityError:  # another update of the chat was faster
        return (await session.scalars(same)).one(), False
    return row, True


def _alike(row: Follow, words: str) -> bool:
    """Whether a row follows the same words, spelt with or without marks."""
    return row.thing == KEYWORD and fold(row.text).split() == fold(words).split()


async def remove(session: AsyncSession, chat_id: int, follow_id: int) -> Follow | None:
    """End a follow of the chat; returns what it was, ``None`` if there is no such."""
    row = await session.get(Follow, follow_id)
    if row is None or row.chat_id != chat_id:
        return None
    await session.delete(row)
    return row


async def due(
    session: AsyncSession,
    bot: str,
    until: int,
    now: datetime,
    limit: int = 200,
    *,
    lock: bool = True,
) -> list[Follow]:
    """Follows with alerts whose news up to ``until`` has not been looked at.

    With ``lock`` (in a write transaction) they stay locked until it ends, and those that another
    process has are passed over.
    """
    query = (
        select(Follow)
        .join(Follow.chat)
        .options(selectinload(Follow.chat))
        .where(
            Follow.alerts.is_(True),
            Follow.mark < until,
            or_(Follow.not_before.is_(None), Follow.not_before <= now),
            Chat.bot == bot,
            Chat.active.is_(True),
        )
        .order_by(Follow.chat_id, Follow.id)
        .limit(limit)
    )
    if lock:
        query = query.with_for_update(of=Follow, skip_locked=True)
    return list(await session.scalars(query))


async def current_numbers(session: AsyncSession, follows: Sequence[Follow]) -> dict[int, int]:
    """The number of the speaker or conference that each follow (by its id) means today.

    A thing that was joined into another since has that one's number.
    """
    now = {follow.id: follow.thing_id for follow in follows if follow.thing_id}
    for thing in (SPEAKER, CONFERENCE):
        own = {follow.id for follow in follows if follow.thing == thing}
        for _ in range(_STEPS):
            moved = await _moved(session, thing, {now[id_] for id_ in own if id_ in now})
            if not moved:
                break
            now |= {id_: moved[now[id_]] for id_ in own if now.get(id_) in moved}
    return now


async def _moved(session: AsyncSession, thing: str, numbers: Iterable[int]) -> dict[int, int]:
    found = await session.execute(
        select(Moved.old_id, Moved.new_id).where(
            Moved.thing == thing, Moved.old_id.in_(sorted(numbers))
        )
    )
    return {row.old_id: row.new_id for row in found}
