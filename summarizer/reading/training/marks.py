"""Articles with their marks: those made by reading, and those of the rules.

Marks made by reading are positions (``benchmarks/gold/README.md`` has the format) in articles of
the data folder: its own, those of VietNews, or runs of lines of its political sentences, where an
article is named by its lines (``politics-10-24``). The rules mark as many other articles as are
wanted: their marks are worse, but a network that has learnt them first needs fewer of the others.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.document import LEAD, TITLE, Document
from summarizer.facts import extract

ARTICLES = Path("news") / "articles.jsonl"
OTHERS = Path("corpus") / "summaries" / "vietnews-train.jsonl.gz"
SENTENCES = Path("corpus") / "mono" / "vietnews-politics.vi.gz"
_LINES = re.compile(r"politics-(\d+)-(\d+)")
_SHORTEST, _LONGEST = 400, 7000
"""Characters of an article that the rules mark."""
_RUN = 5
_SHARED = 0.1
"""Share of its runs of five words that an article may share with those marked by reading."""
_TOPICS = (
    "thủ tướng", "bộ trưởng", "tổng thống", "ngoại giao", "chủ tịch nước", "hội nghị",
    "liên hợp quốc", "quốc hội", "chính phủ", "asean", "đại sứ",
)  # fmt: skip
_TOPICS_WANTED = 3

Span = tuple[int, int]


class MarksUnreadable(Exception):
    """Marks or texts are missing or do not fit each other; the message says which."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with its marks.

    Attributes:
        id: of the article.
        texts: paragraph (with title and lead) → its text, in the order in which they are read.
        tasks: paragraphs with a task → where in it, or nothing if that was not marked; ``None``
            for an article that was not marked for tasks.
        names: of meetings, the fullest wording of each and others that name it by themselves.
    """

    id: str
    texts: Mapping[int, str]
    tasks: Mapping[int, tuple[Span, ...]] | None
    names: tuple[str, ...]


def read_marked(file: Path, data: Path) -> list[Marked]:
    """Articles marked by reading, those of the file that have marks of meetings.

    Raises:
        MarksUnreadable: if a file cannot be read, or no text fits its marks.
    """
    lines = list(rows(file))
    texts = articles_of(data, {line["id"] for line in lines})
    found = []
    for line in lines:
        row = texts.get(line["id"])
        if row is None or checksum(row) != line["sha256"] or "conferences" not in line:
            continue
        by_paragraph = texts_of(row["title"], row["lead"], row["paragraphs"])
        tasks: dict[int, tuple[Span, ...]] = {}
        for task in line.get("tasks", ()):
            _, start, end = task.get("words") or (0, 0, 0)
            tasks[task["paragraph"]] = ((start, end),) if end else ()
        places = (
            place for its in line["conferences"] for place in (its["name"], *its.get("also", ()))
        )
        names = [by_paragraph[paragraph][start:end] for paragraph, start, end in places]
        told = tasks if "tasks" in line else None
        found.append(Marked(row["id"], by_paragraph, told, tuple(names)))
    if not found:
        raise MarksUnreadable(f"no text in {data} fits the marks in {file}")
    return found


def articles_of(data: Path, wanted: Collection[str]) -> dict[str, dict[str, Any]]:
    """The articles with these numbers: ``title``, ``lead`` and ``paragraphs`` of each.

    Those that stand in no file of the data folder are not there.

    Raises:
        MarksUnreadable: if a file of the folder cannot be read.
    """
    found = {row["id"]: row for row in rows(data / ARTICLES) if row["id"] in wanted}
    ranges = {id_: its for id_ in wanted if (its := _LINES.fullmatch(id_))}
    if ranges and (data / SENTENCES).is_file():
        lines = _lines(data / SENTENCES)
        found |= {id_: _run(id_, lines[int(its[1]) : int(its[2])]) for id_, its in ranges.items()}
    missing = {*wanted} - {*found} - {*ranges}
    if missing and (data / OTHERS).is_file():
        found |= {row["id"]: _article(row) for row in rows(data / OTHERS) if row["id"] in missing}
    return found


def _run(id_: str, lines: Sequence[str]) -> dict[str, Any]:
    """Lines as an article, the first one its title."""
    return {"id": id_, "title": "".join(lines[:1]), "lead": "", "paragraphs": list(lines[1:])}


def _article(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of VietNews as an article."""
    paragraphs = [text for text in row["document"] if text.strip()]
    return {
        "id": row["id"], "title": row["title"], "lead": row["summary"], "paragraphs": paragraphs,
    }  # fmt: skip


def mark_by_rules(data: Path, most: int, marked: Collection[str] = ()) -> list[Marked]:
    """Articles about politics, with what the rules find in them.

    Those that share runs of words with the data folder's own articles are left out.

    Args:
        data: the data folder.
        most: how many articles.
        marked: numbers of those marked by reading, which are left out too.

    Raises:
        MarksUnreadable: if the articles cannot be read.
    """
    taken: set[str] = set()
    for row in rows(data / ARTICLES):
        taken |= _runs(" ".join([row["title"], row["lead"], *row["paragraphs"]]))
    found: list[Marked] = []
    for row in rows(data / OTHERS):
        article = _article(row)
        paragraphs = article["paragraphs"]
        whole = " ".join([row["title"], row["summary"], *paragraphs])
        if (
            row["id"] in marked
            or not _SHORTEST < len(whole) < _LONGEST
            or sum(topic in whole.lower() for topic in _TOPICS) < _TOPICS_WANTED
            or len((runs := _runs(whole)) & taken) > _SHARED * len(runs)
        ):
            continue
        document = Document.of(row["title"], paragraphs, lead=row["summary"], language="vi")
        facts = extract(document)
        if len(document.paragraphs) != len(paragraphs) or not (facts.tasks or facts.meetings):
            continue
        found.append(
            Marked(
                row["id"],
                texts_of(row["title"], row["summary"], paragraphs),
                {task.paragraph: () for task in facts.tasks},
                tuple(meeting.name for meeting in facts.meetings),
            )
        )
        if len(found) == most:
            break
    return found


def texts_of(title: str, lead: str, paragraphs: Sequence[str]) -> dict[int, str]:
    """The texts of an article by their paragraphs, the title first."""
    return {TITLE: title, LEAD: lead, **dict(enumerate(paragraphs))}


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a jsonl file, packed with gzip or not.

    Raises:
        MarksUnreadable: if it is missing or broken.
    """
    try:
        for line in _lines(file):
            yield json.loads(line)
    except ValueError as error:
        raise MarksUnreadable(f"{file} cannot be read: {error}") from error


def _lines(file: Path) -> list[str]:
    """The lines of a text file, packed with gzip or not, without their ends."""
    opened = gzip.open if file.suffix == ".gz" else open
    try:
        with opened(file, "rt", encoding="utf-8") as lines:
            return [line.rstrip("\n") for line in lines]
    except (OSError, ValueError) as error:
        raise MarksUnreadable(f"{file} cannot be read: {error}") from error


def checksum(row: Mapping[str, Any]) -> str:
    """SHA-256 of an article's text, by which marks know that it has not changed."""
    whole = "\n".join([row["title"], row["lead"], *row["paragraphs"]])
    return hashlib.sha256(whole.encode()).hexdigest()


def _runs(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
