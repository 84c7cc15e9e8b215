"""Facts against hand-made marks: persons, roles, statements, conferences, tasks; speed.

    python -m benchmarks.facts [--data FOLDER] [--errors]
        [--half development|…|development-6|validation|held-out|…|held-out-3|all]

The marks are in ``benchmarks/gold`` (positions only; README.md there has the rules of marking and of
matching), the articles in the data folder. Validation and held-out sets are for totals: ``--errors``
lists what was missed (-) and found falsely (+) in the development sets only. Persons are measured
on VLSP 2018 (development part) too, article by article, every name once under its fullest form.
Last comes what one article of 30 sentences takes from raw text to facts: cleaning, ranking, facts,
and what the learned reader takes beside.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.facts_gold import Article, GoldUnreadable, read_gold, read_vlsp
from benchmarks.facts_peers import fixed_words, names_after_titles, runs_of_capitals
from benchmarks.facts_scoring import (
    Answer,
    Event,
    Outcome,
    Part,
    Person,
    Said,
    Total,
    answer_of,
    score,
)
from summarizer.cleaning import clean
from summarizer.document import Document
from summarizer.facts import extract
from summarizer.ranking import rank
from summarizer.reading import Reader, Reads, shipped_reader

HELD_OUT = ("held-out", "held-out-2", "held-out-3")
UNREAD = ("validation", *HELD_OUT)
"""Sets whose mistakes are not looked at."""
SETS = ("development", *(f"development-{number}" for number in range(2, 7)), *UNREAD)
OURS = "summarizer"
RESAMPLES = 2000
SEED = 1
EXCERPT = 120
SENTENCES = 30

Find = Callable[[str, str, Sequence[str]], Answer]
"""A method: title, lead and paragraphs to facts."""
Scores = Mapping[Part, Sequence[Outcome]]
"""For each part the outcomes of the articles, in their order."""


def ours(title: str, lead: str, paragraphs: Sequence[str]) -> Answer:
    """What ``summarizer.facts`` finds with the shipped reader, as the bot does.

    Raises:
        ValueError: if a paragraph is empty, as the numbers of paragraphs then differ.
    """
    return found(title, lead, paragraphs, _reader())


@cache
def _reader() -> Reader:
    """The shipped reader: without it, what is measured would not be what the bot does."""
    return Reader(shipped_reader())


def rules_alone(title: str, lead: str, paragraphs: Sequence[str]) -> Answer:
    """What the rules find without the reader; raises the same."""
    return found(title, lead, paragraphs, None)


def found(title: str, lead: str, paragraphs: Sequence[str], reader: Reads | None) -> Answer:
    """What rules and reader find; raises the same."""
    document = Document.of(title, paragraphs, lead=lead)
    if len(document.paragraphs) != len(paragraphs):
        raise ValueError(f"{title!r} has empty paragraphs: take them out before marking it")
    return answer_of(extract(document, reader), document)


METHODS: Mapping[str, tuple[Find, tuple[Part, ...]]] = {
    "runs of capitals": (runs_of_capitals, (Part.PERSONS,)),
    "names after titles": (names_after_titles, (Part.PERSONS, Part.ROLES, Part.STATEMENTS)),
    "fixed words": (fixed_words, (Part.CONFERENCES, Part.TASKS)),
    "rules alone": (rules_alone, (Part.CONFERENCES, Part.TASKS)),
    OURS: (ours, tuple(Part)),
}
"""Each method with the parts that it answers."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("BRIEFING_DATA", "data")))
    parser.add_argument("--half", choices=(*SETS, "all"), default="all")
    parser.add_argument(
        "--errors", action="store_true", help="list the mistakes in the development sets"
    )
    chosen = parser.parse_args()
    if chosen.errors and chosen.half in UNREAD:
        parser.error(f"{chosen.half} is for totals: its mistakes are not to be looked at")
    console = Console(width=120, highlight=False)
    held: list[Article] = []
    try:
        for half in SETS if chosen.half == "all" else (chosen.half,):
            articles = read_gold(half, chosen.data)
            held += articles if half in HELD_OUT else []
            scores, speed = measure(articles)
            console.print(table(f"{half}, {len(articles)} articles", scores, speed))
            if chosen.errors and half not in UNREAD:
                for line in mistakes(articles, scores[OURS]):
                    console.print(line, markup=False, soft_wrap=True)
        if chosen.half == "all":
            scores, speed = measure(held)
            console.print(table(f"held-out sets together, {len(held)} articles", scores, speed))
        articles = read_vlsp(chosen.data)
    except GoldUnreadable as error:
        print(error, file=sys.stderr)
        return 2
    scores, speed = measure(articles)
    console.print(table(f"VLSP 2018 development part, {len(articles)} articles", scores, speed))
    console.print(timing(read_gold("development", chosen.data)))
    return 0


