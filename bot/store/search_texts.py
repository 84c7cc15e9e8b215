"""The texts by which a search finds an article: plain in both languages, and as they are spelt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import SearchText
from bot.store.prepared import Prepared
from bot.store.spelling import plain, spelt


def search_columns(article_id: int, prepared: Prepared) -> dict[str, Any]:
    """The folded texts of an article, in both languages as far as they are there; and those in its
    own language and in Vietnamese as they are spelt.
    """
    document, facts = prepared.document, prepared.facts

    def both(texts: Sequence[str]) -> str:
        others = (prepared.renderings[text].text for text in texts if text in prepared.renderings)
        return " ".join((*texts, *others))

    names = [name for speaker in facts.speakers for name in (speaker.name, speaker.role) if name]
    names += [name for c in facts.conferences for name in (c.name, *c.aliases, c.place) if name]
    body = [sentence.text for sentence in document.sentences]
    body += document.captions
    names = list(dict.fromkeys([*names, *filter(None, [document.source])]))
    columns = {"title": [document.title], "body": body, "names": names}
    own = " ".join if document.language == "vi" else both
    return {
        "article_id": article_id,
        **{column: " ".join(plain(both(texts))) for column, texts in columns.items()},
        "spelt": " ".join(spelt(" ".join(own(texts) for texts in columns.values()))),
    }


async def extend_search(
    session: AsyncSession, article_id: int, language: str, texts: Sequence[str]
) -> None:
    """Let an article in a language be found by texts that were translated later."""
    if not texts:
        return
    more = {SearchText.body: plain(" ".join(texts))}
    if language != "vi":
        more[SearchText.spelt] = spelt(" ".join(texts))
    await session.execute(
        update(SearchText)
        .where(SearchText.article_id == article_id)
        .values({column: column + " " + " ".join(each) for column, each in more.items()})
    )
