"""Making a model say what it left out: the term is put where the model finds it least surprising.

A model that was not trained to obey terms still has an opinion on where a term belongs. For a
term that an output lacks, the word borders of the output are tried at which the model looked at
the term in the source: the log-probability of the term after the words before it comes from one
forced pass. From the best places the model goes on
by itself after the term, so that the rest of the sentence fits; the best continuation that keeps
everything else that was right is taken. (Prefix-constrained decoding after Wuebker et al. 2016,
with the place chosen by the model's own score.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translations.engines.decoding import Decoder, Hypothesis
from translations.engines.loops import loops

_TRIED = 7
"""Places that are tried with a forced pass."""
_DETERMINERS = frozenset({"▁the", "▁The", "▁a", "▁an", "▁its", "▁their", "▁this", "s", "▁our"})
_ROOM = 8
"""Positions that must be left behind a term."""
_PLACES = 3
"""Places from which a continuation is decoded."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A term that the output for ``source`` shall contain.

    Attributes:
        source: the source text as the model is given it.
        output: what the model said by itself.
        span: where the term stands in the source, in characters.
        phrases: the term after an article or another word that determines it, and the term
            after anything else, where it may need an article.
        faults: counts what is wrong with an output; a steered one must have fewer than before.
        loss: log-probability a piece may lose on average before the output counts as worse.
        least: log-probability a piece of the term must have on average for its place to be tried.
    """

    source: str
    output: Hypothesis
    span: tuple[int, int]
    phrases: tuple[str, str]
    faults: Callable[[str], int]
    loss: float
    least: float


def steer(decoder: Decoder, wishes: Sequence[Wish]) -> list[Hypothesis | None]:
    """For each wish an output with fewer faults, or ``None`` where the model finds none."""
    if decoder.encode_target is None or not wishes:
        return [None] * len(wishes)
    starts = _best_starts(decoder, wishes)
    originals: dict[int, float] = {}
    results: list[Hypothesis | None] = [None] * len(wishes)
    # Mostly the likeliest place will do, and each costs as much as several sentences.
    for places in (slice(1), slice(1, None)):
        jobs = [
            (index, start)
            for index, found in enumerate(starts)
            if results[index] is None
            for start in found[places]
        ]
        for index, output in _continued(decoder, wishes, jobs, originals).items():
            results[index] = output
    return results


def _continued(
    decoder: Decoder,
    wishes: Sequence[Wish],
    jobs: Sequence[tuple[int, list[str]]],
    originals: dict[int, float],
) -> dict[int, Hypothesis]:
    """The best continuation for each wish, by its number, that has one with fewer faults.

    Args:
        decoder: of the wishes' sources.
        wishes: what is wished for.
        jobs: numbers of wishes, each with a target prefix.
        originals: by numbers of wishes how likely what the model said by itself is; filled.
    """
    if not jobs:
        return {}
    continued = decoder.hypotheses(
        [wishes[index].source for index, _ in jobs], starts=[start for _, start in jobs]
    )
    owners = sorted({index for index, _ in jobs} - originals.keys())
    # In one pass: what the model said by itself, and what it was steered to.
    means = decoder.means(
        [wishes[index].source for index in (*owners, *(index for index, _ in jobs))],
        [
            *(wishes[index].output.pieces for index in owners),
            *(found[0].pieces for found in continued),
        ],
    )
    originals |= zip(owners, means, strict=False)
    best: dict[int, tuple[tuple[int, float], Hypothesis]] = {}
    for (index, _), found, mean in zip(jobs, continued, means[len(owners) :], strict=True):
        wish, candidate = wishes[index], found[0]
        faults = wish.faults(candidate.text)
        if (
            faults >= wish.faults(wish.output.text)
            or mean < originals[index] - wish.loss
            or loops(candidate.text, wish.source)
        ):
            continue
        rank = (-faults, mean)
        if index not in best or rank > best[index][0]:
            best[index] = rank, candidate
    return {index: candidate for index, (_, candidate) in best.items()}


def _best_starts(decoder: Decoder, wishes: Sequence[Wish]) -> list[list[list[str]]]:
    """For each wish the target prefixes, ending in the term, that the model finds likeliest."""
    assert decoder.encode_target is not None
    pairs: list[tuple[int, int, list[str]]] = []
    for index, wish in enumerate(wishes):
        pieces = list(wish.output.pieces)
        determined, bare = (decoder.encode_target(phrase) for phrase in wish.phrases)
        for k in _borders(decoder, wish):
            term = determined if k and pieces[k - 1] in _DETERMINERS else bare
            if k + len(term) < decoder.reach - _ROOM:
                pairs.append((index, k, pieces[:k] + term))
    scores = decoder.log_probabilities(
        [wishes[index].source for index, _, _ in pairs], [start for _, _, start in pairs]
    )
    ranked: list[list[tuple[float, list[str]]]] = [[] for _ in wishes]
    for (index, k, start), logs in zip(pairs, scores, strict=True):
        term_logs = logs[k : len(start)]
        ranked[index].append((sum(term_logs) / len(term_logs), start))
    return [
        [
            start
            for mean, start in sorted(found, key=lambda f: f[0], reverse=True)[:_PLACES]
            if mean >= wish.least
        ]
        for wish, found in zip(wishes, ranked, strict=True)
    ]


def _borders(decoder: Decoder, wish: Wish) -> list[int]:
    """The places in the output's pieces to try: beginnings of words, and the end of the output.

    With attention those where the model looked most at the term, and their neighbours before;
    without (the output was mended since) those about as far into the sentence as the term.
    """
    pieces, attention = wish.output.pieces, wish.output.attention
    borders = [k for k, piece in enumerate(pieces) if piece.startswith("▁")] or [0]
    if len(borders) <= _TRIED:
        return borders
    size = max(1, len(decoder.encode(wish.source)))
    first = len(decoder.encode(wish.source[: wish.span[0]]))
    last = max(first + 1, len(decoder.encode(wish.source[: wish.span[1]])))
    if len(attention) == len(pieces):
        mass = {
            k: max(sum(attention[i][first:last]) for i in range(k, min(k + 2, len(pieces))))
            for k in borders
        }
        ranked = sorted(borders, key=lambda k: mass[k], reverse=True)
    else:
        middle = (first + last) / 2 / size * len(pieces)
        ranked = sorted(borders, key=lambda k: abs(k - middle))
    chosen = set(ranked[: _TRIED - 2])
    for k in ranked[:2]:
        chosen.add(borders[max(0, borders.index(k) - 1)])
    return sorted(chosen)
