"""Fitting weights of sentences: expected score of the choices, penalty by cross-validation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from summarizer.learning.choices import Choices
from summarizer.vectors import Floats
from summarizer.weights import Weights

PENALTIES = (1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5)
"""Penalties on the square of a (standardised) weight, of which one is chosen."""
FOLDS = 3
_STEPS = 120
_REDUNDANCY_PENALTY = 0.1
"""Of the penalty: likeness is not standardised, and its weight is the larger for it."""


class LearningUnavailable(Exception):
    """What learning needs is not installed; the message says what."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights and how they came about.

    Attributes:
        weights: for the features as they are measured.
        effects: for each feature its weight times its standard deviation in the data.
        penalty: the one chosen.
        expected: for each penalty how well what was learned did on the folds left out: the mean
            score of the best choice, or the mean log likelihood; more is better.
    """

    weights: Weights
    effects: dict[str, float]
    penalty: float
    expected: dict[float, float]


def learn(parts: Sequence[Choices], names: Sequence[str]) -> Learned:
    """Choose the penalty by cross-validation over cases, then fit on all.

    Case ``n`` is left out in fold ``n % FOLDS``: the result depends on the data only.

    Raises:
        ValueError: if there are fewer cases than folds.
        LearningUnavailable: without scipy.
    """
    if len(parts) < FOLDS:
        raise ValueError(f"needs at least {FOLDS} articles or clusters, got {len(parts)}")
    expected = {}
    folds = [
        (
            Choices.joined(part for n, part in enumerate(parts) if n % FOLDS != fold),
            Choices.joined(parts[fold::FOLDS]),
        )
        for fold in range(FOLDS)
    ]
    for penalty in PENALTIES:
        scores = [_best_scores(left, _fit(taken, penalty)) for taken, left in folds]
        expected[penalty] = float(np.concatenate(scores).mean())
    penalty = max(PENALTIES, key=lambda one: expected[one])
    whole = Choices.joined(parts)
    fitted = _fit(whole, penalty)
    values = dict(zip(names, fitted[:-1].tolist(), strict=True))
    spread = whole.features.std(axis=0)
    effects = {name: values[name] * float(its) for name, its in zip(names, spread, strict=True)}
    return Learned(Weights(values, max(0.0, float(fitted[-1]))), effects, penalty, expected)


def _worths(choices: Choices, sentence_worths: Floats, redundancy: float) -> Floats:
    return (
        np.add.reduceat(sentence_worths[choices.members], choices.begins)
        - redundancy * choices.likeness
    )


def _fit(choices: Choices, penalty: float) -> Floats:
    """Weights of the features and, last, of likeness."""
    try:
        from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise LearningUnavailable("learning needs scipy: pip install scipy") from error

    mean = choices.features.mean(axis=0)
    spread = choices.features.std(axis=0)
    spread[spread < 1e-9] = 1.0
    table = (choices.features - mean) / spread
    sizes = np.diff(np.append(choices.cases, len(choices.rewards)))
    owners = np.repeat(
        np.arange(len(choices.begins)), np.diff(np.append(choices.begins, len(choices.members)))
    )
    scale = np.append(np.ones(table.shape[1]), _REDUNDANCY_PENALTY)

    def risk(weights: Floats) -> tuple[float, Floats]:
        worth = _worths(choices, table @ weights[:-1], weights[-1])
        worth -= np.repeat(np.maximum.reduceat(worth, choices.cases), sizes)
        odds = np.exp(worth)
        chance = odds / np.repeat(np.add.reduceat(odds, choices.cases), sizes)
        mean_reward = np.add.reduceat(chance * choices.rewards, choices.cases)
        slope = chance * (choices.rewards - np.repeat(mean_reward, sizes))
        on_rows = np.bincount(choices.members, weights=slope[owners], minlength=len(table))
        gradient = np.append(table.T @ on_rows, -(slope @ choices.likeness)) / len(sizes)
        cost = penalty * float(scale * weights @ weights)
        return cost - float(mean_reward.mean()), 2 * penalty * scale * weights - gradient

    start = np.zeros(table.shape[1] + 1)
    found = minimize(risk, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return np.append(found.x[:-1] / spread, found.x[-1])


def _best_scores(choices: Choices, fitted: Floats) -> Floats:
    """For each case the score of the choice that the weights like best."""
    worth = _worths(choices, choices.features @ fitted[:-1], float(fitted[-1]))
    ends = np.append(choices.cases, len(worth))
    best = [int(start + worth[start:end].argmax()) for start, end in pairwise(ends)]
    return choices.rewards[best]
