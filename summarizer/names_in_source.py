"""Whether the capitalised names of a text stand in its source, each as a whole.

A name is a run of capitalised words. In the source it must be a run of its own or a part that
people call somebody by: the end of a longer run that is a name itself ("Mike Pompeo" and "Pompeo"
of "Mỹ Mike Pompeo", "Mẫn" of "Lê Văn Mẫn") or a country before a person. "Văn Mẫn" and "Lê Mẫn" of
the latter, "Kiên" of "Kiên Hà" and "Korea" of "South Korea" are other names. Runs of whole words in
capitals and what is written small are compared whatever their case
(:mod:`summarizer.small_letters`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from summarizer.cues import cues_of
from summarizer.small_letters import WORD, Run, Spoken, astray
from summarizer.text.folding import unify_tones
from summarizer.text.number_words import spelled_numbers

_STOPS = '.!?…:;“"\n'
_FIRST = re.compile(r"(?:\A|[.!?…\n])\W*([^\W\d_])")
"""The letters with which sentences begin."""
_POINTING = frozenset({
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New", "United",
    "Central", "Great", "Viet",
})  # fmt: skip
"""Words without which an English name is another's."""


def missing_names(text: str, source: str, language: str) -> Iterator[str]:
    """The names of ``text`` that do not stand in ``source``, as written."""
    cues = cues_of(language)
    surnames = frozenset(unify_tones(surname) for surname in cues.surnames)
    small_surnames = frozenset(surname.lower() for surname in surnames)
    text, source = unify_tones(text), unify_tones(source)
    plain = frozenset(word for word in WORD.findall(source) if not word[:1].isupper())

    def is_plain(word: str) -> bool:
        """Whether the capital at the beginning of a sentence may be the sentence's own."""
        return word.lower() in cues.small_words or word.lower() in plain

    runs = _names(source, is_plain)
    spoken = _spoken(source, runs, plain, surnames)

    def astray_in(words: Sequence[str], *, strict: bool) -> Iterator[str]:
        return astray(words, spoken, language, small_surnames, strict=strict)

    spelled = [(first, last) for first, last, *_ in spelled_numbers(text, language)]
    for run, begins, start in _placed_runs(text):
        if any(first <= start < last for first, last in spelled) and begins and len(run) == 1:
            continue
        own = run[1:] if begins and is_plain(run[0]) else run
        if not own or any(_stands(name, runs, surnames) for name in {own, run}):
            continue
        shouted = all(word.isupper() for word in run)
        if not shouted or any(astray_in([word.lower() for word in run], strict=True)):
            yield " ".join(run)
    strict = not _has_capitals(text)
    for words in _small_words(text):
        yield from astray_in(words, strict=strict)


def _names(source: str, is_plain: Callable[[str], bool]) -> set[Run]:
    """The runs of capitals of a source; at a beginning also without the first word."""
    runs: set[Run] = set()
    for run, begins, _ in _placed_runs(source):
        runs.add(run)
        if begins and len(run) > 1 and is_plain(run[0]):
            runs.add(run[1:])
    return runs


def _spoken(source: str, runs: set[Run], plain: frozenset[str], surnames: frozenset[str]) -> Spoken:
    """The source as names in small letters are compared with it."""
    parts = {
        name
        for run in runs
        for length in range(1, len(run))
        for name in (run[-length:], run[:length])
        if _stands(name, {run}, surnames)
    }
    opening = {
        run[0].lower()
        for run, begins, _ in _placed_runs(source)
        if begins and run[0] not in surnames
    }
    inside = {word.lower() for run, begins, _ in _placed_runs(source) for word in run[begins:]}
    small = {word.lower() for word in plain}
    return Spoken.of(source, runs | parts, small | (opening - inside))


def _has_capitals(text: str) -> bool:
    """Whether a text writes capitals where no sentence begins, or begins all sentences with one."""
    runs = [*_placed_runs(text)]
    if any(not begins or len(run) > 1 for run, begins, _ in runs):
        return True
    small = sum(1 for first in _FIRST.findall(text) if first.islower())
    return small == 0


def _small_words(text: str) -> Iterator[list[str]]:
    """Neighbouring words that a text writes small."""
    words: list[str] = []
    last = 0
    for match in WORD.finditer(text):
        large = match[0][:1].isupper()
        if words and (large or text[last : match.start()] != " "):
            yield words
            words = []
        if not large:
            words.append(match[0].lower())
        last = match.end()
    if words:
        yield words


def _stands(name: Run, runs: set[Run], surnames: frozenset[str]) -> bool:
    return name in runs or any(
        _is_end(name, run, surnames) or _is_country(name, run, surnames)
        for run in runs
        if len(run) > len(name)
    )


def _is_end(name: Run, run: Run, surnames: frozenset[str]) -> bool:
    """Whether a name is the end of a longer one and still the same person's or thing's."""
    if run[-len(name) :] != name:
        return False
    before = run[-len(name) - 1]
    if len(name) > 1:
        return before not in surnames and before not in _POINTING
    if any(word in surnames for word in run[:-1]):
        return True
    return before.isascii() and name[0].isascii() and before not in _POINTING


def _is_country(name: Run, run: Run, surnames: frozenset[str]) -> bool:
    """Whether a name is all that stands before the name of a person: "Mỹ Mike Pompeo"."""
    if run[: len(name)] != name or name[0] in surnames:
        return False
    after = run[len(name)]
    return len(run) > len(name) + 1 and (
        after in surnames or (after.isascii() and not all(word.isascii() for word in name))
    )


def _placed_runs(text: str) -> Iterator[tuple[Run, bool, int]]:
    """Runs of capitalised words, whether each begins a sentence, and where."""
    run: list[str] = []
    begins = run_begins = True
    start = last = 0
    for match in WORD.finditer(text):
        between = text[last : match.start()]
        if run and between != " ":
            yield tuple(run), run_begins, start
            run = []
        if any(stop in between for stop in _STOPS):
            begins = True
        word = match[0]
        if word[:1].isupper():
            if not run:
                run_begins, start = begins, match.start()
            run.append(word)
        elif run:
            yield tuple(run), run_begins, start
            run = []
        begins = False
        last = match.end()
    if run:
        yield tuple(run), run_begins, start
