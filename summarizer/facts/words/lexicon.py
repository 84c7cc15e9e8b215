"""The gazetteers, read once and made fit for matching."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line, Token, tokenize
from summarizer.text.folding import fold, unify_tones

_END = ""
_ALSO_NAMES = frozenset({"Anh", "Lao"})
"""Places of the glossary that are names or common words in the other language."""


class Phrases:
    """A set of phrases, matched longest first from a given token; each carries a label."""

    __slots__ = ("_firsts", "_root")

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._root: dict[str, Any] = {}
        for phrase, label in phrases:
            node = self._root
            for token in tokenize(phrase):
                node = node.setdefault(token.low, {})
            node.setdefault(_END, label)
        self._firsts = frozenset(self._root)

    def match(self, tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
        """The end (exclusive) and label of the longest phrase that begins at ``start``."""
        # Most positions begin no phrase: the quick way out is what makes matching cheap.
        if start >= len(tokens):
            return None
        node = self._root.get(tokens[start].low)
        if node is None:
            return None
        found = None
        position = start + 1
        while node is not None:
            if _END in node:
                found = (position, node[_END])
            node = node.get(tokens[position].low) if position < len(tokens) else None
            position += 1
        return found

    def found_in(self, line: Line) -> Mapping[int, tuple[int, str]]:
        """Where in a line a phrase begins, in order, with the end and label of the longest there.

        For finders that go over a whole line: most lines have none of the phrases, and what was
        found is kept with the line for the next who asks.
        """
        found = line.found.get(self)
        if found is None:
            found = line.found[self] = {}
            if not self._firsts.isdisjoint(line.words):
                for start, low in enumerate(line.lows):
                    if low in self._firsts and (hit := self.match(line.tokens, start)):
                        found[start] = hit
        return found

    def match_shortest(self, tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
        """The end and label of the shortest phrase that begins at ``start``."""
        node = self._root
        for position in range(start, len(tokens)):
            following = node.get(tokens[position].low)
            if following is None:
                return None
            node = following
            if _END in node:
                return position + 1, node[_END]
        return None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is known of one language."""

    language: str
    titles: Phrases
    prefixes: Phrases
    organisations: Phrases
    places: Phrases
    countries: Mapping[str, str]
    speech: Phrases
    bodies: Phrases
    surnames: frozenset[str]
    surnames_plain: frozenset[str]
    sino_surnames: frozenset[str]
    korean: frozenset[str]
    particles: frozenset[str]
    not_after: frozenset[str]
    not_names: frozenset[str]
    things: frozenset[str]
    parents: frozenset[str]
    female_middle: frozenset[str]
    fields: Phrases
    role_stops: frozenset[str]
    media: frozenset[str]
    known: Mapping[str, str]
    events: Mapping[str, Phrases]
    event_words: Mapping[str, frozenset[str]]
    tasks: Mapping[str, Phrases]
    groups: Mapping[str, Phrases]


def _read(name: str) -> str:
    return (resources.files("summarizer.facts") / "gazetteer" / name).read_text(encoding="utf-8")


def rows_of(name: str) -> list[tuple[str, ...]]:
    """The rows of a tab-separated gazetteer, without comments and heading."""
    lines = [line for line in _read(name).splitlines() if line and not line.startswith("#")]
    return [tuple(line.split("\t")) for line in lines[1:]]


@cache
def table_of(name: str) -> dict[str, Any]:
    """The content of a TOML gazetteer."""
    return tomllib.loads(_read(name))


def phrases_in(text: str) -> list[str]:
    """The phrases of a list that is written with semicolons."""
    return [phrase for part in text.replace("\n", ";").split(";") if (phrase := part.strip())]


@cache
def words_of(file: str, key: str) -> frozenset[str]:
    """The words and phrases of one list of a TOML gazetteer, tone marks unified."""
    return frozenset(unify_tones(phrase.lower()) for phrase in phrases_in(table_of(file)[key]))


@cache
def words_of_part(file: str, part: str, key: str) -> frozenset[str]:
    """The words and phrases of one list in one part of a TOML gazetteer, tone marks unified."""
    return frozenset(unify_tones(p.lower()) for p in phrases_in(table_of(file)[part][key]))


@cache
def single_words(file: str, key: str) -> frozenset[str]:
    """The words of the phrases of one list, each by itself."""
    return _words_in(table_of(file)[key])


def _words_in(text: str) -> frozenset[str]:
    return frozenset(unify_tones(word.lower()) for word in text.replace(";", " ").split())


_ENDS_IN_I = re.compile(r"(?<![^\W_])([hklmst])(i|í|ì|ỉ|ĩ|ị|y|ý|ỳ|ỷ|ỹ|ỵ)(?![^\W_])", re.IGNORECASE)
_OTHER_I = str.maketrans("iíìỉĩịyýỳỷỹỵ", "yýỳỷỹỵiíìỉĩị")


