"""Translation against people and peers: BLEU, chrF2, agreement of terms, numbers and names, speed.

    python -m benchmarks.translation [--data FOLDER] [--sets NAME …] [--limit N] [--engine SETTING]
                                     [--no-speed] [--overlap] [--file FILE]

Every row of a table is measured in the same run on the same sentences; "Viet Nam" and "Vietnam"
count as one. Peers are the outputs that lie beside the sets (SET.SYSTEM.DIRECTION.LANGUAGE).
"engine" is the model alone, "translator" the whole: terms, names, numbers, checks. Agreement is the
share of what the source has that stands in the translation, inflection and listed variants
allowed; the reference shows how much of it a human translator keeps. "Made up" counts official names in
the output, for 100 sentences, that neither source nor reference has. Needs sacrebleu
(``pip install sacrebleu``); the speed of opus-mt's dimensions is measured where torch is installed.
``--file`` prints the translation of each line of a file instead, for people to judge.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from translations import Direction, Glossary, Style, TranslationError, Translator, make_engine
from translations.engine import Engine, FindingKind
from translations.expectations import find_expectations
from translations.target_text import missing
from translations.terminology.glossary import TermKind
from translations.wording import plain

SETS = ("news-tst", "vlsp20-official", "flores-dev")
KINDS = (FindingKind.TERM, FindingKind.NUMBER, FindingKind.DATE, FindingKind.NAME)
OFFICIAL = {TermKind.OFFICE, TermKind.ORGANISATION, TermKind.CONFERENCE, TermKind.DOCUMENT}
SPEED_SENTENCES = 96
OPUS_SENTENCES = 32
THREADS = 2


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
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("BRIEFING_DATA", "../shared"))
    )
    parser.add_argument("--sets", nargs="+", default=list(SETS), metavar="NAME")
    parser.add_argument("--limit", type=int, default=None, help="only the first N sentences")
    parser.add_argument("--engine", default="compact", help="compact, hub:NAME or hub:FOLDER")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--overlap", action="store_true", help="training data against the sets")
    parser.add_argument("--file", type=Path, help="print the translation of this file's lines")
    parser.add_argument("--to", choices=("en", "vi"), default="en", help="with --file")
    chosen = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 132)
    started = time.perf_counter()
    engine = make_engine(chosen.engine, threads=THREADS)
    translator = Translator(engine, Glossary.load(), Style.PRESS)
    try:
        if chosen.file:
            return print_file(translator, chosen.file, Direction.to(chosen.to))
        for direction in Direction:
            try:
                translator.translate(["."], direction)
                engine.translate(["a b"], direction)
            except TranslationError as error:
                console.print(f"{direction.value}: {error}")
                continue
            console.print(
                f"{direction.value}: loaded {time.perf_counter() - started:.2f} s after the start"
            )
            for name in chosen.sets:
                sample = read_sample(chosen.data, name, direction, chosen.limit)
                if sample is None:
                    console.print(f"{name}: not in {chosen.data}, left out")
                    continue
                console.print(quality_table(sample, engine, translator))
        if not chosen.no_speed:
            console.print(speed_table(chosen.data, engine, translator))
        if chosen.overlap:
            print_overlap(console, chosen.data, chosen.sets)
    except (TranslationError, OSError) as error:
        print(f"benchmarks.translation: {error}", file=sys.stderr)
        return 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    console.print(f"peak memory of this process, benchmark included: {peak:.0f} MB")
    return 0


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


def quality_table(sample: Sample, engine: Engine, translator: Translator) -> Table:
    """One row for the reference, each peer, the engine and the translator."""
    import sacrebleu

    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    systems = dict(sample.peers)
    systems[f"engine {engine.name}"] = engine.translate(sample.sources, sample.direction)
    systems["translator"] = [
        result.text for result in translator.translate(sample.sources, sample.direction)
    ]
    table = Table(title=f"{sample.name} {sample.direction.value}, {len(sample.sources)} sentences")
    columns = ("system", "BLEU", "chrF2", *(f"{kind.value} %" for kind in KINDS), "made up")
    for column in columns:
        table.add_column(column, justify="left" if column == "system" else "right")
    glossary = translator.glossary
    for name, outputs in {"reference": sample.references, **systems}.items():
        scores = ["", ""]
        if outputs is not sample.references:
            references = [unified(sample.references)]
            scores = [
                f"{metric.corpus_score(unified(outputs), references).score:.1f}"
                for metric in (bleu, chrf)
            ]
        table.add_row(
            name, *scores, *agreement(sample, outputs, glossary), made_up(sample, outputs, glossary)
        )
    table.caption = f"{bleu.get_signature()} / {chrf.get_signature()}"
    return table


def agreement(sample: Sample, outputs: Sequence[str], glossary: Glossary) -> list[str]:
    """For each kind the share of what the sources ask for that stands in the outputs."""
    asked: Counter[FindingKind] = Counter()
    lacking: Counter[FindingKind] = Counter()
    for source, output in zip(sample.sources, outputs, strict=True):
        expectations = find_expectations(plain(source), sample.direction, glossary, Style.PRESS)
        asked.update(expectation.kind for expectation in expectations)
        lacking.update(e.kind for e in missing(expectations, output, sample.direction))
    return [
        f"{100 * (1 - lacking[kind] / asked[kind]):.1f} of {asked[kind]}" if asked[kind] else "-"
        for kind in KINDS
    ]


def made_up(sample: Sample, outputs: Sequence[str], glossary: Glossary) -> str:
    """Official names in the outputs that neither source nor reference has, for 100 sentences."""
    if sample.direction is not Direction.VI_EN:
        return "-"
    count = 0
    for source, reference, output in zip(sample.sources, sample.references, outputs, strict=True):
        known = {
            term
            for match in glossary.find_terms(source, Direction.VI_EN)
            for term in match.term.renderings()
        }
        said = {match.text.lower() for match in glossary.find_terms(reference, Direction.EN_VI)}
        for match in glossary.find_terms(output, Direction.EN_VI):
            if (
                match.term.kind in OFFICIAL
                and " " in match.text
                and match.text[0].isupper()
                and match.text.lower() not in said
                and not known & set(match.term.renderings())
            ):
                count += 1
    return f"{100 * count / len(outputs):.1f}"


def speed_table(data: Path, engine: Engine, translator: Translator) -> Table:
    """Sentences a second of engine and translator, and of opus-mt's dimensions where torch is."""
    table = Table(
        title=f"sentences a second, beam as shipped, {THREADS} threads, on this machine now"
    )
    for column in ("system", "batch 1", "batch 32"):
        table.add_column(column, justify="left" if column == "system" else "right")
    for direction in sorted(engine.directions):
        sample = next(
            (s for name in SETS if (s := read_sample(data, name, direction, SPEED_SENTENCES))), None
        )
        if sample is None:
            continue
        rows = {
            f"engine {direction.value}": lambda batch, d=direction: engine.translate(batch, d),
            f"translator {direction.value}": lambda batch, d=direction: translator.translate(
                batch, d
            ),
        }
        for name, run in rows.items():
            run(sample.sources[:2])
            table.add_row(name, *(rate(run, sample.sources, size) for size in (1, 32)))
        generate = opus_dimensions()
        if generate is None:
            table.add_row("opus-mt dimensions, fp32, transformers", "needs torch", "needs torch")
        else:
            few = sample.sources[:OPUS_SENTENCES]
            table.add_row(
                "opus-mt dimensions, random weights, fp32, transformers",
                rate(generate, few[:4], 1),
                rate(generate, few, 32),
            )
    return table


