"""Marks inside a name of an event: dashes, commas, quotations and brackets that it goes on over."""

from __future__ import annotations

import re

from summarizer.facts.events.borders import ROMAN, Borders, fields
from summarizer.facts.events.mention import MAX_NAME
from summarizer.facts.events.telling import SESSIONS, hearing_at
from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.syllables import is_syllable

DASHES = frozenset("-–—")
_ASSEMBLIES = ("quốc hội", "hđnd", "hội đồng nhân dân", "ban chấp hành", "bch")
"""Who meets, by number and term, in small letters."""
_TO_TERM = 6
"""Tokens between them and the word for the term: "HĐND TP X khóa 9"."""
MAX_LISTED = 5
"""Tokens of the second item of a list inside a name."""

_TO_COMMA = 5
"""Tokens before the comma in the field of an office."""

_ALIAS = re.compile(
    r"^(?:gọi tắt là|viết tắt là|sau đây gọi là|tên tiếng anh:?|tiếng anh:?|hereinafter)\s+",
    re.IGNORECASE,
)

_SHORT = re.compile(r"[A-Z][\w+&]*(?: ?[-–]? ?(?:[A-Z][A-Z\d&]*|\d+)\b| ?\+)*")
"""A short name in brackets: (ADMM 10), (WEF - ASEAN 2018), (P 4G)."""


