"""Reading what stands after a command: numbers, languages, the thing a summary is asked of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizer.text.folding import fold
from summarizer.text.language import detect_language

LONGEST_QUERY: Final = 200
"""Characters of a name or a search that are looked at."""
COLON: Final = re.compile("[:\uff1a]")
"""A colon, or the wide one of Chinese and Japanese keyboards."""

_NUMBER: Final = re.compile(
    r"(?:(?:article|bai(?: viet| bao)?|task|nhiem vu)\s*)?(?:(?:#|no\.?|so|number)\s*)?"
    r"#?(\d{1,9})\.?"
)


@dataclass(frozen=True, slots=True)
class _Names:
    """What a language is called."""

    full: tuple[str, ...]
    """By names that are hardly anything else, as they are spelt."""
    short: tuple[str, ...]
    """By words that mean it only where a language is expected, folded."""


_LANGUAGES: Final = {
    "vi": _Names(
        ("tiếng Việt", "Vietnamese"), ("vi", "vn", "vie", "viet", "viet nam", "vietnam")
    ),
    "en": _Names(("tiếng Anh", "English"), ("en", "eng", "anh")),
    "both": _Names(
        ("song ngữ", "cả hai thứ tiếng", "cả hai tiếng", "cả hai ngôn ngữ", "cả hai thứ ngôn ngữ",
         "both languages", "bilingual", "bilingually", "English and Vietnamese",
         "Vietnamese and English", "tiếng Anh và tiếng Việt", "tiếng Việt và tiếng Anh"),
        ("both", "ca hai", "hai", "vi en", "en vi", "all"),
    ),
}  # fmt: skip
_BY_WORD: Final = {
    word: language
    for language, names in _LANGUAGES.items()
    for word in (*map(fold, names.full), *names.short)
}
_CODES: Final = frozenset({"en", "eng", "vi", "vn", "both"})
"""Languages in the shortest way: they stand alone only in reply to an answer."""


def _spellings(name: str) -> str:
    """A pattern of a name with its marks or without."""
    small = name.lower().split()
    return r"\s+".join(rf"(?:{word}|{fold(word)})" for word in small)


_NAMED: Final = "(?:" + "|".join(
    rf"(?P<{language}>{'|'.join(map(_spellings, names.full))})"
    for language, names in _LANGUAGES.items()
) + ")"  # fmt: skip
"""Languages by their full names."""
_THINGS: Final = {
    "article": ("article", "bai viet", "bai bao", "bai"),
    "conference": ("conference", "hoi nghi"),
    "speaker": ("speaker", "phat bieu", "dien gia", "nguoi phat bieu"),
    "task": ("task", "nhiem vu"),
    "theme": ("theme", "topic", "chu de"),
}
_BY_START: Final = {start: thing for thing, starts in _THINGS.items() for start in starts}
_THEMES: Final = (*_THINGS["theme"], "themes", "topics", "cac chu de")
_OF: Final = re.compile(r"^(?:của|cua|of|by)\s+(?=\S)", re.IGNORECASE)
"""What stands before who spoke: "phát biểu của …"."""
_NUMBERED: Final = ("article", "bai viet", "task")
"""Words after which a number is wanted, so that anything else is a slip. The others begin names
and searches as well."""


def query(words: str) -> str:
    """A name or search words in one line, of bounded length."""
    return " ".join(words[: LONGEST_QUERY * 4].split())[:LONGEST_QUERY]


def number(words: str) -> int | None:
    """The number that ``words`` are: ``12``, ``#12``, ``số 12``, ``bài 12``."""
    match = _NUMBER.fullmatch(fold(words[:40]).strip())
    return int(match[1]) if match else None


def year(words: str) -> bool:
    """Whether a number may as well be the year of articles."""
    return re.fullmatch(r"(?:19|20)\d\d", words) is not None


def language(words: str) -> str | None:
    """``vi``, ``en`` or ``both``, as people write them; ``None`` if it is none."""
    plain = re.sub(r"[\s/,+&|-]+", " ", fold(words[:40])).strip()
    return _BY_WORD.get(plain)


