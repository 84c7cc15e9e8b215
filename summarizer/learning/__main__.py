"""Learn the weights of the ranker and write the weight file.

    python -m summarizer.learning --data FOLDER [--articles N] [--out FILE]

Reads VietNews (training part) and VietnameseMDS below the data folder. The same data, number of
articles give the same file. Some minutes on one core.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.learning.captions import learn_captions, read_first_lines
from summarizer.learning.choices import Choices, pairs
from summarizer.learning.corpus import CorpusUnreadable, read_vietnamesemds, read_vietnews
from summarizer.learning.fitting import FOLDS, Learned, LearningUnavailable, learn
from summarizer.learning.telling import evidence, learn_telling
from summarizer.weights import names_of

OUT = Path(__file__).parents[1] / "weights.toml"

_HEAD = """\
# What each feature of a sentence counts in the ranking. Written by `python -m summarizer.learning`;
# the features are described in features.py, the method in learning/. The number after each weight
# is its effect: the weight times the spread of the feature in the data. Only differences between
# sentences of one text matter. `redundancy` is taken off for likeness with what is taken already.
# [several] weighs pairs of words: `base` and the weighted sum are the log odds that people use one.
# [caption] weighs the first line of a body (caption_lines.py): the log odds that it is a caption.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m summarizer.learning", description=(__doc__ or "").split("\n", 1)[0]
    )
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("BRIEFING_DATA", "data")))
    parser.add_argument("--articles", type=int, default=None, help="only the first N of VietNews")
    parser.add_argument("--out", type=Path, default=OUT, help="the weight file to write")
    chosen = parser.parse_args(arguments)
    try:
        articles = read_vietnews(chosen.data, "train", chosen.articles)
        clusters = read_vietnamesemds(chosen.data)
        lines = read_first_lines(chosen.data, "train", chosen.articles)
        one = learn(list(_each(map(pairs, articles), len(articles))), names_of("one"))
        several = learn_telling([one for one in map(evidence, clusters) if one is not None])
        captions = learn_captions(lines)
    except (CorpusUnreadable, LearningUnavailable, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command speaks to its terminal
        return 2
    text = _HEAD + one_table(one, len(articles)) + several_table(several, len(clusters))
    text += caption_table(captions, len(lines))
    chosen.out.write_text(text, encoding="utf-8")
    print(text)  # noqa: T201 - a command speaks to its terminal
    return 0


def one_table(learned: Learned, articles: int) -> str:
    """The part of the weight file for one article."""
    return _table(
        "one",
        learned,
        f"VietNews train, {articles} articles, pairs of sentences",
        "ROUGE-1 + ROUGE-2 / 2 of the best choice",
        f"redundancy = {learned.weights.redundancy:.3f}",
    )


def several_table(learned: Learned, clusters: int) -> str:
    """The part of the weight file for several articles on one event."""
    return _table(
        "several",
        learned,
        f"VietnameseMDS, {clusters} clusters, pairs of words",
        "log likelihood of the pairs of words",
        f"base = {learned.weights.base:.3f}",
    )


def caption_table(learned: Learned, lines: int) -> str:
    """The part of the weight file for captions that stand in the body."""
    return _table(
        "caption",
        learned,
        f"VietNews train, first lines of {lines} articles",
        "log likelihood that the line is a caption or none",
        f"base = {learned.weights.base:.3f}",
    )


def _each(found: Iterable[Choices | None], total: int) -> Iterator[Choices]:
    for number, choices in enumerate(found, 1):
        if number % 1000 == 0 or number == total:
            print(f"\r{number:,} of {total:,} articles", end="", file=sys.stderr)  # noqa: T201 - progress
        if choices is not None:
            yield choices
    print(file=sys.stderr)  # noqa: T201 - progress


def _table(task: str, learned: Learned, data: str, measure: str, constant: str) -> str:
    found = ", ".join(f"{penalty:g}: {score:.4f}" for penalty, score in learned.expected.items())
    lines = [
        "",
        f"[{task}]",
        f'data = "{data}"',
        f"# {measure} in {FOLDS}-fold cross-validation, by penalty:",
        f"# {found}",
        f"penalty = {learned.penalty:g}",
        constant,
        "",
        f"[{task}.weights]",
    ]
    width = max(len(name) for name in learned.effects)
    for name, value in learned.weights.values.items():
        lines.append(f"{name:<{width}} = {value:9.3f}  # {learned.effects[name]:+.2f}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
