"""Where a Vietnamese name of an event may end, and what keeps it going."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.facts.events.telling import SESSIONS, hearing_at
from summarizer.facts.words.lexicon import Lexicon, Phrases, phrases_in, table_of, words_of
from summarizer.facts.words.tokens import Line
from summarizer.text.dates import DateMention

ROMAN = re.compile(r"[IVX]+$")
_MEMBERS = frozenset({"nước", "bên", "gia", "viên"})


class Borders:
    """What is known of the words of one line that may end or go on with a name."""

    def __init__(
        self, number: int, line: Line, dates: Sequence[DateMention], lexicon: Lexicon
    ) -> None:
        self.number = number
        self.line = line
        self.tokens = line.tokens
        self.lexicon = lexicon
        self.english = lexicon.language == "en"
        self.date_starts = {
            mention.start
            for mention in dates
            if mention.date.day is not None or "tháng" in mention.text.lower()
        }
        self.date_ends = {mention.start: mention.end for mention in dates}

    def _is_summit(self, start: int) -> bool:
        return any(token.low == "đỉnh" for token in self.tokens[start : start + 5])

    def _stops(self, start: int, position: int) -> bool:
        token = self.tokens[position]
        if self._ends(position) or self._is_time_of_year(start, position):
            return True
        if (
            position > start
            and self.lexicon.events["formal"].match(self.tokens, position)
            and not token.cap
        ):
            return self.tokens[position - 1].low not in {"của", "quyết", "-", "–"}
        speech = self.lexicon.speech.match(self.tokens, position)
        if speech and speech[1] in {"say", "ask"} and not token.cap:
            phrase = self.line.cut(position, speech[0]).lower()
            if phrase in words_of("events.toml", "kinds_of_speech"):
                return not self._is_held(start, position)
            congress = token.low != "báo" and self.tokens[start].low == "đại"
            return congress or phrase not in words_of("events.toml", "speech_in_names")
        if token.cap:
            title = self.lexicon.titles.match(self.tokens, position)
            if hearing_at(self.line, start) == "chất vấn":
                # who is questioned
                return False
            if title and title[1] in {"office", "rank"}:
                if token.low in {"tổng", "thủ", "chủ"}:
                    # "thượng đỉnh Tổng thống X": the name of an event has no single person in it
                    return self.tokens[position - 1].low not in {"các", "của", "cấp"}
                before = self.tokens[position - 1]
                return before.low not in {
                    "cấp",
                    "các",
                    "và",
                    "của",
                    "nghị",
                    "họp",
                    "đỉnh",
                    ",",
                    "hẹp",
                    "biệt",
                    "nhiệm",
                    "niên",
                    "kỳ",
                    "rộng",
                    "lần",
                    "tuyến",
                    "liên",
                    "nhà",
                    "kết",
                    "vấn",
                }
        return False

    def _is_time_of_year(self, start: int, position: int) -> bool:
        """Whether a proper name is over: "Hội nghị X | cuối năm 2017"; sessions go by the half."""
        tokens = self.tokens
        if tokens[position].low not in {"đầu", "giữa", "cuối"} or position + 2 >= len(tokens):
            return False
        year = tokens[position + 1].low == "năm" and tokens[position + 2].text.isdigit()
        return year and tokens[position - 1].cap and tokens[start].low not in {"kỳ", "phiên"}

    def _is_half_of_year(self, start: int, position: int) -> bool:
        """Whether a session goes by the half of the year: "kỳ họp giữa năm 2018"."""
        year = self.tokens[position + 2].text if position + 2 < len(self.tokens) else ""
        session = self.tokens[start].low in SESSIONS and year.isdigit()
        return session and self.tokens[position + 1].low == "năm"

    def _is_over(self, head: int, position: int) -> bool:
        """Whether the edition just read was the end: "Hội nghị X lần thứ 5 | ban hành …"."""
        token, before = self.tokens[position], self.tokens[position - 1]
        if not token.word or token.cap or token.text[0].isdigit() or position <= head:
            return False
        if position - 2 < head - 1:
            return False
        counting = self.tokens[position - 2]
        if not self._is_edition(position) and not (
            (before.text.isdigit() or ROMAN.match(before.text))
            and (counting.low == "khóa" or (counting.cap and position - 2 >= head))
        ):
            return False
        if self.line.low(position, position + 2) == "liên quan":
            return True
        return _after_edition().match(self.tokens, position) is None

    def is_about(self, start: int, position: int) -> bool:
        """Whether it is told what was spoken of at the session of a parliament: "nêu tại kỳ họp thứ
        3 | về …".
        """
        parliament = self.tokens[start].low in {"kỳ", "kì"}
        return parliament and self.tokens[position].low == "về" and self._is_edition(position)

    def _is_edition(self, position: int) -> bool:
        """Whether an edition ends right before this: "lần thứ 5 |", "kỳ họp thứ nhất |"."""
        before, counting = self.tokens[position - 1], self.tokens[position - 2]
        number = before.text.isdigit() or ROMAN.match(before.text) is not None
        return counting.low in {"thứ", "lần"} and (
            number or before.low in words_of("events.toml", "ordinal_words")
        )

    def _is_held(self, start: int, position: int) -> bool:
        """Whether a verb right after the noun says what a meeting is for, not what it does."""
        if position - start > 4 or any(token.cap for token in self.tokens[start + 1 : position]):
            return False
        before = self.tokens[start - 1].low if start else ""
        return before in words_of("events.toml", "held_before")

    def _goes_on(self, start: int, head: int, position: int) -> bool:
        """Whether a word that mostly ends a name is inside this one.

        "Hội nghị | đối thoại dân tộc"; after a subject with "về", "trong" and the like.
        """
        tokens = self.tokens
        if position + 1 >= len(tokens):
            return False
        following = tokens[position + 1]
        if tokens[position].low == "với" and following.cap:
            # "giữa X với Y" is "giữa X và Y"
            inside = [token.low for token in tokens[head:position]]
            return "giữa" in inside and not {"và", "với"} & set(inside)
        if position == head and _kinds_of_work().match(tokens, position):
            return self._is_held(start, position)
        if tokens[position].low in {"nhằm", "để"} and {"giải", "biện"} & {
            token.low for token in tokens[position - 2 : position]
        }:
            # "bàn giải pháp nhằm …": the goal is the subject
            return True
        if tokens[position].low == "tham" and tokens[position - 1].low in _MEMBERS:
            # "các nước tham gia Hiệp định X"
            return tokens[position - 2].low in {"các", "những"}
        if tokens[position].low == "tham" and self._reviews_years(start, position):
            return True
        if tokens[position].low == "với" and following.low in {"các", "lãnh"}:
            # "hội nghị trực tuyến Chính phủ với các địa phương"
            kind = " ".join(token.low for token in tokens[head : head + 2])
            return (
                kind in {"trực tuyến", "chính phủ", "của chính"}
                and tokens[position - 1].word
                and position - head > 1
            )
        if position == head:
            inner = self.lexicon.events["formal"].match(tokens, position)
            kind = self.line.cut(start, head).lower()
            return inner is not None and kind in words_of("events.toml", "qualified")
        if (
            tokens[position].low not in words_of("events.toml", "subject_links")
            or not following.word
            or following.text[0].isdigit()
            or self.lexicon.places.match(tokens, position + 1)
        ):
            return False
        time = words_of("events.toml", "time_words")
        pair = " ".join(token.low for token in tokens[position + 1 : position + 3])
        if following.low in time or pair in time:
            return False
        return any(token.low == "về" for token in tokens[head:position])

    def _reviews_years(self, start: int, position: int) -> bool:
        """Whether a review tells who did what for years: "sơ kết 5 năm Bộ X tham gia …"."""
        tokens = self.tokens
        return any(
            tokens[at].low == "năm"
            and tokens[at - 1].text.isdigit()
            and tokens[at - 2].low == "kết"
            for at in range(start + 2, position)
        )

    def _among_bodies(self, position: int) -> bool:
        """Whether states or organisations follow: between persons a meeting has no name."""
        if position >= len(self.tokens):
            return False
        if self.tokens[position].low in {"các", "hai", "ba", "hội", "lãnh"}:
            return True
        if self.tokens[position].low in words_of(
            "events.toml", "first_of_bodies"
        ) and not self._is_person(position):
            return True
        known = (self.lexicon.places, self.lexicon.organisations)
        return any(phrases.match(self.tokens, position) for phrases in known)

    def _ends(self, position: int) -> bool:
        """Whether a word or phrase that ends every name begins here."""
        token = self.tokens[position]
        if token.cap or not self.lexicon.events["stops"].match(self.tokens, position):
            return False
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        if (
            token.low == "vì"
            and following is not None
            and (following.cap or _goals().match(self.tokens, position + 1))
        ):
            # "Đối tác vì Tăng trưởng xanh"
            return False
        if _inner_phrases().match(self.tokens, position):
            return False
        # "tự do", "hội họp", "kỳ họp" are words whose second half would be a stop
        before = self.tokens[position - 1].low if position else ""
        return f"{before} {token.low}" not in words_of("events.toml", "compounds")

    def _joins(self, start: int, position: int) -> bool:
        """Whether what follows "và" still belongs to the name."""
        tokens = self.tokens
        if position >= len(tokens) or not tokens[position].word:
            return False
        if self._continuation(position):
            return True
        low = tokens[position].low
        last = tokens[position - 2]
        if last.text[0].isdigit() or ROMAN.match(last.text) or self._is_edition(position - 1):
            return False
        if last.cap and last.text == tokens[position].text:
            # "Hội nghị G7 và G7 mở rộng"
            return False
        if low in self.lexicon.event_words["verbs_after_and"] and not tokens[position].cap:
            return False
        if self._acts(start, position):
            return False
        if (
            low == "cấp"
            and tokens[position + 1 : position + 2]
            and (tokens[position + 1].low == "cao" and self._is_cap(position + 2))
        ):
            # "Hội nghị cấp cao A - B và cấp cao C"
            return False
        if low[0].isdigit() and not last.cap and "về" not in self._lows_from(start, position):
            return False
        if self._ends(position) or low in {"lễ", "ngày"}:
            return False
        if self._is_office(position):
            # "hội nghị thứ trưởng Tài chính và phó thống đốc …": two groups that meet
            return any(self._is_office(at) for at in range(start + 1, position - 1))
        if self.lexicon.events["formal"].match(tokens, position):
            return False
        proper = last.cap and "giữa" not in self._lows_from(start, position)
        if proper and not tokens[position].cap and not self._is_noun_phrase(position):
            # "Đối thoại Sao Mai và đăng …"
            return False
        if low in {"các", "những"}:
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            if following is not None and following.cap and last.text != ")":
                return True
            return any(token.low in {"về", "giữa", "vì"} for token in tokens[start:position])
        return self.lexicon.speech.match(tokens, position) is None

    def _is_noun_phrase(self, position: int) -> bool:
        """Whether what may stand after "và" in a name begins in small letters."""
        low = self.tokens[position].low
        return (
            low in {"các", "những", "đối", "thế"}
            or self.line.low(position, position + 2) == "khu vực"
            or low[0].isdigit()
            or fields().match(self.tokens, position) is not None
            or _goals().match(self.tokens, position) is not None
            or self.lexicon.organisations.match(self.tokens, position) is not None
        )

    def _is_cap(self, position: int) -> bool:
        return position < len(self.tokens) and self.tokens[position].cap

    def _lows_from(self, start: int, position: int) -> list[str]:
        return [token.low for token in self.tokens[start:position]]

    def _is_office(self, position: int) -> bool:
        """Whether a title begins here, not a country of the same letters ("Việt Nam - Anh")."""
        place = self.lexicon.places.match(self.tokens, position)
        if place and self.tokens[position].cap:
            return False
        return self.lexicon.titles.match(self.tokens, position) is not None

    def _is_person(self, position: int) -> bool:
        """Whether the title of one person begins here."""
        title = self.lexicon.titles.match(self.tokens, position)
        if title is None or title[1] != "office":
            return False
        if title[0] < len(self.tokens) and self.tokens[title[0]].low == "các":
            # "của Bộ trưởng Quốc phòng các nước X"
            return False
        first = self.tokens[position]
        minister = first.low in {"bộ", "ngoại"} and self.tokens[position + 1].low == "trưởng"
        return first.low in {"tổng", "thủ", "chủ", "phó"} or (first.cap and minister)

    def _acts(self, start: int, position: int) -> bool:
        """Whether another thing to be done follows: "tổ chức kỳ họp … và tăng cường …"."""
        if self.tokens[position].cap or _actions().match(self.tokens, position) is None:
            return False
        subject = {"về", "giữa", "sơ", "tổng", "triển", "bàn", "nhằm", "xúc"}
        return all(
            token.low not in subject and token.text != "," for token in self.tokens[start:position]
        )

    def _continuation(self, position: int) -> bool:
        return _continuations().match(self.tokens, position) is not None


@cache
def _actions() -> Phrases:
    return Phrases(
        (phrase, "") for phrase in phrases_in(table_of("events.toml")["actions_after_and"])
    )


@cache
def _after_edition() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["after_edition"]))


@cache
def bodies_by_name() -> Phrases:
    """Bodies that are called after a meeting, and games."""
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["bodies_by_name"]))


@cache
def sorts() -> Phrases:
    """What a forum or conference is before its proper name."""
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["sorts"]))


@cache
def _kinds_of_work() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["kinds_of_work"]))


@cache
def fields() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["fields"]))


@cache
def _inner_phrases() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["no_stops"]))


@cache
def _goals() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["goals"]))


@cache
def _continuations() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["continuations"]))
