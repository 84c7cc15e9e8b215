"""Extracts: the few sentences of one or more articles that tell the most of them, as they stand.

Sentences are taken one at a time (:mod:`summarizer.taking`), the best first, less what is told
already. Duplicates of a sentence already taken are never taken. Sentences that lean on the one
before wait until that one is in, unless the caller names whom they speak of, or no other is left. A
summary of three or more sentences says who, when and where if its text does
(:mod:`summarizer.occasion`). The result stands in the order of the articles.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from summarizer.choosing import choose
from summarizer.dependence import is_named_in, is_office_alone, mend
from summarizer.document import Document
from summarizer.query import relevant
from summarizer.ranking import Ranking, rank
from summarizer.taking import Limits
from summarizer.weights import Weights

EXTRACT = "extract"
"""``Summary.method`` of an extract."""
NOT_IN_SOURCE = -1
"""Position of a sentence that a model wrote."""

Place = int | tuple[int, int]
"""A sentence position; for several articles (article index, position)."""


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
        antecedent: whom or what it speaks of, where the reader could not tell; ``""`` where he can.
    """

    position: int
    paragraph: int
    text: str
    score: float
    article: int = 0
    also_in: tuple[int, ...] = ()
    antecedent: str = ""

    @property
    def shown(self) -> str:
        """The sentence as a reader should see it: with its antecedent, if any, in brackets."""
        return mend(self.text, self.antecedent) if self.antecedent else self.text


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary, in the order in which it is read.

    ``method`` is ``"extract"`` or ``"abstract:NAME"`` with the name of the model.
    """

    sentences: tuple[ScoredSentence, ...]
    method: str

    @property
    def text(self) -> str:
        """The sentences in one line, as the source has them."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def shown(self) -> str:
        """The sentences in one line, with antecedents in brackets."""
        return " ".join(sentence.shown for sentence in self.sentences)


def extract(
    document: Document,
    sentences: int | None = 3,
    characters: int | None = None,
    *,
    complete: bool = True,
    weights: Weights | None = None,
    antecedents: Mapping[Place, str] | None = None,
) -> Summary:
    """Summarise one article in at most so many sentences and characters (blanks between counted).

    ``None`` sets no limit. At least one sentence is returned where the article has any: cut short
    if it is longer than ``characters``. ``complete`` lets three or more sentences give one up for
    another, so that they say who, when and where. ``antecedents`` tells for sentence positions whom
    a sentence without a name speaks of ("Ông nhấn mạnh …"): such a sentence may be chosen without
    the one before, and is shown with the name in brackets, which then counts in ``characters``.

    Raises:
        ValueError: if a limit is below 1, or all are ``None``.
    """
    limits = Limits(sentences, characters, complete=complete)
    return _extract([document], None, limits, weights, antecedents)


def extract_many(
    documents: Sequence[Document],
    sentences: int | None = 5,
    characters: int | None = None,
    *,
    words: int | None = None,
    complete: bool = False,
    standing: bool = True,
    weights: Weights | None = None,
    antecedents: Mapping[Place, str] | None = None,
) -> Summary:
    """Summarise several articles on one event; each sentence keeps its article's index.

    Give the articles in the order in which they should be told (oldest first). Sentences that
    several articles share are taken once; ``also_in`` names the others. ``words`` is a length to be
    filled: the choice is the one that tells most in so many words, with the sentence that reaches
    them. ``standing`` says whether sentences that lean on another wait for it. ``complete`` is off:
    what several articles share says who, when and where by itself, mostly. For the rest see
    :func:`extract`; ``antecedents`` are by (article index, position).

    Raises:
        ValueError: if a limit is below 1, or all are ``None``.
    """
    limits = Limits(sentences, characters, words, complete, standing)
    return _extract(documents, None, limits, weights, antecedents)


def scoped(
    documents: Document | Sequence[Document],
    positions: Collection[int] | Collection[tuple[int, int]] | None = None,
    sentences: int | None = 3,
    characters: int | None = None,
    *,
    query: str | None = None,
    since: date | None = None,
    until: date | None = None,
    weights: Weights | None = None,
    antecedents: Mapping[Place, str] | None = None,
) -> Summary:
    """Summarise only what concerns one thing: a conference, a speaker, a theme, a question, a time.

    Every scope that is given narrows the choice; nothing outside is ever chosen.

    * ``positions`` are sentence positions, for several documents (article index, position); a plain
      position means the first article. Facts know them for speakers, conferences and tasks.
    * ``query`` is a question or a few words, see :mod:`summarizer.query`; what answers more of it
      is preferred.
    * ``since`` and ``until`` (both included) keep the articles published then. An article of which
      this is not certain (no date, or only the month) is left out.

    Raises:
        ValueError: if a limit is below 1, or all are ``None``; if no scope is given; if ``since``
            is after ``until``.
    """
    several = [documents] if isinstance(documents, Document) else list(documents)
    if positions is None and query is None and since is None and until is None:
        raise ValueError("a scoped summary needs a scope: positions, query, since or until")
    if since is not None and until is not None and since > until:
        raise ValueError(f"the period ends ({until}) before it begins ({since})")
    places = {
        (article, sentence.position)
        for article, document in enumerate(several)
        if _published_within(document, since, until)
        for sentence in document.sentences
    }
    if positions is not None:
        places &= {_place(place) for place in positions}
    asked: dict[tuple[int, int], float] = {}
    if query is not None:
        asked = _asked_for(several, query)
        places &= asked.keys()
    # Who, when and where of the whole would only lead away from what is asked for.
    limits = Limits(sentences, characters, complete=False)
    return _extract(several, places, limits, weights, antecedents, asked)


