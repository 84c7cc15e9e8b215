"""The recipe: one TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.reading.training.marks import MarksUnreadable

DEFAULT = Path(__file__).with_name("reading.toml")


@dataclass(frozen=True, slots=True)
class Pace:
    """How long and how fast.

    Attributes:
        epochs: passes over the examples.
        encoder_rate, head_rate: peaks of the learning rates.
        batch_pieces: padded pieces in a batch.
    """

    epochs: float
    encoder_rate: float
    head_rate: float
    batch_pieces: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """All settings of a reader.

    Attributes:
        layers: of the encoder that are kept, from below.
        articles: how many the rules mark.
        sets: names of the files with marks made by reading to learn from.
    """

    seed: int
    layers: int
    dropout: float
    threads: int
    articles: int
    rules: Pace
    sets: tuple[str, ...]
    marks: Pace


def load_recipe(path: Path = DEFAULT) -> Recipe:
    """Read a recipe.

    Raises:
        MarksUnreadable: naming the file and what is wrong in it.
    """
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        rules, marks = data.pop("rules"), data.pop("marks")
        return Recipe(
            articles=rules.pop("articles"),
            sets=tuple(marks.pop("sets")),
            rules=Pace(**rules),
            marks=Pace(**marks),
            **data,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MarksUnreadable(f"{path} is no recipe: {error}") from error
