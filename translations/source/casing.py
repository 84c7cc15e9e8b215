"""Headlines in capitals: the models know normal case, so capitals are lowered and put back.

Lowering loses what is a name; the glossary, surnames after titles, and syllables that no
Vietnamese word has (``ASEAN``, ``UNESCO``; ``Indonesia``, which is a name) bring them back.
"""

from __future__ import annotations

import re

from translations.engine import Direction
from translations.terminology.glossary import Glossary, Term, TermKind
from translations.terminology.matching import longest_first, tokenize
from translations.words.abbreviations import lower_names
from translations.words.names import (
    VIETNAMESE_SYLLABLE as _SYLLABLE,
)
from translations.words.names import (
    find_english_names,
    strip_marks,
    surnames,
)
from translations.words.vietnamese_abbreviations import is_vietnamese_abbreviation

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = frozenset(["TP", "HCM", "TW"])
_NAME_ENDS = frozenset(
    [
        "và",
        "với",
        "tại",
        "ở",
        "về",
        "cho",
        "là",
        "có",
        "đã",
        "sẽ",
        "đang",
        "được",
        "bị",
        "từ",
        "đến",
        "dự",
        "thăm",
        "tiếp",
        "gặp",
        "nói",
        "phát",
        "nhấn",
        "khẳng",
        "yêu",
        "đề",
        "kêu",
        "trả",
        "lời",
        "trong",
        "của",
        "vào",
        "ra",
        "sang",
        "làm",
        "chủ",
        "điện",
        "hội",
        "ký",
        "trao",
        "chúc",
        "mong",
        "mừng",
        "tham",
    ]
)
_THE_STATES = re.compile(r"(?:\A\W*|(?<=\bTHE\s)|(?<=[A-Z]-))US\b|\bUS(?=-[A-Z])")
"""``US`` in an English headline where it is the country: a pronoun (``LET US``) begins nothing."""
_MONTH = re.compile(
    r"\b(?P<name>JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAYS?)\b"
    r"|\b(?:IN|SINCE|UNTIL|BY|OF|LAST|NEXT|THIS|LATE|EARLY|MID)[ -](?P<month>MARCH|MAY)\b"
    r"|\b(?P<day>MARCH|MAY)\b(?= \d)"
)
"""Months and weekdays; ``MARCH`` and ``MAY`` where they are no verbs."""
_KINGDOM = re.compile(r"vương quốc(?!\w)")
"""No person of the surname."""
_LONE_PLACES = frozenset(["mỹ", "nga", "pháp", "đức", "lào", "úc", "bỉ", "séc"])


def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable by its shape."""
    return _SYLLABLE.fullmatch(strip_marks(word.lower())) is not None


def shouts(text: str) -> bool:
    """Whether ``text`` is a headline in capitals: two words and more, nearly all capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    if all(word in _SHORT or is_vietnamese_abbreviation(word) for word in _WORD.findall(text)):
        # "UBND TP HCM"
        return False
    if len(letters) < 8 or len(_WORD.findall(text)) < 2:
        return False
    return sum(letter.isupper() for letter in letters) >= 0.8 * len(letters)


def true_case(text: str, direction: Direction, glossary: Glossary) -> str:
    """``text`` in lower case but for its first letter and what is known to be a name."""
    lowered = text.lower()
    letters = list(lowered)
    if direction is Direction.VI_EN:
        _raise_names(text, lowered, letters)
    else:
        _raise_english_names(text, letters)
    for start, end, key in _terms(lowered, direction, glossary):
        if len(key) == end - start:
            letters[start:end] = key
    for match in _WORD.finditer(text):
        bare = strip_marks(match.group().lower())
        if bare == match.group().lower() and not _SYLLABLE.fullmatch(bare) and (
            direction is Direction.VI_EN or not re.search("[aeiouy]", bare)
        ):  # fmt: skip
            letters[match.start() : match.end()] = lower_names(match.group())
    result = "".join(letters)
    first = next((i for i, letter in enumerate(result) if letter.isalpha()), 0)
    return result[:first] + result[first : first + 1].upper() + result[first + 1 :]


def _terms(lowered: str, direction: Direction, glossary: Glossary) -> list[tuple[int, int, str]]:
    """Spans of glossary terms with the key as the glossary writes it."""
    tokens = tokenize(lowered)
    index = glossary.index(direction)
    matches = longest_first(
        match
        for match in index.find_all(lowered, tokens)
        if match.last > match.first
        or match.value[0].lower() in _LONE_PLACES
        or (direction is Direction.EN_VI and _is_lone_name(*match.value))
    )
    return [
        (match.start, match.end, match.value[0])
        for match in matches
        if match.value[1].kind is not TermKind.ACTION
    ]


def _is_lone_name(key: str, term: Term) -> bool:
    """Whether one English word is a name in small letters too: a place, or an abbreviation that
    is no word.
    """
    if term.kind is TermKind.PLACE:
        return key[0].isupper() and len(key) > 2
    return key.isupper() and key.lower() not in {"us", "it", "who", "doc", "na"}


def _raise_english_names(text: str, letters: list[str]) -> None:
    """Capitals for months, for ``US`` and for the names of people that surnames and lists tell."""
    for match in _THE_STATES.finditer(text):
        letters[match.start() : match.end()] = match.group()
    for match in _MONTH.finditer(text):
        at = match.start(match.lastgroup or 0)
        letters[at] = text[at]
    for name, _ in find_english_names(text.title()):
        for word in _WORD.finditer(text, name.start, name.end):
            letters[word.start()] = word.group()[0].upper()


def _raise_names(text: str, lowered: str, letters: list[str]) -> None:
    """Capitals for two to three syllables after a surname that is hardly anything else."""
    words = list(_WORD.finditer(lowered))
    strong = {name.lower() for name, sure in surnames().items() if sure}
    skip = 0
    for i, word in enumerate(words):
        if i < skip or word.group() not in strong or _KINGDOM.match(lowered, word.start()):
            continue
        j = i + 1
        while (
            j < len(words)
            and j - i < 4
            and text[words[j - 1].end() : words[j].start()] == " "
            and words[j].group() not in _NAME_ENDS
        ):
            j += 1
        if j - i >= 3:
            skip = min(j, i + 3)
            for k in range(i, skip):
                letters[words[k].start()] = letters[words[k].start()].upper()
