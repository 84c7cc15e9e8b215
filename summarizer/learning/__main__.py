"""Learn the weights of the ranker and write the weight file.

    python -m summarizer.learning --data FOLDER [--articles N] [--out FILE]

Reads VietNews (training part) and VietnameseMDS below the data folder. The same data, number of
articles and seed give the same file. Some minutes on one core.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from summarizer.learning.choices import Choices, pairs, samples
from summarizer.learning.corpus import Case, CorpusUnreadable, read_vietnamesemds, read_vietnews
from summarizer.learning.fitting import FOLDS, Learned, LearningUnavailable, learn
from summarizer.weights import Weights, names_of

WORDS_OF_SEVERAL = 170
"""Length of a summary of several articles, in words."""
PRIOR_OF_SEVERAL = Weights({"lexrank": 10.0, "early": 10.0, "title": 5.0}, 10.0)
"""Lead-biased LexRank with position and title: some two hundred clusters only correct it."""
SEED = 1
OUT = Path(__file__).parents[1] / "weights.toml"

_HEAD = """\
# What each feature of a sentence counts in the ranking. Written by `python -m summarizer.learning`;
# the features are described in features.py, the method in learning/. The number after each weight
# is its effect: the weight times the spread of the feature in the data. Only differences between
# sentences of one text matter. `redundancy` is taken off for likeness with what is taken already.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m summarizer.learning", description=(__doc__ or "").split("\n", 1)[0]
    )
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("BRIEFING_DATA", "../shared"))
    )
    parser.add_argument("--articles", type=int, default=None, help="only the first N of VietNews")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, default=OUT, help="the weight file to write")
    chosen = parser.parse_args(arguments)
    try:
        articles = read_vietnews(chosen.data, "train", chosen.articles)
        clusters = read_vietnamesemds(chosen.data)
        one = learn(list(_each(map(pairs, articles), len(articles))), names_of("one"))
        several = learn(draw(clusters, chosen.seed), names_of("several"), PRIOR_OF_SEVERAL)
    except (CorpusUnreadable, LearningUnavailable, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command speaks to its terminal
        return 2
    text = _HEAD + "".join(
        _table(task, learned, data, chosen.seed)
        for task, learned, data in (
            ("one", one, f"VietNews train, {len(articles)} articles, pairs of sentences"),
            (
                "several",
                several,
                f"VietnameseMDS, {len(clusters)} clusters, {WORDS_OF_SEVERAL} words",
            ),
        )
    )
    chosen.out.write_text(text, encoding="utf-8")
    print(text)  # noqa: T201 - a command speaks to its terminal
    return 0


def draw(clusters: Iterable[Case], seed: int = SEED) -> list[Choices]:
    """Choices for several articles on one event; those of a cluster depend on its number only."""
    drawn = (
        samples(cluster, WORDS_OF_SEVERAL, np.random.default_rng([seed, number]))
        for number, cluster in enumerate(clusters)
    )
    return [one for one in drawn if one is not None]


def _each(found: Iterable[Choices | None], total: int) -> Iterator[Choices]:
    for number, choices in enumerate(found, 1):
        if number % 1000 == 0 or number == total:
            print(f"\r{number:,} of {total:,} articles", end="", file=sys.stderr)  # noqa: T201 - progress
        if choices is not None:
            yield choices
    print(file=sys.stderr)  # noqa: T201 - progress


def _table(task: str, learned: Learned, data: str, seed: int) -> str:
    found = ", ".join(f"{penalty:g}: {score:.4f}" for penalty, score in learned.expected.items())
    lines = [
        "",
        f"[{task}]",
        f'data = "{data}"',
        f"seed = {seed}",
        f"# ROUGE-1 + ROUGE-2 / 2 of the best choice in {FOLDS}-fold cross-validation, by penalty:",
        f"# {found}",
        f"penalty = {learned.penalty:g}",
        f"redundancy = {learned.weights.redundancy:.3f}",
        "",
        f"[{task}.weights]",
    ]
    width = max(len(name) for name in learned.effects)
    for name, value in learned.weights.values.items():
        lines.append(f"{name:<{width}} = {value:9.3f}  # {learned.effects[name]:+.2f}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
