"""Questions in whole sentences: whom they ask about, about what, and of which time.

"What did Bui Thanh Son say about ASEAN in 2023?" and "Bùi Thanh Sơn nói gì về ASEAN năm 2023?" ask
for statements of a person on a matter, and so do "statements by Bui Thanh Son on ASEAN" and "mọi
phát biểu của Bùi Thanh Sơn"; "who spoke about …" and "ai nói về …" ask for a matter. Any other
question is its key words: what is left without the small words and those of asking.

The patterns know the common ways to ask, with and without diacritics; what they do not know is
searched for as it stands. A question is told from a text by its signs: it is one sentence of
bounded length, and has a question mark, begins as questions do, asks to be told something, or is
one of the patterns. A paragraph of an article may begin with "When" or "Ai", and is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.conversation import scope_words
from bot.conversation import words as read
from bot.conversation.courtesies import Bare
from bot.conversation.scope_words import Scope
from summarizer.cues import cues_of
from summarizer.text.folding import fold, unify_tones, words

LONGEST: Final = 240
"""Characters of a question."""
PLAIN: Final = 20
"""Words of a question that ends with a full stop, or has no sign but its beginning or end."""

_SAYING_VI: Final = (
    r"(?:nói|noi|phát biểu|phat bieu|nhấn mạnh|nhan manh|cho biết|cho biet|khẳng định|khang dinh"
    r"|đề nghị|de nghi|yêu cầu|yeu cau|bày tỏ|bay to|tuyên bố|tuyen bo|nêu|neu)"
)
_SAYING_EN: Final = (
    r"(?:say|said|saying|state|stated|stress|stressed|ask for|propose|proposed|announce|announced)"
)
_SAID_EN: Final = r"(?:says|said|stated|stressed|proposed|announced|asked for)"
_NAMED_EN: Final = r"(?:statements?|remarks?|comments?|quotes?|speech(?:es)?)"
_NAMED_VI: Final = (
    r"(?:(?:bài |bai |lời |loi )?(?:phát biểu|phat bieu)|phát ngôn|phat ngon|tuyên bố|tuyen bo"
    r"|ý kiến|y kien|lời nói|loi noi)"
)
_ON_VI: Final = r"(?:về|ve|tại|tai|ở|trong|trước|liên quan đến|lien quan den)"
_ON_EN: Final = r"(?:about|on|of|at|in|regarding|concerning)"
_REST_VI: Final = rf"(?:\s+(?:{_ON_VI}\s+(?P<about>.+)|(?P<rest>.+)))?"
_REST_EN: Final = rf"(?:\s+(?:{_ON_EN}\s+(?P<about>.+)|(?P<rest>.+)))?"
_AUXILIARY: Final = r"(?:did|do|does|is|are|was|were|has|have|had|will|can|could|would|should)"
_ALL_VI: Final = (
    r"(?:(?:tất cả|tat ca|toàn bộ|toan bo|mọi|moi|danh sách|danh sach|các|cac|những|nhung)\s+)*"
)
_ALL_EN: Final = r"(?:(?:the|any|all|every|of|a list|list)\s+)*"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"(?P<who>.+?)\s+(?:(?:đã|da|có|co|từng|tung)\s+)?{_SAYING_VI}\s+"
            rf"(?:những\s+|nhung\s+|điều\s+|dieu\s+)?(?:gì|gi|thế nào|the nao|ra sao){_REST_VI}"
        ),
        (
            rf"(?:ai|những ai|nhung ai)\s+(?:(?:đã|da|có|co)\s+)?{_SAYING_VI}\s+(?:gì\s+|gi\s+)?"
            rf"{_ON_VI}\s+(?P<about>.+)"
        ),
        (
            rf"{_ALL_VI}(?:gì|gi|điều\s+gì|dieu\s+gi|điều|dieu)\s+(?:mà\s+|ma\s+)?(?P<who>.+?)\s+"
            rf"(?:(?:đã|da|có|co|từng|tung)\s+)?{_SAYING_VI}{_REST_VI}"
        ),
        rf"what\s+(?:did|does|do|has|have|is|was)\s+(?P<who>.+?)\s+{_SAYING_EN}{_REST_EN}",
        (
            r"(?:what(?:ever)?|anything|everything|something|all(?=\s+that))\s+(?:that\s+)?"
            rf"(?!{_AUXILIARY}\b)(?P<who>.+?)\s+(?:has\s+|have\s+|had\s+)?{_SAID_EN}{_REST_EN}"
        ),
        (
            rf"who\s+(?:has\s+|have\s+)?(?:spoke|spoken|said|says|talked)"
            rf"(?:\s+(?:something|anything|what))?\s+{_ON_EN}\s+(?P<about>.+)"
        ),
    )
)
_NOUNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"{_ALL_VI}{_NAMED_VI}\s+(?:của|cua)\s+(?P<who>.+?)"
            r"(?:\s+(?:về|ve|tại|tai|liên quan đến|lien quan den)\s+(?P<about>.+))?"
        ),
        (
            rf"{_ALL_EN}{_NAMED_EN}\s+(?:made\s+)?(?:by|of|from)\s+(?P<who>.+?)"
            r"(?:\s+(?:about|on|at|regarding|concerning)\s+(?P<about>.+))?"
        ),
        (
            rf"(?:all\s+(?:of\s+)?)?(?P<who>\S+(?:\s+\S+){{0,5}}?)(?:['’]s|(?<=s)['’])\s+{_NAMED_EN}"
            r"(?:\s+(?:(?:about|on|at|regarding|concerning)\s+(?P<about>.+)|(?P<rest>.+)))?"
        ),
    )
)
"""What is named and not asked: it may as well be the title of an article."""
_NOBODY: Final = frozenset({"ai", "nhung ai"})
_ON: Final = re.compile(rf"^(?:{_ON_EN}|{_ON_VI})\s+", re.IGNORECASE)
_BEGINNING: Final = re.compile(
    rf"(?:what|who|whom|whose|where|when|why|how)\s+{_AUXILIARY}\b"
    rf"|(?:what|which|whose|how)\s+\w+\s+{_AUXILIARY}\b"
    r"|what(?:'s| is| are)\b|who(?:'s| is| are)\b|how (?:many|much|often|long)\b"
    r"|(?:ai la|ai da|khi nao|bao gio|o dau|tai sao|vi sao|lam sao|bao nhieu|co bao nhieu)\b"
    r"|(?:is|are|was|were) there\b|co (?:nhung )?\w+(?: \w+)? nao\b"
)
"""How questions begin, folded, and how they end."""
_ENDING: Final = re.compile(
    r"\b(?:la gi|nhung gi|la ai|khi nao|bao gio|o dau|the nao|ra sao|bao nhieu|hay chua)$"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: statements of ``who`` on ``about``; either may be empty, not both. ``time`` is
    of when. ``named`` says that they are named only, in words that may as well be a title.
    """

    who: str
    about: str
    time: Scope | None = None
    named: bool = False


