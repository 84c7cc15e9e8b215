"""How sure the reader must be: F1 of the validation set for different thresholds.

    python -m benchmarks.facts_thresholds [--data FOLDER] [--half validation]

Tasks: below which log-odds a task of the rules is dropped (rows), and from which a sentence without
one is a task (columns). Conferences: how likely the words of a name of the rules must be within one
(rows), and a name that no rule has cut (columns).
The thresholds in use are marked; they stand in ``summarizer.facts``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.facts import HELD_OUT, SETS, found
from benchmarks.facts_gold import Article, GoldUnreadable, read_gold
from benchmarks.facts_scoring import Part, Total, score
from summarizer.facts.events import readings as event_readings
from summarizer.facts.tasks import tasks
from summarizer.reading import Passage, Reader, Reading, shipped_reader

KEPT = (-6.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0)
ADDED = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
LIKELY = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8)
NAMED = (0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1.0)


class Remembered:
    """A reader that reads each article once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._read: dict[tuple[Passage, ...], list[list[Reading]]] = {}

    def read(self, passages: Sequence[Passage]) -> list[list[Reading]]:
        article = tuple(passages)
        if article not in self._read:
            self._read[article] = self._reader.read(article)
        return self._read[article]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("BRIEFING_DATA", "data")))
    parser.add_argument("--reader", type=Path, default=shipped_reader())
    parser.add_argument(
        "--half", choices=[its for its in SETS if its not in HELD_OUT], default="validation"
    )
    chosen = parser.parse_args()
    try:
        articles = read_gold(chosen.half, chosen.data)
    except GoldUnreadable as error:
        print(error, file=sys.stderr)
        return 2
    reader = Remembered(Reader(chosen.reader))

    def f1(part: Part) -> float:
        return 100 * total(articles, part, reader).f1

    console = Console(width=100, highlight=False)
    table = Table("rules dropped below", *map(str, ADDED), title="tasks, F1; added from:")
    used = tasks.KEPT, tasks.ADDED
    for tasks.KEPT in KEPT:
        cells = []
        for tasks.ADDED in ADDED:
            star = "*" if used == (tasks.KEPT, tasks.ADDED) else ""
            cells.append(f"{f1(Part.TASKS):.1f}{star}")
        table.add_row(str(tasks.KEPT), *cells)
    tasks.KEPT, tasks.ADDED = used
    console.print(table)
    table = Table("rules from", *map(str, NAMED), title="conferences, F1; names from:")
    likely = event_readings.KEPT, event_readings.NAMED
    for event_readings.KEPT in LIKELY:
        cells = []
        for event_readings.NAMED in NAMED:
            star = "*" if likely == (event_readings.KEPT, event_readings.NAMED) else ""
            cells.append(f"{f1(Part.CONFERENCES):.1f}{star}")
        table.add_row(str(event_readings.KEPT), *cells)
    event_readings.KEPT, event_readings.NAMED = likely
    console.print(table)
    return 0


def total(articles: Sequence[Article], part: Part, reader: Remembered) -> Total:
    """Right, found and marked of a part in all articles."""
    outcomes = []
    for article in articles:
        if part not in article.parts:
            continue
        answer = found(article.title, article.lead, article.paragraphs, reader)
        outcomes.append(score(article.marks, answer, article.bylines)[part])
    return Total.of(outcomes)


if __name__ == "__main__":
    sys.exit(main())
