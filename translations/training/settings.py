"""The settings of a recipe, read from its TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from translations.engine import Direction, TranslationError

DEFAULT = Path(__file__).with_name("vi-en.toml")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of sentence pairs and its share of the training sentences.

    Attributes:
        sentences: how many are taken of a file that has single sentences of the target language,
            whose sources ``backtranslate`` makes; 0 for a file of pairs.
    """

    name: str
    file: str
    share: float
    research: bool = False
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """Depth and vocabulary of a network begun anew, and the marks of inline terms."""

    encoder_layers: int
    decoder_layers: int
    markers: tuple[str, ...]
    pieces: int = 16_000


@dataclass(frozen=True, slots=True)
class Train:
    """How long, how fast, in which batches."""

    minutes: float
    warmup_steps: int
    encoder_rate: float
    decoder_rate: float
    label_smoothing: float
    dropout: float
    batch_tokens: int
    longest_source: int
    longest_target: int
    flat: float
    sampling: float
    threads: int
    checkpoint_minutes: float
    checkpoints_kept: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """How many sentences carry their terms inline, and how many of the others random phrases."""

    share: float
    phrases: float = 0.0


@dataclass(frozen=True, slots=True)
class Dev:
    """Sentences held out for the learning curve."""

    sources: tuple[str, ...]
    sentences: int


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The target pieces a source piece may become, and what is always allowed.

    Attributes:
        commonest: target pieces that are candidates everywhere.
        candidates: likeliest target pieces kept for a source piece.
        least: probability of the least of them.
        covered: share of what the pairs have of a target piece that the source pieces listing it
            must account for.
        sources: source pieces that may list it for that, at most.
        rounds: of estimating the probabilities.
    """

    commonest: int = 4000
    candidates: int = 40
    least: float = 0.003
    covered: float = 0.95
    sources: int = 60
    rounds: int = 4


@dataclass(frozen=True, slots=True)
class Recipe:
    """All settings of one model."""

    direction: Direction
    seed: int
    research_sources: bool
    network: Network
    train: Train
    annotation: Annotation
    dev: Dev
    sources: tuple[Source, ...]
    shortlist: Shortlist = Shortlist()

    @property
    def used(self) -> tuple[Source, ...]:
        """The sources without those that the recipe leaves out as for research only."""
        return tuple(its for its in self.sources if self.research_sources or not its.research)


T = TypeVar("T")


def _table(kind: type[T], values: dict[str, Any], where: str) -> T:
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if unknown := set(values) - names:
        raise TranslationError(f"unknown setting {min(unknown)!r}", subject=where)
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
    try:
        return kind(**values)
    except TypeError as error:
        raise TranslationError(str(error), subject=where) from None


def load_recipe(path: Path = DEFAULT) -> Recipe:
    """Read a recipe.

    Raises:
        TranslationError: naming file and setting of what is wrong.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        direction, seed = Direction(data["direction"]), int(data["seed"])
        tables = {name: data[name] for name in ("network", "train", "annotation", "dev", "source")}
    except (OSError, ValueError, KeyError) as error:
        raise TranslationError(f"not a recipe: {error}", subject=str(path)) from None
    return Recipe(
        direction=direction,
        seed=seed,
        research_sources=bool(data.get("research_sources", True)),
        network=_table(Network, tables["network"], f"{path} [network]"),
        train=_table(Train, tables["train"], f"{path} [train]"),
        annotation=_table(Annotation, tables["annotation"], f"{path} [annotation]"),
        dev=_table(Dev, tables["dev"], f"{path} [dev]"),
        shortlist=_table(Shortlist, data.get("shortlist", {}), f"{path} [shortlist]"),
        sources=tuple(_table(Source, row, f"{path} [[source]]") for row in tables["source"]),
    )
