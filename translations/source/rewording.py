"""What a source says in a way that the models misread, in a way that they know.

Only what the model is given changes; what a translation is checked for follows from it.

    >>> reword("The bill passed by 412 votes to 28.", Direction.EN_VI)
    'The bill passed by 412 votes in favour and 28 against.'
    >>> reword("Kết luận số 62 - KL / TW", Direction.VI_EN)
    'Kết luận số 62-KL/TW'
"""

from __future__ import annotations

import functools
import re

from translations.engine import Direction
from translations.source.idioms import say_plainly
from translations.source.youth_union import name_youth_union
from translations.terminology.countries import lands
from translations.words.foreign import unmarked_names
from translations.words.indefinite import indefinite
from translations.words.vietnamese_abbreviations import drop_explained, name_city, spell_out

_FIGURE = r"(\d{1,3}(?:,\d{3})+|\d+)(?!\w|[.,]\d)"
_VOTES = re.compile(
    rf"(?<![\w.,]){_FIGURE} votes to {_FIGURE}(?!\s(?:votes|percent|per\scent|%)|%)"
)
_VOTE_OF = re.compile(rf"\b(?:a|the) vote of {_FIGURE}(?: to |-){_FIGURE}(?![-–]\d)")
_UNITS = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T"}
_WATTS = re.compile(
    r"(?<=\d)([\s-])(kilo|mega|giga|tera)watt(?:([\s-]hour)s?|s)?(?!\w)", re.IGNORECASE
)
"""``1.5-gigawatt``: the models know the sign at best."""
_HEADLINE = re.compile(
    r"\b([Ss]igns?|[Ss]eals?|[Rr]each(?:es)?|[Ss]trikes?|[Ii]nks?) ((?:[A-Za-z0-9][\w-]* ){0,2})"
    r"(deal|pact|agreement|accord|treaty)(?!\w)"
)
"""``Two states sign deal``: headlines leave the article out, and the models misread the noun."""
_SINGLE_MEMBER = re.compile(r"\bTNHH (?:MTV|1TV|1 thành viên)(?!\w)")
"""Of a company, before its name; the models take the letters for part of the name."""
_KOREAN = re.compile(
    r"\b((?:Ahn|Ban|Chang|Cho|Choe|Choi|Chung|Han|Hong|Hwang|Jang|Jeong|Jo|Jung|Kang|Kim|Ko|Kwon"
    r"|Lee|Moon|Pak|Paik|Park|Ri|Roh|Ryu|Shin|Sohn|Song|Suh|Yang|Yoo|Yoon|Yun) [A-Z][a-z]+)"
    r"(?: -|- | - )([a-z]{2,6})(?!\w)"
)
"""``Moon Jae - in``: newspapers' systems put spaces round the hyphen."""
_LOOSE_QUOTES = re.compile(r"(?<!\S)' (?=\S)([^'\n]{1,200}\S) '(?=[\s.,;:!?)]|$)")
"""``' cạnh tranh '``: newspapers' systems put blanks inside the marks."""
_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_CAPITALS = re.compile(rf"(?<![\w-])[{_UPPER}]{{2,}}(?: [{_UPPER}]{{2,}})*(?![\w-])")
_UNKNOWN = frozenset("ẰẲẴẸỄỈÕỖỠŨỲỶỴ")
"""Words in capitals, and the letters of those that the models do not know: ``CHỈ THỊ``."""
_SINGLE_QUOTES = re.compile(r"(?<![\w'])'(?=\w)([^'\n]{1,200}[\w.!?%])'(?![\w'])")
_ARCHIPELAGO = re.compile(r"\b(Spratly|Paracel)s\b")
_NAMED_TWICE = re.compile(r"\b(Hoang Sa|Truong Sa) \((?:Paracel|Spratly)s?\)")
"""``Hoang Sa (Paracel)``: the official English name, of which Vietnamese says the first half."""
_LOOSE_CODE = re.compile(
    r"(?<![\w-])((?:[A-Z]|[A-Z][a-z]|[A-Z]{2,5})) - (\d{1,3})(?!\w|[/.,]\d| ?[-–/])"
)
"""``COVID - 19``, ``Su - 30``, ``AMM - 52``."""
_LOOSE_LETTER = re.compile(r"(?<![\w-])([A-Z]) (\d[A-Z])(?!\w)")
"""``P 4G``."""
_NUMBER_OF_DOCUMENT = re.compile(
    r"(?<![\w/.,-])(\d{1,4})(?: ?(/) ?((?:19|20)\d\d))? ?([-/]) ?([A-ZĐ]{2,5}) ?([/-])"
    r" ?([A-ZĐ]{2,6}\d{0,2})(?!\w)"
)
"""``62 - KL / TW``, ``35 / 2019 / NĐ - CP``."""


def reword(source: str, direction: Direction) -> str:
    """``source``, in plain form, as the model of ``direction`` is to see it."""
    if direction is Direction.VI_EN:
        source = _SINGLE_MEMBER.sub("trách nhiệm hữu hạn một thành viên", source)
        source = _CAPITALS.sub(_in_small_letters, source)
        source = name_city(
            _NUMBER_OF_DOCUMENT.sub(lambda m: "".join(filter(None, m.groups())), source)
        )
        source = name_youth_union(spell_out(drop_explained(source)))
        source = _LOOSE_LETTER.sub(r"\1\2", _LOOSE_CODE.sub(r"\1-\2", source))
        source = _KOREAN.sub(r"\1-\2", _quoted(unmarked_names(source)))
        return say_plainly(source, direction)
    source = _VOTES.sub(r"\1 votes in favour and \2 against", source)
    source = _VOTE_OF.sub(r"\1 votes in favour and \2 against", source)
    source = _HEADLINE.sub(_with_article, source)
    source = _ARCHIPELAGO.sub(r"\1 Islands", _NAMED_TWICE.sub(r"\1", source))
    source = _pair().sub(r"\1 - \2", source)
    source = _WATTS.sub(lambda m: f" {_UNITS[m[2].lower()]}W{'h' if m[3] else ''}", source)
    return say_plainly(source, direction)


def _in_small_letters(match: re.Match[str]) -> str:
    """Words in capitals as names are written, if the models do not know them all."""
    return match[0] if _UNKNOWN.isdisjoint(match[0]) else match[0].title()


def _quoted(source: str) -> str:
    """What Vietnamese ``source`` has in single quotation marks in double ones, which the model
    keeps together; within double ones the single ones stay.
    """
    if '"' in source:
        return _LOOSE_QUOTES.sub(r"'\1'", source)
    return _SINGLE_QUOTES.sub(r'"\1"', _LOOSE_QUOTES.sub(r'"\1"', source))


@functools.cache
def _pair() -> re.Pattern[str]:
    """``Viet Nam-Norway``: the models read what a hyphen ties as one word, and one land for
    another. Vietnamese has blanks around it.
    """
    land = "|".join(re.escape(name) for name in sorted(lands(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({land})-({land})(?![\w-])")


def _with_article(match: re.Match[str]) -> str:
    between = match[2].split()
    if any(word.lower() in _DETERMINERS or word.isdigit() for word in between):
        return match.group()
    return f"{match[1]} {indefinite((between or [match[3]])[0])} {match[2]}{match[3]}"


_DETERMINERS = frozenset(
    """a an the this that these those no any some each every his her its their our my your another
    of on in to for with by from as at over under and or up out off after before amid despite during
    without against between about into until since than via within but not one two""".split()  # noqa: SIM905 - words are read best as a text
)
