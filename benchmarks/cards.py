"""The measured part of a model card, as Markdown: scores, and how far each aim was reached.

It stands in the card between ``<!-- generated: scores -->`` and ``<!-- end -->``;
``python -m benchmarks.translation --cards docs`` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translations import Direction

PART = re.compile(r"(<!-- generated: scores -->\n).*?(<!-- end -->)", re.DOTALL)
AIM_BLEU = {
    Direction.VI_EN: ("Firefox tiny", 33.6),
    Direction.EN_VI: ("NLLB", 36.8),
}
"""BLEU on flores-dev, and whose it is."""
AIM_SHARES = {"term": 98.0, "number": 99.0, "name": 99.0}
AIM_TIMES = 20.0
AIM_MEMORY = 300.0
AIM_SIZE = 40.0


@dataclass(frozen=True, slots=True)
class Row:
    """One system on one set.

    Attributes:
        shares: kind of what has to be kept → share of it that is, in per cent, and how many.
    """

    direction: Direction
    name: str
    sentences: int
    system: str
    bleu: float | None
    chrf: float | None
    shares: dict[str, tuple[float, int]]
    made_up: float
    flagged: float | None = None

    def cells(self) -> list[str]:
        """System, scores and shares as text."""
        return [
            self.system,
            *("" if score is None else f"{score:.1f}" for score in (self.bleu, self.chrf)),
            *(f"{share:.1f} of {of}" if of else "-" for share, of in self.shares.values()),
            f"{self.made_up:.1f}",
        ]


@dataclass(frozen=True, slots=True)
class Speed:
    """Sentences a second at batch 1 and 32 of one system."""

    direction: Direction
    system: str
    single: float
    batched: float
    times: float | None = None
    """How many times faster than the peer at batch 32."""


def scores(rows: Sequence[Row], speeds: Sequence[Speed], memory: float | None, size: float) -> str:
    """The measured part for one direction."""
    out: list[str] = []
    for name in dict.fromkeys(row.name for row in rows):
        mine = [row for row in rows if row.name == name]
        kinds = [f"{kind} %" for kind in mine[0].shares]
        out += [
            _line([f"{name}, {mine[0].sentences:,} sentences", "BLEU", "chrF2", *kinds, "made up"]),
            _line(["---"] * (4 + len(kinds))),
            *(_line(row.cells()) for row in mine),
            "",
        ]
    if speeds:
        out += [
            _line(["sentences a second, two threads", "batch 1", "batch 32"]),
            _line(["---"] * 3),
            *(_line([s.system, f"{s.single:.1f}", f"{s.batched:.1f}"]) for s in speeds),
            "",
        ]
    out += ["How far the aims were reached:", ""]
    return "\n".join([*out, *(f"- {aim}" for aim in aims(rows, speeds, memory, size))]) + "\n"


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def aims(
    rows: Sequence[Row], speeds: Sequence[Speed], memory: float | None, size: float
) -> list[str]:
    """A line for each aim: what was wanted, what was measured, whether it was reached."""
    ours = [row for row in rows if row.system == "translator"]
    found: list[str] = []
    for row in ours:
        if row.name == "flores-dev" and row.bleu is not None:
            peer, wanted = AIM_BLEU[row.direction]
            found.append(
                _aim(f"BLEU on flores-dev at least {peer}'s {wanted}", row.bleu, row.bleu >= wanted)
            )
    for kind, wanted in AIM_SHARES.items():
        asked = sum(row.shares[kind][1] for row in ours)
        if asked:
            share = sum(row.shares[kind][0] * row.shares[kind][1] for row in ours) / asked
            what = f"{kind}s kept, all sets together, at least {wanted:.0f} %"
            found.append(_aim(what, share, share >= wanted))
    for speed in speeds:
        if speed.times is not None and speed.system == "engine":
            what = f"{AIM_TIMES:.0f} times the speed of opus-mt's dimensions at batch 32"
            found.append(_aim(what, speed.times, speed.times >= AIM_TIMES))
    if memory is not None:
        what = f"at most {AIM_MEMORY:.0f} MB of memory with both directions loaded"
        found.append(_aim(what, memory, memory <= AIM_MEMORY))
    found.append(_aim(f"at most {AIM_SIZE:.0f} MB a model", size, size <= AIM_SIZE))
    return found


def _aim(what: str, measured: float, reached: bool) -> str:
    return f"{what}: {measured:.1f}, {'reached' if reached else '**not reached**'}"


def write(card: Path, text: str) -> None:
    """Put the measured part into a card.

    Raises:
        OSError: if there is no card.
        ValueError: if it has no place for the scores.
    """
    before = card.read_text(encoding="utf-8")
    if not PART.search(before):
        raise ValueError(f"{card}: no place for scores (<!-- generated: scores -->)")
    after = PART.sub(lambda match: f"{match[1]}{text}{match[2]}", before)
    card.write_text(after, encoding="utf-8")
