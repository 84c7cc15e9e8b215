"""For whom a digest is made: what the chat follows and was told, from its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings.reader import Reader
from bot.store import follows, told
from bot.store.models import Follow
from summarizer.text.folding import fold

TOLD_FOR = timedelta(days=90)
"""How long it is remembered what a chat was told."""
RETURNED_FOR = timedelta(days=30)
"""How long the articles of what failed may wait for the next digest."""


async def reader_of(
    session: AsyncSession,
    chat_id: int,
    now: datetime,
    *,
    only: Sequence[Follow] | None = None,
    again: bool = False,
) -> Reader:
    """What a chat follows, and what it was told in the last :data:`TOLD_FOR`.

    Args:
        session: a session.
        chat_id: our row's id.
        now: from when to look back.
        only: these follows and no others.
        again: with the articles of what failed lately and was not told since.
    """
    own = await follows.of_chat(session, chat_id) if only is None else only
    numbers = await follows.current_numbers(session, own) if own else {}
    known = await told.things(session, chat_id, now - TOLD_FOR)
    failed: frozenset[int] = frozenset()
    if again:
        failed = await told.failed_articles(session, chat_id, now - RETURNED_FOR)
    return Reader(
        speakers=frozenset(numbers[f.id] for f in own if f.thing == follows.SPEAKER),
        conferences=frozenset(numbers[f.id] for f in own if f.thing == follows.CONFERENCE),
        themes=frozenset(f.text for f in own if f.thing == follows.THEME),
        keywords=tuple(fold(f.text) for f in own if f.thing == follows.KEYWORD),
        told=known,
        known={
            numbers[f.id]: f.version for f in own if f.thing == follows.CONFERENCE and f.version
        },
    ).with_again(failed)
