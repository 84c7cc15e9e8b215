"""Weights that make the log odds that a thing is so.

Logistic regression on features between 0 and 1. Every case (a cluster with its pairs of words, an
article with its first line) counts the same, however many things it has. Fitted by iteratively
reweighted least squares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.learning.fitting import FOLDS, Learned
from summarizer.vectors import Floats
from summarizer.weights import Weights

PENALTIES = (1e-1, 1e-2, 1e-3)
"""Penalties on the square of a (standardised) weight, of which one is chosen."""

_STEPS = 20
_CLOSE_ENOUGH = 1e-4
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Evidence:
    """The things of one case, of each of which it is known how much of it is so.

    Attributes:
        features: shape (things, features).
        used: for each thing the share of people who use it, or whether it is so; 0 to 1.
    """

    features: Floats
    used: Floats


def learn_chances(parts: Sequence[Evidence], names: Sequence[str]) -> Learned:
    """Choose the penalty by cross-validation over cases, then fit on all.

    Case ``n`` is left out in fold ``n % FOLDS``: the result depends on the data only.
    ``Learned.expected`` is the mean log likelihood of the things left out, 0 at the best.

    Raises:
        ValueError: if there are fewer clusters than folds.
    """
    if len(parts) < FOLDS:
        raise ValueError(f"needs at least {FOLDS} articles or clusters, got {len(parts)}")
    expected = dict.fromkeys(PENALTIES, 0.0)
    for fold in range(FOLDS):
        sums = _Sums([part for n, part in enumerate(parts) if n % FOLDS != fold])
        for penalty in PENALTIES:
            weights = sums.fit(penalty)
            for part in parts[fold::FOLDS]:
                expected[penalty] += _likelihood(part, weights) / len(parts)
    penalty = max(PENALTIES, key=lambda one: expected[one])
    sums = _Sums(parts)
    fitted = sums.fit(penalty)
    values = dict(zip(names, fitted[:-1].tolist(), strict=True))
    effects = {
        name: values[name] * float(its) for name, its in zip(names, sums.spread, strict=True)
    }
    return Learned(Weights(values, base=float(fitted[-1])), effects, penalty, expected)


class _Sums:
    """The things of many cases in one table, standardised.

    Attributes:
        spread: the standard deviation of each feature.
    """

    def __init__(self, parts: Sequence[Evidence]) -> None:
        table = np.concatenate([part.features for part in parts])
        self._used = np.concatenate([part.used for part in parts])
        sizes = np.array([len(part.used) for part in parts])
        self._shares = np.repeat(1.0 / (np.maximum(sizes, 1) * len(parts)), sizes)
        self._mean = table.mean(axis=0)
        self.spread = table.std(axis=0)
        self._scale = np.where(self.spread < _LEAST, 1.0, self.spread)
        self._table = np.hstack([(table - self._mean) / self._scale, np.ones((len(table), 1))])

    def fit(self, penalty: float) -> Floats:
        """Weights for the features as they are measured and, last, the base."""
        table = self._table
        price = np.append(np.full(table.shape[1] - 1, 2 * penalty), _LEAST)
        weights = np.zeros(table.shape[1])
        for _ in range(_STEPS):
            chances = _chances(table @ weights)
            slope = table.T @ (self._shares * (self._used - chances)) - price * weights
            bend = self._shares * chances * (1 - chances)
            step = np.linalg.solve((table * bend[:, None]).T @ table + np.diag(price), slope)
            weights += step
            if float(np.abs(step).max()) < _CLOSE_ENOUGH:
                break
        values = weights[:-1] / self._scale
        return np.append(values, weights[-1] - self._mean @ values)


def _chances(odds: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0)))


def _likelihood(part: Evidence, weights: Floats) -> float:
    """The mean log likelihood of the things of a case."""
    chances = _chances(part.features @ weights[:-1] + weights[-1])
    told = part.used * np.log(chances) + (1 - part.used) * np.log(1 - chances)
    return float(told.mean()) if len(told) else 0.0
