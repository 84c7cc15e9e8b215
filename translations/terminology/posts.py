"""Posts that the glossary has not, in English: of people abroad and of those without an office.

"Phát ngôn viên Bộ Ngoại giao Nga", "Bộ trưởng Năng lượng Mỹ", "thị trưởng London", "nghị sĩ đảng
Dân chủ", "nhà phân tích": a post of a list, and whose it is. As with titles, what is not understood
wholly is not put together.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from translations.engine import Direction
from translations.terminology.countries import (
    adjective,
    country_in_english,
    of_country,
    place_in_english,
    with_article,
)
from translations.terminology.matching import matching_form
from translations.words.style import Style
from translations.words.word_lists import read_rows

if TYPE_CHECKING:
    from translations.terminology.glossary import Glossary

_HOUSES = {
    "nhà trắng": "White House", "điện kremlin": "Kremlin", "kremlin": "Kremlin",
    "nhà xanh": "Blue House", "lầu năm góc": "Pentagon", "phủ tổng thống": "presidential",
    "chính phủ": "government", "quân đội": "military",
}  # fmt: skip
_PARTIES = {
    "dân chủ": "Democratic", "cộng hòa": "Republican", "lao động": "Labour",
    "bảo thủ": "Conservative", "cộng sản": "Communist", "xanh": "Green",
}  # fmt: skip
_ABROAD = frozenset(
    {
        *("CIA", "FBI", "NSA", "NATO", "IMF", "WTO", "WHO", "UNESCO", "UNICEF", "FIFA", "UEFA"),
        *("IOC", "OPEC", "OPCW", "IAEA", "EU", "ECB", "OECD", "UNHCR", "UNDP", "FAO", "ILO", "ICC"),
        *("INTERPOL", "ASEAN", "APEC", "CNN", "BBC", "NASA", "MI6", "DHS", "WB", "ADB"),
    }
)
"""Bodies that English knows by the same letters."""
_OF_ABROAD = {
    "giám đốc": "Director", "phó giám đốc": "Deputy Director", "tổng thư ký": "Secretary General",
    "phó tổng thư ký": "Deputy Secretary General", "tổng giám đốc": "Director General",
    "phó tổng giám đốc": "Deputy Director General", "chủ tịch": "President",
    "phó chủ tịch": "Vice President", "tổng thanh tra": "Inspector General",
}  # fmt: skip
_TOWN_HALL = {
    "thị trưởng": "Mayor", "phó thị trưởng": "Deputy Mayor", "thống đốc": "Governor",
    "phó thống đốc": "Deputy Governor", "tỉnh trưởng": "Governor", "cựu thị trưởng": "former Mayor",
}  # fmt: skip
_OF = re.compile(r"^(?:của|tại|ở|thuộc|cho|người)\s+", re.IGNORECASE)
_BESIDE = {"aide": "Assistant", "adviser": "adviser", "senior adviser": "senior adviser"}
"""Posts at the side of another: "trợ lý Tổng thống Mỹ"."""
_SECRETARY = re.compile(r"((?:Acting )?)US (?=Secretary|Attorney General)")
_IN = re.compile(r"^(?:tại|ở)\s", re.IGNORECASE)
_MATTER = re.compile(r"(?P<of>.+?) về (?:vấn đề )?(?P<on>.+)")
_LEVEL = re.compile(r"^(?:thành phố|tp\.?|bang|tỉnh|thủ đô|vùng)\s+", re.IGNORECASE)
_MINISTERS = re.compile(
    r"(?P<head>bộ trưởng|thứ trưởng|quyền bộ trưởng|phó thủ tướng kiêm bộ trưởng)"
    r"(?: bộ)? (?P<rest>.+)"
)
_HEADS = {
    "bộ trưởng": "Minister", "thứ trưởng": "Deputy Minister",
    "quyền bộ trưởng": "Acting Minister",
    "phó thủ tướng kiêm bộ trưởng": "Deputy Prime Minister and Minister",
}  # fmt: skip
_AMERICAN = {"bộ trưởng": "US {}", "quyền bộ trưởng": "Acting US {}", "thứ trưởng": "Deputy US {}"}
_STANDING = re.compile(r"\s?(?:đương nhiệm|đương kim)\s?")
_LEAVING = re.compile(r"\s?(?:sắp mãn nhiệm|mãn nhiệm)\s?")
_INTERIM = re.compile(r"\s?(?:lâm thời|tạm quyền)\s?")
_ELECTED = re.compile(r"\s?(?:vừa đắc cử|mới đắc cử|đắc cử)\s?")
_LETTERS = re.compile(r"(?P<name>.+?) \((?P<letters>[A-Z]{2,8})\)")


def post_in_english(glossary: Glossary, role: str, style: Style) -> str | None:
    """The English of a post, or ``None`` where lists and rules have none."""
    return (
        _minister(glossary, role, style)
        or _town_hall(glossary, role, style)
        or _body_abroad(role)
        or _listed(glossary, role, style)
    )


def without_time(role: str) -> tuple[str, str] | None:
    """A role without the words for when it is held, and what its English then takes before it
    (``"President"`` and ``"-elect"`` are for :func:`with_time`); ``None`` without such words.
    """
    form = matching_form(role)
    kinds = ((_STANDING, ""), (_LEAVING, "outgoing"), (_INTERIM, "interim"), (_ELECTED, "-elect"))
    for pattern, said in kinds:
        found = pattern.search(form)
        if found and len(form) == len(role):
            rest = f"{role[: found.start()]} {role[found.end() :]}".strip()
            return (rest, said) if rest else None
    return None


def with_time(english: str, said: str) -> str | None:
    """An office with what :func:`without_time` took from it: "US President-elect"."""
    if said != "-elect":
        return f"{said} {english}".strip()
    elected, found = re.subn(r"\bPresident\b", "President-elect", english, count=1)
    return elected if found else None


@functools.cache
def _posts() -> dict[str, str]:
    return {matching_form(vi): en for vi, en in read_rows("posts.tsv")[1:]}


@functools.cache
def _fields() -> dict[str, tuple[str, str, str]]:
    rows = (row + [""] * (4 - len(row)) for row in read_rows("ministries.tsv")[1:])
    return {matching_form(vi): (en, us, uk) for vi, en, us, uk in rows}


def _minister(glossary: Glossary, role: str, style: Style) -> str | None:
    """A minister abroad: his field, then his country."""
    form = matching_form(role)
    match = _MINISTERS.fullmatch(form)
    if match is None or len(form) != len(role):
        return None
    words = role[match.start("rest") :].split()
    for size in range(1, len(words)):
        field = _fields().get(matching_form(" ".join(words[:size]).removesuffix(" của")))
        rest = re.sub(r"^(?:của|nước) ", "", " ".join(words[size:]))
        country = place_in_english(glossary, rest, style) if field else None
        if field is None or country is None:
            continue
        english, american, british = field
        head = match["head"]
        if country == "United States" and american and head in _AMERICAN:
            title = _AMERICAN[head].format(american)
            return "US Deputy Secretary of State" if title.endswith("US Secretary of State") and (
                head == "thứ trưởng"
            ) else title  # fmt: skip
        if country == "United Kingdom" and british and head == "bộ trưởng":
            return f"British {british}"
        return of_country(country, f"{_HEADS[head]} of {english}") if adjective(country) else (
            f"{_HEADS[head]} of {english} of {with_article(country)}"
        )  # fmt: skip
    return None


def _town_hall(glossary: Glossary, role: str, style: Style) -> str | None:
    """Who leads a town or province by name: "thị trưởng London", "Thống đốc bang Texas"."""
    post, rest = _split(role, _TOWN_HALL)
    place = _LEVEL.sub("", _OF.sub("", rest))
    if not post or not place or not place[0].isupper():
        return None
    if country := country_in_english(place):
        return f"{post} of {with_article(country)}"
    english = place_in_english(glossary, place, style)
    plain = place if place.isascii() and place.replace(" ", "").isalpha() else None
    name = english or plain
    return f"{post} of {name}" if name and len(name.split()) < 4 else None


def _body_abroad(role: str) -> str | None:
    """Who leads a body that has its letters in English, too: "Giám đốc CIA"."""
    post, rest = _split(role, _OF_ABROAD)
    rest = _OF.sub("", rest)
    lettered = _LETTERS.fullmatch(rest)
    letters = lettered["letters"] if lettered else rest
    return f"{letters} {post}" if post and letters in _ABROAD else None


def _listed(glossary: Glossary, role: str, style: Style) -> str | None:
    """A post of the list, alone or with whose it is."""
    post, rest = _split(role.removeprefix("nữ "), _posts())
    if not post:
        return None
    if not rest:
        return post
    whose, rest = rest, re.sub(r"^nước ", "", _OF.sub("", rest))
    if (house := _house(rest)) is not None:
        return f"{house} {post}"
    if (party := _party(glossary, rest, style)) is not None:
        return f"{party} {post}"
    if (ministry := _ministry(glossary, rest, style)) is not None:
        return f"{post} of {ministry}"
    if post in _BESIDE and (office := glossary.render_title(rest, style)) is not None:
        if post == "aide" and (american := _SECRETARY.match(office)) is not None:
            return f"{american[1]}US Assistant {office[american.end() :]}"
        return f"{_BESIDE[post]} to the {office}"
    if re.fullmatch(r"[A-Z]{2,6}", rest) and country_in_english(rest) is None:
        return f"{rest} {post}"
    if (matter := _MATTER.fullmatch(rest)) is not None:
        land = place_in_english(glossary, matter["of"], style)
        on = place_in_english(glossary, matter["on"], style)
        return f"{of_country(land, post)} for {with_article(on)}" if land and on else None
    place = place_in_english(glossary, rest, style)
    if place is None or post == "wife":  # of nobody's country
        return None
    return _placed(post, place, in_it=_IN.match(whose) is not None)


def _placed(post: str, place: str, *, in_it: bool) -> str:
    """A post and the country or town that it is of, or in."""
    land = adjective(place.removeprefix("the "))
    if land is None:
        return f"{post} {'in' if in_it else 'of'} {with_article(place)}"
    senior, _, rest = post.rpartition("senior ")
    return f"{senior}senior {land} {rest}" if rest != post else f"{land} {post}"


def _house(rest: str) -> str | None:
    return _HOUSES.get(matching_form(rest))


def _party(glossary: Glossary, rest: str, style: Style) -> str | None:
    """A party as an adjective, that of its country before it: "đảng Dân chủ Mỹ"."""
    form = matching_form(rest).removeprefix("đảng ")
    for name, english in _PARTIES.items():
        if form == name and (matching_form(rest) != name or name in ("dân chủ", "cộng hòa")):
            return english
        if matching_form(rest).startswith(f"đảng {name} "):
            country = place_in_english(glossary, rest[len(f"đảng {name} ") :], style)
            land = adjective(country) if country else None
            return f"{land} {english}" if land else None
    return None


def _ministry(glossary: Glossary, rest: str, style: Style) -> str | None:
    """A ministry, its country before it: "the Russian Ministry of Foreign Affairs"."""
    if not matching_form(rest).startswith("bộ "):
        return None
    words = rest.split()
    for size in range(2, len(words) + 1):
        field = _fields().get(matching_form(" ".join(words[1:size])))
        known = glossary.exact(" ".join(words[:size]), Direction.VI_EN)
        land = " ".join(words[size:])
        if not land and known and known.kind.value == "organisation":
            return f"the {known.rendering(style)}"
        if field is None or not land:
            continue
        country = place_in_english(glossary, re.sub(r"^(?:của|nước) ", "", land), style)
        if country is None:
            continue
        if country == "United States" and field[0] == "Foreign Affairs":
            return "the US Department of State"
        american = country == "United States"
        of = field[0].replace("Defence", "Defense").replace("Labour", "Labor")
        name = f"Department of {of}" if american else f"Ministry of {field[0]}"
        land = adjective(country) or ""
        return f"the {land} {name}" if land else f"the {name} of {with_article(country)}"
    return None


def _split(role: str, posts: dict[str, str]) -> tuple[str, str]:
    """The English of the longest post that a role begins with, and the rest of the role."""
    words = role.split()
    for size in range(min(len(words), 6), 0, -1):
        english = posts.get(matching_form(" ".join(words[:size])))
        if english:
            return english, " ".join(words[size:])
    return "", role
