"""Offices taken apart, so that "Bộ trưởng" can be found to mean the minister of foreign affairs.

A role such as "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư" is a chain of offices. Each has a
head ("bộ trưởng"), the country it is held in, the other words that narrow it, and whether it
is past ("nguyên", "cựu").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.facts.words.lexicon import lexicon
from summarizer.facts.words.tokens import Token, tokenize
from summarizer.text.folding import fold

PAST = frozenset({"nguyên", "cựu", "cố", "former", "late", "ex", "tiền"})
"""Words before an office that is over, or after a country: "cựu Thủ tướng", "US ex-president"."""


def is_past(title: str) -> bool:
    """Whether a title is one of an office that is over; that of an adviser ("cố vấn") is not."""
    words = title.lower().replace("-", " ").replace("cố vấn", "cố_vấn").split()
    return not PAST.isdisjoint(words[:2])


_EMPTY = frozenset(
    [
        "bo",
        "nganh",
        "cua",
        "nuoc",
        "tai",
        "thuoc",
        "cong",
        "hoa",
        "xa",
        "hoi",
        "chu",
        "nghia",
        "of",
        "the",
        "for",
        "and",
        "in",
        "to",
        "ong",
        "ba",
        ",",
        "-",
        "(",
        ")",
        "chinh",
        "phu",
        "thanh",
        "pho",
        "tp",
        "tinh",
        "trung",
        "uong",
        "dac",
        "menh",
        "toan",
        "quyen",
    ]
)
_SYNONYMS = {
    "ngoai truong": ("bo truong", frozenset({"ngoai", "giao"})),
    "thu truong ngoai giao": ("thu truong", frozenset({"ngoai", "giao"})),
    "tt": ("tong thong", frozenset()),
    "tong bi thu": ("tong bi thu", frozenset()),
    "chu tich nuoc": ("chu tich", frozenset({"nuoc"})),
    "pho chu tich nuoc": ("pho chu tich", frozenset({"nuoc"})),
    "state president": ("president", frozenset()),
    "chu tich quoc hoi": ("chu tich", frozenset({"quoc", "hoi*"})),
    "nguoi dung dau chinh phu": ("thu tuong", frozenset()),
    "nguoi dung dau dang": ("tong bi thu", frozenset()),
    "lanh dao dang": ("tong bi thu", frozenset()),
    "nguoi dung dau nha nuoc": ("chu tich", frozenset({"nuoc"})),
    "nguoi dung dau bo": ("bo truong", frozenset()),
    "nguoi dung dau nganh": ("bo truong", frozenset()),
    "nguoi dung dau so": ("giam doc", frozenset()),
    "nguoi dung dau cuc": ("cuc truong", frozenset()),
    "nguoi dung dau vu": ("vu truong", frozenset()),
    "nguoi dung dau vien": ("vien truong", frozenset()),
    "lanh dao thanh uy": ("bi thu", frozenset({"uy"})),
    "lanh dao chinh phu": ("lanh dao chinh phu", frozenset()),
    "party general secretary": ("general secretary", frozenset()),
    "party leader": ("general secretary", frozenset()),
    "party chief": ("general secretary", frozenset()),
    "foreign minister": ("minister", frozenset({"foreign"})),
    "minister of foreign affairs": ("minister", frozenset({"foreign"})),
}


_SOLE = frozenset(
    {
        "tong thong",
        "thu tuong",
        "quoc vuong",
        "tong bi thu",
        "bo truong",
        "president",
        "prime minister",
        "general secretary",
        "minister",
    }
)
"""Heads of offices that one person holds in a country."""

_PAST_HEAD = re.compile(r"^(?:nguyen|cuu|former) ")
"""What titles of former holders begin with that are one phrase of the gazetteer."""

_CHAIRS = frozenset({"chu tich", "chairman"})
_CHAIRED = frozenset(
    {
        frozenset[str](),
        frozenset({"nuoc"}),
        frozenset({"quoc", "hoi*"}),
        frozenset({"national", "assembly"}),
    }
)
"""What a chairman heads of which a country has one: the state itself, its parliament."""


@dataclass(frozen=True, slots=True)
class Office:
    """One office: folded head, countries, other narrowing words, whether it is past."""

    head: str
    countries: frozenset[str]
    words: frozenset[str]
    past: bool


@lru_cache(maxsize=4096)
def offices_of(role: str, language: str) -> tuple[Office, ...]:
    """The offices of a role or reference, in order."""
    known = lexicon(language)
    tokens = tokenize(role)
    starts: list[tuple[int, int]] = []
    position = 0
    while position < len(tokens):
        match = known.titles.match_shortest(tokens, position)
        longest = known.titles.match(tokens, position)
        if match and match[1] == "honorific":
            # "ông chủ" is no "ông"
            match = longest
        if match and match[1] != "honorific":
            starts.append((position, match[0]))
            position = longest[0] if longest else match[0]
        else:
            position += 1
    offices = []
    for number, (start, head_end) in enumerate(starts):
        end = head_end
        if number and start < starts[number - 1][1]:
            continue
        until = starts[number + 1][0] if number + 1 < len(starts) else len(tokens)
        head = fold(role[tokens[start].start : tokens[end - 1].end])
        whole = fold(role[tokens[start].start : tokens[until - 1].end])
        extra: frozenset[str] = frozenset()
        for phrase, (base, words) in _SYNONYMS.items():
            if whole == phrase or whole.startswith(phrase + " "):
                if phrase != head:
                    end = max(end, start + len(phrase.split()))
                head, extra = base, words
                break
        countries, words = _narrowing(role, tokens[end:until], known.countries)
        if language == "en":
            # "Chinese President"
            countries |= _narrowing(role, tokens[:start], known.countries)[0]
        past = any(token.low in PAST for token in tokens[max(0, start - 2) : start])
        offices.append(Office(head, countries, words | extra, past))
    return tuple(offices)


def sole_offices(role: str, language: str) -> frozenset[Office]:
    """The offices of a role that one person holds at a time: "Thủ tướng", "Bộ trưởng Ngoại giao",
    not "Thứ trưởng".
    """
    return frozenset(
        office
        for office in offices_of(role, language)
        if not office.past
        and (office.head in _SOLE or (office.head in _CHAIRS and office.words in _CHAIRED))
    )


def is_same_office(one: str, other: str, language: str) -> bool:
    """Whether two titles may be of one office, held or past: the same head, and what narrows one of
    them says no other than the other: "Bộ trưởng", "nguyên Bộ trưởng Ngoại giao".
    """
    return any(
        _PAST_HEAD.sub("", mine.head) == _PAST_HEAD.sub("", its.head)
        and (mine.words <= its.words or its.words <= mine.words)
        and (mine.countries <= its.countries or its.countries <= mine.countries)
        for mine in offices_of(one, language)[:1]
        for its in offices_of(other, language)[:1]
    )


def _narrowing(
    role: str, tokens: Sequence[Token], countries: Mapping[str, str]
) -> tuple[frozenset[str], frozenset[str]]:
    found = set()
    words = set()
    position = 0
    while position < len(tokens):
        for length in (4, 3, 2, 1):
            if position + length > len(tokens) or not tokens[position].cap:
                continue
            phrase = fold(role[tokens[position].start : tokens[position + length - 1].end])
            country = countries.get(phrase)
            if country:
                found.add(country)
                position += length
                break
        else:
            word = fold(tokens[position].text)
            if word not in _EMPTY:
                words.add(word)
            position += 1
    return frozenset(found), frozenset(words)


HOME = "viet nam"
"""The country of an office that a Vietnamese newspaper gives no country."""

_LEADERS = frozenset(
    {"nha lanh dao", "lanh dao", "nguoi dung dau", "ong chu", "ba chu", "chu nhan", "leader"}
)
_LED = frozenset(
    {
        "tong thong",
        "thu tuong",
        "chu tich",
        "tong bi thu",
        "quoc vuong",
        "president",
        "prime minister",
        "general secretary",
        "party general secretary",
    }
)


_HEADS_OF_BODIES = frozenset(
    {
        "bo truong",
        "giam doc",
        "tong giam doc",
        "chu tich",
        "tong thu ky",
        "truong ban",
        "chu nhiem",
        "thong doc",
        "vien truong",
        "cuc truong",
        "vu truong",
        "tu lenh",
        "chanh an",
        "bi thu",
        "hieu truong",
        "cao uy",
        "dac phai vien",
    }
)
_SEATS = {
    frozenset({"nha", "trang"}): "hoa ky",
    frozenset({"kremlin"}): "nga",
    frozenset({"dien", "kremlin"}): "nga",
    frozenset({"nha", "xanh"}): "han quoc",
    frozenset({"dien", "elysee"}): "phap",
}
"""Residences that stand for the office of a country's leader."""

