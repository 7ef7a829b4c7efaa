"""Of the pairs that both sides said yes to: which ones people then work on.

That a pair is worth contacting says little of whether anything follows. The second question has fewer labels,
so it is asked only when there are enough, and its answer moves no score: it stands on the card of the offer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from math import log
from typing import Any

import numpy as np

from matching.evaluation import figures
from matching.folds import folds
from matching.labels import WORKED_ON, Row
from matching.regression import Array, Problem, newton, precision_of, sigmoid
from matching.weighing import Weights

LEAST, LEAST_OF_EACH, LEAST_FIRMS = 150, 8, 5


def follow_through(rows: Sequence[Row], defaults: Weights) -> dict[str, Any] | None:
    """What the labels tell of it, as plain values for a card; None while they are too few.

    Args:
        rows: labelled pairs in a fixed order; those below `POSITIVE` are passed over.
        defaults: name the evidence and its centres.
    Returns:
        `n` pairs, `n_worked_on` of them, `weights` in log-odds around no knowledge at all, and how true the
        probabilities are on firms held out: by the evidence (`after`) and by the share alone (`share`). None
        below 150 pairs, 8 of them worked on, 8 not, from 5 firms.
    Source: docs/explanation/learning.md
    """
    agreed = [row for row in rows if row.is_positive]
    is_worked_on = [row.label >= WORKED_ON for row in agreed]
    n_of_least = min(sum(is_worked_on), len(agreed) - sum(is_worked_on))
    n_firms = len({firm_id for row in agreed for firm_id in row.firm_ids})
    if len(agreed) < LEAST or n_of_least < LEAST_OF_EACH or n_firms < LEAST_FIRMS:
        return None
    problem = _problem(agreed, is_worked_on, defaults)
    by_evidence, by_share = np.zeros(len(agreed)), np.zeros(len(agreed))
    for train, test in folds(agreed):
        known = problem.of(train)
        by_evidence[test] = sigmoid(problem.of(test).scores(_solved(known)))
        by_share[test] = sigmoid(np.array([_start(known)]))[0]
    return {
        "n": len(agreed),
        "n_worked_on": sum(is_worked_on),
        "weights": {
            name: round(float(value), 4) + 0.0
            for name, value in zip(defaults.by_name, _solved(problem)[1:], strict=True)
        },
        "after": _plain(by_evidence, is_worked_on),
        "share": _plain(by_share, is_worked_on),
    }


def _problem(rows: Sequence[Row], is_worked_on: Sequence[bool], defaults: Weights) -> Problem:
    x = np.ones((len(rows), len(defaults.by_name) + 1))
    for column, (name, weight) in enumerate(defaults.by_name.items(), start=1):
        for number, row in enumerate(rows):
            value = row.values.get(name)
            x[number, column] = 0.0 if value is None else value - weight.centre
    y = np.array(is_worked_on, dtype=float)
    return Problem(x, np.zeros(len(rows)), y, np.array([row.weight for row in rows]))


def _solved(problem: Problem) -> Array:
    """Weights around 0: which evidence tells of the second step, nobody knows beforehand."""
    centre = np.zeros(problem.x.shape[1])
    centre[0] = _start(problem)
    return newton(problem, centre, precision_of(centre), [])


def _start(problem: Problem) -> float:
    """The share of pairs worked on, in log-odds; one of each kind more, so that it is never 0 or all."""
    positive, all_ = float(problem.w @ problem.y), float(problem.w.sum())
    return log((positive + 1) / (all_ - positive + 1))


def _plain(probabilities: Array, is_worked_on: Sequence[bool]) -> dict[str, float]:
    found = figures([float(one) for one in probabilities], is_worked_on)
    return asdict(found) if found else {}
