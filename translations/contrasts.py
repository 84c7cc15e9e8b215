"""Words that exclude each other, and of which a translation may not say another than its source.

``năm ngoái`` is last year and not this year, ``sáng`` is not the evening, ``thứ Ba`` is Tuesday,
euros are not dollars, ``quý II`` is the second quarter. A translation may leave such a word out or
say it by a date; one that says another of its kind, and not the one of the source, is wrong. Where
just one word of a kind stands on either side, the wrong one is replaced.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from translations.engine import Direction, FindingKind
from translations.figures import WEEKDAYS


@dataclass(frozen=True, slots=True)
class _Member:
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
class _Kind:
    finding: FindingKind
    members: tuple[_Member, ...]
    hint: str
    """What a text must have for the kind to be looked for in it."""
    required: bool = False
    """Whether leaving the word out is a fault as well."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A word of the translation at ``[start:end]`` that the source contradicts; an empty span
    where it was left out. ``wanted`` is what should stand there, ``source`` what the source says.
    """

    finding: FindingKind
    start: int
    end: int
    wanted: str
    source: str


_MONTH_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_LAST = r"(?:last|previous|past|preceding)"
_NEXT = r"(?:next|coming|following|upcoming)"
_YEARS = (
    _Member(
        r"năm\s(?:ngoái|trước|vừa qua|qua)|cùng kỳ|một năm",
        rf"{_LAST}\s(?:\w+\s)?years?(?:['’]s)?|{_LAST}\s(?:{_MONTH_NAMES}|spring|summer|autumn|fall"
        r"|winter)|a\syear\s(?:ago|earlier|before)|the\syear\sbefore|year[- ]on[- ]year|yoy"
        r"|year-over-year|year-earlier|a\syear|annual(?:ly)?|same\speriod",
        r"năm\sngoái",
        r"last\syear",
        "năm ngoái",
        "last year",
    ),
    _Member(
        r"năm\snay|trong\snăm|tháng\s\d+\snày",
        rf"this\s(?:\w+\s)?year(?:['’]s)?|(?:the\s)?current\syear|this\s(?:{_MONTH_NAMES}|spring"
        rf"|summer|autumn|fall|winter)|so\sfar|(?:the|of)\syear|year-to-date|year-end",
        r"năm\snay",
        r"this\syear",
        "năm nay",
        "this year",
    ),
    _Member(
        r"năm\s(?:sau|tới|kế tiếp|tiếp theo)|sang\snăm",
        rf"{_NEXT}\s(?:\w+\s)?years?(?:['’]s)?|{_NEXT}\s(?:{_MONTH_NAMES})|a\syear\slater"
        r"|the\syear\safter|years?\s(?:to\scome|ahead)",
        r"sang\snăm|năm\ssau",
        r"next\syear",
        "năm sau",
        "next year",
    ),
)


def _turns(vi: str, en: str) -> tuple[_Member, ...]:
    """The week or the month before, this one, the next."""
    return (
        _Member(
            rf"{vi}\s(?:trước|vừa\squa|qua|rồi)",
            rf"{_LAST}\s(?:\w+\s)?{en}(?:s|end)?(?:['’]s)?"
            rf"|(?:a|an|the|one)\s{en}\s(?:ago|earlier|before)",
            rf"(?<!\d\s){vi}\strước", rf"last\s{en}", f"{vi} trước", f"last {en}",
        ),
        _Member(
            rf"{vi}\snày|trong\s{vi}",
            rf"this\s(?:\w+\s)?{en}(?:end|['’]s)?|(?:the\s)?current\s{en}",
            rf"{vi}\snày", rf"this\s{en}", f"{vi} này", f"this {en}",
        ),
        _Member(
            rf"{vi}\s(?:sau|tới|kế\stiếp|tiếp\stheo)",
            rf"{_NEXT}\s(?:\w+\s)?{en}(?:s|end)?(?:['’]s)?|(?:a|an|one|the)\s{en}\s(?:later|after)",
            rf"(?<!\d\s){vi}\s(?:tới|sau)", rf"next\s{en}", f"{vi} tới", f"next {en}",
        ),
    )  # fmt: skip


_PARTS = "sáng|trưa|chiều|tối|đêm|khuya"
_DAYS = (
    _Member(
        rf"hôm\squa|hôm\strước|(?:{_PARTS})\squa|ngày\s(?:hôm\s)?qua|rạng\ssáng",
        r"yesterday(?:['’]s)?|last\s(?:night|evening)|overnight|the\sday\sbefore"
        r"|(?:a|the\sprevious)\sday(?:\searlier)?",
        r"hôm\squa", r"yesterday", "hôm qua", "yesterday",
    ),
    _Member(
        rf"hôm\snay|(?:{_PARTS})\s(?:nay|cùng\sngày)|ngày\snay|bữa\snay|hiện\s?nay|lúc\snày",
        r"today(?:['’]s)?|tonight|this\s(?:morning|afternoon|evening)|the\ssame\sday|nowadays"
        r"|currently|now",
        r"hôm\snay", r"today", "hôm nay", "today",
    ),
    _Member(
        rf"ngày\smai|(?:{_PARTS})\smai|mai\ssau|ngày\shôm\ssau",
        r"tomorrow(?:['’]s)?|the\s(?:next|following)\sday|the\sday\safter",
        r"ngày\smai", r"tomorrow", "ngày mai", "tomorrow",
    ),
)  # fmt: skip
_WHEN = r"(?=\s(?:nay|qua|mai|mùng|ngày|\d|thứ|chủ\snhật|cùng\sngày|hôm|sớm|muộn|cuối)|[.,;)]|$)"
_CLOCK_VI = r"(?:\d\s?(?:h|g|giờ)(?:\s?\d\d)?(?:\sphút)?|rưỡi)\s"
_TIMES_OF_DAY = (
    _Member(
        rf"(?<!\w)(?:sáng{_WHEN}|(?:buổi|rạng|{_CLOCK_VI})\s?sáng|bình\sminh|sớm)",
        r"mornings?|a\.?m\b|dawn|early|earlier|small\shours|overnight|daybreak|midnight",
        r"(?:buổi|rạng)\ssáng|(?<!\w)(?<!giờ\s)sáng(?=\s(?:nay|qua|mai|ngày|thứ|\d))",
        r"mornings?", "sáng", "morning",
    ),
    _Member(
        rf"(?<!\w)(?:chiều{_WHEN}|(?:buổi|xế|{_CLOCK_VI})\s?chiều|đầu\sgiờ\schiều|trưa)",
        r"afternoons?|p\.?m\b|evening|noon|midday|lunch\w*|later",
        r"buổi\schiều|(?<!\w)(?<!giờ\s)chiều(?=\s(?:nay|qua|mai|ngày|thứ|\d))",
        r"afternoons?", "chiều", "afternoon",
    ),
    _Member(
        rf"(?<!\w)(?:(?:tối|đêm|khuya){_WHEN}|(?:buổi|{_CLOCK_VI})\s?tối|ban\sđêm|nửa\sđêm|đêm)",
        r"evenings?|nights?|overnight|tonight|p\.?m\b|midnight|late|later|dinner|small\shours"
        r"|dark|nightfall|gala|early",
        r"buổi\stối|(?<!\w)(?<!giờ\s)tối(?=\s(?:nay|qua|mai|ngày|thứ|\d))",
        r"evenings?|nights?", "tối", "evening",
    ),
)  # fmt: skip
_DAY_CUE = r"(?:(?<=hôm\s)|(?<=ngày\s)|(?<=vào\s)|(?<=sáng\s)|(?<=trưa\s)|(?<=chiều\s)|(?<=tối\s))"
_VI_DAYS = {2: "hai", 3: "ba", 4: "tư", 5: "năm", 6: "sáu", 7: "bảy"}


def _weekdays() -> Iterator[_Member]:
    for number, name in WEEKDAYS.items():
        vi = rf"thứ\s(?:{_VI_DAYS[number]}|{number})(?!\w)"
        if number == 7:
            vi = r"thứ\s(?:bảy|bẩy|7)(?!\w)|cuối\stuần"
        yield _Member(
            vi,
            rf"{name}s?|{name[:3]}\b\.?" + ("|weekend" if number == 7 else ""),
            rf"{_DAY_CUE}thứ\s(?:{_VI_DAYS[number]}|{number})(?!\w|\s(?:liên|của|trong|kể))",
            rf"{name}s?\b", f"thứ {_VI_DAYS[number].capitalize()}", name,
        )  # fmt: skip
    yield _Member(
        r"chủ\snhật|CN\b|cuối\stuần", r"Sundays?|Sun\b\.?|weekend",
        r"(?<!\w)chủ\snhật(?!\w)", r"Sundays?\b", "Chủ nhật", "Sunday",
    )  # fmt: skip


_WEEKDAYS = tuple(_weekdays())
_ROMAN = ("I", "II", "III", "IV")
_NTH_EN = ("first|opening", "second", "third", "fourth|final|last")
_NTH_VI = ("nhất|một|đầu", "hai", "ba", "tư|bốn|cuối")


def _quarters() -> Iterator[_Member]:
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
        yield _Member(
            vi, en, rf"quý\s(?:{_ROMAN[index]}|{number})(?!\w)",
            rf"(?:{ordinal})\squarter|Q{number}\b",
            f"quý {_ROMAN[index]}", f"{('first', 'second', 'third', 'fourth')[index]} quarter",
        )  # fmt: skip


_FIGURE_VI = r"(?:\d|triệu|tỷ|tỉ|nghìn|ngàn|trăm)\s?"
_FIGURE_EN = r"(?:\d|hundred|thousand|million|billion|trillion|mln|bln|bn)[\s-]?"


def _money(vi: str, en: str, sign: str = "") -> _Member:
    """A currency: its words after a figure, its signs before one."""
    words_vi = rf"{_FIGURE_VI}(?:{vi})(?!\w)"
    words_en = rf"{_FIGURE_EN}(?:{en})(?!\w)"
    if sign:
        before = rf"(?:{sign})\s?(?=\d)"
        return _Member(
            f"{words_vi}|{before}", f"{words_en}|{before}", f"{words_vi}|{before}",
            f"{words_en}|{before}",
        )  # fmt: skip
    return _Member(words_vi, words_en, words_vi, words_en)


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
    _Member(
        r"nửa\s(?:đầu|năm\sđầu)|6\stháng\sđầu|sáu\stháng\sđầu",
        r"first[- ]half|first\s(?:six|6)\smonths|H1\b|mid-?year|half[- ]year|halfway"
        r"|first\s(?:and|or)\ssecond\shal\w+|early",
        r"nửa\sđầu(?=\s(?:năm|thập|thế|tháng))", r"(?<=\s)first\shalf(?=\sof\s(?:the\syear|\d{4}))",
        "nửa đầu", "first half",
    ),
    _Member(
        r"nửa\s(?:cuối|sau|năm\scuối|năm\ssau|cuối\snăm)|6\stháng\scuối|sáu\stháng\scuối",
        r"(?:second|latter|last|other)\shalf|(?:last|final|second)\s(?:six|6)\smonths|H2\b|late",
        r"nửa\s(?:cuối|sau)(?=\s(?:năm|thập|thế|tháng))",
        r"(?<=\s)second\shalf(?=\sof\s(?:the\syear|\d{4}))", "nửa cuối", "second half",
    ),
)  # fmt: skip
_KINDS = (
    _Kind(FindingKind.DATE, _YEARS, "năm|year|cùng kỳ"),
    _Kind(FindingKind.DATE, _turns("tháng", "month"), "tháng|month"),
    _Kind(FindingKind.DATE, _turns("tuần", "week"), "tuần|week"),
    _Kind(FindingKind.DATE, _DAYS, "hôm|ngày mai|day|tomorrow"),
    _Kind(FindingKind.DATE, _TIMES_OF_DAY, "sáng|chiều|tối|đêm|ing|noon|night|m"),
    _Kind(FindingKind.DATE, _WEEKDAYS, "thứ|nhật|day", required=True),
    _Kind(FindingKind.DATE, tuple(_quarters()), "quý|quarter|q[1-4]", required=True),
    _Kind(FindingKind.DATE, _HALVES, "nửa|half", required=True),
    _Kind(FindingKind.NUMBER, _CURRENCIES, r"\d|triệu|tỷ|million|billion"),
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    wide: re.Pattern[str]
    claim: re.Pattern[str]
    say: str


@functools.cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], tuple[_Patterns, ...]], ...]:
    """For each kind its hint and the patterns of its members in a language."""

    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?:(?<!\w)|(?=[\d$€£]))(?:{pattern})(?:(?!\w)|(?=\d))", re.IGNORECASE)

    vietnamese = language == "vi"
    return tuple(
        (
            re.compile(kind.hint, re.IGNORECASE),
            tuple(
                _Patterns(
                    whole(member.vi if vietnamese else member.en),
                    whole(member.claim_vi if vietnamese else member.claim_en),
                    member.say_vi if vietnamese else member.say_en,
                )
                for member in kind.members
            ),
        )
        for kind in _KINDS
    )


def wrong_words(source: str, text: str, direction: Direction) -> list[Wrong]:
    """What ``text`` says and its source contradicts, and what must not have been left out."""
    found: list[Wrong] = []
    low_source, low_text = source.lower(), text.lower()
    for kind, (hint, known), (there, said) in zip(
        _KINDS, _patterns(direction.source), _patterns(direction.target), strict=True
    ):
        if not hint.search(low_source) and not there.search(low_text):
            continue
        given = {i for i, member in enumerate(known) if member.wide.search(source)}
        claims = [
            (i, match)
            for i, member in enumerate(said)
            if i not in given
            for match in member.claim.finditer(text)
        ]
        if not given:
            if kind.members is _WEEKDAYS and direction is Direction.VI_EN:
                found += [Wrong(kind.finding, *match.span(), "", match[0]) for _, match in claims]
            continue
        lacking = [i for i in sorted(given) if not said[i].wide.search(text)]
        if not lacking or not (claims or kind.required):
            continue
        asked = {i: known[i].claim.search(source) for i in lacking}
        clear = len(lacking) == 1 and len({i for i, _ in claims}) == 1
        for _, match in claims:
            wanted = said[lacking[0]].say if clear else ""
            told = known[lacking[0]].wide.search(source)
            found.append(Wrong(kind.finding, *match.span(), wanted, told[0] if told else ""))
        if not claims:
            found += [Wrong(kind.finding, 0, 0, "", match[0]) for match in asked.values() if match]
    return found


def mend_words(text: str, source: str, direction: Direction) -> str:
    """``text`` with the wrong one of two words that exclude each other replaced, where it is clear
    which of the source's is meant.
    """
    wrong = [w for w in wrong_words(source, text, direction) if w.wanted and w.start < w.end]
    for word in sorted(wrong, key=lambda w: w.start, reverse=True):
        before = text[word.start : word.end]
        wanted = word.wanted
        if lead := _LEAD_IN.match(before):
            wanted = lead.group() + wanted
        if before[0].isupper() and not wanted[0].isupper():
            wanted = wanted[0].upper() + wanted[1:]
        text = text[: word.start] + wanted + text[word.end :]
    return text


_LEAD_IN = re.compile(r"buổi\s", re.IGNORECASE)
