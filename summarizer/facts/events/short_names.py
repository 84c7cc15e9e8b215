"""Names of events without a word for what they are, or with it at the end.

"ADMM 11", "ASEM lần thứ 12", "APEC 2017", "Shangri-La 2018": the short name of a series and an
edition; after "dự", "bên lề" the series alone. "Cấp cao Đông Á": the conference left out. "Munich
Security Conference": a foreign name, the noun last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.facts.events.mention import EventMention
from summarizer.facts.words.lexicon import Lexicon, Phrases, phrases_in, table_of, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line, Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d{1,3}")
_NUMERAL = re.compile(r"[IVX]+")
_ACRONYM = re.compile(r"[A-Z]{3,7}")
_DASHES = frozenset("-–—+")
_FOREIGN_NOUNS = frozenset({"dialogue", "summit", "conference"})
_LONGEST_FOREIGN = 7
"""Tokens of a foreign name before its noun."""


def read_short_name(
    number: int, line: Line, position: int, lexicon: Lexicon
) -> EventMention | None:
    """The event that is named at ``position`` without an event noun before it."""
    tokens = line.tokens
    token = tokens[position]
    before = tokens[position - 1] if position else None
    leaders = token.low == "cấp" and before is not None and before.low in {"và", "dự"}
    if not token.cap and not leaders:
        return None
    if (end := _high_level(tokens, position, lexicon)) is not None:
        return _mention(number, line, position, end)
    if not token.cap:
        return None
    if before is not None and (before.text in _DASHES or before.low in _no_event()):
        return None
    if before is not None and before.text.isupper() and before.word and len(before.text) > 1:
        # "Chủ tịch SOM APEC 2017"
        return None
    serial = series().match(tokens, position)
    name_end = serial[0] if serial else position + 1
    if serial is None and not (_ACRONYM.fullmatch(token.text) and not is_syllable(token.text)):
        return _foreign(number, line, position)
    if name_end < len(tokens) and tokens[name_end].text == "+":
        name_end += 1
    led = before is not None and before.low == "tịch" and _is_year(tokens, name_end)
    if led or (before is not None and before.low == "nhà"):
        # "Chủ tịch APEC 2017" has an office for a year
        return None
    known = serial is not None or before is None or before.low in words_of("events.toml", "venues")
    if known and (end := _edition(tokens, name_end, counted=serial is None)) is not None:
        return _mention(number, line, position, end)
    if serial is not None and _is_attended(tokens, position, name_end):
        return EventMention(
            number,
            position,
            name_end,
            position,
            line.cut(position, name_end),
            distinctive=False,
            short=True,
        )
    return _foreign(number, line, position)


def _mention(number: int, line: Line, start: int, end: int) -> EventMention:
    name = line.cut(start, end)
    return EventMention(number, start, end, start, name, distinctive=True, short=True)


@cache
def series() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["series"]))


@cache
def _no_event() -> frozenset[str]:
    return words_of("events.toml", "no_event_after")


def _edition(tokens: Sequence[Token], at: int, *, counted: bool) -> int | None:
    """The end of an edition that begins at ``at``; ``counted``: only one with "lần"."""
    if at >= len(tokens):
        return None
    if tokens[at].low == "lần":
        at += 2 if at + 1 < len(tokens) and tokens[at + 1].low == "thứ" else 1
        if at < len(tokens) and (tokens[at].text[0].isdigit() or _is_ordinal(tokens, at)):
            return at + 1
        return None
    if counted:
        return None
    if tokens[at].low == "năm" and at + 1 < len(tokens) and _YEAR.fullmatch(tokens[at + 1].text):
        return at + 2
    if tokens[at].text in _DASHES and at + 1 < len(tokens):
        at += 1
    if _YEAR.fullmatch(tokens[at].text) or (
        _NUMBER.fullmatch(tokens[at].text) and not _counts(tokens, at)
    ):
        return at + 1
    return None


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    if at < len(tokens) and tokens[at].low in {"năm", "-", "–"}:
        at += 1
    return at < len(tokens) and _YEAR.fullmatch(tokens[at].text) is not None


def _is_ordinal(tokens: Sequence[Token], at: int) -> bool:
    return (
        tokens[at].low in words_of("events.toml", "ordinal_words")
        or _NUMERAL.fullmatch(tokens[at].text) is not None
    )


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure counts what follows ("APEC 21 thành viên") or is part of a larger one."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (
        following.low in words_of("events.toml", "counted") or following.text in {"%", "/"}
    )


def _is_attended(tokens: Sequence[Token], position: int, end: int) -> bool:
    """Whether the series alone is a meeting here: "dự APEC", "bên lề ASEM", "tại G20 ở Oslo"."""
    before = [token.low for token in tokens[max(0, position - 2) : position]]
    cues = words_of("events.toml", "attended")
    place = end < len(tokens) and tokens[end].low in {"ở", "tại"}
    if before and before[-1] in {"tại", "sau", "trước"} and place:
        return True
    return " ".join(before) in cues or (bool(before) and before[-1] in cues)


def _high_level(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> int | None:
    """The end of "Cấp cao Đông Á (EAS) lần thứ 13", a conference of leaders without the noun."""
    if position + 2 >= len(tokens) or tokens[position].low != "cấp":
        return None
    if tokens[position + 1].low != "cao" or not tokens[position + 2].cap:
        return None
    before = tokens[position - 1].low if position else ""
    if before and before not in words_of("events.toml", "before_high_level"):
        return None
    if before == "dự" and "nước" in [
        token.low for token in tokens[max(0, position - 3) : position]
    ]:
        # "các nước tham dự Cấp cao Đông Á": its members
        return None
    end = position + 2
    known = lexicon.organisations.match(tokens, end) or lexicon.places.match(tokens, end)
    if known is None and series().match(tokens, end) is None:
        return None
    end = known[0] if known else end + 1
    while end < len(tokens):
        token = tokens[end]
        if token.text in _DASHES and end + 1 < len(tokens):
            following = tokens[end + 1]
            partner = lexicon.places.match(tokens, end + 1) if following.cap else None
            if not (following.text.isdigit() or following.cap):
                break
            end = partner[0] if partner else end + 2
        elif (
            token.text == "("
            and end + 2 < len(tokens)
            and tokens[end + 2].text == ")"
            and tokens[end + 1].text.isupper()
        ):
            end += 3
        elif token.cap and known is None:
            end += 1
        else:
            break
    return _edition(tokens, end, counted=False) or end


def _foreign(number: int, line: Line, position: int) -> EventMention | None:
    """A foreign name that ends with its noun: "Xiangshan Security Dialogue 2019"."""
    tokens = line.tokens
    if position and tokens[position - 1].cap and tokens[position - 1].word:
        return None
    end = position
    while end < len(tokens) and end - position <= _LONGEST_FOREIGN:
        token = tokens[end]
        if token.low in _FOREIGN_NOUNS and token.cap and end > position:
            end += 1
            if end < len(tokens) and _YEAR.fullmatch(tokens[end].text):
                end += 1
            return _mention(number, line, position, end)
        if not (token.cap and token.text.isascii()) and token.low not in {"-", "of", "on", "the"}:
            return None
        end += 1
    return None
