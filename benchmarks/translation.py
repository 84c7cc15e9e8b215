"""Translation against people and peers: BLEU, chrF2, agreement of terms, numbers and names, speed.

    python -m benchmarks.translation [--data FOLDER] [--sets NAME …] [--limit N] [--engine SETTING]
        [--models FOLDER] [--no-speed] [--no-peer] [--training WORK …] [--cards docs]
    python -m benchmarks.translation --sentences FILE [--to en|vi]
    python -m benchmarks.translation --samples FILE

One table holds every system, measured in the same run on the same sentences; "Viet Nam" and
"Vietnam" count as one. Peers are the outputs that lie beside the sets
(SET.SYSTEM.DIRECTION.LANGUAGE). "engine" is the model alone, "translator" the whole: terms, names,
numbers, checks. Agreement is the share of what the source has that stands in the translation,
inflection and listed variants allowed; the reference shows how much of it a human translator keeps.
"Made up" counts official names in the output, for 100 sentences, that neither source nor reference
has (false insertions). Needs sacrebleu (``pip install sacrebleu``). Speed, memory and loading:
:mod:`benchmarks.translation_speed`; ``--no-peer`` leaves out opus-mt's dimensions, which need torch.
``--training`` counts the sentences of each set that stand in what a model was trained on: work
folders that ``translations.training prepare`` wrote; without it, in the raw parallel data.
``--cards`` writes the scores into the model cards of a folder.
``--sentences`` prints each line of a file beside its translation, for people to judge;
``--samples`` writes 40 sentences of the starter articles with their English.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import cards
from benchmarks.cards import Row, Speed
from seeds import starter_articles
from summarizer.text.sentences import split_sentences
from translations import Direction, Glossary, Style, TranslationError, Translator, make_engine
from translations.engine import Engine, FindingKind
from translations.output.inventions import is_official_name
from translations.output.target_text import missing
from translations.source.expectations import find_expectations
from translations.terminology.glossary import Term
from translations.words.english import EnglishText
from translations.words.wording import plain

SETS = ("news-tst", "vlsp20-official", "flores-dev")
KINDS = (FindingKind.TERM, FindingKind.NUMBER, FindingKind.DATE, FindingKind.NAME)
FULL = "translator"
FAST = "translator --fast"
"""The translator as shipped, and without a second opinion."""
THREADS = 2
SAMPLES = 40
FEWEST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Sample:
    """Sentences of one set in one direction, with a human translation and the peers' outputs."""

    name: str
    direction: Direction
    sources: list[str]
    references: list[str]
    peers: dict[str, list[str]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("BRIEFING_DATA", "data")))
    parser.add_argument("--sets", nargs="+", default=list(SETS), metavar="NAME")
    parser.add_argument("--limit", type=int, default=None, help="only the first N sentences")
    parser.add_argument("--engine", default="compact", help="compact, hub:NAME or hub:FOLDER")
    parser.add_argument(
        "--models", type=Path, help="compact models that go before the shipped ones"
    )
    parser.add_argument("--no-quality", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--no-peer", action="store_true", help="leave out opus-mt's dimensions")
    parser.add_argument(
        "--training", type=Path, nargs="+", default=[], metavar="WORK", help="for the overlap"
    )
    parser.add_argument("--sentences", type=Path, help="print this file's lines and translations")
    parser.add_argument("--to", choices=("en", "vi"), default="en", help="with --sentences")
    parser.add_argument("--cards", type=Path, help="write the scores into the cards here")
    parser.add_argument("--samples", type=Path, help="write sentences of the starter articles here")
    chosen = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 140)
    engine = make_engine(chosen.engine, threads=THREADS, installed=chosen.models)
    try:
        if chosen.sentences:
            return print_sentences(engine, chosen.sentences, Direction.to(chosen.to))
        if chosen.samples:
            return write_samples(engine, chosen.samples)
        rows: list[Row] = []
        if not chosen.no_quality:
            rows, signature = quality_rows(engine, read_samples(console, engine, chosen))
            console.print(quality_table(rows, signature))
        print_overlap(console, chosen.data, chosen.sets, chosen.training)
        speeds: list[Speed] = []
        memory = None
        if not chosen.no_speed:
            from benchmarks import translation_speed

            speeds = translation_speed.measure(chosen.data, engine, peer=not chosen.no_peer)
            console.print(translation_speed.table_of(speeds))
            memory, said = translation_speed.memory(chosen.engine, chosen.models)
            console.print(said)
        if chosen.cards:
            write_cards(engine, chosen.cards, rows, speeds, memory)
    except (TranslationError, OSError, ValueError) as error:
        print(f"benchmarks.translation: {error}", file=sys.stderr)
        return 1
    return 0