def rate(run, sentences: list[str], size: int) -> str:
    started = time.perf_counter()
    for start in range(0, len(sentences), size):
        run(sentences[start : start + size])
    return f"{len(sentences) / (time.perf_counter() - started):.1f}"


def opus_dimensions():
    """A function that translates a batch with opus-mt's dimensions, 45 pieces in and 40 out."""
    try:
        import torch
        from transformers import MarianConfig, MarianMTModel
    except ImportError:
        return None
    torch.set_num_threads(THREADS)
    torch.manual_seed(0)
    model = MarianMTModel(
        MarianConfig(
            vocab_size=53_685, d_model=512, encoder_layers=6, decoder_layers=6,
            encoder_attention_heads=8, decoder_attention_heads=8, encoder_ffn_dim=2048,
            decoder_ffn_dim=2048, pad_token_id=53_684, eos_token_id=0,
            decoder_start_token_id=53_684, forced_eos_token_id=None,
        )
    ).eval()  # fmt: skip

    def generate(batch: list[str]) -> None:
        pieces = torch.randint(1, 50_000, (len(batch), 45))
        with torch.inference_mode():
            model.generate(input_ids=pieces, num_beams=4, min_new_tokens=40, max_new_tokens=40)

    return generate


def print_overlap(console: Console, data: Path, names: Sequence[str]) -> None:
    """How many sentences of each set stand in the parallel data, by normalised text."""
    seen: dict[str, set[str]] = {}
    for path in sorted((data / "corpus" / "parallel").glob("*.tsv*")):
        for line in lines(path):
            for text in line.split("\t")[:2]:
                seen.setdefault(key(text), set()).add(path.name)
    for name in names:
        sample = read_sample(data, name, Direction.VI_EN, None)
        if sample is not None:
            for side, texts in (("vi", sample.sources), ("en", sample.references)):
                common = [text for text in texts if key(text) in seen]
                console.print(f"overlap of the parallel data with {name}.{side}: {len(common)}")


def key(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text).casefold()))


def print_file(translator: Translator, path: Path, direction: Direction) -> int:
    texts = lines(path)
    for text, result in zip(texts, translator.translate(texts, direction), strict=True):
        print(text)
        print(result.text)
        for finding in result.findings:
            print(f"  ! {finding.kind.value}: {finding.expected}")
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