class Marks(Borders):
    """Which marks a name goes on over, and the short names that brackets give."""

    def _over_mark(self, start: int, position: int, aliases: list[str]) -> int | None:
        tokens = self.tokens
        mark = tokens[position].text
        if mark in DASHES:
            if position + 1 < len(tokens) and tokens[position + 1].word:
                after, before = tokens[position + 1], tokens[position - 1]
                tight = before.end == tokens[position].start or after.start == tokens[position].end
                named = before.cap or tight or self._is_in_body(start, position)
                names = after.cap and before.word and named
                numbers = after.text[0].isdigit() and (
                    before.text[-1].isdigit() or before.text in {"G", "P"}
                )
                if self._halves_of_name(position):
                    return position + 2
                if self._parts_fields(position):
                    return position + 1
                if (names or numbers) and not self._is_office(position + 1):
                    return position + 1
            return None
        if mark == "," and (end := self._field_end(start, position)) is not None:
            return end
        if mark == "," and self._lists_partners(start, position):
            return position + 1
        if mark == "," and hearing_at(self.line, start) == "chất vấn":
            return position + 1 if self._parts_offices(start, position) else None
        if mark == ",":
            name = self.line.cut(start, position).lower()
            if any(word in name for word in ("tổng kết", "sơ kết", "triển khai", "công tác")) and (
                self._continuation(position + 1)
            ):
                return position + 1
            if self._lists(start, position):
                return position + 1
            following = tokens[position + 1].low if position + 1 < len(tokens) else ""
            if following in {"khóa", "lần", "nhiệm"} and (
                any(c.isdigit() or c.isupper() for c in name[8:]) or self._is_edition(position)
            ):
                return position + 1
            if self._is_assembly_after(start, position):
                return position + 1
            return None
        if mark in {'"', "“", "«", "'", "‘"} and not self.line.inside[position - 1]:
            for end in range(position + 1, min(position + 26, len(tokens))):
                if tokens[end].text in {'"', "”", "»", "'", "’"}:
                    return end + 1
            return None
        if mark == "(":
            return self._over_bracket(position, aliases)
        if mark in {"&", "/", "+"} and position + 1 < len(tokens):
            return position + 1
        if mark == "." and position + 1 < len(tokens) and tokens[position + 1].cap:
            # "Hội Lương thực TP. X": the sentence does not end there
            return position + 1 if tokens[position - 1].text.upper() == "TP" else None
        return None

    def _parts_offices(self, start: int, comma: int) -> bool:
        """Whether two offices of one person stand beside a comma: "phiên chất vấn Phó Thủ tướng, Bộ
        trưởng X".
        """
        before = any(
            (title := self.lexicon.titles.match(self.tokens, at)) and title[0] == comma
            for at in range(start + 3, comma)
        )
        return before and self._is_cap(comma + 1) and self._is_office(comma + 1)

    def _field_end(self, start: int, comma: int) -> int | None:
        """Where the field of an office ends that has a comma in it: "Bộ trưởng Văn hóa, Thể thao và
        Du lịch".
        """
        for at in range(comma - 1, max(start, comma - _TO_COMMA), -1):
            hit = self.lexicon.fields.match(self.tokens, at) if self.tokens[at].cap else None
            if hit and hit[0] > comma:
                return hit[0]
        return None

    def _is_assembly_after(self, start: int, comma: int) -> bool:
        """Whether the comma parts the number of a session from whose it is: "kỳ họp thứ 6, Quốc hội
        khóa XIV"; "kỳ họp thứ 6, Quốc hội đã …" goes on with what that does.
        """
        end = comma + 1
        for first in _ASSEMBLIES:
            if self.line.low(end, end + len(first.split())) == first:
                end += len(first.split())
                break
        else:
            return False
        term = " khóa " in f" {self.line.low(end, min(len(self.tokens), end + _TO_TERM))} "
        counted = self.tokens[start].low in SESSIONS or first.startswith(("ban", "bch"))
        return counted and term and self._is_edition(comma)

    def _is_in_body(self, start: int, position: int) -> bool:
        """Whether a dash stands in the name of a body: "giữa Bộ Thông tin - Truyền thông và …"."""
        lows = [token.low for token in self.tokens[start:position]]
        near = self.tokens[max(start, position - 4) : position]
        return "giữa" in lows and any(
            token.cap and token.low in words_of("events.toml", "first_of_bodies") for token in near
        )

    def _lists(self, start: int, comma: int) -> bool:
        """Whether a comma goes on with a list in the name: "X, Y, Z", "sản xuất, sử dụng và …"."""
        tokens = self.tokens
        position = comma + 1
        place = self.lexicon.places.match(tokens, position)
        if place and tokens[position].cap and tokens[comma - 1].cap:
            if self._is_address(comma, place):
                return False
            link = tokens[place[0]].low if place[0] < len(tokens) else ""
            if link == "," and tokens[comma - 1].low != link:
                return self.lexicon.places.match(tokens, place[0] + 1) is not None
            if link in {"và", "-", "–"}:
                return self.lexicon.places.match(tokens, place[0] + 1) is not None
            # the last of a list that is already under way
            return any(token.text == "," for token in tokens[start:comma])
        before, first = tokens[comma - 1], tokens[min(position, len(tokens) - 1)]
        if self._lists_fields(comma) or self._lists_tasks(start, comma):
            return True
        if first.word and not first.cap and "nhằm" in self._lows_from(start, comma):
            # "bàn giải pháp nhằm ổn định, thúc đẩy …"
            return not self._ends(position)
        if before.cap or before.text[0].isdigit() or first.low in {"các", "những", "một", "với"}:
            return False
        if self.line.low(comma - 2, comma) == "mở rộng":
            # "Hội nghị X mở rộng, sáng kiến về …": nothing is listed
            return False
        for at in range(position, min(position + MAX_LISTED, len(tokens))):
            if tokens[at].low == "và":
                return at > position and at + 1 < len(tokens) and not tokens[at + 1].cap
            if tokens[at].low == "về" and at > position:
                # "hoàn thiện thể chế, chính sách về nhà ở"
                return "về" not in self._lows_from(start, comma)
            if not tokens[at].word or tokens[at].cap or self._stops(start, at):
                return False
        return False

    def _is_address(self, comma: int, place: tuple[int, str]) -> bool:
        """Whether town and country follow where a name ends with its town: "X Munich, Đức"."""
        tokens = self.tokens
        again = tokens[comma - 1].low == tokens[comma + 1].low
        before = [
            hit[1]
            for length in (1, 2, 3)
            if comma >= length
            and (hit := self.lexicon.places.match(tokens, comma - length))
            and hit[0] == comma
        ]
        return again or (place[1] == "country" and bool(before) and "country" not in before)

    def _lists_fields(self, comma: int) -> bool:
        """Whether two fields stand beside the comma and the name goes on: "kinh tế, thương mại"."""
        tokens = self.tokens
        after = fields().match(tokens, comma + 1)
        if after is None or tokens[comma + 1].cap or after[0] >= len(tokens):
            return False
        if not any(
            (before := fields().match(tokens, comma - length)) and before[0] == comma
            for length in (1, 2, 4)
            if comma >= length
        ):
            return False
        return tokens[after[0]].word or tokens[after[0]].text == ","

    def _lists_tasks(self, start: int, comma: int) -> bool:
        """Whether the name of a committee goes on with what else it is there for: "Ban Chỉ đạo xử
        lý tồn tại, yếu kém của …".
        """
        tokens = self.tokens
        committee = any(
            token.cap and token.low in {"ban", "tổ", "ủy", "hội"} for token in tokens[start:comma]
        )
        if not committee or tokens[comma - 1].cap or not tokens[comma - 1].word:
            return False
        for at in range(comma + 1, min(comma + MAX_LISTED + 3, len(tokens))):
            if tokens[at].low in {"của", "về"} and at > comma + 1:
                return True
            if tokens[at].text == ",":
                return at > comma + 1 and self._lists_tasks(start, at)
            if not tokens[at].word or tokens[at].cap or self._stops(start, at):
                return False
        return False

    def _parts_fields(self, dash: int) -> bool:
        """Whether a dash joins two fields: "kinh tế - xã hội"."""
        before = fields().match(self.tokens, dash - 2) if dash > 1 else None
        return (
            before is not None
            and before[0] == dash
            and (fields().match(self.tokens, dash + 1) is not None)
        )

    def _lists_partners(self, start: int, comma: int) -> bool:
        """Whether the comma parts partners after "giữa … với": "giữa ASEAN với Nga, EU và Úc"."""
        tokens = self.tokens
        lows = [token.low for token in tokens[start:comma]]
        if "giữa" not in lows or "với" not in lows or not tokens[comma - 1].cap:
            return False
        known = self.lexicon.places.match(tokens, comma + 1) or self.lexicon.organisations.match(
            tokens, comma + 1
        )
        return known is not None and tokens[comma + 1].cap

    def _halves_of_name(self, position: int) -> bool:
        """Whether a dash parts two halves of a foreign name: "Shangri - la"."""
        before, after = self.tokens[position - 1], self.tokens[position + 1]
        foreign = before.cap and not before.text.isupper() and not is_syllable(before.text)
        return (
            foreign and not after.cap and is_syllable(after.text) and not self._ends(position + 1)
        )

    def _over_bracket(self, position: int, aliases: list[str]) -> int | None:
        tokens = self.tokens
        close = next(
            (
                at
                for at in range(position + 1, min(position + 16, len(tokens)))
                if tokens[at].text == ")"
            ),
            None,
        )
        if close is None:
            return None
        content = self.line.cut(position + 1, close)
        short = _ALIAS.sub("", content)
        if short != content:
            aliases.append(short)
            return None
        following = tokens[close + 1] if close + 1 < len(tokens) else None
        if self._is_kind_again(position + 1, close):
            # "kỳ họp thứ 8 (kỳ họp bất thường) HĐND TP X"
            return close + 1 if following is not None and following.cap else None
        if self._shortens_end(position, content) and following is not None and following.word:
            over = self._stops(position, close + 1) or following.low in {"lần", "năm", "khóa"}
            if not (over or following.cap):
                return close + 1
        if content.isupper() and following is not None and following.low in {"về", "và"}:
            # "… cấp cao (SOM) về …", "… của các bên (DOC) và tham vấn …": the name goes on
            if following.low == "về" and not aliases:
                aliases.append(content)
            return close + 1 if following.low == "về" or "về" in self._lows(position) else None
        if _SHORT.fullmatch(content) and any(c.isupper() or c.isdigit() for c in content[1:]):
            aliases.append(content)
            if following is not None and following.cap and following.text[0].isalpha():
                known = self.lexicon.places.match(tokens, close + 1)
                if known or self.lexicon.organisations.match(tokens, close + 1):
                    # "quan chức cấp cao (SOM) ASEAN - Trung Quốc"
                    return close + 1
            if following is not None and (
                following.low in {"lần", "năm", "khóa", "thường"}
                or following.text.isdigit()
                or ROMAN.match(following.text)
            ):
                return close + 1
            if following is not None and following.text in DASHES:
                # "quỹ X (IMF) - Ngân hàng Y": the second organiser follows
                second = self.tokens[close + 2] if close + 2 < len(tokens) else None
                return close + 2 if second is not None and second.cap else None
            return None
        return None

    def _is_kind_again(self, start: int, end: int) -> bool:
        """Whether a bracket only says what sort of session it is."""
        kind = self.lexicon.events["formal"].match(self.tokens, start)
        return kind is not None and not any(token.cap for token in self.tokens[start:end])

    def _shortens_end(self, bracket: int, content: str) -> bool:
        """Whether a bracket abbreviates the last words only: "Đồng bằng sông Cửu Long (ĐBSCL)"."""
        first = bracket - len(content)
        if not content.isalpha() or not content.isupper() or len(content) < 3 or first < 1:
            return False
        words = self.tokens[first:bracket]
        own = self.lexicon.events["formal"].match(self.tokens, first)
        return own is None and "".join(token.text[0].upper() for token in words) == content

    def _lows(self, position: int) -> list[str]:
        return [token.low for token in self.tokens[max(0, position - MAX_NAME) : position]]