def read_samples(console: Console, engine: Engine, chosen: argparse.Namespace) -> Iterator[Sample]:
    """The sets that are there, in each direction that the engine has."""
    for direction in Direction:
        if direction not in engine.directions:
            console.print(f"{direction.value}: no model, left out")
            continue
        for name in chosen.sets:
            sample = read_sample(chosen.data, name, direction, chosen.limit)
            if sample is None:
                console.print(f"{name}: not in {chosen.data}, left out")
            else:
                yield sample


def read_sample(data: Path, name: str, direction: Direction, limit: int | None) -> Sample | None:
    """Read a set; ``None`` where its files are not there."""
    base = data / "eval" / name
    if base.is_dir():
        base = base / name
    source = base.with_name(f"{base.name}.{direction.source}")
    target = base.with_name(f"{base.name}.{direction.target}")
    if not source.is_file() or not target.is_file():
        return None
    peers = {}
    for path in sorted(base.parent.glob(f"{base.name}.*.{direction.value}.{direction.target}")):
        peers[path.name[len(base.name) + 1 :].split(".")[0]] = lines(path)[:limit]
    return Sample(name, direction, lines(source)[:limit], lines(target)[:limit], peers)


def lines(path: Path) -> list[str]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            return [line.rstrip("\n") for line in stream]
    return path.read_text(encoding="utf-8").splitlines()


def unified(texts: Sequence[str]) -> list[str]:
    return [text.replace("Viet Nam", "Vietnam") for text in texts]


def quality_rows(engine: Engine, samples: Iterable[Sample]) -> tuple[list[Row], str]:
    """For each set a row for the reference, each peer, the engine and the translator; and the
    signature of the scores.
    """
    import sacrebleu

    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    glossary = Glossary.load()
    translators = {
        FAST: Translator(engine, glossary, Style.PRESS, second_opinion=False),
        FULL: Translator(engine, glossary, Style.PRESS),
    }
    rows: list[Row] = []
    for sample in samples:
        systems = {"reference": sample.references, **sample.peers}
        systems[f"engine {engine.name}"] = engine.translate(sample.sources, sample.direction)
        flagged: dict[str, float] = {}
        for name, translator in translators.items():
            results = translator.translate(sample.sources, sample.direction)
            systems[name] = [result.text for result in results]
            flagged[name] = 100 * sum(bool(r.findings) for r in results) / len(results)
        references = [unified(sample.references)]
        for name, outputs in systems.items():
            own = outputs is sample.references
            found = [
                None if own else metric.corpus_score(unified(outputs), references).score
                for metric in (bleu, chrf)
            ]
            rows.append(
                Row(
                    sample.direction, sample.name, len(sample.sources), name, found[0], found[1],
                    agreement(sample, outputs, glossary),
                    made_up(sample, outputs, glossary),
                    flagged.get(name),
                )
            )  # fmt: skip
    return rows, f"{bleu.get_signature()} / {chrf.get_signature()}"


def quality_table(rows: Sequence[Row], signature: str) -> Table:
    """The rows as one table."""
    table = Table(title="translation: agreement in %, made up for 100 sentences", caption=signature)
    words = ("direction", "set", "system")
    for column in (*words, "BLEU", "chrF2", *(kind.value for kind in KINDS), "made up"):
        table.add_column(column, justify="left" if column in words else "right")
    for row in rows:
        table.add_row(row.direction.value, f"{row.name} ({row.sentences})", *row.cells())
        if row.flagged is not None:
            said = f"  marked uncertain: {row.flagged:.1f} %"
            table.add_row("", "", said, end_section=True)
    return table


def agreement(
    sample: Sample, outputs: Sequence[str], glossary: Glossary
) -> dict[str, tuple[float, int]]:
    """For each kind the share of what the sources ask for that stands in the outputs."""
    asked: Counter[FindingKind] = Counter()
    lacking: Counter[FindingKind] = Counter()
    for source, output in zip(sample.sources, outputs, strict=True):
        expectations = find_expectations(plain(source), sample.direction, glossary, Style.PRESS)
        asked.update(expectation.kind for expectation in expectations)
        lacking.update(e.kind for e in missing(expectations, output, sample.direction))
    return {
        kind.value: (100 * (1 - lacking[kind] / asked[kind]) if asked[kind] else 0.0, asked[kind])
        for kind in KINDS
    }


