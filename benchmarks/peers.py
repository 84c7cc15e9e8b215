"""Plain methods of extractive summarisation, as yardsticks for ``benchmarks.summaries``.

Each ranks the sentences of one or more articles; the choice is then the same for all: so many
sentences, or the words of as many as it takes to reach a length. sumy's TextRank and LexRank get
the words of ``summarizer.vectors.tokens``, no stemming and no stop words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.document import Document
from summarizer.features import FEATURES, measure, measure_several
from summarizer.learning.corpus import Case
from summarizer.learning.rouge import overlap
from summarizer.vectors import Floats, TermVectors, tokens

LAMBDA = 0.7
DUPLICATE = 0.8


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary is: a number of sentences, or words at which it is cut."""

    sentences: int | None = None
    words: int | None = None

    def reached(self, chosen: Sequence[int], texts: Sequence[Sequence[str]]) -> bool:
        if self.sentences is not None:
            return len(chosen) >= self.sentences
        return sum(len(texts[row]) for row in chosen) >= (self.words or 0)

    def cut(self, words: list[str]) -> list[str]:
        return words[: self.words]


Method = Callable[[Case, Length], list[str]]


def method_of(choose: Callable[[Case, list[list[str]], Length], list[int]]) -> Method:
    """A method that yields the words of the chosen sentences, in the order of the articles."""

    def summarise(case: Case, length: Length) -> list[str]:
        texts = [tokens(s.text) for document in case.documents for s in document.sentences]
        rows = sorted(choose(case, texts, length))
        return length.cut([word for row in rows for word in texts[row]])

    return summarise


def lead(case: Case, texts: list[list[str]], length: Length) -> list[int]:
    """The first sentences; of several articles the first of each, then the second of each …"""
    places = [(n, a) for a, d in enumerate(case.documents) for n in range(len(d.sentences))]
    return _first(sorted(range(len(texts)), key=lambda row: places[row]), texts, length)


def _first(order: Sequence[int], texts: list[list[str]], length: Length) -> list[int]:
    chosen: list[int] = []
    for row in order:
        if length.reached(chosen, texts):
            break
        chosen.append(row)
    return chosen


def fixed_mix(case: Case, texts: list[list[str]], length: Length) -> list[int]:
    """Centroid + 1 / (1 + position) + 0.5 title, short and long sentences halved, MMR 0.7.

    The likeness to the centroid is scaled to 1 for the best sentence: the stronger reading.
    """
    vectors = TermVectors.of(texts)
    centre = vectors.cosines(vectors.centroid())
    centre = centre / (centre.max() or 1.0)
    return _mmr(centre + _position_and_title(case, texts), vectors, texts, length)


def biased_lexrank(case: Case, texts: list[list[str]], length: Length) -> list[int]:
    """Lead-biased LexRank + 1 / (1 + position) + 0.5 title, halved likewise, MMR 0.7."""
    vectors = TermVectors.of(texts)
    articles = [a for a, d in enumerate(case.documents) for _ in d.sentences]
    early = np.array([1 / (1 + s.position) for d in case.documents for s in d.sentences])
    lexrank = measure_several(articles, early, vectors)[:, 0]
    return _mmr(lexrank + _position_and_title(case, texts), vectors, texts, length)


def _position_and_title(case: Case, texts: list[list[str]]) -> Floats:
    parts, start = [], 0
    early, title = FEATURES.index("early"), FEATURES.index("title")
    for document in case.documents:
        its = texts[start : start + len(document.sentences)]
        start += len(its)
        table = measure(document, document.sentences, its)
        parts.append(table[:, early] + 0.5 * table[:, title])
    return np.concatenate(parts)


def _mmr(scores: Floats, vectors: TermVectors, texts: list[list[str]], length: Length) -> list[int]:
    lengths = np.array([len(text) for text in texts])
    scores = np.where((lengths < 8) | (lengths > 70), scores / 2, scores)
    scores = scores / scores.max()
    free = np.ones(len(texts), dtype=bool)
    likeness = np.zeros(len(texts))
    chosen: list[int] = []
    while free.any() and not length.reached(chosen, texts):
        relevance = LAMBDA * scores - (1 - LAMBDA) * likeness
        best = int(np.where(free, relevance, -np.inf).argmax())
        chosen.append(best)
        like = vectors.cosines(vectors.row(best))
        likeness = np.maximum(likeness, like)
        free &= like < DUPLICATE
        free[best] = False
    return chosen


def oracle(case: Case, texts: list[list[str]], length: Length) -> list[int]:
    """The sentences that, one by one, raise ROUGE-1 + ROUGE-2 with the references the most."""
    chosen: list[int] = []
    while not length.reached(chosen, texts) and len(chosen) < len(texts):
        best, gain = -1, -1.0
        for row in range(len(texts)):
            if row in chosen:
                continue
            told = length.cut([word for one in sorted([*chosen, row]) for word in texts[one]])
            score = sum(overlap(told, its, 1) + overlap(told, its, 2) for its in case.references)
            if score > gain:
                best, gain = row, score
        chosen.append(best)
    return chosen


def sumy_methods() -> dict[str, Method]:
    """TextRank and LexRank of sumy.

    Raises:
        ImportError: if sumy is not installed.
    """
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    class Words:
        """The tokenizer that sumy asks for."""

        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(tokens(text))

    def ranked(summarizer, case: Case, texts: list[list[str]], length: Length) -> list[int]:
        words = Words()
        rows = [s.text for document in case.documents for s in document.sentences]
        model = ObjectDocumentModel(
            [Paragraph([Sentence(text, words) for text in _texts(d)]) for d in case.documents]
        )
        if length.sentences is not None:
            found = summarizer(model, length.sentences)
            return [rows.index(str(sentence)) for sentence in found]
        found = summarizer(model, len(rows))
        ratings = _ratings(summarizer, model)
        order = sorted({rows.index(str(one)) for one in found}, key=lambda r: -ratings[rows[r]])
        return _first(order, texts, length)

    def _ratings(summarizer, model) -> dict[str, float]:
        if isinstance(summarizer, TextRankSummarizer):
            rated = summarizer.rate_sentences(model)
        else:
            # sumy offers no ratings of LexRank, only the best sentences in their order
            words = [summarizer._to_words_set(s) for s in model.sentences]  # noqa: SLF001 - see above
            tf = summarizer._compute_tf(words)  # noqa: SLF001 - see above
            idf = summarizer._compute_idf(words)  # noqa: SLF001 - see above
            matrix = summarizer._create_matrix(words, summarizer.threshold, tf, idf)  # noqa: SLF001 - as above
            scores = summarizer.power_method(matrix, summarizer.epsilon)
            rated = dict(zip(model.sentences, scores, strict=True))
        return {str(sentence): float(score) for sentence, score in rated.items()}

    return {
        name: method_of(lambda case, texts, length, its=its: ranked(its, case, texts, length))
        for name, its in (
            ("TextRank (sumy)", TextRankSummarizer()),
            ("LexRank (sumy)", LexRankSummarizer()),
        )
    }


def _texts(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]
