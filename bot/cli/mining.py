"""``summarize`` and ``facts``: one article in JSON a line in, one result a line out.

A line has ``title``, optional ``lead``, ``paragraphs`` (a list of texts) and optional ``date``
(``2021-12-14`` or in part). Paragraphs are counted as they stand in the input, empty ones
included; −1 is the lead, −2 the title. A line that cannot be read is named on standard error with
the reason, and the others go on.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.failures import Status, complain, foreseen, report
from bot.cli.streams import (
    LineTooLong,
    blocks,
    end_with_the_reader,
    json_line,
    name_of,
    opened,
    write_lines,
)
from bot.settings import Settings

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.facts.model import Speaker
    from summarizer.text.dates import PartialDate

BLOCK = 16
LEAP_YEAR = 2000
"""Stands for a year that is not known, so that the 29th of February can be."""


class BadLine(ValueError):
    """A line is no article; the text says why."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article of a line, and where each of its document's paragraphs stood in the line."""

    document: Document
    places: tuple[int, ...]
    identifier: Any

    def place(self, paragraph: int) -> int:
        """The paragraph's index in the input; lead and title keep theirs."""
        return paragraph if paragraph < 0 else self.places[paragraph]

    def result(self, **values: Any) -> str:
        """A line of output; carries the article's ``id`` where it had one."""
        head = {} if self.identifier is None else {"id": self.identifier}
        return json_line(head | values)


def read_record(line: bytes) -> Record:
    """Read one line.

    Raises:
        BadLine: if it is no article.
    """
    from summarizer.document import Document

    try:
        values = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLine(f"is not UTF-8 (byte {error.start + 1})") from None
    except json.JSONDecodeError as error:
        raise BadLine(
            f"is not JSON ({error.msg.removesuffix(' at')} at character {error.pos + 1})"
        ) from None
    except (RecursionError, ValueError):
        raise BadLine("is not readable JSON") from None
    if not isinstance(values, dict):
        raise BadLine('is no article: {"title": …, "paragraphs": [ … ]} is expected')
    title, lead = _text(values, "title"), _text(values, "lead")
    paragraphs = values.get("paragraphs")
    if not isinstance(paragraphs, list) or not all(isinstance(p, str) for p in paragraphs):
        raise BadLine("paragraphs must be a list of texts")
    date = _date(_text(values, "date"))
    places = tuple(index for index, text in enumerate(paragraphs) if _has_text(text))
    if not (places or _has_text(title) or _has_text(lead)):
        raise BadLine("title, lead and paragraphs are all empty")
    document = Document.of(
        title, [paragraphs[index] for index in places], lead=lead, published=date
    )
    return Record(document, places, _identifier(values))


def _date(written: str) -> PartialDate:
    """A date as it is written, of which every part that is there can be.

    Raises:
        BadLine: if it is none.
    """
    from summarizer.text.dates import PartialDate

    try:
        found = PartialDate.parse(written.strip())
        dt.date(_or(found.year, LEAP_YEAR), _or(found.month, 1), _or(found.day, 1))
    except ValueError:
        raise BadLine(f"date {written!r} is no date like 2021-12-14, 2021-12 or 2021") from None
    return found


def _or(part: int | None, default: int) -> int:
    return default if part is None else part


def _identifier(values: dict[str, Any]) -> Any:
    """The article's own ``id``, whatever it is, if it can be written again.

    Raises:
        BadLine: if it holds a number that JSON cannot, such as NaN, or is nested too deeply.
    """
    identifier = values.get("id")
    try:
        json.dumps(identifier, allow_nan=False)
    except (RecursionError, ValueError):
        raise BadLine("id cannot be written as JSON again (a text or number can)") from None
    return identifier


