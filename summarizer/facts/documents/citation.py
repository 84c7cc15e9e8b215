"""A document as one place of a text cites it: where it stands and what is told of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Citation:
    """What a wording tells of a document; ``""`` where it does not.

    Attributes:
        start: offset of the first character in the line.
        end: offset after the last one.
        sort: what sort of document it is ("nghi quyet"); of one with a name all that identifies it.
        number: without leading zeros.
        issuer: as in codes: ``tw`` (the Party's central bodies), ``cp``, ``ttg``, ``hdba`` …
        year: of its issue.
        term: for documents of the Party, the congress after which it was issued.
        coded: whether the full number stands there ("25-CT/TW").
        certain: false where only its surroundings can tell that a document is named at all.
        beside: words of which one must stand in the article, where the name is ambiguous.
        shortens: sorts for any of which the name may stand.
        listed: false for a treaty that only the look of its name tells.
    """

    start: int
    end: int
    sort: str
    number: str = ""
    issuer: str = ""
    year: str = ""
    term: str = ""
    coded: bool = False
    certain: bool = True
    beside: tuple[str, ...] = ()
    shortens: tuple[str, ...] = ()
    listed: bool = True

    @property
    def key(self) -> str:
        """Under what articles that cite the same document meet."""
        number = "/".join(part for part in (self.number, self.year) if part)
        return " ".join(part for part in (self.sort, number, self.issuer, self.term) if part)

    def fits(self, other: Citation) -> bool:
        """Whether both may be the same document: nothing that both tell differs."""
        if self.sort in other.shortens or other.sort in self.shortens:
            return True
        return (self.sort, self.number) == (other.sort, other.number) and all(
            not mine or not its or mine == its
            for mine, its in (
                (self.issuer, other.issuer),
                (self.year, other.year),
                (self.term, other.term),
            )
        )

    def with_what_tells(self, other: Citation) -> Citation:
        """The citation with what only another one of the same document tells."""
        return replace(
            self,
            issuer=self.issuer or other.issuer,
            year=self.year or other.year,
            term=self.term or other.term,
        )


@dataclass(frozen=True, slots=True)
class CitingLine:
    """A line as it stands and folded, character by character.

    A line of which folding changes the length (letters that do not compose) is read folded.
    """

    text: str
    folded: str

    @classmethod
    def of(cls, text: str) -> CitingLine:
        """The line with single blanks."""
        folded = fold(text)
        if len(folded) != len(text):
            text = " ".join(text.split())
        return cls(text if len(text) == len(folded) else folded, folded)


def either(patterns: list[str]) -> str:
    """An alternation of patterns, the longest first."""
    return "|".join(sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern)))


def spelled(phrase: str) -> str:
    """The pattern of a folded phrase; LHQ stands for all names of the United Nations."""
    words = [_UNITED_NATIONS if word == "lhq" else re.escape(word) for word in fold(phrase).split()]
    return re.sub(r" ?(\\-|&) ?", r" ?\1 ?", " ".join(words))


def with_lhq(text: str) -> str:
    """A folded text in which the United Nations have one name."""
    return re.sub(rf"(?<!\w){_UNITED_NATIONS}(?!\w)", "lhq", text)


def numeral(text: str) -> int:
    """The value of a folded numeral: "xiii", "13", "13th", "muoi ba", "thirteenth"."""
    if text in ORDINALS:
        return ORDINALS[text]
    if text[0].isdigit():
        return int(re.sub(r"\D", "", text))
    worth = [{"i": 1, "v": 5, "x": 10}[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(worth, [*worth[1:], 0], strict=True))


_UNITED_NATIONS = "(?:lien (?:hop|hiep) quoc|lhq|united nations|un)"
_IN_WORDS = (
    ("nhat", "first"), ("hai", "second"), ("ba", "third"), ("tu", "fourth"), ("nam", "fifth"),
    ("sau", "sixth"), ("bay", "seventh"), ("tam", "eighth"), ("chin", "ninth"),
    ("muoi", "tenth"), ("muoi mot", "eleventh"), ("muoi hai", "twelfth"),
    ("muoi ba", "thirteenth"), ("muoi bon", "fourteenth"), ("muoi lam", "fifteenth"),
)  # fmt: skip
ORDINALS = {word: number for number, words in enumerate(_IN_WORDS, 1) for word in words}
"""Folded ordinals of both languages ("lần thứ ba" without what stands before it)."""
NTH = rf"(?:{either(list(ORDINALS))}|[ivx]+|\d\d?(?:st|nd|rd|th)?)(?!\w)"
"""The pattern of what :func:`numeral` reads."""
