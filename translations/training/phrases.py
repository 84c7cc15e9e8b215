"""Random aligned phrases as pseudo-terms: a glossary that no model can know by heart.

A model that sees only the glossary's terms inline may learn those, and not to obey the mark.
Phrases of the pair that are each other's translation, whatever they mean, teach it to write what
stands in the mark (Dinu et al. 2019; Bergmanis and Pinnis 2021). Words are aligned by eflomal
(Östling and Tiedemann 2016) in both directions; a phrase counts if the links of either direction
lead from it into its translation and back, none of them elsewhere (Koehn et al. 2003), so that no
half of a compound passes for what the whole means.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from translations.engine import TranslationError
from translations.training.annotation import Span

Link = tuple[int, int]
"""Number of a word of the source and of its word of the target."""

LONGEST = 5
"""Words of a phrase, in either language."""
KEPT = 3
"""Phrases kept for a pair; they do not overlap."""
_WORD = re.compile(r"\w+|[^\w\s]")


def words(text: str) -> list[re.Match[str]]:
    """The words and signs of a sentence, as the links count them."""
    return list(_WORD.finditer(text))


def align(pairs: Sequence[tuple[str, str]]) -> list[list[Link]]:
    """The links of each pair that either direction of the alignment has.

    Raises:
        TranslationError: if there is no aligner.
    """
    try:
        from eflomal import Aligner
    except ImportError:
        raise TranslationError(
            "random phrases as pseudo-terms need an aligner",
            advice="pip install eflomal (it needs a C compiler), or set [annotation] phrases = 0",
        ) from None
    sides = [[" ".join(m[0] for m in words(pair[side])) for pair in pairs] for side in (0, 1)]
    with tempfile.TemporaryDirectory() as folder:
        forward, backward = Path(folder, "forward"), Path(folder, "backward")
        Aligner().align(*sides, links_filename_fwd=str(forward), links_filename_rev=str(backward))
        with forward.open() as one, backward.open() as other:
            return [sorted(_links(a) | _links(b)) for a, b in zip(one, other, strict=True)]


def _links(line: str) -> set[Link]:
    return {(int(i), int(j)) for i, j in (link.split("-") for link in line.split())}


def find_phrases(
    source: str,
    target: str,
    links: Iterable[Link],
    chance: random.Random,
    taken: Sequence[Span] = (),
    dull: Container[str] = (),
) -> list[Span]:
    """A few random phrases of the source, with what they are in the target.

    Args:
        source: a sentence.
        target: its translation.
        links: as ``align`` found them.
        chance: chooses among the phrases.
        taken: terms already found, which no phrase overlaps.
        dull: words, in small letters, with which no phrase begins or ends, in either language.
    """
    ours, theirs = words(source), words(target)
    to_target: dict[int, list[int]] = {}
    to_source: dict[int, list[int]] = {}
    for i, j in links:
        to_target.setdefault(i, []).append(j)
        to_source.setdefault(j, []).append(i)
    begins = sorted(to_target)
    chance.shuffle(begins)
    found: list[Span] = []
    for begin in begins:
        end = begin + chance.randrange(LONGEST)
        while end > begin and end not in to_target:
            end -= 1
        reached = [j for i in range(begin, end + 1) for j in to_target.get(i, ())]
        first, last = min(reached), max(reached)
        back = [i for j in range(first, last + 1) for i in to_source.get(j, ())]
        if last - first >= LONGEST or min(back) < begin or max(back) > end or end >= len(ours):
            continue
        span = Span(
            ours[begin].start(), ours[end].end(), target[theirs[first].start() : theirs[last].end()]
        )
        text = source[span.start : span.end]
        edges = (ours[begin], ours[end], theirs[first], theirs[last])
        if any(edge[0].lower() in dull for edge in edges):
            continue
        if not (_worth(text) and _worth(span.target)):
            continue
        if all(span.end <= other.start or span.start >= other.end for other in (*taken, *found)):
            found.append(span)
        if len(found) == KEPT:
            break
    return sorted(found, key=lambda span: span.start)


def find_dull(texts: Sequence[str]) -> frozenset[str]:
    """The words that stand in more than one of thirty sentences: articles, prepositions, "be"."""
    counts = Counter(word for text in texts for word in {m[0].lower() for m in words(text)})
    return frozenset(word for word, count in counts.items() if count * 30 > len(texts))


def _worth(phrase: str) -> bool:
    """Whether a phrase is words alone, and more than a particle."""
    return len(phrase) > 3 and all(m[0][0].isalpha() or m[0] in "-'’" for m in words(phrase))
