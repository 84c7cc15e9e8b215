"""A database in a folder of its own, and articles made of the few things a test is about."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime

import pytest

from bot.store.database import Database
from bot.store.fingerprints import fingerprint, signature
from bot.store.prepared import Prepared, Rendering, Versions
from seeds.article import Article
from summarizer.document import Document, Sentence
from summarizer.extract import ScoredSentence, Summary
from summarizer.facts.model import Facts
from summarizer.text.dates import UNKNOWN_DATE, PartialDate

NOW = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)


@pytest.fixture
async def db(tmp_path, empty_database) -> AsyncIterator[Database]:
    path = tmp_path / "library.sqlite3"
    shutil.copy(empty_database, path)
    database = Database(f"sqlite:///{path}", patience=2)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def now() -> datetime:
    return NOW


Make = Callable[..., Prepared]


@pytest.fixture
def make() -> Make:
    numbers = itertools.count(1)

    def prepared(
        *sentences: str,
        title: str = "",
        title_derived: bool = False,
        facts: Facts | None = None,
        language: str = "vi",
        published: str = "",
        starter: bool = False,
        renderings: dict[str, str | Rendering] | None = None,
        versions: Versions | None = None,
        summary: Sequence[int] = (0,),
    ) -> Prepared:
        number = next(numbers)
        sentences = sentences or (f"Câu thứ {number} của một bài không giống bài nào khác.",)
        title = title or f"Bài số {number}"
        date = PartialDate.parse(published) if published else UNKNOWN_DATE
        document = Document(
            title=title,
            paragraphs=tuple(sentences),
            sentences=tuple(Sentence(i, i, text) for i, text in enumerate(sentences)),
            title_derived=title_derived,
            language=language,
            published=date,
        )
        return Prepared(
            article=Article(
                origin=f"test:{number}", text="\n\n".join(sentences), title=title, starter=starter
            ),
            document=document,
            summary=Summary(
                tuple(ScoredSentence(i, i, sentences[i], 1.0) for i in summary), "extract"
            ),
            facts=facts or Facts(),
            fingerprint=fingerprint(title, *sentences),
            body_fingerprint=fingerprint(*sentences),
            signature=signature(*sentences),
            versions=versions or Versions("1", "fake-1", "g1"),
            renderings={
                source: text if isinstance(text, Rendering) else Rendering(text, engine="fake-1")
                for source, text in (renderings or {}).items()
            },
        )

    return prepared
