"""Articles with reference summaries, as the data folder has them.

``corpus/summaries/vietnews-{train,val}.jsonl.gz``: ``title``, ``summary`` (the paper's own lead),
``document``, the sentences of the body, and ``tags``, the captions of its pictures.
``corpus/summaries/vietnamesemds.jsonl.gz``: clusters of ``documents`` (``text``, and ``meta`` with
a line ``TITLE: …`` whose words are joined by underscores) with two ``summaries`` by people.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.document import Document, Sentence
from summarizer.text.folding import normalise
from summarizer.text.sentences import split_sentences
from summarizer.vectors import tokens

FOLDER = Path("corpus") / "summaries"
_TITLE = re.compile(r"^TITLE:[ \t]*(.*)$", re.MULTILINE)


class CorpusUnreadable(Exception):
    """A corpus that is missing or not in its format; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Case:
    """Articles to be told as one, and how people told them: references as lists of words."""

    documents: tuple[Document, ...]
    references: tuple[tuple[str, ...], ...]


def read_vietnews(data: Path, part: str, most: int | None = None) -> list[Case]:
    """Read VietNews, part ``train`` or ``val``: one article a case, every sentence a paragraph.

    Raises:
        CorpusUnreadable: if the file is missing, or a row is not as expected.
    """
    cases = []
    for place, row in vietnews_rows(data, part, most):
        try:
            document = document_of(str(row["title"]), [str(text) for text in row["document"]])
            cases.append(Case((document,), (tuple(tokens(row["summary"])),)))
        except (KeyError, TypeError) as error:
            raise CorpusUnreadable(f"{place}: needs title, summary and document") from error
    return cases


def vietnews_rows(data: Path, part: str, most: int | None = None) -> Iterator[tuple[str, Any]]:
    """The rows of VietNews, part ``train`` or ``val``, each with the place where it stands.

    Raises:
        CorpusUnreadable: if the file is missing or cannot be read.
    """
    return _rows(data / FOLDER / f"vietnews-{part}.jsonl.gz", most)


def read_vietnamesemds(data: Path, most: int | None = None) -> list[Case]:
    """Read VietnameseMDS: two to five articles a case, two references.

    Raises:
        CorpusUnreadable: if the file is missing, or a row is not as expected.
    """
    cases = []
    for place, row in _rows(data / FOLDER / "vietnamesemds.jsonl.gz", most):
        try:
            documents = tuple(
                document_of(_title(its["meta"]), split_sentences(_flowing(its["text"])))
                for its in row["documents"]
            )
            references = tuple(tuple(tokens(text)) for text in row["summaries"])
        except (KeyError, TypeError) as error:
            raise CorpusUnreadable(
                f"{place}: needs documents with text and meta, and summaries"
            ) from error
        cases.append(Case(documents, references))
    return cases


def document_of(title: str, sentences: list[str]) -> Document:
    """A document of sentences, each a paragraph of its own."""
    return Document(
        title=title,
        paragraphs=tuple(sentences),
        sentences=tuple(Sentence(n, n, text) for n, text in enumerate(sentences)),
    )


def _title(meta: str) -> str:
    found = _TITLE.search(meta)
    return found[1].replace("_", " ").strip() if found else ""


def _flowing(text: str) -> str:
    return normalise(text).replace("\n", " ")


def _rows(path: Path, most: int | None) -> Iterator[tuple[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if most is not None and number >= most:
                    return
                yield f"{path}, line {number + 1}", json.loads(line)
    except FileNotFoundError as error:
        raise CorpusUnreadable(f"{path}: not there; name the data folder with --data") from error
    except (OSError, EOFError, ValueError) as error:
        raise CorpusUnreadable(f"{path}: cannot be read ({error})") from error
