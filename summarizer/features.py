"""What speaks for and against a sentence: two dozen numbers that a reader can check.

Each lies between 0 and 1 and has a name; the names are those of the weight file (``weights.toml``),
of the command that learns it and of ``docs/summaries.md``. All are counted on the text alone, with
short lists of words from ``cues.toml``; nothing is looked up elsewhere.

What they cannot see is meaning: "bác bỏ" (denied) and "khẳng định" (affirmed) are both speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from summarizer.cues import Cues, cues_of
from summarizer.dependence import is_question, leaning_of
from summarizer.document import Document, Sentence
from summarizer.text.folding import CAPITAL
from summarizer.vectors import Floats, TermVectors, tokens

FEATURES = (
    "first",
    "early",
    "depth",
    "centre",
    "title",
    "title_share",
    "lead",
    "length",
    "length_squared",
    "stub",
    "long",
    "names",
    "figures",
    "when",
    "where",
    "quotation",
    "speech",
    "task",
    "spoken",
    "opener",
    "nameless",
    "question",
    "unfinished",
)
"""The names, in the order of the columns.

``first`` is 1 for the first sentence; ``early`` is 1 / (1 + position); ``depth`` runs from 0 at the
first sentence to 1 at the last. ``centre``, ``title`` and ``lead`` are TF-IDF cosines with the sum
of all sentences (the best of the article is 1), with the title, and with the first sentence of
some length (itself 0); ``title_share`` is the share of the title's weight found in the sentence.
``length`` rises to 1 at 60 words and makes with its square a curve; ``long`` rises from 0 at 40
words to 1 at 80, ``stub`` is 1 under 8. ``names`` grows with the capitalised words inside the
sentence, ``figures`` with its numbers; both are 1/2 at three. ``quotation`` is the share of the
text in quotation marks. The others are yes or no: a point of time, a place, a verb of saying, a
word of duty, "I" or "we", an opening that points back, a person without a name at the beginning, a
question, no stop at the end.
"""
FEATURES_OF_SEVERAL = ("lexrank", "middle", "shared")
"""Further columns where several articles are told as one.

