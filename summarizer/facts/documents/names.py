"""Documents with names of their own, as the gazetteer lists them: conventions, the constitution,
what congresses and plenums pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarizer.facts.documents.citation import (
    NTH,
    ORDINALS,
    Citation,
    CitingLine,
    either,
    numeral,
    spelled,
)
from summarizer.facts.documents.parties import (
    agreement,
    agreement_words,
    joint_statement,
    statement_words,
)
from summarizer.facts.words.lexicon import table_of
from summarizer.text.folding import fold

_MOST_CONGRESSES = 20
"""Provinces and unions count their congresses, too, and further than the Party."""

_TEXTS = {
    "nghi quyet": "nghi quyet", "van kien": "van kien", "bao cao chinh tri": "bao cao chinh tri",
    "resolution": "nghi quyet", "resolutions": "nghi quyet", "documents": "van kien",
    "document": "van kien", "political report": "bao cao chinh tri",
}  # fmt: skip
_TEXT = either(list(_TEXTS))
_OF_CONGRESS = re.compile(
    rf"(?P<text>{_TEXT}) dai hoi(?: (?:dai bieu|toan quoc|dang(?! bo)|lan thu|cua dang))*"
    rf" (?P<nth>{NTH})(?P<party>(?: dang(?! bo)| cua dang(?! bo)(?: cong san viet nam| ta)?"
    r"| dang cong san viet nam)?)(?! (?:cua |dang bo|cong doan|hoi |doan |tinh ))"
)
_PARTY_CONGRESS = (
    rf"(?:(?P<nth>{NTH}) (?:(?:national|party) )*congress"
    r"(?: of the (?:communist )?party(?: of viet ?nam)?)?)"
)
_CONGRESS_EN = (
    re.compile(rf"(?P<text>{_TEXT}) (?:of|from|adopted (?:at|by)) (?:the )?{_PARTY_CONGRESS}(?!')"),
    re.compile(rf"{_PARTY_CONGRESS}(?:'s?)? (?P<text>{_TEXT})(?!\w)"),
)
_TERM = rf",? ?\(?(?:khoa|nhiem ky) (?P<term>{NTH})\)?"
_OF_PLENUM = (
    re.compile(
        r"(?P<text>nghi quyet|ket luan) (?:cua )?(?:hoi nghi )?(?:lan thu )?(?:trung uong|tw"
        rf"|bch ?tw|ban chap hanh trung uong)(?: dang)?(?: lan thu)? (?P<nth>{NTH})(?:{_TERM})?"
    ),
    re.compile(
        rf"(?P<text>nghi quyet|ket luan) (?:cua )?hoi nghi (?:lan thu )?(?P<nth>{NTH})(?: cua)?"
        rf" (?:trung uong|tw|bch ?tw|ban chap hanh trung uong)(?: dang)?(?:{_TERM})?"
    ),
    re.compile(
        rf"(?P<text>resolution|conclusion) of (?:the )?(?P<nth>{NTH}) plenum(?: of (?:the )?"
        rf"(?P<term>{NTH}) (?:cpv |party )?(?:central committee|congress)(?: of the party)?)?"
    ),
    re.compile(
        rf"(?P<text>resolution|conclusion) of (?:the )?(?:(?P<term>{NTH}) )?(?:cpv |party )?"
        rf"central committee's (?P<nth>{NTH}) plenum"
    ),
)
_MOST_PLENUMS = 16
_PLENUM_TEXTS = {"resolution": "nghi quyet", "conclusion": "ket luan"}
_OURS = "1946|1959|1980|1992|2013"
_CONSTITUTION = (
    re.compile(rf"hien phap(?: viet nam)?(?: sua doi)? ?,? ?\(?(?:nam )?(?P<year>{_OURS})(?!\d)"),
    re.compile(rf"(?P<year>{_OURS}) (?:viet ?nam(?:ese)? )?constitution(?!\w)"),
    re.compile(rf"constitution of (?P<year>{_OURS})(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """Names of documents that begin with one word, in one pattern; its groups are the rows'."""

    pattern: re.Pattern[str]
    rows: tuple[dict[str, Any], ...]


Reader = Callable[[CitingLine, int], Citation | None]


@cache
def readers() -> Mapping[str, tuple[Reader, ...]]:
    """What may read a document at a word, by the folded word."""
    found: dict[str, tuple[Reader, ...]] = {}

    def let(reader: Reader, *words: str) -> None:
        for word in words:
            found[word] = (*found.get(word, ()), reader)

    for word, listed in _listed().items():
        let(_listed_reader(listed), word)
    let(_of_congress, "nghi", "van", "bao", "resolution", "resolutions", "documents", "document",
        "political")  # fmt: skip
    ordinals = [f"{number}{end}" for number, end in _english_ordinals()]
    let(_of_congress, *ordinals, *(word for word in ORDINALS if word.endswith(("th", "st", "rd"))))
    let(_of_plenum, "nghi", "ket", "resolution", "conclusion")
    let(_constitution, "hien", "constitution", *_OURS.split("|"))
    let(agreement, *agreement_words())
    let(joint_statement, *statement_words())
    return found


