"""What stands around a question for the sake of politeness: greetings, "could you tell me", thanks;
and messages that only thank.

Nothing is taken away unless something is left. Vietnamese is read with its marks and without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizer.text.folding import fold, words

MOST_THANKS: Final = 80
"""Characters of a message that only thanks."""
_GREETING: Final = re.compile(
    r"(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|excuse me|(?:xin )?chao|a ?lo|thua)"
    r"(?: there| bot| all| everyone| team| sir| madam| ban| cac ban| anh| chi| em| ca nha)?"
    r"\s*[.!,]+\s+)+"
)
_WANTED: Final = (
    r"(?=(?:an?|the|all|every|any|everything|list|of|tat ca|toan bo|moi|cac|nhung|danh sach|\s)*"
    r"(?:statements?|remarks?|comments?|quotes?|speech(?:es)?|conferences?|meetings?|tasks?"
    r"|articles?|news|speakers?|information|info|everything|anything|material"
    r"|[a-z]+ [a-z ]{0,40}(?:said|says)|phat bieu|phat ngon|tuyen bo|y kien|loi noi|hoi nghi"
    r"|nhiem vu|bai|tin|thong tin|dien gia|gi|dieu|thu|tai lieu)\b)"
)
"""What is asked for by "I need": other needs are told in texts."""
_SOFTENING: Final = r"(?:(?:please|kindly|lam on|vui long)[, ]+)*"
_YOU: Final = (
    r"(?:(?:can|could|would|will)\s+you\s+|(?:(?:ban|anh|chi|em|bot)\s+)?co the\s+"
    r"|(?:ban|anh|chi|em|bot)\s+(?:vui long|hay)\s+)?"
)
_TELL: Final = (
    r"(?P<tell>(?:tell|show|give|find|send|get)\s+(?:me|us)\s+|let\s+(?:me|us)\s+(?:know|see)\s+"
    r"|i\s*(?:'d| would)?\s+(?:like|want|need|wish)\s+to\s+"
    r"(?:know|see|hear|read|find out|learn|ask)\s+|(?:i am|i'm)\s+(?:looking for|wondering)\s+"
    r"|do you (?:happen to )?know\s+"
    r"|(?:xin |hay |nho )?(?:cho|giup)\s+(?:toi|minh|em|chung toi)\s+(?:duoc\s+)?"
    r"(?:biet|xem|hoi|tim)\s+|(?:xin |hay )cho\s+(?:biet|hoi|xem)\s+|xin hoi\s+"
    r"|(?:toi|minh|em|chung toi)\s+(?:muon|can)\s+(?:duoc\s+)?(?:biet|xem|hoi|tim hieu|tim)\s+)"
    r"|look for\s+|search for\s+|cho\s+(?:biet|hoi|xem)\s+|list\s+(?=all|every)"
    rf"|(?P<need>(?:i|we)\s*(?:'d| would)?\s+(?:need|want|like)\s+|(?:list|liet ke)\s+"
    rf"|(?:toi|minh|em|chung toi)\s+(?:dang\s+)?(?:can|muon)\s+(?:co\s+)?){_WANTED}"
)
_MATTER: Final = (
    r"(?P<matter>(?:(?:all|the|any|some|more|tat ca|cac|nhung|moi|them)\s+)*"
    r"(?:(?:information|info|everything|anything|news|material)\s+(?:(?:that\s+)?you have\s+)?"
    r"(?:on|about|regarding|concerning)"
    r"|(?:thong tin|tin tuc|tin|thu|tai lieu)\s+(?:ve|lien quan den))\s+)"
)
"""What is wanted of a matter that is named after it: all there is."""
_MAY_BE_NAMES: Final = re.compile(r"(?:anh|chi|em)\s")
"""Whom one asks, or a country: "Anh có thể gia nhập …"."""
_ABOUT: Final = r"(?:(?:please|about|all about|if|rang|la|ve|xem)\s+)*"
_OPENING: Final = re.compile(
    rf"(?P<soft>{_SOFTENING})(?P<you>{_YOU}{_SOFTENING})(?:(?P<say>{_TELL})(?:{_MATTER}|{_ABOUT}))?"
)
_CLOSING: Final = re.compile(
    r"(?:[,.!?]*\s+(?:please|thanks(?: a lot| in advance)?|thank you(?: very much)?|many thanks"
    r"|được không|duoc khong|được chứ|(?:xin )?cảm ơn(?: bạn| nhiều)?|cam on"
    r"|(?:giúp|giup) (?:tôi|toi|mình|minh|em)(?: với| voi)?|nhé|với ạ|ạ"
    r"|z|zậy|zay|ak|ạk|bot ơi))+[\s.!?]*$",
    re.IGNORECASE,
)
"""Small words at the end are read with their marks only: "nha" ends "Tây Ban Nha"."""


_MARKED: Final = frozenset(
    """hãy làm vui lòng bạn chị có thể cho giúp tôi mình chúng được biết hỏi tìm hiểu muốn cần nhờ
    rằng là về xin chào thưa lô các cả nhà liệt kê đang có tất
    thông tin tức mọi thứ thêm những liên quan đến tài liệu""".split()  # noqa: SIM905 - shorter than a list
)
"""The words of asking that have marks, as they are spelt."""


_THANKS: Final = re.compile(
    r"(?:(?:ok|okay|oke|great|good|perfect|nice|super|wonderful|excellent|tot|hay|tuyet|voi|qua|lam"
    r"|duoc roi|vang|da|u|a|em|toi|minh|anh|chi)\s+){0,3}(?:(?:many|so|a thousand)\s+)?"
    r"(?:thanks|thank (?:you|u)|thx|tks|cheers|much appreciated"
    r"|(?:(?:xin|chan thanh|to)\s+){0,2}cam on)"
    r"(?:\s+(?:you|again|a lot|so much|very much|much|indeed|bot|ban|anh|chi|em|nhieu|rat|lam|nhe"
    r"|nha|a|ca nha|everyone|all|(?:for|vi)(?: (?:your|the|all|that|this|su|da))*"
    r"(?: (?:help|answers?|time|assistance|quick|reply|it|that|this|giup do|tra loi))*)){0,5}"
    r"(?:\s+(?:that|this|it)(?: s| is| was)?(?: (?:very|really|so|most))?"
    r" (?:helpful|useful|great|good|perfect|all))?"
)


def thanks(text: str) -> bool:
    """Whether a message says thanks and nothing else: it asks for nothing."""
    return len(text) <= MOST_THANKS and bool(_THANKS.fullmatch(" ".join(words(fold(text)))))


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without its courtesies; ``asked`` says that these asked to be told something,
    ``needed`` that they said that it was needed.
    """

    text: str
    asked: bool = False
    needed: bool = False


def without_courtesies(text: str) -> Bare:
    """A text without the greeting, the asking and the thanks around it."""
    text = text.strip()
    folded = fold(text)
    if len(folded) != len(text):
        return Bare(text)  # several lines, or letters of which no place can be told
    greeting = _GREETING.match(folded)
    start = greeting.end() if greeting and _as_meant(text[: greeting.end()]) else 0
    opening = _OPENING.match(folded, start)
    asked = needed = False
    told = opening is not None and (opening["say"] or not _MAY_BE_NAMES.match(opening["you"]))
    if opening and told and _as_meant(text[start : opening.end()]):
        asked = bool(opening["tell"] or opening["matter"])
        needed = bool(opening["need"]) and not asked
        start = opening.end()
    end = len(text)
    if closing := _CLOSING.search(text, start):
        end = closing.start()
    rest = text[start:end].strip(" ,:;")
    enough = len(rest.split()) > (1 if closing else 0)
    return Bare(rest, asked, needed) if enough and rest.strip(" .!?") else Bare(text)


def _as_meant(opening: str) -> bool:
    """Whether the words of asking have the marks of these, or none: "chờ xem" asks for nothing."""
    return all(fold(word) == word or word in _MARKED for word in words(opening.lower()))
