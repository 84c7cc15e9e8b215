"""Whether the words of a mention tell which event it is."""

from __future__ import annotations

import re

from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.tokens import Line, Token

MIN_TELLING = 4
"""Words in small letters that tell which event it is; fewer may be any of a kind."""

MIN_SUBJECT = 3
"""The same where "về" names the subject."""

MAX_OWNER = 8
"""Tokens of "của" and a body."""

_YEARS = 1000
"""Figures from here on are years."""
_AFTER_WEEKDAY = frozenset({"tuần", "này", "vừa", "tới", "ngày", "(", "hàng", "hằng"})
_OWN_BODIES = frozenset({"chính phủ", "quốc hội", "nội các", "hội đồng", "ủy ban"})
"""Bodies that need no capital: there is one of each that meets."""

_ROMAN = re.compile(r"[IVX]+$")


def is_telling(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a mention has more than generic words."""
    tokens = line.tokens
    generic = lexicon.event_words["generic"]
    rest = [t for t in tokens[head:end] if t.word]
    if (
        not rest
        or _is_counted(line, start)
        or (_is_plural(line, start) and not any(t.text[0].isdigit() for t in rest))
    ):
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
        if (t.cap and t.low not in generic)
        or _ROMAN.match(t.text)
        or (t.text[0].isdigit() and not _counts(line, head, t))
    ]
    if named:
        return not all(
            t.text.isdigit() and int(t.text) < 10 for t in named if t.text.isdigit()
        ) or any(not t.text.isdigit() for t in named)
    enough = MIN_SUBJECT if any(t.low == "về" for t in rest) else MIN_TELLING
    return len(telling) >= enough


def _counts(line: Line, head: int, number: Token) -> bool:
    """Whether a figure in small letters counts something: "… và 16 trường học"."""
    at = line.tokens.index(number)
    before = line.tokens[at - 1]
    following = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    year = number.text.isdigit() and int(number.text) >= _YEARS
    return (
        at > head
        and not year
        and before.word
        and not before.cap
        and before.low not in {"thứ", "lần", "khóa", "năm", "số", "kỳ"}
        and following is not None
        and following.word
        and not following.cap
    )


def _is_counted(line: Line, start: int) -> bool:
    """Whether meetings are counted, not one named: "40 hội nghị khoa học"."""
    if start == 0 or line.tokens[start].cap:
        return False
    number = line.tokens[start - 1]
    before = line.tokens[start - 2].low if start > 1 else ""
    if not (number.text.isdigit() and 1 < int(number.text) < _YEARS):
        return number.low in {"hai", "ba", "bốn", "năm"} and before in {"cả", "tổ", "có", "sau"}
    return before not in {"thứ", "lần", "khóa", "ngày", "tháng"}


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


def is_indefinite(line: Line, start: int) -> bool:
    """Whether any meeting of a kind is meant: "một cuộc họp của …", "mỗi hội nghị"."""
    before = line.tokens[start - 1].low if start else ""
    return before in words_of("events.toml", "indefinite") and not line.tokens[start].cap


def _is_numbered(line: Line, head: int, end: int) -> bool:
    """Whether an edition is told, not the day of the week: "thứ ba tuần trước"."""
    tokens = line.tokens
    for at in range(head, end):
        if tokens[at].low == "thứ":
            following = tokens[at + 2].low if at + 2 < len(tokens) else ""
            return following not in _AFTER_WEEKDAY and at + 1 < end
        if tokens[at].low == "lần" and at + 1 < end:
            return tokens[at + 1].text[0].isdigit() or _ROMAN.match(tokens[at + 1].text) is not None
    return False


def _is_of_body(line: Line, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether it is told who meets, by name: "cuộc họp khẩn của Hội đồng Bảo an"."""
    tokens = line.tokens
    at = head
    while at < end and tokens[at].low in words_of("events.toml", "manners"):
        at += 1
    if at >= end or tokens[at].low == "báo":
        return False
    if tokens[at].low == "của":
        title = lexicon.titles.match(tokens, at + 1)
        if at + 1 >= end or (title and title[1] == "office"):
            return False
        at += 1
    elif not (
        tokens[at].low in words_of("events.toml", "who_meets")
        or " ".join(t.low for t in tokens[at : at + 2]) in words_of("events.toml", "who_meets")
        or tokens[at].cap
    ):
        return False
    known = any(
        tokens[place].cap and lexicon.organisations.match(tokens, place) for place in range(at, end)
    )
    states = any(
        tokens[place].cap and lexicon.places.match(tokens, place) for place in range(at, end)
    )
    body = " ".join(t.low for t in tokens[at : at + 2])
    return known or states or tokens[at].low == "đảng" or body in _OWN_BODIES


def _has_subject(line: Line, start: int, head: int, end: int) -> bool:
    """Whether a meeting of leaders or officials has a subject: "phiên đối thoại cấp cao về …"."""
    tokens = line.tokens
    lows = [t.low for t in tokens[head:end]]
    if "về" not in lows or is_indefinite(line, start):
        return False
    subject = len(lows) - lows.index("về") - 1
    return subject >= MIN_TELLING and lows[0] in words_of("events.toml", "manners")


def _is_proper(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a meeting of a common kind has a proper name: Đối thoại Shangri-La."""
    tokens = line.tokens
    if any(t.text in {'"', "“"} for t in tokens[head:end]):
        return True
    common = tokens[start].low in {"cuộc", "đối", "tham", "vòng", "thượng", "buổi"}
    if common and is_indefinite(line, start):
        return False
    if _is_numbered(line, head, end) and (
        not common or any(t.cap or t.low == "về" for t in tokens[head:end])
    ):
        return True
    if tokens[start].low in {"phiên", "cuộc", "buổi"} and _is_of_body(line, head, end, lexicon):
        return True
    if tokens[start].low in {"phiên", "đối", "cuộc"} and _has_subject(line, start, head, end):
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
