"""What common words become in the pairs: makes the list of :mod:`translations.terminology.lexicon`.

Runs of syllables that belong together (normalised pointwise mutual information, Bouma 2009) are
words.
What a word becomes is read off the links of eflomal; it is listed for checking where nearly every
pair that has it has one of a few English words, too: then a translation without any lost it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from translations.terminology.lexicon import LONGEST, stem, syllables_of
from translations.training.phrases import Link, align
from translations.training.prepared import read_pairs

_TIMES = 8
"""Pairs that must have a word."""
_FIRM = {2: 0.30, 3: 0.45, 4: 0.45}
"""How firmly the syllables of a word of this size must belong together."""
_COMMON = 25
"""An English word that stands in more than one of so many pairs tells nothing."""
_SHARE = 0.015
"""Share of a word's pairs in which an English word must be linked to it, twice at least."""
_ALWAYS = 0.8
"""Share of a word's pairs that must have one of these."""
_FORMS = 3
_FORM_WORDS = 3
_LEAST_LETTERS = 3
_LEADING = re.compile(
    r"(?:the|a|an|s|in|to|of|for|its|their|his|her|our|is|are|has|have|was|were|been|be)\s+"
)
_SMALL = """
    đã sẽ đang vẫn còn cũng không rất hơn lên ra được bị phải có là như
    các những một hai ba mọi mỗi cả nhiều này đó sự người ngày tháng năm
    của tại ở cho với trong vào từ đến về theo do và khi để thì mà vì nếu
"""
"""Syllables with which no word that tells anything begins or ends."""
_SMALL_ENGLISH = """
    about after all also any because been before being between both but can could did does down each
    even every for from had has have her here him his how into its just like may more most much must
    nor not now off only other our out over own same she should some such than that their them then
    there these they this those through too under until upon very was were what when where which
    while who whom whose why will with within without would you your
"""
"""English words that tell nothing of what another word became."""

Key = tuple[str, ...]


def write_lexicon(work: Path, out: Path) -> dict[str, Any]:
    """Write the list from the prepared pairs of the recipe into English.

    Returns:
        For people: how many words there are, and how many of them can be looked for.

    Raises:
        TranslationError: if nothing was prepared, or there is no aligner.
    """
    pairs = [(source.lower(), target.lower()) for source, target in read_pairs(work)]
    rows = list(find_entries(pairs, align(pairs)))
    head = (
        "# Vietnamese words, how firmly their syllables belong together, beginnings of English\n"
        "# words of which a translation has one, and the commonest renderings. Written by\n"
        "# `python -m translations.training lexicon`. Counted from the pairs of the vi-en model: "
        "research use.\n"
    )
    out.write_text(head + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return {"words": len(rows), "looked for": sum(len(row) > 2 for row in rows), "file": str(out)}


def find_entries(
    pairs: Sequence[tuple[str, str]], links: Sequence[Sequence[Link]]
) -> Iterator[tuple[str, ...]]:
    """The rows of the list, by word: word, weight and, where it can be looked for, its English.

    Args:
        pairs: Vietnamese and English in small letters.
        links: as :func:`translations.training.phrases.align` found them.
    """
    sources = [[syllable for syllable, _, _ in syllables_of(source)] for source, _ in pairs]
    targets = [[word for word, _, _ in syllables_of(target)] for _, target in pairs]
    firm = _firm_words(sources)
    counts = Counter(each for target in targets for each in {stem(word) for word in target})
    common = {each for each, times in counts.items() if times * _COMMON > len(pairs)}
    common |= {stem(word) for word in _SMALL_ENGLISH.split()}
    times: Counter[Key] = Counter()
    linked: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    forms: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for source, target, pair_links in zip(sources, targets, links, strict=True):
        there, back = _both_ways(pair_links)
        for word, start in _words_in(source, firm):
            places = range(start, start + len(word))
            times[word] += 1
            reached = {j for place in places for j in there.get(place, ())}
            own = {j for j in reached if 2 * len(back[j] & {*places}) >= len(word)}
            said = {stem(target[j]) for j in own if target[j].isalpha()}
            linked[word].update(said - common)
            if reached and _whole(reached, places, back, target):
                rendering = " ".join(target[min(reached) : max(reached) + 1])
                forms[word][_LEADING.sub("", rendering).replace(" - ", "-")] += 1
    stems = {
        word: frozenset(
            each
            for each, count in linked[word].items()
            if count >= max(2, _SHARE * total) and len(each) >= _LEAST_LETTERS
        )
        for word, total in times.items()
    }
    kept = _always(sources, targets, firm, stems)
    for word in sorted(firm):
        row = (" ".join(word), f"{firm[word]:.2f}")
        best = _best_forms(forms[word], stems.get(word, frozenset())) if word in kept else []
        yield (*row, " ".join(sorted(stems[word])), "|".join(best)) if best else row


def _firm_words(sources: Sequence[Sequence[str]]) -> dict[Key, float]:
    single = Counter(syllable for source in sources for syllable in source)
    total = sum(single.values())
    runs = Counter(
        tuple(source[i : i + size])
        for source in sources
        for size in _FIRM
        for i in range(len(source) - size + 1)
    )
    small = frozenset(_SMALL.split())
    found = {}
    for run, times in runs.items():
        if times < _TIMES or not all(syllable.isalpha() for syllable in run):
            continue
        if run[0] in small or run[-1] in small:
            continue
        alone = sum(math.log(single[syllable] / total) for syllable in run)
        together = math.log(times / total)
        firmness = (together - alone) / (-(len(run) - 1) * together)
        if firmness >= _FIRM[len(run)]:
            found[run] = firmness
    return found


def _words_in(source: Sequence[str], firm: Mapping[Key, float]) -> Iterator[tuple[Key, int]]:
    for size in range(2, LONGEST + 1):
        for start in range(len(source) - size + 1):
            word = tuple(source[start : start + size])
            if word in firm:
                yield word, start


def _both_ways(links: Iterable[Link]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    there: defaultdict[int, set[int]] = defaultdict(set)
    back: defaultdict[int, set[int]] = defaultdict(set)
    for i, j in links:
        there[i].add(j)
        back[j].add(i)
    return there, back


def _whole(
    reached: set[int], places: range, back: Mapping[int, set[int]], target: Sequence[str]
) -> bool:
    """Whether all from the first to the last that is reached is the word's and no other's."""
    span = range(min(reached), max(reached) + 1)
    return (
        len(span) <= _FORM_WORDS
        and all(target[j].isalpha() or target[j] == "-" for j in span)
        and all(back.get(j, set()) <= {*places} for j in span)
    )


def _always(
    sources: Sequence[Sequence[str]],
    targets: Sequence[Sequence[str]],
    firm: Mapping[Key, float],
    stems: Mapping[Key, frozenset[str]],
) -> set[Key]:
    """The words of which nearly every pair has one of the stems; the fewer pairs, the surer."""
    times: Counter[Key] = Counter()
    hits: Counter[Key] = Counter()
    for source, target in zip(sources, targets, strict=True):
        said = {stem(word) for word in target}
        for word, _ in _words_in(source, firm):
            times[word] += 1
            hits[word] += bool(stems[word] & said)
    return {word for word, total in times.items() if hits[word] - 0.7 >= _ALWAYS * total}


def _best_forms(forms: Counter[str], stems: frozenset[str]) -> list[str]:
    said = [
        form
        for form, times in forms.most_common()
        if times >= 2 and any(stem(word) in stems for word in form.split())
    ]
    return said[:_FORMS]
