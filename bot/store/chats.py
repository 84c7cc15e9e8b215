"""Chats, who is let in, what was taken in already, and who alone may do a thing now.

A chat is known by the bot that serves it (``"telegram:123456"``, ``"local"``) and its number
there, so that what is subscribed in a local chat never reaches a stranger of the same number on
Telegram. All functions work inside the caller's transaction: a change and the claim of the update
that caused it are written together or not at all.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import AccessCode, Chat, CodeTry, Lease, SeenUpdate

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Capitals and digits that are not taken for one another (no 0/O, no 1/I)."""
CODE_LENGTH = 8
TRIES = 5
"""Wrong codes a chat may send in :data:`TRIES_WITHIN`."""
TRIES_WITHIN = timedelta(hours=1)
SEEN_FOR = timedelta(days=1)
"""How long an update is remembered: Telegram itself keeps an undelivered one for a day."""


@dataclass(frozen=True, slots=True)
class ChatView:
    """A chat as the conversation needs it, outside any session."""

    id: int
    bot: str
    key: int
    language: str
    zone: str
    allowed: bool
    active: bool


class Entry(StrEnum):
    """What became of a code that a chat sent."""

    ALLOWED = "allowed"
    WRONG = "wrong"
    TOO_MANY = "too many"


def view(chat: Chat) -> ChatView:
    """The chat's row, detached."""
    return ChatView(
        chat.id, chat.bot, chat.chat_key, chat.language, chat.zone, chat.allowed, chat.active
    )


async def find(session: AsyncSession, bot: str, key: int) -> Chat | None:
    """The row of a chat, if it was ever let in."""
    return await session.scalar(select(Chat).where(Chat.bot == bot, Chat.chat_key == key))


async def get_or_make(
    session: AsyncSession, bot: str, key: int, *, language: str, zone: str, now: datetime
) -> Chat:
    """The row of a chat, made on its first message. ``language`` fills in for none chosen."""
    chat = await find(session, bot, key)
    if chat is None:
        try:
            async with session.begin_nested():
                chat = Chat(
                    bot=bot, chat_key=key, language=language, zone=zone, created_at=now,
                    allowed=False, active=True,
                )  # fmt: skip
                session.add(chat)
        except IntegrityError:  # another process was faster
            chat = await find(session, bot, key)
            if chat is None:
                raise
    if not chat.language:
        chat.language = language
    if not chat.active:
        chat.active = True
    return chat


# --- access codes --------------------------------------------------------------------------


async def issue_code(session: AsyncSession, now: datetime) -> str:
    """Make a new one-time code; codes that nobody used yet are void from now on."""
    await session.execute(delete(AccessCode).where(AccessCode.used_at.is_(None)))
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    session.add(AccessCode(code_hash=_digest(code), created_at=now))
    return f"{code[:4]}-{code[4:]}"


def looks_like_code(text: str) -> bool:
    """Whether ``text`` has the shape of a code (so that a greeting costs a stranger no try)."""
    plain = _plain(text)
    return len(plain) == CODE_LENGTH and all(letter in CODE_LETTERS for letter in plain)


async def redeem(session: AsyncSession, chat: Chat, text: str, now: datetime) -> Entry:
    """Let the chat in if ``text`` is an unused code. Each wrong one counts as a try."""
    await session.execute(delete(CodeTry).where(CodeTry.at <= now - TRIES_WITHIN))
    tries = await session.scalar(
        select(func.count()).select_from(CodeTry).where(CodeTry.chat_id == chat.id)
    )
    if (tries or 0) >= TRIES:
        return Entry.TOO_MANY
    digest = _digest(text)
    codes = await session.scalars(select(AccessCode).where(AccessCode.used_at.is_(None)))
    matching = [code for code in codes if hmac.compare_digest(code.code_hash, digest)]
    if matching and await _use(session, matching[0].id, chat.id, now):
        chat.allowed = True
        return Entry.ALLOWED
    session.add(CodeTry(chat_id=chat.id, at=now))
    return Entry.WRONG


async def _use(session: AsyncSession, code: int, chat: int, now: datetime) -> bool:
    """Mark a code as used; false if another chat did so at the same moment."""
    result = await session.execute(
        update(AccessCode)
        .where(AccessCode.id == code, AccessCode.used_at.is_(None))
        .values(used_at=now, used_by=chat)
    )
    return cast("CursorResult[Any]", result).rowcount == 1


def _plain(text: str) -> str:
    return "".join(text.split()).replace("-", "").upper()


def _digest(code: str) -> str:
    # A code lives until it is used or the next start and guesses are limited: a plain hash does.
    return hashlib.sha256(_plain(code).encode()).hexdigest()


# --- updates -------------------------------------------------------------------------------


async def was_seen(session: AsyncSession, bot: str, update_id: int) -> bool:
    """Whether the update was taken in before."""
    return await session.get(SeenUpdate, (bot, update_id)) is not None


async def claim(session: AsyncSession, bot: str, update_id: int, now: datetime) -> bool:
    """Take an update in, in the same transaction as what it changes; false if it was before."""
    if await was_seen(session, bot, update_id):
        return False
    try:
        async with session.begin_nested():
            session.add(SeenUpdate(bot=bot, update_id=update_id, at=now))
    except IntegrityError:
        return False
    return True


async def purge_seen(session: AsyncSession, now: datetime) -> int:
    """Forget the updates of more than a day ago; returns how many."""
    result = await session.execute(delete(SeenUpdate).where(SeenUpdate.at < now - SEEN_FOR))
    return cast("CursorResult[Any]", result).rowcount


# --- leases --------------------------------------------------------------------------------


async def acquire(
    session: AsyncSession, name: str, holder: str, now: datetime, length: timedelta
) -> datetime | None:
    """Take or prolong a lease until ``now + length``.

    Returns ``None`` when it is ours now, else the moment until which another holder has it. It is
    taken over only once that moment has passed.
    """
    result = await session.execute(
        update(Lease)
        .where(Lease.name == name, (Lease.holder == holder) | (Lease.until <= now))
        .values(holder=holder, until=now + length)
    )
    if cast("CursorResult[Any]", result).rowcount:
        return None
    try:
        async with session.begin_nested():
            session.add(Lease(name=name, holder=holder, until=now + length))
    except IntegrityError:
        until = await session.scalar(select(Lease.until).where(Lease.name == name))
        return until or now
    return None


async def holder_of(session: AsyncSession, name: str) -> str | None:
    """Who has a lease, or had it last."""
    return await session.scalar(select(Lease.holder).where(Lease.name == name))


async def release(session: AsyncSession, name: str, holder: str) -> None:
    """Give a lease back, if it is still ours."""
    await session.execute(delete(Lease).where(Lease.name == name, Lease.holder == holder))