def timing(articles: Sequence[Article]) -> str:
    """How long an article of :data:`SENTENCES` sentences takes, in milliseconds of one core.

    The sentences are those of the given articles, in their order, cut into texts of that length;
    each is cleaned from raw text, ranked and read for facts, by rules alone and with the reader.
    Gazetteers and reader have been loaded before.
    """
    sentences = [
        sentence.text
        for article in articles
        for sentence in Document.of(article.title, article.paragraphs).sentences
    ]
    texts = [
        "\n\n".join(sentences[start : start + SENTENCES])
        for start in range(0, len(sentences) - SENTENCES + 1, SENTENCES)
    ]
    if not texts:
        return f"too few sentences for a text of {SENTENCES}: no times"
    steps: dict[str, list[float]] = {"cleaning": [], "ranking": [], "facts by rules": []}
    reading: list[float] = []
    reader = _reader()
    for text in texts:
        started = time.process_time()
        document = clean(text, title=articles[0].title)
        cleaned = time.process_time()
        rank([document])
        ranked = time.process_time()
        extract(document)
        done = time.process_time()
        for step, taken in zip(steps, (cleaned, ranked, done), strict=True):
            steps[step].append(taken - started)
            started = taken
        extract(document, reader)
        reading.append(time.process_time() - done - steps["facts by rules"][-1])
    shown = ", ".join(f"{step} {1000 * np.median(taken):.0f}" for step, taken in steps.items())
    whole = 1000 * np.median(np.sum(list(steps.values()), axis=0))
    return (
        f"{SENTENCES} sentences, median of {len(texts)} texts, ms of one core: {shown}; "
        f"together {whole:.0f}; the reader {1000 * np.median(reading):.0f} more"
    )


def measure(articles: Sequence[Article]) -> tuple[dict[str, Scores], dict[str, float]]:
    """The outcomes of every method, and how many articles it reads in a second.

    Articles that were not marked for a part are left out of it.
    """
    first = articles[0]
    ours(first.title, first.lead, first.paragraphs)  # gazetteers are read at first use
    marked = {part for one in articles for part in one.parts}
    scores: dict[str, Scores] = {}
    speed: dict[str, float] = {}
    for name, (find, answered) in METHODS.items():
        asked = [part for part in answered if part in marked]
        if not asked:
            continue
        started = time.process_time()
        answers = [find(one.title, one.lead, one.paragraphs) for one in articles]
        speed[name] = len(articles) / max(time.process_time() - started, 1e-9)
        outcomes = [
            score(one.marks, answer, one.bylines)
            for one, answer in zip(articles, answers, strict=True)
        ]
        scores[name] = {
            part: [
                outcome[part]
                for one, outcome in zip(articles, outcomes, strict=True)
                if part in one.parts
            ]
            for part in asked
        }
    return scores, speed


def table(title: str, scores: Mapping[str, Scores], speed: Mapping[str, float]) -> Table:
    """One row for each part and method that answers it, over all articles together."""
    shown = Table(
        title=title,
        caption=f"between: 95 % of F1 in {RESAMPLES:,} resamples of the articles, seed {SEED}",
    )
    for column in ("", "method", "marked", "found", "right", "precision", "recall", "F1"):
        words = column in ("", "method")
        shown.add_column(column, justify="left" if words else "right", no_wrap=True)
    shown.add_column("between", justify="right", no_wrap=True)
    shown.add_column("per s", justify="right", no_wrap=True)
    for part in Part:
        rows = [(name, its[part]) for name, its in scores.items() if part in its]
        for number, (name, outcomes) in enumerate(rows):
            total = Total.of(outcomes)
            low, high = _interval(outcomes)
            shown.add_row(
                str(part) if number == 0 else "",
                name,
                f"{total.marked:,}",
                f"{total.found:,}",
                f"{total.right:,}",
                *(f"{100 * value:.1f}" for value in (total.precision, total.recall, total.f1)),
                f"{100 * low:.1f}-{100 * high:.1f}",
                f"{speed[name]:,.0f}",
                end_section=number == len(rows) - 1,
            )
    return shown


def _interval(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """Where F1 lies in 95 % of draws of as many articles, with repetition."""
    totals = [Total.of([one]) for one in outcomes]
    counts = np.array([(one.right, one.found + one.marked) for one in totals])
    picks = np.random.default_rng(SEED).integers(len(counts), size=(RESAMPLES, len(counts)))
    right, all_of_them = counts[picks].sum(axis=1).T
    low, high = np.percentile(2 * right / np.maximum(all_of_them, 1), (2.5, 97.5))
    return float(low), float(high)


def mistakes(articles: Sequence[Article], scores: Scores) -> Iterator[str]:
    """What was missed (-) and found falsely (+), by article, part and paragraph."""
    for number, article in enumerate(articles):
        yield f"\n{article.id}  {article.title}"
        for part, outcomes in scores.items():
            its = [("-", one) for one in outcomes[number].missed]
            its += [("+", one) for one in outcomes[number].false]
            for sign, one in sorted(its, key=lambda pair: _where(pair[1])):
                paragraph = _where(one)
                text = article.text(paragraph)
                cut = text if len(text) <= EXCERPT else text[: EXCERPT - 2] + " …"
                yield f"  {sign} {part} [{paragraph}] {_told(one, part)}: {cut}"


def _where(thing: object) -> int:
    return thing if isinstance(thing, int) else thing.paragraph


def _told(thing: object, part: Part) -> str:
    match thing:
        case Person(name, role):
            return f"{name} = {role}" if part is Part.ROLES else name
        case Said(_, speaker):
            return speaker
        case Event(name):
            return name
        case _:
            return "task"


if __name__ == "__main__":
    sys.exit(main())
