"""Reading a person at one place of a line: titles with names, names with explanations, bare names.

The method is a gazetteer's: the longest title, what belongs to it (field, body, country), and the
name that follows; or a name and the title that follows in apposition ("ông X, giám đốc Y, …",
"X - chủ tịch Y"). A title with no name is a reference, resolved later (:mod:`persons`).

False positives that remain: streets, schools and prizes called after persons where the word before
is not in ``names.toml`` (not_after); a foreign company that "says" something.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from summarizer.facts.persons.appointments import is_former, is_of_a_year
from summarizer.facts.persons.appositions import COPULAS
from summarizer.facts.persons.bare_names import Evidence, Sighting, tokens_at
from summarizer.facts.persons.body_names import name_in_body
from summarizer.facts.persons.chains import SOME, ChainReader
from summarizer.facts.persons.titles import THEN
from summarizer.facts.words.lexicon import lexicon, phrases_in, table_of, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.text.folding import fold

MAX_OUTER = 12
"""Tokens back from an office to the one that it narrows."""

_SHORT_LANDS = frozenset({"my", "nga", "phap", "duc", "nhat", "han"})
"""Countries that are given names as well, but hardly ever after a rank."""


_CITED_MANY = SOME | {"các", "những", "lời"}
_DEGREE = re.compile(
    r"\s[-–—]\s(?:(?:PGS|GS|TS|ThS|LS|BS)\.?|(?:phó )?giáo sư|tiến sĩ|thạc sĩ)$", re.IGNORECASE
)
_ALSO = frozenset({"cũng", "còn", "từng", "đã"})


class PersonReader(ChainReader):
    """Reads persons: titles with names, names with appositions, bare names."""

    def openings(self) -> list[int]:
        """Where anybody can be seen: at most words there is neither a capital nor a title."""
        titles = self.titles.keys() | self.prefixes.keys()
        return [
            at
            for at, token in enumerate(self.tokens)
            # what is no plain word may be a name with a particle: "al-Assad"
            if token.cap or at in titles or not token.text.isalpha()
        ]

    def read(self, position: int) -> Sighting | None:
        """The person seen at ``position``, if any."""
        known = self._known_alias(position)
        if known:
            return known
        if title := self.title_at(position):
            return self._read_titled(position, title)
        return self.read_bare(position)

    def _known_alias(self, position: int) -> Sighting | None:
        first = self.tokens[position]
        if not first.cap or position + 1 >= len(self.tokens):
            return None
        openings = _openings_of_known_names(self.lexicon.language)
        if first.low not in openings and fold(first.text) not in openings:
            return None
        for length in (4, 3, 2):
            if position + length > len(self.tokens):
                continue
            if fold(self.line.cut(position, position + length)) in words_of_statesmen():
                end = position + length
                name = self.line.cut(position, end)
                return Sighting(position, end, name, Evidence.BARE, position, end)
            key = " ".join(token.low for token in self.tokens[position : position + length])
            if full := self.lexicon.known.get(key):
                end = position + length
                return Sighting(position, end, full, Evidence.BARE, position, end)
        return None

    def _read_titled(self, start: int, title: tuple[int, str]) -> Sighting | None:
        tokens = self.tokens
        honorific = ""
        role_start = role_end = start
        position, kind = title
        if kind == "kin":
            return self._read_kin(start, position)
        chain_end = position
        has_role = False
        broken: Sighting | None = None
        while True:
            if kind == "honorific":
                honorific = tokens[position - 1].low
                name = self.read_name(position) or self._given_name(position)
                if name is not None and not self.title_at(position):
                    if has_role and self._is_of_another(start):
                        role_end = role_start
                    return self._named(
                        start,
                        position,
                        name,
                        role_start,
                        role_end if has_role else role_start,
                        honorific,
                    )
                following = self.title_at(position)
                if following is None or following[1] == "honorific":
                    break
                if not has_role:
                    role_start = position
                position, kind = following
                continue
            has_role = True
            name_start, certain = self._complement(position)
            if kind == "rank" and name_start is None and self._is_lone_name(position):
                name_start = position
            role_end = chain_end = certain
            if name_start is not None:
                name = None if self._is_school(name_start) else self.read_name(name_start)
                if (
                    name == name_start + 1
                    and kind == "trade"
                    and is_syllable(tokens[name_start].text)
                ):
                    # "ngư dân Việt"; but "chuyên gia Vorontsov"
                    break
                if name is not None and broken and self._acts(name, cited=self._is_cited(start)):
                    # "Trong cuộc gặp với Tổng thống A, Thủ tướng X nói": two people
                    return broken
                if name is not None and self._owns(role_start, name_start):
                    # "cố vấn của X": X is somebody, not the adviser
                    text = self.line.cut(name_start, name)
                    return Sighting(name_start, name, text, Evidence.WEAK, name_start, name)
                if name is not None and kind == "relation":
                    peer = self.line.cut(position, name_start)
                    named = self._named(start, name_start, name, role_start, role_start, honorific)
                    return replace(named, peer=peer)
                if name is not None:
                    return self._named(start, name_start, name, role_start, name_start, honorific)
            following_at, following = self._next_link(certain, kind, role_start)
            if following_at is None or following is None:
                break
            if broken is None and tokens[certain].text == "," and self._in_opening(start):
                broken = Sighting(
                    start,
                    certain,
                    "",
                    Evidence.REFERENCE,
                    role=self.line.cut(role_start, certain),
                    honorific=honorific,
                )
            if kind == "relation" or (kind == "trade" and following[1] != "trade"):
                # "người đồng cấp Mỹ - Tổng thống X", "theo phóng viên, Ngoại trưởng X"
                start, role_start = self._past_asker(start, following_at), following_at
            position, kind = following
        if not has_role:
            return Sighting(start, title[0], "", Evidence.REFERENCE, honorific=honorific)
        if kind == "trade" and (shown := self._shown(start, chain_end)):
            return shown
        if kind in {"trade", "relation"} or (
            kind == "rank" and chain_end == title[0] and not self._ranked_speaks(start, chain_end)
        ):
            return None
        start, role = self._with_country(start, self.line.cut(role_start, chain_end))
        return Sighting(
            start, max(chain_end, title[0]), "", Evidence.REFERENCE, role=role, honorific=honorific
        )

    def _complement(self, position: int) -> tuple[int | None, int]:
        """What :meth:`complement` finds, the name of a body that is led taken to the office."""
        name, certain = self.complement(position, appositive=False)
        return None if name is None else name_in_body(self, name), certain

    def _ranked_speaks(self, start: int, end: int) -> bool:
        """Whether a rank alone is who speaks: "Trung tướng cũng cho rằng …"."""
        opens = start == 0 or not self.tokens[start - 1].word
        adverb = tokens_at(self.tokens, end) in _ALSO
        return opens and self.lexicon.speech.match(self.tokens, end + adverb) is not None

    def _shown(self, start: int, end: int) -> Sighting | None:
        """Whoever spoke before: "“…”, học giả nhấn mạnh", "chuyên gia này tin rằng"."""
        tokens = self.tokens
        after_words = start > 0 and tokens[start - 1].text in {",", "”", '"', "-", "–"}
        after = end + (tokens_at(tokens, end) in {"này", "trên"})
        if not after_words and after == end and start > 0:
            return None
        if not self.lexicon.speech.match(tokens, after) and tokens_at(tokens, after) not in _ALSO:
            return None
        if not after_words and after == end and tokens_at(tokens, end) not in {"cũng", "còn"}:
            return None
        return Sighting(start, after, "", Evidence.REFERENCE, honorific=tokens[start].low)

    def _read_kin(self, start: int, position: int) -> Sighting | None:
        """Who is named as somebody's relative: "con gái Ivana Tran"."""
        if place := self.lexicon.places.match(self.tokens, position):
            # "công dân Canada X"
            position = place[0]
        name = self.read_name(position)
        if name is None or self.lexicon.places.match(self.tokens, position):
            return None
        if name == position + 1 and not self._is_foreign(position):
            return None
        text = self.line.cut(position, name)
        female = any(
            token.low in words_of("names.toml", "female_kin")
            for token in self.tokens[start:position]
        )
        named = Sighting(start, name, text, Evidence.HONORIFIC, position, name)
        return replace(named, honorific="bà") if female else named

    def _owns(self, start: int, name: int) -> bool:
        """Whether a bare name follows "của" after an office that begins at ``start``."""
        return self.tokens[name - 1].low == "của" and not any(
            self.tokens[at - 1].low == "của" and self.title_at(at) for at in range(start + 1, name)
        )

    def _is_of_another(self, start: int) -> bool:
        """Whether the office that begins at ``start`` only narrows another one: "người đứng đầu
        Văn phòng A của | Tổng thống nước B, ông X".
        """
        tokens = self.tokens
        if start == 0 or tokens[start - 1].low != "của":
            return False
        for at in range(start - 2, max(-1, start - MAX_OUTER), -1):
            if not tokens[at].word:
                return False
            outer = self.title_at(at)
            if outer is not None and outer[1] == "office":
                return True
        return False

    def _in_opening(self, start: int) -> bool:
        """Whether an office stands in what opens a sentence: "Trong cuộc gặp với …, "."""
        tokens = self.tokens
        return self._is_cited(start) or (
            start > 0
            and tokens[start - 1].low in words_of("names.toml", "opening_objects")
            and tokens[0].low in words_of("names.toml", "openings")
            and all(token.text != "," for token in tokens[:start])
        )

    def _is_cited(self, start: int) -> bool:
        """Whether an office opens a sentence as its source: "Theo một quan chức của Bộ A, "."""
        first = start - 1 if start and self.tokens[start - 1].low in _CITED_MANY else start
        cited = first > 0 and self.tokens[first - 1].low == "theo"
        return cited and (first == 1 or not self.tokens[first - 2].word)

    def _given_name(self, position: int) -> int | None:
        """The end of a given name that is a common word too: "ông Nhân"."""
        tokens = self.tokens
        if position >= len(tokens) or not tokens[position].cap or self.english:
            return None
        lone = is_syllable(tokens[position].text) and not self.is_name_word(position + 1)
        return position + 1 if lone and not tokens[position].text.isupper() else None

    def _acts(self, position: int, *, cited: bool) -> bool:
        """Whether what stands before is the subject of a verb that begins here; behind a source
        (``cited``) of any that does not say something: "Theo Bộ trưởng A, Thủ tướng X sẽ thăm …".
        """
        tokens = self.tokens
        if cited:
            goes_on = position < len(tokens) and tokens[position].word
            goes_on = goes_on and tokens[position].low not in {"và", "cùng"}
            return goes_on and self.lexicon.speech.match(tokens, position) is None
        if tokens_at(tokens, position) in words_of("names.toml", "acting"):
            return True
        return any(self.lexicon.speech.match(tokens, position + skip) for skip in (0, 1))

    def _is_lone_name(self, position: int) -> bool:
        """Whether "Anh" in "PGS Anh" is a name: a country would have a name after it."""
        if not self.is_name_word(position) or not is_syllable(self.tokens[position].text):
            return False
        if fold(self.tokens[position].text) in _SHORT_LANDS:
            # "chuẩn đô đốc Mỹ"
            return False
        return self._ends_there(position + 1) and not self.is_name_word(position + 1)

    def _named(
        self,
        start: int,
        name_start: int,
        name_end: int,
        role_start: int,
        role_end: int,
        honorific: str,
    ) -> Sighting:
        owner = None if self.english else self._owner(role_start, role_end)
        if owner is not None:
            # "trợ lý của Tổng thống X": X is the president; who the assistant is comes elsewhere
            office = self.line.cut(role_start, owner)
            assistant = Sighting(start, owner, "", Evidence.REFERENCE, role=office)
            return replace(assistant, honorific=honorific, owned=True)
        role = self.line.cut(role_start, role_end).strip(" ,-–") if role_end > role_start else ""
        start, role_start = self._past_others(start, role_start, role_end)
        role = self.line.cut(role_start, role_end).strip(" ,-–") if role_end > role_start else ""
        role, held_then = without_then(role)
        end = name_end
        after, appended = self.apposition(name_end)
        if (
            appended
            and role
            and not self._closed(name_end, after)
            and not self._is_one_subject(start, after, appended)
        ):
            # "… với Thủ tướng X, lãnh đạo tỉnh Y đề xuất": somebody else speaks.
            appended = ""
        if appended and role and self._leads_another(after):
            # "… với Bộ trưởng X, Bộ trưởng Y, ông Z, đã nêu"
            appended = ""
        elif (realm := self._realm(name_start, name_end)) > name_end:
            end, role = realm, f"{role} {self.line.cut(name_end, realm).removeprefix('của ')}"
        given = self.given(name_end, after if appended else name_end)
        if given and role and is_of_a_year(self.line):
            # "Năm 2016, Thủ tướng X được bầu làm Bộ trưởng": he is what he is called by
            given, appended = "", "" if given == appended else appended
        former = bool(appended) and is_former(self.line, name_end, COPULAS)
        if appended:
            end = after
            copula = tokens_at(self.tokens, name_end) in COPULAS or given == appended
            role = appended if not role else role if copula else f"{role}, {appended}"
        start, role = self._with_country(start, without_rank(role))
        role = self._in_full(role, name_start, name_end)
        return Sighting(
            start,
            end,
            self.line.cut(name_start, name_end),
            Evidence.TITLE if role else Evidence.HONORIFIC,
            name_start,
            name_end,
            role,
            honorific,
            given=given,
            former=(former and role == appended) or (held_then and not appended),
        )

    def _realm(self, start: int, end: int) -> int:
        """Where the country ends that follows on a crowned name: "King Harald of | Denmark"."""
        if not self._is_crowned(start) or tokens_at(self.tokens, end) not in {"of", "của"}:
            return end
        place = self.lexicon.places.match(
            self.tokens, end + 1 + (tokens_at(self.tokens, end + 1) == "the")
        )
        return place[0] if place and self.tokens[place[0] - 1].cap else end

    def _in_full(self, role: str, start: int, end: int) -> str:
        """A role without the two letters that news put for two offices: "TT" of somebody with a
        Vietnamese name is the prime minister, of anybody else the president.
        """
        letters, _, rest = role.partition(" ")
        if letters != "TT":
            return role
        name = self.tokens[start:end]
        own = name[0].low in self.lexicon.surnames and all(is_syllable(t.text) for t in name)
        return f"{'Thủ tướng' if own else 'Tổng thống'} {rest}".strip()

    def _is_one_subject(self, start: int, verb: int, appended: str) -> bool:
        """Whether a sentence opens with one person by two offices and a verb of speech follows:
        "Trung tướng X, Phó Tổng Tham mưu trưởng Y cho biết".
        """
        several = {"các", "những"} & set(appended.lower().split())
        return (
            start == 0 and not several and self.lexicon.speech.match(self.tokens, verb) is not None
        )


def without_rank(role: str) -> str:
    """An office without the degree that a dash ties to it: "Đại sứ Na Uy tại Lào - Tiến sĩ"."""
    office = _DEGREE.sub("", role)
    return office or role


def without_then(role: str) -> tuple[str, bool]:
    """An office without "khi đó", "lúc bấy giờ là", and whether it had that: it is over now."""
    end = next((then for then in sorted(THEN) if role.lower().endswith(f" {then}")), "")
    return (role[: -len(end)].rstrip(), True) if end else (role, False)


@cache
def words_of_statesmen() -> frozenset[str]:
    """The folded names of statesmen who are known without a title."""
    return frozenset(fold(name) for name in phrases_in(table_of("names.toml")["statesmen"]))


@cache
def _openings_of_known_names(language: str) -> frozenset[str]:
    """All that a known name can begin with: the first words as they are written, and of folded
    names every beginning, as a first token need not be a whole word.
    """
    folded = {name[:length] for name in words_of_statesmen() for length in range(1, len(name) + 1)}
    return frozenset(folded | {name.split(" ", 1)[0] for name in lexicon(language).known})
