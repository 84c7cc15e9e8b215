"""Whether the words of a mention tell which event it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.facts.words.lexicon import Lexicon, Phrases, phrases_in, table_of, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line, Token

MIN_TELLING = 4
"""Words in small letters that tell which event it is; fewer may be any of a kind."""

MIN_SUBJECT = 3
"""The same where "về" names the subject."""

MAX_OWNER = 8
"""Tokens of "của" and a body."""

_SHORT_FOR = 3
"""Tokens after the noun for which a short name may stand."""
_PRONOUNS = frozenset({"ông", "bà", "tôi", "mình", "họ", "chúng"})
_YEARS = 1000
"""Figures from here on are years."""
_AFTER_WEEKDAY = frozenset({"tuần", "này", "vừa", "tới", "ngày", "(", "hàng", "hằng"})
_FOLLOWED = 9
"""Tokens between the noun and whose meeting it is, where the day comes first."""
_OWN_BODIES = frozenset({"chính phủ", "quốc hội", "nội các", "hội đồng", "ủy ban"})
"""Bodies that need no capital: there is one of each that meets."""

_HEARD = frozenset({("điều trần", "tại"), ("điều trần", "trước"), ("chất vấn", "với")})
"""Hearings, and the words before who hears or is heard."""
_HEARERS = frozenset({"quốc hội", "nghị viện", "hạ viện", "thượng viện", "ủy ban", "tiểu ban"})
"""Who hears, where that tells nothing."""

_WISHING = frozenset({"mong", "muốn", "sẽ", "cần", "nên", "nghị", "xuất", "định", "hẹn", "mời"})
_NEAR = 7
"""Words before a meeting in which it is told that somebody only wishes or plans to be there."""
_AT = frozenset({"tại", "dự", "trong", "trì"})
"""Words before "một" after which a meeting is one that was held."""
SESSIONS = frozenset({"kỳ", "kì", "khóa"})
"""First words of the sessions that an assembly counts."""

_ROMAN = re.compile(r"[IVX]+$")


def is_telling(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a mention has more than generic words."""
    tokens = line.tokens
    generic = lexicon.event_words["generic"]
    rest = [t for t in tokens[head:end] if t.word]
    if (
        not rest
        or _is_counted(line, start)
        or (is_plural(line, start) and not any(t.text[0].isdigit() for t in rest))
    ):
        return False
    if (
        start
        and tokens[start - 1].low == "là"
        and not tokens[start].cap
        and not any(t.cap or t.text[0].isdigit() for t in rest)
    ):
        # "Đối thoại X là diễn đàn an ninh liên chính phủ"
        return False
    if [t.low for t in rest[-2:]] == ["các", "cấp"]:
        return False
    bare = head - start == 2 and tokens[start].low in {"hội", "diễn"}
    if bare and rest[0].low == "của" and end - head <= MAX_OWNER:
        # "hội nghị của ASEAN" may be any of them
        return False
    if tokens[start].low == "đại" and line.low(end - 3, end) == "của đảng này":
        return True
    weak = lexicon.events["weak"].match(tokens, start)
    if weak and weak[0] >= head:
        return _is_proper(line, start, head, end, lexicon)
    telling = [t for t in rest if t.low not in generic]
    named = [
        t
        for t in rest
        if (t.cap and (t.low not in generic or _is_body(line, head, t, lexicon)))
        or _ROMAN.match(t.text)
        or (t.text[0].isdigit() and not _counts(line, head, t))
    ]
    if tokens[start].low in SESSIONS and _is_numbered(line, head, end):
        return True
    if named:
        plenum = (
            line.low(head, head + 2) == "trung ương" and named[0] in tokens[head + 2 : head + 3]
        )
        return (
            plenum
            or not all(int(t.text) < 10 for t in named if t.text.isdecimal())
            or any(not t.text.isdecimal() for t in named)
        )
    if len(telling) > 1 and _is_numbered(line, head, end):
        # "hội nghị hiệp thương lần thứ hai"
        return True
    if any(t.low == "về" for t in rest):
        return _words_told(line, head, end) >= MIN_SUBJECT
    if tokens[start].cap and _is_venue(line, start):
        # "tại Hội nghị báo chí toàn quốc"
        return _words_told(line, head, end) >= MIN_SUBJECT
    return len(telling) >= MIN_TELLING


def _is_body(line: Line, head: int, token: Token, lexicon: Lexicon) -> bool:
    """Whether a body begins at a word that tells nothing elsewhere: "Chính phủ", "chính"."""
    at = line.tokens.index(token, head)
    return lexicon.organisations.match(line.tokens, at) is not None


def _is_venue(line: Line, start: int) -> bool:
    """Whether something is said or done at the meeting: it is no subject of the sentence."""
    before = line.tokens[start - 1].low if start else ""
    return before in words_of("events.toml", "held_before")


