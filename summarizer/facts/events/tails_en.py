"""What follows the noun in the English name of an event: "on …", "to Review …", "(COP26)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.tokens import Token

_WHOLE = 30
"""Tokens of the whole name."""

_JOINS = frozenset({"of", "on", "for", "and", "the", "between"})
_DASHES = frozenset("-–—")
_IN_NAMES = frozenset("-–'’0123456789")
"""How a token may begin, beside capitals, between "and" and the noun of another event."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_FORM = re.compile(r"(?=\w*[A-Z]\w*[A-Z])[A-Z][A-Za-z]{1,9}\d{0,4}")
_LONGEST_SHORT_FORM = 3


def tail_of(tokens: Sequence[Token], position: int, head: int, date_starts: Collection[int]) -> int:
    """Where the name ends after its noun."""
    end = head
    days = words_of("events.toml", "days_en")
    while end < len(tokens) and end - position < _WHOLE:
        token = tokens[end]
        if (past := _inside(tokens, head, end)) is not None:
            end = past
            continue
        if token.start in date_starts or _goes_on_to_another(tokens, head, end):
            break
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        if token.low == "on" and following is not None and following.low in days:
            break
        joined = following is not None and (
            (token.low in _JOINS and (following.cap or following.low == "the"))
            or (token.low in _JOINS - {"and", "the", "between"})
            or (token.text in _DASHES and following.cap)
        )
        if not (token.cap or token.text[0].isdigit() or joined):
            break
        end += 1
    return end


def _goes_on_to_another(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether "and" goes on to another event: "Forum on Trade | and the Summit on Water"."""
    if tokens[end].low != "and" or any(token.low == "between" for token in tokens[head:end]):
        return False
    the = tokens[end + 1].low == "the" if end + 1 < len(tokens) else False
    if not the and end != head:
        # "on Trade and Investment Forum"
        return False
    start = at = end + 1 + the
    nouns = words_of("events.toml", "formal_en")
    while at < len(tokens) and (tokens[at].cap or tokens[at].low[0] in _IN_NAMES):
        if tokens[at].low in nouns and (the or at > start + 1):
            return True
        at += 1
    return False


def _inside(tokens: Sequence[Token], head: int, end: int) -> int | None:
    """The end of what goes on a name though it looks like a place, a year or another clause.

    The region that a subject is about ("on Peace in the Indo-Pacific"), the year that is reviewed
    ("on Reviewing the Work in 2021"), the purpose ("to Review the Work").
    """
    if end + 1 >= len(tokens):
        return None
    low, following = tokens[end].low, tokens[end + 1]
    if low == "to" and following.cap and end == head:
        return end + 2 if following.low in words_of("events.toml", "purposes_en") else None
    if low != "in" or end == head:
        return None
    told = {token.low for token in tokens[head:end]}
    if _YEAR.fullmatch(following.text):
        return end + 2 if told & words_of("events.toml", "reviewed_en") else None
    if "on" not in told:
        return None
    the = following.low == "the"
    for length in (3, 2, 1):
        region = tokens[end + 1 + the : end + 1 + the + length]
        name = "".join(
            its.text if its.text in _DASHES else f" {its.low}" for its in region
        ).replace("- ", "-")
        if region and region[0].cap and name.strip() in words_of("events.toml", "regions_en"):
            # at the end of the line there are fewer tokens than were asked for
            return end + 1 + the + len(region)
    return None


def short_forms_after(tokens: Sequence[Token], end: int) -> tuple[str, ...]:
    """The short form in brackets after a name: "(COP26)", "(ADMM-Plus)"."""
    if end >= len(tokens) or tokens[end].text != "(":
        return ()
    for close in range(end + 2, min(end + 2 + _LONGEST_SHORT_FORM, len(tokens))):
        if tokens[close].text == ")":
            form = "".join(token.text for token in tokens[end + 1 : close])
            return (form,) if _SHORT_FORM.match(form) else ()
    return ()
