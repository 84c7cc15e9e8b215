"""The mean of finished readers of one shape, as a reader.

    python -m summarizer.reading.training.averaging --of FOLDER FOLDER … --out MODEL

Networks that have learnt on from the same weights lie in one valley of the loss, and their mean
mostly reads better than each of them (Wortsman et al. 2022, "Model soups"). What rounding to int8
has lost is averaged too. Needs torch (the extra ``training``).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from summarizer.reading.training.marks import MarksUnreadable
from summarizer.reading.training.settings import NOTES, notes_of


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m summarizer.reading.training.averaging",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--of", type=Path, nargs="+", required=True, help="finished readers")
    parser.add_argument("--out", type=Path, required=True, help="folder of their mean")
    chosen = parser.parse_args(arguments)
    try:
        average(chosen.of, chosen.out)
    except MarksUnreadable as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201 - a command speaks to its terminal
        return 1
    return 0


def average(folders: Sequence[Path], out: Path) -> None:
    """Write the mean of the readers in ``folders``; its notes hold theirs.

    Raises:
        MarksUnreadable: if one of them is missing, broken or of another shape.
    """
    from summarizer.reading.training.exporting import export
    from summarizer.reading.training.network import load_finished

    network, pieces = load_finished(folders[0], 0.0)
    total = network.state_dict()
    for folder in folders[1:]:
        other, its = load_finished(folder, 0.0)
        state = other.state_dict()
        if its != pieces or {n: w.shape for n, w in state.items()} != {
            n: w.shape for n, w in total.items()
        }:
            raise MarksUnreadable(f"the reader in {folder} has another shape than {folders[0]}")
        total = {name: weight + state[name] for name, weight in total.items()}
    network.load_state_dict({name: weight / len(folders) for name, weight in total.items()})
    export(network, pieces, out)
    notes = {"mean of": [notes_of(folder) for folder in folders]}
    (out / NOTES).write_text(json.dumps(notes, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
