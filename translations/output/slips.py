"""Slips of the pen: what no text of a language has, put right from the source where it says how.

``22th``, ``economys``, ``giảm lên``; a range whose halves came apart (``15, 20`` for ``15-20``),
percentage points that became percent, degrees without their sign.
"""

from __future__ import annotations

import re

from translations.engine import Direction
from translations.output.triads import mend_triads
from translations.words.abbreviations import is_country
from translations.words.figures import MONTHS, ordinal
from translations.words.made_up_words import is_word
from translations.words.names import surnames

_SWAP = str.maketrans(",.", ".,")
_FIGURE = r"\d+(?:[.,]\d+)?"
_ORDINAL = re.compile(r"(?<![\w.,])(\d+)(?:st|nd|rd|th)(?!\w)")
_MONTH_TWICE = re.compile(rf"\b({'|'.join(MONTHS)})\s\1\b")
_PLURAL = re.compile(r"\b([a-z]{3,}[bcdfghjklmnpqrstvwxz]|Academ|Embass|Part|Countr)ys\b")
_HISSED = re.compile(r"\b([A-Za-z][a-z]+ss)s\b")
_UNDOUBLED = re.compile(r"\b([A-Za-z][a-z]*[aeiou])([bdgmnprt])(ing|ed)\b")
"""``Puting``: the letter before the ending is doubled if only that makes a word."""
_UNCOUNTED = re.compile(r"\b([Pp]ersonnel|[Ee]quipment|[Ii]nformation|[Aa]dvice)s\b")
_PAST_PART = re.compile(
    r"\b(?:(?:on|in)\s)?(?:the\s)?past\s(morning|afternoon|evening)\b", re.IGNORECASE
)
_RANGE = re.compile(
    rf"(?<![\w.,/-])({_FIGURE})\s?[-–]\s?({_FIGURE})(?=\s?(?:%|°)|\s(?!tháng)|[,;)]|\.\s|\.?$)"
)
_POINTS = {
    "vi": re.compile(rf"({_FIGURE})\s?điểm\s?(?:phần trăm|%)"),
    "en": re.compile(rf"({_FIGURE})[\s-]percentage[\s-]points?"),
}
_UP = re.compile(r"(?<!\w)(giảm|hạ|sụt)\slên(?=\s)", re.IGNORECASE)
_DOWN = re.compile(r"(?<!\w)(tăng|nâng)\sxuống(?=\s)", re.IGNORECASE)
_DEGREES = re.compile(r"(?<![\w.,])(-?)(\d+(?:[.,]\d+)?)\s?(°|º|độ\s|degrees\s)\s?(C|F)\b")
_TWICE_HOUR = re.compile(r"(?<![\d.,])(\d{1,2})\sgiờ\s([0-5]\d)\sgiờ(?!\w)")
_HOUR_BEFORE_HOUR = re.compile(r"(?<!\w)giờ\s(?=\d{1,2}\sgiờ(?!\w))")
_COMMA_TIME = re.compile(
    r"(?<![\d.,])(\d{1,2}),([0-5]\d)\s(?:giờ\s)?(?=(?:sáng|trưa|chiều|tối|đêm)(?!\w))"
)
_LATE = re.compile(r"(?<![\d.,])([7-9]|1[01])(h(?:[0-5]\d)?|\sgiờ(?:\s[0-5]\d)?)\schiều(?!\w)")
_QUARTER = re.compile(r"(?<!\w)(?:quý\s)?Q([1-4])(?!\w)", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV")
_APOSTROPHE = re.compile(r"(?<!\w)[A-Z]'[A-Z][a-z]\w*")
_BEGINS = r"(?:\ba|(?:^|(?<=[.!?:] )|(?<=[.!?:] [\"“(])|(?<=^[\"“(]))A)"
"""The article: a capital one begins something, or it is a name (``Nghe An province``)."""
_A = re.compile(
    rf"({_BEGINS})\s(?=hour|honest|heir|hono|"
    r"(?!one\b|once|one-|uni|use|eu)(?:[aeio][a-z]|[AIO][a-z]|E(?!u)[a-z]))"
)
_AN = re.compile(
    rf"({_BEGINS})n\s(?=[bcdfgjklmnpqrstvwxyz][a-z]|uni(?:on|t|que|vers|f)|eu|one\b|use)"
)
_CALLED_AN = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|em|cô|chú|cháu|bé)\sAn(?!\w)", re.IGNORECASE)
_DECIMAL = {
    "en": re.compile(
        r"(?<![\d.,])\d+,\d{1,2}(?=%|\s(?:percent|per cent|million|billion|trillion)\b)"
    ),
    "vi": re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?=%|\s(?:phần trăm|triệu|tỷ|tỉ|nghìn)(?!\w))"),
}
"""Decimals as the other language writes them, where nothing else can be meant."""
_NAMESAKE = re.compile(r"(?<!\w)([A-ZĐ]\w+)\sBình Nhưỡng(?!\w)")
_WOMAN = re.compile(r"(?<!\w)(?:Thị|[Bb]à|[Nn]ữ|[Cc]ô)(?!\w)")
"""What tells that an office is a woman's; the glossary accepts both forms of it."""
_LATEST = re.compile(r"(?<!\w)(?:chậm|muộn) nhất(?!\w)", re.IGNORECASE)
_SLOWEST = re.compile(r"\b([Ss])lowest\b")
_DEFICIT = re.compile(r"\bdeficits?\b", re.IGNORECASE)
_HALF_A_DEFICIT = re.compile(
    r"(?<!\w)(?:(?:thâm\s)?thụt(?!\s(?:lùi|lui|vào|két|đầu)(?!\w))"
    r"|(?<!thâm\s)hụt(?=\s(?:ngân\ssách|thương\smại|tài\skhóa|cán\scân)(?!\w)))(?!\w)",
    re.IGNORECASE,
)
"""``Thụt ngân sách`` for a budget deficit: half of ``thâm hụt``, and misspelt."""
_HYPHENATED = re.compile(r"(?<![\w-])[^\W_]+(?:-[^\W_]+)+(?![\w-])")
_LOOSE_HYPHEN = re.compile(r"(?<=[a-z])- (?!(?:and|or|to|nor|but|as|than)\b)(?=[a-z])")
_PACIFIC = re.compile(r"\b(Asia|Indo) ?- ?Pacific\b")
_ENVOY_OF = re.compile(
    r"\b(Plenipotentiary|Ambassador|Consul General|Permanent Representative)(?= Viet ?Nam\b)"
)
_VOTES = re.compile(r"(?<!\w)phiếu\sbỏ(?=\sphiếu\strắng(?!\w))")
_POWER = re.compile(rf"(?<![\w.,])({_FIGURE})\s([kMGT]Wh?)(?!\w)")
_ABSTAIN = re.compile(
    r"(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bmay )(?<!\bmight )(?<!\bcan )(?<!\bcould )"
    r"(?<!\bshould )(?<!\bmust )(?<!\bnot )(?<!\bor )(?<!\bwho )(?<!\bthey )(?<!\bdid )"
    r"(?<=[\w,] )abstain(?!\w)"
)
_ABSTENTIONS = re.compile(
    r"\b((?:two|three|four|five|six|seven|eight|nine|ten|\d+(?<!\b1)) abstention)\b"
)
"""How the model is given the words of a vote, which are not inflected there."""
_VOTED_WHITE = re.compile(r"\bvot(e|es|ed|ing)\s(?:in\s)?(?:white|blank)(?:\sabstain\w*)?\b")
_WHITE_VOTES = re.compile(r"\b(cast\s(?:a\s)?)?(?:white|blank)\s(?:votes?|ballots?)\b")
"""``Phiếu trắng`` word for word."""
_IRRESPONSIBLE = re.compile(r"\bin\s?(?:ir)?responsible\b")
_DETERMINE = re.compile(r"\b(must|should|will|would|need to|have to) determin(?:e|ate) to\b")
_US_DOLLARS = re.compile(r"(?<!\w)US\$ (?=\d)|(?<![\w$])\$(?=\d)")
_AT_HOME = re.compile(r"\b(?:in|inside|inland) and (abroad|overseas)\b")
_A_PLURAL = re.compile(r"\b(?:a|an) (?=(?:remarks|comments|measures|waters)\b)")
_PAID_VISIT = re.compile(
    r"\bvisit(?:ed|s)? (an? (?:official |working |state |friendly |goodwill )+)visit (?:in|to|at)\b"
)
_CREDENTIALS = re.compile(r"\bsubmitted (?=(?:his|her|their|the|letters? of) credentials?\b)")
_TO_RESTRAINT = re.compile(
    r"\b(to|must) (?:be )?restraint\b(?P<alone>(?=\W*$|[^\w ]"
    r"| (?:and|as|at|by|for|from|in|not|on|or|over|so|to|towards?|when|while|with|without)\b))?"
)
"""``to restraint and …``, ``to restraint inflation``: a noun for a verb."""
_ATTORNEY = re.compile(r"\b(?:(?:Deputy|Acting|Interim|Temporary) )?Attorney(?: General)?\b")
_CHARGE = re.compile(r"(?<!\w)đại biện(\slâm thời)?(?!\w)", re.IGNORECASE)
"""A chargé d'affaires, whom the model takes for one."""
_AFTER_MODAL = re.compile(
    r"\b(to|will|would|may|might|can|could|should|must|not) (veto|impeach)ed\b"
)
_SELLS = re.compile(r"\b(?:sell|sold|sale|selling)", re.IGNORECASE)
_AFTER_NOON = re.compile(
    r"(?<![\d.,:])(1[3-9]|2[0-3])(?:h|\sgiờ)(?:\s?([0-5]\d)(?:\sphút)?)?\s(?:chiều|tối|đêm)"
    r"(?!\w|\s(?:nay|qua|mai|hôm|cùng))"
)
"""``17 giờ chiều``: the hour says it."""
_INTO_FORCE = re.compile(r"(?<!\w)đi vào hiệu lực(?!\w)", re.IGNORECASE)
_DECADE = re.compile(r"\b((?:19|20)\d0)s\b")