def spellings(phrase: str) -> list[str]:
    """A phrase as it is given and with the other of i and y: "tỷ phú", "tỉ phú"."""
    other = _ENDS_IN_I.sub(lambda found: found[1] + found[2].translate(_OTHER_I), phrase)
    return [phrase] if other == phrase else [phrase, other]


def _labelled(text: str, label: str = "") -> list[tuple[str, str]]:
    return [(phrase, label) for phrase in phrases_in(text)]


def _titles(language: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    groups = set(phrases_in(table_of("names.toml")["not_titles"]))
    supplement = [row for row in rows_of("titles_more.tsv") if row[1] == language]
    prefixes = [(title, "prefix") for title, _, kind in supplement if kind == "prefix"]
    titles = [(title, kind) for title, _, kind in supplement if kind != "prefix"]
    for title, of in rows_of("titles.tsv"):
        if of != language or title in groups:
            continue
        # "Bí thư Trung ương Đảng, Trưởng ban …" is a chain; its links are matched one by one.
        links = [title] if language == "en" else title.split(", ")
        titles.extend((link, "office") for link in links if len(link) > 2)
    return titles, prefixes


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``"en"``, or of Vietnamese for every other language."""
    language = "en" if language == "en" else "vi"
    names = table_of("names.toml")
    events = table_of("events.toml")
    tasks = table_of("tasks.toml")
    titles, prefixes = _titles(language)
    more_places = [
        *rows_of("places_more.tsv"),
        *(rows_of("demonyms.tsv") if language == "en" else ()),
    ]
    countries = {
        fold(place): fold(of) for place, of, kind in more_places if kind in {"country", "demonym"}
    }
    places = [(place, kind) for place, _, kind in more_places]
    places += [(place, "place") for place, _ in rows_of("places.tsv") if place not in _ALSO_NAMES]
    organisations = [
        (name, "organisation")
        for file in ("organisations.tsv", "organisations_more.tsv")
        for full, of in rows_of(file)
        # "Bộ Kế hoạch - đầu tư" beside "Bộ Kế hoạch và đầu tư"
        for name in ((full, full.replace(" và ", " - ")) if " và " in full else (full,))
        if language in {of, "vi"}
        and len(name) > 1
        # matching knows no capitals, and "NAM" must not be found in "Việt Nam"
        and not (name.isupper() and is_syllable(name))
    ]
    suffix = "_en" if language == "en" else ""
    return Lexicon(
        language=language,
        titles=Phrases((way, kind) for title, kind in titles for way in spellings(title)),
        prefixes=Phrases(prefixes),
        organisations=Phrases(organisations),
        places=Phrases(places),
        countries=countries,
        speech=Phrases(
            (way, force)
            for verb, of, force in rows_of("speech.tsv")
            if of == language
            for way in spellings(verb)
        ),
        bodies=Phrases((body, body) for body, of in rows_of("bodies.tsv") if of == language),
        surnames=_words_in(names["surnames"]),
        surnames_plain=frozenset(fold(name) for name in _words_in(names["surnames"])),
        sino_surnames=_words_in(names["sino_surnames"]),
        korean=_words_in(names["korean"]),
        particles=frozenset(names["particles"]),
        not_after=frozenset(unify_tones(phrase) for phrase in phrases_in(names["not_after"])),
        not_names=_words_in(names["not_names" + suffix]),
        things=_words_in(names["things"]),
        parents=_words_in(names["parents"]),
        female_middle=frozenset(word.lower() for word in names["female_middle"]),
        fields=Phrases(_labelled(names["fields" + suffix], "field")),
        role_stops=_words_in(names["role_stops" + suffix]),
        media=frozenset(
            fold(name) for key in ("media", "too_general") for name in phrases_in(names[key])
        ),
        known={unify_tones(name.lower()): full for name, full in names["known"].items()},
        events={
            key: Phrases(_labelled(events[key + suffix], key))
            for key in ("formal", "stops", "happens")
        }
        | {"weak": Phrases(_labelled(events["weak"]))},
        event_words={"generic": _words_in(events["generic" + suffix])}
        | {"verbs_after_and": _words_in(events["verbs_after_and"])},
        tasks={
            key: Phrases(_labelled(tasks[key + suffix], key))
            for key in (
                "asks",
                "modals",
                "not_modals",
                "verbs",
                "list_cues",
                "carries",
                "assignees",
                "demands",
                "strong",
                "openings",
                "intentions",
                "wishes",
                "not_intentions",
                "no_work",
                "work",
                "intenders",
                "adverbs",
                "plans",
                "advised",
                "duty_nouns",
                "aims",
                "from_now",
                "promised",
                "passives",
                "adverbials",
                "fields_of_work",
                "hostile",
                "done_to",
                "announces",
                "undertaken",
                "needed",
                "imperatives",
                "held",
                "refrains",
                "refused",
                "wishful",
                "makes_known",
                "decisions",
                "projects",
                "long_work",
                "puts_forward",
                "put_forward",
                "attended",
            )
        },
        groups={
            key: Phrases(_labelled(tasks["group_" + key + suffix], key))
            for key in ("numbers", "heads", "narrows", "areas")
        },
    )
