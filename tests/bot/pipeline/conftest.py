"""A database of its own, and a bench that does simple things at once.

All names and sentences are invented.
"""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime

import pytest

from bot.pipeline import Ingest, Refused, Worker
from bot.pipeline.bench import EngineState, TextSummary
from bot.pipeline.preparing import PIPELINE
from bot.store.database import Database
from bot.store.fingerprints import fingerprint, signature
from bot.store.prepared import Prepared, Rendering, Versions
from seeds.article import Article
from summarizer.document import Document, Sentence
from summarizer.extract import ScoredSentence, Summary
from summarizer.facts.model import (
    Conference,
    Coverage,
    Facts,
    Kind,
    Mention,
    Place,
    Speaker,
    Statement,
    Status,
    Task,
    Theme,
)
from summarizer.text.dates import UNKNOWN_DATE, PartialDate
from translations import Direction, Translation, TranslationError

NOW = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)
_PERSON = re.compile(r"Ông ([A-ZĐ]\w+(?: [A-ZĐ]\w+)+)")
_EVENT = re.compile(r"Hội nghị [^.,]+")


class FakeBench:
    """Stands in for :class:`bot.pipeline.bench.Bench`: what a word in the text tells it to do."""

    version = "fake-1"
    glossary = "g1"
    pipeline = PIPELINE

    def __init__(self) -> None:
        self.translated: list[str] = []
        self.prepared: list[str] = []
        self.trouble = ""
        self.broken: set[str] = set()

    def state(self) -> EngineState:
        directions = frozenset() if self.trouble else frozenset({Direction.VI_EN})
        return EngineState(self.version, self.glossary, directions, self.trouble)

    def preprocess(self, article: Article) -> Prepared:
        self.prepared.append(article.origin)
        text = article.text
        if "REFUSE" in text:
            raise Refused("there is nothing in it")
        if "BREAK" in text:
            raise RuntimeError("a fault in the bench")
        if "SLEEP" in text:
            time.sleep(1)
        return prepare(article, Versions(self.pipeline, glossary=self.glossary))

    def translate(self, sentences: Sequence[str], direction: Direction) -> list[Translation]:
        if self.trouble or self.broken & set(sentences):
            raise TranslationError(self.trouble or "cannot")
        self.translated += sentences
        return [Translation(f"<{text}>", self.version) for text in sentences]

    def summarize_text(self, text: str, sentences: int) -> TextSummary:
        prepared = prepare(Article("", text), Versions("1"))
        return TextSummary(prepared.document, prepared.summary)


def prepare(article: Article, versions: Versions) -> Prepared:
    """Every line a paragraph of one sentence; people are "Ông …", conferences "Hội nghị …"."""
    lines = tuple(line.strip() for line in article.text.splitlines() if line.strip())
    published = PartialDate.parse(article.published) if article.published else UNKNOWN_DATE
    document = Document(
        title=article.title or lines[0],
        paragraphs=lines,
        sentences=tuple(Sentence(i, i, line) for i, line in enumerate(lines)),
        title_derived=article.title is None,
        language=article.language or "vi",
        published=published,
        source=article.source,
    )
    names = list(dict.fromkeys(_PERSON.findall(article.text)))
    facts = Facts(
        speakers=tuple(
            Speaker(name, Kind.PERSON, "", (), (Mention(Place.BODY, lines[0], 0),), 0.9)
            for name in names
        ),
        statements=tuple(Statement(0, 0, name, lines[0], False, 0.9) for name in names),
        conferences=tuple(
            Conference(name, (), 0, 0, Status.HELD, Coverage.REPORTED, 0.9)
            for name in dict.fromkeys(_EVENT.findall(article.text))
        ),
        tasks=tuple(
            Task(i, i, line, Theme.OTHER, 0.9) for i, line in enumerate(lines) if "Cần" in line
        ),
    )
    renderings = {name: Rendering(name.upper(), machine=False, engine="names") for name in names}
    return Prepared(
        article=article,
        document=document,
        summary=Summary((ScoredSentence(0, 0, lines[0], 1.0),), "extract"),
        facts=facts,
        fingerprint=fingerprint(document.title, *lines),
        body_fingerprint=fingerprint(*lines),
        signature=signature(*lines),
        versions=versions,
        pending=tuple(dict.fromkeys([document.title, lines[0]])),
        renderings=renderings,
    )


@pytest.fixture
def bench() -> FakeBench:
    return FakeBench()


@pytest.fixture
async def worker(bench) -> AsyncIterator[Worker]:
    made = Worker(lambda: bench, in_process=True, room=2)
    yield made
    await made.close()


@pytest.fixture
async def db(tmp_path, empty_database) -> AsyncIterator[Database]:
    path = tmp_path / "library.sqlite3"
    shutil.copy(empty_database, path)
    database = Database(f"sqlite:///{path}", patience=2)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def ingest(db, worker) -> Ingest:
    return Ingest(db, worker, clock=lambda: NOW)


@pytest.fixture
def article() -> Callable[..., Article]:
    def make(number: int, *lines: str, **more) -> Article:
        more.setdefault("title", f"Bài {number}")
        text = "\n".join(lines) or f"Câu riêng của bài {number}.\nCần làm việc {number}."
        return Article(origin=f"test:{number}", text=text, **more)

    return make
