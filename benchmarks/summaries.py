"""Summaries against those that people wrote: ROUGE, differences with intervals, speed.

    python -m benchmarks.summaries [--data FOLDER] [--articles N] [--clusters N]

VietNews (validation part): one article, two sentences, the paper's own lead as reference. The
weights were learned on the training part only. English: 27 articles whose first paragraph is the
reference, and their Vietnamese translations, see ``benchmarks.running_articles``; no weight was
learned on English. VietnameseMDS: two to five articles on one event,
cut at 170 words, two references (scores averaged); for every cluster the weights were learned on
the folds without it. "summarizer" is there what the bot does with several articles: nothing is left
hanging, and no sentence is exchanged so that who, when and where are said. The rows after it show
what the first costs (no other method here has such a rule) and what the second would. TextRank and
LexRank are those of sumy (``pip install '.[benchmarks]'``). The oracle takes sentence by sentence
what raises ROUGE-1 + ROUGE-2 most. Last comes what one article of 30 sentences takes.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.facts import timing
from benchmarks.facts_gold import GoldUnreadable, read_gold
from benchmarks.peers import Length, Method, biased_lexrank, fixed_mix, lead, method_of, oracle
from benchmarks.running_articles import read_running
from summarizer.extract import extract, extract_many
from summarizer.learning.corpus import Case, CorpusUnreadable, read_vietnamesemds, read_vietnews
from summarizer.learning.rouge import rouge
from summarizer.learning.telling import evidence, learn_telling
from summarizer.vectors import Floats, tokens
from summarizer.weights import Weights

ONE = Length(sentences=2)
SEVERAL = Length(words=170)
FOLDS = 5
RESAMPLES = 2000
SEED = 1
OURS = "summarizer"
COMPLETED = "… and who, when, where"
LEANING = "… leaning sentences too"
SIGNATURE = (
    "ROUGE-1, -2, -L: F1 = 2 * common / (words of candidate + words of reference), x 100; clipped "
    "n-grams, longest common subsequence of whole texts. Words: runs of Unicode letters and digits "
    "in lower case (a Vietnamese syllable with its marks is one), tone of oa, oe, uy unified; no "
    f"stemming, no stop words. Intervals: paired bootstrap, {RESAMPLES} resamples, seed {SEED}."
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("BRIEFING_DATA", "data")))
    parser.add_argument("--articles", type=int, default=None, help="only the first N articles")
    parser.add_argument("--clusters", type=int, default=None, help="only the first N clusters")
    chosen = parser.parse_args()
    try:
        articles = read_vietnews(chosen.data, "val", chosen.articles)
        clusters = read_vietnamesemds(chosen.data, chosen.clusters)
        english, translated = (read_running(chosen.data, language) for language in ("en", "vi"))
    except CorpusUnreadable as error:
        print(error, file=sys.stderr)
        return 2
    console = Console(width=110)
    console.print(SIGNATURE + "\n", highlight=False)
    peers: dict[str, Method] = {"LEAD": method_of(lead)}
    try:
        from benchmarks.peers import sumy_methods

        peers |= sumy_methods()
    except ImportError:
        console.print(
            "sumy is not installed: TextRank and LexRank are left out (pip install '.[benchmarks]')",
            markup=False,
        )
    peers["fixed mix"] = method_of(fixed_mix)
    best = {"oracle": method_of(oracle)}

    def ours(case: Case, length: Length) -> list[str]:
        return tokens(extract(case.documents[0], length.sentences).text)

    console.print(
        _measured(
            f"VietNews validation, {len(articles):,} articles, {ONE.sentences} sentences",
            articles,
            ONE,
            peers | {OURS: ours} | best,
        )
    )
    for name, running in (("English", english), ("The same in Vietnamese", translated)):
        title = f"{name}, {len(running)} articles, {ONE.sentences} sentences"
        console.print(_measured(title, running, ONE, peers | {OURS: ours} | best))
    if clusters:
        console.print(_several(clusters, peers, best))
    try:
        console.print(timing(read_gold("development", chosen.data)))
    except GoldUnreadable as error:
        console.print(f"no times: {error}")
    return 0


def _several(clusters: Sequence[Case], peers: dict[str, Method], best: dict[str, Method]) -> Table:
    """The table of several articles, weights learned without the fold of the cluster."""
    weights = _by_fold(clusters)
    fold_of = {id(cluster): number % FOLDS for number, cluster in enumerate(clusters)}

    def ours_on_several(
        case: Case, length: Length, *, complete: bool = False, standing: bool = True
    ) -> list[str]:
        found = extract_many(
            case.documents,
            None,
            words=length.words,
            complete=complete,
            standing=standing,
            weights=weights[fold_of[id(case)]],
        )
        return length.cut(tokens(found.text))

    own = {
        OURS: ours_on_several,
        LEANING: partial(ours_on_several, standing=False),
        COMPLETED: partial(ours_on_several, complete=True),
    }
    return _measured(
        f"VietnameseMDS, {len(clusters)} clusters, {SEVERAL.words} words, weights of {FOLDS} folds",
        clusters,
        SEVERAL,
        peers | {"lead-biased LexRank": method_of(biased_lexrank)} | own | best,
    )


def _by_fold(clusters: Sequence[Case]) -> list[Weights]:
    """For each fold the weights learned without it, their penalty too."""
    parts = [evidence(cluster) for cluster in clusters]
    return [
        learn_telling(
            [
                part
                for number, part in enumerate(parts)
                if number % FOLDS != fold and part is not None
            ]
        ).weights
        for fold in range(FOLDS)
    ]


def _measured(
    title: str, cases: Sequence[Case], length: Length, methods: dict[str, Method]
) -> Table:
    scores: dict[str, Floats] = {}
    speeds: dict[str, float] = {}
    for name, method in methods.items():
        started = time.process_time()
        found = [method(case, length) for case in cases]
        speeds[name] = len(cases) / (time.process_time() - started)
        scores[name] = 100 * np.array(
            [
                np.mean([rouge(words, reference) for reference in case.references], axis=0)
                for case, words in zip(cases, found, strict=True)
            ]
        )
    table = Table(title=title)
    for column in ("method", "ROUGE-1", "ROUGE-2", "ROUGE-L", f"ROUGE-1: {OURS} above it", "per s"):
        table.add_column(column, justify="left" if column == "method" else "right")
    for name, its in scores.items():
        means = (f"{mean:.2f}" for mean in its.mean(axis=0))
        above = "" if name == OURS else _difference(scores[OURS][:, 0] - its[:, 0])
        table.add_row(name, *means, above, f"{speeds[name]:,.0f}")
    return table


def _difference(differences: Floats) -> str:
    """Mean and 95 % interval of paired differences."""
    rng = np.random.default_rng(SEED)
    picks = rng.integers(len(differences), size=(RESAMPLES, len(differences)))
    low, high = np.percentile(differences[picks].mean(axis=1), (2.5, 97.5))
    return f"{differences.mean():+.2f} [{low:+.2f}, {high:+.2f}]"


if __name__ == "__main__":
    sys.exit(main())
