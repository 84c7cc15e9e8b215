"""Conferences by what they are about and of which kind: "on climate", "về khí hậu ở Hà Nội",
"international in Hanoi".

Their names are what tells it: those have the words, or the glossary's other names for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import lists, places
from bot.briefings.assigned import tells
from bot.briefings.cards import ConferenceList
from bot.briefings.periods import Period, asked_period
from bot.briefings.words_in_time import words_in_time
from bot.store import search as index
from bot.store.spelling import is_marked
from summarizer.text.folding import fold, words

LONGEST: Final = 110
"""Characters of what is looked at."""
MOST_WORDS: Final = 14
"""Words of a matter."""
INTERNATIONAL: Final = ("quốc tế", "international")
_HELD: Final = (
    r"(?:(?:that|which|are|is|were|was|held|taking place|take place|took place"
    r"|dien ra|duoc|to chuc|da|se|dang|co|nao|noi)\s+)*"
)
_KIND: Final = r"(?P<kind>international|quoc te)"
_ABOUT: Final = (
    r"(?:on|about|regarding|concerning|related to|dealing with|ve|ban ve|lien quan (?:den|toi)"
    r"|ve chu de|chu de)\s+(?:the\s+(?:topic|theme|subject)\s+of\s+)?(?P<about>\S.*?)"
)
_PLACE: Final = r"(?P<in>in|at|o|tai)\s+(?P<place>\S.*?)"
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_HELD}{_KIND}(?: nao)?(?:\s+{_HELD}{_PLACE})?",
        rf"{_HELD}(?:{_KIND}\s+)?{_HELD}{_ABOUT}(?:\s+{_HELD}{_PLACE})?",
        rf"{_HELD}(?:{_KIND}\s+)?{_HELD}{_PLACE}\s+{_HELD}{_ABOUT}",
    )
)
_MARKED_PLACE: Final = frozenset({"in", "at", "ở", "tại"})
"""What stands before a place in words with marks: "tài chính" is none."""
_MARKED_ABOUT: Final = re.compile(r"\b(?:on|về|about|regarding|concerning|đến|tới|đề|to|with)\b")


_HAPPENS: Final = re.compile(
    r"\b(?:khai mac|be mac|dien ra|ket thuc|thong qua|ra tuyen bo|khang dinh|nhan manh|keu goi"
    r"|thao luan|opens?|opened|close[sd]|ends|ended|begins|began|concludes?d?|adopts|adopted"
    r"|calls (?:for|on)|urges|kicks off)\b"
)
"""Folded words of headlines, which tell what happens at a conference."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What conferences are asked for: on a matter, in a place, such as are called international."""

    about: str = ""
    place: str = ""
    international: bool = False


def asked_matter(text: str) -> Matter | None:
    """The matter or kind of which a text asks for conferences, and for nothing else; ``None``
    where it names neither, as where it names a place alone.
    """
    text = " ".join(text[: LONGEST + 1].split()).strip(" .,:;?!")
    plain = fold(text)
    if len(text) > LONGEST or len(plain) != len(text) or tells(text):
        return None
    for pattern in _PATTERNS:
        if (found := pattern.fullmatch(plain)) is not None:
            return _matter(text, found)
    return None


def _matter(text: str, found: re.Match[str]) -> Matter | None:
    parts = found.groupdict()
    about, place = (
        text[found.start(name) : found.end(name)].strip(" ,:;\"'“”") if parts.get(name) else ""
        for name in ("about", "place")
    )
    before = text[found.start("in") : found.end("in")].lower() if parts.get("in") else ""
    if before and is_marked(text) and before not in _MARKED_PLACE:
        if not about or found.start("in") < found.start("about"):
            return None
        about, place = text[found.start("about") : found.end("place")].strip(), ""
    if parts.get("about"):
        lead = text[: found.start("about")].lower()
        if is_marked(lead) and not _MARKED_ABOUT.search(lead):
            return None  # "vẽ", "vệ", "vé"
    if _HAPPENS.search(fold(f"{about} {place}")):
        return None
    if max(len(words(fold(each))) for each in (about, place)) > MOST_WORDS:
        return None
    if parts.get("about") and not words(fold(about)):
        return None
    return Matter(about, place, bool(parts["kind"]))


def asked_matter_and_time(text: str, today: date) -> tuple[str, Matter | None, Period | None]:
    """The same with the time at which they are asked for, if there is one, and before both the
    words without it.
    """
    text = text[: LONGEST * 2].strip(" ,:;?!.")
    rest, period = words_in_time(text, today, ahead=True)
    for words_, time in ((rest, period), (text, None)):
        matter = asked_matter(words_)
        if matter is not None and not _is_time(words_, matter, today):
            return _without_small_words(words_), matter, time
    return text, None, None


def _without_small_words(text: str) -> str:
    """What asks for a matter without the small words before it: "nào về biển", "held on trade"."""
    text = " ".join(text.split())
    small = re.match(_HELD, fold(text))
    return text[small.end() :] if small is not None else text


def _is_time(text: str, matter: Matter, today: date) -> bool:
    """Whether what looks like a matter is a time: "on 12 March"."""
    return any(asked_period(each, today, whole=True) is not None for each in (text, matter.about))


async def conferences_on(
    session: AsyncSession,
    asked: str,
    matter: Matter,
    wordings: Callable[[str], Sequence[str]],
    number: int,
    today: date,
    period: Period | None = None,
) -> ConferenceList:
    """Conferences of a matter, newest first; those within a period if one is given. ``asked`` is
    how the reader named it, ``wordings`` tells what else words are called.
    """
    there: set[int] | None = None
    if matter.about:
        there = await _named(session, (matter.about, *wordings(matter.about)))
    if matter.international:
        kind = await _named(session, INTERNATIONAL)
        there = kind if there is None else there & kind
    there = there or set()
    if matter.place:
        here = await lists.held_in(session, places.names_of(matter.place, wordings))
        if matter.about and not there & here:
            # "về hợp tác ở Biển Đông": the place may be a part of the matter.
            whole = f"{matter.about} {matter.place}"
            here = there = await _named(session, (whole, *wordings(whole)))
        there &= here
    return await lists.among(session, sorted(there), asked, number, today, period)


async def _named(session: AsyncSession, names: Sequence[str]) -> set[int]:
    """The conferences that have one of the names in theirs."""
    found: set[int] = set()
    for name in dict.fromkeys(names):
        found.update((await index.find_conferences(session, name)).exact)
    return found
