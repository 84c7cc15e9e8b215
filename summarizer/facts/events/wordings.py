"""When two wordings name one event.

A wording is taken apart into its kind (hội nghị, đại hội, …), the numbers in it (years, ordinals,
terms) and the words that remain. Two wordings can be one event if the kinds are the same, the
numbers do not contradict each other, and the words of one open the words of the other ("Hội nghị
đối ngoại 2021" opens "Hội nghị Đối ngoại toàn quốc triển khai …") or nearly all words are shared.
Words that open, not words that occur: the review of "Ban Đối ngoại Trung ương" is no conference on
đối ngoại. A middle may be left out: "Hội nghị sơ kết của Bộ X". What a name alone tells (which
edition, a name such as ASEAN) must not be left over on both sides; without a day that settles it,
on neither (:func:`surely_same_event`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.facts.words.lexicon import Phrases, phrases_in, single_words, table_of, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Token, tokenize
from summarizer.text.folding import fold, unify_tones

SHARED = 0.7
"""Share of words (Jaccard) from which two wordings are one, whatever their order."""

_ROMAN = {"I": 1, "V": 5, "X": 10}
_NUMERAL = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?")
_CENTRAL = re.compile(r"\b(?:T\.?Ư|TW)\b")
_PARTYS = r"(?: Đảng)?+(?! (?:Đoàn|Hội|Lao động|Cộng sản|Nhân dân)\b)"
"""Behind "Trung ương" where no union, no association and no party of another country is meant."""
_PLENUM = re.compile(
    rf"(?:lần )?thứ (\S+) (?:của )?(?:Ban Chấp hành|BCH) Trung ương{_PARTYS}", re.IGNORECASE
)
"""A plenum by its full name: "Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng"."""
_ENLARGED = re.compile(r"\b(G\d+|ADMM|BRICS|OPEC) mở rộng\b")
"""A body with its guests, which is another meeting: "G7 mở rộng"."""
_COMMITTEE = re.compile(rf"(?:của )?(?:Ban Chấp hành|BCH) Trung ương{_PARTYS}", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\b(?i:các (?:nước|quốc gia|nền kinh tế|nhà lãnh đạo|lãnh đạo|bên)(?: thành viên)?)\b"
    r"(?= (?:[A-ZĐ]|châu ))"
)
"""Who meets where the body is named next: "Hội nghị cấp cao các nền kinh tế APEC"."""
_OF_ASSEMBLY = 5
"""Tokens from "session" to the assembly that it is of."""
_COUNTED = frozenset({"bên", "nước", "quốc", "nền", "tỉnh", "ngày", "tháng"})
"""What a figure in a name may count: "thượng đỉnh 4 bên"."""
_FIRST = re.compile(r"(?<=\w\w) (?:lần )?đầu tiên$", re.IGNORECASE)
_COUNTING = frozenset({"thứ", "lần", "kỳ"})
"""Words before a figure that numbers an event; any other figure counts months or goals."""
_TERM = "khóa"
"""The word before the number of a body's term."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_WORDS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A name taken apart. ``words`` keep their order.

    ``edition`` has those of the ``ordinals`` that number the event itself ("lần thứ 33"), not a
    period or another event named inside; ``terms`` the numbers of the body whose event it is ("khóa
    XIV") where it has a number of its own as well; ``names`` the words that are no Vietnamese
    syllables, as ASEAN, in a Vietnamese name.
    """

    kind: int
    words: tuple[str, ...]
    years: frozenset[int]
    ordinals: frozenset[int]
    edition: frozenset[int] = frozenset()
    terms: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def generic(self) -> bool:
        """Whether nothing in the name tells which event it is."""
        return not self.words and not self.ordinals

    @property
    def numbered_congress(self) -> bool:
        """Whether this is a congress of the Party by its number: "Đại hội XIII"."""
        return self.kind == _congress() and not self.words and bool(self.ordinals)

    def contradicts(self, other: Wording) -> bool:
        """Whether numbers keep two events apart: years, editions or terms without a common one.

        A session that goes by the term alone is none of another number if the terms agree.
        """
        if any(
            own and its and not own & its
            for own, its in ((self.years, other.years), (self.terms, other.terms))
        ):
            return True
        numbered = bool(self.ordinals and other.ordinals)
        return numbered and not (
            self.ordinals & (other.ordinals | other.terms)
            or other.ordinals & (self.ordinals | self.terms)
        )


@cache
def _kinds() -> tuple[Phrases, tuple[str, ...]]:
    rows = table_of("events.toml")["kinds"]
    return Phrases((phrase, str(n)) for n, row in enumerate(rows) for phrase in row), tuple(
        row[0] for row in rows
    )


@cache
def _congress() -> int:
    return _kinds()[1].index("đại hội")


@cache
def _fillers(name: str) -> frozenset[str]:
    return frozenset(
        unify_tones(word)
        for phrase in phrases_in(table_of("events.toml")[name])
        for word in phrase.split()
    )


@lru_cache(maxsize=8192)
def wording_of(name: str) -> Wording:
    """Take a name apart."""
    name = in_common_words(name)
    tokens = [token for token in tokenize(name) if token.word]
    kind, skip, inner = _kind_of(tokens, name)
    vietnamese = any(not tokens[position].text.isascii() for position in skip)
    fillers = _fillers("congress") if kind == _congress() else _fillers("filler")
    words: list[str] = []
    years: set[int] = set()
    ordinals: set[int] = set()
    edition: set[int] = set()
    terms: set[int] = set()
    for position, token in enumerate(tokens):
        if position in skip:
            continue
        before = tokens[position - 1].low if position else ""
        number = number_of(token.text, before)
        after = tokens[position + 1].low if position + 1 < len(tokens) else ""
        if number is not None and after in _COUNTED and before not in _COUNTING:
            continue
        if number is not None:
            if _YEAR.fullmatch(token.text):
                years.add(number)
            elif before == _TERM:
                terms.add(number)
            else:
                ordinals.add(number)
                if position < inner and not (token.text.isdigit() and before not in _COUNTING):
                    edition.add(number)
            continue
        if date := re.fullmatch(r"\d{1,2}[/-](\d{4})", token.text):
            years.add(int(date[1]))
            continue
        folded = _one_word(token)
        if words and position - 1 not in skip and _dashed(name, tokens[position - 1], token):
            # the order of partners changes from article to article
            words[-1] = "-".join(sorted([*words[-1].split("-"), folded]))
            continue
        # the English article is a Vietnamese word too: "an ninh"
        filler = token.low in fillers and not (vietnamese and token.low == "an")
        filler = filler and not _is_of_province(token, before)
        if not filler and not folded[0].isdigit():
            words.append(folded)
    if not ordinals:
        # an assembly or a congress goes by it itself: "Đại hội đồng khóa 73"
        ordinals, edition, terms = terms, set(terms), set()
    names = {word for word in words if vietnamese and not is_syllable(word) and "-" not in word}
    return Wording(
        kind,
        tuple(words),
        frozenset(years),
        frozenset(ordinals),
        frozenset(edition),
        frozenset(terms),
        frozenset(names),
    )


def _is_of_province(token: Token, before: str) -> bool:
    """Whether a filler is half of the name of a province: "Hà Nam", but not "Việt Nam"."""
    return token.low == "nam" and token.cap and before not in {"việt", "viet"}


def _kind_of(tokens: Sequence[Token], name: str) -> tuple[int, set[int], int]:
    """The kind of event, the tokens that tell it, and where another event begins inside."""
    phrases, _ = _kinds()
    kind = -1
    skip: set[int] = set()
    inner = len(tokens)
    for position in range(len(tokens)):
        match = phrases.match(tokens, position)
        if match and (not skip or _is_kind_of_kind(tokens, skip, position, name)):
            kind = int(match[1])
            skip |= set(range(max(skip, default=position - 1) + 1, match[0]))
        elif match and position not in skip:
            if _is_session_of_assembly(tokens, skip, position):
                kind = int(match[1])
                skip |= set(range(max(skip) + 1, match[0])) - _numbers_at(tokens)
                continue
            inner = position
            break
    return kind, skip, inner


def _one_word(token: Token) -> str:
    """A token folded: partners in one order, halves of a foreign name as one (Shangri-La)."""
    parts = token.text.split("-")
    if len(parts) == 1:
        return fold(token.text)
    if all(is_syllable(part) or part.isupper() for part in parts):
        return "-".join(sorted(fold(part) for part in parts))
    return fold("".join(parts))


@cache
def _same_words() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = [[unify_tones(word) for word in row] for row in table_of("events.toml")["same_words"]]
    to = {word: row[0] for row in rows for word in row[1:]}
    longest = sorted(to, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE), to


def in_common_words(name: str) -> str:
    """The name with one word for each partner: Mỹ for Hoa Kỳ; "G 20" in one piece."""
    pattern, to = _same_words()
    name = re.sub(r"\bG ?-? ?(?=\d)", "G", unify_tones(name))
    name = _CENTRAL.sub("Trung ương", name)
    name = _ENLARGED.sub(r"\1Plus", name)
    name = _PLENUM.sub(r"Trung ương lần thứ \1", name)
    name = _COMMITTEE.sub("Trung ương", name)
    name = _MEMBERS.sub("", name)
    name = _FIRST.sub(" lần thứ 1", name)

    def common(match: re.Match[str]) -> str:
        word = to[match[0].lower()]
        if " - " in word:
            return word.title()
        return word.capitalize() if match[0][0].isupper() else word

    return pattern.sub(common, name)


def _is_session_of_assembly(tokens: Sequence[Token], skip: Collection[int], position: int) -> bool:
    """Whether a session names the assembly that it is of: "phiên họp thứ 72 của Đại hội đồng X"."""
    named = [token.low for token in tokens[position : position + 3]]
    if named[:2] == ["general", "assembly"]:
        return tokens[max(skip)].low == "session" and position - max(skip) <= _OF_ASSEMBLY
    if named != ["đại", "hội", "đồng"]:
        return False
    manners = single_words("events.toml", "manners") | {"của", "khóa", "năm"}
    between = range(max(skip) + 1, position)
    return tokens[min(skip)].low in {"phiên", "cuộc", "kỳ", "khóa"} and all(
        tokens[at].low in manners or at in _numbers_at(tokens) for at in between
    )


def _numbers_at(tokens: Sequence[Token]) -> frozenset[int]:
    return frozenset(
        at
        for at, token in enumerate(tokens)
        if number_of(token.text, tokens[at - 1].low if at else "") is not None
    )


def _is_kind_of_kind(
    tokens: Sequence[Token], skip: Collection[int], position: int, name: str
) -> bool:
    """Whether the event noun at ``position`` says again what event the one before it is:
    "hội nghị Diễn đàn …", "cuộc họp của Đại hội đồng …", "diễn đàn an ninh Đối thoại X",
    "Hội nghị an ninh châu Á - Đối thoại X".
    """
    first = " ".join(tokens[at].low for at in sorted(skip))
    last = max(skip)
    if not tokens[position].cap or first not in words_of("events.toml", "qualified"):
        return False
    if name[tokens[position - 1].end : tokens[position].start].strip() in {"-", "–"}:
        return True
    at = last + 1
    if at + 1 == position and tokens[at].low == "của":
        return first in _AGAIN
    while at < position and (hit := _sorts().match(tokens, at)):
        at = hit[0]
    return at == position and (first in _AGAIN or first == "diễn đàn" or at > last + 1)


_AGAIN = frozenset({"hội nghị", "cuộc họp", "kỳ họp"})


@cache
def _sorts() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["sorts"]))


def _dashed(name: str, before: Token, token: Token) -> bool:
    """Whether two capitalised words are joined by a dash: partners of one meeting."""
    between = name[before.end : token.start].strip()
    return between in {"-", "–"} and before.cap and token.cap


def number_of(word: str, before: str) -> int | None:
    """The number a word of a name stands for: year, ordinal in figures, Roman or words."""
    if _YEAR.fullmatch(word):
        return int(word)
    if match := _ORDINAL.fullmatch(word.lower()):
        return int(match[1])
    if _NUMERAL.fullmatch(word):
        total = 0
        for letter, following in zip(word, [*word[1:], ""], strict=True):
            value = _ROMAN[letter]
            total += -value if following and _ROMAN[following] > value else value
        return total
    if before in {"thứ", "lần"}:
        return _NUMBER_WORDS.get(word.lower(), 1 if (before, word) == ("lần", "một") else None)
    return None


def same_event(first: Wording, second: Wording) -> bool:
    """Whether two wordings can name one event, dates aside."""
    if first.kind != second.kind or first.contradicts(second):
        return False
    if _compounds(first) != _compounds(second) and _has_parts(first, second):
        return False
    if _left_over(first, second) and _left_over(second, first):
        return False
    if not first.words or not second.words:
        return not first.words and not second.words and bool(first.ordinals & second.ordinals)
    short, long = sorted((first.words, second.words), key=len)
    if len(short) >= 2 and _opens(short, long):
        return True
    if short == long or _abridges(short, long):
        return True
    union = set(short) | set(long)
    return len(set(short) & set(long)) >= SHARED * len(union)


def other_editions(first: Wording, second: Wording) -> bool:
    """Whether two wordings are one name with two numbers: editions of one conference, or sessions
    of two terms.
    """
    if (first.kind, first.words) != (second.kind, second.words):
        return False
    numbered = bool(first.edition and second.edition) and not first.ordinals & second.ordinals
    return numbered or bool(first.terms and second.terms and not first.terms & second.terms)


def surely_same_event(first: Wording, second: Wording) -> bool:
    """Whether two wordings that can be one event are one without a day that says so.

    Nothing that tells an event from another may be left over on either side, and one must have
    all words of the other.
    """
    if _left_over(first, second) or _left_over(second, first):
        return False
    short, long = sorted((first.words, second.words), key=len)
    if _abridges(short, long) and not _opens(short, long):
        return False
    # counted, as accents are left out: "tỉnh Hà Tĩnh" has one word twice
    return Counter(short) <= Counter(long)


def _left_over(first: Wording, second: Wording) -> bool:
    """Whether the first has an edition or a name where the second has none of it."""
    numbered = bool(first.edition) and not second.ordinals
    return numbered or bool(first.names - _parts(second))


def _parts(wording: Wording) -> frozenset[str]:
    return frozenset(part for word in wording.words for part in word.split("-"))


def _abridges(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``short`` is the opening and the ending of ``long``, two words each at least."""
    if len(short) < 4 or len(short) >= len(long):
        return False
    return any(
        short[:cut] == long[:cut] and short[cut:] == long[cut - len(short) :]
        for cut in range(2, len(short) - 1)
    )


def _compounds(wording: Wording) -> frozenset[str]:
    return frozenset(word for word in wording.words if "-" in word)


def _has_parts(first: Wording, second: Wording) -> bool:
    """Whether one name has alone what the other has as a partner: ASEAN, ASEAN - EU."""
    return any(
        part in other.words
        for one, other in ((first, second), (second, first))
        for compound in _compounds(one)
        for part in compound.split("-")
    )


def _opens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of ``short`` stand in ``long``, in order, from its very beginning."""
    return long[: len(short)] == short
