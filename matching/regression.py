"""Logistic regression around what is known already: the most likely weights under a Gaussian prior."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

STEPS, CLOSE = 200, 1e-10
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Problem:
    """Rows as numbers. `x`: a column for each weight, the first of ones; `fixed`: the part of a score that
    is not to be learned; `y`: 1 for a positive; `w`: how much a row counts.
    """

    x: Array
    fixed: Array
    y: Array
    w: Array

    def of(self, numbers: Sequence[int]) -> Problem:
        """Some of the rows."""
        chosen = np.array(numbers, dtype=int)
        return Problem(self.x[chosen], self.fixed[chosen], self.y[chosen], self.w[chosen])

    def scores(self, beta: Array) -> Array:
        """The log-odds of each row."""
        return np.asarray(self.fixed + self.x @ beta)


def precision_of(centre: Array) -> Array:
    """The precision of the prior: one over (0.5·|default| + 0.3)². Source: docs/explanation/learning.md"""
    return np.asarray(1 / (0.5 * np.abs(centre) + 0.3) ** 2)


def solve(problem: Problem, centre: Array) -> tuple[Array, list[int]]:
    """The weights, and the numbers of those that would have changed their sign and are 0 instead."""
    precision = precision_of(centre)
    zeroed: list[int] = []
    while True:
        beta = newton(problem, centre, precision, zeroed)
        turned = [j for j in range(1, len(centre)) if beta[j] * centre[j] < 0 and j not in zeroed]
        if not turned:
            return beta, sorted(zeroed)
        zeroed += turned


def spreads(problem: Problem, beta: Array, centre: Array) -> Array:
    """How unsure each weight still is: the standard deviations of the posterior around `beta`."""
    _slope, bend = _slopes(problem, beta, centre, precision_of(centre))
    return np.asarray(np.sqrt(np.diag(np.linalg.inv(bend))))


def newton(problem: Problem, centre: Array, precision: Array, zeroed: Sequence[int]) -> Array:
    """The most likely weights with some held at 0. The loss is strictly convex: there is one answer."""
    free = np.array([j for j in range(len(centre)) if j not in zeroed])
    beta = centre.copy()
    beta[list(zeroed)] = 0.0
    for _ in range(STEPS):
        slope, bend = _slopes(problem, beta, centre, precision)
        step = np.zeros_like(beta)
        step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        size, before = 1.0, _loss(problem, beta, centre, precision)
        while _loss(problem, beta - size * step, centre, precision) > before + CLOSE and size > CLOSE:
            size /= 2
        beta = beta - size * step
        if np.max(np.abs(step)) < CLOSE:
            break
    return beta


def _loss(problem: Problem, beta: Array, centre: Array, precision: Array) -> float:
    z = problem.scores(beta)
    likelihood = problem.w * (np.logaddexp(0.0, z) - problem.y * z)
    return float(np.sum(likelihood) + 0.5 * np.sum(precision * (beta - centre) ** 2))


def _slopes(
    problem: Problem, beta: Array, centre: Array, precision: Array
) -> tuple[Array, NDArray[np.float64]]:
    p = sigmoid(problem.scores(beta))
    slope = problem.x.T @ (problem.w * (p - problem.y)) + precision * (beta - centre)
    bend = (problem.x * (problem.w * p * (1 - p))[:, None]).T @ problem.x + np.diag(precision)
    return slope, bend


def sigmoid(z: Array) -> Array:
    """Log-odds as probabilities."""
    return np.asarray(np.exp(-np.logaddexp(0.0, -z)))