_INTO: Final = r"(?:in|into|to|bằng|bang|sang|ra|qua)"
_AGAIN: Final = re.compile(
    r"(?:(?:ok|okay|and|now|but|sorry|con|va|co|xin|the same|(?:the )?same(?: thing)?|again"
    r"|(?:the )?(?:last |previous )?(?:answer|one|message)|this|that|it|cai nay|tin (?:nay|do)"
    r"|cau tra loi(?: nay| do)?|what about|how about|is there|do you have|is (?:it|this) available"
    r"|the)[, ]+){0,4}"
    r"(?P<do>(?:(?:can|could|may) (?:i|we|you) )?(?:please )?(?:hay )?"
    r"(?:say|give|show|repeat|translate|answer|send|resend|write|put|have|get|see|read|need|i need"
    r"|i want|i'd like|noi|tra loi|viet|dich|doc|xem|gui|cho|chuyen|doi|can|toi can|cho xin)"
    r"(?:\s+(?:it|that|this|me|us|the (?:last |previous )?(?:answer|one|message)|the same|again|lai"
    r"|cho toi|cho minh|cho em|toi|minh|em|do|nay|tin nay|cau nay|doan nay|bai nay|giup|giup toi"
    r"|giup minh|xem|xin|ho)){0,4}\s+)?"
    rf"(?P<into>{_INTO}\s+)?(?P<version>(?:an? |the )?(?:(?:ban|phien ban)(?: dich)?(?: sang"
    rf"| bang)?\s+)?){_NAMED}(?P<kind>\s+(?:version|translation|text|copy))?"
    r"(?P<too>(?:[, ]+(?:again|instead|too|also|as well|now|please|pls|this time|lai|thi sao|di|nhe"
    r"|nha|a|voi|voi a|luon|nua|khong|duoc khong|duoc chu|giup|giup toi|giup minh|ho toi|cho toi"
    r"|cho minh|cho em|for me|for us|xem)){0,4})"
)
"""Folded: who asks for the last answer again speaks in a hurry, and phones drop marks."""
_VERSION: Final = r"(?:(?:phiên\s+bản|phien\s+ban|bản|ban)(?:\s+(?:dịch|dich|sang|bằng|bang))*)"
_WISH: Final = rf"(?P<into>(?:{_INTO}|{_VERSION})\s+)?{_NAMED}(?P<kind>\s+(?:version|translation))?"
_LAST: Final = re.compile(
    rf"(?:^|[\s,;:(]){_WISH}(?:[\s,]+(?:please|pls|thanks|nhé|nhe|đi|ạ|với))*[\s.!?)]*$",
    re.IGNORECASE,
)
"""A language that words end with, or that they are."""
_FIRST: Final = re.compile(rf"{_WISH}(?:\s*[,:\uff1a]\s*|\s+)(?=\S)", re.IGNORECASE)
"""A language that words begin with."""
_TARGET: Final = re.compile(
    r"(?P<do>(?i:(?:please\s+|hãy\s+|xin\s+)?(?:translate|dịch|dich)"
    r"(?:\s+(?:this|it|that|giúp|giup|hộ|cho|tôi|toi|mình|minh|em))*\s+))?"
    rf"(?P<into>(?i:(?:to|into|in|sang|ra|qua|bằng|bang)\s+))?"
    rf"(?:(?P<code>en|vi|EN|VI)\b|(?i:{_NAMED})(?!\w))"
    r"(?P<end>\s*[:\uff1a]\s*|[^\S\n]*\n\s*|\s+|$)"
)


_FRENCH: Final = re.compile(r"(?:route|masse|bloc|suite|passant)\b")
"""What "en" stands before in English."""


def without_language(words: str, *, sure: bool = False) -> tuple[str, str]:
    """Words without the language that they end or begin with ("in English", "bằng tiếng Việt",
    "song ngữ", "en"), and that language; nothing else is left of a wish alone.

    What has to be ``sure`` says that a language is wished for: "giáo dục song ngữ" and "vi pham"
    may be looked for.
    """
    words = words.strip()
    if len(words) > LONGEST_QUERY:
        return words, ""
    last, first = _LAST.search(words), _FIRST.match(words)
    if last is not None and _is_wish(last, sure):
        return words[: last.start()].strip(" ,;:("), _name_in(last)
    if first is not None and first["into"] and _is_wish(first, sure):
        return words[first.end() :].strip(), _name_in(first)
    return (words, "") if sure else _split_language(words)


def _is_wish(named: re.Match[str], sure: bool) -> bool:
    """Whether a language is wished for, and not only named."""
    return bool(named["into"] or named["kind"] or (named["both"] and not sure))


def _name_in(match: re.Match[str]) -> str:
    return next(language for language in _LANGUAGES if match[language])


@dataclass(frozen=True, slots=True)
class Asked:
    """A language in which something is asked for; not ``sure`` where only its name was said."""

    language: str
    sure: bool


