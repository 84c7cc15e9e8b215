"""The first step: from the sources to one file of pairs, with their terms, and a dev set."""

from __future__ import annotations

import json
import random
from dataclasses import asdict
from pathlib import Path
from typing import Any

from translations.terminology import Glossary
from translations.training.annotation import find_spans
from translations.training.corpus import Pair, checksum, fits, key, measuring_keys, read_pairs
from translations.training.settings import Recipe

Row = list[Any]
"""``[source, target, [[start, end, target term], …]]``."""


def prepare(recipe: Recipe, data: Path, work: Path) -> dict[str, Any]:
    """Write ``train.jsonl`` (one source name and row a line), ``dev.jsonl`` and ``data.json``.

    Pairs of which either side stands in a measuring set are left out, as are pairs seen before
    and pairs that cannot be translations by their lengths.

    Returns:
        What was read, kept and left out, by source; also written to ``data.json``.
    """
    work.mkdir(parents=True, exist_ok=True)
    glossary = Glossary.load()
    measured = measuring_keys(data)
    seen: set[tuple[str, str]] = set()
    report: dict[str, Any] = {}
    dev: list[Pair] = []
    chance = random.Random(recipe.seed)  # noqa: S311 - no secret
    with (work / "train.jsonl").open("w", encoding="utf-8") as out:
        for source in recipe.sources:
            if source.research and not recipe.research_sources:
                continue
            path = data / "corpus" / source.file
            counts = {"read": 0, "kept": 0, "measured": 0, "twice": 0, "unfit": 0}
            kept: list[Pair] = []
            for pair in read_pairs(path):
                counts["read"] += 1
                keys = key(pair.vi), key(pair.en)
                if keys[0] in measured or keys[1] in measured:
                    counts["measured"] += 1
                elif keys in seen:
                    counts["twice"] += 1
                elif not fits(pair):
                    counts["unfit"] += 1
                else:
                    seen.add(keys)
                    kept.append(pair)
            if source.name in recipe.dev.sources:
                chance.shuffle(kept)
                share = recipe.dev.sentences // len(recipe.dev.sources)
                dev += kept[:share]
                kept = kept[share:]
            counts["kept"] = len(kept)
            for pair in kept:
                row = _row(pair, recipe, glossary)
                out.write(json.dumps([source.name, *row], ensure_ascii=False) + "\n")
            report[source.name] = counts | {"sha256": checksum(path), "share": source.share}
    with (work / "dev.jsonl").open("w", encoding="utf-8") as out:
        for pair in dev:
            out.write(json.dumps(_row(pair, recipe, glossary), ensure_ascii=False) + "\n")
    summary = {
        "direction": recipe.direction.value,
        "research_sources": recipe.research_sources,
        "sources": report,
        "dev": asdict(recipe.dev),
        "glossary": glossary.version,
    }
    (work / "data.json").write_text(json.dumps(summary, indent=1), encoding="utf-8")
    return summary


def _row(pair: Pair, recipe: Recipe, glossary: Glossary) -> Row:
    spans = find_spans(pair, glossary, recipe.direction)
    sides = (pair.vi, pair.en) if recipe.direction.source == "vi" else (pair.en, pair.vi)
    return [*sides, [[span.start, span.end, span.target] for span in spans]]