def mend_slips(text: str, source: str, direction: Direction) -> str:
    """``text``, the translation of ``source``, without slips."""
    text = _join_ranges(text, source)
    for name in _APOSTROPHE.findall(source):
        text = text.replace(name.replace("'", "' "), name)
    text = _join_hyphens(text, source)
    text = _keep_points(text, source, direction)
    text = _keep_degrees(text, source)
    text = _DECIMAL[direction.target].sub(lambda match: match[0].translate(_SWAP), text)
    if direction is Direction.VI_EN:
        text = _MONTH_TWICE.sub(r"\1", text)
        text = _ORDINAL.sub(lambda match: ordinal(int(match[1])), text)
        text = _HISSED.sub(r"\1es", _PLURAL.sub(r"\1ies", text))
        text = _UNDOUBLED.sub(_doubled, _UNCOUNTED.sub(r"\1", text))
        text = _PACIFIC.sub(r"\1-Pacific", _LOOSE_HYPHEN.sub("-", text))
        text = _ENVOY_OF.sub(r"\1 of", text)
        text = _with_dollars(_DETERMINE.sub(r"\1 be determined to", text), source)
        text = _AT_HOME.sub(r"at home and \1", _A_PLURAL.sub("", text))
        text = text.replace("this waters", "these waters")
        text = _PAID_VISIT.sub(r"paid \1visit to", _CREDENTIALS.sub("presented ", text))
        if charge := _CHARGE.search(source):
            title = "Chargé d'Affaires" + (" ad interim" if charge[1] else "")
            text = _ATTORNEY.sub(title, text)
        text = _AFTER_MODAL.sub(r"\1 \2", _TO_RESTRAINT.sub(_restrain, text))
        text = _IRRESPONSIBLE.sub("irresponsible", _abstained(text, source))
        text = _with_articles(text, source)
        text = mend_triads(text, source)
        if (person := _NAMESAKE.search(source)) and (person[1] in {"Thị", *surnames()}):
            # a person is called like the town
            text = text.replace("Pyongyang", "Binh Nhuong")
        if not _WOMAN.search(source):
            text = text.replace("hairwoman", "hairman")
        if _LATEST.search(source):
            text = _SLOWEST.sub(lambda match: "Latest" if match[1] == "S" else "latest", text)
        if re.search(r"(?:sáng|chiều|tối)\squa(?!\w)", source, re.IGNORECASE):
            text = _PAST_PART.sub(lambda match: f"yesterday {match[1].lower()}", text)
        return text
    text = _UP.sub(r"\1 xuống", text)
    text = _DOWN.sub(r"\1 lên", text)
    text = _TWICE_HOUR.sub(r"\1 giờ \2", text)
    text = _HOUR_BEFORE_HOUR.sub("lúc ", text)
    text = _COMMA_TIME.sub(r"\1h\2 ", text)
    text = _LATE.sub(r"\1\2 tối", text)
    text = _AFTER_NOON.sub(lambda match: f"{match[1]}h{match[2] or ''}", text)
    text = _keep_units(_VOTES.sub("", text).replace("  ", " "), source)
    if not _SELLS.search(source):
        text = text.replace("bán bán dẫn", "chất bán dẫn")
    text = _INTO_FORCE.sub(
        lambda match: "Có hiệu lực" if match[0][0] == "Đ" else "có hiệu lực", text
    )
    if _DEFICIT.search(source):
        text = _HALF_A_DEFICIT.sub(
            lambda match: "Thâm hụt" if match[0][0].isupper() else "thâm hụt", text
        )
    text = _QUARTER.sub(lambda match: f"quý {_ROMAN[int(match[1]) - 1]}", text)
    for match in _DECADE.finditer(source):
        if not re.search(rf"(?:những\snăm|thập\s(?:niên|kỷ))\s(?:{match[1]}|{match[1][2:]})", text):
            text = re.sub(rf"(?<!\w){match[1]}s?\snăm(?!\w)", f"những năm {match[1]}", text)
            text = re.sub(rf"(?<!\w){match[1]}s(?!\w)", f"những năm {match[1]}", text)
    return text


