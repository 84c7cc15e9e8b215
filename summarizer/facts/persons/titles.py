"""Titles, what belongs to them before the name (field, body, country), and titles after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.facts.persons.names import NameReader
from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Token
from summarizer.text.folding import fold

MAX_ROLE = 24
"""Tokens after which the description of an office is given up."""

MAX_BRACKET = 9
"""Tokens of a bracket within the description of an office, with its marks."""

MIN_AFTER_TOWN = 3
"""Words after "thành phố" of which the first is the town and the others a name."""

_DASHES = frozenset("-–—")
_LINKS = frozenset(
    {"của", "tại", "thuộc", "ở", "về"} | {"of", "for", "the", "and", "in", "to", "at", "on"}
)
_AND = frozenset({"và", "and", "&"})
_PLACED = frozenset({"to", "of", "in"})
_ORIGIN = frozenset({"người", "gốc"})
_VERBS = frozenset({"đại diện", "lãnh đạo", "chỉ huy", "cố vấn", "phiên dịch"})
_TO_VERBS = frozenset({"sẽ", "đã", "để", "nhằm", "đang", "phải", "cần", "muốn", "từng"})
_KIN_WORDS = frozenset({"anh", "chị", "em", "cô", "chú", "bé", "bác", "cụ", "cậu", "mẹ", "thầy"})
_REGIONS = frozenset({"bang", "hạt", "vùng"})
_SEATED = frozenset({"có trụ sở tại", "có trụ sở ở"})

_NEWLY = frozenset(
    {
        "vừa nhậm chức",
        "mới nhậm chức",
        "vừa đắc cử",
        "mới đắc cử",
        "sắp mãn nhiệm",
        "tạm quyền",
        "đắc cử",
        "đương nhiệm",
        "mãn nhiệm",
    }
)
"""What may stand between an office and the name of its holder."""

THEN = frozenset(
    f"{when}{copula}"
    for when in ("khi đó", "lúc đó", "khi ấy", "lúc ấy", "lúc bấy giờ", "thời bấy giờ", "thời đó")
    for copula in ("", " là")
)
"""The same of one who held it at the time that is told of."""


@dataclass(slots=True)
class _Reach:
    """How far the description of an office has been read, from ``first`` on."""

    first: int
    position: int
    certain: int
    after_known: int
    inside_body: bool = False


class TitleReader(NameReader):
    """Reads titles; names as its parent does."""

    def title_at(self, position: int) -> tuple[int, str] | None:
        """The end and kind of the title at ``position``, prefixes ("nguyên", "cựu") included."""
        start = position
        if position >= len(self.tokens):
            return None
        if self.tokens[start].low == "quyền" and start and self.tokens[start - 1].low == "chính":
            return None
        while prefix := self.prefixes.get(position):
            known = self.titles.get(position) if position > start else None
            if known and known[1] != "honorific" and known[0] > prefix[0]:
                # "phó cố vấn": here "cố" is no prefix
                break
            position = prefix[0]
            if position - start > 4:
                break
        plain = self.titles.get(start)
        after = self.titles.get(position) if position > start else None
        if plain and (after is None or plain[0] >= after[0]):
            found = plain
        elif after and after[1] != "honorific":
            found = after
        else:
            return None
        if found[0] < len(self.tokens) and self.tokens[found[0]].low == "quán":
            # "đại sứ quán", "tổng lãnh sự quán"
            return None
        if not self._title_stands(start, found):
            return None
        return found

    def _title_stands(self, start: int, found: tuple[int, str]) -> bool:
        token = self.tokens[start]
        if self.english:
            # "under the chair of General Secretary X": who presides, no office
            return token.low != "chair" or self.line.low(start - 2, start) != "under the"
        before = self.tokens[start - 1] if start else None
        if before and before.low in _TO_VERBS and self.line.cut(start, found[0]).lower() in _VERBS:
            # "X sẽ đại diện ông Y dự hội nghị"
            return False
        if before and before.low == "đoàn" and token.low == "đại":
            # "đoàn đại biểu Nước A": nobody's office
            return False
        if found[1] == "honorific" and token.cap and before and before.cap and start > 1:
            # "quận Hai Bà Trưng"
            return False
        if found[1] == "honorific" and token.low in _KIN_WORDS:
            # "Anh" is a country, "em" a brother or sister: a name must follow a small letter.
            sentence_start = start == 0 or not self.tokens[start - 1].word
            if token.cap and not sentence_start and token.low == "anh":
                return False
            speaks = token.low == "cô" and self.lexicon.speech.match(self.tokens, found[0])
            return bool(speaks) or self.is_name_word(found[0])
        return True

    def complement(self, position: int, *, appositive: bool) -> tuple[int | None, int]:
        """Where the name starts after an office, if it does, and where the office surely ends."""
        tokens = self.tokens
        at = _Reach(position, position, position, position)
        while at.position < len(tokens) and at.position - at.first < MAX_ROLE:
            if not tokens[at.position].word:
                step = self._over_mark(at.position, inside_body=at.inside_body)
                if step is None:
                    break
                at.position = step
                if tokens[step - 1].text == ")":
                    at.certain = step
            elif origin := self._origin(at.position):
                at.position = at.after_known = at.certain = origin
            elif self._is_short_country(at.position) or self._is_region(at.position):
                self._past_known(at, at.position + 1)
            else:
                known = self._known(at.position)
                if self._turns(at.position, known):
                    break
                name = self._name_within(at, known, appositive=appositive)
                if self.english and known and self.tokens[at.position - 1].low in _PLACED:
                    # "ambassador to Laos | Le Van Tu"
                    name = None
                if name is not None and (known is None or name > known):
                    if not self._past_owned(at, name, known=known, inner=appositive):
                        return at.position, at.certain
                elif known is not None:
                    self._past_known(at, known)
                elif at.position == at.first and not appositive and self._names_at_once(at.first):
                    return at.position, at.certain
                elif not self._past_plain(at, appositive=appositive):
                    break
        return None, at.certain

    def _is_region(self, position: int) -> bool:
        """Whether one foreign word names a province: "thống đốc tỉnh Gunma", "Tỉnh ủy Gangwon"."""
        token = self.tokens[position]
        if position == 0 or not token.cap or is_syllable(token.text):
            return False
        before = [fold(word.low) for word in self.tokens[max(0, position - 2) : position]]
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        alone = following is None or not following.cap
        return alone and (before[-1] in {"tinh", "bang"} or before == ["tinh", "uy"])

    def _names_at_once(self, position: int) -> bool:
        """Whether the name of the holder begins right after the title."""
        name = self.read_name(position)
        return (
            name is not None
            and self.tokens[position].low not in self.lexicon.not_names
            and self._is_whole(position, name)
        )

    def _past_known(self, at: _Reach, known: int) -> None:
        """Go on over a place, body or field that ends at ``known``."""
        place = self.lexicon.places.match(self.tokens, at.position)
        named = self.tokens[at.position].cap and (not place or place[0] < known)
        at.inside_body = at.inside_body or named
        at.position = at.after_known = known
        if self.tokens[known - 1].low not in _LINKS:
            at.certain = known

    def _past_plain(self, at: _Reach, *, appositive: bool) -> bool:
        """Go on over a word that no list has, and whether the office does go on over it."""
        token = self.tokens[at.position]
        if step := self._aside(at.position):
            if token.low != "có":
                at.after_known = at.position + step
            at.position += step
            return True
        if self._leaves(at.position, joins=at.inside_body or appositive):
            return False
        if token.low in _AND:
            following = self.lexicon.titles.match(self.tokens, at.position + 1)
            if following and (following[1] == "honorific" or self._is_holder(at)):
                # "Thủ tướng Phúc và ông X", "Tổng thống Moon và Thủ tướng X"
                return False
            at.position += 1
            return True
        if not token.cap and not at.inside_body and not appositive:
            return False
        at.position += 1
        if token.cap or appositive:
            at.certain = at.position
        at.inside_body = at.inside_body or token.cap
        return True

    def _is_holder(self, at: _Reach) -> bool:
        """Whether the one word between a title and "và" is a name: nobody's field, land or body."""
        token = self.tokens[at.first]
        return (
            at.position == at.first + 1
            and at.after_known != at.position
            and token.cap
            and token.text.isalpha()
            and not token.text.isupper()
        )

    def _origin(self, position: int) -> int | None:
        """The end of "người Đức", "gốc Việt": where somebody is from."""
        if self.tokens[position].low not in _ORIGIN:
            return None
        land = self.lexicon.places.match(self.tokens, position + 1)
        return land[0] if land else None

    def _past_owned(self, at: _Reach, name: int, *, known: int | None, inner: bool) -> bool:
        """Go on over a name, up to ``name``, that is part of an office, and whether it is: "X,
        phái viên của Y tại Z", "X, giảng viên Đại học Công nghệ Y", "Thống đốc bang A Kevin B".
        """
        before = self.tokens[at.position - 1].low
        if not inner:
            rural = self.tokens[at.position - 2].low == "nông"
            place = before in words_of("names.toml", "districts") and not rural
            if place and is_syllable(self.tokens[at.position].text):
                # "Chủ tịch UBND phường Thạch Quý (X)": two syllables name the place
                two = at.position + 1 < name and is_syllable(self.tokens[at.position + 1].text)
                at.position = at.after_known = at.certain = at.position + 1 + two
                at.inside_body = True
                return True
            # "Thị trưởng thành phố Oslo Kari Lie Dahl": what is left is still a name
            town = before == "phố" and name - at.position >= MIN_AFTER_TOWN
            if (before not in _REGIONS and not town) or known is not None:
                return False
            at.position = at.after_known = at.certain = at.position + 1
            at.inside_body = True
            return True
        lone = name == at.position + 1 and at.position > at.first
        if before != "của" and (not lone or is_syllable(self.tokens[at.position].text)):
            return False
        at.position = at.certain = name
        return True

    def _aside(self, position: int) -> int:
        """Length of what may stand between an office and its holder's name without naming it."""
        for length in (4, 3, 2):
            phrase = phrase_after(self.tokens, position, length)
            if phrase in _SEATED or phrase in _NEWLY or phrase in THEN:
                return length
        return 0

    def _turns(self, position: int, known: int | None) -> bool:
        """Whether a verb of speech or a place of action begins, though the word could go on.

        "Ngoại trưởng X thông tin thêm", but "bộ trưởng thông tin và truyền thông"; "giám đốc WB tại
        diễn đàn", but "đại sứ tại Việt Nam".
        """
        token = self.tokens[position]
        if token.low in {"tại", "ở"} and self._known(position + 1) is None:
            return True
        speech = None if token.cap else self.lexicon.speech.match(self.tokens, position)
        return speech is not None and (known is None or speech[0] > known)

    def _name_within(self, at: _Reach, known: int | None, *, appositive: bool) -> int | None:
        """The end of the name that begins here, within or after the description of an office."""
        position, start, after_known = at.position, at.first, at.after_known
        may_start = (
            not appositive
            or position == start
            or (
                (
                    is_syllable(self.tokens[position].text)
                    or self._after_body(position)
                    or position == after_known
                )
                and not self._named_after(position)
            )
        )
        name = self.strict_name(position) if may_start else None
        listed = appositive and self._is_foreign(position + 1) and self._after_country(position)
        if (
            name is None
            and known is None
            and position == after_known
            and (listed or not appositive)
        ):
            # "Tổng thống Ấn Độ Ram Nath Kovind": a first name built like a syllable
            name = self._run(position) if self.is_name_word(position) else None
            whole = (
                name is not None
                and name - position >= 2
                and (
                    self.lexicon.speech.match(self.tokens, name) is not None
                    or (position > start and self._ends_there(name))
                    # "Thủ tướng Campuchia Hun Sen": no Vietnamese marks, a country before it
                    or (
                        position > start
                        and all(t.text.isascii() for t in self.tokens[position:name])
                    )
                )
            )
            if not whole and not self._is_foreign(position + 1):
                name = None
        return name

    def _leaves(self, position: int, *, joins: bool) -> bool:
        """Whether the description of an office ends before this word."""
        tokens, lexicon = self.tokens, self.lexicon
        token = tokens[position]
        if token.low in _AND:
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            field = following and not following.cap and lexicon.fields.match(tokens, position + 1)
            return (
                not (joins or field)
                or following is None
                or not following.word
                or following.low in lexicon.role_stops
                or lexicon.speech.match(tokens, position + 1) is not None
            )
        if token.cap:
            return False
        return (
            token.low in lexicon.role_stops
            or phrase_after(tokens, position, 2) in words_of("names.toml", "role_stop_phrases")
            or lexicon.events["formal"].match(tokens, position) is not None
            or lexicon.speech.match(tokens, position) is not None
        )

    def _after_country(self, position: int) -> bool:
        """Whether a country stands right before: "X, Ngoại trưởng Thái Lan | Don Y"."""
        lands = (self.lexicon.places.match(self.tokens, max(0, position - n)) for n in (1, 2, 3))
        return any(land == (position, "country") for land in lands)

    def _after_body(self, position: int) -> bool:
        """Whether a body's short form or a bracket stands before: a foreign name may start."""
        before = self.tokens[position - 1].text
        return before == ")" or (before.isupper() and len(before) > 1)

    def _known(self, position: int) -> int | None:
        """The end of a place, body or field that begins here."""
        ends = [
            match[0]
            for phrases in (self.lexicon.organisations, self.lexicon.places, self.lexicon.fields)
            if (match := phrases.match(self.tokens, position))
        ]
        return max(ends) if ends else None

    def _is_short_country(self, position: int) -> bool:
        """Whether a country by one syllable stands before a foreign name: "Tổng thống Hàn Moon"."""
        following = position + 1
        if following >= len(self.tokens) or not self.tokens[position].cap:
            return False
        if self.tokens[position].low not in words_of("names.toml", "short_countries"):
            return False
        longer = self._known(position)
        if longer is not None and longer > following:
            # "Việt Nam", "Ấn Độ"
            return False
        name = self.tokens[following]
        return self.is_name_word(following) and (
            not is_syllable(name.text) or name.low in self.lexicon.korean
        )

    def _over_mark(self, position: int, *, inside_body: bool) -> int | None:
        tokens = self.tokens
        mark = tokens[position].text
        if mark in _DASHES and position + 1 < len(tokens) and position > 0:
            following = tokens[position + 1]
            field = following.word and self.lexicon.fields.match(tokens, position + 1)
            if (
                inside_body
                and tokens[position - 1].word
                and (following.cap or field)
                and not self.lexicon.titles.match(tokens, position + 1)
                and self.strict_name(position + 1) is None
            ):
                return position + 1
            return None
        if (
            mark == "("
            and position + 2 < len(tokens)
            and tokens[position + 1].text.isupper()
            and tokens[position + 2].text == ")"
        ):
            return position + 3
        if mark == "(" and (closed := self._closed_bracket(position)):
            return closed
        if mark == "(" and (land := self.lexicon.places.match(tokens, position + 1)):
            return land[0] + 1 if land[0] < len(tokens) and tokens[land[0]].text == ")" else None
        if mark in {"&", "/"} and inside_body:
            return position + 1
        return None

    def _closed_bracket(self, position: int) -> int | None:
        """The end of a short bracket that opens with a capital: "Trưởng ban (HĐND tỉnh) X"."""
        tokens = self.tokens
        for end in range(position + 2, min(len(tokens), position + MAX_BRACKET)):
            if tokens[end].text == ")":
                inner = tokens[position + 1]
                titled = any(self.title_at(at) for at in range(position + 1, end))
                return end + 1 if inner.cap and not titled else None
            if not tokens[end].word:
                return None
        return None


def phrase_after(tokens: Sequence[Token], position: int, length: int) -> str:
    """The ``length`` tokens from ``position`` on, lower-cased."""
    return " ".join(token.low for token in tokens[position : position + length])
