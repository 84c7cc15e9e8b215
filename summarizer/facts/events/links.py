"""Words that a name of an event goes on over though they end names elsewhere.

With whom a summit is ("thượng đỉnh với Tổng thống X"), when it is if its owner comes after that
("phiên họp gần đây của Hội đồng Y"), what it is called ("hội thảo mang tên “…”") and the month of
a session that is held every month.
"""

from __future__ import annotations

from functools import cache

from summarizer.facts.events.marks import DASHES, Marks
from summarizer.facts.events.mention import MAX_NAME
from summarizer.facts.events.telling import SESSIONS, hearing_at
from summarizer.facts.words.lexicon import Phrases, phrases_in, table_of, words_of

_QUOTES = frozenset({'"', "“", "«", "'", "‘"})
_CALLED = (("mang", "tên"), ("có", "tên"), ("có", "tên", "gọi"), ("với", "tên", "gọi"))
_ON_THEME = (("với", "chủ", "đề"), ("theo", "chủ", "đề"), ("có", "chủ", "đề"))
_MONTHLY = frozenset({"kỳ", "ban"})
"""Last words of "thường kỳ", "định kỳ", "giao ban"."""
_OF_MONTHS = frozenset({"họp", "hội", "phủ"})
"""Last words of "kỳ họp", "kỳ họp Quốc hội", "phiên họp Chính phủ"."""
_ABOUT = 10
"""Tokens between "với" and what the meeting is about."""
_NO_SUBJECTS = frozenset(
    {"nước", "nhà", "quê", "khách", "phòng", "ông", "bà", "tôi", "họ", "mình", "chúng"}
)
"""First words behind a "về" that goes somewhere, or that ends a name."""
_BEFORE_OWNER = 6
"""Tokens between the noun and the time before its owner."""


