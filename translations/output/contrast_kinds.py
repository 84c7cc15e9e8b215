"""The words that exclude each other, kind by kind, in both languages.

Each kind (years, weekdays, currencies, ranks …) has members; what is done with them, see
:mod:`translations.output.contrasts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translations.engine import Direction, FindingKind
from translations.words.figures import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Member:
    """One of the words of a kind.

    Attributes:
        vi, en: everything that means it, widely.
        claim_vi, claim_en: what can mean nothing else: what a wrong translation is known by.
        say_vi, say_en: what is put in a wrong one's place; empty where that cannot be said.
    """

    vi: str
    en: str
    claim_vi: str
    claim_en: str
    say_vi: str = ""
    say_en: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    finding: FindingKind
    members: tuple[Member, ...]
    hint: str
    """What a text must have for the kind to be looked for in it."""
    required: bool = False
    """Whether leaving the word out is a fault as well."""
    alone: frozenset[Direction] = frozenset()
    """Where saying any word of the kind is a fault if the source says none."""


_MONTH_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_LAST = r"(?:last|previous|past|preceding)"
_NEXT = r"(?:next|coming|following|upcoming)"
_YEARS = (
    Member(
        r"năm\s(?:ngoái|trước|vừa qua|qua)|cùng kỳ|một năm",
        rf"{_LAST}\s(?:\w+\s)?years?(?:['’]s)?|{_LAST}\s(?:{_MONTH_NAMES}|spring|summer|autumn|fall"
        r"|winter)|a\syear\s(?:ago|earlier|before)|the\syear\sbefore|year[- ]on[- ]year|yoy"
        r"|year-over-year|year-earlier|a\syear|annual(?:ly)?|same\speriod",
        r"năm\sngoái",
        r"last\syear",
        "năm ngoái",
        "last year",
    ),
    Member(
        r"năm\snay|trong\snăm|tháng\s\d+\snày",
        rf"this\s(?:\w+\s)?year(?:['’]s)?|(?:the\s)?current\syear|this\s(?:{_MONTH_NAMES}|spring"
        rf"|summer|autumn|fall|winter)|so\sfar|(?:the|of)\syear|year-to-date|year-end",
        r"năm\snay",
        r"this\syear",
        "năm nay",
        "this year",
    ),
    Member(
        r"năm\s(?:sau|tới|kế tiếp|tiếp theo)|sang\snăm",
        rf"{_NEXT}\s(?:\w+\s)?years?(?:['’]s)?|{_NEXT}\s(?:{_MONTH_NAMES})|a\syear\slater"
        r"|the\syear\safter|years?\s(?:to\scome|ahead)",
        r"sang\snăm|năm\ssau",
        r"next\syear",
        "năm sau",
        "next year",
    ),
)


def _turns(vi: str, en: str) -> tuple[Member, ...]:
    """The week or the month before, this one, the next."""
    return (
        Member(
            rf"{vi}\s(?:trước|vừa\squa|qua|rồi)",
            rf"{_LAST}\s(?:\w+\s)?{en}(?:s|end)?(?:['’]s)?"
            rf"|(?:a|an|the|one)\s{en}\s(?:ago|earlier|before)",
            rf"(?<!\d\s){vi}\strước", rf"last\s{en}", f"{vi} trước", f"last {en}",
        ),
        Member(
            rf"{vi}\snày|trong\s{vi}",
            rf"this\s(?:\w+\s)?{en}(?:end|['’]s)?|(?:the\s)?current\s{en}",
            rf"{vi}\snày", rf"this\s{en}", f"{vi} này", f"this {en}",
        ),
        Member(
            rf"{vi}\s(?:sau|tới|kế\stiếp|tiếp\stheo)",
            rf"{_NEXT}\s(?:\w+\s)?{en}(?:s|end)?(?:['’]s)?|(?:a|an|one|the)\s{en}\s(?:later|after)",
            rf"(?<!\d\s){vi}\s(?:tới|sau)", rf"next\s{en}", f"{vi} tới", f"next {en}",
        ),
    )  # fmt: skip


_PARTS = "sáng|trưa|chiều|tối|đêm|khuya"
_DAYS = (
    Member(
        rf"hôm\squa|hôm\strước|(?:{_PARTS})\squa|ngày\s(?:hôm\s)?qua|rạng\ssáng",
        r"yesterday(?:['’]s)?|last\s(?:night|evening)|overnight|the\sday\sbefore"
        r"|(?:a|the\sprevious)\sday(?:\searlier)?",
        r"hôm\squa", r"yesterday", "hôm qua", "yesterday",
    ),
    Member(
        rf"hôm\snay|(?:{_PARTS})\s(?:nay|cùng\sngày)|ngày\snay|bữa\snay|hiện\s?nay|lúc\snày",
        r"today(?:['’]s)?|tonight|this\s(?:morning|afternoon|evening)|the\ssame\sday|nowadays"
        r"|currently|now",
        r"hôm\snay", r"today", "hôm nay", "today",
    ),
    Member(
        rf"ngày\smai|(?:{_PARTS})\smai|mai\ssau|ngày\shôm\ssau",
        r"tomorrow(?:['’]s)?|the\s(?:next|following)\sday|the\sday\safter",
        r"ngày\smai", r"tomorrow", "ngày mai", "tomorrow",
    ),
)  # fmt: skip
_WHEN = r"(?=\s(?:nay|qua|mai|mùng|ngày|\d|thứ|chủ\snhật|cùng\sngày|hôm|sớm|muộn|cuối)|[.,;)]|$)"
_CLOCK_VI = r"(?:\d\s?(?:h|g|giờ)(?:\s?\d\d)?(?:\sphút)?|rưỡi)\s"
_TIMES_OF_DAY = (
    Member(
        rf"(?<!\w)(?:sáng{_WHEN}|(?:buổi|rạng|{_CLOCK_VI})\s?sáng|bình\sminh|sớm)",
        r"mornings?|a\.?m\b|dawn|early|earlier|small\shours|overnight|daybreak|midnight",
        r"(?:buổi|rạng)\ssáng|(?<!\w)(?<!giờ\s)sáng(?=\s(?:nay|qua|mai|ngày|thứ|\d))",
        r"mornings?", "sáng", "morning",
    ),
    Member(
        rf"(?<!\w)(?:(?:gần\s|buổi\s)?trưa{_WHEN}|buổi\strưa)",
        r"noon|midday|lunch\w*|p\.?m\b|a\.?m\b|afternoons?|late\smorning|later|earlier",
        r"(?<!\w)(?<!giờ\s)(?<!\d\s)trưa(?=\s(?:nay|qua|mai|ngày|thứ|\d))",
        r"midday", "trưa", "midday",
    ),
    Member(
        rf"(?<!\w)(?:chiều{_WHEN}|(?:buổi|xế|{_CLOCK_VI})\s?chiều|đầu\sgiờ\schiều|trưa)",
        r"afternoons?|p\.?m\b|evening|noon|midday|lunch\w*|later",
        r"buổi\schiều|(?<!\w)(?<!giờ\s)chiều(?=\s(?:nay|qua|mai|ngày|thứ|\d))",
        r"afternoons?", "chiều", "afternoon",
    ),
    Member(
        rf"(?<!\w)(?:(?:tối|đêm|khuya){_WHEN}|(?:buổi|{_CLOCK_VI})\s?tối|ban\sđêm|nửa\sđêm|đêm)",
        r"evenings?|nights?|overnight|tonight|p\.?m\b|midnight|late|later|dinner|small\shours"
        r"|dark|nightfall|gala|early",
        r"buổi\stối|(?<!\w)(?<!giờ\s)tối(?=\s(?:nay|qua|mai|ngày|thứ|\d))",
        r"evenings?|nights?", "tối", "evening",
    ),
)  # fmt: skip
_DAY_CUE = r"(?:(?<=hôm\s)|(?<=ngày\s)|(?<=vào\s)|(?<=sáng\s)|(?<=trưa\s)|(?<=chiều\s)|(?<=tối\s))"
_VI_DAYS = {2: "hai", 3: "ba", 4: "tư", 5: "năm", 6: "sáu", 7: "bảy"}


def _weekdays() -> Iterator[Member]:
    for number, name in WEEKDAYS.items():
        vi = rf"thứ\s(?:{_VI_DAYS[number]}|{number})(?!\w)"
        if number == 7:
            vi = r"thứ\s(?:bảy|bẩy|7)(?!\w)|cuối\stuần"
        yield Member(
            vi,
            rf"{name}s?|{name[:3]}\b\.?" + ("|weekend" if number == 7 else ""),
            rf"{_DAY_CUE}thứ\s(?:{_VI_DAYS[number]}|{number})(?!\w|\s(?:liên|của|trong|kể))",
            rf"{name}s?\b", f"thứ {_VI_DAYS[number].capitalize()}", name,
        )  # fmt: skip
    yield Member(
        r"chủ\snhật|CN\b|cuối\stuần", r"Sundays?|Sun\b\.?|weekend",
        r"(?<!\w)chủ\snhật(?!\w)", r"Sundays?\b", "Chủ nhật", "Sunday",
    )  # fmt: skip


_WEEKDAYS = tuple(_weekdays())
_ROMAN = ("I", "II", "III", "IV")
_NTH_EN = ("first|opening", "second", "third", "fourth|final|last")
_NTH_VI = ("nhất|một|đầu", "hai", "ba", "tư|bốn|cuối")


def _quarters() -> Iterator[Member]:
    for index in range(4):
        number = index + 1
        vi = (
            rf"quý\s(?:thứ\s)?(?:{_ROMAN[index]}|{number}|{_NTH_VI[index]})(?![\w])"
            rf"|(?<=quý\sI\svà\s){_ROMAN[index]}\b|Q{number}\b"
        )
        ordinal = ("first|1st", "second|2nd", "third|3rd", "fourth|4th|final")[index]
        en = (
            rf"(?:{_NTH_EN[index]}|{ordinal})[- ]quarters?|Q{number}\b|{number}Q\b"
            rf"|(?:{ordinal})|quarter\s{number}\b"
        )
        yield Member(
            vi, en, rf"quý\s(?:{_ROMAN[index]}|{number})(?!\w)",
            rf"(?:{ordinal})\squarter|Q{number}\b",
            f"quý {_ROMAN[index]}", f"{('first', 'second', 'third', 'fourth')[index]} quarter",
        )  # fmt: skip


_FIGURE_VI = r"(?:\d|triệu|tỷ|tỉ|nghìn|ngàn|trăm)\s?"
_FIGURE_EN = r"(?:\d|hundred|thousand|million|billion|trillion|mln|bln|bn)[\s-]?"


def _money(vi: str, en: str, sign: str = "") -> Member:
    """A currency: its words after a figure, its signs before one."""
    words_vi = rf"{_FIGURE_VI}(?:{vi})(?!\w)"
    words_en = rf"{_FIGURE_EN}(?:{en})(?!\w)"
    if sign:
        before = rf"(?:{sign})\s?(?=\d)"
        return Member(
            f"{words_vi}|{before}", f"{words_en}|{before}", f"{words_vi}|{before}",
            f"{words_en}|{before}",
        )  # fmt: skip
    return Member(words_vi, words_en, words_vi, words_en)


_CURRENCIES = (
    _money(r"đồng|VND|VNĐ|đ(?=[\s.,;)]|$)", r"dong|đồng|VND|VNĐ", r"VND|VNĐ|₫"),
    _money(
        r"USD|đô\sla(?!\s(?:Úc|Sing|Canada|Hồng))(?:\sMỹ)?|đôla(?:\sMỹ)?|\$|đô",
        r"USD|(?:US\s|U\.S\.\s|American\s)?dollars?|US\$", r"US\$|(?<![A-Z])\$|USD",
    ),
    _money(r"euro?s?|EUR|€", r"euros?|EUR|€", r"€|EUR"),
    _money(r"bảng(?:\sAnh)?|GBP|£", r"pounds?(?:\ssterling)?|GBP|quid", r"£|GBP"),
    _money(r"yên|yen|JPY", r"yen|JPY", r"(?<!CN)¥|JPY"),
    _money(r"nhân\sdân\stệ|NDT|tệ|CNY|RMB", r"yuan|renminbi|RMB|CNY|NDT", r"CN¥|RMB|CNY"),
    _money(r"won|KRW", r"won|KRW", r"₩|KRW"),
    _money(r"baht|bạt|THB", r"baht|THB", r"฿|THB"),
)  # fmt: skip
_HALVES = (
    Member(
        r"nửa\s(?:đầu|năm\sđầu)|6\stháng\sđầu|sáu\stháng\sđầu",
        r"first[- ]half|first\s(?:six|6)\smonths|H1\b|mid-?year|half[- ]year|halfway"
        r"|first\s(?:and|or)\ssecond\shal\w+|early",
        r"nửa\sđầu(?=\s(?:năm|thập|thế|tháng))", r"(?<=\s)first\shalf(?=\sof\s(?:the\syear|\d{4}))",
        "nửa đầu", "first half",
    ),
    Member(
        r"nửa\s(?:cuối|sau|năm\scuối|năm\ssau|cuối\snăm)|6\stháng\scuối|sáu\stháng\scuối",
        r"(?:second|latter|last|other)\shalf|(?:last|final|second)\s(?:six|6)\smonths|H2\b|late",
        r"nửa\s(?:cuối|sau)(?=\s(?:năm|thập|thế|tháng))",
        r"(?<=\s)second\shalf(?=\sof\s(?:the\syear|\d{4}))", "nửa cuối", "second half",
    ),
)  # fmt: skip
_OF_RANK_VI = (
    r"chủ\s(?:tịch|nhiệm)|thủ\stướng|tổng|bộ\strưởng|giám\sđốc|trưởng|bí\sthư|viện\strưởng|cục\strưởng"
    r"|vụ\strưởng|đại\ssứ|tư\slệnh|thống\sđốc|thị\strưởng|tỉnh\strưởng|phát\sngôn"
)
_OF_RANK_EN = (
    r"prime\sminister|PM|premier|ministers?|chair\w*|heads?|directors?|presidents?|secretar\w+"
    r"|speakers?|governors?|commanders?|chiefs?|ambassadors?|mayors?|foreign|defen[cs]e|spokes\w+"
)
_DEPUTIES = (
    Member(
        r"phó|thứ\strưởng|trợ\slý|phụ\stá|PCT|PTT|PTTg|PGĐ",
        r"deput\w+|vice|vice\w+|assistants?|aides?|advis\w+|under[- ]?secretar\w+|VPs?|DPM|junior"
        r"|associate|lieutenant|ministers?\sof\sstate|state\ssecretar\w+|second-\w+|number\stwo",
        rf"thứ\strưởng|(?<!đối\s)(?<!ứng\s)(?<!giao\s)phó\s(?:{_OF_RANK_VI})"
        r"|trợ\slý\s(?:bộ|ngoại)\strưởng",
        rf"deput(?:y|ies)\s(?:{_OF_RANK_EN})|vice[- ](?:{_OF_RANK_EN})",
    ),
)
"""A deputy is no minister, and a minister no deputy."""
_STATES = (
    Member(
        r"cộng\s(?:hòa|hoà)|CH\w*", r"republic\w*|democrac\w+|DPRK|ROK|PRC|GOP",
        r"cộng\s(?:hòa|hoà)", r"republic", "Cộng hòa", "Republic",
    ),
    Member(
        r"vương\squốc", r"kingdoms?|UK|U\.K|Britain|royal",
        r"vương\squốc", r"kingdom", "Vương quốc", "Kingdom",
    ),
)  # fmt: skip
_COMMUNISTS = (
    Member(
        r"cộng\ssản|đảng\w*|ĐCS\w*|CS|mác|TBT|tổng\sbí\sthư",
        r"communis\w+|part(?:y|ies)|CPV|CPC|CCP|marx\w*|leftist|general\ssecretary",
        r"cộng\ssản", r"communists?",
    ),
)  # fmt: skip
KINDS = (
    Kind(FindingKind.DATE, _YEARS, "năm|year|cùng kỳ"),
    Kind(FindingKind.DATE, _turns("tháng", "month"), "tháng|month"),
    Kind(FindingKind.DATE, _turns("tuần", "week"), "tuần|week"),
    Kind(FindingKind.DATE, _DAYS, "hôm|ngày mai|day|tomorrow"),
    Kind(FindingKind.DATE, _TIMES_OF_DAY, "sáng|chiều|tối|đêm|ing|noon|night|m"),
    Kind(
        FindingKind.DATE, _WEEKDAYS, "thứ|nhật|day", required=True,
        alone=frozenset({Direction.VI_EN}),
    ),
    Kind(FindingKind.DATE, tuple(_quarters()), "quý|quarter|q[1-4]", required=True),
    Kind(FindingKind.DATE, _HALVES, "nửa|half", required=True),
    Kind(FindingKind.NUMBER, _CURRENCIES, r"\d|triệu|tỷ|million|billion"),
    Kind(
        FindingKind.TERM, _DEPUTIES, "phó|thứ trưởng|trợ lý|deput|vice", required=True,
        alone=frozenset(Direction),
    ),
    Kind(FindingKind.TERM, _STATES, "cộng h|vương|republic|kingdom"),
    Kind(FindingKind.TERM, _COMMUNISTS, "cộng sản|communist", alone=frozenset(Direction)),
)  # fmt: skip
