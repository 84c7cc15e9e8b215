"""The persons seen in one line, and what neighbours lend each other: an office before a comma, the
evidence of a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.persons.bare_names import Evidence, Sighting
from summarizer.facts.persons.capitals import in_name_case
from summarizer.facts.persons.reading import PersonReader
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

_MEANWHILE = frozenset({"", "bấy giờ", "khi đó", "hiện", "hiện nay", "đương nhiệm", "hiện tại"})
_NO_CHARGE = frozenset(
    {"đã", "đang", "sẽ", "là", "có", "được", "bị", "cho", "với", "gặp", "tiếp", "thăm", "cùng"}
)
MAX_CHARGE = 12
"""Tokens of what an office is in charge of."""

_LISTED = (["và"], [","], ["and"])


def find_sightings(line: Line, lexicon: Lexicon) -> list[Sighting]:
    """The persons seen in a line, in order, not overlapping."""
    line = in_name_case(line, lexicon)
    reader = PersonReader(line, lexicon)
    found: list[Sighting] = []
    past = 0
    for position in reader.openings():
        if position < past:
            continue
        sighting = reader.read(position)
        if sighting is None:
            past = reader.skip(position)
            continue
        found.append(sighting)
        past = max(sighting.end, position + 1)
    return _share_evidence(line, _join_leading_roles(line, found, lexicon))


def _share_evidence(line: Line, found: Sequence[Sighting]) -> list[Sighting]:
    """Take a foreign name listed with a person for one too: "hai công dân A B và C D"."""
    shared: list[Sighting] = []
    for sighting in found:
        last = shared[-1] if shared else None
        if (
            last is not None
            and last.name
            and last.evidence in {Evidence.TITLE, Evidence.HONORIFIC}
            and last.end == last.name_end
            and sighting.evidence is Evidence.WEAK
            and sighting.name_end - sighting.name_start > 1
            and [token.low for token in line.tokens[last.end : sighting.start]] in _LISTED
        ):
            several = line.tokens[last.start - 1].low if last.start else ""
            role = last.role if several in words_of("speech.toml", "plural") else ""
            evidence = Evidence.TITLE if role else Evidence.HONORIFIC
            shared.append(replace(sighting, role=role, evidence=evidence))
        else:
            shared.append(sighting)
    return shared


def _join_leading_roles(line: Line, found: Sequence[Sighting], lexicon: Lexicon) -> list[Sighting]:
    """Give "chủ tịch Phòng X, ông Y" its role, which stands before a comma or "là"."""
    joined: list[Sighting] = []
    for sighting in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.evidence is Evidence.REFERENCE
            and last.role
            and sighting.name
            and _is_ranked(line, last, sighting)
        ):
            joined[-1] = replace(sighting, start=last.start, role=f"{last.role}, {sighting.role}")
            continue
        if (
            last is not None
            and last.evidence is Evidence.REFERENCE
            and last.role
            and sighting.name
            and not _is_of_many(line, last)
            and (sighting.honorific or _opens_line(line, last, sighting))
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
        if (
            last is not None
            and last.evidence is Evidence.REFERENCE
            and last.role
            and sighting.name
            and sighting.honorific
            and not sighting.role
            and _is_described(line, last, sighting, lexicon)
        ):
            role = line.cut(last.start, sighting.start - 1)
            joined[-1] = replace(sighting, start=last.start, role=role, evidence=Evidence.TITLE)
            continue
        joined.append(sighting)
    return joined


def _is_of_many(line: Line, office: Sighting) -> bool:
    """Whether an office is told of several: "Hội nghị Các Tổng giám đốc A, ông X …"."""
    before = line.tokens[office.start - 1].low if office.start else ""
    return before in {"các", "những", "nhiều"}


def _is_described(line: Line, office: Sighting, holder: Sighting, lexicon: Lexicon) -> bool:
    """Whether nothing but what an office is in charge of stands between it and the comma before its
    holder: "Chủ tịch Hội đồng đối tác các vùng ven biển, bà X".
    """
    tokens = line.tokens
    comma = holder.start - 1
    between = range(office.end, comma)
    opens = office.start == 0 or not tokens[office.start - 1].word
    if not opens or tokens[comma].text != "," or not 0 < len(between) <= MAX_CHARGE:
        return False
    return not any(
        tokens[at].text in {",", ";", ":", "."}
        or tokens[at].low in _NO_CHARGE
        or lexicon.speech.match(tokens, at)
        for at in between
    )


def _is_ranked(line: Line, office: Sighting, holder: Sighting) -> bool:
    """Whether a rank with a name explains the office before it: "Tư lệnh X, tướng Y, …"."""
    tokens = line.tokens
    return (
        holder.start == office.end + 1
        and tokens[office.end].text == ","
        and holder.role.lower() in words_of("names.toml", "leading_ranks")
        and holder.end < len(tokens)
        and not tokens[holder.end].word
    )


def _opens_line(line: Line, office: Sighting, holder: Sighting) -> bool:
    """Whether a line begins with an office and a full name after a comma: "Tổng thống X, Y Z"."""
    first = office.start == 0 or not line.tokens[office.start - 1].word
    return (
        first
        and not holder.role
        and holder.name_end - holder.name_start > 1
        and line.tokens[office.end].text == ","
        and holder.start == office.end + 1
    )


def _leads_to(line: Line, start: int, end: int) -> bool:
    """Whether an office is said to be somebody's: "chủ tịch nước A bấy giờ là ông B"."""
    between = [token.low for token in line.tokens[start:end]]
    return between[-1:] == ["là"] and " ".join(between[:-1]) in _MEANWHILE