class Links(Marks):
    """Which words a name goes on over."""

    def _over_words(self, start: int, head: int, position: int) -> int | None:
        """Where a name goes on behind words that would end it, or None."""
        token = self.tokens[position]
        if token.low == "tháng" and self._is_monthly(start, position):
            return position + 2
        if self._hears_before(start, position) or self._questions(start, position):
            return position + 1
        if position - head <= _BEFORE_OWNER and (after := self._over_time(start, position)):
            return after
        if token.low == "với" and self._meets_about(start, position):
            return position + 1
        if token.low in {"mang", "có", "với", "theo"}:
            return self._over_called(start, position)
        return None

    def _is_monthly(self, start: int, position: int) -> bool:
        """Whether a month tells which session it is: "phiên họp thường kỳ tháng 8"."""
        tokens = self.tokens
        before = tokens[position - 1].low
        session = tokens[start].low in {*SESSIONS, "phiên"} and before in _OF_MONTHS
        return (
            (before in _MONTHLY or session)
            and position - start >= 2
            and position + 1 < len(tokens)
            and tokens[position + 1].text[0].isdigit()
        )

    def _over_time(self, start: int, position: int) -> int | None:
        """Where the owner or the partners follow a time: "cuộc họp tuần trước | của Hội đồng X"."""
        tokens = self.tokens
        hit = _times().match(tokens, position)
        end = hit[0] if hit else self._date_end(position)
        if end is None or end + 1 >= len(tokens):
            return None
        link, owner = tokens[end], end + 1
        if link.low in {"tại", "trước"}:
            return end if self._hears_before(start, end) else None
        if link.low == "về":
            # "cuộc họp Hội đồng X hôm 14/5 | về …"
            subject = tokens[owner].word and tokens[owner].low not in _NO_SUBJECTS
            return end if subject and tokens[start].low in {"cuộc", "phiên", "buổi"} else None
        if link.low == "giữa":
            leaders = self._is_summit(start) and self._between_leaders(owner) is not None
            return end if leaders or self._among_bodies(owner) else None
        if link.low != "của" or self._is_person(owner):
            return None
        body = self.lexicon.organisations.match(tokens, owner) is not None
        state = tokens[owner].cap and self.lexicon.places.match(tokens, owner) is not None
        group = tokens[owner].low == "các" or self._is_office(owner)
        return end if body or state or group else None

    def _questions(self, start: int, position: int) -> bool:
        """Whether it is told who is questioned: "phiên chất vấn | với Bộ trưởng X"."""
        if hearing_at(self.line, start) != "chất vấn" or self.tokens[position].low != "với":
            return False
        return position + 1 < len(self.tokens) and self._is_office(position + 1)

    def _hears_before(self, start: int, position: int) -> bool:
        """Whether a hearing tells the committee that hears: "phiên điều trần | tại Ủy ban X"."""
        hearing = hearing_at(self.line, start) == "điều trần"
        before = self.tokens[position].low in {"tại", "trước"}
        body = self.line.low(position + 1, position + 3)
        return hearing and before and body in {"ủy ban", "tiểu ban"}

    def _date_end(self, position: int) -> int | None:
        """The token behind a date that begins here, with "vào", "ngày", "hôm" before it."""
        at = position
        while at < len(self.tokens) and self.tokens[at].start not in self.date_ends:
            if self.tokens[at].low not in {"vào", "hôm", "ngày", "hồi"}:
                return None
            at += 1
        if at >= len(self.tokens):
            return None
        until = self.date_ends[self.tokens[at].start]
        while at < len(self.tokens) and self.tokens[at].start < until:
            at += 1
        return at

    def _over_called(self, start: int, position: int) -> int | None:
        """Where a title in quotation marks follows "mang tên", or the theme of a session."""
        tokens = self.tokens
        lows = tuple(token.low for token in tokens[position : position + 3])
        for words in _CALLED:
            end = position + len(words)
            if lows[: len(words)] == words and end < len(tokens) and tokens[end].text in _QUOTES:
                return end
        session = tokens[start].low == "phiên"
        theme = session and lows in _ON_THEME and position + 3 < len(tokens)
        return position + 3 if theme else None

    def _meets_about(self, start: int, position: int) -> bool:
        """Whether those met are named before the subject: "cuộc họp với các bộ về …"."""
        tokens = self.tokens
        if tokens[start].low not in {"cuộc", "buổi", "phiên", "hội"}:
            return False
        first = tokens[position + 1].low if position + 1 < len(tokens) else ""
        if first not in {"các", "lãnh", "đại"}:
            return False
        for at in range(position + 2, min(position + _ABOUT, len(tokens))):
            if not tokens[at].word:
                return False
            if tokens[at].low in {"về", "bàn"} or (
                self.line.low(at, at + 3) in words_of("events.toml", "asks_for_views")
            ):
                return True
        return False

    # -- who meets at a summit -------------------------------------------------------------------

    def _partners_end(self, start: int, head: int, position: int) -> int | None:
        """The end of the leaders that "giữa" or "với" names at a summit, or None."""
        if not self._is_summit(start) or position + 1 >= len(self.tokens):
            return None
        if self.tokens[position].low == "của":
            return self._of_leader(position + 1)
        alone = not any(token.cap for token in self.tokens[head:position])
        if self.tokens[position].low == "giữa":
            pronoun = self.tokens[position + 1].low in {"ông", "bà"}
            link = self.tokens[position + 2].low if position + 2 < len(self.tokens) else ""
            if pronoun and link in {"và", "với"} and alone:
                return self._with_leader(position + 3)
            return self._between_leaders(position + 1)
        return self._with_leader(position + 1) if alone else None

    def _of_leader(self, position: int) -> int | None:
        """The end of "ông X với lãnh đạo nước Y" after "thượng đỉnh của"."""
        tokens = self.tokens
        title = self.lexicon.titles.match(tokens, position)
        if title is None and tokens[position].low not in {"ông", "bà"}:
            return None
        at = title[0] if title else position + 1
        while at < len(tokens) and tokens[at].cap:
            at += 1
        if at + 1 >= len(tokens) or tokens[at].low not in {"với", "và"}:
            return None
        return self._with_leader(at + 1)

    def _with_leader(self, position: int) -> int | None:
        """The end of "Tổng thống nước X Y" after "thượng đỉnh với"."""
        tokens = self.tokens
        last = None
        until = min(len(tokens), position + MAX_NAME)
        while position < until:
            token = tokens[position]
            title = self.lexicon.titles.match(tokens, position)
            place = self.lexicon.places.match(tokens, position) if token.cap else None
            dashed = tokens[position - 1].text in DASHES
            if place or title:
                position = max(hit[0] for hit in (title, place) if hit)
                last = position if place else last
            elif token.cap or (token.word and dashed and last == position - 1):
                position += 1
                last = position
            elif token.text in DASHES and last == position and position + 1 < until:
                position += 1
                if tokens[position].cap or tokens[position - 2].cap:
                    last = position
            elif (token.low in words_of("events.toml", "before_leaders") and last is None) or (
                token.low == "và" and last == position and self._is_leader(position + 1)
            ):
                position += 1
            else:
                break
        return last

    def _is_leader(self, position: int) -> bool:
        """Whether an office and a country or name follow."""
        title = self.lexicon.titles.match(self.tokens, position)
        return title is not None and title[1] == "office" and self._is_cap(title[0])

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
            elif token.cap or (token.text in DASHES and position + 1 < until):
                position += 1
                if token.cap:
                    last = position
            elif token.low in {"nhà", "lãnh", "đạo"} or tokens[position - 1].text in DASHES:
                position += 1
                last = position if tokens[position - 2].text in DASHES else last
            else:
                break
        return last if joined else None


@cache
def _times() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["times_inside"]))