_PENTAGON = frozenset({"lau", "nam", "goc"})


def _leads_body(reference: Office, held: Office) -> int:
    """How well "người đứng đầu Bộ X", "ông chủ Nhà Trắng" fit an office."""
    if reference.words == _PENTAGON:
        return 4 if held.head == "bo truong" and {"quoc", "phong"} <= held.words else 0
    if seat := _SEATS.get(reference.words):
        return 4 if held.head in _LED and not held.past and seat in held.countries else 0
    if held.head not in _HEADS_OF_BODIES or held.past or not reference.words <= held.words:
        return 0
    abroad = reference.countries and held.countries
    return 0 if abroad and not reference.countries & held.countries else 4


def fit(reference: Office, held: Office) -> int:
    """How well a reference fits an office: 0 not at all, more is better."""
    if reference.head == "lanh dao chinh phu":
        return 5 if held.head in {"thu tuong", "pho thu tuong"} and not held.past else 0
    if reference.head in _LEADERS and reference.words:
        return _leads_body(reference, held)
    if reference.head in _LEADERS and held.head in _LED:
        home = HOME in reference.countries and not held.countries
        return 3 if home or reference.countries & held.countries else 0
    if reference.head != held.head or reference.past != held.past:
        return 0
    if reference.countries and held.countries and not reference.countries & held.countries:
        return 0
    if reference.words and held.words and not reference.words <= held.words:
        return 0
    if reference.words and not held.words and held.countries:
        return 0
    score = 4
    if reference.countries == held.countries:
        score += 2
    elif reference.countries and not held.countries:
        score -= 2
    if reference.words == held.words:
        score += 1
    elif reference.words and not held.words:
        score -= 1
    return score
