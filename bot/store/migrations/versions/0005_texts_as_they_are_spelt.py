"""The texts of articles as they are spelt, beside the folded ones, for a search with marks.

The texts of articles that are there are made from what stands in their rows. `reprocess` makes
them anew, with what is not there (the names that only captions outside the text have).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.migrations import full_text
from bot.store.spelling import spelt

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_AT_A_TIME = 200

_ARTICLE = sa.table(
    "article",
    *map(sa.column, ("id", "language", "title", "title_translation", "lead", "body", "source")),
)
_SENTENCE = sa.table("sentence", *map(sa.column, ("article_id", "translation")))
_MENTION = sa.table("mention", *map(sa.column, ("article_id", "text")))
_CONFERENCE = sa.table("article_conference", *map(sa.column, ("article_id", "name")))
_SEARCH_TEXT = sa.table("search_text", *map(sa.column, ("article_id", "spelt")))


def upgrade() -> None:
    full_text.drop()
    op.add_column("search_text", sa.Column("spelt", sa.String(), nullable=False, server_default=""))
    numbers = list(op.get_bind().scalars(sa.select(_SEARCH_TEXT.c.article_id)))
    for first in range(0, len(numbers), _AT_A_TIME):
        _fill(numbers[first : first + _AT_A_TIME])
    full_text.create(spelt=True)


def downgrade() -> None:
    full_text.drop(spelt=True)
    op.drop_column("search_text", "spelt")
    full_text.create()


def _fill(numbers: list[int]) -> None:
    bind, texts, foreign = op.get_bind(), {}, []
    article = _ARTICLE.c
    for row in bind.execute(sa.select(_ARTICLE).where(article.id.in_(numbers))):
        texts[row.id] = [row.title, row.lead, row.body, row.source]
        if row.language != "vi":
            texts[row.id].append(row.title_translation)
            foreign.append(row.id)
    for table, column, having in (
        (_MENTION, "text", numbers),
        (_CONFERENCE, "name", numbers),
        (_SENTENCE, "translation", foreign),
    ):
        found = sa.select(table.c.article_id, table.c[column]).where(table.c.article_id.in_(having))
        for number, text in bind.execute(found):
            if number in texts:
                texts[number].append(text)
    bind.execute(
        sa.update(_SEARCH_TEXT)
        .where(_SEARCH_TEXT.c.article_id == sa.bindparam("number"))
        .values(spelt=sa.bindparam("text")),
        [
            {"number": number, "text": " ".join(spelt(" ".join(filter(None, dict.fromkeys(each)))))}
            for number, each in texts.items()
        ],
    )
