"""Titles and roles in official English, by the glossary and a few rules of composition.

A role is looked up as a whole first. Where the glossary does not have it, it is taken apart:
``nguyên``/``cố``/``quyền``/``tân`` before it, a list of posts joined by commas, a head (``Thứ
trưởng``, ``Trưởng ban``, ``Đại sứ``, ``Giám đốc``) and the body or country it belongs to, which
must be in the glossary itself. What cannot be composed wholly is not composed: a half-English
title is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translations.engine import Direction
from translations.terminology.countries import of_country, place_in_english, with_article
from translations.terminology.matching import matching_form
from translations.terminology.posts import post_in_english, with_time, without_time
from translations.words.names import transliterate_name
from translations.words.style import Style, apply_style
from translations.words.vietnamese_abbreviations import name_city, spell_out

if TYPE_CHECKING:
    from translations.terminology.glossary import Glossary, Term

_BEFORE = (
    ("nguyên", "former"), ("cựu", "former"), ("cố", "late"), ("tân", "newly-appointed"),
    ("quyền", "Acting"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Head:
    """A kind of post: its Vietnamese, its English, and how the body joins it."""

    vi: str
    en: str
    joint: str = "of the"


_MINISTERS = (
    _Head("Phó Thủ tướng, Bộ trưởng", "Deputy Prime Minister and Minister"),
    _Head("Bộ trưởng", "Minister"),
    _Head("Thứ trưởng Thường trực", "Permanent Deputy Minister"),
    _Head("Thứ trưởng", "Deputy Minister"),
    _Head("Trợ lý Bộ trưởng", "Assistant Minister"),
)
_HEADS = (
    _Head("Phó Trưởng ban Thường trực", "Permanent Deputy Head"),
    _Head("Phó Trưởng ban", "Deputy Head"),
    _Head("Trưởng ban", "Head"),
    _Head("Phó Chủ nhiệm Thường trực", "Permanent Vice Chairman"),
    _Head("Phó Chủ nhiệm", "Vice Chairman"),
    _Head("Chủ nhiệm", "Chairman"),
    _Head("Phó Chủ tịch Thường trực", "Permanent Vice Chairman"),
    _Head("Phó Chủ tịch", "Vice Chairman"),
    _Head("Chủ tịch", "Chairman"),
    _Head("Phó Vụ trưởng", "Deputy Director General"),
    _Head("Quyền Vụ trưởng", "Acting Director General"),
    _Head("Vụ trưởng", "Director General"),
    _Head("Phó Cục trưởng", "Deputy Director General"),
    _Head("Cục trưởng", "Director General"),
    _Head("Phó Viện trưởng", "Deputy Director"),
    _Head("Viện trưởng", "Director"),
    _Head("Phó Giám đốc", "Deputy Director"),
    _Head("Giám đốc", "Director"),
    _Head("Phó Tổng Giám đốc", "Deputy Director General"),
    _Head("Tổng Giám đốc", "Director General"),
    _Head("Phó Tổng Thư ký", "Deputy Secretary General"),
    _Head("Tổng Thư ký", "Secretary General"),
    _Head("Phó Chánh Văn phòng", "Deputy Chief of the Office"),
    _Head("Chánh Văn phòng", "Chief of the Office"),
    _Head("Phó Bí thư Thường trực", "Permanent Deputy Secretary"),
    _Head("Phó Bí thư", "Deputy Secretary"),
    _Head("Bí thư", "Secretary"),
    _Head("Ủy viên", "member"),
    _Head("Người phát ngôn", "Spokesperson"),
    _Head("Phó Người phát ngôn", "Deputy Spokesperson"),
    _Head("Trưởng đoàn", "head of the delegation"),
    _Head("Thành viên", "member"),
    _Head("Đại diện", "representative"),
    _Head("Lãnh đạo", "leader"),
    _Head("Tư lệnh", "Commander"),
    _Head("Đặc phái viên", "Special Envoy"),
    _Head("Tổng Biên tập", "Editor-in-Chief"),
)
_STATESMEN = (
    _Head("Phó Thủ tướng Thường trực", "Permanent Deputy Prime Minister"),
    _Head("Phó Thủ tướng", "Deputy Prime Minister"),
    _Head("Thủ tướng", "Prime Minister"),
    _Head("Phó Tổng thống", "Vice President"),
    _Head("Tổng thống", "President"),
    _Head("Phó Chủ tịch nước", "Vice President"),
    _Head("Chủ tịch nước", "President"),
    _Head("Tổng Bí thư", "General Secretary"),
    _Head("Chủ tịch Quốc hội", "National Assembly Chairman"),
    _Head("Chủ tịch Hạ viện", "Speaker of the House of Representatives"),
    _Head("Chủ tịch Thượng viện", "President of the Senate"),
    _Head("Quốc vương", "King"),
    _Head("Ngoại trưởng", "Foreign Minister"),
    _Head("Bộ trưởng Ngoại giao", "Minister of Foreign Affairs"),
    _Head("Bộ trưởng Quốc phòng", "Minister of Defence"),
    _Head("Bộ trưởng Bộ Ngoại giao", "Minister of Foreign Affairs"),
    _Head("Thứ trưởng Ngoại giao", "Deputy Minister of Foreign Affairs"),
    _Head("Thứ trưởng Bộ Ngoại giao", "Deputy Minister of Foreign Affairs"),
    _Head("Chủ tịch", "President"),
    _Head("Đại diện", "representative"),
    _Head("Tổng Lãnh sự", "Consul General"),
    _Head("Đại biện lâm thời", "Chargé d'Affaires ad interim"),
)
_AMBASSADOR = re.compile(
    r"(?P<head>(?:phó )?(?:đại sứ(?: đặc mệnh toàn quyền)?|tổng lãnh sự|công sứ"
    r"|đại diện thường trực|tham tán(?: công sứ)?|tùy viên quốc phòng|đại biện(?: lâm thời)?))"
    r"(?: của)? (?P<of>.+?)(?: tại (?P<to>.+))?"
)


def render_title(glossary: Glossary, vi_role: str, style: Style = Style.HOUSE) -> str | None:
    """The official English of a role, or ``None`` where glossary and rules have none.

    >>> from translations.terminology import Glossary
    >>> render_title(Glossary.load(), "nguyên Thứ trưởng Bộ Y tế")
    'former Deputy Minister of Health'
    """
    role = name_city(spell_out(" ".join(vi_role.split()).strip(" .,;:-–—")))
    if not role:
        return None
    found = _render(glossary, role, style, depth=0)
    return apply_style(found, style) if found else None


def _render(glossary: Glossary, role: str, style: Style, depth: int) -> str | None:
    if not role or depth > 6:
        return None
    listed = _listed(glossary, role)
    if listed:
        return listed.rendering(style)
    form = matching_form(role)
    for vi, en in _BEFORE:
        if form.startswith(vi + " "):
            rest = _render(glossary, role[len(vi) + 1 :], style, depth + 1)
            if rest:
                return f"{en} {rest}"
    composed = (
        _minister(glossary, role, style)
        or _envoy(glossary, role, style)
        or _statesman(glossary, role, style)
        or _local(glossary, role, style)
        or _head_of(glossary, role, style)
        or post_in_english(glossary, role, style)
    )
    return (
        composed
        or _several(glossary, role, style, depth)
        or _in_time(glossary, role, style, depth)
        or _without_letters(glossary, role, style, depth)
        or _deputy(glossary, role, style, depth)
    )


def _in_time(glossary: Glossary, role: str, style: Style, depth: int) -> str | None:
    """An office with words for when it is held: "Tổng thống đắc cử Mỹ"."""
    found = without_time(role)
    office = _render(glossary, found[0], style, depth + 1) if found else None
    return with_time(office, found[1]) if found and office else None


def _deputy(glossary: Glossary, role: str, style: Style, depth: int) -> str | None:
    """Who stands in for an office that has no deputy of its own in the lists."""
    rest = _after(role, "phó")
    office = _render(glossary, rest, style, depth + 1) if rest else None
    return f"Deputy {office}" if office and office[0].isupper() else None


def _without_letters(glossary: Glossary, role: str, style: Style, depth: int) -> str | None:
    """An office whose body has its letters in brackets: "Đại sứ X tại Liên hợp quốc (LHQ)"."""
    match = re.fullmatch(r"(.+?) \([A-ZĐ]{2,8}\)", role)
    return _render(glossary, match[1], style, depth + 1) if match else None


def _listed(glossary: Glossary, role: str) -> Term | None:
    term = glossary.exact(role, Direction.VI_EN)
    if term is None or term.kind.value not in ("office", "organisation"):
        return None
    return term


def _several(glossary: Glossary, role: str, style: Style, depth: int) -> str | None:
    """Posts joined by commas, ``kiêm`` or ``và``; the longest known beginning comes first."""
    borders = list(re.finditer(r"\s*,\s*|\s+kiêm\s+|\s+và\s+", role))
    for border in reversed(borders):
        head = _render(glossary, role[: border.start()], style, depth + 1)
        tail = _render(glossary, role[border.end() :], style, depth + 1) if head else None
        if head and tail:
            return f"{head}, {tail}"
    return None


def _after(role: str, head: str) -> str | None:
    """What follows ``head`` at the start of ``role``, ``""`` if nothing, ``None`` if not there."""
    words, wanted = role.split(" "), head.split(" ")
    if matching_form(" ".join(words[: len(wanted)])) != matching_form(head):
        return None
    return " ".join(words[len(wanted) :])


def _minister(glossary: Glossary, role: str, style: Style) -> str | None:
    for head in _MINISTERS:
        rest = _after(role, head.vi)
        if not rest:
            continue
        for name in (rest, f"Bộ {rest}"):
            body = glossary.exact(name, Direction.VI_EN)
            if body and body.en.startswith("Ministry of "):
                return f"{head.en} of {body.rendering(style)[len('Ministry of ') :]}"
    return None


def _envoy(glossary: Glossary, role: str, style: Style) -> str | None:
    match = _AMBASSADOR.fullmatch(matching_form(role))
    if not match:
        return None
    head = glossary.exact(match["head"], Direction.VI_EN)
    at = match.span("of")
    country = place_in_english(glossary, role[at[0] : at[1]], style)
    if not head or not country:
        return None
    name = head.rendering(style)
    core = of_country(country, name)
    if not match["to"]:
        return core
    span = match.span("to")
    host = place_in_english(glossary, role[span[0] : span[1]], style)
    return f"{core} to {with_article(host)}" if host else None


def _statesman(glossary: Glossary, role: str, style: Style) -> str | None:
    for head in sorted(_STATESMEN, key=lambda h: -len(h.vi)):
        rest = _after(role, head.vi)
        if not rest:
            continue
        rest = re.sub(r"^(?:của |nước )", "", rest)
        country = place_in_english(glossary, rest, style)
        if country is None:
            continue
        if head.vi == "Ngoại trưởng" and country == "United States":
            return "US Secretary of State"
        if head.vi == "Ngoại trưởng" and country == "United Kingdom":
            return "British Foreign Secretary"
        return of_country(country, head.en)
    return None


_LOCAL = re.compile(
    r"(?P<post>.+?) (?P<body>ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy"
    r"|sở \w+(?: \w+)?)"
    r"(?: (?P<level>tỉnh|thành phố|tp\.?))? (?P<name>.+)"
)
_LOCAL_POSTS = {
    "chủ tịch": "Chairman", "phó chủ tịch": "Vice Chairman",
    "phó chủ tịch thường trực": "Permanent Vice Chairman", "bí thư": "Secretary",
    "phó bí thư": "Deputy Secretary", "phó bí thư thường trực": "Permanent Deputy Secretary",
    "giám đốc": "Director", "phó giám đốc": "Deputy Director",
    "ủy viên ban thường vụ": "member of the Standing Board",
}  # fmt: skip
_LOCAL_BODIES = {
    "ủy ban nhân dân": "People's Committee", "ubnd": "People's Committee",
    "hội đồng nhân dân": "People's Council", "hđnd": "People's Council",
    "tỉnh ủy": "provincial Party Committee", "thành ủy": "Party Committee",
}  # fmt: skip


def _local(glossary: Glossary, role: str, style: Style) -> str | None:
    """Posts in a province or city: ``Chủ tịch UBND tỉnh Lào Cai``."""
    match = _LOCAL.fullmatch(matching_form(role))
    if not match:
        return None
    start, end = match.span("name")
    name = role[start:end]
    post = _LOCAL_POSTS.get(match["post"])
    body = _LOCAL_BODIES.get(match["body"])
    if body is None:
        term = glossary.exact(match["body"], Direction.VI_EN)
        body = term.rendering(style) if term and term.kind.value == "organisation" else None
    if not post or not body or not name.istitle():
        return None
    place = place_in_english(glossary, name, style) or transliterate_name(name)
    return f"{post} of the {place} {body}"


def _head_of(glossary: Glossary, role: str, style: Style) -> str | None:
    for head in sorted(_HEADS, key=lambda h: -len(h.vi)):
        rest = _after(role, head.vi)
        if not rest:
            continue
        rest = re.sub(r"^của ", "", rest)
        unit = head.vi.split()[-1]
        # "Trưởng ban Đối ngoại Trung ương" is the head of "Ban Đối ngoại Trung ương".
        kind = {"ban": "Ban", "trưởng": _unit_of(head.vi), "nhiệm": "Ủy ban"}.get(unit.lower(), "")
        for name in (rest, f"{kind} {rest}" if kind else rest):
            body = glossary.exact(name, Direction.VI_EN)
            if body is None or body.kind.value not in ("organisation", "conference", "office"):
                continue
            if body.kind.value == "office" and "member" not in head.en:
                continue
            english = body.rendering(style)
            return f"{head.en} {head.joint} {english}"
    return None


def _unit_of(head: str) -> str:
    word = head.split()[-2] if len(head.split()) > 1 else ""
    return word if word in ("Vụ", "Cục", "Viện") else ""
