"""Chains of titles before a name: "Phó Thủ tướng, Bộ trưởng X", and where one belongs to another
person than the next.
"""

from __future__ import annotations

from summarizer.facts.persons.bare_names import BareNameReader, tokens_at
from summarizer.facts.words.lexicon import words_of

_HEADS = frozenset({"tổng thống", "thủ tướng", "quốc vương"})

SOME = frozenset({"một", "nhiều", "vài", "mấy", "a", "an", "several", "some"})
"""Words before an office that is nobody's by name."""

_ASKERS = frozenset({"phóng", "nhà", "pv"})
"""First words of the trade of who asks: "phóng viên", "nhà báo"."""


class ChainReader(BareNameReader):
    """Reads how titles follow each other; bare names as its parent does."""

    def _past_asker(self, start: int, office: int) -> int:
        """Where a chain that leads to an ``office`` begins: "phóng viên TTXVN, | Bộ trưởng X" are
        two people, of whom the second speaks.
        """
        return office if self.tokens[start].low in _ASKERS else start

    def _next_link(
        self, certain: int, kind: str, first: int
    ) -> tuple[int | None, tuple[int, str] | None]:
        """Where the next title of a chain begins, and the title: "Phó Thủ tướng, Bộ trưởng X",
        "nhà thơ và nhà báo X".
        """
        at = self._chained(certain)
        both = at is None and kind == "trade" and tokens_at(self.tokens, certain) == "và"
        if both:
            at = certain + 1
        following = None if at is None else self.title_at(at)
        if at is not None and self._is_second_head(first, certain, at):
            return None, None
        if following and following[1] == "office" and self._is_anybody(first, certain):
            return None, None
        named = first and self.tokens[first - 1].text in {"Các", "Những"}
        if following and following[1] == "honorific" and named:
            # "tại Hội nghị Các Tổng giám đốc A, ông X": the meeting's name
            return None, None
        if both and following and following[1] != "trade":
            return None, None
        bare = kind == "trade" and self.tokens[certain - 1].low == self.tokens[certain - 1].text
        if bare and following and following[1] == "honorific":
            # "của người dân, bà X nói"
            return None, None
        return at, following

    def _is_second_head(self, first: int, end: int, second: int) -> bool:
        """Whether two heads of states are named: "Theo Thủ tướng Đức, Tổng thống X …", "Nhận lời
        mời của Chủ tịch nước, Nhà vua X …".
        """
        royal = words_of("names.toml", "royal_titles")
        crowned = [
            any(self.line.low(at, at + length) in royal for length in (1, 2))
            for at in (first, second)
        ]
        if crowned[0] != crowned[1] and not self.english:
            return True
        heads = [self.line.cut(at, at + 2).lower() for at in (first, second)]
        led = end - first > 2 and self.line.cut(end, end + 1) == ","
        return led and all(head in _HEADS for head in heads)

    def _is_anybody(self, first: int, comma: int) -> bool:
        """Whether an office before a comma is that of many and says of which with no name: "gặp các
        lãnh đạo chính trị, Tổng thống X …".
        """
        tokens = self.tokens
        general = " ".join(token.low for token in tokens[first : first + 2])
        led = tokens[first].low == "lãnh" or general in {"nhà lãnh", "quan chức"}
        named = any(token.cap for token in tokens[first + 1 : comma])
        return led and not named and comma < len(tokens) and tokens[comma].text == ","

    def _is_school(self, name: int) -> bool:
        """Whether a school, and nobody, has the name that begins here: "giáo sư tại Đại học X"."""
        two = " ".join(token.low for token in self.tokens[max(0, name - 2) : name])
        return two in {"đại học", "học viện", "trường đh"}

    def _past_others(self, start: int, role_start: int, role_end: int) -> tuple[int, int]:
        """Where a role really begins: "các quan chức A và thậm chí chính | Tổng thống X"."""
        for position in range(role_end - 1, role_start, -1):
            before = self.tokens[position - 1].low
            inner = self.title_at(position) if before in {"chính", "cả"} else None
            if inner and inner[1] == "office":
                return position, position
        nobody = role_start > 0 and self.tokens[role_start - 1].low in SOME
        commas = [at for at in range(role_start, role_end) if self.tokens[at].text == ","]
        if nobody and commas and self.title_at(commas[-1] + 1):
            # "theo một quan chức cấp cao, Tổng thống X": who is not named is somebody else
            return commas[-1] + 1, commas[-1] + 1
        return start, role_start

    def _leads_another(self, comma: int) -> bool:
        """Whether a form of address and a name follow: an office before them is theirs."""
        tokens = self.tokens
        if comma + 1 >= len(tokens) or tokens[comma].text != ",":
            return False
        title = self.title_at(comma + 1)
        return bool(title and title[1] == "honorific" and self.is_name_word(title[0]))