``lexrank`` is LexRank (Erkan and Radev 2004) over the sentences of all, with a teleport in
proportion to ``early``; ``middle`` is the cosine with the sum of all sentences (for both the best
is 1); ``shared`` is the best cosine with a sentence of another article.
"""

STUB, LEAD, LONG, FULL = 8, 10, 40, 60
"""Lengths in words: too short to tell anything, enough for a lead, too long, as long as counts."""
MOST_IN_GRAPH = 600
"""Most sentences of a LexRank graph (its matrix has this size squared)."""

_HALF_AT = 3.0
_DAMPING = 0.85
_STEPS = 50
_CLOSE_ENOUGH = 1e-6

_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_NAME = re.compile(rf"(?:(?<=[^\W_][ (])|(?<=, )){CAPITAL}")
_DAY = re.compile(r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\b|\b(?:ngày|tháng|năm)\s+\d")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")
_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSERS = "\"'”’»)] "


def measure(
    document: Document,
    sentences: Sequence[Sentence],
    texts: Sequence[Sequence[str]],
    vectors: TermVectors | None = None,
) -> Floats:
    """The features of sentences of one article, shape (sentences, features).

    ``texts`` are the words of each sentence, as :func:`summarizer.vectors.tokens` gives them;
    ``vectors`` are those of ``texts``, if made already. What is central is judged among the
    sentences given; positions and lead are those of the article.
    """
    table = np.zeros((len(sentences), len(FEATURES)))
    if not sentences:
        return table
    vectors = TermVectors.of(texts) if vectors is None else vectors
    column = {name: table[:, index] for index, name in enumerate(FEATURES)}
    positions = np.array([sentence.position for sentence in sentences], dtype=np.float64)
    column["first"][:] = positions == 0
    column["early"][:] = 1.0 / (1.0 + positions)
    column["depth"][:] = np.minimum(positions / max(1, len(document.sentences) - 1), 1)
    column["centre"][:] = _scaled(vectors.cosines(vectors.centroid()))
    if not document.title_derived:
        # A derived title is the text's own beginning and would only praise that.
        title = tokens(document.title)
        column["title"][:] = vectors.cosines(vectors.vector(title))
        column["title_share"][:] = vectors.shares(title)
    lead = _lead_of(document)
    if lead is not None:
        likeness = vectors.cosines(vectors.vector(tokens(lead.text)))
        column["lead"][:] = np.where(positions == lead.position, 0.0, likeness)
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    column["length"][:] = np.minimum(lengths, FULL) / FULL
    column["length_squared"][:] = column["length"] ** 2
    column["stub"][:] = lengths < STUB
    column["long"][:] = np.clip((lengths - LONG) / LONG, 0, 1)
    cues = cues_of(document.language)
    signs = [
        _signs(sentence.text, words, cues, document.language)
        for sentence, words in zip(sentences, texts, strict=True)
    ]
    table[:, FEATURES.index("names") :] = signs
    return table


def measure_several(articles: Sequence[int], early: Floats, vectors: TermVectors) -> Floats:
    """The further features of sentences of several articles, shape (sentences, 3).

    ``articles`` are the indices of each sentence's article, ``early`` the feature of that name. Of
    a text too large for the graph, only the sentences with the highest sum of ``early`` and
    ``middle`` take part; the others have no LexRank and share nothing.
    """
    table = np.zeros((vectors.count, len(FEATURES_OF_SEVERAL)))
    middle = _scaled(vectors.cosines(vectors.centroid()))
    inside = np.arange(vectors.count)
    if vectors.count > MOST_IN_GRAPH:
        best = np.argsort(-(early + middle), kind="stable")[:MOST_IN_GRAPH]
        inside = np.sort(best)
    similar = np.stack([vectors.cosines(vectors.row(int(index)))[inside] for index in inside])
    np.fill_diagonal(similar, 0.0)
    own = np.asarray(articles)[inside]
    table[inside, 0] = _lexrank(similar, early[inside])
    table[:, 1] = middle
    table[inside, 2] = np.where(own[:, None] == own[None, :], 0.0, similar).max(axis=1)
    return table


def _signs(text: str, words: Sequence[str], cues: Cues, language: str) -> tuple[float, ...]:
    """The features that show in the wording of one sentence, from ``names`` on."""
    names = len(_NAME.findall(text))
    figures = len(_FIGURE.findall(text))
    quoted = sum(len(found) for found in _QUOTED.findall(text))
    line = f" {' '.join(words)} "
    leaning = leaning_of(text, language)
    return (
        names / (names + _HALF_AT),
        figures / (figures + _HALF_AT),
        bool(_DAY.search(text)) or bool(cues.when.search(line)),
        bool(cues.place.search(text)),
        quoted / max(1, len(text)),
        bool(cues.speech.search(line)),
        bool(cues.task.search(line)),
        bool(cues.spoken.search(line)),
        leaning in {"opener", "pointer"},
        leaning == "nameless",
        is_question(text),
        not text.rstrip(_CLOSERS).endswith(_STOPS),
    )


def _lead_of(document: Document) -> Sentence | None:
    """The first sentence long enough to tell something."""
    for sentence in document.sentences:
        if len(sentence.text.split()) >= LEAD:
            return sentence
    return None


def _scaled(values: Floats) -> Floats:
    best = float(values.max(initial=0.0))
    return values / best if best else values


def _lexrank(similar: Floats, bias: Floats) -> Floats:
    """Continuous LexRank with teleport in proportion to ``bias``; scaled so that the best is 1."""
    degrees = similar.sum(axis=1, keepdims=True)
    # A sentence like no other passes its weight on to all alike.
    walk = np.divide(
        similar, degrees, out=np.full_like(similar, 1.0 / len(similar)), where=degrees > 0
    )
    teleport = bias / bias.sum()
    weight = teleport.copy()
    for _ in range(_STEPS):
        after = _DAMPING * (weight @ walk) + (1 - _DAMPING) * teleport
        moved = float(np.abs(after - weight).sum())
        weight = after
        if moved < _CLOSE_ENOUGH:
            break
    return np.asarray(weight / weight.max(), dtype=np.float64)
