"""Questions for a thing by its name, and requests for what is written on a matter: "Who is X?",
"X là gì?", "When was X?", "news about X", "các bài về X".

They are read where nothing else is asked for: what somebody said, a list, a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from summarizer.text.folding import fold

_LONGEST: Final = 160
"""Characters of a question that is looked at."""


class Sort(StrEnum):
    """What is asked for."""

    SPEAKER = "speaker"
    CONFERENCE = "conference"
    """When and where something is held."""
    VISITS = "visits"
    """What somebody visited."""
    MEANING = "meaning"
    """What something is."""
    TERM = "term"
    """What something is called in the other language."""
    ARTICLES = "articles"
    """What is written on something."""


@dataclass(frozen=True, slots=True)
class About:
    """What is asked for, and of whom or what."""

    sort: Sort
    name: str
    vietnamese: bool = False
    """Whether it is asked in Vietnamese, where that is of use."""

    @property
    def visits(self) -> str:
        """The visits of whom is named, as their names have them."""
        return f"chuyến thăm của {self.name}" if self.vietnamese else f"visit by {self.name}"


_ARTICLES_EN: Final = (
    r"(?:(?:the|any|all|some|more|latest|recent|newest)\s+)*"
    r"(?:news|articles?|stories|reports?|information|info)\s+(?:on|about|regarding|concerning)\s+"
)
_ARTICLES_VI: Final = (
    r"(?:(?:cac|nhung|tat ca|mot so)\s+)*"
    r"(?:tin(?: tuc)?|bai(?: viet| bao)?|thong tin)(?:\s+(?:moi nhat|moi|gan day))?"
    r"\s+(?:ve|lien quan den|noi ve|viet ve)\s+"
)
_SAID_ON: Final = (
    r"(?:(?:the|any|all|some|cac|nhung|moi)\s+)*(?:statements?|remarks|comments|opinions|phat bieu"
    r"|phat ngon|y kien|tuyen bo)\s+(?:on|about|regarding|concerning|ve|lien quan den)\s+"
    r"(?:the\s+)?"
)
_AT_EN: Final = (
    r"(?:who(?: has| have)? (?:attended|took part in|spoke at|participated in|was at|were at)"
    r"|what (?:was|were|has been) (?:decided|discussed|agreed|said|adopted)(?: on)? at"
    r"|what happened at|(?:the )?(?:results?|outcomes?) of)"
)
_AT_VI: Final = (
    r"(?:(?:nhung )?ai (?:da |se )?(?:du|tham du|tham gia|phat bieu tai|noi gi tai)"
    r"|(?:ket qua|noi dung)(?: cua)?|ban gi (?:o|tai))"
)
_NEW_EN: Final = (
    r"(?:(?:what(?: is|'s|s)|anything) (?:new|going on|happening)|what(?: has)? happened"
    r"|what is the (?:latest|situation|news)|(?:the )?latest(?: news)?|any news)"
    r" (?:on|in|about|with|from|of|regarding)"
)
_NEW_VI: Final = (
    r"(?:\s+(?:dang|hien))?\s+(?:co (?:tin |chuyen |dien bien )?gi(?: moi| hot| dang chu y)?"
    r"|the nao roi)"
    r"(?:\s+(?:khong|ko|k))?"
)
_LANGUAGE: Final = r"(?:english|vietnamese|tieng anh|tieng viet)"
_HELD_VI: Final = r"(?:\s+(?:da|se|duoc|dien ra|to chuc|hop|khai mac|vao|thi))*"
_WHEN_VI: Final = r"(?:khi nao|bao gio|luc nao|ngay nao|o dau|tai dau|o nuoc nao)"
_PATTERNS: Final = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        (Sort.ARTICLES, rf"(?:{_ARTICLES_EN}|{_ARTICLES_VI})(?P<name>\S.*)"),
        (Sort.SPEAKER, r"who(?: is| was| are|'s)\s+(?P<name>\S.*)"),
        (Sort.ARTICLES, rf"{_SAID_ON}(?P<name>\S.*)"),
        (Sort.CONFERENCE, rf"{_AT_EN}\s+(?:the\s+)?(?P<name>\S.*)"),
        (Sort.CONFERENCE, rf"{_AT_VI}\s+(?P<name>(?:hoi nghi|hoi thao|dien dan|doi thoai)\s+\S.*)"),
        (
            Sort.SPEAKER,
            (
                r"(?:which|what) (?:conferences|meetings|summits) (?:did|has|will)\s+"
                r"(?P<name>\S.*?)\s+(?:attend(?:ed)?|take part in|go to)"
            ),
        ),
        (Sort.ARTICLES, rf"{_NEW_EN}\s+(?:the\s+)?(?P<name>\S.*)"),
        (Sort.ARTICLES, rf"(?P<name>\S.*?){_NEW_VI}"),
        (
            Sort.ARTICLES,
            r"(?:tinh hinh|dien bien)\s+(?:(?:o|tai|ve)\s+)?(?P<name>\S.*?)(?:ra sao|the nao)?",
        ),
        (
            Sort.VISITS,
            (
                r"(?:(?:which|what) (?:countries|country|places?)|where) (?:did|has|have|will|does)"
                r"\s+(?P<name>\S.*?)\s+(?:visit(?:ed)?|travel(?:led)?(?: to)?|go(?:ne)?(?: to)?"
                r"|been to)"
            ),
        ),
        (
            Sort.VISITS,
            (
                r"(?P<name>\S.*?)\s+(?:(?:da|se|vua|tung)\s+)*(?:(?:di|den|sang|toi)\s+)*tham\s+"
                r"(?:(?:nhung|cac|may)\s+)*(?:nuoc nao|quoc gia nao|noi nao|dau)"
            ),
        ),
        (Sort.SPEAKER, r"(?:ai|nguoi nao) la\s+(?P<name>\S.*)"),
        (Sort.SPEAKER, r"(?P<name>\S.*?)\s+la ai(?: vay| the)?"),
        (Sort.TERM, rf"(?P<name>\S.*?)[\"”]?\s+(?:trong )?{_LANGUAGE} (?:la|noi la|goi la) gi"),
        (Sort.TERM, rf"how (?:do (?:you|i|we)|to) say\s+(?P<name>\S.*?)(?:\s+in {_LANGUAGE})?"),
        (Sort.TERM, rf"what is\s+(?P<name>\S.*?)\s+in {_LANGUAGE}"),
        (Sort.MEANING, r"what(?: is| was| are|'s)(?: the meaning of)?\s+(?:the\s+)?(?P<name>\S.*)"),
        (Sort.MEANING, r"what does\s+(?P<name>\S.*?)\s+(?:mean|stand for)"),
        (Sort.MEANING, r"(?P<name>\S.*?)\s+(?:la|nghia la|co nghia la) gi(?: vay| the)?"),
        (
            Sort.CONFERENCE,
            (
                r"(?:when|where)\s+(?:is|was|are|were|will|did)\s+(?:the\s+)?(?P<name>\S.*?)"
                r"(?:\s+(?:be|being|take|taking|place|held|happen|happening|start|begin))*"
            ),
        ),
        (Sort.CONFERENCE, rf"(?P<name>\S.*?){_HELD_VI}\s+{_WHEN_VI}"),
        (Sort.CONFERENCE, rf"{_WHEN_VI}{_HELD_VI}\s+(?P<name>\S.*?){_HELD_VI}"),
    )
)
_NO_NAME: Final = re.compile(
    r"(?:you|your|this|that|it|he|she|they|there|here|new|up|happening|happened|going|news|said)\b.*"
    r"|ban|bot|may|day|do|no|ho|chuyen gi"
)
"""What stands for no name: "What is new?", "đây là gì"."""


def asked_about(text: str) -> About | None:
    """What a question asks of a thing by its name; ``None`` where it asks for something else."""
    words = " ".join(text.split()).strip(' .!?"“”')
    plain = fold(words)
    if len(words) > _LONGEST or len(plain) != len(words) or "\n" in text.strip():
        return None
    for sort, pattern in _PATTERNS:
        found = pattern.fullmatch(plain)
        if found is not None and _NO_NAME.fullmatch(found["name"]) is None:
            name = words[found.start("name") : found.end("name")].strip(' "“”')
            return About(sort, name, sort is Sort.VISITS and " tham " in plain)
    return None
