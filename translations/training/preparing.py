"""The first step: from the sources to one file of pairs, with their terms, and a dev set."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

from translations.terminology import Glossary
from translations.training.annotation import find_spans
from translations.training.corpus import (
    Pair,
    checksum,
    fits,
    key,
    measuring_keys,
    path_of,
    read_pairs,
)
from translations.training.phrases import align, find_dull, find_phrases
from translations.training.prepared import Row, write_rows
from translations.training.settings import Recipe


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
    train: list[tuple[str, Pair]] = []
    for source in recipe.used:
        path = path_of(source, data, work)
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
        train += [(source.name, pair) for pair in kept]
        report[source.name] = counts | {"sha256": checksum(path), "share": source.share}
    rows = _rows([pair for _, pair in train], recipe, glossary, chance)
    write_rows(work, zip((name for name, _ in train), rows, strict=True))
    with (work / "dev.jsonl").open("w", encoding="utf-8") as out:
        for pair in dev:
            terms = find_spans(pair, glossary, recipe.direction)
            row = [*_sides(pair, recipe), [astuple(term) for term in terms], []]
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    summary = {
        "direction": recipe.direction.value,
        "research_sources": recipe.research_sources,
        "sources": report,
        "dev": asdict(recipe.dev),
        "glossary": glossary.version,
    }
    (work / "data.json").write_text(json.dumps(summary, indent=1), encoding="utf-8")
    return summary


def _rows(
    pairs: list[Pair], recipe: Recipe, glossary: Glossary, chance: random.Random
) -> Iterator[Row]:
    """The rows of the pairs, with random phrases where the recipe asks for them."""
    sides = [_sides(pair, recipe) for pair in pairs]
    links = align(sides) if recipe.annotation.phrases else [[] for _ in pairs]
    # English alone: a common Vietnamese syllable may be half of an uncommon word.
    dull = find_dull([pair.en for pair in pairs])
    for pair, (source, target), linked in zip(pairs, sides, links, strict=True):
        terms = find_spans(pair, glossary, recipe.direction)
        phrases = find_phrases(source, target, linked, chance, terms, dull)
        yield [source, target, *([astuple(span) for span in spans] for spans in (terms, phrases))]


def _sides(pair: Pair, recipe: Recipe) -> tuple[str, str]:
    return (pair.vi, pair.en) if recipe.direction.source == "vi" else (pair.en, pair.vi)
