"""The workbench: everything heavy, as it stands in the worker process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.pipeline.preparing import (
    Summarizer,
    clean_article,
    preprocess,
    summarize_document,
)
from bot.pipeline.rules import Rules
from bot.store.prepared import Prepared
from seeds.article import Article
from summarizer.document import Document
from summarizer.extract import Summary
from summarizer.reading.passages import Reads
from translations import Direction, Style, Translation, TranslationError, Translator


@dataclass(frozen=True, slots=True)
class EngineState:
    """What the bench can do. ``trouble`` says in words why it cannot translate."""

    version: str
    glossary_version: str
    directions: frozenset[Direction] = frozenset()
    trouble: str = ""
    summary_trouble: str = ""
    """Why summaries are extracts although a model is set."""


@dataclass(frozen=True, slots=True)
class TextSummary:
    """A text that is no article of the library, cleaned and summarised."""

    document: Document
    summary: Summary


@dataclass(frozen=True, slots=True)
class BenchOptions:
    """Which engines stand on the bench; the settings of the same names."""

    translator: str = "compact"
    summarizer: str = "extract"
    style: str = "official"
    threads: int = 2
    models: Path | None = None
    """Folder of installed models, which go before the shipped ones."""
    second_opinion: bool = True
    reader: str = "compact"

    def __call__(self) -> Bench:
        """Set up the bench."""
        return Bench(self)


STYLES = {"official": Style.HOUSE, "press": Style.PRESS}


class Bench:
    """Does the work. Engines are loaded at first use; a broken one is told, never raised here."""

    def __init__(self, options: BenchOptions) -> None:
        self._options = options
        self._style = STYLES[options.style]
        self._rules = Rules(style=self._style)
        self._trouble = ""
        self._translator: Translator | None = None
        try:
            self._translator = self.make_translator()
        except TranslationError as error:
            self._trouble = str(error)
        self._summarizer: Summarizer | None = None
        self._summary_trouble = ""
        if options.summarizer.startswith("hub:"):
            from summarizer import HubSummarizer

            self._summarizer = HubSummarizer(options.summarizer.removeprefix("hub:"))

    def make_translator(self) -> Translator:
        """The translator of the options."""
        from translations import make_translator

        return make_translator(
            self._options.translator,
            style=self._style,
            threads=self._options.threads,
            installed=self._options.models,
            second_opinion=self._options.second_opinion,
        )

    def state(self) -> EngineState:
        """What can be translated, by what."""
        version, trouble = "none", self._trouble
        directions: frozenset[Direction] = frozenset()
        if self._translator is not None:
            try:
                directions = self._translator.directions
                version = self._translator.version
            except TranslationError as error:
                trouble = str(error)
        return EngineState(
            version, self._rules.glossary.version, directions, trouble, self._summary_trouble
        )

    def preprocess(self, article: Article) -> Prepared:
        """See :func:`bot.pipeline.preparing.preprocess`."""
        from summarizer import SummarizerUnavailable

        reader = self._reader()
        try:
            return preprocess(article, self._rules, self._summarizer, reader)
        except SummarizerUnavailable as error:
            self._do_without_model(error)
            return preprocess(article, self._rules, reader=reader)

    def translate(self, sentences: Sequence[str], direction: Direction) -> list[Translation]:
        """See :meth:`translations.Translator.translate`.

        Raises:
            TranslationError: if there is no engine for it.
        """
        if self._translator is None:
            raise TranslationError(self._trouble, advice="see BRIEFING_TRANSLATOR")
        return self._translator.translate(sentences, direction)

    def summarize_text(self, text: str, sentences: int) -> TextSummary:
        """Clean and summarise any text.

        Raises:
            Refused: if there is no text in it.
        """
        document = clean_article(Article(origin="", text=text))
        from summarizer import SummarizerUnavailable

        try:
            summary = summarize_document(document, sentences, self._summarizer)
        except SummarizerUnavailable as error:
            self._do_without_model(error)
            summary = summarize_document(document, sentences)
        return TextSummary(document, summary)

    def _reader(self) -> Reads | None:
        from summarizer.reading import load_reader

        return load_reader() if self._options.reader == "compact" else None

    def _do_without_model(self, error: Exception) -> None:
        self._summarizer, self._summary_trouble = None, str(error)


MakeBench = Callable[[], Bench]
"""Anything that sets up a bench; must be picklable for a worker process."""
