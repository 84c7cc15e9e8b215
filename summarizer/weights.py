"""What each feature counts: learned weights, read from ``weights.toml``.

The file is written by ``python -m summarizer.learning`` and meant to be read: for each of the three
tasks the data, what cross-validation found, and a weight for each feature by name. Of one article,
sentences are weighed, and ``redundancy`` is the price of likeness; of several on one event, pairs
of words, and the sum with ``base`` is the log odds that a person who tells of it uses the pair. For
captions it is the log odds that the first line of a body is one (:mod:`summarizer.caption_lines`).
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
from summarizer.word_pairs import PAIR_FEATURES

Task = Literal["one", "several", "caption"]
_CONSTANTS: dict[Task, Literal["redundancy", "base"]] = {
    "one": "redundancy",
    "several": "base",
    "caption": "base",
}


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model.

    Attributes:
        values: feature → weight; a feature that is not named counts nothing.
        redundancy: what is taken off for the likeness (cosine, 0 to 1) with a sentence taken
            already, in the unit of the weighted sum; not used for several articles.
        base: what every weighted sum begins with.
    """

    values: Mapping[str, float]
    redundancy: float = 0.0
    base: float = 0.0

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
        weights = np.array([self.values.get(name, 0.0) for name in names])
        return np.asarray(table @ weights + self.base)


def names_of(task: Literal["one", "several"]) -> tuple[str, ...]:
    """The names of the features by which sentences are chosen, in the order of their columns."""
    return FEATURES if task == "one" else (*PAIR_FEATURES, *FEATURES, *FEATURES_OF_SEVERAL)


def read_weights(text: str) -> dict[Task, Weights]:
    """Read a weight file.

    Raises:
        ValueError: if it is no TOML, or a task, its redundancy or base, or its weights are missing.
    """
    tables = tomllib.loads(text)
    found: dict[Task, Weights] = {}
    for task, constant in _CONSTANTS.items():
        try:
            table = tables[task]
            values = {str(name): float(value) for name, value in table["weights"].items()}
            found[task] = Weights(values, **{constant: float(table[constant])})
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(
                f"the weight file lacks [{task}] with {constant} and [{task}.weights]: "
                "learn it again with python -m summarizer.learning"
            ) from error
    return found


@cache
def shipped_weights(task: Task) -> Weights:
    """The weights that come with the package."""
    text = (resources("summarizer") / "weights.toml").read_text(encoding="utf-8")
    return read_weights(text)[task]
