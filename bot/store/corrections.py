"""Corrections by people: rows of their own that are laid over whatever the pipeline makes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Boolean, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import Article, Base, Conference, Correction, Speaker, Task

TABLES: dict[str, type[Article | Conference | Speaker | Task]] = {
    "article": Article,
    "conference": Conference,
    "speaker": Speaker,
    "task": Task,
}
FIELDS = {
    "article": {"title", "title_translation", "source", "published", "event_date"},
    "conference": {
        "name_vi", "name_en", "name_machine", "status", "starts_on", "ends_on",
        "place_vi", "place_en", "host_vi", "host_en", "chair",
    },
    "speaker": {"name", "name_en", "name_machine"},
    "task": {"text", "translation", "set_by_text", "stated_by_text", "assignee",
             "assignee_translation", "due", "theme", "withdrawn"},
}  # fmt: skip
"""What can be corrected."""


async def apply(session: AsyncSession, thing: str, ids: Collection[int]) -> None:
    """Lay the corrections of some things over their rows."""
    if not ids or not await _any(session):
        return
    table = TABLES[thing]
    found = await session.scalars(
        select(Correction)
        .where(Correction.thing == thing, Correction.thing_id.in_(ids))
        .order_by(Correction.thing_id, Correction.field)
    )
    for correction in found:
        if correction.field in FIELDS[thing]:
            value = _value(table, correction.field, correction.value)
            await session.execute(
                update(table)
                .where(table.id == correction.thing_id)
                .values({correction.field: value})
            )


async def apply_to_tasks(session: AsyncSession, article_id: int) -> None:
    """Lay the corrections of an article's tasks over them."""
    if not await _any(session):
        return
    ids = await session.scalars(select(Task.id).where(Task.article_id == article_id))
    await apply(session, "task", ids.all())


async def move(session: AsyncSession, thing: str, old: int, new: int) -> None:
    """Hand the corrections of a vanished thing on; those the other has itself win."""
    taken = set(
        await session.scalars(
            select(Correction.field).where(Correction.thing == thing, Correction.thing_id == new)
        )
    )
    found = await session.scalars(
        select(Correction).where(Correction.thing == thing, Correction.thing_id == old)
    )
    for correction in found:
        if correction.field not in taken:
            correction.thing_id = new
    await session.flush()


async def _any(session: AsyncSession) -> bool:
    """Whether there are corrections at all; asked once in a session, whose caller adds none."""
    known = session.info.get("corrections")
    if known is None:
        known = await session.scalar(select(Correction.id).limit(1)) is not None
        session.info["corrections"] = known
    return bool(known)


def _value(table: type[Base], field: str, value: str) -> Any:
    column = table.__table__.columns[field]
    if isinstance(column.type, Boolean):
        return value.casefold() in {"1", "true", "yes"}
    return value
