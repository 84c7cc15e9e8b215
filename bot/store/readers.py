"""The tables of the readers: chats, schedules, what was delivered and taken in, who is let in."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.store.base import Base

ALERTS_A_DAY = 5
"""Alerts of followed things that a chat gets on one local day, unless it says otherwise."""


class Chat(Base):
    """A chat of one bot on one transport. ``chat_key`` is the transport's chat id."""

    __tablename__ = "chat"
    __table_args__ = (UniqueConstraint("bot", "chat_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    bot: Mapped[str]
    """Transport and bot identity, ``"telegram:123456"`` or ``"local"``."""
    chat_key: Mapped[int] = mapped_column(BigInteger)
    language: Mapped[str] = mapped_column(default="")
    """``vi``, ``en`` or ``both``; empty until chosen or first seen."""
    zone: Mapped[str] = mapped_column(default="Asia/Ho_Chi_Minh")
    allowed: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    """False once the reader blocked the bot; true again at the next message."""
    blocked_at: Mapped[datetime | None]
    """When the bot was found blocked, until the reader has been told of it on his return."""
    paused_until: Mapped[date | None]
    """Local date on which digests and alerts begin again; ``None``: not paused."""
    quiet_weekdays: Mapped[int] = mapped_column(default=0)
    """Bit 0 is Monday: weekdays on which nothing is sent unasked."""
    quiet_dates: Mapped[list[Any]] = mapped_column(default=list)
    """Local dates (ISO) on which nothing is sent unasked."""
    alerts_a_day: Mapped[int] = mapped_column(default=ALERTS_A_DAY)
    """How many alerts may go to the chat on one local day."""
    read_to: Mapped[int] = mapped_column(default=0)
    """Library sequence up to which the last digest told that the chat asked for; 0: none."""
    created_at: Mapped[datetime]
    schedules: Mapped[list[Schedule]] = relationship(
        back_populates="chat", cascade="all, delete-orphan"
    )
    follows: Mapped[list[Follow]] = relationship(
        back_populates="chat", cascade="all, delete-orphan"
    )


class Schedule(Base):
    """When a chat wants its digest: wall-clock time and weekdays in an IANA zone."""

    __tablename__ = "schedule"
    __table_args__ = (Index("ix_schedule_due", "active", "next_due_at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(default="digest")
    """``digest``, or ``weekly`` for the review of a week."""
    local_time: Mapped[time]
    weekdays: Mapped[int] = mapped_column(default=0b1111111)
    """Bit 0 is Monday."""
    zone: Mapped[str]
    when_empty: Mapped[str] = mapped_column(default="news")
    """``news``: nothing is sent where nothing is new; ``always``: the chat is told so."""
    thread: Mapped[int | None]
    """The forum topic it was asked for in."""
    revision: Mapped[int] = mapped_column(default=1)
    active: Mapped[bool] = mapped_column(default=True)
    next_due_at: Mapped[datetime]
    mark: Mapped[int] = mapped_column(default=0)
    """Library sequence up to which scheduled digests of this schedule have told."""
    chat: Mapped[Chat] = relationship(back_populates="schedules")


class Follow(Base):
    """Something a chat follows: a speaker or a conference by number, a theme or a keyword by text.

    What is not used of ``thing_id`` and ``text`` is 0 and empty, so that the unique key holds.
    """

    __tablename__ = "follow"
    __table_args__ = (
        UniqueConstraint("chat_id", "thing", "thing_id", "text"),
        Index("ix_follow_due", "alerts", "mark"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id", ondelete="CASCADE"))
    thing: Mapped[str]
    """``speaker``, ``conference``, ``theme`` or ``keyword``."""
    thing_id: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(default="")
    version: Mapped[str] = mapped_column(default="")
    """Of a conference: what was known of it when the chat began to follow it."""
    alerts: Mapped[bool] = mapped_column(default=True)
    """Whether news of it is sent at once; it is first in the digests in any case."""
    thread: Mapped[int | None]
    """The forum topic in which it was followed."""
    mark: Mapped[int] = mapped_column(default=0)
    """Library sequence up to which its alerts have been looked for."""
    not_before: Mapped[datetime | None]
    """Its alerts are not looked for before: the day's alerts are used up, or the day is quiet."""
    created_at: Mapped[datetime]
    chat: Mapped[Chat] = relationship(back_populates="follows")


class Delivery(Base):
    """One occasion on which a chat is told something; the key makes it happen once."""

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("chat_id", "kind", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id", ondelete="CASCADE"), index=True)
    schedule_id: Mapped[int | None] = mapped_column(ForeignKey("schedule.id", ondelete="SET NULL"))
    kind: Mapped[str]
    """``digest``, ``weekly`` or ``alert``."""
    key: Mapped[str]
    thread: Mapped[int | None]
    """The forum topic it goes to."""
    local_date: Mapped[date]
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(index=True)
    """``claimed``, ``sending``, ``sent``, ``empty``, ``failed``, ``uncertain`` or ``missed``."""
    late: Mapped[bool] = mapped_column(default=False)
    """Whether it is sent so long after it was due that it says so."""
    sequence_to: Mapped[int] = mapped_column(default=0)
    holder: Mapped[str | None]
    """The process that sends it now, and until when nobody else may."""
    held_until: Mapped[datetime | None]
    not_before: Mapped[datetime | None]
    """Put off until then: the transport asked for a pause."""
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    parts: Mapped[list[DeliveryPart]] = relationship(
        back_populates="delivery", cascade="all, delete-orphan", order_by="DeliveryPart.number"
    )
    chat: Mapped[Chat] = relationship()


class DeliveryPart(Base):
    """One message of a delivery: pending → sending → sent | failed | uncertain."""

    __tablename__ = "delivery_part"
    __table_args__ = (UniqueConstraint("delivery_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str]
    buttons: Mapped[list[Any]] = mapped_column(default=list)
    state: Mapped[str] = mapped_column(index=True)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    delivery: Mapped[Delivery] = relationship(back_populates="parts")


class DeliveryItem(Base):
    """What a chat has been told, in which version."""

    __tablename__ = "delivery_item"
    __table_args__ = (UniqueConstraint("delivery_id", "thing", "thing_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("delivery.id", ondelete="CASCADE"))
    thing: Mapped[str]
    thing_id: Mapped[int]
    version: Mapped[str] = mapped_column(default="")
    """What of it may change, as it was told."""
    reason: Mapped[str] = mapped_column(default="")
    """Why it stood where it stood, for operators."""


class SeenUpdate(Base):
    """Updates that were taken in, so that one redelivered is not answered twice."""

    __tablename__ = "seen_update"
    bot: Mapped[str] = mapped_column(primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)


class Lease(Base):
    """Who alone may do a thing now (poll a token, say), until when."""

    __tablename__ = "lease"
    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]


class AccessCode(Base):
    """A one-time code that lets a chat in; kept as a hash."""

    __tablename__ = "access_code"
    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("chat.id", ondelete="SET NULL"))


class CodeTry(Base):
    """A wrong access code that a chat sent; kept for an hour, to limit guessing."""

    __tablename__ = "code_try"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chat.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
