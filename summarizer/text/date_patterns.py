"""The ways in which Vietnamese and English texts write dates, as regular expressions.

Named groups: ``d m y`` are day, month and year of the (last) date, ``d0 m0 y0`` those of the first
of a range or list, each as figures, a month also as a name. Patterns stand in the order in which
they are tried; a place that one has taken is closed to the later ones. Whether day and month exist
is not their business.

A search for a date is dear, and most sentences have none: each pattern says by what cheap sign a
text can be told that it cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[89]|20|21)\d\d"
# No figure, letter or separator may touch a date from the left, no figure from the right.
_L = r"(?<![\w.,/\-–%])"
_R = r"(?![\w%]|[.,/\-–]\d|/\w)"
_DASH = r"\s?[-–—]\s?"

_CUE = (
    r"(?:(?:rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm|khuya|hôm|ngày|mùng|mồng)"
    r"(?:\s(?:nay|mai|qua))?|(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?=\s?[,(]?\s?\d))"
    r"(?:,?\s(?:hôm nay|hôm qua|ngày|mùng|mồng))?,?"
)
CUE = re.compile(rf"(?<!\w){_CUE}\s", re.IGNORECASE)
VI_MONTHS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_VI_MONTH = r"(?:mười một|mười hai|mười|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_VM = rf"(?:{_M}|(?:{_VI_MONTH})(?!\w))"
_VI_YEAR = rf"(?:(?:\s?[/\-.]\s?|,?\snăm\s)(?P<y>{_Y})(?!\d|{_DASH}\d{{4}}))"

_NAMED_YEAR = rf"(?:,?\snăm\s(?P<y>{_Y})(?!\d|{_DASH}\d{{4}}))?"

ISO = re.compile(
    rf"{_L}(?P<y>{_Y})[-/](?P<m>0[1-9]|1[0-2])[-/](?P<d>0[1-9]|[12]\d|3[01])(?!\d|[-/]\d)"
)
FULL = re.compile(rf"{_L}(?P<d>{_D})(?P<s>[/.\-])(?P<m>{_M})(?P=s)(?P<y>{_Y}){_R}")

LONE_YEAR = re.compile(
    r"(?P<loneyear>)(?<![\w.,/\-–%$€£#])(?<!\d\s)(?<![-–—]\s)(?P<y>19[3-9]\d|20[0-6]\d)"
    r"(?![\w%:°]|[.,/\-–]\d|\s?[-–—]\s?\d|\s\d|/\w|-\w)"
)

_FLAGS = re.IGNORECASE


class Way(NamedTuple):
    """One way of writing dates.

    A text without ``sign`` has no date written so; nor has one without a figure, but where the
    date may be ``spelled``.
    """

    pattern: re.Pattern[str]
    sign: re.Pattern[str] | None = None
    spelled: bool = False


_FIGURE = re.compile(r"[0-9]")
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_MONTH = re.compile(r"tháng\s", _FLAGS)
_JOINED = re.compile(r"\d(?:[/.\-]|\stháng\s)[0-9]", _FLAGS)  # 14/12, 14 tháng 12

VIETNAMESE: tuple[Way, ...] = (
    Way(ISO, _JOINED),
    # từ ngày 10/4 đến (ngày) 12/5(/2021); từ ngày 30 tháng 4 đến ngày 3 tháng 5 năm 2021
    Way(
        re.compile(
            rf"(?:từ\s)?(?:{_CUE}\s)?{_L}(?P<d0>{_D})(?P<sep>[/.\-]|\stháng\s)(?P<m0>{_M})"
            rf"(?:(?:[/.\-]|\snăm\s)(?P<y0>{_Y}))?"
            rf"(?:\s(?:đến|tới)(?:\shết)?|{_DASH})\s?(?:{_CUE}\s)?"
            rf"(?P<d>{_D})(?P=sep)(?P<m>{_M})"
            rf"(?:(?:[/.\-]|\snăm\s)(?P<y>{_Y}))?{_R}",
            _FLAGS,
        ),
        _JOINED,
    ),
    # từ (ngày) 3 đến 5 và (ngày) 8/8; ngày 3-5 và 8-10/8/2021
    Way(
        re.compile(
            rf"(?:từ\s(?:{_CUE}\s)?|{_CUE}\s){_L}(?P<d0>{_D})(?:\s(?:đến|tới)(?:\shết)?\s|{_DASH})"
            rf"(?:{_CUE}\s)?(?P<d1>{_D})\s?(?:,|và)\s(?:từ\s)?(?:{_CUE}\s)?"
            rf"(?:(?P<d2>{_D})(?:\s(?:đến|tới)(?:\shết)?\s|{_DASH})(?:{_CUE}\s)?)?(?P<d>{_D})"
            rf"(?P<sep>[/.\-]|\stháng\s)(?P<m>{_M})(?:(?:[/.\-]|\snăm\s)(?P<y>{_Y}))?{_R}",
            _FLAGS,
        ),
        _JOINED,
    ),
    # từ ngày 10 đến 12-5; ngày 10-12/5/2021; hai ngày 21 và 22-7; ngày 14, 15 và 16 tháng 12
    Way(
        re.compile(
            rf"(?:từ\s|trong\s)?(?:{_CUE}\s)?{_L}(?<!tháng\s)(?P<d0>{_D})"
            rf"(?:(?P<to>\s(?:đến|tới)(?:\shết)?\s|{_DASH})|(?P<list>(?:,\s?{_D}){{0,4}}\s?(?:,|và)\s))"
            rf"(?:{_CUE}\s)?(?P<d>{_D})(?P<sep>[/.\-]|\stháng\s)(?P<m>{_M})"
            rf"(?:(?:[/.\-]|\snăm\s)(?P<y>{_Y}))?{_R}",
            _FLAGS,
        ),
        _JOINED,
    ),
    Way(FULL, _JOINED),
    # ngày 5 tháng 7 (năm 2017); 5 tháng 7 năm 2017
    Way(
        re.compile(rf"{_CUE}\s(?P<d>{_D})\stháng\s(?P<m>{_VM})(?:{_VI_YEAR}|(?!\d))", _FLAGS),
        _MONTH,
    ),
    Way(
        # not that of "lần thứ 25 tháng 11/2017"
        re.compile(rf"{_L}(?<!thứ\s)(?P<d>{_D})\stháng\s(?P<m>{_VM}){_VI_YEAR}", _FLAGS),
        _MONTH,
    ),
    # ngày 3 tháng 8 và 5 tháng 8
    Way(
        re.compile(
            rf"(?:(?<=tháng\s\d\svà\s)|(?<=tháng\s\d\d\svà\s))(?P<d>{_D})\stháng\s(?P<m>{_M})(?!\d)",
            _FLAGS,
        ),
        _MONTH,
    ),
    # từ tháng 5 đến tháng 7/2021
    Way(
        re.compile(
            rf"từ\stháng\s(?P<m0>{_M})(?:(?:[/.\-]|\snăm\s)(?P<y0>{_Y}))?\s(?:đến|tới)(?:\shết)?"
            rf"\stháng\s(?P<m>{_M})"
            rf"(?:(?:[/.\-]|\snăm\s)(?P<y>{_Y}))?{_R}",
            _FLAGS,
        ),
    ),
    # ngày 14/12 (năm 2021), sáng 13-1, ngày 14.12
    Way(
        re.compile(
            rf"(?<!\w)(?P<cue>{_CUE})\s\(?{_L}(?P<d>{_D})[/.\-](?P<m>{_M}){_R}{_NAMED_YEAR}", _FLAGS
        ),
        _JOINED,
    ),
    # tháng 12/2021, tháng mười năm 2021
    Way(re.compile(rf"tháng\s(?P<m>{_VM}){_VI_YEAR}", _FLAGS)),
    # quý II/2021, quý 2-2021, học kỳ 1/2021: parts of a year, not months
    Way(
        re.compile(
            rf"(?:quý|học\skỳ|kỳ|đợt)\s(?:[1-4]|I{{1,3}}|IV)\s?[/\-]\s?(?P<y>{_Y})(?!\d|{_DASH}\d)",
            _FLAGS,
        ),
        _YEAR,
    ),
    # 12/2021
    Way(re.compile(rf"(?P<lone>){_L}(?P<m>{_M})/(?P<y>{_Y}){_R}"), _JOINED),
    # 14/12 on its own
    Way(re.compile(rf"(?P<bare>){_L}(?P<d>{_D})/(?P<m>{_M}){_R}{_NAMED_YEAR}"), _JOINED),
    # tháng 12; hồi tháng hai, trong tháng Ba
    Way(re.compile(rf"(?P<month>)tháng\s(?P<m>{_M}|tư(?!\w)){_R}", _FLAGS), _MONTH, spelled=True),
    Way(
        re.compile(
            rf"(?<!\w)(?:hồi|vào|trong|đầu|cuối|giữa|từ|đến|hết|tới)\s(?P<month>)tháng\s"
            rf"(?P<m>{_VI_MONTH})(?!\w)(?!\s(?:lần|tuần|tháng|người))",
            _FLAGS,
        ),
        _MONTH,
        spelled=True,
    ),
    # năm 2020-2021, năm 2021
    Way(re.compile(rf"năm\s(?P<y0>{_Y}){_DASH}(?P<y>{_Y})(?!\d)", _FLAGS), _YEAR),
    Way(re.compile(rf"năm\s?(?P<y>{_Y})(?!\d|{_DASH}\d)", _FLAGS), _YEAR),
    # 2021 on its own
    Way(LONE_YEAR, _YEAR),
)

EN_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_EM = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
    r"(?![^\W\d_])"
)
_ED = rf"{_D}(?:st|nd|rd|th)?"
_TO = rf"(?:\s(?:to|until|till|through|and)(?:\sthe)?\s|{_DASH})"
_EY = rf"(?:,?\s(?P<y>{_Y})(?![\d]|{_DASH}\d{{4}}))?"
_EY0 = rf"(?:,?\s(?P<y0>{_Y}))?"
_E_CAPS = r"(?i:"

ENGLISH: tuple[Way, ...] = (
    Way(ISO, _JOINED),
    # 30 April (2021) to 3 May 2021; April 30 - May 3, 2021
    Way(
        re.compile(
            rf"{_L}(?P<d0>{_ED})\s(?:of\s)?(?P<m0>{_EM}){_EY0}{_TO}(?P<d>{_ED})\s(?:of\s)?(?P<m>{_EM}){_EY}"
        ),
    ),
    Way(
        re.compile(
            rf"\b(?P<m0>{_EM})\s(?P<d0>{_ED}){_EY0}{_TO}(?P<m>{_EM})\s(?P<d>{_ED})(?!\d){_EY}"
        )
    ),
    # 10-12 May 2021; May 10-12, 2021
    Way(re.compile(rf"{_L}(?P<d0>{_ED}){_TO}(?P<d>{_ED})\s(?:of\s)?(?P<m>{_EM}){_EY}")),
    Way(re.compile(rf"\b(?P<m>{_EM})\s(?P<d0>{_ED}){_TO}(?P<d>{_ED})(?!\d){_EY}")),
    Way(FULL, _JOINED),
    Way(re.compile(rf"{_L}(?P<m>{_M})/(?P<d>{_D})/(?P<y>{_Y}){_R}")),
    # 14 December 2021; December 14, 2021; Dec. 14
    Way(re.compile(rf"{_L}(?P<d>{_ED})\s(?:of\s)?(?P<m>{_EM}){_EY}")),
    Way(re.compile(rf"\b(?P<m>{_EM})\s(?P<d>{_ED})(?!\d|[,.]\d|\s?%|(?:st|nd|rd|th)){_EY}")),
    # December 2021, December of 2021
    Way(re.compile(rf"\b(?P<m>{_EM}),?\s(?:of\s)?(?P<y>{_Y})(?!\d|{_DASH}\d{{4}})")),
    Way(re.compile(rf"\b(?:on|On)\s(?P<d>{_D})/(?P<m>{_M}){_R}")),
    # in December
    Way(
        re.compile(
            rf"\b(?:[Ii]n|[Ll]ast|[Nn]ext|[Ss]ince|[Bb]y|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id-?|[Tt]his|of)\s?"
            rf"(?P<month>)(?P<m>{_EM})"
        ),
        spelled=True,
    ),
    # September on its own; the names of months that are other words, too, want a preposition
    Way(
        re.compile(
            r"\b(?P<month>)(?P<m>January|February|April|June|July|September|October|November|December)\b"
        ),
        spelled=True,
    ),
    # in 2021, the year 2021
    Way(
        re.compile(
            rf"\b(?:in|In|since|Since|until|by|By|during|During|of|year|from|early|late|mid-?|for)\s?"
            rf"(?:the\syear\s)?(?P<y>{_Y})(?!\d|[,.]\d|{_DASH}\d|\s(?:million|billion|percent|people))"
        ),
    ),
    Way(LONE_YEAR, _YEAR),
)


def patterns_for(text: str, language: str) -> Iterator[re.Pattern[str]]:
    """The patterns of a language that may match in a text, in the order in which to try them."""
    figures = _FIGURE.search(text) is not None
    seen: dict[re.Pattern[str], bool] = {}
    for pattern, sign, spelled in ENGLISH if language == "en" else VIETNAMESE:
        if not (figures or spelled):
            continue
        if sign is not None and sign not in seen:
            seen[sign] = sign.search(text) is not None
        if sign is None or seen[sign]:
            yield pattern
