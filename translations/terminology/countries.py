"""Countries and international bodies in English, as they stand beside offices: "French President",
"President of Slovenia".
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from translations.engine import Direction
from translations.terminology.matching import matching_form
from translations.words.style import Style

if TYPE_CHECKING:
    from translations.terminology.glossary import Glossary

_STATE = re.compile(
    r"^(?:nước )?(?:cộng hòa xã hội chủ nghĩa |cộng hòa dân chủ nhân dân |cộng hòa nhân dân |"
    r"cộng hòa |vương quốc |liên bang )?"
)
_ALSO = {
    "nhật": "Japan", "hàn": "Republic of Korea", "italia": "Italy", "palestine": "Palestine",
    "arab saudi": "Saudi Arabia", "ả rập saudi": "Saudi Arabia", "a rập xê út": "Saudi Arabia",
    "ả-rập xê-út": "Saudi Arabia", "myanmar": "Myanmar", "hong kong": "Hong Kong",
    "hồng kông": "Hong Kong", "macau": "Macau", "ma cao": "Macau",
    "chdcnd triều tiên": "Democratic People's Republic of Korea", "liên xô": "Soviet Union",
    "lhq": "United Nations", "liên hiệp quốc": "United Nations",
}  # fmt: skip
"""Other names in news than the glossary and the table of territories have, in matching form."""


def place_in_english(glossary: Glossary, name: str, style: Style) -> str | None:
    """The English of a country, city or international body, or ``None``."""
    term = glossary.exact(name, Direction.VI_EN)
    if term and term.kind.value == "place":
        return term.rendering(style)
    if term and term.kind.value == "organisation":
        english = term.rendering(style)
        return english if english.isupper() or english in _ADJECTIVES else f"the {english}"
    if re.fullmatch(r"[A-Z]{2,6}", name):
        return name
    return country_in_english(name)


def country_in_english(name: str) -> str | None:
    """The English of a country's name that the glossary has not, or ``None``."""
    form = matching_form(name)
    if form in _ALSO:
        return _ALSO[form]
    code = _territories().get(form) or _territories().get(_STATE.sub("", form))
    if code is None:
        return None
    from babel import Locale

    return str(Locale("en").territories[code])


@functools.cache
def lands() -> frozenset[str]:
    """The English names of countries, in either spelling, and their adjectives."""
    from babel import Locale

    names = {name for code, name in Locale("en").territories.items() if code.isalpha()}
    spelt = {"US", "U.S.", "UK", "EU", "ASEAN", "Korea", "DPRK", "RoK", "UAE", "Turkey", "Myanmar"}
    return frozenset(names | spelt | _ADJECTIVES.keys() | set(_ADJECTIVES.values()))


