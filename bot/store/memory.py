"""The translation memory: what was translated before by the same engine, glossary and style."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import TranslationMemory
from bot.store.prepared import Rendering

_AT_ONCE = 500


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


async def recall(
    session: AsyncSession, texts: Iterable[str], direction: str, version: str
) -> dict[str, Rendering]:
    """The translations that are remembered, by source text. ``direction`` as ``"vi-en"``."""
    by_digest = {_digest(text): text for text in texts}
    digests = list(by_digest)
    found: dict[str, Rendering] = {}
    for start in range(0, len(digests), _AT_ONCE):
        rows = await session.execute(
            select(
                TranslationMemory.source_hash,
                TranslationMemory.text,
                TranslationMemory.engine,
                TranslationMemory.findings,
            ).where(
                TranslationMemory.source_hash.in_(digests[start : start + _AT_ONCE]),
                TranslationMemory.direction == direction,
                TranslationMemory.engine_version == version,
            )
        )
        for source, text, engine, findings in rows:
            pairs = tuple((str(kind), str(expected)) for kind, expected in findings)
            found[by_digest[source]] = Rendering(text, engine=engine, findings=pairs)
    return found


async def remember(
    session: AsyncSession, renderings: Mapping[str, Rendering], direction: str, version: str
) -> None:
    """Keep translations; what is remembered already stays as it is."""
    rows: list[dict[str, Any]] = [
        {
            "source_hash": _digest(source),
            "direction": direction,
            "engine_version": version,
            "engine": rendering.engine,
            "text": rendering.text,
            "findings": [list(pair) for pair in rendering.findings],
        }
        for source, rendering in renderings.items()
        if rendering.machine
    ]
    if not rows:
        return
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    await session.execute(insert(TranslationMemory).on_conflict_do_nothing(), rows)


async def forget(session: AsyncSession, keep_version: str) -> None:
    """Drop what other versions of engine, glossary or style translated."""
    await session.execute(
        delete(TranslationMemory).where(TranslationMemory.engine_version != keep_version)
    )
