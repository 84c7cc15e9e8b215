"""The words by which sentences are judged: data of ``cues.toml``, by language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources

from summarizer.text.folding import CAPITAL, unify_tones

_FEW_WORDS = r"(?:(?!of\b)[^\W\d_]+\s+){0,4}?"


@dataclass(frozen=True, slots=True)
class Cues:
    """Lower-case words with their marks, the tone where :func:`unify_tones` puts it.

    Attributes:
        openers: openings that point back to the sentence before.
        timed: those of them that only say earlier or later.
        adders: openings that only add to it.
        pointers: openings whose subject is the sentence before.
        told_before: pattern for a noun that was told before, where it opens a text in lower case.
        today: pattern for an English time that is told from today, there.
        office_alone: pattern for an office without a name that says something, there.
        pronouns: words for a person that stand for a name unless one follows.
        one_person: those of them that stand for one person.
        small_words: words whose capital at the beginning of a sentence means nothing.
        asking: words of questions that say nothing of what is asked for.
        speech, task, spoken, when: patterns for lower-case words with a blank on either side.
        place: pattern for a named place in a text as it stands.
        quantities: pattern for quantities that are no numbers, in any case.
        surnames: as they are written.
        person: pattern for a title with the name of a person after it, in a text as it stands.
    """

    openers: tuple[str, ...]
    timed: frozenset[str]
    adders: tuple[str, ...]
    pointers: tuple[str, ...]
    told_before: re.Pattern[str]
    today: re.Pattern[str]
    office_alone: re.Pattern[str]
    pronouns: tuple[str, ...]
    one_person: tuple[str, ...]
    small_words: frozenset[str]
    asking: frozenset[str]
    speech: re.Pattern[str]
    task: re.Pattern[str]
    spoken: re.Pattern[str]
    when: re.Pattern[str]
    place: re.Pattern[str]
    quantities: re.Pattern[str]
    surnames: tuple[str, ...]
    person: re.Pattern[str]


@cache
def cues_of(language: str) -> Cues:
    """The cues of a language; any but English is taken for Vietnamese."""
    text = (resources("summarizer") / "cues.toml").read_text(encoding="utf-8")
    table = tomllib.loads(unify_tones(text))["en" if language == "en" else "vi"]
    where, events, titles = (_either(table[name]) for name in ("where", "events", "titles"))
    # "tại Hà Nội", "tại Thủ đô Hà Nội"; neither "tại Hội nghị" nor "tại ASEAN".
    place = rf"\b(?i:{where})\s+(?!(?i:{events})\b){CAPITAL}[^\W\d_A-Z]"
    # A title, what it is a title of, and a name: a Vietnamese surname with one to four further
    # capitalised words, or, soon after the title, two words of plain letters. "Hà Nội" is neither.
    name = rf"{CAPITAL}[^\W\d_]+"
    surnames = _either(table["surnames"])
    office = r"(?:[^.,;:!?\n]{0,60}?\s)??"
    person = (
        rf"\b(?i:{titles})\s+(?:{office}(?:{surnames})(?:\s+{name}){{1,4}}\b"
        rf"|{_FEW_WORDS}[A-Z][a-z’'-]+(?:\s+[A-Z][A-Za-z’'-]+)+(?![^\W\d_]))"
    )
    return Cues(
        openers=tuple(table["openers"]),
        timed=frozenset(table["timed"]),
        adders=tuple(table["adders"]),
        pointers=tuple(table["pointers"]),
        told_before=_told_before(table, english=language == "en"),
        today=re.compile(rf"this\s+(?:{_either(table['own_times'])})\b"),
        office_alone=_office_alone(table, english=language == "en"),
        pronouns=tuple(table["pronouns"]),
        one_person=tuple(table["one_person"]),
        small_words=frozenset(table["small_words"]),
        asking=frozenset(table["asking"]),
        speech=_words(table["speech"]),
        task=_words(table["task"]),
        spoken=_words(table["spoken"]),
        when=_words(table["when"]),
        place=re.compile(place),
        quantities=re.compile(rf"(?<!\w)(?:{_either(table['quantities'])})(?!\w)", re.IGNORECASE),
        surnames=tuple(table["surnames"]),
        person=re.compile(person),
    )


def _told_before(table: dict[str, list[str]], *, english: bool) -> re.Pattern[str]:
    """A pattern for "tuyên bố này", "trước tình hình ấy", "các nội dung trên được", "under this
    decision"; times that are told from today ("tuần này", "this week") are none.
    """
    before = rf"(?:(?:{_either(table['before_noun'])})\s+)?"
    times = rf"(?:{_either(table['own_times'])})"
    if english:
        this = r"(?:this|that|these|those)"
        return re.compile(rf"{before}{this}\s+(?!(?:{times}|who)\b)[a-z]|{before}(?<=\s){this},")
    noun = rf"(?!{times}\s)[^\W\d_]+(?:\s+[^\W\d_]+){{0,3}}?"
    # "trên" goes before nouns, too ("các hoạt động trên biển"): a verb or a comma has to follow
    above = r"trên(?=,|\s+(?:được|là|đã|sẽ|đều|cần|cũng|cho|nhằm|đang|vẫn|không|chưa|phải)\b)"
    return re.compile(rf"{before}{noun}\s+(?:(?:{_either(table['closers'])})(?![^\W_])|{above})")


def _office_alone(table: dict[str, list[str]], *, english: bool) -> re.Pattern[str]:
    """A pattern for "Phó Thủ tướng cũng nhấn mạnh", "the minister said"."""
    titles, speech = _either(table["titles"]), _either(table["speech"])
    between = rf"(?:(?:{_either(table['between'])})\s+){{0,2}}"
    lead = r"the\s+(?:deputy |vice |new )?" if english else r"(?:(?:tân|phó|nguyên|cựu)\s+)?"
    return re.compile(rf"{lead}(?:{titles})\s+{between}(?:{speech})(?![^\W_])")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f" (?:{_either(words)}) ")