def _restrain(match: re.Match[str]) -> str:
    alone = match["alone"] is not None
    return f"{match[1]} {'exercise restraint' if alone else 'restrain'}"


def _with_dollars(text: str, source: str) -> str:
    """Sums in US dollars as the English of Viet Nam has them, if the source speaks of them."""
    return _US_DOLLARS.sub("US$", text) if "USD" in source else text


def _with_articles(text: str, source: str) -> str:
    """``a`` and ``an`` as the word after them wants them; people may be called An."""
    if not _CALLED_AN.search(source):
        text = _AN.sub(r"\1 ", text)
    return _A.sub(r"\1n ", text)


def _doubled(match: re.Match[str]) -> str:
    stem, letter, ending = match.groups()
    longer = f"{stem}{letter}{letter}{ending}"
    wrong = not is_word(match[0].lower()) and is_word(longer.lower())
    return longer if wrong else match[0]


def _abstained(text: str, source: str) -> str:
    """The words of a vote as English has them."""
    if "phiếu trắng" not in source.lower():
        return text
    endings = {"e": "abstain", "es": "abstains", "ed": "abstained", "ing": "abstaining"}
    text = _VOTED_WHITE.sub(lambda match: endings[match[1]], text)
    text = _WHITE_VOTES.sub(lambda match: "abstained" if match[1] else "abstentions", text)
    return _ABSTENTIONS.sub(r"\1s", _ABSTAIN.sub("abstained", text))


