"""Names without a title before them: by their look, by an explanation or an age after them.

A name is taken where it begins with a Vietnamese or Chinese family name and has three syllables or
more; shorter and foreign ones are *weak*: they count only if the same name has better evidence
elsewhere in the article, or if it speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from summarizer.facts.persons.appointments import is_former, office_given, without_day
from summarizer.facts.persons.appositions import COPULAS, AppositionReader
from summarizer.facts.persons.body_names import past_body_name
from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Token

_LINKING = frozenset(
    {"của", "do", "được", "bị", "từ", "với", "là", "cho", "cùng", "theo", "khi", "bởi"}
)

MIN_AGED = 2
"""Words of a name that an age shows to be a person's: "Yuri Borisov, 61 tuổi"."""

MAX_FIRM = 12
"""Words from "hãng", "tờ báo" to the name of it."""

LONGEST_EXPLAINED = 5
"""Tokens of a foreign name, hyphens counted, that only its explanation shows to be one."""


class Evidence(StrEnum):
    """What shows that a name is a person's."""

    TITLE = "title"
    HONORIFIC = "honorific"
    BARE = "bare"
    WEAK = "weak"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person seen in a line, by name or only by office or pronoun (``name`` is ``""``).

    ``start`` and ``end`` are the tokens of the whole phrase, ``name_start`` and ``name_end`` those
    of the name; ``role`` is the office as far as it is certain, in a reference. ``peer`` is the
    country of a "người đồng cấp", whose office is that of who stands before;
    ``owned`` tells that a reference is somebody's assistant or envoy. ``given`` is the office that
    the sentence says is given ("được bầu làm …"), and ``former`` that the role is an earlier one.
    """

    start: int
    end: int
    name: str
    evidence: Evidence
    name_start: int = 0
    name_end: int = 0
    role: str = ""
    honorific: str = ""
    peer: str = ""
    owned: bool = False
    given: str = ""
    former: bool = False


def tokens_at(tokens: Sequence[Token], position: int) -> str:
    """The lower-case word at a position, ``""`` beyond the end."""
    return tokens[position].low if position < len(tokens) else ""


class BareNameReader(AppositionReader):
    """Reads bare names; what explains them as its parent does."""

    def read_bare(self, position: int) -> Sighting | None:
        if not self.is_name_word(position):
            return None
        if self._named_after(position):
            past = position + 1
            while self.is_name_word(past):
                past += 1
            self.thing_until = self._run(position) or past
            return None
        if position < self.thing_until:
            return None
        tokens, lexicon = self.tokens, self.lexicon
        if tokens[position - 1].low in {"ở", "tại"} and position and not self.english:
            # "khách sạn ở Lý Thường Kiệt": a street
            return None
        if position in self.places and not self._is_surname(position):
            return None
        for found in (self.organisations, self.places):
            match = found.get(position)
            if match and (match[0] - position > 1 or not is_syllable(tokens[position].text)):
                return None
        if self._of_firm(position):
            return None
        if (body := past_body_name(self.line, position, lexicon)) is not None:
            self.thing_until = body
            return None
        end = self.strict_name(position)
        thing = self.tokens[position].low in lexicon.not_after
        if end is None and (self.english or (self._is_foreign(position + 1) and not thing)):
            # "Son said": a family name alone, if the article has the full one; "Ben Rhodes": the
            # first name happens to be built like a Vietnamese syllable.
            end = self._run(position)
        if not self.english and not thing:
            explained = self._explained(position)
            end = explained if end is None or (explained or 0) > end else end
        if end is None:
            return None
        if position and tokens[position - 1].text == "(" and tokens_at(tokens, end) == ")":
            # "Tập đoàn X (Viettel)": a short form
            return None
        length = end - position
        first = tokens[position]
        vietnamese = is_syllable(first.text) and all(
            is_syllable(token.text) for token in tokens[position:end]
        )
        own = first.low in lexicon.surnames
        after, role = self.apposition(end)
        evidence = Evidence.WEAK
        aged = self._is_aged(end)
        if role:
            evidence = Evidence.TITLE
        elif aged and length >= MIN_AGED:
            evidence = Evidence.HONORIFIC
        elif not self.english and vietnamese and length >= 3 and (own or length == 3):
            evidence = Evidence.BARE
        named_to = "" if role or not self.english else self._named_to(position, end)
        if named_to:
            evidence = Evidence.TITLE
        return Sighting(
            position,
            after if role else end,
            self.line.cut(position, end),
            evidence,
            position,
            end,
            role or named_to,
            given=named_to or self.given(end, after),
            former=bool(role) and is_former(self.line, end, COPULAS),
        )

    def given(self, end: int, after: int) -> str:
        """The office said to be given to whose name ends at ``end``, or ``""``; what explains the
        name ends at ``after``.
        """
        for at in sorted({end, after}):
            if office_given(self.line, at, english=self.english) is not None:
                return self.apposition(at)[1]
        return ""

    def _is_aged(self, end: int) -> bool:
        """Whether an age follows the name: "X, 61 tuổi", "Tran Van Lam, 54, was …"."""
        mark, years, closing = (tokens_at(self.tokens, end + after) for after in range(3))
        if not years.isdigit() or mark not in {",", "("}:
            return False
        return closing == "," if self.english else closing == "tuổi"

    def _named_to(self, start: int, end: int) -> str:
        """The office that an English sentence gives to whom it names: "elected Tran Van Lam as
        prime minister", "the appointment of Tran Van Lam as prime minister".
        """
        giving = words_of("persons.toml", "appointing_en")
        before = self.line.low(start - 1, start)
        noun = self.line.low(start - 2, start) in words_of("persons.toml", "appointment_of")
        if not (noun or before in giving) or tokens_at(self.tokens, end) != "as":
            return ""
        at = end + 1
        while tokens_at(self.tokens, at) in {"the", "its", "a", "an", "new"}:
            at += 1
        office = self.office_from(at) if at < len(self.tokens) else None
        if office is None:
            return ""
        return without_day(self.line.cut(at, office[0]), english=True)

    def _of_firm(self, position: int) -> bool:
        """Whether a foreign name belongs to a firm or paper a few words before: "hãng bia lớn nhất
        nước A San B".
        """
        if is_syllable(self.tokens[position].text) or self.tokens[position - 1].low == "và":
            return False
        firms = words_of("names.toml", "firms")
        for at in range(position - 1, max(0, position - MAX_FIRM) - 1, -1):
            token = self.tokens[at]
            if not token.word or token.low in _LINKING:
                return False
            if token.low in firms or f"{token.low} {self.tokens[at + 1].low}" in firms:
                return True
        return False

    def _explained(self, position: int) -> int | None:
        """The end of a short foreign name that opens a clause and is explained by an office:
        "Hong Min, nhà phân tích thuộc Viện X, nói …".
        """
        tokens = self.tokens
        if position and tokens[position - 1].text not in {",", '"', "”", "-", "–", ":"}:
            return None
        end = self._run(position)
        if end is not None and tokens_at(tokens, end) == "-":
            # "Wi Sung - rak"
            half = tokens_at(tokens, end + 1)
            end += 2 if half.isascii() and half.isalpha() else 0
        if end is None or not 2 <= end - position <= LONGEST_EXPLAINED:
            return None
        if end >= len(tokens) or tokens[end].text != ",":
            return None
        after, role = self.apposition(end)
        return end if role and self._closed(end, after) else None

    def skip(self, position: int) -> int:
        """The next position worth reading: after the place or body that begins here."""
        ends = [
            match[0]
            for found in (self.organisations, self.places)
            if (match := found.get(position)) and self.tokens[position].cap
        ]
        if ends:
            return max(*ends, position + 1)
        if self.is_name_word(position) and (end := self._run(position)) and end - position > 1:
            if is_syllable(self.tokens[position].text):
                return position + 1
            # behind the name of a body that of who leads it may stand
            return self.thing_until if position < self.thing_until < end else end
        return position + 1

    def _closed(self, start: int, end: int) -> bool:
        """Whether an apposition that a comma opened is closed by a mark."""
        if self.tokens[start].text != ",":
            return True
        return end >= len(self.tokens) or not self.tokens[end].word
