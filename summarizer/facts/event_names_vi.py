"""Vietnamese names of events: an event noun and what follows it, cut at the right word.

A name begins at an event noun ("hội nghị", "diễn đàn", "kỳ họp") and goes on over capitalised
words, numbers, ordinals, years, "của …", "về …", "giữa …" and what "và" joins on, until a word of
``events.toml`` (stops), a verb of speech, a date, a place adverbial or a mark ends it. Quoted
titles belong to it; a comma does only before a second half such as "phương hướng công tác …".
"""

from __future__ import annotations

import re
from itertools import pairwise

from summarizer.facts.event_borders import ROMAN, Borders, bodies_by_name, fields, sorts
from summarizer.facts.event_mention import MAX_NAME, EventMention, trim
from summarizer.facts.event_names_en import read_english
from summarizer.facts.event_short_names import read_short_name
from summarizer.facts.event_telling import has_short_name, is_telling
from summarizer.facts.lexicon import words_of
from summarizer.facts.syllables import is_syllable

_DASHES = frozenset("-–—")
MAX_LISTED = 5
"""Tokens of the second item of a list inside a name."""

_ALIAS = re.compile(
    r"^(?:gọi tắt là|viết tắt là|sau đây gọi là|tên tiếng anh:?|tiếng anh:?|hereinafter)\s+",
    re.IGNORECASE,
)

_SHORT = re.compile(r"[A-Z][\w+&]*(?: ?[-–]? ?(?:[A-Z][A-Z\d&]*|\d+)\b| ?\+)*")
"""A short name in brackets: (ADMM 10), (WEF - ASEAN 2018), (P 4G)."""


