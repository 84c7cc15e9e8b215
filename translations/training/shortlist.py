"""The shortlist of a model: for each source piece the target pieces it may become.

The output layer is nearly half of a decoder's work. With a vocabulary map (``vmap.txt``, read by
CTranslate2) it is taken only for the pieces that a sentence can need: those its own pieces become
in the training pairs, the commonest ones, and its own pieces themselves, so that names, figures and
inline terms can always be written. (After Schwenk et al. 2007 and Jean et al. 2015; lexical
probabilities by IBM model 1, Brown et al. 1993, over the different pieces of each side.)
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translations.engine import Direction, TranslationError
from translations.manifest import SHORTLIST
from translations.names import strip_marks
from translations.training.settings import Shortlist
from translations.training.vocabulary import SPECIAL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.intp]
    Table = NDArray[np.float32]

_NOTHING = 1
"""The source piece (padding) that stands for no word at all: what no other piece accounts for."""
_LONGEST = 150
"""Different pieces of the longest side that is learnt from."""


def build(work: Path, model: Path, direction: Direction, settings: Shortlist) -> dict[str, Any]:
    """Write ``vmap.txt`` into the folder of an exported model, from the pairs in ``work``.

    Needs about 2 GB of memory for 16,000 pieces. A model that was packaged before must be packaged
    again.

    Returns:
        For people: pairs learnt from, candidates a source piece, bytes.

    Raises:
        TranslationError: if pairs or model are not there.
    """
    import sentencepiece

    try:
        with (work / "train.jsonl").open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        proto = (model / "spm.model").read_bytes()
    except OSError as error:
        raise TranslationError(
            f"cannot be read: {error.strerror}",
            subject=str(error.filename),
            advice="run prepare and export first",
        ) from None
    processor = sentencepiece.SentencePieceProcessor(model_proto=proto)
    pieces = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    sides = [processor.encode([row[side] for row in rows]) for side in (1, 2)]
    pairs = list(zip(*sides, strict=True))
    table = lexical_table(pairs, len(pieces), settings.rounds)
    used = Counter(number for target in sides[1] for number in target)
    always = commonest(used, pieces, settings.commonest)
    becomes = candidates(table, settings.candidates, settings.least)
    if direction is Direction.VI_EN:
        for number, piece in enumerate(pieces):
            bare = strip_marks(piece)
            if bare != piece:
                becomes[number] += processor.encode(bare.replace("▁", " "))
    text = vocabulary_map(becomes, always, pieces)
    (model / SHORTLIST).write_text(text, encoding="utf-8")
    listed = sum(map(len, becomes)) / len(becomes)
    return {"pairs": len(pairs), "candidates": round(listed, 1), "bytes": len(text.encode())}


def lexical_table(
    pairs: Iterable[tuple[Sequence[int], Sequence[int]]], size: int, rounds: int
) -> Table:
    """Probabilities of a target piece (column) for a source piece (row), by IBM model 1.

    Each side counts as the set of its pieces, the source with one more piece for nothing. The first
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
        if target and max(len(source), len(target)) <= _LONGEST
    ]
    table = np.ones((size, size), np.float32)
    for _ in range(rounds):
        counts = np.zeros((size, size), np.float32)
        for source, target in sets:
            at = np.ix_(source, target)
            shares = table[at]
            shares /= shares.sum(axis=0)
            counts[at] += shares
        table = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1e-9)
    return counts


def commonest(used: Counter[int], pieces: Sequence[str], count: int) -> list[int]:
    """The target pieces that are always candidates: the commonest, and all single characters."""
    letters = [n for n in used if len(pieces[n].replace("▁", "")) <= 1]
    return list(dict.fromkeys([*(n for n, _ in used.most_common(count)), *letters]))


def candidates(table: Table, count: int, least: float) -> list[list[int]]:
    """For each source piece its ``count`` likeliest target pieces above ``least``."""
    import numpy as np

    best = np.argpartition(table, -count, axis=1)[:, -count:]
    found = []
    for number, row in enumerate(best):
        found.append([int(n) for n in row if table[number, n] >= least])
    return found


def vocabulary_map(
    becomes: Sequence[Sequence[int]], always: Sequence[int], pieces: Sequence[str]
) -> str:
    """The text of ``vmap.txt``: a line of always allowed pieces, then one for each source piece,
    which may always become itself.
    """
    fixed = set(always)
    lines = ["\t" + " ".join(pieces[n] for n in sorted(fixed))]
    for number, its in enumerate(becomes):
        listed = sorted({number, *its} - fixed)
        if number >= SPECIAL and listed:
            lines.append(f"{pieces[number]}\t{' '.join(pieces[n] for n in listed)}")
    return "\n".join(lines) + "\n"
