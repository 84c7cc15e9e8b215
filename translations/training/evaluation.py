"""How good a finished model is: the measuring sets, the held-out sentences, and inline terms."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.networks.processor import inference
from translations.engine import TranslationError
from translations.engines.decoding import Decoder
from translations.engines.manifest import SHORTLIST
from translations.training.annotation import Span, mark
from translations.training.settings import Recipe
from translations.words.wording import plain

SETS = ("news-tst", "vlsp20-official", "flores-dev/flores-dev")


def load_decoder(folder: Path, *, beam: int = 4, threads: int = 2) -> Decoder:
    """A finished model, without manifest."""
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spm.model"))
    model = inference().Translator(str(folder), device="cpu", intra_threads=threads)
    return Decoder(
        model=model,
        encode=lambda text: pieces.encode(text, out_type=str),
        decode=pieces.decode,
        beam=beam,
        longest=150,
        shortlist=(folder / SHORTLIST).is_file(),
    )


def evaluate(recipe: Recipe, model: Path, data: Path, work: Path) -> dict[str, Any]:
    """Print and return BLEU and chrF2 on each set, and how inline terms are obeyed.

    "Viet Nam" and "Vietnam" count as the same.
    """
    try:
        import sacrebleu
    except ImportError:
        raise TranslationError("evaluation needs sacrebleu: pip install sacrebleu") from None
    decoder = load_decoder(model, threads=recipe.train.threads)
    source, target = recipe.direction.source, recipe.direction.target
    results: dict[str, Any] = {}
    for name in SETS:
        base = data / "eval" / name
        if not base.with_name(f"{base.name}.{source}").is_file():
            continue
        texts = _lines(base.with_name(f"{base.name}.{source}"))
        references = [_unified(t) for t in _lines(base.with_name(f"{base.name}.{target}"))]
        results[name] = _scores(sacrebleu, decoder, texts, references)
    lines = (work / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    results["held out"] = _scores(
        sacrebleu, decoder, [row[0] for row in rows], [_unified(row[1]) for row in rows]
    )
    results["terms"] = measure_terms(decoder, rows, recipe)
    for name, values in results.items():
        print(name, values)  # noqa: T201 - the command's output
    return results


def _lines(path: Path) -> list[str]:
    return [plain(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _unified(text: str) -> str:
    return text.replace("Viet Nam", "Vietnam")


def _scores(
    sacrebleu: Any, decoder: Decoder, texts: Sequence[str], references: list[str]
) -> dict[str, float]:
    outputs = [_unified(text) for text in decoder.translate(texts)]
    return {
        "BLEU": round(sacrebleu.corpus_bleu(outputs, [references]).score, 1),
        "chrF2": round(sacrebleu.corpus_chrf(outputs, [references]).score, 1),
    }


def measure_terms(decoder: Decoder, rows: list[list[Any]], recipe: Recipe) -> dict[str, float]:
    """Shares of the terms that stand in the output, without and with inline annotation."""
    rows = [row for row in rows if row[2]]
    if not rows:
        return {}
    plain_texts = [row[0] for row in rows]
    marked = []
    for text, _, spans, _ in rows:
        at, parts = 0, []
        for span in (Span(*values) for values in spans):
            if span.start < at:
                continue
            parts += [text[at : span.start]]
            parts += [mark(text[span.start : span.end], span.target, recipe.network.markers)]
            at = span.end
        marked.append("".join([*parts, text[at:]]))
    found = {}
    for name, texts in (("without", plain_texts), ("inline", marked)):
        outputs = [_unified(text).lower() for text in decoder.translate(texts)]
        hits = [
            _unified(span[2]).lower() in output
            for output, row in zip(outputs, rows, strict=True)
            for span in row[2]
        ]
        found[name] = round(100 * sum(hits) / len(hits), 1)
    return found
