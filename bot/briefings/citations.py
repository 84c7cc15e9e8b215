"""The documents that an article names, and the other articles that name them: directives,
resolutions, conventions are what links articles that share neither a meeting nor a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import rows
from bot.briefings.parts import Bilingual, DocumentRef
from bot.store.models import Article, JoinKey
from bot.store.rows import DOCUMENT

OTHERS: Final = 5
"""How many other articles are told of each document, the latest first."""


async def of_article(session: AsyncSession, article: Article) -> list[DocumentRef]:
    """The documents of an article in the order in which it names them.

    Those stand with no other article that were written before documents had keys (an article that
    waits to be prepared anew).
    """
    keys = await _keys(session, article.id)
    others = await _others(session, article.id, list(keys.values()))
    return [
        DocumentRef(
            _name(article, name),
            tuple(others.get(keys.get(number, ""), ())[:OTHERS]),
            len(others.get(keys.get(number, ""), ())),
        )
        for number, name in enumerate(article.documents)
    ]


def _name(article: Article, name: str) -> Bilingual:
    rendered = (article.renderings or {}).get(name)
    if not rendered:
        return rows.bilingual(name, None, article.language)
    text, machine, _, findings = rendered
    return rows.bilingual(name, text, article.language, findings, machine=machine)


async def _keys(session: AsyncSession, article_id: int) -> dict[int, str]:
    query = select(JoinKey.number, JoinKey.key).where(
        JoinKey.thing == DOCUMENT, JoinKey.article_id == article_id
    )
    return dict((await session.execute(query)).all())


async def _others(
    session: AsyncSession, article_id: int, keys: Sequence[str]
) -> dict[str, list[int]]:
    """For each key the numbers of the other articles that may be seen, the latest first."""
    if not keys:
        return {}
    query = (
        select(JoinKey.key, Article.id)
        .join(Article, Article.id == JoinKey.article_id)
        .where(
            JoinKey.thing == DOCUMENT,
            JoinKey.key.in_(keys),
            Article.id != article_id,
            Article.hidden.is_(False),
        )
        .order_by(Article.sort_date.desc(), Article.id.desc())
    )
    found: dict[str, list[int]] = {}
    for key, number in (await session.execute(query)).all():
        found.setdefault(key, []).append(number)
    return found
