"""Train the reader and write its model.

    python -m summarizer.reading.training --data FOLDER --start FOLDER --work WORK --out MODEL
    python -m summarizer.reading.training --settings FILE --reader FOLDER … --out MODEL

``--start`` is a BART model in the hub's format with its ``spm.model``, as ``python -m
translations.training widen`` writes it; ``--reader`` a finished reader that learns further lessons.
The recipe has several lessons: what all but the last one taught is kept in the work folder and not
learnt again, as long as recipe, seed and start are the same. Needs torch (the extra ``training``).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from summarizer.reading.training.marks import (
    Marked,
    MarksUnreadable,
    mark_by_rules,
    read_marked,
    rows,
)
from summarizer.reading.training.settings import NOTES, Pace, notes_of

LEARNT = "lesson-{}.pt"
"""The weights after a lesson, the first of which are the rules' marks."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    from summarizer.reading.training.settings import DEFAULT, load_recipe

    parser = argparse.ArgumentParser(
        prog="python -m summarizer.reading.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    data = os.environ.get("BRIEFING_DATA", "data")
    parser.add_argument("--settings", type=Path, default=DEFAULT)
    parser.add_argument("--data", type=Path, default=Path(data))
    parser.add_argument("--gold", type=Path, default=Path("benchmarks") / "gold")
    begun = parser.add_mutually_exclusive_group(required=True)
    begun.add_argument("--start", type=Path, help="a BART model with spm.model")
    begun.add_argument("--reader", type=Path, help="a finished reader, to go on from")
    parser.add_argument("--seed", type=int, help="instead of the recipe's")
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--out", type=Path, required=True, help="folder of the finished reader")
    chosen = parser.parse_args(arguments)
    try:
        recipe = load_recipe(chosen.settings)
        _run(chosen, recipe if chosen.seed is None else replace(recipe, seed=chosen.seed))
    except MarksUnreadable as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201 - a command speaks to its terminal
        return 1
    return 0


def _run(chosen: argparse.Namespace, recipe: Any) -> None:
    import sentencepiece
    import torch

    from summarizer.reading.training.examples import examples_of
    from summarizer.reading.training.exporting import export
    from summarizer.reading.training.network import Network, load_encoder, load_finished

    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311 - no secret
    if chosen.reader:
        network, pieces = load_finished(chosen.reader, recipe.dropout)
    else:
        encoder, pieces = load_encoder(chosen.start, recipe.layers, recipe.dropout)
        network = Network(encoder)
    model = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    chosen.work.mkdir(parents=True, exist_ok=True)
    sets = {name for lesson in recipe.lessons for name in lesson.sets}
    marked = {
        name: read_marked(chosen.gold / f"facts-{name}.jsonl", chosen.data) for name in sorted(sets)
    }
    lessons: list[tuple[Pace, Callable[[], Sequence[Marked]]]] = [
        (lesson.pace, partial(_together, marked, lesson.sets)) for lesson in recipe.lessons
    ]
    if recipe.rules is not None:
        # nor those that measure, whoever marks them
        ours = {line["id"] for file in chosen.gold.glob("facts-*.jsonl") for line in rows(file)}
        lessons.insert(0, (recipe.rules, lambda: mark_by_rules(chosen.data, recipe.articles, ours)))
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8")) | {"seed": recipe.seed}
    notes: dict[str, Any] = {"articles": [], "curve": [], "settings": settings}
    if chosen.reader:
        notes["before"] = notes_of(chosen.reader)
    begun = str((chosen.reader or chosen.start).resolve())
    learnt: list[int] = []
    kept = notes_of(chosen.work)
    if kept and kept.pop("begun", None) == begun and kept["settings"] == settings:
        files = [chosen.work / LEARNT.format(at) for at in range(len(lessons) - 1)]
        learnt = [at for at, file in enumerate(files) if file.is_file()]
    if kept and learnt:
        weights = torch.load(chosen.work / LEARNT.format(learnt[-1]), weights_only=True)
        network.load_state_dict(weights)
        notes = kept
    for at, (pace, articles) in enumerate(lessons):
        if learnt and at <= learnt[-1]:
            continue
        before = {name: weight.clone() for name, weight in network.state_dict().items()}
        read = articles()
        notes["articles"].append(len(read))
        _learn(network, list(examples_of(read, model, chance)), pace, chance, notes)
        if at < len(lessons) - 1:
            torch.save(network.state_dict(), chosen.work / LEARNT.format(at))
            text = json.dumps(notes | {"begun": begun})
            (chosen.work / NOTES).write_text(text, encoding="utf-8")
    if chosen.reader or len(lessons) > 1:
        network.load_state_dict({
            name: torch.lerp(weight, before[name], recipe.before_last)
            for name, weight in network.state_dict().items()
        })  # fmt: skip
    export(network, pieces, chosen.out)
    (chosen.out / NOTES).write_text(json.dumps(notes, indent=1), encoding="utf-8")


def _together(marked: Mapping[str, Sequence[Marked]], sets: Sequence[str]) -> list[Marked]:
    return [article for name in sets for article in marked[name]]


def _learn(
    network: Any, examples: Sequence[Any], pace: Any, chance: random.Random, notes: dict[str, Any]
) -> None:
    from summarizer.reading.training.fitting import fit

    began = time.monotonic()
    stage = []
    tasks = [its.task for example in examples for its in example.passages].count(1)
    print(f"{len(examples)} windows, {tasks} passages with tasks", flush=True)  # noqa: T201 - the command's own progress
    for step, loss in fit(network, examples, pace, chance):
        minutes = (time.monotonic() - began) / 60
        stage.append({"step": step, "minutes": round(minutes, 1), "loss": round(loss, 3)})
        print(stage[-1], flush=True)  # noqa: T201 - the command's own progress
    notes["curve"].append(stage)


if __name__ == "__main__":
    sys.exit(main())
