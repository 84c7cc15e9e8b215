"""What is denied, doubted or only alleged of somebody: "denied that he served as …".

What stands before the person governs what is told ("phủ nhận việc ông từng là …"), unless a new
thought has begun between; what stands behind takes it back ("…, a claim that he denies").
"""

from __future__ import annotations

import re
from functools import cache

from summarizer.facts.words.lexicon import words_of

_BETWEEN = 5
"""Words between what doubts and the person: "phủ nhận mọi thông tin cho rằng (ông)"."""

_NO = r"(?<!\bnot )(?<!n't )(?<!\bnever )(?<!\bkhông )(?<!\bchưa )"
"""Not before it: who does not deny something has not denied it."""


def is_doubted(before: str, after: str) -> bool:
    """Whether what stands before a person or behind what is told of him says that it is not, or not
    known to be, so.
    """
    clause = re.split(r"[.;:]", before.lower())[-1]
    return _before().search(clause) is not None or _after().match(after.lower()) is not None


@cache
def _before() -> re.Pattern[str]:
    links = _any_of("doubt_breaks")
    word = rf"(?!(?:{links})\b)[^\s,]+"
    named = rf"{_NO}\b(?:{_any_of('doubting')})\b(?:\s+{word}){{0,{_BETWEEN}}}"
    source = rf"\b(?:{_any_of('doubtful_sources')})\b[^,]{{0,40}},"
    return re.compile(rf"(?:{named}|{source})\s*$")


@cache
def _after() -> re.Pattern[str]:
    links = _any_of("doubt_breaks")
    doubt = rf"{_any_of('doubting')}|{_any_of('doubtful_sources')}"
    return re.compile(rf"\s*,(?!\s*(?:{links})\b)[^.;:,]{{0,40}}?\b(?:{doubt})\b")


def _any_of(name: str) -> str:
    words = sorted(words_of("persons.toml", name), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)
