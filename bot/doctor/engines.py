"""The engines: which models are shipped, which are in use, whether they work."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

from bot.doctor.findings import Finding, Level
from bot.settings import Settings

DEMAND = "Bộ trưởng yêu cầu các đơn vị khẩn trương hoàn thành nhiệm vụ được giao trong quý này."
SAMPLE = "Hội nghị diễn ra tại Hà Nội ngày 14 tháng 12 năm 2021."


def translation(settings: Settings) -> Iterator[Finding]:
    from translations import TranslationError, make_engine
    from translations.engines.compact import shipped_models
    from translations.engines.manifest import find_manifests

    manifests, errors = find_manifests(shipped_models())
    for error in errors:
        yield Finding("translation", Level.WRONG, error.message, error.advice)
    for manifest in manifests:
        megabytes = sum(file.bytes for file in manifest.files) / 1e6
        directions = ", ".join(sorted(manifest.directions))
        try:
            manifest.check()
        except TranslationError as error:
            yield Finding("translation", Level.WRONG, str(error))
            continue
        yield Finding(
            "translation",
            Level.OK,
            f"shipped model {manifest.name}-{manifest.version}, {directions}, {megabytes:.0f} MB; "
            f"licence of the weights: {manifest.licence}",
        )
        if not (manifest.folder / manifest.licence_file).is_file():
            yield Finding(
                "translation",
                Level.WRONG,
                f"the licence of {manifest.folder.name} is missing: {manifest.licence_file}",
                "install the package again",
            )
    try:
        engine = make_engine(
            settings.translator, threads=settings.threads, installed=settings.data_dir / "models"
        )
        directions = ", ".join(sorted(engine.directions))
    except TranslationError as error:
        yield Finding("translation", Level.WRONG, str(error), "see BRIEFING_TRANSLATOR")
        return
    missing = " and ".join(
        direction for direction in ("vi-en", "en-vi") if direction not in engine.directions
    )
    if settings.translator == "none":
        yield Finding("translation", Level.NOTE, "switched off: BRIEFING_TRANSLATOR=none")
        return
    yield Finding(
        "translation",
        Level.NOTE if missing else Level.OK,
        f"in use: {engine.name}, {directions or 'nothing'}"
        + (f"; {missing} is not available" if missing else ""),
        "BRIEFING_TRANSLATOR=hub:NAME sets a model that has it" if missing else "",
    )
    yield from _try_engine(settings)


def _try_engine(settings: Settings) -> Iterator[Finding]:
    from translations import Direction, TranslationError, make_translator

    warnings: list[str] = []
    try:
        begun = time.perf_counter()
        translator = make_translator(
            settings.translator,
            threads=settings.threads,
            installed=settings.data_dir / "models",
            warn=warnings.append,
            second_opinion=settings.second_opinion,
        )
        if Direction.VI_EN not in translator.directions:
            return
        [translation] = translator.translate([SAMPLE], Direction.VI_EN)
        seconds = time.perf_counter() - begun
    except TranslationError as error:
        yield Finding("translation", Level.WRONG, str(error))
        return
    for warning in warnings:
        yield Finding("translation", Level.WRONG, warning)
    yield Finding(
        "translation", Level.OK, f"tried: “{translation.text}” ({seconds:.1f} s with loading)"
    )


def facts(settings: Settings) -> Iterator[Finding]:
    if settings.reader == "none":
        yield Finding("facts", Level.NOTE, "by rules alone: BRIEFING_READER=none")
        return
    from summarizer.reading import Passage, Reader, ReaderUnavailable, shipped_reader

    try:
        begun = time.perf_counter()
        reader = Reader(shipped_reader())
        [[reading]] = reader.read([Passage((DEMAND,))])
        seconds = time.perf_counter() - begun
    except ReaderUnavailable as error:
        yield Finding("facts", Level.WRONG, str(error), "install the package again")
        return
    megabytes = sum(file.stat().st_size for file in shipped_reader().iterdir()) / 1e6
    probability = 1 / (1 + math.exp(-reading.task))
    yield Finding(
        "facts",
        Level.OK if probability > 0.5 else Level.WRONG,
        f"rules and a shipped reader, {megabytes:.0f} MB, weights for research use; tried: "
        f"“{DEMAND}” is a task with probability {probability:.2f} ({seconds:.1f} s with loading)",
    )


def summaries(settings: Settings) -> Iterator[Finding]:
    if not settings.summarizer.startswith("hub:"):
        yield Finding("summaries", Level.OK, "extracts, no model; part of the code (MIT)")
        return
    from summarizer import Document, HubSummarizer, SummarizerUnavailable, summarize

    name = settings.summarizer.removeprefix("hub:")
    try:
        summary = summarize(Document.of("", [SAMPLE]), 1, model=HubSummarizer(name))
    except SummarizerUnavailable as error:
        yield Finding("summaries", Level.WRONG, str(error), "see BRIEFING_SUMMARIZER")
    else:
        yield Finding(
            "summaries", Level.OK, f"hub model {name} ({summary.method}); mind its own licence"
        )
