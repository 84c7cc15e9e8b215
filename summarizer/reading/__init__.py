"""Reading: a small learned encoder beside the rules of :mod:`summarizer.facts`.

>>> from summarizer.facts import extract                        # doctest: +SKIP
>>> from summarizer.reading import load_reader                  # doctest: +SKIP
>>> facts = extract(document, load_reader())                    # doctest: +SKIP

The rules know why, the reader has seen more wordings: for each sentence it says how likely it sets
a task, and which words name a meeting (:mod:`summarizer.reading.reader`). It is trained by
:mod:`summarizer.reading.training` and shipped in ``model/``.
"""

from summarizer.reading.passages import Name, Passage, Reading, Reads
from summarizer.reading.reader import Reader, ReaderUnavailable, load_reader, shipped_reader

__all__ = [
    "Name",
    "Passage",
    "Reader",
    "ReaderUnavailable",
    "Reading",
    "Reads",
    "load_reader",
    "shipped_reader",
]
