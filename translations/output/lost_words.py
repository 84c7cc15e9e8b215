"""Words of the source of which nothing stands in the translation: ``dũng cảm`` and no "brave".

What the lexicon tells of common words is held against a translation; official terms and names are
looked for elsewhere. Human translators leave words out and turn sentences round, so that a word
which is lost is a reason to try again and no proof of a mistake.

    >>> [lost] = lost_words("Bà khen ông dũng cảm.", "She praised him for appreciation.")
    >>> lost.source, lost.forms[0]
    ('dũng cảm', 'brave')
    >>> lost_words("Bà khen ông dũng cảm.", "She praised his courage.")
    []
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from translations.terminology.lexicon import Lexicon, stems_of

_OFTEN_LEFT_OUT = frozenset(
    {
        "tuy nhiên", "tuy vậy", "mặc dù", "mặc dù vậy", "dù vậy", "dù thế", "thế nhưng", "ngoài ra",
        "bên cạnh", "bên cạnh đó", "trước đó", "sau đó", "tiếp theo", "đồng thời", "hiện nay",
        "hiện tại", "thông thường", "thực tế", "đặc biệt", "cụ thể", "thậm chí", "chẳng hạn",
        "ví dụ", "xung quanh", "trường hợp", "thế kỷ", "hầu hết", "liên quan", "tiến hành",
        "thực hiện",
    }
)  # fmt: skip
"""Words that a good translation leaves out as often as not."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A word at ``[start:end]`` of the source, and what it commonly becomes."""

    start: int
    end: int
    source: str
    forms: tuple[str, ...]


def lost_words(
    source: str, text: str, but: Iterable[tuple[int, int]] = (), lexicon: Lexicon | None = None
) -> list[Lost]:
    """The words of a Vietnamese ``source`` that its English ``text`` lacks, in their order.

    Args:
        source: a sentence.
        text: its translation.
        but: places of the source that others look after.
        lexicon: the words; the package's own by default.
    """
    taken = list(but)
    said = stems_of(text)
    found = []
    for word in (lexicon or Lexicon.load()).words(source):
        if not word.entry.stems or word.entry.stems & said:
            continue
        if any(word.start < end and start < word.end for start, end in taken):
            continue
        own = source[word.start : word.end]
        if own.lower() in _OFTEN_LEFT_OUT:
            continue
        if not own[1:].islower() or (own[0].isupper() and not _begins(source, word.start)):
            continue  # a name
        found.append(Lost(word.start, word.end, own, word.entry.forms))
    return found


def _begins(source: str, start: int) -> bool:
    """Whether a sentence, a clause after a colon or a quotation begins here."""
    before = source[:start].rstrip("\"'“”‘’ ")
    return not before or before[-1] in ".:;!?…"
