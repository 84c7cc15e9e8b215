"""What stands around a question for the sake of politeness: greetings, "could you tell me", thanks.

Nothing is taken away unless something is left. Vietnamese is read with its marks and without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizer.text.folding import fold, words

_GREETING: Final = re.compile(
    r"(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|excuse me|(?:xin )?chao|a ?lo|thua)"
    r"(?: there| bot| all| everyone| team| sir| madam| ban| cac ban| anh| chi| em| ca nha)?"
    r"\s*[.!,]+\s+)+"
)
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
)
_MAY_BE_NAMES: Final = re.compile(r"(?:anh|chi|em)\s")
"""Whom one asks, or a country: "Anh có thể gia nhập …"."""
_ABOUT: Final = r"(?:(?:please|about|all about|if|rang|la|ve|xem)\s+)*"
_OPENING: Final = re.compile(
    rf"(?P<soft>{_SOFTENING})(?P<you>{_YOU}{_SOFTENING})(?:(?P<say>{_TELL}){_ABOUT})?"
)
_CLOSING: Final = re.compile(
    r"(?:[,.!?]*\s+(?:please|thanks(?: a lot| in advance)?|thank you(?: very much)?|many thanks"
    r"|được không|duoc khong|được chứ|(?:xin )?cảm ơn(?: bạn| nhiều)?|cam on"
    r"|(?:giúp|giup) (?:tôi|toi|mình|minh|em)(?: với| voi)?|nhé|với ạ|ạ))+[\s.!?]*$",
    re.IGNORECASE,
)
"""Small words at the end are read with their marks only: "nha" ends "Tây Ban Nha"."""


_MARKED: Final = frozenset(
    """hãy làm vui lòng bạn chị có thể cho giúp tôi mình chúng được biết hỏi tìm hiểu muốn cần nhờ
    rằng là về xin chào thưa lô các cả nhà""".split()  # noqa: SIM905 - shorter than a list
)
"""The words of asking that have marks, as they are spelt."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without its courtesies; ``asked`` says that these asked to be told something."""

    text: str
    asked: bool = False


def without_courtesies(text: str) -> Bare:
    """A text without the greeting, the asking and the thanks around it."""
    text = text.strip()
    folded = fold(text)
    if len(folded) != len(text):
        return Bare(text)  # several lines, or letters of which no place can be told
    greeting = _GREETING.match(folded)
    start = greeting.end() if greeting and _as_meant(text[: greeting.end()]) else 0
    opening = _OPENING.match(folded, start)
    asked = False
    told = opening is not None and (opening["say"] or not _MAY_BE_NAMES.match(opening["you"]))
    if opening and told and _as_meant(text[start : opening.end()]):
        asked = bool(opening["tell"])
        start = opening.end()
    end = len(text)
    if closing := _CLOSING.search(text, start):
        end = closing.start()
    rest = text[start:end].strip(" ,:;")
    enough = len(rest.split()) > (1 if closing else 0)
    return Bare(rest, asked) if enough and rest.strip(" .!?") else Bare(text)


def _as_meant(opening: str) -> bool:
    """Whether the words of asking have the marks of these, or none: "chờ xem" asks for nothing."""
    return all(fold(word) == word or word in _MARKED for word in words(opening.lower()))