def short_names(line: CitingLine) -> Iterator[Citation]:
    """Documents under their short names, which have capitals only: "UNCLOS 1982"."""
    for match in _short_pattern().finditer(line.text):
        key, beside = _short()[match["short"]]
        yield Citation(match.start(), match.end(), key, beside=beside)


# -- names of the gazetteer ----------------------------------------------------------------------


def _listed_reader(listed: _Listed) -> Reader:
    def read(line: CitingLine, start: int) -> Citation | None:
        match = listed.pattern.match(line.folded, start)
        if match is None or match.lastgroup is None:
            return None
        row = listed.rows[int(match.lastgroup[1:])]
        return Citation(start, match.end(), row["key"], shortens=tuple(row.get("shortens", ())))

    return read


@cache
def _listed() -> dict[str, _Listed]:
    rows = table_of("documents.toml")["named"]
    by_word: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for row in rows:
        for name in row["names"]:
            for first, pattern in _patterns(name, row):
                by_word.setdefault(first, []).append((pattern, row))
    listed = {}
    for first, found in by_word.items():
        found.sort(key=lambda pair: -len(pair[0]))
        pattern = "|".join(f"(?P<k{n}>{pattern})" for n, (pattern, _) in enumerate(found))
        listed[first] = _Listed(re.compile(f"(?:{pattern})"), tuple(row for _, row in found))
    return listed


def _patterns(name: str, row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The pattern of a name by each of the folded words that it can begin with."""
    years = "|".join(str(year) for year in row.get("years", ()))
    between = r"(?: \([^()]{1,25}\))?(?: (?:cua|ve|cac|viec|cach|the|on|of|for|in|nam"
    between += (f"|{years}" if years else "") + "))* "
    words = re.sub(r" - ", "-", fold(name)).split()
    body = between.join(spelled(word) for word in words)
    tail = rf"(?:,? (?:cua )?{spelled('lhq')})?" if "lhq" not in words else ""
    tail += rf"(?:,? \(?(?:nam |of )?(?:{years})(?!\d)\)?)?" if years else ""
    firsts = ["un", "united", "lien", "lhq"] if words[0] == "lhq" else [_first(words[0])]
    pattern = rf"{body}(?!\w){tail}"
    for first in firsts:
        yield first, pattern
    for year in years.split("|") if years else ():
        yield year, f"{year} {pattern}"


def _first(word: str) -> str:
    return re.split(r"[^\w]", word)[0]


@cache
def _short() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Keys of short names, and what must stand in an article beside them."""
    table = table_of("documents.toml")
    found = {
        name: (row["key"], tuple(fold(word) for word in row.get("beside", ())))
        for row in table["named"]
        for name in row.get("short", ())
    }
    return found | {name: (key, ()) for name, key in table["agreements"]["short"].items()}


@cache
def _short_pattern() -> re.Pattern[str]:
    firsts = "".join(sorted({name[0] for name in _short()}))
    names = either([re.escape(name) for name in _short()])
    rows = table_of("documents.toml")["named"]
    years = "|".join(str(year) for row in rows for year in row.get("years", ()) if row.get("short"))
    year = rf"(?: ?[-,]? ?(?:năm |of )?(?:{years})(?![\d/]))?"
    return re.compile(rf"(?<!\w)(?=[{firsts}])(?P<short>{names})(?![\w-]){year}")


# -- the Party's and the state's -----------------------------------------------------------------


def _of_congress(line: CitingLine, start: int) -> Citation | None:
    for pattern in (_OF_CONGRESS, *_CONGRESS_EN):
        if match := pattern.match(line.folded, start):
            number = numeral(match["nth"])
            if 0 < number <= _MOST_CONGRESSES:
                return Citation(start, match.end(), f"{_TEXTS[match['text']]} dai hoi", str(number))
    return None


def _of_plenum(line: CitingLine, start: int) -> Citation | None:
    for pattern in _OF_PLENUM:
        if match := pattern.match(line.folded, start):
            text = _PLENUM_TEXTS.get(match["text"], match["text"])
            term = str(numeral(match["term"])) if match["term"] else ""
            number = numeral(match["nth"])
            # "Nghị quyết Trung ương 29" is one with a number
            if number <= _MOST_PLENUMS:
                return Citation(start, match.end(), f"{text} trung uong", str(number), term=term)
    return None


def _constitution(line: CitingLine, start: int) -> Citation | None:
    for pattern in _CONSTITUTION:
        if match := pattern.match(line.folded, start):
            return Citation(start, match.end(), "hien phap", year=match["year"])
    return None


def _english_ordinals() -> Iterator[tuple[int, str]]:
    for number in range(1, _MOST_CONGRESSES + 1):
        yield number, {1: "st", 2: "nd", 3: "rd"}.get(number if number < 4 else 0, "th")