def asked_language(text: str, *, in_reply: bool = False) -> Asked | None:
    """The language in which a message asks for an answer again, and for nothing else.

    In reply to an answer the name of a language is enough, and its code, too.
    """
    if len(text) > LONGEST_QUERY:
        return None
    plain = " ".join(fold(text).split()).strip(" .!?,")
    if in_reply and plain in _CODES:
        return Asked(_BY_WORD[plain], sure=True)
    match = _AGAIN.fullmatch(plain)
    if match is None:
        return None
    language = _name_in(match)
    asking = (match["do"], match["into"], match["kind"], match["too"], "ban" in match["version"])
    return Asked(language, in_reply or any(asking))


def translation(words: str) -> tuple[str, str]:
    """The language that stands before a text to be translated, and the text; or no language.

    A text may begin with the name of a language ("Vietnamese workers …", "tiếng Anh là …", "vi
    phạm …"): a name counts as the target only where the text is in the other language, and is set
    off from it by a colon, a line break or "to", or is a word of the target itself. "In", "To"
    with a capital and "translate" begin texts as well: these take a colon or a line break.
    """
    words = words.strip()
    match = _TARGET.match(words)
    if match is None or match["both"]:
        return "", words
    language = "en" if match["en"] or match["code"] in ("en", "EN") else "vi"
    rest = words[match.end() :]
    colon, broken = match["end"].strip() != "", "\n" in match["end"]
    into = match["into"] or ""
    loud = bool(match["do"]) or into != into.lower() or into.strip() in ("in", "bằng", "bang")
    if loud and rest and not (colon or broken):
        return "", words
    english = match["code"] == "en" and not _FRENCH.match(rest)
    if not rest or english or (colon and (match["code"] or into or loud)):
        return language, rest
    found = detect_language(rest)
    if found in (language, "other"):
        return "", words
    name = match[0].strip(" :\uff1a\n")
    apart = bool(into or match["code"] or colon or broken)
    own = name == "english" or fold(name) == "tieng viet"
    return (language, rest) if apart or own else ("", words)


def asks_translation(text: str) -> bool:
    """Whether a message is a text with words before it that ask to have it translated."""
    match = _TARGET.match(text.strip())
    return match is not None and bool(match["do"]) and all(translation(text))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a summary is asked of.

    ``thing`` is ``article``, ``conference``, ``speaker``, ``task``, ``theme``, or empty for a name
    of anything, a period or a text; ``words`` is the number, name or text, empty for a theme where
    none is named; ``language`` is empty where none was asked for.
    """

    thing: str
    words: str
    language: str = ""


def wanted(words: str) -> Wanted:
    """Read ``[vi|en] article N | conference NAME | speaker NAME | task N | theme NAME | N | TEXT``.

    The language may stand first or last, a colon after the word for the thing. A text that begins
    with the word for a conference is a text and no name: names are one line, short, and no
    sentence.
    """
    words, asked = _split_language(words.strip())
    if not asked and is_name(words):
        words, asked = without_language(words)
    if is_name(words):
        words = _without_colon(words)
    if (plain := number(words)) is not None:
        thing = "task" if fold(words).lstrip().startswith(("task", "nhiem vu")) else "article"
        return Wanted(thing, str(plain), asked)
    if is_name(words):
        folded = fold(words)
        if folded.strip(" ?.") in _THEMES:
            return Wanted("theme", "", asked)
        for thing, starts in _THINGS.items():
            for start in starts:
                named = thing in ("conference", "speaker", "theme")
                if folded.startswith(start + " ") and (named or start in _NUMBERED):
                    rest = words.split(maxsplit=len(start.split()))[-1]
                    return Wanted(thing, _OF.sub("", rest) if thing == "speaker" else rest, asked)
    return Wanted("", words, asked)


def _without_colon(words: str) -> str:
    """``theme X`` for ``theme: X``; after the words that want a number only where there is one."""
    head, *after = COLON.split(words, maxsplit=1)
    rest = "".join(after).strip()
    thing = _BY_START.get(" ".join(fold(head[:40]).split())) if after else None
    if thing is None or (thing in ("article", "task") and number(rest) is None):
        return words
    return f"{head.strip()} {rest}".strip()


def is_name(words: str) -> bool:
    """Whether ``words`` may be a name or a search rather than a text."""
    words = words.strip()
    if len(words) > 120 or "\n" in words or len(words.split()) > 18:
        return False
    return not re.search(r"[.!?…][\"”’)]*(?:\s|$)", re.sub(r"\b[A-ZĐ]{1,4}\.", "", words))


def _split_language(words: str) -> tuple[str, str]:
    first, _, after = words.partition(" ")
    if first.lower() in ("vi", "en", "both"):
        return after.strip(), first.lower()
    before, _, last = words.rpartition(" ")
    if last.lower() in ("vi", "en", "both"):
        return before.strip(), last.lower()
    return words, ""