def _words_told(line: Line, head: int, end: int) -> int:
    """How many words are left without the generic phrases."""
    told = 0
    position = head
    while position < end:
        hit = _generic_phrases().match(line.tokens, position)
        if hit and hit[0] <= end:
            position = hit[0]
        else:
            told += line.tokens[position].word
            position += 1
    return told


@cache
def _generic_phrases() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["generic"]))


def _counts(line: Line, head: int, number: Token) -> bool:
    """Whether a figure in small letters counts something: "… và 16 trường học"."""
    at = line.tokens.index(number)
    before = line.tokens[at - 1]
    following = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    year = number.text.isdecimal() and int(number.text) >= _YEARS
    return (
        at > head
        and not year
        and before.word
        and not before.cap
        and before.low not in {"thứ", "lần", "khóa", "năm", "số", "kỳ", "ương"}
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
    if not (number.text.isdecimal() and 1 < int(number.text) < _YEARS):
        return number.low in {"hai", "ba", "bốn"} and before not in {"thứ", "lần"}
    return before not in {"thứ", "lần", "khóa", "ngày", "tháng"}


def is_plural(line: Line, start: int) -> bool:
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


def has_short_name(line: Line, start: int, head: int, end: int, aliases: Sequence[str]) -> bool:
    """Whether a common name has a short one of its own beside it: "Diễn đàn khu vực (DKV)"."""
    common = not line.tokens[start].cap and (
        is_indefinite(line, start) or line.tokens[start].low == "tham"
    )
    return bool(aliases) and end - head >= _SHORT_FOR and not common


def _is_titled(line: Line, start: int, head: int, end: int) -> bool:
    """Whether a title in quotation marks follows; "đối thoại "mang tính xây dựng"" has none."""
    tokens = line.tokens
    quotes = [at for at in range(head, end) if tokens[at].text in {'"', "“"}]
    if not quotes:
        return False
    common = tokens[start].low in {"đối", "cuộc", "tham", "thượng"}
    first = tokens[quotes[0] + 1] if quotes[0] + 1 < end else None
    return not common or (first is not None and first.cap)


@cache
def _manners() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["manners"]))


def is_indefinite(line: Line, start: int) -> bool:
    """Whether any meeting of a kind is meant: "một cuộc họp của …", "mỗi hội nghị".

    One at which somebody was or spoke is that one: "tại một hội nghị của …".
    """
    before = line.tokens[start - 1].low if start else ""
    if is_attended(line, start):
        return False
    return before in words_of("events.toml", "indefinite") and not line.tokens[start].cap


def is_attended(line: Line, start: int) -> bool:
    """Whether somebody is, not wishes to be, at the one meeting of a kind: "tại một hội nghị …"."""
    if start < 2 or line.tokens[start - 1].low != "một" or line.tokens[start - 2].low not in _AT:
        return False
    return not any(token.low in _WISHING for token in line.tokens[max(0, start - _NEAR) : start])


def _is_numbered(line: Line, head: int, end: int) -> bool:
    """Whether an edition is told, not the day of the week: "thứ ba tuần trước".

    Sessions that an assembly counts are not called by days: "kỳ họp thứ 4 (tháng 10)".
    """
    tokens = line.tokens
    counted = tokens[head - 2].low in SESSIONS
    first = tokens[head].text if head < end else ""
    if first.isdigit() and (counted or tokens[head - 2].low == "phiên"):
        # "kỳ họp 9", "phiên họp 38"
        following = tokens[head + 1].low if head + 1 < len(tokens) else ""
        return following not in words_of("events.toml", "counted")
    for at in range(head, end):
        if tokens[at].low == "thứ" and tokens[at - 1].low != "năm":
            following = tokens[at + 2].low if at + 2 < len(tokens) else ""
            return (counted or following not in _AFTER_WEEKDAY) and at + 1 < end
        if tokens[at].low == "lần" and at + 1 < end and tokens[at + 1].low != "thứ":
            return tokens[at + 1].text[0].isdigit() or _ROMAN.match(tokens[at + 1].text) is not None
    return False


