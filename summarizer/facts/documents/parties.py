"""Documents between two parties, whichever is named first: agreements of a kind, joint statements.

The states are those of the gazetteer.
"""

from __future__ import annotations

import re
from functools import cache

from summarizer.facts.documents.citation import Citation, CitingLine, either, spelled
from summarizer.facts.words.lexicon import table_of
from summarizer.text.dates import find_dates
from summarizer.text.folding import fold

_DAY_WITHIN = 40
_JOINT = "tuyen bo chung"


def agreement_words() -> frozenset[str]:
    """The folded words with which agreements begin."""
    return frozenset(name.split()[0] for name in (*_kinds(), *_state_names()))


def statement_words() -> frozenset[str]:
    """The folded words with which joint statements begin."""
    return frozenset({"tuyen", "joint", *(name.split()[0] for name in _state_names())})


def _state_names() -> list[str]:
    return [re.sub(r"[^\w]", " ", name) for name in _states()]


def agreement(line: CitingLine, start: int) -> Citation | None:
    """The agreement that begins at ``start``, if its kind and both parties are known."""
    for pattern in _agreement_patterns():
        match = pattern.match(line.folded, start)
        if match and " " in (parties := _parties(match)):
            return Citation(start, match.end(), f"{_kinds()[match['kind']]} {parties}")
    return None


def joint_statement(line: CitingLine, start: int) -> Citation | None:
    """The joint statement that begins at ``start``, if its parties or its day tell which."""
    for pattern in _statement_patterns():
        match = pattern.match(line.folded, start)
        if match is None:
            continue
        parties = _parties(match)
        end, day = _day_after(line, match.end())
        if " " in parties or day:
            return Citation(start, end, f"{_JOINT} {parties}".strip(), year=day)
    return None


def _day_after(line: CitingLine, end: int) -> tuple[int, str]:
    """The day that follows directly, and where it ends."""
    tail = line.text[end : end + _DAY_WITHIN]
    for language in ("vi", "en"):
        mention = next(iter(find_dates(tail, language)), None)
        if mention is None or mention.date.year is None:
            continue
        if re.fullmatch(r",? ?(?:of|on|dated|issued on|ngày|năm)? ?", tail[: mention.start]):
            return end + mention.end, str(mention.date)
    return end, ""


@cache
def _states() -> dict[str, str]:
    states = table_of("documents.toml")["states"]
    return {_close(fold(name)): key for key, names in states.items() for name in names}


@cache
def _kinds() -> dict[str, str]:
    kinds = table_of("documents.toml")["agreements"]["kinds"]
    return {fold(name): key for key, names in kinds.items() for name in names}


@cache
def _between() -> tuple[str, str]:
    """Patterns of two parties: after the word for a text, and before it."""
    state = either([spelled(name) for name in _states()])
    a, b = f"(?P<a>{state})(?!\\w)", f"(?P<b>{state})(?!\\w)"
    after = rf"(?:(?:giua|cua|between|of) (?:the )?)?{a}"
    after += rf"(?: ?[-/] ?|,? (?:va|voi|cung|and) (?:the )?){b}"
    before = rf"{a} ?- ?{b}"
    return after, before


@cache
def _agreement_patterns() -> tuple[re.Pattern[str], ...]:
    kind = rf"(?P<kind>{either([spelled(name) for name in _kinds()])})(?!\w)"
    after, before = _between()
    return (
        re.compile(rf"{kind}(?: \([^()]{{1,12}}\))? (?:song phuong )?{after}"),
        re.compile(rf"{before} {kind}"),
    )


@cache
def _statement_patterns() -> tuple[re.Pattern[str], ...]:
    text = r"(?:tuyen bo chung|joint (?:statement|declaration))(?!\w)"
    after, before = _between()
    return (
        re.compile(rf"{text} {after}"),
        re.compile(rf"{before} {text}"),
        re.compile(rf"{text}(?= (?:ngay|dated|of|on|issued on|nam) [\w, ]{{0,12}}\d)"),
    )


def _parties(match: re.Match[str]) -> str:
    found = match.groupdict()
    if not found.get("a"):
        return ""
    return " ".join(sorted({_states()[_close(found[side])] for side in ("a", "b")}))


def _close(name: str) -> str:
    """A name without blanks around its hyphen: "a - au" as "a-au"."""
    return re.sub(r" ?- ?", "-", name)
