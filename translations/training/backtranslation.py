"""Back-translation: sentences of the target language, with sources by the model of the other way.

What the decoder learns to say is a person's sentence; only what the encoder reads was made by a
machine (Sennrich et al. 2016, "Improving neural machine translation models with monolingual data").
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from translations.engine import Direction
from translations.engines.compact import load, shipped_models
from translations.engines.loops import loops
from translations.engines.manifest import read_manifest
from translations.training.corpus import key, measuring_keys, path_of, read_lines
from translations.training.settings import Recipe, Source
from translations.words.wording import plain

_CHUNK = 512
"""Sentences between two writes: what is lost when the step is broken off."""
_SENTENCE = re.compile(r"[^\W\d_].*[.!?…][”\")]?")
_WORDS = range(8, 56)
_NUMBER = re.compile(r"\d{3,}")
"""Figures that look alike in both languages: days and months need not."""


def backtranslate(
    recipe: Recipe, data: Path, work: Path, model: Path | None = None
) -> Iterator[tuple[str, int, int]]:
    """Write ``NAME.tsv`` in ``work`` for each source of the recipe that has one language only.

    A step that was broken off goes on where it stood, with the same sentences and model. Pairs
    whose numbers differ and outputs that go round in circles are left out; so are sources for
    research only, where the recipe leaves them out.

    Args:
        recipe: its sources with ``sentences`` have a file of single sentences.
        data: the folder with ``corpus/`` and ``eval/``.
        work: where the pairs go, Vietnamese first.
        model: a finished model of the other direction, by default the shipped one.

    Yields:
        After each chunk the source's name, and how many sentences have been read and kept.

    Raises:
        TranslationError: if a file or the model is missing.
    """
    other = Direction.to(recipe.direction.source)
    manifest = read_manifest(model or shipped_models() / other.value)
    decoder = load(manifest, threads=recipe.train.threads, beam=1)
    work.mkdir(parents=True, exist_ok=True)
    for source in (its for its in recipe.used if its.sentences):
        chosen = _sentences(source, recipe, data)
        partial = work / f"{source.name}-{manifest.name}-{manifest.version}.partial"
        rows = _rows(partial, chosen)
        sound = [row for row in rows if _is_sound(*row)]
        for begin in range(len(rows), len(chosen), _CHUNK):
            batch = chosen[begin : begin + _CHUNK]
            made = list(zip(batch, decoder.translate(batch), strict=True))
            with partial.open("a", encoding="utf-8") as out:
                out.writelines(f"{target}\t{its}\n" for target, its in made)
            sound += [row for row in made if _is_sound(*row)]
            yield source.name, begin + len(batch), len(sound)
        pairs = sound if other is Direction.VI_EN else [(vi, en) for en, vi in sound]
        text = "".join(f"{vi}\t{en}\n" for vi, en in pairs)
        path_of(source, data, work).write_text(text, encoding="utf-8")


def _sentences(source: Source, recipe: Recipe, data: Path) -> list[str]:
    """Whole sentences of middling length, drawn by the seed; none of a measuring set."""
    found = {
        key(line): text
        for line in read_lines(data / "corpus" / source.file)
        if _SENTENCE.fullmatch(text := plain(line)) and len(text.split()) in _WORDS
    }
    measured = measuring_keys(data)
    sentences = [text for its, text in found.items() if its not in measured]
    random.Random(recipe.seed).shuffle(sentences)  # noqa: S311 - no secret
    return sentences[: source.sentences]


def _rows(partial: Path, chosen: Sequence[str]) -> list[tuple[str, str]]:
    """What a step that was broken off has left of the chosen sentences: whole lines, in order."""
    if not partial.is_file():
        return []
    lines = partial.read_text(encoding="utf-8").split("\n")[:-1]
    pairs = zip((line.partition("\t") for line in lines), chosen, strict=False)
    same = itertools.takewhile(lambda pair: pair[0][0] == pair[1], pairs)
    kept = [(target, made) for (target, _, made), _ in same]
    partial.write_text("".join(f"{target}\t{its}\n" for target, its in kept), encoding="utf-8")
    return kept


def _is_sound(target: str, made: str) -> bool:
    return bool(made) and not loops(made, target) and _numbers(target) == _numbers(made)


def _numbers(text: str) -> list[str]:
    return sorted(_NUMBER.findall(text))
