"""Conferences by the place where they are held: "in Hanoi", "ở Hà Nội", "tại Pháp".

Conferences are found whose place has the name, also under the glossary's other names for it; under
that of a country also those in one of its towns, as far as the gazetteer of visits knows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from bot.briefings.assigned import tells
from bot.briefings.periods import Period, asked_period, cuts
from summarizer.text.folding import fold, words

LONGEST: Final = 100
"""Characters of what is looked at."""
MOST_WORDS: Final = 10
"""Words of a place."""
_IN: Final = re.compile(
    r"(?:(?:that|which|are|is|were|was|held|taking place|take place|took place|to be|being"
    r"|dien ra|duoc|to chuc|da|se|dang|co)\s+)*"
    r"(?P<in>in|at|o|tai)\s+(?P<place>\S.*)"
)
_PREFIX: Final = re.compile(
    r"^(?:the\s+)?(?:(?:thành phố|thanh pho|tp\.?|thủ đô|thu do|tỉnh|tinh|nước|nuoc|city of"
    r"|province of)\s+)?(?=\S)",
    re.IGNORECASE,
)
_ON: Final = re.compile(r"\b(?:on|about|of|for|and|with|về|của|cho|và|với|năm|tháng)\b")
"""What names of places have none of: a matter is named with them."""
_SUFFIX: Final = re.compile(r"\s+(?:city|province)$", re.IGNORECASE)


def asked_place(text: str) -> str:
    """The place in which a text asks for something, and for nothing else; or empty."""
    text = " ".join(text[: LONGEST + 1].split()).strip(" .,:;?!")
    folded = fold(text)
    if len(text) > LONGEST or len(folded) != len(text):
        return ""
    if (found := _IN.fullmatch(folded)) is None:
        return ""
    place = text[found.start("place") :].strip(" \"'“”")
    named = words(fold(place))
    if not 0 < len(named) <= MOST_WORDS or any(char.isdigit() for char in place):
        return ""
    if tells(place) or _ON.search(place.lower()):
        return ""
    return place


def asked_place_and_time(text: str, today: date) -> tuple[str, Period | None]:
    """The place in which, and the time at which, a text asks for something, and for nothing else:
    "in Hanoi in May 2021", "tháng 5 tại Pháp"; without a time its place; or ``("", None)``.
    """
    for time, rest in cuts(text):
        if not rest:
            continue
        place = asked_place(" ".join(rest))
        period = asked_period(" ".join(time).strip(" ,:;?!."), today, whole=True) if place else None
        if period is not None and asked_period(place, today, whole=True) is None:
            return place, period
    return asked_place(text), None


def names_of(place: str, wordings: Callable[[str], Sequence[str]]) -> list[str]:
    """A place by all its names; ``wordings`` tells what else words are called."""
    name = core(place)
    return [*dict.fromkeys((place, name, *wordings(place), *wordings(name)))]


def core(place: str) -> str:
    """The name of a place without what kind of place it is."""
    return _SUFFIX.sub("", _PREFIX.sub("", place)) or place
