"""Extracts: the few sentences of one or more articles that tell the most of them, as they stand.

Sentences are taken one at a time by maximal marginal relevance (Carbonell and Goldstein 1998):
``λ · score - (1 - λ) · likeness to what is taken already``. Duplicates of a sentence already taken
are never taken. Sentences that lean on the one before wait until that one is in or no other is
left. The result stands in the order of the articles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.document import Document
from summarizer.ranking import Ranking, Weights, rank

DIVERSITY = 0.7
"""λ: 1 looks at the score only."""
DUPLICATE = 0.8
"""Cosine from which on two sentences say the same."""
EXTRACT = "extract"
"""``Summary.method`` of an extract."""
NOT_IN_SOURCE = -1
"""Position of a sentence that a model wrote."""

_MOST_COMPARED = 200
# After so many sentences a summary is a rendering of the text: likeness is no longer tracked.


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence of a summary and where it stands.

    Attributes:
        position: its position in the document, or :data:`NOT_IN_SOURCE`.
        paragraph: its paragraph, as in :class:`summarizer.document.Sentence`.
        text: the sentence as it stands; cut at a word and ended with ``…`` only where not even one
            sentence fits the length asked for.
        score: 0 to 1.
        article: index of its article among those summarised.
        also_in: indices of the other articles that have the same sentence.
    """

    position: int
    paragraph: int
    text: str
    score: float
    article: int = 0
    also_in: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary, in the order in which it is read.

    ``method`` is ``"extract"`` or ``"abstract:NAME"`` with the name of the model.
    """

    sentences: tuple[ScoredSentence, ...]
    method: str

    @property
    def text(self) -> str:
        """The sentences in one line."""
        return " ".join(sentence.text for sentence in self.sentences)


def extract(
    document: Document,
    sentences: int | None = 3,
    characters: int | None = None,
    *,
    weights: Weights | None = None,
) -> Summary:
    """Summarise one article in at most so many sentences and characters (blanks between counted).

    ``None`` sets no limit. At least one sentence is returned where the article has any: cut short
    if it is longer than ``characters``.

    Raises:
        ValueError: if a limit is below 1, or both are ``None``.
    """
    return _extract([document], None, sentences, characters, weights)


def extract_many(
    documents: Sequence[Document],
    sentences: int | None = 5,
    characters: int | None = None,
    *,
    weights: Weights | None = None,
) -> Summary:
    """Summarise several articles on one event; each sentence keeps its article's index.

    Give the articles in the order in which they should be told (oldest first). Sentences that
    several articles share are taken once; ``also_in`` names the others.

    Raises:
        ValueError: if a limit is below 1, or both are ``None``.
    """
    return _extract(documents, None, sentences, characters, weights)


def scoped(
    documents: Document | Sequence[Document],
    positions: Collection[int] | Collection[tuple[int, int]],
    sentences: int | None = 3,
    characters: int | None = None,
    *,
    weights: Weights | None = None,
) -> Summary:
    """Summarise among given sentences only: what one speaker said, what concerns one conference.

    ``positions`` are sentence positions, for several documents as (article index, position). A
    plain position means the first article.

    Raises:
        ValueError: if a limit is below 1, or both are ``None``.
    """
    several = [documents] if isinstance(documents, Document) else documents
    places = {(0, place) if isinstance(place, int) else place for place in positions}
    return _extract(several, places, sentences, characters, weights)


def _extract(
    documents: Sequence[Document],
    scope: Collection[tuple[int, int]] | None,
    sentences: int | None,
    characters: int | None,
    weights: Weights | None,
) -> Summary:
    if sentences is None and characters is None:
        raise ValueError("a summary needs a length: sentences, characters or both")
    for name, limit in (("sentences", sentences), ("characters", characters)):
        if limit is not None and limit < 1:
            raise ValueError(f"{name} must be at least 1, not {limit}")
    ranking = rank(documents, scope, weights)
    if not len(ranking):
        return Summary((), EXTRACT)
    chosen, same = _choose(ranking, sentences, characters)
    if chosen:
        return Summary(tuple(_scored(ranking, index, same[index]) for index in chosen), EXTRACT)
    assert characters is not None
    best = _scored(ranking, int(ranking.scores.argmax()), ())
    cut = ScoredSentence(
        best.position,
        best.paragraph,
        shorten(best.text, characters),
        best.score,
        best.article,
    )
    return Summary((cut,), EXTRACT)


def _choose(
    ranking: Ranking, sentences: int | None, characters: int | None
) -> tuple[list[int], dict[int, tuple[int, ...]]]:
    """The chosen rows in reading order, and for each the articles that have the same sentence."""
    lengths = np.array([len(sentence.text) for sentence in ranking.sentences])
    waiting = ranking.features.dependent.copy()
    free = np.ones(len(ranking), dtype=np.bool_)
    likeness = np.zeros(len(ranking))
    left = characters
    chosen: list[int] = []
    same: dict[int, tuple[int, ...]] = {}
    while sentences is None or len(chosen) < sentences:
        # The blank before every sentence but the first counts too.
        open_ = free if left is None else free & (lengths + bool(chosen) <= left)
        best = _best(ranking.scores, likeness, open_ & ~waiting, open_)
        if best is None:
            break
        chosen.append(best)
        same[best] = ()
        free[best] = False
        if left is not None:
            left -= int(lengths[best]) + (len(chosen) > 1)
        _release_follower(ranking, best, waiting)
        if len(chosen) <= _MOST_COMPARED:
            like = ranking.vectors.cosines(ranking.vectors.row(best))
            likeness = np.maximum(likeness, like)
            doubles = like >= DUPLICATE
            free &= ~doubles
            same[best] = _articles_of(ranking, np.flatnonzero(doubles), but=best)
    return sorted(chosen), same


def _best(
    scores: NDArray[np.float64],
    likeness: NDArray[np.float64],
    *tiers: NDArray[np.bool_],
) -> int | None:
    """The best row of the first tier that has one."""
    relevance = DIVERSITY * scores - (1 - DIVERSITY) * likeness
    for tier in tiers:
        if tier.any():
            return int(np.where(tier, relevance, -np.inf).argmax())
    return None


def _release_follower(ranking: Ranking, row: int, waiting: NDArray[np.bool_]) -> None:
    """Let the sentence after a chosen one be chosen, even if it leans on it."""
    after = row + 1
    if (
        after < len(ranking)
        and ranking.articles[after] == ranking.articles[row]
        and ranking.sentences[after].position == ranking.sentences[row].position + 1
    ):
        waiting[after] = False


def _articles_of(ranking: Ranking, rows: Iterable[int], but: int) -> tuple[int, ...]:
    own = ranking.articles[but]
    return tuple(sorted({ranking.articles[int(row)] for row in rows} - {own}))


def _scored(ranking: Ranking, index: int, also_in: tuple[int, ...]) -> ScoredSentence:
    sentence = ranking.sentences[index]
    return ScoredSentence(
        position=sentence.position,
        paragraph=sentence.paragraph,
        text=sentence.text,
        score=round(float(ranking.scores[index]), 4),
        article=ranking.articles[index],
        also_in=also_in,
    )


def shorten(text: str, characters: int) -> str:
    """Cut a text at a blank so that it fits, with ``…`` at its end; unchanged if it fits."""
    if len(text) <= characters:
        return text
    cut = text[:characters]
    before, blank, _ = cut.rpartition(" ")
    kept = before if blank else cut[:-1]
    return kept.rstrip(" ,;:.–-") + "…"
