"""Words that exclude each other, and of which a translation may not say another than its source.

``năm ngoái`` is last year and not this year, ``sáng`` is not the evening, ``thứ Ba`` is Tuesday,
euros are not dollars, ``quý II`` is the second quarter, ``thứ trưởng`` is a deputy minister. A
translation may leave such a word out or say it by a date; one that says another of its kind, and
not the one of the source, is wrong. Where just one word of a kind stands on either side, the wrong
one is replaced.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from translations.engine import Direction, FindingKind
from translations.output.contrast_kinds import KINDS


@dataclass(frozen=True, slots=True)
class Wrong:
    """A word of the translation at ``[start:end]`` that the source contradicts; an empty span
    where it was left out. ``wanted`` is what should stand there, ``source`` what the source says.
    """

    finding: FindingKind
    start: int
    end: int
    wanted: str
    source: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    wide: re.Pattern[str]
    claim: re.Pattern[str]
    say: str


@functools.cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], tuple[_Patterns, ...]], ...]:
    """For each kind its hint and the patterns of its members in a language."""

    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?:(?<!\w)|(?=[\d$€£]))(?:{pattern})(?:(?!\w)|(?=\d))", re.IGNORECASE)

    vietnamese = language == "vi"
    return tuple(
        (
            re.compile(kind.hint, re.IGNORECASE),
            tuple(
                _Patterns(
                    whole(member.vi if vietnamese else member.en),
                    whole(member.claim_vi if vietnamese else member.claim_en),
                    member.say_vi if vietnamese else member.say_en,
                )
                for member in kind.members
            ),
        )
        for kind in KINDS
    )


def wrong_words(source: str, text: str, direction: Direction) -> list[Wrong]:
    """What ``text`` says and its source contradicts, and what must not have been left out."""
    found: list[Wrong] = []
    low_source, low_text = source.lower(), text.lower()
    for kind, (hint, known), (there, said) in zip(
        KINDS, _patterns(direction.source), _patterns(direction.target), strict=True
    ):
        if not hint.search(low_source) and not there.search(low_text):
            continue
        given = {i for i, member in enumerate(known) if member.wide.search(source)}
        claims = [
            (i, match)
            for i, member in enumerate(said)
            if i not in given
            for match in member.claim.finditer(text)
        ]
        if not given:
            if direction in kind.alone:
                found += [Wrong(kind.finding, *match.span(), "", match[0]) for _, match in claims]
            continue
        lacking = [i for i in sorted(given) if not said[i].wide.search(text)]
        if not lacking or not (claims or kind.required):
            continue
        asked = {i: known[i].claim.search(source) for i in lacking}
        clear = len(lacking) == 1 and len({i for i, _ in claims}) == 1
        for _, match in claims:
            wanted = said[lacking[0]].say if clear else ""
            told = known[lacking[0]].wide.search(source)
            found.append(Wrong(kind.finding, *match.span(), wanted, told[0] if told else ""))
        if not claims:
            found += [Wrong(kind.finding, 0, 0, "", match[0]) for match in asked.values() if match]
    return found


def mend_words(text: str, source: str, direction: Direction) -> str:
    """``text`` with the wrong one of two words that exclude each other replaced, where it is clear
    which of the source's is meant.
    """
    found = wrong_words(source, text, direction)
    wrong = [w for w in found if w.wanted and w.start < w.end]
    if direction is Direction.VI_EN and any(w.source.lower() == "thứ trưởng" for w in found):
        wrong += _promoted(source, text)
    for word in sorted(wrong, key=lambda w: w.start, reverse=True):
        before = text[word.start : word.end]
        wanted = word.wanted
        if lead := _LEAD_IN.match(before):
            wanted = lead.group() + wanted
        if before[0].isupper() and not wanted[0].isupper():
            wanted = wanted[0].upper() + wanted[1:]
        text = text[: word.start] + wanted + text[word.end :]
    return text


def _promoted(source: str, text: str) -> list[Wrong]:
    """The minister who is a deputy in the source, where it has no other."""
    ministers = list(re.finditer(r"(?<!Prime )\b[Mm]inister\b", text))
    if len(ministers) != 1 or _MINISTER.search(source):
        return []
    minister = ministers[0]
    wanted = f"Deputy {minister[0]}" if minister[0][0] == "M" else f"deputy {minister[0]}"
    return [Wrong(FindingKind.TERM, *minister.span(), wanted, "thứ trưởng")]


_MINISTER = re.compile(r"bộ\strưởng|ngoại\strưởng", re.IGNORECASE)
_LEAD_IN = re.compile(r"buổi\s", re.IGNORECASE)
