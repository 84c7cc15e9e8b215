"""Make the summarizer's gazetteers of offices, organisations, places and foreigners from the
terminology.

The lists of the translator are the one source of these names; the summarizer, which must not
know the translator, reads lists that are generated from them. ``python -m bot.gazetteer`` writes
them, ``python -m bot.gazetteer --check`` exits with 1 if one of them is out of date.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TERMINOLOGY = ROOT / "translations" / "terminology"
GLOSSARY = TERMINOLOGY / "glossary.tsv"
FOREIGN_NAMES = TERMINOLOGY / "foreign_names.tsv"
GAZETTEER = ROOT / "summarizer" / "facts" / "gazetteer"

FILES = {
    "titles.tsv": ("office", "title"),
    "organisations.tsv": ("organisation", "organisation"),
    "places.tsv": ("place", "place"),
}
"""Generated file → (kind of glossary row, heading of its first column)."""

FOREIGNERS = "foreign_names.tsv"
"""Generated file of foreigners whom the two languages spell otherwise."""
NOTE = "# Generated from the glossary by `python -m bot.gazetteer`; edit the glossary instead.\n"


class GlossaryError(ValueError):
    """The glossary lacks a column that the gazetteers are made from."""


def read_glossary(path: Path) -> list[dict[str, str]]:
    """The rows of the glossary.

    Raises:
        GlossaryError: if a column is missing, naming it.
        OSError: if the file cannot be read.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    missing = {"vi", "en", "kind", "variants_en"} - set(rows[0] if rows else ())
    if missing:
        raise GlossaryError(f"{path}: no column {', '.join(sorted(missing))}")
    return rows


def names_of(rows: Iterable[dict[str, str]], kind: str) -> list[tuple[str, str]]:
    """The (name, language) pairs of one kind, English variants included, sorted, each once."""
    names = set()
    for row in rows:
        if row["kind"] != kind:
            continue
        names.add((row["vi"].strip(), "vi"))
        english = [row["en"], *(row["variants_en"] or "").split("|")]
        names.update((name.strip(), "en") for name in english)
    return sorted((pair for pair in names if pair[0]), key=lambda pair: (pair[1], pair[0]))


def foreigners(path: Path = FOREIGN_NAMES) -> str:
    """The generated list of foreigners, as Vietnamese and as English writes them."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    names = [line for line in lines if line.strip() and not line.startswith("#")]
    return NOTE.replace("the glossary", path.name) + "vi\ten\n" + "".join(names)


def generate(glossary: Path = GLOSSARY) -> dict[str, str]:
    """The generated files' contents by name."""
    rows = read_glossary(glossary)
    return {FOREIGNERS: foreigners()} | {
        file: NOTE
        + f"{heading}\tlanguage\n"
        + "".join(f"{name}\t{language}\n" for name, language in names_of(rows, kind))
        for file, (kind, heading) in FILES.items()
    }


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with ``--check`` only compare; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bot.gazetteer", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is out of date")
    options = parser.parse_args(arguments)
    outdated = []
    for file, content in generate().items():
        target = GAZETTEER / file
        if target.exists() and target.read_text(encoding="utf-8") == content:
            continue
        outdated.append(file)
        if not options.check:
            target.write_text(content, encoding="utf-8")
    verb = "out of date" if options.check else "written"
    sys.stdout.write("".join(f"{verb}: {file}\n" for file in outdated) or "all up to date\n")
    return 1 if options.check and outdated else 0


if __name__ == "__main__":
    raise SystemExit(main())
