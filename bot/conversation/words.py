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
_LANGUAGES: Final = {
    "vi": ("vi", "vn", "vie", "viet", "tieng viet", "vietnamese", "viet nam", "vietnam"),
    "en": ("en", "eng", "anh", "tieng anh", "english"),
    "both": ("both", "ca hai", "hai", "song ngu", "vi en", "en vi", "all", "bilingual"),
}
_BY_WORD: Final = {word: language for language, words in _LANGUAGES.items() for word in words}
_THINGS: Final = {
    "article": ("article", "bai viet", "bai bao", "bai"),
    "conference": ("conference", "hoi nghi"),
    "speaker": ("speaker", "phat bieu", "dien gia", "nguoi phat bieu"),
    "task": ("task", "nhiem vu"),
    "theme": ("theme", "topic", "chu de"),
}
_BY_START: Final = {start: thing for thing, starts in _THINGS.items() for start in starts}
_THEMES: Final = (*_THINGS["theme"], "themes", "topics", "cac chu de")
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


_NAMED: Final = (
    r"(?:(?P<en>english|(?:tiếng|tieng)\s+anh)|(?P<vi>vietnamese|(?:tiếng|tieng)\s+(?:việt|viet))"
    r"|(?P<both>both languages|(?:cả|ca) hai (?:thứ |thu )?(?:tiếng|tieng|ngôn ngữ|ngon ngu)"
    r"|song ngữ|song ngu))"
)
"""Languages by names that are hardly anything else."""
_INTO: Final = r"(?:in|into|to|bằng|bang|sang|ra|qua)"
_AGAIN: Final = re.compile(
    r"(?:(?:ok|okay|and|now|the same|same|again|còn|the)[, ]+)*"
    r"(?P<do>(?:say|give|show|repeat|translate|answer|nói|trả lời|viết|dịch)"
    r"(?:\s+(?:it|that|this|me|us|the (?:last )?answer|again|lại|cho tôi|cho mình|đó|này))*\s+)?"
    rf"(?P<into>{_INTO}\s+)?{_NAMED}(?P<too>(?:\s+(?:again|instead|too|lại|thì sao|this time))*)",
    re.IGNORECASE,
)
_LAST: Final = re.compile(rf"\s+{_INTO}\s+{_NAMED}[\s.!?]*$", re.IGNORECASE)
_TARGET: Final = re.compile(
    rf"(?P<into>(?:to|into|sang|ra)\s+)?(?:(?P<code>en|vi|EN|VI)\b|(?i:{_NAMED})(?!\w))"
    r"(?P<end>\s*[:\uff1a]\s*|[^\S\n]*\n\s*|\s+|$)"
)


_FRENCH: Final = re.compile(r"(?:route|masse|bloc|suite|passant)\b")
"""What "en" stands before in English."""


def without_language(words: str) -> tuple[str, str]:
    """Words without the language that they end with ("in English", "en"), and that language."""
    if match := _LAST.search(words):
        return words[: match.start()].strip(), str(match.lastgroup)
    return _split_language(words.strip())


@dataclass(frozen=True, slots=True)
class Asked:
    """A language in which something is asked for; not ``sure`` where only its name was said."""

    language: str
    sure: bool


def asked_language(text: str) -> Asked | None:
    """The language in which a message asks for the last answer again, and for nothing else."""
    match = _AGAIN.fullmatch(text.strip(" .!?,")) if len(text) <= LONGEST_QUERY else None
    if match is None:
        return None
    language = next(name for name in ("en", "vi", "both") if match[name])
    return Asked(language, bool(match["do"] or match["into"] or match["too"]))


def translation(words: str) -> tuple[str, str]:
    """The language that stands before a text to be translated, and the text; or no language.

    A text may begin with the name of a language ("Vietnamese workers …", "tiếng Anh là …", "vi
    phạm …"): a name counts as the target only where the text is in the other language, and is set
    off from it by a colon, a line break or "to", or is a word of the target itself.
    """
    words = words.strip()
    match = _TARGET.match(words)
    if match is None or match["both"]:
        return "", words
    language = "en" if match["en"] or match["code"] in ("en", "EN") else "vi"
    rest = words[match.end() :]
    colon = match["end"].strip() != ""
    english = match["code"] == "en" and not _FRENCH.match(rest)
    if not rest or english or (match["code"] and colon):
        return language, rest
    found = detect_language(rest)
    if found in (language, "other"):
        return "", words
    name = match[0].strip(" :\uff1a\n")
    apart = bool(match["into"] or match["code"] or match["end"].strip(" ") or "\n" in match["end"])
    own = name == "english" or fold(name) == "tieng viet"
    return (language, rest) if apart or own else ("", words)


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
                    return Wanted(thing, words.split(maxsplit=len(start.split()))[-1], asked)
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
