"""The recipe: one TOML file."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.reading.training.marks import MarksUnreadable

NOTES = "training.json"
"""What a training leaves beside its weights: articles, losses, settings."""
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
class Lesson:
    """Marks made by reading, and how they are learnt.

    Attributes:
        sets: names of the files with the marks.
    """

    sets: tuple[str, ...]
    pace: Pace


@dataclass(frozen=True, slots=True)
class Recipe:
    """All settings of a reader.

    Attributes:
        layers: of the encoder that are kept, from below; a finished reader keeps its own.
        articles: how many the rules mark; none if there is no such lesson.
        rules: how their marks are learnt, first of all.
        lessons: what is learnt then, one after the other.
        before_last: share of the weights before the last lesson in the mean that is shipped.
    """

    seed: int
    layers: int
    dropout: float
    threads: int
    articles: int
    rules: Pace | None
    lessons: tuple[Lesson, ...]
    before_last: float


def load_recipe(path: Path = DEFAULT) -> Recipe:
    """Read a recipe.

    Raises:
        MarksUnreadable: naming the file and what is wrong in it.
    """
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        rules, marks = data.pop("rules", None), data.pop("marks")
        return Recipe(
            articles=rules.pop("articles") if rules else 0,
            rules=Pace(**rules) if rules else None,
            lessons=tuple(Lesson(tuple(its.pop("sets")), Pace(**its)) for its in marks),
            **data,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise MarksUnreadable(f"{path} is no recipe: {error}") from error


def notes_of(folder: Path) -> dict[str, Any] | None:
    """What the training of a finished reader has left beside it; ``None`` if there is nothing."""
    try:
        notes: dict[str, Any] = json.loads((folder / NOTES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return notes