def read_question(text: str, today: date) -> Question | None:
    """The question that a text is, or ``None`` where it is no known one."""
    asked = without_whether(" ".join(text.split()).strip(" ?!."))
    if not asked or len(asked) > LONGEST:
        return None
    for pattern in (*_PATTERNS, *_NOUNS):
        if match := pattern.fullmatch(asked):
            found = match.groupdict()
            who, about, rest = ((found.get(name) or "").strip(" ,") for name in _GROUPS)
            if question := _timed(who, about, rest, today):
                return replace(question, named=pattern in _NOUNS)
    before, _, after = asked.partition(",")
    time = scope_words.time_of(before, today) if after else None
    later = read_question(after, today) if time is not None else None
    return replace(later, time=later.time or time) if later is not None else None


def without_whether(text: str) -> str:
    """A question without the words at its end that ask for yes or no."""
    return _WHETHER.sub("", text) if _HAVE.search(text) else text


_HAVE: Final = re.compile(r"(?:^|\s)(?:có|co|đã|da)\s", re.IGNORECASE)
_WHETHER: Final = re.compile(
    r"(?<=\S)\s+(?:hay\s+)?(?:không|khong|chưa|chua)(?:\s+(?:nhỉ|vậy|thế|ạ))?$", re.IGNORECASE
)
"""How a question that is answered by yes or no ends: "Ông X có nói gì về Y không?"."""
_GROUPS: Final = ("who", "about", "rest")


def _timed(who: str, about: str, rest: str, today: date) -> Question | None:
    """A question with the time that stands in one of its parts; ``None`` if none of it is known."""
    time: Scope | None = None
    if rest:
        about, time = _without_time(rest, today)
        if time is None:
            return None
    elif about:
        about, time = _without_time(about, today)
    if who and time is None:
        who, time = _without_time(who, today)
    about = _ON.sub("", about)
    who = "" if fold(who) in _NOBODY else who
    return Question(who, about, time) if who or about else None


def _without_time(text: str, today: date) -> tuple[str, Scope | None]:
    """A text without the time that it is, begins or ends with; a bare year beside other words may
    as well be part of a name, and stays.
    """
    if (time := scope_words.time_of(text, today)) is not None:
        return "", time
    rest, time = scope_words.without_time(text, today)
    if time is None:
        return text, None
    *before, last = text.split()
    if read.year(last) and rest.split() == before:
        return text, None
    return rest, time


def asks(bare: Bare, today: date) -> bool:
    """Whether a text is a single question of some length, and nothing to be summarised."""
    text = bare.text.strip()
    if len(text) > LONGEST or "\n" in text or _SENTENCES.search(_open(text)) or _SPOKEN.match(text):
        return False
    if text.endswith("?") or bare.asked:
        return True
    if bare.needed and read_question(text, today) is not None:
        return True
    count, ended = len(text.split()), text.endswith((".", "!"))
    if ended and (count > PLAIN or _CLAUSE.match(fold(text))):
        return False
    if (question := read_question(text, today)) is not None:
        return not (ended and question.named)
    plain = fold(text)
    signs = _BEGINNING.match(plain) or _ENDING.search(plain)
    return signs is not None and count <= PLAIN and not ended


_CLAUSE: Final = re.compile(
    rf"(?:what|anything|everything|something)\s+(?!{_AUXILIARY}\b)"
    rf"|(?:(?:the|any|all)\s+)?{_NAMED_EN}\b|(?:(?:cac|nhung)\s+)?{_NAMED_VI}\b"
)
"""What asks for something, but may as well be the subject of a sentence that has a full stop."""
_SENTENCES: Final = re.compile(r"[.!?…][\"”’)]*\s")
"""The end of a sentence before another one."""
_SPOKEN: Final = re.compile(r"[\"“”«‘'*•>–—-]")
"""What a question in an article begins with: what somebody said, or a point of a list."""


def _open(text: str) -> str:
    """A text without the full stops of abbreviations."""
    return re.sub(r"\b(?:[A-ZĐ]{1,4}|Mr|Ms|Mrs|Dr)\.", "", text)


def key_words(text: str) -> str:
    """A question without its small words and those of asking; ``""`` where nothing is left."""
    small = {word for language in ("vi", "en") for word in cues_of(language).asking}
    kept = [word for word in words(unify_tones(text)) if word.lower() not in small]
    return " ".join(kept)
