"""What each feature counts: learned weights, read from ``weights.toml``.

The file is written by ``python -m summarizer.learning`` and meant to be read: for each of the two
tasks (one article, several on one event) the data, the seed, what cross-validation found, and a
weight for each feature by name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources
from typing import Literal

import numpy as np

from summarizer.features import FEATURES, FEATURES_OF_SEVERAL
from summarizer.vectors import Floats

Task = Literal["one", "several"]


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear ranker.

    Attributes:
        values: feature → weight; a feature that is not named counts nothing.
        redundancy: what is taken off for the likeness (cosine, 0 to 1) with a sentence taken
            already, in the unit of the weighted sum.
    """

    values: Mapping[str, float]
    redundancy: float

    def sum(self, table: Floats, names: tuple[str, ...]) -> Floats:
        """The weighted sum of each row of a table of features with these column names.

        Raises:
            ValueError: if a weight is for a feature that the table does not have.
        """
        unknown = self.values.keys() - set(names)
        if unknown:
            raise ValueError(
                f"weights for features that are not measured: {', '.join(sorted(unknown))}; "
                f"there are {', '.join(names)}"
            )
        return np.asarray(table @ np.array([self.values.get(name, 0.0) for name in names]))


def names_of(task: Task) -> tuple[str, ...]:
    """The names of the features of a task, in the order of their columns."""
    return FEATURES if task == "one" else (*FEATURES, *FEATURES_OF_SEVERAL)


def read_weights(text: str) -> dict[Task, Weights]:
    """Read a weight file.

    Raises:
        ValueError: if it is no TOML, or a task, its redundancy or its weights are missing.
    """
    tables = tomllib.loads(text)
    found: dict[Task, Weights] = {}
    tasks: tuple[Task, ...] = ("one", "several")
    for task in tasks:
        try:
            table = tables[task]
            values = {str(name): float(value) for name, value in table["weights"].items()}
            found[task] = Weights(values, float(table["redundancy"]))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(
                f"the weight file lacks [{task}] with redundancy and [{task}.weights]: "
                "learn it again with python -m summarizer.learning"
            ) from error
    return found


@cache
def shipped_weights(task: Task) -> Weights:
    """The weights that come with the package."""
    text = (resources("summarizer") / "weights.toml").read_text(encoding="utf-8")
    return read_weights(text)[task]