def made_up(sample: Sample, outputs: Sequence[str], glossary: Glossary) -> float:
    """Official names in the outputs that neither source nor reference has, for 100 sentences."""
    back = Direction.to(sample.direction.source)
    count = 0
    for source, reference, output in zip(sample.sources, sample.references, outputs, strict=True):
        said = {match.text.lower() for match in glossary.find_terms(reference, back)}
        for match in glossary.find_terms(output, back):
            if (
                is_official_name(match)
                and match.text.lower() not in said
                and not accounted_for(match.term, source, sample.direction, glossary)
            ):
                count += 1
    return 100 * count / len(outputs)


def accounted_for(term: Term, source: str, direction: Direction, glossary: Glossary) -> bool:
    """Whether a source gives a reason for a term in the output."""
    if direction is Direction.EN_VI:
        english = EnglishText(source)
        return any(english.has(text) for text in (term.en, *term.variants_en))
    known = glossary.find_terms(source, Direction.VI_EN)
    said = {text for match in known for text in match.term.renderings()}
    return bool(said & set(term.renderings()))


def write_cards(
    engine: Engine,
    folder: Path,
    rows: Sequence[Row],
    speeds: Sequence[Speed],
    memory: float | None,
) -> None:
    """Write what was measured into the card of each direction."""
    for manifest in getattr(engine, "manifests", ()):
        for direction in manifest.directions:
            text = cards.scores(
                [row for row in rows if row.direction is direction],
                [speed for speed in speeds if speed.direction is direction],
                memory,
                manifest.bytes / 1e6,
            )
            cards.write(folder / f"model-card-{direction.value}.md", text)


def print_overlap(
    console: Console, data: Path, names: Sequence[str], training: Sequence[Path]
) -> None:
    """How many sentences of each set stand in training data, by normalised text."""
    seen: dict[str, set[str]] = {}
    for origin, text in training_texts(data, training):
        seen.setdefault(key(text), set()).add(origin)
    what = ", ".join(map(str, training)) or "the raw parallel data"
    for name in names:
        sample = read_sample(data, name, Direction.VI_EN, None)
        if sample is None:
            continue
        for side, texts in (("vi", sample.sources), ("en", sample.references)):
            common = [text for text in texts if key(text) in seen]
            origins = sorted({origin for text in common for origin in seen[key(text)]})
            where = f" ({', '.join(origins)})" if common else ""
            console.print(f"overlap of {what} with {name}.{side}: {len(common) or 'none'}{where}")


def training_texts(data: Path, training: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Every sentence of the training data, with the name of its source."""
    for work in training:
        for line in lines(work / "train.jsonl"):
            origin, source, target, *_ = json.loads(line)
            yield from ((origin, source), (origin, target))
    if not training:
        for path in sorted((data / "corpus" / "parallel").glob("*.tsv*")):
            for line in lines(path):
                yield from ((path.name, text) for text in line.split("\t")[:2])


def key(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text).casefold()))


def print_sentences(engine: Engine, path: Path, direction: Direction) -> int:
    """Each line of a file, its translation, and what the checks say."""
    texts = lines(path)
    translator = Translator(engine, Glossary.load())
    for text, result in zip(texts, translator.translate(texts, direction), strict=True):
        print(text)
        print(result.text)
        for finding in result.findings:
            print(f"  ! {finding.kind.value}: {finding.expected}")
        print()
    return 0


def write_samples(engine: Engine, path: Path) -> int:
    """Sentences of the starter articles, evenly spread, with their English as it comes out."""
    found = [
        (article.title or article.origin, " ".join(sentence.split()))
        for article in starter_articles()
        for sentence in split_sentences(article.text)
        if len(sentence.split()) >= FEWEST_WORDS
    ]
    chosen = [found[i * len(found) // SAMPLES] for i in range(min(SAMPLES, len(found)))]
    translator = Translator(engine, Glossary.load())
    results = translator.translate([sentence for _, sentence in chosen], Direction.VI_EN)
    out = [
        "# Forty sentences with their English",
        "",
        f"Sentences of the starter articles, evenly spread, as `{engine.name}` with its rules has them:",
        "nothing is chosen or corrected. Written by",
        "`python -m benchmarks.translation --samples docs/translation-samples.md`.",
    ]
    before = ""
    for (title, sentence), result in zip(chosen, results, strict=True):
        if title != before:
            out += ["", f"## {title}"]
            before = title
        out += ["", f"> {sentence}", ">", f"> {result.text}"]
        out += [
            f"> *uncertain: {finding.kind.value} {finding.expected}*" for finding in result.findings
        ]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
    print(f"{len(chosen)} sentences in {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
