"""Documents an article names: directives, resolutions, conclusions, laws, conventions.

They are what links articles that share neither a meeting nor a speaker, so one document has one key
under all its wordings in both languages (:func:`document_key`), and two documents that share a
number have two.

* A number counts with its issuer and, for those who begin anew every year, the year: a resolution
  22 of the Politburo, of the Government and of the National Assembly in 2021 are three.
* A bare number ("Nghị quyết 22") is what the article calls in full elsewhere. If that fits two
  documents of the article, it is left out. If it stands alone in an article, it meets only other
  bare ones of the same sort: any of the three may be meant, and nothing is guessed. A few numbers
  are so well known that they tell the document ("Chỉ thị 25", "Nghị quyết 2231"), or do so with
  their subject ("Nghị quyết 22 về hội nhập quốc tế"); the gazetteer lists them.
* So it is with what else one wording tells and another does not: within an article they are one,
  between articles "Nghị định 46" and "Nghị định 46/2016/NĐ-CP" stay apart.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from functools import cache

from summarizer.facts.documents.citation import Citation, CitingLine
from summarizer.facts.documents.names import readers, short_names
from summarizer.facts.documents.numbers import first_words, numbered
from summarizer.facts.documents.treaties import english_treaties, law, treaty
from summarizer.facts.documents.treaties import first_words as treaty_words
from summarizer.facts.words.lexicon import table_of
from summarizer.text.folding import fold

_WORD = re.compile(r"[^\W_]+")

Cited = tuple[str, Citation]
"""The wording and what it tells."""


def find_documents(texts: Iterable[str]) -> tuple[str, ...]:
    """The documents named in the texts, each once and in its fullest wording, in the order of
    their first naming.
    """
    lines = [CitingLine.of(text) for text in texts]
    cited: list[Cited] = []
    for line in lines:
        for citation in _citations(line):
            stands = citation.certain and (
                not citation.beside or _stands_beside(citation.beside, lines)
            )
            if stands:
                cited.append((line.text[citation.start : citation.end].rstrip(" ,("), citation))
    return tuple(dict.fromkeys(_in_order(_documents(cited))))


def document_key(name: str) -> str:
    """What wordings of one document have in common; articles meet under it."""
    found = next(_citations(CitingLine.of(name)), None)
    return found.key if found else fold(name)


def _stands_beside(words: tuple[str, ...], lines: list[CitingLine]) -> bool:
    return any(re.search(rf"\b{word}\b", line.folded) for line in lines for word in words)


# -- reading a line ------------------------------------------------------------------------------


def _citations(line: CitingLine) -> Iterator[Citation]:
    """What a line cites, in order; of wordings that overlap one of the gazetteer, the one that
    begins first, and of those that begin together the longest.
    """
    return iter(without_overlaps(_found(line)))


def without_overlaps(found: Iterable[Citation]) -> list[Citation]:
    """Those that are kept, in order of the text; linear but for the sorting, as long lists of laws
    are read in one go.
    """
    ordered = sorted(found, key=lambda it: (it.start, -it.end))
    listed = _one_by_one(its for its in ordered if its.listed)
    others = _one_by_one(_beside(listed, (its for its in ordered if not its.listed)))
    return list(heapq.merge(listed, others, key=lambda it: it.start))


def _one_by_one(ordered: Iterable[Citation]) -> list[Citation]:
    """Of citations in the order of the text, those that do not begin within one that is kept."""
    kept: list[Citation] = []
    for citation in ordered:
        if not kept or kept[-1].end <= citation.start:
            kept.append(citation)
    return kept


def _beside(kept: list[Citation], ordered: Iterable[Citation]) -> Iterator[Citation]:
    """Of citations in the order of the text, those that overlap none of ``kept``."""
    at = 0
    for citation in ordered:
        while at < len(kept) and kept[at].end <= citation.start:
            at += 1
        if at == len(kept) or citation.end <= kept[at].start:
            yield citation


def _found(line: CitingLine) -> Iterator[Citation]:
    yield from short_names(line)
    if not any(sign in line.folded for sign in _signs()):
        return
    yield from english_treaties(line)
    names, numbers, treaties = readers(), first_words(), treaty_words()
    words = _words()
    for match in _WORD.finditer(line.folded):
        word, start = match[0], match.start()
        if word not in words:
            continue
        for read in names.get(word, ()):
            if it := read(line, start):
                yield it
        if word in numbers and (it := numbered(line, start)):
            yield it
        if (word in treaties or word.isdigit()) and (it := treaty(line, start) or law(line, start)):
            yield it


@cache
def _signs() -> tuple[str, ...]:
    """Parts of words without which a line need not be read."""
    return tuple(fold(sign) for sign in table_of("documents.toml")["signs"])


@cache
def _words() -> frozenset[str]:
    years = {str(year) for year in range(1990, 2050)}
    return frozenset(readers()) | first_words() | treaty_words() | years


# -- one document, several wordings --------------------------------------------------------------


class _Document:
    """A document of an article under all its wordings there."""

    def __init__(self, name: str, citation: Citation, place: int) -> None:
        self.name, self.told, self.place = name, citation, place
        self._fullness = _fullness(name, citation)

    def take(self, name: str, citation: Citation, place: int) -> None:
        self.told = self.told.with_what_tells(citation)
        self.place = min(self.place, place)
        if (fullness := _fullness(name, citation)) > self._fullness:
            self.name, self._fullness = name, fullness


def _fullness(name: str, citation: Citation) -> tuple[int, bool, int]:
    told = sum(1 for part in (citation.issuer, citation.year, citation.term) if part)
    return told, citation.coded, 0 if citation.coded else len(name)


def _documents(cited: list[Cited]) -> list[_Document]:
    """The fullest wordings first, as the others are what they tell; one that may be two is left."""
    documents: list[_Document] = []
    places = sorted(range(len(cited)), key=lambda at: _fullness(*cited[at]), reverse=True)
    for place in places:
        name, citation = cited[place]
        fitting = [document for document in documents if document.told.fits(citation)]
        if not fitting:
            documents.append(_Document(name, citation, place))
        elif len(fitting) == 1:
            fitting[0].take(name, citation, place)
    return documents


def _in_order(documents: list[_Document]) -> Iterator[str]:
    for document in sorted(documents, key=lambda document: document.place):
        yield document.name
