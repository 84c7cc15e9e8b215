"""Offices of English texts in Vietnamese: "Norwegian Foreign Minister" is "Ngoại trưởng Na Uy".

The glossary's own come first. Else an office is taken apart into "former" and the like, a country
before or behind it, where an ambassador serves, and a post; as in the other direction, what is not
understood wholly is left alone.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from translations.engine import Direction
from translations.terminology.countries import country_in_vietnamese
from translations.words.word_lists import read_rows

if TYPE_CHECKING:
    from translations.terminology.glossary import Glossary

_BEFORE = {
    "former": "cựu", "ex": "cựu", "late": "cố", "acting": "quyền", "new": "tân",
    "newly-elected": "tân", "incoming": "tân", "current": "", "incumbent": "", "then": "",
    "outgoing": "", "visiting": "", "the": "",
}  # fmt: skip
_PARTY_STATES = frozenset({"Trung Quốc", "Việt Nam", "Lào", "Cuba", "Triều Tiên"})
"""Where a president is "Chủ tịch"."""
_KINDS = {
    "minister": "Bộ trưởng", "deputy minister": "Thứ trưởng", "vice minister": "Thứ trưởng",
    "secretary": "Bộ trưởng",
}  # fmt: skip
_MINISTER = re.compile(
    r"(?:(?P<of>(?:deputy |vice )?minister|secretary) (?:of|for) (?:the )?(?P<field>.+)"
    r"|(?P<first>.+) (?P<last>(?:deputy |vice )?minister|secretary))"
)
_TO = re.compile(r"(?P<post>.+?) to (?:the )?(?P<host>.+)", re.IGNORECASE)
_BEHIND = re.compile(r"(?P<post>.+) of (?:the )?(?P<land>.+)", re.IGNORECASE)
_MOST = 120
"""Characters of a role that is looked at."""


def render_title_vi(glossary: Glossary, en_role: str) -> str | None:
    """The Vietnamese of a role, or ``None`` where glossary and rules have none.

    >>> from translations.terminology import Glossary
    >>> render_title_vi(Glossary.load(), "former Norwegian Ambassador to Viet Nam")
    'cựu Đại sứ Na Uy tại Việt Nam'
    """
    role = " ".join(en_role.split()).strip(" .,;:-–—")
    term = glossary.exact(role, Direction.EN_VI)
    if term and term.kind.value == "office":
        return term.vi
    if not role or len(role) > _MOST:
        return None
    first, _, rest = role.replace("ex-", "ex ", 1).partition(" ")
    if first.lower() in _BEFORE and rest:
        office = render_title_vi(glossary, rest)
        return f"{_BEFORE[first.lower()]} {office}".strip() if office else None
    return _of_land(role)


def _of_land(role: str) -> str | None:
    if (abroad := _TO.fullmatch(role)) is not None:
        host = country_in_vietnamese(abroad["host"])
        office = _of_land(abroad["post"])
        return f"{office} tại {host}" if host and office else None
    words = role.split()
    for size in range(1, min(4, len(words))):
        land = country_in_vietnamese(" ".join(words[:size]).removesuffix("'s").removesuffix("’s"))
        post = _post(" ".join(words[size:]), land) if land else None
        if post:
            return f"{post} {land}"
    behind = _BEHIND.fullmatch(role)
    land = country_in_vietnamese(behind["land"]) if behind else None
    post = _post(behind["post"], land) if behind and land else None
    return f"{post} {land}" if post else _post(role, None)


def _post(words: str, land: str | None) -> str | None:
    plain = words.lower().replace("defense", "defence")
    if plain == "president" and land in _PARTY_STATES:
        return "Chủ tịch"
    if plain == "vice president" and land in _PARTY_STATES:
        return "Phó Chủ tịch"
    if (post := _posts().get(words.lower()) or _posts().get(plain)) is not None:
        return post
    match = _MINISTER.fullmatch(plain)
    if match is None:
        return None
    field = _fields().get(match["field"] or match["first"])
    kind = _KINDS[match["of"] or match["last"]]
    return f"{kind} {field}" if field else None


@functools.cache
def _posts() -> dict[str, str]:
    return dict(read_rows("english_posts.tsv")[1:])


@functools.cache
def _fields() -> dict[str, str]:
    rows = {en.lower().removeprefix("the "): vi for vi, en, *_ in read_rows("ministries.tsv")[1:]}
    return rows | {
        "trade": "Thương mại", "home affairs": "Nội vụ", "labor": "Lao động",
        "economic affairs": "Kinh tế", "health and human services": "Y tế",
        "homeland security": "An ninh Nội địa", "transportation": "Giao thông",
    }  # fmt: skip
