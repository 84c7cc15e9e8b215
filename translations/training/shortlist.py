"""The shortlist of a model: for each source piece the target pieces it may become.

The output layer is nearly half of a decoder's work. With a vocabulary map (``vmap.txt``, read by
CTranslate2) it is taken only for the pieces that a sentence can need: those its own pieces become
in the training pairs, the commonest ones, and its own pieces themselves, so that names, figures
and inline terms can always be written. Sentences of one batch share their candidates. (After
Schwenk et al. 2007 and Jean et al. 2015; lexical probabilities by IBM model 1, Brown et al. 1993,
over the different pieces of each side.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translations.engine import Direction, TranslationError
from translations.engines.manifest import SHORTLIST
from translations.training.prepared import read_pairs
from translations.training.settings import Recipe
from translations.training.vocabulary import SPECIAL
from translations.words.names import strip_marks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float32]

_NOTHING = 1
"""The source piece (padding) that stands for no word at all: what no other piece accounts for."""
_BLOCK = 256
"""Columns of the table that are looked at together."""
_SLIGHTEST = 1e-3
"""Times that a source piece must account for a target piece to list it."""
_LONGEST = 150
"""Different pieces of the longest side that is learnt from."""


def build(work: Path, model: Path, recipe: Recipe) -> dict[str, Any]:
    """Write ``vmap.txt`` into the folder of an exported model, from the pairs in ``work``.

    Needs about 3 GB of memory for 16,000 pieces. A model that was packaged before has to be
    packaged again.

    Returns:
        For people: pairs learnt from, candidates of a source piece on average, bytes.

    Raises:
        TranslationError: if pairs or model are not there.
    """
    import sentencepiece

    try:
        proto = (model / "spm.model").read_bytes()
    except OSError as error:
        raise TranslationError(
            f"cannot be read: {error.strerror}",
            subject=str(error.filename),
            advice="run export first",
        ) from None
    pairs = list(read_pairs(work))
    settings = recipe.shortlist
    processor = sentencepiece.SentencePieceProcessor(model_proto=proto)
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    sources, targets = (processor.encode([pair[side] for pair in pairs]) for side in (0, 1))
    counts = count_links(zip(sources, targets, strict=True), len(pieces), settings.rounds)
    always = find_common(targets, pieces, settings.commonest)
    listed = find_candidates(counts, settings.candidates, settings.least)
    for number, row in enumerate(find_sources(counts, settings.covered, settings.sources)):
        for source in row if number not in always else ():
            listed[source].add(number)
    if recipe.direction is Direction.VI_EN:
        for number, piece in enumerate(pieces):
            listed[number].update(processor.encode(strip_marks(piece).replace("▁", " ")))
    text = write_map(listed, always, pieces, frozenset(recipe.network.markers))
    (model / SHORTLIST).write_text(text, encoding="utf-8")
    mean = sum(map(len, listed)) / len(listed)
    return {"pairs": len(pairs), "candidates": round(mean, 1), "bytes": len(text.encode())}


def count_links(
    pairs: Iterable[tuple[Sequence[int], Sequence[int]]], size: int, rounds: int
) -> Table:
    """How often a source piece (row) becomes a target piece (column), as IBM model 1 expects.

    Each side counts as the set of its pieces, the source with one more for nothing. The first
    round starts from even probabilities.

    Args:
        pairs: sentence pairs as numbers of pieces.
        size: of the vocabulary.
        rounds: of expectation and maximisation.
    """
    import numpy as np

    sets = [
        (np.unique([_NOTHING, *source]), np.unique(target))
        for source, target in pairs
        if len(target) and max(len(source), len(target)) <= _LONGEST
    ]
    table = np.ones((size, size), np.float32)
    for _ in range(rounds):
        counts = np.zeros((size, size), np.float32)
        for source, target in sets:
            at = np.ix_(source, target)
            shares = table[at]
            shares /= shares.sum(axis=0)
            counts[at] += shares
        np.divide(counts, np.maximum(counts.sum(axis=1, keepdims=True), 1e-9), out=table)
    counts[_NOTHING] = 0
    return counts


def find_common(
    targets: Iterable[Sequence[int]], pieces: Sequence[str], count: int
) -> frozenset[int]:
    """The target pieces that are always candidates: the commonest, and all single characters."""
    used = Counter(number for target in targets for number in target)
    letters = (number for number in used if len(pieces[number].replace("▁", "")) <= 1)
    return frozenset([*(number for number, _ in used.most_common(count)), *letters])


def find_candidates(counts: Table, most: int, least: float) -> list[set[int]]:
    """For each source piece at most ``most`` target pieces, each of at least ``least`` of what
    it becomes.
    """
    import numpy as np

    found: list[set[int]] = []
    for row in counts:
        best = np.argpartition(row, -most)[-most:] if most < len(row) else np.arange(len(row))
        total = float(row.sum())
        found.append({int(n) for n in best if row[n] > 0 and row[n] >= least * total})
    return found


def find_sources(counts: Table, covered: float, most: int) -> list[list[int]]:
    """For each target piece the source pieces, at most ``most``, that account for the share
    ``covered`` of it, the greatest first.
    """
    import numpy as np

    found: list[list[int]] = []
    for start in range(0, counts.shape[1], _BLOCK):
        for column in np.ascontiguousarray(counts[:, start : start + _BLOCK].T):
            kept = min(most, len(column))
            best = np.argpartition(column, -kept)[-kept:]
            best = best[np.argsort(-column[best])]
            before = np.cumsum(column[best]) - column[best]
            wanted = (before < covered * column.sum()) & (column[best] > _SLIGHTEST)
            found.append([int(n) for n in best[wanted]])
    return found


def write_map(
    listed: Sequence[set[int]],
    always: frozenset[int],
    pieces: Sequence[str],
    never: frozenset[str] = frozenset(),
) -> str:
    """The text of ``vmap.txt``: a line of always allowed pieces, then one for each source piece,
    which may always become itself, but for those that are ``never`` said.
    """
    allowed = [n for n in sorted(always) if pieces[n] not in never]
    lines = ["\t" + " ".join(pieces[n] for n in allowed)]
    for number in range(SPECIAL, len(pieces)):
        its = [n for n in sorted({number, *listed[number]} - always) if pieces[n] not in never]
        if its:
            lines.append(f"{pieces[number]}\t{' '.join(pieces[n] for n in its)}")
    return "\n".join(lines) + "\n"
