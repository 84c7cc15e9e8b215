"""Articles in two languages, put together again from the consecutive lines of a test set.

``eval/vlsp20-official`` in the data folder (news of VLSP 2020, for measuring only) has whole articles
in their order, line by line in English and Vietnamese. Where each begins and ends was noted by
reading; left out are those whose beginning cannot be told, or is a picture caption or a list of
links. As in VietNews, the reference is the paper's own first paragraph, which the summariser does
not see; the headline is the line before it, the text what comes after.
"""

from __future__ import annotations

from pathlib import Path

from summarizer.document import Document, Sentence
from summarizer.learning.corpus import Case, CorpusUnreadable
from summarizer.text.sentences import split_sentences
from summarizer.vectors import tokens

FOLDER = "eval"
NAME = "vlsp20-official"
LINES = 790
ARTICLES = (
    (1, 19), (20, 37), (38, 54), (55, 81), (82, 109), (110, 130), (131, 160), (161, 184), (185, 199),
    (200, 236), (237, 257), (258, 283), (311, 320), (484, 489), (490, 498), (499, 505), (506, 511),
    (536, 543), (544, 551), (552, 558), (559, 567), (568, 576), (577, 586), (587, 591), (693, 711),
    (712, 732), (733, 746),
)  # fmt: skip
"""First and last line of each article, from 1."""

_SHORT = 130
_ENDS = (".", "!", "?", ":", "…")


def read_running(data: Path, language: str) -> list[Case]:
    """The articles in ``"en"`` or ``"vi"``.

    Raises:
        CorpusUnreadable: if a file is missing or has not the lines that were read.
    """
    english, own = _lines(data, "en"), _lines(data, language)
    return [
        _case(own[first - 1 : last], english[first - 1 : last], language)
        for first, last in ARTICLES
    ]


def _case(lines: list[str], english: list[str], language: str) -> Case:
    headings = {
        number
        for number, line in enumerate(english[2:])
        if len(line) < _SHORT and not line.rstrip("\"'”’) ").endswith(_ENDS)
    }
    paragraphs = tuple(lines[2:])
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for text in split_sentences(paragraph):
            sentences.append(Sentence(len(sentences), number, text))
    document = Document(
        title=lines[0],
        paragraphs=paragraphs,
        sentences=tuple(sentences),
        subheadings=frozenset(headings),
        language=language,
    )
    return Case((document,), (tuple(tokens(lines[1])),))


def _lines(data: Path, language: str) -> list[str]:
    path = data / FOLDER / f"{NAME}.{language}"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CorpusUnreadable(f"{path}: cannot be read ({error})") from error
    if len(lines) != LINES:
        raise CorpusUnreadable(f"{path}: {len(lines)} lines where {LINES} were read")
    return lines
