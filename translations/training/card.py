"""The part of a model card that follows from the model: what it is, what it saw, how it learned.

It stands in the card between ``<!-- generated: model -->`` and ``<!-- end -->`` and is written from
``manifest.json`` and ``training.json``, so that card, manifest and model cannot disagree.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from translations.engine import TranslationError
from translations.engines.manifest import MANIFEST, read_manifest

PART = re.compile(r"(<!-- generated: model -->\n)(.*?)(<!-- end -->)", re.DOTALL)
_POINTS = 6
"""Points of the learning curve that are shown."""


def describe(model: Path) -> str:
    """Markdown on the model in a folder.

    Raises:
        ModelUnavailable: if it has no manifest.
    """
    manifest = read_manifest(model)
    fields = json.loads((model / MANIFEST).read_text(encoding="utf-8"))
    notes = _notes(model)
    weights = next(file for file in manifest.files if file.name == "model.bin")
    directions = " and ".join(sorted(manifest.directions))
    run = f"texts up to {manifest.longest} pieces, length penalty {manifest.length_penalty}"
    if manifest.shortlist:
        run += ", a shortlist of target pieces (`vmap.txt`)"
    inline = f"`{' '.join(manifest.markers.all)}`" if manifest.markers else "no"
    out = [
        "| | |",
        "|---|---|",
        f"| direction | {directions} |",
        f"| version | {manifest.name}-{manifest.version} |",
        f"| shape | {fields.get('architecture', '')} |",
        f"| size | {manifest.bytes / 1e6:.1f} MB, all files |",
        f"| model.bin | SHA-256 `{weights.sha256}` |",
        f"| licence of the weights | {manifest.licence}, see `{manifest.licence_file}` |",
        f"| run with | beam {manifest.beam}, {run} |",
        f"| inline terms | {inline} |",
    ]
    out += [f"| {field} | {fields[field]} |" for field in ("start", "hardware") if field in fields]
    out += ["", *_data(manifest.data, notes), *_training(notes)]
    return "\n".join(out).rstrip() + "\n"


def _notes(model: Path) -> dict[str, Any]:
    path = model / "training.json"
    if not path.is_file():
        return {}
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:
        raise TranslationError(f"is broken: {error}", subject=str(path)) from None


def _data(lines: tuple[str, ...], notes: dict[str, Any]) -> list[str]:
    counts = notes.get("data", {}).get("sources", {})
    if not counts:
        return ["Trained on:", "", *(f"- {line}" for line in lines)]
    out = [
        "| trained on: source, licence | pairs | left out: measured, twice, unfit | share |",
        "|---|---|---|---|",
    ]
    for line, its in zip(lines, counts.values(), strict=False):
        out.append(
            f"| {line} | {its['kept']:,} | {its['measured']}, {its['twice']}, {its['unfit']} "
            f"| {its['share']:.3g} |"
        )
    earlier = lines[len(counts) :]
    if earlier:
        out += ["", "The weights it started from had seen, beside these:", ""]
        out += [f"- {line}" for line in earlier]
    return out


def _training(notes: dict[str, Any]) -> list[str]:
    curve = notes.get("curve", [])
    if not curve:
        return []
    last = curve[-1]
    places = sorted({round(i * (len(curve) - 1) / (_POINTS - 1)) for i in range(_POINTS)})
    shown = ", ".join(f"{curve[i]['dev_nll']:.2f} at {curve[i]['minutes']:.0f}" for i in places)
    done = (
        f"{last['step']:,} steps, {last['tokens']:,} target tokens, {last['minutes']:.0f} minutes."
    )
    fell = f"Negative log-likelihood a token on held-out pairs, by minutes: {shown}."
    return ["", f"{done} {fell}"]


def write(model: Path, card: Path) -> None:
    """Put the part on a model into its card.

    Raises:
        TranslationError: if there is no card, or no place for it in the card.
    """
    try:
        before = card.read_text(encoding="utf-8")
    except OSError as error:
        raise TranslationError(f"cannot be read: {error.strerror}", subject=str(card)) from None
    if not PART.search(before):
        raise TranslationError("has no place for it (<!-- generated: model -->)", subject=str(card))
    text = describe(model)
    card.write_text(PART.sub(lambda m: f"{m[1]}{text}{m[3]}", before), encoding="utf-8")
