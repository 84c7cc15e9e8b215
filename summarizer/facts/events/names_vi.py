"""Vietnamese names of events: an event noun and what follows it, cut at the right word.

A name begins at an event noun ("hội nghị", "diễn đàn", "kỳ họp") and goes on over capitalised
words, numbers, ordinals, years, "của …", "về …", "giữa …" and what "và" joins on, until a word of
``events.toml`` (stops), a verb of speech, a date, a place adverbial or a mark ends it. Quoted
titles belong to it; a comma does only before a second half such as "phương hướng công tác …".
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from summarizer.facts.events.borders import bodies_by_name, sorts
from summarizer.facts.events.links import Links
from summarizer.facts.events.mention import MAX_NAME, EventMention, trim
from summarizer.facts.events.names_en import read_english
from summarizer.facts.events.short_names import read_short_name, series
from summarizer.facts.events.telling import has_short_name, is_telling
from summarizer.facts.words.lexicon import Phrases, phrases_in, table_of, words_of


@cache
def _acts_of_assembly() -> Phrases:
    words = phrases_in(table_of("events.toml")["assembly_acts"])
    return Phrases((phrase, "") for phrase in words)


_ABBREVIATED = {
    "ĐH": frozenset({"hội", "đoàn", "đảng", "công", "đại"}),
    "ĐHĐ": frozenset({"lhq", "liên"}),
}
"""Short forms of nouns, and what follows where no university is meant."""

_TO_VERB = 14
"""Tokens from the name of a body to what it has done."""
_BEFORE_ACTS = frozenset({"đã", "sẽ", "vừa", "mới", "từng", "ngày", "hôm", "tháng", "/", "-"})
"""What stands before the verb of a body: "ngày 13-6 đã | thông qua"."""
_OPENINGS = frozenset({"phiên", "cấp"})
"""What begins the name of an event without being its noun: "phiên thứ hai của …", "cấp cao"."""


class Reader(Links):
    """Reads the names of one line; English ones by :func:`read_english`."""

    def openings(self) -> Iterable[int]:
        """Where the name of an event can begin: at its noun, or at a name that needs none."""
        if self.english:
            return range(len(self.tokens))
        nouns = self.lexicon.events["formal"].found_in(self.line)
        return [
            at
            for at, token in enumerate(self.tokens)
            if token.cap or at in nouns or token.low in _OPENINGS
        ]

    def read(self, position: int) -> EventMention | None:
        if self.english:
            return read_english(self.number, self.line, position, self.date_starts, self.lexicon)
        head = self.head(position)
        if head is None:
            return read_short_name(self.number, self.line, position, self.lexicon)
        if (inner := self._proper_inside(position, head)) is not None:
            position = inner
            head = self.head(position) or head
        end, aliases = self._extend(position, head)
        end = trim(self.tokens, head, end)
        name = self.line.cut(position, end)
        if self.acts(position, end):
            return None
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
        return at if proper and self.head(at) is not None else None

    def head(self, position: int) -> int | None:
        """Where the noun ends with which the name of an event may begin here."""
        match = self._noun(position)
        if match is None:
            return None
        body = self.lexicon.organisations.match(self.tokens, position)
        before = self.tokens[position - 1].low if position else ""
        if before == "tịch" and body:
            return None
        if before in words_of("events.toml", "led_bodies") and self.tokens[position].cap and body:
            # "giám đốc điều hành Diễn đàn X": the forum is the body that somebody leads
            return None
        if self._is_body_by_name(position):
            return None
        following = self.tokens[match[0]] if match[0] < len(self.tokens) else None
        # Đại lễ đường; "cơ hội | thảo luận"
        is_hall = following is not None and following.low in {"đường", "luận"}
        if is_hall or self._is_session_of(position, match[0]):
            return None
        if self.line.low(match[0] - 1, match[0] + 1) == "họp báo" and not self._reports(match[0]):
            return None
        owners = (self.line.low(position - length, position) for length in (4, 3, 2, 1))
        is_part = not words_of("events.toml", "parts").isdisjoint(owners)
        if is_part and self.line.low(position - 2, position) != "chủ nhà":
            return None
        low = self.tokens[position].low
        if low == "diễn" and self._is_author(position):
            return None
        if low == "đối" and following is not None and following.low in {"với", "và"}:
            return None
        if (
            self.line.cut(position, match[0]).lower() == "đại hội đồng"
            and position
            and (self.tokens[position - 1].low in {"tịch", "của", "bởi", "gọi"})
        ):
            return None
        return match[0]

    def is_noun(self, position: int) -> bool:
        """Whether the noun of an event begins here, be it one that names none."""
        return self._noun(position) is not None

    def numbers(self, end: int) -> bool:
        """Whether an edition ends right before this: "thượng đỉnh lần hai |"."""
        return self._is_edition(end)

    def _noun(self, position: int) -> tuple[int, str] | None:
        """The end of the noun of an event that begins here."""
        tokens = self.tokens
        if tokens[position].text in _ABBREVIATED and position + 1 < len(tokens):
            named = tokens[position + 1].low in _ABBREVIATED[tokens[position].text]
            return (position + 1, "") if named else None
        match = self.lexicon.events["formal"].match(tokens, position)
        if match is None and self.line.low(position, position + 2) == "tuần lễ":
            # that of a series, not of a trade fair
            end = position + 2
            named = end < len(tokens) and series().match(tokens, end) is not None
            return (end, "") if named else None
        if match is not None and tokens[position + 1].low == "gặp":
            # leaders of a body; those of one or two states only visit each other
            body = self.lexicon.organisations.match(tokens, match[0]) if match[1] else None
            summit = any(token.low == "đỉnh" for token in tokens[position : match[0]])
            return match if summit or body else None
        if match is None and tokens[position].low == "phiên":
            end = position + 3
            numbered = self.line.low(position + 1, position + 2) == "thứ" and end < len(tokens)
            if numbered and self._noun(end + (tokens[end].low == "của")) is not None:
                return end, ""
        return match

    def _reports(self, position: int) -> bool:
        """Whether no press begins here: "cuộc họp báo cáo kết quả", "cuộc họp Báo Nhân Dân"."""
        pair = self.line.low(position, position + 2)
        return self.tokens[position].cap or pair in {"báo cáo", "báo động"}

    def _is_body_by_name(self, position: int) -> bool:
        """Whether a body or games begin here: "Hội nghị hiệp thương", not if it has an edition."""
        body = bodies_by_name().match(self.tokens, position)
        return body is not None and self.line.low(body[0], body[0] + 1) != "lần"

    def acts(self, start: int, end: int) -> bool:
        """Whether an assembly passes or elects something, which is no session: "… đã thông qua"."""
        if self.line.low(start, start + 3) != "đại hội đồng":
            return False
        position = end
        while position < len(self.tokens) and (
            self.tokens[position].low in _BEFORE_ACTS or self.tokens[position].text[0].isdigit()
        ):
            position += 1
        return position < len(self.tokens) and (
            _acts_of_assembly().match(self.tokens, position) is not None
        )

    def _is_author(self, position: int) -> bool:
        """Whether a forum is the body that has written or is led: "báo cáo của Diễn đàn X"."""
        if position < 2:
            return False
        if not self.tokens[position].cap:
            floor = self.line.low(position, position + 4) == "diễn đàn quốc hội"
            return floor or self.tokens[position - 1].low == "trên"
        before = [token.low for token in self.tokens[max(0, position - 5) : position]]
        if before[-1] in {"theo", "trên"} or (before[-1] == "do" and self._publishes(position)):
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

    def _publishes(self, position: int) -> bool:
        """Whether what is named here has done something: "do Diễn đàn X công bố"."""
        until = min(position + _TO_VERB, len(self.tokens))
        deeds = words_of("events.toml", "deeds_of_bodies")
        return any(self.line.low(at, at + 2) in deeds for at in range(position, until))

    def _is_among_bodies(self, position: int) -> bool:
        """Whether a list of organisations goes on: "các tổ chức quốc tế như X (WB), Diễn đàn Y"."""
        lows = [token.low for token in self.tokens[max(0, position - 30) : position]]
        pairs = {f"{one} {two}" for one, two in pairwise(lows)}
        listed = {"như", "gồm", "là"} & set(lows)
        return "thành viên" in pairs or (bool(listed) and "tổ chức" in pairs)

    def _is_session_of(self, start: int, end: int) -> bool:
        """Whether this is the opening or a plenary of an event that is named next."""
        if self.tokens[start].low != "phiên" or self.tokens[end - 1].low == "thức":
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
            if (further := self._over_words(start, head, position)) is not None:
                position = further
                continue
            over = self._is_over(head, position) or self.is_about(start, position)
            if token.start in self.date_starts or over:
                # "Đại hội lần thứ | 17 tháng 10": the edition reads like a day
                position += self.line.low(position - 2, position) == "lần thứ"
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
            if token.low in {"giữa", "với", "của"}:
                end = self._partners_end(start, head, position)
                if end is not None:
                    position = end
                    break
            if token.low == "giữa" and not (
                self._among_bodies(position + 1) or self._is_half_of_year(start, position)
            ):
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
            if token.low == "này" and self.line.low(position - 2, position) == "của đảng":
                position += 1
                break
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
