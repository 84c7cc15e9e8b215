"""``models bench``: how long a model takes to load and to translate, and what room it needs."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.cli.failures import Failure, Status, complain
from bot.cli.models import columns, find_models, installed_models
from bot.cli.streams import write_lines
from bot.settings import Settings
from translations import Direction, Glossary, TranslationError, Translator, make_translator

HEADINGS = ("model", "direction", "load s", "batch 1 /s", "batch 32 /s", "with rules /s", "MB")


def bench(settings: Settings, name: str | None, count: int) -> Status:
    """Measure the model called ``name``, or those in use: a line for each direction.

    Speeds are sentences a second: of the model alone at batch 1 and 32, and of the translator with
    terms, names and checks; with the second opinion of the other direction too where the models in
    use are measured and the settings ask for it, never where one compact model is.

    Raises:
        Failure: if there is no such model, or none at all.
    """
    called, translator = _named(settings, name)
    sources = Sources(settings, count)
    rows: list[tuple[str, ...]] = [HEADINGS]
    status = Status.DONE
    for direction in sorted(translator.directions):
        try:
            rows.append((called, *_measured(translator, direction, sources)))
        except TranslationError as error:
            complain(str(error), what="models bench")
            status = Status.REFUSALS
    if len(rows) == 1:
        raise Failure("nothing could be measured", subject=called)
    threads = f"{settings.threads} thread{'s' if settings.threads > 1 else ''}"
    write_lines([*columns(rows), f"{count} sentences, {threads}, on this machine now"])
    return status


def _named(settings: Settings, name: str | None) -> tuple[str, Translator]:
    threads = settings.threads
    if name is None and settings.translator == "none":
        raise Failure("no model is in use", subject="BRIEFING_TRANSLATOR=none")
    if name is None or name.startswith("hub:"):
        setting = name or settings.translator
        installed = installed_models(settings)
        translator = make_translator(
            setting,
            threads=threads,
            installed=installed,
            second_opinion=settings.second_opinion,
        )
        return setting, translator
    for model in find_models(settings):
        if model.name == name and model.origin == "hub":
            raise Failure("name it as the setting does: hub:NAME", subject=name)
        if model.name == name:
            return name, _alone(model.folder, threads)
    raise Failure("no such model", subject=name, advice="see briefing-bot models list")


def _alone(folder: Path, threads: int) -> Translator:
    """A translator with one compact model and nothing else."""
    from translations.engines.compact import CompactEngine
    from translations.engines.manifest import read_manifest

    return Translator(CompactEngine(only=read_manifest(folder), threads=threads), Glossary.load())


def _measured(translator: Translator, direction: Direction, sources: Sources) -> Iterator[str]:
    """The cells of one direction."""
    yield direction.value
    before, begun = resident(), time.perf_counter()
    engine = translator.engine
    engine.translate(["."], direction)
    loaded = time.perf_counter() - begun
    texts = sources.of(direction)
    if not texts:
        raise TranslationError("there is nothing to measure with", subject=direction.value)
    yield f"{loaded:.2f}"
    for size in (1, 32):
        yield f"{_speed(texts, size, lambda batch: engine.translate(batch, direction)):.1f}"
    yield f"{_speed(texts, 32, lambda batch: translator.translate(batch, direction)):.1f}"
    yield f"{max(0.0, resident() - before):.0f}"


class Sources:
    """Sentences to measure with: those of the starter articles, and their English."""

    def __init__(self, settings: Settings, count: int) -> None:
        self._settings, self._count = settings, count
        self._vietnamese: list[str] = []
        self._english: list[str] = []

    def of(self, direction: Direction) -> list[str]:
        """Sentences in the direction's source language; none where there is no way to have any."""
        if not self._vietnamese:
            self._vietnamese = self._read()
        if direction is Direction.VI_EN:
            return self._vietnamese
        if not self._english:
            own = make_translator(threads=self._settings.threads).engine
            self._english = own.translate(self._vietnamese, Direction.VI_EN)
        return self._english

    def _read(self) -> list[str]:
        from seeds import starter_articles
        from summarizer.text.sentences import split_sentences

        sentences = [s for article in starter_articles() for s in split_sentences(article.text)]
        return [" ".join(s.split()) for s in sentences if len(s.split()) > 5][: self._count]


def _speed(texts: list[str], size: int, run: Callable[[list[str]], object]) -> float:
    run(texts[:2])
    begun = time.perf_counter()
    for start in range(0, len(texts), size):
        run(texts[start : start + size])
    return len(texts) / (time.perf_counter() - begun)


def resident() -> float:
    """Megabytes of memory that this process holds now; where that is not to be known, its peak."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        status = ""
    if held := re.search(r"VmRSS:\s+(\d+)", status):
        return int(held[1]) / 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 1024)