def _text(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadLine(f"{name} must be a text")
    return value


def _has_text(text: str) -> bool:
    return any(char.isprintable() and not char.isspace() for char in text)


def summarize(
    settings: Settings, path: Path | None, sentences: int | None, characters: int | None = None
) -> Status:
    """Write the chosen sentences of each article, at most so many of them and so long together.

    Raises:
        SummarizerUnavailable: if a model of the hub is set and cannot be loaded.
    """
    from summarizer import HubSummarizer
    from summarizer import summarize as choose

    model = None
    if settings.summarizer.startswith("hub:"):
        model = HubSummarizer(settings.summarizer.removeprefix("hub:"))

    def work(record: Record) -> str:
        if not record.document.sentences:
            return record.result(sentences=[], method="extract")
        summary = choose(record.document, sentences, characters, model=model)
        return record.result(
            sentences=[
                {
                    "text": sentence.text,
                    "paragraph": record.place(sentence.paragraph),
                    "score": round(float(sentence.score), 4),
                }
                for sentence in summary.sentences
            ],
            method=summary.method,
        )

    return _each(path, work, "summarize")


def facts(path: Path | None, *, read: bool = True) -> Status:
    """Write persons, statements, conferences, tasks and documents of each article.

    With ``read`` the shipped reader has a say in tasks and conferences beside the rules.
    """
    from summarizer.facts import extract
    from summarizer.facts.model import Kind
    from summarizer.reading import load_reader
    from summarizer.text.dates import Basis

    reader = load_reader() if read else None

    def work(record: Record) -> str:
        found = extract(record.document, reader)
        return record.result(
            persons=[
                {
                    "name": speaker.name,
                    "role": speaker.role,
                    "aliases": list(speaker.aliases),
                    "confidence": round(speaker.confidence, 2),
                    **_roles(speaker),
                }
                for speaker in found.speakers
                if speaker.kind is Kind.PERSON
            ],
            bodies=[
                {"name": speaker.name, "aliases": list(speaker.aliases)}
                for speaker in found.speakers
                if speaker.kind is Kind.BODY
            ],
            statements=[
                {
                    "paragraph": record.place(statement.paragraph),
                    "speaker": statement.speaker,
                    "text": statement.text,
                    "quoted": statement.quoted,
                    "addressee": statement.addressee or None,
                    "conference": None
                    if statement.conference is None
                    else found.conferences[statement.conference].name,
                    "confidence": round(statement.confidence, 2),
                }
                for statement in found.statements
            ],
            conferences=[
                {
                    "kind": conference.kind.value,
                    "name": conference.name,
                    "aliases": list(conference.aliases),
                    "date": str(conference.starts) or None,
                    "date_end": str(conference.ends) or None,
                    "date_inferred": conference.starts.known
                    and conference.starts.basis is not Basis.STATED,
                    "place": conference.place or None,
                    "host": conference.host or None,
                    "chair": conference.chair or None,
                    "status": conference.status.value,
                    "coverage": conference.coverage.value,
                    "paragraph": record.place(conference.paragraph),
                    "confidence": round(conference.confidence, 2),
                }
                for conference in found.conferences
            ],
            tasks=[
                {
                    "paragraph": record.place(task.paragraph),
                    "text": task.text,
                    "issuer": task.stated_by or task.set_by or None,
                    "set_by": task.set_by or None,
                    "assignee": task.assignee or None,
                    "due": str(task.due) or None,
                    "theme": task.theme.value,
                    "confidence": round(task.confidence, 2),
                }
                for task in found.tasks
            ],
            documents=list(found.documents),
        )

    return _each(path, work, "facts")


def _roles(speaker: Speaker) -> dict[str, list[dict[str, Any]]]:
    """The offices of a person, where there are several or one is dated."""
    roles = [
        {
            "title": role.title,
            "since": str(role.since) or None,
            "until": str(role.until) or None,
            "former": role.former,
        }
        for role in speaker.roles
    ]
    return {"roles": roles} if roles else {}


def _each(path: Path | None, work: Callable[[Record], str], what: str) -> Status:
    """Do the work on each line; a line that fails is named and left out."""
    status = Status.DONE
    number = 0
    with opened(path) as stream:
        end_with_the_reader()
        for block in blocks(stream, BLOCK):
            written = []
            for line in block:
                number += 1
                try:
                    if isinstance(line, LineTooLong):
                        raise BadLine(str(line))  # noqa: TRY301 - told like every bad line
                    if line.strip():
                        written.append(work(read_record(line)))
                except BadLine as error:
                    complain(f"{name_of(path)}:{number}: {error}", what=what)
                    status = Status.REFUSALS
                except Exception as error:
                    # A fault of ours in one article must not cost the others.
                    if foreseen(error):
                        raise
                    report(error, f"{name_of(path)}:{number}", what=what)
                    status = Status.REFUSALS
            write_lines(written)
    return status
