"""Train the reader and write its model.

    python -m summarizer.reading.training --data FOLDER --start FOLDER --work WORK --out MODEL

``--start`` is a BART model in the hub's format with its ``spm.model``, as ``python -m
translations.training widen`` writes it. What the rules' marks taught is kept in the work folder
and not learnt again. Needs torch (the extra ``training``).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.reading.training.marks import Marked, MarksUnreadable, mark_by_rules, read_marked

RULES = "rules.pt"
NOTES = "training.json"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    from summarizer.reading.training.settings import DEFAULT, load_recipe

    parser = argparse.ArgumentParser(
        prog="python -m summarizer.reading.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    data = os.environ.get("BRIEFING_DATA", "../shared")
    parser.add_argument("--settings", type=Path, default=DEFAULT)
    parser.add_argument("--data", type=Path, default=Path(data))
    parser.add_argument("--gold", type=Path, default=Path("benchmarks") / "gold")
    parser.add_argument("--start", type=Path, required=True, help="a BART model with spm.model")
    parser.add_argument("--work", type=Path, default=Path("work"))
    parser.add_argument("--out", type=Path, required=True, help="folder of the finished reader")
    chosen = parser.parse_args(arguments)
    try:
        _run(chosen, load_recipe(chosen.settings))
    except MarksUnreadable as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201 - a command speaks to its terminal
        return 1
    return 0


def _run(chosen: argparse.Namespace, recipe: Any) -> None:
    import sentencepiece
    import torch

    from summarizer.reading.training.examples import examples_of
    from summarizer.reading.training.exporting import export
    from summarizer.reading.training.network import Network, load_encoder

    def marked(name: str) -> list[Marked]:
        return read_marked(chosen.gold / f"facts-{name}.jsonl", chosen.data)

    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311 - no secret
    encoder, pieces = load_encoder(chosen.start, recipe.layers, recipe.dropout)
    network = Network(encoder)
    model = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    chosen.work.mkdir(parents=True, exist_ok=True)
    read = [article for name in recipe.sets for article in marked(name)]
    before = chosen.work / RULES
    notes: dict[str, Any] = {
        "settings": tomllib.loads(chosen.settings.read_text(encoding="utf-8")),
        "articles": {"marked": len(read)},
        "curve": [],
    }
    if recipe.articles and not before.is_file():
        others = mark_by_rules(chosen.data, recipe.articles, {article.id for article in read})
        notes["articles"]["rules"] = len(others)
        _learn(network, list(examples_of(others, model)), recipe.rules, chance, notes)
        torch.save(network.state_dict(), before)
        (chosen.work / NOTES).write_text(json.dumps(notes), encoding="utf-8")
    elif recipe.articles:
        network.load_state_dict(torch.load(before, weights_only=True))
        earlier = json.loads((chosen.work / NOTES).read_text(encoding="utf-8"))
        notes["articles"]["rules"] = earlier["articles"]["rules"]
        notes["curve"] = earlier["curve"]
    _learn(network, list(examples_of(read, model)), recipe.marks, chance, notes)
    export(network, pieces, chosen.out)
    (chosen.out / NOTES).write_text(json.dumps(notes, indent=1), encoding="utf-8")


def _learn(
    network: Any, examples: Sequence[Any], pace: Any, chance: random.Random, notes: dict[str, Any]
) -> None:
    from summarizer.reading.training.fitting import fit

    began = time.monotonic()
    stage = []
    print(f"{len(examples)} passages, {sum(e.task for e in examples)} with tasks", flush=True)  # noqa: T201 - the command's own progress
    for step, loss in fit(network, examples, pace, chance):
        minutes = (time.monotonic() - began) / 60
        stage.append({"step": step, "minutes": round(minutes, 1), "loss": round(loss, 3)})
        print(stage[-1], flush=True)  # noqa: T201 - the command's own progress
    notes["curve"].append(stage)


if __name__ == "__main__":
    sys.exit(main())