def _join_hyphens(text: str, source: str) -> str:
    """``Diaz - Canel`` and ``HQ -016`` as in the source; countries have room in Vietnamese."""
    for word in dict.fromkeys(_HYPHENATED.findall(source)):
        parts = word.split("-")
        if any(is_country(part) or part == "Nam" for part in parts) or parts[0].isdigit():
            continue
        loose = r"\s?-\s?".join(map(re.escape, parts))
        text = re.sub(rf"(?<![\w-]){loose}(?![\w-])", lambda _, word=word: word, text)  # type: ignore[misc]
    return text


def _join_ranges(text: str, source: str) -> str:
    """``15, 20`` and ``20 15`` as the ``15-20`` of the source."""
    for match in _RANGE.finditer(source):
        for change in (str, lambda figure: figure.translate(_SWAP)):
            first, last = change(match[1]), change(match[2])
            apart = re.compile(
                rf"(?<![\d.,/-])(?:{re.escape(first)},?\s{re.escape(last)}"
                rf"|{re.escape(last)},?\s{re.escape(first)})(?![\d/-]|[.,]\d)"
            )
            if len(apart.findall(text)) == 1 and f"{first}-{last}" not in text:
                text = apart.sub(f"{first}-{last}", text)
    return text


def _keep_points(text: str, source: str, direction: Direction) -> str:
    """A number of percentage points as such, unless the source has it as a percentage as well."""
    for match in _POINTS[direction.source].finditer(source):
        if re.search(
            rf"(?<![\d.,]){re.escape(match[1])}\s?(?:%|per\s?cent(?!age)|phần trăm)", source
        ):
            continue
        figure = rf"(?:{re.escape(match[1])}|{re.escape(match[1].translate(_SWAP))})"
        if direction is Direction.VI_EN:
            pattern = rf"(?<![\d.,]){figure}\s?(?:%|per\s?cent)(?!age)(?!\s?points?)"
            written = f"{match[1].translate(_SWAP)} percentage points"
        else:
            pattern = rf"(?<![\d.,]){figure}\s?(?:%|phần\străm)"
            written = f"{match[1].translate(_SWAP)} điểm phần trăm"
        text = re.sub(pattern, lambda _, w=written: w, text)  # type: ignore[misc]
    return text


def _keep_degrees(text: str, source: str) -> str:
    """``5C`` and ``- 5C`` as the ``-5°C`` of the source."""
    for match in _DEGREES.finditer(source):
        sign, figure, _, scale = match.groups()
        both = rf"(?:{re.escape(figure)}|{re.escape(figure.translate(_SWAP))})"
        text = re.sub(
            rf"(?<![\w.,])({'-?' if sign else ''})\s?({both})\s?{scale}\b",
            lambda m, sign=sign, scale=scale: f"{_room(m)}{sign}{m[2]}°{scale}",  # type: ignore[misc]
            text,
        )
    return text


def _keep_units(text: str, source: str) -> str:
    """The sign of a unit of power after its figure again, where it was lost."""
    for figure, unit in _POWER.findall(source):
        said = re.compile(rf"(?<![\d.,])({re.escape(figure.translate(_SWAP))})(?![\d.,]*\d)")
        if unit not in text and len(said.findall(text)) == 1:
            text = said.sub(rf"\1 {unit}", text)
    return text


def _room(match: re.Match[str]) -> str:
    """The space before a figure, where there was one outside its sign."""
    lead = match.group()[: match.start(2) - match.start()]
    return " " if lead.startswith(" ") else ""