def shorten(text: str, characters: int) -> str:
    """Cut a text at a blank so that it fits, with ``…`` at its end; unchanged if it fits."""
    if len(text) <= characters:
        return text
    cut = text[:characters]
    before, blank, _ = cut.rpartition(" ")
    kept = before if blank else cut[:-1]
    return kept.rstrip(" ,;:.–-") + "…"


def _place(place: Place) -> tuple[int, int]:
    return (0, place) if isinstance(place, int) else place


def _published_within(document: Document, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    its = document.published
    if its.year is None or its.month is None or its.day is None:
        return False
    day = date(its.year, its.month, its.day)
    return (since is None or since <= day) and (until is None or day <= until)


def _asked_for(documents: Sequence[Document], query: str) -> dict[tuple[int, int], float]:
    """The places that a query asks for, with their relevance."""
    places = [
        (article, sentence)
        for article, document in enumerate(documents)
        for sentence in document.sentences
    ]
    languages = {document.language for document in documents}
    found = relevant(query, [sentence.text for _, sentence in places], languages)
    return {(places[index][0], places[index][1].position): share for index, share in found.items()}


def _extract(
    documents: Sequence[Document],
    scope: Collection[tuple[int, int]] | None,
    limits: Limits,
    weights: Weights | None,
    antecedents: Mapping[Place, str] | None,
    favour: Mapping[tuple[int, int], float] | None = None,
) -> Summary:
    ranking = rank(documents, scope, weights)
    if not len(ranking):
        return Summary((), EXTRACT)
    if favour:
        where = zip(ranking.articles, ranking.sentences, strict=True)
        shares = [favour.get((article, sentence.position), 0.0) for article, sentence in where]
        ranking = ranking.favouring(np.array(shares))
    names = {_place(place): name for place, name in (antecedents or {}).items() if name.strip()}
    languages = [document.language for document in documents]
    mended = _mended(ranking, names, languages)
    chosen = choose(ranking, limits, languages, mended)
    if chosen:
        rows = frozenset(row for row, _ in chosen)
        return Summary(
            tuple(
                _scored(ranking, row, also_in, _unknown(ranking, row, rows, mended))
                for row, also_in in chosen
            ),
            EXTRACT,
        )
    assert limits.characters is not None
    best = _scored(ranking, int(np.argmax(ranking.scores)), (), "")
    return Summary((replace(best, text=shorten(best.text, limits.characters)),), EXTRACT)


def _mended(
    ranking: Ranking, names: Mapping[tuple[int, int], str], languages: Sequence[str]
) -> dict[int, str]:
    """The rows that are shown with the name of whom they speak of, and the name."""
    found = {}
    for row, (leaning, article, sentence) in enumerate(
        zip(ranking.leanings, ranking.articles, ranking.sentences, strict=True)
    ):
        name = names.get((article, sentence.position), "").strip()
        leans = leaning in {"nameless", "pointer", "quotation"}
        if name and (leans or is_office_alone(sentence.text, languages[article])):
            found[row] = name
    return found


def _unknown(
    ranking: Ranking,
    row: int,
    chosen: Collection[int],
    mended: Mapping[int, str],
) -> str:
    """Whom a chosen row speaks of, if nothing else that is chosen tells: the sentence on which it
    leans does, and for an office any before it that names who holds it.
    """
    name = mended.get(row, "")
    if not name or ranking.told_by(row) in chosen:
        return ""
    told = (ranking.sentences[one].text for one in chosen if one < row)
    return "" if ranking.leanings[row] is None and is_named_in(name, told) else name


def _scored(
    ranking: Ranking, row: int, also_in: tuple[int, ...], antecedent: str
) -> ScoredSentence:
    sentence = ranking.sentences[row]
    return ScoredSentence(
        position=sentence.position,
        paragraph=sentence.paragraph,
        text=sentence.text,
        score=round(float(ranking.scores[row]), 4),
        article=ranking.articles[row],
        also_in=also_in,
        antecedent=antecedent,
    )
