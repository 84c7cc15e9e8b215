"""Summaries against the leads that newspapers wrote: ROUGE and speed.

    python -m benchmarks.summaries [--data FOLDER] [--articles N]

Reads ``corpus/summaries/vietnews-val.jsonl.gz`` below the data folder: articles with the paper's
own lead as reference and the sentences of the body. Every method picks two sentences.

ROUGE-1, -2 and -L are F1 = 2PR / (P + R) over the words of ``summarizer.text.folding.words`` in
lower case (Unicode letters and digits; Vietnamese syllables with their marks), by clipped counts of
n-grams and by the longest common subsequence of the whole texts, averaged over articles, × 100.
An ASCII tokeniser would inflate the same output by twenty points.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from summarizer.document import Document, Sentence
from summarizer.extract import extract
from summarizer.ranking import PLAIN_MIX
from summarizer.vectors import tokens

SENTENCES = 2
NOTES = {
    "LEAD": (28.5, 14.9, 20.5),
    "TextRank": (25.8, 12.5, 18.1),
    "LexRank": (26.6, 13.0, 19.2),
    "fixed mix": (30.4, 16.4, 22.0),
    "oracle": (45.4, 30.6, 35.1),
}
"""Measured once on the VietNews test set, as a yardstick: another set, so compare distances."""


def rouge(candidate: Sequence[str], reference: Sequence[str]) -> tuple[float, float, float]:
    """ROUGE-1, ROUGE-2 and ROUGE-L F1 of two lists of words, 0 to 1."""
    return (
        _overlap(candidate, reference, 1),
        _overlap(candidate, reference, 2),
        _f1(_common(candidate, reference), len(candidate), len(reference)),
    )


def _overlap(candidate: Sequence[str], reference: Sequence[str], n: int) -> float:
    ours, theirs = (
        Counter(zip(*(text[start:] for start in range(n)), strict=False))
        for text in (candidate, reference)
    )
    return _f1(sum((ours & theirs).values()), ours.total(), theirs.total())


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence, by bit-parallel dynamic programming (Hyyrö 2004)."""
    masks: dict[str, int] = {}
    for index, word in enumerate(one):
        masks[word] = masks.get(word, 0) | 1 << index
    full = (1 << len(one)) - 1
    row = full
    for word in other:
        match = row & masks.get(word, 0)
        row = ((row + match) | (row - match)) & full
    return len(one) - row.bit_count()


def _f1(common: int, ours: int, theirs: int) -> float:
    return 2 * common / (ours + theirs) if ours and theirs else 0.0


def document_of(row: dict[str, object]) -> Document:
    """An article of the set: every sentence a paragraph, as the set knows no paragraphs."""
    texts = tuple(str(text) for text in row["document"])  # type: ignore[attr-defined]
    return Document(
        title=str(row["title"]),
        paragraphs=texts,
        sentences=tuple(Sentence(n, n, text) for n, text in enumerate(texts)),
    )


METHODS: dict[str, Callable[[Document], str]] = {
    "LEAD": lambda d: " ".join(s.text for s in d.sentences[:SENTENCES]),
    "fixed mix": lambda d: extract(d, SENTENCES, weights=PLAIN_MIX).text,
    "summarizer": lambda d: extract(d, SENTENCES).text,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("BRIEFING_DATA", "../shared"))
    )
    parser.add_argument("--articles", type=int, default=None, help="only the first N")
    chosen = parser.parse_args()
    path = chosen.data / "corpus" / "summaries" / "vietnews-val.jsonl.gz"
    if not path.is_file():
        print(f"{path}: not there; name the data folder with --data", file=sys.stderr)
        return 2
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][: chosen.articles]
    documents = [document_of(row) for row in rows]
    references = [tokens(row["summary"]) for row in rows]

    table = Table(title=f"VietNews validation, {len(rows):,} articles, {SENTENCES} sentences")
    for column in (
        "method",
        "ROUGE-1",
        "ROUGE-2",
        "ROUGE-L",
        "articles/s",
        "noted on the test set",
    ):
        table.add_column(column, justify="left" if column == "method" else "right")
    for name, method in METHODS.items():
        started = time.perf_counter()
        found = [method(document) for document in documents]
        taken = time.perf_counter() - started
        scores = [
            rouge(tokens(text), reference)
            for text, reference in zip(found, references, strict=True)
        ]
        means = [100 * sum(column) / len(scores) for column in zip(*scores, strict=True)]
        noted = "/".join(f"{value:.1f}" for value in NOTES[name]) if name in NOTES else ""
        table.add_row(name, *(f"{mean:.2f}" for mean in means), f"{len(rows) / taken:,.0f}", noted)
    for name in NOTES.keys() - METHODS.keys():
        table.add_row(name, "", "", "", "", "/".join(f"{value:.1f}" for value in NOTES[name]))
    Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
