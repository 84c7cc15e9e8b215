"""How somebody comes by an office or had one before: "được Quốc hội bầu làm Thủ tướng".

The words right after a name are read: a verb of appointment in the passive, with whoever appoints,
or one of taking office ("trở thành", "became"). What is only planned ("sẽ trở thành") gives none.
"""

from __future__ import annotations

import re

from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.tokens import Line

MAX_APPOINTER = 9
"""Tokens from "được" to the verb: who appoints, and when."""

_WHEN = re.compile(
    r"\s+(?:on|in|since|from|until|till|at|last|this|early|late)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?)?"
    r"(?:\d|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|year|month|week).*$"
)
"""When an English office was given, after it: "foreign minister in April 2021"."""
_WHEN_VI = re.compile(
    r"\s+(?:(?:kể\s+)?từ|vào|hồi|trong|giai đoạn|(?:cho\s+)?(?:đến|tới)|các năm)\s+"
    r"(?:(?:đầu|cuối|giữa|hết|giai đoạn)\s+)*(?:năm|tháng|ngày|\d)(?!\s+châu).*$"
    r"|\s+(?:ngày|tháng|năm)\s+\d.*$"
)
"""The same in Vietnamese: "Bộ trưởng từ năm 2016 đến 2021"."""

_LOOSE = re.compile(
    r"(?:\s+(?:from|since|until|till|and|và|(?:kể )?từ|vào|hồi|(?:cho )?(?:đến|tới)))+$",
    re.IGNORECASE,
)
"""What leads up to a day behind the office, or to the next one: "Thứ trưởng từ | ngày 28/11/2020",
"Thứ trưởng và | từ năm 2014 là …".
"""

_YEAR_ONLY = re.compile(
    r"(?<!tháng \d )(?<!tháng \d\d )\b(?:(?:từ |hồi |vào |trong )?năm|in|since) (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LATELY = frozenset({"đã", "vừa", "mới", "chính", "thức", "cũng", "người", "who", "recently"})
_PASSIVE_EN = frozenset({"was", "is", "were", "been", "being", "has", "had", "newly", "officially"})


def office_given(line: Line, position: int, *, english: bool) -> int | None:
    """Where the office begins that who is named right before ``position`` is said to come by.

    >>> from summarizer.facts.words.tokens import line_of
    >>> office_given(line_of("Ông Tú được bổ nhiệm làm Thứ trưởng"), 2, english=False)
    6
    """
    suffix = "_en" if english else ""
    at = position + (line.low(position, position + 1) == ",")
    while line.low(at, at + 1) in _LATELY:
        at += 1
    if length := _phrase(line, at, "taking_office" + suffix):
        return _past_articles(line, at + length, english=english)
    if english:
        return _given_in_english(line, at)
    if line.low(at, at + 1) != "được":
        return None
    for verb in range(at + 1, min(at + 1 + MAX_APPOINTER, len(line.tokens))):
        if not line.tokens[verb].word and line.tokens[verb].text not in {"(", ")", "/"}:
            return None
        length = _phrase(line, verb, "appointing")
        if length and (link := _phrase(line, verb + length, "into_office")):
            proposed = f" {line.low(at + 1, verb + length)} "
            if any(f" {words} " in proposed for words in words_of("persons.toml", "proposing")):
                return None
            return verb + length + link
    return None


def is_of_a_year(line: Line) -> bool:
    """Whether a sentence dates what it tells by a year alone, as nobody does with what is news."""
    return _YEAR_ONLY.search(line.text) is not None


def _given_in_english(line: Line, position: int) -> int | None:
    at = position
    while line.low(at, at + 1) in _PASSIVE_EN:
        at += 1
    verb = _phrase(line, at, "appointing_en") if at > position else 0
    if not verb:
        return None
    at += verb
    if line.low(at, at + 1) == "by":
        # "was elected by the National Assembly as prime minister"
        for link in range(at + 1, min(at + 1 + MAX_APPOINTER, len(line.tokens))):
            if line.low(link, link + 1) == "as":
                return _past_articles(line, link, english=True)
        return None
    return _past_articles(line, at, english=True)


def _past_articles(line: Line, position: int, *, english: bool) -> int:
    """Where the office itself begins: after "as the", "một", "tân"."""
    if english:
        return (
            position
            + _phrase(line, position, "into_office_en")
            + (line.low(position, position + 1) in {"a", "an"})
        )
    while line.low(position, position + 1) in {"một", "tân", "vị", "là"}:
        position += 1
    return position


def without_day(role: str, *, english: bool) -> str:
    """An office without when it was given or held: "foreign minister in 2021"."""
    return _LOOSE.sub("", (_WHEN if english else _WHEN_VI).sub("", role))


def is_former(line: Line, position: int, copulas: frozenset[str]) -> bool:
    """Whether the office after a name that ends at ``position`` is an earlier one: "Trước đó, ông X
    là …", "X, previously …".
    """
    if line.low(position, position + 1) in copulas:
        return _phrase(line, 0, "earlier") > 0
    return _phrase(line, position + 1, "formerly") > 0


def _phrase(line: Line, position: int, words: str) -> int:
    """Length of the longest phrase of a list that begins at ``position``, 0 if none does."""
    known = words_of("persons.toml", words)
    for length in (4, 3, 2, 1):
        if line.low(position, position + length) in known and position + length <= len(line.tokens):
            return length
    return 0
