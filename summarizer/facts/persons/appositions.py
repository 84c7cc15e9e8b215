"""Offices that stand after a name in apposition, and chains of offices."""

from __future__ import annotations

from summarizer.facts.persons.appointments import office_given, without_day
from summarizer.facts.persons.titles import TitleReader, phrase_after

_DASHES = frozenset("-–—")
COPULAS = frozenset({"là", "làm", "hiện", "giữ"})
_COPULA_TAIL = frozenset({"là", "chức", "hiện", "đang", "vụ", "chức vụ", "một", "cũng"})
_ENGLISH_LEADS = frozenset(
    {
        *("the", "a", "an", "previously", "formerly", "currently", "once", "then"),
        *("new", "newly-appointed", "current", "incoming", "outgoing"),
    }
)
_STAFFS = frozenset({"văn phòng", "nội các", "chính quyền", "đội ngũ"})


class AppositionReader(TitleReader):
    """Reads what explains a name; titles as its parent does."""

    def apposition(self, position: int) -> tuple[int, str]:
        """The end and text of an office in apposition after a name, ``""`` if there is none."""
        tokens = self.tokens
        if position + 1 >= len(tokens):
            return position, ""
        mark = tokens[position]
        start = position + 1
        given = office_given(self.line, position, english=self.english)
        if given is not None:
            start = given
        elif mark.low in COPULAS and not self.english:
            while start < len(tokens) and tokens[start].low in _COPULA_TAIL:
                start += 1
        elif mark.text in {",", "("} and (aged := self._past_age(start)):
            start = aged
        elif mark.text not in {",", "("} and mark.text not in _DASHES:
            return position, ""
        while (
            start < len(tokens)
            and tokens[start].low
            in {
                "hiện",
                "là",
                "đang",
                "đại",
            }
            | _ENGLISH_LEADS
        ):
            if tokens[start].low == "đại":
                break
            start += 1
        found = self.office_from(start)
        if found is None:
            return position, ""
        role_end, kind, owned = found
        role = self.line.cut(start, role_end)
        if owned:
            return role_end, role
        if given is not None or mark.low in COPULAS:
            role = without_day(role, english=self.english)
            return position, role if kind != "trade" else ""
        if kind != "trade" and (parent := self._parent_body(role_end)):
            role_end = parent
            role = self.line.cut(start, role_end)
        if role_end < len(tokens) and tokens[role_end].text in {")", ","}:
            return role_end + (tokens[role_end].text == ")"), role
        return role_end, role

    def office_from(self, start: int) -> tuple[int, str, bool] | None:
        """The end and kind of the office that begins at ``start``, and whether it is somebody's who
        is named after it ("đặc phái viên của Tổng thống X"); ``None`` if none is, or the name's.
        """
        tokens, first = self.tokens, start
        if self.english and (land := self.lexicon.places.match(tokens, start)):
            # "X, the US ambassador to Vietnam"
            first = land[0]
        title = self.title_at(first) if first < len(tokens) else None
        if title is None or title[1] == "honorific":
            return None
        end, role_end = title[0], title[0]
        while True:
            name, certain = self.complement(end, appositive=True)
            if name is not None:
                owner = self._owner(start, name)
                return None if owner is None else (owner, title[1], True)
            role_end = certain
            following = self._chained(certain)
            if following is None:
                break
            link = self.title_at(following)
            if link is None or link[1] == "honorific":
                break
            if self.complement(link[0], appositive=True)[0] is not None:
                # "X, Bộ trưởng, Chủ nhiệm Y Z": the whole chain is Z's
                return None
            end = link[0]
        role_end = self._before_holder(start, role_end)
        if tokens[role_end - 1].low == "nước" and phrase_after(tokens, role_end, 1) == "này":
            # "thủ tướng nước này"
            role_end -= 1
        return role_end, title[1], False

    def _past_age(self, position: int) -> int | None:
        """Where an explanation goes on after an age: "X, 59 tuổi, cựu bộ trưởng"."""
        tokens = self.tokens
        if position + 2 >= len(tokens) or not tokens[position].text.isdigit():
            return None
        aged = tokens[position + 1].low == "tuổi" and tokens[position + 2].text == ","
        return position + 3 if aged else None

    def _parent_body(self, comma: int) -> int | None:
        """The end of a body after a comma that the one before belongs to: "Viện trưởng Viện A,
        Đại học B, nói". What stands right before a verb speaks itself.
        """
        tokens = self.tokens
        if comma + 2 >= len(tokens) or tokens[comma].text != "," or not tokens[comma + 1].cap:
            return None
        if tokens[comma + 1].low not in self.lexicon.parents or self.title_at(comma + 1):
            return None
        name, end = self.complement(comma + 1, appositive=True)
        closed = end < len(tokens) and tokens[end].text in {",", ")"}
        return end if name is None and end > comma + 2 and closed else None

    def _owner(self, start: int, name: int) -> int | None:
        """Where "của" stands before somebody else's office and name: "đặc phái viên | của Tổng
        thống X".
        """
        for position in range(name - 1, start, -1):
            two = " ".join(token.low for token in self.tokens[max(0, position - 1) : position + 1])
            owned = self.tokens[position].low == "của" or two in _STAFFS
            inner = self.title_at(position + 1) if owned else None
            if inner and inner[1] == "office" and not self._is_bureau(position, inner[0]):
                return position + (two in _STAFFS)
        return None

    def _is_bureau(self, staff: int, end: int) -> bool:
        """Whether a body's name runs over the word for a staff and the office behind it, up to
        ``end``: whoever leads the "Văn phòng Chủ tịch nước" is not the president.
        """
        body = self.lexicon.organisations.match(self.tokens, staff - 1) if staff else None
        return body is not None and body[0] >= end

    def _before_holder(self, start: int, end: int) -> int:
        """Where a role ends before somebody else with name: "cố vấn của | Tổng thống X"."""
        for position in range(start + 1, end):
            inner = self.title_at(position + 1) if self.tokens[position].low == "của" else None
            if inner and inner[1] == "office":
                named, _ = self.complement(inner[0], appositive=False)
                if named is not None and self.read_name(named) is not None:
                    return position
        return end

    def _chained(self, position: int) -> int | None:
        """Where the next title of a chain begins ("Phó Thủ tướng, Bộ trưởng …")."""
        if position >= len(self.tokens):
            return None
        token = self.tokens[position]
        if token.text in {",", "/"} or token.text in _DASHES or token.low == "kiêm":
            following = position + 1
            if self.title_at(following):
                return following
            return None
        if self.title_at(position):
            return position
        return None

    def _with_country(self, start: int, role: str) -> tuple[int, str]:
        """Take "Vietnamese" of "Vietnamese Foreign Minister X" into an English role."""
        if not self.english or not role or start == 0:
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
