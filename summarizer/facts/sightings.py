"""Finding persons in one line: by title, by form of address, by the look of the name.

The method is a gazetteer's: the longest title, what belongs to it (field, body, country), and the
name that follows; or a name and the title that follows in apposition ("ông X, giám đốc Y, …",
"X - chủ tịch Y"). A title with no name is a reference, resolved later (:mod:`persons`).

A name without any title is taken where it begins with a Vietnamese or Chinese family name and has
three syllables or more; shorter and foreign ones are *weak*: they count only if the same name has
better evidence elsewhere in the article, or if it speaks.

False positives that remain: streets, schools and prizes called after persons where the word before
is not in ``names.toml`` (not_after); a foreign company that "says" something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from summarizer.facts.lexicon import Lexicon, phrases_in, table_of
from summarizer.facts.syllables import is_syllable
from summarizer.facts.titles import COPULAS, TitleReader
from summarizer.facts.tokens import Line, Token
from summarizer.text.folding import fold

_MEANWHILE = frozenset({"", "bấy giờ", "khi đó", "hiện", "hiện nay", "đương nhiệm", "hiện tại"})

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
    of the name; ``title`` is the office as far as it is certain, in a reference.
    """

    start: int
    end: int
    name: str
    evidence: Evidence
    name_start: int = 0
    name_end: int = 0
    role: str = ""
    honorific: str = ""


def find_sightings(line: Line, lexicon: Lexicon) -> list[Sighting]:
    """The persons seen in a line, in order, not overlapping."""
    reader = _PersonReader(line, lexicon)
    found: list[Sighting] = []
    position = 0
    while position < len(line.tokens):
        sighting = reader.read(position)
        if sighting is None:
            position = reader.skip(position)
            continue
        found.append(sighting)
        position = max(sighting.end, position + 1)
    return _join_leading_roles(line, found)


def _join_leading_roles(line: Line, found: Sequence[Sighting]) -> list[Sighting]:
    """Give "chủ tịch Phòng X, ông Y" its role, which stands before a comma or "là"."""
    joined: list[Sighting] = []
    for sighting in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.evidence is Evidence.REFERENCE
            and last.role
            and sighting.honorific
            and sighting.name
            and (
                _leads_to(line, last.end, sighting.start)
                if sighting.role
                else (
                    0 <= sighting.start - last.end <= 1
                    and (
                        sighting.start == last.end
                        or line.tokens[last.end].low in {",", "là", ":", "-", "–"}
                    )
                )
                or _leads_to(line, last.end, sighting.start)
            )
        ):
            joined[-1] = replace(
                sighting, start=last.start, role=last.role, evidence=Evidence.TITLE
            )
            continue
        joined.append(sighting)
    return joined


def _leads_to(line: Line, start: int, end: int) -> bool:
    """Whether an office is said to be somebody's: "chủ tịch nước A bấy giờ là ông B"."""
    between = [token.low for token in line.tokens[start:end]]
    return between[-1:] == ["là"] and " ".join(between[:-1]) in _MEANWHILE


