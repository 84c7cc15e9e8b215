"""Documents with numbers: "Chỉ thị 25-CT/TW", "Nghị quyết số 22 của Bộ Chính trị"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from summarizer.facts.documents.citation import (
    Citation,
    CitingLine,
    either,
    numeral,
    spelled,
    with_lhq,
)
from summarizer.facts.words.lexicon import table_of
from summarizer.text.folding import CAPITAL, fold

PARTY = "tw"
_ONCE_FOR_ALL = frozenset({PARTY, "hdba", "dhd"})
"""Who does not begin anew with every year: the year is no part of the number."""
_FIRST_YEAR_OF_TERM = {9: 2001, 10: 2006, 11: 2011, 12: 2016, 13: 2021, 14: 2026, 15: 2031}
_PIECES = 4
"""How many things may follow a number: an issuer, a date, a term, a subject."""
_SUBJECT_WITHIN = 60

_NUMBER = re.compile(
    r"(?P<so>(?: ?so|,? no\.?|,? number))? ?:? ?(?P<number>\d{1,5})(?![\w%])(?![.,]\d)"
)
_YEAR = re.compile(r" ?/ ?((?:19|20)\d\d)(?!\d)")
# Capitals of a code stand with or without blanks around its strokes: 25-CT/TW, 24 / QĐ - BGTVT.
_CODE = re.compile(
    rf"(?: ?[-–/] ?(?:TT[gG]|Tr|{CAPITAL}[{CAPITAL[1:-1]}&]{{1,9}}\d{{0,2}}|QĐi)(?!\w))+"
)
_PART = re.compile(r"[^\W\d_&]+")
_WHEN = re.compile(
    r"(?:,(?= ngay | dated ))? ?\(?"
    r"(?:(?:ban hanh|ky|thong qua|issued|dated|adopted|signed) )?(?:on )?"
    r"(?:ngay \d{1,2}(?:[-/.]\d{1,2}[-/.]| thang \d{1,2},? (?:nam )?)"
    r"|nam |of |in |(?:dated |on )?(?:[a-z]{3,9} \d{1,2}, ?|\d{1,2} [a-z]{3,9},? ))"
    r"((?:19|20)\d\d)\)?(?![\d/-])"
)
_TERM = re.compile(
    r",? ?\(?khoa ([ivx]+|\d\d?)\)?(?!\w)"
    r"|,? ?(?:of the |\()(\d\d?)th (?:tenure|term)\)?(?!\w)"
)
_LOCAL = re.compile(
    r" (?:của |by |of )(?:(?:Ban Thường vụ |Ban Chấp hành )?(?:UBND|HĐND|[ỦU][ỷy] ban nhân dân"
    r"|Hội đồng nhân dân|Thành ủy|Thành uỷ|Tỉnh ủy|Tỉnh uỷ)"
    r"(?: (?:tỉnh|thành phố|TP\.?|quận|huyện))?"
    rf"(?P<place>(?: (?!TP\b){CAPITAL}\w*){{1,4}}))"
)
_ENDS = '.!?:;…"'


@dataclass(frozen=True, slots=True)
class _Sort:
    key: str
    verb: bool
    coded: bool
    issuer: str


@dataclass(frozen=True, slots=True)
class _Known:
    issuer: str
    term: str
    bare: bool
    subjects: re.Pattern[str] | None
    subject_term: str


@dataclass(frozen=True, slots=True)
class _Register:
    sorts: Mapping[str, _Sort]
    issuers: Mapping[str, str]
    codes: frozenset[str]
    opening: frozenset[str]
    local: frozenset[str]
    known: Mapping[tuple[str, str], tuple[_Known, ...]]
    head: re.Pattern[str]
    before: re.Pattern[str]
    of: re.Pattern[str]
    counted: re.Pattern[str]
    firsts: frozenset[str]


def numbered(line: CitingLine, start: int) -> Citation | None:
    """The document with a number whose name begins at ``start`` of a line."""
    register = _register()
    position, issuer = start, ""
    if before := register.before.match(line.folded, start):
        position, issuer = before.end(), register.issuers[_plain(before[1])]
    head = register.head.match(line.folded, position)
    if head is None:
        return None
    sort = register.sorts[head["sort"]]
    if head["issuer"]:
        issuer = register.issuers[_plain(head["issuer"])]
    number = _NUMBER.match(line.folded, head.end())
    if number is None or not (
        number["so"] or line.folded[number.start() : number.start() + 1] == " "
    ):
        return None
    found = Citation(
        start, number.end(), sort.key, number["number"].lstrip("0") or "0", issuer or sort.issuer
    )
    found = _coded(line, found, register)
    counted = register.counted.match(line.folded, found.end)
    told = bool(number["so"] or issuer or found.coded or found.year)
    if sort.coded and not found.coded:
        return None
    found = _followed(line, found, register)
    told = told or found.end > number.end()
    if counted and sort.verb and not (number["so"] or found.coded or found.issuer):
        return None
    if not told and (counted or re.fullmatch(r"(?:19|20)\d\d", number["number"])):
        return None
    certain = told or not sort.verb
    return replace(_known(found, register), certain=certain or _is_name(line, start))


def first_words() -> frozenset[str]:
    """The folded words with which such names begin."""
    return _register().firsts


def _is_name(line: CitingLine, start: int) -> bool:
    """Whether a capital inside a sentence tells a name."""
    before = line.text[:start].rstrip()
    return line.text[start].isupper() and before != "" and before[-1] not in _ENDS


def _coded(line: CitingLine, found: Citation, register: _Register) -> Citation:
    """The citation with the year and the issuer of its code."""
    end, year = found.end, ""
    if given := _YEAR.match(line.folded, end):
        end, year = given.end(), given[1]
    issuer = found.issuer
    code = _CODE.match(line.text, end)
    parts = [fold(part) for part in _PART.findall(code[0])] if code else []
    # "Nghị quyết 22 - ASEAN": with blanks only a known sort or issuer begins a code.
    if code and ((code[0][0] in "-/" and " " not in code[0][:2]) or parts[0] in register.opening):
        end = code.end()
        named = [part for part in parts if part not in register.codes]
        issuer = named[0] if named else issuer
        return replace(found, end=end, year=_annual(issuer, year), issuer=issuer, coded=True)
    return replace(found, end=end, year=_annual(issuer, year))


def _annual(issuer: str, year: str) -> str:
    return "" if issuer in _ONCE_FOR_ALL else year


def _followed(line: CitingLine, found: Citation, register: _Register) -> Citation:
    """The citation with what follows its number, as far as that tells something new."""
    position, pieces, year = found.end, 0, found.year
    while pieces < _PIECES:
        pieces += 1
        if when := _WHEN.match(line.folded, position):
            position, year = when.end(), when[1]
            found = _dated(found, year, position)
        elif local := _LOCAL.match(line.text, position):
            position = local.end()
            if not found.issuer or found.issuer in register.local:
                kind = found.issuer or "local"
                issuer = f"{kind} {fold(local['place']).removeprefix('tp ')}"
                found = replace(found, issuer=issuer, end=position)
        elif of := register.of.match(line.folded, position):
            position = of.end()
            if not found.issuer:
                found = replace(found, issuer=register.issuers[_plain(of[1])], end=position)
                # the date may have been read before the issuer
                found = _dated(replace(found, year=""), year, position) if year else found
        elif term := _TERM.match(line.folded, position):
            position = term.end()
            # the National Assembly counts its terms as well
            if found.issuer == PARTY:
                found = replace(found, term=str(numeral(term[1] or term[2])), end=position)
        else:
            break
    return _on_subject(line, found, position, register)


def _dated(found: Citation, year: str, end: int) -> Citation:
    if found.issuer == PARTY:
        terms = [term for term, first in _FIRST_YEAR_OF_TERM.items() if first <= int(year)]
        return replace(found, term=str(terms[-1]), end=end) if terms else found
    if found.year or found.issuer in _ONCE_FOR_ALL:
        return found
    return replace(found, year=year, end=end)


def _on_subject(line: CitingLine, found: Citation, position: int, register: _Register) -> Citation:
    """The citation with the issuer and term that its subject tells."""
    if found.issuer not in ("", PARTY) or found.year:
        return found
    for known in register.known.get((found.sort, found.number), ()):
        if known.subjects is None or (found.issuer == known.issuer and known.term):
            continue
        if subject := known.subjects.match(line.folded, position):
            told = replace(found, issuer=known.issuer, term=found.term or known.subject_term)
            return told if told == found else replace(told, end=subject.end())
    return found


def _known(found: Citation, register: _Register) -> Citation:
    """The citation with what everybody knows of its number."""
    for known in register.known.get((found.sort, found.number), ()):
        if known.bare and not found.issuer and not found.year:
            found = replace(found, issuer=known.issuer)
        if found.issuer == known.issuer:
            found = replace(found, term=found.term or known.term)
    return found


def _plain(issuer: str) -> str:
    """An issuer as the register has it."""
    return re.sub(r" ?([-&]) ?", r"\1", with_lhq(issuer))


@cache
def _register() -> _Register:
    table = table_of("documents.toml")
    sorts = {
        fold(name): _Sort(
            key, row.get("verb", False), row.get("coded", False), row.get("issuer", "")
        )
        for key, row in table["sorts"].items()
        for name in row["names"]
    }
    issuers = {_plain(fold(name)): key for key, names in table["issuers"].items() for name in names}
    issuer = either([spelled(name) for names in table["issuers"].values() for name in names])
    sort = either([re.escape(name) for name in sorts])
    head = rf"(?P<sort>{sort})s?(?!\w)(?: (?:cua )?(?P<issuer>{issuer})(?= (?:so )?\d))?"
    # In English the issuer may come first: "the Politburo's Resolution 22".
    english = either(
        [
            re.escape(name)
            for row in table["sorts"].values()
            for name in row["names"]
            if name.isascii()
        ]
    )
    before = rf"({issuer})(?:'s?)? (?=(?:{english})s?,? (?:no\.? ?)?\d)"
    of = rf" (?:do |cua |(?:by|of|from|issued by) (?:the )?)?({issuer})(?!\w)"
    firsts = {name.split()[0] for name in (*sorts, *issuers)} - {"lhq"}
    firsts |= {"lhq", "lien", "un", "united"}
    codes = frozenset(fold(code) for code in table["codes"]["sorts"])
    return _Register(
        sorts=sorts,
        issuers=issuers,
        codes=codes,
        opening=codes | frozenset(table["issuers"]),
        local=frozenset(table["codes"]["local"]),
        known=_known_documents(table["known"]),
        head=re.compile(head),
        before=re.compile(before),
        of=re.compile(of),
        counted=re.compile(rf" ?(?:%|(?:{either([fold(w) for w in table['counted']])})(?!\w))"),
        firsts=frozenset(firsts | {name.split()[0] + "s" for name in sorts}),
    )


def _known_documents(rows: list[dict[str, Any]]) -> dict[tuple[str, str], tuple[_Known, ...]]:
    known: dict[tuple[str, str], tuple[_Known, ...]] = {}
    for row in rows:
        subjects = either([spelled(subject) for subject in row.get("subjects", ())])
        within = rf",? (?:ve|on) .{{0,{_SUBJECT_WITHIN}}}?(?:{subjects})(?!\w)"
        entry = _Known(
            row["issuer"],
            str(row.get("term", "")),
            row.get("bare", False),
            re.compile(within) if subjects else None,
            str(row.get("subject_term", row.get("term", ""))),
        )
        key = (row["sort"], str(row["number"]))
        known[key] = (*known.get(key, ()), entry)
    return known