def _is_of_body(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether it is told who meets, by name: "cuộc họp khẩn của Hội đồng Bảo an"."""
    tokens = line.tokens
    at = head
    while at < end and (hit := _manners().match(tokens, at)):
        at = hit[0]
    if at >= end or tokens[at].low == "báo":
        return False
    owner = [token.low for token in tokens[at : min(end, at + _FOLLOWED)]]
    if "của" in owner and not any(t.cap for t in tokens[at : at + owner.index("của")]):
        at += owner.index("của")
    if (hearing_at(line, start), tokens[at].low) in _HEARD:
        at += 1
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
    known = known or any(t.text.isupper() and len(t.text) > 2 for t in tokens[at:end])
    if tokens[at - 1].low == "của":
        known = known or (tokens[at].cap and _opens_body(line, at))
        if line.low(at, at + 3) == "các thành viên":
            at += 3
    body = " ".join(t.low for t in tokens[at : at + 2])
    return known or states or tokens[at].low == "đảng" or body in _OWN_BODIES


def _opens_body(line: Line, at: int) -> bool:
    """Whether the words at ``at`` open the name of a public body: "Ban chỉ đạo …", "Tổ …".

    A board may be a school's or a company's, "Ban giám hiệu": it is public by its second word.
    """
    if line.tokens[at].low == "ban":
        named = at + 1 < len(line.tokens) and line.tokens[at + 1].cap
        return named or line.low(at, at + 3) in words_of("events.toml", "public_boards")
    private = line.low(at, at + 3) in words_of("events.toml", "private_owners")
    return line.tokens[at].low in words_of("events.toml", "first_of_owners") and not private


def _is_summit_of(line: Line, start: int, head: int, end: int) -> bool:
    """Whether a summit tells who meets: "cuộc gặp thượng đỉnh lịch sử giữa X và Y"."""
    tokens = line.tokens
    summit = any(token.low == "đỉnh" for token in tokens[start:head])
    named = any(token.cap for token in tokens[head:end])
    lows = [token.low for token in tokens[head:end]]
    both = "giữa" in lows and {"và", "với", "-", "–"} & set(lows)
    return summit and named and (bool(both) or "với" in lows[:-1] or lows[0] == "liên")


def _has_subject(line: Line, start: int, head: int, end: int) -> bool:
    """Whether a meeting of leaders or officials has a subject: "phiên đối thoại cấp cao về …"."""
    tokens = line.tokens
    lows = [t.low for t in tokens[head:end]]
    if "về" not in lows or is_indefinite(line, start):
        return False
    subject = len(lows) - lows.index("về") - 1
    if lows[0] == "về" and tokens[start].low in {"cuộc", "buổi"}:
        # "chủ trì cuộc họp về …"
        return subject >= MIN_TELLING
    debated = tokens[start].low == "phiên" and tokens[head - 1].low in {
        "luận",
        "họp",
        "trình",
        "trần",
        "vấn",
    }
    return subject >= MIN_TELLING and (debated or _manners().match(tokens, head) is not None)


def hearing_at(line: Line, start: int) -> str:
    """What is done at the hearing that is named here, or ``""``: "phiên | chất vấn"."""
    done = line.low(start + 1, start + 3)
    return done if done in {"điều trần", "chất vấn"} else ""


def _is_any_hearing(line: Line, start: int, head: int, end: int) -> bool:
    """Whether a parliament hears somebody, nobody says whom: "phiên điều trần của Quốc hội"."""
    if not hearing_at(line, start):
        return False
    first = head + (line.tokens[head].low in {"của", "trước", "tại", "ở"})
    return line.low(first, end).removesuffix(" này") in _HEARERS


def _is_proper(line: Line, start: int, head: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a meeting of a common kind has a proper name: Đối thoại Shangri-La."""
    tokens = line.tokens
    if _is_titled(line, start, head, end):
        return True
    if _is_any_hearing(line, start, head, end):
        return False
    common = tokens[start].low in {"cuộc", "đối", "tham", "vòng", "thượng", "buổi"}
    if is_indefinite(line, start) and (common or not _is_numbered(line, head, end)):
        return False
    lows = [t.low for t in tokens[head:end]]
    between = lows[lows.index("giữa") + 1] if "giữa" in lows[:-1] else ""
    if between in _PRONOUNS and "đỉnh" not in {t.low for t in tokens[start:head]}:
        return False
    if _is_summit_of(line, start, head, end):
        return True
    if _is_numbered(line, head, end) and (
        not common or any(t.cap or t.low == "về" for t in tokens[head:end])
    ):
        return True
    if tokens[start].low in {"phiên", "cuộc", "buổi"} and _is_of_body(
        line, start, head, end, lexicon
    ):
        return True
    if tokens[start].low in {"phiên", "đối", "cuộc", "buổi"} and _has_subject(
        line, start, head, end
    ):
        return True
    if lows[0] == "với" and {"về", "bàn", "lấy", "cho"} & set(lows):
        return True
    if lows[1:3] == ["chủ", "đề"] and len(lows) > MIN_SUBJECT + 2:
        return True
    if tokens[start].low in {"đối", "tham"} and not tokens[start].cap and not _is_met(line, start):
        return False
    attended = start > 0 and tokens[start - 1].low in {"dự", "trì", "mạc"}
    if attended and tokens[start].low == "đối" and any(t.cap for t in tokens[head:end]):
        return True
    if tokens[start].low == "phiên" and "thường kỳ" in line.low(start, end):
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
    foreign = any(t.cap and not is_syllable(t.text) and t.word for t in tokens[head:end])
    if tokens[start].low == "đối" and start == 0 and foreign:
        return True
    return named or (opens and any(t.cap for t in tokens[head:end]))