@functools.cache
def _territories() -> dict[str, str]:
    from babel import Locale

    table: dict[str, str] = {}
    for language in ("en", "vi"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                table[matching_form(name)] = code
    return table


_ADJECTIVES = {
    "Viet Nam": "Vietnamese", "Vietnam": "Vietnamese", "United States": "US", "China": "Chinese",
    "Russia": "Russian", "Japan": "Japanese", "France": "French", "Germany": "German",
    "United Kingdom": "British", "Laos": "Lao", "Cambodia": "Cambodian", "Thailand": "Thai",
    "India": "Indian", "Australia": "Australian", "Canada": "Canadian", "Italy": "Italian",
    "Spain": "Spanish", "Netherlands": "Dutch", "Belgium": "Belgian", "Switzerland": "Swiss",
    "Sweden": "Swedish", "Norway": "Norwegian", "Denmark": "Danish", "Finland": "Finnish",
    "Poland": "Polish", "Hungary": "Hungarian", "Greece": "Greek", "Ukraine": "Ukrainian",
    "Belarus": "Belarusian", "Cuba": "Cuban", "Brazil": "Brazilian", "Mexico": "Mexican",
    "Argentina": "Argentine", "Chile": "Chilean", "Indonesia": "Indonesian",
    "Malaysia": "Malaysian", "Singapore": "Singaporean", "Philippines": "Philippine",
    "Israel": "Israeli", "Iran": "Iranian", "Egypt": "Egyptian", "Mongolia": "Mongolian",
    "Austria": "Austrian", "Bulgaria": "Bulgarian", "Romania": "Romanian", "Türkiye": "Turkish",
    "South Africa": "South African", "European Union": "EU", "Algeria": "Algerian",
    "Kazakhstan": "Kazakh", "Angola": "Angolan", "Saudi Arabia": "Saudi Arabian",
    "Palestine": "Palestinian", "Syria": "Syrian", "Iraq": "Iraqi", "Qatar": "Qatari",
    "Pakistan": "Pakistani", "Afghanistan": "Afghan", "Venezuela": "Venezuelan",
    "Colombia": "Colombian", "Peru": "Peruvian", "Portugal": "Portuguese", "Ireland": "Irish",
    "Iceland": "Icelandic", "Czech Republic": "Czech", "Slovakia": "Slovak",
    "Slovenia": "Slovenian", "Croatia": "Croatian", "Serbia": "Serbian", "Albania": "Albanian",
    "Lithuania": "Lithuanian", "Latvia": "Latvian", "Estonia": "Estonian",
    "Armenia": "Armenian", "Azerbaijan": "Azerbaijani", "Uzbekistan": "Uzbek",
    "Bangladesh": "Bangladeshi", "Sri Lanka": "Sri Lankan", "Nepal": "Nepali",
    "Myanmar": "Myanmar", "New Zealand": "New Zealand", "Kuwait": "Kuwaiti",
    "Jordan": "Jordanian", "Lebanon": "Lebanese", "Yemen": "Yemeni", "Oman": "Omani",
    "Morocco": "Moroccan", "Tunisia": "Tunisian", "Libya": "Libyan", "Sudan": "Sudanese",
    "Ethiopia": "Ethiopian", "Kenya": "Kenyan", "Nigeria": "Nigerian", "Mozambique": "Mozambican",
    "Tanzania": "Tanzanian", "Zimbabwe": "Zimbabwean", "Ecuador": "Ecuadorian",
    "Bolivia": "Bolivian", "Uruguay": "Uruguayan", "Nicaragua": "Nicaraguan",
    "Panama": "Panamanian", "Cyprus": "Cypriot", "Malta": "Maltese", "Moldova": "Moldovan",
    "Taiwan": "Taiwanese", "Hong Kong": "Hong Kong", "Soviet Union": "Soviet",
    "United Nations": "UN",
}  # fmt: skip


def country_in_vietnamese(english: str) -> str | None:
    """What Vietnamese news call the country of an English name or adjective, or ``None``."""
    return _vietnamese().get(english)


@functools.cache
def _vietnamese() -> dict[str, str]:
    from babel import Locale

    vietnamese = Locale("vi").territories
    table = {
        name: str(vietnamese[code])
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code in vietnamese
    }
    table |= {
        "Viet Nam": "Việt Nam", "Vietnam": "Việt Nam", "US": "Hoa Kỳ", "U.S.": "Hoa Kỳ",
        "United States": "Hoa Kỳ", "American": "Hoa Kỳ", "UK": "Anh", "United Kingdom": "Anh",
        "Britain": "Anh", "South Korea": "Hàn Quốc", "South Korean": "Hàn Quốc",
        "Republic of Korea": "Hàn Quốc", "RoK": "Hàn Quốc", "North Korea": "Triều Tiên",
        "North Korean": "Triều Tiên", "DPRK": "Triều Tiên", "China": "Trung Quốc",
        "Democratic People's Republic of Korea": "Triều Tiên", "Cuba": "Cuba",
        "Turkey": "Thổ Nhĩ Kỳ", "Türkiye": "Thổ Nhĩ Kỳ",
        "Czech Republic": "Cộng hòa Séc", "UAE": "UAE", "EU": "EU",
        "European Union": "Liên minh châu Âu", "United Nations": "Liên hợp quốc",
        "UN": "Liên hợp quốc",
        "Palestine": "Palestine", "Myanmar": "Myanmar", "Hong Kong": "Hồng Kông",
        "Taiwan": "Đài Loan",
        "Soviet Union": "Liên Xô", "ASEAN": "ASEAN", "Russian Federation": "Liên bang Nga",
    }  # fmt: skip
    return table | {adj: table[name] for name, adj in _ADJECTIVES.items() if name in table}


def adjective(country: str) -> str | None:
    """The adjective that stands before an office, or ``None`` where English says "of …"."""
    return _ADJECTIVES.get(country)


def with_article(country: str) -> str:
    """A country's name as it stands after "of" and "to"."""
    return f"the {country}" if _WITH_ARTICLE.match(country) else country


_WITH_ARTICLE = re.compile(
    r"United|Netherlands|Philippines|Republic|Democratic|European|Russian|Federal|Holy"
    r"|Lao People|People's|Czech|Socialist|Soviet|Maldives|Bahamas|.* Islands$"
)


def of_country(country: str, office: str) -> str:
    """An office of a country: "French President", "President of Slovenia"."""
    known = adjective(country)
    return f"{known} {office}" if known else f"{office} of {with_article(country)}"
