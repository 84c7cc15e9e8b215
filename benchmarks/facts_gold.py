"""Articles with their marks, for ``benchmarks.facts``: the gold halves, and VLSP 2018.

Marks are positions in texts that stand in the data folder (``benchmarks/gold/README.md``).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.facts_scoring import Answer, Event, Part, Person, Said, bylines
from summarizer.document import LEAD, TITLE
from summarizer.reading.training.marks import MarksUnreadable, articles_of, checksum, rows
from summarizer.text.folding import fold

GOLD = Path(__file__).parent / "gold"

_TAG = re.compile(r"</?ENAMEX[^>]*>")
_KEYS = {
    Part.PERSONS: "persons",
    Part.ROLES: "persons",
    Part.STATEMENTS: "statements",
    Part.CONFERENCES: "conferences",
    Part.TASKS: "tasks",
}
"""Where the marks of a part stand in a line; a set may have been marked for some parts only."""
_PERSON_TAG = '<ENAMEX TYPE="PERSON">'


class GoldUnreadable(Exception):
    """Marks or texts are not there or do not belong together; the message says which."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its marks; ``parts`` are those that were marked in it."""

    id: str
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    marks: Answer
    bylines: tuple[str, ...] = ()
    parts: tuple[Part, ...] = tuple(Part)

    def text(self, paragraph: int) -> str:
        if paragraph == TITLE:
            return self.title
        return self.lead if paragraph == LEAD else self.paragraphs[paragraph]


def read_gold(half: str, data: Path, gold: Path | None = None) -> list[Article]:
    """The articles of a half with their marks, in the order of the marks.

    An article whose text is not there, or not the one that was marked, is told and left out.

    Raises:
        GoldUnreadable: if marks or texts cannot be read, or none of the marks fits a text.
    """
    lines = _rows((gold or GOLD) / f"facts-{half}.jsonl")
    with _advice():
        texts = articles_of(data, {line["id"] for line in lines})
    articles = []
    for line in lines:
        row = texts.get(line["id"])
        if row is None or checksum(row) != line["sha256"]:
            why = "is not in" if row is None else "reads otherwise in"
            print(f"{line['id']}: left out, {why} {data}", file=sys.stderr)
            continue
        articles.append(_article(row, line))
    if not articles:
        raise GoldUnreadable(
            f"No marks of the {half} half fit the texts in {data}: "
            "give the folder they were made on with --data or BRIEFING_DATA."
        )
    return articles


def _rows(file: Path) -> list[dict]:
    with _advice():
        return list(rows(file))


@contextmanager
def _advice() -> Iterator[None]:
    """Errors of reading with what to do about them."""
    try:
        yield
    except MarksUnreadable as error:
        raise GoldUnreadable(
            f"{error}: give the data folder with --data or BRIEFING_DATA."
        ) from error


def _article(row: dict, line: dict) -> Article:
    texts = [*row["paragraphs"], row["title"], row["lead"]]  # so that -2 and -1 index them too

    def words(span: list[int] | None) -> str:
        return texts[span[0]][span[1] : span[2]] if span else ""

    people = line.get("persons", ())
    names = [words(person["name"]) for person in people]
    marks = Answer(
        tuple(
            Person(name, words(person["role"]), person["name"][0])
            for name, person in zip(names, people, strict=True)
        ),
        tuple(
            Said(said["paragraph"], names[said["speaker"]]) for said in line.get("statements", ())
        ),
        tuple(Event(words(its["name"]), its["name"][0]) for its in line.get("conferences", ())),
        tuple(task["paragraph"] for task in line.get("tasks", ())),
    )
    paragraphs = tuple(row["paragraphs"])
    return Article(
        row["id"],
        row["title"],
        row["lead"],
        paragraphs,
        marks,
        tuple(bylines(paragraphs)),
        tuple(part for part, key in _KEYS.items() if key in line),
    )


def read_vlsp(data: Path) -> list[Article]:
    """The development part of VLSP 2018 with the names of persons.

    Raises:
        GoldUnreadable: if it cannot be read.
    """
    articles = []
    for row in _rows(data / "corpus" / "facts" / "vlsp2018-dev.jsonl.gz"):
        title, *paragraphs = filter(None, map(str.strip, row["text"].split("\n")))
        articles.append(
            Article(
                row["id"],
                _TAG.sub("", title),
                "",
                tuple(_TAG.sub("", paragraph) for paragraph in paragraphs),
                Answer(tuple(map(Person, fullest(tagged_persons(row["text"]))))),
                parts=(Part.PERSONS,),
            )
        )
    return articles


def tagged_persons(text: str) -> list[str]:
    """The names in tags of persons, tags inside them taken out."""
    names, open_tags, start = [], [], 0
    plain = ""
    for match in _TAG.finditer(text):
        plain += text[start : match.start()]
        start = match.end()
        if match[0].startswith("</"):
            if open_tags:
                kind, begin = open_tags.pop()
                if kind == _PERSON_TAG:
                    names.append(plain[begin:].strip())
        else:
            open_tags.append((match[0], len(plain)))
    return [name for name in names if name]


def fullest(names: Sequence[str]) -> list[str]:
    """Each person once: without names that begin or end a longer one."""
    by_key = {tuple(fold(name).split()): name for name in reversed(names)}
    return [
        name
        for key, name in reversed(by_key.items())
        if not any(
            len(other) > len(key) and key in (other[: len(key)], other[-len(key) :])
            for other in by_key
        )
    ]