class _PersonReader(TitleReader):
    """Reads persons: titles with names, names with appositions, bare names."""

    def read(self, position: int) -> Sighting | None:
        """The person seen at ``position``, if any."""
        known = self._known_alias(position)
        if known:
            return known
        if title := self.title_at(position):
            return self._read_titled(position, title)
        return self._read_bare(position)

    def _known_alias(self, position: int) -> Sighting | None:
        if not self.tokens[position].cap or position + 1 >= len(self.tokens):
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
        chain_end = position
        has_role = False
        while True:
            if kind == "honorific":
                honorific = tokens[position - 1].low
                name = self.read_name(position)
                if name is not None and not self.title_at(position):
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
            name_start, certain = self.complement(position, appositive=False)
            if kind == "rank" and name_start is None and self._is_lone_name(position):
                name_start = position
            role_end = chain_end = certain
            if name_start is not None:
                name = self.read_name(name_start)
                if (
                    name == name_start + 1
                    and kind == "trade"
                    and is_syllable(tokens[name_start].text)
                ):
                    # "ngư dân Việt"; but "chuyên gia Vorontsov"
                    break
                if name is not None and kind == "relation":
                    return self._named(start, name_start, name, role_start, role_start, honorific)
                if name is not None:
                    return self._named(start, name_start, name, role_start, name_start, honorific)
            following_at = self._chained(certain)
            if following_at is None:
                break
            following = self.title_at(following_at)
            if following is None:
                break
            if kind in {"relation", "trade"}:
                # "người đồng cấp Mỹ - Tổng thống X", "theo phóng viên, Ngoại trưởng X"
                role_start = following_at
            position, kind = following
        if not has_role:
            return Sighting(start, title[0], "", Evidence.REFERENCE, honorific=honorific)
        after_words = start > 0 and tokens[start - 1].text in {",", "”", '"', "-", "–"}
        if kind == "trade" and after_words and self.lexicon.speech.match(tokens, chain_end):
            # "“…”, học giả nhấn mạnh": whoever spoke before
            return Sighting(start, chain_end, "", Evidence.REFERENCE, honorific=tokens[start].low)
        if kind in {"trade", "relation"} or (kind == "rank" and chain_end == title[0]):
            return None
        role = self.line.cut(role_start, chain_end)
        return Sighting(
            start, max(chain_end, title[0]), "", Evidence.REFERENCE, role=role, honorific=honorific
        )

    def _is_lone_name(self, position: int) -> bool:
        """Whether "Anh" in "PGS Anh" is a name: a country would have a name after it."""
        if not self.is_name_word(position) or not is_syllable(self.tokens[position].text):
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
        for position in range(role_end - 1, role_start, -1):
            inner = self.title_at(position) if not self.english else None
            if inner and inner[1] == "office" and self.tokens[position - 1].low == "của":
                # "trợ lý của Tổng thống X": X is the president, not the assistant
                start = role_start = position
                break
        role = self.line.cut(role_start, role_end).strip(" ,-–") if role_end > role_start else ""
        end = name_end
        after, appended = self.apposition(name_end)
        if appended and role and not self._closed(name_end, after):
            # "… với Thủ tướng X, lãnh đạo tỉnh Y đề xuất": somebody else speaks.
            appended = ""
        if appended:
            end = after
            copula = tokens_at(self.tokens, name_end) in COPULAS
            role = appended if not role else role if copula else f"{role}, {appended}"
        if self.english:
            start, role = self._with_country(start, role)
        return Sighting(
            start,
            end,
            self.line.cut(name_start, name_end),
            Evidence.TITLE if role else Evidence.HONORIFIC,
            name_start,
            name_end,
            role,
            honorific,
        )

    def _closed(self, start: int, end: int) -> bool:
        """Whether an apposition that a comma opened is closed by a mark."""
        if self.tokens[start].text != ",":
            return True
        return end >= len(self.tokens) or not self.tokens[end].word

    def _with_country(self, start: int, role: str) -> tuple[int, str]:
        """Take "Vietnamese" of "Vietnamese Foreign Minister X" into the role."""
        if not role or start == 0:
            return start, role
        owner = self.tokens[start - 1].low.replace("’", "'")
        if owner.endswith("'s") and owner[:-2] in self.lexicon.countries:
            return start - 1, f"{self.line.cut(start - 1, start)} {role}"
        for length in (2, 1):
            first = start - length
            if first < 0:
                continue
            match = self.lexicon.places.match(self.tokens, first)
            match = match or self.lexicon.organisations.match(self.tokens, first)
            if match and match[0] == start:
                return first, f"{self.line.cut(first, start)} {role}"
        return start, role

    def _read_bare(self, position: int) -> Sighting | None:
        if not self.is_name_word(position):
            return None
        if self._named_after(position):
            self.thing_until = self._run(position) or position + 1
            return None
        tokens, lexicon = self.tokens, self.lexicon
        country = lexicon.places.match(tokens, position)
        if country and not self._is_surname(position):
            return None
        for phrases in (lexicon.organisations, lexicon.places):
            match = phrases.match(tokens, position)
            if match and (match[0] - position > 1 or not is_syllable(tokens[position].text)):
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
        if role:
            evidence = Evidence.TITLE
        elif not self.english and vietnamese and length >= 3 and (own or length == 3):
            evidence = Evidence.BARE
        return Sighting(
            position,
            after if role else end,
            self.line.cut(position, end),
            evidence,
            position,
            end,
            role,
        )

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
            for phrases in (self.lexicon.organisations, self.lexicon.places)
            if (match := phrases.match(self.tokens, position)) and self.tokens[position].cap
        ]
        if ends:
            return max(*ends, position + 1)
        if self.is_name_word(position) and (end := self._run(position)) and end - position > 1:
            if is_syllable(self.tokens[position].text):
                return position + 1
            return end
        return position + 1


@cache
def words_of_statesmen() -> frozenset[str]:
    """The folded names of statesmen who are known without a title."""
    return frozenset(fold(name) for name in phrases_in(table_of("names.toml")["statesmen"]))


def tokens_at(tokens: Sequence[Token], position: int) -> str:
    """The lower-case word at a position, ``""`` beyond the end."""
    return tokens[position].low if position < len(tokens) else ""