class Reader(Borders):
    """Reads the names of one line; English ones by :func:`read_english`."""

    def read(self, position: int) -> EventMention | None:
        if self.english:
            return read_english(self.number, self.line, position, self.date_starts, self.lexicon)
        head = self._head(position)
        if head is None:
            return read_short_name(self.number, self.line, position, self.lexicon)
        if (inner := self._proper_inside(position, head)) is not None:
            position = inner
            head = self._head(position) or head
        end, aliases = self._extend(position, head)
        end = trim(self.tokens, head, end)
        name = self.line.cut(position, end)
        telling = is_telling(self.line, position, head, end, self.lexicon)
        return EventMention(
            self.number,
            position,
            end,
            head,
            name,
            telling or has_short_name(self.line, position, head, end, aliases),
            aliases,
        )

    def _proper_inside(self, start: int, head: int) -> int | None:
        """Where the proper name begins in "diễn đàn an ninh khu vực Đối thoại X"."""
        if self.tokens[start].cap or self.tokens[start].low not in {"diễn", "hội"}:
            return None
        at = head
        while at < len(self.tokens) and (hit := sorts().match(self.tokens, at)):
            at = hit[0]
        proper = at < len(self.tokens) and self.tokens[at].cap
        if self.tokens[start].low == "hội" and (head - start > 2 or at > head):
            # "hội nghị cấp cao Diễn đàn X" is the summit of a body
            return None
        return at if proper and self._head(at) is not None else None

    def _head(self, position: int) -> int | None:
        body = self.lexicon.organisations.match(self.tokens, position)
        before = self.tokens[position - 1].low if position else ""
        if before == "tịch" and body:
            return None
        if before in words_of("events.toml", "led_bodies") and self.tokens[position].cap and body:
            # "giám đốc điều hành Diễn đàn X": the forum is the body that somebody leads
            return None
        match = self.lexicon.events["formal"].match(self.tokens, position)
        if match is None or bodies_by_name().match(self.tokens, position):
            return None
        following = self.tokens[match[0]] if match[0] < len(self.tokens) else None
        # Đại lễ đường; "cơ hội | thảo luận"
        is_hall = following is not None and following.low in {"đường", "luận"}
        if is_hall or self._is_session_of(position, match[0]):
            return None
        for length in (4, 3, 2, 1):
            before = self.line.low(position - length, position)
            if before in words_of("events.toml", "parts"):
                return None
        low = self.tokens[position].low
        if low == "diễn" and self._is_author(position):
            return None
        if low == "đối" and following is not None and following.low in {"với", "và"}:
            return None
        if (
            self.line.cut(position, match[0]).lower() == "đại hội đồng"
            and position
            and (self.tokens[position - 1].low in {"tịch", "của"})
        ):
            return None
        return match[0]

    def _is_author(self, position: int) -> bool:
        """Whether a forum is the body that has written or is led: "báo cáo của Diễn đàn X"."""
        if position < 2:
            return False
        if not self.tokens[position].cap:
            return self.tokens[position - 1].low == "trên"
        before = [token.low for token in self.tokens[max(0, position - 5) : position]]
        if before[-1] in {"theo", "trên"}:
            # "phát biểu trên diễn đàn Quốc hội": the floor of a body
            return True
        if before[-1] == "," and self._is_among_bodies(position):
            return True
        if before[-1] == "của":
            before.pop()
        named = words_of("events.toml", "reports_of")
        return (
            any(" ".join(before[-length:]) in named for length in (1, 2, 3)) or ")" in before[-1:]
        )

    def _is_among_bodies(self, position: int) -> bool:
        """Whether a list of organisations goes on: "các tổ chức quốc tế như X (WB), Diễn đàn Y"."""
        lows = [token.low for token in self.tokens[max(0, position - 30) : position]]
        pairs = {f"{one} {two}" for one, two in pairwise(lows)}
        listed = {"như", "gồm", "là"} & set(lows)
        return "thành viên" in pairs or (bool(listed) and "tổ chức" in pairs)

    def _is_session_of(self, start: int, end: int) -> bool:
        """Whether this is the opening or a plenary of an event that is named next."""
        if self.tokens[start].low != "phiên":
            return False
        if " ".join(token.low for token in self.tokens[end : end + 2]) == "toàn thể":
            end += 2
        if end < len(self.tokens) and self.tokens[end].low == "của":
            end += 1
        inner = self.lexicon.events["formal"].match(self.tokens, end)
        if inner is None or not self.tokens[end].cap:
            return False
        # the General Assembly is a body: a session of it is the event
        return self.line.cut(end, inner[0]).lower() != "đại hội đồng"

    def _extend(self, start: int, position: int) -> tuple[int, tuple[str, ...]]:
        tokens = self.tokens
        head = position
        aliases: list[str] = []
        while position < len(tokens) and position - start < MAX_NAME:
            token = tokens[position]
            if token.start in self.date_starts:
                break
            if self._is_over(head, position):
                break
            if not token.word:
                step = self._over_mark(start, position, aliases)
                if step is None:
                    break
                position = step
                continue
            if token.low in {"và", "and", "&"}:
                if not self._joins(start, position + 1):
                    break
                position += 1
                continue
            if token.low == "giữa" and self._is_summit(start):
                end = self._between_leaders(position + 1)
                if end is not None:
                    position = end
                    break
            if token.low == "giữa" and not self._among_bodies(position + 1):
                break
            if token.low in {"của", "về", "giữa"}:
                following = tokens[position + 1] if position + 1 < len(tokens) else None
                if token.low == "của" and following is not None and self._is_person(position + 1):
                    # "bài phát biểu tại Hội nghị X của Tổng bí thư"
                    break
                if following is None or following.low in {
                    "ông",
                    "bà",
                    "tôi",
                    "họ",
                    "mình",
                    "chúng",
                    "này",
                }:
                    break
                position += 1
                continue
            if token.cap and (known := self.lexicon.organisations.match(tokens, position)):
                # whatever stands in the name of a body ends no name: "Phong trào không liên kết"
                position = known[0]
                continue
            if self._stops(start, position):
                if self._goes_on(start, head, position):
                    position += 1
                    continue
                break
            position += 1
        return position, tuple(aliases)

    def _between_leaders(self, position: int) -> int | None:
        """The end of "Tổng thống X và nhà lãnh đạo Y" after "thượng đỉnh giữa"."""
        tokens = self.tokens
        joined = False
        last = None
        until = min(len(tokens), position + MAX_NAME)
        while position < until:
            token = tokens[position]
            title = self.lexicon.titles.match(tokens, position)
            place = self.lexicon.places.match(tokens, position)
            if title or place:
                position = max(hit[0] for hit in (title, place) if hit)
                last = position
            elif token.low == "và" and not joined:
                joined = True
                position += 1
            elif token.cap or (token.text in _DASHES and position + 1 < until):
                position += 1
                if token.cap:
                    last = position
            elif token.low in {"nhà", "lãnh", "đạo"} or tokens[position - 1].text in _DASHES:
                position += 1
                last = position if tokens[position - 2].text in _DASHES else last
            else:
                break
        return last if joined else None

    def _over_mark(self, start: int, position: int, aliases: list[str]) -> int | None:
        tokens = self.tokens
        mark = tokens[position].text
        if mark in _DASHES:
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
        if mark == "," and self._lists_partners(start, position):
            return position + 1
        if mark == ",":
            name = self.line.cut(start, position).lower()
            if any(word in name for word in ("tổng kết", "sơ kết", "triển khai", "công tác")) and (
                self._continuation(position + 1)
            ):
                return position + 1
            if self._lists(start, position):
                return position + 1
            following = tokens[position + 1].low if position + 1 < len(tokens) else ""
            if following in {"khóa", "lần"} and any(c.isdigit() or c.isupper() for c in name[8:]):
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
        return None

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
            link = tokens[place[0]].low if place[0] < len(tokens) else ""
            if link == "," and tokens[comma - 1].low != link:
                return self.lexicon.places.match(tokens, place[0] + 1) is not None
            if link in {"và", "-", "–"}:
                return self.lexicon.places.match(tokens, place[0] + 1) is not None
            # the last of a list that is already under way
            return any(token.text == "," for token in tokens[start:comma])
        before, first = tokens[comma - 1], tokens[min(position, len(tokens) - 1)]
        if self._lists_fields(comma):
            return True
        if first.word and not first.cap and "nhằm" in self._lows_from(start, comma):
            # "bàn giải pháp nhằm ổn định, thúc đẩy …"
            return not self._ends(position)
        if before.cap or before.text[0].isdigit() or first.low in {"các", "những", "một", "với"}:
            return False
        for at in range(position, min(position + MAX_LISTED, len(tokens))):
            if tokens[at].low == "và":
                return at > position and at + 1 < len(tokens) and not tokens[at + 1].cap
            if not tokens[at].word or tokens[at].cap or self._stops(start, at):
                return False
        return False

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
            if following is not None and following.text in _DASHES:
                # "quỹ X (IMF) - Ngân hàng Y": the second organiser follows
                second = self.tokens[close + 2] if close + 2 < len(tokens) else None
                return close + 2 if second is not None and second.cap else None
            return None
        return None

    def _lows(self, position: int) -> list[str]:
        return [token.low for token in self.tokens[max(0, position - MAX_NAME) : position]]
