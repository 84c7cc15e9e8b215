"""Whether the words of a mention tell which event it is."""

from __future__ import annotations

import re

from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.tokens import Line

MIN_TELLING = 4
"""Words in small letters that tell which event it is; fewer may be any of a kind."""

MIN_SUBJECT = 3
"""The same where "về" names the subject."""

MAX_OWNER = 8
"""Tokens of "của" and a body."""

_ROMAN = re.compile(r"[IVX]+$")


def is_telling(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a mention has more than generic words."""
    tokens = line.tokens
    generic = lexicon.event_words["generic"]
    rest = [t for t in tokens[head:end] if t.word]
    if not rest or (_is_plural(line, start) and not any(t.text[0].isdigit() for t in rest)):
        return False
    bare = head - start == 2 and tokens[start].low in {"hội", "diễn"}
    if bare and rest[0].low == "của" and end - head <= MAX_OWNER:
        # "hội nghị của ASEAN" may be any of them
        return False
    weak = lexicon.events["weak"].match(tokens, start)
    if weak and weak[0] >= head:
        return _is_proper(line, start, head, end, lexicon)
    telling = [t for t in rest if t.low not in generic]
    named = [
        t
        for t in rest
        if (t.cap and t.low not in generic) or t.text[0].isdigit() or _ROMAN.match(t.text)
    ]
    if named:
        return not all(
            t.text.isdigit() and int(t.text) < 10 for t in named if t.text.isdigit()
        ) or any(not t.text.isdigit() for t in named)
    enough = MIN_SUBJECT if any(t.low == "về" for t in rest) else MIN_TELLING
    return len(telling) >= enough


def _is_plural(line: Line, start: int) -> bool:
    """Whether meetings of a kind are meant: "các hội nghị của ASEAN"."""
    if line.tokens[start].cap:
        return False
    plural = words_of("events.toml", "plural")
    return any(
        " ".join(token.low for token in line.tokens[max(0, start - length) : start]) in plural
        for length in (1, 2)
    )


def _is_met(line: Line, start: int) -> bool:
    """Whether "đối thoại", "tham vấn" is a meeting here and not what states do."""
    before = line.tokens[start - 1].low if start else ""
    return before in words_of("events.toml", "meeting_cues")


def _is_proper(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a meeting of a common kind has a proper name: Đối thoại Shangri-La."""
    tokens = line.tokens
    if any(t.text in {'"', "“"} for t in tokens[head:end]):
        return True
    if any(t.low == "thứ" for t in tokens[head:end]):
        return True
    if tokens[start].low in {"đối", "tham"} and not tokens[start].cap and not _is_met(line, start):
        return False
    regular = " ".join(t.low for t in tokens[head:end])
    if "thường kỳ" in regular and tokens[start].low == "phiên":
        # the session of the month
        return True
    first = tokens[head]
    opens = tokens[start].cap and start > 0 and tokens[start - 1].word
    named = first.cap and first.word
    if tokens[start].low in {"phiên", "tọa"} and end - head >= 4:
        return any(t.cap for t in tokens[head:end])
    if first.cap and lexicon.organisations.match(tokens, head):
        return True
    if tokens[start].low == "cuộc" and not any(t.low == "đỉnh" for t in tokens[start:end]):
        return False
    return named or (opens and any(t.cap for t in tokens[head:end]))
